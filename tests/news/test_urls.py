"""Same article or not: the canonical form of links."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from news.urls import TRACKING, canonical, is_http

ARTICLE = "https://example.com/2026/07/model?id=7"

links = st.builds(
    "{}://{}{}/{}?{}#{}".format,
    st.sampled_from(["http", "https", "HTTP", "ftp"]),
    st.sampled_from(
        ["example.com", "WWW.Example.com", "www.google.com", "youtu.be", "arxiv.org", "bücher.example", "[::1]"]
    ),
    st.sampled_from(["", ":80", ":443", ":8711", ":99999", ":x"]),
    st.text(alphabet=st.sampled_from("ab/.%25Aé;=&amp ~+s:@"), max_size=30),
    st.text(alphabet=st.sampled_from("ab=&%3Dutm_q+é/:.http "), max_size=30),
    st.text(max_size=5),
)


def same_article(one: str, other: str) -> bool:
    return canonical(one) == canonical(other)


@pytest.mark.parametrize(
    "other",
    [
        "http://example.com/2026/07/model?id=7",
        "https://www.example.com/2026/07/model/?id=7",
        "https://EXAMPLE.com:443/2026/07/model?id=7",
        "https://example.com/2026/./06/../07/model?id=7#comments",
        "https://example.com/2026/07/model?utm_source=rss&id=7&fbclid=x&gclid=y&spm=a.b&share_token=z&ref=home",
        "https://example.com/2026/07/%6dodel?id=7",
        "https://example.com/2026/07/model;jsessionid=ABC?id=7",
        "https://example.com/2026/07/model/amp?id=7",
        "https://www.google.com/amp/s/example.com/2026/07/model?id=7",
        "https://example-com.cdn.ampproject.org/c/s/example.com/2026/07/model?id=7",
        "https://www.google.com/url?sa=t&url=https%3A%2F%2Fexample.com%2F2026%2F07%2Fmodel%3Fid%3D7",
        "  https://user:secret@example.com/2026/07/model?id=7\n",
    ],
)
def test_one_article_under_other_spellings_is_the_same(other: str) -> None:
    """Scheme, www, port, dots, fragment, tracking, escapes, sessions and forwarders say nothing about what is read."""
    assert same_article(ARTICLE, other), canonical(other)


@pytest.mark.parametrize(
    "other",
    [
        "https://example.com/2026/07/model?id=8",
        "https://example.com/2026/07/model",
        "https://example.com/2026/07/Model?id=7",
        "https://example.com:8711/2026/07/model?id=7",
        "https://news.example.com/2026/07/model?id=7",
        "https://example.com/2026/07%2Fmodel?id=7",
    ],
)
def test_what_may_be_another_article_stays_apart(other: str) -> None:
    """A parameter that is not known to track, the case of a path, a port and a sub-domain all count."""
    assert not same_article(ARTICLE, other), canonical(other)


def test_query_order_does_not_matter_and_repeats_do() -> None:
    """Parameters are sorted, never merged."""
    assert same_article("https://example.com/?b=2&a=1", "https://example.com/?a=1&b=2")
    assert not same_article("https://example.com/?a=1&a=2", "https://example.com/?a=1")


def test_a_video_and_a_paper_have_one_name_each() -> None:
    """YouTube and arXiv show one thing under several addresses."""
    assert canonical("https://youtu.be/abc_DEF-123?si=x") == "https://youtube.com/watch?v=abc_DEF-123"
    assert same_article("https://www.youtube.com/shorts/abc_DEF-123", "https://youtu.be/abc_DEF-123")
    assert canonical("http://arxiv.org/pdf/2607.01234v2.pdf") == "https://arxiv.org/abs/2607.01234"
    assert same_article("https://arxiv.org/abs/cs/0601001", "https://export.arxiv.org/abs/cs/0601001v1")


def test_an_international_host_is_written_as_the_network_writes_it() -> None:
    """Both spellings of a host outside ASCII are one."""
    assert same_article("https://bücher.example/ä", "https://xn--bcher-kva.example/%C3%A4")


def test_a_page_addressed_behind_a_hash_keeps_it() -> None:
    """Old single-page sites put the article there; an anchor is dropped."""
    assert canonical("https://example.com/#!/story/1") == "https://example.com#!/story/1"
    assert canonical("https://example.com/#top") == "https://example.com"


@pytest.mark.parametrize(
    "text", ["", "about:blank", "mailto:a@b.example", "http://", "http://[::1", "no link", "//x/y"]
)
def test_what_is_no_web_link_comes_back_as_it_is(text: str) -> None:
    """There is nothing to make canonical."""
    assert canonical(text) == text
    assert not is_http(text)


def test_a_web_link_is_recognised() -> None:
    """Any case, any port, an IPv6 literal too."""
    assert is_http("HTTP://example.com")
    assert is_http("https://[2001:db8::1]:8080/x")
    assert not is_http("https:///path")


def test_at_least_fifty_tracking_parameters_are_known() -> None:
    """All in lower case, as they are compared."""
    assert len(TRACKING) >= 50
    assert all(name == name.lower() for name in TRACKING)


@given(st.one_of(st.text(), links, st.text().map("http://{}".format)))
def test_canonical_never_raises_and_is_idempotent(text: str) -> None:
    """Whatever a feed prints: the identity of an identity is itself."""
    once = canonical(text)
    assert canonical(once) == once
    assert isinstance(is_http(text), bool)
