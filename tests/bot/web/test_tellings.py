"""Of several tellings of one story, its page shows the one of the reader's edition."""

from datetime import timedelta
from pathlib import Path

from news.model import Edition
from tests.bot.shelf import NOON, a_story, an_article, visit
from tests.bot.web.test_editions import words
from tests.fakes.briefs import brief, headline_only, told


async def test_an_edition_whose_model_failed_does_not_empty_the_other_languages_page(tmp_path: Path) -> None:
    """Its telling is a headline in the article's language, and newer."""
    english = brief(made=NOON - timedelta(hours=3), stories=(told("s1"),))
    failed = brief(
        id="jabrief",
        edition=Edition("ja", 5),
        made=NOON - timedelta(hours=1),
        stories=(headline_only("s1"),),
    )
    assert failed.stories[0].language == "en"
    article = an_article("a1", "s1")
    async with visit(
        tmp_path, articles=[article], stories=[a_story("s1", articles=("a1",))], briefs=[english, failed]
    ) as client:
        assert "What happened" in words(
            await client.get("/stories/s1/x", follow_redirects=True, headers={"Accept-Language": "en"})
        )
        thai = await client.get("/stories/s1/x", follow_redirects=True, headers={"Accept-Language": "th"})
        assert told("s1").lede.text in words(thai)
