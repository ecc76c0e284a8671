"""Which language a title is in."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from news.languages import LANGUAGES
from sources.language import asked_in, characters, detect, leaves_script_open


@pytest.mark.parametrize(
    ("text", "hint", "language"),
    [
        ("Norderwick Labs opens its Heron model", "", "en"),
        ("Heron 2", "en", "en"),
        ("Gemini 3.5 Flash", "ko", "en"),
        ("ノルデルウィック研究所、新型モデルを公開", "", "ja"),
        ("OpenAI、GPT-5を発表", "", "ja"),
        ("ChatGPT Enterprise と Slack の連携を開始", "ja", "ja"),
        ("日経平均株価、続落", "ja", "ja"),
        ("노르데르윅, 새 모델 Heron 공개", "", "ko"),
        ("AEO와 GEO", "ko", "ko"),
        ("ห้องปฏิบัติการเปิดตัว Heron", "", "th"),
        ("諾德維克實驗室發表新模型", "zh", "zh-Hant"),
        ("诺德维克实验室发布新模型", "zh", "zh-Hans"),
        ("诺德维克实验室发布新模型", "zh-Hant", "zh-Hans"),
        ("人工智能", "zh-Hant", "zh-Hant"),
        ("人工智能", "zh", "zh-Hans"),
        ("鮮の每日：新模型發表了，記者在現場採訪", "zh-Hant", "zh-Hant"),
        ("Sakana AI (サカナ) raises a hundred million dollars for its models", "en", "en"),
    ],
)
def test_a_title_s_language_is_known(text: str, hint: str, language: str) -> None:
    """By its script; by the source's own word only where the script leaves it open."""
    assert detect(text, hint) == language


@pytest.mark.parametrize(
    "text",
    [
        "Das Labor stellt ein neues Modell vor und die Gewichte sind frei",
        "Le laboratoire publie un modèle pour les cartes de la côte",
        "El laboratorio publica un modelo para los mapas de la costa",
        "O laboratório não publica um modelo para os mapas da costa",
        "Het laboratorium publiceert een model voor de kaarten van de kust",
        "Лаборатория открывает новую модель",
        "المختبر يفتح نموذجا جديدا",
        "Το εργαστήριο ανοίγει ένα νέο μοντέλο",
        "प्रयोगशाला ने नया मॉडल खोला",
    ],
)
def test_other_languages_are_nobody_s(text: str) -> None:
    """Their articles are left out rather than told in the wrong edition."""
    assert detect(text) is None


def test_a_name_alone_follows_a_source_in_another_language() -> None:
    """Two words without an English one, from a German source, are not taken for English."""
    assert detect("Heron Norderwick", "de") is None
    assert detect("Heron Norderwick", "en") == "en"


def test_numbers_alone_follow_the_source() -> None:
    """There is nothing else to go by."""
    assert detect("2026", "ja") == "ja"
    assert detect("2026") is None


def test_the_character_table_is_large_and_without_overlap() -> None:
    """At least three hundred characters tell each way of writing Chinese."""
    simplified, traditional = characters()
    assert min(len(simplified), len(traditional)) >= 300
    assert not simplified & traditional
    assert set("国发对学汉语") <= simplified
    assert set("國發對學漢語") <= traditional
    assert not set("人工智能大小") & (simplified | traditional)


@given(st.text(), st.sampled_from(["", "en", "ja", "zh", "zh-Hant", "de", "??"]))
def test_any_text_has_one_of_the_six_languages_or_none(text: str, hint: str) -> None:
    """Whatever the text and whatever the source calls itself."""
    assert detect(text, hint) in (None, *LANGUAGES)


@pytest.mark.parametrize(
    ("text", "language"),
    [("NVIDIAは？", "ja"), ("NVIDIA는?", "ko"), ("แล้ว NVIDIA ล่ะ", "th"), ("NVIDIA呢？", "zh-Hans")],
)
def test_a_name_with_a_particle_is_in_the_particle_s_language(text: str, language: str) -> None:
    assert asked_in(text) == language


@pytest.mark.parametrize(
    "text", ["人工知能", "予算", "半導体 規制", "8時", "英語", "7:30", "１", "OpenAI?", "GPT-5 予算"]
)
def test_what_is_written_in_several_languages_is_in_the_asker_s(text: str) -> None:
    """Chinese characters alone, digits, a few names; nobody who writes Chinese is answered in Japanese."""
    assert asked_in(text, "ja") == "ja"
    assert asked_in(text, "zh-Hant") in ("zh-Hant", "zh-Hans")
    assert asked_in(text) == (detect(text, "en") or "en")


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("What did OpenAI announce?", "en"),
        ("오픈AI 소식", "ko"),
        ("ข่าว OpenAI", "th"),
        ("OpenAIの最新ニュース", "ja"),
        ("谷歌发布了什么模型", "zh-Hans"),
    ],
)
def test_a_question_that_tells_its_language_is_in_it(text: str, language: str) -> None:
    """Whatever its asker speaks."""
    assert asked_in(text, "zh-Hans") == asked_in(text, "en") == language


def test_a_name_in_characters_that_both_chinese_scripts_write_leaves_its_script_open() -> None:
    assert leaves_script_open("高通")
    assert not leaves_script_open("輝達")


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("有什么消息", "zh-Hans"),
        ("苹果 AI", "zh-Hans"),
        ("晶片", "zh-Hant"),
        ("人工智慧", "zh-Hant"),
        ("芯片", "zh-Hans"),
    ],
)
def test_a_short_question_is_of_the_script_whose_papers_write_so(text: str, language: str) -> None:
    """Whatever characters the other's set may hold too."""
    assert asked_in(text) == language
    assert not leaves_script_open(text)
