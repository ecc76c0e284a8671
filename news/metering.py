"""What a call to a language model was for, what it cost and how it ended; and the bill that calls are put on as they end."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import date, datetime, tzinfo
from typing import Final, Literal

from news.model import PUBLIC

Purpose = Literal["summary", "translation", "answer", "entailment", "embedding", "trial"]
"""`trial`: `ainews doctor` asks whether the model answers."""

Outcome = Literal["started", "ok", "invalid", "refused", "throttled", "timeout", "failed"]
"""`started` until it is settled: a process that died leaves it so, at its highest price. `refused`: by the provider, or by the model in
words of its own; `invalid`: a reply of another form than was asked for. Both are paid for like any other."""

RESERVED: Final = "reserved"
"""In the reason why a call may not leave: its budget is held by calls on their way that may come to less."""
AFTERMATHS: Final = ("sent back", "replaced", "fell back")
"""How the detail of a reply that came begins: it was sent back to be mended, so many of its sentences were replaced by the sources' own,
or nothing of it could be told."""


@dataclass(frozen=True, slots=True)
class ModelCall:
    """One request to a provider. `cost` in USD, the highest it can be until settled; `priced` is False for one that is only assumed.

    `for_answer`: somebody waits for it; what nobody waits for leaves room (not kept in the ledger). `milliseconds` of wall time.
    `detail`: what went wrong, or what became of a reply that came (see `AFTERMATHS`).
    """

    id: str
    at: datetime
    provider: str
    model: str
    purpose: Purpose
    tenant: str = PUBLIC
    outcome: Outcome = "started"
    input_tokens: int = 0
    output_tokens: int = 0
    cost: float = 0.0
    priced: bool = True
    milliseconds: int = 0
    detail: str = ""
    for_answer: bool = False

    @property
    def rank(self) -> int:
        """Who goes first: 0 for an answer, 1 for the second look at one, 2 for what nobody waits for."""
        return 0 if self.purpose == "answer" else 1 if self.for_answer else 2


@dataclass(frozen=True, slots=True)
class Allowed:
    """Limits of one moment: USD since `since` for the whole install and for one tenant (None = no limit), calls per minute (0 = any)."""

    since: datetime
    install: float | None = None
    tenant: float | None = None
    per_minute: int = 0


@dataclass(frozen=True, slots=True)
class Spent:
    """Calls of one day, model and purpose. `unpriced` of them are at an assumed price; `failed` brought no reply."""

    day: date
    model: str
    purpose: Purpose
    calls: int = 0
    failed: int = 0
    unpriced: int = 0
    input_tokens: int = 0
    output_tokens: int = 0
    cost: float = 0.0

    def __add__(self, other: "Spent") -> "Spent":
        """Of the same day, model and purpose."""
        return Spent(
            self.day, self.model, self.purpose,
            self.calls + other.calls, self.failed + other.failed, self.unpriced + other.unpriced,
            self.input_tokens + other.input_tokens, self.output_tokens + other.output_tokens, self.cost + other.cost,
        )  # fmt: skip


def spent_on(call: ModelCall, zone: tzinfo) -> Spent:
    """One call as part of its day's sum, the day being one of `zone`."""
    failed, unpriced = int(call.outcome != "ok"), int(not call.priced)
    day = call.at.astimezone(zone).date()
    return Spent(
        day, call.model, call.purpose, 1, failed, unpriced, call.input_tokens, call.output_tokens, call.cost
    )  # fmt: skip


def summed(parts: Iterable[Spent]) -> Sequence[Spent]:
    """One per day, model and purpose."""
    found: dict[tuple[date, str, Purpose], Spent] = {}
    for part in parts:
        key = (part.day, part.model, part.purpose)
        found[key] = found[key] + part if key in found else part
    return list(found.values())


def dollars(sum: float) -> str:
    """USD in cents, or in as many digits as a smaller sum has: 1.00, 0.003."""
    exact = f"{sum:.8f}".rstrip("0")
    return exact if len(exact.partition(".")[2]) > 2 else f"{sum:.2f}"


class Bill:
    """What the calls of one piece of work came to, in USD, as the ledger has it: failed ones and those given up included.

    `priced` is False when the price of one of them is only assumed; `models` are those that were called, in order, `calls` all calls as they ended.
    """

    def __init__(self) -> None:
        self.usd, self.priced = 0.0, True
        self.models: dict[str, None] = {}
        self.calls: list[ModelCall] = []
        self._over: Bill | None = None

    @contextmanager
    def open(self) -> Iterator["Bill"]:
        """Every call of this block, and of the tasks started in it, goes on this bill and on the one around it."""
        self._over = _open.get()
        token = _open.set(self)
        try:
            yield self
        finally:
            _open.reset(token)

    def add(self, call: ModelCall) -> None:
        self.usd += call.cost
        self.priced &= call.priced
        self.models[call.model] = None
        self.calls.append(call)
        if self._over is not None:
            self._over.add(call)


_open: ContextVar[Bill | None] = ContextVar("bill", default=None)


def charge(call: ModelCall) -> None:
    """Puts a call that has ended on the open bill, if there is one."""
    bill = _open.get()
    if bill is not None:
        bill.add(call)
