"""What the attempts to read a source left behind, and the state it is in."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from news.model import Source, Validators


class Outcome(StrEnum):
    """How one attempt to read a source ended."""

    READ = "read"
    UNCHANGED = "unchanged"
    EMPTY = "empty"
    FAILED = "failed"
    THROTTLED = "throttled"
    GONE = "gone"


@dataclass(frozen=True, slots=True)
class Attempt:
    """One recorded attempt on a source. `entries` is what the document held, `new` what was not known.

    `reached`: a server answered, whatever it said.
    """

    source: str
    at: datetime
    outcome: Outcome
    reason: str = ""
    validators: Validators = field(default_factory=Validators)
    entries: int = 0
    new: int = 0
    newest: datetime | None = None
    retry_at: datetime | None = None
    reached: bool = True


@dataclass(frozen=True, slots=True)
class SourceRecord:
    """A source with its history: `failures` in a row, `newest` item's date, the last attempt's outcome and reason."""

    source: Source
    validators: Validators = field(default_factory=Validators)
    last_attempt: datetime | None = None
    last_success: datetime | None = None
    outcome: Outcome | None = None
    reason: str = ""
    failures: int = 0
    entries: int = 0
    newest: datetime | None = None
    retry_at: datetime | None = None


class SourceState(StrEnum):
    OK = "ok"
    NEW = "new"
    EMPTY = "empty"
    FAILING = "failing"
    STALE = "stale"
    GONE = "gone"


@dataclass(frozen=True, slots=True)
class SourceHealth:
    source: Source
    state: SourceState
    reason: str
