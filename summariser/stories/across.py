"""Stories in different scripts that tell one event: where no word can be compared, names, versions, numbers, deeds and the day are. Pure."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import lru_cache
from itertools import product
from typing import Final

from news.model import Article, Story
from news.scripts import words
from summariser.reading.traces import headline, script_of
from summariser.stories.one_event import coined
from summariser.stories.ranking import Scored
from summariser.words.aliases import mentions, spelled_out
from summariser.words.deeds import is_release
from summariser.words.names import (
    Number,
    amounts_conflict,
    names_in,
    numbers_in,
    places,
    versions_conflict,
    versions_in,
)
from summariser.words.senses import deeds_told

_APART: Final = timedelta(hours=36)
_ASKED: Final = 12
_SHARE: Final = 3
"""One in so many of a story's titles in one script, unless it is the one that heads it: grouping errs."""
_LEAST: Final = 10
"""Below it, and where it is round, a plain count is told of many things."""
_TOPIC: Final = 3
"""A rare word that more stories of one edition name is no event's: a fair, a race."""
_OFTEN: Final = words("release announce build adopt partner increase join deal reduce invest raise ipo appoint leave")
"""What a company does several times a day, each time with something or somebody else, or prepares for months."""
_ONCE: Final = words(
    "layoff fine ban memorandum outage recall buy sue breach flaw close suspend delay probe approve settle stealth arrest"
)
"""What a company does or suffers once a day."""
_OF_TWO: Final = words("sue settle memorandum buy")
"""What a company does or suffers several times, each time with somebody else."""
_LASTING: Final = words("sue")
"""What two companies are in for months, with several things to tell of it."""
_SHORT: Final = ((re.compile(r"\bEU\b"), "European Union"), (re.compile(r"\bXi\b(?! Jinping)"), "Xi Jinping"))
"""Whom headlines name in two letters, which mean other things in small ones."""


_OWNS: Final = re.compile(r"['’]s\b|旗下|の|的")
"""Musk's xAI is xAI."""


@dataclass(frozen=True, slots=True)
class _Line:
    """A title. `leader` is named first, `ahead` are unknown names before it; `who`: companies and public bodies, a product or a head standing
    for its company; `named`: these as they are named; `things`: rare words in Latin letters; `out`: something was released."""

    leader: str
    ahead: frozenset[str]
    named: frozenset[str]
    who: frozenset[str]
    people: frozenset[str]
    places: frozenset[str]
    things: frozenset[str]
    versions: Mapping[str, frozenset[str]]
    numbers: frozenset[Number]
    deeds: frozenset[str]
    out: bool


@lru_cache(maxsize=20_000)
def _line(title: str) -> _Line:
    title = spelled_out(title)
    for pattern, whole in _SHORT:
        title = pattern.sub(whole, title)
    names = [name for name in names_in(title) if name.kind != "place"]
    known = mentions(title)
    first = next((one for one in known[:-1] if not _OWNS.match(title, one.end)), known[-1] if known else None)
    return _Line(
        leader=(first.company or first.id) if first else "",
        ahead=coined(title[: first.start]) if first else frozenset(),
        named=frozenset(name.id for name in names),
        who=frozenset(name.company or name.id for name in names if name.company or name.kind == "body"),
        people=frozenset(name.id for name in names if name.kind == "person"),
        places=frozenset(name.id for name in names_in(title) if name.kind == "place"),
        things=coined(title),
        versions=versions_in(title),
        numbers=frozenset(one for one in numbers_in(title) if _is_sum(one) or (one.value >= _LEAST and one.value % 10)),
        deeds=_deeds(title),
        out=is_release(title),
    )


def _is_sum(number: Number) -> bool:
    return number.unit not in ("", "%")


def _keys(numbers: Iterable[Number]) -> frozenset[str]:
    return frozenset(number.key for number in numbers)


def _deeds(title: str) -> frozenset[str]:
    return deeds_told(title) & (_ONCE | _OFTEN)


def tell_one_event(a: str, b: str, topics: AbstractSet[str] = frozenset()) -> bool:
    """Whether two titles in different scripts do: the same ones are named, and the same thing, number, kind of deed or release besides.

    `topics`: rare words that many titles hold, which tell no event. Titles that contradict each other, or one of which somebody
    unknown leads, do not.
    """
    one, two = _line(a), _line(b)
    if versions_conflict(one.versions, two.versions) or amounts_conflict(one.numbers, two.numbers):
        return False
    if one.ahead - two.things or two.ahead - one.things:
        return False
    who, people = one.who & two.who, one.people & two.people
    things = (one.things & two.things) - topics
    numbers = _keys(one.numbers) & _keys(two.numbers)
    sums = _keys(filter(_is_sum, one.numbers)) & numbers
    deeds = (one.deeds & two.deeds) - (_LASTING if len(who) > 1 else frozenset())
    told = bool(deeds - _OFTEN or numbers)
    return (
        (bool(things) and (told or bool(people) or (bool(who) and _same_cast(one, two))))
        or (len(who) > 1 and (told or (bool(deeds) and _same_cast(one, two))))
        or (bool(numbers) and bool(who or people))
        or (bool(sums) and bool(one.places & two.places))
        or (bool(who) and told and _same_cast(one, two) and _same_others(one, two))
        or (_same_cast(one, two) and _whole_cast(one, two))
        or (one.out and two.out and _same_version(one, two))
    )


def _same_cast(one: _Line, two: _Line) -> bool:
    """The same one acts, and nobody but the same others is named."""
    return one.leader == two.leader != "" and one.who == two.who


def _same_others(one: _Line, two: _Line) -> bool:
    """The same places; and where the other party makes it another suit or deal, the same unknown names."""
    return one.places == two.places and (one.things == two.things or not one.deeds & two.deeds & _OF_TWO)


def _whole_cast(one: _Line, two: _Line) -> bool:
    """So much is named that it need not be said what was done: two with a product or a public body, or a person and where."""
    mine, theirs = one.deeds - _OFTEN, two.deeds - _OFTEN
    if mine != theirs and (one.who & places() or (mine and theirs and mine.isdisjoint(theirs))):
        return False
    if one.people & two.people and one.places == two.places and (one.places or one.deeds & two.deeds):
        return True
    return len(one.who) > 1 and (len(one.named & two.named) > len(one.who) or bool(one.who & places()))


def _same_version(one: _Line, two: _Line) -> bool:
    return one.who == two.who and any(
        one.versions[family] & two.versions[family] for family in one.versions.keys() & two.versions.keys()
    )


@dataclass(frozen=True, slots=True)
class Titles:
    """A story's titles by script, each with when it was published."""

    lines: Mapping[str, Sequence[tuple[str, datetime]]]
    head: str

    @property
    def things(self) -> frozenset[str]:
        return frozenset(thing for told in self.lines.values() for title, _ in told for thing in _line(title).things)


def titles(story: Story, articles: Sequence[Article]) -> Titles:
    found: dict[str, list[tuple[str, datetime]]] = {}
    for one in articles[:_ASKED]:
        found.setdefault(script_of(one.title, one.language), []).append((headline(one.title), one.published))
    return Titles(found, headline(story.headline))


def same_event(one: Titles, two: Titles, topics: AbstractSet[str] = frozenset()) -> bool:
    """Whether two stories tell one event: a third of their titles in two scripts do, or those that head them, out within 36 hours."""
    return any(
        _meet(one, mine, two, theirs, topics)
        for (script, mine), (other, theirs) in product(one.lines.items(), two.lines.items())
        if script != other
    )


def _meet(
    one: Titles,
    mine: Sequence[tuple[str, datetime]],
    two: Titles,
    theirs: Sequence[tuple[str, datetime]],
    topics: AbstractSet[str],
) -> bool:
    met = [
        (at, there)
        for (at, (a, out)), (there, (b, later)) in product(enumerate(mine), enumerate(theirs))
        if abs(out - later) <= _APART and tell_one_event(a, b, topics)
    ]
    return bool(met) and _speaks_for({at for at, _ in met}, mine, one.head) and _speaks_for(
        {at for _, at in met}, theirs, two.head
    )  # fmt: skip


def _speaks_for(met: AbstractSet[int], lines: Sequence[tuple[str, datetime]], head: str) -> bool:
    return _SHARE * len(met) >= len(lines) or any(lines[at][0] == head for at in met)


def joined(ranked: Sequence[Scored]) -> list[Scored]:
    """Best first, without the stories that tell in another script what a better one does: that one has their articles besides its own."""
    told = [titles(item.story, item.articles) for item in ranked]
    named = Counter(thing for one in told for thing in one.things)
    topics = {thing for thing, stories in named.items() if stories > _TOPIC}
    groups: list[list[int]] = []
    for at, this in enumerate(told):
        home = next((group for group in groups if any(same_event(told[one], this, topics) for one in group)), None)
        if home is None:
            groups.append([at])
        else:
            home.append(at)
    return [
        replace(ranked[group[0]], articles=[article for at in group for article in ranked[at].articles])
        for group in groups
    ]
