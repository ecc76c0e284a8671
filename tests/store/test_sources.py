"""Sources and their history."""

from datetime import timedelta

import pytest

from news.errors import StoreError
from news.history import Attempt, Outcome, SourceRecord
from news.model import PUBLIC, Tier, Validators
from store.database import Database
from store.sources import after
from tests.store.samples import NOON, hours, source

TAGS = Validators(etag='"v1"', modified="Fri, 17 Jul 2026 06:00:00 GMT", digest="d1")
READ = Attempt("orbit-labs", NOON, Outcome.READ, validators=TAGS, entries=12, new=3, newest=NOON - hours(1))


async def test_a_new_source_has_no_history(db: Database) -> None:
    """What was described comes back, with nothing recorded yet."""
    one = source(
        site="https://orbit.example", kind="lab", language="zh", region="TW", tier=Tier.OFFICIAL, topics=("a", "b")
    )
    async with db.begin() as tx:
        await tx.sources.put([one], tenant=PUBLIC)
        assert await tx.sources.records(tenant=PUBLIC) == [SourceRecord(one)]


async def test_describing_a_source_anew_keeps_its_history(db: Database) -> None:
    """A corrected name is no reason to fetch everything again."""
    async with db.begin() as tx:
        await tx.sources.put([source()], tenant=PUBLIC)
        await tx.sources.record([READ], tenant=PUBLIC)
        await tx.sources.put([source(name="Orbit Research", topics=("models",))], tenant=PUBLIC)
        [record] = await tx.sources.records(tenant=PUBLIC)
    assert record.source.name == "Orbit Research"
    assert record.source.topics == ("models",)
    assert (record.validators, record.last_success, record.entries) == (TAGS, NOON, 12)


async def test_a_source_at_a_new_address_starts_afresh(db: Database) -> None:
    """The old document's ETag must not make a server call the new one unchanged."""
    async with db.begin() as tx:
        await tx.sources.put([source()], tenant=PUBLIC)
        await tx.sources.record([READ], tenant=PUBLIC)
        moved = source(feed="https://orbit-labs.example/new")
        await tx.sources.put([moved], tenant=PUBLIC)
        assert await tx.sources.records(tenant=PUBLIC) == [SourceRecord(moved)]


async def test_the_share_of_sources_that_are_overdue(db: Database) -> None:
    """Never asked, or asked long ago: but not who is to be left alone, nor who was asked in vain."""
    later = NOON + hours(1)
    async with db.begin() as tx:
        assert await tx.sources.overdue(tenant=PUBLIC, since=NOON, now=later) == 0.0
        await tx.sources.put([source(id) for id in ("never", "old", "failed", "backs-off")], tenant=PUBLIC)
        tried = [
            Attempt("old", NOON - hours(12), Outcome.READ),
            Attempt("failed", NOON, Outcome.FAILED),
            Attempt("backs-off", NOON - hours(12), Outcome.GONE, retry_at=NOON + hours(12)),
        ]
        await tx.sources.record(tried, tenant=PUBLIC)
        assert await tx.sources.overdue(tenant=PUBLIC, since=NOON, now=later) == 0.5


async def test_attempts_of_many_sources_are_recorded_at_once(db: Database) -> None:
    """Each source gets its own attempts, in order."""
    gone = Attempt("b", NOON, Outcome.GONE, reason="404", retry_at=NOON + hours(24))
    failed = Attempt("b", NOON - hours(1), Outcome.FAILED, reason="timed out")
    async with db.begin() as tx:
        await tx.sources.put([source("a"), source("b"), source("c")], tenant=PUBLIC)
        await tx.sources.record([Attempt("a", NOON, Outcome.EMPTY), failed, gone], tenant=PUBLIC)
        await tx.sources.record([], tenant=PUBLIC)
    async with db.read() as tx:
        a, b, c = await tx.sources.records(tenant=PUBLIC)
    assert (a.outcome, a.failures, a.last_success) == (Outcome.EMPTY, 0, NOON)
    assert (b.outcome, b.reason, b.failures) == (Outcome.GONE, "404", 2)
    assert (b.last_attempt, b.last_success, b.retry_at) == (NOON, None, NOON + hours(24))
    assert c == SourceRecord(source("c"))


async def test_an_attempt_on_an_unknown_source_is_refused(db: Database) -> None:
    """A history that cannot be kept is said, not lost."""
    with pytest.raises(StoreError, match="nobody: an attempt cannot be recorded"):
        async with db.begin() as tx:
            await tx.sources.record([Attempt("nobody", NOON, Outcome.READ)], tenant=PUBLIC)


async def test_a_retired_source_waits_with_its_history(db: Database) -> None:
    """Another catalogue hides it; the catalogue that names it again finds it as it was."""
    async with db.begin() as tx:
        await tx.sources.put([source(), source("b")], tenant=PUBLIC)
        await tx.sources.record([READ], tenant=PUBLIC)
        await tx.sources.retire({"b"}, tenant=PUBLIC)
        assert [one.source.id for one in await tx.sources.records(tenant=PUBLIC)] == ["b"]
        assert [one.source.id for one in await tx.sources.records(tenant=PUBLIC, retired=True)] == ["b", "orbit-labs"]
        await tx.sources.put([source()], tenant=PUBLIC)
        _, back = await tx.sources.records(tenant=PUBLIC)
    assert back.validators == TAGS


@pytest.mark.parametrize("outcome", [Outcome.READ, Outcome.UNCHANGED, Outcome.EMPTY])
def test_an_answer_ends_a_row_of_failures(outcome: Outcome) -> None:
    """An unchanged or an empty feed is an answer too."""
    failing = SourceRecord(source(), failures=4, outcome=Outcome.FAILED, reason="timed out", retry_at=NOON)
    record = after(failing, Attempt("orbit-labs", NOON, outcome))
    assert (record.failures, record.reason, record.last_success, record.retry_at) == (0, "", NOON, None)


@pytest.mark.parametrize("outcome", [Outcome.FAILED, Outcome.THROTTLED, Outcome.GONE])
def test_a_failure_counts_and_keeps_what_the_source_last_said(outcome: Outcome) -> None:
    """The next try is still conditional, and the last success keeps its date."""
    read = after(SourceRecord(source()), READ)
    record = after(read, Attempt("orbit-labs", NOON + hours(1), outcome, reason="no"))
    assert record.failures == 1
    assert (record.validators, record.last_success, record.entries) == (TAGS, NOON, 12)
    assert (record.last_attempt, record.newest, record.outcome) == (NOON + hours(1), READ.newest, outcome)


def test_an_unchanged_feed_keeps_its_entries_and_the_validators_it_does_not_repeat() -> None:
    """A 304 says nothing about the body."""
    later = Attempt("orbit-labs", NOON + timedelta(hours=1), Outcome.UNCHANGED, validators=Validators(etag='"v2"'))
    record = after(after(SourceRecord(source()), READ), later)
    assert record.validators == Validators('"v2"', TAGS.modified, TAGS.digest)
    assert (record.entries, record.newest) == (12, READ.newest)


def test_a_read_feed_that_sends_no_validators_any_more_is_asked_without() -> None:
    """An ETag of an older document would be a lie."""
    record = after(after(SourceRecord(source()), READ), Attempt("orbit-labs", NOON, Outcome.READ, entries=1))
    assert (record.validators, record.entries) == (Validators(), 1)


async def test_of_two_sources_of_one_name_the_last_by_its_id_is_meant(db: Database) -> None:
    """In whatever order they came, and whatever order of letters the engine has."""
    async with db.begin() as tx:
        await tx.sources.put(
            [source(id=id, name="Orbit Daily") for id in ("orbit_b", "orbit-c", "orbita")], tenant=PUBLIC
        )
        assert await tx.sources.names(tenant=PUBLIC) == {"Orbit Daily": "orbita"}
