"""Who a question for news is about together: the companies, things, places and people that it names, two countries by a character each among them. Pure."""

import re
from functools import lru_cache
from itertools import pairwise
from typing import Final

from summariser.words.aliases import Mention, mentions, spelled_out
from summariser.words.names import places

_COUNTRY: Final = {
    "美": "usa", "米": "usa", "미": "usa", "中": "china", "华": "china", "華": "china", "중": "china", "日": "japan", "일": "japan",
    "韓": "south-korea", "韩": "south-korea", "한": "south-korea", "台": "taiwan", "英": "uk", "欧": "eu", "歐": "eu", "印": "india",
    "俄": "russia", "露": "russia",
}  # fmt: skip
_HAN: Final = "[美米中日韓韩台英欧歐印俄露]"
_ROW: Final = re.compile(
    rf"(?!台中){_HAN}[·・、]?{_HAN}(?:[·・、]?{_HAN})?(?![日央心國国間间西東东部])"
    r"|(?<![가-힣])[한미중일]·?[미중일](?:·?[미중일])?(?=$|[\s,·'\"의은는이가도과와]|정상|관계|갈등|협력|무역)"
)
"""Countries side by side: 中美, 米中, 한미일."""
_BEFORE: Final = re.compile(r"[對对赴訪访在駐驻涉抗反輸输挺][美中華华日韓韩台](?![央心間间西東东部])")
_AT_FIRST: Final = re.compile(
    r"(?:^|[，、：:！!｜|\s])([美米中])(?=[一-鿿「『])(?![國国麗丽好容食術术味心央小間间學学文古午西東东部])"
)
"""What a headline calls a country by where it says what that does: 美擬管制, 對中."""
_IN_KOREAN: Final = re.compile("[美中日韓英印露]")
_HANGUL: Final = re.compile("[가-힣]")
_HYPHENED: Final = re.compile(r"(?<=[A-Za-z])[-–—/](?=[A-Z])")
_UNION: Final = re.compile(r"(?<![A-Za-z])EU(?![A-Za-z])")
_STATES: Final = (
    (re.compile(r"\bNY\b", re.IGNORECASE), "New York"),
    (re.compile(r"\bSF\b", re.IGNORECASE), "San Francisco"),
)
_RULED: Final = {
    "white-house": "usa", "pentagon": "usa", "ftc": "usa", "sec": "usa", "trump": "usa", "beijing": "china", "xi-jinping": "china",
    "takaichi": "japan", "modi": "india", "macron": "france", "von-der-leyen": "eu", "europe": "eu",
}  # fmt: skip
"""Who governs a country, or sits where that is done, acts for it."""
_SEATS: Final = ((re.compile(r"\bWashington\b|[华華]府|[华華]盛[顿頓]"), "usa"), (re.compile(r"\bBrussels\b"), "eu"))


@lru_cache(maxsize=16_384)
def _named(text: str) -> tuple[Mention, ...]:
    return mentions(_spelled(text))


def _spelled(text: str) -> str:
    return spelled_out(_UNION.sub("European Union", _HYPHENED.sub(" ", text)))


def _countries(text: str) -> set[str]:
    rows = ({_COUNTRY[one] for one in row if one in _COUNTRY} for row in _ROW.findall(text))
    found = {one for row in rows if len(row) > 1 for one in row}
    found |= {_COUNTRY[row[1]] for row in _BEFORE.findall(text)}
    return found


@lru_cache(maxsize=512)
def parties_in(question: str) -> frozenset[str]:
    """Their ids: whose a thing is that is named too is no party of its own."""
    for short, whole in _STATES:
        question = short.sub(whole, question)
    known = _named(question)
    things = {one.company for one in known if one.company and one.id != one.company}
    named = {_UNITED.get(one.id, one.id) for one in known if one.id not in things}
    return frozenset(named | _countries(question))


_UNITED: Final = {"europe": "eu"}
"""A headline that names either is of both."""


_CREDIT: Final = re.compile(
    r"\s*[(（][^()（）]*[)）]\s*$|\b(?:New York|Washington|South China Morning|China|Korea|Japan) (?:Times|Post|Daily|Herald|News)\b|\bBank of America\b"
)
"""Who reported it, and a bank: no place that takes part."""


@lru_cache(maxsize=16_384)
def _told_in(text: str) -> frozenset[str]:
    text = _CREDIT.sub(" ", text)
    known = _named(text)
    told = {one.id for one in known} | {one.company for one in known if one.company} | _countries(text)
    told |= {_COUNTRY[one] for one in _AT_FIRST.findall(text)}
    if _HANGUL.search(text):
        told |= {_COUNTRY[one] for one in _IN_KOREAN.findall(text)}
    told |= {country for seat, country in _SEATS if seat.search(text)}
    return frozenset(told | {_RULED[one] for one in told if one in _RULED})


def all_stand_in(parties: frozenset[str], text: str) -> bool:
    return not parties or parties <= _told_in(text)


def together(question: str) -> bool:
    """What is between those that are named is asked for, not the news of each in a row: "Nvidia and AMD"; of countries it mostly is."""
    known = [one for one in _named(question) if one.company]
    text = _spelled(question)
    return _BETWEEN.search(text) is not None or not any(
        _AND.fullmatch(text[one.end : other.start]) for one, other in pairwise(known)
    )


_AND: Final = re.compile(r"\s*(?:,|&|、|・|,? ?\b(?:and|or)\b|和|跟|[與与及]|と|や|와|과|이랑|랑|และ|หรือ)\s*")
_BETWEEN: Final = re.compile(r"\bbetween\b|之?[間间]|사이|ระหว่าง")


def public(parties: frozenset[str]) -> bool:
    """They are places and public bodies, or who governs one."""
    return bool(parties) and all(one in places() or one in _RULED for one in parties)
