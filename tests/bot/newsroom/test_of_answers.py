"""What is asked of the answer before: more of it, its sources, whether it is so, the same said shorter; in whose conversation."""

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest

from bot.house import House
from bot.newsroom.answering.answering import answer_question
from news.asking import Answer
from news.model import PUBLIC
from news.phrases import phrase
from news.text import search_tokens
from store.search import IndexedText
from tests.bot.shelf import a_story, an_article, shelf

DEEDS = (
    "opens a data center in Oslo",
    "releases the Tova 2 chip",
    "buys the chip designer Borea",
    "cuts 800 jobs in Bergen",
    "signs a supply deal with Norsk Kraft",
    "hires a new head of research",
    "raises prices of its cloud by a tenth",
    "recalls 300 servers in Bergen",
    "sues a former engineer over trade secrets",
    "delays its next model to autumn",
)
NEWS = tuple(an_article(f"n{at}", "", title=f"Nvidia {deed}", text="") for at, deed in enumerate(DEEDS))
LUMO = (
    an_article("l1", "s1", title="Orbita Labs opens Lumo 3", text="Orbita Labs released Lumo 3 on 12 May.", source="tide", source_name="Tide"),
    an_article("l2", "s1", title="Lumo 3 is out", text="Orbita Labs confirmed that Lumo 3 was released on 12 May.", source="reef", source_name="Reef"),
)  # fmt: skip


@pytest.fixture
async def house(tmp_path: Path) -> AsyncIterator[House]:
    articles = (*NEWS, *LUMO)
    async with shelf(tmp_path, stories=(a_story("s1"),), articles=articles) as made:
        rows = [
            IndexedText(a.id, search_tokens(a.title), search_tokens(a.text), a.published, a.language, PUBLIC)
            for a in articles
        ]
        async with made.database.begin() as tx:
            await tx.search.index(rows, tenant=PUBLIC)
        yield made


async def ask(house: House, text: str, thread: str = "chat:room:1", **changes: Any) -> Answer:
    return await answer_question(
        database=house.database, clock=house.clock, summariser=house.summariser, text=text, thread=thread, **changes
    )


def told(answer: Answer) -> list[str]:
    return [one.text for one in answer.sentences]


async def test_more_is_what_was_not_told_yet(house: House) -> None:
    """Until there is no more, and that is said."""
    heard = told(await ask(house, "what is new about Nvidia?"))
    assert heard
    for text in ("more", "what else?", "anything else?", "more"):
        answer = await ask(house, text)
        assert not set(told(answer)) & set(heard)
        heard += told(answer)
        if answer.abstained:
            break
    assert answer.note == phrase("en", "answer.no_more")
    assert len(heard) > len(told(await ask(house, "what is new about Nvidia?", "chat:room:2")))


@pytest.mark.parametrize("text", ["source?", "where did you read that?", "出典は？", "來源？", "출처는?", "แหล่งที่มา"])
async def test_the_sources_are_those_of_what_was_told(house: House, text: str) -> None:
    first = await ask(house, "When was Lumo 3 released?")
    answer = await ask(house, text)
    cited = [citation.url for one in answer.sentences for citation in one.citations]
    assert cited == list(dict.fromkeys(citation.url for one in first.sentences for citation in one.citations))
    assert set(told(answer)) <= {one.title for one in LUMO}


@pytest.mark.parametrize(("text", "language"), [("are you sure?", "en"), ("本当？", "en"), ("정말이야?", "ko")])
async def test_how_sure_it_is_is_how_many_report_it(house: House, text: str, language: Any) -> None:
    """In the language of the conversation where the script is that of several."""
    await ask(house, "When was Lumo 3 released?", language=None if language == "en" else language)
    answer = await ask(house, text, language=language)
    assert "Tide" in answer.note
    assert "Reef" in answer.note
    assert "2" in answer.note


async def test_a_list_is_shorter_by_lines_and_one_sentence_cannot_be(house: House) -> None:
    whole = told(await ask(house, "what is new about Nvidia?"))
    assert told(await ask(house, "say it shorter")) == whole[:3]
    await ask(house, "When was Lumo 3 released?", "chat:room:2")
    assert len(told(await ask(house, "shorter, please", "chat:room:2"))) == 1


async def test_of_silence_nothing_more_is_told(house: House) -> None:
    await ask(house, "Which whale did Vega Systems rescue?")
    assert (await ask(house, "source?")).note == phrase("en", "answer.nothing_told")
    assert (await ask(house, "are you sure?", "chat:room:9")).note == phrase("en", "answer.unclear")


async def test_a_short_question_is_in_the_language_of_its_conversation(house: House) -> None:
    """Characters alone are of both Chinese scripts, and Japanese."""
    await ask(house, "Lumo 3はいつ公開された？")
    assert (await ask(house, "本当？")).language == "ja"
    await ask(house, "Lumo 3 什麼時候發布的？", "chat:room:2")
    assert (await ask(house, "那 Google 呢？", "chat:room:2")).language == "zh-Hant"


async def test_in_a_thread_whoever_asks_goes_on_and_in_a_chat_each_from_their_own(house: House) -> None:
    """A chat of several people has no threads."""
    for thread, of_lumo in (("chat:room:3", False), ("chat:room", True)):
        await ask(house, "When was Lumo 3 released?", thread, reader="ann")
        await ask(house, "what is new about Nvidia?", thread, reader="bob")
        answer = await ask(house, "source?", thread, reader="ann")
        assert ("Lumo" in " ".join(told(answer))) is of_lumo
        assert "Nvidia" in " ".join(told(await ask(house, "source?", thread, reader="bob")))


async def test_a_bare_question_after_a_list_is_asked_back(house: House) -> None:
    """Twice too: the silence between is of nothing."""
    await ask(house, "what is new about Nvidia?")
    for text in ("why?", "when?"):
        assert (await ask(house, text)).note == phrase("en", "answer.which")


async def test_a_story_that_is_only_pointed_at_is_told_or_asked_the_same(house: House) -> None:
    """ "And the second one?" """
    assert "Lumo" in told(await ask(house, "and?", story="s1"))[0]
    await ask(house, "when?", "chat:room:4", story="s1")
    assert "12 May" in " ".join(told(await ask(house, "and?", "chat:room:4", story="s1")))
