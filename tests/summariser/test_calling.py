"""What a call is charged when its provider does not count, and who is asked next when a model writes nothing of use."""

import asyncio
import json
from collections.abc import Sequence
from datetime import timedelta
from typing import Any

import pytest

from news.deadlines import within
from news.errors import ModelUnavailable
from news.metering import ModelCall
from news.ports import SystemClock
from summariser.model.billing import tokens_in
from summariser.model.calling import Caller
from summariser.model.endpoints import Endpoint, Plan, Reply, Request
from summariser.model.writer import why_not
from tests.fakes.models import Asked, Books, Journalist, Said, model_server
from tests.summariser.desk import STORY, article, desk


@pytest.mark.parametrize(
    "usage",
    [
        {},
        {"prompt_tokens": 0, "completion_tokens": 0, "total_tokens": 0},
        {"prompt_tokens": -9_000_000, "completion_tokens": -5, "total_tokens": -9_000_005},
        {"prompt_tokens": 900, "completion_tokens": -50_000_000, "total_tokens": -49_999_100},
        {"prompt_tokens": 10**15, "completion_tokens": 10, "total_tokens": 10**15 + 10},
    ],
    ids=["none", "zero", "negative", "negative output", "absurd"],
)
async def test_a_call_without_usable_counts_costs_what_was_reserved(usage: dict[str, Any]) -> None:
    """A provider cannot open the budget by counting wrongly; nor by not counting."""
    good = Journalist()

    def miscounts(asked: Asked) -> Said:
        return Said(good(asked).content, usage=usage)

    async with desk(good) as (writer, _, books):
        await writer.summarise(STORY, [article()], language="en")
        honest = books.cost
    async with desk(miscounts) as (writer, _, books):
        told = await writer.summarise(STORY, [article()], language="en")
        (call,) = books.calls.values()
        reserved = writer._caller.client.price(writer._plan.chains["summary"][0], call.input_tokens, 2_000)
    assert told.provenance
    assert told.provenance.written
    assert call.outcome == "ok"
    assert call.cost == told.provenance.cost == pytest.approx(reserved)
    assert call.cost > honest > 0


COUNTS = {"usage": {"prompt_tokens": 1_200, "completion_tokens": 300, "total_tokens": 1_500}}
FORM = {"id": "c1", "object": "chat.completion", "created": 1, "model": "gpt-4o-mini"}
BILLED = 1_200 * 0.15e-6 + 300 * 0.6e-6


@pytest.mark.parametrize(
    ("said", "costs"),
    [
        (Said(raw=json.dumps({**FORM, **COUNTS, "choices": []})), "counted"),
        (Said(raw=json.dumps({**FORM, **COUNTS})), "counted"),
        (Said(raw=json.dumps({**FORM, **COUNTS, "choices": [{"index": 0, "finish_reason": "stop"}]})), "counted"),
        (Said(raw=json.dumps({**COUNTS, "error": {"message": "overloaded", "code": 503}})), "counted"),
        (Said(raw=json.dumps({**COUNTS, "error": {"message": "unsafe"}}), status=400), "counted"),
        (Said(raw=json.dumps({**FORM, "choices": []})), "reserved"),
        (Said(raw="[1, 2]"), "reserved"),
        (Said(raw='{"id": "c1", ', broken=True), "reserved"),
        (Said(status=500), "nothing"),
        (Said(status=400), "nothing"),
        (Said(status=429, headers={"Retry-After": "60"}), "nothing"),
    ],
    ids=lambda value: value if isinstance(value, str) else value.raw[:40] or str(value.status),
)
async def test_a_useless_reply_costs_what_it_counts_else_what_was_reserved(said: Said, costs: str) -> None:
    """What the provider refused itself costs nothing; the story's bill is the ledger's."""
    async with desk(lambda asked: said) as (writer, server, books):
        told = await writer.summarise(STORY, [article()], language="en")
        endpoint = writer._plan.chains["summary"][0]
        reserved = [writer._caller.client.price(endpoint, call.input_tokens, 2_000) for call in books.calls.values()]
    assert len(books.calls) == len(server.asked) >= 1
    for call, most in zip(books.calls.values(), reserved, strict=True):
        assert call.outcome in ("failed", "invalid", "refused", "throttled")
        assert call.cost == pytest.approx({"counted": BILLED, "reserved": most, "nothing": 0}[costs])
        assert (call.input_tokens, call.output_tokens) == (1_200, 300) or costs != "counted"
    assert told.provenance
    assert told.provenance.cost == pytest.approx(books.cost)


@pytest.mark.parametrize(
    ("answer", "tokens"),
    [
        ('{"usage": {"input_tokens": 7, "output_tokens": 3}}', (7, 3)),
        ('{"usageMetadata": {"promptTokenCount": 7, "candidatesTokenCount": 3}}', (7, 3)),
        ('{"usage": {"prompt_tokens": -7}}', None),
        ('{"usage": [7]}', None),
        ("[" * 100_000, None),
        ("", None),
    ],
)
def test_counts_are_read_in_any_providers_words(answer: str, tokens: tuple[int, int] | None) -> None:
    """And garbage is none."""
    assert tokens_in(answer) == tokens


async def test_who_waits_for_the_minute_holds_no_place_that_an_answer_needs() -> None:
    """A story waits as long as it may for our own limit of calls, and an answer leaves meanwhile though only one may at a time."""
    plan, books, client = Plan({"summary": (END,), "answer": (END,)}, at_once=1), Books(), Scripted()
    full = asyncio.Event()

    async def reserve(call: ModelCall) -> None:
        if call.purpose == "summary" and not full.is_set():
            raise ModelUnavailable("m", "45 calls in this minute already", retry_after=timedelta(seconds=0.05))
        books.calls[call.id] = call

    books.reserve = reserve  # type: ignore[method-assign]
    caller = Caller(client, plan, books, SystemClock())
    story = asyncio.ensure_future(caller.ask("summary", ASKED, tenant="public", seconds=60))
    assert (await caller.ask("answer", ASKED, tenant="public", seconds=60)).reply.text == "said"
    assert not story.done()
    full.set()
    assert (await story).reply.text == "said"
    assert [call.purpose for call in books.calls.values()] == ["answer", "summary"]


async def test_a_call_has_no_more_time_than_the_work_it_is_for() -> None:
    """It gets what is left; with nothing left, or less than the quickest reply took, none begins and nothing is entered."""
    given: list[float] = []

    class Timed(Scripted):
        async def complete(self, endpoint: Endpoint, request: Request, *, seconds: float) -> Reply:
            given.append(seconds)
            return await super().complete(endpoint, request, seconds=seconds)

    books = Books()
    caller = Caller(Timed(), Plan({"summary": (END,)}, timeout=600), books, SystemClock())
    with within(60):
        await caller.ask("summary", ASKED, tenant="public", seconds=90)
        assert given[0] <= 60
        caller._pacer._took.clear()
        caller._pacer.succeeded("openai", END.model, "summary", 3_600)
        with pytest.raises(ModelUnavailable, match="could not end"):
            await caller.ask("summary", ASKED, tenant="public", seconds=90)
    with within(0), pytest.raises(ModelUnavailable, match="in time"):
        await caller.ask("summary", ASKED, tenant="public", seconds=90)
    assert len(given) == len(books.calls) == 1


END = Endpoint("openai/gpt-4o-mini")
ASKED = Request([{"role": "user", "content": "hello"}], {}, 100)


class Scripted:
    """A client that always answers."""

    async def ready(self) -> None:
        return None

    def price(self, endpoint: Endpoint, input_tokens: int, output_tokens: int) -> float | None:
        return 0.0

    async def complete(self, endpoint: Endpoint, request: Request, *, seconds: float) -> Reply:
        return Reply("said", 1, 1, 0.0)

    async def embed(
        self, endpoint: Endpoint, texts: Sequence[str], *, seconds: float
    ) -> tuple[list[list[float]], Reply]:
        raise NotImplementedError

    async def close(self) -> None:
        return None


@pytest.mark.parametrize("useless", ["I'm sorry, but I can't help with that.", "x" * 50_000])
async def test_after_a_refusal_the_next_model_of_the_chain_writes(useless: str) -> None:
    """The first is asked for a repair once, where one could help; then it is the other's turn, and its reply is kept."""
    async with model_server(Journalist()) as second:
        other = Endpoint("openai/other", second.base, "sk-other")
        async with desk(lambda asked: Said(useless), others=(other,)) as (writer, server, _):
            told = await writer.summarise(STORY, [article()], language="en")
            again = await writer.summarise(STORY, [article()], language="en")
    assert told.summariser == again.summariser == "openai/other"
    assert told.provenance
    assert told.provenance.written
    assert (len(server.asked), len(second.asked)) == (2 if len(useless) < 100 else 1, 1)


async def test_when_the_next_model_is_away_too_the_sources_speak_and_nothing_is_paid_again() -> None:
    """As with a single model that refuses."""
    async with model_server(lambda asked: Said(status=401)) as second:
        other = Endpoint("openai/other", second.base, "sk-other")
        async with desk(lambda asked: Said("No."), others=(other,)) as (writer, server, _):
            told = await writer.summarise(STORY, [article()], language="en")
            await writer.summarise(STORY, [article()], language="en")
    assert told.summariser.startswith("extractive")
    assert (len(server.asked), len(second.asked)) == (2, 1)


@pytest.mark.parametrize(
    "around", ["Here is the JSON:\n```json\n{}\n```", "Sure! {} Let me know.", "```\n{}\n```\nDone."]
)
async def test_json_in_prose_is_read_and_not_paid_twice(around: str) -> None:
    """The one object in the reply is the reply."""
    good = Journalist()
    async with desk(lambda asked: Said(around.replace("{}", good(asked).content))) as (writer, server, _):
        told = await writer.summarise(STORY, [article()], language="en")
    assert told.provenance
    assert told.provenance.written > 2
    assert len(server.asked) == 1


class Dear(Scripted):
    def price(self, endpoint: Endpoint, input_tokens: int, output_tokens: int) -> float | None:
        return 0.5


class Slow(Books):
    """Enters a call, and is given up before it can say so."""

    async def reserve(self, call: ModelCall) -> None:
        await super().reserve(call)
        await asyncio.Event().wait()


async def test_a_call_given_up_while_it_is_entered_costs_nothing() -> None:
    """It never left, so no budget may go on holding its price."""
    books = Slow()
    caller = Caller(Dear(), Plan({"summary": (END,)}), books, SystemClock())
    with pytest.raises(ModelUnavailable, match="in time"):
        await caller.ask("summary", ASKED, tenant="public", seconds=0.1)
    assert (books.outcomes, books.cost) == (["timeout"], 0.0)


async def test_a_provider_that_bills_far_more_than_it_may_is_not_asked_again() -> None:
    """What it counted stands in the ledger; the reason says so."""
    end = Endpoint("openai/m", input_price=1.0, output_price=1.0)

    class Endless(Scripted):
        async def complete(self, endpoint: Endpoint, request: Request, *, seconds: float) -> Reply:
            return Reply("said", 100, 500_000, 0.5)

        def price(self, endpoint: Endpoint, input_tokens: int, output_tokens: int) -> float | None:
            return (input_tokens + output_tokens) / 1e6

    books = Books()
    caller = Caller(Endless(), Plan({"summary": (end,)}), books, SystemClock())
    await caller.ask("summary", ASKED, tenant="public", seconds=60)
    with pytest.raises(ModelUnavailable) as found:
        await caller.ask("summary", ASKED, tenant="public", seconds=60)
    assert why_not(found.value) == "overbilled"
    assert [call.cost for call in books.calls.values()] == [0.5]
