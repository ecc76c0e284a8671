"""News of somebody: their reports to events, which line tells each, and how much it matters. Pure; six languages."""

import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import cache
from typing import Final

from news.languages import Language
from news.model import Article, Tier
from summariser.asking.support import bare, is_unfit_line, lines_of
from summariser.reading.commanding import commands_machines
from summariser.reading.doings import ACTS, TAKES_PART, Doings
from summariser.reading.formats import form_of
from summariser.reading.headlines import teases, with_maker
from summariser.reading.stakes import stakes_of
from summariser.reading.traces import headline, script_of
from summariser.reading.voices import own_companies, owner, speaks_for_itself
from summariser.stories.across import tell_one_event
from summariser.stories.one_event import Told, akin, same_event
from summariser.stories.ranking import RankingPolicy
from summariser.words.deeds import is_release
from summariser.words.names import bodies_in, companies_in, numbers_in
from summariser.words.predicates import predicates
from summariser.words.senses import deeds_told
from summariser.words.vectors import terms
from summariser.words.versions import versioned_in

FEW: Final = 3
_LEAD: Final = 500
_LONGEST: Final = 220
_CROWD: Final = 3
"""Companies of a sentence that is news of one of them; more are a list."""
_NEAR: Final = timedelta(hours=48)
_ASKED: Final = 8
"""So many lines of an event are compared."""
_POLICY: Final = RankingPolicy()
_GAME: Final = re.compile(
    r"[とに](?:[一-鿿]{1,4}で)?対戦|\d+勝(?:到達|目|\d+敗)|\d+回戦|本塁打|\d?連[勝敗]|(?:^|\D)\d{1,2}[―–-]\d{1,2}[ァ-ヴ一-鿿](?:[(（]|$)|승리투수|홈런|\d연[승패]"
)
"""A match of a club that bears the name."""
MOVES: Final = re.compile(
    r"\b(?:shares?|stocks?) (?:jump|soar|surge|rise|rose|fall|fell|drop|slide|slip|climb|gain|tumble|plunge|rall)\w*"
    r"|(?:동반|나란히) ?(?:하락|상승|급락|급등|강세|약세)|주가|코스피|코스닥|증시|加[權权]指[數数]|급락|급등|株[価安高]|株[^、。]{0,3}急[落騰]|日経平均|続[落伸]|反[発落]|股[价價]|[涨漲]停|[跌]停|[大暴][涨漲跌]|收[涨漲跌]|ราคาหุ้น",
    re.IGNORECASE,
)
"""A day on the exchange."""
_SUPPOSED: Final = re.compile(
    r"(?:풀이|분석|해석|전망|관측|평가|예상)(?:된다|됩니다|이다|가 나온다)|(?:とみられる|と見られる|可能性がある)。?$|(?:預計|预计|料將|或將|或将)|คาดว่า"
)
"""A sentence on what it may mean."""
_NEWSROOMS: Final = (Tier.GENERAL, Tier.SPECIALIST)
_LONG: Final[dict[Language, int]] = {"en": 120, "th": 120}
_LONG_CHARACTERS: Final = 60
_QUOTED: Final = re.compile(
    r"^[^:：]{2,40}[:：]\s*[‘“'\"「『][^’”』」]+[’”'\"」』]\s*$"
    r"|^[「『“\"][^」』”\"]+[」』”\"][^がをは、,]*(?:代表|社長|会長|氏|教授|さん|所長|[CD]EO|대표|교수|회장|사장|의장|센터장|執行長|董事長|总裁|總裁)$"
)
"""What somebody said, and who."""
_FINITE: Final = frozenset({"finite", "past"})
_STATE: Final = re.compile(r"\b(?:is|are|was|were|can|will|has|have|now|gets?)\b")
_SAID: Final = re.compile(r"“[^”]*”|「[^」]*」|『[^』]*』|\"[^\"]*\"|(?<!\w)[‘'][^’']*[’'](?!\w)")
_SHOWS: Final = re.compile(r"(?:these|this is|watch|listen)\b", re.IGNORECASE)
_OPINION: Final = re.compile(
    r"\b(?:experts?|analysts?|opinion|editorial|columnists?|commentary|podcast)\b\s*(?::|warns?|says?|argues?|$)|(?:專欄|专栏|社論|社论|觀點|观点|コラム|社説|칼럼|사설|기고|บทวิเคราะห์|บทความ)\s*[:：》〉」\]]?"
    r"|\b(?:stocks? to (?:buy|watch)|price target|buy rating|loading up|should you buy)\b|목표 ?주?가|目標株価|目标价|目標價|특징주|관련주|수혜주|주도주|注目株|関連株|概念股|看好|看多"
    r"|(?:[專专]家|[學学]者|分析[師师]|전문가|애널리스트|専門家|アナリスト|ผู้เชี่ยวชาญ|นักวิเคราะห์).{0,4}(?:[:：「“\"籲呼吁指稱称認认警憂忧]|は|주장|경고|전망|지적|ชี้|เตือน|มอง)",
    re.IGNORECASE,
)
"""What somebody thinks of them, or advises to buy."""
_PUBLISHER: Final = re.compile(r"\s[-–|]\s([^-–|]{2,40})$")


@dataclass(frozen=True, slots=True)
class Line(Told):
    """`part`: how far they take part, as `Doings.part_in` has it; `plain`: it tells the event by itself, no question, list or lure."""

    part: int = ACTS
    plain: bool = True
    heads: bool = True
    """It is the report's own headline, no sentence torn from its text."""


@dataclass(slots=True)
class Event:
    """What one or more reports tell."""

    lines: list[Line] = field(default_factory=list)
    score: float = 0.0
    of_ai: bool = True
    known: bool = False
    """A line says in so many words that it was brought out or made known."""
    told_by: Mapping[Language, frozenset[str]] = field(default_factory=dict)
    """Publishers that were counted beyond its lines, in each language."""

    @property
    def last(self) -> datetime:
        return max(one.article.published for one in self.lines)

    @property
    def voices(self) -> int:
        """Those who report it; in an aggregator's list each newsroom counts, not the list."""
        return max(sum(map(len, self.told_by.values())), len({_voice(one.article) for one in self.lines}))

    @property
    def tongues(self) -> frozenset[Language]:
        return frozenset(one.article.language for one in self.lines)

    @property
    def languages(self) -> frozenset[Language]:
        return self.tongues | self.told_by.keys()


def _voice(article: Article) -> str:
    named = _PUBLISHER.search(article.title) if article.tier is Tier.AGGREGATOR else None
    return named[1].casefold() if named else owner(article) if article.tier is not Tier.AGGREGATOR else article.title


_ROW: Final = re.compile(r"[｜|]")
_SHORT: Final = 10
"""Longer parts of a title, several in a row, are headlines of a programme."""


def is_report(article: Article) -> bool:
    """Of something that happened: no list, opinion, podcast, stock tip, nor what somebody posts about others."""
    if form_of(article) != "news" or _QUOTED.search(headline(article.title)) or _OPINION.search(article.title):
        return False
    if _GAME.search(article.title) or sum(len(one) > _SHORT for one in _ROW.split(article.title)) >= FEW:
        return False
    return article.tier is not Tier.COMMUNITY or speaks_for_itself(article)


def is_told(title: str) -> bool:
    """It tells the event by itself: no question, lure, nor one that a feed cut off, and more than what somebody said."""
    said = sum(len(one) for one in _SAID.findall(title))
    return not teases(title) and not _SHOWS.match(title) and not title.endswith(("...", "…")) and 2 * said <= len(title)


def _is_label(title: str, language: Language) -> bool:
    """A maker's page is often headed by what it is about ("REST API endpoints for …"), and not by what was done."""
    if language != "en" or _STATE.search(title):
        return False
    return not has_verb(title)


def line_of(article: Article, of: Doings) -> Line | None:
    """Its headline where they take part in that, else the first sentence of its text where they act; None for what is no report of theirs."""
    if not is_report(article):
        return _item_of(article, of)
    title = bare(headline(article.title))
    own = is_own(article, of)
    part = ACTS if own and not of.names_another(title) else of.part_in(title)
    is_plain = is_told(title) and not (own and _is_label(title, article.language))
    if part >= TAKES_PART and is_plain:
        return Line(article, title, part) if of.fits(title, own=own) else None
    first = next((line for line, _ in lines_of(article.words[:_LEAD], article.language)), "")
    leads = (
        not _SUPPOSED.search(first)
        and of.part_in(first) >= (TAKES_PART if part else ACTS)
        and len(first) <= _LONGEST
        and len(companies_in(first)) <= _CROWD
    )
    if leads and not is_unfit_line(first, article.language):
        return Line(article, first, ACTS - 1, heads=False) if of.fits(first, own=own) else None
    return Line(article, title, part, plain=False) if part >= TAKES_PART and of.fits(title, own=own) else None


def _item_of(article: Article, of: Doings) -> Line | None:
    """Of several headlines in one title, as evening papers have them, the one in which they act."""
    if form_of(article) != "roundup" or article.tier not in _NEWSROOMS:
        return None
    items = [one.rpartition("｜")[2].rpartition("|")[2].strip() for one in _ITEMS.split(article.title)]
    theirs = [one for one in items if of.part_in(one) == ACTS and of.fits(one)] if len(items) >= FEW else []
    return Line(article, theirs[0], ACTS) if theirs else None


_ITEMS: Final = re.compile(r"\s*[；;]\s*")


def line_in(article: Article, wanted: Callable[[str], bool]) -> Line | None:
    """Its headline, where that is `wanted` and tells an event by itself."""
    title = bare(headline(article.title))
    if not wanted(title) or not is_report(article) or is_unfit_line(title, article.language):
        return None
    whole = is_told(title) and not _is_label(title, article.language)
    return None if commands_machines(article.title) else Line(article, with_maker(title, article), plain=whole)


def is_own(article: Article, of: Doings) -> bool:
    """Their own page tells it."""
    if article.tier is not Tier.OFFICIAL:
        return False
    return of.named_in(article.source_name) or (bool(of.doer.id) and of.doer.company in own_companies(article))


def events_of(lines: Sequence[Line], of: Doings) -> list[Event]:
    """The reports of one event are one: by their story, and by what they say."""
    name = frozenset(() if of.doer.id else terms(of.doer.company))
    kept: list[Event] = []
    for one in sorted(lines, key=lambda line: (line.article.published, line.article.id)):
        same = [event for event in kept if any(_is_one(one, other, name) for other in event.lines[-_ASKED:])]
        into = same[0] if same else Event()
        if not same:
            kept.append(into)
        for other in same[1:]:
            into.lines += other.lines
            kept.remove(other)
        into.lines.append(one)
    return kept


def events_in(
    lines: Sequence[Line], common: Callable[[str], frozenset[str]], parties: frozenset[str] = frozenset()
) -> list[Event]:
    """The same of reports on whomever. `common`: the terms of a headline that all have, which tell no event, and the `parties` in all."""
    kept: list[Event] = []
    common = cache(common)  # asked of each pair
    for one in sorted(lines, key=lambda line: (line.article.published, line.article.id)):
        same = next(
            (event for event in kept if any(_is_same(one, other, common, parties) for other in event.lines[-_ASKED:])),
            None,
        )
        if same is None:
            kept.append(Event([one]))
        else:
            same.lines.append(one)
    return kept


def _once_done(one: Line, other: Line) -> bool:
    """The same company is named first, and does what one does once a week, whatever else the headlines say."""
    if abs(one.article.published - other.article.published) > _WEEKS:
        return False
    mine, theirs = companies_in(one.text)[:1], companies_in(other.text)[:1]
    return bool(mine) and mine == theirs and bool(deeds_told(one.text) & deeds_told(other.text) & _ONCE)


_WEEKS: Final = timedelta(days=4)
_ONCE: Final = frozenset({"ipo", "layoff", "outage", "recall", "suspend", "settle", "stealth", "rename", "reduce"})


def _is_same(
    one: Line, other: Line, common: Callable[[str], frozenset[str]], parties: frozenset[str] = frozenset()
) -> bool:
    mine, theirs = companies_in(one.text), companies_in(other.text)
    if mine and theirs and set(mine).isdisjoint(theirs):
        return False
    name = common(one.text) | common(other.text)
    if mine and theirs:
        return _is_one(one, other, name)
    if abs(one.article.published - other.article.published) > _NEAR:
        return False
    apart = script_of(one.text, one.article.language) != script_of(other.text, other.article.language)
    if _of_one_body(one.text, other.text, parties):
        return apart or akin(one, other, name)
    return tell_one_event(one.text, other.text) if apart else _is_one(one, other, name)


def _of_one_body(one: str, other: str, parties: frozenset[str]) -> bool:
    """Both tell what the same public body decides, that not all are about, and name nobody else."""
    bodies = bodies_in(one)
    return not bodies <= parties and bodies == bodies_in(other) and "power" in stakes_of(one) & stakes_of(other)


def same_matter(one: Line, other: Line) -> bool:
    """Whether two headlines on whomever, of whatever language, tell one event."""
    return _is_same(one, other, lambda _: frozenset())


def _is_one(one: Line, other: Line, name: frozenset[str]) -> bool:
    """A story may have been made of two events that only share the name: its reports must have a little more in common."""
    story = one.article.story
    together = bool(story) and story == other.article.story
    return same_event(one, other, name) or _once_done(one, other) or (together and akin(one, other, name))


def shown_by(event: Event, order: Sequence[Language | None]) -> Line:
    """The line that tells it best, in the first of these languages that has one: what most others say too, as it stands now, in so many words."""
    often = Counter(term for line in event.lines for term in set(terms(line.text)))
    newest = {
        tongue: max(one.article.published for one in event.lines if one.article.language == tongue)
        for tongue in event.tongues
    }

    def worth(one: Line) -> tuple[float, ...]:
        tongue, tier, words = one.article.language, one.article.tier, set(terms(one.text))
        rank = order.index(tongue) if tongue in order else len(order)
        agreed = sum(often[word] for word in words) / (len(words) + 4) / len(event.lines)
        versioned = any(named.known for named in versioned_in(one.text))
        long = len(one.text) > _LONG.get(tongue, _LONG_CHARACTERS)
        overtaken = newest[tongue] - one.article.published > _OVERTAKEN
        points = agreed + 0.15 * (tier in _NEWSROOMS) + 0.1 * (one.part == ACTS) + 0.1 * versioned
        points += 0.04 * min(_TOLD, len(deeds_told(one.text)) + 2 * len(numbers_in(one.text)))
        points += 0.015 * min(_WORDS, len(words)) - 0.05 * overtaken
        return (
            one.heads or (rank == 0 and one.plain),
            -rank,
            one.plain,
            tongue != "en" or has_verb(one.text),
            not (overtaken and _EXPECTED.search(one.text)),
            MOVES.search(one.text) is None,
            not long,
            round(points, 2),
            _POLICY.tier[tier],
        )

    return max(event.lines, key=worth)


_OVERTAKEN: Final = timedelta(hours=30)
"""What is so much older than the newest report in its language may be what was only expected then."""
_EXPECTED: Final = re.compile(
    r"\b(?:seen|expect(?:s|ed)?|likely|set to|poised|forecasts?|ahead of|preview|could|may|plans|in talks|reportedly|considers?)\b"
    r"|予想|見込み|見通し|へ$|预计|預計|[将將料]|전망|예상|앞두|예정|คาด|เตรียม",
    re.IGNORECASE,
)
_WORDS: Final = 12
_TOLD: Final = 5
"""Deeds and figures of a headline beyond which more of them say no more."""


def has_verb(text: str) -> bool:
    """An English headline tells that something was done; "The Kimi K3 moment" does not."""
    return is_release(text) or any(not verb.noun and verb.form in _FINITE for verb in predicates(text))
