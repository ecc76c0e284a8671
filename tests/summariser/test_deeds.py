"""Whose deed a sentence tells: news of what somebody did is not news of what was done to them."""

from dataclasses import replace

import pytest

from news.asking import Intent, Passage, Question
from summariser.answering.answers import answer
from summariser.asking.understanding import core, understand
from summariser.reading.doings import ACTS, TAKES_PART, lists_new_models, whose_news
from summariser.words.deeds import deed_in, is_release, who_did
from tests.summariser.pieces import NOON


def asked(text: str) -> Question:
    return Question("q", "public", None, text, "en", NOON, intent=Intent.NEWS, terms=(("openai", 3.0),))


DONE = [
    ("what did OpenAI release?", "OpenAI launches a keyboard"),
    ("what did OpenAI release?", "On Tuesday, ChatGPT opened to schools."),
    ("what did OpenAI release?", "A new chip was presented by OpenAI"),
    ("what did Moonshot release?", "China’s Moonshot AI unveils a model"),
    ("what did OpenAI say?", "After reports of lost files, OpenAI says it is sorry"),
    ("オープンAIは何を発表した？", "オープンAIが新しい端末を発表した。"),
    ("오픈AI는 무엇을 발표했나?", "오픈AI가 새 모델을 공개했다."),
    ("OpenAI 最近發布了什麼？", "OpenAI 推出廣告服務"),
    ("What did Bessent say about China?", "Bessent says U.S. could sanction China"),
    ("What does Demis Hassabis propose?", "Google DeepMind chief Demis Hassabis calls for a standards body"),
]
NOT_DONE = [
    ("what did OpenAI release?", "Apple sues OpenAI over trade secrets"),
    ("what did OpenAI release?", "New competitor to OpenAI: Thinking Machines unveils its first model"),
    ("what did OpenAI release?", "Microsoft plans to release a tool with models from Anthropic, OpenAI, and itself"),
    ("what did OpenAI release?", "Parliament lets its members access Meta, OpenAI, and Mistral models"),
    ("what did OpenAI release?", "Ex-OpenAI researchers open a lab"),
    ("what did OpenAI release?", "JPMorgan says OpenAI is a risk"),
    ("what did Orbita Labs release?", "Vega Labs releases a lamp for Orbita Labs"),
    ("오픈AI는 무엇을 발표했나?", "애플이 오픈AI를 제소했다."),
    ("오픈AI는 무엇을 발표했나?", "2022년 챗GPT 공개 이후 삼 년 만이다."),
    ("阿里巴巴发布了什么？", "SmartCall 发布 新增通义千问语音模型"),
    ("OpenAI 最近發布了什麼？", "前OpenAI CTO穆拉蒂打造新模型"),
]


@pytest.mark.parametrize(("question", "sentence"), DONE)
def test_who_comes_first_and_acts_did_it(question: str, sentence: str) -> None:
    """Itself or by its product, its head, its country's possessive; a name that no table knows too."""
    doer = who_did(asked(question))
    assert doer is not None
    assert deed_in(sentence, doer)


@pytest.mark.parametrize(("question", "sentence"), NOT_DONE)
def test_who_is_only_mentioned_did_nothing(question: str, sentence: str) -> None:
    doer = who_did(asked(question))
    assert doer is not None
    assert not deed_in(sentence, doer)


def test_what_happened_to_somebody_is_no_deed_of_theirs() -> None:
    assert who_did(asked("What happened to OpenAI?")) is None


def test_a_release_is_asked_for_and_a_lawsuit_is_none() -> None:
    """Where nothing came out the answer is silence, and the stories are named as nearest."""

    def report(title: str) -> Passage:
        return Passage(title, title, "Post", f"https://p.example/{len(title)}", title, title, "en", NOON, 1.0)

    shop, suit, hire = report("ChatGPT launches a shop"), report("OpenAI sues a rival"), report("OpenAI hires a judge")
    found = answer(asked("what did OpenAI release?"), [suit, shop, hire])
    assert [sentence.text for sentence in found.sentences] == [shop.title]
    silent = answer(asked("what did OpenAI release?"), [suit, hire])
    assert silent.abstained
    assert len(silent.nearest) == 2
    whole = answer(asked("what did OpenAI do?"), [suit, shop, hire])
    assert {sentence.text for sentence in whole.sentences} == {suit.title, shop.title, hire.title}


NOTHING_ELSE = [
    (Intent.NEWS, "what did OpenAI release this week?", ("openai",)),
    (Intent.NEWS, "OpenAIは今週何を発表しましたか？", ("openai",)),
    (Intent.WHATS_NEW, "any news from Anthropic?", ("anthrop",)),
    (Intent.WHATS_NEW, "any news from Orbita Labs?", ("orbita", "lab")),
]
SOMETHING_ELSE = [
    (Intent.NEWS, "what did OpenAI say about chips?", ("openai",)),
    (Intent.NEWS, "which models did OpenAI release?", ("openai",)),
    (Intent.NEWS, "what did OpenAI release for teachers?", ("openai", "teacher")),
    (Intent.NEWS, "OpenAIはチップについて何を発表した？", ("openai",)),
    (Intent.WHATS_NEW, "what's new with OpenAI and Google?", ("openai", "googl")),
    (Intent.FACT, "when did OpenAI release it?", ("openai",)),
]


@pytest.mark.parametrize(("intent", "text", "core"), NOTHING_ELSE)
def test_nothing_but_the_news_of_somebody_is_asked_for(intent: Intent, text: str, core: tuple[str, ...]) -> None:
    """Then their stories answer, whatever words the stories have."""
    assert whose_news(replace(asked(text), intent=intent), core) is not None


@pytest.mark.parametrize(("intent", "text", "core"), SOMETHING_ELSE)
def test_more_than_the_news_of_somebody_is_asked_for(intent: Intent, text: str, core: tuple[str, ...]) -> None:
    """Then what else is asked has to be met."""
    assert whose_news(replace(asked(text), intent=intent), core) is None


def test_what_is_theirs_is_no_news_of_theirs_where_another_company_is_at_work_on_it() -> None:
    """A browser reads YouTube; an open-source platform is no release."""
    asked = Question("q", "public", None, "구글 소식", "ko", NOON, intent=Intent.WHATS_NEW)
    of = whose_news(asked, ("구글",))
    assert of is not None
    assert of.part_in("웹페이지·유튜브도 바로 분석…오픈AI, 브라우저 강화") < TAKES_PART
    assert of.part_in("구글, 새 로봇 모델 공개") == ACTS
    for title in ("Microsoft and Google strike a deal", "Apple teams up with Google on chips", "애플과 구글, 협력"):
        assert of.part_in(title) == ACTS  # two who do it together
    assert of.part_in("Apple sues Google") == TAKES_PART
    assert of.part_in("A new model beats those of OpenAI, Anthropic and Google") < TAKES_PART
    assert of.named_in("구글이 새 모델을 공개했다.")
    assert not of.named_in("바이낸스가 해명했다.")
    assert not is_release("OpenAI新模型意外入侵知名開源平臺")
    assert not is_release("AI 參考公開 Instagram 帳號生成圖像惹議")
    assert is_release("OpenAI 公開 GPT-5 權重")
    assert is_release("NTT、新LLM公開")
    assert is_release("オルビタ、新LLMの提供を開始")
    assert not is_release("Meta 為新建發電廠提供資金支援")


def test_a_release_that_is_to_come_is_none() -> None:
    """Nor a rumour of one, nor a suit."""
    openai = whose_news(asked("what did OpenAI release?"), ("openai",))
    assert openai is not None
    for title in ("OpenAI to launch a speaker", "外傳OpenAI將發表喇叭", "OpenAI sues a rival"):
        assert not openai.fits(title)
    assert openai.fits("OpenAI launches Codex Micro, a keyboard")


def test_a_list_of_models_is_of_models_that_came_out() -> None:
    """An open-source platform came out of nobody's hands just now; a chip is no model."""

    def report(title: str) -> Passage:
        return Passage(title, title, "Post", f"https://p.example/{len(title)}", title, title, "en", NOON, 1.0)

    model, platform, chip = (
        report("OpenAI releases a small model"),
        report("OpenAI admits its models entered an open-source platform"),
        report("OpenAI launches a chip"),
    )
    for text in ("Which models did OpenAI release?", "list the models OpenAI released"):
        found = answer(replace(asked(text), intent=Intent.LIST), [chip, platform, model])
        assert [sentence.text for sentence in found.sentences] == [model.title]


@pytest.mark.parametrize(
    ("company", "title", "is_one"),
    [
        ("Alibaba", "Alibaba Previews Qwen3.8-Max, a 2.4 Trillion-Parameter Model, Days After a Rival's Launch", True),
        ("OpenAI", "Introducing GPT-5.6", True),
        ("Alibaba", "Alibaba Unveils New Model as Chinese AI Firms Shake Up Silicon Valley", False),
        ("Nvidia", "Nvidia supplier Wistron launches $700 million Texas factory for AI system production", False),
        ("Google", "Google-backed satellites for wildfire detection launch as smoke chokes US", False),
        ("OpenAI", "OpenAI delays releasing GPT-6", False),
        ("Google", "Google releases Gemini 3.6 Flash, but will not release Gemini 4 soon", True),
        ("Anthropic", "Anthropic不發布Mythos", False),
        ("OpenAI", "OpenAIはGPT-6を公開しない", False),
        ("OpenAI", "오픈AI, GPT-6 공개 연기", False),
    ],
)
def test_a_release_is_by_the_company_has_a_name_and_is_out(company: str, title: str, is_one: bool) -> None:
    theirs = whose_news(asked(f"what did {company} release?"), (company.casefold(),))
    assert theirs is not None
    assert theirs.tells_release(title) == is_one


@pytest.mark.parametrize(
    ("text", "everybodys"),
    [
        ("列出百川星云发布的模型", False),
        ("列出Zorbatech发布的模型", False),
        ("列出发布的模型", True),
        ("list the models released in July", True),
        ("List the models Zorbatech released", False),
    ],
)
def test_a_list_of_models_is_of_the_maker_it_names(text: str, everybodys: bool) -> None:
    """Known or not: everybody's models are no answer."""
    meant = understand(text, today=NOON.date())
    question = replace(asked(meant.text), intent=Intent.LIST)
    assert lists_new_models(question, core(meant)) is everybodys
