"""The house's own rules: its rooms, floors and sizes, and that its documents tell the truth."""

import ast
import importlib
import os
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

import pytest

ROOT = Path(__file__).parents[1]
ROOMS = ("bot", "channels", "news", "sources", "store", "summariser")
HEAVY = ("litellm", "trafilatura", "feedparser", "linebot", "slack_bolt")
LONGEST_FILE, LONGEST_FUNCTION = 400, 40

# Written in two halves, so that this file does not break its own rule.
REGISTRIES = ("pypi" + ".org", "python" + "hosted.org", "registry.npm" + "js.org", "deb.debian" + ".org")
MACHINE_PATH = re.compile(r"(?<![\w.:/~$}-])/(?:root|work|Users/\w+|home/\w+)/(?=\w)")
SETTING = re.compile(r"\bAINEWS_[A-Z][A-Z_]*[A-Z]\b")
LINK = re.compile(r"\]\(<?([^)\s>]+)>?\)")


def tracked() -> list[Path]:
    """Every file that git keeps and that is text."""
    names = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True, text=True).stdout
    paths = [ROOT / name for name in names.split("\0") if name]
    return [path for path in paths if path.is_file() and b"\0" not in path.read_bytes()[:4096]]


def code() -> list[Path]:
    """The rooms' own Python files."""
    return sorted(path for room in ROOMS for path in (ROOT / room).rglob("*.py") if "__pycache__" not in path.parts)


def relative(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def run(program: str) -> str:
    """What a fresh Python prints for `program`."""
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, done.stderr
    return done.stdout


def imported_by(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module


def test_the_house_has_six_rooms_and_no_seventh() -> None:
    """A new top-level package needs a decision record first, and a place in the floors."""
    packages = {path.parent.name for path in ROOT.glob("*/__init__.py")}
    assert packages == set(ROOMS)
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]
    for listed in (
        settings["importlinter"]["root_packages"],
        settings["hatch"]["build"]["targets"]["wheel"]["packages"],
        settings["mypy"]["packages"],
    ):
        assert set(listed) == set(ROOMS)


def test_imports_only_point_down() -> None:
    """The contracts in pyproject.toml hold."""
    linter = Path(sys.executable).with_name("lint-imports")
    done = subprocess.run([linter, "--no-cache"], cwd=ROOT, capture_output=True, text=True, timeout=110)
    assert done.returncode == 0, done.stdout + done.stderr


def test_every_part_of_bot_has_its_floor() -> None:
    """import-linter cannot see that a new module of bot/ is in no layer."""
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["importlinter"]["contracts"]
    layers = next(contract["layers"] for contract in contracts if contract["name"].startswith("Inside bot"))
    floors = {name.strip() for layer in layers for name in re.split("[|:]", layer)}
    parts = {f"bot.{path.stem}" for path in (ROOT / "bot").glob("*.py")} - {"bot.__init__"}
    parts |= {f"bot.{path.parent.name}" for path in (ROOT / "bot").glob("*/__init__.py")}
    assert floors == parts


def test_no_file_is_longer_than_400_lines() -> None:
    """Counted for the rooms' code; longer means a second subject moved in."""
    lengths = {relative(path): path.read_text().count("\n") for path in code()}
    assert not {name: lines for name, lines in lengths.items() if lines > LONGEST_FILE}


def test_no_function_is_longer_than_40_lines() -> None:
    """Migrations excepted: they are written once, top to bottom."""
    long = {}
    for path in code():
        if "migrations" in path.parts:
            continue
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                lines = (node.end_lineno or 0) - node.lineno + 1
                if lines > LONGEST_FUNCTION:
                    long[f"{relative(path)}:{node.lineno} {node.name}"] = lines
    assert not long


def test_no_tracked_file_names_a_registry_or_a_machines_folders() -> None:
    """The project installs from wherever its user's tools point, and runs in any folder."""
    wrong = []
    for path in tracked():
        text = path.read_text(errors="replace")
        wrong += [f"{relative(path)}: {host}" for host in REGISTRIES if host in text]
        wrong += [f"{relative(path)}: {match.group()}" for match in MACHINE_PATH.finditer(text)]
        if path.relative_to(ROOT).parts[0] != "benchmarks" and "../" + "shared" in text:
            wrong.append(f"{relative(path)}: a folder beside the repository")
    assert not wrong


def test_one_file_alone_imports_litellm() -> None:
    """Its import takes seconds and its surface is wide: summariser/model/llm.py is the only door."""
    doors = {relative(path) for path in code() if any(n.split(".")[0] == "litellm" for n in imported_by(path))}
    assert doors <= {"summariser/model/llm.py"}


@pytest.mark.parametrize("program", ["import bot.app", "import sys; sys.argv = ['ainews', '--help']; import bot.cli"])
def test_nothing_heavy_is_imported_at_the_start(program: str) -> None:
    """The page server and `ainews --help` start without an LLM client, an extractor or a platform's SDK."""
    if "cli" in program:
        program += "\ntry: bot.cli.main()\nexcept SystemExit: pass"
    loaded = run(f"{program}\nimport sys\nprint('LOADED', *sys.modules)").split("LOADED ")[1].split()
    assert "bot" in loaded
    assert not [name for name in HEAVY if name in loaded]


def test_importing_the_house_opens_no_connection() -> None:
    """Every module of every room imports without a socket."""
    modules = [relative(path).removesuffix(".py").removesuffix("/__init__").replace("/", ".") for path in code()]
    names = [name for name in modules if ".migrations" not in name]
    run(
        "import socket, importlib\n"
        "def refuse(*args, **kwargs): raise SystemExit(f'a socket was opened to {args[1:]}')\n"
        "socket.socket.connect = socket.socket.connect_ex = socket.getaddrinfo = refuse\n"
        f"for name in {names!r}: importlib.import_module(name)"
    )


def test_every_link_between_the_documents_leads_somewhere() -> None:
    """Relative links in every Markdown file, and the headings that they point at."""
    broken = []
    for page in (path for path in tracked() if path.suffix == ".md"):
        for target in LINK.findall(page.read_text()):
            if re.match(r"[a-z]+:", target):
                continue
            name, _, heading = unquote(target).partition("#")
            goal = (page.parent / name) if name else page
            if not goal.exists() or (heading and heading not in headings(goal)):
                broken.append(f"{relative(page)} -> {target}")
    assert not broken


def headings(page: Path) -> set[str]:
    """The anchors of a Markdown page, as code hosts make them."""
    titles = re.findall(r"^#+ +(.+?) *$", page.read_text(), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-") for title in titles}


def test_decision_records_are_numbered_without_a_gap() -> None:
    """0001, 0002, … in the order in which they were taken."""
    names = sorted(path.name for path in (ROOT / "docs/decisions").glob("*.md"))
    assert names
    assert [name[:5] for name in names] == [f"{number:04}-" for number in range(1, len(names) + 1)]


def test_every_setting_is_documented() -> None:
    """Each AINEWS_ variable that the code, the image or the Makefile speaks of is in docs/operating.md."""
    spoken = {name for path in code() for name in SETTING.findall(path.read_text())}
    for name in ("Dockerfile", "Makefile", "scripts/browser", "tests/browser.py"):
        spoken |= set(SETTING.findall((ROOT / name).read_text()))
    spoken |= settings_fields()
    assert spoken - set(SETTING.findall((ROOT / "docs/operating.md").read_text())) == set()


def settings_fields() -> set[str]:
    """The variables that settings read without spelling them out: prefix and field name, of the house and of each channel."""
    from pydantic_settings import BaseSettings

    rooms = ["bot.settings", *(f"channels.{path.parent.name}.settings" for path in ROOT.glob("channels/*/settings.py"))]
    kept = [kind for room in rooms for kind in vars(importlib.import_module(room)).values()]
    return {
        f"{kind.model_config.get('env_prefix', '')}{name}".upper()
        for kind in kept
        if isinstance(kind, type) and issubclass(kind, BaseSettings)
        for name in kind.model_fields
    }


def test_documented_settings_exist() -> None:
    """A row of the table that no code reads would send an operator astray."""
    tests = [path for path in (ROOT / "tests").rglob("*.py") if path != Path(__file__)]
    known = settings_fields() | {name for path in code() for name in SETTING.findall(path.read_text())}
    known |= {name for path in tests for name in SETTING.findall(path.read_text()) if name.startswith("AINEWS_TEST_")}
    assert set(SETTING.findall((ROOT / "docs/operating.md").read_text())) <= known


def test_every_kind_of_test_that_ci_may_not_skip_exists() -> None:
    """A rule about browser and PostgreSQL tests means nothing without such tests."""
    texts = [path.read_text() for path in (ROOT / "tests").rglob("*.py") if path != Path(__file__)]
    for mark in ("browser", "postgres", "node"):
        assert any(f"mark.{mark}" in text for text in texts), mark


def test_scripts_can_be_run() -> None:
    """A lost executable bit would stop both commands on a fresh clone."""
    for path in [*(ROOT / "scripts").iterdir(), ROOT / ".ci/run"]:
        assert os.access(path, os.X_OK), path
