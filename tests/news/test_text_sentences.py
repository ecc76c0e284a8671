"""Where sentences end, in six languages."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from news.languages import LANGUAGES, Language
from news.text import sentences, spans


@pytest.mark.parametrize(
    "expected",
    [
        ["Dr. J. K. Lind of the U.S. Army paid $3.5 billion.", "The U.S. said no.", '"Really?" he asked.', "It works."],
        ["Orbita Inc. raised money.", "See No. 5 and Fig. 3 here."],
        ["He left at 5 p.m. on Monday.", "Shares fell 2.5%."],
        ["She said “Stop.”", "Nobody did…", "Then it rained!"],
        ["The firm uses Node.js and e.g. Rust in prod.", "Both work."],
    ],
)
def test_english_ends_at_stops_that_are_no_abbreviation(expected: list[str]) -> None:
    """Titles, initials, decimals, abbreviations and quotes are where a plain split goes wrong."""
    assert sentences(" ".join(expected), "en") == expected


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("ja", ["彼は「そうだ。」と言った。", "次の文です！", "終わり"]),
        ("ja", ["「はい。」", "別の話だ。"]),
        ("zh-Hans", ["“好。”他说。", "下一句！", "完"]),
        ("zh-Hant", ["公司（一九九八年成立。）宣布裁員。", "股價下跌3.5%。"]),
    ],
)
def test_a_stop_inside_a_quotation_ends_nothing_when_the_sentence_goes_on(
    language: Language, expected: list[str]
) -> None:
    """「…。」と述べた is one sentence."""
    assert sentences("".join(expected), language) == expected


def test_korean_ends_at_a_stop_before_a_space() -> None:
    """A decimal is none."""
    expected = ["오르비타가 3.5% 성장했다.", "내년에 확대한다.", "끝"]
    assert sentences(" ".join(expected), "ko") == expected


def test_thai_chunks_are_long_enough_and_end_between_phrases() -> None:
    """Thai has no sentence mark: a space between two phrases ends a chunk, one beside a Latin word or before "and" never."""
    text = (
        "บริษัท Orbita ประกาศเปิดตัวโมเดลภาษารุ่นใหม่สำหรับนักพัฒนาทั่วประเทศ เมื่อวานนี้ผู้บริหารกล่าวว่าจะขยายบริการไปทั่วภูมิภาคเอเชีย และยุโรป"
    )
    chunks = sentences(text, "th")
    assert chunks[0] == "บริษัท Orbita ประกาศเปิดตัวโมเดลภาษารุ่นใหม่สำหรับนักพัฒนาทั่วประเทศ"
    assert chunks[-1].endswith("และยุโรป")


def test_a_heading_stands_alone() -> None:
    """A line break always ends a sentence, so a heading does not run into the text under it."""
    assert sentences("What changed\nOrbita opened its model. It is free.", "en")[0] == "What changed"


@given(st.text(alphabet=st.sampled_from("aB .!?。「」\n“”'\"1ก한漢"), max_size=120), st.sampled_from(LANGUAGES))
def test_sentences_are_slices_that_lose_only_white_space(text: str, language: Language) -> None:
    """A quote must stand verbatim in its source: nothing is changed, dropped or told twice."""
    found = spans(text, language)
    assert [text[start:end] for start, end in found] == sentences(text, language)
    assert all(one[1] <= other[0] for one, other in pairwise(found))
    assert "".join("".join(sentences(text, language)).split()) == "".join(text.split())
