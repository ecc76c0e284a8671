"""When a version came out, where no report says so in words: by the first headline that it did. Pure; six languages."""

import re
from collections.abc import Sequence
from datetime import datetime
from typing import Final

from news.asking import Passage
from news.languages import Language
from news.model import Citation, Sentence
from summariser.answering.likelihood import concepts_of
from summariser.asking.answer_types import answer_type
from summariser.asking.happenings import happening
from summariser.asking.numbered import Numbered, numbered_in
from summariser.asking.support import bare
from summariser.asking.values import is_to_come
from summariser.words.deeds import is_release

_OUT: Final = re.compile(
    r"\b(?:come|came|go|went) (?:out|live)\b|出[たまてる]|登場|出[来來了的]|问世|問世|나왔|나온|나와|ออก", re.IGNORECASE
)


def release_asked(question: str) -> Numbered | None:
    """The version whose day is asked for; None where something else is."""
    asked = numbered_in(question)
    opened = "open source" in concepts_of(question)  # the day it came out is not that of its weights
    if len(asked) != 1 or opened or is_to_come(question) or not (is_release(question) or _OUT.search(question)):
        return None
    return asked[0] if answer_type(question, english=question.isascii()).sort == "time" else None


def released_on(asked: Numbered, passages: Sequence[Passage], language: Language) -> tuple[Sentence, datetime] | None:
    """The headline that it is out, in the `language` where one is, and the time of its report; None where no headline tells of that very version."""
    told = [one for one in passages if _is_out(asked, bare(one.title), one.language)]
    if not told:
        return None
    own = [one for one in told if one.language == language]
    first = min(own or told, key=lambda one: one.published)
    title = bare(first.title)
    return Sentence(title, (Citation(first.url, title, first.source),)), first.published


def _is_out(asked: Numbered, title: str, language: Language) -> bool:
    """The headline tells of its release, and not of that of what is made with it."""
    told = happening("release", title, language)
    return told is not None and asked.stands_in(told.name) and not any(asked.others_in(told.name))
