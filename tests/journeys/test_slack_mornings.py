"""Two mornings in a channel and in a direct conversation: the engine, the renderer and the transport against a strict Slack."""

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import timedelta

import pytest

from bot.newsroom.making.editions import brief_id
from channels.slack.channel import open_channel
from news.model import PUBLIC, Address, Brief, DeliveryState, FirstTelling
from news.ports import Channel, ChannelContext
from store.database import Database
from tests.bot.newsroom.chunks import DAY, EDITION, NOON, Chunk
from tests.fakes.briefs import brief, said, told
from tests.fakes.slack import FakeSlack, slack_on_loopback
from tests.store.samples import delivery

SENT, UNKNOWN = DeliveryState.SENT, DeliveryState.UNKNOWN
YESTERDAY = DAY - timedelta(days=1)


@pytest.fixture
async def slack() -> AsyncIterator[FakeSlack]:
    async with slack_on_loopback() as found:
        yield found


@pytest.fixture
async def channel(slack: FakeSlack, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Channel]:
    monkeypatch.setenv("AINEWS_SLACK_BOT_TOKEN", "xoxb-one")
    monkeypatch.setenv("AINEWS_SLACK_SIGNING_SECRET", "shh")
    monkeypatch.setenv("AINEWS_SLACK_API_URL", slack.url)
    async with open_channel(ChannelContext()) as opened:
        yield replace(opened, name="webhook")  # whose subscriptions the chunk makes


def address(channel: str) -> Address:
    return Address("slack", channel, PUBLIC)


async def morning(db: Database, channel: Channel, edition: Brief, *addresses: str) -> Chunk:
    """The chunk of a day's brief, not sent yet."""
    made = Chunk(db, channel)
    async with db.begin() as tx:
        await tx.briefs.put(edition)
    await made.plan(*addresses)
    return made


async def test_an_update_is_told_in_the_thread_of_the_first_brief(
    db: Database, slack: FakeSlack, channel: Channel
) -> None:
    """Whoever got that brief reads it there under the name the story had; whoever is new reads today's message only."""
    first = await channel.transport.deliver(address("C1NEWS"), channel.renderer.brief(brief(told("s1")))[0], key="d0")
    update = told("s1", headline="Orbit withdraws its model", update=True, first=FirstTelling("b0", "Orbit opens"))
    today = brief(update, id=brief_id(EDITION, DAY), edition=EDITION, date=DAY)
    sending = await morning(db, channel, today, "C1NEWS", "C1GEN")
    before = delivery("d0", brief="b0", subscription="C1NEWS", state=SENT, day=YESTERDAY, platform_id=first.id)
    async with db.begin() as tx:
        await tx.deliveries.plan([before], tenant=PUBLIC)
    await sending.send_until_settled()
    [yesterdays, todays] = slack.posted("C1NEWS")
    [reply] = slack.replies("C1NEWS", yesterdays["ts"])
    assert reply["text"] == "Update on “Orbit opens”: Orbit withdraws its model"
    assert "Orbit withdraws its model" in todays["text"]
    assert len(slack.messages["C1GEN"]) == 1
    assert slack.problems == []


async def test_a_long_brief_goes_on_in_its_own_thread_once(db: Database, slack: FakeSlack, channel: Channel) -> None:
    """Also when Slack asks to wait in the middle of it: nothing is posted twice, and each part names its delivery."""
    many = [told(f"s{n}", lede=said("word " * 90)) for n in range(20)]
    edition = brief(*many, id=brief_id(EDITION, DAY), edition=EDITION, date=DAY)
    sending = await morning(db, channel, edition, "C1NEWS")
    slack.faults["chat.postMessage"] = [None, (429, {"Retry-After": "2"})]
    await sending.send_until_settled()
    [top] = slack.posted("C1NEWS")
    parts = [top, *slack.replies("C1NEWS", top["ts"])]
    keys = [one["metadata"]["event_payload"]["delivery"] for one in parts]
    assert keys == ["d-C1NEWS", *(f"d-C1NEWS-{n}" for n in range(1, len(parts)))]
    assert len(parts) > 1
    assert sending.now >= NOON + timedelta(seconds=2)


async def test_a_broken_connection_is_looked_up_in_a_direct_conversation_only(
    db: Database, slack: FakeSlack, channel: Channel
) -> None:
    """Both had arrived: the one is found and sent, the other stays unknown, and neither is posted again."""
    edition = brief(id=brief_id(EDITION, DAY), edition=EDITION, date=DAY)
    sending = await morning(db, channel, edition, "C1NEWS", "U1ANN")
    slack.faults["chat.postMessage"] = ["dropped", "dropped"]
    await sending.send_until_settled()
    assert await sending.states() == {"C1NEWS": UNKNOWN, "U1ANN": SENT}
    assert (len(slack.posted("C1NEWS")), len(slack.posted("D1ANN"))) == (1, 1)


async def test_an_archived_channel_ends_its_subscription_and_no_other(
    db: Database, slack: FakeSlack, channel: Channel
) -> None:
    """With a reason that a person understands, and a job to tell somebody."""
    slack.archived = {"C1GEN"}
    edition = brief(id=brief_id(EDITION, DAY), edition=EDITION, date=DAY)
    sending = await morning(db, channel, edition, "C1NEWS", "C1GEN")
    await sending.send_until_settled()
    async with db.read() as tx:
        reasons = {one.address: one.suspended for one in await tx.subscriptions.list(tenant=PUBLIC)}
        held = await tx.inbox.claims(tenant=[PUBLIC])
    assert reasons["C1NEWS"] == ""
    assert "archived" in reasons["C1GEN"]
    assert held == {""}
