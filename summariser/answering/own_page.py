"""A page whose title is the very name that is asked about, as lists of new products have: the line that says what that is. Pure."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from news.asking import Answer, Passage
from news.model import Citation, Sentence
from news.text import sentences
from summariser.answering.sureness import RIGHT_OF_TOLD
from summariser.asking.support import bare, is_unfit_line
from summariser.words.question_words import without_asking
from summariser.words.vectors import fold

_WHAT_IS: Final = re.compile(r"^\W*what(?:['’]s| is| are)\s+|[\s?？!！.。]+$", re.IGNORECASE)
_LONGEST_NAME: Final = 40
_READ: Final = 5
_PART: Final = re.compile(r"\*\*|\n")
_FEWEST: Final = 4
_CHARACTERS: Final = 10
"""Words, or characters where words have no gaps, from which on a line is no label."""
_UNFIT: Final = frozenset({"boilerplate", "truncated", "question", "signs"})
"""A new product's page says as an order what it does: turn any goal into a learning path."""
_SPEAKS_TO: Final = re.compile(
    r"\b(?:we|our|us|you|your|i|my)\b|[你您我]|あなた|私たち|당신|저희|우리|คุณ|เรา", re.IGNORECASE
)


def shown_by_its_page(answer: Answer, question: str, passages: Sequence[Passage]) -> Answer:
    """What its own page says that it is, where nothing else was found, or no more than the name; else the answer as it is."""
    name = fold(_WHAT_IS.sub("", without_asking(question))).strip()
    says_nothing = all(fold(one.text).strip() == name for one in answer.sentences)
    if not says_nothing or not 0 < len(name) <= _LONGEST_NAME:
        return answer
    pages = [one for one in passages[:_READ] if fold(bare(one.title)).strip() == name]
    line, page = next(((line, page) for page in pages for line in _saying(page, name)), ("", None))
    if page is None:
        return answer
    told = (Sentence(line, (Citation(page.url, line, page.source),)),)
    return replace(answer, sentences=told, abstained=False, confidence=RIGHT_OF_TOLD, note="")


def _saying(page: Passage, name: str) -> Iterator[str]:
    """Lines that are no label and no word to whoever reads them; such a word too, where it begins with the name."""
    for part in _PART.split(page.text):
        for line in sentences(part.strip(), page.language):
            spoken = _SPEAKS_TO.search(line) and not fold(line).startswith(name.split()[0])
            if (
                _is_whole(line)
                and not spoken
                and fold(bare(line)).strip() != name
                and not is_unfit_line(line, page.language, _UNFIT)
            ):
                yield line


def _is_whole(line: str) -> bool:
    return len(line.split()) >= _FEWEST if line.isascii() else len(line) >= _CHARACTERS
