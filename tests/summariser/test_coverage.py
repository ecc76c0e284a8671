"""One event is counted together whoever tells it, in whatever language and story; what only shares a name is not."""

from collections.abc import Sequence
from datetime import timedelta

from news.headline import Headline
from news.languages import Language
from news.model import Tier
from summariser.stories.coverage import Coverage, coverages
from summariser.words.meaning import meanings
from tests.bot.shelf import NOON

SETTLED: tuple[tuple[str, Language], ...] = (
    ("Judge approves Anthropic's $900 million settlement with songwriters", "en"),
    ("Anthropic settlement with songwriters over $900 million is approved by a judge", "en"),
    ("Anthropic 與詞曲作家 9 億美元和解獲法官批准", "zh-Hant"),
)
OTHERS: tuple[tuple[str, Language], ...] = (
    ("Samsung opens a chip factory in Texas", "en"),
    ("A robot taxi service starts in Bangkok", "en"),
    ("Anthropic hires a head of design", "en"),
)


def told(*titles: tuple[str, Language], days: Sequence[int] = (), **more: object) -> list[Coverage]:
    """The events of reports with these titles, each of another publisher."""
    reports = [
        Headline(f"a{n}", title, f"s{n}", Tier.GENERAL, language, NOON - timedelta(days=days[n] if days else 0))
        for n, (title, language) in enumerate(titles)
    ]
    return coverages(reports, meanings([title for title, _ in titles]))


def test_reports_of_one_event_are_counted_together_across_languages() -> None:
    first, *rest = told(*SETTLED, *OTHERS)
    assert {one.id for one in first.reports} == {"a0", "a1", "a2"}
    assert {tongue: len(some) for tongue, some in first.voices.items()} == {"en": 2, "zh-Hant": 1}
    assert [one.heard for one in rest] == [1, 1, 1]


def test_what_is_told_again_long_after_is_another_event() -> None:
    assert max(one.heard for one in told(*SETTLED[:2], *OTHERS, days=(0, 9, 0, 0, 0))) == 1


def test_of_other_companies_one_thing_is_told_of_each() -> None:
    titles = ("Mistral raises $500 million for data centres", "Nvidia raises $500 million for data centres")
    assert [one.heard for one in told(*((title, "en") for title in titles), *OTHERS)] == [1] * 5


def test_of_nothing_nothing_is_told() -> None:
    assert coverages([], []) == []
