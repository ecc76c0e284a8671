"""Committing together what comes while the last commit is on its way: nobody waits for company, and a crowd shares one."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from typing import Final, Generic, TypeVar

T = TypeVar("T")
R = TypeVar("R")

_MOST: Final = 100


class Gathering(Generic[T, R]):
    """`work` takes items in the order in which they came and gives a result for each."""

    def __init__(self, work: Callable[[Sequence[T]], Awaitable[Sequence[R]]]) -> None:
        self._work = work
        self._waiting: list[tuple[T, asyncio.Future[R]]] = []
        self._running: asyncio.Task[None] | None = None

    async def add(self, item: T) -> R:
        """Returns when the item's share of the work is done. Raises what the work raises for it alone."""
        future: asyncio.Future[R] = asyncio.get_running_loop().create_future()
        self._waiting.append((item, future))
        if self._running is None or self._running.done():
            self._running = asyncio.ensure_future(self._run())
        return await asyncio.shield(future)

    async def settled(self) -> None:
        """Returns when nothing is on its way any more: what it works with may be closed then."""
        if self._running is not None:
            await asyncio.wait([self._running])

    async def _run(self) -> None:
        while self._waiting:
            batch, self._waiting = self._waiting[:_MOST], self._waiting[_MOST:]
            try:
                results = await self._work([item for item, _ in batch])
            except Exception:
                await self._one_by_one(batch)
            else:
                for (_, future), result in zip(batch, results, strict=True):
                    _set(future, result)

    async def _one_by_one(self, batch: Sequence[tuple[T, asyncio.Future[R]]]) -> None:
        """What is wrong with one is no fault of its neighbours."""
        for item, future in batch:
            try:
                [result] = await self._work([item])
            except Exception as error:
                if not future.done():
                    future.set_exception(error)
            else:
                _set(future, result)


def _set(future: asyncio.Future[R], result: R) -> None:
    if not future.done():
        future.set_result(result)
