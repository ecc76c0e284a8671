"""Which URLs a webhook may go to."""

from typing import Any, cast

import pytest

from channels.webhook.addressing import GuardedResolver, RefusedAddressError, admitting, check_url
from news.errors import BadInput

PUBLIC = "https://hooks.example.com/brief?token=s3cret"


def test_a_public_url_is_taken_as_it_is() -> None:
    """Spaces around it aside: what follows the path may be what opens it."""
    assert check_url(f" {PUBLIC} ", allow_private=False) == PUBLIC


@pytest.mark.parametrize(
    "url",
    ["", "hooks.example.com", "ftp://a.example/x", "https://", "http://a b.example/", "http://[::1", "http://a:99999/",
     "javascript:alert(1)", "http://a.example/\nx"],
)  # fmt: skip
def test_what_cannot_be_posted_to_is_refused(url: str) -> None:
    """With the form that is meant."""
    with pytest.raises(BadInput, match=r"write it like https://example\.com/hook"):
        check_url(url, allow_private=True)


def test_a_url_without_an_end_is_refused() -> None:
    """And shown short."""
    with pytest.raises(BadInput, match="longer than 2000") as caught:
        check_url("https://a.example/" + "x" * 3000, allow_private=False)
    assert len(str(caught.value)) < 300


@pytest.mark.parametrize(
    "host", ["127.0.0.1", "localhost", "LOCALHOST.", "x.localhost", "10.1.2.3", "192.168.0.9", "[::1]", "[fd12::1]",
             "[::ffff:127.0.0.1]", "2130706433", "0x7f.1", "0177.0.0.1", "127.1", "127.0.0.1.", "１２７.０.０.１"]
)  # fmt: skip
def test_private_hosts_are_taken_only_where_allowed(host: str) -> None:
    """The message names the setting."""
    url = f"http://{host}:8080/hook"
    with pytest.raises(BadInput, match="AINEWS_ALLOW_PRIVATE_HOSTS=true"):
        check_url(url, allow_private=False)
    assert check_url(url, allow_private=True) == url


@pytest.mark.parametrize("host", ["169.254.169.254", "[fe80::1]", "0.0.0.0", "[::ffff:169.254.169.254]", "224.0.0.1"])
def test_some_hosts_are_never_taken(host: str) -> None:
    """Whatever the setting: metadata, link-local, unspecified, multicast."""
    with pytest.raises(BadInput, match="may never be reached"):
        check_url(f"http://{host}/latest/meta-data", allow_private=True)


def test_the_message_keeps_what_may_be_a_password_to_itself() -> None:
    """Queries often carry a token."""
    with pytest.raises(BadInput) as caught:
        check_url("http://10.0.0.1/hook?token=s3cret", allow_private=False)
    assert "s3cret" not in str(caught.value)


def test_a_missing_secret_is_made() -> None:
    """A given one is kept."""
    admit = admitting(allow_private=False)
    made = admit(PUBLIC, " ", "public")
    assert made.secret.startswith("whsec_")
    assert admit(PUBLIC, made.secret, "public") == made
    assert made.secret not in repr(made)


class Names:
    """A name server that knows one name."""

    def __init__(self, *addresses: str) -> None:
        self._addresses = addresses

    async def resolve(self, host: str, port: int = 0, family: Any = 0) -> list[dict[str, Any]]:
        return [{"hostname": host, "host": one, "port": port} for one in self._addresses]


def resolving(*addresses: str, allow_private: bool = False) -> GuardedResolver:
    resolver = GuardedResolver(allow_private=allow_private)
    resolver._names = cast("Any", Names(*addresses))
    return resolver


@pytest.mark.parametrize(
    ("address", "reason"),
    [("127.0.0.1", "private network"), ("fd12::1", "private network"), ("169.254.1.1", "no addr")],
)
async def test_a_name_that_leads_inside_is_refused_when_it_is_resolved(address: str, reason: str) -> None:
    """Whatever it led to when it was subscribed."""
    with pytest.raises(RefusedAddressError, match=reason):
        await resolving(address).resolve("hooks.example.com", 443)


async def test_of_several_addresses_those_that_may_be_reached_stay() -> None:
    """The client tries one after another, so none of the others may be among them."""
    found = await resolving("10.0.0.1", "93.184.215.14", "::1").resolve("hooks.example.com", 443)
    assert [one["host"] for one in found] == ["93.184.215.14"]


async def test_a_name_that_leads_inside_is_resolved_where_allowed() -> None:
    """For a bridge on the same machine."""
    resolver = GuardedResolver(allow_private=True)
    assert {one["host"] for one in await resolver.resolve("localhost", 80)} <= {"127.0.0.1", "::1"}
    await resolver.close()
