"""What a call is charged when its provider does not count, and who is asked next when a model writes nothing of use."""

from typing import Any

import pytest

from summariser.endpoints import Endpoint
from tests.fakes.models import Asked, Journalist, Said, model_server
from tests.summariser.test_writer import STORY, article, desk


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
