"""What is asked of the answer before: more of it, its sources, whether it is so, or the same said shorter."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import replace
from typing import Final

from bot.newsroom.answering import turns
from bot.newsroom.answering.resuming import earlier, meant, spoken_with
from bot.newsroom.finding.asked_headlines import headline_of
from bot.newsroom.finding.evidence import articles_of, cited_by
from bot.newsroom.finding.finder import Finder
from bot.newsroom.finding.following import story_of
from bot.newsroom.finding.trimming import silent
from news.asking import LISTED, Answer, Exchange, Intent, Passage, Question
from news.languages import Language
from news.model import Article, Citation, Sentence, Story
from news.phrases import phrase
from news.text import search_tokens
from store.database import Database
from summariser.answering.passages import quotable
from summariser.answering.plain_questions import is_heard, truth_told
from summariser.asking.follow_frames import OfAnswer, of_answer
from summariser.stories.matters import Among
from summariser.stories.newslines import Event
from summariser.words.facts import numbers
from summariser.words.logistic import chance

Told = tuple[Answer, list[Passage]]
Ask = Callable[[Question, Finder, Database], Awaitable[Told]]
"""Answers a whole question from an archive."""
_SOURCES: Final = 8
"""Reports that are named."""
_SHORT: Final = 3
"""Lines of a list that is said shorter."""
_AGAIN: Final = 0.3
"""So likely a line is of an event told already."""
_ROUNDS: Final = 3
_SHARED: Final = 4
"""Words that two lines of one matter have in common."""


async def of_the_answer(
    asks: OfAnswer, question: Question, said: Sequence[Exchange], finder: Finder, ask: Ask, *, database: Database
) -> Told:
    """`said`: what was asked in this conversation, the latest first; `ask`: how a whole question is answered."""
    said = [one for one in spoken_with(question, said) if one.id != question.id]
    passed = (OfAnswer.SOURCE, OfAnswer.SURE)  # of the same answer several things may be asked
    chain = await earlier(question, said, finder.today(question), database=database)
    told = [one for one in chain if of_answer(one.question.text) not in passed]
    if not told:
        return silent(question.text, question.language, "answer.unclear"), []
    before = next((one for one in told if not one.current.abstained), None)
    if before is None:
        answer = silent(question.text, question.language, "answer.nothing_told")
        return replace(answer, nearest=told[0].current.nearest), []
    if asks is OfAnswer.MORE:
        return await _more(question, said, finder, ask, database=database)
    if asks is OfAnswer.SURE:
        answer = await _sure(before, question, database=database)
    else:
        answer = _sources(before, question) if asks is OfAnswer.SOURCE else _shorter(before, question)
    return answer, await cited_by(answer, database=database, tenant=question.tenant)


def _of(before: Exchange, question: Question, sentences: Sequence[Sentence], note: str) -> Answer:
    return replace(
        before.current,
        question=question.text,
        sentences=tuple(sentences),
        brief=None,
        language=question.language,
        note=note,
    )


def _sources(before: Exchange, question: Question) -> Answer:
    """The reports that were cited, under their own titles."""
    titles = {one.url: one.title for one in before.evidence}
    cited = {cited.url: (cited, one) for one in reversed(before.current.sentences) for cited in reversed(one.citations)}
    told = [
        Sentence(title, (replace(citation, quote=title),))
        for citation, one in reversed(cited.values())
        if (title := titles.get(citation.url) or one.text)
    ][:_SOURCES]
    names = _named([citation for one in told for citation in one.citations])
    return replace(_of(before, question, told, _reported_by(names, question.language)), intent=Intent.LIST)


def _named(cited: Sequence[Citation]) -> list[str]:
    return list(dict.fromkeys(one.source for one in cited if one.source))


def _reported_by(names: Sequence[str], language: Language) -> str:
    return phrase(language, "answer.reported_by", sources=_shown(names)) if names else ""


def _shown(names: Sequence[str]) -> str:
    return ", ".join(names[:_SOURCES]) + (", …" if len(names) > _SOURCES else "")


async def _sure(before: Exchange, question: Question, *, database: Database) -> Answer:
    """How many sources report it, and the line in which they confirm it or lay it on others; of several events that each is its source's word."""
    answer, language = before.current, question.language
    stories = {one.url: one.story for one in before.evidence}
    told = answer.sentences if answer.intent in LISTED else answer.sentences[:1]
    about = {stories.get(one.citations[0].url) or one.citations[0].url for one in told if one.citations}
    if len(about) > 1:
        return _of(before, question, answer.sentences, phrase(language, "answer.each_by_its_source"))
    async with database.read() as tx:
        story = await tx.stories.get(next(iter(about), ""), tenant=question.tenant)
    reports = await _reports(story, question, database=database)
    names = list(
        dict.fromkeys([*_named([c for one in told for c in one.citations]), *(r.source_name for r in reports)])
    )
    key = "answer.told_by_one" if len(names) == 1 else "answer.told_by_several"
    confirmed = [one for one in truth_told(reports, language) if _is_of(one, told[0])] if reports else []
    lines = tuple({one.text: one for one in (*told, *confirmed)}.values())
    heard = phrase(language, "answer.only_heard") if any(is_heard(one.text) for one in lines) else ""
    note = phrase(language, key, count=len(names), sources=_shown(names))
    return _of(before, question, lines, " ".join(filter(None, (note, heard))))


def _is_of(line: Sentence, told: Sentence) -> bool:
    """It says of the same that it is confirmed, denied or heard."""
    return len(set(search_tokens(line.text)) & set(search_tokens(told.text))) >= _SHARED


async def _reports(story: Story | None, question: Question, *, database: Database) -> Sequence[Article]:
    return await articles_of(story, question, database=database) if story else ()


def _shorter(before: Exchange, question: Question) -> Answer:
    """Of a list its first lines, of a text the first sentence, or the title of its report where that says it with fewer words."""
    answer = before.current
    if answer.listed:
        few = answer.sentences[: min(_SHORT, len(answer.sentences) - 1)]
        return _of(before, question, few, "")
    first = answer.sentences[0]
    titles = {one.url: one.title for one in before.evidence}
    title = titles.get(first.citations[0].url, "") if first.citations else ""
    if title and len(title) < len(first.text) and set(numbers(first.text)) <= set(numbers(title)):
        first = Sentence(title, (replace(first.citations[0], quote=title),))
    same = (first,) == answer.sentences
    return _of(before, question, (first,), phrase(question.language, "answer.shortest") if same else "")


async def _more(question: Question, said: Sequence[Exchange], finder: Finder, ask: Ask, *, database: Database) -> Told:
    """What the question before is answered with by the reports that told nothing yet; of a fact, what else its story tells."""
    told = _told_so_far(said)
    base = told[-1]  # something was told: who asks for more of a silence is told that
    if base.current.intent in LISTED:
        answer, passages = await _others(question, told, said[said.index(base) :], finder, ask, database=database)
    else:
        answer, passages = await _rest_of_story(question, base, finder)
    known = {one.text for each in told for one in each.current.sentences}
    left = tuple(one for one in answer.sentences if one.text not in known)
    if left:
        return replace(answer, sentences=left, abstained=False, brief=None), passages
    none = silent(question.text, question.language, "answer.no_more")
    return replace(none, nearest=base.current.nearest, intent=base.current.intent), []


def _told_so_far(said: Sequence[Exchange]) -> list[Exchange]:
    """What was told to a question and to every "more" after it, that question's last."""
    told: list[Exchange] = []
    for one in said:
        asked = of_answer(one.question.text)
        if not one.current.abstained and asked in (None, OfAnswer.MORE):
            told.append(one)
            if asked is None:
                break
    return told


async def _others(
    question: Question,
    told: Sequence[Exchange],
    said: Sequence[Exchange],
    finder: Finder,
    ask: Ask,
    *,
    database: Database,
) -> Told:
    before = await earlier(question, said, finder.today(question), database=database)
    async with database.read() as tx:
        sources = await tx.sources.names(tenant=question.tenant)
        stories = await tx.stories.some(
            {one.story for each in told for one in each.evidence if one.story}, tenant=question.tenant
        )
    whole = meant(question.text, before, finder.today(question), sources)
    ours = {one.article for each in told for one in each.evidence if _is_cited(one.url, each)}
    known = ours | {id for story in stories.values() if ours & set(story.articles) for id in story.articles}
    whole_question = replace(question, text=whole.text, wording=whole.text)
    answer, passages = silent(question.text, question.language, "answer.no_more"), list[Passage]()
    for _ in range(_ROUNDS):
        archive = database.without(known)
        answer, passages = await ask(whole_question, finder.over(archive), archive)
        again = await _told_already(answer, passages, ours, question, database=database)
        left = tuple(one for one in answer.sentences if one.text not in again)
        if left or not answer.sentences:
            return replace(answer, sentences=left), passages
        urls = {cited.url for one in answer.sentences for cited in one.citations}
        known = known | {one.article for one in passages if one.url in urls}
    return replace(answer, sentences=()), []


def _is_cited(url: str, exchange: Exchange) -> bool:
    return any(cited.url == url for one in exchange.current.sentences for cited in one.citations)


async def _told_already(
    answer: Answer, passages: Sequence[Passage], ours: set[str], question: Question, *, database: Database
) -> set[str]:
    """Lines that tell an event which was told by another report."""
    ids = {one.url: one.article for one in passages}
    async with database.read() as tx:
        found = await tx.articles.get([*ours, *ids.values()], tenant=question.tenant)
    lines = {one.id: line for one in found if (own := quotable(one)) and (line := headline_of(own))}
    among = Among(list(lines.values()))
    told = [Event([line]) for id, line in lines.items() if id in ours]
    again = set()
    for one in answer.sentences:
        line = lines.get(ids.get(one.citations[0].url, "")) if one.citations else None
        if line and any(chance(among.alike(Event([line]), other)) > _AGAIN for other in told):
            again.add(one.text)
    return again


async def _rest_of_story(question: Question, base: Exchange, finder: Finder) -> Told:
    story = story_of(base)
    if story is None:
        return silent(question.text, question.language, "answer.no_more"), []
    return await turns.answered(finder, replace(question, text="more", story=story), ())
