"""Worker processes: what keeps a processor busy happens in them, and one that dies costs a retry and nothing else."""

import asyncio
import os
import sys
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.jobs.crew import Crew
from news.errors import BadInput, StoreError

SCRIPT = """
import json, os, sys
for line in sys.stdin:
    asked = json.loads(line)
    errand, given = asked["errand"], asked["given"]
    if errand == "die":
        os._exit(7)
    if errand == "refuse":
        said = {"error": {"kind": "BadInput", "subject": "zone", "reason": "no such zone"}}
    elif errand == "whoami":
        said = {"result": [sys.argv[-1], os.getpid(), os.environ.get("AINEWS_ZONE")]}
    else:
        said = {"result": given}
    print(json.dumps({"id": asked["id"], **said}), flush=True)
"""


@pytest.fixture
async def crew(tmp_path: Path) -> AsyncIterator[Crew]:
    script = tmp_path / "hand.py"
    script.write_text(SCRIPT)
    made = Crew([sys.executable, "-S", str(script)], env={"AINEWS_ZONE": "Asia/Tokyo"}, idle_seconds=0.3)
    yield made
    await made.close()


async def test_each_role_has_one_process_with_the_settings_of_this_one(crew: Crew) -> None:
    """Calls of one role share it, whatever their number."""
    writer, again = await asyncio.gather(crew.call("writer", "whoami"), crew.call("writer", "whoami"))
    reader = await crew.call("reader", "whoami")
    assert writer == again
    assert (writer[0], reader[0], writer[2]) == ("writer", "reader", "Asia/Tokyo")
    assert len({os.getpid(), writer[1], reader[1]}) == 3


async def test_answers_find_their_callers(crew: Crew) -> None:
    """Many at once, each with its own."""
    said = await asyncio.gather(*(crew.call("writer", "echo", number=number) for number in range(50)))
    assert said == [{"number": number} for number in range(50)]


async def test_an_error_there_is_an_error_here(crew: Crew) -> None:
    """Of the same kind, with its subject."""
    with pytest.raises(BadInput, match="zone: no such zone"):
        await crew.call("writer", "refuse")


async def test_a_process_that_dies_fails_its_calls_and_the_next_call_has_a_new_one(crew: Crew) -> None:
    """As an error that the step tries again."""
    before = await crew.call("writer", "whoami")
    with pytest.raises(StoreError, match="ended with status 7"):
        await crew.call("writer", "die")
    after = await crew.call("writer", "whoami")
    assert before[1] != after[1]


async def test_a_process_without_work_ends(crew: Crew) -> None:
    """It costs memory only while a brief is made."""
    _, pid, _ = await crew.call("writer", "whoami")
    async with asyncio.timeout(60):
        while _runs(pid):  # noqa: ASYNC110 - what is waited for happens in another process
            await asyncio.sleep(0.05)
    assert (await crew.call("writer", "whoami"))[1] != pid


def _runs(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True
