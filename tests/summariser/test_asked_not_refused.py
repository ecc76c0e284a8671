"""An honest telling in other words is asked about, not refused; its false twin is refused."""

from datetime import date

import pytest

from news.languages import Language
from summariser.claims import judge
from summariser.prompting import Material
from summariser.replies import Claim, Support

OPENS = (
    "Agility Robotics is opening a facility to train its robots in Fremont, just up the highway from the factory where "
    "Tesla is expected to start making robots."
)
LEASES = "Bloomberg writes that the lease term for iPhones will be up to 24 months, while leases for Macs will be up to 36 months."
CHIPS = "The U.S. chip giant is expected to report record results on Wednesday."


def standing(told: str, language: Language, quote: str, spoken: Language) -> str:
    """By an article that names Nvidia."""
    text = f"{quote}\n{'Nvidia fell on Monday.' if spoken == 'en' else ''}"
    shown = Material("A1", "https://wire.example/1", "Wire", "A day in technology", text, spoken, date(2026, 7, 17))
    return judge(Claim(told, (Support("A1", quote),)), {"A1": shown}, language).standing


@pytest.mark.parametrize(
    ("language", "spoken", "quote", "true", "false"),
    [
        ("en", "en", "The chip maker is now worth $5 trillion, more than double Amazon's valuation.",
         "The chip maker is worth over twice what Amazon is worth.", "The chip maker is worth half of what Amazon is worth."),
        ("en", "en", "Nvidia is worth $5.2 trillion and Amazon $2.3 trillion.",
         "Nvidia is worth over twice what Amazon is worth.", "Nvidia is worth over three times what Amazon is worth."),
        ("en", "en", CHIPS, "Nvidia is expected to report record results on Wednesday.",
         "Zephyra is expected to report record results on Wednesday."),
        ("ja", "en", OPENS, "Agility Roboticsはロボットを訓練する施設をFremontに開設する。",
         "Agility Roboticsはロボットを訓練する施設をFremontに開設した。"),
        ("ja", "en", "Agility Robotics is opening a site in Fremont, which went awry on Monday.",
         "Agility RoboticsのFremontの拠点は月曜日、うまくいかず混乱した。", "Agility RoboticsのFremontの拠点は火曜日、うまくいかず混乱した。"),
        ("ja", "zh-Hans", "华为表示，其成本不到英伟达的1/3。", "ファーウェイは、コストがNVIDIAの3分の1未満だと述べた。",
         "ファーウェイは、コストがNVIDIAの3分の1を超えると述べた。"),
        ("en", "en", "Nvidia is now worth $5.2 trillion, more than two Amazons.", "Nvidia is worth over twice as much as Amazon.",
         "Nvidia is worth over three times as much as Amazon."),
        ("en", "en", LEASES, "Leases last up to two years for iPhones and up to three for Macs, Bloomberg writes.",
         "Leases last up to two years for iPhones and up to five for Macs, Bloomberg writes."),
        ("ja", "en", LEASES, "Bloombergによると、リース期間はiPhoneが最長2年、Macが最長3年となる。",
         "Bloombergによると、リース期間はiPhoneが最長2年、Macが最長4年となる。"),
        ("en", "th", "รอบนี้ของ Poolside ระดมทุน $3.5 พันล้าน สูงกว่าเป้าเดิม $1–2 พันล้าน",
         "Poolside raised $3.5 billion, above its target of $1 billion to $2 billion.",
         "Poolside raised $3.5 billion, above its target of $1 billion to $3 billion."),
        ("en", "th", "Bloomberg รายงานเมื่อ 28 ก.ค. ว่า staff กว่า 1,100 คน", "More than 1,100 staff were meant, Bloomberg reported on July 28.",
         "More than 1,100 staff were meant, Bloomberg reported on June 28."),
        ("en", "en", "The phone targets affluent buyers, particularly chief executives in the United States.",
         "The phone is for rich buyers such as CEOs in the U.S.", "The phone is for rich buyers such as CFOs in the U.S."),
        ("en", "ja", "KDDIの調査によれば、不正アクセスはQualitiaの欠陥を悪用したものだった。",
         "KDDI found that the unauthorized access exploited a flaw of Qualitia.", "KDDI found that the unauthorized access exploited a flaw of Fortinet."),
        ("ja", "en", "Its latest fan is not called “The Fan” but rather the NatureWind Studio.",
         "最新の扇風機の名前は「The Fan」ではなくNatureWind Studioだ。", "最新の扇風機の名前は「The Fan」でNatureWind Studioだ。"),
        ("en", "ko", "블룸버그통신에 따르면 메타·MS·아마존은 데이터센터를 짓고 있다.",
         "Meta, Microsoft and Amazon are building data centers, Bloomberg reports.",
         "Meta, Oracle and Amazon are building data centers, Bloomberg reports."),
        ("en", "en", "The U.S. government is considering banning K3 and other Chinese models, Axios reports.",
         "K3 and other Chinese models may be banned by Washington, Axios reports.", "K3 and other Chinese models may be banned by London, Axios reports."),
    ],
)  # fmt: skip
def test_honest_words_are_asked_about(language: Language, spoken: Language, quote: str, true: str, false: str) -> None:
    """A double by another word, "the chip giant" by its name, a Japanese future, a "not" for what went awry, a bound."""
    assert standing(true, language, quote, spoken) in ("grey", "unchecked", "good")
    assert standing(false, language, quote, spoken) == "bad"


def test_said_by_is_no_deed() -> None:
    """ "Is said by X to" is hearsay, not the passive of what is done to whom."""
    quote = "OpenAI researcher Miles Wang is in talks to launch a startup, US media report."
    told = "Miles Wang, an OpenAI researcher, is said by US media to be in talks to launch a startup."
    assert standing(told, "en", quote, "en") == "grey"
