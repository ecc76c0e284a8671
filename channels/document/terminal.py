"""Plain text for a terminal: wrapped by what characters take on the screen, no colours, sources numbered."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from typing import Final

from channels.document.view import AnswerView, BriefView, Cited, Credit, StoryView, WatchedView
from news.scripts import THAI

_SHOWN: Final = 6
"""Sources listed under a story in full; those quoted are always among them."""
_NEVER_FIRST: Final = "、。，．,.!?！？：；:;」』）)】》〉”’…ー〜～・％%ぁぃぅぇぉっゃゅょァィゥェォッャュョ々"
_NEVER_LAST: Final = "「『（(【《〈“‘"
_PIECE: Final = re.compile(r"\s+|[^\s]")
_THAI_RUN: Final = re.compile(f"[{THAI}]")


def brief_text(view: BriefView, *, width: int, more: str) -> str:
    """`more` is the phrase for sources left out, with {n}."""
    head = [view.title, view.heading]
    if view.sample:
        head += ["", f"*** {view.sample} ***"]
    head += [" · ".join(view.facts)] if view.facts else ["", view.nothing_new]
    blocks = ["\n".join(line for part in head for line in wrap(part, width) or [""])]
    blocks += [_story(story, width, view.sources_heading, more) for story in view.full]
    if view.short:
        lines = [line for story in view.short for line in _short(story, width)]
        blocks.append("\n".join([_underlined(view.short_heading), *lines]))
    if view.watched:
        lines = [line for one in view.watched for line in _watched_line(one, width)]
        blocks.append("\n".join([_underlined(view.watched_heading), *lines]))
    blocks.append("\n".join([*wrap(view.made, width), *wrap(view.read, width)]))
    return "\n\n".join(blocks) + "\n"


def answer_text(view: AnswerView, *, width: int) -> str:
    blocks = ["\n".join(wrap(view.question, width))]
    if view.note:
        blocks.append("\n".join(wrap(view.note, width)))
    if view.listed:
        points = (wrap(_running([one]), width, first="  - ", rest="    ") for one in view.sentences)
        blocks.append("\n".join(line for lines in points for line in lines))
    elif view.sentences:
        blocks.append("\n".join(wrap(_running(view.sentences), width)))
    if view.sentences:
        blocks.append("\n".join([view.sources_heading, *(_credit(credit) for credit in view.credits)]))
    if view.made:
        blocks.append("\n".join(wrap(view.made, width)))
    if view.nearest:
        links = (line for credit in view.nearest for line in ([f"  - {credit.name}", *_indented(credit.url)]))
        blocks.append("\n".join([view.nearest_heading, *links]))
    return "\n\n".join(blocks) + "\n"


def _indented(url: str) -> list[str]:
    return [f"    {url}"] if url else []


def _story(story: StoryView, width: int, sources: str, more: str) -> str:
    mark = f"{story.number}. "
    labels = "".join(f"[{label}] " for label in (story.update, story.foreign) if label)
    lines = wrap(labels + story.headline, width, first=mark, rest=" " * len(mark)) or [mark]
    lines.append("   " + "-" * min(width - 3, max(display_width(line) for line in lines) - 3))
    lines += wrap(story.original, width, first="   ", rest="   ")
    if story.lede and story.since:
        lines += wrap(story.since, width, first="   ", rest="   ")
    if story.lede:
        lines += wrap(_running([story.lede]), width, first="   ", rest="   ")
    if story.watched:
        lines += ["", *wrap(_watched(story.watched), width, first="   ", rest="   ")]
    for section in story.sections:
        lines += ["", f"   {section.name}"]
        lines += wrap(_running(section.sentences), width, first="     ", rest="     ")
    lines += ["", f"   {sources}", *(f"   {line}" for line in _listed(story, more))]
    return "\n".join(lines)


def _listed(story: StoryView, more: str) -> Iterator[str]:
    cited = {number for one in story.told for number in one.numbers}
    shown = [credit for credit in story.credits if credit.number in cited or credit.number <= _SHOWN]
    yield from (_credit(credit) for credit in shown)
    if len(shown) < len(story.credits):
        yield f"  … {more.format(n=len(story.credits) - len(shown))}"


def _credit(credit: Credit) -> str:
    return f"  [{credit.number}] {credit.name}" + (f"  {credit.url}" if credit.url else "")


def _short(story: StoryView, width: int) -> list[str]:
    """One story in one line: headline, who reports it, where; the address below when the line is full."""
    labels = "".join(f"[{label}] " for label in (story.update, story.foreign) if label)
    names = ", ".join(credit.name for credit in story.credits[:3])
    told = " — ".join(part for part in (labels + story.headline, story.original, names) if part)
    lines = wrap(told, width, "- ", "  ")
    return [*lines, f"  {story.link}"] if story.link else lines


def _running(sentences: Iterable[Cited]) -> str:
    """Sentences one after the other, each with the numbers of its sources."""
    return " ".join(sentence.text + "".join(f" [{number}]" for number in sentence.numbers) for sentence in sentences)


def _watched(watched: WatchedView) -> str:
    came = " " + _running([watched.came]) if watched.came else ""
    return f"{watched.before} {_running([watched.sentence])} {watched.after}{came}"


def _watched_line(watched: WatchedView, width: int) -> list[str]:
    """As it stands outside of a story: with its headline, and the address below in place of numbers."""
    came = f" {watched.came.text}" if watched.came else ""
    words = f"{watched.headline} — {watched.before} {watched.sentence.text} {watched.after}{came}"
    lines = wrap(words, width, "- ", "  ")
    return [*lines, f"  {watched.link}"] if watched.link else lines


def _underlined(heading: str) -> str:
    return f"{heading}\n{'-' * display_width(heading)}"


def display_width(text: str) -> int:
    """Columns on a terminal: two for a wide character, none for a combining one."""
    return sum(_columns(char) for char in text)


def _columns(char: str) -> int:
    if char < "\u0300":
        return 1
    if unicodedata.category(char) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1


def wrap(text: str, width: int, first: str = "", rest: str = "") -> list[str]:
    """Lines of at most `width` columns: between words, between wide characters, never before a closing mark.

    A word longer than a line, such as a link, stays whole; a run of Thai, which has no spaces, is broken.
    """
    lines: list[str] = []
    line, columns, gap = first, display_width(first), ""
    empty = True
    for piece in _pieces(text, max(8, width - max(len(first), len(rest)))):
        if piece.isspace():
            gap = piece if not empty else ""
            continue
        needed = display_width(gap) + display_width(piece)
        if not empty and columns + needed > width:
            lines.append(line)
            line, columns, gap = rest, display_width(rest), ""
            needed = display_width(piece)
        line, columns, gap, empty = line + gap + piece, columns + needed, "", False
    return lines if empty else [*lines, line]


def _pieces(text: str, room: int) -> Iterator[str]:
    """White space, and what may not be broken: a word, or a wide character with the marks that cling to it."""
    word = ""
    for match in _PIECE.finditer(text):
        char = match.group()
        if char.isspace():
            yield from (word, " ") if word else (" ",)
            word = ""
        elif word and _may_break(word[-1], char, word, room):
            yield word
            word = char
        else:
            word += char
    if word:
        yield word


def _may_break(before: str, after: str, word: str, room: int) -> bool:
    if after in _NEVER_FIRST or before in _NEVER_LAST or _columns(after) == 0:
        return False
    if _columns(before) == 2 or _columns(after) == 2:
        return True
    return bool(_THAI_RUN.match(after)) and display_width(word) >= room
