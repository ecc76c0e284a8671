"""A translation tells a cause only where its quote tells one."""

import pytest

from summariser.checking.causation import miscaused


@pytest.mark.parametrize(
    ("quote", "found"),
    [
        ("Shares fell on Friday; the president spoke.", ["cause not in the quote"]),
        ("Shares fell on Friday because the president spoke.", []),
    ],
)
def test_across_languages_a_cause_needs_one_in_the_quote(quote: str, found: list[str]) -> None:
    assert list(miscaused("株価は発言が原因で下がった。", "ja", quote, "en")) == found
