"""A list of what happened, over all reports of its time: found, counted, and the most reported of it told, a line each."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta, tzinfo
from typing import Final

from bot.newsroom.finding.catching_up import other_language
from bot.newsroom.finding.evidence import moments
from news.asking import Answer, Intent, Passage, Question
from news.languages import LANGUAGES, Language, readable
from news.model import Article, Citation, Sentence
from news.phrases import format_day, phrase
from news.text import search_tokens
from store.database import Database
from store.search import SearchQuery
from summariser.answering.answers import nearest_of
from summariser.answering.passages import passages, reports
from summariser.answering.sureness import RIGHT_OF_LISTS
from summariser.asking.happenings import happening, rows
from summariser.asking.inquiring import Wanted
from summariser.asking.list_forms import EVENT
from summariser.asking.support import bare
from summariser.asking.understanding import Understood, core, elsewhere
from summariser.lists.essentials import closest, essential
from summariser.lists.listing import Item, Listing, asks_how_many, items_of, of_field, shown
from summariser.lists.members import is_before
from summariser.lists.rostering import FORMS, gathered, is_own_page, may_tell, rostered
from summariser.reading.relevance import judge

WORD_FOR_WORD: Final = "listing-1"
_READ: Final = 400
"""Reports of one language that are looked through."""
_BACK: Final = timedelta(days=92)
"""So far back goes a list that names no time."""
_ENOUGH: Final = 3
"""Items from which on no other language is looked through."""
_EARLIER: Final = timedelta(days=7)
"""So much earlier than "recently" begins reports of it are read."""
_LATE: Final = timedelta(days=16)
"""So long before a report "recently" may be, where no day is asked for."""
_LEAD: Final = 600
_NEAREST: Final = 16
_A_STORY: Final = 2


async def listed(
    listing: Listing | Wanted, question: Question, understood: Understood, zone: tzinfo, *, database: Database
) -> tuple[Answer, list[Passage]]:
    """From reports in the asker's language, topped up from others while there are few; abstains when none tells any."""
    found: list[Passage] = []
    read: set[str] = set()
    start, end = moments(understood.span, zone)
    if start is not None:
        listing = replace(listing, months=_months(start, end or question.asked))
    if isinstance(listing, Wanted):
        listing = essential(listing, understood.text)
    order = understood.languages or readable(question.language)
    if isinstance(listing, Wanted) and listing.is_of_anything:
        order = tuple(one for one in order if one and one[:2] == question.language[:2]) or order
    for language in understood.languages or _all_from(question.language, listing):
        found += await _reported(listing, question, understood, language, zone, read, database=database)
    ours = await _ours(found, question, database=database)
    items = _items(listing, ours, order) or _items(listing, found, order)
    if isinstance(listing, Wanted) and len(items) < _ENOUGH and not (listing.perhaps_one and listing.rest):
        near = await _nearby(listing, question, understood, zone, database=database)
        near = [one for one in near if one.language in order] if listing.is_of_anything else near
        near = (await _ours(near, question, database=database)) if items else near
        items = gathered(listing, near, order, items)
    if start is not None:
        first = start.astimezone(zone).date() - (_LATE if understood.span and understood.span.is_vague else timedelta())
        items = [one for one in items if not is_before(one.line, one.passage, first)]
    if isinstance(listing, Wanted):
        items = closest(listing, understood.text, items)
    if OF_AI.search(question.text):
        items = [one for one in items if _may_be_ai(one)] or items
    told = shown(items, order, by_sum=_is_of_sums(listing))
    sentences = tuple(Sentence(one.line, (_cited(one),)) for one in told)
    cited = [one.passage for one in told]
    sure = RIGHT_OF_LISTS if told else 0.0
    answer = Answer(question.text, sentences, sure, not told, nearest_of(cited), WORD_FOR_WORD)
    if not told:
        return replace(answer, intent=Intent.LIST, note=phrase(question.language, "answer.not_in_archive")), found
    note = other_language({one.language for one in cited}, question.language)
    counted = _counted(items, told, question, zone)
    return replace(answer, intent=Intent.LIST, note=" ".join(filter(None, (note, counted)))), cited


OF_AI: Final = re.compile(r"(?<![A-Za-z])(?:AI|A\.I\.)(?![A-Za-z])|人工智[能慧]|인공지능|人工知能|ปัญญาประดิษฐ์")


def _may_be_ai(item: Item) -> bool:
    """Nothing in it speaks against: a headline alone need not say so."""
    return judge(item.passage.title, item.passage.text).score >= _OF_ELSE


_OF_ELSE: Final = 0.02
"""What has no word for or against is at 0.03."""


def _is_of_sums(listing: Listing | Wanted) -> bool:
    return bool(_SUMS.intersection(listing.senses if isinstance(listing, Wanted) else (listing.kind,)))


_SUMS: Final = frozenset({"raise", "buy", "invest", "fine", "settle"})


async def _ours(found: Sequence[Passage], question: Question, *, database: Database) -> list[Passage]:
    """Without what was set aside as no news of AI."""
    async with database.read() as tx:
        aside = await tx.articles.among_set_aside([one.article for one in found], tenant=question.tenant)
    return [one for one in found if one.article not in aside]


def _items(listing: Listing | Wanted, found: Sequence[Passage], order: Sequence[Language | None]) -> list[Item]:
    return items_of(listing, found, order) if isinstance(listing, Listing) else rostered(listing, found, order)


def _all_from(language: Language, listing: Listing | Wanted) -> tuple[Language, ...]:
    """Every language, the asker's first; of what holds together in one tongue alone only that."""
    others = tuple(one for one in LANGUAGES if one != language)
    if isinstance(listing, Wanted) and listing.is_of_anything:
        others = tuple(one for one in others if one[:2] == language[:2])
    return (language, *others)


def _months(start: datetime, end: datetime) -> frozenset[int]:
    days = range((end - start).days + 1)
    return frozenset((start + timedelta(days=day)).month for day in days[:366])


def _cited(item: Item) -> Citation:
    return Citation(item.passage.url, item.line, item.passage.source)


def _query(
    listing: Listing | Wanted, question: Question, understood: Understood, language: Language | None, zone: tzinfo
) -> SearchQuery:
    """What may tell it, of the time that is asked for."""
    return searched(listing, (*listing.terms, *_terms_of_forms(listing)), question, understood, language, zone)


def searched(
    listing: Listing | Wanted,
    terms: tuple[str, ...],
    question: Question,
    understood: Understood,
    language: Language | None,
    zone: tzinfo,
) -> SearchQuery:
    """Reports of the time, the sources and the names that are asked for, with any of the `terms`."""
    start, end = moments(understood.span, zone)
    if start is not None and understood.span and understood.span.is_vague:
        start -= _EARLIER
    return SearchQuery(
        terms=terms,
        language=language,
        since=start or question.asked - _BACK,
        until=min(end, question.asked) if end else question.asked,
        sources=understood.sources,
        names=listing.names,
    )


def _terms_of_forms(listing: Listing | Wanted) -> tuple[str, ...]:
    """A round is told by its valuation too."""
    kinds = [kind for kind in FORMS if kind in listing.senses] if isinstance(listing, Wanted) else []
    return tuple(word for kind in kinds for word in rows()[kind].words)


async def _nearby(
    wanted: Wanted, question: Question, understood: Understood, zone: tzinfo, *, database: Database
) -> list[Passage]:
    """The reports that are nearest to the question's own words, in any language."""
    words = (word for language in LANGUAGES for word in core(elsewhere(understood, language)))
    terms = tuple(dict.fromkeys((*words, *wanted.terms)))
    query = replace(
        _query(wanted, question, understood, understood.languages[0] if understood.languages else None, zone),
        terms=terms,
    )
    async with database.read() as tx:
        hits = await tx.search.find(query, tenant=question.tenant, limit=_NEAREST)
        ids = [hit.article for hit in hits if hit.story is None]
        articles = {one.id: one for one in await tx.articles.get(ids, tenant=question.tenant)}
    there = [articles[id] for id in ids if id in articles and articles[id].seen <= question.asked]
    return passages(reports(there, of_ai=False), dict.fromkeys(ids, 1.0), of_story=_A_STORY)


async def _reported(
    listing: Listing | Wanted,
    question: Question,
    understood: Understood,
    language: Language | None,
    zone: tzinfo,
    read: set[str],
    *,
    database: Database,
) -> list[Passage]:
    """Reports of that time that may tell it, each for itself; without those that are `read`, which grows."""
    query = _query(listing, question, understood, language, zone)
    async with database.read() as tx:
        hits = await tx.search.find(query, tenant=question.tenant, limit=_READ)
        there = [hit.article for hit in hits if hit.story is None]
        ids = [id for id in there if id not in read]
        articles = await tx.articles.get(ids, tenant=question.tenant)
        if isinstance(listing, Wanted) and (own := _own_pages(listing, articles)):
            more = replace(query, terms=(*listing.terms, *_ANY), sources=own, names=())
            entries = [hit.article for hit in await tx.search.find(more, tenant=question.tenant, limit=_READ)]
            ids = [id for id in entries if id not in {*read, *there}]
            articles += await tx.articles.get(ids, tenant=question.tenant)
            ids += there
    read.update(ids)
    telling = [one for one in articles if one.seen <= question.asked and _may_tell(listing, one)]
    scores = dict.fromkeys((one.id for one in telling), 1.0)
    wide = isinstance(listing, Wanted) and not listing.is_of_trade
    of_ai = not wide and not (isinstance(listing, Listing) and listing.kind == "raise")  # whoever raised money
    if not (isinstance(listing, Wanted) and listing.kind == EVENT):  # a call or a fair is told by an announcement
        telling = reports(telling, of_ai=of_ai)
    return passages(telling, scores, of_story=len(telling) or 1)


_ANY: Final = tuple(
    search_tokens("new update updates support now available user users use can add adds repository code")
)
"""Of a change log each entry is asked for, by what nearly all of them say."""


def _own_pages(wanted: Wanted, found: Sequence[Article]) -> tuple[str, ...]:
    """Change logs of whoever is asked for: their ids."""
    return tuple({one.source for one in found if is_own_page(wanted, one.source_name)})


def _may_tell(listing: Listing | Wanted, article: Article) -> bool:
    """Some line of its beginning does, in the field that is asked for: what reports are is asked of those alone."""
    if isinstance(listing, Wanted):
        return may_tell(listing, article.title, article.words, article.language, article.source_name)
    if not of_field(listing, f"{article.title}\n{article.words[:_LEAD]}"):
        return False
    lines = (bare(article.title), *article.words[:_LEAD].split("\n"))
    return any(happening(listing.kind, line, article.language) for line in lines if line)


def _counted(items: Sequence[Item], told: Sequence[Item], question: Question, zone: tzinfo) -> str:
    """Of which days the reports are that tell it, and that there may be more; how many at least where that is asked."""
    if not asks_how_many(question.text):
        return dated([one.passage.published for one in told], question, zone)
    dates = _days([one.passage.published for one in told], question, zone)
    key = "answer.listed_count" if len(told) == len(items) else "answer.listed_count_most"
    return phrase(question.language, key, count=len(items), shown=len(told), dates=dates)


def dated(published: Sequence[datetime], question: Question, zone: tzinfo) -> str:
    """Of which days the reports are, and that there may be more."""
    return phrase(question.language, "answer.listed", dates=_days(published, question, zone))


def _days(published: Sequence[datetime], question: Question, zone: tzinfo) -> str:
    dates = [one.astimezone(zone).date() for one in published]
    days = [format_day(day, question.language) for day in (min(dates), max(dates))]
    return " – ".join(dict.fromkeys(days))
