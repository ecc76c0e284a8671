"""Plain text: cleaned, cut into tokens, timed and shortened, in six languages."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from news.languages import LANGUAGES, Language
from news.text import content_words, cut, normalise_for_match, reading_seconds, sanitise, search_tokens, tokens

FAMILY = "\U0001f468\u200d\U0001f469\u200d\U0001f467"


def test_what_a_reader_cannot_see_is_dropped() -> None:
    """Bidi overrides, zero-width and tag characters could hide an order or turn a line around."""
    assert sanitise("pay\u202eroll\u200b \U000e0041now\x00\ufeff") == "payroll now"


def test_white_space_is_folded_and_line_breaks_stay() -> None:
    """A break is meaning (a paragraph, a heading), a run of spaces is not."""
    assert sanitise("  one \t\u3000two \r\n\r\n\r\n\r\nthree\u2028four ") == "one two\n\nthree\nfour"


def test_an_emoji_made_of_several_stays_whole() -> None:
    """The joiner inside an emoji is seen, the one between letters is not."""
    assert sanitise(f"a\u200db {FAMILY}") == f"ab {FAMILY}"


@given(st.text())
def test_sanitising_twice_changes_nothing_more(text: str) -> None:
    """What is stored is what would be stored again."""
    once = sanitise(text)
    assert sanitise(once) == once
    assert unicodedata.is_normalized("NFC", once)
    assert not any(unicodedata.category(char) in {"Cc", "Cs"} and char != "\n" for char in once)


def test_a_name_with_its_version_is_one_token() -> None:
    """GPT-5.6 is another thing than GPT and 5 and 6; other hyphenated words fall apart."""
    assert tokens("Orbita's LUMO-5.6 is state-of-the-art in the U.S.") == [
        "orbita",
        "lumo-5.6",
        "is",
        "state",
        "of",
        "the",
        "art",
        "in",
        "the",
        "u.s",
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("新型モデル", ["新型", "型モ", "モデ", "デル"]),
        ("한국어", ["한국", "국어"]),
        ("ＬＵＭＯ－５", ["lumo-5"]),
        ("一 AI", ["一", "ai"]),
    ],
)
def test_unspaced_scripts_become_pairs_of_characters(text: str, expected: list[str]) -> None:
    """Pairs find a word anywhere in a run without a dictionary; full-width letters are letters."""
    assert search_tokens(text) == expected


def test_thai_is_cut_into_words() -> None:
    """Thai writes no spaces between words, so a query would otherwise have to match a whole clause."""
    words = tokens("บริษัทเปิดตัวโมเดลใหม่")
    assert "".join(words) == "บริษัทเปิดตัวโมเดลใหม่"
    assert "บริษัท" in words


def test_search_tokens_meet_across_inflection() -> None:
    """The plural in a question finds the singular in an article; stop words find nothing."""
    assert search_tokens("the models were released") == search_tokens("a model is releasing") == ["model", "releas"]
    assert content_words("the models were released") == ["models", "released"]


def test_a_minute_of_english_is_238_words() -> None:
    """The measured silent reading rate."""
    assert reading_seconds("word " * 238, "en") == pytest.approx(60)


@pytest.mark.parametrize(
    ("language", "char", "rate"), [("ja", "漢", 500), ("zh-Hans", "汉", 400), ("ko", "한", 480), ("th", "ก", 1080)]
)
def test_a_minute_elsewhere_is_counted_in_characters(language: Language, char: str, rate: int) -> None:
    """The cautious rates, spaces not counted."""
    assert reading_seconds(" ".join(char * rate), language) == pytest.approx(60)


def test_a_latin_name_among_characters_is_one_word() -> None:
    """Nobody spells Orbita out letter by letter."""
    assert reading_seconds("Orbitaが", "ja") == pytest.approx(60 / 238 + 60 / 500)


def test_foreign_characters_inside_english_take_time_too() -> None:
    """A quoted Chinese name is not read in no time."""
    assert reading_seconds("the name 漢字", "en") > reading_seconds("the name", "en")


def test_a_text_is_cut_at_a_sentence_where_that_keeps_half() -> None:
    """A whole sentence needs no mark of omission."""
    assert cut("One two three four. Five six seven eight.", 30, "en") == "One two three four."


@pytest.mark.parametrize(
    ("text", "limit", "language", "expected"),
    [
        ("Hello wonderful world of news", 17, "en", "Hello wonderful…"),
        ("新しいOrbitaモデルを発表", 7, "ja", "新しい…"),
        (f"ab{FAMILY}cd", 5, "ja", "ab…"),
        ("Supercalifragilistic", 6, "en", "Super…"),
    ],
)
def test_elsewhere_it_is_cut_between_words(text: str, limit: int, language: Language, expected: str) -> None:
    """Never inside a Latin word if there is any other place, never inside what a reader sees as one character."""
    assert cut(text, limit, language) == expected


def test_thai_is_cut_between_words() -> None:
    """Cut inside a Thai word it would be unreadable."""
    text = "บริษัทเปิดตัวโมเดลภาษาใหม่ล่าสุด"
    short = cut(text, 15, "th").removesuffix("…")
    words = tokens(text)
    assert short in {"".join(words[:count]) for count in range(1, len(words))}


@given(st.text(max_size=80), st.integers(1, 60), st.sampled_from(LANGUAGES))
def test_a_cut_text_is_never_too_long(text: str, limit: int, language: Language) -> None:
    """A platform's limit is a limit; what is kept begins the text."""
    short = cut(text, limit, language)
    assert len(short) <= limit
    assert text.strip().startswith(short.removesuffix("…").rstrip())


def test_quotes_match_whatever_their_typography() -> None:
    """Curly quotes, long dashes, case and line breaks do not make another text."""
    assert normalise_for_match("“Fast”\n— it’s  HERE") == normalise_for_match('"fast" - it\'s here')
