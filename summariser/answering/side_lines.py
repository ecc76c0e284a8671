"""What of each of those compared is told where no table has what they are compared in: of the lines of their reports those that mean most nearly
that, and the same of each. Pure."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, product
from typing import Final

from news.asking import Passage
from news.text import search_tokens
from summariser.answering.aspects import Wanted
from summariser.answering.comparable import ASKS, Told
from summariser.answering.likelihood import concepts_of
from summariser.answering.lines_compared import lines, unasked
from summariser.answering.points import alike
from summariser.answering.whose_amount import ANOTHERS, ends_in, is_agent, with_maker
from summariser.asking.conversation import TELLS, asks_what_is_said
from summariser.asking.sides import Side, others_in
from summariser.asking.support import bare
from summariser.words.meaning import likenesses, meanings

_READ: Final = 10
"""Reports of one side."""
_LINES: Final = 8
"""Of one report."""
_BEGINS: Final = 90
_NEAR: Final = 30
"""Characters behind its name in which it says something."""
_HEADED: Final = 0.08
_OF_ALL: Final = 0.08
"""In a report whose title names all of them."""
_OTHERS: Final = 0.06
_ELSEWHERE: Final = 0.12
_NUMBERS: Final = 0.04
_LATE: Final = 0.01
"""For each sentence before it."""
_OPTIONS: Final = 8
_ALIKE: Final = 0.5
"""What it counts that the lines tell the same of each."""
_COMMON: Final = (
    "AI",
    "AI company",
    "product",
    "technology",
    "organization",
    "person",
    "software",
    "AI model",
    "government",
    "say",
)
"""What nearly every line speaks of."""
_SAME_MATTER: Final = 0.45
"""So near to each other are headlines of one matter."""
_LEAST: Final = 0.12
_TOGETHER: Final = 0.77
"""So near to what is asked each must be, and both together with what they have in common."""
FAR: Final = 0.1
"""What is farther is of something else."""
_ALONE: Final = 0.3
"""So near one must be of which nothing is told of the other."""


@dataclass(frozen=True, slots=True)
class Row:
    """A line of each side, as far as there is one; `near`: how near the farthest is to what is asked."""

    told: tuple[Told, ...]
    near: float


def matter_of(asked: str, sides: Sequence[Side], wanted: Wanted) -> str:
    """What they are compared in; what they say of each other where nothing else is said, and of
    companies whatever both do; "" where a table has it."""
    if wanted.aspects:
        return ""
    if not wanted and all(side.sort == "company" for side in sides):
        return asked
    return wanted.matter or (" ".join(side.shown for side in sides) if asks_what_is_said(asked) else "")


def nearest_row(
    passages: Sequence[Passage], sides: Sequence[Side], wanted: Wanted, asked: str, language: str
) -> Row | None:
    """The lines that are nearest to what is asked, and nearest to one another; one alone only where it is very near."""
    matter = matter_of(asked, sides, wanted)
    said = asks_what_is_said(asked)
    of_each_other = said and not wanted.matter
    special = (
        frozenset[str]() if not wanted.matter else concepts_of(wanted.matter).difference(*map(concepts_of, _COMMON))
    )
    pools: list[list[tuple[float, float, Told]]] = []
    for at, side in enumerate(sides):
        found = [
            one
            for passage in _of_side(passages, side)[: None if said else _READ]
            for one in _lines(passage, at, sides, language)
            if not said or _speaks(one, side)
        ]
        found = [one for one in found if not special or special & concepts_of(one.text)]
        if of_each_other:
            found = [one for one in found if sum(each.place(one.text) >= 0 for each in sides) > 1]
        near = likenesses(meanings([matter]), meanings([one.text for one in found]))[0] if found else ()
        pool = [(float(cos) + one.score, float(cos), one) for cos, one in zip(near, found, strict=True)]
        pools.append(sorted(pool, key=lambda one: -one[0])[:_OPTIONS])
    if all(pools):
        return _best_row(pools, least=_SAME_MATTER if matter == asked else 0.0)
    if matter == asked:
        return None
    only = max((one for pool in pools for one in pool), key=lambda one: one[0], default=None)
    return Row((only[2],), only[1]) if only and only[1] >= _ALONE else None


def _best_row(pools: Sequence[Sequence[tuple[float, float, Told]]], *, least: float) -> Row | None:
    best: tuple[float, Row] | None = None
    for row in product(*pools):
        told = tuple(one for _, _, one in row)
        if len({one.text for one in told}) < len(told) or len({one.passage.language for one in told}) > 1:
            continue
        meant = meanings([one.text for one in told])
        pairs = list(combinations(range(len(told)), 2))
        alike = sum(float(likenesses([meant[a]], [meant[b]])[0][0]) for a, b in pairs) / len(pairs)
        near = min(cos for _, cos, _ in row)
        worth = sum(points for points, _, _ in row) + _ALIKE * alike
        if (
            alike >= least
            and near >= _LEAST
            and sum(cos for _, cos, _ in row) + alike >= _TOGETHER
            and (best is None or worth > best[0])
        ):
            best = worth, Row(told, near)
    return best[1] if best else None


def with_more(row: Row, sides: Sequence[Side]) -> tuple[Told, ...]:
    """Behind each headline the first sentence below it that begins with the same side and tells more."""
    told: list[Told] = []
    for one in row.told:
        words = frozenset(search_tokens(one.text))
        below = (two for at in one.sides for two in _lines(one.passage, at, sides, one.passage.language))
        more = (two for two in below if not alike(words, frozenset(search_tokens(two.text))))
        told += [one, *([first] if (first := next(more, None)) else [])]
    return tuple(told)


def nearness(told: Sequence[Told], matter: str) -> float:
    """How near the nearest of them is to what is asked."""
    return float(likenesses(meanings([matter]), meanings([one.text for one in told]))[0].max()) if told else 0.0


def _of_side(passages: Sequence[Passage], side: Side) -> list[Passage]:
    """The reports whose titles name it, before those that only do so below."""
    headed = [one for one in passages if side.place(one.title) >= 0]
    below = [one for one in passages if one not in headed and side.place(one.text) >= 0]
    return [*headed, *below]


def _lines(passage: Passage, at: int, sides: Sequence[Side], language: str) -> Iterator[Told]:
    """Those that begin with that side."""
    known = [with_maker(side, [passage]) if place == at else side for place, side in enumerate(sides)]
    side_of = known[at]
    title, native = unasked(bare(passage.title)), passage.language == language
    of_all = all(side.place(title) >= 0 for side in sides)
    for place, text in lines(passage, title):
        if place >= _LINES and not of_all:
            return
        first = known[at].place(text)
        if not 0 <= first < _BEGINS or ASKS.search(text) or ANOTHERS.match(text[first:]) or not is_agent(text, side_of):
            continue
        foreign = others_in(text, known)
        if any(one.start < first for one in foreign) or any(0 <= side.place(text) < first for side in known):
            continue
        score = _HEADED * (text == title) + _OF_ALL * of_all - _OTHERS * len({one.company for one in foreign})
        score += _NUMBERS * bool(re.search(r"\d", text)) - _ELSEWHERE * (not native)
        score -= _LATE * place
        yield Told(passage, text, frozenset({at}), frozenset(), score, True, share=1.0, deed=True, native=native)


def _speaks(one: Told, side: Side) -> bool:
    """It tells what that side says."""
    behind = one.text[max(ends_in(one.text, side), default=0) :][:_NEAR]
    return not _OWNS.match(behind) and TELLS.search(behind) is not None


_OWNS: Final = re.compile(r"[’']s\b|的|の|의\s")
"""What is somebody's does not speak for them."""
