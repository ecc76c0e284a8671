"""Every method of every repository, called for one tenant; and a row of each kind to see."""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import UTC, date, timedelta
from typing import Any

from news.asking import Feedback, Post, PostState
from news.history import Attempt, Outcome
from news.metering import Allowed, ModelCall
from news.model import DeliveryState, Edition, TextState
from news.timetable import Due
from store.articles import ArticleText
from store.database import Database, Transaction
from store.meanings import Meaning
from store.search import IndexedText, SearchQuery
from tests.store.samples import (
    NOON,
    article,
    brief,
    delivery,
    exchange,
    hours,
    inbound,
    installation,
    reader,
    source,
    story,
    subscription,
    tenant,
)

ACME = "acme"
BEFORE, AFTER = NOON - timedelta(days=1), NOON + timedelta(days=1)
EDITION = Edition("en", 5, tenant=ACME)
DAY = date(2026, 7, 17)
MEANING = Meaning("a1", "en", NOON, b"packed", ACME)
TEXT = IndexedText("a1", ["chip"], [], NOON, "en", ACME)

POST = Post(ACME, "q1", "slack", "C1", "1710.22", NOON)
CALL = ModelCall("call1", NOON, "openai", "openai/small", "summary", tenant=ACME)
TOMORROW = date(2026, 7, 18)
STATES = (DeliveryState.DUE,)
Call = Callable[[Transaction], Awaitable[Any]]


async def _counted(tx: Transaction) -> bool:
    return any(await tx.questions.count(tenant=ACME, since=BEFORE, reader="r1"))


CALLS: dict[str, Call] = {
    "sources.put": lambda tx: tx.sources.put([source(tenant=ACME)], tenant=ACME),
    "sources.retire": lambda tx: tx.sources.retire((), tenant=ACME),
    "sources.records": lambda tx: tx.sources.records(tenant=ACME),
    "sources.overdue": lambda tx: tx.sources.overdue(tenant=ACME, since=NOON, now=NOON),
    "sources.names": lambda tx: tx.sources.names(tenant=ACME),
    "sources.own_pages": lambda tx: tx.sources.own_pages(tenant=ACME),
    "sources.record": lambda tx: tx.sources.record([Attempt("orbit-labs", NOON, Outcome.READ)], tenant=ACME),
    "articles.known": lambda tx: tx.articles.known([article().key], tenant=ACME),
    "articles.add": lambda tx: tx.articles.add([article("new", tenant=ACME)], tenant=ACME),
    "articles.set_texts": lambda tx: tx.articles.set_texts([ArticleText("a1", "", TextState.NONE, 1)], tenant=ACME),
    "articles.pending": lambda tx: tx.articles.pending(tenant=ACME, since=BEFORE, seen_until=AFTER, limit=9),
    "articles.at": lambda tx: tx.articles.at(["https://tide.example/a1"], tenant=ACME),
    "articles.get": lambda tx: tx.articles.get(["a1"], tenant=ACME),
    "articles.between": lambda tx: tx.articles.between(tenant=ACME, start=BEFORE, end=AFTER, seen_until=AFTER),
    "articles.ungrouped": lambda tx: tx.articles.ungrouped(tenant=ACME, since=BEFORE, seen_until=AFTER),
    "articles.titles": lambda tx: tx.articles.titles(tenant=ACME, since=BEFORE, until=AFTER, limit=9),
    "articles.official_pages": lambda tx: tx.articles.official_pages(
        ["orbit"], tenant=ACME, since=BEFORE, until=AFTER, limit=9
    ),
    "articles.assign": lambda tx: tx.articles.assign({"a1": "s1"}, tenant=ACME),
    "articles.set_aside": lambda tx: tx.articles.set_aside(["a1"], tenant=ACME),
    "articles.headlines": lambda tx: tx.articles.headlines(
        tenant=ACME, since=BEFORE, until=AFTER, seen_until=AFTER, limit=9
    ),
    "articles.among_set_aside": lambda tx: tx.articles.among_set_aside(["a1"], tenant=ACME),
    "articles.textless": lambda tx: tx.articles.textless(["a1"], tenant=ACME),
    "articles.count": lambda tx: tx.articles.count(tenant=ACME),
    "articles.begins": lambda tx: tx.articles.begins(tenant=ACME),
    "articles.relayed": lambda tx: tx.articles.relayed(["Fjord Post"], tenant=ACME, since=BEFORE, besides=()),
    "stories.put": lambda tx: tx.stories.put([story(tenant=ACME), story("new", tenant=ACME)], tenant=ACME),
    "stories.get": lambda tx: tx.stories.get("s1", tenant=ACME),
    "stories.some": lambda tx: tx.stories.some(["s1"], tenant=ACME),
    "stories.by_slug": lambda tx: tx.stories.by_slug("slug-s1", tenant=ACME),
    "stories.active": lambda tx: tx.stories.active(tenant=ACME, since=BEFORE),
    "stories.latest": lambda tx: tx.stories.latest(tenant=ACME, limit=9, until=AFTER, topic="models", language="en"),
    "briefs.get": lambda tx: tx.briefs.get(EDITION, DAY),
    "briefs.by_id": lambda tx: tx.briefs.by_id("b1", tenant=ACME),
    "briefs.put": lambda tx: tx.briefs.put(brief("b2", EDITION)),
    "briefs.replace": lambda tx: tx.briefs.replace(brief("b2", EDITION)),
    "briefs.between": lambda tx: tx.briefs.between(EDITION, since=DAY, before=date(2026, 7, 18)),
    "briefs.unindexed": lambda tx: tx.briefs.unindexed(tenant=ACME),
    "briefs.mark_indexed": lambda tx: tx.briefs.mark_indexed(brief("b1", EDITION)),
    "briefs.list": lambda tx: tx.briefs.list(tenant=ACME, limit=9, language="en"),
    "tenants.put": lambda tx: tx.tenants.put(tenant()),
    "tenants.get": lambda tx: tx.tenants.get(ACME),
    "tenants.list": lambda tx: tx.tenants.list(),
    "readers.put": lambda tx: tx.readers.put(reader("new", ACME), tenant=ACME),
    "readers.get": lambda tx: tx.readers.get("r1", tenant=ACME),
    "readers.list": lambda tx: tx.readers.list(tenant=ACME),
    "readers.called": lambda tx: tx.readers.called("r1", tenant=ACME),
    "subscriptions.put": lambda tx: tx.subscriptions.put([subscription("new", ACME)], tenant=ACME),
    "subscriptions.get": lambda tx: tx.subscriptions.get("sub1", tenant=ACME),
    "subscriptions.list": lambda tx: tx.subscriptions.list(tenant=ACME),
    "subscriptions.audience": lambda tx: tx.subscriptions.audience("email", tenant=ACME),
    "subscriptions.suspend": lambda tx: tx.subscriptions.suspend({"sub1": "gone"}, tenant=ACME),
    "subscriptions.remove": lambda tx: tx.subscriptions.remove(["new"], tenant=ACME),
    "schedules.set": lambda tx: tx.schedules.set({"sub1": Due(NOON, DAY)}, tenant=ACME),
    "schedules.next": lambda tx: tx.schedules.next(tenant=ACME),
    "schedules.due": lambda tx: tx.schedules.due(tenant=[ACME], until=AFTER, limit=9),
    "saved.erase": lambda tx: tx.saved.erase("nobody", tenant=ACME),
    "notes.erase": lambda tx: tx.notes.erase("U9", tenant=ACME),
    "readers.erase": lambda tx: tx.readers.erase("new", tenant=ACME),
    "questions.put": lambda tx: tx.questions.put(exchange("new", ACME), tenant=ACME),
    "questions.get": lambda tx: tx.questions.get("q1", tenant=ACME),
    "questions.list": lambda tx: tx.questions.list(tenant=ACME, limit=9),
    "questions.asked_by": lambda tx: tx.questions.asked_by("r1", tenant=ACME),
    "questions.some": lambda tx: tx.questions.some(["q1"], tenant=ACME),
    "questions.thread": lambda tx: tx.questions.thread("t1", tenant=ACME, since=BEFORE, limit=9),
    "questions.count": _counted,
    "questions.correct": lambda tx: tx.questions.correct("q1", exchange().answer, tenant=ACME, at=NOON),
    "questions.corrected": lambda tx: tx.questions.corrected(tenant=ACME, limit=5),
    "questions.erase": lambda tx: tx.questions.erase("nobody", tenant=ACME),
    "questions.remove": lambda tx: tx.questions.remove(["q1"], tenant=ACME),
    "questions.purge": lambda tx: tx.questions.purge(tenant=ACME, before=BEFORE),
    "feedback.put": lambda tx: tx.feedback.put(Feedback(ACME, "answer", "q1", "r1", "wrong", NOON), tenant=ACME),
    "feedback.list": lambda tx: tx.feedback.list(tenant=ACME, about="answer", limit=9, verdict="useful"),
    "feedback.on_stories": lambda tx: tx.feedback.on_stories(tenant=[ACME], since=BEFORE, limit=9),
    "feedback.forget": lambda tx: tx.feedback.forget(["q9"], tenant=ACME),
    "feedback.erase": lambda tx: tx.feedback.erase("nobody", tenant=ACME),
    "feedback.purge": lambda tx: tx.feedback.purge(tenant=ACME, before=BEFORE),
    "posts.put": lambda tx: tx.posts.put(POST, tenant=ACME),
    "posts.of": lambda tx: tx.posts.of("q1", tenant=ACME),
    "posts.open": lambda tx: tx.posts.open(tenant=ACME, states=[PostState.POSTED], limit=9),
    "posts.call_back": lambda tx: tx.posts.call_back("q9", tenant=ACME),
    "posts.settle": lambda tx: tx.posts.settle(POST, tenant=ACME),
    "posts.forget": lambda tx: tx.posts.forget(["q9"], tenant=ACME),
    "deliveries.plan": lambda tx: tx.deliveries.plan([delivery("new", ACME, brief="b2", day=TOMORROW)], tenant=ACME),
    "deliveries.get": lambda tx: tx.deliveries.get("b1", "sub1", tenant=ACME),
    "deliveries.threads": lambda tx: tx.deliveries.threads(["b1"], ["sub1"], tenant=ACME),
    "deliveries.find": lambda tx: tx.deliveries.find(tenant=ACME, limit=9, states=STATES, ids=["d1"]),
    "deliveries.counts": lambda tx: tx.deliveries.counts(tenant=ACME, since=BEFORE, until=AFTER),
    "deliveries.unfinished": lambda tx: tx.deliveries.unfinished(
        tenant=ACME, since=BEFORE, until=AFTER, retry_until=AFTER
    ),
    "deliveries.loose": lambda tx: tx.deliveries.loose("b1", tenant=ACME, limit=9),
    "deliveries.editions": lambda tx: tx.deliveries.editions("b1", tenant=ACME),
    "deliveries.freeze": lambda tx: tx.deliveries.freeze(["d1"], "c1", tenant=ACME),
    "deliveries.members": lambda tx: tx.deliveries.members("c1", tenant=ACME),
    "deliveries.claim": lambda tx: tx.deliveries.claim(["d1"], claim="w1", now=NOON, tenant=ACME),
    "deliveries.settle": lambda tx: tx.deliveries.settle(
        [delivery(tenant=ACME, state=DeliveryState.SENT)], claim="w1", tenant=ACME
    ),
    "deliveries.abandon": lambda tx: tx.deliveries.abandon(
        "c1", claims=["w2"], state=DeliveryState.UNKNOWN, error="", now=NOON, tenant=ACME
    ),
    "deliveries.release": lambda tx: tx.deliveries.release(
        tenant=ACME, states=STATES, since=BEFORE, until=AFTER, untouched_since=AFTER, retry_until=AFTER
    ),
    "deliveries.share": lambda tx: tx.deliveries.share(["d1"], key="k", claim="w1", tenant=ACME),
    "deliveries.advance": lambda tx: tx.deliveries.advance(delivery(tenant=ACME), claim="w1", tenant=ACME),
    "deliveries.postpone": lambda tx: tx.deliveries.postpone(["d1"], until=AFTER, tenant=ACME),
    "deliveries.next_at": lambda tx: tx.deliveries.next_at("c1", tenant=ACME),
    "deliveries.is_sending": lambda tx: tx.deliveries.is_sending("c1", tenant=ACME),
    "deliveries.revive": lambda tx: tx.deliveries.revive(["d1"], now=NOON, tenant=ACME),
    "deliveries.known_as": lambda tx: tx.deliveries.known_as("p1", channel="email", tenant=ACME),
    "installations.put": lambda tx: tx.installations.put(installation(ACME), tenant=ACME),
    "installations.get": lambda tx: tx.installations.get("slack", tenant=ACME),
    "installations.erase": lambda tx: tx.installations.erase("U1", tenant=ACME),
    "installations.remove": lambda tx: tx.installations.remove("slack", tenant=ACME),
    "notes.add": lambda tx: tx.notes.add("slack", "seen", "yes", tenant=ACME, until=None),
    "inbox.add": lambda tx: tx.inbox.add([inbound("e2", ACME)], tenant=ACME, claim="w1"),
    "inbox.claims": lambda tx: tx.inbox.claims(tenant=[ACME]),
    "inbox.take": lambda tx: tx.inbox.take(tenant=[ACME], claims=["w1"], claim="w2", now=AFTER, limit=9),
    "inbox.erase": lambda tx: tx.inbox.erase("U1", tenant=ACME),
    "inbox.put_back": lambda tx: tx.inbox.put_back(
        inbound("e1", ACME), tenant=ACME, attempts=1, retry_at=NOON, error="busy"
    ),
    "inbox.finish": lambda tx: tx.inbox.finish([inbound("e1", ACME)], tenant=ACME),
    "inbox.forget": lambda tx: tx.inbox.forget(tenant=ACME, before=BEFORE),
    "notes.put": lambda tx: tx.notes.put("slack", "welcomed", "yes", tenant=ACME, until=None),
    "notes.get": lambda tx: tx.notes.get("slack", "welcomed", tenant=ACME, now=NOON),
    "notes.forget": lambda tx: tx.notes.forget(tenant=ACME, now=NOON),
    "saved.put": lambda tx: tx.saved.put("s1", reader="r1", tenant=ACME, at=NOON),
    "saved.list": lambda tx: tx.saved.list(reader="r1", tenant=ACME, limit=9),
    "saved.remove": lambda tx: tx.saved.remove("s1", reader="r1", tenant=ACME),
    "workers.enlist": lambda tx: tx.workers.enlist("w1", token="t1", place="here", instead_of=None),
    "workers.beat": lambda tx: tx.workers.beat("w1", token="t1"),
    "workers.known": lambda tx: tx.workers.known(silent_after=hours(1)),
    "workers.bury": lambda tx: tx.workers.bury(silent_after=hours(1)),
    "workers.alone": lambda tx: tx.workers.alone(),
    "workers.leave": lambda tx: tx.workers.leave("w1", token="t1"),
    "model_calls.reserve": lambda tx: tx.model_calls.reserve(CALL, Allowed(since=BEFORE, install=9.0, per_minute=9)),
    "model_calls.settle": lambda tx: tx.model_calls.settle(CALL),
    "model_calls.list": lambda tx: tx.model_calls.list(since=BEFORE, until=AFTER),
    "model_calls.days": lambda tx: tx.model_calls.days(since=DAY, until=DAY),
    "model_calls.days_of_tenants": lambda tx: tx.model_calls.days_of_tenants(since=DAY, until=DAY),
    "model_calls.fold": lambda tx: tx.model_calls.fold(tenant=ACME, before=AFTER, zone=UTC),
    "model_replies.put": lambda tx: tx.model_replies.put("k1", "{}", at=NOON, since=BEFORE),
    "model_replies.get": lambda tx: tx.model_replies.get("k1", since=BEFORE),
    "model_replies.forget": lambda tx: tx.model_replies.forget(before=BEFORE),
    "meanings.add": lambda tx: tx.meanings.add([MEANING], tenant=ACME),
    "meanings.missing": lambda tx: tx.meanings.missing(tenant=ACME, limit=9),
    "meanings.missing_count": lambda tx: tx.meanings.missing_count(tenant=ACME),
    "meanings.after": lambda tx: tx.meanings.after(0, tenant=ACME, limit=9),
    "search.index": lambda tx: tx.search.index([TEXT], tenant=ACME),
    "search.index_new": lambda tx: tx.search.index_new([TEXT], tenant=ACME),
    "search.index_told": lambda tx: tx.search.index_told([TEXT], tenant=ACME),
    "search.missing": lambda tx: tx.search.missing(tenant=ACME, limit=9),
    "search.missing_count": lambda tx: tx.search.missing_count(tenant=ACME),
    "search.weights": lambda tx: tx.search.weights(["chip"], tenant=ACME),
    "search.changes": lambda tx: tx.search.changes(tenant=ACME),
    "search.find": lambda tx: tx.search.find(SearchQuery(("chip",)), tenant=ACME, limit=9),
}


async def fill(db: Database, owner: str) -> None:
    """One of each noun, under the same ids for whatever owner."""
    async with db.begin() as tx:
        await tx.tenants.put(tenant(owner))
        await tx.sources.put([source(tenant=owner)], tenant=owner)
        await tx.articles.add([article(tenant=owner, story="s1")], tenant=owner)
        await tx.stories.put([story(slug=f"slug-{owner}", tenant=owner)], tenant=owner)
        await tx.briefs.put(brief("b1", Edition("en", 5, tenant=owner)))
        await tx.readers.put(reader("r1", owner), tenant=owner)
        await tx.subscriptions.put([subscription(tenant=owner)], tenant=owner)
        await tx.schedules.set({"sub1": Due(NOON, DAY)}, tenant=owner)
        await tx.questions.put(exchange("q1", owner, reader="r1", thread="t1"), tenant=owner)
        await tx.feedback.put(Feedback(owner, "answer", "q1", "r1", "useful", NOON), tenant=owner)
        await tx.feedback.put(Feedback(owner, "story", "s1", "r1", "useful", NOON), tenant=owner)
        await tx.posts.put(replace(POST, tenant=owner), tenant=owner)
        await tx.deliveries.plan([delivery(tenant=owner, platform_id="p1")], tenant=owner)
        await tx.inbox.add([inbound("e1", owner)], tenant=owner, claim="w1")
        await tx.notes.put("slack", "welcomed", "yes", tenant=owner, until=None)
        await tx.installations.put(installation(owner), tenant=owner)
        await tx.saved.put("s1", reader="r1", tenant=owner, at=NOON)
        await tx.search.index([IndexedText("a1", ["chip"], [], NOON, "en", owner)], tenant=owner)
        await tx.meanings.add([replace(MEANING, tenant=owner)], tenant=owner)
