"""The command `ainews` as a person and a script use it."""

import json
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from store.migrations import HEAD

AT = "2026-07-17T06:00Z"
AINEWS = (sys.executable, "-c", "from bot.cli import main; main()")


def ainews(folder: Path, *words: str, **settings: str) -> subprocess.CompletedProcess[str]:
    import os

    env = {**os.environ, "AINEWS_DATABASE_URL": f"sqlite:///{folder}/cli.db", **settings}
    return subprocess.run([*AINEWS, *words], capture_output=True, text=True, env=env, timeout=60, check=False)


def refused(answer: subprocess.CompletedProcess[str], *words: str) -> None:
    """Exit code 1, one line that names the thing, no traceback."""
    assert answer.returncode == 1, answer.stderr
    assert "Traceback" not in answer.stderr
    for word in words:
        assert word in answer.stderr


def test_the_sample_edition_is_marked_wherever_it_appears(tmp_path: Path) -> None:
    """In text, Markdown, HTML and JSON."""
    for form in ("text", "markdown", "html"):
        answer = ainews(tmp_path, "demo", "--at", AT, "--format", form)
        assert answer.returncode == 0, answer.stderr
        assert "SAMPLE" in answer.stdout
    data = json.loads(ainews(tmp_path, "demo", "--at", AT, "--format", "json").stdout)
    assert data["sample"] is True
    assert len(data["stories"]) >= 5
    assert data["date"] == "2026-07-17"


def test_without_a_single_source_the_brief_says_so_and_shows_the_sample(tmp_path: Path) -> None:
    """It is the sample and says so, on stderr and in the edition, however often it is tried."""
    (tmp_path / "one.csv").write_text("name,feed_url\nNowhere,http://127.0.0.1:9/feed\n")
    sources = ("--catalogue", f"{tmp_path}/one.csv", "--at", AT)
    private = {"AINEWS_ALLOW_PRIVATE_HOSTS": "true"}
    for _ in range(2):
        answer = ainews(tmp_path, "collect", *sources, **private)
        refused(answer, "not one source could be reached")
    answer = ainews(tmp_path, "brief", "--collect", *sources, **private)
    assert answer.returncode == 0, answer.stderr
    assert "not one source could be reached" in answer.stderr
    assert "SAMPLE" in answer.stdout


def test_a_brief_before_anything_was_read_says_what_to_do(tmp_path: Path) -> None:
    """An empty edition is not passed off as a quiet day."""
    answer = ainews(tmp_path, "brief", "--at", AT)
    assert "no source has been read" in answer.stderr
    assert "quiet day" not in answer.stdout
    assert "--collect" in answer.stderr


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
        "import channels.webhook.channel, store.database, summariser.extractive\n"
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
def test_bad_input_is_named_with_its_remedy(tmp_path: Path, words: tuple[str, ...], told: str) -> None:
    """A clear message, exit code 1."""
    refused(ainews(tmp_path, *words), told)


def test_a_zone_that_does_not_exist_is_named(tmp_path: Path) -> None:
    """Never a morning in UTC by accident."""
    refused(ainews(tmp_path, "brief", "--at", AT, AINEWS_ZONE="Mars/Olympus"), "Mars/Olympus")


def test_a_database_that_cannot_be_reached_is_named_without_its_password(tmp_path: Path) -> None:
    """The secret stays out of the message."""
    answer = ainews(tmp_path, "brief", AINEWS_DATABASE_URL="postgresql://me:secret@127.0.0.1:9/news")
    refused(answer, "127.0.0.1")
    assert "secret" not in answer.stderr


def test_a_broken_row_costs_only_itself(tmp_path: Path) -> None:
    """It is named with its line; the command goes on."""
    (tmp_path / "rows.csv").write_text("name,feed_url\nGood,http://127.0.0.1:9/feed\nBad,not a link\n")
    answer = ainews(tmp_path, "collect", "--catalogue", str(tmp_path / "rows.csv"), "--at", AT, "--json")
    assert "line 3" in answer.stderr
    assert json.loads(answer.stdout)["sources"] == 1


def test_reports_are_json_for_scripts(tmp_path: Path) -> None:
    """Sources, stories and doctor before anything was collected: empty lists, a to-do, exit code 1 of doctor."""
    assert json.loads(ainews(tmp_path, "sources", "list", "--json").stdout) == []
    assert json.loads(ainews(tmp_path, "stories", "--json").stdout) == []
    doctor = ainews(tmp_path, "doctor", "--json")
    assert doctor.returncode == 1
    assert {row["check"]: row["ok"] for row in json.loads(doctor.stdout)} == {
        "settings": True,
        "database": True,
        "sources": False,
        "briefs": False,
    }
