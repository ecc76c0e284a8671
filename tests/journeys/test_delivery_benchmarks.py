"""The benchmarks of delivery run and say what they promise to say."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

SCRIPTS = Path(__file__).parents[2] / "benchmarks" / "delivery"


def run(name: str, *words: str) -> Any:
    command = [sys.executable, str(SCRIPTS / f"{name}.py"), *words]
    done = subprocess.run(command, capture_output=True, text=True, timeout=100, check=False)
    assert done.returncode == 0, done.stderr[-3000:]
    return json.loads(done.stdout)


@pytest.mark.long
def test_a_morning_of_four_editions_is_measured_beside_its_floor() -> None:
    """Everybody got one, four briefs were rendered, and the bare loop posted as many."""
    found = run("throughput", "--subscribers", "40")
    assert (found["counts"]["sent"], found["calls"], found["repeats"]) == (40, 40, 0)
    assert (found["briefs"], found["bodies"]) == (4, 4)
    assert found["ratio"] > 0
