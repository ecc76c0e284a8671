"""How sure an answer says it is where no fit to labelled questions tells: as many of its kind as readers marked right. Pure."""

from typing import Final

RIGHT_OF_TOLD: Final = 0.7
"""News, a catch-up, who holds a post, what a story tells of itself: of 43 such and other English questions that nothing had been mended for,
32 answers that were told were right."""
RIGHT_OF_LISTS: Final = 0.6
"""A list or a comparison: of 18 that were told, 7 were right and 7 partly (benchmarks/results/2026-11-answers.md)."""
RIGHT_OF_HALF: Final = 0.4
"""A comparison in which something is missing that was asked: of 8 such 1 was right and 6 partly, of 15 others 10 and 4."""


def at_most_marked(share: float, marked: float = RIGHT_OF_TOLD) -> float:
    """How much of the question the best report meets is no chance of being right: it counts up to what was marked right."""
    return min(share, marked)
