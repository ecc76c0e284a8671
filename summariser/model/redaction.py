"""Keys and passwords of a model's address, kept out of whatever is stored or shown, in each of the forms that a server may echo them in."""

import re
from base64 import b64encode, urlsafe_b64encode
from collections.abc import Iterable, Iterator
from typing import Final
from urllib.parse import quote, unquote, urlsplit, urlunsplit

_LOOKS: Final = re.compile(
    r"\b(?:sk|key|pk|gsk|xai|AIza)[-_]?[A-Za-z0-9_*.-]{6,}|\b(?:Bearer|Basic)\s+[^\s\"',}]+|(?<=://)[^\s/@]+@",
    re.IGNORECASE,
)
"""What looks like a key, a header with one, or the user's part of an address."""
_SHORTEST: Final = 4


def bare_address(url: str) -> str:
    """An address without user, password and query: what may be stored and shown."""
    try:
        parts = urlsplit(url)
        return urlunsplit((parts.scheme, parts.netloc.rpartition("@")[2], parts.path, "", ""))
    except ValueError:
        return ""


def without_secrets(text: str, secrets: Iterable[str], address: str) -> str:
    """The text with "***" for each of them, plain, turned round, in base64 or as an address writes it, and for what looks like one."""
    known = {form for secret in (*secrets, *_of_address(address)) for form in _forms(secret)}
    for form in sorted(known, key=len, reverse=True):
        text = text.replace(form, "***")
    return _LOOKS.sub("***", text)


def _of_address(address: str) -> Iterator[str]:
    try:
        user = urlsplit(address).netloc.rpartition("@")[0]
    except ValueError:
        return
    if user:
        plain = unquote(user)
        yield from (plain, user, *(part for part in (plain.partition(":")[2], user.partition(":")[2]) if part))


def _forms(secret: str) -> Iterator[str]:
    if len(secret) < _SHORTEST:
        return
    raw = secret.encode()
    for one in (secret, quote(secret, safe=""), *(code(raw).decode() for code in (b64encode, urlsafe_b64encode))):
        bare = one.rstrip("=")
        yield from (one, one[::-1], bare, bare[::-1])
