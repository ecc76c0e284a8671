"""CommonMark: titles escaped, every link written so that it cannot break out of its place."""

import re
from collections.abc import Iterable
from typing import Final
from urllib.parse import quote

from channels.document.view import AnswerView, BriefView, Cited, Credit, StoryView, WatchedView

_SPECIAL: Final = re.compile(r"([\\`*_\[\]<>|~&$])")
_AT_START: Final = re.compile(r"^(\s*)(?:([#+=-])|(\d{1,9})([.)]))")
_IN_LINK: Final = "/:?#[]@!$&'*+,;=%~-._"
"""What stays as it is in a link's target; brackets, quotes and spaces are percent-encoded."""


def brief_markdown(view: BriefView) -> str:
    blocks = [f"# {escape(view.title)}"]
    if view.sample:
        blocks.append(f"> **{escape(view.sample)}**")
    blocks.append(escape(" · ".join([view.heading, *view.facts])))
    if view.nothing_new:
        blocks.append(escape(view.nothing_new))
    for story in view.full:
        blocks += _story(story, view.sources_heading)
    if view.short:
        blocks.append(f"## {escape(view.short_heading)}")
        blocks.append("\n".join(_short(story) for story in view.short))
    if view.watched:
        blocks.append(f"## {escape(view.watched_heading)}")
        lines = (f"- {_linked(one.headline, one.link)} — {_watched(one)}" for one in view.watched)
        blocks.append("\n".join(lines))
    blocks.append("---")
    blocks.append(f"*{escape(view.made)}* *{escape(view.read)}*")
    return "\n\n".join(blocks) + "\n"


def answer_markdown(view: AnswerView) -> str:
    blocks = [f"# {escape(view.question)}"]
    if view.note:
        blocks.append(escape(view.note))
    if view.sentences:
        points = "\n".join(f"- {_running([one])}" for one in view.sentences)
        blocks.append(points if view.listed else _running(view.sentences))
        blocks.append(f"**{escape(view.sources_heading)}:** {_credits(view.credits)}")
    if view.made:
        blocks.append(f"*{escape(view.made)}*")
    if view.nearest:
        blocks.append(f"**{escape(view.nearest_heading)}**")
        blocks.append("\n".join(f"- {_linked(credit.name, credit.url)}" for credit in view.nearest))
    return "\n\n".join(blocks) + "\n"


def escape(text: str) -> str:
    """Text that shows exactly as it is, also at the start of a line."""
    text = _SPECIAL.sub(r"\\\1", text)
    return _AT_START.sub(lambda m: f"{m[1]}\\{m[2]}" if m[2] else f"{m[1]}{m[3]}\\{m[4]}", text)


def _story(story: StoryView, sources: str) -> list[str]:
    labels = "".join(f"{escape(label)} · " for label in (story.update, story.foreign) if label)
    blocks = [f"## {story.number}. {labels}{_linked(story.headline, story.link)}"]
    blocks += [escape(story.original)] if story.original else []
    if story.lede and story.since:
        blocks.append(escape(story.since))
    if story.lede:
        blocks.append(f"**{escape(story.lede.text)}**{_marks(story.lede)}")
    if story.watched:
        blocks.append(_watched(story.watched))
    for section in story.sections:
        blocks += [f"### {escape(section.name)}", _running(section.sentences)]
    blocks.append(f"{escape(sources)}: {_credits(story.credits)}")
    return blocks


def _watched(watched: WatchedView) -> str:
    words = [escape(watched.before), _running([watched.sentence]), escape(watched.after)]
    return " ".join([*words, _running([watched.came])] if watched.came else words)


def _short(story: StoryView) -> str:
    labels = "".join(f"{escape(label)} · " for label in (story.update, story.foreign) if label)
    names = ", ".join(escape(credit.name) for credit in story.credits[:3])
    told = " — ".join(part for part in (escape(story.original), names) if part)
    return f"- {labels}{_linked(story.headline, story.link)}" + (f" — {told}" if told else "")


def _running(sentences: Iterable[Cited]) -> str:
    return " ".join(escape(sentence.text) + _marks(sentence) for sentence in sentences)


def _marks(sentence: Cited) -> str:
    marks = {proof.credit.number: proof.url for proof in reversed(sentence.proofs)}
    return "".join(f" {_linked(f'[{number}]', marks[number])}" for number in sentence.numbers)


def _credits(credits: Iterable[Credit]) -> str:
    return ", ".join(f"\\[{credit.number}\\] {_linked(credit.name, credit.url)}" for credit in credits)


def _linked(text: str, url: str) -> str:
    return f"[{escape(text)}](<{quote(url, safe=_IN_LINK)}>)" if url else escape(text)
