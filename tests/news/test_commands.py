"""A typed word is a command, whatever language it is in; everything else is a question."""

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from news.commands import Wanted, Word, parse_command, parse_wish
from news.errors import BadInput


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("today", Word.TODAY),
        (" Today! ", Word.TODAY),
        ("/today", Word.TODAY),
        ("ＴＯＤＡＹ", Word.TODAY),
        ("今日", Word.TODAY),
        ("今天", Word.TODAY),
        ("오늘", Word.TODAY),
        ("วันนี้", Word.TODAY),
        ("設定", Word.SETTINGS),
        ("yes, stop", Word.QUESTION),
        ("Stop.", Word.STOP),
        ("解除", Word.STOP),
        ("退订", Word.STOP),
        ("หยุด", Word.STOP),
        ("구독 취소", Word.STOP),
        ("?", Word.HELP),
        ("subscribe", Word.SUBSCRIBE),
    ],
)
def test_a_word_that_stands_alone_is_a_command(text: str, word: Word) -> None:
    """Menus do not exist on every client, so every entry is also a word."""
    assert parse_command(text).word is word


@pytest.mark.parametrize(
    "text",
    [
        "stop killer robots",
        "news about Nvidia",
        "subscribe to what?",
        "settings of GPT-5.6",
        "今日は何が発表された？",
        "",
        "🙂",
    ],
)
def test_more_words_make_it_a_question(text: str) -> None:
    """Nobody is unsubscribed for asking about a strike."""
    assert parse_command(text).word is Word.QUESTION
    assert parse_command(f" {text} ").rest == text


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("subscribe 7:30", Wanted("07:30", ())),
        ("subscribe 8pm chips, open source", Wanted("20:00", ("chips", "open-source"))),
        ("Subscribe policy at 12 am", Wanted("00:00", ("policy",))),
        ("登録 7時30分 半導体", Wanted("07:30", ("chips",))),
        ("訂閱 9:05", Wanted("09:05", ())),
        ("subscribe chips", Wanted("", ("chips",))),
    ],
)
def test_a_wish_names_a_time_and_topics_in_any_order(text: str, wanted: Wanted) -> None:
    """In the reader's words."""
    command = parse_command(text)
    assert command.word is Word.SUBSCRIBE
    assert parse_wish(command.rest) == wanted


@pytest.mark.parametrize("text", ["25:00", "7:99", "8:00 nonsense", "13 pm", "8:00 9:00"])
def test_a_wish_that_cannot_be_met_says_which_word_it_is(text: str) -> None:
    """And what could be written instead."""
    with pytest.raises(BadInput, match=r"08:00"):
        parse_wish(text)


@given(st.text(max_size=200))
def test_any_text_is_a_command_or_a_question(text: str) -> None:
    """Whatever a stranger types is taken."""
    assert parse_command(text).word in Word


@given(st.text(max_size=60))
def test_a_wish_is_understood_or_refused(text: str) -> None:
    """Never a traceback."""
    with contextlib.suppress(BadInput):
        assert parse_wish(text).time == "" or len(parse_wish(text).time) == 5
