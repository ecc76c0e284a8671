"""What Slack's answers mean, over real HTTP against a Slack that says no."""

import json
from collections.abc import AsyncIterator
from datetime import timedelta

import pytest

from channels.slack.addressing import admit
from channels.slack.channel import is_configured, open_channel
from channels.slack.failures import GONE, NOT_INSTALLED, REMOVED, why_stopped
from channels.slack.render import SlackRenderer, message
from channels.slack.settings import SlackSettings
from channels.slack.transport import SlackTransport, open_slack
from news.errors import BadInput, DeliveryError, Refused, Unanswered, Undelivered, Unreachable
from news.installations import Installation
from news.languages import LANGUAGES, Language
from news.model import PUBLIC, Address, Message
from news.phrases import phrase
from news.ports import ChannelContext, SystemClock
from tests.fakes.briefs import brief, told
from tests.fakes.slack import FakeSlack, slack_on_loopback

HELLO = message("Hello", [])


class Installed:
    """Two workspaces."""

    async def find(self, channel: str, tenant: str) -> Installation | None:
        token = {"T1": "xoxb-one", "T2": "xoxb-two"}.get(tenant)
        return Installation(channel, tenant, token, installer="U1ANN") if token else None


@pytest.fixture
async def slack() -> AsyncIterator[FakeSlack]:
    async with slack_on_loopback() as found:
        yield found


@pytest.fixture
async def transport(slack: FakeSlack) -> AsyncIterator[SlackTransport]:
    """For two workspaces that installed the app."""
    async with open_slack(settings_of(slack), Installed(), answer_seconds=60) as found:
        yield SlackTransport(found, clock=SystemClock())


def settings_of(slack: FakeSlack) -> SlackSettings:
    return SlackSettings(client_id="c", client_secret="s", bot_token="xoxb-one", api_url=slack.url)


def to(channel: str = "C1NEWS", tenant: str = "T1") -> Address:
    return Address("slack", channel, tenant)


async def failed(transport: SlackTransport, address: Address | None = None, what: Message = HELLO) -> DeliveryError:
    with pytest.raises(DeliveryError) as caught:
        await transport.deliver(address or to(), what, key="dlv_1")
    return caught.value


async def test_a_brief_arrives_with_the_deliverys_id_and_unfurls_nothing(
    slack: FakeSlack, transport: SlackTransport
) -> None:
    """The receipt is the message's channel and time; a second part goes into its thread."""
    [first] = SlackRenderer().brief(brief(told()))
    receipt = await transport.deliver(to(), first, key="dlv_1")
    [posted] = slack.posted("C1NEWS")
    assert receipt.id == f"C1NEWS:{posted['ts']}"
    assert posted["metadata"] == {"event_type": "ainews_delivery", "event_payload": {"delivery": "dlv_1"}}
    assert (posted["unfurl_links"], posted["unfurl_media"]) == (False, False)
    await transport.deliver(to(), HELLO, key="dlv_1-1", thread=receipt.id)
    assert [one["text"] for one in slack.replies("C1NEWS", posted["ts"])] == ["Hello"]
    assert slack.problems == []


@pytest.mark.parametrize(
    ("code", "reason"),
    [
        ("channel_not_found", "cannot see this channel"),
        ("is_archived", "archived"),
        ("not_in_channel", "/invite"),
        ("account_inactive", "removed from this workspace"),
        ("token_revoked", "removed from this workspace"),
        ("team_access_not_granted", "install it again"),
        ("restricted_action", "administrator"),
        ("missing_scope", "permission"),
    ],
)
async def test_an_address_that_is_gone_says_why_in_words(
    slack: FakeSlack, transport: SlackTransport, code: str, reason: str
) -> None:
    """It suspends the subscription, and a person reads the reason."""
    slack.faults["chat.postMessage"] = [code]
    error = await failed(transport)
    assert isinstance(error, Unreachable)
    assert reason in error.reason
    assert code in error.reason


async def test_who_says_nothing_may_have_taken_it(slack: FakeSlack) -> None:
    """The connection is there and the request has left; then nothing comes."""
    async with open_slack(settings_of(slack), Installed(), answer_seconds=2) as found:
        impatient = SlackTransport(found, clock=SystemClock())
        await impatient.deliver(to(), HELLO, key="dlv_0")
        slack.faults["chat.postMessage"] = ["silent"]
        assert type(await failed(impatient)) is Unanswered


@pytest.mark.parametrize(
    ("fault", "kind"),
    [
        ("internal_error", Unanswered),
        ("fatal_error", Unanswered),
        ((502, {}), Unanswered),
        ((503, {}), Undelivered),
        ("service_unavailable", Undelivered),
        ("invalid_auth", Undelivered),
        ("token_expired", Undelivered),
        ("restricted_action_thread_locked", Refused),
        ("invalid_blocks", Refused),
        ("a_code_of_tomorrow", Refused),
        ("dropped", Unanswered),
    ],
)
async def test_what_may_have_arrived_is_told_from_what_did_not(
    slack: FakeSlack, transport: SlackTransport, fault: object, kind: type[DeliveryError]
) -> None:
    """Only what provably did not happen is simply tried again."""
    slack.faults["chat.postMessage"] = [fault]
    error = await failed(transport)
    assert type(error) is kind, error


async def test_being_too_fast_waits_as_long_as_slack_says(slack: FakeSlack, transport: SlackTransport) -> None:
    """One call was made: whoever called decides when there is another."""
    slack.faults["chat.postMessage"] = [(429, {"Retry-After": "7"})]
    error = await failed(transport)
    assert (type(error), error.retry_after) == (Undelivered, timedelta(seconds=7))
    assert len(slack.calls) == 1


async def test_without_a_connection_nothing_has_left(transport: SlackTransport) -> None:
    """So it is safe to try again."""
    settings = SlackSettings(bot_token="xoxb-one", api_url="http://127.0.0.1:9/api/")
    async with open_slack(settings, Installed()) as nobody:
        assert type(await failed(SlackTransport(nobody, clock=SystemClock()))) is Undelivered


async def test_each_workspace_has_its_own_token(slack: FakeSlack, transport: SlackTransport) -> None:
    """And one that left gets nothing, whatever other token there is."""
    await transport.deliver(to("C1NEWS", "T2"), HELLO, key="dlv_2")
    slack.revoked = {"xoxb-two"}
    assert isinstance(await failed(transport, to("C1NEWS", "T2")), Unreachable)
    left = await failed(transport, to("C1NEWS", "T3"))
    assert isinstance(left, Unreachable)
    assert "not installed" in left.reason


async def test_one_token_serves_the_one_workspace(slack: FakeSlack, monkeypatch: pytest.MonkeyPatch) -> None:
    """With nothing else set, for what the command line subscribed and for what people in Slack did."""
    monkeypatch.setenv("AINEWS_SLACK_BOT_TOKEN", "xoxb-one")
    monkeypatch.setenv("AINEWS_SLACK_API_URL", slack.url)
    assert is_configured()
    async with open_channel(ChannelContext()) as channel:
        for tenant in (PUBLIC, "T1"):
            await channel.transport.deliver(to(tenant=tenant), HELLO, key=tenant)
    assert len(slack.posted("C1NEWS")) == 2


async def test_a_direct_message_is_looked_up_by_its_delivery(slack: FakeSlack, transport: SlackTransport) -> None:
    """What arrived though nobody saw the answer is found; what did not is not."""
    slack.faults["chat.postMessage"] = ["dropped"]
    assert isinstance(await failed(transport, to("U1ANN")), Unanswered)
    found = await transport.find(to("U1ANN"), HELLO, key="dlv_1")
    assert found is not None
    assert found.id == f"D1ANN:{slack.posted('D1ANN')[0]['ts']}"
    assert await transport.find(to("U1ANN"), HELLO, key="dlv_2") is None


async def test_a_channel_is_not_looked_through(slack: FakeSlack, transport: SlackTransport) -> None:
    """The app asks for no right to read channels: a person decides."""
    with pytest.raises(Refused, match="by hand"):
        await transport.find(to(), HELLO, key="dlv_1")
    assert slack.calls == []


async def test_an_answer_is_corrected_where_it_stands(slack: FakeSlack, transport: SlackTransport) -> None:
    """In place of what was posted."""
    receipt = await transport.deliver(to(), HELLO, key="q1")
    await transport.correct(to(), receipt.id, message("Goodbye", []))
    assert [one["text"] for one in slack.posted("C1NEWS")] == ["Goodbye"]


@pytest.mark.parametrize("text", ["C0123ABCD", " C0123ABCD ", "https://acme.slack.com/archives/C0123ABCD"])
def test_a_channel_is_named_by_its_id_or_its_link(text: str) -> None:
    """As Slack's own menu copies it."""
    assert admit(text, "", "T1") == Address("slack", "C0123ABCD", "T1")


@pytest.mark.parametrize("text", ["#general", "general", "", "https://evil.example/archives/C0123ABCD"])
def test_what_names_no_channel_is_told_how_to_find_one(text: str) -> None:
    """A name may change and may be another's tomorrow."""
    with pytest.raises(BadInput, match="channel's details"):
        admit(text, "", "T1")


def test_no_token_is_in_what_is_printed() -> None:
    """Settings and installations end up in logs and tracebacks."""
    shown = repr(SlackSettings(bot_token="xoxb-1", signing_secret="s3")) + repr(Installation("slack", "T1", "xoxb-2"))
    assert "xoxb" not in shown
    assert "s3" not in shown


def test_the_message_is_what_preview_prints() -> None:
    """The transport adds where it goes and the metadata, and changes nothing."""
    [made] = SlackRenderer().brief(brief())
    assert set(json.loads(made.body)) == {"text", "blocks", "unfurl_links", "unfurl_media"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_why_nothing_comes_any_more_is_said_in_every_language(language: Language) -> None:
    """Every code of Slack's that ends a subscription; a reason from elsewhere stays as it is."""
    told = {
        phrase(language, f"stopped.{name}")
        for name in ("invite", "archived", "person", "removed", "permission", "moved")
    }
    assert {why_stopped(f"{reason} ({code})", language) for code, reason in GONE.items()} == told
    for left in (REMOVED, NOT_INSTALLED):
        assert why_stopped(left, language) == phrase(language, "stopped.removed")
    assert why_stopped("asked by mail (today)", language) == "asked by mail (today)"
