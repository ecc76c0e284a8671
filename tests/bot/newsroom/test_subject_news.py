"""A thing that no table knows is news of that thing, not of all."""

import pytest

from bot.newsroom.finding.subject_news import names_a_thing
from news.asking import Intent
from summariser.asking.understanding import understand
from tests.bot.shelf import NOON


@pytest.mark.parametrize(
    ("question", "named"),
    [
        ("โครงการ SEA-Lion Initiative มีข่าวอะไรที่พลาดไป", True),
        ("昨天 AI 圈有什麼大事我錯過了？", False),
        ("What did I miss since Monday?", False),
    ],
)
def test_who_names_a_thing_in_capitals_asks_of_that(question: str, named: bool) -> None:
    understood = understand(question, today=NOON.date())
    assert understood.intent is Intent.CATCH_UP
    assert names_a_thing(understood) is named
