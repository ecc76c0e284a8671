"""Candidates: what an edition can be made from, every story that is news to its readers with its articles."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Final

from bot.newsroom.making.listening import readers_signals
from bot.newsroom.making.tellings import first_tellings
from bot.newsroom.making.watching import come_due
from news.history import SourceRecord
from news.languages import Language
from news.model import Article, Brief, Edition, FirstTelling, Story, Watched
from store.database import Database
from summariser.reading.commanding import is_command
from summariser.reading.staleness import told_on
from summariser.reading.traces import script_of
from summariser.stories.across import same_event, titles
from summariser.stories.ranking import Scored, score
from summariser.stories.repeats import brings_news, gist, repeats
from summariser.stories.retold import comes_round, echo, same_journey

MEMORY: Final = timedelta(days=7)
"""For so long a told story returns only with something new."""
WATCH: Final = timedelta(days=60)
"""For so long an edition remembers what it said to watch."""
WINDOWS: Final = (timedelta(hours=30), timedelta(hours=60), timedelta(days=5))
"""How far back an edition looks: further only while there is too little to tell."""
ENOUGH: Final = 5
OLD: Final = timedelta(days=3)
"""What was reported before that is no news when it comes round again."""

_Member = tuple[Story, list[Article]]


@dataclass(frozen=True, slots=True)
class Material:
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


async def gather(*, database: Database, edition: Edition, now: datetime, day: date) -> Material:
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
        if sum(speaks(item.articles, edition.language) for item in chosen) >= ENOUGH * 2:
            break
    watched = come_due(editions, list(articles.values()), day=day, language=edition.language)
    return Material(
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
    abroad = [(script_of(s.headline, s.language), titles(s, articles)) for s, articles in stories if s.id in told]

    def news(story: Story, articles: Sequence[Article]) -> bool:
        if story.id in told:
            return brings_news(articles, told[story.id])
        said = echo(articles)
        if story.language != "en" and any(comes_round(said, earlier) for earlier in heard):
            return False
        if any(same_journey(story.headline, articles, *earlier) for earlier in headed):
            return False
        script, said_here = script_of(story.headline, story.language), titles(story, articles)
        if any(script != other and same_event(said_here, earlier) for other, earlier in abroad):
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


def speaks(articles: Sequence[Article], language: Language) -> bool:
    return any(article.language == language for article in articles)
