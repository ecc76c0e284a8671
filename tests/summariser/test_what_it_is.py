"""Of all that was read the sentence that says best what a thing is comes first."""

from datetime import UTC, datetime

import pytest

from news.asking import Answer, Intent, Passage, Question
from news.languages import Language
from news.model import PUBLIC, Citation, Sentence
from summariser.answering.defining import stated
from summariser.answering.what_it_is import led_by_what_it_is

NOW = datetime(2026, 7, 20, tzinfo=UTC)


def _told(question: str, language: Language, titles: list[str], first: str = "") -> list[str]:
    read = [
        Passage(f"a{at}", None, "S", f"https://f.example/{at}", title, "", language, NOW, 1.0)
        for at, title in enumerate(titles)
    ]
    at = titles.index(first) if first else 0
    before = (Sentence(first, (Citation(read[at].url, first, "S"),)),) if first else ()
    answer = Answer(
        question, before, 0.5 if before else 0.0, not before, (), "", intent=Intent.EXPLAIN, language=language
    )
    found = led_by_what_it_is(answer, Question("q", PUBLIC, None, question, language, NOW), read)
    return [one.text for one in found.sentences]


@pytest.mark.parametrize(
    ("question", "language", "beside", "best"),
    [
        (
            "What is Quillo?",
            "en",
            "A rival model nears Quillo and Brisk",
            "Orbita Labs releases Quillo, an open model for robots",
        ),
        ("What is Quillo?", "en", "Users wait for Quillo", "Quillo is a large open model built by Orbita for robots."),
        ("Quilloとは？", "ja", "Quilloの利用者が増えている", "オルビタ、ロボット向けAIモデル「Quillo」を発表"),
        ("Quillo 뭐야?", "ko", "Quillo 이용자가 늘고 있다", "오르비타, 가정용 로봇 'Quillo'를 공개했다고 3일 밝혔다."),
        ("Quillo是什么？", "zh-Hans", "Quillo的用户越来越多，公司很高兴", "奥比塔发布名为Quillo的开源机器人模型"),
    ],
)
def test_what_says_its_sort_and_its_maker_comes_before_what_only_names_it(
    question: str, language: Language, beside: str, best: str
) -> None:
    assert _told(question, language, [beside, best], beside) == [best]


def test_where_nothing_else_answers_what_says_it_plainly_does() -> None:
    plain = "Orbita Labs releases Quillo, an open model for robots"
    assert _told("What is Quillo?", "en", ["Quillo is late", plain]) == [plain]
    assert not _told("What is Quillo?", "en", ["Users wait for Quillo in many towns"])


@pytest.mark.parametrize(
    "question", ["Vegaが故障したって本当？", "Lumo 3が出たってマジ？", "베가 관련 AI 뉴스 뭐 있어?"]
)
def test_whether_something_is_so_or_what_news_there_are_does_not_ask_what_it_is(question: str) -> None:
    assert stated(question) == question


def test_what_it_is_is_followed_by_what_else_a_newcomer_needs() -> None:
    body = (
        "Orbita released its first model on Monday, called Quillo. Quillo has 975 billion parameters and draws on 41 billion of them. "
        "That is the kind of thing Quillo is for. Quillo is free to change for whoever runs it. Rivals were not amused."
    )
    read = [Passage("a", None, "S", "https://f.example/a", "Orbita bets on Quillo", body, "en", NOW, 1.0)]
    first = "Orbita released its first model on Monday, called Quillo."
    answer = Answer(
        "q",
        (Sentence(first, (Citation(read[0].url, first, "S"),)),),
        0.5,
        False,
        (),
        "",
        intent=Intent.EXPLAIN,
        language="en",
    )
    found = led_by_what_it_is(answer, Question("q", PUBLIC, None, "What is quillo?", "en", NOW), read)
    assert [one.text for one in found.sentences] == [
        first,
        "Quillo has 975 billion parameters and draws on 41 billion of them.",
        "Quillo is free to change for whoever runs it.",
    ]
