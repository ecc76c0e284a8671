"""Where a story was told first."""

from dataclasses import replace
from datetime import date, timedelta

from bot.newsroom.tellings import first_telling, first_tellings
from news.model import Article, FirstTelling
from tests.fakes.briefs import brief, told
from tests.store.samples import article

DAY = date(2026, 7, 14)


def articles(*ids: str) -> list[Article]:
    return [replace(article("x"), id=id) for id in ids]


def test_the_oldest_edition_that_told_any_of_its_articles() -> None:
    """Whatever headline it has by now, and whatever it was merged into."""
    first = brief(told("s1", headline="Orbit plans a model", articles=("a1",)), id="b1", date=DAY)
    second = brief(told("s2", headline="Orbit waits", articles=("a1", "a2")), id="b2", date=DAY + timedelta(days=1))
    known = first_tellings([second, first])
    assert first_telling(articles("a9", "a1"), known) == FirstTelling("b1", "Orbit plans a model")
    assert first_telling(articles("a2"), known) == FirstTelling("b2", "Orbit waits")
    assert first_telling(articles("a9"), known) is None


def test_an_edition_that_is_forgotten_is_known_by_the_next_one() -> None:
    """What an update was told after stays its first telling."""
    one = told("s1", articles=("a1",), update=True, first=FirstTelling("b0", "Orbit plans a model"))
    known = first_tellings([brief(one, id="b8", date=DAY)])
    assert first_telling(articles("a1"), known) == FirstTelling("b0", "Orbit plans a model")
