"""The seams between the rooms. A port exists only where two implementations do (a test fake counts)."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Protocol

from news.asking import Answer, Passage, Question
from news.frontdesk import FrontDesk
from news.inbound import Inbound, WebhookRequest, WebhookResponse
from news.languages import Language
from news.metering import ModelCall
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

    @property
    def writes(self) -> bool:
        """True when it writes in its own words, in any language and at a price: then it tells only what was chosen for a brief."""
        ...

    async def summarise(self, story: Story, articles: Sequence[Article], *, language: Language) -> Summary:
        """Raises ModelUnavailable or Ungrounded."""
        ...

    async def answer(self, question: Question, passages: Sequence[Passage]) -> Answer:
        """Abstains rather than guesses. Raises ModelUnavailable."""
        ...


class Ledger(Protocol):
    """What calls to a model cost. Money is spent in real time, whatever moment a command takes as now."""

    async def reserve(self, call: ModelCall) -> None:
        """Enters a call at its highest price. Raises ModelUnavailable: over budget, or, with `retry_after`, too many in a minute."""
        ...

    async def settle(self, call: ModelCall) -> None:
        """Writes down how it ended and what it came to."""
        ...


class Replies(Protocol):
    """A model's replies by a hash of everything that led to them: the same is never paid for twice."""

    async def get(self, key: str) -> str | None: ...

    async def put(self, key: str, reply: str) -> None: ...


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


class Inbox(Protocol):
    async def put(self, jobs: Sequence[Inbound]) -> int:
        """Keeps them durably before it returns; what is known already is dropped. How many were new. Raises StoreError."""
        ...


class Webhook(Protocol):
    async def receive(self, request: WebhookRequest, inbox: Inbox) -> WebhookResponse:
        """Verifies, keeps what is to be done, acknowledges. Raises WebhookRejected, with `status`, for what is not genuine."""
        ...


class Listener(Protocol):
    """A channel that dials out instead (Slack's Socket Mode)."""

    async def listen(self, inbox: Inbox) -> None:
        """Until cancelled; connects again by itself."""
        ...


class Handler(Protocol):
    async def handle(self, job: Inbound, desk: FrontDesk) -> None:
        """Works on one event and answers it on the platform. May be called again after a crash.

        Raises DeliveryError: one that is not permanent is tried again, after its `retry_after` where it has one.
        """
        ...


@dataclass(frozen=True, slots=True)
class ChannelContext:
    """What a channel is given when it is opened. `base_url`: where pages are seen, "" when nowhere."""

    base_url: str = ""
    allow_private_hosts: bool = False


@dataclass(frozen=True, slots=True)
class Channel:
    """One platform, composed from its parts.

    `admit(to, secret, tenant)` checks what a person gave as an address and makes the secret if there must be one;
    raises BadInput. `keyed`: the platform takes a key only once, so what went unanswered may safely be sent again.
    `corrector` is None where the platform lets nobody change what was posted.
    A channel that people can write to has a `handler`, and a `webhook`, a `listener` or both to hear them with.
    """

    name: str
    label: str
    renderer: Renderer
    transport: Transport
    admit: Callable[[str, str, str], Address]
    keyed: bool = False
    corrector: Corrector | None = None
    webhook: Webhook | None = None
    listener: Listener | None = None
    handler: Handler | None = None
