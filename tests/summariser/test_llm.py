"""What the client makes of a provider's faults: whose they are, and whether asking again may help."""

import asyncio
import gc
import threading
from typing import Any

import pytest

from summariser.model.endpoints import CallFailed, Endpoint, Request
from summariser.model.llm import LiteLlm, _litellm
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


async def test_a_call_that_is_given_up_before_it_left_leaves_nothing_behind(monkeypatch: pytest.MonkeyPatch) -> None:
    """LiteLLM prepares a request in a thread; a coroutine that the thread makes after that is closed, which a warning would tell."""
    begun, go, over = threading.Event(), threading.Event(), threading.Event()
    provider = _litellm().main.openai_chat_completions
    prepare = provider.completion

    def slowly(*args: Any, **given: Any) -> Any:
        begun.set()
        go.wait(30)
        try:
            return prepare(*args, **given)
        finally:
            over.set()

    monkeypatch.setattr(provider, "completion", slowly)
    client = LiteLlm()
    async with model_server(lambda asked: Said("hello")) as server:
        call = asyncio.ensure_future(
            client.complete(Endpoint("openai/gpt-4o-mini", server.base, "k"), ASKED, seconds=60)
        )
        assert await asyncio.to_thread(begun.wait, 30)
        call.cancel()
        with pytest.raises(asyncio.CancelledError):
            await call
        go.set()
        assert await asyncio.to_thread(over.wait, 30)
        await asyncio.get_running_loop().shutdown_default_executor()
        gc.collect()
        await client.close()
        assert server.asked == []
