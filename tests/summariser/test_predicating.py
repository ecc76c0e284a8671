"""Lists of any predicate: what a question wants a list of, and which lines of reports tell it."""

from datetime import UTC, datetime, timedelta

import pytest

from news.asking import Intent, Passage
from news.languages import Language
from summariser.inquiring import Wanted, wanted_of
from summariser.predicating import told_in
from summariser.rostering import meets, rostered

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


def test_entries_of_a_change_log_are_what_its_owner_brought_out() -> None:
    told = [report("Admins can archive pull requests", source="GitHub Changelog"), report("GitHub's users complain")]
    assert [one.line for one in rostered(wanted("What did GitHub announce?"), told)] == [
        "Admins can archive pull requests"
    ]
