"""What becomes of a question: what it is taken for, what it goes on from, whose sources answer it, and how often one may ask."""

from dataclasses import replace
from pathlib import Path

import pytest

from bot.house import House
from bot.newsroom.answering.limits import AskLimits
from news.errors import TooMany
from news.model import PUBLIC, Tenant
from news.phrases import phrase
from tests.bot.newsroom.conversing import SECRET, ask, enter, index
from tests.bot.shelf import NOON, a_story, an_article, shelf


async def test_the_same_event_gets_the_same_answer_and_counts_once(house: House) -> None:
    """What could not be sent is not thought out again; in another tenant the same id is another question."""
    once = {"reader": "ann", "limits": AskLimits(reader=1), "once": "slack:Ev1"}
    first = await ask(house, "What did Orbita Labs release?", **once)
    assert first.sentences
    assert await ask(house, "What did Orbita Labs release?", **once) == first
    with pytest.raises(TooMany):
        await ask(house, "What did Orbita Labs release?", **{**once, "once": "slack:Ev2"})
    async with house.database.begin() as tx:
        await tx.tenants.put(Tenant("slack:T2", "T2", NOON))
    other = await ask(house, "What did Orbita Labs release?", **once, tenant="slack:T2")
    assert other.id != first.id


async def test_a_follow_up_is_about_the_same_thing(house: House) -> None:
    """In its thread; another thread knows nothing of it."""
    await ask(house, "When was Lumo 3 released?", thread="chat:1")
    assert "70 billion" in (await ask(house, "How many parameters does it have?", thread="chat:1")).sentences[0].text
    assert (await ask(house, "when?", thread="chat:2")).note == phrase("en", "answer.unclear")


async def test_a_misspelt_name_is_answered_and_said(house: House) -> None:
    """Only one that no document has: what is written somewhere is meant as it is written."""
    there = an_article(
        "there", "s1", title="OpenAI opens an office in Oslo", text="OpenAI opens an office in Oslo in May."
    )
    await index(house, [there])
    async with house.database.begin() as tx:
        await tx.articles.add([there], tenant=PUBLIC)
    answer = await ask(house, "Where does OpneAI open an office?")
    assert "Oslo" in answer.sentences[0].text
    assert answer.note == phrase("en", "answer.meant", name="OpenAI")
    assert not (await ask(house, "Where does OpenAI open an office?")).note


async def test_what_was_set_aside_answers_no_question_about_nobody_of_the_trade(house: House) -> None:
    """Nor does a name that no table has go without being met."""
    match = an_article(
        "cup", "", title="Spain beat Argentina to win the World Cup final", text="Spain won 2-1 in New Jersey."
    )
    speaks = an_article("guan", "", title="AIT提台美海事合作 管碧玲：台灣是美國可靠夥伴", text="", language="zh-Hant")
    await enter(house, [match, speaks])
    assert "Spain" in (await ask(house, "Who won the World Cup final?")).sentences[0].text
    async with house.database.begin() as tx:
        await tx.articles.set_aside(["cup"], tenant=PUBLIC)
    assert (await ask(house, "Who won the World Cup final?")).abstained
    assert "管碧玲" in (await ask(house, "管碧玲說了什麼？", language="zh-Hant")).sentences[0].text
    assert (await ask(house, "聯電說了什麼？", language="zh-Hant")).abstained


async def test_an_unknown_version_is_met_with_silence(house: House) -> None:
    """In whatever spelling a known one is asked for."""
    more = an_article("gpt", "s1", title="OpenAI opens GPT-5.6", text="GPT-5.6 was released by OpenAI on 9 July.")
    await enter(house, [more])
    for asked in ("When was GPT-5.6 released?", "When was GPT 5.6 released?", "when was gpt5.6 released?"):
        assert "9 July" in (await ask(house, asked)).sentences[0].text
    unknown = await ask(house, "When was GPT-7 released?")
    assert unknown.abstained
    assert unknown.nearest


async def test_what_names_nothing_goes_on_from_the_story_that_was_answered_from(house: House) -> None:
    """Whatever else the archive has of the same words."""
    decoy = an_article("storm", "s3", title="Cuts hit the rowing team", text="The cuts hit the rowing team in Bergen.")
    async with house.database.begin() as tx:
        await tx.stories.put([a_story("s3")], tenant=PUBLIC)
        await tx.articles.add([replace(decoy, story=None)], tenant=PUBLIC)
        await tx.articles.assign({"storm": "s3"}, tenant=PUBLIC)
    await index(house, [decoy])
    assert "rowing" in (await ask(house, "which team did the cuts hit?", thread="chat:7")).sentences[0].text
    await ask(house, "How many jobs does Vega Systems cut?", thread="chat:8")
    assert "chip team" in (await ask(house, "which team did the cuts hit?", thread="chat:8")).sentences[0].text
    await ask(house, "How many jobs does it cut?", thread="chat:9", story="s2")
    assert "chip team" in (await ask(house, "which team did the cuts hit?", thread="chat:9")).sentences[0].text


@pytest.mark.parametrize(
    ("asked", "note"),
    [
        ("SELECT * FROM questions", "empty"),
        ("'; DROP TABLE articles; --", "empty"),
        ("NEAR(", "empty"),
        ('" OR 1=1 --', "empty"),
        ("title: OR NOT AND", "empty"),
        ("<script>alert(1)</script>", "empty"),
        ("What should I invest in?", "off_topic"),
        ("How do I install ollama?", "off_topic"),
        ("How do I use Lumo 3?", "how_to"),
        ("パスタの作り方を教えて", "off_topic"),
        ("写一首关于春天的诗", "off_topic"),
    ],
)
async def test_what_is_no_question_to_the_news_is_declined(house: House, asked: str, note: str) -> None:
    """With the news of what it names, if it names anything."""
    found = await ask(house, asked, language=None)
    assert found.abstained
    assert found.note == phrase(found.language, f"answer.{note}")
    assert [link.id for link in found.nearest] == (["s1"] if note == "how_to" else [])


async def test_select_and_drop_are_words_too(house: House) -> None:
    assert (await ask(house, "Did Vega Systems drop and cut jobs, or select from them?")).intent != "off-topic"


async def test_before_anything_is_collected_an_answer_says_how(tmp_path: Path) -> None:
    async with shelf(tmp_path) as empty:
        for text, language in (("What did OpenAI announce?", "en"), ("今週のニュースは？", "ja"), ("กี่คน", "th")):
            assert "`ainews collect`" in (await ask(empty, text, language=language)).note


async def test_a_question_without_an_answer_spoils_none_that_follow(house: House) -> None:
    """What makes no sense as going on from another is answered by itself."""
    for _ in range(2):
        for text, told in (
            ("How many jobs does Vega Systems cut?", "800 jobs"),
            ("Which whale did Vega Systems rescue in Bergen?", ""),
            ("and the Lumo 3 parameters?", "70 billion"),
        ):
            answer = await ask(house, text, thread="chat:1")
            assert told in " ".join(sentence.text for sentence in answer.sentences)
            assert answer.abstained is not bool(told)


async def test_what_somebody_decided_is_what_they_did(house: House) -> None:
    """Deciding asks, as doing and saying do: no report need have the word."""
    assert "800 jobs" in (await ask(house, "what did Vega Systems decide in Oslo?")).sentences[0].text


async def test_another_tenant_s_sources_are_never_told(house: House) -> None:
    """The owner is answered from them, nobody else."""
    async with house.database.begin() as tx:
        await tx.tenants.put(Tenant("acme", "Acme", NOON))
        await tx.articles.add([replace(SECRET, tenant="acme", story=None)], tenant="acme")
    await index(house, [SECRET], tenant="acme")
    question = "Where does Vega Systems plan a hidden plant?"
    assert "Bergen" in (await ask(house, question, tenant="acme")).sentences[0].text
    for tenant in (PUBLIC, "borea"):
        answer = await ask(house, question, tenant=tenant)
        assert "Bergen" not in " ".join(sentence.text for sentence in answer.sentences)
        assert "hidden" not in " ".join(link.headline for link in answer.nearest)


async def test_a_word_that_only_another_tenant_s_sources_have_corrects_nobody_s_spelling(house: House) -> None:
    """Or a slip away from it one would learn that it is there."""
    plans = an_article(
        "plans", "", title="Zorvexia plans a plant", text="Zorvexia plans a plant in Bergen with two shifts."
    )
    async with house.database.begin() as tx:
        await tx.tenants.put(Tenant("acme", "Acme", NOON))
        await tx.articles.add([replace(plans, tenant="acme", story=None)], tenant="acme")
    await index(house, [plans], tenant="acme")
    asked = "What does Zorvexai plan?"
    assert "Zorvexia" in (await ask(house, asked, tenant="acme")).note
    for tenant in (PUBLIC, "borea"):
        assert "Zorvexia" not in (await ask(house, asked, tenant=tenant)).note


async def test_limits_are_told_kindly(house: House) -> None:
    """In the asker's language, per person and per tenant."""
    limits = AskLimits(reader=1, tenant=2)
    await ask(house, "Lumo?", reader="u1", limits=limits)
    with pytest.raises(TooMany, match="1分"):
        await ask(house, "Lumo?", reader="u1", limits=limits, language="ja")
    await ask(house, "Lumo?", reader="u2", limits=limits)
    with pytest.raises(TooMany, match="just now"):
        await ask(house, "Lumo?", reader="u3", limits=limits)


async def test_each_side_of_a_comparison_is_told_of_what_is_compared(house: House) -> None:
    """Of the parameters of two models not their dates."""
    more = (
        an_article("lumo2", "s1", title="Orbita Labs tests Lumo 3", text="Lumo 3 was tested in Bergen by Orbita Labs."),
        an_article(
            "tova", "s2", title="Vega Systems opens Tova 2", text="Tova 2 has 30 billion parameters. It is small."
        ),
    )
    await enter(house, more)
    found = await ask(house, "Compare the parameters of Lumo 3 and Tova 2")
    told = " ".join(sentence.text for sentence in found.sentences)
    assert "70 billion parameters" in told
    assert "30 billion parameters" in told
    assert "Bergen" not in told


async def test_what_was_told_of_one_is_asked_of_another_by_its_name_alone(house: House) -> None:
    """What names somebody else is no answer; what is new of it is told then."""
    quaris = an_article("quaris", "", title="AI chip maker Quaris raises $60 million from Fjord Capital", text="")
    await enter(house, [quaris])
    assert "800" in (await ask(house, "How many jobs does Vega Systems cut?", thread="chat:1")).sentences[0].text
    answer = await ask(house, "and Quaris?", thread="chat:1")
    assert [one.text for one in answer.sentences] == [quaris.title]


async def test_a_follow_up_is_answered_by_another_report_that_has_the_same_rare_name(house: House) -> None:
    hires = an_article("hires", "", title="AI lab Quaris hires two founders of Fjord Robotics", text="")
    raises = an_article(
        "raises", "", title="Norwegian AI lab Quaris raised $60 million in a round of Bergen Capital", text=""
    )
    others = [an_article(f"other{n}", "", title=f"AI ferry {n} leaves the harbour", text="") for n in range(60)]
    await enter(house, [hires, raises, *others])
    assert (await ask(house, "Who did Quaris hire?", thread="chat:1")).sentences[0].text == hires.title
    assert (await ask(house, "how much did they raise?", thread="chat:1")).sentences[0].text == raises.title


@pytest.mark.parametrize(
    "asked", ["what's the latest on Orbita Labs?", "Orbita Labs最近怎么样", "Orbita Labs 요즘 어때?"]
)
async def test_news_of_whom_a_question_names_are_not_those_of_what_was_spoken_of(house: House, asked: str) -> None:
    await ask(house, "How many jobs does Vega Systems cut?", thread="chat:11")
    told = await ask(house, asked, thread="chat:11")
    assert told.sentences
    assert all("Vega" not in one.text for one in told.sentences)
