"""How a process that runs for long ends: at the first signal in order, at a second one at once."""

import asyncio
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Final

SIGNALS: Final = (signal.SIGINT, signal.SIGTERM)


@contextmanager
def ending_by_signal(end: Callable[[], None]) -> Iterator[None]:
    """Calls `end` at the first Ctrl-C or SIGTERM inside the block; what comes then has its usual, hard effect."""
    loop = asyncio.get_running_loop()

    def first() -> None:
        unlisten()
        end()

    def unlisten() -> None:
        for number in SIGNALS:
            loop.remove_signal_handler(number)

    for number in SIGNALS:
        loop.add_signal_handler(number, first)
    try:
        yield
    finally:
        unlisten()
