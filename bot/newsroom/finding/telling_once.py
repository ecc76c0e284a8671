"""One thing is told once in any answer: of lines that say the same the best stays, with the sources of all."""

from collections import OrderedDict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final

from bot.newsroom.collecting.meanings import known
from bot.newsroom.finding.matter_course import COURSE
from news.asking import Answer, Intent, Passage, Question
from news.model import Article, Sentence
from news.urls import canonical
from store.database import Database
from summariser.answering.sought import Sought, sought_by
from summariser.asking.bare_kinds import plain_kind
from summariser.stories.newslines import Line
from summariser.stories.told_again import told_again
from summariser.words.names import companies_in

_SEVERAL: Final = 2
_KEPT: Final = 64
_OF_ONE: Final = frozenset({Intent.FACT, Intent.EXPLAIN, Intent.COMPARISON})
"""What is asked there is no event: one may be told by two lines, each of which has a value that is asked for."""


async def each_once(answer: Answer, cited: Sequence[Passage], question: Question, *, database: Database) -> Answer:
    """`cited`: the passages that the answer cites, as far as they are known."""
    if len(answer.sentences) < _SEVERAL or answer.brief is not None or answer.summariser == COURSE:
        return answer
    if _is_of_one_story(question):
        return answer
    if _looked_at(question, answer.sentences):
        return answer
    reports = await _reports(answer, cited, question, database=database)
    await known(list(reports.values()), tenant=question.tenant, database=database)
    lines = {at: Line(found, one.text) for at, one in enumerate(answer.sentences) if (found := _of(one, reports))}
    places, again = list(lines), told_again(tuple(lines.values()))
    same = {places[at]: places[before] for at, before in again.items()}
    if answer.intent in _OF_ONE:
        told = _of_values(answer, _unexplained(answer, same, lines), sought_by(question, answer.intent))
    else:
        told = _of_events(answer, same)
    _looked_at.add(question, told)
    return replace(answer, sentences=told)


def _is_of_one_story(question: Question) -> bool:
    """All its lines tell one event: who reports it, and what each says, is what is asked."""
    return bool(question.story or plain_kind(question.text))


class _Looked:
    """What was looked at last: where nothing is added to news they are not looked at again."""

    def __init__(self) -> None:
        self._last: OrderedDict[tuple[str, tuple[Sentence, ...]], None] = OrderedDict()

    def __call__(self, question: Question, told: tuple[Sentence, ...]) -> bool:
        return (question.text, told) in self._last

    def add(self, question: Question, told: tuple[Sentence, ...]) -> None:
        self._last[question.text, told] = None
        if len(self._last) > _KEPT:
            self._last.popitem(last=False)


_looked_at: Final = _Looked()


def _of(sentence: Sentence, reports: Mapping[str, Article]) -> Article | None:
    """What it is quoted from."""
    return next((reports[one.url] for one in sentence.citations[:1] if one.url in reports), None)


def _of_events(answer: Answer, same: Mapping[int, int]) -> tuple[Sentence, ...]:
    told = dict(enumerate(answer.sentences))
    for at, before in same.items():
        told[before] = _with_sources(told[before], told.pop(at))
    return tuple(told.values())


def _unexplained(answer: Answer, same: Mapping[int, int], lines: Mapping[int, Line]) -> Mapping[int, int]:
    """Without two sentences of one report that explain something: the second goes on where the first ends."""
    if answer.intent is not Intent.EXPLAIN:
        return same
    pairs = ((at, before, lines[at], lines[before]) for at, before in same.items())
    return {
        at: before
        for at, before, mine, theirs in pairs
        if mine.article.id != theirs.article.id or any(one.text in one.article.title for one in (mine, theirs))
    }


def _of_values(answer: Answer, same: Mapping[int, int], asked: Sought) -> tuple[Sentence, ...]:
    """A further line is told where it adds something that is asked; where it alone has that, it is the one that is told."""
    told = dict(enumerate(answer.sentences))
    for at, before in same.items():
        mine, theirs = told[at].text, told[before].text
        if answer.intent is Intent.COMPARISON and companies_in(mine)[:1] != companies_in(theirs)[:1]:
            continue
        if asked.is_better(mine, theirs):
            told[before] = told.pop(at)
        elif not asked.adds(mine, theirs, own=_page(told[at]) == _page(told[before])):
            del told[at]
    first = next(iter(told.values()))
    if answer.intent is Intent.FACT:
        return tuple(one for one in told.values() if one is first or not asked.is_beside(one.text, first.text))
    return tuple(told.values())


def _page(sentence: Sentence) -> str:
    return next((one.url for one in sentence.citations), "")


def _with_sources(told: Sentence, again: Sentence) -> Sentence:
    """Its own source first: that is what it is quoted from. A page stands once."""
    urls = {one.url for one in told.citations}
    return replace(told, citations=(*told.citations, *(one for one in again.citations if one.url not in urls)))


async def _reports(
    answer: Answer, cited: Sequence[Passage], question: Question, *, database: Database
) -> dict[str, Article]:
    """Those that the lines are quoted from, by their addresses; what no passage is of is found by its address."""
    urls = {citation.url for one in answer.sentences for citation in one.citations[:1]}
    ids = list(dict.fromkeys(one.article for one in cited if one.url in urls))
    without = urls - {one.url for one in cited}
    async with database.read() as tx:
        found = await tx.articles.get(ids, tenant=question.tenant)
        if without:
            found += await tx.articles.at([canonical(url) for url in without], tenant=question.tenant)
    return {one.url: one for one in found}
