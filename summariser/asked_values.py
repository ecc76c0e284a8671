"""Which of the values that a question asks for a line tells, and what it adds to another one. Pure."""

from dataclasses import dataclass
from datetime import date

from news.languages import Language
from summariser.facts import numbers
from summariser.question_parts import parts_asked
from summariser.values import Value, value_asked


@dataclass(frozen=True, slots=True)
class Values:
    """`parts`: two things are asked, and not each of them need be a value."""

    asked: tuple[Value, ...]
    parts: bool

    def adds(self, line: str, told: str) -> bool:
        """It tells a value that is asked for and the other line has not, or another one; of two things each may be told by any line."""
        mine, theirs = self._told_by(line), self._told_by(told)
        if mine - theirs or (self.parts and not mine):
            return True
        return bool(mine) and numbers(line).isdisjoint(numbers(told))

    def is_better(self, line: str, told: str) -> bool:
        """It alone tells what is asked for."""
        return not self.parts and bool(self._told_by(line)) and not self._told_by(told)

    def is_beside(self, line: str, told: str) -> bool:
        """The one value that is asked for is told, and not by this line."""
        return not self.parts and self.is_better(told, line)

    def _told_by(self, line: str) -> frozenset[int]:
        return frozenset(at for at, one in enumerate(self.asked) if one.told_by(line))


def values_in(question: str, today: date, language: Language) -> Values:
    parts = parts_asked(question, today)
    texts = [one.text for one in parts] if parts else [question]
    found = (value_asked(one, english=language == "en") for one in texts)
    return Values(tuple(one for one in found if one is not None), parts is not None)
