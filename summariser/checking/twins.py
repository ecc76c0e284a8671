"""False twins of a sentence: what must not be believed by whoever believes the sentence. Pure.

Two of its names exchanged, where that surely says something else or the check doubts their parts; where there are none, two of its things or
another number; and always two that turn it: not done for done, planned for done, and the other way round.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial
from itertools import combinations, islice, pairwise
from typing import Final

from news.languages import Language
from summariser.checking.mutual import mutual
from summariser.checking.sameness import alike, unsure
from summariser.checking.turning import turned
from summariser.checking.turning_abroad import turned_abroad
from summariser.words.phrases import is_time
from summariser.words.placed_names import Name, linked, placed_names
from summariser.words.tagging import Token, is_closed, placed

_EXCHANGES: Final = 2
_DOUBTED_EXCHANGES: Final = 3
_THINGS: Final = 1
_NUMBER: Final = re.compile(r"(?<![A-Za-z0-9.,-])\d+(?:[.,]\d+)*")
_DOUBTED: Final = re.compile(r"(?:unshown |parts of |ends of \w+ |role |owner |compared |relation )?(\S+(?: \S+)*)")
_PARTICLES: Final = (("은", "는"), ("이", "가"), ("을", "를"), ("과", "와"), ("으로", "로"), ("이라", "라"))
"""Korean particles behind a closed syllable and behind an open one."""
_PARTICLE: Final = re.compile(r"(으로|이라|은|는|이|가|을|를|과|와|로|라)(?=[\s,.의도는만고며]|$)")
_CLOSES: Final = re.compile(r"(?:[lmn]|le|ne|me|ng|ic|ck|ok|[013678])$", re.IGNORECASE)
_HEAD_JA: Final = re.compile(r"(?:^|(?<=[、。]))([^、。はがをにので]{2,12})(?=[はが])")
_HEAD_KO: Final = re.compile(r"(?:^|(?<=\s))([가-힣]{2,8})(?=[은는이가]\s)")
_OBJECT_JA: Final = re.compile(r"(?<![A-Za-z0-9.-])([^、。はがをにのでとへ]{2,24})(?=[をに])")
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
    """Two to five. `doubts`: faults as `claims.Judged` has them; the names in them are exchanged first. Kept: a telling is looked at again whenever its edition is made."""
    names = placed_names(text, language, passage)
    sure, doubted = _pairs(text, language, names, doubts)
    pairs = [*doubted[:_DOUBTED_EXCHANGES], *sure][: max(_EXCHANGES, min(len(doubted), _DOUBTED_EXCHANGES))]
    pairs = pairs or list(islice(_things(text, language, names, passage), _THINGS))
    found = [_exchanged(text, language, pair) for pair in pairs]
    if not found:
        found += _renumbered(text, names, passage)
    if language == "en":
        found += turned(text, *_masked(text, names), partial(_small, names=names, passage=passage))
    else:
        found += turned_abroad(text, language, names)
    return tuple(dict.fromkeys(twin for twin in found if twin != text))


def _small(told: str, *, names: Sequence[Name], passage: str) -> str:
    """To go on in another sentence: a small letter, but for a name, and a word that nothing shows to be none."""
    opens = names[0].start if names else -1
    first = re.match(r"[A-Za-z]+", told)
    if opens == 0 or told[1:2].isupper() or first is None:
        return told
    low = first[0].lower()
    shown = is_closed(low) or low.endswith("s") or re.search(rf"\b{low}\b", passage)
    return low + told[first.end() :] if shown or first[0] not in passage else told


def _pairs(
    text: str, language: Language, names: Sequence[Name], doubts: Sequence[str]
) -> tuple[list[_Pair], list[_Pair]]:
    """Those that surely say something else exchanged, and those that are doubted; of one kind first, then what stands near."""
    together = linked(text, names) | mutual(text, language, names) | alike(text, language, names)
    open_ = unsure(text, language, names)
    first = {one.key: one for one in reversed(_whole(names))}
    faults = [named for named in map(_named, doubts) if named]
    ranked = sorted(
        (
            (_distance(*pair), at, pair)
            for at, pair in enumerate(combinations(sorted(first.values(), key=lambda one: one.start), 2))
            if frozenset(one.key for one in pair) not in together and not _is_one(*pair)
        ),
        key=lambda row: row[:2],
    )
    sure, doubted = list[_Pair](), list[_Pair]()
    for *_, (one, other) in ranked:
        pair = _Pair(_places(one, names), _places(other, names))
        if any(_are_doubted((one, other), named) for named in faults):
            doubted.append(pair)
        elif frozenset((one.key, other.key)) not in open_:
            sure.append(pair)
    return sure, doubted


def _whole(names: Sequence[Name]) -> list[Name]:
    """Without those that are a part of another one: "Huang" is "Jensen Huang"."""
    return [one for one in names if not any(_is_part(one, other) for other in names)]


def _is_part(one: Name, other: Name) -> bool:
    return one.key != other.key and not one.kind and f" {one.said} " in f" {other.said} "


def _places(name: Name, names: Sequence[Name]) -> tuple[tuple[int, int], ...]:
    """Not where the same is called by another name: "Google's parent Alphabet" stays two."""
    return tuple(
        (one.start, one.end) for one in names
        if (one.key == name.key and (one.said == name.said or _shares(one, name))) or _is_part(one, name)
    )  # fmt: skip


def _shares(one: Name, other: Name) -> bool:
    """A word, as "Jensen Huang" and "Huang" do."""
    return not set(one.said.split()).isdisjoint(other.said.split())


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


def _are_doubted(pair: Sequence[Name], named: Sequence[str]) -> bool:
    """Whether a fault names both; or one of them, where it names but one."""
    return all(any(word and (word == one.key or f" {word} " in f" {one.key} ") for one in pair) for word in named)


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


def _things(text: str, language: Language, names: Sequence[Name], passage: str) -> Iterator[_Pair]:
    """Where no two names can be exchanged: who acts with what is acted on, by the words before and behind the verb, or by particles."""
    if language == "en":
        yield from _of_english(text, names, passage)
        return
    forms = {"ja": (_HEAD_JA, _OBJECT_JA), "ko": (_HEAD_KO, _OBJECT_KO)}.get(language)
    if forms is None:
        return
    subject = forms[0].search(text)
    theirs = forms[1].search(text, subject.end()) if subject else None
    if subject and theirs and subject[1] != theirs[1]:
        yield _Pair((subject.span(1),), (theirs.span(1),))


def _of_english(text: str, names: Sequence[Name], passage: str) -> Iterator[_Pair]:
    """What stands first before the first verb, with each of the two things behind it."""
    masked, where = _masked(text, names)
    tokens = placed(masked)
    verb = next((at for at, (token, *_) in enumerate(tokens) if at and token.kind in _VERBAL), len(tokens))
    if tokens and tokens[0][0].kind in ("preposition", "adverb", "clause", "ing", "past", "verb", "number"):
        return  # what opens it is no one who acts
    if any(token.kind == "be" for token, *_ in tokens[:verb]) or any(
        token.lemma in _ALIKE for token, *_ in tokens[verb : verb + 2]
    ):
        return
    things = list(_phrases(masked, tokens))
    acting = next(((start, end) for at, start, end in things if at < verb), None)
    for at, start, end in things if acting else ():
        if acting and at > verb and not ("«" in masked[slice(*acting)] and "«" in masked[start:end]):
            small = where[acting[0]] == 0 and _small(text, names=names, passage=passage) != text
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
            if new not in passage and not _is_no_date(new, text[match.end() : match.end() + 1]):
                return [f"{text[: match.start()]}{new}{text[match.end() :]}"]
    return []


def _is_no_date(number: str, behind: str) -> bool:
    """A month above 12, a day above 28."""
    most = {"月": 12, "월": 12, "日": 28, "일": 28, "号": 28, "號": 28}.get(behind)
    return most is not None and number.isdigit() and int(number) > most


_YEAR: Final = re.compile(r"(?:19|20)\d\d")
_RANGE: Final = 5
"""Characters between two numbers that may be the ends of one range: "11,000 to 18,000"."""
