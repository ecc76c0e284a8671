"""A writer whose provider fails, is slow, or costs too much: the sources speak."""

import asyncio
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest

from news.errors import ModelUnavailable
from summariser.model.endpoints import Endpoint, assumed_price
from summariser.model.pacing import FAILURES
from tests.fakes.models import (
    Asked,
    Journalist,
    Said,
    model_server,
)
from tests.summariser.desk import STORY, TEXT, article, desk, lines

SERVER_FAULTS: dict[str, tuple[Callable[[Asked], Said], list[str], str]] = {
    "500": (lambda asked: Said(status=500), ["failed", "failed"], "unavailable"),
    "throttled for long": (lambda asked: Said(status=429, headers={"retry-after": "900"}), ["throttled"], "unavailable"),
    "silence": (lambda asked: Said(silent=3_600), ["timeout"], "time"),
    "bad key": (lambda asked: Said("Incorrect API key: sk-secret-of-the-house", status=401), ["failed"], "unavailable"),
}  # fmt: skip


@pytest.mark.parametrize("kind", SERVER_FAULTS)
async def test_a_provider_that_fails_costs_no_story(kind: str) -> None:
    """The sources speak, the page says why, the ledger says what happened, and no key stands in it."""
    script, outcomes, note = SERVER_FAULTS[kind]
    async with desk(script, timeout=1 if kind == "silence" else 600) as (writer, _, books):
        told = await writer.summarise(STORY, [article()], language="en")
    assert told.provenance
    assert told.provenance.note == note
    assert lines(told)
    assert books.outcomes == outcomes
    assert "sk-secret" not in " ".join(call.detail for call in books.calls.values())
    assert books.cost > 0 if kind == "silence" else books.cost == 0


async def test_a_short_pause_is_kept_and_the_call_repeated() -> None:
    """429 with Retry-After of a second: one more call, not before."""
    good = Journalist()

    def once(asked: Asked) -> Said:
        return good(asked) if asked.number else Said(status=429, headers={"retry-after": "1"})

    started = datetime.now(UTC)
    async with desk(once) as (writer, _, books):
        told = await writer.summarise(STORY, [article()], language="en")
    assert told.provenance
    assert told.provenance.written
    assert books.outcomes == ["throttled", "ok"]
    assert datetime.now(UTC) - started > timedelta(seconds=1)


async def test_the_next_vendor_writes_when_the_first_cannot() -> None:
    """At its own address, with its own key and under its own name, also when its reply is kept; all attempts are in the ledger."""
    async with model_server(Journalist()) as second:
        other = Endpoint("openai/other", second.base, "sk-other")
        async with desk(lambda asked: Said(status=503), others=(other,)) as (writer, _, books):
            told = await writer.summarise(STORY, [article()], language="en")
            again = await writer.summarise(STORY, [article()], language="en")
        for one in (told, again):
            assert one.provenance
            assert (one.summariser, one.provenance.summariser) == ("openai/other", "openai/other")
            assert one.provenance.written
        assert [call.model for call in books.calls.values()] == ["openai/gpt-4o-mini"] * 2 + ["openai/other"]
        assert second.asked[0].key == "Bearer sk-other"


async def test_another_model_at_the_same_address_writes_when_the_first_rests() -> None:
    """A model that is broken is left alone by itself; its neighbour tells every story, also those after the third fault."""
    good = Journalist()

    def broken(asked: Asked) -> Said:
        return good(asked) if asked.model == "other" else Said(status=503)

    async with desk(broken, neighbour="openai/other") as (writer, server, books):
        stories = [
            article(f"a{n}", text=f"{TEXT}\nThe companies have worked together since {2001 + n}.") for n in range(4)
        ]
        told = [await writer.summarise(STORY, [one], language="en") for one in stories]
    assert {one.summariser for one in told} == {"openai/other"}
    assert [asked.model for asked in server.asked].count("gpt-4o-mini") == FAILURES
    assert books.outcomes.count("ok") == 4


async def test_a_call_that_must_fail_again_is_made_once() -> None:
    """A model that is not there: nothing is paid, and nobody waits for a second no."""
    async with desk(lambda asked: Said("no such model", status=404)) as (writer, _, books):
        told = await writer.summarise(STORY, [article()], language="en")
    assert books.outcomes == ["failed"]
    assert told.provenance
    assert told.provenance.note == "unavailable"


@pytest.mark.parametrize("budgeted", [False, True])
async def test_a_price_that_nobody_knows_is_said_or_the_budget_refused(budgeted: bool) -> None:
    """Without a budget of one's own it counts like a dear one and says so; with one that could not be kept, no call leaves."""
    async with desk(Journalist(), model="openai/of-our-own", budgeted=budgeted) as (writer, server, books):
        told = await writer.summarise(STORY, [article()], language="en")
    assert told.provenance
    assert (len(server.asked), told.provenance.note) == ((0, "price") if budgeted else (1, ""))
    assert told.provenance.priced is budgeted
    assert [call.priced for call in books.calls.values()] == ([] if budgeted else [False])
    used = [(call.input_tokens, call.output_tokens) for call in books.calls.values()]
    assert books.cost == pytest.approx(sum(assumed_price(*tokens) for tokens in used))


async def test_a_reply_of_no_use_is_not_kept_for_long() -> None:
    """What could be told is; what neither the reply nor its repair made fit is forgotten the same day."""
    async with desk(lambda asked: Said("I cannot help with that.")) as (writer, server, books):
        await writer.summarise(STORY, [article()], language="en")
        await writer.summarise(STORY, [article()], language="en")
        assert len(server.asked) == 2
        assert list(books.lasting.values()) == [False]
        server.script = Journalist()
        await writer.summarise(STORY, [article("a2", text=TEXT[:-5] + "May.")], language="en")
        assert list(books.lasting.values()) == [False, True]


async def test_two_who_ask_the_same_at_once_pay_once() -> None:
    """The second waits for the first one's reply."""
    async with desk(Journalist()) as (writer, server, _):
        both = await asyncio.gather(*(writer.summarise(STORY, [article()], language="en") for _ in range(2)))
    assert len(server.asked) == 1
    assert both[0].headline == both[1].headline
    assert sorted(one.provenance.cost > 0 for one in both if one.provenance) == [False, True]


@pytest.mark.parametrize(
    ("reason", "note"), [("spent", "budget"), ("too small for a call of up to $0.0034", "small_budget")]
)
async def test_without_money_no_call_leaves(reason: str, note: str) -> None:
    """The story is told all the same, and why no model told it is true."""
    async with desk(Journalist()) as (writer, server, books):
        books.refuse = ModelUnavailable("openai/gpt-4o-mini", f"the day's budget of the install ($1.00) is {reason}")
        told = await writer.summarise(STORY, [article()], language="en")
    assert server.asked == []
    assert lines(told)
    assert told.provenance
    assert told.provenance.note == note


async def test_a_server_without_json_schemas_is_asked_without() -> None:
    """Once it has said so, at once."""
    good = Journalist()

    def old(asked: Asked) -> Said:
        if "response_format" in asked.body:
            return Said("response_format is not supported", status=400)
        return good(asked)

    async with desk(old) as (writer, server, _):
        told = await writer.summarise(STORY, [article()], language="en")
        await writer.summarise(
            STORY, [article("a3", text=TEXT + "\nMore will follow on Monday, Tide has learned.")], language="en"
        )
    assert told.provenance
    assert told.provenance.written
    assert ["response_format" in asked.body for asked in server.asked] == [True, False, False]
