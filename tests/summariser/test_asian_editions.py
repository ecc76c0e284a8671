"""What Japanese, Korean, Thai and Chinese pages need to be told well. Companies and events are invented."""

import pytest

from news.languages import Language
from news.model import Story
from news.reading import cut
from news.text import sentences
from summariser.reading.fitness import fault
from summariser.reading.formats import format_of
from summariser.reading.headlines import headline, tidy
from summariser.reading.material import candidates
from summariser.reading.stakes import stakes_of
from summariser.stories.repeats import say_the_same
from summariser.telling.extractive import tell
from summariser.words.roles import strengths
from tests.summariser.pieces import NOON, article


@pytest.mark.parametrize(
    ("title", "language", "expected"),
    [
        ("価格破壊が進む中国AI、米国型を揺さぶる二つの生態系【AI事件簿】Nimbusなどが競う混戦", "ja", "価格破壊が進む中国AI、米国型を揺さぶる二つの生態系"),
        ("生成AIで偽動画容易に SNS投稿、精巧さに警鐘11:32有料#スペシャル", "ja", "生成AIで偽動画容易に SNS投稿、精巧さに警鐘"),
        ("Nimbus-V4を試す、速度は従来の二倍 - 山田のHatena", "ja", "Nimbus-V4を試す、速度は従来の二倍"),
        ("Fjord Cloud、AIが自律的にコードの脆弱性検出から隔離環境でのリスク検証、修正までを自動実行する機能を準備。「CodeNimbus」をプレビュー公開", "ja", "Fjord Cloud、AIが自律的にコードの脆弱性検出から隔離環境でのリスク検証、修正までを自動実行する機能を準備。「CodeNimbus」をプレビュー公開"),
        ("Nimbus、新しいロボット向けAI「Nimbus Robotics 2」をリリース ―人型ロボットが高度な全身制御、繊細な器用さ、複数台の共同作業を実現", "ja", "Nimbus、新しいロボット向けAI「Nimbus Robotics 2」をリリース"),
    ],
)  # fmt: skip
def test_a_headline_is_without_series_pay_sign_site_and_subtitle(title: str, language: Language, expected: str) -> None:
    assert tidy(title, ["はてなブックマーク - IT（人気）"], language) == expected


def test_a_long_japanese_title_is_cut_between_phrases() -> None:
    """Not "ターナス新…" of a word with six letters."""
    told = cut("覇権争い元幹部を通じた製造ノウハウ流出の疑惑とターナス新社長への時間稼ぎ", 28, "ja")
    assert told == "覇権争い元幹部を通じた製造ノウハウ流出の疑惑と…"


def test_a_mark_inside_a_name_ends_no_sentence() -> None:
    assert sentences("MadeByYou!はこの不安に応える。すごい！のちに見た。", "ja") == [
        "MadeByYou!はこの不安に応える。",
        "すごい！",
        "のちに見た。",
    ]


@pytest.mark.parametrize(
    ("title", "form"),
    [
        ("[게시판] 님버스, 'AI 계산대' 고도화 등 단신", "roundup"),
        ("日経平均、一時1900円下落 AI関連株売られる", "roundup"),
        ("[포토] 국가 AI센터 착공식", "promo"),
        ("AI 로봇 바라보는 김철수 부총리", "promo"),
        ("経済透視図(158)電話応答領域でのAI実装", "opinion"),
        ("神風観察》AI界竊取風暴", "opinion"),
        ("「経理DX」7月28日(火)開催", "promo"),
        ("【實體】8/21 2026科技高峰論壇 從量子到AI", "promo"),
        ("国家 연구인프라 사이버공격, AI가 방어", "news"),
        ("Nimbusのセールスフォース対応AI", "news"),
        ("Nimbus strikes deal with Fjord for chips", "news"),
    ],
)
def test_what_kind_of_piece_a_title_announces(title: str, form: str) -> None:
    assert format_of(title) == form


def test_a_company_s_everyday_notice_is_light() -> None:
    """So that forty papers that print one notice do not outweigh a new model."""
    assert "feature" in stakes_of("님버스은행, 'AI 점검 에이전트' 도입")
    assert "feature" in stakes_of("산들시, AI 기반 요양원 돌봄 체계 구축")
    assert "harm" not in stakes_of("산들군, AI 돌봄로봇으로 자살 고위험 어르신 조기 발견")


@pytest.mark.parametrize(
    ("sentence", "why"),
    [
        ("아우른 분산 투자와 현금 비중 확대를 대안으로 제시했다.", "dangling"),
        ("님버스는 새 모델을 공개했다고 28일 밝혔다.", ""),
    ],
)
def test_a_korean_sentence_without_a_subject_hangs_on_the_one_before(sentence: str, why: str) -> None:
    assert fault(sentence, "ko") == why


def test_a_dateline_is_not_told() -> None:
    page = article(
        "Nimbus獲政府補助 強化AI晶片研發",
        text="（中央社華盛頓30日綜合外電報導）美國商務部指出，已與Nimbus簽署意向書，將提供8.74億美元的AI晶片研發補助。",
        language="zh-Hant",
    )
    [one] = candidates([page], "zh-Hant")
    assert one.text.startswith("美國商務部指出")


def test_thai_is_told_from_the_start_of_a_paragraph_to_a_natural_place() -> None:
    """A chunk inside a paragraph hangs on the one before; a list is not cut in its middle; a label is left out."""
    text = (
        "นิมบัสเปิดตัวระบบรักษาความปลอดภัยแบบเอเจนต์สำหรับองค์กรขนาดใหญ่โดยรวมสัญญาณ บริบท โมเดล และเอเจนต์เข้าด้วยกัน\n"
        "ผู้บริโภค: ลูกค้าสามารถสนทนาด้วยเสียงเพื่อค้นหาและตัดสินใจซื้อเครื่องใช้ไฟฟ้าได้ตลอดวัน"
    )
    found = candidates([article("นิมบัสเปิดตัวระบบความปลอดภัย", text=text, language="th")], "th")
    assert found[0].text.endswith("และเอเจนต์เข้าด้วยกัน")
    assert found[1].text.startswith("ลูกค้าสามารถ")
    assert not any(one.hangs for one in found)


def test_a_digest_s_later_sections_give_no_lede() -> None:
    """Risks under their own heading are not the news."""
    page = article(
        "Nimbus、昆虫飼育をAIで自動化する装置を開発",
        text="## 概要\n装置はまだない。\n## 課題とリスク\nNimbusの昆虫飼育をAIで自動化する装置は、歩留まりとコストが課題とみられると発表した。",
        language="ja",
    )
    story = Story("s1", "s1", page.title, "ja", (page.id,), (), NOON, NOON)
    assert tell(story, [page], "ja").lede is None


@pytest.mark.parametrize(
    ("text", "language", "section"),
    [
        ("量産には品質の均一化が課題だ。", "ja", "what_to_watch"),
        ("新しさは今あるものを賢くするという発想にあるのです。", "ja", "not what_happened"),
        ("지난 7월 장마 기간에도 전체 주행 거리의 99% 이상을 운행했다고 밝혔다.", "ko", "not what_happened"),
    ],
)
def test_a_risk_is_to_be_watched_and_an_explanation_is_no_event(text: str, language: Language, section: str) -> None:
    """Nor is what an older model did the season before."""
    told = strengths(text, language)
    if section == "what_to_watch":
        assert told["what_to_watch"] > told["why_it_matters"]
    else:
        assert told["what_happened"] < 0.2


def test_a_consortium_nobody_has_named_stands_only_after_what_names_it() -> None:
    assert fault("컨소시엄에는 하나전자를 비롯해 두리클라우드와 세종물산 등이 참여한다.", "ko") == "dangling"


def test_a_title_of_days_ago_yields_to_the_newest_of_its_story() -> None:
    """The news has gone on since."""
    first = article("藍營AI深偽影片 民進黨：假冒元首已觸法", language="zh-Hant", source="a", hours=50)
    newest = article("AI深偽元首影片 刑事局出手查緝", language="zh-Hant", source="b")
    story = Story("s", "s", "", "zh-Hant", (), (), NOON, NOON)
    assert headline(story, [first, newest], "zh-Hant") == newest.title


@pytest.mark.parametrize(
    ("title", "form"),
    [
        ("AI相場崩壊の予兆か? Nimbus急落", "opinion"),
        ("企業の生成AIは実務担当へ、Nimbusが示した「自律AI」の現在地 | ビジネス", "opinion"),
        ("まず走り始めるAI時代(山本花子)", "opinion"),
        ("귀국한 천재…님버스 AI 창립자는", "opinion"),
        ("「Nimbusの新AI」を公開(時事通信)", "news"),
        ("님버스, AI 반도체 공장 착공", "news"),
    ],
)
def test_a_title_that_keeps_its_event_to_itself_is_an_essay_s(title: str, form: str) -> None:
    assert format_of(title) == form


def test_an_agency_s_today_is_told_with_the_day_of_its_dateline() -> None:
    """And not where another part of the day hangs on it, or no dateline says which day it was."""
    page = article(
        "雲雀科技發布新AI模型",
        text="（中央社台北4日電）雲雀科技今天發布新款人工智慧模型，推理成本只有前一代的一半。該公司表示模型已開放企業試用。",
        language="zh-Hant",
    )
    told = [one.text for one in candidates([page], "zh-Hant")]
    assert told[0] == "雲雀科技今天（3月4日）發布新款人工智慧模型，推理成本只有前一代的一半。"
    bare = article("同上", text="雲雀科技今天發布新款人工智慧模型，推理成本只有前一代的一半。", language="zh-Hant")
    assert candidates([bare], "zh-Hant") == []


@pytest.mark.parametrize(
    ("sentence", "why"),
    [
        ("2026年、FjordとNimbusが主導する4000万ドルのシードを調達した。", "dangling"),
        ("Nimbusは新しいモデルを公開し、企業への提供を始めた。", ""),
        ("AI半導体の市場シェアでNimbusが首位に立ち、著作権を巡る訴訟も終わった。", ""),
    ],
)
def test_a_japanese_sentence_without_a_subject_hangs_on_the_one_before(sentence: str, why: str) -> None:
    assert fault(sentence, "ja") == why


def test_a_thai_clause_is_told_whole() -> None:
    text = (
        'Fjord รายงานว่าบริษัทที่พึ่งพาห้องวิจัยเอไอเพียงแห่งเดียวทั้งหมดนั้นมีความเสี่ยง "ไม่รอด" ในระยะยาว; '
        "Nimbus ยังระบุว่าจะเปิดโมเดลใหม่ให้ลูกค้าองค์กรทุกรายใช้งานได้ภายในเดือนหน้าทั่วประเทศ"
    )
    told = [one.text for one in candidates([article("ข่าวเอไอ", text=text, language="th")], "th")]
    assert told[0].endswith("ในระยะยาว")


@pytest.mark.parametrize(
    ("one", "other", "language", "same"),
    [
        (
            "オープンAIに信用保証か 米エヌビディア、拠点確保",
            "NVIDIA、OpenAIのデータセンターに41兆円資金保証",
            "ja",
            True,
        ),
        ("NVIDIA、新型半導体を公開", "OpenAI、NVIDIAの出資で新会社", "ja", False),
        ("舊金山AI峰會 韓國推動半導體合作", "舊金山經濟外交 AI峰會企業領袖同釋訊號", "zh-Hant", True),
    ],
)
def test_two_headlines_of_one_event_say_the_same(one: str, other: str, language: Language, same: bool) -> None:
    assert say_the_same(one, other, language) is same
