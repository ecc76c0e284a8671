"""Does a story tell again what another one in the same brief has told? Stricter than grouping: a reader minds a repeat."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from news.model import Article, Story
from summariser.names import versions_conflict, versions_in
from summariser.traces import facts_in, headline, script_of
from summariser.vectors import everyday, terms

_EVERYDAY: Final = 0.03
_WORDS: Final = 0.6
_FACTS: Final = 0.75
_MONEY: Final = re.compile(r"#.*[a-z]{3}")
_FEWEST: Final = {"latin": 3}
_FEWEST_PAIRS: Final = 5
_FEWEST_FACTS: Final = 3
_SMALL: Final = 3


@dataclass(frozen=True, slots=True)
class Gist:
    """`words`, `facts` and `versions` of the headline; `pool`: what the story's titles say, in a larger one at least twice."""

    script: str
    words: frozenset[str]
    facts: frozenset[str]
    versions: Mapping[str, frozenset[str]]
    pool: frozenset[str]


def gist(story: Story, articles: Sequence[Article]) -> Gist:
    """What a story with these articles tells."""
    script = script_of(story.headline, story.language)
    words = _words(story.headline)
    alike = [headline(a.title) for a in articles if script_of(a.title, a.language) == script]
    return Gist(
        script,
        words,
        facts_in(story.headline),
        versions_in(story.headline),
        words | _often([_words(title) for title in alike]),
    )


def repeats(later: Gist, earlier: Gist) -> bool:
    """Whether `later` says little that `earlier` does not: in one script by its words, across scripts by its facts."""
    if versions_conflict(later.versions, earlier.versions):
        return False
    if later.script != earlier.script:
        common = later.facts & earlier.facts
        return len(common) >= _FEWEST_FACTS and len(common) >= _FACTS * len(later.facts)
    if _hard(later.facts & earlier.facts):
        return True
    shared = later.words & earlier.pool
    if later.words == shared and shared and any(_company(fact) for fact in later.facts & earlier.facts):
        return True
    return len(shared) >= _FEWEST.get(later.script, _FEWEST_PAIRS) and len(shared) >= _WORDS * len(later.words)


def _company(fact: str) -> bool:
    return fact[0] == "@" and ":" not in fact


def _hard(common: frozenset[str]) -> bool:
    """The same company and the same amount of money."""
    return any(_company(fact) for fact in common) and any(_MONEY.fullmatch(fact) for fact in common)


def _words(title: str) -> frozenset[str]:
    shares = everyday()
    return frozenset(term for term in terms(title) if shares.get(term, 0.0) < _EVERYDAY)


def _often(sets: Sequence[frozenset[str]]) -> frozenset[str]:
    counts = Counter(term for found in sets for term in found)
    least = 1 if len(sets) <= _SMALL else 2
    return frozenset(term for term, count in counts.items() if count >= least)
