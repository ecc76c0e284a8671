"""Brief: choose, tell and freeze one dated edition."""

import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta, tzinfo
from itertools import groupby
from typing import Final

from bot.newsroom.crediting import source_links
from bot.newsroom.editions import brief_id
from bot.newsroom.guests import NEAR, as_guest, guests, nearest, strangeness, tongue
from bot.newsroom.indexing import index_brief
from bot.newsroom.listening import readers_signals
from bot.newsroom.tellings import first_telling, first_tellings, what_is_new
from bot.newsroom.watching import come_due
from bot.newsroom.writing import SECONDS, Writing, write_all, writers, written_by
from news.errors import Ungrounded
from news.history import Outcome, SourceRecord
from news.languages import Language
from news.metering import Bill
from news.model import (
    Article,
    Brief,
    BriefStory,
    Edition,
    FirstTelling,
    Story,
    Summary,
    Watched,
)
from news.ports import Clock, Summariser
from store.database import Database
from summariser import extractive
from summariser.commanding import is_command
from summariser.ranking import NOTHING_NEW, RankingPolicy, Scored, order, score
from summariser.releases import is_press_release
from summariser.relevance import judge
from summariser.repeats import brings_news, gist, repeats
from summariser.retold import comes_round, echo, same_journey
from summariser.selection import reading_seconds_of, reading_seconds_of_watched, reading_seconds_total, select
from summariser.showing import shows_ai, shows_news, shows_truth, tells_news
from summariser.staleness import told_on

MEMORY: Final = timedelta(days=7)
"""For so long a told story returns only with something new."""
WATCH: Final = timedelta(days=60)
"""For so long an edition remembers what it said to watch."""
WINDOWS: Final = (timedelta(hours=30), timedelta(hours=60), timedelta(days=5))
"""How far back an edition looks: further only while there is too little to tell."""
ENOUGH: Final = 5
TOLD_AT_MOST: Final = 45
OLD: Final = timedelta(days=3)
"""What was reported before that is no news when it comes round again."""
_PLAIN: Final = RankingPolicy(least=2.5)
"""For what in the reader's own script comes before any guest in a strange one."""
_PERHAPS_AI: Final = 0.25


_Member = tuple[Story, list[Article]]


@dataclass(frozen=True, slots=True)
class _Material:
    """What an edition is made from: every candidate with its articles, and what earlier editions told."""

    stories: tuple[Scored, ...]
    told: Mapping[str, frozenset[str]]
    records: tuple[SourceRecord, ...]
    watched: tuple[tuple[Watched, str], ...] = ()
    first: Mapping[str, FirstTelling] = field(default_factory=dict)
    again: frozenset[str] = frozenset()
    headed: tuple[tuple[str, list[Article]], ...] = ()
    """Titles that earlier editions showed, each with the articles that it stood for."""

    @property
    def new(self) -> list[Scored]:
        """Without what days ago was news: it comes before a guest in a strange script, and before nothing else."""
        return [item for item in self.stories if item.story.id not in self.again]


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

    One without news is not kept. It waits `writing_seconds` at most for a summariser that writes.
    """
    now = clock.now()
    day = day or now.astimezone(zone).date()
    if not rebuild:
        async with database.read() as tx:
            kept = await tx.briefs.get(edition, day)
        if kept is not None:
            return kept
    material = await _gather(database=database, edition=edition, now=now, day=day)
    with Bill().open() as bill:
        told = (
            await _write(material, summariser=summariser, edition=edition, seconds=writing_seconds)
            if summariser.writes
            else await _tell(material, summariser=summariser, edition=edition)
        )
    name = (", ".join(writers(told)) or extractive.NAME) if summariser.writes else summariser.name
    brief = replace(_frozen(edition, day, now, told, material, name, sample), cost=bill.usd, priced=bill.priced)
    if not brief.stories:
        return brief
    async with database.begin() as tx:
        brief = await (tx.briefs.replace(brief) if rebuild else tx.briefs.put(brief))
    await index_brief(brief, database=database)
    return brief


async def _gather(*, database: Database, edition: Edition, now: datetime, day: date) -> _Material:
    """Candidates of the shortest window that holds enough of the edition's language."""
    tenant = edition.tenant
    async with database.read() as tx:
        editions = await tx.briefs.between(edition, since=day - WATCH, before=day)
        records = await tx.sources.records(tenant=tenant)
        readers = await readers_signals(tx, edition, now)
        active = await tx.stories.active(tenant=tenant, since=now - max(MEMORY, WINDOWS[-1]))
        found = await tx.articles.get([i for story in active for i in story.articles], tenant=tenant)
    articles = {a.id: a for a in found if a.seen <= now and a.published <= now and not is_command(a.title)}
    members = [(story, [articles[i] for i in story.articles if i in articles]) for story in active]
    told = _told_of(active, [brief for brief in editions if brief.date >= day - MEMORY])
    fresh = _not_told_elsewhere([(s, a) for s, a in members if a], told)
    again = _come_round([(s, a) for s, a in members if a], now - OLD) - told.keys()
    wanted = [(s, a) for s, a in fresh if not edition.topics or set(edition.topics) & set(s.topics)]

    def scored(story: Story, articles: list[Article]) -> Scored:
        before = told.get(story.id, frozenset())
        points = score(story, articles, now=now, told=before, topics=set(edition.topics), readers=readers)
        return Scored(story, articles, points)

    chosen: list[Scored] = []
    for window in WINDOWS:
        chosen = [scored(s, a) for s, a in wanted if any(told_on(x) >= now - window for x in a)]
        if sum(_speaks(item.articles, edition.language) for item in chosen) >= ENOUGH * 2:
            break
    watched = come_due(editions, list(articles.values()), day=day, language=edition.language)
    return _Material(
        tuple(chosen),
        told,
        tuple(records),
        tuple(watched),
        first_tellings(editions),
        again,
        _headed(editions, articles),
    )


def _headed(editions: Sequence[Brief], articles: Mapping[str, Article]) -> tuple[tuple[str, list[Article]], ...]:
    shown = (story for brief in editions for story in brief.stories)
    return tuple((story.headline, [articles[i] for i in story.articles if i in articles]) for story in shown)


def _told_of(stories: Sequence[Story], editions: Sequence[Brief]) -> dict[str, frozenset[str]]:
    """What was told of each story, by its articles: a story told before it was merged into another stays told."""
    told = frozenset(article for brief in editions for story in brief.stories for article in story.articles)
    shared = {story.id: told & frozenset(story.articles) for story in stories}
    return {id: articles for id, articles in shared.items() if articles}


def _not_told_elsewhere(stories: Sequence[_Member], told: Mapping[str, frozenset[str]]) -> list[_Member]:
    """What is news to this reader: not told, or told and gone on; and no other story's event under another headline."""
    memory = [gist(story, articles) for story, articles in stories if story.id in told]
    headed = [(story.headline, articles) for story, articles in stories if story.id in told]
    heard = [echo(articles) for _, articles in headed]

    def news(story: Story, articles: Sequence[Article]) -> bool:
        if story.id in told:
            return brings_news(articles, told[story.id])
        said = echo(articles)
        if story.language != "en" and any(comes_round(said, earlier) for earlier in heard):
            return False
        if any(same_journey(story.headline, articles, *earlier) for earlier in headed):
            return False
        this = gist(story, articles)
        return not any(repeats(this, earlier) for earlier in memory)

    return [(story, articles) for story, articles in stories if news(story, articles)]


def _come_round(stories: Sequence[_Member], old: datetime) -> frozenset[str]:
    """Stories in other languages than English that repeat what reports from before `old` had said."""
    heard = [echo(before) for _, articles in stories if (before := [one for one in articles if told_on(one) < old])]
    late = ((s.id, [one for one in a if told_on(one) >= old]) for s, a in stories if s.language != "en")
    said = ((id, echo(articles)) for id, articles in late if articles)
    return frozenset(id for id, this in said if any(comes_round(this, earlier) for earlier in heard))


def _speaks(articles: Sequence[Article], language: Language) -> bool:
    return any(article.language == language for article in articles)


def _is_ai(articles: Sequence[Article], language: Language) -> bool:
    """Whether what the reader would be shown is about AI: a report elsewhere that calls it so is not shown."""
    return any(judge(a.title, a.words).score >= _PERHAPS_AI for a in articles if a.language == language)


def _reports_ai(articles: Sequence[Article], language: Language) -> bool:
    return tells_news(articles, language) and _is_ai(articles, language)


async def _tell(material: _Material, *, summariser: Summariser, edition: Edition) -> tuple[BriefStory, ...]:
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
        spoken = [item for item in material.stories if _speaks(item.articles, language)]
        chosen = await choose([item for item in spoken if _is_ai(item.articles, language)], essays=True)
    if len(chosen) >= ENOUGH:
        return chosen
    others = guests([item for item in material.new if not _speaks(item.articles, language)], language)
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
    material: _Material, *, summariser: Summariser, edition: Edition, seconds: float
) -> tuple[BriefStory, ...]:
    """Chosen by drafts that cost nothing, from every language; then told by the summariser in the edition's own.

    What it cannot tell is told as ever, in its sources' words; where it tells nothing, the whole edition is.
    """
    plain, language = extractive.ExtractiveSummariser(), edition.language
    spent = sum(reading_seconds_of_watched(watched, language) for watched, _ in material.watched)
    ranked = {item.story.id: item for item in order(material.new)[:TOLD_AT_MOST]}
    tongues = {
        id: language if _speaks(item.articles, language) else tongue(item.articles) for id, item in ranked.items()
    }
    found = [await _told(item, material, plain, tongues[id]) for id, item in ranked.items()]
    drafts = {story.id: story for story in found if story}
    chosen = select(list(drafts.values()), language=language, minutes=edition.minutes, spent=spent)

    async def write(draft: BriefStory) -> BriefStory | None:
        return await _told(ranked[draft.id], material, summariser, language, any_language=True, draft=draft)

    def made_of(writing: Writing) -> tuple[BriefStory, ...]:
        return writing.explained(_made(drafts, writing.told, language=language, minutes=edition.minutes, spent=spent))

    until = time.monotonic() + seconds
    writing = await write_all(chosen, write, language=language, seconds=seconds)
    if not written_by(list(writing.told.values())):
        return writing.explained(await _tell(material, summariser=plain, edition=edition))
    left = until - time.monotonic()
    unasked = [one for one in made_of(writing) if one.provenance is None and (one.lede or one.language != language)]
    if unasked and left > 0:  # they took the places of stories that could not be told
        writing = writing.and_then(await write_all(unasked, write, language=language, seconds=left))
    return made_of(writing)


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
    material: _Material,
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
    material: _Material,
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
