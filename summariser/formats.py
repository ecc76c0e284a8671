"""What kind of piece a title announces: news of one event, or a round-up, an opinion, a deal, a tutorial and so on."""

import re
import tomllib
from functools import cache, lru_cache
from typing import Final, Literal

from summariser.vectors import DATA, fold, simplify

Format = Literal["news", "roundup", "jobs", "deal", "promo", "listicle", "tutorial", "opinion"]

_READ: Final = 200
_ORDER: Final[tuple[Format, ...]] = ("roundup", "jobs", "deal", "promo", "listicle", "tutorial", "opinion")


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


@cache
def _patterns() -> tuple[tuple[Format, re.Pattern[str]], ...]:
    rows = tomllib.loads((DATA / "formats.toml").read_text("utf-8"))
    return tuple((form, re.compile("|".join(f"(?:{simplify(pattern)})" for pattern in rows[form]))) for form in _ORDER)


@lru_cache(maxsize=20_000)
def format_of(title: str) -> Format:
    """The first format whose patterns match the title, else "news"."""
    folded = _comparable(title)
    if _is_list(folded):
        return "roundup"
    return next((form for form, pattern in _patterns() if pattern.search(folded)), "news")


def format_at(title: str, url: str) -> Format:
    """As `format_of`; where the title tells nothing, the address may: sites keep podcasts, reviews and columns apart."""
    form = format_of(title)
    if form != "news":
        return form
    return next((kind for kind, pattern in _PLACES if pattern.search(url)), "news")


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
