"""Passages to a cited answer in their own words, or an honest "not in the archive".

The question is only ever compared, never obeyed: it is cut into words, names and numbers. A passage can answer when every name and
number of the question stands in it; of its sentences those answer that meet most of what is asked, under the title they stand under.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import log
from typing import Final

from news.asking import LISTED, Answer, Passage, Question, StoryLink
from news.model import Citation, Sentence, SourceLink
from news.text import search_tokens, sentences, tokens
from summariser import facts
from summariser.aliases import mentions, spellings
from summariser.fitness import fault
from summariser.grounding import check
from summariser.material import fold
from summariser.question_words import ASKING_ELSEWHERE, about

_ENOUGH: Final = 0.45
"""Share of the question's weight that a sentence with its title and the sentence before must meet."""
_SURE: Final = 0.3
"""A passage that meets less of the question than this (its score) answers nothing."""
_FEWEST: Final = 2
"""Words that a question is about; what is about one must be about the very title, or anything would answer it."""
_OWN: Final = 0.12
_CLOSE: Final = 0.66
"""A further sentence must be nearly as good as the best."""
_MEETS: Final = 0.6
"""And meet the question nearly as well, whatever the place of its report."""
_BESIDE: Final = 0.3
"""Share of what is asked beside the names that must be met: a report that only names somebody answers nothing."""
_MOST: Final = 5
_OF_ONE_STORY: Final = 2
_LISTED_MOST: Final = 6
_LONGEST: Final = 1000
"""Characters of an answer beyond which no sentence is added."""
_READ: Final = 6
_NEAREST: Final = 3
_SAME: Final = 0.6
_TELLS: Final = re.compile(
    r"\b(?:announc|launch|releas|unveil|introduc|publish|reveal|open[- ]?sourc|acquir|buy|sue|rais|cut|plan|sign|partner|ship|debut|roll)\w*"
    r"|発表|公開|発売|提供|開始|買収|提訴|リリース|发布|發布|發表|推出|宣布|公布|上线|收购|起诉|발표|공개|출시|인수|제공|인하|เปิดตัว|ประกาศ|เผยแพร่|ซื้อ",
    re.IGNORECASE,
)
"""What makes a sentence a piece of news."""
_AGENCY: Final = re.compile(r"(?<=[a-z0-9%’'”\")]) - [A-Z][^-–|]{1,40}$")
"""A feed of search results puts the paper's name behind each headline."""
_WHEN: Final = re.compile(r"\bwhen\b|いつ|何(?:月|日|年)|什么时候|何时|何時|什麼時候|언제|เมื่อไ", re.IGNORECASE)
_HOW_MANY: Final = re.compile(
    r"\bhow (?:many|much|long|large|big|old|far|high)\b|\bwhat (?:percentage|share|number)\b|いくら|いくつ|何(?:人|社|億|件|円)|多少|几|幾|얼마|몇|เท่าไ|กี่",
    re.IGNORECASE,
)
_WHO: Final = re.compile(r"\b(?:who(?:m|se)?|which|what)\b|誰|谁|누가|누구|ใคร|哪", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Asked:
    """What the question is about: weighted words, and the names (each with its spellings) and numbers that must be met."""

    text: str
    weights: dict[str, float]
    musts: tuple[frozenset[tuple[str, ...]], ...]
    numbers: frozenset[str]

    @property
    def total(self) -> float:
        return sum(self.weights.values())

    def beside(self, words: frozenset[str]) -> float:
        """As `share`, of what is no name; 1 when only names are asked about."""
        named = {part for must in self.musts for name in must for part in search_tokens(" ".join(name))}
        rest = {word: weight for word, weight in self.weights.items() if word not in named}
        total = sum(rest.values())
        return sum(weight for word, weight in rest.items() if word in words) / total if total else 1.0

    def share(self, words: frozenset[str]) -> float:
        return sum(weight for word, weight in self.weights.items() if word in words) / self.total


@dataclass(frozen=True, slots=True)
class _Found:
    passage: Passage
    text: str
    score: float
    words: frozenset[str]
    met: float


def answer(question: Question, passages: Sequence[Passage], *, summariser: str = "extractive-1") -> Answer:
    """Supported sentences, or an abstention; `passages` best first. `nearest` whenever there are passages.

    A list has one sentence a story, another answer at most two of one.
    """
    asked = _asked(question, passages)
    listed = question.intent in LISTED
    able = [one for one in passages if one.score >= _SURE and _meets(asked, f"{one.title} {one.text}")]
    if len(asked.weights) < _FEWEST and not listed:
        able = [one for one in able if asked.weights.keys() <= set(search_tokens(one.title))]
    found = sorted(_candidates(asked, able if listed else able[:_READ], listed), key=lambda one: -one.score)
    chosen = _points(found) if listed else _diverse(found)
    told = tuple(
        Sentence(one.text, (Citation(one.passage.url, one.text, one.passage.source),))
        for one in chosen
        if check(one.text, [one.passage.text, one.passage.title]).supported
    )
    confidence = round(min(1.0, max(one.passage.score for one in chosen)), 3) if told else 0.0
    return Answer(question.id, told, confidence, not told, nearest_of(passages), summariser, intent=question.intent)


def question_words(text: str) -> list[str]:
    """The search tokens a question is about: asking words left out."""
    return about(text)


def _asked(question: Question, passages: Sequence[Passage]) -> _Asked:
    """Rare words weigh more: in the archive where that is known, else among the passages."""
    weights = dict(question.terms)
    if not weights:
        bags = [frozenset(search_tokens(f"{passage.title} {passage.text}")) for passage in passages]
        count = len(bags)
        words = dict.fromkeys(about(question.text))
        weights = {word: 1 + log((1 + count) / (1 + sum(word in bag for bag in bags))) for word in words}
    cleaned = ASKING_ELSEWHERE.sub(" ", question.text)
    return _Asked(question.text, weights, tuple(_musts(cleaned)), facts.numbers(cleaned))


def _musts(text: str) -> Iterator[frozenset[tuple[str, ...]]]:
    """Each name with the ways to write it, as tokens: known names in every language, others as they stand."""
    known = mentions(text)
    rest = text
    for one in reversed(known):
        rest = f"{rest[: one.start]} {rest[one.end :]}"
        yield frozenset(tuple(tokens(name)) for name in (*spellings(one.id), text[one.start : one.end]))
    for name in dict.fromkeys(facts.names(rest)):
        if about(name):
            yield frozenset({tuple(tokens(name))})


def _candidates(asked: _Asked, passages: Sequence[Passage], listed: bool) -> Iterator[_Found]:
    if not asked.weights:
        return
    top = max((one.score for one in passages), default=1.0) or 1.0
    for passage in passages:
        titled = frozenset(search_tokens(passage.title))
        before: frozenset[str] = frozenset()
        place = 0.6 * passage.score / top
        headed = asked.share(titled)
        if listed and headed >= _ENOUGH and passage.text == passage.title:
            told = _AGENCY.sub("", passage.title)
            yield _Found(passage, told, headed + 0.25 * headed + place + _newsworth(asked, told), titled, 2 * headed)
            continue
        for number, text in enumerate(sentences(passage.text, passage.language)):
            told = fold(text)
            words = frozenset(search_tokens(told))
            own, near = asked.share(words), asked.share(words | before | titled)
            last, before = before, words
            if own <= _OWN or near < _ENOUGH or _unfit(told, passage):
                continue
            if not listed and asked.beside(words | last | titled) < _BESIDE:
                continue
            score = (
                0.55 * own
                + 0.6 * near
                + place
                + _kind(asked, told)
                + (0.2 / (1 + number) + _newsworth(asked, told) if listed else 0.0)
            )
            yield _Found(passage, told, score, words, own + near)


def _newsworth(asked: _Asked, text: str) -> float:
    """A point of a list tells what somebody did: who is asked about comes early, and something happens."""
    early = frozenset(tokens(text)[:6])
    leads = any(part in early for must in asked.musts for name in must for part in name)
    return 0.25 * bool(_TELLS.search(text)) + 0.2 * leads


def _meets(asked: _Asked, text: str) -> bool:
    """Every name, in one of its spellings, and every number of the question stands in the text."""
    have = frozenset(tokens(text))
    named = all(any(any(part in have for part in name) for name in must) for must in asked.musts)
    return named and asked.numbers <= facts.numbers(text)


def _unfit(text: str, passage: Passage) -> bool:
    """Only what could mislead: an answer may be longer, or begin with "it" under its title, than a brief's sentence."""
    return text.startswith(("#", ">", "- ", "* ", "|")) or fault(text, passage.language) in {
        "boilerplate",
        "truncated",
        "question",
        "imperative",
        "signs",
    }


def _kind(asked: _Asked, text: str) -> float:
    """A small bonus for a sentence that holds the kind of thing asked for."""
    if _WHEN.search(asked.text):
        return 0.15 * bool(facts.dates(text) or facts.numbers(text))
    if _HOW_MANY.search(asked.text):
        return 0.15 * bool(facts.numbers(text) - asked.numbers)
    if _WHO.search(asked.text):
        known = {part for must in asked.musts for name in must for part in name}
        return 0.15 * any(name not in known for name in facts.names(text))
    return 0.0


def _diverse(found: Sequence[_Found]) -> list[_Found]:
    """The best sentences, no two alike, the best first."""
    chosen: list[_Found] = []
    for one in found:
        if len(chosen) == _MOST or (chosen and one.score < _CLOSE * chosen[0].score):
            break
        if chosen and one.met < _MEETS * chosen[0].met:
            continue
        if chosen and sum(len(other.text) for other in chosen) + len(one.text) > _LONGEST:
            continue
        ours = [other for other in chosen if _story(one.passage) == _story(other.passage)]
        same_report = all(other.passage.article == one.passage.article for other in ours)
        if len(ours) < _OF_ONE_STORY and same_report and not any(_alike(one, other) for other in chosen):
            chosen.append(one)
    return chosen


def _points(found: Sequence[_Found]) -> list[_Found]:
    """One sentence a story, those worth much less than the best left out."""
    chosen: list[_Found] = []
    for one in found:
        if len(chosen) == _LISTED_MOST or (chosen and one.score < 0.7 * chosen[0].score):
            break
        if not any(_story(one.passage) == _story(other.passage) or _alike(one, other) for other in chosen):
            chosen.append(one)
    return chosen


def _story(passage: Passage) -> str:
    return passage.story or passage.article


def _alike(one: _Found, other: _Found) -> bool:
    return len(one.words & other.words) >= _SAME * max(1, min(len(one.words), len(other.words)))


def nearest_of(passages: Sequence[Passage]) -> tuple[StoryLink, ...]:
    """By their reports' titles: who keeps the stories knows their own headlines and addresses."""
    links: dict[str, StoryLink] = {}
    for passage in passages:
        source = SourceLink(passage.source, passage.url, passage.published)
        links.setdefault(_story(passage), StoryLink(passage.story or "", "", passage.title, passage.language, source))
    return tuple(links.values())[:_NEAREST]
