"""What kind of piece a title announces: news of one event, or a round-up, an opinion, a deal, a tutorial and so on."""

import re
import tomllib
from functools import cache, lru_cache
from typing import Final, Literal

from summariser.vectors import DATA, fold, simplify

Format = Literal["news", "roundup", "jobs", "deal", "promo", "listicle", "tutorial", "opinion"]

_ORDER: Final[tuple[Format, ...]] = ("roundup", "jobs", "deal", "promo", "listicle", "tutorial", "opinion")


@cache
def _patterns() -> tuple[tuple[Format, re.Pattern[str]], ...]:
    rows = tomllib.loads((DATA / "formats.toml").read_text("utf-8"))
    return tuple((form, re.compile("|".join(f"(?:{simplify(pattern)})" for pattern in rows[form]))) for form in _ORDER)


@lru_cache(maxsize=20_000)
def format_of(title: str) -> Format:
    """The first format whose patterns match the title, else "news"."""
    folded = fold(title).replace("'", "’")
    return next((form for form, pattern in _patterns() if pattern.search(folded)), "news")


def is_roundup(title: str) -> bool:
    """True for a piece on many events at once: it joins no story but its own copies."""
    return format_of(title) == "roundup"
