"""Whether two reports that name the same company tell one event: by versions, words, who else is in it, what was done. Pure; across languages."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from functools import lru_cache
from itertools import pairwise
from typing import Final

from news.model import Article, Tier
from summariser.reading.traces import headline, script_of
from summariser.words.aliases import mentions
from summariser.words.deeds import is_release
from summariser.words.names import companies_in, name_terms, numbers_in, versions_in
from summariser.words.vectors import everyday, fold, rarity, simplify, terms

_LEAD: Final = 600
_TEXT: Final = 400
_NEAR: Final = timedelta(days=4)
_TOGETHER: Final = timedelta(hours=40)
_ALIKE: Final = 0.5
_COVERED: Final = 0.8
_HINTED: Final = 0.3
_FEWEST: Final = 2
_ENOUGH: Final = 3
_PAIR: Final = (2, 3)
_FAR: Final = timedelta(days=3)
_ALIKE_BY_ONE: Final = 0.75
"""One newsroom rarely tells a thing twice: its two headlines must be more alike."""
_EVERYDAY: Final = 0.05
_RARE: Final = 0.004
_LETTERS: Final = 4
_DEEDS: Final = {
    deed: re.compile(simplify(pattern), re.IGNORECASE)
    for deed, pattern in {
        "sue": r"\b(?:sue[sd]?|suing|lawsuits?|trade secrets?)\b|提訴|訴訟|起诉|诉讼|소송|제소|ฟ้อง",
        "raise": r"\b(?:raises?|raised|raising|funding|valuation)\b|調達|融资|투자 유치|ระดมทุน",
        "settle": r"\b(?:settles?|settled|settlement)\b|和解|합의금|ไกล่เกลี่ย",
        "buy": r"\b(?:acquires?|acquired|acquisition|buys?|bought|takeover)\b|買収|收购|인수|ซื้อกิจการ",
        "breach": r"\b(?:hack(?:s|ed)?|breach(?:es|ed)?|broke containment|escaped|intru\w+|leak(?:s|ed)?)\b|侵入|ハッキング|不正アクセス|攻撃|攻击|脱獄|入侵|骇|攻破|越狱|逃逸|泄露|해킹|침입|유출|เจาะ|แหกกรง|หลุดกรง",
        "dismiss": r"\b(?:lay(?:s|ing)? ?offs?|laid off|cuts? [\d,]+ .{0,12}jobs|job cuts)\b|人員削減|裁员|감원|해고|ปลดพนักงาน",
        "earn": r"\b(?:earnings|(?:operating|net|quarterly|record)(?: \$?[\d.,]+ ?(?:billion|million))? (?:profit|income|loss|results|revenues?|sales)|quarter(?:ly)?(?: of)? (?:record )?(?:profit|revenue|sales)s?|(?:profits?|revenues?|sales) (?:jump|soar|surge|rise|fall|climb|drop|seen)\w*)\b|決算|純利益|純損益|営業[利損]?益|最終[利損]?益|经常利润|財報|财报|净利|淨利|业绩|業績|실적|영업이익|순이익|กำไรสุทธิ|ผลประกอบการ|[营營][收业業]额?|[销銷]售[额額]|売上高|분기 매출|매출[은이 ]*\d",
        "seat": r"\bboards?\b(?=.*\b(?:members?|directors?|join\w*|seats?|appoint\w*|foundation|chair\w*)\b)|\b(?:join\w*|appoint\w*|named|leav\w+|quit\w*|steps? down).{0,40}\bboards?\b|取締役|董事(?!长|長)|이사회|사외이사|กรรมการบริษัท",
        "patent": r"\bpatents?\b|特許|专利|특허|สิทธิบัตร",
    }.items()
}


_EARNINGS: Final = "earn"


@dataclass(frozen=True, slots=True)
class Told:
    """A line of a report: the headline, or the sentence of its lead that tells it."""

    article: Article
    text: str


def same_event(one: Told, other: Told, name: frozenset[str] = frozenset()) -> bool:
    """Whether two lines of reports on one company tell one thing of it. `name`: the terms of its name, where no table has it."""
    apart = abs(one.article.published - other.article.published)
    mine, theirs = _seen(one.text), _seen(other.text)
    words, more = (mine.words - name, theirs.words - name) if name else (mine.words, theirs.words)
    if apart > _NEAR:
        return words == more and len(words) >= _ENOUGH
    both = mine.versions.keys() & theirs.versions.keys()
    if _EARNINGS in mine.deeds & theirs.deeds and mine.companies == theirs.companies and len(mine.companies) <= 1:
        return True  # a quarter's figures are made known once, by whichever of them a headline tells it
    if one.article.tier is Tier.OFFICIAL and _is_of_one(one.article, other.article):
        return _weight(words & more) >= _ALIKE_BY_ONE * min(_weight(words), _weight(more)) > 0
    if any(mine.versions[key].isdisjoint(theirs.versions[key]) for key in both):
        return False
    if mine.out and theirs.out and (both or mine.things & theirs.things or _same_family(mine, theirs)):
        return True
    a_pair = mine.companies == theirs.companies and _PAIR[0] <= len(mine.companies) <= _PAIR[1]
    if a_pair and apart <= _TOGETHER and not (mine.abreast or theirs.abreast):
        return True  # one of them does something to the other
    deed = bool(mine.deeds & theirs.deeds) and (
        mine.companies <= theirs.companies or theirs.companies <= mine.companies
    )
    if script_of(one.text, one.article.language) != script_of(other.text, other.article.language):
        released = bool(both) and mine.leader == theirs.leader != ""
        return (
            deed or released or (apart <= _FAR and (bool(mine.sums & theirs.sums) or _shares_a_thing(one, other, name)))
        )
    if deed and apart <= _TOGETHER and (mine.companies == theirs.companies or mine.leader == theirs.leader):
        return True  # a company sues, buys or is broken into once a day
    if apart <= _FAR and mine.sums & theirs.sums and words & more:
        return True
    of_the_quarter = _EARNINGS in mine.deeds ^ theirs.deeds  # whose report speaks of all that the company does
    alike = _ALIKE_BY_ONE if of_the_quarter or _is_of_one(one.article, other.article) else _ALIKE
    common = words & more
    if len(common) >= _FEWEST and (deed or _weight(common) >= alike * min(_weight(words), _weight(more))):
        return True
    return alike == _ALIKE and (_covers(other.article, words, _COVERED) or _covers(one.article, more, _COVERED))


def _is_of_one(one: Article, other: Article) -> bool:
    return one.source_name == other.source_name and one.tier is not Tier.AGGREGATOR


def akin(one: Told, other: Told, name: frozenset[str] = frozenset()) -> bool:
    """Whether they have a word beside the name in common; in two scripts no words tell."""
    if script_of(one.text, one.article.language) != script_of(other.text, other.article.language):
        return True
    if _EARNINGS in _seen(one.text).deeds ^ _seen(other.text).deeds:
        return False
    mine, theirs = _seen(one.text).words - name, _seen(other.text).words - name
    if not mine or not theirs or mine & theirs:
        return True
    return _covers(other.article, mine, _HINTED) or _covers(one.article, theirs, _HINTED)


@lru_cache(maxsize=4096)
def _weight(words: frozenset[str]) -> float:
    return sum(map(rarity, words))


def _same_family(mine: "_Seen", theirs: "_Seen") -> bool:
    """ "A new Kimi model" beside "Kimi K3"."""
    numbered = mine.families & theirs.versions.keys() | theirs.families & mine.versions.keys()
    return bool(numbered) and not (mine.versions and theirs.versions)


def _shares_a_thing(one: Told, other: Told, name: frozenset[str]) -> bool:
    """A word in Latin letters that is no known name and seldom used, or a sum, in the title of one and the beginning of the other."""
    mine, theirs = _things(one.text), _things(other.text)
    return bool((mine & _things_of(other.article) | theirs & _things_of(one.article)) - name)


@dataclass(frozen=True, slots=True)
class _Seen:
    words: frozenset[str]
    versions: dict[str, frozenset[str]]
    companies: frozenset[str]
    deeds: frozenset[str]
    families: frozenset[str]
    things: frozenset[str]
    sums: frozenset[str]
    out: bool
    leader: str
    """The company that is named first."""
    abreast: bool
    """All its companies are named in one row, and do nothing with each other: "OpenAI and Anthropic"."""


def in_a_row(text: str) -> bool:
    """Its companies are named side by side."""
    return _seen(text).abreast


@lru_cache(maxsize=4096)
def _seen(text: str) -> _Seen:
    folded, shares, names = fold(text), everyday(), name_terms()
    return _Seen(
        frozenset(term for term in terms(text) if term not in names and shares.get(term, 0.0) < _EVERYDAY),
        versions_in(text),
        frozenset(companies_in(text)),
        frozenset(deed for deed, pattern in _DEEDS.items() if pattern.search(folded)),
        frozenset(one.id for one in mentions(text) if one.id != one.company),
        frozenset(_products(text)),
        frozenset(one.key for one in numbers_in(text) if one.unit not in ("", "%")),
        is_release(text) or _OPENED.search(folded) is not None,
        next((one.company for one in mentions(text) if one.company), ""),
        _is_row(text),
    )


def _is_row(text: str) -> bool:
    known = [one for one in mentions(text) if one.company]
    return (
        len(known) > 1
        and not _MUTUAL.search(text)
        and all(
            _BESIDE.fullmatch(text[one.end : other.start])
            for one, other in pairwise(known)
            if one.company != other.company
        )
    )


_MUTUAL: Final = re.compile(
    r"\b(?:deals?|pacts?|agree\w*|partner\w*|team(?:s|ed)? up|merge\w*|join(?:s|ed)? forces)\b|提携|合意|合作|携手|攜手|聯手|联手|협력|손잡|맞손|ร่วมมือ|จับมือ",
    re.IGNORECASE,
)
_BESIDE: Final = re.compile(r"\s*(?:[,、，·・/&]|,?\s(?:and|or|und)|[和與与及や와과]|및|และ|กับ)\s*")


def _products(text: str) -> Iterator[str]:
    """Names of two words, the first a product's: Grok Build, however written."""
    for one in mentions(text):
        behind = _WORD.match(text, one.end)
        if behind and one.id != one.company:
            yield f"{one.id} {behind[1].casefold()}"


_OPENED: Final = re.compile(simplify(r"\bopen[- ]source\b|开源|オープンソース|오픈소스"))
_WORD: Final = re.compile(r"[\s-]([A-Za-z][A-Za-z]{2,})")


def _covers(article: Article, words: frozenset[str], share: float) -> bool:
    """Its title and beginning hold so much of another report's headline."""
    if len(words) < _ENOUGH:
        return False
    return _weight(words & _beginning(_opening(article))) / _weight(words) >= share


def _opening(article: Article) -> str:
    return f"{headline(article.title)}\n{article.words[:_LEAD]}"


@lru_cache(maxsize=4096)
def _beginning(text: str) -> frozenset[str]:
    return frozenset(terms(text))


def _things_of(article: Article) -> frozenset[str]:
    return _things(f"{headline(article.title)}\n{article.words[:_TEXT]}")


@lru_cache(maxsize=4096)
def _things(text: str) -> frozenset[str]:
    return coined(text) | {number.key for number in numbers_in(text) if number.unit}


def coined(text: str) -> frozenset[str]:
    """Terms of its words with a capital that are no known name and seldom used."""
    shares, names = everyday(), name_terms()
    found = (word for word in _CAPITAL.findall(text) if len(word) >= _LETTERS)
    return frozenset(
        term for word in found for term in terms(word) if term not in names and shares.get(term, 0.0) < _RARE
    )


_CAPITAL: Final = re.compile(r"(?<![A-Za-z])[A-Z][A-Za-z0-9+-]*[A-Za-z0-9]")
