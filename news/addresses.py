"""Which network addresses this house may reach. Pure: whoever makes a socket asks here, after names are resolved."""

from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network
from typing import Final

Ip = IPv4Address | IPv6Address

_PRIVATE: Final = tuple(
    ip_network(net) for net in ("127.0.0.0/8", "10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "::1/128", "fc00::/7")
)
"""What `allow_private` opens: this machine and RFC 1918, with their IPv6 counterparts."""
_METADATA: Final = tuple(
    ip_network(net) for net in ("169.254.0.0/16", "100.100.100.200/32", "168.63.129.16/32", "fd00:ec2::254/128")
)
"""Where clouds hand out a machine's credentials: AWS, GCP and Azure; Alibaba; Azure's host; AWS over IPv6."""
_NAT64: Final = ip_network("64:ff9b::/96")


def may_reach(text: str, *, allow_private: bool) -> bool:
    """Is this literal address one that may be reached? Raises ValueError when it is none."""
    address = real_address(text)
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


def real_address(text: str) -> Ip:
    """The address that is meant: the IPv4 one inside an IPv6 one (mapped, NAT64, 6to4), without an interface's name."""
    address = ip_address(text.partition("%")[0])
    if isinstance(address, IPv4Address):
        return address
    if address in _NAT64:
        return IPv4Address(int(address) & 0xFFFFFFFF)
    return address.ipv4_mapped or address.sixtofour or address
