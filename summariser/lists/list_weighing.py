"""How much of what a list is asked for a headline tells: deeds, kinds, names and what else is said of them, each by its weight. Pure; six languages.

Where no line meets a question word for word, those that meet most of it are its list. A deed is told by any of its words in any language, a
kind by any noun for it; of the rest of the question each word counts by how much it tells apart.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Final

from news.asking import Passage
from news.languages import Language
from news.text import search_tokens
from summariser.asking.happenings import Happening, happening
from summariser.asking.inquiring import Wanted
from summariser.asking.list_forms import BODIES
from summariser.asking.membership import SORTS, is_within
from summariser.asking.support import is_unfit, of_story, plain_lines
from summariser.lists.listing import Item
from summariser.lists.predicating import POST, deeds_of, leading_of, names_of
from summariser.lists.rostering import headline_of, likeness
from summariser.reading.relevance import judge
from summariser.stories.each_once import one_event
from summariser.words.aliases import mentions
from summariser.words.names import companies_in, names_in
from summariser.words.senses import is_spoken_of, kinds, tongue_of, tongue_of_line
from summariser.words.vectors import simplify

_LEAD: Final = 500
_LEADING: Final = 2
_BEHIND: Final = 0.6
"""What stands only in the first sentences counts so much."""
_DEED: Final = 1.0
_KIND: Final = 0.8
_SORT: Final = 0.6
_REST: Final = 1.0
_WORDS_OF_WEIGHT: Final = 2
"""From so many tokens on the rest weighs all that it may."""
ENOUGH: Final = 0.7
LEAST: Final = 0.5
"""From so much on a headline that tells the deed is told where none tells enough."""
_SAME_EVENT: Final = timedelta(days=4)
_ALIKE: Final = 0.5
_ALIKE_OF_ONE: Final = 0.2
_FIRST: Final = 3
_SHOWN: Final = 8
_SHOWN_LOOSELY: Final = 5
_A_FEW: Final = 3
_ALL: Final = 200
_ASKS: Final = re.compile(
    r"[?？]\s*$|^(?:how|can|could|should|is|are|does|do|what|when|which|where|why)\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Weighed:
    """How much of what is asked a report tells, 0 to 1, and whether its headline tells the deed itself."""

    share: float
    by_title: bool
    holds: bool = True
    """It has some word of what else is asked, where anything is."""


def weighs(wanted: Wanted, title: str, lead: str, language: Language, weights: Mapping[str, float]) -> Weighed | None:
    """None where a name that is asked for is missing, or the deed is. `weights`: of search tokens, by how much they tell apart."""
    whole = f"{title}\n{lead}"
    if _ASKS.search(title) or not _is_of_whom(wanted, whole) or not is_within(wanted.within, title, lead, language):
        return None
    deed = _deed(wanted, title, lead)
    if deed == 0.0 or (wanted.kind == "person" and not _is_of_somebody(title)):
        return None
    parts = [(_DEED, deed)] if deed is not None else []
    parts += [(_KIND, _kind(name, title, lead)) for name in _kinds(wanted)]
    if wanted.sort:
        parts.append((_SORT, _either(SORTS[wanted.sort][1].search, title, lead)))
    parts += [(_DEED, _either(lambda text, name=name: is_spoken_of(name, text), title, lead)) for name in wanted.also]
    tokens = _tokens(wanted, language)
    met = _rest(tokens, title, lead, weights) if tokens else 1.0
    parts.append((_REST * min(1.0, len(tokens) / _WORDS_OF_WEIGHT), met))
    total = sum(weight for weight, _ in parts)
    return Weighed(sum(weight * part for weight, part in parts) / total, deed == 1.0, met > 0) if total else None


def _is_of_somebody(text: str) -> bool:
    """It names a person, or a post that one holds."""
    if _ATTENDS.search(text):
        return False
    if any(one.kind == "person" for one in names_in(text)) or _POST.search(text):
        return True
    return tongue_of(text) == "en" and POST.search(text) is not None


_ATTENDS: Final = re.compile(
    r"참가|참여|참석|参画|参加|參加|参与|參與|[論论][戰战]|[戰战]局|行列|เข้าร่วม(?:งาน|ประชุม)|\bjoins? (?:the )?(?:fray|debate|race|program\w*|chorus|backlash)\b",
    re.IGNORECASE,
)
"""What somebody takes part in is no house that they join."""
_POST: Final = re.compile(
    r"C[ETFO]O\b|社長|会長|教授|研究者|幹部|役員|責任者|取締役|氏(?=[がはのを、ら]|$)|[大担当]{0,3}[大相]臣|担当相|長官|[执執]行[长長]|[总總][裁经經]|董事|[负負][责責]人|主管|高[管层層]|科[学學]家|工程[师師]|部[长長]|局[长長]|[创創][始辦办]人"
    r"|대표|사장|회장|교수|연구원|책임(?:관|자)|장관|임원|이사(?!회)|의장|수학자|과학자|개발자|부시장|출신|ผู้บริหาร|ซีอีโอ|ประธาน|รัฐมนตรี|นักวิจัย|กรรมการ|ผู้ก่อตั้ง|หัวหน้า"
)


def _kinds(wanted: Wanted) -> Iterator[str]:
    for name in dict.fromkeys((wanted.kind, *wanted.fields)):
        row = kinds().get(name)
        if row and row.tells:
            yield name


def _kind(name: str, title: str, lead: str) -> float:
    tells = kinds()[name].tells
    return _either(tells.search, title, lead) if tells else 0.0


def _either(told, title: str, lead: str) -> float:  # type: ignore[no-untyped-def]
    return 1.0 if told(title) else _BEHIND if told(lead) else 0.0


def _deed(wanted: Wanted, title: str, lead: str) -> float | None:
    """None where no deed is asked for."""
    if not wanted.senses:
        return None
    return 1.0 if tells_deed(wanted, title) else _BEHIND if tells_deed(wanted, lead) else 0.0


def tells_deed(wanted: Wanted, text: str) -> bool:
    """By the deed's words; a round by its form and sum, for much else is raised."""
    if "raise" in wanted.senses:
        if happening("raise", text, tongue_of_line(text)):
            return True
        wanted = replace(wanted, senses=tuple(one for one in wanted.senses if one != "raise"))
    return any(wanted.planned or not deed.planned for deed in deeds_of(wanted, text, tongue_of(text)))


def _is_of_whom(wanted: Wanted, text: str) -> bool:
    if wanted.whose:
        there = {part for one in mentions(text) for part in (one.id, one.company)} | {one.id for one in names_in(text)}
        if not all(one.id in there for one in wanted.whose):
            return False
    return not wanted.named or set(wanted.named) <= set(search_tokens(text))


def _tokens(wanted: Wanted, language: Language) -> tuple[str, ...]:
    told = wanted.rest_in(language)
    return tuple(dict.fromkeys((*told, *search_tokens(wanted.verb)))) if tongue_of(" ".join(told)) else told


def _rest(tokens: Sequence[str], title: str, lead: str, weights: Mapping[str, float]) -> float:
    first, there = set(search_tokens(simplify(title))), set(search_tokens(simplify(lead)))
    worth = {one: weights.get(one, 1.0) for one in tokens}
    total = sum(worth.values())
    met = sum(value * (1.0 if one in first else _BEHIND if one in there else 0.0) for one, value in worth.items())
    return met / total if total else 0.0


def weighed(
    wanted: Wanted, passage: Passage, weights: Mapping[str, float], rank: int, *, of_ai: bool = False
) -> Item | None:
    """The report as an item, under its headline, where it meets enough. `of_ai`: the question names AI, and so the report must."""
    title = headline_of(passage.title, passage.source)
    lead = " ".join(plain_lines(passage.text[:_LEAD], passage.language)[:_LEADING])
    found = weighs(wanted, title, lead, passage.language, weights)
    if found is None or found.share < LEAST or is_unfit(title, passage):
        return None
    if found.share < ENOUGH and not (found.by_title and found.holds):
        return None
    if of_ai and not judge(passage.title, passage.text).is_ai:
        return None
    keys = {one.company or one.id for one in mentions(title)} or set(names_of(title, ()))
    weight = (-rank, round(found.share * 100), found.by_title)
    return Item(Happening("", title, ""), title, passage, weight, keys, {of_story(passage)}, {passage.source})


def is_sure(one: Item) -> bool:
    """Its headline tells the deed, and enough of all that is asked."""
    return one.weight[1] >= ENOUGH * 100 and bool(one.weight[2])


def as_told(passages: Sequence[Passage], lines: Sequence[str]) -> list[Item]:
    """What meets all that is asked, before whatever is weighed."""
    return [
        Item(
            Happening("", line, ""), line, one, (0, _ALL, True), set(names_of(line, ())), {of_story(one)}, {one.source}
        )
        for one, line in zip(passages, lines, strict=True)
    ]


def kept_once(wanted: Wanted, found: Sequence[Item]) -> list[Item]:
    """Each event under the line that tells most of it, the most told first."""
    kept: list[Item] = []
    for one in sorted(found, key=lambda item: item.weight, reverse=True):
        same = next((other for other in kept if _is_same(wanted, other, one)), None)
        if same is None:
            kept.append(one)
        else:
            same.reports |= one.reports
            same.sources |= one.sources
    told = sorted(kept, key=lambda item: (-item.weight[1], item.weight[0] < 0, -len(item.sources)))
    enough = [one for one in told if one.weight[1] >= ENOUGH * 100]
    are_some = len(enough) >= _A_FEW or any(one.weight[1] == _ALL for one in enough)
    return enough[:_SHOWN] if are_some else told[:_SHOWN_LOOSELY]


def _is_same(wanted: Wanted, one: Item, other: Item) -> bool:
    if one.reports & other.reports:
        return True
    own = {mine.company or mine.id for mine in wanted.whose}
    if one_event((one.line, one.passage), (other.line, other.passage), own):
        return True
    if abs(one.passage.published - other.passage.published) > _SAME_EVENT:
        return False
    first, second = leading_of(one.line)[:_FIRST], leading_of(other.line)[:_FIRST]
    if wanted.kind in BODIES and not wanted.whose and _is_one_body(one, other, first == second):
        return True  # of who did it each is told once
    alike = likeness(wanted, one.line, other.line)
    of_one = bool((one.keys & other.keys) - own) or first == second
    return alike >= _ALIKE or (of_one and alike >= _ALIKE_OF_ONE)


def _is_one_body(one: Item, other: Item, leads: bool) -> bool:
    """Both name the same known companies, or begin with the same name where names are written without spaces."""
    mine, theirs = companies_in(one.line), companies_in(other.line)
    return (bool(mine) and set(mine) == set(theirs)) or (leads and tongue_of(one.line) != "en")
