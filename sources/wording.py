"""Which of an item's words are its lead, which are the full article, and which are a template's."""

import re
from dataclasses import dataclass
from typing import Final

from news.scripts import UNSPACED
from news.sentences import spans
from sources.pages import adds_to_title

_FULL_TEXT: Final = 600
"""Weighed characters: shorter is a lead, not an article."""
_MUCH_LONGER: Final = 1.5
_LONGEST_LEAD: Final = 600
_TAIL: Final = 200
_LONG_DESCRIPTION: Final = 1500
"""Weighed characters from which a description is the article itself."""
_DENSE: Final = re.compile(rf"[{UNSPACED}]")
_BREAKS_OFF: Final = re.compile(
    r"(?:…|\.\.\.|\[(?:…|\.{3})\]|\((?:more|続く)\)|read more\W*|continue reading\b.*|read the full .*|"
    r"keep reading\W*|続きを読む\W*|続きをみる\W*|阅读全文\W*|閱讀全文\W*|繼續閱讀\W*|더 ?보기\W*|อ่านต่อ\W*)$",
    re.IGNORECASE,
)
_TEMPLATE: Final = re.compile(
    r"^(?:the post .{1,300} (?:appeared first on|first appeared on) .{1,120}|submitted by\s+/u/\S+.*|comments?|"
    r"article url: .*|comments url: .*|points: \d+|# comments: \d+|\[link\].*|\[comments\]|"
    r"this (?:article|post|story) (?:was )?(?:originally )?(?:appeared|published) (?:first )?(?:on|in|at) .{1,120})$",
    re.IGNORECASE,
)
_MORE: Final = re.compile(
    r"^(?:read more|continue reading\b.{0,120}|続きを読む|続きをみる|阅读全文|閱讀全文|繼續閱讀|더 ?보기|อ่านต่อ|\[?…\]?)\W*$",
    re.IGNORECASE,
)
_SUBMITTED: Final = re.compile(r"\s*submitted by\s+/u/\S+.*$", re.IGNORECASE)
_ARXIV: Final = re.compile(r"^arXiv:\S+ Announce Type: \S+\s+Abstract: ", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Words:
    """What an item says: its lead, and its full text when the feed carries it."""

    lead: str
    text: str

    @property
    def stand_in(self) -> str:
        """A title for an item that has none, as short posts do: the first sentence."""
        first = (self.lead or self.text).split("\n")[0]
        return _up_to(first, 160)

    def beside(self, title: str) -> str:
        """The lead, "" when it says nothing that the title does not."""
        return self.lead if adds_to_title(title, self.lead) else ""


def lead_and_text(lead: str, contents: str) -> Words:
    """From the plain text of an item's description and content, a line per paragraph.

    The content is the article only if it is clearly longer than the lead and does not break off; a description as
    long as an article is one. A missing lead is the beginning of the content.
    """
    lead, contents = _own_words(lead), _own_words(contents)
    breaks_off = _BREAKS_OFF.search((contents or lead)[-_TAIL:])
    lead, contents = _without(_MORE, lead), _without(_MORE, contents)
    if not contents and _weight(lead) >= _LONG_DESCRIPTION:
        contents, lead = lead, ""
    lead = lead or contents
    is_article = _weight(contents) >= _FULL_TEXT and (
        lead == contents or _weight(contents) >= _MUCH_LONGER * _weight(lead)
    )
    text = contents if is_article and not breaks_off else ""
    return Words(_up_to(lead.replace("\n", " "), _LONGEST_LEAD), text)


def _own_words(text: str) -> str:
    """Without what the site's software puts around every item."""
    *lines, last = _without(_TEMPLATE, _ARXIV.sub("", text)).split("\n")
    return "\n".join([*lines, _SUBMITTED.sub("", last)]).strip()


def _without(template: re.Pattern[str], text: str) -> str:
    return "\n".join(line for line in text.split("\n") if not template.fullmatch(line))


def _weight(text: str) -> int:
    """Length, a character of an unspaced script counting for two and a half."""
    return len(text) + int(1.5 * len(_DENSE.findall(text)))


def _up_to(text: str, limit: int) -> str:
    """Whole sentences within `limit` characters, at least the first; as written, so that it can be quoted."""
    if len(text) <= limit:
        return text
    beginning = text[: limit + 1]
    ends = [end for _, end in spans(beginning, "ja" if _DENSE.search(text[:40]) else "en")]
    fitting = [end for end in ends if end < len(beginning)]
    if fitting:
        return text[: fitting[-1]].rstrip()
    space = text.rfind(" ", 0, limit)
    return text[: space if space > limit // 2 else limit].rstrip()
