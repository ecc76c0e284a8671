"""This week's news: from Monday on, or the last seven days where that is little."""

from dataclasses import replace
from datetime import date

from bot.newsroom.finding.weeks import of_its_week
from news.asking import Answer, Intent, Passage, Question
from news.model import Sentence
from summariser.asking.understanding import Understood, understand
from tests.bot.shelf import NOON

WEDNESDAY = date(2026, 7, 22)


async def told(by_monday: int) -> Answer:
    """`by_monday`: so many lines tell what happened since then; seven days have four."""
    text = "OpenAI news this week"
    asked = replace(understand(text, today=WEDNESDAY), intent=Intent.NEWS)

    async def told_of(meant: Understood) -> tuple[Answer, list[Passage]]:
        assert meant.span is not None
        many = by_monday if meant.span.start == date(2026, 7, 20) else 4
        return Answer(text, tuple(Sentence(f"Line {n}", ()) for n in range(many)), 0.3, False, (), "news"), []

    return (await of_its_week(told_of, Question("q", "public", None, text, "en", NOON), asked, WEDNESDAY))[0]


async def test_this_week_begins_on_monday() -> None:
    answer = await told(3)
    assert len(answer.sentences) == 3
    assert not answer.note


async def test_a_week_that_has_told_little_yet_is_the_last_seven_days_and_says_so() -> None:
    answer = await told(1)
    assert len(answer.sentences) == 4
    assert "16 July 2026" in answer.note
