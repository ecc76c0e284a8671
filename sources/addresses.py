"""Which network addresses may be reached. Checked after names are resolved, when the socket is made."""

import socket
from contextvars import ContextVar
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network
from typing import Any, Final

Address = IPv4Address | IPv6Address

_PRIVATE: Final = tuple(
    ip_network(net) for net in ("127.0.0.0/8", "10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "::1/128", "fc00::/7")
)
"""What `allow_private` opens: this machine and RFC 1918, with their IPv6 counterparts."""
_METADATA: Final = tuple(
    ip_network(net) for net in ("169.254.0.0/16", "100.100.100.200/32", "168.63.129.16/32", "fd00:ec2::254/128")
)
"""Where clouds hand out a machine's credentials: AWS, GCP and Azure; Alibaba; Azure's host; AWS over IPv6."""
_NAT64: Final = ip_network("64:ff9b::/96")

refusals: ContextVar[list[str] | None] = ContextVar("refusals", default=None)
"""The addresses refused while one request was being made; the HTTP client hides our error in its own."""


class RefusedAddressError(OSError):
    """An OSError, so that the HTTP client may go on to the name's next address."""


def may_reach(text: str, *, allow_private: bool) -> bool:
    """Is this literal address one that a news source may have?"""
    address = _real(ip_address(text.partition("%")[0]))
    if any(address in net for net in _METADATA):
        return False
    if address.is_multicast or address.is_unspecified or address.is_link_local:
        return False
    if any(address in net for net in _PRIVATE):
        return allow_private
    return address.is_global and not address.is_reserved


def is_private(text: str) -> bool:
    """True for an address that `allow_private` would open."""
    return not may_reach(text, allow_private=False) and may_reach(text, allow_private=True)


def _real(address: Address) -> Address:
    """The IPv4 address inside an IPv6 one: mapped, NAT64 or 6to4."""
    if isinstance(address, IPv4Address):
        return address
    if address in _NAT64:
        return IPv4Address(int(address) & 0xFFFFFFFF)
    return address.ipv4_mapped or address.sixtofour or address


class Guard:
    """A socket factory for aiohttp: makes no socket to an address that may not be reached."""

    def __init__(self, *, allow_private: bool) -> None:
        self._allow_private = allow_private

    def __call__(self, info: tuple[Any, ...]) -> socket.socket:
        family, kind, protocol, _, sockaddr = info
        address = str(sockaddr[0])
        if not may_reach(address, allow_private=self._allow_private):
            if (refused := refusals.get()) is not None:
                refused.append(str(_real(ip_address(address.partition("%")[0]))))
            raise RefusedAddressError(f"{address} may not be reached")
        return socket.socket(family=family, type=kind, proto=protocol)
