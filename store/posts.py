"""Where answers were posted, so that one known to be wrong can be corrected there."""

from collections.abc import Collection, Sequence
from dataclasses import asdict
from typing import Any

from sqlalchemy import Row, delete, select, update

from news.asking import Post, PostState
from store.statements import Repository, check_owner, owned
from store.tables import POSTS


class Posts(Repository):
    async def put(self, post: Post, *, tenant: str) -> None:
        """Told twice is told once."""
        check_owner([post], tenant)
        await self._many(self._insert_new(POSTS), [{**asdict(post), "state": post.state.value}])

    async def of(self, answer: str, *, tenant: str) -> Sequence[Post]:
        """All places of one answer, the earliest first."""
        statement = select(POSTS).where(owned(POSTS, tenant), POSTS.c.answer == answer)
        return [_post(row) for row in await self._all(statement.order_by(POSTS.c.at, POSTS.c.platform_id))]

    async def open(self, *, tenant: str, states: Collection[PostState], limit: int) -> Sequence[Post]:
        statement = select(POSTS).where(owned(POSTS, tenant), POSTS.c.state.in_([one.value for one in states]))
        return [_post(row) for row in await self._all(statement.order_by(POSTS.c.at, POSTS.c.answer).limit(limit))]

    async def call_back(self, answer: str, *, tenant: str) -> int:
        """Every place of the answer is due for its correction; how many there are."""
        statement = update(POSTS).where(owned(POSTS, tenant), POSTS.c.answer == answer)
        values = {"state": PostState.DUE.value, "attempts": 0, "error": ""}
        return (await self._connection.execute(statement.values(values))).rowcount

    async def settle(self, post: Post, *, tenant: str) -> None:
        """Keeps what became of a correction."""
        check_owner([post], tenant)
        statement = update(POSTS).where(
            owned(POSTS, tenant),
            POSTS.c.answer == post.answer,
            POSTS.c.channel == post.channel,
            POSTS.c.address == post.address,
            POSTS.c.platform_id == post.platform_id,
        )
        values = {"state": post.state.value, "attempts": post.attempts, "error": post.error}
        await self._connection.execute(statement.values(values))

    async def forget(self, answers: Sequence[str], *, tenant: str) -> int:
        """Removes the places of answers that are gone."""
        statement = delete(POSTS).where(owned(POSTS, tenant), POSTS.c.answer.in_(answers))
        return (await self._connection.execute(statement)).rowcount


def _post(row: Row[Any]) -> Post:
    return Post(**{**row._mapping, "state": PostState(row.state)})
