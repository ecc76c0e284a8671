"""Whether what was found answers: weighed sentence by sentence, whoever found it."""

from dataclasses import replace
from datetime import timedelta

from news.asking import Answer, Intent, Passage, Question
from news.model import Citation, Sentence
from summariser.answering.answers import answer
from summariser.answering.verifying import candidates, verified
from summariser.asking.asked_for import asked_for, words_of
from tests.summariser.pieces import NOON


def passage(title: str, text: str = "", *, score: float = 1.0, source: str = "Fjord Post") -> Passage:
    url = f"https://f.example/{title.replace(' ', '-')}"
    return Passage(title, None, source, url, title, text or title, "en", NOON - timedelta(days=1), score)


def asked(text: str) -> Question:
    terms = tuple((word, 5.0) for word in words_of(text))
    return Question("q1", "public", None, text, "en", NOON, terms=terms)


def told(question: Question, *passages: Passage, before: Answer | None = None) -> Answer:
    parts = asked_for(question.text, dict.fromkeys(words_of(question.text), 0.5))
    return verified(question, passages, (), parts, before or answer(question, passages))


RAISED = passage("OpenAI raises $21 billion at a $410 billion valuation", source="Wire")
GIVES = passage(
    "Anthropic gives $12 million to Danish AI schools",
    "Anthropic opens an AI office in Aarhus. With its $12 million the schools will teach 900 pupils a year.",
)
ZOOX = passage("Zoox recalls 88 AI robotaxis after one of them stops on a bridge")


def test_what_holds_what_is_asked_for_is_told_with_how_likely_it_answers() -> None:
    found = told(asked("How many robotaxis did Zoox recall?"), ZOOX, GIVES)
    assert [one.text for one in found.sentences] == [ZOOX.title]
    assert 0.5 < found.confidence < 1


def test_another_deed_of_the_same_company_with_a_sum_in_it_is_no_answer() -> None:
    found = told(asked("How much did Anthropic raise?"), GIVES, RAISED)
    assert found.abstained
    assert (found.sentences, found.confidence) == ((), 0)
    assert found.nearest


def test_what_holds_no_number_is_no_answer_to_how_many_however_near_it_is() -> None:
    near = passage("Zoox AI robotaxis are recalled by Zoox after one of them stops on a bridge")
    assert told(asked("How many robotaxis did Zoox recall?"), near).abstained


def test_what_the_rules_tell_and_nothing_speaks_for_is_not_told() -> None:
    beside = "Anthropic opens an AI office in Aarhus."
    before = Answer(
        "q1", (Sentence(beside, (Citation(GIVES.url, beside, GIVES.source),)),), 0.9, False, (), "extractive-1"
    )
    assert told(asked("How many people work for Anthropic?"), GIVES, before=before).abstained


def test_a_likelier_sentence_than_the_one_told_comes_first_with_its_own_source() -> None:
    question = asked("How many robotaxis did Zoox recall?")
    wrong = Sentence(GIVES.title, (Citation(GIVES.url, GIVES.title, GIVES.source),))
    found = told(question, ZOOX, GIVES, before=replace(answer(question, [ZOOX, GIVES]), sentences=(wrong,)))
    first = found.sentences[0]
    assert (first.text, first.citations[0].url) == (ZOOX.title, ZOOX.url)


def test_nothing_found_stays_nothing() -> None:
    question = replace(asked("How many robotaxis did Zoox recall?"), intent=Intent.FACT)
    assert told(question).abstained


def test_a_value_is_not_told_of_whom_it_is_only_compared_with() -> None:
    passed = passage("Apple is worth $4.9 trillion in its AI year, having overtaken Nvidia")
    assert told(asked("How much is Nvidia worth?"), passed).abstained


def test_a_line_that_tells_it_in_other_words_is_weighed_too() -> None:
    question = asked("How many robotaxis did Zoox recall?")
    other = "The carmaker pulls 88 driverless cars from the streets."
    page = passage("Zoox stops its AI robotaxis", f"Zoox stops its AI robotaxis. {other}")
    found = candidates(question, (page,), (), answer(question, [page]))
    assert other in [one.text for one in found]


def test_the_price_of_something_else_is_not_told() -> None:
    question = asked("What does Orrery cost per seat?")
    question = replace(question, terms=(("orreri", 7.0), ("cost", 3.7), ("per", 4.0), ("seat", 6.2)))
    other = passage(
        "How to build an AI helpdesk", "The AI tools charge a price per seat: the cost is $49 a month for a seat."
    )
    assert told(question, other).abstained
