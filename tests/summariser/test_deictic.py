"""What tells its time by the day it was written needs that day beside it."""

import pytest

from summariser.words.deictic import tells_its_day


@pytest.mark.parametrize(
    ("told", "does"),
    [
        ("Orbita raised $15 million on Monday.", True),
        ("Orbita opens its lab this month.", True),
        ("Orbita raised $15 million on 20 July 2026.", False),
        ("今月、Orbitaが発表した。", True),
        ("Orbitaは3日、発表した。", True),
        ("Orbitaは8月3日に発表した。", False),
        ("Orbitaは3日間続いた。", False),
        ("오르비타는 3일 발표했다.", True),
        ("오르비타는 8월 3일 발표했다.", False),
        ("Orbita本週發表新模型", True),
        ("Orbita ประกาศเมื่อวานนี้", True),
        ("Orbita ประกาศเมื่อ 22 ก.ค.", False),
    ],
)
def test_a_time_that_only_its_own_day_explains(told: str, does: bool) -> None:
    assert tells_its_day(told) is does
