"""How sure news say they are: by how surely they are of whom is asked about, and by how many publish each event."""

import pytest

from summariser.answering.sureness import MOST_OF_NEWS, RIGHT_OF_NEWS, sure_of_news


@pytest.mark.parametrize(
    ("lines", "sure"),
    [
        ([(1.0, 4), (1.0, 9)], MOST_OF_NEWS),
        ([(1.0, 1), (1.0, 1)], RIGHT_OF_NEWS),
        ([(0.5, 1)], RIGHT_OF_NEWS / 2),
        ([], 0.0),
    ],
)
def test_news_that_many_publish_are_surer_than_what_one_tells(lines: list[tuple[float, int]], sure: float) -> None:
    assert sure_of_news(lines) == pytest.approx(sure)
