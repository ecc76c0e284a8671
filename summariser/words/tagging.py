"""The words of an English sentence with what they are: by closed lists, verb forms and the word before. A small tagger, for `predicates`.

Names stand in it as «n», as `ends` masks them. Pure.
"""

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any, Final, Literal

from news.scripts import words
from summariser.words.vectors import DATA

Kind = Literal[
    "name", "number", "noun", "verb", "past", "ing", "be", "have", "do", "modal", "to", "not", "adverb", "preposition",
    "determiner", "pronoun", "and", "clause", "relative", "mark", "stop",
]  # fmt: skip
"""`verb` a finite present or base form, `past` a past or participle, `clause` what begins one, `mark` a comma or its like, `stop` ";" or ":"."""

_TOKEN: Final = re.compile(
    r"«\d+»(?:'s|'(?!\w))?|[$€£¥₹]?\d[\d,.]*\d%?|[$€£¥₹]?\d%?|[^\W\d_][\w'&-]*(?:\.(?=\w)\w+)*|[,()\[\]–—\"]|(?<=\s)-+(?=\s)|[;:?!]"
)
_NAME: Final = re.compile(r"«(\d+)»('s?)?")
_CLOSED: Final[Mapping[Kind, frozenset[str]]] = {
    "be": words("is are was were be been being am isn't aren't wasn't weren't 's 're"),
    "have": words("has have had having hasn't haven't hadn't"),
    "do": words("do does did doesn't don't didn't"),
    "modal": words("will would can could may might must shall should cannot can't won't wouldn't couldn't shouldn't"),
    "not": words("not never no nor neither n't"),
    "determiner": words(
        "the a an this these those its his her their our my your some any each every another other all both several many few most"
    ),
    "pronoun": words("it he she they we i you them him us me itself himself herself themselves one there what"),
    "and": words("and or but plus & nor yet"),
    "clause": words(
        "because while whereas although though if unless since when once before after until as whether than why how so however"
    ),
    "relative": words("who which that whom whose where"),
    "preposition": words(
        """in at from on of with for by against over under into before since until between among like through via per within about during
        without amid despite including toward towards across behind above below near onto upon off around out up down along alongside besides
        beyond except versus following unlike"""
    ),
    "adverb": words(
        """also now already newly recently then just only still soon later first even again once initially previously currently reportedly
        allegedly ago today yesterday tomorrow here instead ever rather too very earlier almost nearly about roughly formerly increasingly
        last far longer yes away back together abroad more less much well yet apparently"""
    ),
}  # fmt: skip
_KINDS: Final[Mapping[str, Kind]] = {word: kind for kind, found in [*_CLOSED.items()][::-1] for word in found}
_PLURALS: Final = frozenset({"they", "we", "i", "you", "who", "which", "that", "it", "he", "she"})
"""What a base form may follow; "it" too, in "demands that it pay"."""
_JOINING: Final = words("partner team ally deal")
_OPENS_OBJECT: Final = frozenset({"determiner", "name", "number", "to", "pronoun"})


def is_closed(word: str) -> bool:
    """Whether it is a word of a closed list: no noun, verb or name."""
    return word in _KINDS


@dataclass(frozen=True, slots=True)
class Token:
    """`lemma`: of a verb its base, of a name its number, else the word in small letters. `owns`: a name with a possessive."""

    kind: Kind
    lemma: str
    owns: bool = False


@cache
def _bases() -> tuple[frozenset[str], frozenset[str]]:
    lines = [line for line in (DATA / "verbs.txt").read_text("utf-8").splitlines() if not line.startswith("#")]
    return frozenset(lines[0].split()), frozenset(lines[1].split())


@cache
def _any_bases() -> frozenset[str]:
    return frozenset().union(*_bases())


@cache
def _irregular() -> Mapping[str, str]:
    listed = tomllib.loads((DATA / "predicates.toml").read_text("utf-8"))["irregular"].split()
    return dict(zip(listed[::2], listed[1::2], strict=True))


@cache
def _pasts() -> Mapping[str, str]:
    # "took" before "taken", "began" before "begun".
    ranked = sorted(_irregular().items(), key=lambda row: (row[0].endswith(("n", "ne")), "u" in row[0]), reverse=True)
    return {base: form for form, base in ranked}


def past_of(base: str) -> str:
    """Of a verb in its base form the past, or a participle that may stand for it: "bought", "hired", "applied"."""
    if base in _pasts():
        return _pasts()[base]
    if base.endswith("e"):
        return f"{base}d"
    if base.endswith("y") and base[-2:-1] not in "aeiou":
        return f"{base[:-1]}ied"
    return f"{base}ed"


@cache
def frames() -> Mapping[str, Sequence[tuple[str, Mapping[str, str]]]]:
    """Each word of the table with its frames: name, and slot → part."""
    tables: dict[str, Any] = tomllib.loads((DATA / "predicates.toml").read_text("utf-8"))["frames"]
    found: dict[str, list[tuple[str, Mapping[str, str]]]] = {}
    for frame, rows in tables.items():
        for listed, parts in rows.items():
            for word in listed.split():
                found.setdefault(word, []).append((frame, parts))
    return found


@lru_cache(maxsize=8192)
def base_of(word: str) -> tuple[str, str]:
    """The base of a verb form and which form it is: "base", "s", "past", "ing"; two empty strings where it is no verb."""
    surely, known = _bases()[0], _any_bases()
    if word in _irregular():
        return _irregular()[word], "past"
    for ending, form in (("ing", "ing"), ("ed", "past"), ("s", "s")):
        if word.endswith(ending) and (
            found := _first(_roots(word, ending), *((known,) if form == "s" else (surely, known)))
        ):
            return found, form
    if word in known:
        return word, "base"
    if len(word) > 4 and word.endswith("ed"):
        return word[: -3 if word[-3] == word[-4] else -2], "past"
    return ("", "")


def _first(roots: Iterator[str], *known: frozenset[str]) -> str:
    found = list(roots)
    return next((one for words_ in known for one in found if one in words_), "")


def _roots(word: str, ending: str) -> Iterator[str]:
    stem = word[: -len(ending)]
    if len(stem) > 2 and stem[-1] == stem[-2] and stem[-1] not in "slz":
        yield stem[:-1]
    if ending == "s":
        yield stem
        if word.endswith("ies"):
            yield f"{word[:-3]}y"
        elif word.endswith("es"):
            yield word[:-2]
        return
    yield f"{stem}e"
    yield stem
    if stem.endswith("i"):
        yield f"{stem[:-1]}y"
    if len(stem) > 2 and stem[-1] == stem[-2]:
        yield stem[:-1]


@lru_cache(maxsize=2048)
def tagged(masked: str) -> tuple[Token, ...]:
    """The tokens of a sentence whose names are masked as «n»."""
    raw = _TOKEN.findall(masked)
    found: list[Token] = []
    for at, word in enumerate(raw):
        found.append(_token(word, found, raw[at + 1 : at + 6]))
    return tuple(found)


def placed(masked: str) -> list[tuple[Token, int, int]]:
    """The same with where each stands in it."""
    where = (match.span() for match in _TOKEN.finditer(masked))
    return [(token, *span) for token, span in zip(tagged(masked), where, strict=True)]


def _token(word: str, before: Sequence[Token], behind: Sequence[str]) -> Token:
    if name := _NAME.fullmatch(word):
        return Token("name", name[1], bool(name[2]))
    low = word.casefold().removesuffix("'s") if word.casefold() not in _KINDS else word.casefold()
    if not word[0].isalpha():
        kind: Kind = "stop" if word in ";:?!" else "number" if word[-1].isdigit() or word[-1] == "%" else "mark"
        return Token(kind, word)
    if low in _KINDS:
        kind = _closed(low, before, behind)
        return Token(kind, "follow" if kind == "ing" else low)
    if low in ("to",):
        return Token("to", low)
    return _open(low, before, behind, owns=word.endswith("'s"))


def _closed(low: str, before: Sequence[Token], behind: Sequence[str]) -> Kind:
    last = before[-1].kind if before else "stop"
    if low == "last" and last in ("noun", "modal", "to") and behind and _kind_of(behind[0]) != "":
        return "verb"  # "leases last up to two years"
    if low == "that" and last in ("determiner", "preposition", "to"):
        return "pronoun"
    if low in ("before", "after", "since", "until") and not any(map(_may_be_finite, behind[:2])):
        return "preposition"
    if low == "so" or (low == "once" and last in ("noun", "mark", "relative")):
        return "adverb"
    if low == "no":
        return "determiner"
    if low == "at" and behind and behind[0].casefold() in ("least", "most"):
        return "adverb"
    if low in ("around", "about", "over", "under") and behind and _kind_of(behind[0]) == "number":
        return "adverb"
    if low == "following" and last == "be":
        return "ing"
    return _KINDS[low]


def _is_past(word: str) -> bool:
    low = word.casefold()
    return _KINDS.get(low) in ("be", "have", "do", "modal") or (low not in _KINDS and base_of(low)[1] == "past")


def _may_be_finite(word: str) -> bool:
    low = word.casefold()
    return _KINDS.get(low) in ("be", "have", "do", "modal", "pronoun") or base_of(low)[1] in ("past", "s")


def _open(low: str, before: Sequence[Token], behind: Sequence[str], *, owns: bool) -> Token:
    if owns:
        return Token("noun", low, owns=True)
    if low.endswith("ly") and base_of(low)[0] == "":
        return Token("adverb", low)
    base, form = base_of(low) if "-" not in low or low.startswith(("co-", "re-", "out-", "pre-", "over-")) else ("", "")
    last = next((one for one in reversed(before) if one.kind != "adverb"), Token("stop", ""))
    led = last.kind in ("to", "modal", "do") or (last.kind == "not" and len(before) > 1)
    if not base:
        return Token("noun", low)
    if form == "past":
        is_adjective = last.kind in ("determiner", "preposition", "number") or (last.kind == "name" and last.owns)
        # "Governments and trusted partners will": no verb comes before it, and a noun behind.
        noun = bool(behind) and behind[0].isalpha() and _kind_of(behind[0]) == "" and behind[0].endswith("s")
        is_adjective = is_adjective or (last.kind == "and" and noun and not _is_finite(before))
        return Token("noun" if is_adjective and not _is_done(behind) else "past", base if not is_adjective else low)
    if form == "ing":
        ends = not behind or behind[0] in (",", ";", "and", "or", "of") or behind[0].casefold() in ("that", "at")
        in_phrase = (
            last.kind in ("determiner", "number")
            or last.owns
            or (last.kind == "noun" and (ends or last.lemma.endswith("ed")))
            or (_opens_phrase(before) and bool(behind) and _kind_of(behind[0]) == "" and behind[0][0].isalpha())
        )
        return Token("noun" if in_phrase else "ing", low if in_phrase else base)
    if led and form == "base":
        return Token("verb", base)
    return _present(low, base, form, before, behind)


def _opens_phrase(before: Sequence[Token]) -> bool:
    """ "its AWS" billing portal: a determiner, then nouns and names only."""
    at = len(before) - 1
    while at >= 0 and before[at].kind in ("noun", "name", "mark") and before[at].lemma != ",":
        at -= 1
    return 0 <= at < len(before) - 1 and (before[at].kind == "determiner" or before[at].owns)


def _is_done(behind: Sequence[str]) -> bool:
    """ "the proposed by" never, so a participle with "by" right behind it is one."""
    return bool(behind) and behind[0].casefold() == "by"


def _present(low: str, base: str, form: str, before: Sequence[Token], behind: Sequence[str]) -> Token:
    """A form that may be a noun as well: by the word before it, and by what it takes behind it."""
    last = next((one for one in reversed(before) if one.kind != "adverb"), Token("stop", ""))
    surely = base in _bases()[0]
    bare = last.kind in ("name", "noun", "pronoun", "relative") and not last.owns
    takes = bool(behind) and (
        _kind_of(behind[0]) in _OPENS_OBJECT
        or behind[0].startswith("«")
        or behind[0].casefold() in ("that", "it", "how", "when")
    )
    if form == "s" and last.kind == "mark" and not _is_finite(before):
        return Token("verb", base)
    if form == "s" and last.kind == "noun" and behind and _is_past(behind[0]):
        return Token("noun", low)  # "sites drove"
    given = len(behind) > 1 and behind[0] == "to" and _kind_of(behind[1]) in ("name", "determiner", "number")
    if form == "s" and _is_finite(before) and ((last.kind == "noun" and not takes) or (bare and given)):
        return Token("noun", low)  # "it stopped selling perpetual licenses for"
    if not (bare or last.kind == "and"):
        return Token("noun", low)
    if form == "s":
        is_verb = (surely or takes) and (bare or surely or behind[0] == "to")
        is_verb = is_verb or _goes_on(base, last, before, behind)
    else:
        plural = last.kind == "noun" and last.lemma.endswith("s")
        goes_on = (
            bool(behind)
            and _kind_of(behind[0]) not in ("preposition", "be", "have", "modal", "and")
            and behind[0][0].isalnum()
        )
        is_verb = (surely or takes or (plural and goes_on and not _is_finite(before))) and (
            plural or last.lemma in _PLURALS or (surely and last.kind == "and")
        )
    return Token("verb", base) if is_verb else Token("noun", low)


def _goes_on(base: str, last: Token, before: Sequence[Token], behind: Sequence[str]) -> bool:
    """ "Google models" the market: an s-form behind a name, or a single noun, of a clause without a verb, with a bare noun behind it."""
    if _is_finite(before) or not behind:
        return False
    follows = behind[0].casefold()
    object_ = follows[0].isalnum() and _kind_of(behind[0]) == "" and base_of(follows)[1] not in ("past", "base")
    if last.kind == "name":
        return object_ or (base in _JOINING and follows == "with")
    return object_ and last.kind == "noun" and not last.lemma.endswith("s") and not any(map(_may_be_finite, behind))


def _is_finite(before: Sequence[Token]) -> bool:
    """Whether the clause has its verb already: more verbs than asides that have their own."""
    found = [one.kind for one in before]
    start = max((at for at, kind in enumerate(found) if kind in ("clause", "stop")), default=-1) + 1
    found = found[start:]
    return sum(kind in ("verb", "past", "be", "have", "modal", "do") for kind in found) > sum(
        kind == "relative" for kind in found
    )


def _kind_of(word: str) -> str:
    if word.startswith("«"):
        return "name"
    return (
        "number"
        if word[:1].isdigit() or word[:1] in "$€£¥₹"
        else "to"
        if word.casefold() == "to"
        else _KINDS.get(word.casefold(), "")
    )
