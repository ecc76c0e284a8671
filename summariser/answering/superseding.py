"""What was still to come when it was written, and a later report of the same tells as done: only the later is told. Pure; six languages."""

import re
from collections.abc import Sequence
from datetime import timedelta
from typing import Final

from news.asking import Passage
from summariser.words.facts import names

_LATER: Final = timedelta(hours=12)
_AHEAD: Final = re.compile(
    r"\b(?:will|to (?:launch|release|unveil|introduce|open|ship|debut)|plans?|planning|prepar(?:es|ing)|set to|about to|expected|upcoming|soon)\b"
    r"|予定|近く|見通し|[计計][划劃]|即[将將]|[将將](?:于|於|在|[推发發])|预计|預計|예정|계획|앞두|준비|เตรียม|กำลังจะ|(?<!ค)จะ|คาดว่า|แผน",
    re.IGNORECASE,
)
"""It is told as still to come."""


def is_to_come(text: str) -> bool:
    return _AHEAD.search(text) is not None


def latest_of(told: Sequence[tuple[Passage, str]]) -> list[tuple[Passage, str]]:
    """Without what is told as to come by a report older than one that tells of the same as it is."""
    done = [(passage, text) for passage, text in told if not _AHEAD.search(text)]
    return [
        (passage, text)
        for passage, text in told
        if not _AHEAD.search(text)
        or not any(later.published - passage.published > _LATER and _is_of_same(text, other) for later, other in done)
    ]


def _is_of_same(one: str, other: str) -> bool:
    return bool(set(names(one)) & set(names(other)))
