"""A telling is as sure as its quote by whatever verb it tells it, and its nouns play the parts they play there."""

import pytest

from summariser.assurance import oversure
from summariser.plain_roles import misplayed

_DEAL = "If regulators agree, Grab will get a foothold in nine countries across South Asia."
_NO_PLANS = "Sonos has no plans to retire the Era speaker, a manager told Wired."
_STUDY = "A new study suggests that chatbots flatter users more than people do."
_FAILED = "The trial failed to show that the implant restores hearing."
_WEIGHED = "Xero is exploring a sale of its payroll unit to Sage."


@pytest.mark.parametrize(
    ("told", "quote"),
    [
        ("Grab now has a foothold in nine countries across South Asia.", _DEAL),
        ("Grab has gained a foothold in nine countries of South Asia.", _DEAL),
        ("Sonos plans to retire the Era speaker, a manager told Wired.", _NO_PLANS),
        ("A new study proves that chatbots flatter users more than people do.", _STUDY),
        ("The implant restores hearing.", _FAILED),
        ("Xero sells its payroll unit to Sage.", _WEIGHED),
        ("Denver repealed the tax on streaming.", "Denver introduced the tax on streaming."),
        ("Profits at Micron will double this year.", "Brokers expect profits at Micron to double this year."),
    ],
)
def test_more_than_the_quote_is_sure_of_is_found(told: str, quote: str) -> None:
    assert tuple(oversure(told, [quote]))


@pytest.mark.parametrize(
    ("told", "quote"),
    [
        ("If regulators agree, Grab gains a foothold in nine South Asian countries.", _DEAL),
        ("Sonos is keeping the Era speaker, a manager said.", _NO_PLANS),
        ("Chatbots flatter users more than people do, a study suggests.", _STUDY),
        ("The trial could not show that the implant restores hearing.", _FAILED),
        ("Xero is looking at selling its payroll unit to Sage.", _WEIGHED),
        ("Denver dropped the tax on streaming.", "Denver has scrapped the tax on streaming."),
        ("In May, Grab bought a rival.", "Grab acquired a rival in May."),
    ],
)
def test_what_is_as_sure_in_other_words_passes(told: str, quote: str) -> None:
    assert not tuple(oversure(told, [quote]))


_FEES = "The suit demands that it pass the fees on to drivers."
_SPEED = "Orion 9 halves the delay, making it faster than its sibling Lyra."


@pytest.mark.parametrize(
    ("told", "quote"),
    [
        ("The suit demands that drivers pass the fees on to it.", _FEES),
        ("Lyra is faster than Orion 9.", _SPEED),
        ("Hulu renamed Star Prism.", "Prism is now Star, Hulu said."),
        ("Surgeons were briefed by nurses on the device.", "Nurses were briefed by surgeons on the device."),
    ],
)
def test_a_noun_in_the_place_of_another_is_found(told: str, quote: str) -> None:
    assert tuple(misplayed(told, [quote]))


@pytest.mark.parametrize(
    ("told", "quote"),
    [
        ("Fees must be passed on to drivers, the suit demands.", _FEES),
        ("Orion 9 is faster than Lyra.", _SPEED),
        ("Hulu renamed Prism Star.", "Prism is now Star, Hulu said."),
        ("Surgeons briefed nurses on the device.", "Nurses were briefed by surgeons on the device."),
        ("Losses tripled because of higher prices.", "Higher prices tripled the losses."),
    ],
)
def test_nouns_may_be_told_from_either_side(told: str, quote: str) -> None:
    assert not tuple(misplayed(told, [quote]))
