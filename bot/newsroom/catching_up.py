"""Catch up: what happened since a moment and still matters, as a small edition that nobody else gets."""

import asyncio
from collections import OrderedDict
from collections.abc import Awaitable, Callable, Sequence
from datetime import datetime
from typing import Final

from bot.newsroom.briefing import brief_story
from bot.newsroom.writing import plain
from news.asking import Answer, Intent, StoryLink
from news.errors import Ungrounded
from news.languages import Language
from news.model import PUBLIC, Article, Brief, BriefStory, Citation, Edition, Sentence, Story
from news.phrases import format_date, phrase
from news.ports import Clock, Summariser
from store.database import Database
from summariser.ranking import Scored, order, score
from summariser.selection import reading_seconds_total, select

_TOLD_AT_MOST: Final = 16
_STORIES: Final = 8
_ENOUGH: Final = 3
_KEPT: Final = 600
"""Seconds."""
_KEPT_AT_MOST: Final = 32
_made: OrderedDict[tuple[object, ...], Brief] = OrderedDict()
_making: dict[tuple[object, ...], asyncio.Future[None]] = {}


async def catch_up(
    *,
    database: Database,
    clock: Clock,
    summariser: Summariser,
    since: datetime,
    language: Language,
    topics: Sequence[str] = (),
    sources: Sequence[str] = (),
    minutes: int = 3,
    tenant: str = PUBLIC,
    deeds: Callable[[str], bool] | None = None,
) -> Answer:
    """The stories of that time that rank highest now: as `brief`, and as a sentence a story. In `language`, topped up when it has few.

    `sources`: only as these source ids report; `deeds`: only stories whose headlines it picks, where there are some. The same within ten minutes, because many ask it and it takes a second to make.
    """
    edition = Edition(language, minutes, tuple(sorted(topics)), tenant)
    slot = int(clock.now().timestamp() // _KEPT)
    key = (id(database), edition, tuple(sources), deeds, since.replace(minute=0, second=0, microsecond=0), slot)

    async def make() -> Brief:
        ranked = await _ranked(edition, database=database, since=since, now=clock.now(), sources=sources)
        if deeds is not None:
            ranked = [item for item in ranked if deeds(item.story.headline)] or ranked
        return await _told(ranked, edition, clock.now(), plain(summariser))

    return _answer(await _once(key, make), since, language)


async def _once(key: tuple[object, ...], make: Callable[[], Awaitable[Brief]]) -> Brief:
    """Who asks while it is being made waits for it."""
    while key not in _made:
        if key in _making:
            await asyncio.wait([_making[key]])
            continue
        done = _making[key] = asyncio.get_running_loop().create_future()
        try:
            _made[key] = await make()
        finally:
            del _making[key]
            done.set_result(None)
        while len(_made) > _KEPT_AT_MOST:
            _made.popitem(last=False)
    return _made[key]


async def _told(ranked: Sequence[Scored], edition: Edition, now: datetime, teller: Summariser) -> Brief:
    told: list[BriefStory] = []
    own = [item for item in ranked if any(article.language == edition.language for article in item.articles)]
    others = [item for item in ranked if item not in own] if len(own) < _ENOUGH else []
    for item in [*own, *others][:_TOLD_AT_MOST]:
        await asyncio.sleep(0)  # who asked something shorter goes first
        try:
            summary = await teller.summarise(item.story, item.articles, language=edition.language)
        except Ungrounded:
            continue
        told.append(brief_story(item, summary, item.articles, update=False))
    chosen = select(told, language=edition.language, minutes=edition.minutes, limit=_STORIES)
    return _brief(edition, now, chosen, teller.name)


async def _ranked(
    edition: Edition, *, database: Database, since: datetime, now: datetime, sources: Sequence[str]
) -> list[Scored]:
    async with database.read() as tx:
        active = await tx.stories.active(tenant=edition.tenant, since=since)
        found = await tx.articles.get([id for story in active for id in story.articles], tenant=edition.tenant)
    known = [one for one in found if since <= one.published <= now and one.seen <= now]
    articles = {one.id: one for one in known if not sources or one.source in sources}
    members = ((story, _of(story, articles)) for story in active)
    wanted = set(edition.topics)
    scored: list[Scored] = []
    for story, mine in members:
        if mine and (not wanted or wanted & set(story.topics)):
            scored.append(Scored(story, mine, score(story, mine, now=now, topics=wanted)))
            await asyncio.sleep(0)
    return order(scored)


def _of(story: Story, articles: dict[str, Article]) -> list[Article]:
    return [articles[id] for id in story.articles if id in articles]


def _brief(edition: Edition, now: datetime, stories: tuple[BriefStory, ...], summariser: str) -> Brief:
    return Brief(
        id="",
        edition=edition,
        date=now.date(),
        made=now,
        reading_seconds=round(reading_seconds_total(stories, edition.language)),
        sample=False,
        summariser=summariser,
        stories=stories,
        sources_read=0,
        sources_total=0,
    )


def _answer(brief: Brief, since: datetime, language: Language) -> Answer:
    sentences = tuple(_point(story) for story in brief.stories)
    date = format_date(since.date(), language)
    return Answer(
        question="",
        sentences=sentences,
        confidence=1.0 if sentences else 0.0,
        abstained=not sentences,
        nearest=tuple(_link(story) for story in brief.stories),
        summariser=brief.summariser,
        intent=Intent.CATCH_UP,
        language=language,
        note=phrase(language, "answer.catch_up" if sentences else "answer.caught_up", date=date),
        brief=brief if sentences else None,
    )


def _point(story: BriefStory) -> Sentence:
    """The lede, or the headline with the report that it stands over."""
    if story.lede:
        return story.lede
    source = story.sources[0]
    return Sentence(story.headline, (Citation(source.url, story.headline, source.name),))


def _link(story: BriefStory) -> StoryLink:
    return StoryLink(story.id, story.slug, story.headline, story.language, story.sources[0])
