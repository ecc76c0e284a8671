"""Brief: choose, tell and freeze one dated edition."""

import asyncio
import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import date, datetime, tzinfo
from itertools import groupby
from typing import Final

from bot.newsroom.collecting.indexing import index_brief
from bot.newsroom.making.candidates import ENOUGH, Material, gather, speaks
from bot.newsroom.making.crediting import source_links
from bot.newsroom.making.editions import brief_id
from bot.newsroom.making.guests import NEAR, as_guest, guests, nearest, strangeness, tongue
from bot.newsroom.making.tellings import first_telling, what_is_new
from bot.newsroom.making.writing import SECONDS, Writing, late, write_all, writers, written_by
from news.errors import Ungrounded
from news.history import Outcome
from news.languages import Language
from news.metering import Bill
from news.model import (
    Article,
    Brief,
    BriefStory,
    Edition,
    Summary,
    Watched,
)
from news.ports import Clock, Summariser
from store.database import Database
from summariser.reading.relevance import judge
from summariser.stories.across import joined
from summariser.stories.ranking import NOTHING_NEW, RankingPolicy, Scored, order
from summariser.stories.releases import is_press_release
from summariser.stories.retold import same_journey
from summariser.stories.selection import reading_seconds_of, reading_seconds_of_watched, reading_seconds_total, select
from summariser.stories.showing import shows_ai, shows_news, shows_truth, tells_news
from summariser.telling import extractive

TOLD_AT_MOST: Final = 45
_PLAIN: Final = RankingPolicy(least=2.5)
"""For what in the reader's own script comes before any guest in a strange one."""
_PERHAPS_AI: Final = 0.25
_RESERVED: Final = 0.25
_AFTERWARDS: Final = 1.0
"""What is kept of an edition's time to check, choose and keep what was written: at most that share, else so many seconds and a quarter of what the drafts took."""


async def make_brief(
    *,
    database: Database,
    clock: Clock,
    summariser: Summariser,
    edition: Edition,
    zone: tzinfo,
    day: date | None = None,
    sample: bool = False,
    rebuild: bool = False,
    writing_seconds: float = SECONDS,
) -> Brief:
    """The edition of `day`, by default the date that it is in `zone`: made once and then frozen; `rebuild` makes it again.

    One without news is not kept. With a summariser that writes it is made within `writing_seconds`, all in all.
    """
    until = time.monotonic() + writing_seconds
    now = clock.now()
    day = day or now.astimezone(zone).date()
    if not rebuild:
        async with database.read() as tx:
            kept = await tx.briefs.get(edition, day)
        if kept is not None:
            return kept
    await _prepared(summariser, seconds=_RESERVED * writing_seconds)
    material = await gather(database=database, edition=edition, now=now, day=day)
    with Bill().open() as bill:
        told, left_out = (
            await _write(material, summariser=summariser, edition=edition, seconds=writing_seconds, until=until)
            if summariser.writes
            else (await _tell(material, summariser=summariser, edition=edition), ())
        )
    name = (", ".join(writers(told)) or extractive.NAME) if summariser.writes else summariser.name
    frozen = _frozen(edition, day, now, told, material, name, sample)
    brief = replace(frozen, cost=bill.usd, priced=bill.priced, left_out=left_out)
    return await _kept(brief, database=database, rebuild=rebuild) if brief.stories else brief


async def _kept(brief: Brief, *, database: Database, rebuild: bool) -> Brief:
    async with database.begin() as tx:
        brief = await (tx.briefs.replace(brief) if rebuild else tx.briefs.put(brief))
    await index_brief(brief, database=database)
    return brief


async def _prepared(summariser: Summariser, *, seconds: float) -> None:
    with suppress(TimeoutError):
        async with asyncio.timeout(seconds):
            await summariser.prepare()


def _is_ai(articles: Sequence[Article], language: Language) -> bool:
    """Whether what the reader would be shown is about AI: a report elsewhere that calls it so is not shown."""
    return any(judge(a.title, a.words).score >= _PERHAPS_AI for a in articles if a.language == language)


def _reports_ai(articles: Sequence[Article], language: Language) -> bool:
    return tells_news(articles, language) and _is_ai(articles, language)


async def _tell(material: Material, *, summariser: Summariser, edition: Edition) -> tuple[BriefStory, ...]:
    """Own language first, topped up with the best of the others in their own words while there are fewer than five."""
    language = edition.language
    spent = sum(reading_seconds_of_watched(watched, language) for watched, _ in material.watched)

    async def choose(own: Sequence[Scored], *, essays: bool = False, weak: bool = False) -> tuple[BriefStory, ...]:
        ranked = order(own, policy=_PLAIN) if weak else order(own)
        told = [await _told(item, material, summariser, language, essays=essays) for item in ranked[:TOLD_AT_MOST]]
        return select([story for story in told if story], language=language, minutes=edition.minutes, spent=spent)

    own = [item for item in material.new if _reports_ai(item.articles, language)]
    chosen = await choose(own)
    sent = {i.story.id for i in own if is_press_release([a for a in i.articles if a.language == language])}
    reported = tuple(story for story in chosen if story.id not in sent)
    chosen = reported if len(reported) >= ENOUGH else chosen  # a short brief is better than a padded one
    if len(chosen) < ENOUGH and language in NEAR:
        kept = {story.id for story in chosen}
        fresh = [item for item in own if NOTHING_NEW not in item.score.parts or item.story.id in kept]
        chosen = await choose(fresh, weak=True)
    if len(chosen) < ENOUGH and language not in NEAR:  # an essay of one's own is read sooner than a strange script
        spoken = [item for item in material.stories if speaks(item.articles, language)]
        chosen = await choose([item for item in spoken if _is_ai(item.articles, language)], essays=True)
    if len(chosen) >= ENOUGH:
        return chosen
    others = guests([item for item in material.new if not speaks(item.articles, language)], language)
    # Beside the own stories, never in place of one; and a line in a near language before what a far one tells at length.
    for _, near in groupby(others, key=lambda item: strangeness(item, language)[0]):
        more = [
            await _told(item, material, summariser, nearest(item.articles, language))
            for item in list(near)[: ENOUGH * 2]
        ]
        room = ENOUGH - len(chosen)
        spent_now = spent + sum(reading_seconds_of(story, language) for story in chosen)
        offered = [as_guest(story, language) for story in more if story][:room]
        chosen += select(
            offered, language=language, minutes=edition.minutes, limit=room, minimum=room, spent=spent_now
        )  # fmt: skip
        if len(chosen) >= ENOUGH:
            break
    return chosen


async def _write(
    material: Material, *, summariser: Summariser, edition: Edition, seconds: float, until: float
) -> tuple[tuple[BriefStory, ...], tuple[str, ...]]:
    """Chosen by drafts that cost nothing, from every language; then told by the summariser in the edition's own.

    What it cannot tell is told as ever, in its sources' words; where it tells nothing, the whole edition is: that one is made first,
    so that at the end (`until`, of `time.monotonic`) of its `seconds` an edition stands, and how long it took says what to keep for the rest.
    Second is why each story is missing that could be told in no words of the edition's language.
    """
    plain, language = extractive.OnceSummariser(), edition.language
    spent = sum(reading_seconds_of_watched(watched, language) for watched, _ in material.watched)
    ranked = {item.story.id: item for item in joined(order(material.new)[:TOLD_AT_MOST])}
    found = [await _told(item, material, plain, _tongue(item, language)) for item in ranked.values()]
    drafts = {story.id: story for story in found if story}
    chosen = select(list(drafts.values()), language=language, minutes=edition.minutes, spent=spent)

    async def write(draft: BriefStory) -> BriefStory | None:
        return await _told(ranked[draft.id], material, summariser, language, any_language=True, draft=draft)

    def made_of(writing: Writing) -> tuple[BriefStory, ...]:
        return writing.explained(_made(drafts, writing.told, language=language, minutes=edition.minutes, spent=spent))

    as_ever = await _tell(material, summariser=plain, edition=edition)
    took = seconds - (until - time.monotonic())
    reserve = min(_RESERVED * seconds, _AFTERWARDS + took / 4)

    async def written(of: Sequence[BriefStory]) -> Writing:
        left = until - time.monotonic() - reserve
        if left <= 0:
            return late(of)
        return await write_all(of, write, language=language, seconds=left, grace=reserve / 2)

    writing = await written(chosen)
    if not written_by(list(writing.told.values())):
        return writing.explained(as_ever), writing.left_out(drafts.values(), as_ever, language)
    unasked = [one for one in made_of(writing) if one.provenance is None and (one.lede or one.language != language)]
    if unasked:  # they took the places of stories that could not be told
        writing = writing.and_then(await written(unasked))
    made = made_of(writing)
    return made, writing.left_out(drafts.values(), made, language)


def _tongue(item: Scored, language: Language) -> Language:
    return language if speaks(item.articles, language) else tongue(item.articles)


def _made(
    drafts: Mapping[str, BriefStory], told: Mapping[str, BriefStory], *, language: Language, minutes: int, spent: float
) -> tuple[BriefStory, ...]:
    """What the reader's language tells; the best of the others in their own words while there are fewer than five."""
    own = {id: story for id, story in drafts.items() if story.language == language}
    both = [story for id in drafts if (story := told.get(id) or own.get(id))]
    made = select(both, language=language, minutes=minutes, spent=spent)
    if len(made) >= ENOUGH:
        return made
    topped = [*made, *(story for id, story in drafts.items() if id not in told and id not in own)][: ENOUGH * 3]
    return select(topped, language=language, minutes=minutes, limit=max(ENOUGH, len(made)), spent=spent)


async def _told(
    item: Scored,
    material: Material,
    summariser: Summariser,
    language: Language,
    *,
    any_language: bool = False,
    essays: bool = False,
    draft: BriefStory | None = None,
) -> BriefStory | None:
    """The story in the summariser's words, from its new articles only when it comes back; `essays`: also a line that is one's title;
    `draft`: whose headline stands where the summariser's no longer says what it has to do with AI."""
    before = material.told.get(item.story.id, frozenset())
    articles = [article for article in item.articles if article.id not in before]
    had = [article for article in item.articles if article.id in before]
    speaking = [article for article in articles if article.language == language]
    if not speaking and not any_language:
        return None
    try:
        summary = await summariser.summarise(item.story, articles, language=language)
    except Ungrounded:
        return None
    first = first_telling(item.articles, material.first) if before else None
    story = brief_story(item, what_is_new(summary, first, had), articles, update=bool(before))
    if before and story.one_line:
        return None  # it comes back to say what is new, and here no sentence does
    if not before and any(same_journey(story.headline, articles, *earlier) for earlier in material.headed):
        return None
    if draft and draft.language == story.language and not shows_ai(story, articles):
        story = replace(story, headline=draft.headline, original=draft.original)
    if not (shows_ai(story, articles) and shows_truth(story, articles)) or not (essays or shows_news(story, articles)):
        return None  # a line that does not say what it has to do with AI, or that tells no event
    return replace(story, first=first)


def brief_story(item: Scored, summary: Summary, articles: Sequence[Article], *, update: bool) -> BriefStory:
    return BriefStory(
        id=item.story.id,
        slug=item.story.slug,
        headline=summary.headline,
        language=summary.language,
        lede=summary.lede,
        sections=summary.sections,
        topics=item.story.topics,
        sources=source_links(articles, summary),
        articles=tuple(article.id for article in item.articles),
        score=item.score,
        update=update,
        provenance=summary.provenance,
        original=summary.original,
    )


def _frozen(
    edition: Edition,
    day: date,
    now: datetime,
    stories: tuple[BriefStory, ...],
    material: Material,
    summariser: str,
    sample: bool,
) -> Brief:
    read = (Outcome.READ, Outcome.UNCHANGED)
    records = material.records
    stories, watched = _with_watched(stories, material.watched)
    return Brief(
        id=brief_id(edition, day),
        edition=edition,
        date=day,
        made=now,
        reading_seconds=round(reading_seconds_total(stories, edition.language, watched)),
        sample=sample,
        summariser=summariser,
        stories=stories,
        sources_read=sum(record.outcome in read for record in records),
        sources_total=len(records),
        watched=watched,
    )


def _with_watched(
    stories: tuple[BriefStory, ...], due: Sequence[tuple[Watched, str]]
) -> tuple[tuple[BriefStory, ...], tuple[Watched, ...]]:
    """What came due stands with its story where that is told today, or with the one that reports it; the rest by itself."""
    told = list(stories)
    rest: list[Watched] = []
    for watched, url in due:
        places = (
            at
            for at, story in enumerate(told)
            if story.watched is None and (story.id == watched.story or url in {link.url for link in story.sources})
        )
        at = next(places, None)
        if at is None:
            rest.append(watched)
        else:
            told[at] = replace(told[at], watched=watched)
    return tuple(told), tuple(rest)
