"""Do the other voices of a story bear a sentence out? Where two of them agree on something else, it is one reporter's slip."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from typing import Final

from news.model import Article
from news.text import search_tokens
from summariser.reading.material import Candidate
from summariser.reading.quoting import telling_words
from summariser.reading.voices import owner

_READ: Final = 300
_WINDOW: Final = 6
_SEVERAL: Final = 2
_TIME: Final = re.compile(
    r"\b(?:([Tt]his|[Nn]ext) [Yy]ear|(20[2-4]\d)|(January|February|March|April|May|June|July|August|September|October|November|December)(?= \d| of|[,.]|$))"
)
_IDLE: Final = frozenset(search_tokens("soon early late later end may start begin expected planned as well"))
_CLAUSE: Final = re.compile(r"[,;:()—–]|\b(?:but|and|which|while|allowing)\b")
_NUMBER: Final = r"(\d[\d,.]*|[Dd]ozens of|[Hh]undreds of|[Tt]housands of|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|[Ss]even|[Ee]ight|[Nn]ine|[Tt]en|[Tt]welve)"
_COUNTED: Final = re.compile(
    rf"(?<![$€£¥\w.]){_NUMBER} (?![Pp]ercent|[Mm]illion|[Bb]illion|[Tt]rillion)((?:[\w“”‘’\"'-]+ ){{0,3}}?)([a-z]{{3,}}s)\b"
)
_SPELLED: Final = {
    "two": "2",
    "three": "3",
    "four": "4",
    "five": "5",
    "six": "6",
    "seven": "7",
    "eight": "8",
    "nine": "9",
    "ten": "10",
    "twelve": "12",
}


def contradicted(candidate: Candidate, title: str, articles: Sequence[Article]) -> bool:
    """Whether two other sources tie a time that it names to an event that it leaves out, or count what it counts otherwise."""
    others: dict[str, str] = defaultdict(str)
    for article in articles:
        if owner(article) != owner(candidate.article):
            others[owner(article)] += f"{article.title}. {article.words[:_READ]}\n"
    if len(others) < _SEVERAL:
        return False
    year = candidate.article.published.year
    return _mistimed(candidate, title, list(others.values()), year) or _miscounted(candidate, list(others.values()))


def _mistimed(candidate: Candidate, title: str, others: Sequence[str], year: int) -> bool:
    """ "A debut this year" where two others say "may file this year", and it says nothing of a filing."""
    for when, _ in _timed(candidate.quote, year):
        tied = [
            frozenset(word for time, words in _timed(text, year) if time == when for word in words) for text in others
        ]
        agreed = _agreed(tied) - telling_words(title)
        if agreed and agreed.isdisjoint(search_tokens(candidate.quote)):
            return True
    return False


def _miscounted(candidate: Candidate, others: Sequence[str]) -> bool:
    """ "Dozens of apps" where two others say 13."""
    theirs = _agreed([frozenset(f"{n} {thing}" for n, thing in _counted(text)) for text in others])
    mine = list(_counted(candidate.quote))
    return any(
        one.split()[1] == thing and all(other != thing or f"{m} {other}" not in theirs for m, other in mine)
        for one in theirs
        for _, thing in mine
    )


def _agreed(found: Sequence[frozenset[str]]) -> frozenset[str]:
    counts = Counter(one for some in found for one in some)
    return frozenset(one for one, n in counts.items() if n >= _SEVERAL)


def _timed(text: str, year: int) -> Iterator[tuple[str, frozenset[str]]]:
    """Each time a text names, with the telling words right before it in its clause."""
    for match in _TIME.finditer(text):
        when = str(year + (match[1].lower() == "next")) if match[1] else match[2] or match[3]
        clause = _CLAUSE.split(text[: match.start()])[-1]
        yield when, telling_words(" ".join(clause.split()[-_WINDOW:])) - _IDLE


def _counted(text: str) -> Iterator[tuple[str, str]]:
    for number, _, thing in _COUNTED.findall(text):
        bare = number.lower().removesuffix(" of").replace(",", "").rstrip(".")
        yield _SPELLED.get(bare, bare), next(iter(search_tokens(thing)), thing)
