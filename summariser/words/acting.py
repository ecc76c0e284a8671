"""Whether somebody acts in an English headline, by its parse. Pure."""

from collections.abc import Sequence
from typing import Final

from summariser.words.predicates import predicates

_OURS: Final = "«0»"
_TOLD: Final = frozenset({"finite", "past"})


def acts(text: str, ours: Sequence[tuple[int, int]], others: Sequence[tuple[int, int]]) -> bool | None:
    """Whether the names at `ours` are the subject of a verb, or the agent of one in the passive; None where the headline has no verb."""
    spans = sorted([(start, end, True) for start, end in ours] + [(start, end, False) for start, end in others])
    masked, at, number = "", 0, 1
    for start, end, own in spans:
        if start < at:
            continue
        masked += text[at:start] + (_OURS if own else f"«{number}»")
        number += not own
        at = end
    told = [one for one in predicates(masked + text[at:]) if not one.noun and one.form in _TOLD]
    return any(_OURS in one.args.get("A", ()) for one in told) if told else None
