"""Does what is shown speak of AI, and tell an event? Companies and events are invented."""

from dataclasses import replace

import pytest

from news.languages import Language
from news.model import BriefStory, Score
from summariser.stories.showing import shows_ai, shows_truth, tells_news
from tests.summariser.pieces import article


def line(headline: str, language: Language) -> BriefStory:
    return BriefStory(
        id="1", slug="1", headline=headline, language=language, lede=None,
        sections={"what_happened": (), "why_it_matters": (), "what_to_watch": ()},
        topics=(), sources=(), articles=("a",), score=Score(9.0, {}),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("headline", "language", "shown"),
    [
        ("生成AIで声を無断利用、指針を了承", "ja", True),
        ("あおぞら電機、営業利益が最高 AI関連事業が押し上げ", "ja", False),
        ("エヌビディア株が反落、時価総額で首位譲る", "ja", False),
        ("엔비디아, 데이터센터 부지 매입", "ko", False),
        ("雲雀科技推出人工智慧模型", "zh-Hant", True),
    ],
)
def test_a_line_must_speak_of_ai_itself(headline: str, language: Language, shown: bool) -> None:
    assert shows_ai(line(headline, language), [article(headline, language=language)]) is shown


def test_that_ai_moves_a_market_is_enough_where_several_newsrooms_say_so() -> None:
    headline = "大手5社が増収、AI需要が追い風"
    titles = (headline, "AIの需要で5社とも売上高が伸びる", "巨大IT決算、AIへの投資が実る")
    papers = [article(title, source=f"Paper {at}", language="ja") for at, title in enumerate(titles)]
    assert shows_ai(line(headline, "ja"), papers)
    assert not shows_ai(line(headline, "ja"), papers[:1])


def test_an_essay_and_a_front_page_tell_no_event() -> None:
    report = article("雲雀科技推出人工智慧模型", language="zh-Hant")
    assert tells_news([report], "zh-Hant")
    assert not tells_news([article("雲雀觀察》AI界的竊取風暴", language="zh-Hant")], "zh-Hant")
    assert not tells_news([article("Ban on Orbit means a monopoly – OpEd - Harbour Review")], "en")
    assert tells_news([article("Norway bans Orbit - Harbour Review")], "en")
    assert not tells_news([replace(report, url="https://news.example/")], "zh-Hant")


def test_ai_in_a_name_or_beside_all_things_digital_is_no_news_of_ai() -> None:
    for headline in (
        "Harbour AI、自社開発の帳簿を無償公開",
        "青葉大学、新学群の構想発表 AIやデジタルで課題を解決する人材育成",
    ):
        assert not shows_ai(line(headline, "ja"), [article(headline, language="ja")])
    assert shows_ai(
        line("Harbour AI、画像生成AIを公開", "ja"), [article("Harbour AI、画像生成AIを公開", language="ja")]
    )


def test_a_line_that_its_own_text_speaks_against_is_not_shown() -> None:
    title = 'ซีอีโอ Quill เรียกวงการ AI ว่า "feudal"'
    page = article(title, text='เขียนว่า "There are feudal habits in the way we work"', language="th")
    assert not shows_truth(line(title, "th"), [page])
    assert shows_truth(line(title, "th"), [replace(page, text="")])
