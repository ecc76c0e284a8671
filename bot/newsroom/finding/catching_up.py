"""Catch up: what happened in a time or a field and matters most, a line each; told also as a small edition that nobody else gets."""

import asyncio
from collections import OrderedDict
from collections.abc import Awaitable, Callable, Collection, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, tzinfo
from itertools import islice
from typing import Final

from bot.newsroom.making.briefing import brief_story
from bot.newsroom.making.covering import covered
from bot.newsroom.making.writing import plain
from news.asking import Answer, Intent, Passage, StoryLink
from news.errors import Ungrounded
from news.languages import Language, readable
from news.model import PUBLIC, Brief, BriefStory, Citation, Edition, Sentence, SourceLink
from news.phrases import format_date, phrase
from news.ports import Clock, Summariser
from news.text import normalise_for_match
from store.database import Database
from summariser.answering.passages import quotable
from summariser.answering.sureness import RIGHT_OF_NEWS
from summariser.asking.fields import Field
from summariser.checking.shape import speaks as speaks_language
from summariser.stories.highlights import LONGEST, MOST, Highlight, highlights
from summariser.stories.newslines import Line
from summariser.stories.selection import reading_seconds_total, select

NAME: Final = "highlights-1"
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
    key = (id(database), database.left_out, edition, field, tuple(sources), tuple(spoken), deeds, retold, begun, until)

    async def make() -> _Made:
        found = await asking.highlights(database, deeds) if deeds else []
        found = found or await asking.highlights(database, bool)
        return tuple(found), await _brief(found, edition, now, plain(summariser)) if retold else None

    note = _since(since.astimezone(zone), until.astimezone(zone) if until else None, language)
    if field is not None:  # that nothing is found of a field does not say that nothing happened in it
        note = _of_a_field(note, language)
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


def most_of(time: timedelta) -> int:
    """So many lines of it: who was away for longer missed more, and still reads it in minutes."""
    return min(LONGEST, MOST + max(0, time.days - 1))


@dataclass(frozen=True, slots=True)
class _Asking:
    edition: Edition
    span: tuple[datetime, datetime]
    now: datetime
    field: Field | None
    sources: tuple[str, ...]
    spoken: tuple[Language, ...]

    async def highlights(self, database: Database, wanted: Callable[[str], bool]) -> list[Highlight]:
        """Of all languages, told in the reader's before others."""
        since, until = self.span
        # What was news on a day that is over is judged as of its end.
        at = until if until - since <= _A_DAY else self.now
        read = self.spoken or [one for one in readable(self.edition.language) if one]
        found = await covered(
            database=database,
            tenant=self.edition.tenant,
            span=self.span,
            now=self.now,
            languages=self.spoken,
            sources=self.sources,
            own=read,
            holds=self.field.holds if self.field else lambda _: True,
        )
        await asyncio.sleep(0)  # who asked something shorter goes first
        return highlights(
            found,
            read,
            now=at,
            topics=self._topics,
            wanted=lambda one: self._is_wanted(one, wanted),
            most=most_of(until - since),
        )

    def _is_wanted(self, title: str, wanted: Callable[[str], bool]) -> bool:
        return wanted(title) and (self.field is None or self.field.holds(title))

    @property
    def _topics(self) -> tuple[str, ...]:
        return self.field.topics if self.field else ()


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
    stories = select(told, language=edition.language, minutes=edition.minutes, limit=LONGEST, minimum=MOST)
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


def _of_a_field(note: Callable[[bool], str], language: Language) -> Callable[[bool], str]:
    return lambda anything: note(True) if anything else phrase(language, "answer.not_in_archive")


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
