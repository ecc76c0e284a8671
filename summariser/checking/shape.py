"""What no telling may hold, whatever its sources say: by its form and its script. Pure."""

import re
from typing import Final

from news.languages import Language
from news.scripts import HAN, HANGUL, KANA, THAI
from news.text import reading_seconds
from summariser.reading.fitness import speaks_as_we
from summariser.reading.injection import is_order
from summariser.words.aliases import mentions
from summariser.words.vectors import fold, simplify

_LONGEST_SECONDS: Final = 18.0
_LINKED: Final = re.compile(r"\]\(|</?[a-z!]|&#", re.IGNORECASE)
_MARKUP: Final = re.compile(r"[{}`<>\\]|\*\*|^#|^\s*[-*•]\s")
_SELF: Final = re.compile(
    r"\bas an? (?:AI|artificial|language|large language|assistant)|\bI(?:'m| am) (?:sorry|unable|an AI|just an?)|\bI (?:can(?:no|')t|cannot|won't|apologi[sz]e|do not have)|\b(?:as|being) (?:your|a helpful) assistant"
    r"|\bmy (?:training|knowledge cutoff|instructions|guidelines)|\bhere (?:is|are) (?:the|your|a) (?:summary|answer|translation)|\b(?:sure|certainly|of course)[!,]|\bthe (?:provided|given|above) (?:text|articles?|passages?|material)\b"
    r"|AIとして|言語モデル(?:として|です|のため)|申し訳(?:ありません|ございません)|お手伝い|作为(?:一个|一名)?(?:AI|人工智能|语言模型)|作為(?:一個)?(?:AI|人工智慧|語言模型)|抱歉，|很抱歉|我无法|我無法|我不能"
    r"|AI로서|언어 모델(?:로서|이므로)|죄송(?:합니다|하지만)|도와드릴|ในฐานะ(?:AI|โมเดล|ปัญญาประดิษฐ์)|ขออภัย|ฉันไม่สามารถ",
    re.IGNORECASE,
)

_ABOUT_ITSELF: Final = re.compile(
    r"\b(?:this|it|here) is (?:a|an|the|some)?\s?(?:piece of |short |brief )?(?:news|article|story|report|summary|headline|text)\b|\b(?:the|this) (?:article|text|passage|piece|news item)s? (?:is|was|describes?|discusses?|explains?|covers?|reports?|talks?|says?|tells?|mentions?)\b"
    r"|\bthere is (?:some )?news\b|\bhere is what\b|\bread on\b|(?:この|本)(?:記事|文章|ニュース)(?:は|では)|これは[^。]{0,8}(?:記事|ニュース)(?:です|である|だ)|ニュース(?:記事)?です"
    r"|(?:这|這)是(?:一)?(?:则|則|条|條|篇|个|個)?[^。，]{0,8}(?:新闻|新聞|文章|报道|報導|報道)|(?:本文|这篇文章|這篇文章|该文|該文)|(?:이것은|이 기사는|이 글은|본 기사는)|뉴스(?: 기사)?입니다|นี่คือข่าว|บทความนี้|ข่าวนี้(?:เป็น|คือ)",
    re.IGNORECASE,
)


def shape_fault(text: str, language: Language) -> str:
    """What no telling may hold, whatever its sources say: markup, self-talk, orders, a "we" that is not ours, another language, no measure."""
    if _LINKED.search(text):
        return "a link"
    if _MARKUP.search(text):
        return "markup"
    if _SELF.search(text):
        return "talk about itself"
    if is_order(text):
        return "an order"
    if _ABOUT_ITSELF.search(text):
        return "talk about the article"
    if speaks_as_we(_reported(text) if language == "en" else text, language):
        return "somebody's own voice"
    if not speaks(text, language):
        return f"not in {language}"
    return "" if reading_seconds(text, language) <= _LONGEST_SECONDS else "too long"


def _reported(text: str) -> str:
    """English without the "we" of whom somebody is said to speak ("she believes we are …"), and "the us" of a text in small letters."""
    return _OWN_WE.sub(r"\1 they", _SMALL_US.sub(r"\1 U.S.", text))


_SMALL_US: Final = re.compile(r"\b([Tt]he|[Aa]n?) us\b")
_OWN_WE: Final = re.compile(
    r"\b((?:says?|said|believes?|thinks?|thought|argues?|argued|warns?|warned|insists?|insisted)(?: that)?) we\b"
)


def speaks(text: str, language: Language) -> bool:
    """Whether the text is written in the language, by its script. Names and numbers in Latin letters do not count against it."""
    counts = {script: len(re.findall(f"[{chars}]", text)) for script, chars in _SCRIPTS.items()}
    if language == "en":
        return counts["latin"] >= 0.8 * max(1, sum(counts.values()))
    own = {"ja": counts["han"] + counts["kana"], "ko": counts["hangul"], "th": counts["thai"]}.get(
        language, counts["han"]
    )
    running = sum(map(len, _RUNNING.findall(text)))
    if own < _OWN_SHARE * (own + running + sum(counts.values()) - counts["latin"] - own):
        return False
    if language == "ja":
        kana = counts["kana"] >= 2 or (not running and bool(_PARTICLE.search(text)))
        return kana and not counts["hangul"] and not counts["thai"]
    if _beside_names(text, {"ko": HANGUL, "th": THAI}.get(language, HAN)) < _LEAST_BESIDE_NAMES:
        return False
    return language in ("ko", "th") or (not counts["kana"] and not counts["hangul"] and _is_script(text, language))


_SCRIPTS: Final = {"latin": "A-Za-z", "han": HAN, "kana": KANA, "hangul": HANGUL, "thai": THAI}
_RUNNING: Final = re.compile(r"(?<![A-Za-z0-9])[a-z]+(?![A-Za-z0-9])")
"""Latin words without a capital or a digit: those of a sentence, not of a name."""
_PARTICLE: Final = re.compile(rf"[をがはにへでとも](?=[{HAN}]{{2}})")
"""Behind names in Latin letters all that a headline needs: "Cosmos 3 Edgeを発表"."""
_OWN_SHARE: Final = 0.35
_LEAST_BESIDE_NAMES: Final = 2


def _beside_names(text: str, script: str) -> int:
    """Characters of the script that are not part of a known name: an English line may hold a name as Koreans write it."""
    for one in reversed(mentions(text)):
        text = f"{text[: one.start]} {text[one.end :]}"
    return len(re.findall(f"[{script}]", fold(text)))


def _is_script(text: str, language: Language) -> bool:
    """Simplified text has no traditional characters; traditional text of some length has some."""
    han = re.findall(f"[{HAN}]", text)
    traditional = sum(simplify(char) != char for char in han)
    return traditional * 20 <= len(han) if language == "zh-Hans" else len(han) < 12 or traditional * 20 >= len(han)
