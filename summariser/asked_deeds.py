"""By which words a question for a list names the deed, and which end of it is asked for: who did it, or to what. Pure."""

import re
from collections.abc import Mapping, Sequence
from typing import Final, Literal

from news.scripts import words
from summariser.aliases import mentions
from summariser.senses import Tongue, senses
from summariser.tagging import base_of

Side = Literal["who", "what", ""]
ASKS_FOR_OBJECT: Final = re.compile(
    r"\b(?:did|does|do|is|are|was|were|has|have)\s(?:the\s)?(?-i:[A-Z0-9])[\w.&’'-]*(?:\s(?-i:[A-Z0-9])[\w.&’'-]*)*(?:\s\w+ly)?\s+[a-z]",
    re.IGNORECASE,
)
_EITHER: Final = re.compile(r"\b(?:or|and) (?:being|been|was|were|is|are)\b", re.IGNORECASE)
_BE: Final = re.compile(r"\b(?:is|are|was|were|been|being|got|get)\s(?:\w+ly\s)?(?:being\s)?$", re.IGNORECASE)
LIGHT: Final = words(
    """announce make issue have get be do report face sign launch receive give take see come go put hold reveal say
    unveil find name list show tell plan"""
)
_ANNOUNCING: Final = re.compile(
    r"^(?:announc|unveil|publish)\w*$|^(?:宣布|公布|發表|发表|発表|공개|발표|ประกาศ|เผย)$|^[发發][布佈表]$",
    re.IGNORECASE,
)
_CAME: Final = re.compile(r"\bc(?:a|o)mes? out\b(?! of)|\bbrought out\b|\bout now\b", re.IGNORECASE)


def senses_in(text: str, tongue: Tongue) -> tuple[tuple[str, ...], str]:
    """What deeds the question names, and what is left of it."""
    found: dict[str, list[tuple[int, int]]] = {}
    for name, sense in senses().items():
        told = [(match.start(), match.end()) for match in sense.told[tongue].finditer(text)]
        if tongue == "en":
            told += _verb_forms(text, sense.verbs)
        if name == "release" and tongue == "en":
            told += [match.span() for match in _CAME.finditer(text)]
        if told:
            found[name] = told
    if "increase" in found and "raise" in found:
        found.pop(
            "raise"
            if re.search(r"\braise\w* (?:\w+ )?(?:prices?|fees?|rates?|wages?|tariffs?)|prices?", text)
            else "increase"
        )
    announcing = [
        one
        for one in ("announce", "release")
        if one in found and all(_ANNOUNCING.match(text[s:e]) for s, e in found[one])
    ]
    others = [one for one in found if one not in announcing]
    for one in announcing:  # "announced layoffs" tells of layoffs
        spans = found.pop(one) if others else []
        found.setdefault(others[0], []).extend(spans) if others else None
    if "memorandum" in found:
        found.pop("partner", None)
    if "release" in found and found.keys() - {"release", "announce"} and not _OR.search(text):
        spans = found.pop("release")  # who launched an investigation, or put off a release
        found[next(one for one in found if one != "announce")] += spans
    if "announce" in found:
        found.setdefault("release", [])
    for name in [one for one in found if len(found) > 1 and _is_within(found, one)]:
        found.pop(name)
    for start, end in sorted((span for spans in found.values() for span in spans), reverse=True):
        text = f"{text[:start]} {text[end:]}"
    return tuple(found), text


_OR: Final = re.compile(r"\b(?:or|and)\b|或者?|や|または|또는|거나|หรือ", re.IGNORECASE)
_WEAK: Final = frozenset({"deal"})


def _is_within(found: Mapping[str, Sequence[tuple[int, int]]], name: str) -> bool:
    """What names it is a part of what names another deed: "cut jobs"; or it only says that something was signed."""
    others = [span for other, spans in found.items() if other != name for span in spans]
    inside = all(
        any(s <= start and end <= e and (e - s) > (end - start) for s, e in others) for start, end in found[name]
    )
    return name in _WEAK or inside


def _verb_forms(text: str, verbs: dict[str, str] | object) -> list[tuple[int, int]]:
    spans = []
    tokens = list(re.finditer(r"[A-Za-z][\w-]*", text))
    table: dict[str, str] = verbs  # type: ignore[assignment]
    for at, match in enumerate(tokens):
        base = base_of(match[0].casefold())[0] or match[0].casefold()
        base = "open-source" if base.startswith("open-source") else base
        if base not in table:
            continue
        particle = table[base]
        near = [one for one in tokens[at + 1 : at + 4] if one[0].casefold() == particle]
        if particle and not near:
            continue
        spans.append((match.start(), near[0].end() if particle else match.end()))
    return spans


def verb_in(text: str) -> str:
    """The first verb of an English question that tells something by itself."""
    words = re.findall(r"[A-Za-z][\w-]*", text)[1:]
    bases = [base_of(word.casefold()) for word in words if word[0].islower()]
    surely = [base for base, form in bases if base and base not in LIGHT and form in ("past", "s", "ing")]
    perhaps = [base for base, _ in bases if base and base not in LIGHT]
    return next(iter((*surely, *perhaps)), "")


def side_of(text: str, tongue: Tongue, told: Sequence[str], verb: str, kind: str) -> Side:
    if tongue != "en":
        return _side_elsewhere(text, tongue, told) if kind in ("company", "country", "person") else ""
    if _EITHER.search(text):
        return ""
    if ASKS_FOR_OBJECT.search(text):
        return "what"
    table = {base: particle for name in told for base, particle in senses()[name].verbs.items()} or {verb: ""}
    spans = _verb_forms(text, table)
    if any(_BE.search(text[:start]) and not text[start:end].split()[0].endswith("ing") for start, end in spans):
        return "what"
    if kind not in ("", "company", "country", "person"):
        return "what"
    return "who" if spans else ""


_OBJECT_MARK: Final = {"ja": re.compile(r"^(?:を|に対|と)"), "ko": re.compile(r"^(?:을|를|에 대|상대|와 |과 | 상대)")}
_SUBJECT_MARK: Final = {"ja": re.compile(r"^(?:が|は)"), "ko": re.compile(r"^[이가은는] ")}


def _side_elsewhere(text: str, tongue: Tongue, told: Sequence[str]) -> Side:
    """By the particle behind who is named; in Chinese and Thai by whether they stand before the verb or right behind it."""
    for one in mentions(text):
        before, behind = text[: one.start], text[one.end :]
        if tongue in _OBJECT_MARK:
            if _OBJECT_MARK[tongue].search(behind):
                return "who"
            if _SUBJECT_MARK[tongue].search(behind):
                return "what"
            continue
        if any(
            match.end() >= len(before) - _NEAR
            for name in told
            for match in senses()[name].told[tongue].finditer(before)
        ):
            return "who"
        if re.search(r"[被遭]$|[对對]$|ถูก$", before):
            return "who"
    return ""


_NEAR: Final = 2
