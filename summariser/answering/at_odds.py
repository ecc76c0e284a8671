"""Another sum that another report gives for what is asked: reports may be at odds, and then both are told. Pure; where a sum's own word is known."""

import re
from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import Final

from news.asking import Passage
from news.model import Sentence
from news.text import search_tokens
from summariser.asking.asked import Asked
from summariser.asking.support import bare, is_unfit, lines_of
from summariser.asking.values import Value, value_asked
from summariser.words.aliases import mentions
from summariser.words.deeds import unknown_name
from summariser.words.names import names_in
from summariser.words.quantities import currencies, quantities

_READ: Final = 8
"""Sentences of a report that are looked at."""
_ABOUT: Final = 0.03
"""Sums as near as this are one, rounded."""
_MET: Final = 0.5
"""Share of the question's words that the other must meet, as a part of what the first meets."""


_Line = tuple[Passage, str]


def other_sum(
    value: Value, asked: Asked, told: tuple[Passage, str], passages: Sequence[Passage]
) -> tuple[Passage, str] | None:
    """The best other report's sentence with a sum of the same measure and currency that is not the one told; None where there is none."""
    passage, text = told
    if not value.tells_its_measure(text):
        return None
    own, met = _sums(text, value), asked.share(_words(asked, passage, text))
    for other in passages:
        if other.source == passage.source or other.language != passage.language:
            continue
        for line in _lines(other):
            words = _words(asked, other, line)
            fits = value.tells_its_measure(line) and value.told_by(line) and not asked.missing(words)
            if fits and asked.share(words) >= _MET * met and _differ(own, _sums(line, value), text, line):
                return other, line
    return None


def sums_told(value: Value, told: _Line, passages: Sequence[Passage]) -> list[_Line] | None:
    """What is told instead of a sum that other sources contradict: of one that stands alone and is ten, a hundred or a thousand times theirs, or such a
    part of it, only what several say; else both, the newer first. None where they agree, or nothing is said of it elsewhere."""
    if not value.measured_in(told[1]) or not _names_one(value.question):
        return None
    own, found = _sums(told[1], value), _of_others(value, told, passages)
    agreeing = {_who(one) for (one, line) in found if not _differ(own, _sums(line, value), told[1], line)}
    against = [
        one for one in found if _who(one[0]) not in agreeing and _differ(own, _sums(one[1], value), told[1], one[1])
    ]
    slips = [one for one in against if _is_slip(own, _sums(one[1], value))]
    if slips and not agreeing and len({_who(one) for one, _ in slips}) > 1:
        mine = [one for one in slips if one[0].language == told[0].language]
        return (mine or slips)[:1]
    if agreeing:
        against = [one for one in against if one not in slips]
    same = [one for one in against if one[0].language == told[0].language]
    if not same and slips and told[0].language != "en":  # a billion is lost or won where it is put into 億
        return [*[one for one in slips if one[0].language == "en"][:1], told]
    if not same:
        return None
    other = max(same, key=lambda one: one[0].published)
    return sorted((told, other), key=lambda one: one[0].published, reverse=True)


def _of_others(value: Value, told: _Line, passages: Sequence[Passage]) -> list[_Line]:
    """Of every other report the first line with such a sum of whom the question names."""
    found = []
    for other in passages:
        if other.url == told[0].url:
            continue
        lines = (line for line in _lines(other) if _sums(line, value) and _is_of_asked(value.question, line))
        if line := next(lines, None):
            found.append((other, line))
    return found


def _who(passage: Passage) -> str:
    """Whoever reports it, whoever passes it on."""
    credit = _CREDIT.search(passage.title)
    return credit["who"] if credit else passage.source


_CREDIT: Final = re.compile(r"(?: [-|] |[(/])(?P<who>[^-|()/]{2,40})\)?$")


def _is_of_asked(question: str, line: str) -> bool:
    asked, there = ({one.company for one in mentions(text) if one.company} for text in (question, line))
    strange = unknown_name(question)
    if not asked and strange is not None:
        return question[strange.start : strange.end].casefold() in line.casefold()
    return bool(asked) and asked <= there and len(there) == len(asked)


def _is_slip(own: frozenset[float], others: frozenset[float]) -> bool:
    return any(abs(one / two / scale - 1) < _ABOUT for one in own for two in others for scale in _SLIPS)


_SLIPS: Final = (0.001, 0.01, 0.1, 10, 100, 1000)


def differ(question: str, told: Sequence[Sentence], *, english: bool) -> bool:
    """Two sources tell two sums for the one thing that is asked about by name: whoever raised money is many."""
    value = value_asked(question, english=english)
    if value is None or value.kind != "sum" or not _names_one(question):
        return False
    texts = {one.citations[0].source: one.text for one in told if value.tells_its_measure(one.text)}
    return any(
        _differ(_sums(one, value), _sums(other, value), one, other) for one, other in combinations(texts.values(), 2)
    )


def _names_one(question: str) -> bool:
    return any(one.kind != "place" for one in names_in(question)) or unknown_name(question) is not None


def _lines(passage: Passage) -> Iterator[str]:
    yield bare(passage.title)
    yield from (line for line, _ in lines_of(passage.text, passage.language)[:_READ] if not is_unfit(line, passage))


def _words(asked: Asked, passage: Passage, text: str) -> frozenset[str]:
    return frozenset(asked.read(search_tokens(f"{passage.title}\n{text}")))


def _sums(text: str, value: Value) -> frozenset[float]:
    """Right beside the measure's word: profits stand in one line with sales."""
    said = quantities(value.question).stated
    near = (
        part
        for at, end in value.measured_in(text)
        for part in (_CLAUSE.split(text[max(0, at - _BESIDE) : at])[-1], _CLAUSE.split(text[end : end + _BESIDE])[0])
    )
    found = (float(one) for part in near for one in quantities(part).stated - said)
    return frozenset(one for one in found if one >= _LEAST)


_BESIDE: Final = 14
"""Characters between a sum and the word for what it is."""
_CLAUSE: Final = re.compile(r"[、。；;·…]|, | 및 ")
_LEAST: Final = 1e4
"""A smaller number is a date, a share or a count."""


def _differ(own: frozenset[float], others: frozenset[float], text: str, line: str) -> bool:
    mine, theirs = currencies(text), currencies(line)
    if not own or not others or (mine and theirs and not mine & theirs):
        return False
    return all(abs(one - two) > _ABOUT * max(one, two) for one in own for two in others)
