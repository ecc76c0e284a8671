"""The reports of a matter read for what a follow-up asks of it: every line weighed as its answer, silence where none is likely one. Fitted; pure.

`data/reading.json`: boosted trees, fitted by benchmarks/quality/fit_reading.py to lines that readers marked.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from news.asking import Passage
from news.model import Citation, Sentence
from summariser.answering.causes import gives_reason
from summariser.answering.reader_signs import READ, Heard, Line, likeliest, lines_in, signs
from summariser.asking.bare_kinds import plain_kind
from summariser.words.logistic import chance
from summariser.words.meaning import likenesses, meanings
from summariser.words.trees import trees

BAR: Final = 0.4
"""So likely the best line must answer."""
OF_OTHERS: Final = 0.6
"""And so likely one of another matter's report."""
OF_ANOTHER_STORY: Final = 0.65
"""And so likely one of a story's that is not the one it is asked under."""
OF_UNTOUCHED: Final = 0.6
"""And so likely one that has no word of what is asked."""
OF_NO_REASON: Final = 0.75
"""And so likely one that gives no reason where one is asked for."""
OF_BARE: Final = 0.4
"""And so likely one that holds what alone is asked for, which most lines do that have a name or a day: "when?" """
OF_BARE_GIVEN: Final = 0.1
"""But of a story that it is asked under, and a sum anywhere."""
OF_ITS_WORD: Final = 0.2
"""And so likely one that holds it by its own word, or gives a reason: "at what valuation?" """
OF_HEADED: Final = 0.35
"""And so likely one that has a name behind the word asked for: "which judge?" """
AGAIN: Final = 0.5
"""And so likely one that was told already, where no other answers."""
_SUMS: Final = frozenset({"money", "amount"})
"""Any such number is of the matter, whatever word asks for it."""
_NAMES: Final = frozenset({"person", "place"})
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
) -> tuple[list[Line], list[Mapping[str, float]]]:
    """The lines that may answer, with what speaks for each."""
    lines = likeliest(heard, lines_in(passages), _FEW if few else READ)
    if not lines:
        return [], []
    asked = meanings([heard.whole, heard.text, heard.told[0] if heard.told else heard.titles[0]])
    near = likenesses(asked, meanings([one.text for one in lines]))
    rows = signs(heard, lines, *([float(one) for one in row] for row in near))
    return lines, list(rows)


def read(
    heard: Heard,
    passages: Sequence[Passage],
    *,
    few: bool = False,
    bar: float | None = None,
    given: Collection[str] = (),
) -> Read | None:
    """The likeliest line; None where none is likely enough. `given`: the reports of the story that it is asked under."""
    lines, rows = weighed_lines(heard, passages, few=few)
    odds = [chance(one) for one in trees("reading").of(rows)]
    order = sorted(range(len(lines)), key=lambda at: -odds[at])
    fresh = [at for at in order if _may_answer(heard, lines[at])]
    again = [at for at in order if odds[at] >= AGAIN and heard.is_held_by(lines[at].text)]
    for at in (*fresh[:1], *again[:1]):
        if odds[at] >= (bar or _bar(heard, lines[at], given=given)):
            return Read((lines[at],), round(odds[at], 3))
    return None


def _bar(heard: Heard, line: Line, *, given: Collection[str] = ()) -> float:
    """Where the sum's own word stands there, or nothing but a sum is asked, what holds it needs to be less likely; a name or a day, of which there are
    many, and what has no word of the question or gives no reason, more."""
    value, sort = heard.type.value, heard.type.sort
    holds = heard.type.held_by(line.text) == 1 or (sort == "reason" and gives_reason(line.text))
    if holds and plain_kind(heard.text):
        if given or sort in _SUMS:
            return OF_BARE_GIVEN
        return OF_ITS_WORD if sort == "reason" else OF_BARE
    if sort == "reason" and not holds:
        return OF_NO_REASON
    if sort not in _SUMS and not heard.is_touched_by(f"{line.passage.title}\n{line.text}"):
        return OF_UNTOUCHED
    own = not heard.rest or (sort in _SUMS and not heard.beside) or heard.type.measured_by(line.text) == 1
    if holds and (own or (value is not None and value.told_by(line.text))):
        return BAR if sort in _NAMES else OF_ITS_WORD
    if given and line.passage.article not in given:
        return OF_ANOTHER_STORY
    return OF_HEADED if heard.is_headed_by(line.text) else BAR


def _may_answer(heard: Heard, line: Line) -> bool:
    """It holds what is asked for, and was not told already unless that is a value of what is asked."""
    held = heard.type.held_by(line.text) == 1 and heard.is_touched_by(line.text)
    return heard.is_held_by(line.text) and (held or heard.is_headed_by(line.text) or not heard.repeats(line))
