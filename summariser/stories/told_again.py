"""Whether a line of an answer says what another one tells: one judge for answers of every kind, by named signs of both lines and of the
reports that they stand in. Fitted (`benchmarks/quality/fit_told_again.py`); pure; across languages."""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import combinations
from typing import Final

from summariser.stories.matters import Among
from summariser.stories.newslines import Line, same_matter
from summariser.words.logistic import models
from summariser.words.meaning import likenesses, meanings
from summariser.words.names import companies_in, numbers_in
from summariser.words.senses import deeds_told
from summariser.words.trees import trees

AGAIN: Final = 0.8
"""Log-odds from which on a line is told again: of a hundred that were left out by a fit which had not seen them ninety-five said the same."""
_MOST: Final = 5.0
"""Log-odds of one matter beyond which nothing more is told."""
_FEW: Final = 24
_DAY: Final = 86_400.0
_DAYS: Final = 5.0


@lru_cache(maxsize=64)
def told_again(lines: tuple[Line, ...]) -> Mapping[int, int]:
    """Of each line that says what one before it does the place of that, which itself is told; the best come first."""
    odds = odds_of(lines)
    again: dict[int, int] = {}
    for at in range(1, len(lines)):
        told = [(odds[before, at], -before) for before in range(at) if before not in again]
        likest, place = max(told)
        if likest > AGAIN:
            again[at] = -place
    return again


def odds_of(lines: Sequence[Line]) -> dict[tuple[int, int], float]:
    """How likely each two say the same, in log-odds; what other companies do is another thing, in however like words."""
    weights = models("told_again")["again"]
    return {pair: -_MOST if one["others"] else weights.of(one) for pair, one in signs_of(lines).items()}


def signs_of(lines: Sequence[Line]) -> dict[tuple[int, int], dict[str, float]]:
    """The signs of each two, by their places."""
    among, pairs = Among(lines, least=_FEW), list(combinations(range(len(lines)), 2))
    shared = [among.shared(lines[one], lines[other]) for one, other in pairs]
    matters = trees("same_matter").of(shared)
    of_one = {at for pair in pairs for at in pair if _are_of_one(lines, pair)}
    meant = dict(zip(of_one, meanings([_said(lines[at]) for at in of_one]), strict=True))
    return {
        pair: _signs(lines[pair[0]], lines[pair[1]], common, matter, _nearness(meant, pair))
        for pair, common, matter in zip(pairs, shared, matters, strict=True)
    }


def _are_of_one(lines: Sequence[Line], pair: tuple[int, int]) -> bool:
    one, other = (lines[at].article.id for at in pair)
    return one == other


def _nearness(meant: Mapping[int, bytes], pair: tuple[int, int]) -> float:
    """Of what two lines of one report say; of others the titles' counts, which is a part of how likely they tell one matter."""
    one, other = (meant.get(at) for at in pair)
    return float(likenesses([one], [other])[0, 0]) if one and other else 0.0


def _said(line: Line) -> str:
    """The title as it is kept, where the line is of it."""
    return line.article.title if line.text in line.article.title else line.text


def _signs(one: Line, other: Line, shared: Mapping[str, float], matter: float, said: float) -> dict[str, float]:
    """Two sentences of one report are told apart by their words alone: whatever is read of the report is the same of both."""
    own = one.article.id == other.article.id
    apart = abs((one.article.published - other.article.published).total_seconds()) / _DAY
    mine, theirs = companies_in(one.text)[:1], companies_in(other.text)[:1]
    of_report = {
        "matter": max(-_MOST, min(_MOST, matter)),
        "told": shared["told"],
        "event": float(same_matter(one, other)),
        "others": shared["other_companies"],
        "first": float(bool(mine) and mine == theirs),
        "numbers": float(len(_numbers(one.text) & _numbers(other.text))),
        "other_deeds": float(_do_other_things(one, other)),
        "days": min(_DAYS, apart),
    }
    of_lines = {
        "own_said": said,
        "own_words": shared["plainly"],
        "own_title": float(any(each.text in each.article.title for each in (one, other))),
    }
    return {
        **{name: 0.0 if own else value for name, value in of_report.items()},
        **{name: value if own else 0.0 for name, value in of_lines.items()},
        "own": float(own),
        "abroad": shared["abroad"],
    }


@lru_cache(maxsize=1024)
def _numbers(text: str) -> frozenset[str]:
    return frozenset(one.key for one in numbers_in(text))


def _do_other_things(one: Line, other: Line) -> bool:
    mine, theirs = deeds_told(one.text), deeds_told(other.text)
    return bool(mine and theirs) and mine.isdisjoint(theirs)
