"""This week's news: from Monday on, or the last seven days where that is little."""

from dataclasses import replace
from datetime import date, timedelta

from bot.newsroom.finding.weeks import of_its_week
from news.asking import Answer, Intent, Passage, Question
from news.languages import Language
from news.model import Citation, Sentence
from summariser.asking.understanding import Understood, understand
from tests.bot.shelf import NOON

MONDAY, WEDNESDAY = date(2026, 7, 20), date(2026, 7, 22)
SPOKEN: dict[str, Language] = {"https://f.example/en": "en", "https://f.example/zh": "zh-Hant"}


def _line(number: int, url: str) -> Sentence:
    return Sentence(f"Line {number}", (Citation(url, f"Line {number}", "S"),))


async def told(by_monday: int, today: date = WEDNESDAY, *, foreign: int = 0) -> Answer:
    """`by_monday`: so many lines tell what happened since then, and `foreign` in Chinese; seven days have four."""
    text = "OpenAI news this week"
    asked = replace(understand(text, today=today), intent=Intent.NEWS)
    found = [Passage(url, None, "S", url, "T", "", tongue, NOON, 1.0) for url, tongue in SPOKEN.items()]

    async def told_of(meant: Understood) -> tuple[Answer, list[Passage]]:
        assert meant.span is not None
        many = by_monday if meant.span.start == MONDAY else 4
        lines = [_line(n, "https://f.example/en") for n in range(many)]
        lines += [_line(n, "https://f.example/zh") for n in range(foreign if meant.span.start == MONDAY else 0)]
        return Answer(text, tuple(lines), 0.3, False, (), "news"), found

    return (await of_its_week(told_of, Question("q", "public", None, text, "en", NOON), asked, today))[0]


async def test_this_week_begins_on_monday() -> None:
    answer = await told(3)
    assert len(answer.sentences) == 3
    assert not answer.note


async def test_a_week_that_has_told_little_yet_is_the_last_seven_days_and_says_so() -> None:
    answer = await told(1)
    assert len(answer.sentences) == 4
    assert "16 July 2026" in answer.note


async def test_what_the_asker_cannot_read_makes_no_week_full() -> None:
    answer = await told(1, foreign=5)
    assert len(answer.sentences) == 4
    assert answer.note


async def test_on_a_monday_this_week_is_the_last_seven_days() -> None:
    answer = await told(3, MONDAY)
    assert len(answer.sentences) == 4
    assert "14 July 2026" in answer.note


async def test_on_a_saturday_a_week_that_has_told_little_reaches_back_as_far_as_on_a_wednesday() -> None:
    answer = await told(1, MONDAY + timedelta(days=5))
    assert len(answer.sentences) == 4
    assert "19 July 2026" in answer.note
