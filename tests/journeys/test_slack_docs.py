"""Every command of docs/channels/slack.md, run as it stands there; its ten lines end with a brief in the channel."""

import asyncio
import json
import os
import re
import signal
import socket
import sys
from asyncio.subprocess import PIPE
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.newsroom.collecting.sampling import SampleNewsroom
from tests.fakes.slack import slack_on_loopback
from tests.fakes.slack_events import event_body, mention
from tests.fakes.slack_people import PeopledSlack, peopled, until

EXAMPLES = {"xoxb-bot-token": "xoxb-one", "xapp-app-token": "xapp-one", "C0123ABCD": "C1NEWS"}


def blocks(root: Path) -> list[list[str]]:
    page = (root / "docs/channels/slack.md").read_text()
    return [found.splitlines() for found in re.findall(r"```sh\n(.*?)```", page, re.DOTALL)]


def script(lines: list[str], *, port: int, catalogue: str) -> str:
    """As written, with this test's tokens, port and sources; `make install` is tested elsewhere."""
    text = "\n".join(line for line in lines if line != "make install")
    for example, ours in EXAMPLES.items():
        text = text.replace(example, ours)
    text = text.replace("--port 8000", f"--port {port}")
    text = text.replace("ainews collect", f"ainews collect --catalogue {catalogue}")
    text = text.replace(".venv/bin/ainews", "ainews").replace(".venv/bin/python", sys.executable)
    program = f"""ainews() {{ {sys.executable} -c 'from bot.cli import main; main()' "$@"; }}"""
    return f"set -eu\n{program}\n{text}\necho READY\nwait\n"


async def run(root: Path, folder: Path, text: str, **env: str) -> asyncio.subprocess.Process:
    given = {**os.environ, "PYTHONPATH": str(root), "AINEWS_DATABASE_URL": f"sqlite:///{folder}/news.db", **env}
    return await asyncio.create_subprocess_exec(
        "bash", "-c", text, cwd=folder, env=given, stdout=PIPE, stderr=PIPE, start_new_session=True
    )


@pytest.mark.long
async def test_ten_lines_lead_to_the_first_brief(root: Path, tmp_path: Path) -> None:
    """And the preview is what the channel got; then the bot hears its name."""
    ten = blocks(root)[0]
    assert len(ten) == 10
    assert ten[0] == "make install"
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    async with SampleNewsroom(datetime.now(UTC)) as newsroom, slack_on_loopback(peopled()) as slack:
        assert isinstance(slack, PeopledSlack)
        text = script(ten, port=port, catalogue=newsroom.catalogue_url)
        shell = await run(root, tmp_path, text, AINEWS_SLACK_API_URL=slack.url, AINEWS_ALLOW_PRIVATE_HOSTS="true")
        try:
            assert shell.stdout
            said = (await asyncio.wait_for(shell.stdout.readuntil(b"READY"), 100)).decode()
            assert "workspace Acme, as ainews" in said
            await until(60, lambda: bool(slack.posted("C1NEWS")))
            preview = json.loads((tmp_path / "preview.json").read_text())
            assert slack.posted("C1NEWS")[0]["blocks"] == preview[0]["blocks"]
            asked = mention("help")
            await slack.push("events_api", json.loads(event_body(asked)), "e1")
            await until(30, lambda: bool(slack.replies("C1NEWS", asked["ts"])))
        finally:
            with suppress(ProcessLookupError):
                os.killpg(shell.pid, signal.SIGKILL)
            await shell.communicate()
        assert slack.problems == []
    assert json.loads((tmp_path / "manifest.json").read_text())["settings"]["socket_mode_enabled"] is True


async def test_every_other_command_of_the_page_runs(root: Path, tmp_path: Path) -> None:
    """With a public address, and for many workspaces: doctor then says that any may add it."""
    one, many = blocks(root)[1:]
    text = script([*one, *many, ".venv/bin/ainews doctor || true"], port=0, catalogue="")
    shell = await run(root, tmp_path, text)
    said, complaint = await asyncio.wait_for(shell.communicate(), 60)
    assert shell.returncode == 0, complaint
    assert "any workspace may add it at https://news.example.com/webhooks/slack/install" in said.decode()
    made = json.loads((tmp_path / "manifest.json").read_text())
    assert made["oauth_config"]["redirect_urls"] == ["https://news.example.com/webhooks/slack/oauth"]
