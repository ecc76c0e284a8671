"""Do plain nouns and pronouns keep their parts too: who is required to pass what to whom, whom it is cheaper than, what is renamed what? Pure, for English."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from news.text import sentences
from summariser.arguments import masked
from summariser.facts import plain
from summariser.phrases import OPEN, WEAK, stem
from summariser.predicates import LIKELY, predicates
from summariser.tagging import frames
from summariser.verbgroups import Predicate

_ENDS: Final = ("to", "by", "for", "from", "with", "against", "P")
_WHERE: Final = ("in", "at")
_TOWARDS: Final = ("to", "from", "against")
_MUTUAL: Final = frozenset(
    {"meet", "merge", "partner", "agree", "compete", "collaborate", "be", "have", "do", "include"}
)
_NAME: Final = r"(?:[A-Z][\w.'’-]*|\d+(?:\.\d+)*)(?: (?:[A-Z][\w.'’-]*|\d+(?:\.\d+)*))*"
_THAN: Final = re.compile(
    rf"\b(?P<word>[a-z]+er|more|less|fewer|better|worse)\b[^,;.]{{0,24}}? than (?:its |the |their |his |her |[a-z]+ ){{0,4}}(?P<name>{_NAME})"
)
_NEW: Final = re.compile(
    rf"\b(?:renam(?:ed|es|ing)|rebrand(?:ed|s)) (?P<old>{_NAME}?) (?:as |to )?(?P<new>[A-Z][\w-]*(?:\.\w+)*)"
)
_NOW: Final = re.compile(rf"\b(?P<old>{_NAME}) (?:is|are) now (?:called |named |known as )?(?P<new>{_NAME})")


def misplayed(told: str, sources: Sequence[str]) -> Iterator[str]:
    """ "role a" for a noun that changed places with who acts, "compared a" and "renamed a" for what stands on the other side there."""
    here, there = plain(told), plain("\n".join(sources))
    yield from _compared(here, there)
    yield from _renamed(here, there)
    mine, theirs = masked(told, sources)
    found = [one for text in theirs.split("\n") for line in sentences(text, "en") for one in predicates(line)]
    held = {each for one in found for arguments in one.args.values() for each in arguments}
    acting = {each for one in found for slot in ("A", LIKELY) for each in one.args.get(slot, ())}
    for line in sentences(mine, "en"):
        for one in predicates(line):
            same = [other for other in found if _is_same(one, other)]
            if same:
                wrong = {
                    *_moved(one, same),
                    *_never_act(one, same, {each for each in held - acting if f"{WEAK}{each}" not in held}),
                    *_other_agents(one, same, held),
                }
                yield from (f"role {argument}" for argument in sorted(wrong))


def _is_same(one: Predicate, other: Predicate) -> bool:
    if one.noun or other.noun or one.lemma in _MUTUAL:
        return False
    return stem(other.lemma) == stem(one.lemma)


def _moved(one: Predicate, same: Sequence[Predicate]) -> set[str]:
    """Nouns that act where the same verb has somebody else act, and them elsewhere; and the other way round."""
    acting = {each for each in one.args.get("A", ()) if _is_noun(each)}
    ends = {each for slot in (*_ENDS, *_WHERE) for each in one.args.get(slot, ()) if not each.startswith(WEAK)}
    found = {noun for noun in acting if all(_is_exchanged(noun, ends, other) for other in same)}
    for slot in _TOWARDS:
        there = [{each for each in other.args.get(slot, ()) if _is_name(each)} for other in same]
        here = {each for each in one.args.get(slot, ()) if _is_name(each)}
        core = one.args.get("A", set()) | one.args.get("P", set())
        if here and all(held and not held & here and held <= core for held in there):
            found |= here
    return found


def _never_act(one: Predicate, same: Sequence[Predicate], idle: set[str]) -> set[str]:
    """Names that only stand in the quote, where the same verb has another name act."""
    acting = {each for each in one.args.get("A", ()) if _is_name(each) and f"{WEAK}{each}" not in one.args["A"]}
    there = [other.args.get("A", set()) | other.args.get(LIKELY, set()) for other in same]
    told = {each.lstrip(WEAK + OPEN) for other in same for found in other.args.values() for each in found}
    speaks = any(frame in ("say", "tell") for frame, _ in frames().get(one.lemma, ()))  # seen by `arguments`
    if speaks or one.passive or any(OPEN in each or not any(map(_is_name, each)) for each in there):
        return set()
    return (acting & idle) - told


def _other_agents(one: Predicate, same: Sequence[Predicate], held: set[str]) -> set[str]:
    """Nouns behind "by" where the quote has other ones, which the telling has elsewhere."""
    acting = {each for each in one.args.get("A", ()) if _is_noun(each)} if one.passive else set()
    there = [{each for each in other.args.get("A", ()) if _is_noun(each)} for other in same if other.passive]
    told = {each for arguments in one.args.values() for each in arguments}
    return (
        acting & held
        if there and all(each and not each & acting and not each & told for each in there) and len(there) == len(same)
        else set()
    )


def _is_name(argument: str) -> bool:
    return argument.startswith("«")


def _is_exchanged(noun: str, ends: set[str], other: Predicate) -> bool:
    """There the noun stands at an end, and one that acts there stands at an end here."""
    acting = other.args.get("A", set()) | other.args.get(LIKELY, set())
    there = {each for slot in _ENDS for each in other.args.get(slot, ())}
    return noun in there and noun not in acting and bool(acting & ends)


def _is_noun(argument: str) -> bool:
    return not argument.startswith(("«", OPEN, WEAK))


def _compared(here: str, there: str) -> Iterator[str]:
    """What the quote has behind "than" told before it."""
    for theirs in _THAN.finditer(there):
        name = theirs["name"].rstrip(".")
        for mine in _THAN.finditer(here):
            if (
                mine["word"] == theirs["word"]
                and name in here[: mine.start()]
                and name not in mine["name"]
                and mine["name"] not in name
            ):
                yield f"compared {name}"


def _renamed(here: str, there: str) -> Iterator[str]:
    new = {match["new"] for match in _NOW.finditer(there)} | {match["new"] for match in _NEW.finditer(there)}
    old = {match["old"] for match in _NOW.finditer(there)} | {match["old"] for match in _NEW.finditer(there)}
    told = {match["new"] for match in (*_NOW.finditer(here), *_NEW.finditer(here))}
    if new and told & old and not told & new:
        yield f"renamed {min(told & old)}"
