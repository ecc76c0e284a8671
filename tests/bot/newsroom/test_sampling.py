"""The sample newsroom: enough invented news in two languages, served as feeds and pages."""

import re
import tomllib
from collections import Counter, defaultdict
from datetime import UTC, datetime

import feedparser
import httpx
import pytest

from bot.newsroom.collecting.sampling import SampleNewsroom, load_sample
from news.languages import parse_language
from news.text import sentences
from sources.catalogues import parse_catalogue
from sources.pages import extract_text

NOW = datetime(2026, 7, 17, 6, tzinfo=UTC)


def test_there_are_thirty_articles_in_twelve_stories() -> None:
    """What an edition in each language needs is there."""
    articles = load_sample(NOW)
    assert len(articles) >= 30
    assert len({article.event for article in articles}) >= 12
    english = [article for article in articles if article.outlet.language == "en"]
    japanese = [article for article in articles if article.outlet.language == "ja"]
    assert len(english) >= 18
    assert len({article.event for article in english}) >= 8
    assert len(japanese) >= 14
    assert len({article.outlet for article in articles}) >= 8


def test_at_least_five_events_are_told_by_several_outlets_in_their_own_words() -> None:
    """No two articles share a sentence, or grouping would be too easy."""
    articles = load_sample(NOW)
    told = Counter((article.event, article.outlet.language) for article in articles)
    assert sum(count >= 2 for count in told.values()) >= 5
    said = Counter(
        sentence
        for article in articles
        for sentence in sentences("\n".join(article.paragraphs), parse_language(article.outlet.language) or "en")
    )
    assert not [sentence for sentence, count in said.items() if count > 1]


def test_no_outlet_tells_an_event_twice() -> None:
    """Two articles of one outlet on one event would count as one voice."""
    outlets = defaultdict(list)
    for article in load_sample(NOW):
        outlets[article.event].append(article.outlet.id)
    assert all(len(names) == len(set(names)) for names in outlets.values())


@pytest.mark.parametrize("moment", [NOW, datetime(2027, 12, 31, 23, 30, tzinfo=UTC), datetime(2028, 2, 29, tzinfo=UTC)])
def test_dates_are_relative_to_now(moment: datetime) -> None:
    """The sample is always of the last day, whenever it is shown, and leaves no placeholder."""
    for article in load_sample(moment):
        assert 0 < (moment - article.published).total_seconds() < 24 * 3600
        assert not re.search("[{}]", " ".join(article.paragraphs))


def test_dates_are_written_as_each_language_does() -> None:
    """Yesterday of a Friday is a Thursday, in Japanese 木曜日."""
    text = {article.slug: " ".join(article.paragraphs) for article in load_sample(NOW)}
    assert "on Thursday" in text["brightmere-opens-heron-3"]
    assert "on August 16" in text["brightmere-opens-heron-3"]
    assert "木曜日" in text["minato-ai-kokusan-model"]
    assert "7月16日" in text["shiosai-release"]


async def test_the_catalogue_names_feeds_that_answer() -> None:
    """Each source of the catalogue is valid, and its feed has dated items with links."""
    async with SampleNewsroom(NOW) as newsroom, httpx.AsyncClient() as client:
        listed = (await client.get(newsroom.catalogue_url)).text
        result = parse_catalogue(listed, name=newsroom.catalogue_url)
        assert not result.problems
        assert len(result.sources) == len(tomllib.loads(listed)["source"]) >= 8
        for source in result.sources:
            feed = feedparser.parse((await client.get(source.feed)).content)
            assert not feed.bozo
            assert feed.entries
            assert all(entry.link and entry.published_parsed for entry in feed.entries)


async def test_a_page_gives_its_article_to_the_extractor() -> None:
    """The text on the page is the whole article, and nothing but it."""
    async with SampleNewsroom(NOW) as newsroom, httpx.AsyncClient() as client:
        home = newsroom.catalogue_url.removesuffix("/catalogue.toml")
        for article in load_sample(NOW):
            answer = await client.get(home + article.path)
            text = extract_text(answer.content, str(answer.url))
            assert text.split("\n") == [part for p in article.paragraphs for part in p.split("\n")]


async def test_an_unknown_page_is_not_found() -> None:
    """Outlets and articles that do not exist answer 404."""
    async with SampleNewsroom(NOW) as newsroom, httpx.AsyncClient() as client:
        home = newsroom.catalogue_url.removesuffix("/catalogue.toml")
        for path in ("/nobody/feed.xml", "/tidewire/nothing", "/"):
            assert (await client.get(home + path)).status_code == 404


async def test_the_server_is_gone_afterwards() -> None:
    """Nothing keeps listening when the sample has been read."""
    async with SampleNewsroom(NOW) as newsroom:
        address = newsroom.catalogue_url
    async with httpx.AsyncClient() as client:
        with pytest.raises(httpx.ConnectError):
            await client.get(address)
