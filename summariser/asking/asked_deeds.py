"""By which words a question for a list names the deed, and which end of it is asked for: who did it, or to what. Pure."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from news.scripts import words
from summariser.asking.list_forms import BODIES, EVENT
from summariser.words.aliases import mentions
from summariser.words.senses import Tongue, senses
from summariser.words.tagging import base_of

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


Spans = dict[str, list[tuple[int, int]]]


@dataclass(frozen=True, slots=True)
class Deeds:
    """`told`: any of them tells an item; `also`: what must be spoken of beside it ("sued over training data"); `left`: of the question."""

    told: tuple[str, ...]
    also: tuple[str, ...]
    left: str


def deeds_in(text: str, tongue: Tongue) -> Deeds:
    """What deeds the question names, and what is left of it."""
    if tongue == "en":
        text = _OPEN.sub(" ", text)
    found = _found(text, tongue)
    spans = sorted({span for some in found.values() for span in some})
    main, also = _ordered(text, found, tongue)
    for start, end in reversed(spans):
        text = f"{text[:start]} {text[end:]}"
    return Deeds(main, also, text)


_OPEN: Final = re.compile(r"\bopen[- ](?=(?:source|weight)s?\b)(?!source[sd]? )\w+|\bopen[- ]weights?\b", re.IGNORECASE)
"""A property of models, and no deed."""


def _found(text: str, tongue: Tongue) -> Spans:
    """Each deed with where it is named; without what only says that it was told, or is a part of another's words."""
    found: Spans = {}
    written = _words_of(text) if tongue == "en" else []
    for name, sense in senses().items():
        told = [(match.start(), match.end()) for match in sense.told[tongue].finditer(text)]
        if tongue == "en":
            told += _verb_forms(written, sense.verbs)
        if name == "release" and tongue == "en":
            told += [match.span() for match in _CAME.finditer(text)]
        if told:
            found[name] = told
    if "increase" in found and "raise" in found:
        of_prices = re.search(r"\braise\w* (?:\w+ )?(?:prices?|fees?|rates?|wages?|tariffs?)|prices?", text)
        found.pop("raise" if of_prices else "increase")
    _without_announcing(text, found)
    if "memorandum" in found:
        found.pop("partner", None)
    for name in [one for one in found if len(found) > 1 and _is_within(found, one)]:
        found.pop(name)
    return found


def _without_announcing(text: str, found: Spans) -> None:
    """ "Announced layoffs" tells of layoffs; who launched an investigation, or put off a release, released nothing."""
    announcing = [
        one
        for one in found
        if one in ("announce", "release") and all(_ANNOUNCING.match(text[s:e]) for s, e in found[one])
    ]
    others = [one for one in found if one not in announcing]
    for one in announcing:
        spans = found.pop(one) if others else []
        found.setdefault(others[0], []).extend(spans) if others else None
    strong = found.keys() - {"release", "announce"} - _WEAK
    if "release" in found and strong and not _OR.search(text):
        spans = found.pop("release")
        found[next(one for one in found if one in strong)] += spans
    if "announce" in found:
        found.setdefault("release", [])
    strong = found.keys() - _WEAK
    for one in sorted(_WEAK & found.keys()) if strong else ():
        spans = found.pop(one)
        if one in _SAYING:
            found[next(name for name in found if name in strong)] += spans


def _ordered(text: str, found: Spans, tongue: Tongue) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Which deed is asked for, and which only has to do with it: the first of all, in Japanese and Korean the last, as their verbs stand;
    all of them where the question joins them, or one word is of more than one."""
    if len(found) < _TWO:
        return tuple(found), ()
    last = tongue in ("ja", "ko")
    ends = {one: max((end for _, end in found[one]), default=0) for one in found}
    starts = {one: min((start for start, _ in found[one]), default=len(text)) for one in found}
    nearest = max(found, key=lambda one: ends[one]) if last else min(found, key=lambda one: starts[one])
    told = [
        one
        for one in found
        if one == nearest
        or not found[one]
        or _overlap(found[nearest], found[one])
        or _joined(text, found[nearest], found[one])
    ]
    less = [
        one for one in told if any(set(found[one]) < set(found[other]) for other in told)
    ]  # another is named twice: 법·규제
    return tuple(one for one in told if one not in less), tuple(one for one in found if one not in told)


def _joined(text: str, ours: Sequence[tuple[int, int]], theirs: Sequence[tuple[int, int]]) -> bool:
    """Only "or" and little else stands between them: "sued or fined"."""
    between = (text[min(end, end_) : max(start, start_)] for start, end in ours for start_, end_ in theirs)
    return any(
        len(one) <= _NEARBY and (_OR.search(one) or one.strip() in ("、", ",", "，", "·", "/")) for one in between
    )


_NEARBY: Final = 20


def _overlap(ours: Sequence[tuple[int, int]], theirs: Sequence[tuple[int, int]]) -> bool:
    return any(start < end_ and start_ < end for start, end in ours for start_, end_ in theirs)


_TWO: Final = 2
_SAYING: Final = frozenset({"admit", "use", "negotiate"})
_OR: Final = re.compile(r"\b(?:or|and)\b|或者?|や|または|또는|거나|หรือ", re.IGNORECASE)
_WEAK: Final = frozenset({"deal", "admit", "use", "negotiate", "hold", "free"})
"""What else is asked for is what is meant: who admitted a breach, uses a chip that they design, signed a licence."""


def _is_within(found: Mapping[str, Sequence[tuple[int, int]]], name: str) -> bool:
    """What names it is a part of what names another deed: "cut jobs"; or it only says that something was signed."""
    others = [span for other, spans in found.items() if other != name for span in spans]
    return all(
        any(s <= start and end <= e and (e - s) > (end - start) for s, e in others) for start, end in found[name]
    )


_WORD: Final = re.compile(r"[A-Za-z][\w-]*")


def _words_of(text: str) -> list[tuple[re.Match[str], str]]:
    """Each word with what it is a form of."""
    return [(match, _base_of(match[0].casefold())) for match in _WORD.finditer(text)]


def _base_of(word: str) -> str:
    base = base_of(word)[0] or word
    return "open-source" if base.startswith("open-source") else base


def _verb_forms(written: Sequence[tuple[re.Match[str], str]], verbs: Mapping[str, str]) -> list[tuple[int, int]]:
    spans = []
    for at, (match, base) in enumerate(written):
        if base not in verbs:
            continue
        particle = verbs[base]
        near = [one for one, _ in written[at + 1 : at + 4] if one[0].casefold() == particle]
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


def side_of(text: str, tongue: Tongue, told: Sequence[str], verb: str, kind: str, *, subject: bool = False) -> Side:
    """`subject`: what is asked for stands where who does it stands."""
    if tongue != "en":
        return _side_elsewhere(text, tongue, told) if kind in BODIES else ""
    if kind == EVENT or _EITHER.search(text):
        return ""
    if ASKS_FOR_OBJECT.search(text):
        return "what"
    table = {base: particle for name in told for base, particle in senses()[name].verbs.items()} or {verb: ""}
    spans = _verb_forms(_words_of(text), table)
    if any(_BE.search(text[:start]) and not text[start:end].split()[0].endswith("ing") for start, end in spans):
        return "what"
    if kind not in ("", *BODIES) and not (subject and spans and not _OF_ITSELF.intersection(told)):
        return "what"
    return "who" if spans else ""


_OF_ITSELF: Final = frozenset(
    {"release", "announce", "close", "outage", "delay", "suspend", "test", "upgrade", "recall"}
)
"""A product launches, closes or goes down, as a headline has it, where somebody does that to it."""


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
