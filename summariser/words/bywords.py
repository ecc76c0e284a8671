"""The nouns and verbs of AI news in every language: what a question calls "参数" an English report calls "parameters". Pure; shipped as data."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from typing import Final

from news.languages import Language
from summariser.words.vectors import DATA, simplify, traditional

_CHINESE: Final = "zh"


@cache
def _forms() -> Mapping[str, Mapping[str, str]]:
    """Every known form, folded → its word in each language."""
    rows = tomllib.loads((DATA / "bywords.toml").read_text("utf-8"))["word"]
    return {_plain(form): {tongue: forms[0] for tongue, forms in row.items()} for row in rows for form in _all(row)}


def _plain(text: str) -> str:
    """Letter by letter: what is found stands at the same place in the text."""
    return simplify(text.lower())


def _all(row: Mapping[str, list[str]]) -> list[str]:
    return [form for forms in row.values() for form in forms]


@cache
def _finder() -> re.Pattern[str]:
    forms = sorted(_forms(), key=len, reverse=True)
    return re.compile("|".join(rf"\b{re.escape(form)}\b" if form.isascii() else re.escape(form) for form in forms))


@lru_cache(maxsize=1024)
def in_other_words(text: str, language: Language) -> str:
    """The text with each known word as `language` has it; a word that is the language's own stays."""
    key = _CHINESE if language.startswith(_CHINESE) else language
    folded = _plain(text)
    if len(folded) != len(text):
        return text
    written, at = [], 0
    for found in _finder().finditer(folded):
        word = _forms()[found[0]][key]
        written += [text[at : found.start()], f" {traditional(word) if language == 'zh-Hant' else word} "]
        at = found.end()
    return "".join([*written, text[at:]])


@cache
def _rows() -> Mapping[str, str]:
    """Every known form, folded → the first word of its row."""
    rows = tomllib.loads((DATA / "bywords.toml").read_text("utf-8"))["word"]
    return {_plain(form): row["en"][0] for row in rows for form in _all(row)}


def rows_in(text: str) -> frozenset[str]:
    """Of the known words that stand there each as English has it first."""
    return frozenset(_rows()[found[0]] for found in _finder().finditer(_plain(text)))


def located_rows(text: str) -> Iterator[tuple[int, int, str]]:
    """Each known word that stands there, by where it begins and ends, as English has it first."""
    folded = _plain(text)
    if len(folded) == len(text):
        yield from ((found.start(), found.end(), _rows()[found[0]]) for found in _finder().finditer(folded))


def is_byword(text: str) -> bool:
    """It is such a word and nothing else: 価格, "the price"."""
    return _finder().fullmatch(_plain(text).removeprefix("the ").strip()) is not None
