"""Catch up: what happened in a time or a field and matters most, a line each; told also as a small edition that nobody else gets."""

import asyncio
from collections import OrderedDict
from collections.abc import Awaitable, Callable, Collection, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, tzinfo
from itertools import islice
from typing import Final

from bot.newsroom.briefing import brief_story
from bot.newsroom.unfiled import unfiled
from bot.newsroom.writing import plain
from news.asking import Answer, Intent, Passage, StoryLink
from news.errors import Ungrounded
from news.languages import LANGUAGES, Language, readable
from news.model import PUBLIC, Article, Brief, BriefStory, Citation, Edition, Sentence, SourceLink, Story
from news.phrases import format_date, phrase
from news.ports import Clock, Summariser
from news.text import normalise_for_match
from store.database import Database
from summariser.fields import Field
from summariser.highlights import MOST, SCORED, Highlight, highlights, together
from summariser.newslines import Line
from summariser.passages import quotable
from summariser.selection import reading_seconds_total, select
from summariser.shape import speaks as speaks_language
from summariser.sureness import RIGHT_OF_NEWS
from summariser.weighing import stake_in

NAME: Final = "highlights-1"
_READ: Final = 400
"""Headlines of stories that are looked through, in each language."""
_STORIES: Final = 30
_GRAVE: Final = 20
"""So many of them, reported by the most sources, are read, and so many more that put the most at stake."""
_REPORTS_AT_MOST: Final = 12
"""Of one story: so many newsrooms count in full, and comparing them with each other costs the square of their number."""
_RETOLD: Final = 2
"""Of one story so many reports are read for what a brief says of it."""
_A_DAY: Final = timedelta(days=1, hours=1)
"""With the hour that the longest one has more."""
_KEPT: Final = 600
"""Seconds."""
_KEPT_AT_MOST: Final = 32
_Made = tuple[tuple[Highlight, ...], Brief | None]
_made: OrderedDict[tuple[object, ...], _Made] = OrderedDict()
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
    field: Field | None = None,
    sources: Sequence[str] = (),
    minutes: int = 5,
    tenant: str = PUBLIC,
    deeds: Callable[[str], bool] | None = None,
    retold: bool = True,
    zone: tzinfo = UTC,
) -> Answer:
    """The weightiest events of that time as of now, a headline each. In `language`, topped up when it has few from those that its readers
    read next. `until`: before that moment, None is now; `spoken`: only what is reported in these languages.

    `field`: of it alone; `sources`: only as these source ids report; `deeds`: only headlines that it picks, where there are some; `retold`:
    also as a `brief`; `zone`: where the asker's days begin. The same within ten minutes, because many ask it.
    """
    now = clock.now()
    edition = Edition(language, minutes, field.topics if field else (), tenant)
    asking = _Asking(edition, (since, min(until or now, now)), now, field, tuple(sources), tuple(spoken))
    begun = int(since.timestamp() // _KEPT)
    key = (id(database), edition, field, tuple(sources), tuple(spoken), deeds, retold, begun, until)

    async def make() -> _Made:
        found = await asking.highlights(database, deeds) if deeds else []
        found = found or await asking.highlights(database, bool)
        return tuple(found), await _brief(found, edition, now, plain(summariser)) if retold else None

    note = _since(since.astimezone(zone), until.astimezone(zone) if until else None, language)
    found, brief = await _once((*key, int(now.timestamp() // _KEPT)), make)
    return _answer(found, brief, note, language, zone)


async def _once(key: tuple[object, ...], make: Callable[[], Awaitable[_Made]]) -> _Made:
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


@dataclass(frozen=True, slots=True)
class _Asking:
    edition: Edition
    span: tuple[datetime, datetime]
    now: datetime
    field: Field | None
    sources: tuple[str, ...]
    spoken: tuple[Language, ...]

    async def highlights(self, database: Database, wanted: Callable[[str], bool]) -> list[Highlight]:
        """Of all languages, the reader's before others; an event that one tells another does not tell again."""
        since, until = self.span
        # What was news on a day that is over is judged as of its end.
        at = until if until - since <= _A_DAY else self.now
        told: list[list[Highlight]] = []
        own = self.spoken or [one for one in readable(self.edition.language) if one]
        for tongue in self._tongues():
            await asyncio.sleep(0)  # who asked something shorter goes first
            found = await self._found(tongue, database)
            here = highlights(
                found,
                tongue,
                now=at,
                topics=self._topics,
                wanted=lambda one: self._is_wanted(one, wanted),
                most=SCORED,
                weighed=SCORED if tongue in own[:1] or not told[:1] or not told[0] else SCORED // 2,
            )
            told.append(here)
        return together(told, own, now=at)

    def _is_wanted(self, title: str, wanted: Callable[[str], bool]) -> bool:
        return wanted(title) and (self.field is None or self.field.holds(title))

    @property
    def _topics(self) -> tuple[str, ...]:
        return self.field.topics if self.field else ()

    def _tongues(self) -> Sequence[Language]:
        """Where its reader looks, and then in one language after the other."""
        own = [one for one in readable(self.edition.language) if one is not None]
        return self.spoken or [*own, *(one for one in LANGUAGES if one not in own)]

    async def _found(self, tongue: Language, database: Database) -> list[tuple[Story, Sequence[Article]]]:
        """The stories of that time that the most sources report, and what is in none yet, each with its reports of that time."""
        (since, until), tenant = self.span, self.edition.tenant
        async with database.read() as tx:
            headed = await tx.stories.most_reported(
                tenant=tenant,
                since=since,
                until=until,
                language=tongue,
                limit=_READ,
                topics=self._topics,
                sources=self.sources,
            )
            stories = await tx.stories.some(self._some_of(headed), tenant=tenant)
            found = await tx.articles.get([id for one in stories.values() for id in one.articles], tenant=tenant)
        known = {one.id: one for one in found if since <= one.published <= until and one.seen <= self.now}
        members = ((story, [known[id] for id in story.articles if id in known]) for story in stories.values())
        told = [(story, _some([one for one in mine if self._is_of(one)], tongue)) for story, mine in members]
        told += await unfiled(
            database=database, tenant=tenant, span=self.span, now=self.now, languages=[tongue], wanted=self._is_loose
        )
        return [(story, mine) for story, mine in told if mine]

    def _some_of(self, headed: Sequence[tuple[str, str]]) -> list[str]:
        """Of the field's, the most reported, and those whose headline puts the most at stake."""
        named = [one for one in headed if self.field is None or self.field.holds(one[1])] or list(headed)
        first, rest = named[:_STORIES], named[_STORIES:]
        grave = sorted((one for one in rest if stake_in(one[1]) > 0), key=lambda one: -stake_in(one[1]))
        return [id for id, _ in [*first, *grave[:_GRAVE]]]

    def _is_of(self, one: Article) -> bool:
        return not self.sources or one.source in self.sources

    def _is_loose(self, one: Article) -> bool:
        return self._is_of(one) and (self.field is None or self.field.holds(one.title))


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


async def _brief(found: Sequence[Highlight], edition: Edition, now: datetime, teller: Summariser) -> Brief | None:
    """The same events told as a brief tells them; None where one has no page."""
    if not found or any(not one.scored.story.slug for one in found):
        return None
    told: list[BriefStory] = []
    for one in found:
        await asyncio.sleep(0)
        others = (other for other in one.scored.articles if other.id != one.line.article.id)
        first = [own for own in map(quotable, (one.line.article, *islice(others, _RETOLD - 1))) if own]
        try:
            summary = await teller.summarise(one.scored.story, first, language=one.line.article.language)
        except Ungrounded:
            continue
        told.append(brief_story(one.scored, summary, first, update=False))
    stories = select(told, language=edition.language, minutes=edition.minutes, limit=MOST, minimum=MOST)
    return Brief(
        id="",
        edition=edition,
        date=now.date(),
        made=now,
        reading_seconds=round(reading_seconds_total(stories, edition.language)),
        sample=False,
        summariser=teller.name,
        stories=stories,
        sources_read=0,
        sources_total=0,
    )


def _answer(
    found: Sequence[Highlight], brief: Brief | None, note: Callable[[bool], str], language: Language, zone: tzinfo
) -> Answer:
    sentences = tuple(_sentence(one.line, zone) for one in found)
    spoken = {one.line.article.language for one in found}
    return Answer(
        question="",
        sentences=sentences,
        confidence=RIGHT_OF_NEWS if sentences else 0.0,
        abstained=not sentences,
        nearest=tuple(_link(one) for one in found),
        summariser=brief.summariser if brief else NAME,
        intent=Intent.CATCH_UP,
        language=language,
        note=" ".join(part for part in (other_language(spoken, language), note(bool(sentences))) if part),
        brief=brief if brief and brief.stories else None,
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


def _sentence(line: Line, zone: tzinfo) -> Sentence:
    one = line.article
    return Sentence(line.text, (Citation(one.url, line.text, one.source_name, one.published.astimezone(zone).date()),))


def _link(one: Highlight) -> StoryLink:
    story, report = one.scored.story, one.line.article
    source = SourceLink(report.source_name, report.url, report.published)
    return StoryLink(story.id if story.slug else "", story.slug, one.line.text, report.language, source)
