"""How much an event matters: who reports it, what is done in it and what is at stake, how new it is; and which are shown. Pure; six languages."""

import re
from collections import Counter
from collections.abc import Sequence
from datetime import datetime, timedelta
from functools import lru_cache
from math import log2
from typing import Final

from news.languages import Language
from news.model import Tier
from summariser.reading.doings import ACTS, HEARSAY, Doings
from summariser.reading.relevance import judge
from summariser.reading.stakes import stakes
from summariser.reading.topics import topics_of
from summariser.stories.newslines import FEW, MOVES, Event, is_own
from summariser.stories.one_event import in_a_row
from summariser.stories.ranking import REPRINTING, RankingPolicy
from summariser.words.names import companies_in
from summariser.words.senses import deeds_told

SHOWN: Final = 7
ENOUGH: Final = 5
"""So many events in the reader's own language need none of another beside them."""
_POLICY: Final = RankingPolicy()
_DONE: Final = {
    "sue": 2.0, "settle": 2.0, "ban": 2.0, "breach": 2.5, "fine": 2.0, "probe": 1.5, "arrest": 1.0, "layoff": 2.0, "buy": 2.0,
    "ipo": 1.5, "raise": 1.0, "invest": 1.0, "release": 1.0, "flaw": 1.0, "outage": 1.5, "recall": 1.0, "suspend": 1.5, "rename": 1.5,
    "delay": 1.5, "approve": 1.0, "build": 0.0, "leave": 1.0, "join": 0.5, "appoint": 0.5, "reduce": 1.0, "deal": 0.5,
    "partner": -1.0, "memorandum": -2.0, "adopt": -1.5,
}  # fmt: skip
"""Points for what is done, by its sense: what binds or harms many before what two firms agree on."""
_MOST_DONE: Final = 4.5
_SERVED: Final = 3.0
_ACTING: Final = 1.0
_IN_A_ROW: Final = -1.0
"""For what several companies are named for side by side: an overview more often than a deed."""
_MOST_COUNTED: Final = 13.0
_PER_DOUBLING_COUNTED: Final = 3.2
_PER_DOUBLING_COPIED: Final = 1.4
"""Where all who tell it were counted, whatever story they are in."""
_COPYING: Final = frozenset({"ko"})
_MUCH: Final = 2.0
"""In these languages what nobody known does is a release that all print, unless as much is at stake in it."""
_SAID_OF: Final = -1.0
"""For what is only thought, wished or said to come."""
_OWN_WORD: Final = -2.0
_LEAST: Final = 3.0
"""Points from which on an event is shown beside the first few."""
_OTHER_TRADE: Final = -3.0
_TEASING: Final = -1.5
_TORN: Final = -2.0
"""For what no headline tells, only a sentence of a text."""
_MADE_KNOWN: Final = 1.5
_MARKET: Final = -6.0
_FRESH: Final = (2.0, timedelta(days=3))
_LATEST: Final = (6.0, timedelta(days=1))
_FILLS: Final = 0.5
"""And where fewer than `ENOUGH` are told."""
_WORLDWIDE: Final = 8
"""Publishers of what is told though no report of it is in the reader's language."""


def weigh(event: Event, of: Doings | None, *, now: datetime, latest: bool = False, of_trade: bool = False) -> float:
    """In points. `of`: whose news it is, None for a field's; `of_trade`: all that is asked for is of the trade."""
    most, half = _LATEST if latest else _FRESH
    reports = [one.article for one in event.lines]
    titles = [one.text for one in event.lines]
    done = _done(titles)
    at_stake = _at_stake(titles, done)
    points = (
        _heard(event, (bool(done) and max(done) >= 0) or at_stake > 0)
        + max(_POLICY.tier[one.tier] for one in reports)
        + at_stake
    )
    points += _POLICY.known_names * (of is None and any(companies_in(title) for title in titles))
    points += _IN_A_ROW * (of is not None and all(in_a_row(title) for title in titles))
    points += _SAID_OF * (event.voices == 1 and all(HEARSAY.search(title) for title in titles))
    points += _ACTING * (max(one.part for one in event.lines) == ACTS)
    event.known = of is not None and any(of.makes_known(one.text) for one in event.lines)
    points += _OWN_WORD * (all(one.tier is Tier.OFFICIAL for one in reports) and at_stake <= 0 and not event.known)
    points += 0.0 if any(one.plain for one in event.lines) else _TEASING
    points += 0.0 if any(one.heads for one in event.lines) else _TORN
    event.of_ai = of_trade or any(judge(one.title, one.words).is_ai for one in reports) or of_robots(event)
    own = of is not None and all(is_own(one, of) for one in reports)
    points += 0.0 if event.of_ai or (own and event.known) else _OTHER_TRADE
    moves = sum(MOVES.search(one.text) is not None for one in event.lines)
    points += _MARKET * (3 * moves >= len(event.lines))
    points += _MADE_KNOWN * (of is not None and of.announced and event.known)
    return points + most * float(0.5 ** (max(timedelta(), now - event.last) / half))


def _at_stake(titles: Sequence[str], done: Sequence[float]) -> float:
    """What at least a third of its headlines put at stake, and what is done in them."""
    staked_as = stakes(titles)
    staked = [_POLICY.stakes[one] for one in staked_as]
    staked += [_POLICY.stakes["money"]] * (
        "money" not in staked_as and 2 * sum(map(_tells_a_sum, titles)) >= len(titles)
    )
    good = sum(filter(lambda points: points > 0, staked)) + max([0.0, *done])
    if "feature" in staked_as:  # whom a vendor serves against harm
        good = max(0.0, good - _SERVED)
    light = sum(filter(lambda points: points < 0, staked)) + min([0.0, *done])
    return min(_MOST_DONE, good) if good else max(_POLICY.least_at_stake, light)


def _tells_a_sum(title: str) -> bool:
    """In words, or of won, as Korean headlines write them: 50조."""
    return _SUMS.search(title) is not None


_SUMS: Final = re.compile(
    r"\bmulti-?billion\b|[數数]十[億亿]|百[億亿]|수십억|수조|หลายพันล้าน|(?<![제\d.])\d[\d,.]*\s?조(?![각직건합]|\s?제?\d*항)"
)


@lru_cache(maxsize=8192)
def stake_in(title: str) -> float:
    """What one headline puts at stake, in the same points."""
    return _at_stake([title], _done([title]))


def _done(titles: Sequence[str]) -> list[float]:
    told = Counter(name for title in titles for name in deeds_told(title))
    return [points for name, points in _DONE.items() if 3 * told[name] >= len(titles)]


def _heard(event: Event, matters: bool) -> float:
    """Of a release that one country's newsrooms reprint, in which nothing is done that others must know, a few of them are heard."""
    languages = event.languages
    if event.told_by:
        copied = languages <= _COPYING and not _is_known(event, matters)
        return min(_MOST_COUNTED, (_PER_DOUBLING_COPIED if copied else _PER_DOUBLING_COUNTED) * log2(event.voices))
    reprinted = len(languages) == 1 and languages <= REPRINTING and not matters
    most = _POLICY.most_for_reprints if reprinted else _POLICY.most_for_sources
    return min(most, _POLICY.per_doubling_of_sources * log2(event.voices))


def _is_known(event: Event, matters: bool) -> bool:
    """In most of its headlines who is known in the field does something, or much is at stake."""
    told = sum((matters and bool(companies_in(one.text))) or stake_in(one.text) >= _MUCH for one in event.lines)
    return 2 * told > len(event.lines)


def of_robots(event: Event) -> bool:
    """Most headlines of what was counted are on robots: of the trade, though they do without the word for AI."""
    told = sum("robotics" in topics_of(one.text, "") for one in event.lines)
    return bool(event.told_by) and 2 * told > len(event.lines)


def chosen(
    events: Sequence[Event], own: Sequence[Language | None], most: int = SHOWN, *, announced: bool = False
) -> list[Event]:
    """The weightiest that the reader's own language tells; where these are few, also what others tell, and always what the world speaks of. What no
    headline tells by itself only fills up."""
    ranked = sorted(events, key=lambda event: -event.score)
    ranked = [one for one in ranked if one.of_ai or any(line.part == ACTS for line in one.lines)]
    whole = [one for one in ranked if any(line.plain and line.heads for line in one.lines)]
    if announced:  # what they made known in so many words, and then what else they did
        known = [one for one in whole if one.known or one.voices >= FEW]
        whole = [*known, *(one for one in whole if one not in known and (len(known) < FEW or one.voices > 1))]
    told = _told(whole, own, most)
    if len(told) < FEW:
        rest = [one for one in ranked if one not in whole and any(line.plain for line in one.lines)]
        told += (rest or ([] if told else ranked))[: FEW - len(told)]
    return told


def _told(ranked: Sequence[Event], own: Sequence[Language | None], most: int) -> list[Event]:
    theirs = [one for one in ranked if any(line.article.language in own and line.plain for line in one.lines)]
    told = [one for place, one in enumerate(theirs) if place < FEW or one.score >= _least(place)][:most]
    others = [one for one in ranked if one not in theirs and not any(_is_again(one, other) for other in told)]
    big = [one for one in others if one.voices >= _WORLDWIDE][:1]
    room = max(0, ENOUGH - len(told) - len(big))
    more = [one for one in others if one not in big and (one.score >= _LEAST or len(told) < FEW)][:room]
    return [*sorted([*told[: most - len(big)], *big], key=ranked.index), *more]


def _least(place: int) -> float:
    return _LEAST if place >= ENOUGH else _FILLS


def _is_again(abroad: Event, told: Event) -> bool:
    """The same is done in it in the same days: what its reader is told in their own language already."""
    if abs(abroad.last - told.last) > _SAME_DAYS:
        return False
    ours, theirs = (frozenset().union(*(deeds_told(line.text) for line in one.lines)) for one in (abroad, told))
    return bool(ours & theirs - _OFTEN_DONE)


_SAME_DAYS: Final = timedelta(days=4)
_OFTEN_DONE: Final = frozenset({"release", "announce", "use", "rise", "fall", "build"})
