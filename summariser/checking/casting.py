"""Who did what to whom: do the names of a told sentence play the parts that they play in the passage it cites?

Two names that both texts hold are compared by their order. Another order is only right with a reason: active turned passive, a name
that moved with its preposition ("in Paris"), a list, a title beside its holder. By words alone, so partial: see `grounding`.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations
from typing import Final

from news.scripts import words
from summariser.words.facts import names, plain
from summariser.words.tagging import is_closed

_WORD: Final = re.compile(r"[\w][\w'’.&-]*[\w]|[\w]|,")
_DONE_BY: Final = r"\b(?:is|are|was|were|be|been|being|gets?|got)\s+(?:\w+ly\s+)?(?!(?:often|even|then|when|open|down|own|ten|seven|said|reported|rumou?red|believed|understood)\b)\w+(?:ed|en|wn|ught|ade|old|eld|uilt|ut|id)\b[^.;]{0,60}\bby\b"
_PASSIVE: Final = re.compile(rf"{_DONE_BY}|\b\w+ed by\b")
_WHOLE_PASSIVE: Final = re.compile(_DONE_BY)
_PREPOSITIONS: Final = words(
    "in at from on of with for to by against over under into after before since until between among than like through via per within"
)
_COUNTS: Final = words("two three four five six seven eight nine ten")
_NOMINAL: Final = words(
    """, and or & plus of the a an its his her their 's ceo cto cfo coo chief executive technology officer founder co-founder cofounder
    president chair chairman chairwoman director head boss company maker firm startup start-up lab labs unit owner parent model models
    chatbot assistant app platform family former new latest rival rivals both between from at for with subsidiary division spokesperson
    spokesman spokeswoman analyst researcher professor minister vice senior including as well"""
)
_REPORTING: Final = words(
    "said says say told tells reported reports wrote writes according announced announces confirmed confirms added adds stated states noted"
)


@dataclass(frozen=True, slots=True)
class _Part:
    """A name where it stands first: `marker` is the preposition before it, "" for none; `reports` when it is who said so."""

    at: int
    marker: str
    reports: bool


def recast(told: str, passages: Sequence[str]) -> Iterator[str]:
    """Pairs of names in the wrong parts, as "a/b"."""
    mine, order = _parts(told)
    if len(mine) < 2:
        return
    lines = [(_parts(line), bool(_PASSIVE.search(line))) for line in passages]
    passive = bool(_PASSIVE.search(told))
    for one, other in combinations(sorted(mine, key=lambda name: mine[name].at), 2):
        found = [(parts, tokens, turned) for (parts, tokens), turned in lines if one in parts and other in parts]
        if found and not any(
            _agrees(one, other, mine, order, parts, tokens, passive != turned) for parts, tokens, turned in found
        ):
            yield f"{one}/{other}"


def is_passive(text: str) -> bool:
    """Whether its verb says that something is done "by" somebody, and not only an aside ("owned by")."""
    return bool(_WHOLE_PASSIVE.search(text))


def turned_round(told: str, source: str, one: str, other: str) -> bool:
    """Whether one text alone is in the passive, and these two names are what it is done to and by whom: another name of that sentence
    may stand anywhere in the other one."""
    passives = [found for found in map(_WHOLE_PASSIVE.search, (told, source)) if found]
    if len(passives) != 1:
        return False
    text, found = passives[0].string, passives[0]
    patient, agent = set(_parts(text[: found.start()])[0]), set(_parts(re.split("[,;:.]", text[found.end() :])[0])[0])
    return (one in patient and other in agent) or (other in patient and one in agent)


def _agrees(
    one: str, other: str, mine: dict[str, _Part], order: Sequence[str],
    theirs: dict[str, _Part], tokens: Sequence[str], turned: bool,
) -> bool:  # fmt: skip
    """True when the two names stand in the same order, or there is a reason for another one."""
    same = theirs[one].at < theirs[other].at
    if same != turned or (same and not _crossed(one, other, mine, theirs)):
        return True
    for name in (one, other):
        if mine[name].reports and theirs[name].reports:
            return True
        if mine[name].marker and mine[name].marker == theirs[name].marker:
            return True
    return _beside(one, other, mine, order) or _beside(one, other, theirs, tokens)


def _crossed(one: str, other: str, mine: dict[str, _Part], theirs: dict[str, _Part]) -> bool:
    """In the same order, with the passive on one side only: the parts changed unless "by" did too."""
    return "by" in {mine[one].marker, mine[other].marker, theirs[one].marker, theirs[other].marker}


def _beside(one: str, other: str, parts: dict[str, _Part], tokens: Sequence[str]) -> bool:
    """Nothing but a title, a list or a possessive stands between them."""
    first, last = sorted((parts[one].at, parts[other].at))
    between = tokens[first + 1 : last]
    return all(word.casefold() in _NOMINAL or word[:1].isupper() for word in between)


@lru_cache(maxsize=4096)
def _parts(text: str) -> tuple[dict[str, _Part], tuple[str, ...]]:
    tokens = tuple(_WORD.findall(plain(text)))
    wanted = set(names(text))
    first = next(iter(tokens), "")
    if first[:1].isupper() and not is_closed(first.casefold()) and first.casefold() not in _COUNTS:
        wanted.add(_bare(first))
    found: dict[str, _Part] = {}
    for at, token in enumerate(tokens):
        name = _bare(token)
        if name in wanted and name not in found:
            around = {word.casefold() for word in (*tokens[max(0, at - 2) : at], *tokens[at + 1 : at + 3])}
            found[name] = _Part(at, _marker(tokens, at), not around.isdisjoint(_REPORTING))
    return found, tokens


def _bare(token: str) -> str:
    return token.rstrip(".'").removesuffix("'s").removesuffix("’s").casefold()


def _marker(tokens: Sequence[str], at: int) -> str:
    """The preposition that the name's phrase begins with: "to" in "to the French company Mistral"."""
    for before in range(at - 1, max(-1, at - 5), -1):
        word = tokens[before].casefold()
        if word in _PREPOSITIONS:
            return word
        if not (tokens[before][:1].isupper() or word in _NOMINAL) or word == ",":
            return ""
    return ""
