"""An answer in the model's words, and the second look at free words."""

import json
from dataclasses import replace
from typing import Any

import pytest

from news.asking import Passage, Question
from tests.fakes.models import (
    Asked,
    Journalist,
    Said,
    Script,
    claim,
    texts_in,
    verdicts,
)
from tests.summariser.desk import NOW, QUOTE, STORY, TEXT, article, desk, lines, telling


def question(text: str, **changes: Any) -> Question:
    return replace(Question("q1", "T1", "reader-7", text, "en", NOW), **changes)


PASSAGE = Passage("a1", "s1", "Tide", "https://tide.example/a1", "Microsoft buys Mistral", TEXT, "en", NOW, 1.0)


async def test_an_answer_is_written_checked_and_charged_to_its_tenant() -> None:
    """Nothing of the reader goes to the provider; the call goes before all others."""
    async with desk(Journalist()) as (writer, server, books):
        told = await writer.answer(question("How many people does Mistral employ?"), [PASSAGE])
    assert any("700 people" in sentence.text for sentence in told.sentences)
    assert not told.abstained
    assert told.cost == pytest.approx(books.cost)
    (call,) = books.calls.values()
    assert (call.purpose, call.tenant, call.rank) == ("answer", "T1", 0)
    assert "reader-7" not in json.dumps(server.asked[0].body)
    assert "T1" not in json.dumps(server.asked[0].body)


async def test_a_model_is_asked_in_the_readers_own_words() -> None:
    """With the question before, for one that does not stand by itself; not in what looking it up made of them."""
    asked = replace(
        question("How people does Mistral employ?"), wording="And how many people?", before="Who is Mistral?"
    )
    async with desk(Journalist()) as (writer, server, _):
        await writer.answer(asked, [PASSAGE])
    shown = server.asked[0].data
    assert (shown["question"], shown["before"]) == ("And how many people?", "Who is Mistral?")


async def test_an_answer_that_the_passages_do_not_hold_is_not_given() -> None:
    """Nor is one taken back that they do hold because the model says that it found nothing."""
    async with desk(lambda asked: Said('{"found": false, "answer": []}')) as (writer, _, _books):
        silent = await writer.answer(question("Who is the CEO of Mistral?"), [PASSAGE])
    assert silent.abstained
    assert not silent.sentences
    assert silent.nearest
    async with desk(lambda asked: Said('{"found": false, "answer": []}')) as (writer, _, books):
        plain = await writer.answer(question("How many people does Mistral employ?"), [PASSAGE])
    assert "700 people" in plain.sentences[0].text
    assert (plain.abstained, plain.provenance.note) == (False, "not_found")
    assert [call.detail for call in books.calls.values()] == ["fell back"]
    invented = {
        "found": True,
        "answer": [claim("Arthur Mensch is the CEO of Mistral.", "A1", "Mistral employs 700 people")],
    }
    async with desk(lambda asked: Said(json.dumps(invented))) as (writer, _, _books):
        told = await writer.answer(question("Who is the CEO of Mistral?"), [PASSAGE])
    assert not any("Mensch" in sentence.text for sentence in told.sentences)


GREY = claim(
    "Regulators in Brussels will scrutinise the purchase in September.",
    "A1",
    "Regulators in Brussels will review the purchase in September.",
)


def asked_about(verdict: bool | None, lede: dict[str, Any], **more: Any) -> Script:
    """A telling, and the same verdict on every sentence that is asked about; None: that call fails."""

    def script(asked: Asked) -> Said:
        if "items" not in asked.data:
            return Said(telling(lede, **more))
        return Said(status=500) if verdict is None else verdicts(asked.data, texts_in([lede, *more.values()]), verdict)

    return script


@pytest.mark.parametrize(("verdict", "told"), [(True, True), (False, False), (None, False)])
async def test_a_free_wording_without_any_fault_is_told_when_a_second_look_says_so(
    verdict: bool | None, told: bool
) -> None:
    """One call for all of them, in the ledger; when it says no, or fails, a source's own sentence stands there."""
    async with desk(asked_about(verdict, claim(QUOTE, "A1", QUOTE), what_to_watch=[GREY])) as (writer, server, books):
        summary = await writer.summarise(STORY, [article()], language="en")
    assert (GREY["text"] in lines(summary)) is told
    made = summary.provenance
    assert made
    assert (made.unlooked, made.unlooked_note) == ((1, "unavailable") if verdict is None else (0, ""))
    assert [(one.part, one.fault) for one in made.wrong] == ([("what_to_watch", "far")] if verdict is False else [])
    purposes = [call.purpose for call in books.calls.values()]
    assert purposes[0] == "summary"
    assert set(purposes[1:]) == {"entailment"}
    (item,) = server.asked[1].data["items"]
    assert item["passage"] == GREY["sources"][0]["quote"]
    assert "OpenAI did not comment" in item["context"]
    assert GREY["text"] in item["sentences"]
    assert len(item["sentences"]) > 1


async def test_without_the_second_look_nothing_more_is_asked() -> None:
    """Switched off, it costs nothing."""
    script = asked_about(True, claim(QUOTE, "A1", QUOTE), what_to_watch=[GREY])
    async with desk(script, entailment=False) as (writer, _, books):
        summary = await writer.summarise(STORY, [article()], language="en")
    assert GREY["text"] not in lines(summary)
    assert len(books.calls) == 1


async def test_a_translation_is_asked_about_whole() -> None:
    """No words of it stand in its quotes: what the second look refuses is told in the original."""
    said = "マイクロソフトは火曜日、フランスの新興企業Mistralを90億ドルで買収した。"
    lede = claim(said, "A1", QUOTE)
    for verdict in (True, False):
        async with desk(asked_about(verdict, lede)) as (writer, _, _books):
            summary = await writer.summarise(STORY, [article()], language="ja")
        assert (said in lines(summary)) is verdict


async def test_an_answer_in_free_words_is_given_when_a_second_look_says_so() -> None:
    """And left out when it says no."""
    free = claim("Some 700 people work for Mistral.", "A1", "Mistral employs 700 people")
    for verdict in (True, False):

        def script(asked: Asked, verdict: bool = verdict) -> Said:
            if "items" in asked.data:
                return verdicts(asked.data, {free["text"]}, verdict)
            return Said(json.dumps({"found": True, "answer": [free]}))

        async with desk(script) as (writer, _, books):
            told = await writer.answer(question("How many people work for Mistral?"), [PASSAGE])
        assert (free["text"] in [one.text for one in told.sentences]) is verdict
        assert [(call.purpose, call.rank) for call in books.calls.values()] == [("answer", 0), ("entailment", 1)]
