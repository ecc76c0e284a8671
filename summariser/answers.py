"""Passages to a cited answer in their own words, or an honest "not in the archive".

The question is only ever compared, never obeyed: it is cut into words, names and numbers. A sentence answers when it (with the
title it stands under) covers what the question asks about; every name and number of the question must be there.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import log
from typing import Final

from news.asking import Answer, Passage, Question, StoryLink
from news.model import Citation, Sentence, SourceLink
from news.text import search_tokens, sentences, tokens
from summariser import facts
from summariser.fitness import fault
from summariser.grounding import check
from summariser.material import fold

_ENOUGH: Final = 0.55
"""Share of the question's weight that a sentence and its title must cover."""
_CLOSE: Final = 0.8
"""A further sentence must be nearly as good as the best."""
_MOST: Final = 3
_NEAREST: Final = 3
_SAME: Final = 0.6
_ASKING: Final = frozenset(
    search_tokens(
        "tell know show latest news today happened happen going say said explain describe give list summary summarise summarize about "
        "article articles story stories please recent recently new update updates find information anything something mean means many much get "
        "week month year yesterday kind type name named called think"
    )
)
_ASKING_ELSEWHERE: Final = re.compile(
    r"について|教えて|ください|とは|何(?:ですか|が|を|か|で)?|誰(?:が|ですか)?|いつ|どこ|どの|どう(?:なった)?|なぜ|ですか|ますか|ましたか|でしたか|最新|ニュース|記事"
    r"|什么|什麼|哪些|哪个|哪個|哪里|哪裡|谁|誰|怎么|怎麼|如何|为什么|為什麼|多少|请问|請問|告诉我|告訴我|关于|關於|最新|新闻|新聞|消息|吗|嗎|呢"
    r"|무엇|뭐|누가|누구|언제|어디|어떤|어떻게|왜|얼마|알려\s?줘|알려주세요|대해|대한|입니까|인가요|했나요|최신|뉴스|소식"
    r"|อะไร|ใคร|เมื่อไร|เมื่อไหร่|ที่ไหน|อย่างไร|ทำไม|เท่าไร|เท่าไหร่|บ้าง|ไหม|หรือไม่|ข่าว|ล่าสุด|เกี่ยวกับ|บอก"
)
_HIRAGANA: Final = re.compile(r"[\u3041-\u309f]{1,2}")
_WHEN: Final = re.compile(r"\bwhen\b|いつ|何(?:月|日|年)|什么时候|何时|何時|什麼時候|언제|เมื่อไ", re.IGNORECASE)
_HOW_MANY: Final = re.compile(
    r"\bhow (?:many|much|long|large|big|old|far)\b|いくら|いくつ|何(?:人|社|億|件|円)|多少|几|幾|얼마|몇|เท่าไ|กี่",
    re.IGNORECASE,
)
_WHO: Final = re.compile(r"\bwho(?:m|se)?\b|誰|谁|누가|누구|ใคร", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Asked:
    """What the question is about: weighted words, and the names and numbers that must be met."""

    text: str
    weights: dict[str, float]
    musts: tuple[tuple[str, ...], ...]
    numbers: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Found:
    passage: Passage
    text: str
    score: float
    words: frozenset[str]


def answer(question: Question, passages: Sequence[Passage], *, summariser: str = "extractive-1") -> Answer:
    """One to three supported sentences, each from another story, or an abstention; `nearest` whenever there are passages."""
    asked = _asked(question.text, passages)
    found = sorted(_candidates(asked, passages), key=lambda one: -one.score)
    chosen = _diverse(found)
    told = tuple(
        Sentence(one.text, (Citation(one.passage.url, one.text, one.passage.source),))
        for one in chosen
        if check(one.text, [one.passage.text]).supported
    )
    confidence = round(min(1.0, chosen[0].score), 3) if told else 0.0
    return Answer(question.id, told, confidence, not told, _nearest(passages), summariser)


def question_words(text: str) -> list[str]:
    """The search tokens a question is about: asking words left out."""
    return [
        token
        for token in search_tokens(_ASKING_ELSEWHERE.sub(" ", text))
        if token not in _ASKING and not _HIRAGANA.fullmatch(token)
    ]


def _asked(text: str, passages: Sequence[Passage]) -> _Asked:
    """Rare words weigh more; a word in every passage tells nothing apart. Unknown words keep full weight."""
    bags = [frozenset(search_tokens(f"{passage.title} {passage.text}")) for passage in passages]
    count = len(bags)
    words = dict.fromkeys(question_words(text))
    weights = {word: 1 + log((1 + count) / (1 + sum(word in bag for bag in bags))) for word in words}
    cleaned = _ASKING_ELSEWHERE.sub(" ", text)
    musts = tuple(
        tuple(tokens(name)) for name in dict.fromkeys(facts.names(cleaned)) if set(search_tokens(name)) - _ASKING
    )
    return _Asked(text, weights, musts, facts.numbers(cleaned))


def _candidates(asked: _Asked, passages: Sequence[Passage]) -> Iterator[_Found]:
    if not asked.weights:
        return
    total = sum(asked.weights.values())
    for passage in passages:
        titled = frozenset(search_tokens(passage.title))
        for text in sentences(passage.text, passage.language):
            told = fold(text)
            words = frozenset(search_tokens(told))
            if not _meets(asked, f"{passage.title} {told}") or _unfit(told, passage):
                continue
            covered = sum(weight * _credit(word, words, titled) for word, weight in asked.weights.items()) / total
            own = sum(weight for word, weight in asked.weights.items() if word in words) / total
            if covered >= _ENOUGH and own > 0.2:
                yield _Found(passage, told, covered * 0.8 + own * 0.2 + _kind(asked, told), words)


def _credit(word: str, words: frozenset[str], titled: frozenset[str]) -> float:
    return 1.0 if word in words else 0.9 if word in titled else 0.0


def _meets(asked: _Asked, text: str) -> bool:
    """Every name and number of the question stands in the sentence or its title."""
    have = frozenset(tokens(text))
    return all(any(part in have for part in must) for must in asked.musts) and asked.numbers <= facts.numbers(text)


def _unfit(text: str, passage: Passage) -> bool:
    """Only what could mislead: an answer may be longer, or begin with "it" under its title, than a brief's sentence."""
    return fault(text, passage.language) in {"boilerplate", "truncated", "question", "imperative", "signs"}


def _kind(asked: _Asked, text: str) -> float:
    """A small bonus for a sentence that holds the kind of thing asked for."""
    if _WHEN.search(asked.text):
        return 0.1 * bool(facts.dates(text) or facts.numbers(text))
    if _HOW_MANY.search(asked.text):
        return 0.1 * bool(facts.numbers(text) - asked.numbers)
    if _WHO.search(asked.text):
        known = {part for must in asked.musts for part in must}
        return 0.1 * any(name not in known for name in facts.names(text))
    return 0.0


def _diverse(found: Sequence[_Found]) -> list[_Found]:
    chosen: list[_Found] = []
    for one in found:
        if len(chosen) == _MOST or (chosen and one.score < _CLOSE * chosen[0].score):
            break
        if not any(_story(one.passage) == _story(other.passage) or _alike(one, other) for other in chosen):
            chosen.append(one)
    return chosen


def _story(passage: Passage) -> str:
    return passage.story or passage.article


def _alike(one: _Found, other: _Found) -> bool:
    return len(one.words & other.words) >= _SAME * max(1, min(len(one.words), len(other.words)))


def _nearest(passages: Sequence[Passage]) -> tuple[StoryLink, ...]:
    """By their reports' titles: who keeps the stories knows their own headlines and addresses."""
    links: dict[str, StoryLink] = {}
    for passage in sorted(passages, key=lambda one: -one.score):
        source = SourceLink(passage.source, passage.url, passage.published)
        links.setdefault(_story(passage), StoryLink(passage.story or "", "", passage.title, passage.language, source))
    return tuple(links.values())[:_NEAREST]
