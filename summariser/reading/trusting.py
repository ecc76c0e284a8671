"""May a title stand alone? Not where its own page's text has the words that it quotes, the name or the magnitude it gives, otherwise."""

import re
from collections.abc import Iterator
from typing import Final

from summariser.words.quantities import amounts
from summariser.words.vectors import fold

_QUOTE: Final = re.compile(r"[“\"]([^“”\"]{2,120})[”\"]")
_TORN: Final = 2
"""So few words are no statement: taken out of a longer one, they can be turned on anything."""
_LONGER: Final = 3
_ENOUGH: Final = 120
"""Characters of text from which on it would hold a name that the title is about."""
_NAME: Final = re.compile(r"(?<![\w-])[A-Z][a-z]+(?: [A-Z][A-Za-z0-9]*)+(?![\w-])")

_POWERS: Final = {
    "dozen": 1, "hundred": 2, "thousand": 3, "million": 6, "billion": 9, "十": 1, "百": 2, "千": 3, "万": 4, "萬": 4, "億": 8, "亿": 8,
    "십": 1, "백": 2, "천": 3, "만": 4, "억": 8, "สิบ": 1, "ร้อย": 2, "พัน": 3, "หมื่น": 4, "แสน": 5, "ล้าน": 6,
}  # fmt: skip
"""Tens that a word of magnitude stands for."""
_ASIAN: Final = "|".join(word for word in _POWERS if not word.isascii())
_VAGUE: Final = re.compile(
    rf"\b(?:(tens|hundreds) of )?(dozen|hundred|thousand|million|billion)s\b|(?:(?<!人)[数數幾]|(?<![가-힣])수|หลัก|หลาย) ?((?:{_ASIAN}){{1,2}})(?![年년]|ปี)",
    re.IGNORECASE,
)
_YEAR: Final = re.compile(r"(?<![\d,.])(?:19|20|25)\d\d(?![\d,])")


def is_borne_out(title: str, words: str) -> bool:
    """True when nothing in the text speaks against the title's quotations, names and magnitudes; an empty text says nothing."""
    torn = any(_is_torn(one, words) for one in _QUOTE.findall(title))
    return not torn and not any(_is_misnamed(title, words)) and not _is_swollen(title, words)


def _is_torn(quoted: str, words: str) -> bool:
    """One or two words between quotation marks that the text has only inside a quotation at least three words longer."""
    short = fold(quoted).split()
    if len(short) > _TORN:
        return False
    spans = [fold(span).split() for span in _QUOTE.findall(words)]
    holding = [span for span in spans if set(short) <= set(span)]
    return bool(holding) and all(len(span) >= len(short) + _LONGER for span in holding)


def _is_misnamed(title: str, words: str) -> Iterator[bool]:
    """A name of several words of which the text knows the first, as the end of another name, and not the last."""
    for name in _NAME.findall(title) if len(words) >= _ENOUGH else ():
        first, last = name.split()[-2], name.split()[-1]
        known = re.search(rf"\b[A-Z]\w+ {re.escape(first)}\b(?! [A-Z])", words)
        yield known is not None and not re.search(rf"\b{re.escape(last)}\b", words)


def _is_swollen(title: str, words: str) -> bool:
    """The title says "thousands" where the text says "hundreds", and no number or word of the text is of the title's magnitude."""
    said, found = _magnitudes(title), _magnitudes(words)
    if not said or not found:
        return False
    values = [float(number) for number in amounts(_YEAR.sub(" ", words))]

    def is_met(low: int, high: int) -> bool:
        worded = any(start < high and low < end for start, end in found)
        return worded or any(10**low <= value < 10**high for value in values)

    return not all(is_met(low, high) for low, high in said)


def _magnitudes(text: str) -> frozenset[tuple[int, int]]:
    """Each vague magnitude as powers of ten, from and below: an English word reaches to the next one, "thousands" to a million."""
    return frozenset(_reach(*match.groups()) for match in _VAGUE.finditer(text))


def _reach(many: str | None, latin: str | None, asian: str | None) -> tuple[int, int]:
    if latin:
        low = _POWERS[latin.lower()] + {"tens": 1, "hundreds": 2}.get((many or "").lower(), 0)
        return low, {1: 3, 2: 4}.get(low, 6 if low < 6 else 9 if low < 9 else 12)
    low = sum(_POWERS[word] for word in re.findall(_ASIAN, asian or ""))
    return low, low + 1
