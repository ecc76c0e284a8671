"""Which process is sending what: a claim says so in the ledger, and is good only while the process that made it goes on."""

from collections.abc import Awaitable, Callable, Collection
from itertools import count

Alive = Callable[[], Awaitable[Collection[str]]]
"""The tokens of the other processes that are alive."""


async def nobody_else() -> Collection[str]:
    """Where one process does all the work."""
    return ()


class Claims:
    """The claims of one process. `token` is its own: no process before or after has it."""

    def __init__(self, token: str, *, others: Alive = nobody_else) -> None:
        self._token, self._others = token, others
        self._numbers = count(1)
        self._held: set[str] = set()

    def begin(self) -> str:
        claim = f"{self._token}/{next(self._numbers)}"
        self._held.add(claim)
        return claim

    def end(self, claim: str) -> None:
        self._held.discard(claim)

    async def dead(self, claims: Collection[str]) -> set[str]:
        """Those that nobody holds any more."""
        unknown = {claim for claim in claims if claim not in self._held}
        if not unknown:
            return set()
        alive = set(await self._others()) - {self._token}
        return {claim for claim in unknown if claim.partition("/")[0] not in alive}
