"""Full text over ready-made tokens, the same on both engines."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from news.model import PUBLIC
from news.text import search_tokens
from store.database import Database
from store.search import IndexedText, SearchQuery
from tests.store.samples import NOON, hours


def text(id: str, title: str = "", body: str = "", **changes: Any) -> IndexedText:
    """Tokens cut at blanks."""
    one = IndexedText(id, title.split(), body.split(), NOON, "en", PUBLIC)
    return replace(one, **changes)


async def found(db: Database, terms: str, **filters: Any) -> list[str]:
    """The ids of the hits, best first."""
    async with db.read() as tx:
        hits = await tx.search.find(SearchQuery(tuple(terms.split()), **filters), tenant=PUBLIC, limit=10)
    assert [hit.points for hit in hits] == sorted((hit.points for hit in hits), reverse=True)
    return [hit.article for hit in hits]


async def index(db: Database, *texts: IndexedText) -> None:
    async with db.begin() as tx:
        await tx.search.index(texts, tenant=PUBLIC)


async def test_a_hit_in_the_title_counts_more(db: Database) -> None:
    """And more of the words beat fewer."""
    filler = [text(f"filler{number}", "other news", "nothing here") for number in range(5)]
    await index(db, text("body", "plain words", "the chip arrives"), text("title", "chip arrives", "the plain words"))
    await index(db, *filler)
    assert await found(db, "chip arrives") == ["title", "body"]
    await index(db, text("both", "chip arrives quantum", "the plain"))
    assert (await found(db, "chip quantum"))[0] == "both"


@pytest.mark.parametrize(
    "token", ["gpt-5.6", "c++", "人工", "知能", "ปัญญา", "인공", "é", "it's", "a\\b", 'q"uote', "NEAR(", "x*", "名（"]
)
async def test_a_token_is_found_whole_or_not_at_all(db: Database, token: str) -> None:
    """No engine cuts, folds or reads it as an operator."""
    await index(db, text("with", f"about {token}"), text("without", "about gpt-5 5.6 c a b it x near 人 名"))
    assert await found(db, token) == ["with"]
    assert await found(db, token[:-1] or "zzz") != ["with"]


@pytest.mark.parametrize(
    "terms", ["NEAR( AND OR NOT", '" * - ^ :', "'; DROP TABLE articles; --", "& | ! <->", "\\ ' \\'"]
)
async def test_operators_are_only_words(db: Database, terms: str) -> None:
    """Whatever a reader types is harmless, and finds what really holds it."""
    await index(db, text("a1", "plain words"), text("a2", terms))
    assert await found(db, terms) == ["a2"]


async def test_capitals_are_not_folded(db: Database) -> None:
    """Tokens are compared as given: folding is the tokeniser's affair."""
    await index(db, text("a1", "Chip"))
    assert await found(db, "chip") == []
    assert await found(db, "Chip") == ["a1"]


async def test_nothing_is_found_for_no_words(db: Database) -> None:
    """An empty question, and one of nothing that can be stored."""
    await index(db, text("a1", "chip"))
    assert await found(db, "") == []
    async with db.read() as tx:
        assert await tx.search.find(SearchQuery(("", "\0")), tenant=PUBLIC, limit=10) == []


async def test_language_and_time_narrow_the_search(db: Database) -> None:
    """Both ends of the time belong to it; equals come newest first."""
    ages = {"a1": 0, "a2": 24, "a3": 48}
    await index(db, *(text(id, "chip", published=NOON - hours(age)) for id, age in ages.items()))
    await index(db, text("ja", "chip", language="ja", published=NOON - hours(1)))
    assert await found(db, "chip") == ["a1", "ja", "a2", "a3"]
    assert await found(db, "chip", language="ja") == ["ja"]
    assert await found(db, "chip", since=NOON - hours(24), language="en") == ["a1", "a2"]
    assert await found(db, "chip", until=NOON - hours(24)) == ["a2", "a3"]


async def test_indexing_again_takes_the_place(db: Database) -> None:
    """When the full text has come, the old tokens are gone; the last of a batch counts."""
    await index(db, text("a1", "draft"), text("a2", "other"))
    await index(db, text("a1", "draft two"), text("a1", "final", "whole text", language="ja"))
    assert await found(db, "draft") == []
    assert await found(db, "final", language="ja") == ["a1"]
    assert await found(db, "other") == ["a2"]


async def test_the_limit_cuts_after_the_best(db: Database) -> None:
    """The best of many, not the first that was stored."""
    await index(db, *(text(f"a{number:03}", "other", "chip and more words") for number in range(50)))
    await index(db, text("best", "chip", "chip"))
    async with db.read() as tx:
        [hit] = await tx.search.find(SearchQuery(("chip",)), tenant=PUBLIC, limit=1)
    assert hit.article == "best"


async def test_a_very_long_text_is_indexed(db: Database) -> None:
    """A book, and a token without an end: more than a tsvector takes."""
    words = [f"w{number}" for number in range(60_000)]
    await index(db, replace(text("a1", "book"), body_tokens=["w1"] * 5_000 + words + ["z" * 4_000]))
    assert await found(db, "w9000") == ["a1"]


@pytest.mark.parametrize(
    ("question", "best"),
    [
        ("gpt-5.6?", "en"),
        ("Tokyo's chip", "en"),
        ("人工知能", "ja"),
        ("人工智慧", "zh-Hant"),
        ("반도체", "ko"),
        ("ปัญญาประดิษฐ์", "th"),
    ],
)
async def test_the_house_s_own_tokens_are_found_in_every_language(db: Database, question: str, best: str) -> None:
    """What `news.text` cuts from a document and from a question meets in the index."""
    titles = {
        "en": "Orbit Labs opens GPT-5.6: chips for Tokyo",
        "ja": "東京の企業が人工知能チップを公開",
        "zh-Hant": "工廠推出人工智慧晶片",
        "ko": "새로운 반도체 공개",
        "th": "ปัญญาประดิษฐ์เปิดตัวใหม่",
    }
    await index(db, *(text(id, title_tokens=search_tokens(title)) for id, title in titles.items()))
    assert (await found(db, " ".join(search_tokens(question))))[0] == best


async def test_a_hit_tells_how_near_the_words_stand(db: Database) -> None:
    """What a stretch of a sentence's length has of them, or the title; and what the whole has."""
    apart = " ".join(["chip", *["filler"] * 40, "quantum"])
    await index(db, text("near", "news", "a chip for quantum machines"), text("apart", "news", apart))
    await index(db, text("title", "quantum chip", "more"), text("half", "chip", "news"))
    query = SearchQuery(("chip", "quantum"), about={"chip": 1.0, "quantum": 3.0})
    async with db.read() as tx:
        hits = await tx.search.find(query, tenant=PUBLIC, limit=10)
    near = {hit.article: (hit.nearest, hit.whole) for hit in hits}
    assert near == {"near": (1, 1), "title": (1, 1), "apart": (0.75, 1), "half": (0.25, 0.25)}


async def test_a_filter_that_leaves_few_is_looked_for_further(db: Database) -> None:
    """What holds most of the words is elsewhere; what is asked for holds one of them."""
    crowd = [text(f"a{number:04}", "chip quantum", "chip quantum news") for number in range(900)]
    await index(db, *crowd, text("own", "news", "a chip", source="reuters"))
    assert (await found(db, "chip quantum", sources=("reuters",))) == ["own"]
    assert len(await found(db, "chip quantum")) == 10


tokens = st.lists(st.text(min_size=1, max_size=8), max_size=5)


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(title=tokens, body=tokens)
async def test_any_token_that_was_indexed_is_found(db: Database, title: Sequence[str], body: Sequence[str]) -> None:
    """Whatever characters it is made of, as long as one of them can be stored."""
    async with db.begin() as tx:
        await tx.search.index([IndexedText("a1", title, body, NOON, "en", PUBLIC)], tenant=PUBLIC)
        for token in (*title, *body):
            hits = await tx.search.find(SearchQuery((token,)), tenant=PUBLIC, limit=10)
            assert hits or not token.strip("\0")
