"""The seams between the rooms. A port exists only where two implementations do (a test fake counts)."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from typing import Protocol

from news.asking import Answer, Passage, Question
from news.errors import BadInput
from news.frontdesk import FrontDesk
from news.inbound import Inbound, WebhookRequest, WebhookResponse
from news.installations import Installation
from news.languages import Language
from news.metering import ModelCall
from news.model import (
    PUBLIC,
    Address,
    Article,
    Brief,
    Edition,
    Entry,
    Fetched,
    Message,
    NotModified,
    Receipt,
    Source,
    Story,
    Subscription,
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
        """Raises SourceGone, SourceForbidden, Throttled, Unreadable or Unreached."""
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

    async def prepare(self) -> None:
        """Loads what the first call needs and takes seconds, once; beside other work it would take that work's time. Raises nothing."""
        ...

    async def summarise(self, story: Story, articles: Sequence[Article], *, language: Language) -> Summary:
        """Raises ModelUnavailable or Ungrounded."""
        ...

    async def answer(self, question: Question, passages: Sequence[Passage]) -> Answer:
        """Abstains rather than guesses. Raises ModelUnavailable."""
        ...


class Embedder(Protocol):
    @property
    def near(self) -> float:
        """The cosine from which the vectors of two texts may be about one event: every model has its own."""

    async def embed(self, texts: Sequence[str], *, tenant: str = PUBLIC) -> list[list[float]]:
        """A vector per text, in their order. Raises ModelUnavailable."""
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

    async def put(self, key: str, reply: str, *, lasting: bool = True) -> None:
        """One that is not `lasting` could not be used: it is kept for hours, so that a day made again does not pay for it again."""


class Renderer(Protocol):
    """Pure: no await, no clock, no settings. A message is what one call carries."""

    def brief(self, brief: Brief) -> Sequence[Message]:
        """Sent in order; what arrived is never sent again. On a day without news one line that says so."""
        ...

    def answer(self, answer: Answer) -> Sequence[Message]: ...


class Transport(Protocol):
    async def deliver(self, to: Address, message: Message, *, key: str, thread: str = "") -> Receipt:
        """One call, one attempt, no waiting. `key` is the idempotency key, the same at every attempt; `thread` is the
        platform's id of the brief's first message, "" for that one itself.

        Raises Undelivered, Unanswered or Overloaded (with `retry_after` where the platform says so), Refused, Unreachable.
        """
        ...


class Multicast(Protocol):
    @property
    def most(self) -> int:
        """Addresses per call."""
        ...

    def takes(self, to: Address) -> bool:
        """False for an address that must be called by itself, such as a group."""
        ...

    async def deliver_all(self, to: Sequence[Address], message: Message, *, key: str) -> Receipt:
        """One call for many addresses of one tenant: all or none of them. Raises as `Transport.deliver`."""
        ...


class Lookup(Protocol):
    async def find(self, to: Address, message: Message, *, key: str, thread: str = "") -> Receipt | None:
        """What an attempt that nobody saw the end of left at the platform, None when it did not arrive.

        Raises Undelivered when this cannot be told now, Refused or Unreachable when it cannot be told at all.
        """
        ...


class Policy(Protocol):
    async def refusals(self, brief: Brief, to: Sequence[Address], *, audience: int) -> Mapping[str, str]:
        """Which subscriptions are not sent this brief, by id, and why: the ledger keeps it. Asked once per delivery.

        All of one tenant, which has `audience` active subscriptions on this channel. Raises Undelivered to be asked later.
        """
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


class Records(Protocol):
    """What a channel may look up for its own decisions, without anybody having written to it."""

    async def roster(self, *, channel: str, tenant: str) -> Sequence[Subscription]:
        """The active subscriptions."""
        ...

    async def leads(self, edition: Edition, *, before: date, limit: int) -> Sequence[float]:
        """The score of the first story of each earlier brief, the latest first."""
        ...

    async def note(self, key: str, *, channel: str, tenant: str) -> str | None:
        """See `FrontDesk.note`."""
        ...


class Installations(Protocol):
    """What platforms' installs left, kept encrypted."""

    async def find(self, channel: str, tenant: str) -> Installation | None:
        """None when the app is not installed there, or no longer. Raises BadInput when no good key is set."""
        ...

    async def put(self, one: Installation, *, installed: datetime | None = None) -> None:
        """Adds, or changes what is there of the same channel and tenant; `installed`: anew, at that moment. Raises as `find`."""
        ...

    async def remove(self, channel: str, tenant: str, *, at: datetime | None = None) -> bool:
        """False, and nothing changes, when it was installed anew after `at`: what ended then is none of what is there."""
        ...

    async def spend(self, channel: str, state: str, *, until: datetime) -> bool:
        """True the first time: what an install began with is good once. It is remembered until then."""
        ...

    def check(self) -> None:
        """Raises BadInput, saying what to do, when no good key is set."""
        ...


class NoInstallations:
    """For an install that serves the one workspace its settings name."""

    async def find(self, channel: str, tenant: str) -> Installation | None:
        return None

    async def put(self, one: Installation, *, installed: datetime | None = None) -> None:
        self.check()

    async def remove(self, channel: str, tenant: str, *, at: datetime | None = None) -> bool:
        return True

    async def spend(self, channel: str, state: str, *, until: datetime) -> bool:
        return False

    def check(self) -> None:
        raise BadInput("installations", "there is no database to keep them in")


@dataclass(frozen=True, slots=True)
class ChannelContext:
    """What a channel is given when it is opened. `base_url`: where pages are seen, "" when nowhere.

    `records` is None where nothing is delivered, as when an address is only looked at. `language` and `zone` are for whoever a
    platform tells nothing of.
    """

    base_url: str = ""
    allow_private_hosts: bool = False
    installations: Installations = field(default_factory=NoInstallations)
    records: Records | None = None
    language: Language = "en"
    zone: str = "UTC"


@dataclass(frozen=True, slots=True)
class Channel:
    """One platform, composed from its parts.

    `admit(to, secret, tenant)` checks what a person gave as an address and makes the secret if there must be one;
    raises BadInput. `keyed`: the platform takes a key only once, so what went unanswered may safely be sent again; else
    `lookup` tells whether it arrived, and without both it is `unknown`. `multicast`: briefs go to many by one call.
    `pace`: so long between two messages to one address. `policy` has the last word on who gets which brief.
    `corrector` is None where the platform lets nobody change what was posted.
    A channel that people can write to has a `handler`, and a `webhook`, a `listener` or both to hear them with.
    `tells_stopped`: its handler also takes news.inbound.stopped_job, and tells somebody of an address that is gone.
    """

    name: str
    label: str
    renderer: Renderer
    transport: Transport
    admit: Callable[[str, str, str], Address]
    keyed: bool = False
    corrector: Corrector | None = None
    lookup: Lookup | None = None
    multicast: Multicast | None = None
    pace: timedelta = timedelta(0)
    policy: Policy | None = None
    webhook: Webhook | None = None
    listener: Listener | None = None
    handler: Handler | None = None
    tells_stopped: bool = False
