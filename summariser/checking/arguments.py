"""Are two names exchanged between the parts of one predicate? Decided by code alone: see `predicates`. Pure, for English.

For each predicate of the telling the predicates of the quote are looked up that tell the same, from either end ("buys", "is sold to"), in
either voice. Where each of two names stands in the other one's part of them, the telling is the quote turned round. A name in another
part by itself, or by a word of another meaning, is no certain sign: a free writer builds sentences anew.
"""

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import combinations
from typing import Final

from news.text import sentences
from summariser.checking.ends import Names
from summariser.words.facts import plain
from summariser.words.phrases import OPEN, WEAK, stem
from summariser.words.predicates import LIKELY, predicates
from summariser.words.tagging import frames, is_closed
from summariser.words.vectors import DATA
from summariser.words.verbgroups import Predicate

_TITLES: Final = re.compile(
    r"\b(?:CEO|CTO|CFO|COO|President|Chair(?:man|woman)?|Chief|Judge|Justice|Senator|Professor|Minister|Director|Secretary|Attorney General|"
    r"District|Founder|Co-founder|Representative|Governor|Mayor|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|June|"
    r"July|August|September|October|November|December|Executive|Officer|Vice|General Counsel|EVs?|APIs?|LLMs?|GPUs?|CPUs?|IPO|PCs?|TVs?|[QH][1-4]|(?:(?<=\b[Ii]n )|(?<=\bsince )|(?<=\buntil )|(?<=\blast ))May|May(?= \d))\b"
)
_OPENS: Final = re.compile(r"(?:(?<=^)|(?<=[.!?:] )|(?<=[.!?][\"”] )|(?<=\n))[A-Z][a-z]+(?=[ ,])")
_MARKS: Final = re.compile(r"(?<!\w)[*_]{1,2}(?=\w)|(?<=\w)[*_]{1,2}(?!\w)")
_COUNTED: Final = re.compile(r"\b([A-Z][A-Za-z]+) (\d{2,3})(?![\w-]|\.\d)")
"""A number behind a name that is none of it: "ChatGPT 79 and Claude 88"."""
_LONG: Final = re.compile(
    r"\b(?:[A-Z][\w-]+ )+for the [A-Z][\w-]+|\b(?:University|Department|Ministry|Bank|Institute|Bureau|House|Court|Board|Office|Cent(?:er|re)s?|"
    r"Academy|Association|Chamber|Republic)s? (?:of|for) (?:the )?[A-Z][\w-]+"
)
"""Names with small words in them."""
_AI: Final = re.compile(r"(\b[A-Z][\w.]* )?\bAI\b(?! [A-Z][a-z])")
"""A name only beside one: "Scale AI", "AI Plus"."""
_JOINED: Final = re.compile(r"\b([A-Z]\w+)-(based|headquartered)\b")
_COMPOUND: Final = re.compile(r"\b[A-Z]\w+-[a-z]{3,}\b")
""" "Oscar-winning" names nobody."""
_USA: Final = re.compile(r"\bU\.S\.(?:A\.)?|\bUS\b(?!\$)|\bUnited States\b|\bAmerica\b(?! [A-Z])")
_COUNTRIES: Final[Mapping[str, str]] = tomllib.loads((DATA / "predicates.toml").read_text("utf-8"))["peoples"]
_PEOPLES: Final = re.compile(rf"\b(?:{'|'.join(_COUNTRIES)})\b(?= [a-z]| AI\b)")
_EMPTY: Final = frozenset({"be", "have", "do", "go", "come", "take", "put"})
"""Verbs that tell too little by themselves for two texts to mean the same by them."""
_OF_NOUNS: Final = frozenset({"own", "of", "by"})
_MUTUAL: Final = frozenset(
    {"meet", "merge", "partner", "agree", "compete", "collaborate", "talk", "pass", "marry", "team"}
)
"""Verbs that are true the other way round as well, or whose subject may be either end."""
_ELSEWHERE: Final = frozenset({"than", "as", "before", "after"})
"""Prepositions whose names belong to a comparison or to another time."""
_TOGETHER: Final = {"A", "with"}
_MASK: Final = re.compile(r"«\d+»")
_RATIO: Final = re.compile(r"\b(?:times|half|twice|thirds?|quarters?|fifth|tenth|th(?:at|ose) of)\b|'s (?!\w)")
""" "Twice that of" is "half of" the other way round: seen by `ratios`."""
Parts = Mapping[str, frozenset[str]]


@dataclass(frozen=True, slots=True)
class Roles:
    """`exchanged`: names that each have the other one's part of what the quote tells by the same predicate; `kept`: the words of those
    that have their own part in one. In small letters."""

    exchanged: tuple[str, ...] = ()
    kept: frozenset[str] = frozenset()


@lru_cache(maxsize=2048)
def roles(told: str, sources: tuple[str, ...]) -> Roles:
    around = "\n".join((told, *sources))
    told, source = _lowered(told, around), "\n".join(_lowered(text, around) for text in sources)
    if _RATIO.search(told) and _RATIO.search(source):
        return Roles()
    names = Names(told, source)
    theirs = _read(names.masked(source))
    exchanged, kept = set[str](), set[str]()
    for one in _read(names.masked(told)):
        same = [parts for other in theirs for parts in _shared(one, other)]
        exchanged |= set.intersection(*(_turned_round(here, there) for here, there in same)) if same else set()
        kept |= {name for here, there in same for part, found in here.items() for name in found & _held(there, part)}
    shown = [names.shown[int(name[1:-1])] for name in sorted(exchanged)]
    return Roles(
        tuple(shown), frozenset(word for name in _names(kept) for word in names.shown[int(name[1:-1])].split())
    )


def _turned_round(here: Parts, there: Parts) -> set[str]:
    """Names that stand in each other's parts, of which neither may stand in its own there."""
    found: set[str] = set()
    for part, other in combinations(sorted(here.keys() & there.keys()), 2):
        if {part, other} & _ELSEWHERE or {part, other} == _TOGETHER:
            continue
        mine = [_names(here[slot]) - _names(here[rest]) for slot, rest in ((part, other), (other, part))]
        crossed = [
            (names & _names(there[rest])) - _may_be(there[slot])
            for names, slot, rest in ((mine[0], part, other), (mine[1], other, part))
        ]
        if all(crossed):
            found |= crossed[0] | crossed[1]
    return found


def _held(there: Parts, part: str) -> frozenset[str]:
    return there.get(part, frozenset()) | (there.get(LIKELY, frozenset()) if part in ("A", LIKELY) else frozenset())


def _names(arguments: Iterable[str]) -> set[str]:
    return {one for one in arguments if one.startswith("«")}


def _may_be(arguments: frozenset[str]) -> set[str]:
    """The names that stand there, and those that a pronoun there may mean."""
    return {one.lstrip(WEAK + OPEN) for one in arguments}


def _lowered(text: str, around: str) -> str:
    """Titles, days and what opens a sentence only in small letters, so that they are no part of a name; a people as its country's."""
    text = _OPENS.sub(lambda match: match[0].lower() if _is_small(match, around) else match[0], _bare(text))
    text = _LONG.sub(lambda match: match[0].replace(" ", "-"), text)
    text = _JOINED.sub(r"\1's", text)
    text = _PEOPLES.sub(lambda match: f"{_COUNTRIES[match[0]]}'s", text)
    text = _AI.sub(lambda match: match[0] if match[1] else "ai", text)
    text = _COMPOUND.sub(lambda match: match[0].lower(), text)
    text = _COUNTED.sub(r"\1 about \2", text)
    text = _USA.sub("Usa", text)
    return _TITLES.sub(lambda match: match[0].lower(), text)


def _bare(text: str) -> str:
    """Without the marks around "*Nightborne*", and with "startup / maker" as two nouns."""
    return _MARKS.sub("", plain(text)).replace(" / ", " and ")


def _is_small(opening: re.Match[str], around: str) -> bool:
    """Whether a sentence's first word is no name: of a closed list, a plural told which ("Platforms that …"), or small elsewhere and not part of a longer name."""
    low, behind = opening[0].lower(), opening.string[opening.end() : opening.end() + 2]
    restricted = low.endswith("s") and opening.string[opening.end() :].startswith((" that ", " which ", " who "))
    return is_closed(low) or low == "according" or restricted or (not behind[1:].isupper() and _stands(low, around))


def _stands(word: str, text: str) -> bool:
    return bool(re.search(rf"(?<!\w){re.escape(word)}(?!\w)", text))


def _read(masked: str) -> Sequence[Predicate]:
    """Of all sentences; a pronoun may mean a name of a sentence before, too."""
    found: list[Predicate] = []
    before: set[str] = set()
    for line in masked.split("\n"):
        for part in sentences(line, "en"):
            for one in predicates(part):
                args = {slot: set(held) | (before if OPEN in held else set()) for slot, held in one.args.items()}
                found.append(_turned(replace(one, args=args)))
            before |= {f"{OPEN}{name}" for name in _MASK.findall(part)}
    return found


def _turned(one: Predicate) -> Predicate:
    """ "Current AI, seeded by France": a participle without an object acts on whom it stands behind."""
    by, acting = one.args.get("by", set()), one.args.get("A", set())
    if (
        one.form != "past"
        or one.passive
        or "P" in one.args
        or not acting
        or acting & by
        or not _MASK.search(" ".join(by))
    ):
        return one
    return replace(one, passive=True, args={**one.args, "P": acting, "A": by, "by": set()})


@lru_cache(maxsize=8192)
def _frames_of(lemma: str, noun: bool, slots: frozenset[str]) -> Mapping[str, Mapping[str, str]]:
    """The frames of a word: its own, in which each slot is its own part, and those of the table."""
    by_slot = [row for slot in slots for row in frames().get(f"{lemma}/{slot}", ())]
    if by_slot:
        return dict(by_slot)
    listed = {name: parts for name, parts in frames().get(lemma, ()) if noun == bool(parts.keys() & _OF_NOUNS)}
    return listed or ({} if noun or lemma in _EMPTY else {f"={stem(lemma)}": {}})


def _shared(one: Predicate, other: Predicate) -> Iterator[tuple[Parts, Parts]]:
    """The parts of each in a frame in which both can be read."""
    if stem(one.lemma) in other.args.get("P", ()) and "for" in other.args:  # "offers leases for phones" leases them
        moved = {**other.args, "P": other.args["for"]}
        other = replace(other, lemma=one.lemma, noun=one.noun, args=moved)
    mine, theirs = (_frames_of(each.lemma, each.noun, frozenset(each.args)) for each in (one, other))
    shared = mine.keys() & theirs.keys()
    for frame in sorted(shared)[:1]:
        if one.lemma not in _MUTUAL or other.lemma not in _MUTUAL:
            yield _parts(one, mine[frame]), _parts(other, theirs[frame])


def _parts(one: Predicate, table: Mapping[str, str]) -> Parts:
    found: dict[str, set[str]] = {}
    acts = table.get("A", "A")
    for slot, arguments in one.args.items():
        # Who likely sells is no buyer, though the buyer is the frame's "A".
        part = acts if slot == LIKELY and acts not in ("A", "P") else table.get(slot, slot)
        found.setdefault(part, set()).update(arguments)
    return {part: frozenset(arguments) for part, arguments in found.items()}
