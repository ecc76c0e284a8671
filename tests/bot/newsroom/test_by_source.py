"""What is asked of an outlet, of a time before the archive, and of a body by its letters; every source with its day."""

from datetime import date, timedelta

import pytest

from bot.house import House
from news.phrases import format_date, phrase
from tests.bot.newsroom.conversing import ask, enter
from tests.bot.shelf import NOON, an_article

RELAYED = (
    an_article("r1", "s3", title="OpenAI opens a lab in Oslo - Reuters", source="wire", source_name="Wire", text="x"),
    an_article("r2", "s4", title="OpenAI cuts prices - Fjord Post", source="wire", source_name="Wire", text="x"),
    an_article(
        "r3", "s5", title="OpenAI hires Ann Holm (Jo Dahl/Reuters)", source="gist", source_name="Gist", text="x"
    ),
    an_article("old", "s6", title="Head of US AI safety agency resigns", published=NOON - timedelta(days=3)),
)


@pytest.fixture
async def relaying(house: House) -> House:
    await enter(house, RELAYED)
    return house


async def test_what_others_pass_on_is_of_the_outlet_that_the_title_ends_by(relaying: House) -> None:
    answer = await ask(relaying, "what did Reuters report about OpenAI?")
    told = " ".join(one.text for one in answer.sentences)
    assert "Oslo" in told
    assert "cuts prices" not in told
    assert "Not among" not in answer.note


async def test_every_source_has_the_day_of_its_report(relaying: House) -> None:
    answer = await ask(relaying, "When was Lumo 3 released?")
    assert {cited.day for one in answer.sentences for cited in one.citations} == {date(2026, 7, 17)}


async def test_a_time_before_the_archive_is_said_to_be_so(relaying: House) -> None:
    begins = phrase("en", "answer.archive_begins", date=format_date(date(2026, 7, 14), "en"))
    answer = await ask(relaying, "what did OpenAI do in 1999?")
    assert answer.abstained
    assert answer.note.startswith(begins)
    assert (await ask(relaying, "what has OpenAI announced since May?")).note.startswith(begins)
    assert begins not in (await ask(relaying, "what did OpenAI announce this week?")).note


async def test_a_body_asked_for_by_its_letters_is_found_by_what_reports_call_it(relaying: House) -> None:
    answer = await ask(relaying, "who is the new head of CAISI?")
    assert phrase("en", "answer.meant", name="AI safety agency") in answer.note
    assert answer.abstained or phrase("en", "answer.who_untold") in answer.note
