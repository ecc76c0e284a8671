"""What was missed of one matter is told as its days, each only by what it added."""

from datetime import timedelta

from summariser.stories.course import course, developments
from summariser.stories.newslines import Event, Line
from summariser.words.vectors import terms
from tests.bot.shelf import NOON, an_article


def line(id: str, title: str, *, day: int, language: str = "en") -> Line:
    return Line(an_article(id, id, title=title, language=language, published=NOON + timedelta(days=day)), title)


def told(*lines: Line) -> list[str]:
    return [
        part.lines[0].text for part in course([Event([*lines])], ("en",), frozenset(terms("Quillon Tidal lawsuit")))
    ]


def test_each_day_of_a_lawsuit_is_told_by_what_it_added() -> None:
    first = line("a", "Quillon sues Tidal over stolen chip designs", day=0)
    then = line("b", "Judge freezes Tidal factory in Quillon lawsuit", day=2)
    assert told(then, first) == [first.text, then.text]


def test_what_says_again_what_an_earlier_day_said_is_no_day_of_its_own() -> None:
    first = line("a", "Quillon sues Tidal over stolen chip designs", day=0)
    again = line("b", "Quillon sues Tidal over chip designs", day=1)
    assert told(first, again) == [first.text]


def test_the_days_are_told_in_the_language_of_the_reader_where_it_tells_them() -> None:
    first = line("a", "Quillon sues Tidal over stolen chip designs", day=0)
    other = line("b", "콰일런, 타이달 공장 동결 요청", day=2, language="ko")
    assert told(first, other) == [first.text]
    assert told(other) == [other.text]


def test_a_matter_is_told_by_its_developments_each_once_the_first_first() -> None:
    lines = [
        line("a", "Quillon sues Tidal over stolen chip designs", day=0),
        line("b", "Tidal sued by Quillon for stealing chip designs", day=0),
        line("c", "Judge orders Tidal to shut its factory while the case goes on", day=3),
    ]
    parts = developments(lines, ("en",), "Quillon Tidal lawsuit", dict.fromkeys("abc", 0.9))
    days = [part.lines[0].article.published for part in parts]
    assert len(parts) == 2
    assert days == sorted(days)


def test_another_language_tells_a_development_only_where_the_readers_tells_few() -> None:
    first = line("a", "Quillon sues Tidal over stolen chip designs", day=0)
    other = line("b", "裁判所、タイダルの工場の閉鎖を命令", day=3, language="ja")
    parts = developments([first, other], ("en",), "Quillon Tidal lawsuit", dict.fromkeys("ab", 0.9))
    assert [part.lines[0].text for part in parts] == [first.text, other.text]
