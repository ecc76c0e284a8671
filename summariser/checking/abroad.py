"""Across languages: does a translation keep what belongs together, whose something is, what is worth how much, and how sure it is? Pure.

By what both languages share: where clauses end, names and numbers in them, the marks of possession, words for a valuation and for what is asked,
to come or only somebody's finding.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from news.languages import Language
from summariser.checking.crossing import named
from summariser.checking.framing import keeps_open, says_whose
from summariser.checking.polarity import negates
from summariser.words.aliases import mentions
from summariser.words.facts import plain
from summariser.words.quantities import placed_numbers, quantities
from summariser.words.roles import script_key
from summariser.words.tagging import base_of
from summariser.words.vectors import fold

_ENDS: Final[Mapping[str, re.Pattern[str]]] = {
    "en": re.compile(
        r"; |, (?=(?:and|while|whereas|but|where) )|(?<!,) (?=(?:while|whereas) |and (?:[A-Z]\w+ )?[$€£¥]?\d)|(?<=[.!?]) (?=[A-Z])"
    ),
    "th": re.compile(r"(?=ส่วน|ขณะที่|แต่)|[;]"),
}
_PAUSE: Final = re.compile(r"[、，；。;]|, |\. ")
_CITED: Final = re.compile(r",? according to .*$", re.IGNORECASE)
_OWNS_BEHIND: Final = re.compile(r"^\s?(?:の|的|之|의)(?!は|が|も|で)")
_OWNS_BEFORE: Final = re.compile(r"ของ\s?$")
_OWNS_EN: Final = re.compile(r"^(?:['’]s?\b| (?P<noun>[a-z]{4,})\b| [A-Z]{2,})")
_SUM_OF: Final = re.compile(r"(?P<sum>[$€£¥]\d[\d.,]*(?: (?:million|billion|trillion))?) (?P<name>[A-Z]\w+) [a-z]{4,}")
""" "A $5 million Sega investment"."""
_BY_EN: Final = re.compile(r"\b(?:of|by|from|at|for|in|or|and) (?:the |an? )?$")
_WORTH: Final[Mapping[str, re.Pattern[str]]] = {
    "en": re.compile(r"\bvalu(?:ation|ations|ed|es|e|ing)\b|\bworth\b|\bmarket cap\w*", re.IGNORECASE),
    "ja": re.compile(r"評価額|企業価値|時価総額|価値|評価"), "zh": re.compile(r"估值|市值|估價|估价|價值|价值"),
    "ko": re.compile(r"기업가치|몸값|평가|시가총액|가치"), "th": re.compile(r"มูลค่า(?=บริษัท|กิจการ|ตลาด)|ประเมิน"),
}  # fmt: skip
_PERHAPS_WORTH: Final = {**_WORTH, "th": re.compile("มูลค่า")}
"""In Thai what something costs is called so as well."""
_BEFORE_WORTH: Final = 14
_UNIT: Final = 3
"""Characters of the currency that may stand behind a number."""
_NUMBER_NEXT: Final = re.compile(r"([^\d、，。;,]{0,12})\d")
_ASKS: Final = re.compile(
    r"\b(?:(?:demand|urg|order|ask|request|press|push|want)(?:s|es|ed|e|ing)? (?:that |for )?|call(?:s|ed|ing)? (?:on|for) )(?=(?-i:[A-Z]))",
    re.IGNORECASE,
)
"""Of somebody by name: "slow demand for phones" and "a planet called LHS 1140" ask nobody."""
_ASKED: Final[Mapping[str, str]] = {
    "ja": "求め|要求|要請|請求|よう|命|促|迫", "zh": "要求|请求|請求|敦促|呼吁|呼籲|命令|促请|促請|令|要|催", "ko": "요구|요청|촉구|명령|하라|도록|압박", "th": "เรียกร้อง|ขอให้|สั่ง|ให้|กดดัน",
}  # fmt: skip
_FOUND: Final = re.compile(
    r"^(?:[\w'’-]+ ){0,4}?(?:research|stud(?:y|ies)|survey|analysis|model|experts?|critics?|analysts?|researchers|scientists)(?: [\w'’-]+){0,4}? (?:also )?(?:suggests?|estimates?|claims?|believes?|argues?|thinks?|hints?)\b",
    re.IGNORECASE,
)
_TO_COME: Final[Mapping[str, re.Pattern[str]]] = {
    "en": re.compile(r"\b(?:said|says|announced|promised|confirmed)\b.{0,60}? (?:will|shall) (?!be\b)[a-z]+"), "zh": re.compile(r"[将將](?!近|军|軍|来|來)"),
}  # fmt: skip
_COMES: Final = re.compile(
    r"[将將會会要拟擬]|[计計][划劃]|[预預][计計]|准备|準備|打算|起|可|能|[准準]|推出|承[诺諾]|决定|決定|如果|若|一旦|定于|宣布|公布|表示|[说說称稱]"
)
_DONE_EN: Final = re.compile(
    r"\b(?:has|have|had) [a-z]+|\b(?!said|announced|told|added|reported|based|used|called|united|need|made)[a-z]+ed\b"
)


@dataclass(frozen=True, slots=True)
class _Part:
    """A clause: its names, as what they are in any language, and its numbers."""

    text: str
    names: frozenset[str]
    numbers: frozenset[str]
    apart: bool


def mistranslated(told: str, language: Language, quote: str, spoken: Language) -> Iterator[str]:
    """What speaks against the translation: "number 5 of another", "parts of two clauses", "owner a", "plan told as done" and the like."""
    mine, theirs = _parts(told, language), _parts(quote, spoken)
    yield from _of_another(mine, theirs)
    yield from _of_two(mine, theirs)
    yield from _misowned(told, language, quote, spoken)
    yield from _misvalued(told, language, quote, spoken)
    yield from _oversure(plain(told), language, plain(quote), spoken)


@lru_cache(maxsize=2048)
def _parts(text: str, language: Language) -> tuple[_Part, ...]:
    key = script_key(language)
    found: list[_Part] = []
    for piece in _ENDS.get(key, _PAUSE).split(plain(text)):
        names = _named(_CITED.sub("", piece))
        if key == "en" and piece.startswith("where ") and found:
            before = named(found[-1].text)
            names |= frozenset(name.removesuffix("s") for name in sorted(before, key=before.__getitem__)[-1:])
        if piece.strip():
            turned = key != "en" or not piece.startswith(("and ", "where "))
            found.append(_Part(piece, names, quantities(piece).stated, turned))
    return tuple(found)


def _named(text: str) -> frozenset[str]:
    """ "Macs" are "Mac"."""
    return frozenset(name.removesuffix("s") for name in named(text))


def _of_another(mine: Sequence[_Part], theirs: Sequence[_Part]) -> Iterator[str]:
    """A number told beside a name that the quote has in another clause, while those of its own clause have other numbers or are not told."""
    known = frozenset().union(*(one.names for one in theirs))
    whole = frozenset().union(*(one.names for one in mine))
    sure = whole | frozenset(one.id.removesuffix("s") for each in theirs for one in mentions(each.text))
    for one in mine:
        for number in sorted(one.numbers):
            held = [each for each in theirs if number in each.numbers]
            names = one.names & known
            moved = all(_is_exchanged(one, each, theirs, whole) for each in held)
            parted = all(each.names & sure and not names & each.names and not _is_told(each, mine) for each in held)
            if names and held and (moved or parted):
                yield f"number {number} of another"


def _is_exchanged(one: _Part, own: _Part, theirs: Sequence[_Part], whole: frozenset[str]) -> bool:
    """Whether a name of another clause with a number stands where one of its own does, that is not told."""
    firms = [
        frozenset(name.id.removesuffix("s") for name in mentions(each.text) if name.company) for each in (one, own)
    ]
    others = frozenset().union(*(each.names for each in theirs if each is not own and each.numbers)) - own.names
    return bool(firms[0] & others) and bool(firms[1] - whole) and bool(own.names & one.names)


def _is_told(one: _Part, mine: Sequence[_Part]) -> bool:
    return any(each.names & one.names and not (each.numbers and not each.numbers & one.numbers) for each in mine)


def _of_two(mine: Sequence[_Part], theirs: Sequence[_Part]) -> Iterator[str]:
    """A clause with names of two clauses, each of which has names of its own that it leaves out."""
    if len(mine) < 2:
        return
    for at, first in enumerate(theirs):
        for second in theirs[at + 1 :]:
            left, right = first.names - second.names, second.names - first.names
            for one in mine:
                here, there = one.names & left, one.names & right
                if (
                    second.apart
                    and here
                    and there
                    and left - one.names
                    and right - one.names
                    and len(one.names) == len(here | there)
                ):
                    yield "parts of two clauses"
                    return


def _misowned(told: str, language: Language, quote: str, spoken: Language) -> Iterator[str]:
    """Another name before what is its own, while the one that has something in the quote has nothing."""
    if spoken != "en" or language == "en":
        return
    sum_of = _SUM_OF.search(plain(quote))
    name = _before_sum(plain(told), quantities(sum_of["sum"]).stated) if sum_of else ""
    if sum_of and name in {one.id for one in mentions(quote)} - {one.id for one in mentions(sum_of["name"])}:
        yield f"owner {name}"
    mine, theirs = _owners(fold(plain(told))), _owners_in_english(plain(quote))
    here, there = ({one.id for one in mentions(text)} for text in (told, quote))
    if mine and theirs and not mine & theirs and mine <= there - theirs and theirs & here:
        yield f"owner {min(mine)}"


def _before_sum(text: str, sums: frozenset[str]) -> str:
    """Whose the first of these sums is told to be."""
    for one in mentions(text):
        behind = fold(text[one.end :])
        if _OWNS_BEHIND.match(behind) and quantities(re.split(r"[、，,。]", behind)[0][:12]).stated & sums:
            return one.id
    return ""


def _owners(text: str) -> set[str]:
    return {
        one.id
        for one in mentions(text)
        if _OWNS_BEHIND.match(text[one.end :]) or _OWNS_BEFORE.search(text[: one.start])
    }


def _owners_in_english(text: str) -> set[str]:
    found = set()
    for one in mentions(text):
        behind = _OWNS_EN.match(text[one.end :])
        if (behind and not (behind["noun"] and base_of(behind["noun"])[0])) or _BY_EN.search(text[: one.start]):
            found.add(one.id)
    return found


def _misvalued(told: str, language: Language, quote: str, spoken: Language) -> Iterator[str]:
    """What something is worth told as another sum, and the other way round."""
    worth, others = _valued(quote, spoken)
    if len(worth) != 1:
        return
    mine, rest = _valued(told, language)
    if mine and mine <= others and not mine & worth:
        yield f"valuation {min(mine)}"
    elif worth & rest and not _PERHAPS_WORTH[script_key(language)].search(plain(told)):
        yield f"valuation {min(worth)}"


def _valued(text: str, language: Language) -> tuple[set[str], set[str]]:
    """The numbers beside a word for what something is worth, both where one is as near on either side; and the other ones."""
    read, numbers = placed_numbers(plain(text))
    found: set[str] = set()
    for word in _WORTH[script_key(language)].finditer(read):
        near = [
            (word.start() - end - _UNIT, number) for number, end in numbers if 0 <= word.start() - end <= _BEFORE_WORTH
        ]
        behind = _NUMBER_NEXT.match(read, word.end())
        near += [(len(behind[1]), number) for number, end in numbers if behind and end >= behind.end()][:1]
        nearest = min((far for far, _ in near), default=0)
        found |= {number for far, number in near if far == nearest}
    return found, {number for number, _ in numbers} - found


def _oversure(told: str, language: Language, quote: str, spoken: Language) -> Iterator[str]:
    mine, theirs = script_key(language), script_key(spoken)
    if negates(told, language):
        return
    if theirs == "en" and mine != "en":
        asks = _ASKS.search(quote)
        before = set(named(quote[: asks.start()])) if asks else set()
        here = set(named(told))
        if asks and not re.search(_ASKED[mine], told) and not before & here and here & set(named(quote[asks.end() :])):
            yield "plan told as done"
        if _FOUND.search(quote) and not says_whose(told, language):
            yield "claim dropped"
        if mine == "zh" and _TO_COME["en"].search(quote) and not _COMES.search(told):
            yield "plan told as done"
    to_come = theirs == "zh" and mine == "en" and _TO_COME["zh"].search(quote)
    if to_come and not keeps_open(told) and _DONE_EN.search(told):
        yield "plan told as done"
