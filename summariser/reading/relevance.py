"""Is it AI news? A small logistic model over terms in six languages, its weights shipped as data, its reasons in words."""

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from math import exp
from typing import Any, Final, Protocol

from summariser.words.vectors import DATA, fold

_TOKEN: Final = re.compile(
    r"[a-z]+(?:[’'][a-z]+)?|[\u3400-\u9fff]+|[\u30a1-\u30fa\u30fc]+|[\uac00-\ud7a3]+|[\u0e01-\u0e4e]+"
)
_TEXT: Final = 500
_SEVERAL: Final = 4
_SHOWN: Final = 5


class Publisher(Protocol):
    """What relevance reads of a source: `news.model.Source` fits."""

    @property
    def name(self) -> str: ...
    @property
    def kind(self) -> str: ...
    @property
    def topics(self) -> Sequence[str]: ...


@dataclass(frozen=True, slots=True)
class Relevance:
    """`score` is a probability from 0 to 1, `weight` its log-odds: how much in the piece speaks of AI. `reasons` are the terms that weighed most, strongest first, with their sign."""

    is_ai: bool
    score: float
    weight: float
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Model:
    """`words`: Latin words and pairs. `starts`: first two characters of other scripts → whole terms, longest first."""

    bias: float
    bar: float
    text_share: float
    text_most: float
    text_few: float
    ai_source: float
    words: dict[str, float]
    starts: dict[str, tuple[tuple[str, float], ...]]


@cache
def _model() -> _Model:
    data: dict[str, Any] = json.loads((DATA / "relevance.json").read_text("utf-8"))
    words: dict[str, float] = {}
    starts: dict[str, list[tuple[str, float]]] = {}
    for term, weight in data["terms"].items():
        if term[0] < "\u0250":
            words[term] = weight
        else:
            starts.setdefault(term[:2], []).append((term, weight))
    ordered = {key: tuple(sorted(found, key=lambda pair: -len(pair[0]))) for key, found in starts.items()}
    return _Model(
        data["bias"],
        data["bar"],
        data["text_share"],
        data["text_most"],
        data["text_few"],
        data["ai_source"],
        words,
        ordered,
    )


def candidates(text: str) -> Iterator[str]:
    """Every term a text could be weighed by: Latin words and pairs of them, pieces of 2 to 4 characters of other scripts."""
    before = ""
    for run in _TOKEN.findall(fold(text)):
        if run[0] < "\u0250":
            word = run.removesuffix("’s").removesuffix("'s")
            yield word
            if before:
                yield f"{before} {word}"
            before = word
        else:
            before = ""
            for size in (2, 3, 4):
                yield from (run[i : i + size] for i in range(len(run) - size + 1))


def _found(text: str, model: _Model) -> dict[str, float]:
    found: dict[str, float] = {}
    words, starts = model.words, model.starts
    before = ""
    for run in _TOKEN.findall(fold(text)):
        if run[0] < "\u0250":
            word = run.removesuffix("’s").removesuffix("'s")
            if word in words:
                found[word] = words[word]
            pair = f"{before} {word}"
            if pair in words:
                found[pair] = words[pair]
            before = word
            continue
        before = ""
        for i in range(len(run) - 1):
            here = starts.get(run[i : i + 2], ())
            found.update(entry for entry in here if run.startswith(entry[0], i))
    return found


def judge(title: str, text: str, source: Publisher | None = None) -> Relevance:
    """Judge a piece by its title, the first 500 characters of its text and, where known, what its source writes about."""
    return _judged(title, text[:_TEXT], source is not None and about_ai(source))


@lru_cache(maxsize=8192)
def _judged(title: str, text: str, of_ai: bool) -> Relevance:
    model = _model()
    found = _found(title, model)
    more = {term: weight for term, weight in _found(text, model).items() if term not in found} if text else {}
    total = model.bias + sum(found.values()) + _lead(more, model)
    if of_ai:
        total += model.ai_source
        found = found | {"a source about AI": model.ai_source}
    score = 1.0 / (1.0 + exp(-max(-30.0, min(30.0, total))))
    return Relevance(
        score >= model.bar, score, round(total, 2), _reasons(found, {t: w * model.text_share for t, w in more.items()})
    )


def _lead(more: dict[str, float], model: _Model) -> float:
    """What the text adds: enough to carry a title that says nothing only when several terms of it speak of AI."""
    most = model.text_most if sum(weight > 0 for weight in more.values()) >= _SEVERAL else model.text_few
    return max(-most, min(most, model.text_share * sum(more.values())))


def about_ai(source: Publisher) -> bool:
    """Whether the source's own name or catalogue entry says that AI is what it writes about."""
    if source.topics:
        return set(source.topics) <= {"ai", "models", "research", "machine-learning", "ml", "llm"}
    return bool(_AI_NAME.search(fold(source.name)))


_AI_NAME: Final = re.compile(
    r"(?<![a-z])(?:ai|llms?|openai|anthropic|claude|deepmind|hugging ?face|mistral|deepseek|gemini|machine learning|gpt|xai)(?![a-z])|人工智能|生成ai"
)


def _reasons(title: dict[str, float], text: dict[str, float]) -> tuple[str, ...]:
    ranked = sorted((text | title).items(), key=lambda item: (-abs(item[1]), item[0]))[:_SHOWN]
    return tuple(f"{'+' if weight > 0 else '−'} {term}" for term, weight in ranked if abs(weight) >= 0.05)
