"""The versions that a question names, as the archive may write them: Kimi K9, 제미나이 7, H900. Pure; six languages."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from summariser.words.aliases import in_words_of, mentions, spellings
from summariser.words.facts import plain
from summariser.words.names import is_family, is_model
from summariser.words.versions import NO_MORE, WRITTEN, Versioned

_MARK: Final = re.compile(
    rf"(?<![A-Za-z0-9.-])(?:(?P<before>[A-Za-z]+)(?:-| {{1,2}}))?(?P<head>[A-Z]{{1,3}})(?P<gap>-|)(?P<number>(?!(?:19|20)\d\d)\d{{1,4}}){NO_MORE}(?![A-Za-z.])"
)
"""Capitals joined with a number are a model's mark, whoever makes it: H900, GB300."""
_TIMES: Final = frozenset({"Q", "H", "FY", "T", "NO", "V"})
"""Of one or two digits these are a time, a count or any thing's version."""
_SHORT: Final = 2


@dataclass(frozen=True, slots=True)
class Numbered:
    """A name with its number: as it is `said`, of which `family` ("" where none is known), and how that is written in every script."""

    said: str
    family: str
    version: Versioned
    names: tuple[str, ...]

    def ways(self) -> tuple[str, ...]:
        """As a report may write it; a letter stands at its number, behind its family."""
        head, number = self.version.head, self.version.number
        if head == self.family:
            return tuple(f"{name}{gap}{number}" for name in self.names for gap in ("", "-", " "))
        behind = [f"{head}{gap}{number}" for gap in ("", "-")]
        return tuple(f"{name} {mark}".strip() for name in self.names for mark in behind)

    def stands_in(self, text: str) -> bool:
        """In a report that has the words of one of the ways."""
        if self.version.stands_in(plain(text)):
            return True
        heads = "|".join(re.escape(name) for name in self.names if not name.isascii())
        number = rf"{re.escape(self.version.number)}{NO_MORE}"
        return bool(heads) and re.search(rf"(?:{heads})[\s・-]?{number}", text) is not None

    def is_beside(self, title: str) -> bool:
        """A headline names another version of it."""
        heads = {self.family, self.version.head}
        written = WRITTEN.finditer(plain(in_words_of(title, "en")))
        return any(not heads.isdisjoint({one["head"].casefold(), (one["before"] or "").casefold()}) for one in written)

    def others_in(self, text: str) -> Iterator["Numbered"]:
        """Other versions of it."""
        for one in WRITTEN.finditer(plain(text)):
            if one["head"].casefold() == self.version.head and one["number"] != self.version.number:
                number = Versioned(self.version.head, one["number"], True)
                yield replace(self, said=f"{one['head']}-{one['number']}", version=number)


def numbered_in(text: str) -> tuple[Numbered, ...]:
    """Each once, in reading order; no company with a count of something behind it."""
    shown = plain(in_words_of(text, "en"))
    return tuple({one.version: one for one in (*_marks(shown), *_versions(shown))}.values())


def _versions(shown: str) -> Iterator[Numbered]:
    for one in WRITTEN.finditer(shown):
        head, before = one["head"], one["before"] or ""
        letter = not one["gap"] and len(head) == 1
        if is_family(before) if letter else is_model(head):
            yield _named(one, before if letter else head, shown)


def _marks(shown: str) -> Iterator[Numbered]:
    for one in _MARK.finditer(shown):
        before = one["before"] or ""
        if len(one["number"]) > _SHORT or one["head"] not in _TIMES:
            yield _named(one, before if is_family(before) else "", shown)


def _named(one: re.Match[str], family: str, shown: str) -> Numbered:
    head, written = one["head"], re.sub(r"\s+", " ", shown[one.start("head") : one.end("number")])
    said = written if family in ("", head) else f"{family} {written}"
    names = dict.fromkeys((family, *(name for known in mentions(family) for name in spellings(known.id))))
    return Numbered(said, family.casefold(), Versioned(head.casefold(), one["number"], True), tuple(names))
