"""What every Summariser keeps to, whichever of them an install has: the extractive one, and the one that writes, on good days and bad."""

from collections.abc import AsyncIterator
from dataclasses import replace

import pytest

from news.asking import Passage, Question
from news.languages import Language
from news.model import SECTIONS, Article, Sentence, Story, Summary
from news.ports import Summariser, SystemClock
from news.text import normalise_for_match
from summariser.model.endpoints import Endpoint, Plan
from summariser.model.llm import LiteLlm
from summariser.model.writer import LlmSummariser
from summariser.telling.extractive import ExtractiveSummariser
from tests.fakes.models import Books, Journalist, Said, Script, model_server
from tests.summariser.desk import NOW, STORY, article

MODELS: dict[str, Script] = {
    "a good model": Journalist(),
    "one that answers nonsense": lambda asked: Said("I'm sorry, but as an AI I can't."),
    "one that is down": lambda asked: Said(status=503),
}
JAPANESE = article(
    "j1", url="https://asahi.example/j1", source="asahi", source_name="Asahi", language="ja", title="OpenAI、東京に研究所を開設",
    text="OpenAIは木曜日、東京に研究所を開設したと発表した。\n研究所では120人が働くという。\n投資額は30億円に上る。",
)  # fmt: skip
BARE = article("b1", url="https://tide.example/b1", text="", title="Microsoft buys Mistral for $9 billion")


@pytest.fixture(params=["extractive", *MODELS])
async def summariser(request: pytest.FixtureRequest) -> AsyncIterator[Summariser]:
    if request.param == "extractive":
        yield ExtractiveSummariser()
        return
    async with model_server(MODELS[request.param]) as server:
        endpoint, books = Endpoint("openai/gpt-4o-mini", server.base, "k"), Books()
        chains = dict.fromkeys(("summary", "translation", "answer", "entailment"), (endpoint,))
        writer = LlmSummariser(LiteLlm(), Plan(chains, timeout=600), ledger=books, replies=books, clock=SystemClock())
        yield writer
        await writer.close()


def told(summary: Summary) -> list[Sentence]:
    lede = [summary.lede] if summary.lede else []
    return [*lede, *(sentence for section in summary.sections.values() for sentence in section)]


def stands(sentence: Sentence, articles: list[Article]) -> bool:
    """Every citation is at an address that was given, and its quote is there."""
    texts = {one.url: normalise_for_match(f"{one.title}\n{one.text}") for one in articles}
    return bool(sentence.citations) and all(
        normalise_for_match(citation.quote) in texts.get(citation.url, "") for citation in sentence.citations
    )


@pytest.mark.parametrize("language", ["en", "ja", "th"])
async def test_every_sentence_cites_what_stands_in_its_articles(summariser: Summariser, language: Language) -> None:
    """In the language that was asked for, or else in one of the articles' own."""
    articles = [article(), JAPANESE]
    found = await summariser.summarise(STORY, articles, language=language)
    assert found.story == STORY.id
    assert found.headline.strip()
    assert found.language in (language, "en", "ja")
    assert set(found.sections) == set(SECTIONS)
    assert told(found)
    assert all(stands(sentence, articles) for sentence in told(found))
    assert set(found.articles) == {one.id for one in articles}


async def test_the_same_articles_are_told_the_same_again(summariser: Summariser) -> None:
    """And cost nothing the second time."""
    first, again = [await summariser.summarise(STORY, [article()], language="en") for _ in range(2)]
    assert (again.headline, again.lede, again.sections) == (first.headline, first.lede, first.sections)
    assert again.provenance is None or again.provenance.cost == 0


async def test_a_story_without_text_is_its_headline(summariser: Summariser) -> None:
    """Nothing is made up below it."""
    found = await summariser.summarise(STORY, [BARE], language="en")
    assert found.headline == BARE.title
    assert found.lede is None
    assert not any(found.sections.values())


async def test_what_a_reader_asks_is_answered_from_the_passages_or_not_at_all(summariser: Summariser) -> None:
    """Every sentence cites a passage; without passages there is no answer; the nearest stories are pointed at."""
    passage = Passage("a1", "s1", "Tide", "https://tide.example/a1", article().title, article().text, "en", NOW, 2.0)
    question = Question("q1", "public", None, "How many people does Mistral employ?", "en", NOW)
    found = await summariser.answer(question, [passage])
    assert not found.abstained
    assert "700" in found.sentences[0].text
    assert all(stands(sentence, [article()]) for sentence in found.sentences)
    silent = await summariser.answer(replace(question, id="q2"), [])
    assert silent.abstained
    assert silent.sentences == ()


async def test_nothing_of_one_tenant_is_in_anothers_story(summariser: Summariser) -> None:
    """Whoever was told before: a telling holds the articles that it was given and no others."""
    own = article(
        "own", url="https://intra.example/1", text="Our private plan Falcon costs $3 million.\n" + article().text
    )
    await summariser.summarise(
        Story("s2", "p", "Plan", "en", ("own",), (), NOW, NOW, tenant="T1"), [own], language="en"
    )
    found = await summariser.summarise(STORY, [article()], language="en")
    assert not any("Falcon" in sentence.text for sentence in told(found))
    assert all(stands(sentence, [article()]) for sentence in told(found))
