"""A question typed short, asked in full."""

import pytest

from summariser.asking.in_full import in_full


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("whats kimi k3", "what is kimi k3?"),
        ("what did moonshot release?", "what did Moonshot release?"),
        ("is this a moonshot?", "is this a moonshot?"),
        ("whats nvidia up to", "what's nvidia up to"),
    ],
)
def test_what_is_typed_short_is_asked_in_full(typed: str, meant: str) -> None:
    assert in_full(typed) == meant
