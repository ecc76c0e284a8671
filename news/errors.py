"""The whole error tree. `permanent` says whether trying again can help; `subject` names what it happened to.

NewsError
├── BadInput              a person gave something unusable; the message names it and the remedy
│   └── TooMany           more was asked for than a person or a tenant may: the words may be shown as they are
├── SourceError           a source could not be read
│   ├── SourceGone        404 or 410 (permanent)
│   ├── SourceForbidden   an address that may not be reached, or robots says no (permanent)
│   ├── Throttled         429 or 503 with Retry-After
│   └── Unreadable        anything else: time, bytes, status, not a feed
│       └── Unreached     no server answered: no such name, no connection, no network
├── StoreError            the database cannot be reached, is locked, or is newer than this program
├── ModelUnavailable      an LLM is down, slow, over budget or refused
├── Ungrounded            a text has no sentence that its sources support (permanent)
├── DeliveryError         a message did not arrive
│   ├── Undelivered       may be tried again
│   │   ├── Unanswered    it left, but no answer came: it may have arrived
│   │   └── Overloaded    the platform wants nothing from us for a while, for whomever it is
│   ├── Refused           this message is not taken, another may be (permanent)
│   └── Unreachable       the address is gone (permanent): suspend the subscription
└── WebhookRejected       a platform callback that is not genuine or not readable (permanent)
"""

from datetime import timedelta


class NewsError(Exception):
    """Base of every error of the house. `subject` is the source, story or address concerned."""

    permanent: bool = False

    def __init__(self, subject: str, reason: str, *, retry_after: timedelta | None = None) -> None:
        super().__init__(f"{subject}: {reason}" if subject else reason)
        self.subject = subject
        self.reason = reason
        self.retry_after = retry_after


class BadInput(NewsError):
    """`wording` names what a person who writes in a chat is told instead of the reason: news.phrases.refusal."""

    permanent = True

    def __init__(
        self, subject: str, reason: str, *, retry_after: timedelta | None = None, wording: str = "other"
    ) -> None:
        super().__init__(subject, reason, retry_after=retry_after)
        self.wording = wording


class TooMany(BadInput):
    permanent = False


class SourceError(NewsError):
    pass


class SourceGone(SourceError):
    permanent = True


class SourceForbidden(SourceError):
    permanent = True


class Throttled(SourceError):
    pass


class Unreadable(SourceError):
    pass


class Unreached(Unreadable):
    pass


class StoreError(NewsError):
    pass


class ModelUnavailable(NewsError):
    pass


class Ungrounded(NewsError):
    permanent = True


class DeliveryError(NewsError):
    pass


class Undelivered(DeliveryError):
    pass


class Unanswered(Undelivered):
    pass


class Overloaded(Undelivered):
    pass


class Refused(DeliveryError):
    permanent = True


class Unreachable(DeliveryError):
    permanent = True


class WebhookRejected(NewsError):
    """`status` is the HTTP status to refuse with, from 400 to 499."""

    permanent = True

    def __init__(self, subject: str, reason: str, *, status: int = 400) -> None:
        super().__init__(subject, reason)
        self.status = status
