"""When a version came out is told by the first headline that it did, where no report says the day."""

import pytest

from bot.house import House
from tests.bot.newsroom.conversing import ask, enter
from tests.bot.shelf import an_article

REPORTS = (
    an_article("k3", "s1", title="Moonshot launches Kimi K3", text="Moonshot has a new model with tools."),
    an_article("k3b", "s2", title="Acme launches a reader made with Kimi K3", text="Acme reads pages aloud."),
    an_article("k2", "s3", title="Moonshot launches Kimi K2", text="Moonshot has a model."),
)


@pytest.fixture
async def kimi(house: House) -> House:
    await enter(house, REPORTS)
    return house


@pytest.mark.parametrize("asked", ["when did Kimi K3 come out?", "When did Moonshot launch Kimi K3?"])
async def test_the_first_headline_tells_when_it_came_out(kimi: House, asked: str) -> None:
    answer = await ask(kimi, asked)
    assert [one.text for one in answer.sentences] == ["Moonshot launches Kimi K3"]
    assert answer.note.startswith("First reported on ")


async def test_what_is_still_to_come_is_told_by_no_headline_of_its_day(kimi: House) -> None:
    assert "First reported" not in (await ask(kimi, "when will Kimi K3 come out?")).note
