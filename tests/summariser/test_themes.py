"""What a question is about, and which headlines hold it."""

import pytest

from summariser.asking.intents import wish_of
from summariser.asking.subject_spans import spans_in
from summariser.asking.themes import name_alone, theme_of
from summariser.asking.understanding import marks_of


@pytest.mark.parametrize(
    ("question", "about"),
    [
        ("what's Zhipu been up to lately?", "Zhipu"),
        ("百川最近有啥动静", "百川"),
        ("ラピダスの近況どうなってる？", "ラピダス"),
        ("리벨리온 요즘 뭐 하고 있어?", "리벨리온"),
    ],
)
def test_what_only_asks_is_no_part_of_what_a_question_is_about(question: str, about: str) -> None:
    assert [span.text for span in spans_in(question)] == [about]


@pytest.mark.parametrize(
    "question",
    [
        "I was away all week, what did I miss?",
        "월요일부터 못 봤는데 뭐 놓쳤어?",
        "我出差三天，漏了什么大事？",
        "anything big in AI that I missed?",
    ],
)
def test_a_question_for_whatever_happened_is_about_nothing(question: str) -> None:
    assert theme_of(question) is None


@pytest.mark.parametrize(
    ("question", "held", "not_held"),
    [
        (
            "which hospitals banned chatbots?",
            "Two Boston hospitals ban AI chatbots from wards",
            "A chatbot for hospitals raises $20 million",
        ),
        ("any news from Globex Summit?", "Globex Summit opens with a new chip", "Initech opens a new plant"),
        ("哪些公司暂停了自动驾驶测试？", "某车企暂停自动驾驶路测", "某车企公布财报"),
        ("데이터센터 짓는 회사들", "한빛, 부산에 데이터센터 건설", "한빛, 부산 본사 매각"),
    ],
)
def test_a_headline_holds_a_theme_by_its_names_its_deed_and_most_of_its_words(
    question: str, held: str, not_held: str
) -> None:
    theme = theme_of(question)
    assert theme is not None
    assert (theme.holds(held), theme.holds(not_held)) == (True, False)


def test_a_headline_in_another_language_must_be_able_to_say_all_that_is_asked() -> None:
    theme = theme_of("쌀농사에 로봇 쓰는 데 어디야?")
    assert theme is not None
    assert not theme.holds("Robots are used in surgery")


def test_a_word_that_is_said_of_everything_is_left_out_where_something_else_is_left() -> None:
    theme = theme_of("which hospitals got another chatbot?")
    assert theme is not None
    told = theme.weighed({"anoth": 0.1, "hospit": 0.9, "chatbot": 0.8})
    assert "anoth" not in told.plain_words


def test_of_one_known_name_and_nothing_else_its_news_are_asked_for() -> None:
    assert name_alone("腾讯这周在AI上有啥新动作") == "腾讯"
    assert name_alone("what did OpenAI say about Mars colonies?") == ""


@pytest.mark.parametrize(
    ("question", "wish"),
    [
        ("what has Zhipu been up to lately", "news"),
        ("was off all week, catch me up on the big stuff", "catchup"),
        ("companies that banned ChatGPT at work", "list"),
        ("请假三天，AI圈有什么大事我错过了", "catchup"),
        ("뤼튼이랑 퍼플렉시티 중에 뭐가 나아", "comparison"),
        ("How many engineers did Initech hire last year?", "fact"),
    ],
)
def test_a_wish_is_read_from_free_wording(question: str, wish: str) -> None:
    assert wish_of(question, marks_of(question))[0] == wish


def test_what_is_told_of_a_company_and_others_names_the_others_too() -> None:
    theme = theme_of("what happened with Anthropic and the authors?")
    assert theme is not None
    assert theme.says_all("Anthropic and a group of authors settle")
    assert not theme.says_all("Anthropic opens an office in Lyon")
