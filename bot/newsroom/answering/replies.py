"""What becomes of an answer once it is given: feedback, where it was posted, its correction, and a person's right to be forgotten."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Final, Literal

from bot.newsroom.answering.answering import SECONDS, answer_again
from bot.newsroom.answering.withdrawing import forget_withdrawn, is_withdrawn, withdraw, wrong_posts
from news.asking import Exchange, Feedback, Post, PostState
from news.errors import BadInput, DeliveryError
from news.model import PUBLIC, Address, Citation, Sentence, Subscription
from news.phrases import phrase
from news.ports import Channel, Clock, Summariser
from store.database import Database, Transaction

_TRIES: Final = 5
_AT_ONCE: Final = 50


async def give_feedback(
    *,
    database: Database,
    clock: Clock,
    answer: str,
    verdict: Literal["useful", "wrong"],
    tenant: str = PUBLIC,
    reader: str | None = None,
) -> None:
    """Keeps what a person says of an answer; the last word counts. Raises BadInput for an answer that is not kept."""
    await _exchange(answer, database=database, tenant=tenant)
    word = Feedback(tenant, "answer", answer, reader or "", verdict, clock.now())
    async with database.begin() as tx:
        await tx.feedback.put(word, tenant=tenant)


async def vote_on_story(
    *,
    database: Database,
    clock: Clock,
    story: str,
    verdict: Literal["useful", "not-useful"],
    tenant: str = PUBLIC,
    reader: str | None = None,
    brief: str = "",
) -> None:
    """Keeps what a person says of a story of a brief. Raises BadInput for a story that does not exist."""
    async with database.read() as tx:
        found = await tx.stories.get(story, tenant=tenant)
    if found is None:
        raise BadInput(f"story {story!r}", "there is no such story", wording="gone")
    word = Feedback(tenant, "story", found.id, reader or "", verdict, clock.now(), brief)
    async with database.begin() as tx:
        await tx.feedback.put(word, tenant=tenant)


async def answer_posted(
    *,
    database: Database,
    clock: Clock,
    answer: str,
    channel: str,
    address: str,
    platform_id: str,
    tenant: str = PUBLIC,
) -> None:
    """Keeps where an answer was posted, so that it can be corrected there. An answer that was not kept ("") needs no place."""
    if not answer:
        return
    async with database.begin() as tx:
        await tx.posts.put(Post(tenant, answer, channel, address, platform_id, clock.now()), tenant=tenant)


async def correct_answer(
    *,
    database: Database,
    clock: Clock,
    summariser: Summariser,
    answer: str,
    text: str = "",
    url: str = "",
    tenant: str = PUBLIC,
    seconds: float = SECONDS,
) -> Exchange:
    """Replaces an answer known to be wrong: by `text` (with its source at `url`), else by what the archive says without the
    sentences that were wrong (models have `seconds`, as for an answer), else by a plain word that it is withdrawn. Its posts
    become due. Raises BadInput.
    """
    kept = await _exchange(answer, database=database, tenant=tenant)
    if text:
        citations = (Citation(url, text),) if url else ()
        told: tuple[Sentence, ...] = (Sentence(text, citations),)
        again = replace(kept.answer, sentences=told, confidence=1.0, abstained=False, brief=None)
    else:
        again = await answer_again(kept, database=database, clock=clock, summariser=summariser, seconds=seconds)
    note = phrase(kept.question.language, "answer.withdrawn" if again.abstained else "answer.corrected")
    corrected = replace(again, id=kept.id, question=kept.question.text, note=note)
    async with database.begin() as tx:
        still = await tx.questions.get(kept.id, tenant=tenant)
        if still is None or is_withdrawn(still):  # its asker was erased meanwhile
            raise _not_kept(kept.id)
        await tx.questions.correct(kept.id, corrected, tenant=tenant, at=clock.now())
        await tx.posts.call_back(kept.id, tenant=tenant)
    return replace(kept, correction=corrected, corrected=clock.now())


async def correct_posts(*, database: Database, channels: Mapping[str, Channel]) -> int:
    """Asks the channels to put corrections where wrong answers stand; how many were put. What failed is tried again next time.

    A platform that lets nobody change a message is told with the next answer in that conversation instead.
    """
    done = 0
    async with database.read() as tx:
        tenants = [tenant.id for tenant in await tx.tenants.list()]
        due = [
            post for one in tenants for post in await tx.posts.open(tenant=one, states=[PostState.DUE], limit=_AT_ONCE)
        ]
    for post in due:
        async with database.read() as tx:
            exchange = await tx.questions.get(post.answer, tenant=post.tenant)
        if exchange is None:  # removed meanwhile
            continue
        ended = await _correct_post(post, exchange, channel=channels.get(post.channel))
        async with database.begin() as tx:
            await tx.posts.settle(ended, tenant=post.tenant)
            await forget_withdrawn(post, tx=tx)
        done += ended.state is PostState.CORRECTED
    return done


async def _correct_post(post: Post, exchange: Exchange, *, channel: Channel | None) -> Post:
    if channel is None or channel.corrector is None:
        return replace(post, state=PostState.TO_TELL)
    messages = channel.renderer.answer(exchange.current)
    to = Address(post.channel, post.address, post.tenant)
    try:
        await channel.corrector.correct(to, post.platform_id, messages[0])
    except DeliveryError as error:
        last = error.permanent or post.attempts + 1 >= _TRIES
        state = PostState.TO_TELL if last else PostState.DUE
        return replace(post, state=state, attempts=post.attempts + 1, error=error.reason)
    return replace(post, state=PostState.CORRECTED, attempts=post.attempts + 1, error="")


@dataclass(frozen=True, slots=True)
class Erased:
    """How much of a person was removed."""

    questions: int
    feedback: int
    saved: int
    subscriptions: int
    readers: int

    @property
    def anything(self) -> bool:
        return bool(self.questions or self.feedback or self.saved or self.subscriptions or self.readers)


async def erase_reader(*, database: Database, reader: str, tenant: str | None = None) -> Erased:
    """Removes a person from one tenant, or from all: questions with their answers, feedback, own subscriptions, and the person. What they
    set up for a channel, a group or a workspace stays, without their name. A posted answer known or called wrong is taken back where it stands.

    `reader`: the id, with its channel (`slack:U1`) or as the platform has it (`U1`).
    """
    if not reader.strip():
        raise BadInput("reader", "it is empty; give the id that the channel knows the person by")
    sums: tuple[int, ...] = (0,) * 5
    async with database.begin() as tx:
        for one in await tenants_of(tenant, tx=tx):
            for id in {reader, *await tx.readers.called(reader, tenant=one)}:
                sums = tuple(a + b for a, b in zip(sums, await _erase(id, one, tx=tx), strict=True))
    return Erased(*sums)


async def _erase(reader: str, tenant: str, *, tx: Transaction) -> tuple[int, ...]:
    """How much there was, in the order of Erased."""
    wrong = await wrong_posts(reader, tenant=tenant, tx=tx)
    answers = await tx.questions.erase(reader, tenant=tenant)
    await tx.posts.forget(answers, tenant=tenant)
    said = await tx.feedback.forget(answers, tenant=tenant) + await tx.feedback.erase(reader, tenant=tenant)
    await withdraw(wrong, tenant=tenant, tx=tx)
    subscriptions = await tx.subscriptions.list(tenant=tenant)
    mine = [one.id for one in subscriptions if _is_of(one, reader)]
    await tx.subscriptions.remove(mine, tenant=tenant)
    shared = [replace(one, reader=None) for one in subscriptions if one.reader == reader and one.id not in mine]
    await tx.subscriptions.put(shared, tenant=tenant)
    saved = await tx.saved.erase(reader, tenant=tenant)
    address = reader.rpartition(":")[2]
    await tx.notes.erase(address, tenant=tenant)
    await tx.inbox.erase(address, tenant=tenant)
    await tx.installations.erase(address, tenant=tenant)
    return len(answers), said, saved, len(mine), await tx.readers.erase(reader, tenant=tenant)


async def tenants_of(tenant: str | None, *, tx: Transaction) -> list[str]:
    """That one, or all."""
    return [tenant] if tenant else [one.id for one in await tx.tenants.list()]


async def whose_answer(id: str, *, database: Database) -> str:
    """The tenant that an answer belongs to. Raises BadInput for an answer that is not kept."""
    async with database.read() as tx:
        for tenant in await tenants_of(None, tx=tx):
            if await tx.questions.get(id, tenant=tenant) is not None:
                return tenant
    raise _not_kept(id)


def _is_of(subscription: Subscription, reader: str) -> bool:
    """A person's own line or mailbox is known by its address; a channel or a group keeps the brief that they set up for all."""
    return reader in (subscription.address, f"{subscription.channel}:{subscription.address}")


async def forget_old(*, database: Database, clock: Clock, kept: timedelta) -> int:
    """Removes questions, answers and feedback older than `kept`; how many questions."""
    before, gone = clock.now() - kept, 0
    async with database.begin() as tx:
        for tenant in await tx.tenants.list():
            answers = await tx.questions.purge(tenant=tenant.id, before=before)
            await tx.posts.forget(answers, tenant=tenant.id)
            await tx.feedback.forget(answers, tenant=tenant.id)
            await tx.feedback.purge(tenant=tenant.id, before=before)
            gone += len(answers)
    return gone


async def _exchange(id: str, *, database: Database, tenant: str) -> Exchange:
    async with database.read() as tx:
        found = await tx.questions.get(id, tenant=tenant)
    if found is None or is_withdrawn(found):
        raise _not_kept(id)
    return found


def _not_kept(id: str) -> BadInput:
    reason = "it is not kept (any more); `ainews answers` lists those that are"
    return BadInput(f"answer {id!r}", reason, wording="gone")


__all__ = [
    "Erased",
    "answer_posted",
    "correct_answer",
    "correct_posts",
    "erase_reader",
    "forget_old",
    "give_feedback",
    "tenants_of",
    "vote_on_story",
    "whose_answer",
]
