"""A comparison from reports: for each side the best sentence on the same kind of thing, amount with amount, price with price. Pure."""

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache
from math import exp
from typing import Final

from news.asking import Passage
from news.scripts import CJK, THAI
from news.text import search_tokens
from summariser.facts import plain
from summariser.happenings import SUM
from summariser.sides import SORTS, Side, others_in, whose
from summariser.support import bare, is_unfit, lines_of
from summariser.vectors import DATA

_READ: Final = 24
"""Sentences of a report that are looked at."""
_LEAST: Final = 20
_LONGEST: Final = 330
"""Characters of a sentence."""
_LINES: Final = 6
_OF_BOTH: Final = 2
"""Sentences that name all sides, before what is told of each."""
_CHARACTERS: Final = 1300
_EARLY: Final = 40
_FIRST: Final = 20
_BEGINS: Final = 60
"""Characters within which a sentence names the side that it is of, where its title does not."""
_OF_ALL: Final = 0.8
"""What a sentence is worth more in a report whose title names every side."""
_SAYS: Final = 3
"""Words beside its names that a line has which says something."""
_WORDS: Final = 5
_FADES: Final = timedelta(days=45)
_ELSEWHERE: Final = 1.0
"""What a sentence in another language than the asker's is worth less."""
_SAME: Final = 0.6
_LAST: Final = "released"
_BETTER: Final = "score"
_TOGETHER: Final = re.compile(
    r"\b(?:than|versus|vs\.?|whereas|while|compared|unlike|outperform\w*|beats?|ahead of|behind|both|rivals?|nears?|overtak\w+|surpass\w*|takes? on|taking on|trails?|second only|battles?|clash\w*|competes?|competing|challeng\w+|alternative to)\b"
    r"|明暗|対[決抗]|[對对][決决標标抗]|抗衡|激突|競争|[競竞][爭争]|격돌|맞붙|맞대결|대결|경쟁|추격|따라잡|แข่ง|ท้าชน|แทน|より|に対し|一方|上回|比べ|比較|両[社者]|对比|對比|相比|[超胜勝]|而|不如|高于|高於|比|보다|반면|대비|비해|격차|나란히|vs|능가|앞[서섰]|กว่า|เทียบ|ขณะที่|เหนือ|แซง",
    re.IGNORECASE,
)
"""It sets one against another."""
_OTHER: Final = re.compile(f"[{CJK}{THAI}]{{2}}")
_UNENDED: Final = re.compile(r"[A-Za-z0-9,;]$")
_PERSONAL: Final = re.compile(
    r"(?:I|I[’']\w+|My)\b|[^“\"]*\b(?:I|I[’'](?:m|ve|d|ll)|my)\b(?![^“]*”)|我(?![国國們们])|私[はが]|僕|나는|저는|ผม|ฉัน"
)
"""What one writer found with their own hands is no report."""
_SHORT_OF: Final = re.compile(
    r"^(?:it|its|they|the (?:model|company|startup|firm|round)|同社|同モデル|该公司|该模型|該公司|이 회사|회사는|이 모델)\b",
    re.I,
)
_AMOUNT: Final = rf"(?:{SUM}|\d[\d,.]*\s?(?:[%％倍]|percent|パーセント|퍼센트|만|억|조|[万萬億亿兆]|ล้าน|times|배|เท่า))"
_MEASURED: Final = re.compile(_AMOUNT)
_NUMBER: Final = re.compile(
    rf"(?<![A-Za-z.\d-])\d[\d,.]*(?![\d.,])(?![ -]?{SORTS})(?<!\d\.\d)|\d\.\d\s?(?:[%％倍배MKBT]|x\b|times|trillion|billion|million|兆|조|億|억|亿)"
)


@dataclass(frozen=True, slots=True)
class _Aspect:
    name: str
    asks: re.Pattern[str]
    tells: re.Pattern[str]
    words: tuple[str, ...]
    bare: bool


@cache
def _aspects() -> Mapping[str, _Aspect]:
    rows = tomllib.loads((DATA / "aspects.toml").read_text("utf-8"))
    return {
        name: _Aspect(
            name,
            re.compile(row["asks"], re.IGNORECASE),
            re.compile(row["tells"].replace("AMOUNT", _AMOUNT).replace("SUM", SUM), re.IGNORECASE),
            tuple(search_tokens(row["words"])),
            row.get("bare", False),
        )
        for name, row in rows.items()
    }


def aspects_asked(text: str, sides: Sequence[Side]) -> tuple[str, ...]:
    """What the sides are to be compared by; none where anything goes."""
    rest = text
    for side in sides:
        rest = rest.replace(side.label, " ")
    return tuple(name for name, aspect in _aspects().items() if aspect.asks.search(rest))


def words_of(aspects: Sequence[str]) -> tuple[str, ...]:
    """Search tokens of the sentences that tell these."""
    return tuple(dict.fromkeys(token for name in aspects for token in _aspects()[name].words))


def aspects_told(text: str) -> frozenset[str]:
    text = plain(text)
    return frozenset(
        name
        for name, aspect in _aspects().items()
        if (aspect.bare or _NUMBER.search(text)) and aspect.tells.search(text)
    )


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence of some sides; `aspects` are what it tells of them."""

    passage: Passage
    text: str
    sides: frozenset[int]
    aspects: frozenset[str]
    score: float
    named: bool
    of_all: bool = False
    """Its report's title names every side."""

    def shown(self, sides: Sequence[Side]) -> str:
        """With the side's name before it where it says "it"."""
        return self.text if self.named else f"{sides[next(iter(self.sides))].label}: {self.text}"


@dataclass(frozen=True, slots=True)
class Compared:
    """The sentences in the order in which they are shown, and the sides of which nothing of the kind is told."""

    told: tuple[Told, ...]
    missing: tuple[Side, ...]

    @property
    def apart(self) -> bool:
        """No sentence, and no report's title, names more than one side."""
        return not any(one.of_all or len(one.sides) > 1 for one in self.told)


def candidates(passages: Sequence[Passage], sides: Sequence[Side], language: str, now: datetime) -> list[Told]:
    """Every sentence that speaks of one side alone, or sets all against each other; the best first."""
    found = [told for passage in passages for told in _of_passage(passage, sides, language, now)]
    return sorted(found, key=lambda one: -one.score)


def _of_passage(passage: Passage, sides: Sequence[Side], language: str, now: datetime) -> Iterator[Told]:
    title = bare(passage.title)
    headed = whose(title, sides)
    worth = exp(-(now - passage.published) / _FADES) - _ELSEWHERE * (passage.language != language)
    of_all = _OF_ALL * (len(headed) == len(sides))
    for place, text in _lines(passage, title):
        own = whose(text, sides)
        foreign = others_in(text, sides)
        aspects = aspects_told(text)
        if len(own) > 1:
            if len(own) == len(sides) and (score := _opposing(text, sides, len(foreign), headed=text == title)):
                yield Told(passage, text, own, aspects, worth + of_all + score, True)
            continue
        named = bool(own)
        if not named and (len(headed) != 1 or foreign or not _SHORT_OF.search(text)):
            continue
        mine = own or headed
        foreign = others_in(text, [sides[at] for at in mine])
        at = sides[next(iter(mine))].place(text) if named else 0
        if (foreign and foreign[0].start < at) or (at >= _BEGINS and not mine <= headed):
            continue
        measured = aspects and _MEASURED.search(text)
        score = (
            worth
            + 0.5 * (at < _EARLY)
            + 0.4 * (headed == mine)
            + of_all
            + 0.4 * bool(measured)
            + 0.2 * named
            - 0.3 * len(foreign)
            + 0.2 / (1 + place)
        )
        yield Told(passage, text, mine, aspects, score - max(0, len(text) - 200) / 400, named, bool(of_all))


def _lines(passage: Passage, title: str) -> Iterator[tuple[int, str]]:
    """Its title and first sentences, each once, as far as they are fit to be told."""
    seen = set[str]()
    for place, line in enumerate((title, *(line for line, _ in lines_of(passage.text, passage.language)[:_READ]))):
        text = line.replace("**", "").strip()
        if place and passage.text.rstrip().endswith(text) and _UNENDED.search(text):
            continue  # cut off by whoever published it
        if text in seen or not _LEAST <= len(text) <= _LONGEST or is_unfit(line, passage) or _PERSONAL.match(text):
            continue
        seen.add(text)
        if len(search_tokens(text)) >= _WORDS and not (passage.language == "en" and _OTHER.search(text)):
            yield place, text


def _opposing(text: str, sides: Sequence[Side], others: int, *, headed: bool) -> float:
    """How plainly it sets the sides against each other; 0 where it only lists them among others. `headed`: it is a title."""
    cue = bool(_TOGETHER.search(text))
    first = min(side.place(text, loosely=True) for side in sides)
    if any("/" in word and len(whose(word, sides)) == len(sides) for word in text.split()):  # together one thing
        return 0.0
    names = {token for side in sides for token in side.terms}
    if len([token for token in search_tokens(text) if token not in names]) < _SAYS:
        return 0.0
    late = first > min(_BEGINS, max(_EARLY if cue else _FIRST, len(text) // 3))
    if others > 1 or (others and not cue) or (late and not (headed and cue)):
        return 0.0
    return 0.6 + 0.8 * cue + 0.4 * headed - 0.4 * others


def compared(found: Sequence[Told], sides: Sequence[Side], asked: Sequence[str], *, loosely: bool = False) -> Compared:
    """Those that name all sides first, then what each is told to be by the same measure; where no measure is told of all, each side's best.

    `loosely`: where what is asked is not told of all sides, what else is told of them stands in for it.
    """
    told = _told(found, sides, asked)
    if loosely and asked and len(_shown(told)) < len(sides):
        told = _told(found, sides, ())
    return Compared(tuple(told), tuple(side for at, side in enumerate(sides) if at not in _shown(told)))


def _shown(told: Sequence[Told]) -> set[int]:
    return {at for one in told for at in one.sides}


def _told(found: Sequence[Told], sides: Sequence[Side], asked: Sequence[str]) -> list[Told]:
    wanted = set(asked)
    both = [one for one in found if len(one.sides) == len(sides) and (not wanted or _is_of(one, asked))]
    both += [one for one in found if len(one.sides) == 1 and one.of_all and (not wanted or one.aspects & wanted)][:1]
    both.sort(key=lambda one: -one.score)
    names = frozenset(token for side in sides for token in side.terms)
    told: list[Told] = []
    for one in both[:_OF_BOTH]:
        _add(told, (one,), names)
    pairs = [pair for pair in _pairs(found, sides, asked) if told or asked or _measure(pair) != {_LAST}]
    for pair in pairs:
        _add(told, pair, names)
    if not wanted and not told:
        return []  # of each something else: no comparison
    if len(_shown(told)) < len(sides) or (not pairs and len(told) < _OF_BOTH):
        for at in range(len(sides)):
            own = [one for one in found if one.sides == {at} and (not wanted or one.aspects & wanted)]
            own = [one for one in own if whose(one.passage.title, sides) >= {at}] or ([] if both else own)
            by_measure = [one for one in own if one.aspects - {_LAST} - _measures(told, at)]
            for one in (by_measure or own)[:1]:
                _add(told, (one,), names)
    return told


def _is_of(one: Told, asked: Sequence[str]) -> bool:
    """It tells it, or speaks of it at least; which is better is told by whatever sets them against each other."""
    if _BETTER in asked and len(one.sides) > 1 and _TOGETHER.search(one.text):
        return True
    return any(name in one.aspects or _aspects()[name].asks.search(one.text) for name in asked)


def _pairs(found: Sequence[Told], sides: Sequence[Side], asked: Sequence[str]) -> Iterator[tuple[Told, ...]]:
    """By each measure that is told of every side its best sentences, the measures that are told best first; when each came out, only
    where nothing else is told of all."""
    rows: list[tuple[float, tuple[Told, ...]]] = []
    for place, name in enumerate(asked or _aspects()):
        row = [_best(found, at, name) for at in range(len(sides))]
        if all(row) and not (name == _LAST and rows and not asked):
            chosen = tuple(one for one in row if one)
            rows.append((min(one.score for one in chosen) - 0.05 * place, chosen))
    yield from (chosen for _, chosen in sorted(rows, key=lambda row: -row[0]))


def _best(found: Sequence[Told], side: int, name: str) -> Told | None:
    return next((one for one in found if one.sides == {side} and name in one.aspects), None)


def _measure(pair: Sequence[Told]) -> frozenset[str]:
    """What all of them tell: that each came out is no comparison where nothing names them together."""
    return frozenset.intersection(*(one.aspects for one in pair))


def _measures(told: Sequence[Told], side: int) -> frozenset[str]:
    return frozenset(name for one in told if side in one.sides for name in one.aspects)


def _add(told: list[Told], some: Sequence[Told], names: frozenset[str]) -> None:
    """All of them, where there is room and none of them is told already."""
    new = [one for one in some if one not in told]
    if any(_alike(one, other, names) for one in new for other in told):
        return
    if len(told) + len(new) <= _LINES and sum(len(one.text) for one in (*told, *new)) <= _CHARACTERS:
        told.extend(new)


def _alike(one: Told, other: Told, names: frozenset[str]) -> bool:
    mine, theirs = frozenset(search_tokens(one.text)) - names, frozenset(search_tokens(other.text)) - names
    return len(mine & theirs) >= _SAME * max(1, min(len(mine), len(theirs)))
