"""What a translation may have put in each other's place."""

import pytest

from news.languages import Language
from summariser.checking.crossing import cross
from summariser.words.quantities import quantities

LAUNCH = "The Lisbon lab Norvane Labs announced Tarvo T4 this morning, which it calls its most capable model so far."
PRICE = "Tarvo T4 costs $3/million input tokens and $15/million output tokens."
BENCH = "T4 grew its lead by beating Corvin 2, while losing out to Halden 5 and Mirova 3."
NAME = "We are renaming Tarvo Notes to Norvane Pages."
USERS = "More than 40 million people and over 700,000 organizations use Tarvo."
EFFECT = "Of those asked, 52% believe that Tarvo has a negative impact on the trade."
TOOLS = "Norvane has built similar tools with Tarvo."

TRUE: list[tuple[Language, str, str]] = [
    ("ja", "Norvane LabsがTarvo T4を発表", LAUNCH),
    ("ko", "Norvane Labs가 Tarvo T4를 발표", LAUNCH),
    ("ja", "Tarvo T4の価格は入力が3ドル/100万トークン、出力が15ドル/100万トークンだ。", PRICE),
    ("zh-Hans", "Tarvo T4每100万输入词元3美元，每100万输出词元15美元。", PRICE),
    ("ja", "T4はCorvin 2をおおむね上回る一方、Halden 5とMirova 3には及ばない。", BENCH),
    ("zh-Hans", "T4胜过Corvin 2，但不及Halden 5和Mirova 3。", BENCH),
    ("ja", "Tarvo NotesはNorvane Pagesに名称が変わる。", NAME),
    ("ja", "70万以上の組織と4000万人以上がTarvoを利用している。", USERS),
    ("ko", "4천만 명 이상과 70만 개 이상의 조직이 Tarvo를 이용한다.", USERS),
    ("th", "ผู้คนกว่า 40 ล้านคนและองค์กรกว่า 700,000 แห่งใช้ Tarvo", USERS),
    ("ja", "52%がTarvoは業界に悪影響を及ぼすとみている。", EFFECT),
]
FALSE: list[tuple[Language, str, str, str]] = [
    ("ja", "Norvane PagesをTarvo Notesに改名する。", NAME, ""),
    ("zh-Hans", "Norvane Pages更名为Tarvo Notes。", NAME, ""),
    ("ja", "4000万以上の組織と70万人以上の人々がTarvoを利用している。", USERS, "number 40000000 and 700000"),
    ("ko", "4천만 개 이상의 조직과 70만 명 이상이 Tarvo를 이용한다.", USERS, "number"),
    ("zh-Hans", "超过4000万家组织和70万人使用Tarvo。", USERS, "number"),
    ("th", "องค์กรกว่า 40 ล้านแห่งและผู้คนกว่า 700,000 คนใช้ Tarvo", USERS, "number"),
    ("ja", "52%がTarvoは業界に良い影響を及ぼすとみている。", EFFECT, "opposite"),
    ("ko", "52%가 Tarvo가 업계에 긍정적인 영향을 준다고 본다.", EFFECT, "opposite"),
    ("zh-Hant", "52%的人認為Tarvo對行業有正面影響。", EFFECT, "opposite"),
    ("th", "52% เชื่อว่า Tarvo ส่งผลดีต่อวงการ", EFFECT, "opposite"),
]


@pytest.mark.parametrize(("language", "told", "quote"), TRUE)
def test_an_honest_translation_is_not_refused(language: Language, told: str, quote: str) -> None:
    assert cross(told, language, quote, "en").faults == ()


@pytest.mark.parametrize(("language", "told", "quote", "fault"), FALSE)
def test_what_is_exchanged_is_refused(language: Language, told: str, quote: str, fault: str) -> None:
    """Old and new name, the numbers of two sorts, good and bad."""
    found = cross(told, language, quote, "en").faults
    assert found
    assert any(fault in one for one in found)


def test_what_words_cannot_settle_is_asked_about() -> None:
    """A contrast told with a "not", other parts among several names, another deed, a number whose noun is not told."""
    assert cross(TRUE[4][1], "ja", BENCH, "en").doubts == ("polarity",)
    assert "tarvo/norvane" in cross("Tarvo T4がNorvane Labsを発表", "ja", LAUNCH, "en").doubts
    assert "norvane/tarvo" in cross("Norvane PagesはTarvo Notesに名称が変わる。", "ja", NAME, "en").doubts
    assert "opposite" in cross("Norvaneは類似のツールをTarvoから購入した。", "ja", TOOLS, "en").doubts
    assert cross("4000万人以上と70万以上がTarvoを利用している。", "ja", USERS, "en").doubts == (
        "number 40000000 and 700000",
    )


def test_beating_is_not_losing() -> None:
    """What falls short in one only, or is said not to, stays turned: of several clauses that is a doubt, of one it is sure."""
    told = "T4はCorvin 2とHalden 5とMirova 3に劣らない。"
    assert "negation or direction" in cross(told, "ja", BENCH, "en").doubts
    one = "T4 loses to Corvin 2."
    assert "negation or direction" in cross("T4はCorvin 2に劣らない。", "ja", one, "en").faults


@pytest.mark.parametrize(
    "text",
    [
        "$3/million tokens",
        "$3 per million",
        "for every million",
        "$3/M input tokens",
        "每百万词元",
        "백만 토큰당",
        "百万トークン",
    ],
)
def test_a_unit_without_a_digit_is_a_number(text: str) -> None:
    assert "1000000" in quantities(text).worded


def test_the_digit_of_a_name_counts_nothing() -> None:
    """ "It" in the quote is what the title names; another model's digit is none of the title's."""
    quote, title = "It is now available via the website of Norvane for $3.", "Norvane opens T4"
    assert cross("T4はNorvaneのサイトで3ドルで利用できる。", "ja", quote, "en", context=title).faults == ()
    assert "number 5" in cross("T5はNorvaneのサイトで3ドルで利用できる。", "ja", quote, "en", context=title).faults
