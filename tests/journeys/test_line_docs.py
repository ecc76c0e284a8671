"""The ten lines of docs/channels/line.md, run as they stand there, end with a brief on a follower's phone."""

import asyncio
import base64
import hashlib
import hmac
import json
import os
import re
import signal
import socket
import sys
from asyncio.subprocess import PIPE
from collections.abc import AsyncIterator
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

import httpx
import pytest

from bot.newsroom.collecting.sampling import SampleNewsroom
from tests.fakes.line import SECRET, TOKEN, Line, line_platform, until

HANA = "U" + "1" * 32
EXAMPLES = {"0123456789abcdef": SECRET, "long-lived-token": TOKEN}


@pytest.fixture
async def line() -> AsyncIterator[Line]:
    async with line_platform() as platform:
        yield platform


def ten_lines(root: Path) -> list[str]:
    page = (root / "docs/channels/line.md").read_text()
    found = re.search(r"## Ten lines.*?```sh\n(.*?)```", page, re.DOTALL)
    assert found is not None
    return found[1].splitlines()


def script(lines: list[str], *, port: int, catalogue: str) -> str:
    """As written, with this test's secrets, port and sources; `make install` is tested elsewhere."""
    text = "\n".join(lines[1:])
    for example, ours in EXAMPLES.items():
        text = text.replace(example, f'"{ours}"')
    text = text.replace("https://news.example.com", f"http://127.0.0.1:{port}").replace("--port 8000", f"--port {port}")
    text = text.replace("ainews collect", f"ainews collect --catalogue {catalogue}")
    text = text.replace(".venv/bin/ainews", "ainews")
    up = f"until (echo >/dev/tcp/127.0.0.1/{port}) 2>/dev/null; do sleep 0.1; done"
    text = text.replace("&\n", f"&\n{up}\n")
    program = f"""ainews() {{ {sys.executable} -c 'from bot.cli import main; main()' "$@"; }}"""
    return f"set -eu\n{program}\n{text}\necho READY\nwait\n"


@pytest.mark.long
async def test_ten_lines_lead_to_the_first_brief(root: Path, line: Line, tmp_path: Path) -> None:
    """Then somebody follows and says 今日."""
    lines = ten_lines(root)
    assert len(lines) == 10
    assert lines[0] == "make install"
    assert re.search(r"^install:", (root / "Makefile").read_text(), re.MULTILINE)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    env = {
        **os.environ, "PYTHONPATH": str(root), "AINEWS_LINE_API_URL": f"http://127.0.0.1:{line.port}",
        "AINEWS_DATABASE_URL": f"sqlite:///{tmp_path}/news.db", "AINEWS_ALLOW_PRIVATE_HOSTS": "true",
    }  # fmt: skip
    async with SampleNewsroom(datetime.now(UTC)) as newsroom:
        text = script(lines, port=port, catalogue=newsroom.catalogue_url)
        shell = await asyncio.create_subprocess_exec(
            "bash", "-c", text, cwd=tmp_path, env=env, stdout=PIPE, stderr=PIPE, start_new_session=True
        )
        try:
            assert shell.stdout is not None
            said = (await asyncio.wait_for(shell.stdout.readuntil(b"READY"), 100)).decode()
            assert "rich menus: 6 uploaded" in said
            assert "LINE reached it and was answered" in said
            await first_brief(line, port)
        finally:
            with suppress(ProcessLookupError):
                os.killpg(shell.pid, signal.SIGKILL)
            await shell.communicate()
    page = (tmp_path / "brief.html").read_text()
    assert page.startswith("<!doctype html>")
    assert "<script" not in page


async def first_brief(line: Line, port: int) -> None:
    line.profiles[HANA] = {"language": "ja"}
    for number, more in enumerate(
        ({"type": "follow"}, {"type": "message", "message": {"type": "text", "id": "1", "text": "今日"}})
    ):
        event = {"webhookEventId": f"e{number}", "timestamp": number, "replyToken": line.token(HANA), **more}
        body = json.dumps({"events": [{**event, "source": {"type": "user", "userId": HANA}}]}).encode()
        signed = base64.b64encode(hmac.digest(SECRET.encode(), body, hashlib.sha256)).decode()
        async with httpx.AsyncClient(trust_env=False) as client:
            answer = await client.post(
                f"http://127.0.0.1:{port}/webhooks/line", content=body, headers={"x-line-signature": signed}
            )
        assert answer.status_code == 200
    await until(60, lambda: len(line.chats[HANA]) == 3)
    assert line.chats[HANA][-1]["contents"]["type"] == "carousel"
    assert line.linked[HANA] == line.aliases["ainews-ja"]
    assert line.problems == []
