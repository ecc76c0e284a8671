"""The events of a time with their reports, the most widely told first, however they were put to stories: what a catch-up chooses from."""

import asyncio
from collections import defaultdict
from collections.abc import Callable, Sequence
from datetime import datetime
from math import log2
from typing import Final

from bot.newsroom.collecting.meanings import known
from news.headline import Headline
from news.languages import Language
from news.model import Story, Tier
from store.database import Database
from summariser.reading.relevance import judge
from summariser.stories.coverage import Coverage, coverages
from summariser.stories.highlights import Found
from summariser.stories.slugs import story_id
from summariser.stories.weighing import stake_in
from summariser.words.meaning import meanings

_READ: Final = 8_000
_COMPARED: Final = 2_800
"""Comparing them with each other costs the square of their number: what is in a story is before what is in none."""
_EVENTS: Final = 60
_EVENTS_OWN: Final = 20
"""And so many more that the first language of its reader tells."""
_REPORTS: Final = 10
"""Of one event so many are read."""
_JUDGED: Final = 3
_NEARLY: Final = 0.2
"""From so likely on a headline that was set aside may tell of AI after all, where many tell it."""
_FEWEST: Final = 4
"""Publishers of what was set aside that make it news."""


async def covered(
    *,
    database: Database,
    tenant: str,
    span: tuple[datetime, datetime],
    now: datetime,
    languages: Sequence[Language] = (),
    sources: Sequence[str] = (),
    own: Sequence[Language] = (),
    holds: Callable[[str], bool] = lambda _: True,
) -> list[Found]:
    """Of these languages and sources, where some are named. `own`: whose reports are read before others; `holds`: titles of the field."""
    since, until = span
    async with database.read() as tx:
        told = await tx.articles.headlines(
            tenant=tenant, since=since, until=until, seen_until=now, languages=languages, sources=sources, limit=_READ
        )
    counted = sorted((one for one in told if _counts(one)), key=lambda one: not one.story)
    told = counted[:_COMPARED]
    await asyncio.sleep(0)
    await known(told, tenant=tenant, database=database)
    packed = await asyncio.to_thread(meanings, [one.title for one in told])
    events = await asyncio.to_thread(coverages, told, packed)
    await asyncio.sleep(0)
    ranked = sorted(filter(_is_news, _of_field(events, holds)), key=lambda one: -_promise(one, own))
    some = [*ranked[:_EVENTS], *[one for one in ranked[_EVENTS:] if set(own[:1]) & one.voices.keys()][:_EVENTS_OWN]]
    async with database.read() as tx:
        stories = await tx.stories.some([one.story for one in some if one.story], tenant=tenant)
        read = [report.id for one in some for report in _read_of(one, own)]
        articles = {one.id: one for one in await tx.articles.get(read, tenant=tenant)}
    found = []
    for one in some:
        mine = [articles[report.id] for report in _read_of(one, own) if report.id in articles]
        story = stories.get(one.story or "") or _loose(one, tenant)
        if mine and (one.story or any(judge(each.title, each.words).is_ai for each in mine) or one.heard >= _FEWEST):
            found.append(Found(story, mine, one.voices, one.middle, one.likeness))
    return found


def _counts(one: Headline) -> bool:
    if one.tier is Tier.COMMUNITY and not one.story:
        return False
    return not one.aside or judge(one.title, "").score >= _NEARLY


def _is_news(one: Coverage) -> bool:
    """What was set aside is where several newsrooms tell it and much is at stake in it."""
    if not all(report.aside for report in one.reports):
        return True
    return one.heard >= _FEWEST and any(stake_in(report.title) > 0 for report in one.reports)


def _of_field(events: Sequence[Coverage], holds: Callable[[str], bool]) -> list[Coverage]:
    return [one for one in events if 3 * sum(holds(each.title) for each in one.reports) >= len(one.reports)]


def _promise(one: Coverage, own: Sequence[Language]) -> float:
    """Who tells it, what is at stake in it, whether its reader reads it."""
    stakes = sorted(stake_in(each.title) for each in one.reports[:_JUDGED])
    return 2 * log2(max(1, one.heard)) + stakes[len(stakes) // 2] + len(one.voices) + bool(own and own[0] in one.voices)


def _read_of(one: Coverage, own: Sequence[Language]) -> list[Headline]:
    """One of each newsroom, the reader's language and the likest first, each language in turn."""
    spoken: dict[Language, dict[str, Headline]] = defaultdict(dict)
    for report in one.reports:
        spoken[report.language].setdefault(report.source, report)
    order = sorted(spoken, key=lambda tongue: (own.index(tongue) if tongue in own else len(own), tongue))
    rows = [list(spoken[tongue].values()) for tongue in order]
    turns = [row[at] for at in range(max(map(len, rows))) for row in rows if at < len(row)]
    return turns[:_REPORTS]


def _loose(one: Coverage, tenant: str) -> Story:
    first = one.reports[0]
    ordered = sorted(one.reports, key=lambda each: (each.published, each.id))
    return Story(
        id=story_id(ordered[0].id),
        slug="",
        headline=first.title,
        language=first.language,
        articles=tuple(each.id for each in ordered),
        topics=(),
        created=ordered[0].published,
        updated=ordered[-1].published,
        tenant=tenant,
    )
