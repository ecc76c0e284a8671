"""What no table compares is told of each side by the line that means most nearly what is asked."""

from news.asking import Passage
from summariser.answering.aspects import wanted_in
from summariser.answering.side_lines import nearest_row
from summariser.asking.sides import Side
from summariser.asking.sides_asked import sides_of
from tests.summariser.test_comparing import report


def _row(asked: str, *passages: Passage) -> list[str]:
    sides = sides_of(asked, compares=True)
    row = nearest_row(passages, sides, wanted_in(asked, sides), asked, "en")
    return [one.text for one in row.told] if row else []


CUTS = report("Verizon cuts 3,000 retail jobs as it closes stores")
MOVES = report("Samsung cuts 739 jobs as its office moves to Texas")
PHONE = report("Samsung shows a folding phone with a wider display")


def test_each_side_is_told_by_the_line_nearest_to_what_is_asked() -> None:
    assert _row("Verizon vs Samsung on job cuts", PHONE, CUTS, MOVES) == [CUTS.title, MOVES.title]


def test_two_headlines_of_different_matters_compare_nothing() -> None:
    assert _row("Verizon vs Samsung on job cuts", PHONE, report("Verizon wins a test of network speed")) == []


def test_what_each_says_of_the_other_is_told_by_a_line_in_which_it_speaks() -> None:
    says = report("Apple says former OpenAI hire took its confidential files")
    answers = report("OpenAI denies holding any trade secret of Apple and its suppliers")
    neither = report("Apple's suit against OpenAI: what we know so far")
    assert _row("Apple vs OpenAI, what does each side say?", neither, says, answers) == [says.title, answers.title]


def test_a_name_typed_without_capitals_is_found_as_it_is_written() -> None:
    sides = sides_of("quellix labs vs orbita, who raised more?", compares=True)
    assert [side.place("Quellix Labs raises $100M") for side in sides] == [0, -1]
    assert sides_of("gemini 3.6 flash vs 3.5 flash", compares=True)[0].version == "3.6 Flash"
    assert Side("逐际动力").place("人形機器人公司逐際動力完成融資") > 0
