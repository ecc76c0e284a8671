"""What strangers wrote is shown and never obeyed."""

import pytest

from channels.slack.escaping import fit, link, markdown, mrkdwn, plain, safe_url
from channels.slack.limits import size


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("<!channel> & <@U1>", "&lt;!channel&gt; &amp; &lt;@U1&gt;"),
        ("*bold* _it_ ~gone~ `code`", "∗bold∗ ˍitˍ ∼goneˍ ˋcodeˋ".replace("goneˍ", "gone∼")),
        ("snake_case and 2*3", "snake_case and 2*3"),
        ("__init__", "ˍˍinitˍˍ"),
        ("> quote", "›  quote".replace("  ", " ")),
        (":tada: at 10:30", "∶tada: at 10:30"),
        ("one\n\ttwo\u202e", "one two"),
    ],
)
def test_mrkdwn(text: str, written: str) -> None:
    """Three characters are entities; marks that could open something are given alike ones."""
    assert mrkdwn(text) == written


def test_plain_text_has_entities_and_no_emoji_codes() -> None:
    """Slack reads both there too."""
    assert plain("AT&T <!here> :x:") == "AT&amp;T &lt;!here&gt; ∶x:"


@pytest.mark.parametrize("text", ["# heading", "- list", "> quote", "| a | b |", "[x](https://evil.example)", "**b**"])
def test_markdown_makes_nothing_of_its_own(text: str) -> None:
    """No heading, list, quote, table, link or bold from a stranger."""
    written = markdown(text)
    assert written[0] not in "#->|*"
    assert "](" not in written
    assert "|" not in written


def test_a_label_has_no_bar_and_an_address_no_end() -> None:
    """Both would end the link early."""
    assert link("https://a.example/x|y>z", "one|two") == "<https://a.example/x%7Cy%3Ez|one¦two>"
    assert link("https://a.example/?a=1&b=2", "x") == "<https://a.example/?a=1&amp;b=2|x>"


@pytest.mark.parametrize("url", ["javascript:alert(1)", "https://a.example/a b", "https://a.example/" + "x" * 900, ""])
def test_what_is_no_safe_address_is_not_linked(url: str) -> None:
    """The label stands alone."""
    assert safe_url(url) == ""
    assert link(url, "label") == "label"


@pytest.mark.parametrize("text", ["<" * 10_000, "漢字" * 5_000, "👩‍👩‍👧" * 2_000, "word " * 2_000])
@pytest.mark.parametrize("limit", [24, 75, 150])
def test_it_fits_as_it_is_written(text: str, limit: int) -> None:
    """Entities count as what they are sent as, an emoji as two; no entity is torn."""
    written = fit(text, limit, "en")
    assert 0 < size(written) <= limit
    assert written.replace("&lt;", "").count("&") == 0
