"""The fixed wording of pages, documents and messages, in the reader's language: `phrases/<language>.toml`."""

import tomllib
from collections.abc import Mapping
from datetime import date, datetime, tzinfo
from functools import cache
from importlib import resources
from typing import Final

from news.errors import BadInput, TooMany
from news.languages import Language
from news.model import BriefStory, Watched

_BUDDHIST: Final = 543
"""Years between the common era and the one that Thai dates count in."""


def phrase(language: Language, key: str, /, **values: object) -> str:
    """The wording at "table.key" with its {placeholders} filled in. Raises KeyError for a key that no file has."""
    text = wording(language)[key]
    return text.format_map(values) if values else text


def refusal(error: BadInput, language: Language) -> str:
    """What a person in a chat is told of it, in their language."""
    return error.reason if isinstance(error, TooMany) else phrase(language, f"refused.{error.wording}")


def counted(language: Language, key: str, n: int, **values: object) -> str:
    """A number with what it counts: counted("en", "stories", 1) is "1 story"."""
    return phrase(language, f"counts.{key}_{'one' if n == 1 else 'many'}", n=n, **values)


def format_date(day: date, language: Language) -> str:
    """The date with its weekday, as a newspaper of that language writes it: 2026年7月17日(金)."""
    return _written(day, language, "dates.full")


def format_day(day: date, language: Language) -> str:
    """Day and month: 17 July."""
    return _written(day, language, "dates.short")


def format_moment(moment: datetime, language: Language, zone: tzinfo) -> str:
    """Day, month and time of day where the reader is: 17 July 06:00."""
    local = moment.astimezone(zone)
    return f"{_written(local.date(), language, 'dates.short')} {local:%H:%M}"


def watched_words(watched: Watched, language: Language) -> tuple[str, str]:
    """What stands before the watched sentence and after it (there `came` follows, if there is one): for every channel."""
    key = "brief.watched_reported" if watched.came else "brief.watched_passed"
    return (
        phrase(language, "brief.watched", told=_written(watched.told, language, "dates.short")),
        phrase(language, key, due=_written(watched.due, language, "dates.short")),
    )


def since_words(story: BriefStory, language: Language) -> str:
    """Under which headline an update was told before, as the line before what is new; "" where that is not known."""
    return phrase(language, "brief.since", headline=story.first.headline) if story.update and story.first else ""


def original_words(story: BriefStory, language: Language) -> str:
    """The title, in another language, of the report that a headline is from; "" where there is none."""
    return phrase(language, "brief.original_title", original=story.original.text) if story.original else ""


def _written(day: date, language: Language, key: str) -> str:
    return phrase(
        language,
        key,
        year=day.year,
        buddhist_year=day.year + _BUDDHIST,
        month=day.month,
        month_name=phrase(language, "dates.months").split()[day.month - 1],
        day=day.day,
        weekday=phrase(language, "dates.weekdays").split()[day.weekday()],
    )


@cache
def wording(language: Language) -> Mapping[str, str]:
    """Every phrase of a language by "table.key"."""
    text = resources.files("news").joinpath("phrases", f"{language}.toml").read_text("utf-8")
    return {f"{table}.{key}": value for table, row in tomllib.loads(text).items() for key, value in row.items()}
