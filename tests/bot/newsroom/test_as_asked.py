"""An answer says what is not as it was asked: a source that is not read, news of yesterday, a language that tells nothing."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.newsroom.answering.as_asked import as_asked, of_the_trade
from bot.newsroom.answering.by_source import naming
from news.asking import Answer, Intent, Passage, Question
from news.languages import Language
from news.phrases import phrase
from news.telling import Citation, Sentence
from summariser.asking.sources_asked import sources_asked

NOON = datetime(2026, 7, 17, 12, tzinfo=UTC)
URL = "https://harbour.example/"


def told(*days_ago: int) -> tuple[Answer, list[Passage]]:
    urls = [f"{URL}{back}" for back in days_ago]
    passages = [
        Passage(url, None, "Harbour Post", url, "A chip", "A chip came.", "en", NOON - timedelta(days=back), 1.0)
        for url, back in zip(urls, days_ago, strict=True)
    ]
    lines = tuple(Sentence("A chip came.", (Citation(url, "A chip came."),)) for url in urls)
    return Answer("", lines, 1.0, not lines, (), "", intent=Intent.WHATS_NEW), passages


def asked(text: str, language: Language = "en") -> Question:
    return Question("q", "", None, text, language, NOON)


@pytest.mark.parametrize(
    ("days_ago", "key"), [((1, 1), "all_of_yesterday"), ((0, 1), "some_of_yesterday"), ((0,), None)]
)
@pytest.mark.parametrize(
    ("text", "language"), [("AI news today", "en"), ("今日のニュース", "ja"), ("今天的新聞", "zh-Hant")]
)
def test_news_of_yesterday_is_said_to_be_where_today_was_asked(
    days_ago: tuple[int, ...], key: str | None, text: str, language: Language
) -> None:
    answer, passages = told(*days_ago)
    note = as_asked(answer, passages, asked(text, language), UTC).note
    assert bool(note) is (key is not None)
    if key == "some_of_yesterday":
        assert note == phrase(language, "answer.some_of_yesterday")


def test_silence_in_a_language_that_was_asked_for_names_it() -> None:
    note = as_asked(told()[0], [], asked("only English sources about chips"), UTC).note
    assert note == phrase("en", "answer.language_silent", language=phrase("en", "languages.en"))


def test_what_is_told_instead_of_an_unread_source_says_so_in_the_asker_s_language() -> None:
    of_others = naming(told(0)[0], sources_asked("ル・モンドによるとミストラルは", {}), "ja")
    assert of_others.note.startswith("ル・モンドは")
    assert of_others.sentences
    silent = naming(told()[0], sources_asked("Harbour Post on chips", {"Harbour Post": "harbour"}), "en")
    assert silent.note == phrase("en", "answer.source_silent", names="Harbour Post")


@pytest.mark.parametrize(("sure", "refused"), [(0.6, False), (0.1, True)])
def test_what_a_line_surely_tells_is_not_off_topic(sure: float, refused: bool) -> None:
    """It reads like an errand; the archive tells it all the same."""
    question = asked("command to install graphify?")
    line = Sentence("Run uv tool install graphify.", (Citation(URL, "Run uv tool install graphify."),))
    answer = Answer(question.text, (line,), sure, False, (), "", intent=Intent.FACT)
    assert of_the_trade(answer, question, goes_on=False).abstained is refused
