"""Bare words, sources, times and measures: what is understood by what is hardly a sentence."""

from datetime import date

import pytest

from news.asking import Intent
from summariser.asking.bare_kinds import plain_kind
from summariser.asking.conversation import asks_again, asks_alone, continued
from summariser.asking.understanding import core, understand
from summariser.words.han_names import han_name
from summariser.words.question_words import about, without_asking

FRIDAY = date(2026, 7, 17)


@pytest.mark.parametrize(
    ("before", "text", "whole"),
    [
        ("What did Google do this week?", "what about chips?", "What did Google do this week about chips?"),
        ("Who approved the Anthropic settlement?", "when?", "when approved the Anthropic settlement?"),
    ],
)
def test_a_bare_word_goes_on_from_the_last_question(before: str, text: str, whole: str) -> None:
    found = understand(text, today=FRIDAY, before=[before])
    assert found == understand(whole, today=FRIDAY)
    assert asks_alone("and why?")
    assert not asks_alone("why did it fall?")


SOURCES = {
    "CNBC Technology": "cnbc",
    "The Verge": "verge",
    "Reuters AI (Google News)": "reuters",
    "Google Blog": "google",
}


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("According to CNBC, what did Bessent say about China?", ("cnbc",)),
        ("What did The Verge say about Substack?", ("verge",)),
        ("What did Reuters report about Mistral?", ("reuters",)),
        ("news from Google", ()),
        ("What did Bessent say about China?", ()),
    ],
)
def test_a_source_is_asked_for_by_its_short_name(text: str, source: tuple[str, ...]) -> None:
    """Where that names no company; what it says about somebody is news of them."""
    found = understand(text, today=FRIDAY, sources=SOURCES)
    assert found.sources == source
    if "about" in text and source and "Bessent" not in text:
        assert found.intent is Intent.WHATS_NEW


@pytest.mark.parametrize(
    ("asked", "weeks", "tongues", "language"),
    [
        ("what did Google release this week?", "and last week?", "and in Chinese?", "zh-Hans"),
        ("Googleは今週何を発表した？", "先週は？", "日本語で", "ja"),
        ("谷歌这周发布了什么？", "上周呢？", "用英文", "en"),
        ("Google本週發布了什麼？", "那上週呢？", "那日文呢？", "ja"),
        ("구글이 이번 주에 무엇을 발표했나?", "그럼 지난주에는?", "한국어로", "ko"),
        ("Google ปล่อยอะไรสัปดาห์นี้", "สัปดาห์ที่แล้วล่ะ", "ภาษาไทยล่ะ", "th"),
    ],
)
def test_a_time_or_a_language_alone_replaces_that_and_keeps_the_rest(
    asked: str, weeks: str, tongues: str, language: str
) -> None:
    """Whatever story the answer before was of."""
    today = date(2026, 7, 22)
    first = understand(asked, today=today)
    assert first.intent is Intent.NEWS
    for follow_up in (weeks, tongues):
        assert asks_again(follow_up, today)
        again = understand(follow_up, today=today, before=[asked])
        assert (again.intent, core(again), again.general) == (Intent.NEWS, core(first), False)
        assert (again.span and again.span.start) == (
            date(2026, 7, 13) if follow_up == weeks else first.span and first.span.start
        )
        assert (language in again.languages) is (follow_up == tongues)
    assert not asks_again("and Anthropic?", today)


@pytest.mark.parametrize(
    "text",
    ["월요일부터 무슨 일이 있었어?", "이번 주 무슨 일이 일어났나요?", "7月14日發生了什麼", "这周发生了什么？", "昨天有什么大事", "昨日の出来事は？",
     "เกิดอะไรขึ้นสัปดาห์นี้", "เมื่อวานมีอะไรเกิดขึ้น", "what happened yesterday?"],
)  # fmt: skip
def test_what_happened_in_a_time_is_all_its_news(text: str) -> None:
    """Of somebody it is theirs."""
    understood = understand(text, today=FRIDAY)
    assert understood.general
    assert understood.intent in (Intent.NEWS, Intent.WHATS_NEW)
    assert not understand(f"네이버 {text}", today=FRIDAY).general


@pytest.mark.parametrize(
    ("listed", "plain"),
    [("列出本周英伟达的新闻", "本周英伟达的新闻"), ("列出本週 OpenAI 的新聞", "本週 OpenAI 的新聞"), ("OpenAI新闻列表", "OpenAI新闻"),
     ("今週のOpenAIのニュースを一覧にして", "今週のOpenAIのニュース"), ("OpenAIのニュースのリストを見せてください", "OpenAIのニュース"),
     ("이번 주 반도체 뉴스 목록 보여줘", "이번 주 반도체 뉴스"), ("OpenAI 뉴스를 목록으로 정리해 줘", "OpenAI 뉴스"),
     ("รายการข่าว OpenAI สัปดาห์นี้", "ข่าว OpenAI สัปดาห์นี้")],
)  # fmt: skip
def test_a_list_of_news_is_the_news(listed: str, plain: str) -> None:
    """The words of asking for a list are met by no report; the Entity List and ブラックリスト are what is asked about."""
    found, wanted = understand(listed, today=FRIDAY), understand(plain, today=FRIDAY)
    assert (set(core(found)), found.general, found.span) == (set(core(wanted)), wanted.general, wanted.span)
    assert "清单" in about("华为在实体清单")
    assert "ブラックリスト" in without_asking("ブラックリストのニュース")


@pytest.mark.parametrize(
    ("text", "subject"),
    [("wp2shellとは何ですか", {"wp2shell"}), ("Panthalassaは何をする会社？", {"panthalassa"}), ("Panthalassa는 뭐 하는 회사야?", {"panthalassa"}),
     ("อธิบาย Project Camellia", {"project", "camellia"}), ("NC IDS는 이름을 뭐로 바꿔?", {"nc", "id"})],
)  # fmt: skip
def test_what_only_asks_what_something_is_is_met_by_no_report(text: str, subject: set[str]) -> None:
    assert set(core(understand(text, today=FRIDAY))) == subject


@pytest.mark.parametrize(
    ("last", "text", "meant"),
    [
        ("Why is Gemini 3.5 Pro delayed?", "and Kimi K3?", "Why is Kimi K3 delayed?"),
        (
            "What did Google release last week?",
            "what about Anthropic this week?",
            "What did Anthropic release this week?",
        ),
        ("What did Google announce?", "and Anthropic last week?", "What did Anthropic announce last week?"),
        ("How many parameters does Kimi K3 have?", "and the price?", "what is the price of Kimi K3?"),
        ("What did OpenAI announce?", "who is the CEO?", "who is the CEO of OpenAI?"),
        ("네이버와 브룩필드는 무엇을 발표했나?", "브룩필드는?", "브룩필드는 무엇을 발표했나?"),
        ("지난주 네이버는 무엇을 발표했나?", "브룩필드는?", "지난주 브룩필드는 무엇을 발표했나?"),
        ("네이버 AI 팩토리 투자 규모는 얼마?", "브룩필드는?", "브룩필드 AI 팩토리 투자 규모는 얼마?"),
        ("先週ソフトバンクは何を発表した？", "楽天は？", "先週楽天は何を発表した？"),
        ("Kimi K3のパラメータ数は？", "価格は？", "価格 Kimi K3?"),
        ("OpenAI上周发布了什么？", "聯電呢？", "聯電上周发布了什么？"),
        ("聯電發表了什麼？", "日月光呢？", "日月光發表了什麼？"),
        ("Kimi K3有多少参数？", "Qwen3.8呢？", "Qwen3.8有多少参数？"),
        ("Kimi K3 เปิดตัวเมื่อไหร่", "แล้ว Qwen3.8 ล่ะ", "Qwen3.8 เปิดตัวเมื่อไหร่"),
    ],
)
def test_what_is_not_replaced_is_kept(last: str, text: str, meant: str) -> None:
    """Subject, predicate and time of the question before, in every language, whether a table has the name or not."""
    assert continued(text, [last], date(2026, 7, 22)) == meant


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("How much money did they raise?", "sum"), ("それはいくら？", "sum"), ("그건 얼마야?", "sum"), ("一共多少钱？", "sum"), ("多少錢？", "sum"),
        ("ราคาเท่าไร", "sum"), ("비용은 얼마 들었어?", "sum"), ("費用はいくらかかった？", "sum"), ("when was it announced?", "time"), ("いつ発表された？", "time"), ("언제 발표됐어?", "time"), ("什麼時候發布的？", "time"),
        ("เปิดตัวเมื่อไหร่", "time"), ("when does it start?", ""), ("いつ始まる？", ""), ("有多少参数？", ""), ("How much did OpenAI raise?", ""),
    ],
)  # fmt: skip
def test_how_much_and_when_alone_are_plain_questions(question: str, kind: str) -> None:
    assert plain_kind(question) == kind


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("聯電第二季營收多少？", "聯電"), ("昇騰970什麼時候發布？", "昇騰970"), ("管碧玲說了什麼？", "管碧玲"), ("玻色量子有什么新闻？", "玻色量子"),
        ("楽天は先週何を発表した？", "楽天"), ("今天有什麼新聞？", ""), ("這家公司發布了什麼？", ""), ("人工智慧是什麼？", ""), ("蘋果發布了什麼？", ""),
        ("上周发生了什么", ""),
    ],
)  # fmt: skip
def test_a_name_in_no_table_is_what_a_short_chinese_question_says_first(question: str, name: str) -> None:
    assert han_name(question) == name


def test_a_question_word_alone_asks_of_what_was_told() -> None:
    for text in (
        "when?",
        "いつ？",
        "それはいつですか？",
        "什么时候？",
        "什麼時候呢",
        "언제?",
        "누가요?",
        "เมื่อไร",
        "แล้วทำไม",
    ):
        assert asks_alone(text), text
    for text in ("いつ公表された？", "什么时候发布的？", "언제 출시됐나요?", "楽天はいつ？", "when was Inkling out?"):
        assert not asks_alone(text), text


@pytest.mark.parametrize(
    ("asked", "intent"),
    [
        *((text, Intent.WHATS_NEW) for text in ("OpenAI", "OpenAI?", "copyright", "Kimi K3", "latest OpenAI", "robotaxis", "AI chips", "ソフトバンク", "네이버", "Nvidia today")),
        *((text, Intent.FACT) for text in ("ok", "가격은?", "who is Sam Altman", "언제", "is Nvidia overvalued", "paying the authors")),
        ("What is OpenAI?", Intent.EXPLAIN),
    ],
)  # fmt: skip
def test_a_name_or_a_subject_and_no_more_asks_for_its_news(asked: str, intent: Intent) -> None:
    assert understand(asked, today=FRIDAY).intent is intent


def test_a_measure_alone_is_asked_of_the_same() -> None:
    """In place of the last one; a quarter behind a name is no version of it."""
    for last, text, whole in (
        ("오르비타 2분기 영업이익은?", "수주 잔고는?", "오르비타 2분기 수주 잔고은?"),
        ("네이버 2분기 매출은 얼마?", "영업이익은?", "네이버 2분기 영업이익은 얼마?"),
        ("네이버 2분기 매출은 얼마?", "카카오는?", "카카오 2분기 매출은 얼마?"),
    ):
        assert continued(text, [last], FRIDAY) == whole
