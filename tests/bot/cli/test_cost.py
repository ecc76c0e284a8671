"""`ainews cost` as an operator and a script use it, and the benchmark behind docs/model-writer.md."""

import asyncio
import json
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

from news.metering import Allowed, ModelCall
from store.database import Database
from tests.bot.cli.test_commands import ainews

SCRIPT = Path(__file__).parents[3] / "benchmarks" / "llm_faults.py"


def test_without_a_model_nothing_was_paid(tmp_path: Path) -> None:
    """In a sentence, and as JSON."""
    assert "nothing is ever paid" in ainews(tmp_path, "cost").stdout
    assert json.loads(ainews(tmp_path, "cost", "--json").stdout)["total"] == 0


def test_the_bill_is_by_day_model_and_purpose(tmp_path: Path) -> None:
    """What failed, what has no price, and what is left of today's budget."""
    asyncio.run(_enter(f"sqlite:///{tmp_path}/cli.db"))
    told = json.loads(ainews(tmp_path, "cost", "--json", AINEWS_LLM_DAILY_BUDGET="0.5", AINEWS_ZONE="UTC").stdout)
    rows = {(row["model"], row["purpose"]): row for row in told["days"]}
    assert rows["openai/small", "summary"]["calls"] == 2
    assert rows["openai/small", "summary"]["failed"] == 1
    assert rows["openai/small", "summary"]["cost"] == 0.03
    assert rows["ollama/own", "answer"]["unpriced"] == 1
    assert told["total"] == 0.03
    assert told["daily_budget"] == 0.5
    text = ainews(tmp_path, "cost", AINEWS_ZONE="UTC").stdout
    assert "1 calls have no known price and are counted like those of a dear model: set AINEWS_LLM_INPUT_PRICE" in text
    assert told["unpriced"] == 1


async def _enter(url: str) -> None:
    now = datetime.now(UTC)
    database = await Database.open(url)
    await database.migrate()
    async with database.begin() as tx:
        for call in (
            ModelCall("b", now, "openai", "openai/small", "summary", outcome="timeout", cost=0.01),
            ModelCall("a", now, "openai", "openai/small", "summary", outcome="ok", cost=0.02),
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
    assert rows[2]["same_language"]["ledger"]["calls"] == {"ok": 12}
    assert rows[0]["cross_language"]["kept"] >= 0.95
