"""What the archive does not know is said so: no report has that version, so none of a neighbour answers, whatever is asked of it."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from bot.newsroom.finding.links import known_links
from news.asking import Answer, Intent, Passage, Question, StoryLink
from news.model import Article
from news.phrases import phrase
from news.searching import search_tokens
from store.database import Database, Transaction
from store.search import SearchQuery
from summariser.answering.answers import nearest_of
from summariser.answering.passages import passages, reports
from summariser.asking.numbered import Numbered, numbered_in
from summariser.words.aliases import mentions
from summariser.words.misspelling import is_english

_READ: Final = 60
"""Reports that hold the name and, somewhere, the number: whether the number stands behind the name is read in them."""
_FOUND: Final = 30
_SAID: Final = ("answer.not_in_archive", "answer.not_told")
_NAME: Final = re.compile(r"(?<![\w.'’&-])(?<!^)[A-Z][A-Za-z]{3,}(?![\w&-])|[ァ-ヴー]{4,}", re.MULTILINE)


async def unknown_in(text: str, *, tenant: str, database: Database) -> tuple[Numbered, ...]:
    """The versions that a question names and no report has, in any language or spelling."""
    named = numbered_in(text)
    if not named:
        return ()
    async with database.read() as tx:
        return tuple([one for one in named if not await _is_known(one, tenant, tx)])


async def _is_known(one: Numbered, tenant: str, tx: Transaction) -> bool:
    ways = {tuple(search_tokens(way)) for way in one.ways()}
    weights = await tx.search.weights(["", *(token for way in ways for token in way)], tenant=tenant)
    held = {way for way in ways if way and all(weights[token] < weights[""] for token in way)}
    if any(len(way) == 1 for way in held):
        return True
    if not held:
        return False
    query = SearchQuery(terms=tuple(dict.fromkeys(token for way in held for token in way)), names=tuple(held))
    found = await _reports(query, _READ, tenant, tx)
    return any(one.stands_in(f"{report.title}\n{report.words}") for report in found)


async def _reports(query: SearchQuery, most: int, tenant: str, tx: Transaction) -> Sequence[Article]:
    hits = [hit for hit in await tx.search.find(query, tenant=tenant, limit=most) if hit.story is None]
    found = {one.id: one for one in await tx.articles.get([hit.article for hit in hits], tenant=tenant)}
    return [found[hit.article] for hit in hits if hit.article in found]


async def without_unknown(
    answer: Answer, found: Sequence[Passage], unknown: Sequence[Numbered], question: Question, *, database: Database
) -> Answer:
    """Silence that says which name is not known, with the nearest reports; a comparison is told of the sides that are."""
    if not unknown:
        return await _naming_strangers(answer, question, database=database)
    note = _saying([one.said for one in unknown], question)
    if answer.intent is Intent.COMPARISON and not answer.abstained and _names_others(question.text, unknown):
        return replace(answer, note=f"{note} {answer.note}".rstrip())
    nearest = await _nearest(unknown[0], question, database=database) or answer.nearest or nearest_of(found)
    return replace(answer, sentences=(), abstained=True, confidence=0.0, brief=None, note=note, nearest=nearest)


def _saying(names: Sequence[str], question: Question) -> str:
    return phrase(question.language, "answer.unknown_name", name=", ".join(names))


def _names_others(text: str, unknown: Sequence[Numbered]) -> bool:
    """Somebody else is named, so that something can be told."""
    theirs = {one.id for name in unknown for one in mentions(name.said)}
    return any(one.id not in theirs for one in mentions(text)) or len(numbered_in(text)) > len(unknown)


async def _naming_strangers(answer: Answer, question: Question, *, database: Database) -> Answer:
    """Silence about a name that no document has says that it has none."""
    if not answer.abstained or answer.note not in [phrase(question.language, key) for key in _SAID]:
        return answer
    known = [(one.start, one.end) for one in mentions(question.text)]
    names = [
        one[0]
        for one in _NAME.finditer(question.text)
        if not any(start < one.end() and one.start() < end for start, end in known) and not is_english(one[0])
    ]
    if not names:
        return answer
    tokens = {name: search_tokens(name) for name in names}
    async with database.read() as tx:
        asked = ["", *(token for some in tokens.values() for token in some)]
        weights = await tx.search.weights(asked, tenant=question.tenant)
    nowhere = [name for name, some in tokens.items() if any(weights[token] >= weights[""] for token in some)]
    return replace(answer, note=_saying(nowhere, question)) if nowhere else answer


async def _nearest(one: Numbered, question: Question, *, database: Database) -> tuple[StoryLink, ...]:
    """Reports of the version of it that is told of most, then of its family, those in the asker's language first."""
    async with database.read() as tx:
        family = await _holding(one.names, question, tx)
        others = Counter(other for report in family for other in one.others_in(f"{report.title}\n{report.words}"))
        usual = [other for other, _ in others.most_common(1)]
        told = [*(await _holding(usual[0].ways(), question, tx) if usual else ()), *family]
    told = sorted(
        reports(list({report.id: report for report in told}.values())),
        key=lambda report: (not one.is_beside(report.title), report.language != question.language),
    )
    links = nearest_of(passages(told, {report.id: 1.0 for report in told}))
    return await known_links(links, question.tenant, database=database)


async def _holding(names: Sequence[str], question: Question, tx: Transaction) -> Sequence[Article]:
    ways = tuple(dict.fromkeys(way for name in names if (way := tuple(search_tokens(name)))))
    terms = tuple(dict.fromkeys(token for way in ways for token in way))
    if not terms:
        return ()
    query = SearchQuery(terms=terms, names=ways, until=question.asked)
    return [one for one in await _reports(query, _FOUND, question.tenant, tx) if one.seen <= question.asked]
