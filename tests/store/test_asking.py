"""Questions with their answers, what people said of them, and where they were posted."""

from dataclasses import replace

import pytest

from news.asking import Feedback, Post, PostState
from news.errors import StoreError
from news.model import PUBLIC
from store.asking import read_answer
from store.database import Database
from tests.store.samples import NOON, exchange, hours

POST = Post(PUBLIC, "q1", "slack", "C1", "1710.22", NOON)


async def test_questions_are_kept_as_asked_and_listed_latest_first(db: Database) -> None:
    """With answer, evidence and catch-up brief; asking under the same id again changes nothing."""
    late = exchange("q2", asked=NOON + hours(1))
    async with db.begin() as tx:
        for one in (exchange("q1"), late, exchange("q1", text="Other?")):
            await tx.questions.put(one, tenant=PUBLIC)
        assert await tx.questions.get("q1", tenant=PUBLIC) == exchange("q1")
        assert await tx.questions.list(tenant=PUBLIC, limit=9) == [late, exchange("q1")]
        assert await tx.questions.list(tenant=PUBLIC, limit=1) == [late]


async def test_a_conversation_is_found_by_its_thread(db: Database) -> None:
    """The latest first, not what is too old, and no thread is no conversation."""
    async with db.begin() as tx:
        for hour, thread in enumerate(("", "slack:C1:1", "slack:C1:2", "slack:C1:1")):
            await tx.questions.put(exchange(f"q{hour}", thread=thread, asked=NOON + hours(hour)), tenant=PUBLIC)
        found = await tx.questions.thread("slack:C1:1", tenant=PUBLIC, since=NOON, limit=9)
        assert [one.id for one in found] == ["q3", "q1"]
        assert [
            one.id for one in await tx.questions.thread("slack:C1:1", tenant=PUBLIC, since=NOON + hours(2), limit=9)
        ] == ["q3"]
        assert await tx.questions.thread("", tenant=PUBLIC, since=NOON, limit=9) == []


async def test_questions_are_counted_by_reader_and_by_tenant(db: Database) -> None:
    """For the limits."""
    async with db.begin() as tx:
        for number, reader in enumerate(("u1", "u1", "u2", None)):
            await tx.questions.put(exchange(f"q{number}", reader=reader), tenant=PUBLIC)
        assert await tx.questions.count(tenant=PUBLIC, since=NOON - hours(1)) == (0, 4)
        assert await tx.questions.count(tenant=PUBLIC, since=NOON - hours(1), reader="u1") == (2, 4)
        assert await tx.questions.count(tenant=PUBLIC, since=NOON, reader="u1") == (0, 0)


async def test_a_correction_stands_beside_the_answer(db: Database) -> None:
    """What was said stays known; what is shown is the correction."""
    right = replace(exchange().answer, note="corrected", sentences=(), abstained=True)
    async with db.begin() as tx:
        await tx.questions.put(exchange(), tenant=PUBLIC)
        await tx.questions.correct("q1", right, tenant=PUBLIC, at=NOON)
        kept = await tx.questions.get("q1", tenant=PUBLIC)
    assert kept is not None
    assert (kept.answer, kept.current) == (exchange().answer, right)


async def test_the_last_word_of_a_person_counts(db: Database) -> None:
    """Each person has one per answer and per story."""
    first = Feedback(PUBLIC, "answer", "q1", "u1", "wrong", NOON)
    others = [
        replace(first, reader="u2"),
        replace(first, about="story", subject="s1", verdict="not-useful", brief="b1"),
    ]
    changed = replace(first, verdict="useful", at=NOON + hours(1))
    async with db.begin() as tx:
        for one in (first, *others, changed):
            await tx.feedback.put(one, tenant=PUBLIC)
        assert await tx.feedback.list(tenant=PUBLIC, about="answer", limit=9) == [changed, others[0]]
        assert await tx.feedback.list(tenant=PUBLIC, about="answer", limit=9, verdict="wrong") == [others[0]]
        assert await tx.feedback.list(tenant=PUBLIC, about="story", limit=9) == [others[1]]


async def test_a_posted_answer_is_called_back_and_settled(db: Database) -> None:
    """Every place of it, and told twice is told once."""
    other = replace(POST, channel="line", platform_id="m1")
    async with db.begin() as tx:
        for one in (POST, other, POST):
            await tx.posts.put(one, tenant=PUBLIC)
        assert set(await tx.posts.of("q1", tenant=PUBLIC)) == {POST, other}
        assert await tx.posts.open(tenant=PUBLIC, states=[PostState.DUE], limit=9) == []
        assert await tx.posts.call_back("q1", tenant=PUBLIC) == 2
        done = replace(POST, state=PostState.CORRECTED, attempts=1)
        await tx.posts.settle(done, tenant=PUBLIC)
        assert await tx.posts.open(tenant=PUBLIC, states=[PostState.DUE], limit=9) == [
            replace(other, state=PostState.DUE)
        ]


async def test_what_is_old_or_a_persons_goes_away(db: Database) -> None:
    """And with an answer what was said of it and where it was posted; the rest stays."""
    async with db.begin() as tx:
        for id, reader, age in (("old", "u1", 99), ("mine", "u1", 0), ("theirs", "u2", 0)):
            await tx.questions.put(exchange(id, reader=reader, asked=NOON - hours(age)), tenant=PUBLIC)
            await tx.posts.put(replace(POST, answer=id), tenant=PUBLIC)
            await tx.feedback.put(Feedback(PUBLIC, "answer", id, "u2", "wrong", NOON), tenant=PUBLIC)
        assert await tx.questions.purge(tenant=PUBLIC, before=NOON - hours(1)) == ["old"]
        assert await tx.questions.erase("u1", tenant=PUBLIC) == ["mine"]
        assert await tx.posts.forget(["old", "mine"], tenant=PUBLIC) == 2
        assert await tx.feedback.forget(["old", "mine"], tenant=PUBLIC) == 2
        assert await tx.feedback.erase("u2", tenant=PUBLIC) == 1
        assert [one.id for one in await tx.questions.list(tenant=PUBLIC, limit=9)] == ["theirs"]


def test_an_answer_of_a_newer_program_is_refused() -> None:
    with pytest.raises(StoreError, match="newer"):
        read_answer('{"v": 2, "id": "q1"}')
