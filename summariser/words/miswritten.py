"""A wrong character in a name of the archive: 貝萊得 is 貝萊德, 아쉔브레너 is 아셴브레너. Pure; Chinese characters and Hangul.

The archive's index holds pairs of characters. A character whose pairs no document has, beside a pair that some have, is doubtful; what the
documents with that pair have in its place, and nothing else, was meant.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from summariser.words.misspelling import Slip
from summariser.words.vectors import simplify

_RUN: Final = re.compile("[\u4e00-\u9fff]{3,}|[가-힣]{3,}")
_GRAMMAR: Final = frozenset(
    "的了是在和與与有在嗎吗呢吧被把對对要能會会也都就很多少何誰谁哪什麼么個个年月日跟比同從从向給给讓让為为以到用"
)
_CERTAIN: Final = 3
"""Characters of the name that stand right beside the wrong one: fewer say it only where nothing else ever stands there."""
_OFTEN: Final = 2
_DOUBTED: Final = 2
"""Characters of a question that are looked up."""


@dataclass(frozen=True, slots=True)
class Doubt:
    """The character at `at` with what stands `before` and `after` it, up to two characters each; `pair` is the one of these that documents
    have; `opens`: a word begins with these."""

    at: int
    before: str
    after: str
    pair: str
    opens: bool


def pairs_of(text: str) -> list[str]:
    return [run[0][at : at + 2] for run in _RUN.finditer(text) for at in range(len(run[0]) - 1)]


def doubts(text: str, held: Callable[[str], bool]) -> list[Doubt]:
    """`held`: some document has the pair."""
    return [one for run in _RUN.finditer(text) for one in _in_run(run[0], run.start(), held)][:_DOUBTED]


def _in_run(run: str, start: int, held: Callable[[str], bool]) -> Iterator[Doubt]:
    for at, char in enumerate(run):
        around = [run[place : place + 2] for place in (at - 1, at) if 0 <= place < len(run) - 1]
        if char in _GRAMMAR or any(map(held, around)):
            continue
        before, after = run[max(0, at - 2) : at], run[at + 1 : at + 3]
        pair = next((one for one in (before, after) if len(one) == len("ab") and held(one)), "")
        if pair:
            yield Doubt(start + at, before, after, pair, at <= len(before))


def meant(doubt: Doubt, text: str, documents: Sequence[str]) -> Slip | None:
    """The name as the documents with the pair write it; None where they do not agree, or write nothing else."""
    there = "\n".join(documents)
    for before, after in _ways(doubt):
        begins = "(?<![가-힣])" if doubt.opens and before == doubt.before else ""
        found = Counter(re.findall(f"{begins}{re.escape(before)}([一-鿿가-힣]){re.escape(after)}", there))
        known = len(before) + len(after)
        if len(found) != 1 or (known < _CERTAIN and found.total() < _OFTEN):
            continue
        char = next(iter(found))
        if char in _GRAMMAR or not _are_alike(text[doubt.at], char):
            return None
        if known < _CERTAIN and (
            there.count(before or after) != found.total() or not _sound_alike(text[doubt.at], char)
        ):
            return None
        start = doubt.at - len(before)
        return Slip(
            start, doubt.at + 1 + len(after), text[start : doubt.at + 1 + len(after)], f"{before}{char}{after}", False
        )
    return None


def _ways(doubt: Doubt) -> Iterator[tuple[str, str]]:
    """What stands beside it, most first: how far the name goes nobody can tell."""
    first, last = doubt.before, doubt.after
    ways = ((first, last), (first, last[:1]), (first[-1:], last), (first, ""), ("", last))
    hangul = unicodedata.name((first + last)[:1], "").startswith("HANGUL")
    for before, after in dict.fromkeys(ways):
        if doubt.pair in (before, after) and len(before) + len(after) >= (_CERTAIN if hangul else len(doubt.pair)):
            yield before, after


def _are_alike(one: str, other: str) -> bool:
    """Two syllables with a sound in common; two characters that are not one in another script."""
    if "가" <= one <= "힣":
        return "가" <= other <= "힣" and bool(
            set(unicodedata.normalize("NFD", one)) & set(unicodedata.normalize("NFD", other))
        )
    return "一" <= other <= "鿿" and simplify(one) != simplify(other)


def _sound_alike(one: str, other: str) -> bool:
    """In Chinese, whatever the tone: what an input method offers together."""
    from pypinyin import Style, pinyin  # tables of a second's reading, which few questions need

    ways = [frozenset(pinyin(char, style=Style.NORMAL, heteronym=True)[0]) for char in (one, other)]
    return not ways[0].isdisjoint(ways[1])
