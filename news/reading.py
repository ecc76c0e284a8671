"""How long a text takes to read, and how to shorten one without breaking a word."""

import re
from typing import Final

from news.languages import Language
from news.scripts import CJK, HANGUL, KANA, THAI, UNSPACED
from news.searching import tokens
from news.sentences import spans

WORDS_PER_MINUTE: Final = 238.0
"""Silent reading of English non-fiction (Brysbaert 2019)."""

CHARACTERS_PER_MINUTE: Final[dict[str, float]] = {
    "ja": 500.0, "zh-Hant": 400.0, "zh-Hans": 400.0, "ko": 480.0, "th": 1080.0,
}  # fmt: skip
"""Between parity of translations and reading-aloud tables scaled to silent reading: the cautious middle."""

_WORD: Final = re.compile(rf"[^\W\d_{UNSPACED}][^\s—{UNSPACED}]*")
_WRITTEN: Final = re.compile(rf"[^\s—{UNSPACED}]*[^\W{UNSPACED}][^\s—{UNSPACED}]*")
_UNSPACED: Final = re.compile(rf"[{UNSPACED}]")
_JOINERS: Final = (
    "\u200d\ufe0f\u0e31\u0e33-\u0e3a\u0e47-\u0e4e\u3099\u309a\u0300-\u036f\u20d0-\u20ff\U0001f3fb-\U0001f3ff"
)
_SPLITS_CLUSTER: Final = re.compile(rf"[{_JOINERS}]")
_FLAG: Final = re.compile("[\U0001f1e6-\U0001f1ff]")
_ELLIPSIS: Final = "…"
_ECHOED: Final = 200
_PHRASES: Final[dict[str, re.Pattern[str]]] = {
    "ja": re.compile(r"[ぁ-ん](?=[^ぁ-んー、。」』）)])|[、。，」』）)\s]"),
    "zh-Hant": re.compile(r"[，、。；：！？」』）)\s]"),
    "zh-Hans": re.compile(r"[，、。；：！？”」）)\s]"),
}
"""Where a phrase ends: Japanese ones end in Hiragana, before the next one's Kanji, Katakana or Latin letters."""


def reading_seconds(text: str, language: Language) -> float:
    """Seconds at the cautious rate of the language. A Latin word inside an unspaced script counts as one word."""
    if language == "en":
        foreign = len(_UNSPACED.findall(text))
        words = len(_WRITTEN.findall(text))
        return words * 60 / WORDS_PER_MINUTE + _foreign_seconds(text) * bool(foreign)
    words = len(_WORD.findall(text))
    characters = len("".join(_WORD.sub("", text).split()))
    return words * 60 / WORDS_PER_MINUTE + characters * 60 / CHARACTERS_PER_MINUTE[language]


def _foreign_seconds(text: str) -> float:
    """Seconds for the characters of other scripts quoted inside an English text, at each script's own rate."""
    scripts = (("ja", KANA), ("ko", HANGUL), ("th", THAI), ("zh-Hant", CJK.replace(KANA, "").replace(HANGUL, "")))
    return sum(len(re.findall(f"[{chars}]", text)) * 60 / CHARACTERS_PER_MINUTE[name] for name, chars in scripts)


def cut(text: str, limit: int, language: Language) -> str:
    """At most `limit` characters: whole sentences if they fill half of it, else up to a word with "…", never mid-word."""
    text = text.strip()
    if len(text) <= limit:
        return text
    if limit <= 0:
        return ""
    ends = [end for _, end in spans(text, language) if end <= limit]
    if language != "th" and ends and ends[-1] * 2 >= limit:
        return text[: ends[-1]]
    return (
        text[: _phrase_end(text, _word_end(text, limit - 1), language)].rstrip(" ,;:—–-、，；：「『（([“‘") + _ELLIPSIS
    )


def echoed(question: str, language: Language) -> str:
    """A question as it is shown above its answer: enough of it to know it again."""
    if len(question) <= _ECHOED:
        return question
    return cut(question, _ECHOED, language).rstrip("….") + _ELLIPSIS


def _word_end(text: str, limit: int) -> int:
    """The last place at or before `limit` between two words, or between two characters a reader sees as two."""
    for at in range(limit, max(0, limit - 60), -1):
        if _between_words(text, at):
            return at
    at = limit
    while at > 0 and _inside_cluster(text, at):
        at -= 1
    return at


def _phrase_end(text: str, end: int, language: Language) -> int:
    """In Japanese and Chinese the last clause or phrase before `end`, so that no word of several characters is torn."""
    if language not in _PHRASES:
        return end
    ends = [found.end() for found in _PHRASES[language].finditer(text, 0, end + 1) if found.end() <= end]
    return ends[-1] if ends and ends[-1] * 2 >= end else end


def _between_words(text: str, at: int) -> bool:
    before, after = text[at - 1], text[at]
    if _inside_cluster(text, at):
        return False
    if before.isspace() or after.isspace():
        return True
    if _is_thai(before) and _is_thai(after):
        return _thai_boundary(text, at)
    return bool(_UNSPACED.match(before) or _UNSPACED.match(after)) or not (before.isalnum() or after.isalnum())


def _is_thai(char: str) -> bool:
    return "\u0e01" <= char <= "\u0e5b"


def _thai_boundary(text: str, at: int) -> bool:
    """True where the word cutter begins a word at `at`: judged on the unbroken Thai run around it."""
    start = at
    while start > 0 and at - start < 80 and _is_thai(text[start - 1]):
        start -= 1
    end = at
    while end < len(text) and end - at < 40 and _is_thai(text[end]):
        end += 1
    for word in tokens(text[start:end]):
        start += len(word)
        if start >= at:
            return start == at
    return False


def _inside_cluster(text: str, at: int) -> bool:
    """True when cutting before `at` would tear a mark, an emoji sequence or a flag from what it belongs to."""
    if at <= 0 or at >= len(text):
        return False
    if _SPLITS_CLUSTER.match(text[at]) or text[at - 1] == "\u200d":
        return True
    flags = 0
    while at - flags > 0 and _FLAG.match(text[at - flags - 1]):
        flags += 1
    return bool(_FLAG.match(text[at])) and flags % 2 == 1
