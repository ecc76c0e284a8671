"""Articles: stored once per tenant, found by key, by time and by what is still to do with them."""

import json
import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import datetime
from functools import cache
from hashlib import blake2b
from operator import attrgetter
from typing import Any, Final, NamedTuple

from sqlalchemy import (
    ARRAY,
    ColumnElement,
    Row,
    Select,
    Text,
    any_,
    bindparam,
    func,
    or_,
    select,
    type_coerce,
    update,
)
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.types import NullType

from news.headline import Headline
from news.languages import Language
from news.model import Article, TextState, Tier
from store.kept_articles import kept_articles
from store.statements import Repository, check_owner, chunks, each_of, for_tenant, owned, readable, visible
from store.tables import ARTICLES

_COLUMNS = [ARTICLES.c[field.name] for field in fields(Article)]
_HEADLINE = [
    ARTICLES.c[name] for name in ("id", "title", "source", "tier", "language", "published", "story", "off_topic")
]
# Without the type that makes it a date: as the engine has it.
_STAMP = [ARTICLES.c[name] for name in ("tenant", "id", "text_state", "attempts", "story")] + [
    type_coerce(ARTICLES.c.seen, NullType()).label("seen")
]
_TITLED = [ARTICLES.c[name] for name in ("id", "title", "published")]
_TIERS = {one.value: one for one in Tier}
_STATES = {one.value: one for one in TextState}
_NEWEST_FIRST = (ARTICLES.c.published.desc(), ARTICLES.c.id)


class Titled(NamedTuple):
    """As much of an article as its title tells."""

    id: str
    title: str
    published: datetime


@dataclass(frozen=True, slots=True)
class ArticleText:
    """What became of an article's full text. `url` is where its page answered, None when that did not change."""

    id: str
    text: str
    text_state: TextState
    attempts: int
    url: str | None = None


class Articles(Repository):
    """`without`: ids that are told of to nobody who looks for what reports say."""

    def __init__(self, connection: AsyncConnection, without: frozenset[str] = frozenset()) -> None:
        super().__init__(connection)
        self._without = without

    async def known(self, keys: Collection[str], *, tenant: str) -> set[str]:
        """Those of the keys that are stored already."""
        digests = {_digest(key): key for key in keys}
        found: set[str] = set()
        for chunk in chunks(digests):
            statement = select(ARTICLES.c.key_digest).where(visible(ARTICLES, tenant), ARTICLES.c.key_digest.in_(chunk))
            found.update(digests[row.key_digest] for row in await self._all(statement))
        return found

    async def add(self, articles: Sequence[Article], *, tenant: str) -> int:
        """How many were new: an article whose key or id is taken is left as it is."""
        check_owner(articles, tenant)
        if not articles:
            return 0
        statement = self._insert_new(ARTICLES).returning(ARTICLES.c.id)
        # In one order for everybody, or two writers on PostgreSQL could wait for each other.
        rows = [_values(article) for article in sorted(articles, key=attrgetter("id"))]
        return len((await self._connection.execute(statement, rows)).all())

    async def textless(self, ids: Collection[str], *, tenant: str) -> set[str]:
        """Those of the tenant's own articles whose text is not had."""
        found: set[str] = set()
        for chunk in chunks(dict.fromkeys(ids)):
            mine = (owned(ARTICLES, tenant), ARTICLES.c.id.in_(chunk), ARTICLES.c.text_state != TextState.HAD.value)
            found.update(row.id for row in await self._all(select(ARTICLES.c.id).where(*mine)))
        return found

    async def set_texts(self, updates: Sequence[ArticleText], *, tenant: str) -> None:
        statement = _change(tenant).values(
            text=bindparam("new_text"),
            text_state=bindparam("new_state"),
            attempts=bindparam("new_attempts"),
            url=func.coalesce(bindparam("new_url", type_=ARTICLES.c.url.type), ARTICLES.c.url),
        )
        await self._many(statement, [_text_values(item) for item in updates])

    async def pending(self, *, tenant: str, since: datetime, seen_until: datetime, limit: int) -> list[Article]:
        """Articles whose page is still to be read, newest first; those set aside are not worth a request."""
        waiting = (ARTICLES.c.text_state == TextState.PENDING.value, ~ARTICLES.c.off_topic)
        return await self._articles(_seen(tenant, since, seen_until).where(*waiting).limit(limit))

    async def get(self, ids: Sequence[str], *, tenant: str) -> list[Article]:
        """In the order asked for; an unknown id is left out. A tenant's own article goes before a public one."""
        found: dict[str, Article] = {}
        for chunk in chunks(dict.fromkeys(ids)):
            for article in await self._read(chunk, tenant):
                if article.tenant == tenant or article.id not in found:
                    found[article.id] = article
        return [found[id] for id in ids if id in found and id not in self._without]

    async def _read(self, ids: list[str], tenant: str) -> list[Article]:
        """What was read before and has not changed is not read again."""
        kept, dialect = kept_articles(self._connection), self._connection.dialect.name
        given = readable(tenant)
        if kept is None:
            return await self._articles(_some(dialect), **given, ids=_as_given(ids, dialect))
        rows = await self._all(_some(dialect, stamps=True), **given, ids=_as_given(ids, dialect))
        stamps = {tuple(row): kept.get(tuple(row)) for row in rows}
        new = {stamp[:2]: stamp for stamp, article in stamps.items() if article is None}
        if new:
            unread = list(dict.fromkeys(id for _, id in new))
            for article in await self._articles(_some(dialect), **given, ids=_as_given(unread, dialect)):
                stamp = new.get((article.tenant, article.id))
                if stamp is not None:
                    stamps[stamp] = article
                    kept.keep(stamp, article)
        return [article for article in stamps.values() if article is not None]

    async def at(self, keys: Collection[str], *, tenant: str) -> list[Article]:
        """Those that have these keys."""
        digests = list(map(_digest, keys))
        return await self._articles(_visible(tenant).where(ARTICLES.c.key_digest.in_(digests)))

    async def between(
        self, *, tenant: str, start: datetime, end: datetime, seen_until: datetime, language: Language | None = None
    ) -> list[Article]:
        """Published in [start, end), newest first."""
        statement = _seen(tenant, start, seen_until).where(ARTICLES.c.published < end)
        return await self._articles(statement if language is None else statement.where(_in_language(language)))

    async def titles(
        self,
        *,
        tenant: str,
        since: datetime,
        until: datetime | None,
        languages: Sequence[Language] = (),
        sources: Sequence[str] = (),
        limit: int,
    ) -> list[Titled]:
        """Of what was published in that time, newest first; in these languages, by these sources, where some are given."""
        theirs = (
            visible(ARTICLES, tenant),
            ARTICLES.c.published >= since,
            *((ARTICLES.c.published <= until,) if until else ()),
            *((ARTICLES.c.language.in_(languages),) if languages else ()),
            *((ARTICLES.c.source.in_(sources),) if sources else ()),
        )
        statement = select(*_TITLED).where(*theirs).order_by(*_NEWEST_FIRST).limit(limit)
        return [Titled._make(row) for row in await self._all(statement) if row.id not in self._without]

    async def headlines(
        self,
        *,
        tenant: str,
        since: datetime,
        until: datetime,
        seen_until: datetime,
        languages: Sequence[Language] = (),
        sources: Sequence[str] = (),
        limit: int,
    ) -> list[Headline]:
        """Of what was published in that time, newest first; in these languages, by these sources, where some are given."""
        theirs = (
            visible(ARTICLES, tenant),
            ARTICLES.c.published.between(since, until),
            ARTICLES.c.seen <= seen_until,
            *((ARTICLES.c.language.in_(languages),) if languages else ()),
            *((ARTICLES.c.source.in_(sources),) if sources else ()),
        )
        rows = await self._all(select(*_HEADLINE).where(*theirs).order_by(*_NEWEST_FIRST).limit(limit))
        return [_headline(row) for row in rows if row.id not in self._without]

    async def official_pages(
        self, names: Sequence[str], *, tenant: str, since: datetime, until: datetime, limit: int
    ) -> list[Article]:
        """Of official sources with one of these words in their name, published in that time, newest first."""
        if not names:
            return []
        called = or_(*(func.lower(ARTICLES.c.source_name).contains(name.lower(), autoescape=True) for name in names))
        own = (ARTICLES.c.published.between(since, until), ARTICLES.c.tier == Tier.OFFICIAL.value, called)
        found = await self._articles(_visible(tenant).where(*own).limit(limit))
        return [one for one in found if one.id not in self._without]

    async def ungrouped(
        self,
        *,
        tenant: str,
        since: datetime,
        seen_until: datetime,
        until: datetime | None = None,
        languages: Sequence[Language] = (),
        limit: int | None = None,
    ) -> list[Article]:
        """Neither in a story nor set aside, newest first; published at `until` or before, in these languages where some are given."""
        statement = _seen(tenant, since, seen_until).where(ARTICLES.c.story.is_(None), ~ARTICLES.c.off_topic)
        if until is not None:
            statement = statement.where(ARTICLES.c.published <= until)
        if languages:
            statement = statement.where(ARTICLES.c.language.in_(languages))
        return await self._articles(statement.limit(limit))

    async def assign(self, pairs: Mapping[str, str], *, tenant: str) -> None:
        """Article id to story id."""
        statement = _change(tenant).values(story=bindparam("new_story"), off_topic=False)
        await self._many(statement, [{"article": article, "new_story": story} for article, story in pairs.items()])

    async def set_aside(self, ids: Collection[str], *, tenant: str) -> None:
        """Marks articles as no news of ours: `ungrouped` and `pending` never give them again."""
        await self._many(_change(tenant).values(off_topic=True), [{"article": id} for id in ids])

    async def among_set_aside(self, ids: Collection[str], *, tenant: str) -> set[str]:
        """Those of the ids that are marked as no news of ours."""
        found: set[str] = set()
        for chunk in chunks(dict.fromkeys(ids)):
            aside = (visible(ARTICLES, tenant), ARTICLES.c.id.in_(chunk), ARTICLES.c.off_topic)
            found.update(row.id for row in await self._all(select(ARTICLES.c.id).where(*aside)))
        return found

    async def count(self, *, tenant: str) -> int:
        row = await self._first(select(func.count().label("articles")).where(visible(ARTICLES, tenant)))
        return 0 if row is None else int(row.articles)

    async def relayed(
        self, outlets: Collection[str], *, tenant: str, since: datetime, besides: Collection[str]
    ) -> tuple[set[str], set[str]]:
        """The sources, `besides` these, that pass on what such outlets reported, and those of their reports whose titles do not end by one of
        them: "… - Reuters", "… (Mark Gurman/Bloomberg)"."""
        of_time = (visible(ARTICLES, tenant), ARTICLES.c.published >= since)
        others = (ARTICLES.c.source.not_in(besides),) if besides else ()
        named = select(ARTICLES.c.id, ARTICLES.c.source, ARTICLES.c.title).where(*of_time, *others)
        rows = [
            (one, row)
            for one in outlets
            for row in await self._all(named.where(ARTICLES.c.title.icontains(one, autoescape=True)))
        ]
        found = [row for one, row in rows if re.search(_CREDIT.format(re.escape(one)), row.title, re.IGNORECASE)]
        sources = {row.source for row in found}
        if not sources:
            return set(), set()
        every = await self._all(select(ARTICLES.c.id).where(*of_time, ARTICLES.c.source.in_(sources)))
        return sources, {row.id for row in every} - {row.id for row in found}

    async def begins(self, *, tenant: str) -> datetime | None:
        """When the first was published of all but the few that a feed still had from long before; None where there is none."""
        few = await self.count(tenant=tenant) // _OLD
        oldest = select(ARTICLES.c.published).where(visible(ARTICLES, tenant)).order_by(ARTICLES.c.published)
        row = await self._first(oldest.offset(few).limit(1))
        return None if row is None else row.published

    async def _articles(self, statement: Select[Any], **given: Any) -> list[Article]:
        return [_article(row) for row in await self._all(statement, **given)]


_CREDIT: Final = r"(?: [-|] {0}|[(/]{0}\))$"
"""How a title ends that credits an outlet."""
_OLD: Final = 200
"""One of so many may be older than the archive."""


def _digest(key: str) -> str:
    return blake2b(key.encode("utf-8", "replace"), digest_size=16).hexdigest()


@cache
def _some(dialect: str, *, stamps: bool = False) -> Select[Any]:
    """Those of the `ids`, in no order, or SQLite goes through all that there are, in that one; or their stamps alone."""
    among: ColumnElement[bool] = ARTICLES.c.id == any_(bindparam("ids", type_=ARRAY(Text)))
    if dialect == "sqlite":
        among = ARTICLES.c.id.in_(each_of(bindparam("ids", type_=Text)))
    return select(*(_STAMP if stamps else _COLUMNS)).where(for_tenant(ARTICLES), among)


def _as_given(ids: list[str], dialect: str) -> str | list[str]:
    return json.dumps(ids) if dialect == "sqlite" else ids


def _visible(tenant: str) -> Select[Any]:
    return select(*_COLUMNS).where(visible(ARTICLES, tenant)).order_by(*_NEWEST_FIRST)


def _seen(tenant: str, since: datetime, seen_until: datetime) -> Select[Any]:
    return _visible(tenant).where(ARTICLES.c.published >= since, ARTICLES.c.seen <= seen_until)


def _in_language(language: Language) -> ColumnElement[bool]:
    return ARTICLES.c.language == language


def _change(tenant: str) -> Any:
    return update(ARTICLES).where(owned(ARTICLES, tenant), ARTICLES.c.id == bindparam("article"))


def _text_values(item: ArticleText) -> dict[str, Any]:
    return {
        "article": item.id,
        "new_text": item.text,
        "new_state": item.text_state.value,
        "new_attempts": item.attempts,
        "new_url": item.url,
    }


def _values(article: Article) -> dict[str, Any]:
    return {
        "tenant": article.tenant,
        "id": article.id,
        "key": article.key,
        "key_digest": _digest(article.key),
        "url": article.url,
        "source": article.source,
        "source_name": article.source_name,
        "tier": article.tier.value,
        "title": article.title,
        "summary": article.summary,
        "text": article.text,
        "text_state": article.text_state.value,
        "language": article.language,
        "published": article.published,
        "dated": article.dated,
        "seen": article.seen,
        "attempts": article.attempts,
        "story": article.story,
        "off_topic": False,
    }


def _article(row: Row[Any]) -> Article:
    id, key, url, source, name, tier, title, summary, text, state, *rest = tuple(row)  # hundreds a question
    return Article(id, key, url, source, name, _TIERS[tier], title, summary, text, _STATES[state], *rest)


def _headline(row: Row[Any]) -> Headline:
    id, title, source, tier, language, published, story, aside = tuple(row)
    return Headline(id, title, source, _TIERS[tier], language, published, story, aside)
