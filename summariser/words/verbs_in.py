"""Where an English line tells a deed: by its verb in a form that says it is done, in either voice, or by a noun for it. Pure.

Headlines write every word with a capital, or drop "is" and "was"; so only the words nearest to the verb are looked at.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from news.scripts import words
from summariser.words.tagging import base_of, is_closed

_TOKEN: Final = re.compile(r"[^\W\d_][\w'’&.-]*\w|[^\W\d_]|[$€£¥₹]?\d[\w.,]*|[,:;—–|]")
_BE: Final = words("is are was were be been being get gets got gotten")
_DETERMINER: Final = words("the a an this these its his her their our your my some any no new of")
_DENIED: Final = words(
    "not never without won't can't cannot won’t didn't didn’t doesn't doesn’t don't don’t refuses refused denies denied declines declined unable"
)
_UNSURE: Final = words("could may might would should can if whether how when must")
_WISHED: Final = words(
    "want wants wanted hope hopes try tries tried trying need needs ways way how order ability able refuses refused declines fails failed wanting"
)
_PLANNED: Final = words(
    "plan plans planning set expected poised slated prepares preparing aims aiming seeks seeking considers talks weighs agrees agreed will looking bids"
)
_BREAKS: Final = words("as after while because that says said : ; — – | before")
_FOLLOWS_PASSIVE: Final = words("by over for in after at from amid on to during following with about")
_LEADS_PHRASE: Final = words("with by from for in on to at about over as or")
"""Behind these a participle is an adjective: "with deferred payment"."""
_OBJECTLESS: Final = words(
    "resign depart quit leave step exit retire go crash emerge partner team ally collaborate join participate"
)


_SUBJECT: Final = 4
"""Words of a subject before an infinitive, as headlines tell what is agreed: "Orbita Labs to cut 300 jobs"."""


@dataclass(frozen=True, slots=True)
class Deed:
    """`before` and `behind` in the same clause; `passive`: whoever stands before has it done to them; `noun`: either may. `planned`: not done yet."""

    before: str
    behind: str
    start: int
    end: int
    passive: bool = False
    noun: bool = False
    told: str = ""
    planned: bool = False


def verbs_in(text: str, verbs: Mapping[str, str]) -> Iterator[Deed]:
    """Where one of these verbs tells it; `verbs`: base → particle."""
    found, low = _read(text)
    for at, word in enumerate(low):
        base, form = ("open-source", "base") if word == "open-source" else _form_of(word, verbs)
        if word in ("open-sources", "open-sourced"):
            base, form = "open-source", "s" if word.endswith("s") else "past"
        if base not in verbs:
            continue
        last = at
        if particle := verbs[base]:
            last = next((near for near in range(at + 1, min(at + 4, len(low))) if low[near] == particle), -1)
            if last < 0:
                continue
        if (told := _deed(text, found, low, at, last, base, form)) is not None:
            yield told


@lru_cache(maxsize=2048)
def _read(text: str) -> tuple[tuple[re.Match[str], ...], tuple[str, ...]]:
    """Its words, and each in small letters. Kept: one line is read for each deed that is asked for."""
    found = tuple(_TOKEN.finditer(text))
    return found, tuple(match[0].casefold().removesuffix("’s").removesuffix("'s") for match in found)


def _form_of(word: str, verbs: Mapping[str, str]) -> tuple[str, str]:
    """A verb that no table of forms has is inflected by rule: countersued."""
    base, form = base_of(word)
    if base or word[-1:] not in ("s", "d", "g"):
        return base, form
    for ending, form in (("s", "s"), ("es", "s"), ("d", "past"), ("ed", "past"), ("ing", "ing")):
        stem = word.removesuffix(ending)
        found = next((one for one in (stem, f"{stem}e") if one in verbs), "") if stem != word else ""
        if found:
            return found, form
    return "", ""


def nouns_in(text: str, told: re.Pattern[str]) -> Iterator[Deed]:
    for match in told.finditer(text):
        before = re.findall(r"[\w'’]+", text[: match.start()].casefold())[-4:]
        if not (set(before) & _DENIED or set(before[-2:]) & {"no", "without"}):
            yield Deed(text[: match.start()], text[match.end() :], match.start(), match.end(), noun=True, told=match[0])


def _deed(
    text: str, found: Sequence[re.Match[str]], low: Sequence[str], at: int, last: int, base: str, form: str
) -> Deed | None:
    before = list(low[max(0, at - 4) : at])
    previous = before[-1] if before else ""
    behind = low[last + 1] if last + 1 < len(low) else ""
    planned = False
    if set(before) & _DENIED or set(before[-2:]) & _UNSURE:
        return None
    if previous == "to":
        if set(before) & (_WISHED | _PLANNED) or at - 1 - _clause(low, at) > _SUBJECT:
            return None
    elif set(before[-3:]) & _PLANNED:
        planned = True
    elif not _tells(base, form, before, previous, behind):
        return None
    passive = form == "past" and base not in _OBJECTLESS and previous != "to" and _is_passive(before, behind)
    start, end = _clause(low, at), _end(low, last)
    subject = text[found[start].start() : found[at].start()] if start < at else ""
    object_ = text[found[last].end() : found[end - 1].end()] if end > last + 1 else ""
    return Deed(
        subject,
        object_,
        found[at].start(),
        found[last].end(),
        passive,
        told=text[found[at].start() : found[last].end()],
        planned=planned,
    )


def _tells(base: str, form: str, before: Sequence[str], previous: str, behind: str) -> bool:
    """The form is a verb's here."""
    if form == "ing":
        return not before or previous in _BE or previous in (":", ",")
    if form == "past":
        return bool(before) and previous not in (_DETERMINER - {"new"}) | _LEADS_PHRASE
    if not before:
        return base == "open-source"
    if (
        previous in _DETERMINER
        or previous in (",", ":", "—", "–", "|")
        or (is_closed(previous) and previous not in ("and", "also", "now", "they", "we", "who", "it", "he", "she"))
    ):
        return False
    if form == "base":
        several = (
            previous.endswith("s") or previous in ("and", "they", "we", "who", "police", "will") or "and" in before
        )
        return behind not in ("of", "", "and") and several
    return behind not in ("of", "are", "is", "were", "was", "have")


def _is_passive(before: Sequence[str], behind: str) -> bool:
    """Was fined, fined by, fined $3 million: nothing that is done to stands behind it."""
    if set(before[-2:]) & (_BE | {"been"}) and not set(before[-1:]) & {"having"}:
        return True
    return behind in _FOLLOWS_PASSIVE or behind in ("", ",", ":", ";") or behind[:1] in "$€£¥₹" or behind[:1].isdigit()


def _clause(low: Sequence[str], at: int) -> int:
    return next((place + 1 for place in range(at - 1, -1, -1) if low[place] in _BREAKS), 0)


def _end(low: Sequence[str], at: int) -> int:
    return next((place for place in range(at + 1, len(low)) if low[place] in _BREAKS), len(low))
