"""Markup to text: fragments, titles and whole article pages."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sources.pages import adds_to_title, extract_text, html_to_text, title_text

PARAGRAPHS = (
    "Norderwick Labs opened its Heron model on Friday, after nine weeks of training on maps of the northern coast.",
    "“We want every harbour to have it,” said Ada Lindqvist, who leads the team — and pilots agree.",
    "The weights take 14 GB; a licence is not needed & the price is €0.",
)


def page(*paragraphs: str, title: str = "Heron opens", head: str = '<meta charset="utf-8">') -> str:
    nav = "".join(f"<li><a href='/{n}'>{n}</a></li>" for n in ("Home", "Sections", "Newsletters", "About", "Sign in"))
    body = "".join(f"<p>{text.replace('&', '&amp;')}</p>\n" for text in paragraphs)
    return (
        f"<!doctype html><html><head>{head}<title>{title}</title><script>var tracking = 1</script></head><body>"
        f"<header><nav><ul>{nav}</ul></nav><div class=cookie>We use cookies. Accept all.</div></header>"
        f"<main><article><h1>{title}</h1>\n{body}</article></main><aside><h2>Most read</h2><ul>{nav}</ul></aside>"
        f"<footer>All rights reserved. Terms.</footer></body></html>"
    )


def test_the_article_is_taken_from_its_page_word_for_word() -> None:
    """A line per paragraph; no navigation, cookie notice, footer or script, and not the headline again."""
    assert extract_text(page(*PARAGRAPHS).encode(), "https://x.example/heron", "text/html") == "\n".join(PARAGRAPHS)


def test_a_quotation_mark_that_a_page_escaped_twice_is_one() -> None:
    twice = page(
        "What&#39;s changed: the sandbox has a setting to skip isolation of files, and long sessions are quicker.",
        *PARAGRAPHS,
    )
    assert extract_text(twice.encode(), "https://x.example/a", "text/html").startswith("What's changed")


@pytest.mark.parametrize(
    ("codec", "text"),
    [
        ("shift_jis", "ノルデルウィック研究所は金曜日、新型モデル「ヘロン」を公開した。地図を読むことができ、重みは誰でも無料で使える。"),
        ("euc-kr", "노르데르윅 연구소는 금요일 새 모델 헤론을 공개했다. 지도를 읽을 수 있으며 누구나 무료로 사용할 수 있다."),
        ("big5", "諾德維克實驗室星期五發表新模型。它能夠閱讀地圖，任何人都可以免費使用這個模型的權重。"),
        ("utf-8", "ห้องปฏิบัติการเปิดตัวโมเดลใหม่เมื่อวันศุกร์ สามารถอ่านแผนที่ได้ และทุกคนใช้งานได้ฟรีโดยไม่ต้องขออนุญาต"),
    ],
)  # fmt: skip
def test_pages_are_read_in_their_encoding(codec: str, text: str) -> None:
    """Named by the page itself; a single short paragraph is an article too."""
    body = page(text, head=f'<meta charset="{codec}">').encode(codec)
    assert extract_text(body, "https://x.example/a", "text/html") == text


@pytest.mark.parametrize("body", [b"", b"\x00\x01", b"<html></html>", page().encode(), b"{}", b"<svg><p>"])
def test_a_page_without_an_article_gives_nothing(body: bytes) -> None:
    """A headline alone is no article."""
    assert extract_text(body, "https://x.example/a", "text/html") == ""


def test_list_markers_are_not_part_of_the_text() -> None:
    """The extractor puts a dash before list items, which do not stand on the page."""
    items = "<ul><li>Heron reads sea maps of every scale.</li><li>Heron reads tide tables too.</li></ul>"
    body = page(*PARAGRAPHS).replace("</article>", f"{items}</article>")
    lines = extract_text(body.encode(), "https://x.example/a", "text/html").split("\n")
    assert lines[-2:] == ["Heron reads sea maps of every scale.", "Heron reads tide tables too."]


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("plain", "plain"),
        ("a &amp; b &lt;c&gt;", "a & b <c>"),
        ("<p>One</p><p>Two<br/>three</p>", "One\nTwo\nthree"),
        ("so<b>me</b>\n  <i>words</i> ", "some words"),
        ("<ul><li>a</li><li>b</li></ul>", "a\nb"),
        ("a<script>x()</script>b<style>p{}</style><!-- c -->d", "a\nb\nd"),
        ("<table><tr><td>1</td><td>2</td></tr></table>", "1\n2"),
        ("<p>unclosed <a href='x'>link", "unclosed link"),
        ("e\u202exe\u200b\x07", "exe"),
        ("<?xml version='1.0' encoding='latin-1'?><p>é</p>", "é"),
        ("<>", "<>"),
        ("", ""),
    ],
)
def test_markup_becomes_lines(markup: str, text: str) -> None:
    """A line per block, words as they stand."""
    assert html_to_text(markup) == text


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("<b>Heron</b> opens", "Heron opens"),
        ("List<int> is fast", "List<int> is fast"),
        ("a < b & c > d", "a < b & c > d"),
        ("Q&amp;A: what’s &#8216;new&#8217;", "Q&A: what’s ‘new’"),
        ("two\nlines", "two lines"),
    ],
)
def test_a_title_is_one_line_and_keeps_its_brackets(markup: str, text: str) -> None:
    """Only what is a tag of HTML is taken for one."""
    assert title_text(markup) == text


@pytest.mark.parametrize(
    ("title", "text", "adds"),
    [
        ("Heron opens", "", False),
        ("Heron opens", "HERON OPENS!", False),
        ("Heron opens", "Heron opens\nHeron opens", False),
        ("Heron opens: a model for maps", "Heron opens", False),
        ("Heron opens", "Heron opens. Read it", False),
        ("Heron opens", "Heron opens. The weights are free for everybody.", True),
        ("", "The weights are free for everybody.", True),
        ("新型モデル公開", "新型モデル公開", False),
        ("新型モデル公開", "重みは誰でも無料で使えると発表した。", True),
    ],
)
def test_repeating_the_title_adds_nothing(title: str, text: str, adds: bool) -> None:
    """Case, punctuation and a stray word aside."""
    assert adds_to_title(title, text) is adds


@given(st.one_of(st.text(), st.text(alphabet="<>/&;#x0a b'\"=-!?pdivscript[]")))
def test_no_markup_raises(markup: str) -> None:
    """And nothing comes out that a terminal would obey."""
    text = html_to_text(markup)
    assert not any(ord(char) < 32 and char != "\n" for char in text)
    assert "\n" not in title_text(markup)


@given(st.binary(max_size=400))
def test_no_page_raises(body: bytes) -> None:
    """Bytes of any kind give text or none."""
    assert isinstance(extract_text(b"<html><body><article><p>" + body, "https://x.example/a", ""), str)
