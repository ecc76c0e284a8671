"""Which headlines tell most of what is asked for, by their words."""

from collections.abc import Sequence

from summariser.answering.headline_words import Headlines
from summariser.asking.asked_for import asked_for

TITLES = (
    "Baker of Bergen wins the bread prize",
    "Fjordtel lays off 200 as a chatbot answers",
    "Fjordtel opens a museum of telephones",
    "裁員潮蔓延：老牌電信商再砍兩百人",
    "Harbour bank hires 200",
)


def places(question: str, titles: Sequence[str] = TITLES) -> list[int]:
    """The most telling first."""
    told = Headlines(titles).telling(asked_for(question, {}))
    return sorted(told, key=lambda at: (-told[at], at))


def test_a_deed_is_told_by_any_of_its_words_in_any_language() -> None:
    assert {*places("Which companies are cutting jobs?")[:2]} == {1, 3}


def test_what_tells_nothing_of_it_is_not_found() -> None:
    assert 0 not in places("Which companies are cutting jobs?")


def test_what_tells_more_of_it_comes_first() -> None:
    titles = ("A bank opens a museum", "A baker is laid off", "A bank lays off a baker")
    assert places("Which banks are laying off people?", titles)[0] == 2


def test_a_form_of_several_words_is_told_by_all_of_them_alone() -> None:
    titles = ("The public library is open", "Fjordtel will go public")
    assert places("Who is going public?", titles) == [1, 0]


def test_what_is_a_kind_of_it_is_told_by_the_broader_word_but_less() -> None:
    titles = ("Fjordtel gets ready to go public", "Fjordtel's IPO", "Fjordtel's bread")
    told = Headlines(titles).telling(asked_for("Who plans an IPO filing?", {}))
    assert told[0] > told[1] > told.get(2, 0.0)
