"""How a brief came about, in a reader's words: which model wrote it, how much of it, and why not the rest."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Final, Literal

from news.asking import Answer
from news.languages import Language
from news.model import Brief, BriefStory, Citation, Provenance
from news.phrases import format_day, phrase
from news.text import sanitise

_LONGEST_NAME: Final = 80
_LONGEST_TRIED: Final = 240
_OF_TITLES: Final = "headline-"
"""How the prompt is named that is asked for a title's translation alone."""
Wording = Literal["brief", "chat"]
"""Two tables of the same phrases: `brief` for a page and `chat` for the line under a message."""


def made_line(brief: Brief, wording: Wording = "brief") -> str:
    """One to four sentences of plain text. A model's fault is told with its reason wherever no model wrote."""
    language, own, total = brief.edition.language, brief.own_words, len(brief.stories)
    if brief.summariser.startswith("extractive"):
        bare = bool(brief.stories) and all(story.one_line for story in brief.stories)
        made = phrase(language, f"{wording}.made_from_{'headlines' if bare else 'sentences'}")
        return joined(language, made, _not_written(brief, "brief.not_written"))
    if not own:
        return joined(language, made_by(brief.summariser, language, wording), unchecked_words(brief, language))
    name = _name(brief.summariser)
    made = phrase(language, f"{wording}.made_partly_by_model", summariser=name, own=own, total=total)
    return joined(language, made, unchecked_words(brief, language), _not_written(brief, "brief.reason"))


def made_of_story(story: BriefStory, language: Language) -> str:
    """The same of one story on its page: nothing is known of who wrote it but what its own provenance says, and no model where it has none."""
    made = story.provenance
    if story.one_line and not (made and made.prompt):
        return phrase(language, "brief.made_from_title")
    return made_by(made.summariser if made else "", language)


def made_by(summariser: str, language: Language, wording: Wording = "brief") -> str:
    """The same of one story or answer: what wrote it, "" or "extractive…" for its sources' own sentences."""
    if not summariser or summariser.startswith("extractive"):
        return phrase(language, f"{wording}.made_from_sentences")
    return phrase(language, f"{wording}.made_by_model", summariser=_name(summariser))


def unchecked_words(told: Brief | BriefStory, language: Language) -> str:
    """How many translations the check could not confirm, wherever somebody says that sentences were compared."""
    return phrase(language, "brief.some_unchecked", n=told.unchecked) if told.unchecked else ""


def nothing_words(brief: Brief) -> str:
    """Of a brief without a story: that there is nothing new; where no source could be read, that and what to do."""
    return phrase(brief.edition.language, f"brief.nothing_{'new' if brief.sources_read else 'read'}")


def with_days(answer: Answer) -> Answer:
    """Each source with the day that it is to be shown with behind its name: "The Gazette, 21 July"."""
    language = answer.language
    told = tuple(
        replace(sentence, citations=tuple(_with_day(one, language) for one in sentence.citations))
        for sentence in answer.sentences
    )
    return replace(answer, sentences=told)


def _with_day(cited: Citation, language: Language) -> Citation:
    return (
        replace(cited, source=f"{cited.source or cited.url}, {format_day(cited.day, language)}") if cited.day else cited
    )


def answer_line(answer: Answer, wording: Wording = "brief") -> str:
    """How an answer was made, where a model wrote it or was to; "" where none is at work."""
    made, language = answer.provenance, answer.language
    if made is None or not answer.sentences or not (made.prompt or made.note):
        return ""
    if made.note:
        why = phrase(language, "brief.not_written", note=phrase(language, f"why_not.{made.note}"))
        return joined(language, made_by("", language, wording), why)
    unclear = sum(not sentence.checked for sentence in answer.sentences)
    doubt = phrase(language, "brief.some_unchecked", n=unclear) if unclear else ""
    return joined(language, made_by(made.summariser, language, wording), doubt)


def written_line(story: BriefStory, language: Language) -> str:
    """How this one story was written: prompt, counts, what was wrong and the price; or why no model wrote it and what trying cost."""
    made = story.provenance
    if made is None or not (made.prompt or made.note):
        return ""
    found = joined(language, unchecked_words(story, language), _wrong(made, language))
    if made.note:
        why = phrase(language, "brief.not_written", note=phrase(language, f"why_not.{made.note}"))
        asked = _priced("tried", made, language, tried=_name(made.tried, _LONGEST_TRIED)) if made.tried else ""
        return joined(language, why, found, asked)
    only = phrase(language, "brief.title_only") if made.prompt.startswith(_OF_TITLES) else ""
    counts = {"prompt": _name(made.prompt), "written": made.written, "replaced": made.replaced}
    return joined(language, only, found, _priced("written", made, language, **counts))


def _wrong(made: Provenance, language: Language) -> str:
    named = _COMMA.get(language, ", ").join(phrase(language, f"faults.{fault}") for fault in made.faults)
    return phrase(language, "brief.faults", faults=named) if named else ""


def _priced(key: str, made: Provenance, language: Language, **values: object) -> str:
    if not made.priced:
        return phrase(language, f"brief.{key}_unpriced", **values)
    return phrase(language, f"brief.{key}", **values, cost=f"{made.cost:.4f}")


def _not_written(brief: Brief, key: str) -> str:
    if not brief.why_not:
        return ""
    language = brief.edition.language
    return phrase(language, key, note=phrase(language, f"why_not.{brief.why_not}"))


def joined(language: Language, *parts: str) -> str:
    """Sentences one after the other; one without a full stop gets what its language separates them with."""
    told = [part for part in parts if part]
    stop = _STOP.get(language, ". ")
    ended = [part if part[-1] in ".。" else part + stop.rstrip() for part in told[:-1]]
    return (" " if stop[-1:] == " " else "").join([*ended, *told[-1:]])


_STOP: Final[Mapping[Language, str]] = {"ja": "。", "zh-Hant": "。", "zh-Hans": "。", "th": " "}
_COMMA: Final[Mapping[Language, str]] = {"ja": "、", "zh-Hant": "、", "zh-Hans": "、"}


def _name(summariser: str, most: int = _LONGEST_NAME) -> str:
    return " ".join(sanitise(summariser).split())[:most] or "?"
