"""The guard that keeps the tests on this machine, tested on itself."""

import asyncio
import os
import socket
from pathlib import Path

import pytest

from tests.loopback import NetworkTouched


@pytest.mark.parametrize("address", [("192.0.2.1", 80), ("10.1.2.3", 80), ("169.254.169.254", 80), ("example.com", 80)])
def test_an_address_elsewhere_is_never_dialled(address: tuple[str, int]) -> None:
    """The attempt ends the test before a packet leaves."""
    with socket.socket() as sock, pytest.raises(NetworkTouched, match=address[0]):
        sock.connect(address)
    with socket.socket() as sock, pytest.raises(NetworkTouched, match=address[0]):
        sock.connect_ex(address)


def test_no_datagram_leaves_either() -> None:
    """A name server asked by UDP is the network too."""
    with socket.socket(type=socket.SOCK_DGRAM) as sock, pytest.raises(NetworkTouched):
        sock.sendto(b"?", ("192.0.2.53", 53))


def test_a_listener_on_this_machine_is_reached() -> None:
    """Loopback in every spelling that the tests use."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        for host in ("127.0.0.1", "localhost"):
            with socket.create_connection((host, server.getsockname()[1]), timeout=5) as reached:
                assert reached.getpeername() == server.getsockname()


def test_a_unix_socket_is_reached(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The PostgreSQL of the tests listens on one."""
    monkeypatch.chdir(tmp_path)  # a socket's path may have a hundred characters at most
    with socket.socket(socket.AF_UNIX) as server, socket.socket(socket.AF_UNIX) as client:
        server.bind("s")
        server.listen()
        client.connect("s")
        assert client.getpeername() == "s"


@pytest.mark.parametrize("host", ["example.com", "news.example.org"])
async def test_a_real_name_is_not_looked_up(host: str) -> None:
    """Not even in the thread that asyncio uses for it."""
    with pytest.raises(NetworkTouched, match=host):
        await asyncio.get_running_loop().getaddrinfo(host, 80)


def test_a_reserved_name_fails_as_an_unknown_host_would() -> None:
    """So that unreachable sources can be tested with the error they really raise."""
    with pytest.raises(socket.gaierror):
        socket.getaddrinfo("feeds.test", 80)


def test_a_number_resolves_without_a_network() -> None:
    """Code that checks addresses after resolution sees them as they are."""
    assert socket.getaddrinfo("192.0.2.1", 80)[0][4][0] == "192.0.2.1"


def test_the_home_is_not_the_developers() -> None:
    """Nothing of the developer's data, settings or keys is in reach."""
    assert Path.home().name.startswith("ainews-home-")
    assert not [name for name in os.environ if name.startswith("AINEWS_") and not name.startswith("AINEWS_TEST_")]
    assert not [name for name in os.environ if name.endswith("_API_KEY")]
