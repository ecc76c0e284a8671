"""What a source denies, gives up or only plans is not told as a fact, whatever part of its sentence was quoted."""

from datetime import date

import pytest

from news.languages import Language
from summariser.checking.claims import judge
from summariser.checking.framing import BEHIND, is_one_clause, unframed
from summariser.checking.prompting import Material
from summariser.checking.replies import Claim, Support

DENIED: dict[Language, str] = {
    "en": "A spokesperson denied reports that Microsoft will acquire Anthropic for $40 billion.",
    "ja": "マイクロソフトはアンソロピックを400億ドルで買収するとの報道を否定した。",
    "zh-Hant": "微軟否認將以400億美元收購Anthropic的報導。",
    "zh-Hans": "微软否认将以400亿美元收购Anthropic的报道。",
    "ko": "마이크로소프트는 앤트로픽을 400억 달러에 인수한다는 보도를 부인했다.",
    "th": "ไมโครซอฟท์ปฏิเสธรายงานว่าจะซื้อ Anthropic ด้วยมูลค่า 4 หมื่นล้านดอลลาร์",
}
TOLD: dict[Language, str] = {
    "en": "Microsoft will acquire Anthropic for $40 billion.",
    "ja": "マイクロソフトはアンソロピックを400億ドルで買収する。",
    "zh-Hant": "微軟將以400億美元收購Anthropic。",
    "zh-Hans": "微软将以400亿美元收购Anthropic。",
    "ko": "마이크로소프트는 앤트로픽을 400억 달러에 인수한다.",
    "th": "ไมโครซอฟท์จะซื้อ Anthropic ด้วยมูลค่า 4 หมื่นล้านดอลลาร์",
}


@pytest.mark.parametrize("language", TOLD)
def test_a_quote_cut_out_of_a_denial_is_no_evidence(language: Language) -> None:
    """The whole sentence around the quote is read, in one language and across two."""
    text = DENIED["en"]
    shown = Material("A1", "https://x.example/1", "Tide", "A purchase", text, "en", date(2026, 7, 17))
    claim = Claim(TOLD[language], (Support("A1", "Microsoft will acquire Anthropic for $40 billion"),))
    found = judge(claim, {"A1": shown}, language)
    assert (found.standing, found.faults) == ("bad", ("denial dropped",))


@pytest.mark.parametrize("spoken", DENIED)
@pytest.mark.parametrize("language", TOLD)
def test_a_denial_is_seen_from_any_language_into_any(spoken: Language, language: Language) -> None:
    """And where the telling tells it too, nothing is missing."""
    assert list(unframed(TOLD[language], language, [(DENIED[spoken], spoken)])) == ["denial dropped"]
    assert list(unframed(DENIED[language], language, [(DENIED[spoken], spoken)])) == []
    assert list(unframed(TOLD[language], language, [(TOLD[spoken], spoken)])) == []


@pytest.mark.parametrize(
    ("said", "told", "missing"),
    [
        ("It is not true that OpenAI fired Sam Altman.", "OpenAI fired Sam Altman.", ["denial dropped"]),
        ("Apple ruled out a price cut for Siri.", "Apple will cut the price of Siri.", ["denial dropped"]),
        ("Meta dropped plans to buy Rivos.", "Meta plans to buy Rivos.", ["denial dropped"]),
        ("Meta rejected claims that Llama copied books.", "Llama copied books.", ["denial dropped"]),
        ("Amazon refused to pay Perplexity.", "Amazon will pay Perplexity.", ["denial dropped"]),
        ("Meta rejected claims that Llama copied books.", "Meta said it was false that Llama copied books.", []),
        ("Meta dropped plans to buy Rivos.", "Meta will not buy Rivos.", []),
        ("Nvidia dropped 3% and Intel cancelled a meeting.", "Nvidia shares fell 3%.", []),
        ("Google plans to invest $4 billion.", "Google will invest $4 billion.", ["plan told as done"]),
        ("Amazon may cut 14,000 jobs.", "Amazon is cutting 14,000 jobs.", ["plan told as done"]),
        ("Amazon may cut 14,000 jobs.", "Amazon could cut 14,000 jobs.", []),
        ("A court will decide by May whether Epic may return.", "A ruling on the return of Epic is due by May.", []),
        ("Nvidia raised $2 billion and may open a site.", "Nvidia raised $2 billion.", []),
        ("If approved, the law would ban bots.", "The law would ban bots.", ["condition dropped"]),
        ("If approved, the law would ban bots.", "The law would ban bots once it passes.", []),
        ("If the deal closes, Uber will double its reach.", "Uber will double its reach.", ["condition dropped"]),
        (
            "Apple refuted a claim that Siri records users without consent.",
            "Siri records users without consent.",
            ["denial dropped"],
        ),
        ("States are trying to block the merger.", "States have blocked the merger.", ["plan told as done"]),
        ("Applicants will receive $50.", "Applicants have received $50.", ["plan told as done"]),
        ("Its first device is set to be a speaker.", "Its first device is a speaker.", ["plan told as done"]),
        ("She was reportedly fired in May.", "She was fired in May.", ["rumour told as fact"]),
        ("She was reportedly fired in May.", "She was fired in May, it is reported.", []),
        ("Meta has released Llama.", "Meta plans to release Llama.", ["done told as plan"]),
        ("She added that it would hire 300 people.", "It will hire 300 people, she said.", []),
        ("It would hire 300 people.", "It will hire 300 people.", ["plan told as done"]),
        ("She added that it would hire 300 people.", "She added that it hired 300 people.", ["plan told as done"]),
        ("He has not ruled out a listing in 2027.", "A listing in 2027 is possible, he says.", []),
        ("He has not ruled out a listing in 2027.", "It is listed in 2027.", ["plan told as done"]),
        ("He has been ruled out of the final.", "He misses the final.", []),
    ],
)
def test_in_english_the_verb_says_what_the_frame_is_about(said: str, told: str, missing: list[str]) -> None:
    """What stands beside a plan may be told outright; another word for the same frame will do."""
    assert list(unframed(told, "en", [(said, "en")])) == missing


@pytest.mark.parametrize(
    ("said", "spoken", "told", "language"),
    [
        ("Google plans to invest $4 billion.", "en", "グーグルは40億ドルを投資した。", "ja"),
        ("グーグルは40億ドルの投資を検討している。", "ja", "Google has invested $4 billion.", "en"),
        ("구글은 40억 달러 투자를 검토하고 있다.", "ko", "谷歌已投資40億美元。", "zh-Hant"),
        ("กูเกิลอาจลงทุน 4 พันล้านดอลลาร์", "th", "Google invested $4 billion.", "en"),
    ],
)
def test_across_languages_a_plan_is_told_as_one(said: str, spoken: Language, told: str, language: Language) -> None:
    """Done is not planned."""
    assert list(unframed(told, language, [(said, spoken)])) == ["plan told as done"]


@pytest.mark.parametrize(
    ("said", "behind", "spoken", "told", "language", "missing"),
    [
        ("A paper wrote that Apple will buy Arm.", "Apple called the report false.", "en", "Apple will buy Arm.", "en", True),
        ("A paper wrote that Apple will buy Arm.", "Apple called the report false.", "en", "アップルはArmを買収する。", "ja", True),
        ("애플이 Arm을 인수한다.", "애플은 이 보도를 부인했다.", "ko", "Apple will buy Arm.", "en", True),
        ("A paper wrote that Apple will buy Arm.", "Apple called the report false.", "en", "Apple will buy Arm, a paper wrote.", "en", False),
        ("A paper wrote that Apple will buy Arm.", "Google denied a report on its own plans.", "en", "Apple will buy Arm.", "en", False),
    ],
)  # fmt: skip
def test_a_denial_right_behind_the_quote_is_part_of_it(
    said: str, behind: str, spoken: Language, told: str, language: Language, missing: bool
) -> None:
    """When it speaks of what was quoted, and the telling does not say whose word it is."""
    found = list(unframed(told, language, [(said, spoken)], [(behind, spoken)]))
    assert (BEHIND in found) is missing


@pytest.mark.parametrize(
    ("said", "spoken", "told", "language", "missing"),
    [
        ("Amazon refused to pay Perplexity.", "en", "アマゾンはPerplexityに支払った。", "ja", "denial dropped"),
        ("アマゾンは支払いを拒否した。", "ja", "Amazon paid.", "en", "denial dropped"),
        ("据传谷歌训练了模型。", "zh-Hans", "Google trained the model.", "en", "rumour told as fact"),
        ("구글이 학습시켰다는 의혹이 있다.", "ko", "グーグルは学習させた。", "ja", "rumour told as fact"),
        ("If regulators agree, Apple will buy Arm.", "en", "애플은 Arm을 인수한다.", "ko", "condition dropped"),
        ("หากหน่วยงานเห็นชอบ แอปเปิลจะซื้อ Arm", "th", "Apple will buy Arm.", "en", "condition dropped"),
    ],
)
def test_a_refusal_a_rumour_and_a_condition_cross_languages(
    said: str, spoken: Language, told: str, language: Language, missing: str
) -> None:
    """By their form in each."""
    assert list(unframed(told, language, [(said, spoken)])) == [missing]


def test_a_frame_of_another_clause_is_a_question() -> None:
    """Of one clause all that can be told is framed; of several the one that is told may not be."""
    assert is_one_clause("Amazon may cut 14,000 jobs.")
    said = "Lucid confirmed that it had hired AlixPartners, but denied that it had asked for advice."
    assert not is_one_clause(said)
    shown = Material("A1", "https://x.example/1", "Tide", "A day", said, "en", date(2026, 7, 17))
    told = Claim("Lucid has hired AlixPartners, it confirmed.", (Support("A1", said),))
    assert judge(told, {"A1": shown}, "en").standing == "grey"
