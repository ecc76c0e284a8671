"""Which network addresses may be reached. Checked after names are resolved, when the socket is made."""

import socket
from contextvars import ContextVar
from typing import Any

from news.addresses import may_reach, real_address

refusals: ContextVar[list[str] | None] = ContextVar("refusals", default=None)
"""The addresses refused while one request was being made; the HTTP client hides our error in its own."""


class RefusedAddressError(OSError):
    """An OSError, so that the HTTP client may go on to the name's next address."""


class Guard:
    """A socket factory for aiohttp: makes no socket to an address that may not be reached."""

    def __init__(self, *, allow_private: bool) -> None:
        self._allow_private = allow_private

    def __call__(self, info: tuple[Any, ...]) -> socket.socket:
        family, kind, protocol, _, sockaddr = info
        address = str(sockaddr[0])
        if not may_reach(address, allow_private=self._allow_private):
            if (refused := refusals.get()) is not None:
                refused.append(str(real_address(address)))
            raise RefusedAddressError(f"{address} may not be reached")
        return socket.socket(family=family, type=kind, proto=protocol)
