"""Calls to LINE, against one that says no: what each answer means, and the key that makes a repetition harmless."""

import json
import logging
from datetime import timedelta

import pytest

from channels.line import api as line_api
from channels.line.api import LineApi, open_api, retry_key
from channels.line.render import LineRenderer
from channels.line.transport import LineTransport
from news.errors import DeliveryError, Overloaded, Refused, Unanswered, Undelivered, Unreachable
from news.model import Address, Message
from news.ports import SystemClock
from tests.fakes.briefs import brief
from tests.fakes.line import MONTH, RATE, Line

USERS = [f"U{number:032x}" for number in range(500)]
GROUP = "C" + "a" * 32


@pytest.fixture
def transport(api: LineApi) -> LineTransport:
    return LineTransport(api, clock=SystemClock())


def to(value: str) -> Address:
    return Address("line", value, "line")


@pytest.fixture
def message() -> Message:
    return LineRenderer().brief(brief())[0]


async def test_a_brief_reaches_five_hundred_by_one_call(line: Line, transport: LineTransport, message: Message) -> None:
    """As it was rendered, under a key from the first attempt on."""
    receipt = await transport.deliver_all([to(user) for user in USERS], message, key="cll_1")
    [body] = line.bodies("multicast")
    assert (body["messages"], body["to"]) == (json.loads(message.body), USERS)
    assert line.keys == {retry_key("cll_1"): receipt.id}
    assert line.problems == []


def test_a_group_is_in_no_list(transport: LineTransport) -> None:
    """A multicast is for users."""
    assert transport.takes(to(USERS[0]))
    assert not transport.takes(to(GROUP))
    assert not transport.takes(to("R" + "b" * 32))


async def test_what_was_taken_before_is_a_success(line: Line, transport: LineTransport, message: Message) -> None:
    """LINE answers 409 and names the request that it took."""
    first = await transport.deliver(to(USERS[0]), message, key="d1")
    second = await transport.deliver(to(USERS[0]), message, key="d1")
    assert first.id == second.id
    assert len(line.chats[USERS[0]]) == 1


async def test_an_answer_that_was_lost_is_no_second_message(
    line: Line, transport: LineTransport, message: Message
) -> None:
    """Taken, then the connection breaks: it may have arrived, and the same key finds out."""
    line.faults["multicast"] = ["drop"]
    group = [to(user) for user in USERS[:3]]
    with pytest.raises(Unanswered):
        await transport.deliver_all(group, message, key="c1")
    await transport.deliver_all(group, message, key="c1")
    assert [len(line.chats[user]) for user in USERS[:3]] == [1, 1, 1]


@pytest.mark.parametrize(
    ("fault", "error"),
    [
        ((429, RATE), Overloaded),
        ((429, MONTH), Refused),
        (500, Undelivered),
        ((401, "Authentication failed"), Undelivered),
        ((400, "Failed to send messages"), Unreachable),
        ((400, "The request body has 1 error(s)"), Refused),
        (404, Unreachable),
    ],
)
async def test_each_no_means_what_it_says(
    line: Line, transport: LineTransport, message: Message, fault: object, error: type[DeliveryError]
) -> None:
    """Too fast is tried again soon; the month's messages used up is never tried again."""
    line.faults["push"] = [fault]
    with pytest.raises(DeliveryError) as raised:
        await transport.deliver(to(USERS[0]), message, key="d1")
    assert type(raised.value) is error
    assert raised.value.permanent is (error in (Refused, Unreachable))
    if error is Overloaded:
        assert raised.value.retry_after == timedelta(seconds=5)


async def test_a_bad_id_in_a_list_does_not_end_everybodys_subscription(
    line: Line, transport: LineTransport, message: Message
) -> None:
    """LINE refuses the list; who is to blame is found by halving it."""
    line.faults["multicast"] = [(400, "The property, 'to', in the request body is invalid")]
    with pytest.raises(Refused):
        await transport.deliver_all([to(user) for user in USERS[:2]], message, key="c1")


async def test_a_line_that_cannot_be_reached_is_tried_again(line: Line, message: Message) -> None:
    """Nothing left, so nothing can have arrived; and an answer is not waited for as long as the library would, five minutes."""
    assert line_api._TIMEOUT.total == 10
    nowhere = line.settings.model_copy(update={"api_url": "http://127.0.0.1:9"})
    async with open_api(nowhere) as api:
        with pytest.raises(Undelivered, match="cannot be reached") as raised:
            await LineTransport(api, clock=SystemClock()).deliver(to(USERS[0]), message, key="d1")
    assert not isinstance(raised.value, Unanswered)


async def test_request_ids_are_in_the_log(
    line: Line, transport: LineTransport, message: Message, caplog: pytest.LogCaptureFixture
) -> None:
    """LINE's support asks for them; no secret is beside them."""
    with caplog.at_level(logging.INFO, logger="channels.line.api"):
        receipt = await transport.deliver(to(USERS[0]), message, key="d1")
    assert "LINE push: 200 in" in caplog.text
    assert receipt.id in caplog.text
    assert "a token" not in caplog.text
