"""Names, versions and numbers, the same in every script: what sources in different languages can meet on."""

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from string import ascii_lowercase as _LETTERS
from typing import Final, Literal

from summariser.words.vectors import DATA, fold, runs, terms

Kind = Literal["company", "product", "person", "body", "place"]


_HEAD: Final = re.compile(r"[a-z]+")


@dataclass(frozen=True, slots=True)
class Name:
    """One entry of the alias table. `company` is the id of the company it belongs to, its own for a company."""

    id: str
    kind: Kind
    company: str


@dataclass(frozen=True, slots=True)
class Number:
    """An amount. `unit` is a currency code, "%" or "" for a plain count; `value` in that unit."""

    value: float
    unit: str

    @property
    def key(self) -> str:
        """Equal for equal amounts, however written: three significant digits."""
        return f"#{self.value:.3g}{self.unit}"


@dataclass(frozen=True, slots=True)
class _Aliases:
    """Aliases by where a scan meets them: first Latin word, or first two characters."""

    words: dict[str, list[tuple[tuple[str, ...], Name]]]
    starts: dict[str, list[tuple[str, Name]]]


@cache
def _aliases() -> _Aliases:
    rows = tomllib.loads((DATA / "names.toml").read_text("utf-8"))["name"]
    table = _Aliases({}, {})
    for row in rows:
        name = Name(row["id"], row["kind"], row.get("of", row["id"] if row["kind"] == "company" else ""))
        for alias in row["aliases"]:
            _enter(table, runs(fold(alias)), name)
    for words in table.words.values():
        words.sort(key=lambda entry: -len(entry[0]))
    for starts in table.starts.values():
        starts.sort(key=lambda entry: -len(entry[0]))
    return table


@cache
def all_names() -> frozenset[Name]:
    """Every entry of the table."""
    table = _aliases()
    names = {name for rows in table.words.values() for _, name in rows}
    return frozenset(names.union(name for rows in table.starts.values() for _, name in rows))


def _enter(table: _Aliases, parts: list[str], name: Name) -> None:
    if len(parts) == 1 and parts[0][0] >= "\u0250":
        table.starts.setdefault(parts[0][:2], []).append((parts[0], name))
    else:
        table.words.setdefault(parts[0], []).append((tuple(parts[1:]), name))


_KEPT: Final = 400
"""Of texts up to so many characters, headlines and sentences, it is kept what they name: each is looked at many times."""


def names_in(text: str) -> tuple[Name, ...]:
    """Known names in the text, in order of first mention, each once."""
    return _names_of_line(text) if len(text) <= _KEPT else _named(text)


@lru_cache(maxsize=16_384)
def _names_of_line(line: str) -> tuple[Name, ...]:
    return _named(line)


def _named(text: str) -> tuple[Name, ...]:
    found: dict[str, Name] = {}
    parts = runs(fold(text))
    for at, part in enumerate(parts):
        if _keys(part) or part[0] >= "\u0250":
            for name in _at(part, parts, at):
                found.setdefault(name.id, name)
    return tuple(found.values())


def _at(part: str, parts: list[str], at: int) -> Iterator[Name]:
    table = _aliases()
    for key in _keys(part):
        for rest, name in table.words.get(key, ()):
            if not rest or _follows(rest, parts, at):
                yield name
                return
    if part[0] >= "\u0250":
        yield from _inside(part)


@lru_cache(maxsize=50_000)
def _keys(part: str) -> tuple[str, ...]:
    """What a word may stand under in the table: itself, without 's, and the name before a version (qwen3.8 → qwen)."""
    plain = part.removesuffix("'s").removesuffix("’s")
    head = _HEAD.match(plain)
    return tuple(key for key in dict.fromkeys((plain, head[0] if head else plain)) if key in _aliases().words)


def _follows(rest: tuple[str, ...], parts: list[str], at: int) -> bool:
    """Whether `rest` stands right after position `at`; a last part in another script may run on (「オープンAI」)."""
    there = parts[at + 1 : at + 1 + len(rest)]
    return len(there) == len(rest) and all(
        t.removesuffix("'s").removesuffix("’s") == r or (r[0] >= "\u0250" and t.startswith(r))
        for t, r in zip(there, rest, strict=True)
    )


def _inside(run: str) -> Iterator[Name]:
    starts = _aliases().starts
    at = 0
    while at < len(run) - 1:
        for alias, name in starts.get(run[at : at + 2], ()):
            if run.startswith(alias, at) and not is_fragment(run, at, alias):
                yield name
                at += len(alias) - 1
                break
        at += 1


def is_fragment(text: str, at: int, alias: str) -> bool:
    """A short Hangul or Katakana name inside another word (소니 in 픽소니어) is none; a country before it is a word of its own (한국오라클)."""
    short = _SHORT + (alias[0] >= "ァ" and alias[0] <= "ー")  # a workload (ワークロード) is no Claude
    inside = len(alias) <= short and _SYLLABLES.fullmatch(alias) and _SYLLABLES.fullmatch(text[max(0, at - 1) : at])
    return bool(inside) and not text[:at].endswith(_COUNTRIES)


_SHORT: Final = 3
_SYLLABLES: Final = re.compile("[가-힣]+|[ァ-ヴー]+")
_COUNTRIES: Final = ("한국", "미국", "중국", "일본")


def companies_in(text: str) -> tuple[str, ...]:
    """Ids of the companies named, or meant by their product or head, in order of first mention."""
    return _companies_of_line(text) if len(text) <= _KEPT else _companies(_named(text))


@lru_cache(maxsize=16_384)
def _companies_of_line(line: str) -> tuple[str, ...]:
    return _companies(_names_of_line(line))


def _companies(names: Iterable[Name]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name.company for name in names if name.company))


_UNION: Final = re.compile(r"\bEU\b")
_PUBLIC: Final = frozenset({"body", "place", "person"})


def spelled_bodies(text: str) -> str:
    """With those written out whose two letters mean other things in small ones."""
    return _UNION.sub("European Union", text)


@lru_cache(maxsize=20_000)
def bodies_in(text: str) -> frozenset[str]:
    """Ids of the public bodies, places and people named."""
    return frozenset(one.id for one in names_in(spelled_bodies(text)) if one.kind in _PUBLIC)


@cache
def places() -> frozenset[str]:
    """Ids of the places and public bodies of the alias table."""
    rows = tomllib.loads((DATA / "names.toml").read_text("utf-8"))["name"]
    return frozenset(row["id"] for row in rows if row["kind"] in ("place", "body"))


@cache
def name_terms() -> frozenset[str]:
    """Every term (as `vectors.terms` makes them) that an alias of a company or product consists of."""
    rows = tomllib.loads((DATA / "names.toml").read_text("utf-8"))["name"]
    return frozenset(term for row in rows for alias in row["aliases"] for term in terms(alias))


# ---------------------------------------------------------------- versions

_FAMILIES: Final = (
    "gpt|claude|opus|sonnet|haiku|fable|mythos|gemini|gemma|grok|kimi|glm|qwen|llama|deepseek|ernie|hunyuan|seedance|kling|sora|"
    "veo|imagen|phi|mistral|minimax|codex|composer|ios|ipados|macos|android|windows|iphone|pixel|galaxy|rtx|muse|nova|"
    "nemotron|cosmos|llm|longcat|midjourney|python|node|rubin|blackwell|ascend"
)
_NUMBERED: Final = frozenset(_FAMILIES.split("|"))
_CALLED: Final = {"k": "kimi"}  # K3 is Kimi 3
_VERSION: Final = re.compile(
    rf"(?<![a-z0-9.])(?:({_FAMILIES})[ -]?v?(\d{{1,3}}(?:\.\d+)*)(?![\d,]|\.\d|th|%)"  # GPT-5.6, Opus 5
    r"|(?!(?:ps|fy|q|h|no|top|vol|ep|day|s|a|b|l|t|mp|ip|ipv|covid|web|http|utf|g|m|p|n|c|cop|y)-?\d)"
    r"([a-z]{1,12})-?(\d{1,3}(?:\.\d+)*)(?![\w,]|\.\d)"  # K3, Hy3, V4: letters and number in one word
    r"|([a-z]{3,})[ ](\d{1,2}\.\d{1,2})(?![\w,%]|\.\d| ?(?:billion|million|trillion|percent|bn|tn|b\b|m\b|x\b)))"  # Inkling 1.5
)


def is_family(word: str) -> bool:
    """What a number makes a version of: a known model or product, or whose it is."""
    low = word.casefold()
    return low in _NUMBERED or any(
        not rest and name.kind in ("company", "product") for rest, name in _aliases().words.get(low, ())
    )


def is_model(word: str) -> bool:
    """What a number makes a version of, and no company, of which it counts something."""
    low = word.casefold()
    return low in _NUMBERED or any(not rest and name.kind == "product" for rest, name in _aliases().words.get(low, ()))


def versions_in(text: str) -> dict[str, frozenset[str]]:
    """Product family → the versions named, such as {"gpt": {"5.6"}, "kimi": {"3"}}."""
    found: dict[str, set[str]] = {}
    for match in _VERSION.finditer(fold(text)):
        groups = [g for g in match.groups() if g]
        found.setdefault(_CALLED.get(groups[0], groups[0]), set()).add(groups[1])
    return {family: frozenset(versions) for family, versions in found.items()}


def versions_conflict(a: Mapping[str, frozenset[str]], b: Mapping[str, frozenset[str]]) -> bool:
    """True when both name the same family and no version of it in common."""
    shared = a.keys() & b.keys()
    return any(not a[family] & b[family] for family in shared) and not any(a[f] & b[f] for f in shared)


# ---------------------------------------------------------------- numbers

_SCALE: Final = {
    "trillion": 1e12, "tn": 1e12, "t": 1e12, "billion": 1e9, "bn": 1e9, "b": 1e9, "million": 1e6, "mn": 1e6, "m": 1e6,
    "thousand": 1e3, "k": 1e3, "万亿": 1e12, "兆": 1e12, "千亿": 1e11, "百亿": 1e10, "十亿": 1e9, "亿": 1e8, "千万": 1e7,
    "百万": 1e6, "万": 1e4, "千": 1e3, "조": 1e12, "천억": 1e11, "억": 1e8, "만": 1e4, "천": 1e3,
    "ล้านล้าน": 1e12, "แสนล้าน": 1e11, "หมื่นล้าน": 1e10, "พันล้าน": 1e9, "ล้าน": 1e6, "แสน": 1e5, "หมื่น": 1e4, "พัน": 1e3,
}  # fmt: skip
_UNITS: Final = {
    "$": "usd", "us$": "usd", "usd": "usd", "dollars": "usd", "dollar": "usd", "美元": "usd", "美金": "usd", "달러": "usd",
    "ドル": "usd", "米ドル": "usd", "ดอลลาร์": "usd", "ดอลลาร์สหรัฐ": "usd", "€": "eur", "eur": "eur", "euros": "eur", "euro": "eur",
    "欧元": "eur", "유로": "eur", "ユーロ": "eur", "ยูโร": "eur", "£": "gbp", "pounds": "gbp", "英镑": "gbp", "¥": "cny",
    "yuan": "cny", "rmb": "cny", "人民币": "cny", "元": "cny", "위안": "cny", "yen": "jpy", "日元": "jpy", "圆": "jpy", "엔": "jpy",
    "won": "krw", "韩元": "krw", "원": "krw", "ウォン": "krw", "baht": "thb", "บาท": "thb", "%": "%", "percent": "%",
    "per cent": "%", "パーセント": "%", "퍼센트": "%", "เปอร์เซ็นต์": "%",
}  # fmt: skip


def _alternatives(table: dict[str, float] | dict[str, str]) -> str:
    words = sorted(table, key=len, reverse=True)
    return "|".join(re.escape(w) + (r"(?![a-z])" if w[-1].isascii() and w[-1].isalpha() else "") for w in words)


_DIGITS: Final = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_NUMBER: Final = re.compile(
    rf"(?<![\w.])(us\$|[$€£¥])? ?({_DIGITS})[ -]?({_alternatives(_SCALE)})?(?:(?<=조)|(?<=억)|)[ -]?(?:多|余|여|超)?({_alternatives(_UNITS)})?"
    rf"|(us\$|[$€£¥])?({_DIGITS})({_alternatives(_SCALE)})?({_alternatives(_UNITS)})?"
)
_HAN_DIGIT: Final = {c: i for i, c in enumerate("〇一二三四五六七八九")} | {"两": 2, "零": 0}
_HAN_NUMBER: Final = re.compile(r"([一二三四五六七八九两十百千]+)(?=万亿|亿|万|兆)")


def _han_value(digits: str) -> int:
    total, current = 0, 0
    for char in digits:
        if char in _HAN_DIGIT:
            current = _HAN_DIGIT[char]
        else:
            total += (current or 1) * {"十": 10, "百": 100, "千": 1000}[char]
            current = 0
    return total + current


def numbers_in(text: str) -> tuple[Number, ...]:
    """Amounts in the text with scale words applied: "$200 million", "2億ドル" and "2억 달러" are one. Versions stay out."""
    folded = _HAN_NUMBER.sub(lambda match: str(_han_value(match[1])), fold(text))
    folded = _VERSION.sub(" ", folded)
    found = (_number(match) for match in _NUMBER.finditer(folded))
    return tuple(dict.fromkeys(number for number in found if number))


def _number(match: re.Match[str]) -> Number | None:
    sign, digits, scale, unit = match.group(1, 2, 3, 4) if match[2] else match.group(5, 6, 7, 8)
    value = float(digits.replace(",", "")) * _SCALE.get(scale or "", 1.0)
    name = _UNITS.get(unit or sign or "", "")
    if not name and not scale and (value < 10 or 1990 <= value <= 2100):
        return None  # small counts and years are no evidence
    return Number(value, "usd" if sign in ("$", "us$") else name)


def amounts_conflict(a: Iterable[Number], b: Iterable[Number]) -> bool:
    """True when both give amounts of money (a currency, or a million and more of something) and share none."""
    one, other = _sums(a), _sums(b)
    return bool(one and other and not one & other)


def amounts_agree(a: Iterable[Number], b: Iterable[Number]) -> bool:
    """True when both give the same amount of money."""
    return bool(_sums(a) & _sums(b))


def _sums(numbers: Iterable[Number]) -> frozenset[str]:
    return frozenset(number.key.rstrip(_LETTERS) for number in numbers if _money(number))


def _money(number: Number) -> bool:
    return number.unit not in ("", "%") or number.value >= 1e6
