"""How sure an answer says it is where no fit to labelled questions tells: as many of its kind as readers marked right. Pure.

The readers and what they marked: benchmarks/results/2026-11-answers.md. Most of the rest was partly right: nothing false, something missing.
"""

from collections.abc import Iterable
from math import log2
from typing import Final

RIGHT_OF_TOLD: Final = 0.7
"""What is, who holds a post, what a story tells of itself: 14 of 20 were right."""
RIGHT_BY_RULE: Final = 0.6
"""Who holds a post, who made a thing, told by its own rule where the trees doubt it: of these and five marked since 16 of 25 were right."""
RIGHT_OF_NEWS: Final = 0.3
"""News, of somebody or of a time, and a catch-up: 9 of 32 were right, 22 partly."""
MOST_OF_NEWS: Final = 0.6
"""News whose every line has its asked-for at work and four publishers or more; `sure_of_news`."""
_HEARD_ONCE: Final = 0.5
_PER_DOUBLING: Final = 0.25
RIGHT_OF_LISTS: Final = 0.2
"""A list: 4 of 33 were right, 23 partly; since then its lines are more seldom beside the question, and as seldom all."""
RIGHT_OF_COMPARISONS: Final = 0.5
"""A comparison in which nothing is missing: 12 of 24 were right, the others partly."""
RIGHT_OF_HALF: Final = 0.4
"""A comparison in which something is missing that was asked, or a deed told to one who asks why."""


def sure_of_news(lines: Iterable[tuple[float, int]]) -> float:
    """Of each line how surely it is of whom is asked about, from 0 to 1, and how many publish its event: who alone tells it may be wrong, or tell
    a trifle. Their mean, from 0 to what news are right at most; of lines that are surely theirs and heard once `RIGHT_OF_NEWS`."""
    each = [surely * min(1.0, _HEARD_ONCE + _PER_DOUBLING * log2(max(1, heard))) for surely, heard in lines]
    return round(MOST_OF_NEWS * sum(each) / len(each), 2) if each else 0.0


def at_most_marked(share: float, marked: float = RIGHT_OF_NEWS) -> float:
    """How much of the question the best report meets is no chance of being right: it counts up to what was marked right."""
    return min(share, marked)
