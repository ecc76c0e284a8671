"""Who reports it in a telling reports it in the quote; what is paid and agreed keeps its ends."""

import re

import pytest

from summariser.ends import exchanged_ends
from summariser.reporting import misreported

NAMES = re.compile("Lumen|Netflix|Uber|Samsung|Pilo")
CHIP = "Bloomberg reported that Google was facing delays with its new chip."


@pytest.mark.parametrize(
    ("told", "quote", "before", "found"),
    [
        ("Bloomberg was facing delays with its new chip, Google reported.", CHIP, "", [("speaker google", True)]),
        ("Google was facing delays with its new chip, Bloomberg reported.", CHIP, "", []),
        ("Google said that the chip is fast.", "The chip from Google is fast, The Information reported.", "",
         [("speaker google", True)]),
        ("Google said that the chip is fast.", "The chip is fast, the company said.", "Google showed it on Monday.", []),
        ("Google said that the chip is fast.", "The chip is fast, the company said.", "Intel showed it on Monday.",
         [("speaker google", True)]),
        ("Google said that the chip is fast.", "Google has built a fast chip.", "", [("speaker google", False)]),
        ("Google said that the chip is fast.", "The chip is fast, Sundar Pichai, chief of Google, said.", "", []),
        ("The chip is fast, according to Reuters.", "The chip is fast, two people told Reuters.", "", []),
    ],
)  # fmt: skip
def test_only_who_reports_it_in_the_quote_reports_it(
    told: str, quote: str, before: str, found: list[tuple[str, bool]]
) -> None:
    """ "The company" is who the sentence before is about; whose deed it is may have said so, which is asked about."""
    assert list(misreported(told, [quote], f"Title\nWire\nhttps://wire.example/1\n{before} {quote}")) == found


@pytest.mark.parametrize(
    ("told", "quote"),
    [
        ("Lumen bought Netflix.", "Lumen paid $587 million in cash for Netflix."),
        ("Uber will take over Lumen.", "Lumen accepted a $14 billion offer from Uber."),
        ("Uber agreed a deal to acquire Lumen.", "Uber's $14 billion deal for Lumen was agreed on Monday."),
        ("The Pilo is lighter than Samsung's foldable.", "At 264 grams Samsung's foldable is heavier than the Pilo."),
    ],
)
def test_what_is_paid_agreed_and_compared_keeps_its_ends(told: str, quote: str) -> None:
    """Told in other words it stands; with its ends exchanged it does not."""
    assert not list(exchanged_ends(told, [quote]))
    one, other = NAMES.findall(told)
    swapped = NAMES.sub(lambda name: other if name[0] == one else one, told)
    assert any(fault.startswith("ends of ") for fault in exchanged_ends(swapped, [quote]))
