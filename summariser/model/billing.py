"""What a call that brought nothing usable costs all the same: by the counts in its answer, else whatever it may cost at most.

A provider bills what it read and wrote, also where the reply is of the wrong form. It bills nothing for a call that it refused with a
status of its own, or that never reached it.
"""

import json
from collections.abc import Iterator
from math import isfinite
from typing import Any, Final

import httpx

_MOST_TOKENS: Final = 10_000_000
"""More no model reads or writes in one call."""
_LONGEST: Final = 4_000_000
_DEPTH: Final = 8
_USAGE: Final = ("usage", "usageMetadata")
_READ: Final = ("prompt_tokens", "input_tokens", "promptTokenCount")
_WRITTEN: Final = ("completion_tokens", "output_tokens", "candidatesTokenCount")
Tokens = tuple[int, int]


def count(told: Any) -> int:
    """Tokens as a provider counted them; 0 for a count that is missing or cannot be."""
    usable = isinstance(told, int | float) and isfinite(told) and 0 < told <= _MOST_TOKENS
    return int(told) if usable else 0


def tokens_in(answer: str) -> Tokens | None:
    """Read and written tokens that a raw answer tells, in any provider's words; None for one that tells none."""
    try:
        data: Any = json.loads(answer) if len(answer) <= _LONGEST else None
    except (ValueError, RecursionError):
        return None
    told = data if isinstance(data, dict) else {}
    usage: dict[str, Any] = next((told[key] for key in _USAGE if isinstance(told.get(key), dict)), {})
    read, written = (next((found for key in keys if (found := count(usage.get(key)))), 0) for keys in (_READ, _WRITTEN))
    return (read, written) if read else None


def of_failure(error: BaseException, answered: str | None) -> tuple[Tokens | None, bool]:
    """The tokens that are known to be billed, and whether any may be. `answered`: the raw answer, None where nothing was sent."""
    if answered is None:
        return None, False
    refusal = next((one for one in causes(error) if isinstance(one, httpx.HTTPStatusError)), None)
    known = tokens_in(answered or _body(refusal))
    status = getattr(error, "status_code", None)
    refused = refusal is not None or (isinstance(status, int) and 400 <= status < 500)
    return known, known is not None or not (refused or is_unreached(error))


def is_unreached(error: BaseException) -> bool:
    """Whether no connection came about, however deep that is wrapped."""
    never = ConnectionRefusedError | httpx.ConnectError | httpx.ConnectTimeout | httpx.UnsupportedProtocol
    return any(isinstance(one, never) for one in causes(error))


def causes(error: BaseException | None) -> Iterator[BaseException]:
    """The error and what it was raised from."""
    for _ in range(_DEPTH):
        if error is None:
            return
        yield error
        error = error.__cause__ or error.__context__


def _body(refusal: httpx.HTTPStatusError | None) -> str:
    try:
        return refusal.response.text if refusal else ""
    except httpx.StreamError:  # nobody read it
        return ""
