"""What a question wants, learnt: a linear model over its words and characters, with the names taken out, and one over what it means. Pure; six
languages."""

import json
import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import islice, pairwise, takewhile
from math import exp, sqrt
from typing import Any, Final

from news.asking import Intent
from news.scripts import HAN, UNSPACED, words
from news.text import sanitise
from summariser.asking.one_thing import asks_for_one
from summariser.words.aliases import mentions
from summariser.words.logistic import chance
from summariser.words.meaning import meanings, unpacked
from summariser.words.tagging import base_of
from summariser.words.vectors import DATA, simplify

SURE: Final = 0.8
"""A chance from which on the model is hardly ever wrong."""
_WORDS: Final = 3
_CHARACTERS: Final = 4
_PIECE: Final = re.compile(
    rf"[{UNSPACED}](?:[{UNSPACED} ]*[{UNSPACED}])?|[^\W\d_{UNSPACED}]+(?:['’][a-z]+)?|\d|[?？!！]"
)
_CALLED: Final = re.compile(r"(?<=[\w,] )[A-Z][\w.&-]*|\b[A-Z][\w&.-]*[A-Z\d][\w.-]*|\b\w*\d[\w.-]*")
"""A name in no table, as it is written: with a capital that no sentence begins with, or with a figure."""
_NAME: Final = "\x00"
_OPENS: Final = frozenset({"which", "what", "any", "whose"})
_PLURAL: Final = re.compile(r"(?<![su])s$|people$")


def signs(text: str) -> Iterator[str]:
    """Words and up to three in a row; where words are not set apart, up to four characters. Every name is one sign, and so is every figure."""
    plain = simplify(sanitise(text)).strip()
    for one in reversed(mentions(plain)):
        plain = f"{plain[: one.start]} {_NAME} {plain[one.end :]}"
    plain = _CALLED.sub(f" {_NAME} ", plain).replace("？", "?").replace("！", "!")
    pieces = ["^"]
    for piece in re.findall(rf"{_PIECE.pattern}|{_NAME}", plain):
        if piece[0] in "?!":
            yield piece
            continue
        if re.match(f"[{UNSPACED}]", piece):
            yield from _characters(piece, opens=len(pieces) == 1)
        pieces.append("~" if re.match(f"[{UNSPACED}]", piece) else "0" if piece.isdigit() else piece.casefold())
    if pieces[-1] == "~":
        yield from (f"{end}$" for end in _ends(plain))
    pieces.append("$")
    for long in range(1, _WORDS + 1):
        for at in range(len(pieces) - long + 1):
            yield " ".join(pieces[at : at + long])
    for before, word in pairwise(pieces):
        if before in _OPENS and len(word) > 1:
            yield f"{before} -{'s' if _PLURAL.search(word) else ''}"


def _characters(run: str, *, opens: bool) -> Iterator[str]:
    whole = f"^{run}" if opens else run
    for long in range(1, _CHARACTERS + 1):
        for at in range(len(whole) - long + 1):
            yield whole[at : at + long]


def _ends(text: str) -> Iterator[str]:
    bare = text.rstrip(" ?!.。")
    return (bare[-long:] for long in range(1, _CHARACTERS + 1))


@dataclass(frozen=True, slots=True)
class _Model:
    """`meant`: of each wish the weights of a meaning's numbers, their bias last."""

    bias: Mapping[str, float]
    signs: Mapping[str, Mapping[str, float]]
    meant: Mapping[str, Sequence[float]]


@cache
def _model() -> _Model:
    data: dict[str, Any] = json.loads((DATA / "intents.json").read_text("utf-8"))
    return _Model(data["bias"], data["signs"], data["meant"])


def wish_of(text: str, marks: Collection[str] = ()) -> tuple[str, float]:
    """What is most likely wanted, and how likely that is: "fact", "news", "catchup", "list", "comparison", "explain", "howto" or "offtopic".

    `marks`: what is known of the question beyond its words, as when the model was fitted.
    """
    chances = _wishes(text, marks)
    best = max(chances, key=lambda wish: (chances[wish], wish))
    return best, chances[best]


def _wishes(text: str, marks: Collection[str]) -> dict[str, float]:
    said, meant = _by_signs(text, marks), _by_meaning(text)
    mixed = {wish: said[wish] ** (1 - BY_MEANING) * meant[wish] ** BY_MEANING for wish in said}
    whole = sum(mixed.values())
    return {wish: one / whole for wish, one in mixed.items()}


BY_MEANING: Final = 0.7
"""So much what a question means counts, and the rest how it is put: meaning carries over to wordings that nobody wrote down."""
_LEAST: Final = 1e-6


def _by_signs(text: str, marks: Collection[str]) -> dict[str, float]:
    model = _model()
    told = {*signs(text), *marks}
    odds = dict(model.bias)
    share = 1 / sqrt(len(told))
    for sign in told:
        for wish, weight in model.signs.get(sign, {}).items():
            odds[wish] += share * weight
    chances = {wish: chance(one) for wish, one in odds.items()}
    whole = sum(chances.values())
    return {wish: max(_LEAST, one / whole) for wish, one in chances.items()}


def _by_meaning(text: str) -> dict[str, float]:
    numbers = unpacked(meanings([text]))[0]
    odds = {wish: float(numbers @ weights[:-1]) + weights[-1] for wish, weights in _weights().items()}
    most = max(odds.values())
    shares = {wish: exp(one - most) for wish, one in odds.items()}
    whole = sum(shares.values())
    return {wish: max(_LEAST, one / whole) for wish, one in shares.items()}


@cache
def _weights() -> dict[str, Any]:
    import numpy as np

    return {wish: np.array(weights, np.float32) for wish, weights in _model().meant.items()}


def learnt(asked: str, marks: Collection[str]) -> Intent:
    """The intent that a question most likely has; what is asked of one thing, and what fits nothing, is a fact."""
    wish, likely = _of_news(asked, _wishes(asked, marks))
    if likely < _AT_LEAST.get(wish, 0.0) or (wish == "catchup" and not _OF_THE_TRADE.search(asked)):
        return Intent.FACT
    if wish == "explain" and _WHAT_OF_IT.search(asked):
        return Intent.FACT
    if wish in ("list", "news", "catchup") and (_asks_of_one(asked) or _HOW_MANY.search(asked) or asks_for_one(asked)):
        return Intent.FACT
    if wish == "list" and _NOUNS.fullmatch(asked.strip()):
        return Intent.FACT if " " in asked.strip() else Intent.WHATS_NEW  # words that are to be found together
    return _LEARNT.get(wish, Intent.FACT)


def _of_news(asked: str, chances: Mapping[str, float]) -> tuple[str, float]:
    """The likeliest wish; news and a catch-up are one where they are weighed against others, and of somebody both are news."""
    best = max(chances, key=lambda wish: (chances[wish], wish))
    news = chances["news"] + chances["catchup"]
    if news < chances[best]:
        return best, chances[best]
    if best not in ("news", "catchup"):
        best = "news" if chances["news"] >= chances["catchup"] else "catchup"
    return ("news" if mentions(asked) or _CALLED.search(asked) else best), news


def is_news(asked: str, marks: Collection[str]) -> bool:
    """News are asked for, hardly anything else, though it is put as what something is: what is Nvidia doing lately?"""
    chances = _wishes(asked, marks)
    return chances["news"] + chances["catchup"] >= _CLEARLY


def is_perhaps_news(text: str, marks: Collection[str]) -> bool:
    """Read as a question of a fact, it may be one for news: what's Washington doing about Chinese models?"""
    chances = _wishes(text, marks)
    return chances["news"] + chances["catchup"] >= _PERHAPS_NEWS


_CLEARLY: Final = 0.65
_PERHAPS_NEWS: Final = 0.05


def chance_of_none(asked: str) -> float:
    """That nothing of the news is wanted: help, a recommendation, a chat."""
    chances = _wishes(asked, ())
    return chances["offtopic"] + chances["howto"]


def is_of_all(asked: str, marks: Collection[str]) -> bool:
    """Whatever happened is asked for, most likely."""
    wish, likely = wish_of(asked, marks)
    return wish == "catchup" and likely >= _LIKELY


def is_list(asked: str, marks: Collection[str], *, wanted: bool = False) -> bool:
    """Several things are asked for, though it may be put as if it were one: who is new in a post? `wanted`: it is put as a list may be, and then
    no more is needed than that a list is not out of the question."""
    if asks_for_one(asked):
        return False
    share = _wishes(asked, marks)["list"]
    return share >= _PERHAPS if wanted else share >= _LIKELY and not _asks_of_one(asked)


def may_be_list(asked: str, marks: Collection[str]) -> bool:
    """Put as if one thing were asked for, several may be: to be told where one is not found, and they surely are it."""
    return _wishes(asked, marks)["list"] >= _POSSIBLY and not (_asks_of_one(asked) or asks_for_one(asked))


_POSSIBLY: Final = 0.15
_PERHAPS: Final = 0.05
_LIKELY: Final = 0.5
_AT_LEAST: Final[Mapping[str, float]] = {"howto": SURE, "list": 0.5, "news": 0.5, "comparison": 0.6}
"""What is asked for one thing is no news archive's question alone: a how-to would be declined, and a list or news told in place of a fact."""
_OF_THE_TRADE: Final = re.compile(
    r"(?<![A-Za-z])(?:AI|A\.I\.|tech|news|headlines?|miss(?:ed)?|catch)(?![A-Za-z])|人工|ニュース|見逃|新闻|新聞|消息|错过|錯過|漏|大事|뉴스|소식|놓|ข่าว|พลาด|今|昨|先週|本周|这周|這週|週末|오늘|어제|주말|지난|วันนี้|เมื่อวาน|สัปดาห์",
    re.IGNORECASE,
)


def _asks_of_one(text: str) -> bool:
    """Which state, and not which states: an English question for one thing is no list."""
    asked = _WHICH.search(text)
    if asked is None:
        return False
    if (
        len(text[: asked.start()].split()) > _OPENING and text[0].isupper()
    ):  # a statement with a gap: "A chef banned which diners?"
        return True
    words = takewhile(lambda word: word not in _ENDS and not _is_past(word), asked[1].lower().split())
    kind = list(islice(words, _NEAR))
    return bool(kind) and not _SEVERAL.fullmatch(kind[-1])


def _is_past(word: str) -> bool:
    return base_of(word)[1] == "past" or word.endswith("ed")


_OPENING: Final = 2


_WHICH: Final = re.compile(r"\b(?:which|what) ((?!of\b|else\b|all\b|has been\b)[\w’' -]+)", re.IGNORECASE)
_NEAR: Final = 5
_SEVERAL: Final = re.compile(r"(?!(?:this|news|series)$)[\w-]+[^su’']s|people|men|women|media|else|all")
_AUXILIARY: Final = words(
    "is are was were has have had did does do will would can could should might may be been this these"
)
_ENDS: Final = _AUXILIARY | words("of in at on for from with by to that who which behind among about")
"""The word before one of these is what is asked for: which states of the US, which film or TV people, and which social media platform."""
_NOUNS: Final = re.compile(rf"[{HAN}ァ-ヴーA-Za-z0-9・の ]{{2,}}")
"""A Japanese or Chinese subject that asks nothing: 生成AIの著作権."""
_HOW_MANY: Final = re.compile(
    r"何(?:[行人件社台個回度枚本年月日時分秒割倍円億万歳]|%|％|パーセント|ドル|[ヵカか]国)|^\W*how (?:many|much)\b"
)
_WHAT_OF_IT: Final = re.compile(r"\bwhat (?:is|are|was|were) (?:the|he|she|it|they)\b|^who\b", re.IGNORECASE)
"""A property is asked for ("what is the motto of …?"), and not what something is."""
_LEARNT: Final[Mapping[str, Intent]] = {
    "news": Intent.WHATS_NEW, "catchup": Intent.CATCH_UP, "list": Intent.LIST, "comparison": Intent.COMPARISON,
    "explain": Intent.EXPLAIN, "howto": Intent.HOW_TO,
}  # fmt: skip
