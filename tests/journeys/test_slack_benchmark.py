"""The benchmark of the Slack door runs and says what it promises to say."""

import asyncio
import json
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

from tests.bot.shelf import a_story, an_article, shelf

SCRIPT = Path(__file__).parents[2] / "benchmarks" / "slack_webhook.py"


async def database(folder: Path) -> str:
    async with shelf(folder, stories=[a_story()], articles=[an_article("a1", "s1")], now=datetime.now(UTC)):
        return f"{folder}/shelf.db"


def test_the_door_is_measured_beside_its_floor(tmp_path: Path) -> None:
    """Mentions, questions and windows, each from the request on; nothing is lost. How fast is not for a test to say."""
    words = ["--rate", "10", "--seconds", "1", "--questions", "4", "--without-kill"]
    command = [sys.executable, str(SCRIPT), *words, "--database", asyncio.run(database(tmp_path))]
    done = subprocess.run(command, capture_output=True, text=True, timeout=300, check=False)
    assert done.returncode in (0, 1), done.stderr[-3000:]
    found = json.loads(done.stdout)
    load, asked = found["load"], found["questions"]
    assert (load["mentions"]["statuses"], load["unanswered"], load["windows"]["number"]) == ({"200": 10}, 0, 2)
    assert (asked["number"], asked["unanswered"]) == (4, 0)
    assert load["floor"]["number"] == 10
