"""Names with a version: who asks about GPT-7 is not answered by what a text says of GPT-5.6. Pure."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Final

from summariser.words.facts import names, plain
from summariser.words.names import is_family

_NUMBER: Final = r"\d{1,2}(?:\.\d{1,2})*"
NO_MORE: Final = (
    r"(?![\d%]|[.,]\d|(?:st|nd|rd|th)\b|[ -]?(?:per\s?cent|k|[mb]n?|million|billion|trillion|x|times|seconds?|minutes?|hours?"
    r"|days?|weeks?|months?|years?|people|users)\b|\s?[万萬億亿兆千百月年日時点點つ個个人社円]|\s?(?:만|억|조|개|명|월|일|년))"
)
"""A number that counts something is no version."""
WRITTEN: Final = re.compile(
    rf"(?<![A-Za-z0-9.])(?:(?P<before>[A-Za-z][\w.]*)(?:-| {{1,2}}))?(?P<head>[A-Za-z]+)(?P<gap>-|[ ]{{0,2}})(?P<v>[vV]?)(?P<number>{_NUMBER}){NO_MORE}(?![A-Za-z])"
)
_RUN_ON: Final = re.compile(
    rf"(?<![A-Za-z0-9.])(?P<family>[A-Za-z]{{2,}})(?:(?P<one>[A-Za-z])-?|[ -](?P<two>[A-Za-z])-)(?P<number>{_NUMBER}){NO_MORE}(?![A-Za-z])"
)
_AND: Final = (
    r"(?:\s*(?:,|/|、|，|&)\s*(?:(?:and|or)\s+)?|\s+(?:and|or|to)\s+|\s?[和及或與与と]\s?|\s?(?:와|과|และ)\s?)"
)
_SORT: Final = r"(?:[ -][A-Z][A-Za-z-]*){0,2}"
_REACH: Final = 80
"""Characters behind a name within which "3.5" is a version of it: "Gemini 3.6 Flash and the older 3.5 Flash"."""


@dataclass(frozen=True, slots=True)
class Versioned:
    """A name with its number as a question has it; `known`: the name is one of a family of models or products."""

    head: str
    number: str
    known: bool

    def stands_in(self, text: str) -> bool:
        """In any spelling: GPT-5.6, GPT 5.6, GPT5.6; with a sort between (Claude Opus 5 is a Claude 5); in a list (GPT-5.5 and 5.6)."""
        return _finder(self.head, self.number, self.known).search(text) is not None

    def allowed_by(self, text: str) -> bool:
        """A text can be about it: it has it; where the name is none that is known, at least no other version of it."""
        shown = plain(text)
        return self.stands_in(shown) or not (self.known or self.has_another(shown))

    def has_another(self, text: str) -> bool:
        return any(found["head"].casefold() == self.head for found in WRITTEN.finditer(text))

    def has_other(self, text: str) -> bool:
        """Another number behind the name."""
        return any(
            one["head"].casefold() == self.head and one["number"] != self.number for one in WRITTEN.finditer(text)
        )

    def spellings(self) -> tuple[str, ...]:
        """A whole number that stands alone belongs to no name: it is in every text."""
        return tuple(f"{self.head}{between}{self.number}" for between in ("-", "", *(" " * ("." in self.number))))


def versioned_in(text: str) -> tuple[Versioned, ...]:
    """Each once, in reading order."""
    return tuple(dict.fromkeys(one for one, _, _ in located(text)))


def located(text: str) -> Iterator[tuple[Versioned, int, int]]:
    """With where it begins and ends in the text, as `plain` has it."""
    proper = names(text)
    for found in WRITTEN.finditer(plain(text)):
        head, before = found["head"], found["before"] or ""
        one_word = not found["gap"] and len(head) == 1  # K3, V4: one of the family before it
        known = is_family(before if one_word else head)
        if known or (head[0].isupper() and any(name.startswith(head.casefold()) for name in proper)):
            yield Versioned(head.casefold(), found["number"], known), found.start("head"), found.end("number")


def parted(text: str) -> str:
    """The text with a known family and its letter apart, and the letter with its number: Kimi K3 for KimiK3 and Kimi k-3."""

    def apart(found: re.Match[str]) -> str:
        letter = (found["one"] or found["two"]).upper()
        return f"{found['family']} {letter}{found['number']}" if is_family(found["family"]) else found[0]

    return _RUN_ON.sub(apart, text)


def respelled(text: str, how: Callable[[Versioned, str], str]) -> str:
    """The text with each name and number of a known family as `how` has it, by what is written, in small letters."""
    shown = plain(text)
    for one, start, end in reversed(list(located(text))):
        if one.known:
            behind = start + len(one.head)
            shown = f"{shown[:behind]}{how(one, shown[start:end].casefold())[len(one.head) :]}{shown[end:]}"
    return shown


def tells_of_another(versions: tuple[Versioned, ...], text: str) -> bool:
    """A sentence names versions of what is asked about, and none that is asked for."""
    shown = plain(text)
    heads = {one.head for one in versions if one.known and one.has_another(shown)}
    return any(not any(one.stands_in(shown) for one in versions if one.head == head) for head in heads)


def in_force(versions: tuple[Versioned, ...], title: str, lines: Iterable[str]) -> Iterator[bool]:
    """Of each line, whether it speaks of what is asked for: it names each known version, or what stands before it did last. A title
    that names another one beside it is of both."""
    asked = [one for one in versions if one.known]
    headed = plain(title)
    last = [one.stands_in(headed) and not one.has_other(headed) for one in asked]
    for line in lines:
        shown = plain(line)
        last = [
            one.stands_in(shown) or (held and not one.has_another(shown)) for one, held in zip(asked, last, strict=True)
        ]
        yield all(last)


@cache
def _finder(head: str, number: str, known: bool) -> re.Pattern[str]:
    """The number behind the name, in a list of its versions, or behind its first letter ("F1") where that is no known name."""
    name = rf"(?<![A-Za-z0-9])(?i:{re.escape(head)})"
    exact = rf"[vV]?{re.escape(number)}{NO_MORE}"
    ways = [
        rf"{name}{'' if len(head) == 1 else _SORT}[ -]?{exact}",
        rf"{name}[ -]?{_NUMBER}{_SORT}(?:{_AND}[vV]?{_NUMBER}{_SORT})*?{_AND}{exact}",
    ]
    if len(head) > 1 and not known:
        ways.append(rf"(?<![A-Za-z0-9])(?i:{head[0]}){exact}")
    if "." in number:
        ways.append(rf"{name}[^.!?。\n]{{0,{_REACH}}}?(?:\d\.\d[^.!?。\n]{{0,{_REACH}}}?)?(?<![\w.$€£¥]){exact}")
    return re.compile("|".join(ways))
