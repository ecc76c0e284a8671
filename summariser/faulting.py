"""What was wrong with sentences that could not be told, in the few kinds that a reader is told of."""

import re
from collections import Counter
from collections.abc import Iterable
from typing import Final

_KINDS: Final = (
    ("quote", r"no quote|no article|the quote is not"),
    ("role", r"parts of |[^ ]+/[^ ]+$"),
    ("number", r"number|date|month|weekday"),
    ("name", r"name|replaced"),
    ("sense", r"negation|opposite|denial|condition|plan"),
    ("far", r"too far|more or less|tells little|nothing to compare"),
)
"""Kind and how the faults of `claims` begin; what begins otherwise is of the form."""
_MOST: Final = 3


def kinds(faults: Iterable[str]) -> tuple[str, ...]:
    """Keys of the phrases `faults`, the most frequent first, at most three."""
    counts = Counter(kind_of(fault) for fault in faults)
    return tuple(kind for kind, _ in counts.most_common(_MOST))


def kind_of(fault: str) -> str:
    """Of one fault as `claims.Judged` has it."""
    return next((kind for kind, begins in _KINDS if re.match(begins, fault)), "form")
