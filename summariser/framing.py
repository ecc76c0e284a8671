"""Does a telling keep what its source does with a statement: deny it, give it up, plan it, think it possible?

Looked for in the whole sentences around the quotes, for a quote may leave out the "denied reports that" before it. By cue words in
six languages: a denial that goes another way, in irony or in the next sentence, is not seen.
"""

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Any

from news.languages import Language
from news.text import search_tokens
from summariser.facts import plain
from summariser.polarity import turns
from summariser.roles import script_key
from summariser.vectors import DATA

_GOVERNS = re.compile(
    r"\b(?:(?:plan(?:s|ned|ning)?|refus(?:es|ed|ing)|declin(?:es|ed|ing)) to|may|might|could"
    r"|(?:consider(?:s|ed|ing)?|weigh(?:s|ed|ing)|mull(?:s|ed|ing)))(?: only| also| soon| still| now)? (?P<verb>(?!be\b|have\b)[a-z]+)"
)
_REFUSES = re.compile(r"refus|declin")
_CONDITION = re.compile(r"\bif approved\b|\bunless\b|\bonly\b.*\bif\b", re.IGNORECASE)
_CONDITIONAL = re.compile(
    r"\b(?:if|unless|until|once|when|after|pending|subject to|depend\w*|provided|should|approv\w+|condition\w*|only)\b",
    re.IGNORECASE,
)
Sources = Sequence[tuple[str, Language]]


@cache
def _cues() -> Mapping[str, Mapping[str, re.Pattern[str]]]:
    tables: dict[str, Any] = tomllib.loads((DATA / "framing.toml").read_text("utf-8"))
    return {key: {name: re.compile(cue, re.IGNORECASE) for name, cue in table.items()} for key, table in tables.items()}


def unframed(told: str, language: Language, sources: Sources) -> Iterator[str]:
    """What the sources deny or leave open and the telling says outright. `sources`: whole sentences with their language."""
    here = plain(told)
    mine = _cues()[script_key(language)]
    denies = bool(mine["denied"].search(here) or mine["carried"].search(here) or turns(here, language))
    leaves_open = bool(mine["open"].search(here) or mine["kept"].search(here))
    for source, spoken in sources:
        there, theirs = plain(source), _cues()[script_key(spoken)]
        if not denies and (
            theirs["denied"].search(there) or (spoken == language == "en" and _governed(here, there, True))
        ):
            yield "denial dropped"
        elif spoken == language == "en" and _CONDITION.search(there) and not _CONDITIONAL.search(here):
            yield "condition dropped"
        elif not leaves_open and not denies and _is_open(here, there, theirs["open"], language, spoken):
            yield "plan told as done"


def _is_open(here: str, there: str, cue: re.Pattern[str], language: Language, spoken: Language) -> bool:
    if spoken == language == "en":
        return _governed(here, there, False)
    return bool(cue.search(there))


def _governed(told: str, source: str, refused: bool) -> bool:
    """In English: whether the telling holds the verb that is only planned or possible, or that is refused, in its source."""
    stems = set(search_tokens(told))
    for match in _GOVERNS.finditer(source):
        if bool(_REFUSES.match(match.group())) == refused and stems & set(search_tokens(match["verb"])):
            return True
    return False
