"""The predicates of an English sentence with their arguments: who does it, to whom, from, to and against whom.

A shallow parse: the subject is the first noun phrase of what stands before a verb in its clause, its complements what stands behind it.
Arguments are names (their number as "«n»"), the heads of other noun phrases (a stem), and "?" for a pronoun or a description
("the company") that may stand for any name. Pure.
"""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final

from news.scripts import words
from summariser.words.phrases import CLASSES, OPEN, WEAK, phrase, phrases
from summariser.words.tagging import Token, frames, tagged
from summariser.words.verbgroups import Predicate, verb_groups

_ASIDE: Final = frozenset({"relative", "past", "ing"})
_SUPPORTS: Final = words("file bring announce strike sign make close win launch have reach land complete get")
"""Verbs whose subject is who does what the noun behind them tells."""
LIKELY: Final = "~"
"""The slot of who likely does it: the subject and the object of the verb that an infinitive or a gerund depends on."""
_SAYS: Final = words("say write report add note warn argue explain announce")
_NAMING: Final = words("call know name rename rebrand dub")
_REFLEXIVE: Final = words("itself himself herself themselves")


@lru_cache(maxsize=2048)
def predicates(masked: str) -> tuple[Predicate, ...]:
    """Of one sentence whose names are masked; those of verbs first, then those of nouns such as "lawsuit"."""
    tokens = tagged(masked)
    groups = list(verb_groups(tokens))
    for at, one in enumerate(groups):
        _fill(tokens, groups, at, one)
    _narrow(groups)
    for one in groups:
        if one.lemma in _NAMING and one.passive:
            _name(groups, one)
    return (*groups, *_nominals(tokens, groups))


def _narrow(groups: Sequence[Predicate]) -> None:
    """A pronoun that acts stands for a name that acted before it, where there is one."""
    acted: set[str] = set()
    for one in groups:
        subject = one.args.get("P" if one.passive else "A", set())
        if OPEN in subject and acted & subject:
            subject -= {each for each in subject if each.startswith(f"{OPEN}«")} - acted
        acted |= {f"{OPEN}{name}" for name in subject if name.startswith("«")}


def _name(groups: Sequence[Predicate], one: Predicate) -> None:
    """ "A company called Pangram" is Pangram wherever it is an argument."""
    names = {name for name in one.args.get("Q", ()) if name.startswith("«")}
    called = {noun for noun in one.args.get("P", ()) if not noun.startswith(("«", OPEN, WEAK))}
    for other in groups:
        for found in other.args.values() if other is not one else ():
            if found & called:
                found |= names


def _fill(tokens: Sequence[Token], groups: Sequence[Predicate], at: int, one: Predicate) -> None:
    right = groups[at + 1] if at + 1 < len(groups) else None
    subject = _behind(tokens, one) or _subject(tokens, groups, at, one)
    slot = "P" if one.passive else "A"
    unsure = one.form == "to" or _is_unsure(tokens, groups[:at], one)
    for key, found in subject.items():
        one.put(LIKELY if unsure and not one.passive else slot if key == "" else key, found)
    stop = _begins(tokens, groups, at + 1) if right else len(tokens)
    if any(token.lemma in _REFLEXIVE for token in tokens[one.end : one.end + 1]):
        one.put("P", subject.get("", set()))
    one.put(slot, _gapped(tokens, one.end, max(one.end, stop)))
    for key, found in phrases(tokens, one.end, max(one.end, stop)).items():
        place = "A" if one.passive and key == "by" else ("Q" if one.passive else "P") if key == "" else key
        one.put(place, found)


def _behind(tokens: Sequence[Token], one: Predicate) -> dict[str, set[str]]:
    """The speaker that stands behind the verb: "…, said Christopher Nolan, who won"."""
    if one.passive or one.lemma not in _SAYS or _kind_before(tokens, one) != "mark" or one.end >= len(tokens):
        return {}
    if tokens[one.end].kind not in ("name", "determiner", "noun"):
        return {}
    end, found = phrase(tokens, one.end, len(tokens))
    follows = tokens[end].kind if end < len(tokens) else "stop"
    return {"": found} if found and follows in ("mark", "stop", "relative", "preposition") else {}


def _is_unsure(tokens: Sequence[Token], before: Sequence[Predicate], one: Predicate) -> bool:
    """Behind a preposition, or behind an "and" that may go on with either of two verbs."""
    kind = _kind_before(tokens, one)
    if one.form == "ing":
        return kind in ("preposition", "and")
    return kind == "and" and sum(each.form in ("finite", "past") for each in before) > 1


def _gapped(tokens: Sequence[Token], start: int, end: int) -> set[str]:
    """Subjects whose verb is left out: "Microsoft holds 27%, the nonprofit 26%"."""
    found: set[str] = set()
    for at in range(start, end - 1):
        if tokens[at].kind not in ("mark", "and"):
            continue
        is_phrase = tokens[at + 1].kind in ("name", "noun", "determiner")
        stop, arguments = phrase(tokens, at + 1, end) if is_phrase else (at + 1, set[str]())
        is_counted = any(one.kind == "number" for one in tokens[at + 1 : stop])
        while arguments and stop < end and tokens[stop].kind in ("adverb", "preposition"):
            stop += 1
        if arguments and (is_counted or (stop < end and tokens[stop].kind == "number")):
            found |= arguments
    return found


def _begins(tokens: Sequence[Token], groups: Sequence[Predicate], at: int) -> int:
    """Where the subject of a predicate begins, so that what stands before it belongs to the one before."""
    one, left = groups[at], groups[at - 1]
    kind = _kind_before(tokens, one)
    if one.form in ("to", "ing") or kind in ("mark", "relative", "and"):
        return one.start
    if one.form == "past" and (one.passive or _is_reduced(tokens, groups, at, one)):
        return one.start
    return _last_break(tokens, left.end, one.start)


def _kind_before(tokens: Sequence[Token], one: Predicate) -> str:
    before = one.start - 1
    while before >= 0 and tokens[before].kind in ("adverb", "not"):
        before -= 1
    return tokens[before].kind if before >= 0 else "stop"


def _last_break(tokens: Sequence[Token], start: int, end: int) -> int:
    """Behind the last word in it that begins a clause; its end where it has none."""
    for at in range(end - 1, start - 1, -1):
        if tokens[at].kind in ("clause", "relative", "stop"):
            return at + 1
    if all(one.kind in ("name", "mark", "and", "determiner", "adverb") for one in tokens[start:end]):
        return start  # a list: "Google, Apple and Meta plan"
    for at in range(end - 2, start - 1, -1):
        after_noun = at > start and tokens[at - 1].kind in ("mark", "name", "noun", "number")
        if tokens[at].kind == "mark" or (tokens[at].kind == "and" and after_noun and not _is_list(tokens, at, end)):
            return at + 1
        if tokens[at].kind == "noun" and tokens[at + 1].kind == "name" and at > start:
            return at + 1  # "each book Anthropic pirated"
    return start if end - start <= 3 else end


def _clause_begins(tokens: Sequence[Token], end: int) -> int:
    return next((at + 1 for at in range(end - 1, -1, -1) if tokens[at].kind in ("clause", "relative", "stop")), 0)


def _is_list(tokens: Sequence[Token], at: int, end: int) -> bool:
    """Whether the "and" at this place joins names: "Apple and Meta"."""
    return tokens[at - 1].kind == "name" and all(one.kind in ("name", "determiner") for one in tokens[at + 1 : end])


def _subject(tokens: Sequence[Token], groups: Sequence[Predicate], at: int, one: Predicate) -> dict[str, set[str]]:
    left = groups[at - 1] if at else None
    before = one.start - 1
    while before >= 0 and tokens[before].kind in ("adverb", "not"):
        before -= 1
    kind = tokens[before].kind if before >= 0 else "stop"
    if kind == "relative" and tokens[before].lemma != "where":
        return _antecedent(tokens, before)
    if one.form == "to":
        return _controller(left)
    if one.form == "ing":
        return _of_participle(tokens, groups, at, kind)
    if one.form == "past" and (one.passive or (left and left.form != "to" and _is_reduced(tokens, groups, at, one))):
        one.passive = True
        return _antecedent(tokens, one.start)
    if kind == "and" and left is not None:
        one.passive = one.passive or (one.form == "past" and left.passive)
        return _main(groups, at)
    if kind == "mark" and left is not None:
        return _over_aside(tokens, groups, at, before)
    start = _last_break(tokens, left.end, one.start) if left else _clause_begins(tokens, one.start)
    found = _only(phrases(tokens, start, one.start))
    if left is None and (lone := _lone(tokens, start, one)):
        found[""] = phrases(tokens, lone, one.start).get("", set())
    if "" not in found and (
        mark := max((place for place in range(start, one.start) if tokens[place].kind == "mark"), default=0)
    ):
        found |= _only(phrases(tokens, mark + 1, one.start))  # "Before Apple, Google warned"
    if start and tokens[start - 1].lemma == "where":
        found["in"] = _antecedent(tokens, start - 1).get("", set())
    return found or (_main(groups, at) if left else {})


def _lone(tokens: Sequence[Token], start: int, one: Predicate) -> int:
    """Where the one noun phrase begins that stands between a comma and the verb: "…, Bloomberg writes"; 0 for none."""
    at = max((place for place in range(start, one.start) if tokens[place].kind == "mark"), default=-1) + 1
    run = tokens[at : one.start] if at else ()
    return at if run and all(token.kind in ("name", "noun", "determiner") for token in run) else 0


def _over_aside(
    tokens: Sequence[Token], groups: Sequence[Predicate], at: int, before: int
) -> dict[str, set[str]]:  # fmt: skip
    """The subject before an aside that a comma closes; a name in an aside without a verb is the same: "one utility, X, has"."""
    opened = _aside(tokens, before)
    if not opened:
        return _main(groups, at)
    found = _only(phrases(tokens, _clause_start(tokens, groups, opened), opened))
    if "" not in found and groups[at - 1].passive:
        found[""] = set(groups[at - 1].args.get("P", ()))  # "the coalition led by X, the mayor, could"
    aside = tokens[opened:before]
    if any(token.lemma in _NAMING for token in aside):
        found.setdefault("", set()).update(f"«{token.lemma}»" for token in aside if token.kind == "name")
    if all(token.kind in ("name", "noun", "mark", "determiner", "number") for token in aside):
        found.setdefault("", set()).update(*phrases(tokens, opened + 1, before).values())
    return found


def _only(found: dict[str, set[str]]) -> dict[str, set[str]]:
    """Of a subject: what no preposition governs, and the phrases that stand before it, which the whole clause has."""
    kept: dict[str, set[str]] = {}
    for slot, arguments in found.items():
        if "" not in kept:
            kept[slot] = arguments
        elif slot in ("from", "by"):  # "a report from Politico says"
            names = {one for one in arguments if one.startswith("«")}
            kept[""] = kept[""] | names | {f"{mark}{one}" for one in names for mark in (WEAK, WEAK + WEAK)}
    return kept


def _clause_start(tokens: Sequence[Token], groups: Sequence[Predicate], at: int) -> int:
    left = [one for one in groups if one.end <= at]
    return _last_break(tokens, left[-1].end, at) if left else 0


def _aside(tokens: Sequence[Token], closing: int) -> int:
    """Where the aside begins that the comma at `closing` ends; 0 for none."""
    if tokens[closing].lemma != ",":
        return next((at for at in range(closing - 1, 0, -1) if tokens[at].lemma == tokens[closing].lemma), 0)
    for at in range(closing - 1, 0, -1):
        if (
            tokens[at].kind == "mark"
            and at + 1 < closing
            and tokens[at + 1].kind in (*_ASIDE, "determiner", "noun", "adverb", "name", "preposition", "clause")
        ):
            return at
    return 0


def _antecedent(tokens: Sequence[Token], at: int) -> dict[str, set[str]]:
    """The noun phrase right before; over a comma too."""
    end = at
    if end and tokens[end - 1].kind == "mark":
        end -= 1
    start = end
    while start and tokens[start - 1].kind in ("noun", "name", "number", "determiner", "adverb"):
        start -= 1
    found = set().union(*phrases(tokens, start, end).values())
    if start > 1 and tokens[start - 1].lemma in ("of", "and"):
        found |= set().union(*_antecedent(tokens, start - 1).values())
    return {"": found} if found else {}


def _controller(left: Predicate | None) -> dict[str, set[str]]:
    """Who is likely to do what an infinitive or a gerund tells: the object of the verb it depends on, or its subject."""
    if left is None:
        return {}
    return {"": set().union(*(left.args.get(slot, set()) for slot in ("A", "P", LIKELY)))}


def _of_participle(tokens: Sequence[Token], groups: Sequence[Predicate], at: int, kind: str) -> dict[str, set[str]]:
    left = groups[at - 1] if at else None
    if left and groups[at].start == left.end:
        return {"": left.args.get("P" if left.passive else "A", set())}  # "will keep growing"
    if kind == "preposition" or (left is None and kind not in ("noun", "name")):
        return _controller(left)
    nearest = _antecedent(tokens, groups[at].start).get("", set()) if kind in ("noun", "name") else set()
    return {"": nearest | _main(groups, at).get("", set())}


def _is_reduced(tokens: Sequence[Token], groups: Sequence[Predicate], at: int, one: Predicate) -> bool:
    """A bare participle behind a noun phrase that is no subject: the object of the verb before, or what a comma closes off."""
    left = groups[at - 1]
    if not any(each.form == "finite" or (each.form == "past" and not each.passive) for each in groups[:at]):
        return False
    between = tokens[left.end : one.start]
    kinds = [token.kind for token in between]
    while kinds and kinds[-1] == "adverb":
        kinds.pop()
    if kinds[-2:] == ["noun", "name"]:
        return False  # "each book Anthropic pirated"
    if not kinds or "clause" in kinds or "relative" in kinds or "stop" in kinds:
        return False
    if "and" in kinds and kinds[-1] in ("name", "pronoun", "noun") and kinds.index("and") < len(kinds) - 1:
        return False
    return kinds[-1] in ("noun", "name") and "mark" not in kinds


def _main(groups: Sequence[Predicate], at: int) -> dict[str, set[str]]:
    """The subject of the nearest finite verb before, and of the first one: either may go on behind "and"."""
    found = [one for one in groups[:at] if one.form == "finite" or (one.form == "past" and not one.passive)]
    subjects = [one.args.get("P" if one.passive else "A", set()) for one in (*found[-1:], *found[:1])]
    return {"": set().union(*subjects)} if found else {}


def _names_kind(tokens: Sequence[Token], at: int) -> bool:
    """ "Investment firm" tells of no investment."""
    return at + 1 < len(tokens) and tokens[at + 1].lemma in CLASSES


def _nominals(tokens: Sequence[Token], groups: Sequence[Predicate]) -> Iterator[Predicate]:
    """Nouns that tell a relation: "files a lawsuit against X", "X's acquisition of Y"; and "according to X", who says so."""
    for at, token in enumerate(tokens):
        if token.lemma == "accord":
            speaker = phrases(tokens, at + 1, len(tokens)).get("to", set())
            yield Predicate("say", at, at + 1, "noun", args={"A": speaker})
        if token.kind != "noun" or token.lemma not in frames() or _names_kind(tokens, at):
            continue
        one = Predicate(token.lemma, at, at + 1, "noun", noun=True)
        left = [group for group in groups if group.end <= at]
        start = at
        while start and tokens[start - 1].kind in ("noun", "name", "number"):
            start -= 1
        owners = {f"«{name.lemma}»" for name in tokens[start:at] if name.kind == "name"}
        if owners:
            one.put("own", owners)
        elif left and left[-1].lemma in _SUPPORTS and not left[-1].passive and at - left[-1].end < 8:
            one.put("A", left[-1].args.get("A", set()))
        right = [group.start for group in groups if group.start > at]
        for key, found in phrases(tokens, at + 1, min(right, default=len(tokens))).items():
            if key:
                one.put(key, found)
        yield one
