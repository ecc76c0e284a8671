"""False twins of a sentence: what must not be believed by whoever believes the sentence. Pure.

Two of its names exchanged, where that says something else; where no two names stand in it, two of its things or another number; and always
a denial of it. A twin need not be elegant, only plainly not what the sentence says.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations, islice, pairwise
from typing import Final

from news.languages import Language
from summariser.mutual import mutual
from summariser.phrases import is_time
from summariser.placed_names import Name, linked, placed_names
from summariser.tagging import Token, placed

_EXCHANGES: Final = 3
_THINGS: Final = 2
_DENIED: Final[dict[Language, str]] = {
    "en": "It is not true that {told}.", "ja": "「{told}」というのは事実ではない。", "zh-Hant": "「{told}」並非事實。", "zh-Hans": "“{told}”并非事实。",
    "ko": "“{told}”라는 것은 사실이 아니다.", "th": "ไม่เป็นความจริงที่ว่า {told}",
}  # fmt: skip
_NUMBER: Final = re.compile(r"(?<![A-Za-z0-9.,-])\d+(?:[.,]\d+)*")
_DOUBTED: Final = re.compile(r"(?:unshown |parts of |ends of \w+ |role |owner |compared )?(.+)")
_PARTICLES: Final = (("은", "는"), ("이", "가"), ("을", "를"), ("과", "와"), ("으로", "로"), ("이라", "라"))
"""Korean particles behind a closed syllable and behind an open one."""
_PARTICLE: Final = re.compile(r"(으로|이라|은|는|이|가|을|를|과|와|로|라)(?=[\s,.의도는만고며]|$)")
_CLOSES: Final = re.compile(r"(?:[lmn]|le|ne|me|ng|ic|ck|ok|[013678])$", re.IGNORECASE)
_HEAD_JA: Final = re.compile(r"(?:^|(?<=[、。]))([^、。はがをにので]{2,12})(?=[はが])")
_HEAD_KO: Final = re.compile(r"(?:^|(?<=\s))([가-힣]{2,8})(?=[은는이가]\s)")
_OBJECT_JA: Final = re.compile(r"([^、。はがをにのでとへ]{2,10})(?=[をに])")
_OBJECT_KO: Final = re.compile(r"(?:^|(?<=\s))([가-힣]{2,8})(?=(?:을|를|에게|에)\s)")
_ALIKE: Final = frozenset({"become", "turn", "remain", "be", "call", "name", "represent", "equal"})
"""Verbs between two words for one thing."""
_VERBAL: Final = frozenset({"verb", "past", "have", "modal", "do"})


@dataclass(frozen=True, slots=True)
class _Pair:
    """Two things of a sentence with every place where each stands. `small`: the first has its capital only as it opens the sentence."""

    one: tuple[tuple[int, int], ...]
    other: tuple[tuple[int, int], ...]
    small: bool = False


@lru_cache(maxsize=1024)
def twins(text: str, language: Language, passage: str, doubts: tuple[str, ...] = ()) -> tuple[str, ...]:
    """At least one. `doubts`: faults as `claims.Judged` has them; the names in them are exchanged first. Kept: a telling is looked at again whenever its edition is made."""
    names = placed_names(text, language, passage)
    pairs = list(_pairs(text, language, names, doubts)) or list(islice(_things(text, language, names), _THINGS))
    found = [_exchanged(text, language, pair) for pair in pairs[:_EXCHANGES]]
    if not found:
        found += _renumbered(text, names, passage)
    told = text.rstrip(" .。")
    found.append(_DENIED[language].format(told=_small(told, names) if language == "en" else told))
    return tuple(dict.fromkeys(twin for twin in found if twin != text))


def _small(told: str, names: Sequence[Name]) -> str:
    opens = names[0].start if names else -1
    return told if opens == 0 or told[1:2].isupper() else told[:1].lower() + told[1:]


def _pairs(text: str, language: Language, names: Sequence[Name], doubts: Sequence[str]) -> Iterator[_Pair]:
    """The most telling first: what is doubted, then what is of one kind, then what stands near."""
    together = linked(text, names) | mutual(text, language, names)
    first = {one.key: one for one in reversed(_whole(names))}
    doubted = {word for fault in doubts for word in _named(fault)}
    ranked = sorted(
        (
            (-sum(_is_doubted(one, doubted) for one in pair), _distance(*pair), at, pair)
            for at, pair in enumerate(combinations(sorted(first.values(), key=lambda one: one.start), 2))
            if frozenset(one.key for one in pair) not in together and not _is_one(*pair)
        ),
        key=lambda row: row[:3],
    )
    for *_, (one, other) in ranked:
        yield _Pair(_places(one, names), _places(other, names))


def _whole(names: Sequence[Name]) -> list[Name]:
    """Without those that are a part of another one: "Huang" is "Jensen Huang"."""
    return [one for one in names if not any(_is_part(one, other) for other in names)]


def _is_part(one: Name, other: Name) -> bool:
    return one.key != other.key and not one.kind and f" {one.said} " in f" {other.said} "


def _places(name: Name, names: Sequence[Name]) -> tuple[tuple[int, int], ...]:
    return tuple((one.start, one.end) for one in names if one.key == name.key or _is_part(one, name))


def _is_one(one: Name, other: Name) -> bool:
    """A company and what is its own, a name and a longer one of it; two things of one company are two."""
    owned = bool(one.owner) and one.owner == other.owner and one.owner in (one.key, other.key)
    return owned or _is_part(one, other) or _is_part(other, one)


def _distance(one: Name, other: Name) -> int:
    if one.kind == other.kind or not (one.kind and other.kind):
        return 0
    return 2 if "place" in (one.kind, other.kind) else 1


def _named(fault: str) -> list[str]:
    match = _DOUBTED.fullmatch(fault)
    return match[1].casefold().split("/") if match else []


def _is_doubted(name: Name, doubted: set[str]) -> bool:
    return name.key in doubted or any(word and f" {word} " in f" {name.key} " for word in doubted)


def _exchanged(text: str, language: Language, pair: _Pair) -> str:
    one, other = (text[slice(*places[0])] for places in (pair.one, pair.other))
    one = one[:1].lower() + one[1:] if pair.small else one
    new = {**dict.fromkeys(pair.one, other), **dict.fromkeys(pair.other, one)}
    for (start, end), name in sorted(new.items(), reverse=True):
        behind = _OWNS.sub(_owning(name), text[end:], count=1) if language == "en" else text[end:]
        if start == 0 and language == "en" and name.islower():
            name = name[:1].upper() + name[1:]
        text = f"{text[:start]}{name}{_fitted(behind, name) if language == 'ko' else behind}"
    return text


_OWNS: Final = re.compile(r"^(['’])s?(?= )")


def _owning(name: str) -> str:
    return r"\1" if name.endswith("s") else r"\1s"


def _fitted(behind: str, name: str) -> str:
    """What follows a name in Korean, with the particle that its last syllable takes."""
    match = _PARTICLE.match(behind)
    if match is None:
        return behind
    last = name[-1]
    final = (ord(last) - 0xAC00) % 28 if "가" <= last <= "힣" else 1 if _CLOSES.search(name) else 0
    closed, open_ = next(pair for pair in _PARTICLES if match[1] in pair)
    takes_open = not final or (final == _RIEUL and open_ == "로")
    return (open_ if takes_open else closed) + behind[match.end() :]


_RIEUL: Final = 8


def _things(text: str, language: Language, names: Sequence[Name]) -> Iterator[_Pair]:
    """Where no two names can be exchanged: who acts with what is acted on, by the words before and behind the verb, or by particles."""
    if language == "en":
        yield from _of_english(text, names)
        return
    forms = {"ja": (_HEAD_JA, _OBJECT_JA), "ko": (_HEAD_KO, _OBJECT_KO)}.get(language)
    if forms is None:
        return
    subject = forms[0].search(text)
    theirs = forms[1].search(text, subject.end()) if subject else None
    if subject and theirs and subject[1] != theirs[1]:
        yield _Pair((subject.span(1),), (theirs.span(1),))


def _of_english(text: str, names: Sequence[Name]) -> Iterator[_Pair]:
    """What stands first before the first verb, with each of the two things behind it."""
    masked, where = _masked(text, names)
    tokens = placed(masked)
    verb = next((at for at, (token, *_) in enumerate(tokens) if at and token.kind in _VERBAL), len(tokens))
    if any(token.lemma in _ALIKE for token, *_ in tokens[verb : verb + 2]):
        return
    things = list(_phrases(masked, tokens))
    acting = next(((start, end) for at, start, end in things if at < verb), None)
    for at, start, end in things if acting else ():
        if acting and at > verb and not ("«" in masked[slice(*acting)] and "«" in masked[start:end]):
            small = where[acting[0]] == 0 and masked[:1] != "«"
            yield _Pair(((where[acting[0]], where[acting[1]]),), ((where[start], where[end]),), small)


def _masked(text: str, names: Sequence[Name]) -> tuple[str, list[int]]:
    """The sentence with its names as «n», and for each character of it, and its end, where that stands in the sentence."""
    masked, where, at = "", list[int](), 0
    for number, one in enumerate(names):
        mask = f"«{number}»"
        where += [*range(at, one.start), *[one.start] * len(mask)]
        masked += text[at : one.start] + mask
        at = one.end
    return (masked + text[at:]).replace("’", "'"), [*where, *range(at, len(text) + 1)]


def _phrases(masked: str, tokens: Sequence[tuple[Token, int, int]]) -> Iterator[tuple[int, int, int]]:
    """Noun phrases, each by the place of its first word, its start and its end; no times."""
    run: list[int] = []
    for at, (token, start, _) in enumerate([*tokens, _STOP]):
        goes_on = token.kind in ("noun", "name") and not (run and masked[tokens[run[-1]][2] : start].strip())
        if run and not goes_on:
            last, before = tokens[run[-1]][0], tokens[run[0] - 1][0] if run[0] else None
            if last.kind in ("noun", "name") and not is_time(last.lemma) and not (before and before.kind == "number"):
                yield run[0], tokens[run[0]][1], tokens[run[-1]][2]
            run = []
        if goes_on or token.kind in ("determiner", "noun", "name"):
            run.append(at)


_STOP: Final = (Token("stop", ""), 0, 0)


def _renumbered(text: str, names: Sequence[Name], passage: str) -> list[str]:
    """Two numbers that the passage holds exchanged; else another number than any of it. Years and numbers in names stay."""
    numbers = [
        match for match in _NUMBER.finditer(text)
        if not _YEAR.fullmatch(match[0]) and not any(one.start <= match.start() < one.end for one in names)
    ]  # fmt: skip
    for one, other in pairwise(numbers):
        apart = other.start() - one.end() > _RANGE
        if apart and one[0] != other[0] and one[0] in passage and other[0] in passage:
            return [f"{text[: one.start()]}{other[0]}{text[one.end() : other.start()]}{one[0]}{text[other.end() :]}"]
    for match in numbers:
        at = next((place for place, digit in enumerate(match[0]) if digit in "123456789"), -1)
        for step in range(1, 9) if at >= 0 else ():
            new = f"{match[0][:at]}{(int(match[0][at]) + step - 1) % 9 + 1}{match[0][at + 1 :]}"
            if new not in passage:
                return [f"{text[: match.start()]}{new}{text[match.end() :]}"]
    return []


_YEAR: Final = re.compile(r"(?:19|20)\d\d")
_RANGE: Final = 5
"""Characters between two numbers that may be the ends of one range: "11,000 to 18,000"."""
