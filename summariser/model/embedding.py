"""Texts to vectors by a model, each paid for once."""

import json
from collections.abc import Sequence
from typing import Final

from news.model import PUBLIC
from news.ports import Clock, Ledger, Replies
from summariser.model.calling import Caller, Client
from summariser.model.endpoints import Endpoint, Plan, Reply, key_of

_AT_ONCE: Final = 64
_BYTES_PER_TOKEN: Final = 2.5
_SECONDS: Final = 60.0


class LlmEmbedder:
    """Implements `news.ports.Embedder`."""

    def __init__(
        self, client: Client, plan: Plan, *, ledger: Ledger, replies: Replies, clock: Clock, near: float = 0.85
    ) -> None:
        self._caller, self._replies = Caller(client, plan, ledger, clock), replies
        self._model, self._near = plan.label("embedding"), near

    @property
    def near(self) -> float:
        return self._near

    async def embed(self, texts: Sequence[str], *, tenant: str = PUBLIC) -> list[list[float]]:
        """A vector per text, in their order. Raises ModelUnavailable; what was paid for by then is kept."""
        keys = [key_of("embedding", self._model, text) for text in texts]
        kept = {key: await self._replies.get(key) for key in dict.fromkeys(keys)}
        wanted = {key: text for key, text in zip(keys, texts, strict=True) if kept[key] is None}
        missing = list(wanted)
        for start in range(0, len(missing), _AT_ONCE):
            part = missing[start : start + _AT_ONCE]
            vectors = await self._ask([wanted[key] for key in part], tenant)
            for key, vector in zip(part, vectors, strict=True):
                kept[key] = json.dumps(vector)
                await self._replies.put(key, json.dumps(vector))
        return [list(map(float, json.loads(kept[key] or "[]"))) for key in keys]

    async def _ask(self, texts: Sequence[str], tenant: str) -> list[list[float]]:
        found: list[list[float]] = []

        async def send(endpoint: Endpoint, seconds: float) -> Reply:
            vectors, reply = await self._caller.client.embed(endpoint, texts, seconds=seconds)
            found[:] = vectors
            return reply

        size = round(sum(len(text.encode()) for text in texts) / _BYTES_PER_TOKEN), 0
        await self._caller.along("embedding", send, size, tenant, _SECONDS)
        return found
