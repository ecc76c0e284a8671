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
from news.model import PUBLIC, Article, Brief, BriefStory, Citation, Edition, Sentence, SourceLink, Story
from news.phrases import format_date, phrase
from news.ports import Clock, Summariser
from news.text import normalise_for_match, tokens
from store.database import Database
from summariser.answers import tells_a_deed
from summariser.deeds import Doings
from summariser.formats import form_of
from summariser.passages import quotable
from summariser.ranking import Scored, order, score
from summariser.repeats import say_the_same
from summariser.selection import reading_seconds_total, select
from summariser.shape import speaks as speaks_language
from summariser.sureness import RIGHT_OF_TOLD
from summariser.versions import versioned_in

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
_FEW: Final = 5
"""Stories of one company that answer a question."""
_APART: Final = timedelta(days=2)
_A_HEADLINE: Final = 4
"""Words of the shortest."""
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
    of: Doings | None = None,
    zone: tzinfo = UTC,
) -> Answer:
    """The stories of that time that rank highest now: as `brief`, and as a sentence a story. In `language`, topped up when it has few
    from those that its readers read next. `until`: before that moment, None is now; `spoken`: only what is reported in these languages.

    `sources`: only as these source ids report; `deeds`: only stories whose headlines it picks, where there are some; `of`: only somebody's news, and a few of them; `zone`: where the asker's days begin. The same within ten minutes, because many ask it and it takes a second to make.
    """
    edition = Edition(language, minutes, tuple(sorted(topics)), tenant)
    now = clock.now()
    span = (since, min(until or now, now))
    begun = int(since.timestamp() // _KEPT)
    key = (id(database), edition, tuple(sources), tuple(spoken), deeds, of, begun, until, int(now.timestamp() // _KEPT))

    async def make() -> Brief:
        found = await _found(edition, database=database, span=span, now=now, sources=sources, spoken=spoken, of=of)
        if deeds is not None:
            found = [one for one in found if deeds(one[0].headline)] or found
        # What was news on a day that is over is judged as of its end.
        at = span[1] if span[1] - since <= _A_DAY else now
        return await _told(found, edition, spoken, at, plain(summariser), of)

    note = _since(since.astimezone(zone), until.astimezone(zone) if until else None, language)
    return _answer(await _once(key, make), note, language, of)


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
    of: Doings | None,
) -> Brief:
    """Language by language until there are enough: only so many are looked at that can be told."""
    told: list[BriefStory] = []
    most = _FEW if of else _STORIES
    left = list(found)
    for tongue in spoken or _tongues(edition.language, left):
        here = [one for one in left if any(report.language == tongue for report in one[1])]
        left = [one for one in left if all(report.language != tongue for report in one[1])]
        whole = {story.id: reports for story, reports in here}
        here = [(story, _some(reports, tongue)) for story, reports in here]
        for item in (await _ordered(here, edition, now, of))[:_TOLD_AT_MOST]:
            await asyncio.sleep(0)  # who asked something shorter goes first
            reports = [own for own in map(quotable, item.articles) if own]
            if not reports:
                continue
            try:
                summary = await teller.summarise(item.story, reports, language=tongue)
            except Ungrounded:
                continue
            one = brief_story(item, summary, reports, update=False)
            if of is not None and of.did:
                one = _by_what_came_out(one, whole[one.id], of)
            if of is None or any(of.named_in(text) for text in (one.headline, one.lede.text if one.lede else "")):
                told.append(one)
        if len(told) >= (_ENOUGH if most == _STORIES else 1) and not spoken:
            break
    chosen = (
        _came_out(told, most, of)
        if of is not None and of.did
        else select(told, language=edition.language, minutes=edition.minutes, limit=most)
    )
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
    of: Doings | None = None,
) -> list[_Reported]:
    """The stories of that time and of the topics asked for, each with its reports of that time."""
    (since, until), wanted = span, set(edition.topics)
    async with database.read() as tx:
        active = await tx.stories.active(tenant=edition.tenant, since=since)
        if of is not None and not of.did:
            active = [story for story in active if of.concern(story.headline)]
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
        wanted=lambda one: (not sources or one.source in sources) and (of is None or of.concern(one.title)),
    )
    return told if of is None else [one for one in told if _is_news_of(of, one[1])]


def _is_news_of(of: Doings, reports: Sequence[Article]) -> bool:
    """Some report tells it, and is no essay or lesson, nor a page that bears a name alone."""
    told = (report for report in reports if len(tokens(report.title)) >= _A_HEADLINE)
    return of.told_by(report.title for report in reports) and any(form_of(report) == "news" for report in told)


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


async def _ordered(
    found: Sequence[_Reported], edition: Edition, now: datetime, of: Doings | None = None
) -> list[Scored]:
    """The best first; of very many, of those that the most newsrooms report, and of these the latest."""
    weighty = sorted(
        found, key=lambda one: (-len({report.source for report in one[1]}), -one[0].updated.timestamp(), one[0].id)
    )[:_SCORED_AT_MOST]
    scored: list[Scored] = []
    for story, mine in weighty:
        scored.append(Scored(story, mine, score(story, mine, now=now, topics=set(edition.topics))))
        await asyncio.sleep(0)
    best = sorted(scored, key=lambda one: (-one.score.value, one.story.id))[:_ORDERED_AT_MOST]
    if of and of.did:
        return best  # the best named are chosen once they are told
    worth = order(best)
    if of is not None:
        for one in best:
            if len(worth) < _ENOUGH and tells_a_deed(one.story.headline) and all(_is_apart(one, two) for two in worth):
                worth.append(one)
    return worth


def _is_apart(one: Scored, other: Scored) -> bool:
    """Another event of the same company, by its day: a brief takes both for one where only its name is told twice."""
    return abs(one.articles[0].published - other.articles[0].published) >= _APART


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


def _answer(brief: Brief, note: Callable[[bool], str], language: Language, of: Doings | None = None) -> Answer:
    sentences = tuple(_point(story, of) for story in brief.stories)
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


def _by_what_came_out(story: BriefStory, reports: Sequence[Article], of: Doings) -> BriefStory:
    """Told by a line that names what was brought out, the lede where it does, else the best title; as it is where none does."""
    if story.lede and of.tells_release(story.lede.text) and _names_it(story.lede.text):
        return story
    here = [one for one in reports if one.language == story.language and quotable(one) and of.tells_release(one.title)]
    best = max(here, key=lambda one: (_names_it(one.title), -len(one.title)), default=None)
    if best is None:
        return story
    link = SourceLink(best.source_name, best.url, best.published)
    rest = tuple(one for one in story.sources if one.url != best.url)
    return replace(story, headline=best.title, lede=None, sources=(link, *rest))


def _came_out(told: Sequence[BriefStory], most: int, of: Doings) -> tuple[BriefStory, ...]:
    """What came out first, of it what names a version; no line that says what an earlier one does."""
    kept: list[BriefStory] = []

    def weight(story: BriefStory) -> tuple[bool, bool]:
        line = _point(story, of).text
        out = of.tells_release(line)
        return out, out and _names_it(line)

    for story in sorted(told, key=weight, reverse=True):
        if of.release and not weight(story)[0]:
            continue
        if not any(say_the_same(story.headline, other.headline, story.language) for other in kept):
            kept.append(story)
    return tuple(kept[:most])


def _names_it(text: str) -> bool:
    return any(one.known for one in versioned_in(text))


def _point(story: BriefStory, of: Doings | None) -> Sentence:
    """The lede; the headline with the report that it stands over where there is none, or it does not name them whose news it is."""
    if story.lede and (of is None or of.named_in(story.lede.text) or not of.named_in(story.headline)):
        return story.lede
    source = story.sources[0]
    return Sentence(story.headline, (Citation(source.url, story.headline, source.name),))


def _link(story: BriefStory) -> StoryLink:
    return StoryLink(story.id if story.slug else "", story.slug, story.headline, story.language, story.sources[0])
