"""The six languages of the house, and the names that other people have for them."""

from typing import Final, Literal

Language = Literal["en", "ja", "zh-Hant", "zh-Hans", "ko", "th"]

LANGUAGES: Final[tuple[Language, ...]] = ("en", "ja", "zh-Hant", "zh-Hans", "ko", "th")

_ALIASES: Final[dict[str, Language]] = {
    "en": "en", "en-us": "en", "en-gb": "en", "ja": "ja", "jp": "ja", "ja-jp": "ja", "ko": "ko", "ko-kr": "ko",
    "kr": "ko", "th": "th", "th-th": "th", "zh-hant": "zh-Hant", "zh-tw": "zh-Hant", "zh-hk": "zh-Hant",
    "zh-hans": "zh-Hans", "zh-cn": "zh-Hans", "zh-sg": "zh-Hans",
}  # fmt: skip


def parse_language(name: str) -> Language | None:
    """One of the six for a BCP 47 tag or a common alias, None for any other (`zh` alone is undecided)."""
    return _ALIASES.get(name.strip().replace("_", "-").lower())


def readable(language: Language) -> tuple[Language | None, ...]:
    """Where a reader looks, one after the other: their language, Chinese in the other script, English, any (None)."""
    next_best: dict[Language, tuple[Language, ...]] = {
        "en": (),
        "zh-Hans": ("zh-Hant", "en"),
        "zh-Hant": ("zh-Hans", "en"),
    }
    return (language, *next_best.get(language, ("en",)), None)
