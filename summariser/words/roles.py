"""Which part of a story a sentence tells: what happened, why it matters, what to watch. By cues, as data."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

from news.languages import Language
from news.model import SECTIONS, Section
from summariser.words.vectors import DATA

_KEYS: Final[Mapping[Section, str]] = {
    "what_happened": "what",
    "why_it_matters": "why",
    "what_to_watch": "watch",
}


@dataclass(frozen=True, slots=True)
class _Cues:
    weighed: Mapping[Section, tuple[tuple[re.Pattern[str], float], ...]]
    headings: Mapping[Section, re.Pattern[str]]
    date: re.Pattern[str]
    ahead: re.Pattern[str] | None
    not_ahead: re.Pattern[str]
    weighs: re.Pattern[str] | None


def script_key(language: Language) -> str:
    """The key of a language in the data tables: both Chinese scripts share one."""
    return "zh" if language.startswith("zh") else language


@cache
def _cues(key: str) -> _Cues:
    rows: dict[str, Any] = tomllib.loads((DATA / "roles.toml").read_text("utf-8"))[key]
    weighed = {section: tuple(_weighed(row) for row in rows[_KEYS[section]]) for section in SECTIONS}
    headings = {section: any_of(rows.get("head_" + _KEYS[section], [])) for section in SECTIONS}
    ahead = any_of(rows["ahead"]) if "ahead" in rows else None
    weighs = any_of(rows["weighs"]) if "weighs" in rows else None
    return _Cues(weighed, headings, any_of(rows["date"]), ahead, any_of(rows.get("not_ahead", [])), weighs)


def any_of(patterns: list[str]) -> re.Pattern[str]:
    """One pattern that finds any of them; nothing when there are none. A row may begin with `(?i)`."""
    rows = ("(?i:" + row[4:] + ")" if row.startswith("(?i)") else "(?:" + row + ")" for row in patterns)
    return re.compile("|".join(rows) or "(?!)")


def _weighed(row: str) -> tuple[re.Pattern[str], float]:
    pattern, _, weight = row.rpartition("@@")
    return re.compile(pattern), int(weight) / 100


def strengths(sentence: str, language: Language) -> dict[Section, float]:
    """How strongly (0 to 1) a sentence speaks for each section. A cue counts once, however often it occurs."""
    cues = _cues(script_key(language))
    sentence = sentence.replace("'", "’")
    return {
        section: max(0.0, min(1.0, sum(weight for pattern, weight in rows if pattern.search(sentence))))
        for section, rows in cues.weighed.items()
    }


def section_of_heading(heading: str, language: Language) -> Section | None:
    """The section that a heading inside an article announces, if it is one of the known kinds."""
    for section, pattern in _cues(script_key(language)).headings.items():
        if section != "what_happened" and pattern.search(heading):
            return section
    return None


def weighs(sentence: str, language: Language) -> bool:
    """Whether it names a consequence, a rank or a rival: more than whom it concerns. As `looks_ahead` where there are no rows."""
    cues = _cues(script_key(language))
    return cues.weighs is None or bool(cues.weighs.search(sentence.replace("'", "’")))


def looks_ahead(sentence: str, language: Language) -> bool:
    """Whether it tells something still to come or open; in a language without rows for it, its strength alone decides."""
    cues = _cues(script_key(language))
    sentence = sentence.replace("'", "’")
    return cues.ahead is None or bool(cues.ahead.search(sentence) and not cues.not_ahead.search(sentence))


def has_date(sentence: str, language: Language) -> bool:
    return bool(_cues(script_key(language)).date.search(sentence))
