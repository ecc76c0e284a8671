"""Which names of a sentence do it to each other, so that it says the same with them exchanged: "X and Y merge", "X met Y". Pure."""

import itertools
import re
from collections.abc import Sequence
from typing import Final

from news.languages import Language
from news.scripts import words
from summariser.words.placed_names import Name
from summariser.words.predicates import predicates
from summariser.words.verbgroups import Predicate

_VERBS: Final = words(
    "meet merge partner compete collaborate cooperate talk negotiate team ally clash spar differ marry date vie feud"
)
_TIES: Final = words(
    """partnership merger alliance talk negotiation tie rivalry feud collaboration cooperation venture force meeting competition race deal
    agreement pact truce"""
)
"""What two have with each other."""
_BOTH_WAYS: Final = re.compile(
    r"(?:rival|competitor|partner|counterpart|peer)s?\b|と(?:の)?(?:提携|協業|協力|連携|合併|競争|競合|会談|面会|対立|統合|交渉|協議|議論|合意)|"
    r"(?:합작|협력|제휴|합병|경쟁|회담|협상|대립|논의|만났|만나|합의|협약)|(?:合作|合併|合并|競爭|竞争|會談|会谈|會面|会面|會晤|会晤|談判|谈判|結盟|结盟|聯手|联手|對立|对立|攜手|携手|達成協議|达成协议)|"
    r"(?:ร่วมมือ|ควบรวม|แข่งขัน|พบกับ|หารือ|เจรจา|จับมือ|ข้อตกลง)"
)
_WITH: Final = re.compile(r"(?:と|와|과|與|与|和|跟|กับ)")
_DIRECTED: Final = re.compile(r"[をหให้]|把|向|給|给|對|对|을 |를 |에게|からの|から")
"""Beside what two do together, what one gives the other."""


def mutual(text: str, language: Language, names: Sequence[Name]) -> frozenset[frozenset[str]]:
    """Pairs of their keys."""
    if language == "en":
        return _in_english(text, names)
    found = set()
    for one, other in itertools.pairwise(names):
        clause = text[one.end : other.end + _REACH]
        if _BOTH_WAYS.search(clause) and _WITH.search(clause) and not _DIRECTED.search(clause):
            found.add(frozenset((one.key, other.key)))
    return frozenset(found)


_REACH: Final = 14


def _in_english(text: str, names: Sequence[Name]) -> frozenset[frozenset[str]]:
    keys = list(dict.fromkeys(one.key for one in names))
    masked = text
    for one in reversed(names):
        masked = f"{masked[: one.start]}«{keys.index(one.key)}»{masked[one.end :]}"
    told = [predicate for predicate in predicates(masked) if predicate.args]
    found = set()
    for at, one_key in enumerate(keys):
        for later, other_key in enumerate(keys[at + 1 :], at + 1):
            holding = [one for one in told if _holds(one, f"«{at}»") and _holds(one, f"«{later}»")]
            only = all(one in holding for one in told if _holds(one, f"«{at}»") or _holds(one, f"«{later}»"))
            if holding and only and all(map(_is_mutual, holding)):
                found.add(frozenset((one_key, other_key)))
    return frozenset(found)


def _holds(one: Predicate, name: str) -> bool:
    return any(name in held for held in one.args.values())


def _is_mutual(one: Predicate) -> bool:
    """By its verb, or by what it has with the other: "signed a partnership with"."""
    nouns = {noun for held in one.args.values() for noun in held}
    return one.lemma in (_TIES if one.noun else _VERBS) or ("with" in one.args and bool(nouns & _TIES))
