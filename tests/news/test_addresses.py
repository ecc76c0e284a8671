"""Which addresses may be reached."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from news.addresses import is_private, may_reach

NEVER = [
    "169.254.169.254", "169.254.170.2", "fe80::1", "fe80::1%eth0", "fd00:ec2::254", "100.64.0.1", "100.100.100.200",
    "168.63.129.16", "0.0.0.0", "::", "224.0.0.1", "ff02::1", "239.1.1.1", "240.0.0.1", "255.255.255.255", "192.0.2.1",
    "198.18.0.1", "::ffff:169.254.169.254", "64:ff9b::a9fe:a9fe", "2002:a9fe:a9fe::1", "2001:db8::1", "0.1.2.3",
]  # fmt: skip
PRIVATE = [
    "127.0.0.1",
    "127.9.9.9",
    "10.0.0.1",
    "172.16.0.1",
    "172.31.9.9",
    "192.168.1.1",
    "::1",
    "fd12:3456::1",
    "::ffff:127.0.0.1",
]
PUBLIC = ["1.1.1.1", "93.184.215.14", "172.32.0.1", "2606:4700::1111", "::ffff:1.1.1.1"]


@pytest.mark.parametrize("address", NEVER)
def test_some_addresses_are_never_reached(address: str) -> None:
    """Link-local, metadata, carrier, multicast, unspecified and reserved ones, also inside an IPv6 address."""
    assert not may_reach(address, allow_private=False)
    assert not may_reach(address, allow_private=True)


@pytest.mark.parametrize("address", PRIVATE)
def test_private_addresses_are_reached_only_where_allowed(address: str) -> None:
    """This machine and private networks: a replay, or an intranet's feed."""
    assert not may_reach(address, allow_private=False)
    assert may_reach(address, allow_private=True)
    assert is_private(address)


@pytest.mark.parametrize("address", PUBLIC)
def test_public_addresses_are_reached(address: str) -> None:
    """With and without the setting."""
    assert may_reach(address, allow_private=False)
    assert may_reach(address, allow_private=True)
    assert not is_private(address)


@given(st.ip_addresses())
def test_allowing_private_hosts_only_ever_opens(address: object) -> None:
    """What is reached by default is reached with the setting too."""
    assert may_reach(str(address), allow_private=True) or not may_reach(str(address), allow_private=False)
