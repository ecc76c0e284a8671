"""Dates as feeds write them."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sources.dates import parse_date

FIVE = datetime(2026, 7, 17, 5, tzinfo=UTC)


@pytest.mark.parametrize(
    "text",
    [
        "Fri, 17 Jul 2026 05:00:00 GMT",
        "Fri, 17 Jul 2026 14:00:00 +0900",
        "Fri, 17 Jul 2026 14:00:00 JST",
        "Fri, 17 Jul 2026 14:00:00 KST",
        "17 Jul 2026 01:00:00 EDT",
        "2026-07-17T05:00:00Z",
        "2026-07-17T05:00:00.123456Z",
        "2026-07-17T14:00:00+09:00",
        "2026-07-17 14:00:00 +0900",
        "2026-07-17T05:00Z",
    ],
)
def test_a_date_with_a_zone_is_that_moment(text: str) -> None:
    """RFC 822 and ISO 8601, wherever the source is."""
    assert parse_date(text, language="ko") == FIVE


@pytest.mark.parametrize(
    "text",
    ["2026-07-17 14:00:00", "2026/7/17 14:00", "2026.07.17 14:00", "2026年7月17日 14:00", "Fri, 17 Jul 2026 14:00:00"],
)
@pytest.mark.parametrize(("language", "region"), [("ja", ""), ("ko", ""), ("en", "JP")])
def test_a_date_without_a_zone_is_local(text: str, language: str, region: str) -> None:
    """By the source's country, else by its language."""
    assert parse_date(text, language=language, region=region) == FIVE


def test_elsewhere_a_date_without_a_zone_is_utc() -> None:
    """And one without a time is its midnight."""
    assert parse_date("2026-07-17 05:00:00") == FIVE
    assert parse_date("2026-07-17") == datetime(2026, 7, 17, tzinfo=UTC)


@pytest.mark.parametrize(
    "text", ["", "soon", "0000-00-00", "2026-13-45", "1970-01-01", "9999-12-31T23:59:59-14:00", "17"]
)
def test_what_is_no_date_is_none(text: str) -> None:
    """An undated item is better than one at a wrong moment."""
    assert parse_date(text) is None


@given(
    st.one_of(
        st.text(), st.from_regex(r"\d{1,5}[-/.]\d{1,3}[-/.]\d{1,3}[T ]\d{1,3}:\d{1,3}(:\d+)?([+-]\d{4}|[A-Z]{3})?")
    )
)
def test_no_text_raises(text: str) -> None:
    """A date is aware and in UTC, or there is none."""
    found = parse_date(text, language="th")
    assert found is None or found.tzinfo is UTC
