"""What is not done, given up or called off is never told as done, nor the other way round: headlines and sentences, six languages."""

from datetime import date

import pytest

from news.languages import LANGUAGES, Language
from summariser.checking.claims import Standing, judge
from summariser.checking.polarity import polarity
from summariser.checking.prompting import Material
from summariser.checking.replies import Claim, Support

DONE: dict[Language, tuple[str, ...]] = {
    "en": ("Tokka buys Mirelle for $40 million", "Tokka bought Mirelle for $40 million."),
    "ja": ("Tokka、Mirelleを4000万ドルで買収", "TokkaはMirelleを4000万ドルで買収した。"),
    "zh-Hant": ("Tokka以4000萬美元收購Mirelle", "Tokka以4000萬美元收購了Mirelle。"),
    "zh-Hans": ("Tokka以4000万美元收购Mirelle", "Tokka以4000万美元收购了Mirelle。"),
    "ko": ("Tokka, Mirelle 4000만 달러에 인수", "Tokka는 Mirelle를 4000만 달러에 인수했다."),
    "th": ("Tokka ซื้อ Mirelle มูลค่า 40 ล้านดอลลาร์", "Tokka ซื้อ Mirelle ด้วยมูลค่า 40 ล้านดอลลาร์แล้ว"),
}
NOT_DONE: dict[Language, tuple[str, ...]] = {
    "en": ("Tokka will not buy Mirelle for $40 million", "Tokka won't buy Mirelle for $40 million.", "Tokka did not buy Mirelle for $40 million."),
    "ja": ("Tokka、Mirelleを4000万ドルで買収せず", "Tokka、4000万ドルのMirelle買収に応じず", "TokkaはMirelleを4000万ドルで買収しないと決めた。", "Tokka、Mirelleを4000万ドルでは買わぬ方針"),
    "zh-Hant": ("Tokka不收購4000萬美元的Mirelle", "Tokka未以4000萬美元收購Mirelle", "Tokka決定不以4000萬美元收購Mirelle。"),
    "zh-Hans": ("Tokka不收购4000万美元的Mirelle", "Tokka未以4000万美元收购Mirelle", "Tokka决定不以4000万美元收购Mirelle。"),
    "ko": ("Tokka, Mirelle 4000만 달러에 인수하지 않기로", "Tokka, Mirelle 4000만 달러 인수 않기로 했다", "Tokka는 Mirelle를 4000만 달러에 안 산다."),
    "th": ("Tokka ไม่ซื้อ Mirelle มูลค่า 40 ล้านดอลลาร์", "Tokka จะไม่ซื้อ Mirelle ด้วยมูลค่า 40 ล้านดอลลาร์"),
}  # fmt: skip
GIVEN_UP: dict[Language, tuple[str, ...]] = {
    "en": tuple(
        f"Tokka {verb} $40 million {rest}" for verb, rest in (
            ("scraps", "purchase of Mirelle"), ("drops", "bid for Mirelle"), ("calls off", "purchase of Mirelle"), ("shelves", "takeover of Mirelle"),
            ("rules out", "purchase of Mirelle"), ("walks away from", "Mirelle purchase"), ("abandoned its", "purchase of Mirelle."), ("halts", "Mirelle deal"), ("rejects", "purchase of Mirelle"),
        )
    ),
    "ja": tuple(f"Tokka、4000万ドルのMirelle買収{verb}" for verb in ("を見送り", "を断念", "を取りやめ", "を中止", "を撤回", "は白紙に", "を断念した。", "を否定")),
    "zh-Hant": tuple(f"Tokka{verb}以4000萬美元收購Mirelle" for verb in ("放棄", "取消", "擱置", "叫停", "暫緩", "不再考慮", "否認")),
    "zh-Hans": tuple(f"Tokka{verb}以4000万美元收购Mirelle" for verb in ("放弃", "取消", "搁置", "叫停", "暂缓", "不再考虑")),
    "ko": tuple(f"Tokka, Mirelle 4000만 달러 인수 {verb}" for verb in ("보류", "무산", "철회", "포기", "백지화", "중단", "거절", "계획을 철회했다.")),
    "th": tuple(f"Tokka {verb}ซื้อ Mirelle มูลค่า 40 ล้านดอลลาร์" for verb in ("ยกเลิกการ", "ระงับการ", "ล้มเลิกการ", "พับแผน", "ยุติการ", "ปฏิเสธการ")),
}  # fmt: skip
UNDONE = {language: NOT_DONE[language] + GIVEN_UP[language] for language in LANGUAGES}


def standing(
    told: str, language: Language, said: str, spoken: Language, *, quote: str = "", text: str = ""
) -> Standing:
    """Of a telling over a title, or over `text` that holds the quote."""
    shown = Material("A1", "https://x.example/1", "Tide", said, text, spoken, date(2026, 7, 17))
    return judge(Claim(told, (Support("A1", quote or said),)), {"A1": shown}, language).standing


@pytest.mark.parametrize("spoken", LANGUAGES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_given_up_is_not_told_as_done_nor_the_other_way_round(language: Language, spoken: Language) -> None:
    """Refused, asked about, or beside the original with a mark: words never tell it outright."""
    for yes in DONE[language]:
        assert [no for no in UNDONE[spoken] if standing(yes, language, no, spoken) == "good"] == []
    for yes in DONE[spoken]:
        assert [no for no in UNDONE[language] if standing(no, language, yes, spoken) == "good"] == []


@pytest.mark.parametrize("spoken", LANGUAGES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_told_as_its_source_says_it_keeps_its_polarity(language: Language, spoken: Language) -> None:
    """ "Will not" for "will not", "calls off" for "gives up"; the one for the other is not refused either."""
    for these in (DONE, NOT_DONE):
        assert {polarity(one, language, other, spoken) for one in these[language] for other in these[spoken]} == {
            "same"
        }
    crossed = [(one, other) for one in UNDONE[language] for other in UNDONE[spoken]]
    assert [pair for pair in crossed if polarity(pair[0], language, pair[1], spoken) == "turned"] == []


@pytest.mark.parametrize(
    ("said", "spoken", "quote"),
    [
        ("Tokka、4000万ドルのMirelle買収を見送り", "ja", "4000万ドルのMirelle買収"),
        ("Tokka, Mirelle 4000만 달러에 인수하지 않기로", "ko", "Tokka, Mirelle 4000만 달러에 인수"),
        ("Tokka scraps $40 million purchase of Mirelle", "en", "$40 million purchase of Mirelle"),
    ],
)
def test_a_quote_does_not_leave_out_the_not(said: str, spoken: Language, quote: str) -> None:
    """Of a title or of a sentence, at whichever end it stands."""
    for language in LANGUAGES:
        assert standing(DONE[language][0], language, said, spoken, quote=quote) != "good"
        text = f"{said}."
        assert standing(DONE[language][1], language, "", spoken, quote=quote, text=text) != "good"


@pytest.mark.parametrize(
    ("told", "language", "said"),
    [
        ("Tokka、まず12カ国で提供開始", "ja", "Tokka launches first in 12 countries"),
        ("Tokka必ず成長、社長が語る", "ja", "Tokka is sure to grow, its president says"),
        ("Tokka不仅推出手机，还不断扩大业务", "zh-Hans", "Tokka launches a phone and keeps expanding"),
        ("Tokka在不來梅開設實驗室", "zh-Hant", "Tokka opens a lab in Bremen"),
        ("Tokka 1년 안에 로봇 출시", "ko", "Tokka to launch a robot within a year"),
        ("Tokka แสดงหุ่นยนต์ที่กระทรวงยุติธรรม", "th", "Tokka shows a robot at the justice ministry"),
        ("Tokka、店頭に並ぶ", "ja", "Tokka hits store shelves"),
        ("Tokka股價下跌3%", "zh-Hant", "Tokka stock drops 3%"),
    ],
)
def test_words_that_only_look_like_a_not_turn_nothing(told: str, language: Language, said: str) -> None:
    """まず is "first", แสดง is "to show", a stock that drops is not given up."""
    assert polarity(told, language, said, "en") == "same"
