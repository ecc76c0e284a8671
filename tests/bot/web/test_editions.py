"""Which edition, which story and which language a reader gets."""

from datetime import date, timedelta
from pathlib import Path

import httpx
import pytest
from lxml import html  # type: ignore[import-untyped]

from news.model import Edition, TextState
from tests.bot.shelf import NOON, a_story, an_article, visit
from tests.fakes.briefs import brief, headline_only, told
from tests.fakes.hostile import NASTY, NASTY_LINKS

YESTERDAY = date(2026, 7, 16)


def words(answer: httpx.Response) -> str:
    return " ".join(html.document_fromstring(answer.text).find(".//main").text_content().split())


def links(answer: httpx.Response) -> list[str]:
    return [str(node.get("href")) for node in html.document_fromstring(answer.text).iter("a", "link")]


async def test_todays_edition_needs_no_excuse(tmp_path: Path) -> None:
    """Only an older one says that it is not today's."""
    async with visit(tmp_path, briefs=[brief()]) as client:
        assert "latest edition" not in words(await client.get("/"))
    async with visit(tmp_path / "..", briefs=[brief(date=YESTERDAY)]) as client:
        answer = words(await client.get("/"))
        assert "This is the latest edition" in answer
        assert "Thursday 16 July 2026" in answer


async def test_tomorrows_edition_is_not_shown_today(tmp_path: Path) -> None:
    """With --at the database may hold more than what has happened."""
    ahead = brief(id="ahead", date=date(2026, 7, 18), stories=(told(headline="Tomorrow's news"),))
    async with visit(tmp_path, briefs=[brief(), ahead]) as client:
        for path in ("/", "/archive"):
            assert "Tomorrow's news" not in (await client.get(path)).text


async def test_the_usual_edition_goes_before_a_special_one(tmp_path: Path) -> None:
    """All topics and five minutes before one topic or an hour."""
    special = [
        brief(id="chips", edition=Edition("en", 5, ("chips",)), stories=(told(headline="Only chips"),)),
        brief(id="long", edition=Edition("en", 60), stories=(told(headline="A long read"),)),
    ]
    async with visit(tmp_path, briefs=[*special, brief()]) as client:
        assert "Orbit opens its model s1" in words(await client.get("/"))


async def test_no_edition_in_the_readers_language_shows_another_and_says_so(tmp_path: Path) -> None:
    """Better than an empty page: the edition keeps its own wording, the page around it is the reader's."""
    async with visit(tmp_path, briefs=[brief()]) as client:
        for path in ("/", "/briefs/2026-07-17", "/briefs/b1brief"):
            answer = await client.get(path, headers={"Accept-Language": "ja"})
            assert '<html lang="ja">' in answer.text
            assert "日本語の号はまだありません。これは英語の号です。" in words(answer)
            assert "What happened" in words(answer)


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        ("ja,en;q=0.5", "ja"),
        ("fr,de;q=0.9,th;q=0.8", "th"),
        ("zh-TW,zh;q=0.9", "zh-Hant"),
        ("zh-Hant-HK", "zh-Hant"),
        ("zh", "zh-Hans"),
        ("ko-KR", "ko"),
        ("fr", "en"),
        ("*", "en"),
        (";;q=,,-,--", "en"),
        ("", "en"),
    ],
)
async def test_the_browsers_language_is_understood(tmp_path: Path, header: str, expected: str) -> None:
    """Regions and scripts are dropped one by one until a language of ours is left."""
    async with visit(tmp_path) as client:
        answer = await client.get("/", headers={"Accept-Language": header})
    assert answer.headers["content-language"] == expected
    assert "Accept-Language" in answer.headers["vary"]


async def test_a_chosen_language_stays_chosen(tmp_path: Path) -> None:
    """Every link of ours on the page keeps it, also through a redirect."""
    async with visit(tmp_path, briefs=[brief()], stories=[a_story(slug="orbit-opens-s1")]) as client:
        own = [link for link in links(await client.get("/?language=ko")) if link.startswith(("/stories", "/arch"))]
        assert own
        assert all("language=ko" in link for link in own)
        moved = await client.get("/stories/s1/old?language=ko")
    assert moved.headers["location"] == "/stories/s1/orbit-opens-s1?language=ko"


async def test_switching_the_language_keeps_topic_and_page(tmp_path: Path) -> None:
    """The reader stays where they are."""
    async with visit(tmp_path, stories=[a_story()]) as client:
        switches = [link for link in links(await client.get("/stories?topic=models")) if "language=th" in link]
    assert "?topic=models&language=th" in switches


@pytest.mark.parametrize("path", ["//evil.example/x", "/\\evil.example", "/?language=en&next=//evil.example"])
async def test_no_request_makes_a_link_lead_away(tmp_path: Path, path: str) -> None:
    """A path with two slashes is an address of somebody else to a browser."""
    async with visit(tmp_path) as client:
        answer = await client.get(httpx.URL("http://testserver").copy_with(raw_path=path.encode()))
    assert all(link[:1] in "/?#" and not link.startswith(("//", "/\\")) for link in links(answer))


async def test_an_edition_is_found_by_date_and_by_id(tmp_path: Path) -> None:
    """The date in the reader's language, with .json the machine-readable form."""
    both = [brief(), brief(id="jaja", edition=Edition("ja", 5), stories=(told(headline="重みを公開", language="ja"),))]
    async with visit(tmp_path, briefs=both) as client:
        assert "重みを公開" in words(await client.get("/briefs/2026-07-17?language=ja"))
        assert "Orbit opens" in words(await client.get("/briefs/2026-07-17?language=en"))
        assert "重みを公開" in words(await client.get("/briefs/jaja"))
        data = (await client.get("/briefs/2026-07-17.json?language=ja")).json()
    assert (data["id"], data["language"]) == ("jaja", "ja")


async def test_an_older_edition_of_another_length_is_found_by_date(tmp_path: Path) -> None:
    """Three minutes are an edition too."""
    short = brief(id="short", edition=Edition("en", 3), date=YESTERDAY)
    async with visit(tmp_path, briefs=[brief(), short]) as client:
        assert (await client.get("/briefs/2026-07-16")).status_code == 200
        assert (await client.get("/briefs/2026-07-15")).status_code == 404


async def test_invented_news_is_marked_on_every_page(tmp_path: Path) -> None:
    """Once on each, and in each title."""
    one = brief(sample=True)
    async with visit(tmp_path, briefs=[one], stories=[a_story()], articles=[an_article("a1", "s1")]) as client:
        for path in ("/", "/briefs/b1brief", "/stories", "/stories/s1/about-s1", "/archive", "/sources"):
            page = html.document_fromstring((await client.get(path)).text)
            assert page.findtext(".//title").startswith("SAMPLE"), path
            assert len(page.findall(".//p[@class='sample']")) == 1, path


async def test_real_news_is_not_marked(tmp_path: Path) -> None:
    """The mark means something."""
    async with visit(tmp_path, briefs=[brief()]) as client:
        assert "SAMPLE" not in (await client.get("/")).text


async def test_a_story_is_told_as_its_latest_brief_told_it(tmp_path: Path) -> None:
    """In the reader's language when a brief has it, and it says where it is from."""
    both = [brief(), brief(id="jaja", edition=Edition("ja", 5), stories=(told(headline="重みを公開", language="ja"),))]
    one = a_story(slug="orbit-opens-s1")
    async with visit(tmp_path, briefs=both, stories=[one], articles=[an_article("a1", "s1")]) as client:
        english = words(await client.get("/stories/s1/orbit-opens-s1?language=en"))
        japanese = words(await client.get("/stories/s1/orbit-opens-s1?language=ja"))
    assert "As told in the brief of Friday 17 July 2026." in english
    assert "Orbit published the weights of s1" in english
    assert "重みを公開" in japanese


async def test_a_story_in_no_brief_is_told_on_the_spot(tmp_path: Path) -> None:
    """From its articles, each sentence with its source."""
    text = (
        "Orbit Labs released a new language model called Comet on Thursday with open weights. "
        "Comet has 7 billion parameters and reads 40 languages, the lab said. "
        "Small hospitals can run the model themselves, which matters because patient records may not leave the building. "
        "Orbit Labs plans to publish a version for speech in October. "
    ) * 2
    article = an_article(
        "a1", "s1", title="Orbit Labs releases Comet, an open AI model", text=text, text_state=TextState.HAD
    )
    async with visit(tmp_path, stories=[a_story()], articles=[article]) as client:
        page = await client.get("/stories/s1/about-s1")
    assert "Told just now from the reports below." in words(page)
    assert html.document_fromstring(page.text).find(".//p[@class='lede']") is not None
    assert "https://tide.example/a1" in links(page)


async def test_a_story_lists_all_its_reports_newest_first(tmp_path: Path) -> None:
    """With title, source and time where the reader is, also those that the brief did not have."""
    reports = [
        an_article("a1", "s1", title="The first report", published=NOON - timedelta(hours=3)),
        an_article("a9", "s1", title="A later report", source_name="Gull", published=NOON - timedelta(hours=1)),
    ]
    async with visit(tmp_path, briefs=[brief()], stories=[a_story()], articles=reports) as client:
        text = words(await client.get("/stories/s1/about-s1"))
    assert text.index("A later report") < text.index("The first report")
    assert "Gull · 17 July 11:00" in text


async def test_a_merged_story_leads_to_what_it_became(tmp_path: Path) -> None:
    """A link in an old message still works."""
    both = [a_story("s1", merged_into="s2"), a_story("s2")]
    async with visit(tmp_path, stories=both, articles=[an_article("a1", "s2")]) as client:
        moved = await client.get("/stories/s1/about-s1")
        assert (moved.status_code, moved.headers["location"]) == (308, "/stories/s2/about-s2")
        assert (await client.get("/stories/s2/about-s2")).status_code == 200


async def test_stories_come_in_pages(tmp_path: Path) -> None:
    """Thirty at a time, the latest first; beyond the last page there is nothing."""
    many = [a_story(f"s{n}", updated=NOON - timedelta(minutes=n)) for n in range(31)]
    async with visit(tmp_path, stories=many) as client:
        first, second = await client.get("/stories"), await client.get("/stories?page=2")
        assert (await client.get("/stories?page=3")).status_code == 404
    assert "About s0" in words(first)
    assert "About s30" not in words(first)
    assert "About s30" in words(second)
    assert "/stories?page=2" in links(first)
    assert "/stories?page=1" in links(second)


async def test_stories_can_be_of_one_topic(tmp_path: Path) -> None:
    """The others are left out; a topic that does not exist is not found."""
    both = [a_story("s1", topics=("chips",)), a_story("s2", topics=("policy",))]
    async with visit(tmp_path, stories=both) as client:
        text = words(await client.get("/stories?topic=chips"))
        assert (await client.get("/stories?topic=cheese")).status_code == 404
    assert "About s1" in text
    assert "About s2" not in text


async def test_the_archive_goes_by_date(tmp_path: Path) -> None:
    """One heading a day; in another language while there is none in the reader's."""
    both = [brief(), brief(id="old", date=YESTERDAY, stories=(headline_only(),))]
    async with visit(tmp_path, briefs=both) as client:
        for language in ("en", "ko"):
            page = html.document_fromstring((await client.get("/archive", params={"language": language})).text)
            assert [node.get("datetime") for node in page.iterfind(".//h2/time")] == ["2026-07-17", "2026-07-16"]


async def test_an_unknown_state_of_sources_is_refused(tmp_path: Path) -> None:
    """Before and after the first collect."""
    async with visit(tmp_path) as client:
        assert (await client.get("/sources?state=asleep")).status_code == 400
        assert "No source has been read yet." in words(await client.get("/sources?state=ok"))


@pytest.mark.parametrize("nasty", NASTY)
async def test_hostile_words_stay_words(tmp_path: Path, nasty: str) -> None:
    """In a headline, a title, a source's name: no element, no handler, no script comes out of them."""
    one = a_story(headline=nasty)
    article = an_article("a1", "s1", title=nasty, source_name=nasty)
    edition = brief(told("s7", headline=nasty))
    async with visit(tmp_path, briefs=[edition], stories=[one], articles=[article]) as client:
        for path in ("/", "/stories", "/stories/s1/about-s1", "/archive"):
            page = html.document_fromstring((await client.get(path)).text)
            assert not page.findall(".//script")
            assert not page.findall(".//img")
            assert not [name for node in page.iter() for name in node.attrib if name.startswith("on")]


@pytest.mark.parametrize("nasty", NASTY_LINKS)
async def test_hostile_links_are_no_links(tmp_path: Path, nasty: str) -> None:
    """Only http and https lead anywhere."""
    article = an_article("a1", "s1", url=nasty)
    async with visit(tmp_path, stories=[a_story()], articles=[article]) as client:
        found = links(await client.get("/stories/s1/about-s1"))
    assert all(link.startswith(("/", "?", "#", "http://", "https://")) for link in found)
    assert not [link for link in found if link.startswith("//")]
