"""One journey of a head of state, under whatever title a report of the next day shows it."""

from datetime import timedelta
from pathlib import Path

import pytest

from news.model import Edition
from tests.bot.house import brief_in
from tests.bot.shelf import NOON, a_story, an_article, shelf
from tests.fakes.briefs import brief, told


@pytest.mark.parametrize(("holder", "again"), [("김 대통령", True), ("박 장관", False)])
async def test_a_journey_is_known_by_the_titles_that_were_shown(tmp_path: Path, holder: str, again: bool) -> None:
    """The stories' own headlines are other reports' titles, which nobody was shown."""
    shown, other = "김 대통령, AI 투자 협력 강화", f"{holder}, AI 외교 성과 거두고 귀국"
    morning = NOON - timedelta(hours=20)
    stories = [
        a_story("first", headline="AI 동맹을 넓히다", language="ko", articles=("first",)),
        a_story("second", headline="외교 뒤에 남은 과제", language="ko", articles=("second",)),
    ]
    articles = [
        an_article("first", "first", title=shown, language="ko", source="a", published=morning, seen=morning),
        an_article("second", "second", title=other, language="ko", source="b"),
    ]
    yesterday = brief(
        told("first", headline=shown, language="ko", articles=("first",)),
        edition=Edition("ko", 5), date=morning.date(), made=morning,
    )  # fmt: skip
    async with shelf(tmp_path, briefs=[yesterday], stories=stories, articles=articles) as house:
        titles = [story.headline for story in (await brief_in(house, "ko")).stories]
    assert titles == ([] if again else [other])
