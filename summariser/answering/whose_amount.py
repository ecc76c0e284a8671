"""Whose an amount is: of whom a sentence says it, by what stands before and behind the name. Pure; six languages."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from news.asking import Passage
from summariser.asking.sides import Side
from summariser.words.aliases import Mention, mentions, spellings
from summariser.words.deeds import RELEASED as RELEASES

_EARLY: Final = 40
ANOTHERS: Final = re.compile(
    r"[\w.+]+(?:[ -][\w.+]+)?-[a-z]{3,}ed\b|[\w.+]+[’']s (?:former |ex-)?(?:head|chief|boss|ceo|cto|(?:co-?)?founder|employee|researcher|engineer|executive)\b|[\w.+]+ (?:(?:former |ex-)?(?:researchers?|engineers?|employees?|alum\w*|veterans?|executives?|investors?|backers?|rivals?|suppliers?|(?:co-?)?founders?)|spin-?outs?|spin-?offs?)\b|[A-Za-z가-힣ァ-ヴー一-鿿]+ ?(?:出身|元社員|元幹部|の(?:元|研究|社員|幹部|創業)|출신|의? ?(?:전|최고|연구|창업)|前(?:員工|高管)|創[始辦]人|创始人)"
)
"""A name that only says whose or what somebody else is: "Nvidia-backed Fireworks", OpenAI出身研究者."""
BACKS: Final = re.compile(r"-[a-z]{3,}ed\s(?:[\w-]+\s){0,3}")
"""Between a name that only says whose somebody is and that somebody: "Nvidia-backed Fireworks"."""
THAN: Final = re.compile(r"(?:\b(?:than|to|with|vs\.?|versus|of|from|by|against|at|in)|比|[较較])\s?$", re.IGNORECASE)
_THAN_THAT: Final = re.compile(r"\s?(?:[A-Z0-9.]+\s?)?(?:보다|대비|의 ?\d|より|に比べ|の\d)")
"""Before or behind the name of a stranger that something is measured by."""

GOES_ON: Final = re.compile(
    r"(?:this|that|these|those)\b|이는|그는|これ[はにら]|それ[はにら]|[這这此那][是比个個將将]|นี่", re.IGNORECASE
)
"""It tells something of what the sentence before it names, and names others beside that."""


def is_topic(text: str, side: Side, at: int) -> bool:
    """A measure stands beside its name early in the sentence, and the name is only whom it is for, from or with: アップル純利益4.8兆円."""
    return at < _EARLY and is_agent(text, side)


def is_agent(text: str, side: Side) -> bool:
    """It is nobody whom something is done for, with or to."""
    at = side.place(text)
    return not _OF_WHOM.search(text[:at]) and not any(_FOR_WHOM.match(text, end) for end in ends_in(text, side))


_OF_WHOM: Final = re.compile(
    r"(?:\b(?:for|from|in|into|with|by|to|of|at|on|than|against|like|as|including|over|via)|[向與与和跟对對給给在]|จาก|ให้|กับ|ของ|ใน|โดย)\s?$",
    re.I,
)
_FOR_WHOM: Final = re.compile(
    r"[’']s\b|-\w|向け|出身|対抗|傘下|系|製|[とにへを]|から|에(?!서)|에게|[와과를을]|향|출신|계|前|向|將?[對对]"
)
"""Behind a name that does not have the amount itself."""


def is_yardstick(text: str, one: Mention) -> bool:
    return bool(THAN.search(text[: one.start]) or _THAN_THAT.match(text[one.end :]))


def ends_in(text: str, side: Side) -> list[int]:
    """Where its names end in the text."""
    at = side.place(text)
    ways = [side.label, *(spellings(side.id) if side.id else ())]
    return [at + len(way) for way in ways if at >= 0 and text.startswith(way, at)]


def with_maker(side: Side, passages: Sequence[Passage]) -> Side:
    """A side in no table with the company whose release a headline calls it: whose name stands before it is no stranger there."""
    if side.id or side.company:
        return side
    for passage in passages:
        at = side.place(passage.title)
        before = [one for one in mentions(passage.title[: max(0, at)]) if one.company]
        of_family = before and _FAMILY.fullmatch(passage.title[before[-1].end : at])
        if of_family or (len(before) == 1 and RELEASES.search(passage.title[before[0].end : at])):
            return replace(side, company=before[-1].company)
    return side


_FAMILY: Final = re.compile(r"[ -]?\d{1,2}(?:\.\d{1,2})*[ -]")
"""Between a family of models and one of its sorts: GPT-5.6 Luna."""
