"""What the archive does not know is said to be unknown, whatever is asked of it, and what is nearest is shown."""

import pytest

from bot.house import House
from news.phrases import phrase
from tests.bot.newsroom.conversing import ask, enter
from tests.bot.shelf import an_article

KNOWN = (
    an_article("k3", "s1", title="Moonshot opens Kimi K3", text="Moonshot released Kimi K3 on 9 July with new tools."),
    an_article("dog", "s2", title="A dog unit opens in Oslo", text="The K9 unit of Oslo has a new house."),
)


@pytest.fixture
async def kimi(house: House) -> House:
    await enter(house, KNOWN)
    return house


@pytest.mark.parametrize(
    "asked",
    ["What is Kimi K9?", "any news on Kimi K9?", "When was Kimi K9 released?", "Which tools does Kimi K9 have?"],
)
async def test_no_other_version_answers(kimi: House, asked: str) -> None:
    """In any intent; "K9" somewhere else is not Kimi's."""
    answer = await ask(kimi, asked)
    assert answer.abstained
    assert answer.note == phrase("en", "answer.unknown_name", name="Kimi K9")
    assert answer.nearest[0].headline == "Moonshot opens Kimi K3"


async def test_the_version_that_is_there_answers(kimi: House) -> None:
    assert "9 July" in (await ask(kimi, "When was Kimi K3 released?")).sentences[0].text


async def test_it_is_said_in_the_askers_language(kimi: House) -> None:
    answer = await ask(kimi, "키미 K9 소식", language="ko")
    assert answer.note == phrase("ko", "answer.unknown_name", name="Kimi K9")


async def test_a_name_that_no_document_has_is_named_in_the_silence(kimi: House) -> None:
    answer = await ask(kimi, "Who founded Zorvexa?")
    assert answer.abstained
    assert answer.note == phrase("en", "answer.unknown_name", name="Zorvexa")


async def test_a_name_is_mended_as_the_reports_of_the_rest_write_it(kimi: House) -> None:
    """A word of another language is not."""
    report = an_article(
        "plant", "s1", title="Orbitix opens a robot plant in Oslo", text="Orbitix opens a robot plant in Oslo in May."
    )
    await enter(kimi, [report])
    answer = await ask(kimi, "Where did Orbitics open a robot plant?")
    assert answer.note.startswith(phrase("en", "answer.meant", name="Orbitix"))
    assert "Oslo" in answer.sentences[0].text
    assert "Showing" not in (await ask(kimi, "quanti robot Orbitix?")).note
