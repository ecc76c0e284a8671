"""An answer that a model wrote is put down sentence by sentence."""

from collections.abc import AsyncIterator
from typing import Any, cast

import pytest

from channels.slack.render import SlackRenderer
from channels.slack.settings import SlackSettings
from channels.slack.streaming import may_stream, stream
from channels.slack.transport import open_slack
from channels.slack.visiting import Visit
from news.asking import Answer
from news.errors import Undelivered
from news.frontdesk import FrontDesk
from news.model import PUBLIC, Provenance, Reader
from news.ports import NoInstallations
from tests.fakes.briefs import NOON, answer, brief, said
from tests.fakes.slack import FakeSlack, slack_on_loopback
from tests.fakes.slack_rules import message_problems

TWO = (said("Orbit opened its *model*.", "https://tide.example/a_(b)"), said("It has 7 billion parameters."))
WRITTEN = answer(id="q1", sentences=TWO, provenance=Provenance("llm", written=2))
(WHOLE,) = SlackRenderer(base_url="").answer(WRITTEN)


@pytest.fixture
async def slack() -> AsyncIterator[FakeSlack]:
    async with slack_on_loopback() as found:
        yield found


@pytest.fixture
async def visit(slack: FakeSlack) -> AsyncIterator[Visit]:
    """Somebody who asks in a thread."""
    settings = SlackSettings(bot_token="xoxb-one", api_url=slack.url)
    reader = Reader("slack:U1ANN", PUBLIC, "Ann", "en", "UTC", NOON)
    async with open_slack(settings, NoInstallations()) as found:
        nobody = cast(FrontDesk, None)
        yield Visit(found, nobody, PUBLIC, reader, "U1ANN", channel="C1NEWS", thread="1.0", way="open")


async def test_it_grows_and_ends_with_sources_and_feedback(slack: FakeSlack, visit: Visit) -> None:
    """In Markdown that obeys nobody; below it what every answer has."""
    assert may_stream(visit, WRITTEN)
    id = await stream(visit, WRITTEN, WHOLE)
    [one] = slack.replies("C1NEWS", "1.0")
    assert id == f"C1NEWS:{one['ts']}"
    assert one["text"] == (
        "Orbit opened its ∗model∗. [1](https://tide.example/a_%28b%29) "
        "It has 7 billion parameters. [2](https://tide.example/orbit) "
    )
    assert not one["streaming"]
    kinds = [block["type"] for block in one["blocks"]]
    assert kinds == ["context", "context", "context_actions"]
    shown = {"text": "x", "blocks": one["blocks"], "unfurl_links": False, "unfurl_media": False}
    assert message_problems(shown) == []


async def test_what_could_not_be_appended_comes_with_the_end(slack: FakeSlack, visit: Visit) -> None:
    """Slack lets an app append only so often."""
    slack.faults["chat.appendStream"] = [(429, {"Retry-After": "30"})]
    await stream(visit, WRITTEN, WHOLE)
    [one] = slack.replies("C1NEWS", "1.0")
    assert one["text"].count("It has 7 billion parameters.") == 1


@pytest.mark.parametrize("fault", [(429, {"Retry-After": "30"}), "missing_scope", "unknown_method"])
async def test_where_there_is_no_stream_nothing_is_shown_yet(slack: FakeSlack, visit: Visit, fault: Any) -> None:
    """Whoever asked gets the answer as one message."""
    slack.faults["chat.startStream"] = [fault]
    assert await stream(visit, WRITTEN, WHOLE) == ""
    assert slack.messages["C1NEWS"] == []


async def test_a_stream_that_nobody_knows_of_holds_no_word(slack: FakeSlack, visit: Visit) -> None:
    """Slack began it and the answer got lost: the whole as one message is then said once all the same."""
    slack.faults["chat.startStream"] = ["dropped"]
    assert await stream(visit, WRITTEN, WHOLE) == ""
    [begun] = slack.messages["C1NEWS"]
    assert begun["text"] == ""
    assert await stream(visit, WRITTEN, WHOLE) == ""
    assert len(slack.messages["C1NEWS"]) == 1


async def test_a_sentence_that_may_have_arrived_is_not_said_twice(slack: FakeSlack, visit: Visit) -> None:
    """The stream is ended and the whole answer put in its place."""
    slack.faults["chat.appendStream"] = ["dropped"]
    await stream(visit, WRITTEN, WHOLE)
    [one] = slack.replies("C1NEWS", "1.0")
    assert str(one["blocks"]).count("7 billion parameters") == 1
    assert (one["text"], one["streaming"]) == (WHOLE.text, False)


@pytest.mark.parametrize("fault", ["dropped", (429, {"Retry-After": "5"})])
async def test_an_end_that_went_wrong_is_made_again_under_the_same_message(
    slack: FakeSlack, visit: Visit, fault: Any
) -> None:
    """Whether Slack took it or not: the job that is worked on again says nothing twice."""
    slack.faults["chat.stopStream"] = [fault]
    with pytest.raises(Undelivered):
        await stream(visit, WRITTEN, WHOLE)
    id = await stream(visit, WRITTEN, WHOLE)
    [one] = slack.replies("C1NEWS", "1.0")
    assert id == f"C1NEWS:{one['ts']}"
    assert (one["text"], one["streaming"]) == (WHOLE.text, False)


@pytest.mark.parametrize(
    "other",
    [
        answer(sentences=TWO, provenance=Provenance("extractive-1")),
        answer(sentences=TWO[:1], provenance=Provenance("llm", written=1)),
        answer(sentences=TWO, provenance=Provenance("llm", written=2), brief=brief()),
    ],
)
async def test_what_is_there_at_once_is_not_streamed(visit: Visit, other: Answer) -> None:
    """Quoted sentences, a single one, and a brief."""
    assert not may_stream(visit, other)
