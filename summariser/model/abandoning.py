"""A call that is given up before it left: what a thread still makes for it is closed, not left behind.

LiteLLM builds the coroutine that sends a request in a thread and awaits it afterwards. A caller who stops waiting in between would
leave a coroutine that nobody ever awaits.
"""

import inspect
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import wraps
from typing import Any


class _Call:
    """What was made for one call so far. Both a thread and the event loop use it."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._made: list[Any] = []
        self._over = False

    def made(self, coroutine: Any) -> None:
        with self._lock:
            if self._over:
                coroutine.close()
            else:
                self._made.append(coroutine)

    def end(self) -> None:
        with self._lock:
            self._over = True
            for one in self._made:
                if inspect.getcoroutinestate(one) == inspect.CORO_CREATED:
                    one.close()


_current: ContextVar[_Call | None] = ContextVar("call", default=None)


@contextmanager
def abandonable() -> Iterator[None]:
    """What functions wrapped by `watched` make within is closed at the end, unless it was begun."""
    call = _Call()
    token = _current.set(call)
    try:
        yield
    finally:
        _current.reset(token)
        call.end()


def watched(make: Callable[..., Any]) -> Callable[..., Any]:
    """The function, whose coroutines the open `abandonable` block sees, also from a thread with a copy of its context."""

    @wraps(make)
    def run(*args: Any, **given: Any) -> Any:
        found, call = make(*args, **given), _current.get()
        if call is not None and inspect.iscoroutine(found):
            call.made(found)
        return found

    return run
