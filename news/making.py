"""How a brief came about, in a reader's words: which model wrote it, how much of it, and why not the rest."""

from typing import Final, Literal

from news.languages import Language
from news.model import Brief
from news.phrases import phrase
from news.text import sanitise

_LONGEST_NAME: Final = 80
Wording = Literal["brief", "chat"]
"""Two tables of the same phrases: `brief` for a page and `chat` for the line under a message."""


def made_line(brief: Brief, wording: Wording = "brief") -> str:
    """One to three sentences of plain text. A model's fault is told with its reason wherever no model wrote."""
    language, own, total = brief.edition.language, brief.own_words, len(brief.stories)
    if brief.summariser.startswith("extractive"):
        bare = bool(brief.stories) and all(story.one_line for story in brief.stories)
        made = phrase(language, f"{wording}.made_from_{'headlines' if bare else 'sentences'}")
        return _joined(made, _not_written(brief, "brief.not_written"))
    if not own:
        return made_by(brief.summariser, language, wording)
    name = _name(brief.summariser)
    made = phrase(language, f"{wording}.made_partly_by_model", summariser=name, own=own, total=total)
    return _joined(made, _not_written(brief, "brief.reason"))


def made_by(summariser: str, language: Language, wording: Wording = "brief") -> str:
    """The same of one story or answer: what wrote it, "" or "extractive…" for its sources' own sentences."""
    if not summariser or summariser.startswith("extractive"):
        return phrase(language, f"{wording}.made_from_sentences")
    return phrase(language, f"{wording}.made_by_model", summariser=_name(summariser))


def _not_written(brief: Brief, key: str) -> str:
    if not brief.why_not:
        return ""
    language = brief.edition.language
    return phrase(language, key, note=phrase(language, f"why_not.{brief.why_not}"))


def _joined(made: str, why: str) -> str:
    """One after the other; a line without a full stop gets what separates them."""
    if not why:
        return made
    return f"{made} {why}" if made[-1] in ".。" else f"{made}. {why}"


def _name(summariser: str) -> str:
    return " ".join(sanitise(summariser).split())[:_LONGEST_NAME] or "?"
