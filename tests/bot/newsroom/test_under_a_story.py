"""Under a story, or below a brief, a question that says nothing but what it asks."""

from pathlib import Path
from typing import Any

import pytest

from news.asking import Answer
from news.phrases import phrase
from tests.bot.newsroom.test_conversations import ask, index
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
