"""Processes that send are killed at random moments: nobody goes without a brief, nobody gets two. `make chaos` is the long form."""

import subprocess
import sys
from pathlib import Path

import pytest

CHAOS = Path(__file__).parents[2] / "benchmarks" / "delivery" / "chaos.py"


@pytest.mark.long
@pytest.mark.parametrize("database", ["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def test_killed_in_the_middle_nothing_is_lost_and_nothing_doubled(database: str) -> None:
    """The script itself compares what a receiver saw with the ledger, and says by its exit code whether it holds."""
    words = ("kill", "--kills", "1", "--deliveries", "120", "--answer-after", "0.3", "--database", database)
    done = subprocess.run(
        [sys.executable, str(CHAOS), *words], capture_output=True, text=True, timeout=300, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr[-3000:]
