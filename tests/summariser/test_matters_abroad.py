"""What befalls a company is one event in whatever languages it is told, where its reports come within days."""

from datetime import timedelta

import pytest

from news.languages import Language
from summariser.stories.matters import each_once
from summariser.stories.newslines import Event, Line
from tests.bot.shelf import NOON, an_article

SUED = "Perplexity sued by a crossword maker"


def an_event(title: str, language: Language, days: int = 0) -> Event:
    article = an_article(f"{title} {days}", "", title=title, language=language, published=NOON + timedelta(days=days))
    return Event([Line(article, title)], 5.0)


def told(*events: Event) -> int:
    return len(each_once(list(events)))


@pytest.mark.parametrize(
    ("english", "other", "language"),
    [
        ("Cohere sued by a Toronto choir over recorded hymns", "Cohere遭多倫多合唱團提告", "zh-Hant"),
        ("Hackers breach the payroll of Cohere", "Cohere ถูกแฮกข้อมูลรั่ว", "th"),
        ("Microsoft sued by orchard owners over a data centre", "マイクロソフト、果樹園主が提訴", "ja"),
        ("Nvidia fined in Brazil over licence terms", "エヌビディア、ブラジルで制裁金", "ja"),
        ("Naver fined over its shopping robot", "네이버 과징금 부과", "ko"),
        ("Samsung fined over its washing robot", "삼성전자 과징금 부과", "ko"),
    ],
)
def test_what_befalls_a_company_told_in_two_languages_within_four_days_is_one_event(
    english: str, other: str, language: Language
) -> None:
    """A day later it is one no more."""
    assert told(an_event(english, "en"), an_event(other, language, 4)) == 1
    assert told(an_event(english, "en"), an_event(other, language, 5)) == 2


def test_what_befalls_two_companies_stays_two_whatever_languages_tell_it() -> None:
    """And so does what one language tells twice, for it may tell two suits; the one company's is one."""
    assert told(an_event(SUED, "en"), an_event("Perplexity ถูกฟ้องละเมิดลิขสิทธิ์", "th", 3)) == 1
    assert told(an_event(SUED, "en"), an_event("Cohere ถูกฟ้องละเมิดลิขสิทธิ์", "th", 3)) == 2
    assert told(an_event(SUED, "en"), an_event("Perplexity sued by a ferry company over timetables", "en", 3)) == 2
