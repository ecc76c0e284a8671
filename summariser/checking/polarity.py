"""Does a translation say yes where its source says yes? By the words for "not" and for opposite directions in six languages."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Final, Literal

from news.languages import Language
from summariser.checking.events import event
from summariser.words.facts import plain
from summariser.words.roles import script_key
from summariser.words.vectors import DATA

Polarity = Literal["same", "turned", "unknown"]
_FLAGS: Final = re.IGNORECASE
_NEVER: Final = re.compile("(?!)")
_BOUNDS: Final = {
    "ja": (re.compile(r"(?<=[\d一二三四五六七八九十百千万億円人%％])(?:未満|に満た|に届か|以下)"),
           re.compile(r"(?<=[\d一二三四五六七八九十百千万億円人%％])(?:を?超|以上|を上回)")),
    "zh": (re.compile(r"(?:不到|不足|低于|低於|少于|少於)(?=[^，。]{0,6}?[\d一二两兩三四五六七八九十百千万半])"),
           re.compile(r"(?:超过|超過|高于|高於|多于|多於|逾)(?=[^，。]{0,6}?[\d一二两兩三四五六七八九十百千万半])")),
}  # fmt: skip
"""Fewer than, more than, beside a number."""


@dataclass(frozen=True, slots=True)
class _Rules:
    idiom: re.Pattern[str]
    plain: re.Pattern[str]
    aspect: re.Pattern[str]
    soft: re.Pattern[str]
    loose: re.Pattern[str]
    quits: re.Pattern[str]
    stays: re.Pattern[str]
    directions: tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]


@cache
def _rules() -> Mapping[str, _Rules]:
    tables: dict[str, Any] = tomllib.loads((DATA / "polarity.toml").read_text("utf-8"))
    rows = tables.pop("direction")
    return {
        key: _Rules(
            re.compile(table["idiom"], _FLAGS),
            re.compile(table["plain"], _FLAGS),
            re.compile(table["aspect"], _FLAGS),
            re.compile("|".join(table[name] for name in ("soft", "quits", "stays")), _FLAGS),
            re.compile("|".join(table[name] for name in ("soft", "quits", "stays", "loose")), _FLAGS),
            re.compile(table["quits"], _FLAGS),
            re.compile(table["stays"], _FLAGS),
            tuple((re.compile(row[key][0], _FLAGS), re.compile(row[key][1], _FLAGS)) for row in rows),
        )
        for key, table in tables.items()
    }


def polarity(told: str, language: Language, source: str, source_language: Language) -> Polarity:
    """`turned` when one negates or gives up what the other does not, or they point in opposite directions; `unknown` when words cannot tell.

    A verb that negates ("refuse", "fail", "call off") may become a "not" in another language and the other way round: unknown, unless
    both have it. So is what one side alone halts, refuses or denies: such verbs have second meanings; and what one side alone gives up,
    unless the other is a plain event. "No longer" and "not yet" are told by
    verbs of ending and waiting in any number.
    """
    mine, theirs = _rules()[script_key(language)], _rules()[script_key(source_language)]
    here, there = mine.idiom.sub(" ", plain(told)), theirs.idiom.sub(" ", plain(source))
    bounds = _bounds(told, language), _bounds(source, source_language)
    if _opposed(mine, here, theirs, there) or (sum(bounds[0]) == sum(bounds[1]) == 1 and bounds[0] != bounds[1]):
        return "turned"
    negated, negates = bool(mine.plain.search(here)), bool(theirs.plain.search(there))
    if negated != negates:
        soft = theirs.loose.search(there) if negated else mine.loose.search(here)
        ceased = mine.aspect.search(here) if negated else theirs.aspect.search(there)
        return "unknown" if soft or ceased else "turned"
    if negated:
        return "same"
    given_up = _given_up(mine, here, theirs, there)
    # Only against what is shown to be done; else it may be another word for the same.
    done = given_up != "turned" or event(told, language) or event(source, source_language)
    return given_up if done else "unknown"


def _bounds(text: str, language: Language) -> tuple[bool, bool]:
    """Whether a number in it is not reached, and whether one is passed."""
    below, above = _BOUNDS.get(script_key(language), (_NEVER, _NEVER))
    return bool(below.search(plain(text))), bool(above.search(plain(text)))


def _given_up(mine: _Rules, here: str, theirs: _Rules, there: str) -> Polarity:
    """Where neither says "not": whether both give up or halt it, or neither does."""
    quits, quit = bool(mine.quits.search(here)), bool(theirs.quits.search(there))
    ends, ended = quits or bool(mine.stays.search(here)), quit or bool(theirs.stays.search(there))
    if ends == ended:
        return "same"
    soft = theirs.loose.search(there) if ends else mine.loose.search(here)
    return "turned" if (quits or quit) and not soft else "unknown"


def turns(text: str, language: Language) -> bool:
    """Whether the text holds any "not", or a verb that may stand for one."""
    rules = _rules()[script_key(language)]
    text = rules.idiom.sub(" ", text)
    return bool(rules.plain.search(text) or rules.soft.search(text))


def may_turn(text: str, language: Language) -> bool:
    """Whether the text holds anything that may stand for a "not" in another wording, also one side of a pair of opposites that denies."""
    rules = _rules()[script_key(language)]
    text = rules.idiom.sub(" ", text)
    return bool(rules.plain.search(text) or rules.loose.search(text)) or any(
        no.search(text) for _, no in rules.directions
    )


def negates(text: str, language: Language) -> bool:
    """Whether the text holds a plain "not"."""
    rules = _rules()[script_key(language)]
    return bool(rules.plain.search(rules.idiom.sub(" ", text)))


def gives_up(text: str, language: Language) -> bool:
    """Whether the text holds a verb that gives up, calls off or halts."""
    rules = _rules()[script_key(language)]
    text = rules.idiom.sub(" ", text)
    return bool(rules.quits.search(text) or rules.stays.search(text))


def points_elsewhere(told: str, source: str, language: Language) -> bool:
    """Whether one says up where the other says down, opens where it closes, and the like; in English also of one thing ("shares sink")."""
    rules = _rules()[script_key(language)]
    here, there = plain(told), plain(source)
    if _opposed(rules, here, rules, there):
        return True
    return language == "en" and any(
        not _subjects(up, here).isdisjoint(_subjects(down, there))
        or not _subjects(down, here).isdisjoint(_subjects(up, there))
        for up, down in rules.directions
    )


def _subjects(verbs: re.Pattern[str], text: str) -> frozenset[str]:
    """The words right before such a verb."""
    before = (text[: match.start()].split()[-1:] for match in verbs.finditer(text))
    return frozenset(word[0].lower() for word in before if word)


def _opposed(mine: _Rules, here: str, theirs: _Rules, there: str) -> bool:
    """The telling holds words of one side alone, its source words of the other side alone."""
    for (up, down), (rise, fall) in zip(mine.directions, theirs.directions, strict=True):
        told = bool(up.search(here)), bool(down.search(here))
        said = bool(rise.search(there)), bool(fall.search(there))
        if sum(told) == sum(said) == 1 and told != said:
            return True
    return False
