"""What of a stored text is whole: without the sentence that its feed cut off, and without headings that ran into the first one. Pure."""

import re
from typing import Final

from news.languages import Language
from summariser.asking.support import bare

_LEAD: Final = (279, 280)
"""Characters of a feed's lead that was cut there."""
_LABEL: Final = 90
"""A line that is shorter may do without a stop: a product's one line."""
_STOPPED: Final = re.compile(r"[.!?。！？．｡…⋯][\"'”’」』)）\]】*]*\s*$")
_STOP: Final = re.compile(r"[.!?][\"'”’)\]*]*(?=\s)|[。！？．｡…⋯][\"'”’」』)）\]】*]*|\n")
_HEADING: Final = re.compile(r"^(?:[A-Z]{6,}\s)(?:[A-Z]{4,}\s)+(?=[A-Z][\w’'-]*[a-z])")
"""EXECUTIVE SUMMARY, before the first sentence."""
_BYLINE: Final = re.compile(
    r"\s?(?:\[[^\]]{2,20}(?:기자|특파원)\s?\]|(?:\S{2,10}=)?[가-힣]{2,4}\s?(?:기자|특파원)(?:\s?=)?\s+[\w.+-]+@[\w.-]+|\[(?:사진|그래픽)[=:][^\]]{1,40}\])\s?"
)
"""[서울=뉴시스] 홍길동 기자 = …, between the lines under a headline and the report itself."""
_FOREIGN_HEADING: Final = re.compile(
    r"^(?=[^\n]{0,60}[一-鿿][^\n一-鿿]{30})[^\n]{0,60}?[一-鿿] ([A-Z]\w+) (?=\1 [a-z])"
)
"""A page's title in Chinese, ending with the word that its English begins with."""
_SAME: Final = str.maketrans("‑–—’‘“”\xa0", "---''\"\" ")


def whole(title: str, text: str, language: Language) -> str:
    """The text from its first sentence to the last that ends, a line where its writer's name stood; "" where it has none."""
    if language == "ko":
        text = _BYLINE.sub("\n", text).strip()
    return without_heading(title, _to_last_stop(text.rstrip(), language))


def _to_last_stop(text: str, language: Language) -> str:
    if not text or _STOPPED.search(text) or (len(text) < _LABEL and not _STOP.search(text)):
        return text
    if language == "th":  # its sentences have no stop: what a lead cuts off is the piece behind the last blank
        return text.rpartition(" ")[0] if len(text) in _LEAD else text
    ends = [found.end() for found in _STOP.finditer(text)]
    return text[: ends[-1]].rstrip() if ends else ""


def without_heading(title: str, text: str) -> str:
    """Without the title, or a heading in capitals, that ran into the first sentence."""
    text = _FOREIGN_HEADING.sub("", text)
    for heading in (title, bare(title)):
        if text[:1].translate(_SAME).casefold()[:1] != heading[:1].translate(_SAME).casefold()[:1]:
            continue  # nearly always
        length = len(heading)
        same = text[:length].translate(_SAME).casefold() == heading.translate(_SAME).casefold()
        rest = text[length:]
        if length and same and rest[:1].isspace() and rest.lstrip()[:1].isalnum() and not rest.lstrip()[0].islower():
            text = rest.lstrip()
            break
    return _HEADING.sub("", text)
