"""The command `ainews` as a person and a script use it."""

import json
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from bot.cli.demo import sample_brief
from news.model import Brief
from store.migrations import HEAD
from tests.bot.cli.commands import Shell
from tests.bot.program import program

AT = "2026-07-17T06:00Z"


def test_the_sample_edition_is_marked_wherever_it_appears(ainews: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    """In text, Markdown, HTML and JSON, of one edition that is made once."""
    made: list[Brief] = []

    async def once(*given: Any, **more: Any) -> Brief:
        made.append(made[0] if made else await sample_brief(*given, **more))
        return made[-1]

    monkeypatch.setattr("bot.cli.demo.sample_brief", once)
    for form in ("text", "markdown", "html"):
        answer = ainews("demo", "--at", AT, "--format", form)
        assert answer.code == 0, answer.err
        assert "SAMPLE" in answer.out
    data = ainews("demo", "--at", AT, "--format", "json").json
    assert data["sample"] is True
    assert len(data["stories"]) >= 5
    assert data["date"] == "2026-07-17"


def test_without_a_single_source_the_brief_says_so_and_shows_the_sample(ainews: Shell, tmp_path: Path) -> None:
    """It is the sample and says so, on stderr and in the edition, however often it is tried."""
    (tmp_path / "one.csv").write_text("name,feed_url\nNowhere,http://127.0.0.1:9/feed\n")
    sources = ("--catalogue", f"{tmp_path}/one.csv", "--at", AT)
    for _ in range(2):
        ainews("collect", *sources).refused("not one source could be reached")
    answer = ainews("brief", "--collect", *sources)
    assert answer.code == 0, answer.err
    assert "not one source could be reached" in answer.err
    assert "SAMPLE" in answer.out


def test_a_brief_before_anything_was_read_says_what_to_do(ainews: Shell) -> None:
    """An empty edition is not passed off as a quiet day."""
    answer = ainews("brief", "--at", AT)
    assert "no source has been read" in answer.err
    assert "quiet day" not in answer.out
    assert "--collect" in answer.err


def test_the_help_of_no_command_loads_a_database_or_the_settings() -> None:
    """Help comes at once."""
    program = (
        "import sys\nfrom bot.cli.main import app\n"
        "for name in app.list_commands(None): app([name, '--help'], standalone_mode=False)\n"
        "print('LOADED', *sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, timeout=60, check=True)
    loaded = done.stdout.split("LOADED ")[1].split()
    assert "bot.cli.work" in loaded
    assert not {"sqlalchemy", "pydantic", "aiohttp", "fastapi", "dbos"} & set(loaded)


def test_a_server_at_rest_has_not_loaded_what_only_work_needs(tmp_path: Path) -> None:
    """Its memory is for the sources it reads: numpy comes with the first search, litellm with the first question to a model,
    and the process that makes a new database's tables is another.
    """
    file = tmp_path / "new.db"
    program = (
        "import asyncio, sys\nimport bot.app, bot.cli.receiving, bot.cli.serve, bot.cli.working, bot.wiring\n"
        "import channels.webhook.channel, store.database, summariser.telling.extractive\n"
        "from bot.cli.migrating import migrate_apart\n"
        f"asyncio.run(migrate_apart('sqlite:///{file}'))\n"
        "print('LOADED', *sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, timeout=60, check=True)
    loaded = done.stdout.split("LOADED ")[1].split()
    assert "dbos" in loaded
    assert not {"numpy", "litellm", "trafilatura", "alembic"} & set(loaded)
    with closing(sqlite3.connect(file)) as made:
        assert made.execute("SELECT version_num FROM alembic_version").fetchall() == [(HEAD,)]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("brief", "--at", "nonsense"), "nonsense"),
        (("brief", "--at", "0001-01-01"), "0001-01-01"),
        (("brief", "--at", "9999-12-31T23:59-10:00"), "9999-12-31"),
        (("brief", "--minutes", "0"), "--minutes 0"),
        (("brief", "--language", "klingon"), "klingon"),
        (("brief", "--topics", "cooking"), "cooking"),
        (("collect", "--catalogue", "/nowhere/at/all.csv"), "/nowhere/at/all.csv"),
        (("ask", ""), "question"),
    ],
)
def test_bad_input_is_named_with_its_remedy(ainews: Shell, words: tuple[str, ...], told: str) -> None:
    """A clear message, exit code 1."""
    ainews(*words).refused(told)


async def test_a_zone_that_does_not_exist_is_named(tmp_path: Path) -> None:
    """Never a morning in UTC by accident. A process of its own: its exit code and its one line are what a script sees."""
    said = await program(tmp_path / "cli.db").run("brief", "--at", AT, AINEWS_ZONE="Mars/Olympus")
    assert (said.code, said.out, said.err.count("\n")) == (1, "", 1), said.err
    assert "Mars/Olympus" in said.err


def test_a_database_that_cannot_be_reached_is_named_without_its_password(ainews: Shell) -> None:
    """The secret stays out of the message."""
    answer = ainews("brief", AINEWS_DATABASE_URL="postgresql://me:secret@127.0.0.1:9/news")
    answer.refused("127.0.0.1")
    assert "secret" not in answer.err


def test_a_broken_row_costs_only_itself(ainews: Shell, tmp_path: Path) -> None:
    """It is named with its line; the command goes on."""
    (tmp_path / "rows.csv").write_text("name,feed_url\nGood,http://127.0.0.1:9/feed\nBad,not a link\n")
    answer = ainews("collect", "--catalogue", str(tmp_path / "rows.csv"), "--at", AT, "--json")
    assert "line 3" in answer.err
    assert json.loads(answer.out)["sources"] == 1


def test_reports_are_json_for_scripts(ainews: Shell) -> None:
    """Sources, stories and doctor before anything was collected: empty lists, a to-do, exit code 1 of doctor."""
    assert ainews("sources", "list", "--json").json == []
    assert ainews("stories", "--json").json == []
    doctor = ainews("doctor", "--json")
    assert doctor.code == 1
    assert {row["check"]: row["ok"] for row in json.loads(doctor.out)} == {
        "settings": True,
        "database": True,
        "sources": False,
        "briefs": False,
    }
