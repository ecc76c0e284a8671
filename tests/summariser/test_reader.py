"""The reports in hand, read for what a follow-up asks of them."""

from datetime import timedelta

import pytest

from news.asking import Passage
from summariser.answering.reader import read
from summariser.answering.reader_signs import Heard, names_said
from summariser.asking.follow_frames import pointed_at
from summariser.words.units import units_in
from tests.summariser.pieces import NOON

TITLE = "Orbita Labs builds a robot plant in Norway"
TEXT = (
    "Orbita Labs said on Thursday that it will build a robot plant in Norway because power is cheap there. "
    "The plant will cost $40 million and opens in March 2028. It needs 90 megawatts of electricity. "
    "Chief engineer Mira Halvorsen leads the work. Rivals build in Texas."
)


def report(title: str, text: str, name: str = "r1") -> Passage:
    return Passage(
        name, None, "Fjord Post", f"https://f.example/{name}", title, text, "en", NOON - timedelta(days=1), 1.0
    )


def told(asked: str, *, before: str = TITLE) -> str:
    heard = Heard(asked, f"{asked} {TITLE}", "en", (TITLE,), (before,))
    found = read(heard, [report(TITLE, TEXT)])
    return " ".join(one.text for one in found.lines) if found else ""


@pytest.mark.parametrize(
    ("asked", "holds"), [("how much?", "$40 million"), ("why?", "because"), ("when does it open?", "March 2028")]
)
def test_the_line_that_holds_what_is_asked_is_told(asked: str, holds: str) -> None:
    assert holds in told(asked)


@pytest.mark.parametrize("asked", ["how many people were hurt?", "what did the minister answer?", "which court?"])
def test_what_no_line_holds_is_met_with_silence(asked: str) -> None:
    assert told(asked) == ""


def test_power_is_no_money() -> None:
    assert units_in("how much power does it use?", asked=True) == {"power"}
    assert "power" in units_in("It needs 90 megawatts.", asked=False)
    assert "power" not in units_in("It costs $40 million.", asked=False)
    assert "power" in units_in("ใช้ไฟเท่าไหร่", asked=True)


def test_a_name_is_met_in_each_of_its_spellings() -> None:
    [name] = names_said("马斯克怎么说")
    assert {"musk", "马斯克"} & name


@pytest.mark.parametrize(
    ("asked", "at"),
    [
        ("price of the first one", 0),
        ("第二個呢", 1),
        ("the last one, when?", -1),
        ("첫 번째 거 얼마야", 0),
        ("อันแรกล่ะ", 0),
    ],
)
def test_what_is_pointed_at_is_of_what_was_told(asked: str, at: int) -> None:
    found = pointed_at(asked)
    assert found
    assert found[0] == at


def test_the_first_time_points_at_nothing() -> None:
    assert pointed_at("is it the first time?") is None
