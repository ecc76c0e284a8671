"""The pages over real HTTP semantics: what a reader, a screen reader and a vandal get."""

from collections.abc import AsyncIterator
from pathlib import Path

import httpx
import pytest

from bot.house import House
from news.languages import LANGUAGES
from tests.bot.house import brief_in, sample_house
from tests.bot.shelf import client_of, visit


@pytest.fixture
async def house(tmp_path: Path) -> AsyncIterator[House]:
    async with sample_house(tmp_path) as made:
        yield made


@pytest.fixture
async def reader(house: House) -> AsyncIterator[httpx.AsyncClient]:
    async with client_of(house) as client:
        yield client


async def test_the_first_page_is_the_latest_brief(house: House, reader: httpx.AsyncClient) -> None:
    """Every headline of the edition is on it, with its date."""
    brief = await brief_in(house)
    page = (await reader.get("/")).text
    assert "17 July 2026" in page
    assert all(f"/stories/{story.id}/" in page for story in brief.stories)


async def test_every_page_of_an_edition_answers_in_every_language(house: House, reader: httpx.AsyncClient) -> None:
    """Brief, stories, story, archive, sources: 200 in all six languages, with that language on the page."""
    brief = await brief_in(house)
    story = brief.stories[0]
    for path in ("/", f"/briefs/{brief.id}", "/stories", f"/stories/{story.id}/{story.slug}", "/archive", "/sources"):
        for language in LANGUAGES:
            answer = await reader.get(path, params={"language": language})
            assert answer.status_code == 200, (path, language)
            assert f'<html lang="{language}">' in answer.text


async def test_the_browsers_language_counts_until_the_reader_chooses(house: House, reader: httpx.AsyncClient) -> None:
    """Accept-Language first, ?language= over it."""
    await brief_in(house, "ja")
    assert '<html lang="ja">' in (await reader.get("/", headers={"Accept-Language": "ja,en;q=0.5"})).text
    chosen = await reader.get("/", headers={"Accept-Language": "ja"}, params={"language": "ko"})
    assert '<html lang="ko">' in chosen.text


async def test_a_storys_id_decides_and_its_address_is_one(house: House, reader: httpx.AsyncClient) -> None:
    """Another slug is sent on for good; an unknown id is not found."""
    story = (await brief_in(house)).stories[0]
    moved = await reader.get(f"/stories/{story.id}/old-words")
    assert (moved.status_code, moved.headers["location"]) == (308, f"/stories/{story.id}/{story.slug}")
    assert (await reader.get("/stories/nothing/here")).status_code == 404


async def test_a_story_shows_each_sentence_with_its_source(house: House, reader: httpx.AsyncClient) -> None:
    """The page tells it as the brief did, and links each citation."""
    story = next(s for s in (await brief_in(house)).stories if s.lede)
    page = (await reader.get(f"/stories/{story.id}/{story.slug}")).text
    assert story.lede is not None
    assert story.lede.citations[0].url in page


async def test_an_edition_is_there_as_json(house: House, reader: httpx.AsyncClient) -> None:
    """The same frozen edition, machine-readable."""
    brief = await brief_in(house)
    data = (await reader.get(f"/briefs/{brief.id}.json")).json()
    assert (data["id"], len(data["stories"])) == (brief.id, len(brief.stories))


async def test_before_the_first_collect_the_page_says_what_to_do(tmp_path: Path) -> None:
    """No empty page, no error."""
    async with visit(tmp_path) as client:
        for path in ("/", "/stories", "/archive", "/sources"):
            assert (await client.get(path)).status_code == 200
        assert "ainews collect" in (await client.get("/")).text


@pytest.mark.parametrize(
    "path",
    [
        "/stories?page=abc",
        "/stories?page=0",
        "/stories?page=99999999999999999999",
        "/stories?topic=%00",
        "/stories?topic=<script>",
        "/briefs/2026-99-99",
        "/briefs/%00",
        "/briefs/..%2f..%2fetc%2fpasswd",
        "/stories/%ff/%ff",
        "/stories/" + "x" * 3000,
        "/static/../../pyproject.toml",
        "/wp-login.php",
    ],
)
async def test_garbage_gets_a_plain_refusal_and_never_a_fault(tmp_path: Path, path: str) -> None:
    """4xx with a page in the reader's language, nothing of the request echoed."""
    async with visit(tmp_path) as reader:
        answer = await reader.get(path)
    assert 400 <= answer.status_code < 500
    assert "<script" not in answer.text


async def test_a_strange_language_is_no_reason_to_fail(tmp_path: Path) -> None:
    """The setting's language is used instead."""
    async with visit(tmp_path) as reader:
        answer = await reader.get("/archive", params={"language": "xx\u0000"}, headers={"Accept-Language": ";;q=,*"})
    assert answer.status_code == 200
    assert '<html lang="en">' in answer.text


async def test_health_is_one_word(tmp_path: Path) -> None:
    """What a container's health check asks."""
    async with visit(tmp_path) as reader:
        answer = await reader.get("/healthz")
    assert (answer.status_code, answer.text) == (200, "ok\n")
