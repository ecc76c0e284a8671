"""What a line of an answer tells, and whether another one says the same."""

from dataclasses import replace
from datetime import timedelta

import pytest

from news.asking import Intent, Question
from news.model import PUBLIC
from summariser.answering.sought import Sought, sought_by
from summariser.stories.newslines import Line
from summariser.stories.told_again import signs_of, told_again
from summariser.words.logistic import models
from tests.bot.shelf import NOON, an_article


def a_line(text: str, *, title: str = "", body: str = "", id: str = "", language: str = "en", days: int = 0) -> Line:
    of = an_article(
        id or text, "", title=title or text, text=body or f"{text}.", source=id or text[:9], language=language
    )
    return Line(replace(of, published=of.published - timedelta(days=days)), text)


SAME = [
    (
        a_line("Cohere raises $300M at a $9 billion valuation"),
        a_line("Toronto's Cohere raised $300M in a Series E led by a pension fund, valuing it at $9 billion"),
    ),
    (a_line("Mistral releases Lumo 3, an open model"), a_line("Mistral launches its open model Lumo 3")),
    (
        a_line("Judge approves Lyra's $40 million settlement with illustrators", id="lyra"),
        a_line(
            "A judge approved the $40 million settlement of Lyra with illustrators on Monday.",
            title="Judge approves Lyra's $40 million settlement with illustrators",
            id="lyra",
        ),
    ),
    (
        a_line("OpenAI、企業向けの新モデル「GPT-7」を公開", language="ja"),
        a_line("오픈AI, 기업용 새 모델 'GPT-7' 공개", language="ko"),
    ),
]
OTHER = [
    (a_line("Cohere opens an office in Lyon"), a_line("Cohere hires a former banker as finance chief")),
    (
        a_line("Anthropic raises $5 billion at a valuation of $170 billion"),
        a_line("OpenAI raises $12 billion at a valuation of $300 billion"),
    ),
    (a_line("Meta cuts 700 jobs in Dublin"), a_line("Intel cuts 900 jobs in Oregon")),
    (a_line("Mistral releases Lumo 3, an open model"), a_line("Mistral is sued by a French newspaper", days=1)),
    (
        a_line("Lumo 3 costs $2 per million tokens.", title="Everything about Lumo", id="lumo"),
        a_line("Its maker was founded in a bakery in Ghent.", title="Everything about Lumo", id="lumo"),
    ),
]


@pytest.mark.parametrize(("first", "further"), SAME)
def test_a_further_line_that_says_the_same_is_told_again(first: Line, further: Line) -> None:
    assert told_again((first, further)) == {1: 0}


@pytest.mark.parametrize(("first", "further"), OTHER)
def test_lines_that_say_different_things_are_both_told(first: Line, further: Line) -> None:
    assert told_again((first, further)) == {}


def test_what_is_told_again_is_the_first_line_that_is_told_itself() -> None:
    (first, further), (apart, _) = SAME[0], OTHER[0]
    third = replace(further, text="Cohere raised $300M at a $9 billion valuation")
    assert told_again((first, apart, further, third)) == {2: 0, 3: 0}


def test_every_sign_has_a_weight() -> None:
    [measured] = signs_of(SAME[0]).values()
    assert measured.keys() == models("told_again")["again"].weights.keys()


def asked(text: str, intent: Intent = Intent.FACT) -> Sought:
    return sought_by(Question("q", PUBLIC, None, text, "en", NOON), intent)


def test_a_further_line_adds_the_value_that_is_asked_for_and_another_one_of_it() -> None:
    sought = asked("How much did Cohere raise?")
    assert sought.adds("Cohere raised $300 million.", "Cohere closed its round.")
    assert sought.is_better("Cohere raised $300 million.", "Cohere closed its round.")
    assert sought.adds("Cohere raised $280 million.", "Cohere raised $300 million.")
    assert not sought.adds("It was $300 million that Cohere raised.", "Cohere raised $300 million.")
    assert sought.is_beside("Cohere closed its round.", "Cohere raised $300 million.")


def test_why_is_answered_further_by_a_line_that_gives_a_reason() -> None:
    because = "Zenn recalls its vans because the software mistakes fog for walls"
    assert asked("Why did Zenn recall its vans?").adds(because, "Zenn recalls 12 vans")
    assert not asked("Did Zenn recall its vans?").adds(because, "Zenn recalls 12 vans")


def test_of_what_a_thing_is_any_further_number_tells_something() -> None:
    told, further = "Lumo is an open model by Mistral.", "Mistral's open model Lumo has 40 billion parameters."
    assert asked("What is Lumo?", Intent.EXPLAIN).adds(further, told)
    assert not asked("Who made Lumo?").adds(further, told)


def test_where_two_things_are_asked_each_may_be_told_by_a_line_of_one_event() -> None:
    sought = asked("Where is the factory of Zenn and how much did it cost?")
    assert sought.adds("Zenn opens a factory in Ghent", "Zenn opens a $70 million factory")
    assert not sought.is_better("Zenn opens a $70 million factory", "Zenn opens a factory in Ghent")


def test_which_one_it_is_may_be_told_by_a_further_line_of_the_report_that_names_it() -> None:
    told, further = "The station will show two games on Sunday.", "Lyra TV shows two games on Sunday, says Lyra TV."
    assert asked("Which station will show the games?").adds(further, told, own=True)
    assert not asked("Which station will show the games?").adds(further, told)
    assert not asked("Will the station show two games?").adds(further, told)
