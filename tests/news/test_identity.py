"""Entries of one feed that share a page: articles of their own, or one."""

from datetime import UTC, datetime, timedelta

from news.identity import keys
from news.model import Entry

PAGE = "https://digest.example/2026-07-29.md"
AT = datetime(2026, 7, 29, 0, 10, tzinfo=UTC)


def entry(title: str, *, url: str = PAGE, guid: str = "", after: int = 0) -> Entry:
    return Entry("digest", url, title, published=AT + timedelta(hours=after), guid=guid)


def test_items_of_a_digest_are_articles_of_their_own() -> None:
    """Told apart by the fragment of the link, of the guid, or by a guid that is no address; the oldest is the page."""
    one, two = "Heron opens", "Court hears Norderwick"
    by_link = [entry(two, url=f"{PAGE}#2"), entry(one, url=f"{PAGE}#1")]
    by_guid = [entry(two, guid=f"{PAGE}#2"), entry(one, guid=f"{PAGE}#1")]
    by_name = [entry(two, guid="tag:2", after=1), entry(one, guid="tag:1")]
    for several, mark in ((by_link, "2"), (by_guid, "2"), (by_name, "tag%3A2")):
        assert keys(several) == [(f"{PAGE}#{mark}", True), (PAGE, True)]


def test_an_article_keeps_its_key_when_others_join_it_and_when_the_oldest_has_left() -> None:
    """What was alone at first stays what it was; who comes to be the oldest finds the page's key taken."""
    first, second = entry("Heron opens", guid="a"), entry("Court hears Norderwick", guid="b", after=2)
    assert keys([first]) == [(PAGE, False)]
    assert keys([second, first]) == [(f"{PAGE}#b", True), (PAGE, True)]
    assert keys([second]) == [(PAGE, False)]


def test_one_article_listed_twice_is_one() -> None:
    """The same title under two marks, two titles under one mark, and a link to the comments."""
    twice = [entry("Heron opens", guid="a"), entry("Heron opens.", guid="b")]
    renamed = [entry("Heron opens", guid="a"), entry("Norderwick opens Heron", guid="a")]
    unmarked = [entry("Heron opens", guid=PAGE), entry("Norderwick opens Heron", url=f"{PAGE}#comments", guid=PAGE)]
    for several in (twice, renamed, unmarked):
        assert keys(several) == [(PAGE, False)] * 2
