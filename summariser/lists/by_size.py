"""Lines of a list by the sums that they tell, the largest first: the biggest rounds, the largest deals. Pure; six languages."""

import re
from collections.abc import Sequence
from typing import Final

from summariser.reading.stakes import in_billions
from summariser.words.names import numbers_in

_LARGEST: Final = re.compile(
    r"\b(?:biggest|largest|most expensive|highest|top)\b|最大|大型|最高|高額|大きい順|가장 (?:큰|비싼)|최대|대형|ใหญ่(?:ที่)?สุด|แพง(?:ที่)?สุด|สูงสุด|トップ",
    re.IGNORECASE,
)
_PARTS: Final = re.compile(r"[,，、;；]|\bat (?:an? )?(?=[~$€£¥\d])|\s[-–—]\s|\band\b|以(?=\d)|กับ|ที่(?=\s?[$\d])")
_WORTH: Final = re.compile(
    r"valu|worth|market cap|評価額|時価総額|估值|市值|기업가치|몸값|มูลค่า|\bPlans?\b|\bup to\b", re.IGNORECASE
)
"""A part that says so tells no sum that was paid."""
_MOSTLY: Final = 2 / 3


def asks_for_the_largest(text: str) -> bool:
    return _LARGEST.search(text) is not None


def largest_first(lines: Sequence[str]) -> list[int]:
    """The places of the lines, those with a sum first, by it; as they stand where most tell none."""
    sizes = [_size(line) for line in lines]
    if sum(size > 0 for size in sizes) < _MOSTLY * len(lines):
        return list(range(len(lines)))
    return sorted(range(len(lines)), key=lambda at: -sizes[at])


def _size(line: str) -> float:
    """In about thousand million dollars; 0 where it tells none."""
    parts = (part for part in _PARTS.split(line) if not _WORTH.search(part))
    return max((in_billions(number) for part in parts for number in numbers_in(part)), default=0.0)
