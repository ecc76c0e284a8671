"""What was to come keeps its day, and later its report is found, or not."""

from datetime import date

import pytest

from news.languages import Language
from summariser.stories.agenda import day_to_come, report_on
from tests.summariser.pieces import article

SAID = date(2026, 7, 15)


@pytest.mark.parametrize(
    ("sentence", "day"),
    [
        ("The weights will be released by July 27, 2026.", date(2026, 7, 27)),
        ("Hearings begin on 3 August and may last a week.", date(2026, 8, 3)),
        ("The law takes effect on Jan. 2.", date(2027, 1, 2)),
        ("新モデルは8月4日に公開される予定だ。", date(2026, 8, 4)),
        ("회사는 2026년 9월 1일 출시할 계획이다.", date(2026, 9, 1)),
        ("บริษัทจะเปิดตัวในวันที่ 27 กรกฎาคม 2569", date(2026, 7, 27)),
        ("The filing of July 3 names no date.", None),
        ("It may 9 times out of ten come on June 31.", None),
        ("It will come later this year.", None),
    ],
)
def test_a_sentence_names_the_day_to_come(sentence: str, day: date | None) -> None:
    """Only a calendar day ahead of the article counts; a year left out is the nearest one."""
    assert day_to_come(sentence, SAID) == day


WATCHED = "Orbit will release the full weights of Lyra 2 by July 27, 2026."


def report(title: str, text: str = "", language: Language = "en") -> str | None:
    found = report_on(WATCHED, "Orbit announces Lyra 2", [article(title, text=text, language=language)], language)
    return found.text if found else None


def test_a_report_of_what_was_watched_is_found_in_its_own_words() -> None:
    """Kept or put off: the sentence says which."""
    kept = "Orbit released the full weights of Lyra 2 on its site late on Monday."
    assert report("Orbit releases Lyra 2 weights", f"{kept} Others were waiting for them.") == kept
    late = "Orbit will not release the full weights of Lyra 2 before September."
    assert report("Orbit delays Lyra 2", late) == late
    assert report("Orbit releases full weights of Lyra 2") == "Orbit releases full weights of Lyra 2"


def test_other_news_of_the_company_is_no_report() -> None:
    """Nor is the same deed of another."""
    assert report("Orbit opens an office for Lyra 2 sales", "Orbit rents three floors in Lisbon.") is None
    assert report("Tide releases weights", "Tide released the full weights of its model on Monday.") is None
