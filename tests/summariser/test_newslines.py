"""News of somebody: one line an event, of those in which they take part, the weightiest first."""

from datetime import timedelta

import pytest

from news.languages import Language
from news.model import Tier
from summariser.reading.doings import Doings
from summariser.stories.newslines import Event, events_of, line_of, shown_by
from summariser.stories.weighing import chosen, weigh
from summariser.words.aliases import Mention, mentions
from summariser.words.bearers import asked_name, goes_on
from tests.bot.shelf import NOON, an_article


def of(name: str, *, announced: bool = False) -> Doings:
    known = mentions(name)
    return Doings(known[0] if known else Mention("", name.casefold(), 0, 0), announced, False, announced)


def lines(whose: Doings, *titles: str, language: Language = "en", apart: int = 0) -> list[str]:
    """What is shown of reports with these titles, so many hours apart."""
    told = [
        an_article(
            f"a{n}", "", title=title, language=language, source=f"s{n}", published=NOON - timedelta(hours=apart * n)
        )
        for n, title in enumerate(titles)
    ]
    events = events_of([line for one in told if (line := line_of(one, whose))], whose)
    for event in events:
        event.score = weigh(event, whose, now=NOON, latest=False)
    return [shown_by(event, [language]).text for event in chosen(events, [language], announced=whose.announced)]


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("Nvidia", "Nvidia-backed Brambling hits a $9 billion valuation"),
        ("Nvidia", "Tervola launches a rack to rival Nvidia"),
        ("OpenAI", "Quillon's model nears those of OpenAI, Google and Anthropic"),
        ("OpenAI", "Sidetalk: ‘OpenAI Sues Apple’"),
        ("OpenAI", "OpenAI may be worth less, analyst says"),
        ("Apple", "5 stocks to buy, Apple among them"),
        ("삼성전자", "첫 삽…삼성SDS, 구축 시작"),
        ("ソフトバンク", "ソフトバンク、60勝到達"),
        ("ソフトバンク", "西北鷹、ソフトバンクと対戦"),
        ("DeepSeek", "Quillon hopes for a DeepSeek moment of its own"),
    ],
)
def test_who_is_only_mentioned_a_podcast_and_an_opinion_make_no_line(name: str, title: str) -> None:
    assert lines(of(name), title) == []


def test_of_an_evening_paper_s_title_the_item_that_they_do_is_told() -> None:
    told = lines(
        of("Zhipu"), "氪星晚報｜智譜：完成配售新股募資；某手機廠合作開發終端；某車廠試用機器人", language="zh-Hant"
    )
    assert told == ["智譜：完成配售新股募資"]


def test_what_few_tell_abroad_comes_after_what_its_reader_reads() -> None:
    mistral = of("Mistral")
    near, far = (
        line_of(an_article(f"a{n}", "", title=title, language=language, published=NOON), mistral)
        for n, (title, language) in enumerate([("Mistral opens an office", "en"), ("ミストラル、事務所を開設", "ja")])
    )
    assert near is not None
    assert far is not None
    own, abroad = Event([near], score=5.0), Event([far], score=6.5)
    assert chosen([abroad, own], ["en"]) == [own, abroad]


def test_reports_of_one_event_are_one_line_whatever_words_they_use() -> None:
    told = lines(
        of("Mistral"),
        "Microsoft and Mistral strike a deal on European data centres",
        "Microsoft to fund Mistral's growth in Europe",
        "Mistral opens an office in Madrid",
    )
    assert len(told) == 2
    assert told[1] == "Mistral opens an office in Madrid"


def test_what_a_company_does_twice_in_a_month_is_two_lines() -> None:
    titles = ("Mistral sues a former engineer over stolen code", "Mistral sues a publisher that copied its name")
    assert len(lines(of("Mistral"), *titles, apart=24 * 8)) == 2


def test_what_is_announced_is_their_own_word() -> None:
    """No suit, no hearsay; what is told to have been made known goes before the rest."""
    told = lines(
        of("OpenAI", announced=True),
        "OpenAI launches a desk lamp",
        "Apple sues OpenAI over a desk lamp",
        "OpenAI reportedly considers a second lamp",
        "OpenAI ordered by a court to keep its logs",
    )
    assert told == ["OpenAI launches a desk lamp"]


def test_a_quarter_s_figures_are_one_line_whichever_is_told() -> None:
    told = lines(
        of("キオクシア"), "キオクシア純利益約46倍に", "キオクシアの営業益24倍 AI向け好調", language="ja", apart=30
    )
    assert len(told) == 1


def test_a_maker_s_own_page_is_its_news_though_it_does_not_name_it() -> None:
    """Each page an event of its own; what only heads a page is told where nothing else is."""
    titles = (
        "Code Quality is now generally available",
        "Secret scans are now available",
        "REST API endpoints for teams",
    )
    pages = [
        an_article(f"a{n}", "", title=title, source_name="GitHub Changelog", tier=Tier.OFFICIAL)
        for n, title in enumerate(titles)
    ]
    whose = of("GitHub")
    events = events_of([line for one in pages if (line := line_of(one, whose))], whose)
    assert [shown_by(event, ["en"]).text for event in chosen(events, ["en"])] == list(titles[:2])


def test_another_company_s_name_that_begins_alike_is_not_theirs() -> None:
    assert lines(of("카카오"), "카카오모빌리티, 로봇 교육 시작", "카카오, 새 번역 모델 공개", language="ko") == [
        "카카오, 새 번역 모델 공개"
    ]
    assert goes_on("ソフトバンクホークスが勝利", 0, 6)
    assert not goes_on("ソフトバンクは新会社", 0, 6)


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("한빛은행 소식 알려줘", "한빛은행"),
        ("미르 모빌리티는 무엇을 발표했나요?", "미르 모빌리티"),
        ("ナギサシステムの最新ニュースを教えて", "ナギサシステム"),
        ("ข่าวล่าสุดของ Orbita", "Orbita"),
        ("AI 소식", "AI"),
        ("이번 주에 무슨 일이 있었어?", ""),
    ],
)
def test_a_name_in_no_table_stands_before_what_asks_for_its_news(question: str, name: str) -> None:
    assert asked_name(question) == name


def test_the_quarter_s_figures_are_another_event_than_what_is_built_for_them() -> None:
    told = lines(
        of("TSMC"),
        "TSMC posted record $30 billion revenue as spending on AI goes on",
        "TSMC adds $80 billion to its spending plan",
        "TSMC's second-quarter profit seen hitting a record",
        apart=20,
    )
    assert sorted(told) == sorted(
        [
            "TSMC posted record $30 billion revenue as spending on AI goes on",
            "TSMC adds $80 billion to its spending plan",
        ]
    )


def test_who_joins_a_board_is_told_once_by_whom_and_how_many() -> None:
    told = lines(of("Mistral"), "Mistral appoints two new members to its board", "Ann Lee joins the board of Mistral")
    assert len(told) == 1


def test_a_headline_that_tells_what_was_done_stands_for_one_that_only_names_it() -> None:
    titles = ("The Mistral Large 4 moment", "Mistral releases Mistral Large 4")
    both = [line for one in titles if (line := line_of(an_article(one, "", title=one), of("Mistral")))]
    assert shown_by(Event(both), ["en"]).text == "Mistral releases Mistral Large 4"


def test_a_programme_s_row_of_headlines_is_no_report() -> None:
    row = "Mistral opens an office in Lyon｜Rain is expected in the south｜The minister will visit Berlin"
    assert not lines(of("Mistral"), row)
