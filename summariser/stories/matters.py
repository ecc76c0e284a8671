"""How likely two reports tell one matter, by all that they share: words, names, sums, versions, deeds, the day. Fitted; pure; across languages."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta
from functools import lru_cache
from itertools import islice
from math import exp, log, sqrt
from typing import Final

from news.model import Article
from news.scripts import words
from summariser.reading.traces import headline, script_of
from summariser.stories.newslines import Event, Line
from summariser.stories.one_event import coined
from summariser.words.aliases import spelled_out
from summariser.words.deeds import is_release
from summariser.words.lexicon import lexicon, told_in
from summariser.words.meaning import meanings, unpacked
from summariser.words.names import companies_in, name_terms, names_in, numbers_in, versions_in
from summariser.words.senses import deeds_told
from summariser.words.trees import trees
from summariser.words.vectors import rarity, terms

_LEAD: Final = 600
_HOURS: Final = 24.0
_SOON: Final = 12.0
"""Many feeds tell the day alone: that two reports come within hours tells nothing more."""
_FAR: Final = 96.0
_ASKED: Final = 4
"""Lines of either event that are compared with each other."""
_OFTEN: Final = frozenset({"release", "announce", "build", "partner", "increase", "deal", "invest"})
"""What is done several times a day tells no event."""
_COURSE: Final = timedelta(days=7)
_COURSES: Final = tuple(map(words, ("ipo raise", "layoff", "outage", "suspend", "delay", "rename", "settle")))
"""What a company is in for days, however it is put: each of these is one matter of it."""
_AT_ONCE: Final = timedelta(days=4)
_BEFALLS: Final = frozenset({"breach", "settle", "ban", "fine", "sue", "layoff", "recall", "outage", "rename", "ipo"})
"""What befalls a company so seldom that two languages which tell it within days tell one thing."""
_ASSESSED: Final = frozenset({"release", "announce", "compete", "surpass"})
"""What is told of a thing that came out, and is no more of an event than that it did."""
_DULL: Final = 1.3
_WEIGHTIEST: Final = 30
_ONE: Final = 0.5
"""Mean log-odds of the likest lines from which on two events are one."""
_PERHAPS_ONE: Final = -0.7
"""And from which on, unless other things are done in them."""
_TOLD: Final = 8.0
"""Mean log-odds from which on two events are one."""


@dataclass(frozen=True, slots=True)
class _Marks:
    """What a text is compared by, its names brought to one spelling."""

    words: frozenset[str]
    names: frozenset[str]
    coined: frozenset[str]
    versions: frozenset[str]
    sums: frozenset[str]


@lru_cache(maxsize=4096)
def _marks(text: str) -> _Marks:
    words = frozenset(terms(text)) - name_terms()
    spelled = spelled_out(text)
    return _Marks(
        words,
        frozenset(one.id for one in names_in(spelled)),
        coined(spelled),
        frozenset(f"{head} {number}" for head, numbers in versions_in(spelled).items() for number in numbers),
        frozenset(one.key for one in numbers_in(spelled) if one.unit),
    )


def _meanings(lines: Sequence[Line]) -> list[bytes]:
    return meanings([one.article.title for one in lines])


@lru_cache(maxsize=4096)
def _deeds(text: str) -> frozenset[str]:
    return deeds_told(text) - _OFTEN


@dataclass(frozen=True, slots=True)
class _Side:
    """What a line is compared by, read once however many it is compared with. `weight`, `rare` and `worth` are sums over its title's and its
    opening's words, by what they tell among those compared and at all, and over their concepts."""

    line: Line
    title: _Marks
    opening: _Marks
    companies: frozenset[str]
    script: str
    deeds: frozenset[str]
    released: bool
    concepts: tuple[frozenset[str], frozenset[str]]
    weight: tuple[float, float]
    rare: tuple[float, float]
    worth: tuple[float, float]


class Among:
    """The headlines among which two are compared: what many of them hold tells none of them apart. `least`: of fewer than so many that is not
    said: what two or three share may well be what they tell."""

    def __init__(self, lines: Sequence[Line], least: int = 0) -> None:
        marks = [_marks(one.text) for one in lines]
        often = Counter(term for one in marks for term in one.words | one.names | one.coined | one.versions)
        most = log(max(len(marks), least) + 1)
        self._meant = dict(zip((one.article.id for one in lines), unpacked(_meanings(lines)), strict=True))
        self._sides: dict[int, _Side] = {}
        self._tells = {term: max(0.0, 1 - _DULL * log(times) / most) for term, times in often.items() if times > 1}

    def shared(self, one: Line, other: Line) -> dict[str, float]:
        """What they have in common, each mark from 0 to 1."""
        mine, theirs = self._side(one), self._side(other)
        abroad = mine.script != theirs.script
        hours = abs((one.article.published - other.article.published).total_seconds()) / 3600
        ours, others = mine.title.versions, theirs.title.versions
        return {
            **self._said_of(mine, theirs, abroad),
            "coined": self._most(mine.title.coined & theirs.opening.coined | theirs.title.coined & mine.opening.coined),
            "versions": self._most(ours & theirs.opening.versions | others & mine.opening.versions),
            "other_versions": float(bool(ours and others) and not ours & others),
            "sums": float(bool(mine.title.sums & theirs.title.sums)),
            "names": self._named(mine.title.names, theirs.title.names),
            "other_companies": float(
                bool(mine.companies and theirs.companies) and mine.companies.isdisjoint(theirs.companies)
            ),
            "names_of_opening": self._named(mine.opening.names, theirs.opening.names),
            "deeds": float(bool(mine.deeds & theirs.deeds)),
            "released": float(mine.released and theirs.released),
            "fresh": exp(-max(hours, _SOON) / _HOURS),
            "far": float(hours > _FAR),
            "abroad": float(abroad),
            **_spoken_of(mine, theirs),
            "near": float(self._meant[one.article.id] @ self._meant[other.article.id]),
            "story": float(bool(one.article.story) and one.article.story == other.article.story),
        }

    def _side(self, line: Line) -> _Side:
        side = self._sides.get(id(line))
        if side is None:
            side = self._sides[id(line)] = self._read(line)
        return side

    def _read(self, line: Line) -> _Side:
        text, opening = line.text, _opening(line.article)
        title, lead, concepts = _marks(text), _marks(opening), (_concepts(text), _concepts(opening))
        return _Side(
            line,
            title,
            lead,
            frozenset(companies_in(text)),
            script_of(text, line.article.language),
            _deeds(text),
            is_release(text),
            concepts,
            weight=(self._weight(title.words), self._weight(lead.words)),
            rare=(sum(map(rarity, title.words)), sum(map(rarity, lead.words))),
            worth=(_worth(concepts[0]), _worth(concepts[1])),
        )

    def _said_of(self, mine: _Side, theirs: _Side, abroad: bool) -> dict[str, float]:
        """By the words of their titles, of their openings, and of the one's title in the other's opening."""
        openings = mine.opening.words & theirs.opening.words
        opened = _part(self._weight(openings), sqrt(mine.weight[1] * theirs.weight[1]))
        if abroad:
            return {**_UNLIKE, "opening_abroad": opened}
        titles = mine.title.words & theirs.title.words
        covered = (
            _part(self._weight(mine.title.words & theirs.opening.words), mine.weight[0]),
            _part(self._weight(theirs.title.words & mine.opening.words), theirs.weight[0]),
        )
        return {
            "title": _part(self._weight(titles), sqrt(mine.weight[0] * theirs.weight[0])),
            "told": max(covered),
            "opening": opened,
            "opening_abroad": 0.0,
            "plainly": _part(sum(map(rarity, titles)), sqrt(mine.rare[0] * theirs.rare[0])),
            "plainly_opening": _part(sum(map(rarity, openings)), sqrt(mine.rare[1] * theirs.rare[1])),
        }

    def alike(self, mine: Event, theirs: Event) -> float:
        """The mean log-odds of each line with the other event's that is most like it."""
        return self.like_each(mine, [theirs])[0]

    def like_each(self, mine: Event, others: Sequence[Event]) -> list[float]:
        """As `alike`, with each of them: the trees take them all at once."""
        first = mine.lines[:_ASKED]
        each = [other.lines[:_ASKED] for other in others]
        pairs = [self.shared(one, other) for second in each for one in first for other in second]
        odds = iter(trees("same_matter").of(pairs))
        return [_likest([list(islice(odds, len(second))) for _ in first]) for second in each]

    def _weight(self, words: Iterable[str]) -> float:
        return sum(rarity(word) * self._tells.get(word, 1.0) for word in words)

    def _most(self, terms: Iterable[str]) -> float:
        return max((self._tells.get(term, 1.0) for term in terms), default=0.0)

    def _named(self, one: frozenset[str], other: frozenset[str]) -> float:
        """The share of all names that both have, each by how much it tells."""
        return sum(self._tells.get(name, 1.0) for name in one & other) / len(one | other) if one or other else 0.0


def _likest(odds: Sequence[Sequence[float]]) -> float:
    """The mean over the rows and the columns of the largest in each."""
    best: list[float] = [*map(max, odds), *(max(column) for column in zip(*odds, strict=True))]
    return sum(best) / len(best)


_UNLIKE: Final = dict.fromkeys(("title", "told", "opening", "plainly", "plainly_opening"), 0.0)


def _part(shared: float, whole: float) -> float:
    return shared / whole if whole else 0.0


def _spoken_of(one: _Side, other: _Side) -> dict[str, float]:
    """Of what both speak, in whatever language: the concepts of their titles, of their openings, and of the one's title in the other's opening."""
    (mine, lead), (theirs, begin) = one.concepts, other.concepts
    told = (_worth(mine & begin) / (one.worth[0] or 1.0), _worth(theirs & lead) / (other.worth[0] or 1.0))
    both = _worth(mine & theirs)
    return {
        "con_title": _part(both, sqrt(one.worth[0] * other.worth[0])),
        "con_open": _part(_worth(lead & begin), sqrt(one.worth[1] * other.worth[1])),
        "con_told": max(told),
        "con_both": both,
    }


@lru_cache(maxsize=8192)
def _concepts(text: str) -> frozenset[str]:
    known = lexicon()
    return frozenset(name for name in told_in(text) if known[name].rarity > _SAID_OF_ALL)


_SAID_OF_ALL: Final = 0.12


def _worth(names: Iterable[str]) -> float:
    known = lexicon()
    return sum(known[name].rarity ** 2 for name in names)


def _opening(article: Article) -> str:
    return f"{headline(article.title)}\n{article.words[:_LEAD]}"


def one_course(mine: Event, theirs: Event) -> bool:
    """Both tell of something that the same company goes through at most once in such a time; or one that something came out, and the other
    no more than how it compares."""
    if _befell(mine) & _befell(theirs) and _is_abroad(mine, theirs) and abs(mine.last - theirs.last) <= _AT_ONCE:
        return True
    near = abs(mine.last - theirs.last) <= _COURSE and _companies(mine) & _companies(theirs)
    if near and any(_goes_through(mine, course) and _goes_through(theirs, course) for course in _COURSES):
        return True
    ways = ((mine, theirs), (theirs, mine))
    return any(
        _releases(one) & _versions(other) and all(deeds_told(line.text) <= _ASSESSED for line in other.lines)
        for one, other in ways
    )


def _befell(event: Event) -> frozenset[tuple[str, str]]:
    """Whom half of its headlines name first, with what befalls them there."""
    told = Counter(
        (whose, deed)
        for line in event.lines
        for whose in companies_in(line.text)[:1]
        for deed in deeds_told(line.text) & _BEFALLS
    )
    return frozenset(pair for pair, times in told.items() if 2 * times >= len(event.lines))


def _is_abroad(mine: Event, theirs: Event) -> bool:
    """No language tells both."""
    return mine.languages.isdisjoint(theirs.languages)


def one_matter(mine: Event, theirs: Event, among: Among) -> bool:
    """Whether two events are one."""
    return _are_one(mine, theirs, among.alike(mine, theirs))


def _are_one(mine: Event, theirs: Event, odds: float) -> bool:
    one = odds >= _ONE or (odds >= _PERHAPS_ONE and not _do_other_things(mine, theirs))
    return (one and not _of_others(mine, theirs)) or one_course(mine, theirs)


def _do_other_things(mine: Event, theirs: Event) -> bool:
    ours, others = (frozenset().union(*(deeds_told(line.text) for line in one.lines)) for one in (mine, theirs))
    return bool(ours and others) and ours.isdisjoint(others)


def _of_others(mine: Event, theirs: Event) -> bool:
    """Each names companies, and none that the other does."""
    ours, others = _companies(mine), _companies(theirs)
    return bool(ours and others) and ours.isdisjoint(others)


def _companies(event: Event) -> frozenset[str]:
    return frozenset(one for line in event.lines for one in companies_in(line.text))


def _goes_through(event: Event, course: frozenset[str]) -> bool:
    told = sum(bool(deeds_told(line.text) & course) for line in event.lines)
    return 2 * told >= len(event.lines)


def _releases(event: Event) -> frozenset[str]:
    return frozenset().union(*(_marks(line.text).versions for line in event.lines if is_release(line.text)))


def _versions(event: Event) -> frozenset[str]:
    return frozenset().union(*(_marks(line.text).versions for line in event.lines))


def each_once(events: Sequence[Event]) -> list[Event]:
    """The weightiest of them, each matter once; what may be one that is told already counts for less."""
    among = Among([line for event in events for line in event.lines])
    left = sorted(events, key=lambda one: -one.score)[:_WEIGHTIEST]
    kept: list[Event] = []
    told: dict[int, float] = {}

    def worth(event: Event) -> float:
        return event.score - _TOLD * told.get(id(event), 0.0)

    while left:
        event = max(left, key=worth)
        event.score = worth(event)
        kept.append(event)
        left.remove(event)
        for other, odds in _held_against(event, tuple(left), among):
            if _are_one(event, other, odds):
                event.lines += other.lines
                left.remove(other)
            told[id(other)] = max(told.get(id(other), 0.0), 1 / (1 + exp(-odds)))
    return kept


def _held_against(event: Event, others: Sequence[Event], among: Among) -> Iterator[tuple[Event, float]]:
    """Each with how alike it is, compared anew where the event has become another meanwhile, of which only the first lines count."""
    at = 0
    while at < len(others):
        compared = event.lines[:_ASKED]
        for odds in among.like_each(event, others[at:]):
            at += 1
            yield others[at - 1], odds
            if len(compared) < _ASKED and len(event.lines) > len(compared):
                break
