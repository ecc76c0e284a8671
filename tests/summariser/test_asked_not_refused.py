"""An honest telling in other words is asked about, not refused; its false twin is refused."""

from datetime import date

import pytest

from news.languages import Language
from summariser.checking.claims import judge
from summariser.checking.prompting import Material
from summariser.checking.replies import Claim, Support

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
         "Teslaはロボットを訓練する施設をAustinに開設する。"),
        ("ja", "en", "Agility Robotics is opening a site in Fremont, which went awry on Monday.",
         "Agility RoboticsのFremontの拠点は月曜日、うまくいかず混乱した。", "Agility RoboticsのFremontの拠点は火曜日、うまくいかず混乱した。"),
        ("zh-Hant", "en", "Kimi is a free model that the Chinese company Moonshot launched last week.",
         "中國公司月之暗面上週推出免費模型Kimi。", "中國公司阿里巴巴上週推出免費模型Kimi。"),
        ("ja", "zh-Hans", "华为表示，其成本不到英伟达的1/3。", "ファーウェイは、コストがNVIDIAの3分の1未満だと述べた。",
         "ファーウェイは、コストがNVIDIAの3分の1を超えると述べた。"),
        ("en", "en", "Nvidia is now worth $5.2 trillion, more than two Amazons.", "Nvidia is worth over twice as much as Amazon.",
         "Nvidia is worth over three times as much as Amazon."),
        ("en", "en", "In a May paper, researchers named 420 apps and tested 155 to see if they could be used.",
         "Researchers named 420 apps and tested 155 of them, says a paper of May.", "Researchers named 420 apps and tested 155 of them, says a paper of June."),
        ("zh-Hant", "en", "So what about Russia, which made the world’s first orbital launch nearly seven decades ago?",
         "俄羅斯在近70年前完成了全球首次軌道發射。", "俄羅斯在近60年前完成了全球首次軌道發射。"),
        ("ko", "en", "A boy from Texas ran a 100-meter dash in 9.92 seconds, just a tenth of a second off the record.",
         "텍사스의 소년이 100m를 9.92초에 달려 기록에 0.1초 모자랐다.", "텍사스의 소년이 100m를 9.92초에 달려 기록에 0.2초 모자랐다."),
        ("zh-Hans", "en", "Nvidia CEO Jensen Huang was in Japan announcing a partnership with Japanese firms.",
         "Nvidia首席执行官黄仁勋在日本宣布与日本公司合作。", "本公司与Nvidia首席执行官黄仁勋在日本宣布合作。"),
        ("en", "en", LEASES, "It lasts up to two years for iPhones and up to three for Macs, Bloomberg writes.",
         "It lasts up to two years for iPhones and up to five for Macs, Bloomberg writes."),
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
         "最新の扇風機の名前は「The Fan」ではなくNatureWind Studioだ。", "最新の扇風機の名前は「The Fan」ではなくNatureWind Towerだ。"),
        ("en", "ko", "블룸버그통신에 따르면 메타·MS·아마존은 데이터센터를 짓고 있다.",
         "Meta, Microsoft and Amazon are building data centers, Bloomberg reports.",
         "Meta, Oracle and Amazon are building data centers, Bloomberg reports."),
        ("en", "en", "The U.S. government is considering a ban on K3, Axios reports.",
         "A ban on K3 is being considered in Washington, Axios reports.", "A ban on K3 is being considered in London, Axios reports."),
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


@pytest.mark.parametrize(
    ("language", "before", "said", "behind"),
    [
        ("en", "This is satire.", "OpenAI bought the moon for $4 billion on Friday.", ""),
        ("en", "In a parody video, Altman plays a villain.", "He resigns as chief executive of OpenAI and moves to Mars.", ""),
        ("en", "In a film by two students, a lab loses its way.", "Its model deletes the database of a hospital in Ohio.", ""),
        ("en", "The post below was never meant to be read.", "OpenAI bought the moon for $4 billion on Friday.", ""),
        ("en", "Readers sent us this one.", "OpenAI bought the moon for $4 billion on Friday.", "April Fools!"),
        ("ja", "これは風刺記事である。", "アルトマン氏はOpenAIのCEOを辞任する。", ""),
        ("zh-Hans", "以下是一段恶搞视频的内容。", "奥特曼辞去OpenAI首席执行官职务。", ""),
        ("zh-Hant", "今天是愚人節。", "奧特曼辭去OpenAI執行長職務。", ""),
        ("ko", "다음은 패러디 영상의 내용이다.", "샘 올트먼은 오픈AI 대표직에서 물러난다.", ""),
        ("th", "ต่อไปนี้เป็นเรื่องแต่ง", "แซม อัลต์แมน ลาออกจากตำแหน่งซีอีโอของ OpenAI", ""),
    ],
)  # fmt: skip
def test_a_frame_in_the_sentence_before_is_never_left_out_unasked(
    language: Language, before: str, said: str, behind: str
) -> None:
    """Word for word as its source has it, and told in a plain article; with a joke's or a tale's frame beside it another look is taken."""

    def told(*lines: str) -> str:
        shown = Material("A1", "https://wire.example/1", "Wire", "A day", "\n".join(lines), language, date(2026, 7, 17))
        return judge(Claim(said, (Support("A1", said),)), {"A1": shown}, language).standing

    assert told("OpenAI met the press." if language == "en" else "OpenAI", said) == "good"
    assert told(before, said, behind) == "grey"
