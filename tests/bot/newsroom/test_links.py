"""A story to look at stands under its headline with the very report whose headline that is."""

from pathlib import Path

import pytest

from bot.newsroom.finding.links import known_links
from news.asking import StoryLink
from news.model import PUBLIC, SourceLink
from tests.bot.shelf import a_story, an_article, shelf

HEADLINE = "Orbita Labs opens Lumo 3"


@pytest.mark.parametrize(
    ("titles", "told"),
    [
        ({"first": HEADLINE, "other": "Lumo 3: what it costs"}, (HEADLINE, "first")),
        ({"first": "Orbita opens its model", "other": "Lumo 3: what it costs"}, ("Lumo 3: what it costs", "other")),
    ],
)
async def test_a_headline_leads_to_its_own_page(titles: dict[str, str], told: tuple[str, str], tmp_path: Path) -> None:
    """The story's where a report has it, else the report's own."""
    reports = [an_article(id, "s1", title=title, text=f"{title}.") for id, title in titles.items()]
    story = a_story("s1", headline=HEADLINE)
    found = reports[1]
    link = StoryLink("s1", "", found.title, "en", SourceLink(found.source_name, found.url, found.published))
    async with shelf(tmp_path, articles=reports, stories=[story]) as house:
        [shown] = await known_links([link], PUBLIC, database=house.database)
    by_id = {one.id: one for one in reports}
    assert (shown.headline, shown.source.url) == (told[0], by_id[told[1]].url)
    assert shown.id == "s1"
