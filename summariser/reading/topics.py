"""What a story is about, for subscriptions: up to three of the house's topics, by weighted terms in six languages."""

import tomllib
from functools import cache
from typing import Final

from summariser.words.vectors import DATA, fold, runs, stem

TOPICS: Final = (
    "models", "research", "products", "business", "policy", "safety", "chips", "robotics", "open-source", "tools",
    "applications", "science", "society",
)  # fmt: skip
_BAR: Final = 1.0
_TEXT: Final = 600
_TEXT_SHARE: Final = 0.3
_MOST: Final = 3

_Table = dict[str, list[tuple[str, str, float]]]


@cache
def _table() -> tuple[_Table, _Table]:
    """Terms by first Latin stem, and by first two characters of other scripts: (whole term, topic, weight)."""
    words: _Table = {}
    others: _Table = {}
    for topic, by_weight in tomllib.loads((DATA / "topics.toml").read_text("utf-8")).items():
        for weight, listed in by_weight.items():
            for term in listed:
                folded = fold(term)
                if folded[0] < "\u0250":
                    stems = tuple(stem(run) for run in runs(folded))
                    words.setdefault(stems[0], []).append((" ".join(stems), topic, float(weight)))
                else:
                    others.setdefault(folded[:2], []).append((folded, topic, float(weight)))
    return words, others


def topics_of(title: str, text: str) -> tuple[str, ...]:
    """Topics by weight, strongest first, at most three; empty when nothing in the title or the lead tells."""
    points = _points(title)
    for topic, value in _points(text[:_TEXT]).items():
        points[topic] = points.get(topic, 0.0) + _TEXT_SHARE * value
    ranked = sorted(points.items(), key=lambda item: (-item[1], TOPICS.index(item[0])))
    return tuple(topic for topic, value in ranked if value >= _BAR)[:_MOST]


def _points(text: str) -> dict[str, float]:
    words, others = _table()
    parts = runs(fold(text))
    found: dict[tuple[str, str], float] = {}
    latin = [stem(part) if part[0] < "\u0250" else "" for part in parts]
    line = " ".join(latin) + " "
    at = 0
    for word in latin:
        for whole, topic, weight in words.get(word, ()):
            if line.startswith(whole + " ", at):
                found[whole, topic] = weight
        at += len(word) + 1
    for part in parts:
        if part[0] >= "\u0250":
            for i in range(len(part) - 1):
                for whole, topic, weight in others.get(part[i : i + 2], ()):
                    if part.startswith(whole, i):
                        found[whole, topic] = weight
    points: dict[str, float] = {}
    for (_, topic), weight in found.items():
        points[topic] = points.get(topic, 0.0) + weight
    return points
