"""A day's budget of each workspace: who is over it reads the sources' own sentences, and nobody else does."""

from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from bot.house import House
from bot.newsroom.answering.answering import answer_question
from bot.newsroom.making.metering import DatabaseLedger, DatabaseReplies, spending
from bot.newsroom.making.modelling import plan_of
from channels.document.render import render_answer
from channels.line.cards import answer_card
from channels.slack.answers import closing_blocks
from news.asking import Answer
from news.metering import ModelCall
from news.model import Tenant
from news.phrases import phrase
from news.ports import FixedClock
from summariser.model.llm import LiteLlm
from summariser.model.writer import LlmSummariser
from tests.bot.house import NOW
from tests.bot.newsroom.test_writing import desk
from tests.fakes.models import Asked, Journalist, Said

DEAR = {"prompt_tokens": 60_000, "completion_tokens": 2_000, "total_tokens": 62_000}
TAIPEI = ZoneInfo("Asia/Taipei")
QUESTIONS = ("How many languages does Heron 3 answer in?", "Who makes Heron 3?", "What did Heron 3 learn?")


def writer_at(house: House, now: datetime, budget: float) -> LlmSummariser:
    """The house's writer as if it were that moment, an install's in Taipei."""
    ledger = DatabaseLedger(house.database, zone=TAIPEI, install_budget=1, tenant_budget=budget, per_minute=0)
    replies = DatabaseReplies(house.database, FixedClock(now))
    return LlmSummariser(LiteLlm(), plan_of(house.settings), ledger=ledger, replies=replies, clock=FixedClock(now))


async def ask(house: House, writer: LlmSummariser, text: str, tenant: str) -> Answer:
    return await answer_question(
        database=house.database, clock=house.clock, summariser=writer, text=text, tenant=tenant
    )


def is_prose(answer: Answer) -> bool:
    return bool(answer.provenance and answer.provenance.prompt)


async def calls(house: House) -> list[ModelCall]:
    async with house.database.read() as tx:
        return list(await tx.model_calls.list(since=NOW - timedelta(days=9), until=NOW + timedelta(days=9)))


async def test_a_workspace_over_its_budget_gets_the_sources_words_and_its_neighbour_prose(tmp_path: Path) -> None:
    """It is told so on every channel; what its neighbour paid for it gets for nothing; at the install's midnight it begins anew."""
    good, late = Journalist(), datetime(2026, 7, 17, 23, 50, tzinfo=TAIPEI)

    def script(asked: Asked) -> Said:
        return replace(good(asked), usage=DEAR)

    async with desk(tmp_path, script) as (house, server):
        async with house.database.begin() as tx:
            for name in ("A", "B"):
                await tx.tenants.put(Tenant(name, name, NOW))
        writer = writer_at(house, late, 0.012)
        first = await ask(house, writer, QUESTIONS[0], "A")
        assert is_prose(first)
        over = await ask(house, writer, QUESTIONS[1], "A")
        assert not is_prose(over)
        assert over.sentences
        why = phrase("en", "brief.not_written", note=phrase("en", "why_not.budget"))
        for shown in (render_answer(over, "text", width=10_000), str(answer_card(over)), str(closing_blocks(over))):
            assert why in shown
        assert is_prose(await ask(house, writer, QUESTIONS[1], "B"))
        asked = len(server.asked)
        shared = await ask(house, writer, QUESTIONS[1], "A")
        assert is_prose(shared)
        assert (shared.cost, len(server.asked)) == (0, asked)
        assert not is_prose(await ask(house, writer, QUESTIONS[2], "A"))
        midnight = writer_at(house, late + timedelta(minutes=11), 0.012)
        assert is_prose(await ask(house, midnight, QUESTIONS[2], "A"))
        spent = {tenant: sum(one.cost for one in await calls(house) if one.tenant == tenant) for tenant in "AB"}
        assert spent == {"A": pytest.approx(2 * first.cost), "B": pytest.approx(first.cost)}
        year = {"since": NOW - timedelta(days=300), "until": NOW + timedelta(days=60)}
        rows = await spending(database=house.database, **year, zone=TAIPEI)
        assert sum(row.cost for row in rows) == pytest.approx(sum(spent.values()))
        assert {row.day.isoformat() for row in rows} == {"2026-07-17", "2026-07-18"}
        await writer.close()
        await midnight.close()
