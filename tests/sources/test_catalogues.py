"""The catalogue that comes along, and people's own lists with their mistakes."""

import re
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from news.errors import BadInput
from news.languages import LANGUAGES
from news.model import Tier
from news.urls import canonical, is_http
from sources.catalogues import KINDS, TOPICS, load_bundled, parse_catalogue, parse_opml, read_catalogue
from sources.fetcher import HttpFetcher
from tests.sources.serving import World

HEADER = "name,feed_url,site_url,kind,language\n"
ROW = "Norderwick Daily,https://daily.example/feed,https://daily.example/,press,en\n"


def test_at_least_300_feeds_come_along_and_75_are_not_english() -> None:
    """In each of the six languages, and every kind of source."""
    languages = Counter(source.language for source in load_bundled())
    assert sum(languages.values()) >= 300
    assert sum(languages.values()) - languages["en"] >= 75
    assert set(languages) == set(LANGUAGES)
    assert {source.tier for source in load_bundled()} == set(Tier)
    assert {topic for source in load_bundled() for topic in source.topics} == TOPICS


def test_every_bundled_feed_is_complete() -> None:
    """Name, addresses, kind, tier, and one to four topics; a region is an ISO country, or ZZ where nobody says."""
    for source in load_bundled():
        assert source.name.strip() == source.name != "", source
        assert is_http(source.feed), source
        assert is_http(source.site), source
        assert source.kind in KINDS, source
        assert 1 <= len(source.topics) <= 4, source
        assert re.fullmatch("[A-Z]{2}", source.region), source
        assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", source.id), source


def test_no_bundled_name_tells_where_its_feed_lies() -> None:
    """A reader sees the name as the credit of a story."""
    assert not [source.name for source in load_bundled() if re.search(r"\b(path|feed|rss|old)\b", source.name, re.I)]


def test_no_feed_comes_along_twice() -> None:
    """Ids, feeds and names are each unique; no host is a placeholder."""
    sources = load_bundled()
    for values in (
        [source.id for source in sources],
        [canonical(source.feed) for source in sources],
        [source.name for source in sources],
    ):
        assert len(set(values)) == len(values), [value for value, count in Counter(values).items() if count > 1]
    assert not [source for source in sources if re.search(r"\.(?:example|test|invalid|localhost)\b", source.feed)]


def test_the_makers_speak_officially_and_forums_do_not() -> None:
    """A few that everybody knows."""
    tiers = {source.id: source.tier for source in load_bundled()}
    known = {
        "openai": Tier.OFFICIAL,
        "arxiv-cs-cl": Tier.RESEARCH,
        "the-verge": Tier.GENERAL,
        "the-decoder": Tier.SPECIALIST,
    }
    known |= {"hacker-news": Tier.AGGREGATOR, "r-machinelearning": Tier.COMMUNITY, "simon-willison": Tier.ANALYST}
    assert {name: tiers[name] for name in known} == known


def test_a_csv_list_is_read_in_any_order_of_columns() -> None:
    """Unknown columns are passed over; the tier comes from the kind unless it is given."""
    text = (
        "notes;Topics;feed;LANG;Title;kind;tier\n"
        "x;models, chips;https://a.example/feed;zh_TW;A;lab;\n"
        "y;;https://b.example/feed;;B;newsletter;research\n"
    )
    first, second = parse_catalogue("\ufeff" + text, name="mine.csv").sources
    assert (first.name, first.language, first.tier, first.topics) == (
        "A",
        "zh-Hant",
        Tier.OFFICIAL,
        ("models", "chips"),
    )
    assert (second.language, second.tier, second.kind) == ("en", Tier.RESEARCH, "newsletter")


def test_ids_are_the_same_each_time_and_unique() -> None:
    """Two feeds of one name, and a name without a Latin letter."""
    rows = "Daily,https://a.example/1\nDaily,https://a.example/2\n日報,https://nippo.example/feed\n"
    once = parse_catalogue("name,feed\n" + rows, name="x").sources
    again = parse_catalogue(
        "feed,name\n" + "".join(f"{line.split(',')[1]},{line.split(',')[0]}\n" for line in rows.split()), name="y"
    ).sources
    ids = [source.id for source in once]
    assert ids == [source.id for source in again]
    assert len(set(ids)) == 3
    assert ids[0].startswith("daily-")
    assert ids[2].startswith("nippo-example-")


@pytest.mark.parametrize(
    ("broken", "line", "what"),
    [
        ("Nothing,,https://x.example/,press,en\n", 3, "there is no feed address"),
        ("Ftp,ftp://x.example/feed,,press,en\n", 3, "is no http address"),
        ("Too, many,https://x.example/feed,,press,en\n", 3, "has 6 columns where the header has 5"),
        ('"Open,https://x.example/feed,,press,en\n', 3, "a quotation mark is opened and not closed"),
        ("Shifted,press,en\n", 3, "is no http address"),
        ("\x00\x01,\x02\n", 3, "is no http address"),
    ],
)
def test_a_broken_row_is_named_and_costs_only_itself(broken: str, line: int, what: str) -> None:
    """The rows before and after are read; the problem says where, what and what to do."""
    text = HEADER + ROW + broken + ROW.replace("daily", "weekly").replace("Daily", "Weekly")
    result = parse_catalogue(text, name="mine.csv")
    assert [source.name for source in result.sources] == ["Norderwick Daily", "Norderwick Weekly"]
    (problem,) = result.problems
    assert problem.where == f"line {line}"
    assert what in problem.what
    assert problem.remedy
    assert str(problem) == f"line {line}: {problem.what}; {problem.remedy}"


@pytest.mark.parametrize(
    ("row", "what"),
    [
        ("A,https://a.example/f,,gossip,en", "the kind “gossip” is unknown"),
        ("A,https://a.example/f,,press,English!", "“English!” is no language tag"),
    ],
)
def test_a_wrong_detail_is_named_and_the_source_kept(row: str, what: str) -> None:
    """Its default takes the place."""
    result = parse_catalogue(HEADER + row, name="mine.csv")
    assert (result.sources[0].kind, result.sources[0].language) == ("press", "en")
    assert result.problems[0].what == what


def test_a_field_may_hold_commas_quotes_and_a_line_break() -> None:
    """As spreadsheets write them."""
    result = parse_catalogue(HEADER + '"Daily, ""the"" one\nand only",https://a.example/f,,press,en\n' + ROW, name="x")
    assert [source.name for source in result.sources] == ['Daily, "the" one and only', "Norderwick Daily"]
    assert not result.problems


def test_the_same_feed_twice_is_one_source() -> None:
    """However its link is spelt; the first row counts."""
    again = "Again,http://www.daily.example/feed/?utm_source=list,,press,en\n"
    result = parse_catalogue(HEADER + ROW + again, name="x")
    assert [source.name for source in result.sources] == ["Norderwick Daily"]


def test_a_broken_toml_table_costs_only_itself() -> None:
    """Each [[source]] stands alone."""
    text = '[[source]]\nname = "A"\nfeed = "https://a.example/f"\ntopics = ["chips"]\n\n'
    broken = '[[source]]\nname = "B\nfeed = "https://b.example/f"\n\n[[source]]\nname = 7\n\n'
    result = parse_catalogue(
        "# mine\n" + text + broken + text.replace("a.ex", "c.ex").replace('"A"', '"C"'), name="mine.toml"
    )
    assert [source.name for source in result.sources] == ["A", "C"]
    assert result.sources[0].topics == ("chips",)
    assert [problem.where for problem in result.problems] == ["line 7", "line 11"]


OPML = (
    '<?xml version="1.0" encoding="UTF-8"?><opml version="2.0"><head><title>Mine</title></head><body>'
    '<outline text="chips"><outline type="rss" text="A" title="A &amp; co" xmlUrl="https://a.example/f" htmlUrl="https://a.example/"/></outline>'
    '<outline text="B" xmlurl="https://b.example/f" language="ja" category="/tech,robotics"/>'
    '<outline text="Broken" xmlUrl="feed://b.example/f"/><outline text="Just a folder"/></body></opml>'
)


@pytest.mark.parametrize("read", [parse_opml, parse_catalogue])
def test_an_opml_list_is_read(read: type[parse_opml]) -> None:
    """Folders or none; also when it is given as a catalogue."""
    result = read(OPML, name="mine.opml")
    first, second = result.sources
    assert (first.name, first.feed, first.site, first.topics) == (
        "A & co",
        "https://a.example/f",
        "https://a.example/",
        ("chips",),
    )
    assert (second.name, second.language, second.topics) == ("B", "ja", ("robotics",))
    assert "feed://b.example/f" in result.problems[0].what


def test_an_ill_formed_opml_gives_what_can_be_read() -> None:
    """An unescaped ampersand is common in exports."""
    result = parse_opml(OPML.replace("&amp;", "&"), name="mine.opml")
    assert [source.feed for source in result.sources] == ["https://a.example/f", "https://b.example/f"]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "   \n",
        "<!doctype html><html></html>",
        "just,words\n1,2\n",
        HEADER,
        HEADER + "Broken,nothing\n",
        "[[source]]\nname = 'no feed'\n",
        "[other]\nx = 1",
        '<opml version="2.0"><body/></opml>',
        '<!DOCTYPE opml [<!ENTITY a "https://a.example/f">]><opml><body><outline xmlUrl="&a;"/></body></opml>',
        '"',
    ],
)
def test_a_list_without_one_source_says_so(text: str) -> None:
    """With the file's name and a remedy."""
    with pytest.raises(BadInput) as caught:
        parse_catalogue(text, name="mine.csv")
    assert caught.value.subject == "mine.csv"
    assert "; " in caught.value.reason


@pytest.mark.parametrize("text", ["", "<opml", "not xml", "<rss/>", '<!ENTITY x "y">'])
def test_what_is_no_opml_says_so(text: str) -> None:
    """For --opml, whatever is in the file."""
    with pytest.raises(BadInput, match=r"mine\.opml"):
        parse_opml(text, name="mine.opml")


async def test_a_list_is_read_from_a_file(tmp_path: Path, fetcher: HttpFetcher) -> None:
    """In any encoding that a spreadsheet writes."""
    path = tmp_path / "mine.csv"
    path.write_bytes((HEADER + ROW.replace("Daily", "新型モデルニュース")).encode("cp932"))
    result = await read_catalogue(str(path), fetcher)
    assert [source.name for source in result.sources] == ["Norderwick 新型モデルニュース"]


async def test_a_list_is_read_from_an_address(world: World, fetcher: HttpFetcher) -> None:
    """CSV or OPML, as the person says."""
    result = await read_catalogue(world.answer("/c.csv", HEADER + ROW, headers={"Content-Type": "text/csv"}), fetcher)
    assert len(result.sources) == 1
    result = await read_catalogue(world.answer("/opml", OPML), fetcher, opml=True)
    assert len(result.sources) == 2


async def test_a_list_that_cannot_be_read_says_why(tmp_path: Path, world: World, fetcher: HttpFetcher) -> None:
    """A missing file, a folder, another scheme, a server's refusal."""
    for location, reason in [
        (str(tmp_path / "none.csv"), "there is no such file"),
        (str(tmp_path), "the file cannot be read"),
        ("ftp://x.example/c.csv", "is neither a file nor an http address"),
        ("\0", "the file cannot be read"),
        (world.answer("/gone", status=404), "the catalogue cannot be read: answered 404"),
        ("http://169.254.169.254/", "which may not be reached"),
    ]:
        with pytest.raises(BadInput, match=re.escape(reason)) as caught:
            await read_catalogue(location, fetcher)
        assert caught.value.subject == location


@given(
    st.one_of(
        st.text(),
        st.text(alphabet='name,feed_url\n"[]source=<opml> https://a.b/').map(lambda text: HEADER + ROW + text),
    )
)
def test_no_list_raises_anything_but_bad_input(text: str) -> None:
    """And what it gives is complete."""
    for name in ("mine.csv", "mine.toml"):
        try:
            result = parse_catalogue(text, name=name)
        except BadInput:
            continue
        assert result.sources
        assert all(source.name and is_http(source.feed) for source in result.sources)
