"""The reports of a matter read for what a follow-up asks of it: every line weighed as its answer, silence where none is likely one. Fitted; pure.

`data/reading.json`: boosted trees, fitted by benchmarks/quality/fit_reading.py to lines that readers marked.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from news.asking import Passage
from news.model import Citation, Sentence
from summariser.answering.attention import attention
from summariser.answering.reader_signs import READ, Heard, Line, is_named, likeliest, lines_in, signs
from summariser.asking.bare_kinds import plain_kind
from summariser.words.logistic import chance
from summariser.words.meaning import likenesses, meanings
from summariser.words.trees import trees

BAR: Final = 0.45
"""So likely the best line must answer."""
OF_PLAIN: Final = 0.3
"""And so likely one that holds what alone is asked for: "when?" """
OF_PLAIN_GIVEN: Final = 0.15
"""And so likely, where it is asked under a story."""
OF_OTHERS: Final = 0.65
"""And so likely one of another story's report."""
OF_ANOTHER_STORY: Final = 0.8
"""And so likely one that is of no report of the matter, where it is asked under a story."""
_PLAINLY: Final = frozenset({"time", "sum", "place"})
_PLAINLY_ANYWHERE: Final = frozenset({"time"})
"""Of which a report has few that are of something else."""
_FEW: Final = 10
"""Lines that are read under pressure."""


@dataclass(frozen=True, slots=True)
class Read:
    """What was told, and how likely it answers."""

    lines: tuple[Line, ...]
    sure: float

    @property
    def sentences(self) -> tuple[Sentence, ...]:
        return tuple(Sentence(one.text, (_cited(one.passage, one.text),)) for one in self.lines)

    @property
    def passages(self) -> list[Passage]:
        return list({one.passage.article: one.passage for one in self.lines}.values())


def _cited(passage: Passage, text: str) -> Citation:
    return Citation(passage.url, text, passage.source)


def weighed_lines(
    heard: Heard, passages: Sequence[Passage], *, few: bool = False
) -> tuple[list[Line], Sequence[Mapping[str, float]]]:
    """The lines that may answer, with what speaks for each."""
    lines = likeliest(heard, lines_in(passages), _FEW if few else READ)
    if not lines:
        return [], []
    asked = meanings([heard.whole, heard.text, heard.told[0] if heard.told else heard.titles[0]])
    whole, rest, told = likenesses(asked, meanings([one.text for one in lines])).tolist()
    return lines, signs(heard, lines, whole, rest, told, attention(heard.text, [one.text for one in lines]))


def read(
    heard: Heard,
    passages: Sequence[Passage],
    *,
    few: bool = False,
    bar: float = BAR,
    given: Collection[str] = (),
) -> Read | None:
    """The likeliest line; None where none is likely enough. `given`: the reports of the story that it is asked under."""
    lines, rows = weighed_lines(heard, passages, few=few)
    odds = [chance(one) for one in trees("reading").of(rows)]
    held = [
        at
        for at in range(len(lines))
        if heard.is_held_by(lines[at].text) and _is_of_its_names(heard, lines[at].passage)
    ]
    if plain_kind(heard.text) in (_PLAINLY if given else _PLAINLY_ANYWHERE) and bar <= BAR:
        least = OF_PLAIN_GIVEN if given else OF_PLAIN
        plainly = [at for at in held if heard.type.held_by(lines[at].text) == 1 and odds[at] >= least]
        held, bar, given = (plainly, least, ()) if plainly else (held, bar, given)
    best = max(held, key=odds.__getitem__, default=None)
    if best is None:
        return None
    least = max(bar, OF_OTHERS) if given and lines[best].passage.article not in given else bar
    return Read((lines[best],), round(odds[best], 3)) if odds[best] >= least else None


def _is_of_its_names(heard: Heard, passage: Passage) -> bool:
    """Whoever is asked about stands in the report."""
    return all(is_named(one, f"{passage.title}\n{passage.text}") for one in heard.names)
