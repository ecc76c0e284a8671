"""What kind of piece a title announces: news of one event, or a round-up, an opinion, a deal, a tutorial and so on."""

import re
import tomllib
from functools import cache, lru_cache
from typing import Final, Literal

from news.model import Article
from summariser.words.vectors import DATA, fold, simplify

Format = Literal["news", "roundup", "jobs", "deal", "promo", "listicle", "tutorial", "opinion"]

_READ: Final = 200
_ORDER: Final[tuple[Format, ...]] = ("roundup", "jobs", "deal", "promo", "listicle", "tutorial", "opinion")


_LEAD: Final = 4_000
_FRAGMENT: Final = 15
_FEWEST: Final = 4
_PERSONAL: Final = 0.28
"""Share of sentences in the first person from which on a piece is its author's own: measured on essays and on reports."""
_SENTENCE: Final = re.compile(r"(?<=[.!?])\s+|(?<=[。！？])|\n+")
_QUOTED: Final = re.compile(r"“[^”]*”|\"[^\"]*\"|「[^」]*」")
_FIRST_PERSON: Final = re.compile(
    r"\b(?:I|I[’']m|I[’']ve|I[’']d|I[’']ll|my|My|me|myself)\b|我(?!国|國)|筆者|僕|私(?=[はがのもを])"
)
_PLACES: Final[tuple[tuple[Format, re.Pattern[str]], ...]] = (
    ("promo", re.compile(r"/(?:sponsored|sponsor|partner-content|brand-?voice|events?|webinars?)/", re.IGNORECASE)),
    ("deal", re.compile(r"/(?:deals?|coupons?|shopping)/", re.IGNORECASE)),
    (
        "opinion",
        re.compile(
            r"/(?:podcasts?|videos?|opinions?|columns?|columnists?|commentary|reviews?|essays?)/", re.IGNORECASE
        ),
    ),
)


_CALLS: Final = re.compile(r"공모전[은는이을]|(?:作品|アイデア)(?:を|の)募集|徵件|征文|徵文|เปิดรับสมัครผลงาน")
"""A call for entries, whatever its title says."""


@cache
def _patterns() -> tuple[tuple[Format, re.Pattern[str]], ...]:
    rows = tomllib.loads((DATA / "formats.toml").read_text("utf-8"))
    return tuple((form, re.compile("|".join(f"(?:{_folded(pattern)})" for pattern in rows[form]))) for form in _ORDER)


def _folded(pattern: str) -> str:
    """As titles are folded: simplified characters, and Thai's am in two signs."""
    return simplify(pattern).replace("\u0e33", "\u0e4d\u0e32")


@lru_cache(maxsize=20_000)
def format_of(title: str) -> Format:
    """The first format whose patterns match the title, else "news"."""
    folded = _comparable(title)
    if _is_list(folded):
        return "roundup"
    return next((form for form, pattern in _patterns() if pattern.search(folded)), "news")


def form_of(article: Article) -> Format:
    """As `format_of`; where the title tells nothing, the address or the text may: sites keep their podcasts, reviews and
    columns apart, and who says "I" all the time writes an essay or a review."""
    form = format_of(article.title)
    if form != "news":
        return form
    found = next((kind for kind, pattern in _PLACES if pattern.search(article.url)), None)
    if found is None and article.language != "en" and _CALLS.search(article.words[:_READ]):
        return "promo"
    return found or ("opinion" if _is_personal(article.words[:_LEAD]) else "news")


@lru_cache(maxsize=20_000)
def _is_personal(text: str) -> bool:
    said = [sentence for sentence in _SENTENCE.split(_QUOTED.sub("", text)) if len(sentence) > _FRAGMENT]
    personal = sum(_FIRST_PERSON.search(sentence) is not None for sentence in said)
    return personal >= _FEWEST and personal >= _PERSONAL * len(said)


@lru_cache(maxsize=20_000)
def is_roundup(title: str) -> bool:
    """True for a piece on many events at once: it joins no story but its own copies."""
    folded = _comparable(title)
    return _is_list(folded) or bool(_patterns()[0][1].search(folded))


def _comparable(title: str) -> str:
    return fold(title[:_READ]).replace("'", "’")


def _is_list(folded: str) -> bool:
    """Three headlines in one title."""
    return folded.count(";") + folded.count("丨") >= 2
