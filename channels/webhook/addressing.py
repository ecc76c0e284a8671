"""Which URLs a webhook may go to: checked when somebody subscribes, and again for every address a name resolves to."""

import socket
from collections.abc import Callable
from ipaddress import ip_address
from typing import Any, Final
from urllib.parse import urlsplit

from aiohttp.abc import AbstractResolver, ResolveResult
from aiohttp.resolver import ThreadedResolver
from yarl import URL

from channels.webhook.limits import LONGEST_URL
from channels.webhook.signing import new_secret, parse_secret
from news.addresses import is_private, may_reach
from news.errors import BadInput
from news.model import Address

_REMEDY: Final = "AINEWS_ALLOW_PRIVATE_HOSTS=true lets webhooks go to private networks"


class RefusedAddressError(OSError):
    """A name leads only to addresses that may not be reached. An OSError, as the HTTP client expects of a resolver."""


def check_url(url: str, *, allow_private: bool) -> str:
    """The URL without spaces around it. Raises BadInput for one that cannot be posted to, or may not be."""
    text = url.strip()
    try:
        parts = urlsplit(text)
        host, _ = host_of(text), parts.port
    except ValueError:
        host, parts = "", urlsplit("")
    if parts.scheme not in ("http", "https") or not host or not text.isprintable() or " " in text:
        raise BadInput(f"webhook {_shown(text)}", "not a URL to post to; write it like https://example.com/hook")
    if len(text) > LONGEST_URL:
        raise BadInput(f"webhook {_shown(text)}", f"longer than {LONGEST_URL} characters; use a shorter URL")
    reason = refusal(host, allow_private=allow_private)
    if reason:
        raise BadInput(f"webhook {_shown(text)}", reason)
    return text


def host_of(url: str) -> str:
    """The host as the HTTP client reads it: full-width digits, too, are an address to it. Raises ValueError."""
    return URL(url).host or ""


def refusal(host: str, *, allow_private: bool) -> str:
    """Why a host may not be posted to, "" when it may as far as its name tells. Nothing is looked up."""
    address = _literal(host)
    if not address or may_reach(address, allow_private=allow_private):
        return ""
    return f"{host} is a private address; {_REMEDY}" if is_private(address) else f"{host} may never be reached"


def admitting(*, allow_private: bool) -> Callable[[str, str, str], Address]:
    """The channel's `admit` (see news.ports.Channel): a missing secret is made."""

    def admit(to: str, secret: str, tenant: str) -> Address:
        url = check_url(to, allow_private=allow_private)
        return Address("webhook", url, tenant, parse_secret(secret) if secret.strip() else new_secret())

    return admit


class GuardedResolver(AbstractResolver):
    """Resolves names in threads, as usual, and gives on only what may be reached: what is checked is what is connected to."""

    def __init__(self, *, allow_private: bool) -> None:
        self._allow_private = allow_private
        self._names = ThreadedResolver()

    async def resolve(self, host: str, port: int = 0, family: Any = 0) -> list[ResolveResult]:
        found = await self._names.resolve(host, port, family)
        open_to_us = [one for one in found if may_reach(one["host"], allow_private=self._allow_private)]
        if not open_to_us:
            private = any(is_private(one["host"]) for one in found)
            hint = f" is in a private network; {_REMEDY}" if private else " leads to no address that may be reached"
            raise RefusedAddressError(f"{host}{hint}")
        return open_to_us

    async def close(self) -> None:
        await self._names.close()


def _literal(host: str) -> str:
    """The address that a host is by itself, "" for a name. As resolvers have it, 2130706433, 0x7f.1 and 0177.0.0.1 are one."""
    name = host.rstrip(".").lower()
    if name == "localhost" or name.endswith(".localhost"):
        return "127.0.0.1"
    try:
        return str(ip_address(name.partition("%")[0]))
    except ValueError:
        pass
    try:
        return socket.inet_ntoa(socket.inet_aton(name))
    except OSError:
        return ""


def _shown(url: str) -> str:
    """Enough of a URL to know it by: what follows may be a password."""
    parts = url.partition("?")[0]
    return repr(parts if len(parts) <= 80 else parts[:79] + "…")
