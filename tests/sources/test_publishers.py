"""A publisher's standing by its name."""

import pytest

from news.model import Tier
from sources.catalogues import load_bundled, parse_catalogue
from sources.publishers import known_tier


@pytest.mark.parametrize(
    ("name", "tier"),
    [
        ("OpenAI News", Tier.OFFICIAL),
        ("OpenAI (Google News)", Tier.AGGREGATOR),
        ("arXiv", Tier.RESEARCH),
        ("Hacker News (黑客新闻)", Tier.AGGREGATOR),
        ("Hacker News · 24h", Tier.AGGREGATOR),
        ("@somebody", Tier.COMMUNITY),
        ("Towards Data Science", Tier.ANALYST),
        ("The Daily Unheard", None),
        ("", None),
    ],
)
def test_a_name_tells_the_standing_where_it_is_known(name: str, tier: Tier | None) -> None:
    """A search for a company's name is not the company."""
    assert known_tier(name) is tier


def test_a_list_that_says_only_press_gets_the_known_standing() -> None:
    """What the row says itself goes first."""
    rows = "name,feed_url,kind,tier\narXiv,http://a.example/f,press,\nOpenAI News,http://b.example/f,press,general\nX Lab,http://c.example/f,lab,\n"
    tiers = [source.tier for source in parse_catalogue(rows, name="list").sources]
    assert tiers == [Tier.RESEARCH, Tier.GENERAL, Tier.OFFICIAL]


def test_the_bundled_catalogue_and_the_table_do_not_contradict_each_other_on_makers() -> None:
    """Nobody is official in the table and something else in the catalogue."""
    official = [s for s in load_bundled() if known_tier(s.name) is Tier.OFFICIAL]
    assert official
    assert {source.tier for source in official} <= {Tier.OFFICIAL, Tier.RESEARCH, Tier.COMMUNITY}
