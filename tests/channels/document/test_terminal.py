"""Plain text fits the terminal, whatever the script."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from channels.document.render import render_brief
from channels.document.terminal import display_width, wrap
from news.model import Edition
from tests.fakes.briefs import brief, said, told

JAPANESE = "ミナトAIは7月16日、日本語に特化した大規模言語モデル「しおさい」の重みを公開しました。企業の社内サーバー1台で動作します。"
THAI = "นักวิจัยเปิดตัวโมเดลภาษาขนาดใหญ่ที่ทำงานบนการ์ดจอเพียงใบเดียวและเปิดให้ดาวน์โหลดได้ฟรี"


@pytest.mark.parametrize(
    ("text", "columns"), [("Orbit", 5), ("公開", 4), ("AIを", 4), ("한국", 4), ("ที่", 1), ("e\u0301", 1), ("", 0)]
)
def test_the_width_is_what_a_terminal_takes(text: str, columns: int) -> None:
    """Wide characters take two columns, combining marks none."""
    assert display_width(text) == columns


def test_words_stay_whole() -> None:
    """Lines break between words and lose the space there."""
    assert wrap("one two three four", 9) == ["one two", "three", "four"]


def test_prefixes_count() -> None:
    """The first line has its number, the others stand below the text."""
    assert wrap("one two three", 9, "1. ", "   ") == ["1. one", "   two", "   three"]


def test_a_link_is_never_broken() -> None:
    """A line that is too long is better than a link that cannot be clicked."""
    link = "https://tide.example/" + "a" * 60
    assert wrap(f"see {link} now", 20) == ["see", link, "now"]


def test_japanese_breaks_between_characters_but_not_before_a_full_stop() -> None:
    """No line begins with a closing mark or ends with an opening one, and none is too wide."""
    for width in range(10, 60):
        lines = wrap(JAPANESE, width)
        assert "".join(lines) == JAPANESE
        assert all(display_width(line) <= width + 2 for line in lines)
        assert not [line for line in lines if line[0] in "、。」"]
        assert not [line for line in lines if line[-1] == "「"]


def test_thai_without_spaces_is_broken_between_clusters() -> None:
    """A vowel or tone mark stays with its consonant."""
    lines = wrap(THAI, 20)
    assert "".join(lines) == THAI
    assert all(display_width(line) <= 20 for line in lines)
    assert all(display_width(line[0]) == 1 for line in lines)


@given(st.text(alphabet="ab 公開、。ที่한 \n", max_size=80), st.integers(10, 40))
def test_wrapping_loses_nothing(text: str, width: int) -> None:
    """Every character but white space is still there, in order."""
    assert "".join("".join(wrap(text, width)).split()) == "".join(text.split())


@pytest.mark.parametrize("width", [40, 80, 120])
def test_a_brief_fits_its_width(width: int) -> None:
    """Every line but those with a link."""
    one = brief(told(headline=JAPANESE, lede=said(JAPANESE), language="ja"), edition=Edition("ja", 5))
    lines = render_brief(one, "text", width=width).splitlines()
    assert not [line for line in lines if display_width(line) > width + 2 and "https://" not in line]


def test_text_has_no_colour_codes() -> None:
    """It can be piped into a file or a mail as it is."""
    assert "\x1b" not in render_brief(brief(), "text")
