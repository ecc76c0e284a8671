"""A wrong answer whose asker was erased: what stands on a platform is withdrawn there, and of the question nothing is kept until then."""

from collections.abc import Sequence
from dataclasses import replace

from news.asking import Answer, Exchange, Post, PostState, Question
from news.phrases import phrase
from store.database import Transaction

_AT_MOST = 10_000


async def wrong_posts(reader: str, *, tenant: str, tx: Transaction) -> Sequence[tuple[Exchange, Post]]:
    """Where answers to a reader stand that are to be corrected, or that somebody called wrong; the reader's own address is left out."""
    said = await tx.feedback.list(tenant=tenant, about="answer", limit=_AT_MOST, verdict="wrong")
    called_wrong = {one.subject for one in said}
    address = reader.rpartition(":")[2]
    found: list[tuple[Exchange, Post]] = []
    for one in await tx.questions.asked_by(reader, tenant=tenant):
        for post in await tx.posts.of(one.id, tenant=tenant):
            stands = post.state is PostState.POSTED and one.id in called_wrong and one.correction is None
            if post.state is PostState.DUE or stands:
                found.append((one, replace(post, address="" if post.address in (reader, address) else post.address)))
    return found


async def withdraw(found: Sequence[tuple[Exchange, Post]], *, tenant: str, tx: Transaction) -> None:
    """Once the rest is removed: each of these places is due for a word that its answer was wrong."""
    for exchange, post in found:
        await tx.questions.put(_withdrawn(exchange), tenant=tenant)
        await tx.posts.put(replace(post, state=PostState.DUE, attempts=0, error=""), tenant=tenant)


def is_withdrawn(exchange: Exchange) -> bool:
    """Nothing is left of it but that its answer is to be taken back."""
    return not exchange.question.text


async def forget_withdrawn(post: Post, *, tx: Transaction) -> None:
    """Once no place of a withdrawn answer is due any more, nothing of it stays."""
    exchange = await tx.questions.get(post.answer, tenant=post.tenant)
    if exchange is None or not is_withdrawn(exchange):
        return
    if all(one.state is not PostState.DUE for one in await tx.posts.of(post.answer, tenant=post.tenant)):
        await tx.questions.remove([post.answer], tenant=post.tenant)
        await tx.posts.forget([post.answer], tenant=post.tenant)


def _withdrawn(exchange: Exchange) -> Exchange:
    asked = exchange.question
    note = phrase(asked.language, "answer.withdrawn")
    answer = Answer("", (), 0.0, True, (), "", id=asked.id, language=asked.language, note=note)
    return Exchange(Question(asked.id, asked.tenant, None, "", asked.language, asked.asked), answer, (), answer)
