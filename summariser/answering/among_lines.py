"""What speaks for a line among the others that may answer. Pure."""

from collections.abc import Sequence
from typing import Final

_FAR: Final = 12.0
RANKED: Final = ("near", "near_rest", "near_told", "attends")


def compared(rows: Sequence[dict[str, float]]) -> None:
    """Puts into each row how far it is behind the best of them, and its place among them."""
    for name in (*RANKED, "cover", "shared", "clause", "holds"):
        best = max((row[name] for row in rows), default=0.0)
        for row in rows:
            row[f"{name}_behind"] = best - row[name]
    for name in RANKED:
        for place, row in enumerate(sorted(rows, key=lambda row: -row[name])):
            row[f"{name}_place"] = min(_FAR, place)
