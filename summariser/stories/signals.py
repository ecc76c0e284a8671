"""Readers' signals: what they called useful or not, turned into points for the sources and topics of the next stories."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from news.model import Article, Story
from summariser.reading.voices import owner

_DOUBT: Final = 4
"""So many votes are taken for undecided in advance: one click moves little."""


@dataclass(frozen=True, slots=True)
class Vote:
    """One reader on one story: its topics, and the owners of its articles (see `voices.owner`)."""

    useful: bool
    topics: Sequence[str]
    owners: Sequence[str]


@dataclass(frozen=True, slots=True)
class Signals:
    """By owner and by topic, from -1 (nobody wants it) to 1 (everybody does)."""

    owners: Mapping[str, float] = field(default_factory=dict)
    topics: Mapping[str, float] = field(default_factory=dict)

    def of(self, story: Story, articles: Sequence[Article]) -> float:
        """-1 to 1 for a story: half from who reports it, half from what it is about."""
        return (_mean(self.owners, {owner(a) for a in articles}) + _mean(self.topics, set(story.topics))) / 2


SILENCE: Final = Signals()
"""Nobody has said anything."""


def signals(votes: Iterable[Vote]) -> Signals:
    """What the votes say of each owner and topic; a story that many sources report says little of each."""
    owners: defaultdict[str, list[float]] = defaultdict(list)
    topics: defaultdict[str, list[float]] = defaultdict(list)
    for vote in votes:
        value = 1.0 if vote.useful else -1.0
        for name in set(vote.owners):
            owners[name].append(value / len(set(vote.owners)))
        for topic in set(vote.topics):
            topics[topic].append(value)
    return Signals(_shares(owners), _shares(topics))


def _shares(said: Mapping[str, Sequence[float]]) -> dict[str, float]:
    return {name: sum(values) / (len(values) + _DOUBT) for name, values in said.items()}


def _mean(known: Mapping[str, float], names: set[str]) -> float:
    return sum(known.get(name, 0.0) for name in names) / len(names) if names else 0.0
