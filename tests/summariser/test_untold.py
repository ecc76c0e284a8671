"""What is asked and not told is known to be so: who took over, who bought it, and why."""

import pytest

from summariser.answering.causes import may_give_reason
from summariser.answering.untold import who_is_untold


@pytest.mark.parametrize(
    ("question", "told", "untold"),
    [
        ("Who is replacing the agency chief who resigned?", "Head of the agency resigns after 3 months", True),
        ("Who is replacing the agency chief?", "The agency appoints Ann Holm as chief", False),
        ("who bought the jacket?", "The jacket sold for $960,000 at an auction", True),
        ("who bought the jacket?", "Orbita bought the jacket for $960,000", False),
        ("オルビタの新しい社長は誰？", "オルビタの社長が辞任", True),
        ("オルビタの新しい社長は誰？", "オルビタ、社長に村山氏", False),
        ("who sued Orbita?", "Vega sues Orbita", False),
    ],
)
def test_who_took_over_or_bought_it(question: str, told: str, untold: bool) -> None:
    assert who_is_untold(question, [told]) is untold


@pytest.mark.parametrize(
    ("told", "may"),
    [
        ("Head of the agency resigns after 3 months on job", False),
        ("Orbita bought the studio for $587 million", False),
        ("Orbita is leaving for a new job", True),
        ("Orbita pauses sales after demand maxes out", True),
        ("Orbita fell as sales slowed", True),
        ("오르비타가 판매를 중단했다", True),
    ],
)
def test_a_headline_may_give_a_reason(told: str, may: bool) -> None:
    assert may_give_reason(told) is may
