"""Under a story, or below a brief, a question that says nothing but what it asks."""

from pathlib import Path
from typing import Any

import pytest

from bot.house import House
from news.asking import Answer
from news.phrases import format_date, phrase
from tests.bot.newsroom.conversing import ARTICLES, ask, index
from tests.bot.shelf import a_story, an_article, shelf

PLANT = "Orbita Labs said on Thursday it will build a robot plant in Norway because its rivals have none. The plant costs $40 million."
REPORTS = (
    an_article("plant", "s1", title="Orbita Labs builds a robot plant", text=PLANT, source_name="Fjord Post"),
    an_article("again", "s1", title="Robot plant planned by Orbita Labs", text="", source_name="Daily Cog"),
    an_article("bare", "s2", title="Vega Systems opens a lake museum for robots", text=""),
    an_article("near", "s3", title="Vega Systems opens a lake museum for robots in Oslo for $9 million", text=""),
    an_article("zh", "s4", title="维加公司发布湖泊机器人博物馆", text="", language="zh-Hans"),
)
STORIES = tuple(
    a_story(one.story, headline=one.title, language=one.language) for one in REPORTS if one.id != "again" and one.story
)


async def asked(tmp_path: Path, text: str, story: str | None, **given: Any) -> Answer:
    async with shelf(tmp_path, stories=STORIES, articles=REPORTS) as house:
        await index(house, REPORTS)
        return await ask(house, text, story=story, **{"language": None, **given})


def told(answer: Answer) -> str:
    return " ".join(one.text for one in answer.sentences)


@pytest.mark.parametrize(
    ("text", "holds"),
    [
        ("when?", "on Thursday"), ("who is behind it?", "Orbita Labs"), ("how much?", "$40 million"), ("where?", "in Norway"),
        ("why?", "because"), ("is it confirmed?", "Orbita Labs"), ("誰？", "Orbita Labs"), ("いつのこと？", "on Thursday"),
        ("在哪里？", "in Norway"), ("為什麼？", "because"), ("얼마야?", "$40 million"), ("누가 했어?", "Orbita Labs"),
        ("เกิดขึ้นที่ไหน", "in Norway"), ("เมื่อไหร่", "on Thursday"), ("어디서?", "in Norway"), ("what's next?", "will build"),
    ],
)  # fmt: skip
async def test_a_bare_question_is_answered_from_the_story_s_reports(tmp_path: Path, text: str, holds: str) -> None:
    """In whatever language it is asked."""
    answer = await asked(tmp_path, text, "s1")
    assert holds in told(answer)
    assert answer.nearest[0].id == "s1"


@pytest.mark.parametrize(
    "text", ["which sources?", "who else reports this?", "他に誰が報じている？", "来源？", "출처는?", "แหล่งข่าวคืออะไร"]
)
async def test_each_source_is_told_with_its_title(tmp_path: Path, text: str) -> None:
    answer = await asked(tmp_path, text, "s1")
    assert {one.citations[0].source for one in answer.sentences} == {"Fjord Post", "Daily Cog"}
    assert "Fjord Post" in answer.note


@pytest.mark.parametrize("text", ["summarise this", "tl;dr", "what happened?", "要約して", "요약해 줘", "สรุปให้หน่อย"])
async def test_a_story_of_titles_in_another_language_is_summed_up_by_them(tmp_path: Path, text: str) -> None:
    answer = await asked(tmp_path, text, "s4")
    assert told(answer) == REPORTS[4].title
    assert answer.note


@pytest.mark.parametrize(("text", "holds"), [("how much?", "$9 million"), ("where?", "in Oslo")])
async def test_what_its_reports_lack_is_told_by_others_of_the_same_and_that_is_said(
    tmp_path: Path, text: str, holds: str
) -> None:
    answer = await asked(tmp_path, text, "s2")
    assert holds in told(answer)
    assert phrase("en", "answer.from_elsewhere") in answer.note


async def test_what_nobody_says_is_not_made_up(tmp_path: Path) -> None:
    answer = await asked(tmp_path, "why?", "s2")
    assert answer.abstained
    assert answer.note == phrase("en", "answer.not_in_story")


@pytest.mark.parametrize(
    "text", ["why does this matter?", "what happened?", "なぜ重要？", "누가 했어?", "总结一下", "เกิดอะไรขึ้น"]
)
async def test_below_a_brief_a_question_without_a_story_is_asked_back(tmp_path: Path, text: str) -> None:
    """How one is chosen is said; what names something is answered as anywhere."""
    answer = await asked(tmp_path, text, None, of_brief=True)
    assert answer.note == phrase(answer.language, "answer.choose_story")
    named = await asked(tmp_path / "named", "What does the robot plant of Orbita Labs cost?", None, of_brief=True)
    assert "$40 million" in told(named)


@pytest.mark.parametrize("text", ["why does this matter?", "summarise this", "为什么重要？"])
async def test_elsewhere_it_is_said_that_nothing_is_spoken_of(tmp_path: Path, text: str) -> None:
    answer = await asked(tmp_path, text, None)
    assert answer.note == phrase(answer.language, "answer.unclear")


@pytest.mark.parametrize(
    ("asked", "language", "elsewhere"),
    [
        ("How much rain fell?", "en", False),
        ("who is against it?", "en", False),
        ("どこの裁判所ですか？", "ja", False),
        ("How many parameters has Lumo 3?", "en", True),
    ],
)
async def test_what_a_story_does_not_say_is_not_taken_from_others(
    house: House, asked: str, language: str, elsewhere: bool
) -> None:
    """Unless the question names what it is about: then the archive is looked through."""
    found = await ask(house, asked, story="s2", language=language)
    assert bool(found.sentences) is elsewhere
    if not elsewhere:
        assert found.note == phrase(found.language, "answer.not_in_story")
        assert {link.id for link in found.nearest} <= {"s2"}


@pytest.mark.parametrize(
    "asked",
    ["what is it about?", "why does it matter?", "who is affected?", "summarise this", "何の話？", "这是关于什么的？"],
)
async def test_what_a_story_is_about_is_answered_from_its_own_telling(house: House, asked: str) -> None:
    """In whatever language it is asked; its reports need not have a word of the question."""
    found = await ask(house, asked, story="s2", language=None)
    assert "800 jobs" in found.sentences[0].text
    assert {one.url for sentence in found.sentences for one in sentence.citations} == {ARTICLES[1].url}


async def test_under_a_story_its_own_sources_answer(house: House) -> None:
    """Without a name in the question."""
    answer = await ask(house, "How many jobs will be cut?", story="s2")
    assert "800 jobs" in answer.sentences[0].text
    assert answer.nearest[0].id == "s2"


@pytest.mark.parametrize(
    "asked", ["what did Vega Systems decide in Oslo?", "what will Vega Systems dismantle in Oslo?"]
)
async def test_under_a_story_its_names_are_enough(house: House, asked: str) -> None:
    """Whatever word the question has for what they did; a name that its reports lack, a number or a time is still looked for."""
    answer = await ask(house, asked, story="s2")
    assert "800 jobs" in answer.sentences[0].text
    assert answer.nearest[0].id == "s2"
    for other in ("what did Orbita Systems dismantle in Oslo?", "what price does Vega Systems dismantle in Oslo?"):
        assert (await ask(house, other, story="s2")).abstained


async def test_under_a_story_they_are_whom_it_names_first(tmp_path: Path) -> None:
    """What they paid is told by a sum, when it came by a time; what the reports do not say is not taken from other news of them."""
    text = "A judge has approved a $1.5 billion settlement on Monday. Anthropic offers authors around $3,000 for each book."
    paid = an_article("paid", "s1", title="Anthropic settlement with authors is approved", text=text)
    chips = "Anthropic starts to sell computing to others and pays suppliers. Its models run on phones."
    other = an_article("other", "s2", title="Anthropic sells computing", text=chips)
    stories = (a_story("s1", headline=paid.title), a_story("s2", headline=other.title))
    async with shelf(tmp_path, stories=stories, articles=(paid, other)) as house:
        await index(house, (paid, other))
        told = await ask(house, "how much do they pay authors?", story="s1")
        assert "$3,000" in " ".join(one.text for one in told.sentences)
        for asked in ("what do they sell?", "why do they start?", "does it run on phones?", "how fast is it?"):
            assert (await ask(house, asked, story="s1")).abstained, asked


async def test_under_a_story_how_much_and_when_are_answered_alone(tmp_path: Path) -> None:
    """From a title too; a day that no report tells is that of the first report, and said."""
    there = an_article("gritt", "s3", title="Gritt exits stealth with $32 million for robots", text="")
    async with shelf(tmp_path, stories=[a_story("s3", headline=there.title)], articles=[there]) as house:
        await index(house, [there])
        assert "$32 million" in (await ask(house, "How much?", story="s3")).sentences[0].text
        when = await ask(house, "when was it announced?", story="s3")
    day = format_date(there.published.date(), "en")
    assert when.note == phrase("en", "answer.first_reported", date=day)
    assert when.sentences[0].text == there.title
