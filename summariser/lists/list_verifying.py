"""Which lines of a list are told: those that are likely asked for, each weighed anew however it was found. Fitted; pure.

`data/list_lines.json`: boosted trees, fitted by benchmarks/quality/fit_lists.py to labelled lists.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from news.asking import Question
from summariser.asking.asked_for import Asked
from summariser.asking.inquiring import Wanted
from summariser.lists.list_signs import WORD_FOR_WORD, Candidate, is_barred, list_signs, names_told
from summariser.lists.naming import Named, each_named_once
from summariser.lists.of_models import asks_for_new_models, is_release_of_model
from summariser.words.logistic import chance
from summariser.words.trees import trees

LISTED: Final = "listing-3"
BAR: Final = 0.42
OF_BEST: Final = 0.6
"""So likely asked for each line must be, and as a share of the likeliest one."""
ALONE: Final = 0.75
"""And so likely a line that none other stands beside."""
LEAST: Final = {True: 0.6, False: 0.75}
"""And so likely one of them, or nothing is told: of what surely asks for a list, and of what may ask for one thing."""
OF_WORD: Final = 0.15
WORD_LEAST: Final = 0.35
"""A line that a rule found to meet all that is asked need be no likelier than that, where one is as likely as this. In a small archive, where little
tells words apart, it is all there is."""
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
    barred = {at for at, one in enumerate(candidates) if is_barred(wanted, question, one)}
    text = question.wording or question.text
    models = asks_for_new_models(text)
    by_word = {
        at
        for at, one in enumerate(candidates)
        if one.path == WORD_FOR_WORD or (models and at not in barred and is_release_of_model(one.line))
    }
    names = names_told(wanted, question, candidates)
    return of_chances(chances, barred, by_word, names, surely=surely)


def of_chances(
    chances: Sequence[float], barred: set[int], by_word: set[int], names: Sequence[Named], *, surely: bool
) -> Chosen:
    """`barred`: what a condition speaks against; `by_word`: what a rule found to meet all that is asked; `names`: whom each names of those that are
    asked for, each told once."""
    order = sorted((at for at in range(len(chances)) if at not in barred), key=lambda at: -chances[at])
    best = chances[order[0]] if order else 0.0
    least = max(BAR, OF_BEST * best)
    told = each_named_once([at for at in order if chances[at] >= (OF_WORD if at in by_word else least)], names)[:SHOWN]
    enough = best >= (LEAST[surely] if len(told) > 1 else ALONE)
    if not told or not (enough or any(chances[at] >= WORD_LEAST for at in by_word.intersection(told))):
        return Chosen((), tuple(order), 0.0)
    return Chosen(told, tuple(order), sum(chances[at] for at in told) / len(told))
