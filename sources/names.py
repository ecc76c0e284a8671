"""Host names to addresses, on threads that nobody waits for: a dead resolver must not hold up the end of a run."""

import asyncio
import socket
import threading
from typing import Any, Final

from aiohttp.abc import AbstractResolver, ResolveResult

_AT_ONCE: Final = 48


class Resolver(AbstractResolver):
    """The system's resolver with a time limit in seconds. Raises OSError, as aiohttp expects."""

    def __init__(self, *, seconds: float) -> None:
        self._seconds = seconds
        self._slots = asyncio.Semaphore(_AT_ONCE)

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_UNSPEC
    ) -> list[ResolveResult]:
        async with self._slots:
            try:
                found = await asyncio.wait_for(_look_up(host, port, family), self._seconds)
            except TimeoutError as error:
                raise NameTimeoutError(f"looking up {host} took longer than {self._seconds:g} s") from error
        return [
            ResolveResult(
                hostname=host,
                host=str(sockaddr[0]),
                port=int(sockaddr[1]),
                family=kin,
                proto=protocol,
                flags=socket.AI_NUMERICHOST | socket.AI_NUMERICSERV,
            )
            for kin, _, protocol, _, sockaddr in found
        ]

    async def close(self) -> None:
        """Nothing is held."""


class NameTimeoutError(OSError):
    pass


def _look_up(host: str, port: int, family: int) -> "asyncio.Future[list[Any]]":
    loop = asyncio.get_running_loop()
    future: asyncio.Future[list[Any]] = loop.create_future()

    def settle(result: list[Any] | None, error: BaseException | None) -> None:
        if future.done():
            return
        if error is not None:
            future.set_exception(error)
        else:
            future.set_result(result or [])

    def run() -> None:
        result, problem = None, None
        try:
            result = socket.getaddrinfo(host, port, family=family, type=socket.SOCK_STREAM)
        except BaseException as error:  # handed to the one who asked, whatever it is
            problem = error
        if not loop.is_closed():
            loop.call_soon_threadsafe(settle, result, problem)

    threading.Thread(target=run, name=f"resolve {host}", daemon=True).start()
    return future
