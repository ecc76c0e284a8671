"""AI news is kept, the rest of a general stream is not, and every verdict says why."""

import pytest

from summariser.reading.relevance import about_ai, judge
from tests.summariser.pieces import source

NEWS = [
    "Brightloom releases an open-weight language model with a million-token context",
    "OpenAI cuts the price of its smallest model by half",
    "Court lets authors’ lawsuit over AI training data go ahead",
    "英伟达发布新一代推理芯片，面向大模型数据中心",
    "輝達與台廠合作打造 AI 伺服器",
    "生成AIの著作権、文化庁が指針案",
    "오픈AI, 새 추론 모델 공개",
    "OpenAI เปิดตัวโมเดลภาษาใหม่",
    "Humanoid robots start work in a Busan shipyard with a new foundation model",
]
OTHER = [
    "Best robot vacuum deals this weekend: save $200",
    "Your weekly horoscope: what the stars say",
    "Wordle hints and answer for today",
    "The city council votes on a new bus lane",
    "高校野球、決勝は延長戦",
    "春アニメの新着見放題をまとめて紹介",
    "프로야구 개막전 매진",
    "新款轿车上市，售价 11.59 万元起",
    "ดูดวงประจำวัน",
    "AIG女子オープン、最終日に逆転",
]


@pytest.mark.parametrize("title", NEWS)
def test_ai_news_is_kept_in_six_languages(title: str) -> None:
    """A title alone is enough."""
    assert judge(title, "").is_ai


@pytest.mark.parametrize("title", OTHER)
def test_the_rest_of_the_stream_is_dropped(title: str) -> None:
    """Deals, horoscopes, games, sports and gadgets are no AI news."""
    assert not judge(title, "").is_ai


def test_ai_as_decoration_weighs_little() -> None:
    """A mouse with an "AI" sticker is a mouse."""
    assert judge("AI 鼠标新配色，339 元起，限时优惠", "").score < judge("AI 鼠标", "").score
    assert not judge("AI 鼠标新配色，339 元起，限时优惠", "").is_ai


def test_the_text_can_speak_for_a_silent_title() -> None:
    """A title that says nothing is judged by what the lead says."""
    lead = "The start-up trains large language models; its newest LLM beats ChatGPT and Claude on reasoning benchmarks."
    assert not judge("Brightloom has news", "").is_ai
    assert judge("Brightloom has news", lead).is_ai


def test_a_source_about_ai_gets_the_benefit_of_the_doubt() -> None:
    """What a laboratory's own feed says counts as AI sooner than the same words elsewhere."""
    title = "Introducing a benchmark for research"
    specialist, general = source("Lumen", topics=("ai",)), source("Lumen")
    assert judge(title, "", specialist).score > judge(title, "", general).score


def test_a_source_is_known_by_its_name_or_its_topics() -> None:
    """Catalogue topics decide where there are any."""
    assert about_ai(source("TechPaper AI"))
    assert not about_ai(source("Maidstone Gazette"))
    assert not about_ai(source("Gadget AI", topics=("gadgets", "ai")))


def test_the_reasons_name_the_terms_with_their_sign() -> None:
    """Strongest first, pluses and minuses."""
    reasons = judge("OpenAI chatbot in a robot vacuum deal", "").reasons
    assert reasons[0] == "+ openai"
    assert any(reason.startswith("− ") for reason in reasons)


def test_traditional_and_full_width_forms_are_the_same_words() -> None:
    """Folding makes 輝達 and ＡＩ what 辉达 and AI are."""
    assert judge("人工智慧與大型語言模型", "").score == judge("人工智慧与大型语言模型", "").score
    assert judge("ＡＩ", "").score == judge("AI", "").score


def test_score_and_verdict_agree() -> None:
    """The score is a probability, the verdict its upper half."""
    for title in (*NEWS, *OTHER):
        found = judge(title, "")
        assert 0.0 <= found.score <= 1.0
        assert found.is_ai == (found.score >= 0.5)
        assert (found.weight > 0) == (found.score > 0.5)


def test_an_empty_piece_is_no_ai_news() -> None:
    """Nothing said is nothing kept."""
    assert not judge("", "").is_ai
