"""What an HTTP answer, or the lack of one, means for a source: the house's error with a reason that a person understands."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from typing import Final

import aiohttp

from news.addresses import is_private
from news.errors import SourceError, SourceForbidden, SourceGone, Throttled, Unreached, Unreadable
from news.ports import Clock
from sources.names import NameTimeoutError

_LONGEST_WAIT: Final = timedelta(days=1)
_GONE: Final = (404, 410)


@dataclass(frozen=True, slots=True)
class NotReached:
    """Why a host gave no answer. `timed_out`: it let the time for connecting pass, as hosts do when there is no network."""

    error: SourceError
    timed_out: bool


def failure(subject: str, status: int, headers: Mapping[str, str], clock: Clock) -> SourceError:
    """The error for a status that is no success."""
    wait = retry_after(headers, clock)
    if status in _GONE:
        return SourceGone(subject, f"answered {status}")
    if status == 429 or (status == 503 and wait is not None):
        asked = f", asks to wait {wait.total_seconds():.0f} s" if wait is not None else ""
        return Throttled(subject, f"answered {status}{asked}", retry_after=wait)
    return Unreadable(subject, f"answered {status}")


def retry_after(headers: Mapping[str, str], clock: Clock) -> timedelta | None:
    """Retry-After in either form, between nothing and a day; None when absent or unreadable."""
    given = headers.get("Retry-After", "").strip()
    if given.isdecimal() and given.isascii():
        return min(timedelta(seconds=min(int(given), 10**6)), _LONGEST_WAIT)
    until = _http_date(given)
    if until is None:
        return None
    # The server's own clock decides, where it shows it: in a replay ours may stand at another day.
    now = _http_date(headers.get("Date", "")) or clock.now()
    return min(max(until - now, timedelta(0)), _LONGEST_WAIT)


def _http_date(text: str) -> datetime | None:
    try:
        found = parsedate_to_datetime(text)
    except (ValueError, TypeError, IndexError):
        return None
    return found if found.tzinfo else found.replace(tzinfo=UTC)


def refusal(subject: str, address: str, *, redirected: bool) -> SourceForbidden:
    """An address that the guard did not let through."""
    if redirected:
        return SourceForbidden(subject, f"redirects to a private address {address}")
    hint = "; AINEWS_ALLOW_PRIVATE_HOSTS=true lets private networks be read" if is_private(address) else ""
    return SourceForbidden(subject, f"lies at {address}, which may not be reached{hint}")


def unreachable(subject: str, host: str, error: Exception) -> NotReached:
    """The error for a connection that failed or broke."""
    cause = getattr(error, "os_error", None) or error
    timed_out = isinstance(cause, NameTimeoutError) or isinstance(error, aiohttp.ConnectionTimeoutError)
    # A connection that could not be made, or a certificate that is another's, as a hotel's network shows it.
    kind = Unreached if isinstance(error, aiohttp.ClientConnectionError) else Unreadable
    return NotReached(kind(subject, _reason(host, error, timed_out=timed_out)), timed_out)


def _reason(host: str, error: Exception, *, timed_out: bool) -> str:
    if isinstance(error, aiohttp.ClientConnectorDNSError):
        return f"the name {host} cannot be resolved"
    if timed_out:
        return f"{host} cannot be reached: no answer to the connection"
    if isinstance(error, aiohttp.ClientConnectorCertificateError | aiohttp.ClientSSLError):
        return f"{host} has no valid TLS certificate"
    if isinstance(error, aiohttp.ClientConnectorError):
        return f"{host} cannot be reached: {(error.os_error.strerror or str(error.os_error)).lower()[:120]}"
    if isinstance(error, aiohttp.ServerDisconnectedError | aiohttp.ClientPayloadError | aiohttp.ClientOSError):
        return "the answer broke off"
    if isinstance(error, aiohttp.InvalidURL | ValueError):
        return "its address is not one that can be asked"
    return f"no readable HTTP answer ({type(error).__name__})"
