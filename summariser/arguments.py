"""Does every name of a telling play the part that it plays in its quote? Decided by code alone: see `predicates`. Pure, for English.

For each predicate of the telling the predicates of the quote are looked up that tell the same, from either end ("buys", "is sold to"), in
either voice. Where the quote has it, each argument must be found in the same part there; a name that stands in another part, or whose part
another name holds, speaks against the telling. Where the quote tells it by a word of another meaning, the two sides of the
predicates are compared: two names may not change sides.
"""

import re
import tomllib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from typing import Final

from news.text import sentences
from summariser.belonging import has_ratio, miscompared, misowned
from summariser.certainty import overstated, planned
from summariser.ends import Names
from summariser.facts import plain
from summariser.phrases import CLASSES, OPEN, WEAK, stem
from summariser.predicates import LIKELY, predicates
from summariser.tagging import frames, is_closed
from summariser.vectors import DATA
from summariser.verbgroups import Predicate

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
_ENDS: Final = frozenset({"P", "to", "from", "against"})
_ELSEWHERE: Final = frozenset({"than", "as", "before", "after"})
"""Prepositions whose names belong to a comparison or to another time."""
_CORE: Final = frozenset({"A", "P"})
_MASK: Final = re.compile(r"«\d+»")
_CITED: Final = re.compile(
    r"(«\d+»)(?='s? (?:[\w-]+ ){0,3}?(?:report|survey|study|analysis|data|filing|interview|post|story|article|paper|blog)\b| (?:[\w-]+ ){0,2}?(?:report|survey|study|analysis|data|filing|interview|post|story|article|paper|blog)\b)"
)
"""Whose report it is."""
_ACCORDING: Final = re.compile(r"\baccording to [^,.;«]{0,60}(«\d+»)")
_SAYS: Final = re.compile(
    r"(«\d+»)(?:, [^,;]{1,60},)?(?: \w+){0,2}? (?:said|says|told|tells|wrote|writes|announced|reported|added|argued|confirmed|found)\b"
)
_FINDING: Final = frozenset({"find", "show", "discover", "estimate", "calculate"})
_LOOSE: Final = frozenset({"in", "at", "on", "of", "under", "own", "as"})
"""Prepositions of where and whose: "a measure in Illinois" is an Illinois measure."""
Parts = Mapping[str, frozenset[str]]


@dataclass(frozen=True, slots=True)
class _Both:
    """A telling and its quote, masked, with their predicates; `held`: every argument of the quote."""

    names: Names
    told: str
    source: str
    mine: Sequence[Predicate]
    theirs: Sequence[Predicate]
    held: frozenset[str]
    plain: str


@lru_cache(maxsize=256)
def _both(told: str, sources: tuple[str, ...]) -> _Both:
    around = "\n".join((told, *sources))
    told, source = _lowered(told, around), "\n".join(_lowered(text, around) for text in sources)
    names = Names(told, source)
    told, source = names.masked(told), names.masked(source)
    theirs = _read(source)
    held = frozenset(_MASK.findall(source)) | {one for each in theirs for found in each.args.values() for one in found}
    return _Both(names, told, source, _read(told), theirs, held, "\n".join(sources).casefold())


def miscast(told: str, sources: Sequence[str]) -> tuple[str, ...]:
    """ "role A" for every name, or other argument, whose part in the telling is not its part in the quote."""
    return _miscast(told, tuple(sources))


@lru_cache(maxsize=2048)
def _miscast(told: str, sources: tuple[str, ...]) -> tuple[str, ...]:
    if _is_run(told, sources):
        return ()
    return tuple(_faults(told, _both(told, sources)))


def _is_run(told: str, sources: Sequence[str]) -> bool:
    """Whether it is a clause of a source as it stands there, from where it begins."""
    wanted = r"\W+".join(map(re.escape, _WORD.findall(told)))
    begins = r"(?:^|[.,;:!?\n\"“”—–(]\s*|\bthat )"
    return bool(wanted) and any(re.search(rf"{begins}{wanted}(?!\w)", source, re.IGNORECASE) for source in sources)


_WORD: Final = re.compile(r"\w+")


def _faults(told: str, both: _Both) -> Iterator[str]:
    mine, theirs = both.mine, both.theirs
    yield from (f"owner {_shown(name, both.names)}" for name in misowned(both.told, both.source))
    yield from (f"compared {_shown(name, both.names)}" for name in miscompared(both.told, both.source))
    yield from overstated(told, mine, theirs)
    yield from planned(told, mine, theirs)
    cited = frozenset(name for form in (_CITED, _ACCORDING, _SAYS) for name in form.findall(both.source))
    wrong = set(_unsaid(mine, theirs, both.held, cited))
    # "Twice that of" is "half of" the other way round: seen by `ratios`.
    for one in mine if not (has_ratio(told) and has_ratio(both.source)) else ():
        same = [found for other in theirs for found in _shared(one, other)]
        found = _wrong(same, both.held) | _swapped(same, mine, theirs) if same else _sides(one, theirs)
        wrong |= found - (cited & _names_of(one, "A") if one.lemma in _speech() | _FINDING else frozenset())
    squeezed = "".join(both.plain.split())
    for name in sorted(wrong):
        shown = _shown(name, both.names)
        if name in both.held or shown.replace(" ", "") not in squeezed:  # "Hugging Face" is "HuggingFace"
            yield f"role {shown}"


def well_cast(told: str, sources: Sequence[str]) -> frozenset[str]:
    """The words of the names that some predicate of both texts has in the same part."""
    both = _both(told, tuple(sources))
    shared = (found for one in both.mine for other in both.theirs for found in _shared(one, other))
    right = {name for _, here, there in shared for part, found in here.items() for name in found & _held(there, part)}
    return frozenset(word for name in right if name.startswith("«") for word in _shown(name, both.names).split())


def _shown(argument: str, names: Names) -> str:
    return names.shown[int(argument[1:-1])] if argument.startswith("«") else argument


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
    if one.form != "past" or one.passive or "P" in one.args or not acting or acting & by or not _has_name(by):
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


def _shared(one: Predicate, other: Predicate) -> Iterator[tuple[bool, Parts, Parts]]:
    """The parts of each in a frame in which both can be read, and whether it is told by the same word."""
    if stem(one.lemma) in other.args.get("P", ()) and "for" in other.args:  # "offers leases for phones" leases them
        moved = {**other.args, "P": other.args["for"]}
        other = replace(other, lemma=one.lemma, noun=one.noun, args=moved)
    mine, theirs = (_frames_of(each.lemma, each.noun, frozenset(each.args)) for each in (one, other))
    shared = mine.keys() & theirs.keys()
    for frame in sorted(shared)[:1]:
        if one.lemma not in _MUTUAL or other.lemma not in _MUTUAL:
            yield one.lemma == other.lemma, _parts(one, mine[frame]), _parts(other, theirs[frame])


def _parts(one: Predicate, table: Mapping[str, str]) -> Parts:
    found: dict[str, set[str]] = {}
    acts = table.get("A", "A")
    for slot, arguments in one.args.items():
        # Who likely sells is no buyer, though the buyer is the frame's "A".
        part = acts if slot == LIKELY and acts not in ("A", "P") else table.get(slot, slot)
        found.setdefault(part, set()).update(arguments)
    return {part: frozenset(arguments) for part, arguments in found.items()}


def _wrong(same: Sequence[tuple[bool, Parts, Parts]], named: frozenset[str]) -> set[str]:
    """What no predicate of the quote that tells the same has in its part, though one has it elsewhere or another name there."""
    if not same:
        return set()
    alike = [one for one in same if one[0]] or same
    return min(
        (
            (-_in_common(here, there), len(wrong := _against(here, there, named, same)), wrong)
            for same, here, there in alike
        ),
        key=lambda row: row[:2],
    )[2]


def _in_common(here: Parts, there: Parts) -> int:
    """How many arguments both have, in whatever part: the predicate that has most is the one that is told."""
    mine, theirs = (frozenset().union(*parts.values()) for parts in (here, there))
    return sum(not one.startswith((OPEN, WEAK)) for one in mine & theirs)


def _unsaid(
    mine: Sequence[Predicate], theirs: Sequence[Predicate], named: frozenset[str], cited: frozenset[str]
) -> set[str]:  # fmt: skip
    """Names of the quote that say something, where there they only stand: nobody speaks, or somebody else does."""
    speaking = [one for one in theirs if one.lemma in _speech()]
    spoken = {name for one in speaking for name in one.args.get("A", ())}
    if not speaking:
        return set()  # seen by `reporting`
    found: set[str] = set()
    for one in mine:
        if one.lemma not in _speech() - {"tell", "inform"} or one.form == "noun" or _names_of(one, "A") & spoken:
            continue
        for name in _names_of(one, "A") & named:
            weak = f"{WEAK}{name}" in one.args["A"]
            may_be = f"{OPEN}{name}" in spoken or (
                OPEN in spoken and not any(each.startswith(f"{OPEN}«") for each in spoken)
            )
            if not (weak or may_be or name in cited):
                found.add(name)
    return found


@cache
def _speech() -> frozenset[str]:
    return frozenset(word for word, rows in frames().items() if any(frame in ("say", "tell") for frame, _ in rows))


def _swapped(
    same: Sequence[tuple[bool, Parts, Parts]], mine: Sequence[Predicate], theirs: Sequence[Predicate]
) -> set[str]:  # fmt: skip
    """Nouns that act here where another one acts there, which both texts have, by the same word."""
    found: set[str] = set()
    for is_same, here, there in same:
        acting, theirs_acting = ({one for one in parts.get("A", ()) if _is_noun(one)} for parts in (here, there))
        if not is_same or acting & theirs_acting or OPEN in there.get("A", ()) or _has_name(there.get("A", ())):
            return set()
        if any(map(_holds(mine), theirs_acting)):
            found |= set(filter(_holds(theirs), acting))
    return found


def _has_name(arguments: Iterable[str]) -> bool:
    return any(one.startswith("«") for one in arguments)


def _holds(predicates: Sequence[Predicate]) -> Callable[[str], bool]:
    held = {one for each in predicates for found in each.args.values() for one in found}
    return held.__contains__


def _sides(one: Predicate, theirs: Sequence[Predicate]) -> set[str]:
    """Of a predicate that the quote tells by another word, or not at all: names that act on each other the other way round there."""
    if one.lemma in _MUTUAL or one.lemma in _EMPTY:
        return set()
    acting = _names_of(one, "A")
    return {
        name
        for name in acting
        for other in _names_of(one, "P") - acting
        if _acts(other, name, theirs) and not _acts(name, other, theirs)
    }


def _names_of(one: Predicate, slot: str) -> set[str]:
    return {name for name in one.args.get(slot, ()) if name.startswith("«")}


def _acts(one: str, other: str, found: Sequence[Predicate]) -> bool:
    return any(one in each.args.get("A", ()) and other in each.args.get("P", ()) for each in found)


def _against(here: Parts, there: Parts, named: frozenset[str], same: bool) -> set[str]:
    wrong: set[str] = set()
    right: set[str] = set()
    for part, arguments in here.items():
        held = _held(there, part)
        names = frozenset(one for one in arguments if one.startswith("«"))
        right |= arguments & held
        if part in _ELSEWHERE or (names & held and part in (*_CORE, LIKELY)) or (not names and arguments & held):
            continue
        plain = (one for one in arguments - held if not one.startswith((OPEN, WEAK)))
        wrong |= {one for one in plain if _is_wrong(one, part, arguments, here, there, named, same)}
    return wrong - right


def _is_wrong(
    one: str, part: str, arguments: frozenset[str], here: Parts, there: Parts, named: frozenset[str], same: bool
) -> bool:  # fmt: skip
    """Whether the quote has an argument in another part, or another one in this part."""
    held = _held(there, part)
    elsewhere = {
        other for other, found in there.items()
        if other not in (part, LIKELY) and one in found and f"{WEAK}{one}" not in found
    }  # fmt: skip
    if not one.startswith("«"):
        acts = part == "A" and one in named and _is_closed(one, held)
        return same and (acts or _is_moved(one, part, elsewhere, here, there))
    if part == LIKELY:
        return bool(elsewhere & {"P"}) and bool(there.keys() & {"A", LIKELY})
    weak = f"{WEAK}{one}" in arguments
    loose = (
        weak or part in _LOOSE or elsewhere <= _LOOSE or ("A" in (part, *elsewhere) and "with" in (part, *elsewhere))
    )
    turned = bool(elsewhere) and ((OPEN not in held and not loose) or (part in _CORE and bool(elsewhere & _CORE)))
    acting = any(other.startswith("«") and f"{WEAK}{other}" not in held for other in there.get(part, ()))
    others = {name for name in named if name.startswith("«")} - {one}.union(
        *(there.get(slot, frozenset()) for slot in _CORE)
    )
    may_be = not acting and (f"{OPEN}{one}" in held or (OPEN in held and (one not in named or not others)))
    strong = any(other.startswith(("«", f"{OPEN}«")) and f"{WEAK}{other}" not in held for other in held)
    is_held = strong or (part == "A" and same and one in named and any(map(_is_noun, held)))
    weakly = f"{WEAK}{WEAK}{one}" in arguments or (
        weak and any(_is_noun(other) and other in held for other in arguments)
    )
    weakly = weakly or (weak and part not in _CORE)
    return turned or (is_held and not weakly and not may_be and not elsewhere)


def _held(there: Parts, part: str) -> frozenset[str]:
    return there.get(part, frozenset()) | (there.get(LIKELY, frozenset()) if part in ("A", LIKELY) else frozenset())


def _is_noun(argument: str) -> bool:
    return not argument.startswith(("«", WEAK, OPEN))


def _is_moved(one: str, part: str, elsewhere: set[str], here: Parts, there: Parts) -> bool:
    """A noun that acts here and is acted on there, or the other way round; a verb without an object may have either as its subject."""
    moved = (part == "A" and bool(elsewhere - _LOOSE - _ELSEWHERE)) or (part in _ENDS and "A" in elsewhere)
    return moved and all("A" in parts and ("P" in parts or "P" not in {part, *elsewhere}) for parts in (here, there))


def _is_closed(one: str, held: frozenset[str]) -> bool:
    """Whether a name acts there, and nothing that may stand for this one."""
    return (
        OPEN not in held
        and one not in CLASSES
        and any(other.startswith("«") and f"{WEAK}{other}" not in held for other in held)
    )


def masked(told: str, sources: Sequence[str]) -> tuple[str, str]:
    """Both texts as their predicates are read: names as «n», titles and days in small letters."""
    both = _both(told, tuple(sources))
    return both.told, both.source
