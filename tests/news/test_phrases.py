"""The fixed wording is complete in all six languages."""

from datetime import UTC, date, datetime
from string import Formatter
from zoneinfo import ZoneInfo

import pytest

from news.commands import parse_wish
from news.errors import BadInput, TooMany
from news.history import SourceState
from news.languages import LANGUAGES, Language
from news.model import SECTIONS
from news.phrases import counted, format_date, format_moment, phrase, refusal, wording
from news.timetable import parse_time, parse_weekdays, parse_zone

OWN_FORM = ("dates.full", "dates.short")
"""Each language writes a date with the parts that it needs."""


def placeholders(text: str) -> list[str]:
    return sorted(name for _, name, _, _ in Formatter().parse(text) if name is not None)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_the_same_keys_and_placeholders(language: Language) -> None:
    """A phrase that is missing or takes other values would break a page in that language only."""
    mine, english = wording(language), wording("en")
    assert mine.keys() == english.keys()
    for key in english.keys() - set(OWN_FORM):
        if not key.endswith("_one"):
            assert placeholders(mine[key]) == placeholders(english[key]), key
    assert all(text.strip() for text in mine.values())


@pytest.mark.parametrize("language", LANGUAGES)
def test_days_and_months_are_complete(language: Language) -> None:
    """Seven days, twelve months, no two alike."""
    assert len(set(phrase(language, "dates.weekdays").split())) == 7
    assert len(set(phrase(language, "dates.months").split())) == 12


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_the_model_names_has_words(language: Language) -> None:
    """Sections, source states and languages each have their phrase."""
    for key in [f"sections.{name}" for name in SECTIONS]:
        assert phrase(language, key)
    for key in [f"states.{state}" for state in SourceState] + [f"languages.{other}" for other in LANGUAGES]:
        assert phrase(language, key)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_sample_is_marked_in_every_language(language: Language) -> None:
    """The word SAMPLE stands in it whatever the language, so that nobody takes it for news."""
    assert "SAMPLE" in phrase(language, "brief.sample")
    assert phrase(language, "brief.sample_mark") == "SAMPLE"


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("en", "Friday 17 July 2026"),
        ("ja", "2026年7月17日(金)"),
        ("zh-Hant", "2026年7月17日（週五）"),
        ("zh-Hans", "2026年7月17日（周五）"),
        ("ko", "2026년 7월 17일 (금)"),
        ("th", "วันศุกร์ที่ 17 กรกฎาคม 2569"),
    ],
)
def test_dates_are_in_the_native_form(language: Language, expected: str) -> None:
    """As a newspaper of that language prints them; Thai counts years in the Buddhist era."""
    assert format_date(date(2026, 7, 17), language) == expected


def test_a_moment_is_told_in_the_readers_zone() -> None:
    """Late evening in UTC is the next morning in Tokyo."""
    late = datetime(2026, 7, 17, 22, 5, tzinfo=UTC)
    assert format_moment(late, "ja", ZoneInfo("Asia/Tokyo")) == "7月18日 07:05"


def test_one_is_singular() -> None:
    """English tells one from many."""
    assert counted("en", "stories", 1) == "1 story"
    assert counted("en", "stories", 0) == "0 stories"


def test_an_unknown_phrase_is_an_error() -> None:
    """A mistyped key is found by the first test that shows it, not by a reader."""
    with pytest.raises(KeyError):
        phrase("en", "brief.no_such_phrase")


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_cannot_be_done_is_said_in_every_language(language: Language) -> None:
    """A reason for operators is not for people in a chat; what is said for them already stays as it is."""
    refused = {
        "time": lambda: parse_time("25:00"),
        "zone": lambda: parse_zone("Moon/Base"),
        "weekdays": lambda: parse_weekdays("blursday"),
        "topic": lambda: parse_wish("08:00 cooking"),
    }
    for name, read in refused.items():
        with pytest.raises(BadInput) as caught:
            read()
        assert refusal(caught.value, language) == phrase(language, f"refused.{name}")
    assert refusal(BadInput("--to", "give the id"), language) == phrase(language, "refused.other")
    assert refusal(TooMany("", "one minute, please"), language) == "one minute, please"
