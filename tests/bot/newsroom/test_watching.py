"""A later edition says what became of what an earlier one said to watch."""

from dataclasses import replace
from datetime import date, timedelta

from bot.newsroom.making.watching import come_due
from news.model import Brief, BriefStory, Citation, Sentence, SourceLink
from tests.store.samples import NOON, article, brief, told

THE_17TH = date(2026, 7, 17)
SENTENCE = Sentence(
    "Orbit will open the weights of Lyra 2 on July 20.", (Citation("https://orbit.example/a", "x", "Orbit"),)
)
SOURCES = tuple(SourceLink(name, f"https://{name}.example/a", NOON) for name in ("orbit", "herald"))


def edition(day: date, *stories: BriefStory) -> Brief:
    return brief(f"b{day}", date=day, stories=stories)


def lyra(**changes: object) -> BriefStory:
    one = replace(
        told("s1", "a1"),
        headline="Orbit announces Lyra 2",
        language="en",
        sections={"what_to_watch": (SENTENCE,)},
        sources=SOURCES,
    )
    return replace(one, **changes)  # type: ignore[arg-type]


def days_later(day: int, *articles: object) -> list[tuple[date, str | None]]:
    editions = [edition(THE_17TH, lyra()), edition(date(2026, 7, day - 1))]
    found = come_due(editions, articles, day=date(2026, 7, day), language="en")  # type: ignore[arg-type]
    return [(watched.due, watched.came.text if watched.came else None) for watched, _ in found]


def test_a_day_that_passes_in_silence_is_told_once() -> None:
    """In the first edition after it; before and later nothing is said."""
    assert days_later(20) == []
    assert days_later(21) == [(date(2026, 7, 20), None)]
    assert days_later(22) == []


def test_a_report_is_told_with_it() -> None:
    """It must be of that day or later."""
    words = "Orbit opened the weights of Lyra 2 to everybody on Monday."
    report = article("a9", title="Orbit opens Lyra 2", text=words, published=NOON + timedelta(days=3))
    assert days_later(21, report) == [(date(2026, 7, 20), words)]
    assert days_later(21, replace(report, published=NOON)) == [(date(2026, 7, 20), None)]


def test_the_silence_of_a_single_source_is_not_news() -> None:
    """One page's plan is no public promise; a report of it still counts."""
    alone = [edition(THE_17TH, lyra(sources=SOURCES[:1]))]
    assert come_due(alone, [], day=date(2026, 7, 21), language="en") == []
    assert come_due([], [], day=date(2026, 7, 21), language="en") == []
