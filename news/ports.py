"""The seams between the rooms. A port exists only where two implementations do (a test fake counts)."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Protocol

from news.asking import Answer, Passage, Question
from news.languages import Language
from news.model import (
    Address,
    Article,
    Brief,
    Entry,
    Fetched,
    Message,
    NotModified,
    Receipt,
    Source,
    Story,
    Summary,
    Validators,
)


class Clock(Protocol):
    def now(self) -> datetime:
        """Aware, UTC."""
        ...


class SystemClock:
    def now(self) -> datetime:
        return datetime.now(UTC)


class FixedClock:
    """A clock that stands still: what `--at T` makes, and what tests use."""

    def __init__(self, at: datetime) -> None:
        self._at = at.astimezone(UTC)

    def now(self) -> datetime:
        return self._at


class Fetcher(Protocol):
    async def fetch(self, source: Source, seen: Validators) -> Fetched | NotModified:
        """Raises SourceGone, SourceForbidden, Throttled or Unreadable."""
        ...

    async def page(self, url: str) -> Fetched:
        """An article page, robots obeyed. Raises as `fetch`."""
        ...


class Parser(Protocol):
    def __call__(self, source: Source, document: Fetched) -> Sequence[Entry]:
        """Pure. Raises Unreadable when the document is no feed."""
        ...


class Summariser(Protocol):
    @property
    def name(self) -> str:
        """Name and version, for provenance."""
        ...

    async def summarise(self, story: Story, articles: Sequence[Article], *, language: Language) -> Summary:
        """Raises ModelUnavailable or Ungrounded."""
        ...

    async def answer(self, question: Question, passages: Sequence[Passage]) -> Answer:
        """Abstains rather than guesses. Raises ModelUnavailable."""
        ...


class Renderer(Protocol):
    """Pure: no await, no clock, no settings."""

    def brief(self, brief: Brief) -> Sequence[Message]: ...

    def answer(self, answer: Answer) -> Sequence[Message]: ...


class Transport(Protocol):
    async def deliver(self, to: Address, message: Message, *, key: str) -> Receipt:
        """`key` is the idempotency key, the same at every attempt. Raises Undelivered, Unanswered, Refused or Unreachable."""
        ...


class Corrector(Protocol):
    async def correct(self, to: Address, platform_id: str, message: Message) -> None:
        """Puts `message` in the place of what was posted under `platform_id`. Doing so twice does no harm. Raises as `deliver`."""
        ...


@dataclass(frozen=True, slots=True)
class Channel:
    """One platform, composed from its parts.

    `admit(to, secret, tenant)` checks what a person gave as an address and makes the secret if there must be one;
    raises BadInput. `keyed`: the platform takes a key only once, so what went unanswered may safely be sent again.
    `corrector` is None where the platform lets nobody change what was posted.
    """

    name: str
    label: str
    renderer: Renderer
    transport: Transport
    admit: Callable[[str, str, str], Address]
    keyed: bool = False
    corrector: Corrector | None = None
