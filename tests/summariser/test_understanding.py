"""What a question wants: its intent, its time, its subject, in six languages; a follow-up goes on from what was asked."""

from datetime import date

import pytest

from news.asking import Intent
from news.text import search_tokens
from summariser.asking.conversation import lacks_subject, refers_back
from summariser.asking.understanding import core, understand
from summariser.words.moments import span_in

FRIDAY = date(2026, 7, 17)


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("what did Moonshot release this week?", "2026-07-13", "2026-07-18"),
        ("先週のOpenAIのニュース", "2026-07-06", "2026-07-13"),
        ("What happened since Monday?", "2026-07-13", None),
        ("ในเดือนสิงหาคม ปี 2009", "2009-08-01", "2009-09-01"),
        ("월요일부터 무슨 일이 있었나요", "2026-07-13", None),
        ("自周一以来的新闻", "2026-07-13", None),
        ("ข่าวตั้งแต่วันจันทร์", "2026-07-13", None),
        ("news since May", "2026-05-01", None),
        ("7月14日に何があった", "2026-07-14", "2026-07-15"),
        ("七月十四日的新闻", "2026-07-14", "2026-07-15"),
        ("十二月三十一号发生了什么", "2025-12-31", "2026-01-01"),
        ("news in the past 3 days", "2026-07-14", "2026-07-18"),
        ("최근 3일 소식", "2026-07-14", "2026-07-18"),
        ("What came out in December?", "2025-12-01", "2026-01-01"),
    ],
)
def test_the_time_of_a_question_is_understood(text: str, start: str, end: str | None) -> None:
    """Days from the first until before the last; "since" is open."""
    span = span_in(text, FRIDAY)
    assert span is not None
    assert (span.start.isoformat(), span.end and span.end.isoformat()) == (start, end)


@pytest.mark.parametrize(
    ("start", "end", "texts"),
    [
        ("2026-07-06", "2026-07-13", "OpenAI last week|先週の話題|上周的新闻|上週有什麼|지난주 네이버|สัปดาห์ที่แล้ว"),
        ("2026-06-01", "2026-07-01", "OpenAI last month|先月の話題|上个月的新闻|上個月|지난달 소식|เดือนที่แล้ว"),
        ("2026-07-10", "2026-07-18", "in the past week|over the last week|过去一周|지난 일주일|1 สัปดาห์ที่ผ่านมา"),
        ("2026-07-03", "2026-07-18", "in the last two weeks|ここ2週間|近两周|최근 두 주|สองสัปดาห์ที่ผ่านมา"),
        ("2026-07-15", "2026-07-16", "two days ago|2日前に|两天前|兩天前|2일 전|สองวันก่อน"),
        ("2026-06-29", "2026-07-06", "2 weeks ago|2週間前|两周前|2주 전|2 สัปดาห์ที่แล้ว"),
        ("2026-05-01", "2026-06-01", "五月|五月份|2026年五月|two months ago|2か月前|两个月前|2개월 전|2 เดือนก่อน"),
        ("2026-07-08", "2026-07-09", "last week on Wednesday|先週の水曜|上周三|上週三|지난주 수요일"),
        ("2026-07-10", "2026-07-15", "between July 10 and July 14|from 10 to 14 July|July 10-14|7月10日から14日まで|7月10日至14日|"
         "7月10日到7月14日|7월 10일부터 14일까지|7월 10일과 14일 사이|10-14 กรกฎาคม|ระหว่าง 10 ถึง 14 กรกฎาคม|2026-07-10 to 2026-07-14"),
        ("2026-07-13", "2026-07-16", "from Monday to Wednesday|月曜から水曜まで|周一到周三|월요일부터 수요일까지"),
    ],
)  # fmt: skip
def test_a_week_is_the_calendar_s_and_a_range_has_both_its_days(start: str, end: str, texts: str) -> None:
    """In every language: Monday to Sunday, the whole month, so many days up to now, from one day to another."""
    for text in texts.split("|"):
        span = span_in(text, FRIDAY)
        assert span is not None, text
        assert (span.start.isoformat(), span.end and span.end.isoformat()) == (start, end), text


def test_since_monday_asked_on_a_monday_is_since_a_week_ago() -> None:
    for text in ("since Monday", "月曜日から", "自周一以来", "週一以來", "월요일 이후로", "ตั้งแต่วันจันทร์"):
        span = span_in(text, date(2026, 7, 20))
        assert span is not None, text
        assert (span.start, span.end) == (date(2026, 7, 13), None), text


@pytest.mark.parametrize("text", ["July 10 and 14 models", "on July 10 to 5 firms", "July 10: 3 models"])
def test_a_number_that_follows_a_day_is_no_range(text: str) -> None:
    span = span_in(text, FRIDAY)
    assert span is not None
    assert span.end == date(2026, 7, 11)


@pytest.mark.parametrize(
    "text", ["GPT-5.6?", "will it ship by 2027?", "may I ask something", "on 99 July 40", "5.6", "in 2031-01-01"]
)
def test_what_is_no_time_is_none(text: str) -> None:
    """A version, a verb, a date that does not exist or is to come."""
    assert span_in(text, FRIDAY) is None


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("What did OpenAI announce?", Intent.NEWS),
        ("中国新闻周刊2022年度体育人物是谁？", Intent.FACT),
        ("มีกี่บริษัทในรายชื่อ", Intent.FACT),
        ("최신 뉴스에 나온 사람은 누구인가요", Intent.FACT),
        ("今週OpenAIは何を発表した？", Intent.NEWS),
        ("7月にソフトバンクは何をした？", Intent.NEWS),
        ("OpenAI昨天做了什么？", Intent.NEWS),
        ("어제 OpenAI는 무엇을 했나요?", Intent.NEWS),
        ("เมื่อวาน OpenAI ทำอะไร", Intent.NEWS),
        ("What's new about Apple?", Intent.WHATS_NEW),
        ("오픈AI 최신 뉴스", Intent.WHATS_NEW),
        ("How many parameters does Kimi K3 have?", Intent.FACT),
        ("鴻海營收多少？", Intent.FACT),
        ("compare GPT-5.6 and Kimi K3", Intent.COMPARISON),
        ("Which companies raised money?", Intent.LIST),
        ("哪些公司融资了？", Intent.LIST),
        ("Kimi K3とは？", Intent.EXPLAIN),
        ("What did I miss since Monday?", Intent.CATCH_UP),
        ("สัปดาห์นี้ฉันพลาดอะไร", Intent.CATCH_UP),
        ("How do I install ollama?", Intent.HOW_TO),
        ("コードを書いてください", Intent.HOW_TO),
        ("GCCはAI生成コードを何行以上拒否しますか", Intent.FACT),
    ],
)
def test_the_intent_is_understood(text: str, intent: Intent) -> None:
    """By what it says most plainly."""
    assert understand(text, today=FRIDAY).intent is intent


@pytest.mark.parametrize(
    ("before", "text", "whole"),
    [
        ("What did OpenAI announce this week?", "and Google?", "What did Google announce"),
        ("今週OpenAIは何を発表した？", "Googleは？", "Googleは何を発表した"),
        ("what about the OpenAI trademark dispute?", "and Suno?", "about the Suno trademark dispute"),
        ("When was Lumo 3 released?", "and Vega?", "When was Vega released"),
        ("What did OpenAI announce?", "and Google in June?", "What did Google announce"),
        ("When was Kimi K3 released?", "How many parameters does it have?", "Kimi"),
        ("アンソロピックは何社に侵入した？", "いつ公表された？", "アンソロピック"),
        ("Kimi K3 的技術是從哪裡來的？", "誰這麼說？", "Kimi"),
        ("루모제철 2분기 영업이익은 얼마나 감소했나", "매출은 얼마?", "루모제철"),
        ("Index Ventures ระดมทุนเท่าไร", "กี่กอง", "Ventures"),
    ],
)
def test_a_follow_up_goes_on_from_the_last_question(before: str, text: str, whole: str) -> None:
    """The new name in the old question, or the old name in the new one."""
    assert whole in understand(text, today=FRIDAY, before=[before]).text


def test_a_follow_up_s_time_takes_the_place_of_the_last_one_s() -> None:
    found = understand("what about last month?", today=FRIDAY, before=["What did OpenAI announce yesterday?"])
    assert found.span is not None
    assert (found.span.start, "yesterday" in found.text) == (date(2026, 6, 1), False)


def test_a_conversation_keeps_its_subject_from_its_first_question_on() -> None:
    """However many have only said "it" since."""
    before = ["and when was it released?", "who made it?", "What is Inkling?"]
    whole = understand("how many parameters does it have?", today=FRIDAY, before=before)
    assert "Inkling" in whole.text
    assert "inkl" in whole.subject


def test_a_question_of_it_alone_has_no_subject() -> None:
    for text in ("when was it released?", "who made it?", "それはいつ？", "它是什么时候发布的？"):
        assert lacks_subject(text), text
    for text in ("when was Inkling released?", "Is it true that chips got cheaper?", "What happened this week?"):
        assert not lacks_subject(text), text


def test_a_pronoun_of_who_is_asked_for_needs_no_earlier_question() -> None:
    for text in (
        "Which company said its model was too risky?",
        "Who said their product might kill?",
        "哪家公司说它的模型太危险？",
    ):
        assert not lacks_subject(text), text
        assert not refers_back(text), text
    for text in (
        "Which companies say it will cut jobs?",
        "Who said it was dangerous?",
        "Which version did it release?",
    ):
        assert refers_back(text), text


def test_a_whole_question_owes_nothing_to_the_last() -> None:
    assert (
        "OpenAI"
        not in understand("How many chips did Nvidia sell?", today=FRIDAY, before=["What did OpenAI announce?"]).text
    )


@pytest.mark.parametrize(
    "text",
    [
        "what about the OpenAI trademark dispute?",
        "what about the Suno hack?",
        "Sunoのハッキングは？",
        "谷歌的商标诉讼呢？",
        "OpenAIの最新ニュースは？",
        "오픈AI 뉴스는?",
    ],
)
def test_what_names_its_subject_takes_nothing_along(text: str) -> None:
    """However it begins or ends."""
    before = "what did the EU decide about Microsoft?"
    assert understand(text, today=FRIDAY, before=[before]) == understand(text, today=FRIDAY)


def test_what_only_compares_or_dates_is_not_what_is_asked_about() -> None:
    for text in ("카카오와 네이버를 비교해줘", "OpenAIとAnthropicの違いは？", "เปรียบเทียบ OpenAI กับ Anthropic"):
        found = understand(text, today=FRIDAY)
        named = {token for side in found.sides for token in search_tokens(side.label)}
        assert set(core(found)) <= named, text
    assert core(understand("ข่าว DeepSeek เมื่อวันที่ 1 กรกฎาคม", today=FRIDAY)) == ["deepseek"]


def test_a_source_is_asked_for_by_name() -> None:
    """By the name its feed has, or begins with; a name alone asks for nothing."""
    known = {"Tide News (AI)": "tide-ai", "Tide News": "tide", "Bench": "bench"}
    assert set(understand("chips according to Tide News", today=FRIDAY, sources=known).sources) == {"tide", "tide-ai"}
    assert understand("What is Bench?", today=FRIDAY, sources=known).sources == ()


def test_news_of_somebody_is_about_the_name() -> None:
    """The verbs of announcing say nothing; particles of other scripts neither."""
    assert core(understand("What did OpenAI announce?", today=FRIDAY)) == ["openai"]
    assert core(understand("今週OpenAIは何を発表した？", today=FRIDAY)) == ["openai"]
    assert understand("What happened in AI today?", today=FRIDAY).general
    assert understand("latest chip news", today=FRIDAY).topics == ("chips",)


@pytest.mark.parametrize(
    "question",
    ["which companies announced chips?", "哪些公司發表了晶片？", "どの企業がチップを発表した？", "บริษัทใดบ้างเปิดตัวชิป"],
)
def test_who_brought_out_chips_is_news_of_that_field(question: str) -> None:
    """In any script: nobody is asked about, so it is the field's news that is wanted."""
    found = understand(question, today=date(2026, 7, 24))
    assert (found.general, found.topics) == (True, ("chips",))


@pytest.mark.parametrize("question", ["奧比塔公司發表了什麼？", "東京で何が開通した？", "新しい橋が開通した"])
def test_a_subject_among_everyday_words_is_a_subject(question: str) -> None:
    assert not understand(question, today=date(2026, 7, 24)).general


@pytest.mark.parametrize(
    "question",
    [
        "what AI news today?",
        "What's the AI news today?",
        "what are today's AI news stories?",
        "今日のAIニュースは何がありますか？",
        "今日はどんなAIニュースがある？",
        "今天有什么AI新闻？",
        "今天有哪些AI新聞？",
        "오늘 AI 뉴스 뭐 있어?",
        "오늘의 AI 뉴스",
        "ข่าว AI วันนี้มีอะไรบ้าง",
        "มีข่าว AI อะไรบ้างวันนี้",
    ],
)
def test_the_day_s_news_is_asked_for_in_many_words(question: str) -> None:
    """Of no one in particular."""
    found = understand(question, today=date(2026, 7, 17))
    assert (found.intent, found.general, found.topics) == (Intent.WHATS_NEW, True, ())
    assert found.span is not None


@pytest.mark.parametrize(
    "question",
    [
        "7月17日のOpenAIのニュース",
        "เมื่อวานมีข่าวอะไรเกี่ยวกับ OpenAI",
        "7월 17일 OpenAI 기사",
        "7月17日OpenAI的新闻",
        "What did I miss about OpenAI on 17 July?",
    ],
)
def test_news_of_a_day_is_news_of_that_day(question: str) -> None:
    """However it is asked for: news is looked for in its time alone, a fact in any."""
    found = understand(question, today=date(2026, 7, 18))
    assert (found.intent, found.general) == (Intent.WHATS_NEW, False)
    assert found.span is not None
    assert found.span.start == date(2026, 7, 17)


@pytest.mark.parametrize(
    "question",
    [
        "What did I miss since Monday about chips?",
        "月曜から半導体で見逃したニュース",
        "월요일 이후 반도체 소식 놓친 것",
    ],
)
def test_a_catch_up_on_a_field_is_of_that_field(question: str) -> None:
    found = understand(question, today=FRIDAY)
    assert (found.intent, found.topics) == (Intent.CATCH_UP, ("chips",))


@pytest.mark.parametrize(
    ("languages", "questions"),
    [
        ("zh-Hans zh-Hant", "Chinese-language news about DeepSeek|latest news in Chinese about DeepSeek|중국어 기사 딥시크|"
         "中国語のDeepSeekの記事|ข่าวภาษาจีนเกี่ยวกับ DeepSeek|关于DeepSeek的中文新闻"),
        ("en", "news on DeepSeek in English|英語のニュース DeepSeek|영어 기사 DeepSeek|DeepSeek的英文報導"),
        ("ja", "Japanese articles about DeepSeek|日本語のDeepSeekのニュース|日文新闻 DeepSeek"),
        ("", "a Thai-language model by DeepSeek|日本語のモデルのニュース|DeepSeek in Chinese schools|โมเดลภาษาไทยของ DeepSeek|中文大模型DeepSeek的参数"),
    ],
)  # fmt: skip
def test_reports_are_asked_for_by_their_language(languages: str, questions: str) -> None:
    """What a model speaks is no wish of the reader's."""
    for question in questions.split("|"):
        found = understand(question, today=FRIDAY)
        assert found.languages == tuple(languages.split()), question


def test_what_two_did_together_is_news_of_both() -> None:
    """By what word a question may call it; of one, or of strangers, a fact is asked for."""
    assert understand("What did Microsoft and Mistral agree?", today=FRIDAY).intent is Intent.NEWS
    assert understand("What did Microsoft agree?", today=FRIDAY).intent is Intent.FACT


def test_what_somebody_s_news_is_to_be_about_must_be_met() -> None:
    """Though by itself it is a field of the trade."""
    assert "chip" in core(understand("What did Google say about chips?", today=FRIDAY))
    assert "chip" not in core(understand("latest chip news from Google", today=FRIDAY))
