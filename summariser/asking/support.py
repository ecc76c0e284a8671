"""How well a sentence supports an answer, and whether what was found answers at all: measures weighed by shipped weights.

Pure. Small logistic models (`data/answers.json`) over measures that have names, so that every choice can be explained.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import lru_cache
from itertools import islice
from math import exp, log, log1p
from typing import Final

from news.asking import Passage, Question
from news.languages import Language
from news.scripts import CJK, THAI
from news.text import search_tokens, sentences
from summariser.asking.asked import Asked
from summariser.reading.commanding import is_command
from summariser.reading.fitness import fault, is_unpaired
from summariser.reading.injection import calls_tools
from summariser.reading.material import fold
from summariser.words import facts
from summariser.words.counting import asks_for_a_sum, asks_how_much, counted, tells_a_sum, tells_money
from summariser.words.logistic import chance, models
from summariser.words.versions import in_force, tells_of_another

_READ: Final = 8
"""Passages that are read."""
_CONSIDERED: Final = 24
_ASIAN: Final = frozenset({"ja", "ko", "th"})
_TITLES: Final = 5
_REAR: Final = 8
_RANKED: Final = 4
"""Of the passages, so many after the first eight are what anything of these words would score."""
_CROWD: Final = 8
_NAMES: Final = 3
_TITLE: Final = 4
"""Words of a title that says something by itself."""
_LEADING: Final = 3
_LEAST: Final = 0.15
"""Share of the question, and of what it asks beside its names, without which nothing is an answer, whatever else speaks for it."""
_REPORTED: Final = 0.6
"""Share of a question from which on its event is what is told: then the report's own day says when."""
_RIVAL: Final = 0.6
"""A sum of money goes before a share where it meets so much of what the share's sentence meets of the question."""
UNFIT: Final = frozenset({"boilerplate", "truncated", "question", "imperative", "signs"})
"""Only what could mislead: an answer may be longer, or begin with "it" under its title, than a brief's sentence."""
_LINES: Final = ("#", ">", "- ", "* ", "|")
_DECORATED: Final = re.compile("[\u2600-\u27bf\u2b00-\u2bff\U0001f000-\U0001faff]")
"""A list's picture before the line: a point of an advertisement."""
_CODE: Final = re.compile(
    r"[`$>{]|(?:from [\w.]+ )?import [\w.*]+(?: as \w+)?$|(?:pip|npm|git|cargo|brew|docker|sudo) \w+|\w+\([^ ]*\)$|[\w.]+ = "
)
"""A line of code, or an order to a shell."""
_LABELLED: Final = re.compile(r"(?:Title|Description|Summary|Tags?|Authors?|Published|Categor(?:y|ies)|Transcript): ")
"""A field of a page, and no sentence of it."""
_OTHER: Final = re.compile(f"[{CJK}{THAI}]")
_FOREIGN: Final = 6
_BOLD: Final = re.compile(
    r"^(?:\*\*|__)(?:(?=\w)(?:(?:(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.? \d{1,2},?|\d{1,2} [A-Z][a-z]{2,8}\.?),? 20\d\d(?:\*\*|__)\s+(?=\w))?)"
)
"""What a page marks its first sentence with, or sets before it: its date."""
_DAY: Final = re.compile(
    r"\b\d{1,2}(?:st|nd|rd|th)? (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.? \d{1,2}\b"
    r"|\b(?:19|20)\d\d\b(?![,.]?\d)|\d{1,4}\s?[年月日년월일]"
)
"""Numbers that count nothing."""
_MARKS: Final = '"“”「」『』《》 '
"""What is left of a quotation at the ends of a headline that a feed, or a paper's name behind it, broke."""
_PAPER: Final = re.compile(r"(?<=[\w%’'”\")?!])\s+(?:[-–—]|[|｜])\s+(?!\D+\d)[^-–—|｜]{2,40}$")
"""A tail with a figure in it tells something: "… - 脆弱性359件を修正"."""
_SAID: Final = re.compile(r"[다라]고(?: \S{1,12}){0,3}(?:…|\.\.\.)$")
"""A Korean sentence of which a feed cut off only who says so."""
_CUT_OFF: Final = re.compile(r"(?P<whole>.{8,}?[^\s,.…·])(?:…|\.\.\.?)(?:(?!…|\.\.).)+(?:…|\.\.\.?)")
"""Headlines of Korea set dots between clauses: those before the last, which breaks off."""
_SO_MUCH: Final = 0.4
"""Share of a broken headline that must be whole."""
_ASKS_AT_LAST: Final = re.compile(
    r"(?P<whole>.*[\u3041-\u30ff\u4e00-\u9fff].*)[，,、。！!；;](?:(?![，,、。！!；;]).)+[？?]"
)
_OPEN: Final = re.compile(
    r"[？?]|如果|若|[当當]|為[何什]|为[何什]|如何|怎[么麼]|[谁誰哪]|是否|とは|なぜ|どう|なら|たら|れば"
)
_EARLY: Final = timedelta(days=7)
"""So long before a time it may have been reported what was to happen in it."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A sentence, or a title, that could be told. `place`: where its passage ranks, from 0. `measures` are from 0 to 1."""

    passage: Passage
    place: int
    text: str
    words: frozenset[str]
    measures: Mapping[str, float]
    score: float = 0.0


def of_story(passage: Passage) -> str:
    """What is one with it: its story, or itself."""
    return passage.story or passage.article


@lru_cache(maxsize=8192)
def bare(title: str) -> str:
    """A headline without the paper's name behind it; of one that a feed cut off, or that ends with a question, what it said before."""
    bare = _PAPER.sub("", title).strip()
    cut = _CUT_OFF.fullmatch(bare) or _ASKS_AT_LAST.fullmatch(bare)
    whole = (
        cut["whole"].rstrip() if cut and len(cut["whole"]) >= _SO_MUCH * len(bare) and _is_whole(cut["whole"]) else bare
    )
    return whole.strip(_MARKS) if is_unpaired(whole) else whole


def _is_whole(text: str) -> bool:
    """It is closed, and neither a question nor the condition of one."""
    closed = all(text.count(opening) == text.count(closing) for opening, closing in ("“”", "‘’", "「」", "《》", "()"))
    return closed and _OPEN.search(text) is None


def is_foreign(text: str, passage: Passage) -> bool:
    """As `is_foreign_line`, of a passage."""
    return is_foreign_line(text, passage.language)


def is_foreign_line(text: str, language: Language) -> bool:
    """A line in another script over an English text: a collector's own title, and no word of the report."""
    if language != "en":
        return False
    return _FOREIGN * len(_OTHER.findall(text)) > len(text.replace(" ", ""))


def is_unfit(text: str, passage: Passage, faults: frozenset[str] = UNFIT) -> bool:
    return is_unfit_line(text, passage.language, faults)


@lru_cache(maxsize=0x4000)
def is_unfit_line(text: str, language: Language, faults: frozenset[str] = UNFIT) -> bool:
    """It can not be told by itself: a fragment, another's language, an order to a machine."""
    if (
        text.startswith(_LINES)
        or text.endswith((":", "："))
        or _CODE.match(text)
        or _LABELLED.match(text)
        or _DECORATED.match(text)
        or is_foreign_line(text, language)
    ):
        return True
    wrong = fault(text, language)
    whole = wrong == "truncated" and _SAID.search(text)
    return (wrong in faults and not whole) or is_command(text) or calls_tools(text)


@lru_cache(maxsize=1024)
def lines_of(text: str, language: Language) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Its sentences, each on one line, with their search tokens. Kept, some 20 kB a text: questions of one day meet the same reports."""
    return tuple((line, tuple(search_tokens(line))) for line in _cut(text, language))


@lru_cache(maxsize=4096)
def plain_lines(text: str, language: Language) -> tuple[str, ...]:
    """The same of a report's beginning without tokens: hundreds are looked through for one list."""
    return tuple(_cut(text, language))


def _cut(text: str, language: Language) -> Iterator[str]:
    return (_BOLD.sub("", fold(part)) for line in sentences(text, language) for part in _points_of(line))


def _points_of(line: str) -> list[str]:
    """Of a line that is a table of contents its points: each is by itself."""
    points = [part.strip() for part in _POINT.split(line)]
    return [part for part in points if part] if len(points) > _POINTS else [line]


_POINT: Final = re.compile(r"\s*[↗↘→]\s*\d{0,2}(?=\s|$)")
_POINTS: Final = 3


def units(
    asked: Asked, question: Question, passages: Sequence[Passage], tells: Callable[[str, str], bool] | None = None
) -> list[Unit]:
    """What could be told, the best first. `passages` best first; of those that lack a name of the question nothing may be told.

    `tells` picks by text and title: of what it picks no share of the question need be met.
    """
    if not asked.weights:
        return []
    top = max((passage.score for passage in passages), default=0.0) or 1.0
    model = models("answers")["sentence"]
    found = [
        replace(unit, score=model.of(unit.measures))
        for place, passage in enumerate(passages[:_READ])
        for unit in _of_passage(asked, question, passage, place, top, 0.0 if tells else _LEAST)
        if tells is None or tells(unit.text, passage.title)
    ]
    ordered = sorted(found, key=lambda unit: -unit.score)
    told = UNFIT - {"truncated"} if tells else UNFIT  # a name that is cut off behind is a name
    fit = (unit for unit in ordered if not is_unfit(unit.text, unit.passage, told))
    return list(islice((unit for unit in fit if not tells_of_another(asked.versions, unit.text)), _CONSIDERED))


def _of_passage(
    asked: Asked, question: Question, passage: Passage, place: int, top: float, least: float
) -> Iterator[Unit]:
    titled = asked.read(search_tokens(passage.title))
    lines = [(text, asked.read(found)) for text, found in lines_of(passage.text, passage.language)]
    if passage.text == passage.title and not is_foreign(
        passage.title, passage
    ):  # a headline is one, though it has two sentences
        lines = [(bare(passage.title), titled)]
    whole = frozenset(titled).union(*(found for _, found in lines))
    if not asked.met_by(whole, f"{passage.title}\n{passage.text}"):
        return
    of_passage = {"near_top": passage.score / top, "placed": 1 / (1 + place), **_in_time(asked, question, passage)}
    headed, before = frozenset(titled), frozenset[str]()
    title = bare(passage.title)
    shown = not (is_foreign(title, passage) or is_unpaired(title)) and passage.title != passage.text
    spoken = list(in_force(asked.versions, passage.title, (title, *(text for text, _ in lines))))
    if len(headed) >= _TITLE and shown and spoken[0] and asked.share(headed) >= least:
        yield Unit(passage, place, title, headed, _measures(asked, title, titled, headed, 0) | of_passage)
    for number, (text, found) in enumerate(lines):
        words = frozenset(found)
        around, before = words | headed | before, words
        if spoken[number + 1] and asked.share(around) >= least:
            yield Unit(passage, place, text, words, _measures(asked, text, found, around, number) | of_passage)


def unit_of(asked: Asked, question: Question, passage: Passage, text: str) -> Unit:
    """A sentence of the passage, or its title, with its measures, whatever it lacks. `place` is 0."""
    lines = [line for line, _ in lines_of(passage.text, passage.language)]
    number = lines.index(text) if text in lines else 0
    found, titled = asked.read(search_tokens(text)), asked.read(search_tokens(passage.title))
    before = search_tokens(lines[number - 1]) if number else ()
    around = frozenset((*found, *titled, *before))
    measures = _measures(asked, text, found, around, number) | _in_time(asked, question, passage)
    return Unit(passage, 0, text, frozenset(found), measures)


def _measures(asked: Asked, text: str, found: Sequence[str], around: frozenset[str], number: int) -> dict[str, float]:
    """`around` are the words of the sentence, of the one before it and of the title."""
    words = frozenset(found)
    return {
        "own": asked.share(words),
        "near": asked.share(around),
        "asking": asked.asking(around),
        "beside": asked.beside(around),
        "event": asked.beside(words),
        "kind": float(_is_of_kind(asked, text)),
        "first": 1 / (1 + number),
        "long": min(1.0, log1p(len(found)) / 4),
    }


def _is_of_kind(asked: Asked, text: str) -> bool:
    """It holds the kind of thing that is asked for, and not only what the question says itself."""
    if asked.kind == "name":
        named = asked.named
        return any(not named.issuperset(search_tokens(name)) for name in facts.names(text))
    undated = _DAY.sub(" ", text) if asked.kind == "amount" else text
    numbers = bool(facts.numbers(undated) - asked.numbers - asked.others)
    return bool(asked.kind) and (numbers or (asked.kind == "time" and bool(facts.dates(text))))


def to_the_point(asked: Asked, found: list[Unit]) -> list[Unit]:
    """Those that tell what is asked for: a sum, where "how much" is; none where a time is, and they tell neither it nor quite the event."""
    if not asked.kind:
        return [unit for unit in found if unit.measures["own"]]
    most = max((unit.measures["near"] for unit in found), default=0.0)
    of_kind = any(unit.measures["kind"] for unit in _nearly(found, 0.5 * most))
    if asked.kind == "time":
        return found if of_kind or most >= _REPORTED else []
    near = _nearly(found, 0.5 * most)
    beside = counted(asked.text, [unit.text for unit in near])
    if any(beside):
        return [unit for unit, tells in zip(near, beside, strict=True) if tells]
    if not asks_how_much(asked.text):
        return found
    sums = [unit for unit in _nearly(found, 0.3 * most) if tells_a_sum(unit.text)]
    least = _RIVAL * max((unit.measures["own"] for unit in sums), default=0.0)
    money = [unit for unit in sums if tells_money(unit.text) and unit.measures["own"] >= least]
    return money or sums or (found if of_kind and not asks_for_a_sum(asked.text) else [])


def _nearly(found: Sequence[Unit], least: float) -> list[Unit]:
    return [unit for unit in found if unit.measures["near"] >= least]


def confidence(asked: Asked, question: Question, found: Sequence[Unit], passages: Sequence[Passage]) -> float:
    """0 to 1: how likely it is that the question is answered by the best units; from half of it on it may be told."""
    if not found or max((unit.measures["beside"] for unit in found[:_LEADING]), default=0.0) < _LEAST:
        return 0.0
    model = models("answers")["answer" if question.language == "en" else "elsewhere"]
    return chance(model.of(evidence(asked, question, found, passages)))


def rightness(sure: float) -> float:
    """Of answers that are told with such a `confidence`, how many are right where a quarter of what is asked has no answer there."""
    return chance(models("answers")["told"].of({"odds": log(sure / (1 - sure))}))


def evidence(asked: Asked, question: Question, found: Sequence[Unit], passages: Sequence[Passage]) -> dict[str, float]:
    """The measures of what was found as a whole; `found` best first, not empty."""
    leading, best = found[:_LEADING], found[0].passage
    stories = {of_story(passage): min(1.0, passage.score) for passage in sorted(passages, key=lambda one: one.score)}
    scores = sorted(stories.values(), reverse=True)[: _REAR + _RANKED]
    second = next((unit.measures["near"] for unit in found if of_story(unit.passage) != of_story(best)), 0.0)
    titles = (asked.share(frozenset(asked.read(search_tokens(one.title)))) for one in passages[:_TITLES])
    return {
        **{name: max(unit.measures[name] for unit in leading) for name in ("near", "asking", "beside")},
        "numbers": float(asked.others <= facts.numbers(f"{best.title} {best.text}")),
        "quoted": asked.quotes(f"{best.title} {best.text}"),
        "names": min(_NAMES, len(asked.musts)) / _NAMES,
        "own": max(unit.measures["own"] for unit in leading),
        "titled": max(titles, default=0.0),
        "crowd": min(_CROWD, len(_new_names(asked, found[0].text))) / _CROWD,
        "score": min(1.0, best.score),
        "margin": scores[0] - scores[1] if len(scores) > 1 else 0.0,
        "ahead": scores[0] - sum(scores[_REAR:]) / _RANKED,
        "second": second,
        "few": 1 / len(asked.weights),
        **_in_time(asked, question, best),
        "chinese": float(question.language.startswith("zh")),
        "asian": float(question.language in _ASIAN),
    }


def _new_names(asked: Asked, text: str) -> frozenset[str]:
    """Those that the question does not say: where there are many, the sentence is of many things."""
    return frozenset(facts.names(text)) - frozenset(facts.names(asked.text)) - frozenset(asked.text.casefold().split())


def _in_time(asked: Asked, question: Question, passage: Passage) -> dict[str, float]:
    """`recent`: 1 on the day it is asked, a third a month before; `old`: the same turned round, where news is asked for."""
    days = max(0.0, (question.asked - passage.published) / timedelta(days=1))
    return {
        "recent": exp(-days / 30),
        "old": 1 - exp(-max(0.0, days - 14) / 60) if asked.new else 0.0,
        "early": _early(question.since, passage.published),
    }


def _early(since: datetime | None, published: datetime) -> float:
    """How long before the time that is asked about it was published: 0 when within it, near 1 from months on."""
    if since is None or published >= since - _EARLY:
        return 0.0
    return 1 - exp(-((since - _EARLY - published) / timedelta(days=14)))
