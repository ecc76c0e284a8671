"""Which lines of a list are told: those that are likely asked for, each weighed anew however it was found. Fitted; pure.

`data/list_lines.json`: boosted trees, fitted by benchmarks/quality/fit_lists.py to labelled lists.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from news.asking import Question
from summariser.asked_for import Asked
from summariser.inquiring import Wanted
from summariser.list_signs import Candidate, is_barred, list_signs
from summariser.logistic import chance
from summariser.trees import trees

LISTED: Final = "listing-3"
BAR: Final = 0.42
OF_BEST: Final = 0.6
"""So likely asked for each line must be, and as a share of the likeliest one."""
ALONE: Final = 0.75
"""And so likely a line that none other stands beside."""
LEAST: Final = {True: 0.6, False: 0.75}
"""And so likely one of them, or nothing is told: of what surely asks for a list, and of what may ask for one thing."""
SHOWN: Final = 8


@dataclass(frozen=True, slots=True)
class Chosen:
    """Places of candidates: those that are told, and all, the likeliest first; `sure`: how likely the list is right."""

    told: tuple[int, ...]
    order: tuple[int, ...]
    sure: float


def chosen(
    asked: Asked, wanted: Wanted | None, question: Question, candidates: Sequence[Candidate], *, surely: bool
) -> Chosen:
    if not candidates:
        return Chosen((), (), 0.0)
    chances = [chance(one) for one in trees("list_lines").of(list_signs(asked, wanted, question, candidates))]
    barred = {at for at, one in enumerate(candidates) if is_barred(question, one)}
    return of_chances(chances, barred, surely=surely)


def of_chances(chances: Sequence[float], barred: set[int], *, surely: bool) -> Chosen:
    order = sorted((at for at in range(len(chances)) if at not in barred), key=lambda at: -chances[at])
    best = chances[order[0]] if order else 0.0
    told = tuple(at for at in order if chances[at] >= max(BAR, OF_BEST * best))[:SHOWN]
    if not told or best < (LEAST[surely] if len(told) > 1 else ALONE):
        return Chosen((), tuple(order), 0.0)
    return Chosen(told, tuple(order), sum(chances[at] for at in told) / len(told))
