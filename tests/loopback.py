"""Keeps the tests on this machine: sockets reach loopback and unix addresses, names resolve without a network."""

import ipaddress
import socket
from typing import Any

import pytest

NOWHERE = (".test", ".invalid", ".example")
"""Names that no resolver may ever know (RFC 2606): looking one up fails as it would in the world, but at once."""


class NetworkTouched(BaseException):
    """A test tried to leave the machine. Not an Exception, so that no code under test can record it as one more bad feed."""


def _is_here(host: object) -> bool:
    text = host.decode() if isinstance(host, bytes) else str(host)
    if text == "localhost":
        return True
    try:
        address = ipaddress.ip_address(text.split("%")[0])
    except ValueError:
        return False
    mapped = getattr(address, "ipv4_mapped", None)
    return (mapped or address).is_loopback


def _is_number(host: object) -> bool:
    try:
        ipaddress.ip_address(host.decode() if isinstance(host, bytes) else str(host))
    except ValueError:
        return False
    return True


def _check(sock: socket.socket, address: Any) -> None:
    if sock.family in (socket.AF_INET, socket.AF_INET6) and not _is_here(address[0]):
        raise NetworkTouched(f"a test tried to connect to {address[0]}; tests may only reach loopback")


def keep_to_loopback(patch: pytest.MonkeyPatch) -> None:
    """Patches connect, connect_ex, sendto and getaddrinfo of `socket` for as long as `patch` lasts."""
    connect, connect_ex, look_up = socket.socket.connect, socket.socket.connect_ex, socket.getaddrinfo
    sendto = socket.socket.sendto

    def guarded_connect(self: socket.socket, address: Any) -> None:
        _check(self, address)
        connect(self, address)

    def guarded_connect_ex(self: socket.socket, address: Any) -> int:
        _check(self, address)
        return connect_ex(self, address)

    def guarded_sendto(self: socket.socket, data: Any, *flags_and_address: Any) -> int:
        _check(self, flags_and_address[-1])
        return sendto(self, data, *flags_and_address)

    def guarded_look_up(host: Any, *args: Any, **kwargs: Any) -> Any:
        if host and str(host).rstrip(".").endswith(NOWHERE):
            raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")
        if host and not (_is_here(host) or _is_number(host)):
            raise NetworkTouched(f"a test looked up {host}; use 127.0.0.1, localhost or a name under .test")
        return look_up(host, *args, **kwargs)

    patch.setattr(socket.socket, "connect", guarded_connect)
    patch.setattr(socket.socket, "connect_ex", guarded_connect_ex)
    patch.setattr(socket.socket, "sendto", guarded_sendto)
    patch.setattr(socket, "getaddrinfo", guarded_look_up)
