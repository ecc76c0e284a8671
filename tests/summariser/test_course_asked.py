"""Who asks where a matter stands, or how it came so, is asked about the matter; who asks for the news of a time is not."""

import pytest

from summariser.asking.course_asked import course_of


@pytest.mark.parametrize(
    ("question", "matter"),
    [
        ("where are we with the Quillon patent case?", "Quillon patent case"),
        ("Fill me in on the whole Tidal merger saga", "Tidal merger"),
        ("how did the Harbour data leak unfold?", "Harbour data leak"),
        ("タイダル合併の件、これまでの経緯を教えて", "タイダル合併"),
        ("콰일런 소송 지금까지 어떻게 됐어?", "콰일런 소송"),
        ("潮汐科技收購案的來龍去脈", "潮汐科技收購案的"),
        ("เรื่องควบรวม Tidal ถึงไหนแล้ว", "ควบรวม Tidal"),
    ],
)
def test_the_matter_is_what_is_left_without_the_words_that_ask(question: str, matter: str) -> None:
    assert course_of(question) == matter


@pytest.mark.parametrize(
    "question", ["What did I miss since Monday?", "bring me up to speed", "Quillon news today", "이번 주 뉴스"]
)
def test_the_news_of_a_time_are_no_matter(question: str) -> None:
    assert course_of(question) is None
