"""Lists of any predicate: what a question wants a list of, and which lines of reports tell it."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from news.asking import Intent, Passage
from news.languages import Language
from summariser.asking.happenings import Happening
from summariser.asking.inquiring import Wanted, wanted_of
from summariser.lists.essentials import closest, essential
from summariser.lists.listing import Item
from summariser.lists.members import is_before, is_fragment
from summariser.lists.predicating import told_in
from summariser.lists.rostering import meets, rostered

NOON = datetime(2026, 3, 4, 12, tzinfo=UTC)


def wanted(text: str) -> Wanted:
    found = wanted_of(text, Intent.LIST)
    assert found is not None
    return found


def report(title: str, language: Language = "en", *, text: str = "", hours: int = 0, source: str = "Wire") -> Passage:
    url = f"https://example.org/{abs(hash((title, source)))}"
    return Passage(url, None, source, url, title, text or title, language, NOON + timedelta(hours=hours), 1.0)


@pytest.mark.parametrize(
    ("text", "senses", "kind", "side"),
    [
        ("Which companies announced layoffs?", ("layoff",), "company", ""),
        ("Which banks were fined?", ("fine",), "company", "what"),
        ("Which countries banned Orbita?", ("ban",), "country", "who"),
        ("What did Nvidia release?", ("release",), "", "what"),
        ("Which startups are suing OpenAI?", ("sue",), "company", "who"),
        ("Which companies is OpenAI suing or being sued by?", ("sue",), "company", ""),
        ("Which carmakers raised prices?", ("increase",), "company", "who"),
        ("哪些公司宣布裁员？", ("layoff",), "company", ""),
        ("哪些公司起诉了OpenAI？", ("sue",), "company", "who"),
        ("業務提携した企業を挙げて", ("partner",), "company", ""),
        ("AI 에이전트를 도입한 은행은 어디어디야?", ("adopt",), "company", ""),
        ("OpenAI เปิดตัวอะไรบ้าง", ("release",), "", ""),
    ],
)
def test_a_question_names_a_deed_and_of_what_kind_its_items_are(
    text: str, senses: tuple[str, ...], kind: str, side: str
) -> None:
    found = wanted(text)
    assert (found.senses, found.kind, found.side) == (senses, kind, side)


@pytest.mark.parametrize(
    "text",
    [
        "Which company bought Orbita?",
        "How much was Orbita fined?",
        "Who is the CEO of Orbita?",
        "Orbita는 얼마야?",
        "いつ公開された？",
        "오르비타의 제안을 단호히 거절한 것은 누구인가?",
        "허가를 미리 보도한 신문에 분노를 크게 표현한 사람은 누구인가?",
        "禁止事項を避けることで、秩序を保つことに成功している国は？",
    ],
)
def test_a_question_for_one_thing_wants_no_list(text: str) -> None:
    assert wanted_of(text, Intent.FACT) is None


def test_a_fact_that_a_list_of_one_could_tell_is_told_by_a_sentence_that_speaks_of_the_deed() -> None:
    found = wanted_of("오르비타 본사를 건설한 회사는?", Intent.FACT)
    assert found is not None
    assert found.perhaps_one
    assert meets(found, "오르비타 본사는 퀠이 건설한 첫 건물이다.", "ko")
    assert not meets(found, "오르비타 본사는 서울에 있다.", "ko")


@pytest.mark.parametrize(
    ("question", "language", "line", "tells"),
    [
        ("Which companies announced layoffs?", "en", "Orbita lays off a third of its staff", True),
        ("Which companies announced layoffs?", "en", "Orbita to cut 300 jobs as Quell deal closes", True),
        ("Which companies announced layoffs?", "en", "Orbita denies layoffs", False),
        ("Which companies announced layoffs?", "en", "Will Orbita lay off its staff?", False),
        ("Which companies were fined?", "en", "Orbita fined $3 million over leaks", True),
        ("Which companies were fined?", "en", "EU fines Orbita", True),
        ("Which companies were fined?", "en", "Orbita fine-tunes its model", False),
        ("Which countries banned Orbita?", "en", "France bans Orbita from schools", True),
        ("Which countries banned Orbita?", "en", "Orbita bans users from France", False),
        ("Which companies are suing OpenAI?", "en", "Getty sues OpenAI over images", True),
        ("Which companies are suing OpenAI?", "en", "OpenAI sues Getty over leaks", False),
        ("Which companies are suing OpenAI?", "en", "OpenAI sued by Getty", True),
        ("Which carmakers raised prices?", "en", "Orbita raises prices of its cars", True),
        ("Which carmakers raised prices?", "en", "Orbita raises $40M as price war goes on", False),
        ("Which companies were breached?", "en", "OpenAI says Orbita was breached by its own models", True),
        ("Which companies raised prices?", "en", "Sales of Orbita crater after price hike", False),
        ("Which companies got sued?", "en", "Orbita and Quell settle lawsuits", False),
        ("Which companies got sued?", "en", "A Bakery Chain Was Sued Over Loaves", False),
        ("Which companies got sued?", "en", "Quell countersues Orbita over loaves", True),
        ("Which companies got sued?", "zh-Hant", "蘋果起訴星河", False),
        ("Which companies got sued?", "zh-Hant", "蘋果遭星河起訴", True),
        ("Which companies got sued?", "ja", "星河社、アップルを提訴", True),
        ("Which companies got sued?", "ja", "アップルが星河社を提訴", False),
        ("Which companies got sued?", "ko", "애플, 새봄전자에 특허 소송", False),
        ("Which companies sued?", "ko", "애플, 특허 소송 당해", False),
        ("사명을 변경한 회사는?", "ko", "국내 기업들이 사명 변경", False),
        ("Which companies are building their own chips?", "en", "Quell Cores Built for AI Chips of Tomorrow", False),
        ("Which companies are building their own chips?", "en", "Orbita is working on a new AI chip", True),
        ("Who is laying off people?", "en", "Orbita lays off 300 people", True),
        ("로봇을 출시한 회사는?", "ko", "새봄전자, 가정용 로봇 광고 공개", False),
        ("로봇을 출시한 회사는?", "ko", "새봄전자, 가정용 로봇 출시", True),
        ("사명을 변경한 회사는?", "ko", "새봄전자, 회사 이름 '봄AI'로 바꾼다", True),
        ("社名を変更した会社は？", "ko", "새봄전자, '봄AI'로 사명 변경", True),
        ("哪些公司要蓋資料中心？", "zh-Hant", "星河擬在台中建資料中心", True),
        ("哪些公司宣布裁员？", "zh-Hans", "星河智能宣布裁员两成", True),
        ("哪些公司宣布裁员？", "zh-Hans", "星河智能否认裁员", False),
        ("哪些公司起诉了OpenAI？", "zh-Hant", "蘋果起訴OpenAI，指控竊密", True),
        ("哪些公司起诉了OpenAI？", "zh-Hant", "OpenAI起訴蘋果", False),
        ("業務提携した企業を挙げて", "ja", "オービタ、クエルと資本業務提携", True),
        ("業務提携した企業を挙げて", "ja", "オービタ、クエルとの提携を検討", False),
        ("AI 에이전트를 도입한 은행은 어디야?", "ko", '"점검 시간 단축"…새봄은행, 감정평가 AI 에이전트 도입', True),
        ("AI 에이전트를 도입한 은행은 어디야?", "ko", "새봄은행, AI 에이전트 도입 검토", False),
        ("AI 에이전트를 도입한 은행은 어디야?", "ko", "새봄전자, AI 에이전트 도입", False),
        ("OpenAI เปิดตัวอะไรบ้าง", "th", "OpenAI เปิดตัว 'Orbita' แพลตฟอร์มใหม่", True),
        ("OpenAI เปิดตัวอะไรบ้าง", "th", "Google เปิดตัวคู่แข่งของ OpenAI", False),
    ],
)  # fmt: skip
def test_a_line_tells_it_where_the_deed_is_done_by_or_to_whom_the_question_asks_for(
    question: str, language: Language, line: str, tells: bool
) -> None:
    assert (told_in(wanted(question), line, language, {"users", "schools", "staff"}) is not None) is tells


def test_each_event_is_one_line_and_who_only_stands_in_the_text_is_none() -> None:
    told = [
        report("Orbita lays off 300 people"),
        report("Orbita announces layoffs after a weak year", hours=3, source="Post"),
        report("Quell cuts jobs in Berlin", hours=1),
        report("Quell opens an office", text="Quell opens an office. Last year Zeta announced layoffs.", hours=2),
    ]
    items = rostered(wanted("Which companies announced layoffs?"), told)
    assert [(one.line, len(one.sources)) for one in items] == [
        ("Orbita lays off 300 people", 2),
        ("Quell cuts jobs in Berlin", 1),
    ]


def test_two_bodies_of_one_story_are_two_lines_and_one_body_named_in_two_ways_is_one() -> None:
    lines = (
        "새봄전자, '봄AI'로 사명 변경",
        "한빛소프트, '빛AX'로 사명 변경",
        "한빛소프트 자회사 한빛랩, '빛AX'로 사명 변경…새 출발",
    )
    told = [replace(report(line, "ko", source=line[:2] + str(at)), story="s") for at, line in enumerate(lines)]
    assert len(rostered(wanted("사명을 변경한 회사는?"), told)) == 2


def test_an_event_told_in_two_languages_is_one_line_in_the_language_that_is_asked_for() -> None:
    told = [
        report("Quell raises $40M for robot arms"),
        report("クエル、4000万ドルを調達 Quell", "ja", hours=5),
        report("Orbita raises $9M", hours=1),
    ]
    items = rostered(wanted("Which startups raised money?"), told, ("ja", "en"))
    assert [one.line for one in items] == ["クエル、4000万ドルを調達 Quell", "Orbita raises $9M"]


def test_one_deed_of_one_day_told_by_reports_in_two_languages_is_one_line() -> None:
    told = [report("OpenAI and Quell partner on clocks"), report("OpenAI、Quellと時計で提携", "ja", hours=6)]
    assert len(rostered(wanted("Which companies did OpenAI partner with?"), told, ("en", None))) == 1
    told = [report("Apple lays off 300"), report("アップル、人員削減を発表", "ja", hours=9)]
    assert len(rostered(wanted("Which companies announced layoffs?"), told)) == 1


def test_of_what_else_is_asked_no_verb_and_no_quarter_must_stand_in_an_item_and_a_sort_is_met_by_its_names() -> None:
    asked = wanted("AI 에이전트를 도입한 기업들 알려줘")
    left = essential(replace(asked, rest="응모할 에이전트 있음 월기"), "AI 에이전트를 도입한 기업들 알려줘")
    assert (left.rest, left.sort) == ("에이전트", "")
    giants = essential(replace(asked, rest="米巨大IT 月期"), "米巨大ITで人員を削減した企業は？")
    assert (giants.rest, giants.sort) == ("", "bigtech")
    assert essential(asked, "보험사 중에 AI 에이전트를 도입한 기업들 알려줘").sort == "finance"


def test_of_events_those_that_say_the_asked_noun_are_told_where_they_are_a_few() -> None:
    asked = replace(wanted("Which companies got sued?"), kind="event", side="")
    lines = ["Lawsuit over clocks", "Lawsuit over doors", "A lawsuit over lamps", "Quell sues over cups"]
    items = [Item(Happening("", line, ""), line, report(line), (0,)) for line in lines]
    assert [one.line for one in closest(asked, "any lawsuits?", items)] == lines[:3]
    assert closest(asked, "any lawsuits?", items[2:]) == items[2:]


def test_who_sues_whom_and_the_other_way_round_are_two() -> None:
    told = [report("Apple Sued by OpenAI Over Alarm Clocks"), report("OpenAI Sued by Apple Over Alarm Clocks", hours=2)]
    assert len(rostered(wanted("Which companies got sued?"), told)) == 2


@pytest.mark.parametrize(
    ("line", "text", "before"),
    [
        ("Orbita raises $3M", "", False),
        ("Orbita、2月8日に3億円を調達", "", True),
        ("Orbita raised $3M last month", "", True),
        ("Orbita raises $3M", "LONDON, February 3, 2026 - Orbita has money.", True),
        ("새봄전자, 1월 16일 협약 뒤 3일 착공", "", False),
    ],
)
def test_what_a_report_tells_of_an_earlier_day_is_of_that_day(line: str, text: str, before: bool) -> None:
    assert is_before(line, report(line, text=text), NOON.date() - timedelta(days=2)) is before


@pytest.mark.parametrize(
    "line",
    ["guardrails) chain zero-days", "이 회사는 로봇을 출시했다", "직원 7명의 이 회사는 문을 닫았다", "同社は調達した"],
)
def test_a_line_that_hangs_on_another_is_no_item(line: str) -> None:
    assert is_fragment(line)


def test_entries_of_a_change_log_are_what_its_owner_brought_out() -> None:
    told = [report("Admins can archive pull requests", source="GitHub Changelog"), report("GitHub's users complain")]
    assert [one.line for one in rostered(wanted("What did GitHub announce?"), told)] == [
        "Admins can archive pull requests"
    ]
