"""The hard facts of a text: numbers with their units, dates, names, negation. The same in every script, for comparing."""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from news.languages import Language
from news.scripts import CJK, HAN, KANA, THAI, words
from news.text import STOP_WORDS, search_tokens

_WORD_NUMBERS: Final[dict[str, float]] = {
    "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11,
    "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19,
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip
_SCALES: Final[dict[str, float]] = {
    "hundred": 1e2, "thousand": 1e3, "k": 1e3, "m": 1e6, "mn": 1e6, "million": 1e6, "millions": 1e6, "b": 1e9, "bn": 1e9, "billion": 1e9,
    "trillion": 1e12, "tn": 1e12, "t": 1e12, "万": 1e4, "萬": 1e4, "億": 1e8, "亿": 1e8, "兆": 1e12, "만": 1e4, "억": 1e8, "조": 1e12,
    "千": 1e3, "百": 1e2, "ล้าน": 1e6, "พันล้าน": 1e9, "หมื่น": 1e4, "แสน": 1e5, "พัน": 1e3,
}  # fmt: skip
_SCALE: Final = "|".join(sorted(_SCALES, key=len, reverse=True))
_NUMBER: Final = re.compile(
    rf"(?<![\w.])(?P<money>[$€£¥₩฿]|US\$|NT\$|HK\$)?\s?(?P<digits>\d[\d,]*(?:\.\d+)?)(?:[\s-]?(?P<scale>{_SCALE})(?![a-z]))?\s?(?P<percent>%|per\s?cent|percent|パーセント|퍼센트|เปอร์เซ็นต์)?"
    rf"|(?<=[{CJK}{THAI}A-Za-z.-])(?P<digits2>\d[\d,]*(?:\.\d+)?)(?:\s?(?P<scale2>{_SCALE})(?![a-z]))?",
    re.IGNORECASE,
)
_HAN_DIGITS: Final = {char: value for value, char in enumerate("〇一二三四五六七八九")} | {"零": 0, "两": 2, "兩": 2}
_HAN_NUMBER: Final = re.compile(
    "[〇零一二三四五六七八九十百千万萬億亿兆两兩]{2,}|[一二三四五六七八九十两兩](?=[个個年月日人家社次名种種項项位倍割成歳岁届])"
)
_MONTHS: Final = {
    name: number
    for number, names in enumerate(
        ("january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul", "august aug", "september sep sept",
         "october oct", "november nov", "december dec"), start=1)
    for name in names.split()
}  # fmt: skip
_DAYS: Final = words("monday tuesday wednesday thursday friday saturday sunday")
_DATE_WORD: Final = re.compile(
    r"\b(?:" + "|".join(sorted({*_MONTHS, *_DAYS}, key=len, reverse=True)) + r")\b", re.IGNORECASE
)
_MAY_IS_A_VERB: Final = re.compile(r"\bmay\b")
_NAME: Final = re.compile(r"[A-Z][\w'’&.-]*[\w]|[A-Z]{2,}|[a-z]+[A-Z]\w*")
_NO_NAMES: Final = words("unk lrb rrb")
"""Marks of a tokeniser."""
_KATAKANA: Final = re.compile(r"[\u30a1-\u30fa\u30fc]{3,}")
_REACH: Final = 60
_NEGATION: Final = re.compile(
    r"\b(?:not|never|no|neither|cannot|without|none|nor|hardly|barely)\b|n['’]t\b|\b(?:all|every\w*) but (?:\d|one|two|three|four|five|six|seven|eight|nine|ten|a few)"
    r"|ない|なかっ|ません|ず(?:に|、|。)|不(?!仅|僅|过|過|同|断|斷|久|少)|没有|沒有|未(?!来|來)|无法|無法|并非|並非|않|못하|없|아니|ไม่|มิได้",
    re.IGNORECASE,
)


def plain(text: str) -> str:
    """NFKC without casefolding: full-width digits and letters become ASCII, case still tells names; "3, 700" is one number."""
    text = text if text.isascii() else unicodedata.normalize("NFKC", text).translate(_PLAINER)
    if " 's" not in text and _GAP.search(text) is None:
        return text
    return _APART.sub(lambda match: match[0].replace(" ", ""), text)


_PLAINER: Final = str.maketrans({"’": "'", "‐": "-", "‑": "-"})
_APART: Final = re.compile(
    r"(?<![\d,.])\d{1,3}(?:, \d{3})+(?![\d,])|(?<![\d,.])\d{1,3}\. \d{1,2}(?= (?:million|billion|trillion|per\s?cent|%))| 's\b"
)
"""Numbers and possessives that a tokeniser took apart."""
_GAP: Final = re.compile(r"\d[,.] \d")
"""In all such numbers, and found in a tenth of the time."""
_UNITS: Final = tuple(
    (re.compile(pattern, re.IGNORECASE), unit)
    for pattern, unit in (
        (r"(?<=\d)\s?(?:bn|b)\b", " billion"),
        (r"(?<=\d)\s?(?:mn|m)\b", " million"),
        (r"(?<=\d)(?:\s?(?:tn|trn)|(?-i:T))\b", " trillion"),
        (r"(?<=\d)\s?(?:%|per\s?cent\b)", " percent"),
    )
)


def unified(text: str) -> str:
    """Short units written out ("9.3bn" → "9.3 billion", "9%" → "9 percent"), so that two ways to write a sum compare equal."""
    text = plain(text)
    if re.search(r"\d", text):
        for pattern, unit in _UNITS:
            text = pattern.sub(unit, text)
    return text


@lru_cache(maxsize=8192)
def numbers(text: str) -> frozenset[str]:
    """Amounts as comparable keys ("2.5e+09", with "%" where a share), digits or words, scaled."""
    return frozenset(_numbers(plain(text)))


def _numbers(text: str) -> Iterator[str]:
    for match in _NUMBER.finditer(text):
        digits = match["digits"] or match["digits2"]
        value = _value(digits) * _SCALES.get((match["scale"] or match["scale2"] or "").lower(), 1)
        yield f"{value:.10g}"
    for word in re.findall(r"[a-z]+", text.lower()):
        if word in _WORD_NUMBERS:
            yield f"{_WORD_NUMBERS[word]:.10g}"
    for match in _HAN_NUMBER.finditer(text):
        yield f"{_han_value(match.group()):.10g}"


def _value(digits: str) -> float:
    try:
        return float(digits.replace(",", ""))
    except ValueError:
        return 0.0


def _han_value(run: str) -> float:
    """三百二十 → 320; a run of bare digits (二〇二六) is read digit by digit."""
    if all(char in _HAN_DIGITS for char in run):
        return float("".join(str(_HAN_DIGITS[char]) for char in run))
    total, part, digit = 0.0, 0.0, 0.0
    for char in run:
        if char in _HAN_DIGITS:
            digit = _HAN_DIGITS[char]
        elif char in "十百千":
            part += (digit or 1) * {"十": 10, "百": 100, "千": 1000}[char]
            digit = 0
        else:
            total += (part + digit or 1) * _SCALES[char]
            part = digit = 0
    return total + part + digit


@lru_cache(maxsize=8192)
def dates(text: str) -> frozenset[str]:
    """Months and weekdays named in Latin script; days and years are numbers."""
    found = set()
    for match in _DATE_WORD.finditer(text):
        word = match.group().lower()
        if word == "may" and _MAY_IS_A_VERB.match(match.group()):
            continue
        if word in {"mar", "jan", "dec", "sun"} and match.group().islower():
            continue
        found.add(str(_MONTHS.get(word, word)) + "m" * (word in _MONTHS))
    return frozenset(found)


@lru_cache(maxsize=8192)
def names(text: str) -> tuple[str, ...]:
    """Proper names in order, casefolded, one per word: capitals inside a sentence, Latin or katakana runs inside CJK."""
    shown = plain(text)
    found: list[str] = []
    for match in _NAME.finditer(shown):
        word = match.group().rstrip(".'").removesuffix("'s")
        low = word.casefold()
        if low in STOP_WORDS or low in _DAYS or low in _MONTHS or low in _NO_NAMES or len(low) < 2:
            continue
        first = _starts(shown[: match.start()])
        if not first or any(map(str.isupper, word[1:])) or any(map(str.isdigit, word)):
            found.append(low)
    found.extend(match.group() for match in _KATAKANA.finditer(shown))
    return tuple(found)


def _starts(before: str) -> bool:
    """Does a sentence, a line or a quotation begin after this?"""
    told = before.rstrip()
    blank = before[len(told) :]
    return not told or told[-1] in '"“‘(' or "\n" in blank or (bool(blank) and told[-1] in ".!?:")


@lru_cache(maxsize=512)
def small_words(text: str) -> frozenset[str]:
    """Latin words written in lower case somewhere in the text: they are no names, wherever they begin a sentence."""
    return frozenset(re.findall(r"(?<![\w'])[a-z][a-z'-]+", plain(text)))


@lru_cache(maxsize=8192)
def negations(text: str) -> int:
    """How many words turn a statement around; verbs like "deny" are `framing`'s."""
    return len(_NEGATION.findall(text))


@lru_cache(maxsize=8192)
def negated(text: str) -> frozenset[str]:
    """Stems of the two content words after each negation: what is said not to be."""
    found: set[str] = set()
    for match in _NEGATION.finditer(text):
        found.update(search_tokens(text[match.end() : match.end() + _REACH])[:2])
    return frozenset(found)


def script(text: str) -> Language:
    """The house language whose sentence rules fit best, by the characters in the text."""
    if re.search(f"[{KANA}]", text):
        return "ja"
    if re.search("[\uac00-\ud7af]", text):
        return "ko"
    if re.search(f"[{THAI}]", text):
        return "th"
    return "zh-Hant" if len(re.findall(f"[{HAN}]", text)) * 4 > len(text.replace(" ", "")) else "en"
