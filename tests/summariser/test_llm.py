"""What the client makes of a provider's faults: whose they are, and whether asking again may help."""

import pytest

from summariser.endpoints import CallFailed, Endpoint, Request
from summariser.llm import LiteLlm
from tests.fakes.models import Said, model_server

ASKED = Request([{"role": "user", "content": "hello"}], {"type": "json_object"}, 200)


async def failure(base: str) -> CallFailed:
    client = LiteLlm()
    try:
        with pytest.raises(CallFailed) as found:
            await client.complete(Endpoint("openai/gpt-4o-mini", base, "k"), ASKED, seconds=60)
    finally:
        await client.close()
    return found.value


@pytest.mark.parametrize(("status", "lasting"), [(400, True), (401, True), (404, True), (500, False), (503, False)])
async def test_a_fault_of_the_request_lasts_and_one_of_the_server_passes(status: int, lasting: bool) -> None:
    """Either is that model's alone: its neighbours at the address may well answer."""
    async with model_server(lambda asked: Said("no", status=status)) as server:
        found = await failure(server.base)
    assert (found.outcome, found.lasting, found.everywhere) == ("failed", lasting, False)


async def test_an_address_that_takes_no_connection_has_no_model_to_offer() -> None:
    """Whatever the client library wrapped around the refusal."""
    async with model_server(lambda asked: Said()) as server:
        gone = server.base
    found = await failure(gone)
    assert (found.outcome, found.lasting, found.everywhere) == ("failed", False, True)
