"""`ainews cost` as an operator and a script use it, and the benchmark behind docs/model-writer.md."""

import asyncio
import json
import subprocess
import sys
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.cli.model_faults import last_fault, told
from news.metering import Allowed, ModelCall
from store.database import Database
from tests.bot.cli.commands import Shell

WRONG_KEY = (
    "AuthenticationError: litellm.AuthenticationError: OpenAIException - Incorrect API key provided: ***. See https://x"
)
SCRIPT = Path(__file__).parents[3] / "benchmarks" / "llm_faults.py"


def test_without_a_model_nothing_was_paid(ainews: Shell) -> None:
    """In a sentence, and as JSON."""
    assert "nothing is ever paid" in ainews("cost").out
    assert ainews("cost", "--json").json["total"] == 0


def test_a_budget_below_one_call_is_named(ainews: Shell) -> None:
    """A model is set and nothing was paid: because no call fits the budget."""
    told = ainews("cost", AINEWS_LLM_MODEL="openai/gpt-4o-mini", AINEWS_LLM_DAILY_BUDGET="0.0002").out
    assert "openai/gpt-4o-mini is set, and no call to it was made" in told
    assert "$0.0002 a day does not allow one" in told
    assert "nothing is ever paid" not in told


def test_the_bill_is_by_day_model_and_purpose(ainews: Shell) -> None:
    """What failed, what has no price, and what is left of today's budget."""
    asyncio.run(_enter(ainews.url))
    bill = ainews("cost", "--json", AINEWS_LLM_DAILY_BUDGET="0.5", AINEWS_ZONE="UTC").json
    rows = {(row["model"], row["purpose"]): row for row in bill["days"]}
    assert rows["openai/small", "summary"]["calls"] == 2
    assert rows["openai/small", "summary"]["failed"] == 1
    assert rows["openai/small", "summary"]["cost"] == 0.03
    assert rows["ollama/own", "answer"]["unpriced"] == 1
    assert bill["total"] == 0.03
    assert bill["daily_budget"] == 0.5
    told = ainews("cost", AINEWS_LLM_DAILY_BUDGET="0.003", AINEWS_ZONE="UTC").out
    assert "of $0.003; in all" in told
    text = ainews("cost", "--by-tenant", AINEWS_ZONE="UTC").out
    (line,) = [line for line in text.splitlines() if line.startswith("public ")]
    assert line.split() == ["public", "3", "0.0300"]
    assert "1 calls have no known price and are counted like those of a dear model: set AINEWS_LLM_INPUT_PRICE" in text
    assert bill["unpriced"] == 1
    assert bill["became"] == {"failed": 1, "replaced": 1, "ok": 1}
    assert "What became of them: 1 " in text
    assert bill["last_fault"]["model"] == "openai/small"
    assert bill["last_fault"]["remedy"] == "check AINEWS_LLM_API_KEY"
    assert "openai/small: Incorrect API key provided: ***; check AINEWS_LLM_API_KEY." in text


@pytest.mark.parametrize(
    ("detail", "said"),
    [
        ("InternalServerError: litellm.InternalServerError: InternalServerError: OpenAIException - Connection error.", "Connection error; nothing answers at that address: check AINEWS_LLM_API_BASE"),
        ("BadRequestError: litellm.BadRequestError: LLM Provider NOT provided. Pass in", "LLM Provider NOT provided; write AINEWS_LLM_MODEL as provider/model, such as openai/gpt-4o-mini"),
        ("no reply within 30 s", "no reply within 30 s; the model is too slow: raise AINEWS_LLM_TIMEOUT or name a smaller one; a server that works on one call at a time wants AINEWS_LLM_AT_ONCE=1"),
        ("the reply has no text", "the reply has no text"),
    ],
)  # fmt: skip
def test_a_fault_of_the_model_names_the_setting_to_look_at(detail: str, said: str) -> None:
    """In one line, without the names of classes."""
    at = datetime(2026, 7, 17, 6, tzinfo=UTC)
    call = ModelCall("a", at, "openai", "openai/x", "summary", outcome="failed", detail=detail)
    assert told(call, UTC) == f"06:00 openai/x: {said}"
    later = ModelCall("b", at + timedelta(minutes=1), "openai", "openai/x", "summary", outcome="ok")
    assert last_fault([call, later]) is None
    assert last_fault([later, replace(call, at=later.at + timedelta(minutes=1))])


async def _enter(url: str) -> None:
    now = datetime.now(UTC)
    database = await Database.open(url)
    async with database.begin() as tx:
        for call in (
            ModelCall("b", now, "openai", "openai/small", "summary", outcome="failed", cost=0.01, detail=WRONG_KEY),
            ModelCall("a", now, "openai", "openai/small", "summary", outcome="ok", cost=0.02, detail="replaced 2 of 7"),
            ModelCall("c", now, "ollama", "ollama/own", "answer", outcome="ok", priced=False),
        ):
            await tx.model_calls.reserve(call, Allowed(since=now - timedelta(days=1)))
    await database.close()


def test_the_benchmark_of_faults_prints_a_row_per_fault() -> None:
    """With the columns that docs/model-writer.md speaks of."""
    done = subprocess.run(
        [sys.executable, str(SCRIPT), "--json", "--stories", "6", "--faults", "correct,names,refusal"],
        capture_output=True, text=True, timeout=300, check=True,
    )  # fmt: skip
    rows = json.loads(done.stdout)["rows"]
    assert [(row["fault"], row["held"]) for row in rows] == [("correct", True), ("names", True), ("refusal", True)]
    assert rows[1]["what_was_sent"]["told"] != rows[1]["what_was_sent"]["false"]
    assert rows[2]["same_language"]["ledger"]["calls"] == {"refused": 12}
    assert rows[0]["cross_language"]["kept"] >= 0.95
