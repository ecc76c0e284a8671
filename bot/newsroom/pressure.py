"""How many questions this process is answering at once: while many wait, what costs most and is needed least is left out."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

_CALM: Final = 2
"""So many at once leave time for everything: one process has a second in each second, and a list filled up takes a fifth of one."""


class Pressure:
    """Counts those under way; of one process and one event loop."""

    def __init__(self) -> None:
        self._under_way = 0

    @property
    def is_high(self) -> bool:
        return self._under_way > _CALM

    @contextmanager
    def one_more(self) -> Iterator[None]:
        self._under_way += 1
        try:
            yield
        finally:
            self._under_way -= 1


PRESSURE: Final = Pressure()
