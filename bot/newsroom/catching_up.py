"""Catch up: what happened since a moment and still matters, as a small edition that nobody else gets."""

import asyncio
from collections import Counter, OrderedDict
from collections.abc import Awaitable, Callable, Collection, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta, tzinfo
from typing import Final

from bot.newsroom.briefing import brief_story
from bot.newsroom.unfiled import unfiled
from bot.newsroom.writing import plain
from news.asking import Answer, Intent, Passage, StoryLink
from news.errors import Ungrounded
from news.languages import Language, readable
from news.model import PUBLIC, Article, Brief, BriefStory, Citation, Edition, Sentence, Story
from news.phrases import format_date, phrase
from news.ports import Clock, Summariser
from news.text import normalise_for_match
from store.database import Database
from summariser.passages import quotable
from summariser.ranking import Scored, order, score
from summariser.selection import reading_seconds_total, select
from summariser.shape import speaks as speaks_language
from summariser.sureness import RIGHT_OF_TOLD
from summariser.topics import topics_of

_TOLD_AT_MOST: Final = 12
_SCORED_AT_MOST: Final = 40
"""Stories of one language: each costs some milliseconds to weigh."""
_ORDERED_AT_MOST: Final = 20
_REPORTS_AT_MOST: Final = 12
"""Of one story: so many newsrooms count in full, and comparing them with each other costs the square of their number."""
_A_DAY: Final = timedelta(days=1, hours=1)
"""With the hour that the longest one has more."""
_STORIES: Final = 8
_ENOUGH: Final = 3
_KEPT: Final = 600
"""Seconds."""
_KEPT_AT_MOST: Final = 32
_made: OrderedDict[tuple[object, ...], Brief] = OrderedDict()
_Reported = tuple[Story, list[Article]]
_making: dict[tuple[object, ...], asyncio.Future[None]] = {}


async def catch_up(
    *,
    database: Database,
    clock: Clock,
    summariser: Summariser,
    since: datetime,
    until: datetime | None = None,
    language: Language,
    spoken: Sequence[Language] = (),
    topics: Sequence[str] = (),
    sources: Sequence[str] = (),
    minutes: int = 3,
    tenant: str = PUBLIC,
    deeds: Callable[[str], bool] | None = None,
    zone: tzinfo = UTC,
) -> Answer:
    """The stories of that time that rank highest now: as `brief`, and as a sentence a story. In `language`, topped up when it has few
    from those that its readers read next. `until`: before that moment, None is now; `spoken`: only what is reported in these languages.

    `sources`: only as these source ids report; `deeds`: only stories whose headlines it picks, where there are some; `zone`: where the asker's days begin. The same within ten minutes, because many ask it and it takes a second to make.
    """
    edition = Edition(language, minutes, tuple(sorted(topics)), tenant)
    now = clock.now()
    span = (since, min(until or now, now))
    begun = int(since.timestamp() // _KEPT)
    key = (id(database), edition, tuple(sources), tuple(spoken), deeds, begun, until, int(now.timestamp() // _KEPT))

    async def make() -> Brief:
        found = await _found(edition, database=database, span=span, now=now, sources=sources, spoken=spoken)
        found = _of_field(found, topics)
        if deeds is not None:
            found = [one for one in found if deeds(one[0].headline)] or found
        # What was news on a day that is over is judged as of its end.
        at = span[1] if span[1] - since <= _A_DAY else now
        return await _told(found, edition, spoken, at, plain(summariser))

    note = _since(since.astimezone(zone), until.astimezone(zone) if until else None, language)
    return _answer(await _once(key, make), note, language, zone)


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


async def _told(
    found: Sequence[_Reported],
    edition: Edition,
    spoken: Sequence[Language],
    now: datetime,
    teller: Summariser,
) -> Brief:
    """Language by language until there are enough: only so many are looked at that can be told."""
    told: list[BriefStory] = []
    left = list(found)
    for tongue in spoken or _tongues(edition.language, left):
        here = [one for one in left if any(report.language == tongue for report in one[1])]
        left = [one for one in left if all(report.language != tongue for report in one[1])]
        here = [(story, _some(reports, tongue)) for story, reports in here]
        for item in (await _ordered(here, edition, now))[:_TOLD_AT_MOST]:
            await asyncio.sleep(0)  # who asked something shorter goes first
            reports = [own for own in map(quotable, item.articles) if own]
            if not reports:
                continue
            try:
                summary = await teller.summarise(item.story, reports, language=tongue)
            except Ungrounded:
                continue
            told.append(brief_story(item, summary, reports, update=False))
        if len(told) >= _ENOUGH and not spoken:
            break
    chosen = select(told, language=edition.language, minutes=edition.minutes, limit=_STORIES)
    return _brief(edition, now, chosen, teller.name)


def _tongues(language: Language, found: Sequence[_Reported]) -> list[Language]:
    """Where its reader looks, and then one language after the other, that with the most stories first."""
    own = [one for one in readable(language) if one is not None]
    often = Counter(story.language for story, _ in found)
    return [*own, *(one for one, _ in often.most_common() if one not in own)]


async def _found(
    edition: Edition,
    *,
    database: Database,
    span: tuple[datetime, datetime],
    now: datetime,
    sources: Sequence[str],
    spoken: Sequence[Language] = (),
) -> list[_Reported]:
    """The stories of that time and of the topics asked for, each with its reports of that time."""
    (since, until), wanted = span, set(edition.topics)
    async with database.read() as tx:
        active = await tx.stories.active(tenant=edition.tenant, since=since)
        found = await tx.articles.get([id for story in active for id in story.articles], tenant=edition.tenant)
    known = [one for one in found if since <= one.published <= until]
    articles = {one.id: one for one in known if not sources or one.source in sources}
    members = [(story, _of(story, articles)) for story in active if not wanted or wanted & set(story.topics)]
    told = [(story, mine) for story, mine in members if mine]
    told += await unfiled(
        database=database,
        tenant=edition.tenant,
        span=span,
        now=now,
        languages=spoken or [one for one in readable(edition.language) if one is not None],
        topics=edition.topics,
        wanted=lambda one: not sources or one.source in sources,
    )
    return told


def _some(reports: Sequence[Article], tongue: Language) -> list[Article]:
    """Of very many reports one of each newsroom, those in the language before others, from the first to the last alike."""
    if len(reports) <= _REPORTS_AT_MOST:
        return list(reports)
    own = {one.source: one for one in reports if one.language == tongue}
    voices = [one for one in reports if own.get(one.source) is one]
    if len(voices) < _REPORTS_AT_MOST:
        left = [one for one in reports if own.get(one.source) is not one]
        return voices + left[: _REPORTS_AT_MOST - len(voices)]
    return [voices[at * len(voices) // _REPORTS_AT_MOST] for at in range(_REPORTS_AT_MOST)]


async def _ordered(found: Sequence[_Reported], edition: Edition, now: datetime) -> list[Scored]:
    """The best first; of very many, of those that the most newsrooms report, and of these the latest."""
    weighty = sorted(
        found, key=lambda one: (-len({report.source for report in one[1]}), -one[0].updated.timestamp(), one[0].id)
    )[:_SCORED_AT_MOST]
    scored: list[Scored] = []
    for story, mine in weighty:
        scored.append(Scored(story, mine, score(story, mine, now=now, topics=set(edition.topics))))
        await asyncio.sleep(0)
    return order(sorted(scored, key=lambda one: (-one.score.value, one.story.id))[:_ORDERED_AT_MOST])


def _of_field(found: Sequence[_Reported], topics: Sequence[str]) -> list[_Reported]:
    """Where a few headlines name the field that is asked for, those alone: what only speaks of it too is of another."""
    if not topics:
        return list(found)
    named = [one for one in found if set(topics) & set(topics_of(one[0].headline, ""))]
    return named if len(named) >= _ENOUGH else list(found)


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


def _answer(brief: Brief, note: Callable[[bool], str], language: Language, zone: tzinfo) -> Answer:
    sentences = tuple(_point(story, zone) for story in brief.stories)
    return Answer(
        question="",
        sentences=sentences,
        confidence=RIGHT_OF_TOLD if sentences else 0.0,
        abstained=not sentences,
        nearest=tuple(_link(story) for story in brief.stories),
        summariser=brief.summariser,
        intent=Intent.CATCH_UP,
        language=language,
        note=" ".join(
            part
            for part in (
                other_language({story.language for story in brief.stories}, language),
                note(bool(sentences)),
            )
            if part
        ),
        brief=brief if sentences and all(story.slug for story in brief.stories) else None,
    )


def _since(since: datetime, until: datetime | None, language: Language) -> Callable[[bool], str]:
    """What it is headed by where there is anything, and where there is nothing: the days as they are where both moments are."""
    date = format_date(since.date(), language)
    keys = (
        ("answer.caught_up", "answer.catch_up") if until is None else ("answer.no_news_of_span", "answer.news_of_span")
    )
    last = format_date((until - timedelta(microseconds=1)).date(), language) if until else date
    dates = date if date == last else f"{date} – {last}"
    return lambda anything: phrase(language, keys[anything], date=date, dates=dates)


def other_language(told: Collection[Language], language: Language) -> str:
    """A word on what is told in another language than the asker's; "" where nothing is."""
    if len(set(told)) == 1 and language not in told:
        return phrase(language, "answer.other_language", language=phrase(language, f"languages.{next(iter(told))}"))
    return phrase(language, "answer.some_other_language") if set(told) - {language} else ""


def tongues(answer: Answer, passages: Sequence[Passage], language: Language) -> frozenset[Language]:
    """The languages that its sentences are told in: a source's own words are in that one's, a model's mostly in the asker's."""
    spoken = {one.url: one.language for one in passages}

    def tongue(sentence: Sentence, cited: Citation) -> Language:
        verbatim = normalise_for_match(sentence.text) in normalise_for_match(cited.quote)
        retold = not verbatim and (not sentence.checked or speaks_language(sentence.text, language))
        return language if retold else spoken.get(cited.url, language)

    return frozenset(tongue(sentence, cited) for sentence in answer.sentences for cited in sentence.citations)


def _point(story: BriefStory, zone: tzinfo) -> Sentence:
    """The lede, or the headline with the report that it stands over where there is none; with the day of what it cites."""
    source = story.sources[0]
    told = story.lede or Sentence(story.headline, (Citation(source.url, story.headline, source.name),))
    days = {one.url: one.published.astimezone(zone).date() for one in story.sources}
    return replace(told, citations=tuple(replace(one, day=days.get(one.url)) for one in told.citations))


def _link(story: BriefStory) -> StoryLink:
    return StoryLink(story.id if story.slug else "", story.slug, story.headline, story.language, story.sources[0])
