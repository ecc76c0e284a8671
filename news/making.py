"""How a brief came about, in a reader's words: which model wrote it, how much of it, and why not the rest."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Final, Literal

from news.asking import Answer
from news.languages import Language
from news.model import Brief, BriefStory, Citation, Provenance
from news.phrases import counted, format_day, phrase
from news.telling import Wrong
from news.text import sanitise

_LONGEST_NAME: Final = 80
_LONGEST_TRIED: Final = 240
_OF_TITLES: Final = "headline-"
"""How the prompt is named that is asked for a title's translation alone."""
Wording = Literal["brief", "chat"]
"""Two tables of the same phrases: `brief` for a page and `chat` for the line under a message."""


def made_line(brief: Brief, wording: Wording = "brief") -> str:
    """A few sentences of plain text. A model's fault is told with its reason wherever no model wrote, and what was left out for it."""
    language, own, total = brief.edition.language, brief.own_words, len(brief.stories)
    faults = (_unlooked(brief.unlooked, second_look_note(brief), language), _left_out(brief))
    if brief.summariser.startswith("extractive"):
        bare = bool(brief.stories) and all(story.one_line for story in brief.stories)
        made = phrase(language, f"{wording}.made_from_{'headlines' if bare else 'sentences'}")
        return joined(language, made, _not_written(brief, "brief.not_written"), *faults)
    if not own:
        return joined(language, made_by(brief.summariser, language, wording), unchecked_words(brief, language), *faults)
    name = _name(brief.summariser)
    asked = any(story.provenance and story.provenance.prompt for story in brief.stories)
    key = "made_beside_model" if own == total and asked else "made_partly_by_model"
    made = phrase(language, f"{wording}.{key}", summariser=name, own=own, total=total)
    return joined(language, made, unchecked_words(brief, language), _not_written(brief, "brief.reason"), *faults)


def made_of_story(story: BriefStory, language: Language, wording: Wording = "brief") -> str:
    """The same of one story on its page: nothing is known of who wrote it but what its own provenance says, and no model where it has none."""
    made = story.provenance
    if wording == "brief" and story.one_line and not (made and made.prompt):
        return phrase(language, "brief.made_from_title")
    if made and made.prompt and not made.is_written:
        return phrase(language, f"{wording}.made_beside_model", summariser=_name(made.summariser))
    return made_by(made.summariser if made else "", language, wording)


def how_of_story(story: BriefStory, language: Language) -> str:
    """The line under a story in a chat: that a machine made it and how; where a model was to write it and did not, why."""
    made = story.provenance
    if made and made.note:
        return joined(language, made_by("", language, "chat"), _why(made, language))
    by = made_of_story(story, language, "chat")
    return joined(language, by, unchecked_words(story, language), _unlooked_of(made, language))


def made_by(summariser: str, language: Language, wording: Wording = "brief") -> str:
    """The same of one story or answer: what wrote it, "" or "extractive…" for its sources' own sentences."""
    if not summariser or summariser.startswith("extractive"):
        return phrase(language, f"{wording}.made_from_sentences")
    return phrase(language, f"{wording}.made_by_model", summariser=_name(summariser))


def unchecked_words(told: Brief | BriefStory, language: Language) -> str:
    """How many translations the check could not confirm, wherever somebody says that sentences were compared."""
    return counted(language, "unconfirmed", told.unchecked) if told.unchecked else ""


def second_look_note(brief: Brief) -> str:
    """Why second looks could not be had, as most of its stories have it; "" where none is missed."""
    notes = [made.unlooked_note for story in brief.stories if (made := story.provenance) and made.unlooked]
    return max(notes, key=notes.count, default="")


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
        return joined(language, made_by("", language, wording), _why(made, language))
    unclear = sum(not sentence.checked for sentence in answer.sentences)
    doubt = counted(language, "unconfirmed", unclear) if unclear else ""
    return joined(language, made_by(made.summariser, language, wording), doubt, _unlooked_of(made, language))


def written_line(story: BriefStory, language: Language) -> str:
    """How this one story was written: prompt, counts, what was wrong and the price; or why no model wrote it and what trying cost."""
    made = story.provenance
    if made is None or not (made.prompt or made.note):
        return ""
    found = joined(language, unchecked_words(story, language), _wrong(made, language))
    if made.note:
        asked = _priced("tried", made, language, tried=_name(made.tried, _LONGEST_TRIED)) if made.tried else ""
        return joined(language, _why(made, language), found, asked)
    only = phrase(language, "brief.title_only") if made.prompt.startswith(_OF_TITLES) else ""
    counts = {name: counted(language, name, n) for name, n in (("written", made.written), ("replaced", made.replaced))}
    priced = _priced("written", made, language, prompt=_name(made.prompt), **counts)
    return joined(language, only, _unlooked_of(made, language), found, priced)


def _why(made: Provenance, language: Language) -> str:
    """Why no model wrote it; of a second look that could not be had with how many sentences needed it."""
    note = phrase(language, f"why_not.{made.note}")
    return joined(language, phrase(language, "brief.not_written", note=note), _unlooked_of(made, language))


def _unlooked_of(made: Provenance | None, language: Language) -> str:
    return _unlooked(made.unlooked, made.unlooked_note, language) if made else ""


def _unlooked(n: int, note: str, language: Language) -> str:
    return counted(language, "unlooked", n, note=phrase(language, f"why_not.{note}")) if n else ""


def _left_out(brief: Brief) -> str:
    """How many stories are missing because they could not be told in the reader's language, and why; of several reasons each with its number."""
    language, left = brief.edition.language, brief.left_out
    told = {note: phrase(language, f"why_not.{note}") for note in dict.fromkeys(left)}
    if len(told) > 1:
        told = {note: phrase(language, "brief.times", note=why, n=left.count(note)) for note, why in told.items()}
    return counted(language, "left_out", len(left), note=_listed(told.values(), language)) if left else ""


def _wrong(made: Provenance, language: Language) -> str:
    """What was wrong, the most frequent first, and with which of the sentences, where that is known."""
    wrong = dict.fromkeys([*made.faults, *(one.fault for one in made.wrong)])
    named = [phrase(language, f"faults.{fault}") + _places(made.wrong, fault, language) for fault in wrong]
    return phrase(language, "brief.faults", faults=_listed(named, language)) if named else ""


def _places(wrong: Iterable[Wrong], fault: str, language: Language) -> str:
    places = _listed((_place(one, language) for one in wrong if one.fault == fault), language)
    opened, closed = ("（", "）") if language in _COMMA else (" (", ")")
    return f"{opened}{places}{closed}" if places else ""


def _place(wrong: Wrong, language: Language) -> str:
    table = "brief.part_" if wrong.part in ("headline", "lede") else "sections."
    part = phrase(language, f"{table}{wrong.part}")
    return phrase(language, "brief.place", part=part, n=wrong.number) if wrong.number else part


def _listed(words: Iterable[str], language: Language) -> str:
    return _COMMA.get(language, ", ").join(words)


def _priced(key: str, made: Provenance, language: Language, **values: object) -> str:
    if not made.priced:
        return phrase(language, f"brief.{key}_unpriced", **values)
    return phrase(language, f"brief.{key}", **values, cost=f"{made.cost:.4f}")


def _not_written(brief: Brief, key: str) -> str:
    """Of the stories that stand there; what a second look that could not be had has to do with it is said beside it."""
    notes = [made.note for story in brief.stories if (made := story.provenance) and made.note]
    note = max(notes, key=notes.count, default="")
    if not note or (note == "unlooked" and brief.unlooked and key == "brief.reason"):
        return ""
    language = brief.edition.language
    return phrase(language, key, note=phrase(language, f"why_not.{note}"))


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
