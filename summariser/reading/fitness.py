"""May this sentence stand alone in a brief? Boilerplate, dangling openers, first person, questions and fragments may not."""

import re
import tomllib
from functools import cache, lru_cache
from typing import Any, Final

from news.languages import Language
from news.scripts import CJK
from news.text import reading_seconds
from summariser.reading.injection import is_order
from summariser.words.roles import any_of, script_key
from summariser.words.vectors import DATA

_KINDS: Final = ("boilerplate", "truncated", "hype", "question", "first_person")
_QUOTE: Final = re.compile(r"“[^”]*”|\"[^\"]*\"|「[^」]*」|『[^』]*』|‘[^’]{12,}’")
_PAIRS: Final = (("“", "”"), ("「", "」"), ("『", "』"), ("（", "）"), ("(", ")"), ("《", "》"), ("[", "]"))
_ENDS: Final = re.compile(r"[.!?。！？．｡][\"'”’」』)）\]】]*$")
_KOREAN_END: Final = re.compile(r"[가-힣]{2,}\.[\"”’]?$")
_SHOUT: Final = re.compile(r"(?:\b[A-Z]{3,}\b[\s,:]+){3,}")
_HE: Final = re.compile(r"\b(?:he|she|him|her|his|hers|He|She|His|Her)\b")
_NAME: Final = re.compile(r"(?<=\s)[“\"‘(]?[A-Z][\w’'.-]+|^[“\"‘(]?[A-Z][\w’'.-]+(?=\s+[A-Z])")
_LATE_PRONOUN: Final = re.compile(
    r"^(?P<intro>[^,“\"]{2,70}),\s+(?:it|they|he|she|this|that|these|those|its|their|his|her)\b"
)
_THIS: Final = re.compile(
    r"\b(?:[Tt]his|[Tt]hese|[Tt]hose) (?!(?:week|year|month|morning|afternoon|evening|summer|autumn|fall|spring|winter|quarter|weekend"
    r"|decade|century|past|coming|is|are|was|were|will|would|could|can|may|who|that|of|in|with|to|and|being|the|a|it|they)\b|[a-z]+ing\b)"
    r"(?P<noun>[a-z]+)"
)
_CALENDAR: Final = re.compile(
    r"\b(?:January|February|March|April|May|June|July|August|September|October|November|December|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|AI|In|On|At|By|For|With|After|Before|When|While|As|If)\b"
)
_SUBJECTS: Final = ("ko", "ja")
"""Languages whose subject may stay away, and shows by its particle where it is there."""
_FOREIGN: Final = re.compile(f"[{CJK}]")
_LETTER: Final = re.compile(r"[^\W\d_]")
_SECONDS: Final = (1.3, 15.2)
"""Shortest and longest sentence worth telling, in reading time: about 5 and 60 English words."""


@cache
def _rules(key: str) -> dict[str, re.Pattern[str]]:
    tables: dict[str, Any] = tomllib.loads((DATA / "fitness.toml").read_text("utf-8"))
    rows, common = tables[key], tables["any"]
    kinds = (
        *_KINDS,
        "passing",
        "headless",
        "second_person",
        "speech",
        "verb",
        "dangling",
        "definite",
        "imperative",
        "subject",
    )
    return {kind: any_of([*rows.get(kind, []), *common.get(kind, [])]) for kind in kinds}


@lru_cache(maxsize=8192)
def fault(sentence: str, language: Language) -> str:
    """Why a sentence may not be told, in a word; "" when it may. The sentence has no line breaks."""
    rules = _rules(script_key(language))
    sentence = sentence.replace("'", "’")
    unquoted = _QUOTE.sub("“”", sentence)
    if not _SECONDS[0] <= reading_seconds(sentence, language) <= _SECONDS[1]:
        return "length"
    for kind in _KINDS:
        where = unquoted if kind in {"first_person", "question"} else sentence
        if rules[kind].search(where):
            return kind
    if rules["headless"].match(unquoted):
        return "fragment"
    if rules["dangling"].match(unquoted) or (language in _SUBJECTS and not rules["subject"].search(sentence)):
        return "dangling"
    if rules["imperative"].match(unquoted) or is_order(sentence):
        return "imperative"
    if rules["passing"].search(unquoted):
        return "passing"
    return _shape(sentence, unquoted, language) or (_english(sentence, unquoted) if language == "en" else "")


def hangs(sentence: str, language: Language) -> bool:
    """True when it begins with what only goes on: "it", "but", 同社は."""
    return bool(_rules(script_key(language))["dangling"].match(sentence))


def leans(sentence: str, language: Language) -> bool:
    """True when it speaks of "the company" and the like: readable after a sentence that names it, never first."""
    return bool(_rules(script_key(language))["definite"].match(sentence))


def speaks_as_we(sentence: str, language: Language) -> bool:
    """True when it speaks as "we" or "I" outside quotation marks: somebody's voice, which a brief has only as a quotation."""
    return bool(_rules(script_key(language))["first_person"].search(_QUOTE.sub("“”", sentence.replace("'", "’"))))


def addresses(sentence: str, language: Language) -> bool:
    """True when it speaks to "you": common in product news, but the voice of an advertisement."""
    return bool(_rules(script_key(language))["second_person"].search(_QUOTE.sub("“”", sentence)))


def _shape(sentence: str, unquoted: str, language: Language) -> str:
    """Faults of form: no end, unbalanced quotes, mostly signs, mostly a quotation that nobody is said to have said."""
    if language != "th" and not _ENDS.search(sentence) and not (language == "ko" and _KOREAN_END.search(sentence)):
        return "fragment"
    if is_unpaired(sentence):
        return "unbalanced"
    if len(_LETTER.findall(sentence)) < 0.66 * len(re.sub(r"\s", "", sentence)):
        return "signs"
    rules = _rules(script_key(language))
    longest = max((len(quote) for quote in _QUOTE.findall(sentence)), default=0)
    if longest > 0.4 * len(sentence) and not rules["speech"].search(unquoted):
        return "quotation"
    return "" if rules["verb"].search(unquoted) else "fragment"


def is_unpaired(sentence: str) -> bool:
    """A quotation or bracket that only opens there, or only closes."""
    if '"' in sentence:  # “so" and "so” are whole
        sentence = sentence.replace("“", '"').replace("”", '"')
    uneven = any(sentence.count(opening) != sentence.count(closing) for opening, closing in _PAIRS)
    return uneven or sentence.count('"') % 2 == 1


def _english(sentence: str, unquoted: str) -> str:
    """Faults only English shows: lower-case start, shouting, a he or she whom the sentence has not named."""
    first = sentence.lstrip("“\"'‘(")[:1]
    if first.islower() or _SHOUT.search(sentence) or _FOREIGN.search(sentence):
        return "fragment"
    pronoun = _HE.search(unquoted)
    if pronoun and not _NAME.search(_CALENDAR.sub("x", unquoted[: pronoun.start()])):
        return "dangling"
    if any(
        _refers_back(match, sentence)
        for match in _THIS.finditer(sentence)
        if match[0][:4].lower() == "this" or match[0] in unquoted
    ):
        return "dangling"
    late = _LATE_PRONOUN.match(sentence)
    if late and not _NAME.search(" " + _CALENDAR.sub("x", late["intro"])):
        return "dangling"
    return ""


def _refers_back(this: re.Match[str], sentence: str) -> bool:
    """ "These tools": to an earlier sentence, unless this one has named tools before."""
    return this["noun"].rstrip("s") not in sentence[: this.start()].lower()
