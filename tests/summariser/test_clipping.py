"""In ja, zh, ko and th a telling passes unseen only as its quote's whole sentence."""

import pytest

from news.languages import Language
from summariser.checking.clipping import clipped


@pytest.mark.parametrize(
    ("told", "source", "language"),
    [
        ("Tokkaは17日、Mirelleを買収したと発表した。", "Tokkaは17日、Mirelleを買収したと発表した。", "ja"),
        ("TokkaがMirelleを買収したと発表しました。", "Tokka社は17日、Mirelle（ミレル）を買収したと発表した。", "ja"),
        ("Tokka收购Mirelle。", "Tokka收购了Mirelle。", "zh-Hans"),
        ("Tokka가 Mirelle를 인수했습니다.", "Tokka는 17일 Mirelle를 인수했다.", "ko"),
        ("Tokka ไม่ซื้อ Mirelle", "Tokka ไม่ซื้อ Mirelle", "th"),
    ],
)
def test_what_says_nothing_may_be_left_out(told: str, source: str, language: Language) -> None:
    """Signs, a day, a polite ending, the particle of the one who acts."""
    assert not clipped(told, [source], language)


@pytest.mark.parametrize(
    ("told", "source", "language"),
    [
        ("TokkaはMirelleを買収した。", "同社の弁では、TokkaはMirelleを買収した。", "ja"),
        ("TokkaはMirelleを買収した。", "TokkaはMirelleを買収したことになっている。", "ja"),
        ("TokkaはMirelleを買収した。", "「TokkaはMirelleを買収した。」", "ja"),
        ("TokkaをMirelleが買収した。", "TokkaがMirelleを買収した。", "ja"),
        ("Tokka收购Mirelle。", "Tokka收购Mirelle？", "zh-Hans"),
        ("Tokka가 Mirelle를 인수했다.", "Tokka가 Mirelle를 인수했다는 얘기다.", "ko"),
        ("Tokka ซื้อ Mirelle", "Tokka ไม่ซื้อ Mirelle", "th"),
        ("Tokka ซื้อ Mirelle", "ว่ากันว่า Tokka ซื้อ Mirelle", "th"),
    ],
)
def test_what_may_carry_another_s_word_may_not(told: str, source: str, language: Language) -> None:
    """At either end, between quotation marks, as a question, or by another particle."""
    assert clipped(told, [source], language)
