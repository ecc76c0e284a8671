"""What a line tells of what a question asks for, and what it adds to another one that tells the same event. Pure."""

import re
from dataclasses import dataclass
from typing import Final

from news.asking import Intent, Question
from news.text import search_tokens
from summariser.answering.causes import asks_why, gives_reason
from summariser.asking.question_parts import parts_asked
from summariser.asking.values import Value, value_asked
from summariser.words.aliases import mentions
from summariser.words.facts import names, numbers

_REASON: Final = "reason"
_WHICH: Final = re.compile(
    r"\b(?:who|whom|whose|which)\b|誰|だれ|谁|どの|どちら|哪|누구|누가|어느|ใคร|ไหน", re.IGNORECASE
)
_SOME: Final = 3
"""A further reason that has a third of new words is one."""


@dataclass(frozen=True, slots=True)
class Sought:
    """`values`: those that are asked for; `parts`: two things are, and not each of them need be a value; `reason`: why is; `name`: which one
    is; `all`: whatever it is and does."""

    question: str

    values: tuple[Value, ...]
    parts: bool = False
    reason: bool = False
    name: bool = False
    all: bool = False

    def adds(self, line: str, told: str, *, own: bool = False) -> bool:
        """It tells something that is asked for and the other line has not; of two things each may be told by any line. `own`: they stand in one
        report, where a name is no other newsroom's way to put the same."""
        mine, theirs = self._told_by(line), self._told_by(told)
        if mine - theirs or (self.parts and not mine):
            return True
        if (self.all and numbers(line) - numbers(told)) or (
            own and self.name and _names(line) - _names(told) - _names(self.question)
        ):
            return True
        if _REASON in mine:
            return len(_words(line) - _words(told)) > len(_words(line)) / _SOME
        return bool(mine) and numbers(line).isdisjoint(numbers(told))

    def is_better(self, line: str, told: str) -> bool:
        """It alone tells the value that is asked for."""
        return bool(self.values) and not self.parts and bool(self._told_by(line)) and not self._told_by(told)

    def is_beside(self, line: str, told: str) -> bool:
        """The one value that is asked for is told, and not by this line."""
        return self.is_better(told, line)

    def _told_by(self, line: str) -> frozenset[str]:
        found = {str(at) for at, one in enumerate(self.values) if one.told_by(line)}
        return frozenset(found | ({_REASON} if self.reason and gives_reason(line) else set()))


def _names(line: str) -> set[str]:
    return {*names(line), *(one.id for one in mentions(line))}


def _words(line: str) -> set[str]:
    return set(search_tokens(line))


def sought_by(question: Question, intent: Intent) -> Sought:
    parts = parts_asked(question.text, question.asked.date())
    texts = [one.text for one in parts] if parts else [question.text]
    found = (value_asked(one, english=question.language == "en") for one in texts)
    values = tuple(one for one in found if one is not None)
    text = question.text
    return Sought(
        text, values, parts is not None, asks_why(text), _WHICH.search(text) is not None, intent is Intent.EXPLAIN
    )
