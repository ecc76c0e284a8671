"""Vectors over real HTTP: what is not one vector per text is no reply."""

from collections.abc import Callable

import pytest

from summariser.model.endpoints import CallFailed, Endpoint
from summariser.model.llm import LiteLlm
from tests.fakes.models import Said, model_server


@pytest.mark.parametrize(
    "embed", [lambda text: [1.0] * len(text), lambda text: [float("nan"), 1.0]], ids=["uneven", "not a number"]
)
async def test_vectors_that_cannot_be_compared_are_refused(embed: Callable[[str], list[float]]) -> None:
    """Kept, they would break every grouping for a month."""
    async with model_server(lambda asked: Said()) as server:
        server.embed = embed
        client = LiteLlm()
        try:
            with pytest.raises(CallFailed, match="one vector"):
                await client.embed(Endpoint("openai/e", server.base, "k"), ["one", "three"], seconds=20)
            server.embed = lambda text: [float(len(text)), 1.0]
            vectors, reply = await client.embed(Endpoint("openai/e", server.base, "k"), ["one", "three"], seconds=20)
        finally:
            await client.close()
    assert vectors == [[3.0, 1.0], [5.0, 1.0]]
    assert reply.input_tokens


async def test_one_call_is_one_request() -> None:
    """What is sent again is ours to decide, and stands in the ledger."""
    async with model_server(lambda asked: Said()) as server:
        server.embedding_status = 500
        client = LiteLlm()
        try:
            with pytest.raises(CallFailed):
                await client.embed(Endpoint("openai/e", server.base, "k"), ["one"], seconds=60)
        finally:
            await client.close()
    assert server.embedded == ["one"]
