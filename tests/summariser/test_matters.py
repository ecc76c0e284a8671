"""Each matter once among the headlines of one answer, however it is worded."""

import pytest

from summariser.stories.matters import each_once
from summariser.stories.newslines import Event, Line
from tests.bot.shelf import an_article


def an_event(title: str, text: str = "", score: float = 5.0) -> Event:
    return Event(
        [Line(an_article(title, "", text=text, title=title, source=title[:3], source_name=title[:3]), title)], score
    )


@pytest.mark.parametrize(
    ("weighty", "lesser"),
    [
        ("Mistral files for an IPO in Paris", "Why Cohere, Mistral and others rush for IPO"),
        ("xAI releases Grok 5 to everyone", "Grok 5 rivals Gemini and Claude"),
        ("xAI suspends sign-ups after demand for Grok soars", "xAI halts new subscriptions"),
    ],
)
def test_a_company_goes_through_a_thing_once_however_it_is_put(weighty: str, lesser: str) -> None:
    one, other = an_event(weighty, score=9.0), an_event(lesser)
    assert each_once([one, other]) == [one]
    assert len(one.lines) == 2


@pytest.mark.parametrize(
    ("weighty", "lesser"),
    [
        ("Mistral files for an IPO in Paris", "Mistral sued over scraped newspapers"),
        ("Meta cuts 700 jobs in Dublin", "Intel cuts 900 jobs in Oregon"),
        ("xAI releases Grok 5 to everyone", "Grok 5 is banned in Italy"),
    ],
)
def test_two_matters_of_one_company_stay_two(weighty: str, lesser: str) -> None:
    assert len(each_once([an_event(weighty, score=9.0), an_event(lesser)])) == 2


def test_what_may_be_told_already_gives_way_to_what_is_not() -> None:
    first = an_event("OpenAI appoints two new members to its board", "Velez and Vince join the board of OpenAI.", 9.0)
    again = an_event(
        "Velez and Vince join the OpenAI foundation", "OpenAI appoints Velez and Vince as new members.", 5.0
    )
    other = an_event("OpenAI opens a research office in Oslo", "The office is its first in Norway.", 4.9)
    assert each_once([first, again, other])[1] is other
