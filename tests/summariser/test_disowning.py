"""A telling that denies or doubts what its source says with no such word."""

import pytest

from news.languages import Language
from summariser.checking.disowning import disowned

QUOTE = "Nvidia acquired the startup on Monday."


@pytest.mark.parametrize(
    ("told", "language"),
    [
        ("It is denied that Nvidia acquired the startup on Monday.", "en"),
        ("Nobody believes that Nvidia acquired the startup.", "en"),
        ("That Nvidia acquired the startup is false.", "en"),
        ("NVIDIAが新興企業を買収したというのは誤りだ。", "ja"),
        ("輝達否認收購該新創公司。", "zh-Hant"),
        ("英伟达收购该公司并非事实。", "zh-Hans"),
        ("엔비디아는 스타트업 인수를 부인했다.", "ko"),
        ("Nvidia ปฏิเสธว่าซื้อกิจการ", "th"),
    ],
)
def test_an_added_denial_is_certain_where_nothing_around_denies(told: str, language: Language) -> None:
    """One word of denial, doubt or opposite beside the quote leaves it open, and so does a telling that denies nothing."""
    assert disowned(told, language, [(QUOTE, "en")])
    assert not disowned(told, language, [(QUOTE, "en"), ("The company disputed that.", "en")])
    assert not disowned(told, language, [("Nvidia has not acquired it.", "en")])
    assert not disowned("Nvidia bought the startup.", "en", [(QUOTE, "en")])
