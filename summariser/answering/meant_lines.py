"""Lines of the leading reports that mean what is asked, whatever words they have. Pure."""

from collections.abc import Sequence
from typing import Final

from news.asking import Passage, Question
from summariser.asking.answer_types import VALUES, AnswerType
from summariser.asking.support import UNFIT, is_unfit, plain_lines
from summariser.words.meaning import likenesses, meanings
from summariser.words.one_spelling import in_latin

_REPORTS: Final = 4
"""So many that lead by their words, and so many by what their titles mean."""
_READ: Final = 20
"""Lines of each: half a millisecond of a processor a line."""
_MEANT: Final = 3
_HOLDING: Final = 4
"""So many of all that mean it most, and of those with the sort of thing asked for."""
_BREAKS_OFF: Final = ("…", "...", "[…]", "[...]")


def meant_lines(
    question: Question, wanted: AnswerType, found: Sequence[Passage], near: Sequence[Passage]
) -> list[tuple[Passage, str]]:
    """The nearest lines first of all, then those that hold what is asked for."""
    meant = meanings([in_latin(question.text)])
    lines = [
        (one, text)
        for one in leading(meant, found, near)
        for text in plain_lines(one.text, one.language)[:_READ]
        if text != one.title and is_told(text, one, wanted)
    ]
    if not lines:
        return []
    likeness = likenesses(meant, meanings([in_latin(text) for _, text in lines]))[0]
    order = sorted(range(len(lines)), key=lambda at: -likeness[at])
    first = order[:_MEANT]
    holding = [at for at in order if at not in first and wanted.held_by(lines[at][1]) == 1][:_HOLDING]
    return [lines[at] for at in (*first, *holding)]


def leading(meant: Sequence[bytes], found: Sequence[Passage], near: Sequence[Passage]) -> list[Passage]:
    """By their words, and by what their titles mean."""
    every = [*found, *near]
    if not every:
        return []
    likeness = likenesses(meant, meanings([in_latin(one.title) for one in every]))[0]
    by_title = sorted(range(len(every)), key=lambda at: -likeness[at])[:_REPORTS]
    chosen = (*found[:_REPORTS], *(every[at] for at in by_title))
    return list({one.article: one for one in chosen}.values())


def is_told(text: str, passage: Passage, wanted: AnswerType) -> bool:
    """It can be told by itself. What a feed cut off behind the value that is asked for still tells that."""
    if not is_unfit(text, passage):
        return True
    cut = text.rstrip().endswith(_BREAKS_OFF) and wanted.sort in VALUES and wanted.held_by(text) == 1
    return cut and not is_unfit(text, passage, UNFIT - {"truncated"})
