"""What a call to a language model was for, what it cost and how it ended; and the bill that calls are put on as they end."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import date, datetime, tzinfo
from typing import Final, Literal

from news.model import PUBLIC

Purpose = Literal["summary", "translation", "answer", "entailment", "embedding"]
PURPOSES: Final[tuple[Purpose, ...]] = ("summary", "translation", "answer", "entailment", "embedding")

Outcome = Literal["started", "ok", "invalid", "refused", "throttled", "timeout", "failed"]
"""`started` until it is settled: a process that died leaves it so, at its highest price."""


@dataclass(frozen=True, slots=True)
class ModelCall:
    """One request to a provider. `cost` in USD, the highest it can be until settled; `priced` is False for one that is only assumed.

    `urgent`: somebody waits for it (an answer); what is not leaves room for what is. `milliseconds` of wall time.
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

    @property
    def urgent(self) -> bool:
        return self.purpose == "answer"


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


class Bill:
    """What the calls of one piece of work came to, in USD, as the ledger has it: failed ones and those given up included.

    `priced` is False when the price of one of them is only assumed; `models` are those that were called, in order.
    """

    def __init__(self) -> None:
        self.usd, self.priced = 0.0, True
        self.models: dict[str, None] = {}
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
        if self._over is not None:
            self._over.add(call)


_open: ContextVar[Bill | None] = ContextVar("bill", default=None)


def charge(call: ModelCall) -> None:
    """Puts a call that has ended on the open bill, if there is one."""
    bill = _open.get()
    if bill is not None:
        bill.add(call)
