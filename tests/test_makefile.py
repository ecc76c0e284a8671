"""The two commands of the first screen, the locks they install from, and the image made of the same steps."""

import json
import os
import re
import shlex
import shutil
import subprocess
import sys
import threading
import tomllib
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
LOCKS = ("requirements-uv.lock", "requirements.lock", "requirements-dev.lock")
PIN = re.compile(r"^(?P<name>[a-z0-9._-]+)==(?P<version>[^ ;]+)(?: ; [^\\]+)? \\$")


@pytest.fixture
def installed(tmp_path: Path) -> Path:
    """A copy of the Makefile whose environment is already made; its `ainews` prints the arguments it gets, as JSON."""
    house = tmp_path / "house"
    bin_folder = house / ".venv/bin"
    bin_folder.mkdir(parents=True)
    for name in ("Makefile", "pyproject.toml", *LOCKS):
        shutil.copy2(ROOT / name, house)
    shutil.copytree(ROOT / "scripts", house / "scripts")
    (bin_folder / "python").symlink_to(sys.executable)
    ainews = bin_folder / "ainews"
    ainews.write_text(f"#!{sys.executable}\nimport json, sys\nprint(json.dumps(sys.argv[1:]))\n")
    ainews.chmod(0o755)
    for stamp in ("uv", "deps", "project", "tools"):
        (house / f".venv/{stamp}.stamp").touch()
    return house


def make(folder: Path, *words: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["make", "--no-print-directory", *words],
        cwd=folder, capture_output=True, text=True, timeout=60, env=outside() | environment,
    )  # fmt: skip


def outside() -> dict[str, str]:
    """The environment without what an outer make would pass on."""
    return {name: value for name, value in os.environ.items() if not name.startswith(("MAKE", "MFLAGS", "VENV"))}


@pytest.mark.parametrize(
    ("words", "arguments"),
    [
        ([], []),
        (["AT=2026-07-17T06:00Z"], ["--at", "2026-07-17T06:00Z"]),
        (["CATALOGUE=my feeds.csv"], ["--catalogue", "my feeds.csv"]),
        (["CATALOGUE=o'brien;touch x.csv"], ["--catalogue", "o'brien;touch x.csv"]),
        (["LANGUAGE=zh-Hant", "MINUTES=3"], ["--language", "zh-Hant", "--minutes", "3"]),
    ],
)
def test_make_brief_passes_on_what_was_typed(installed: Path, words: list[str], arguments: list[str]) -> None:
    """Each word reaches the command whole, whatever characters it holds."""
    done = make(installed, "brief", *words)
    assert json.loads(done.stdout) == ["brief", "--collect", *arguments], done.stderr


def test_the_desktops_language_is_not_the_briefs(installed: Path) -> None:
    """LANGUAGE is a list of locales on many desktops, and VENV or AT may be anybody's variables."""
    done = make(installed, "brief", LANGUAGE="en_GB:en", AT="home", VENV="elsewhere")
    assert json.loads(done.stdout) == ["brief", "--collect"], done.stderr


def test_a_second_run_installs_nothing(installed: Path) -> None:
    """The stamps say that all is there, so make says nothing and starts at once."""
    done = make(installed, "install")
    assert "Nothing to be done" in done.stdout


def test_a_newer_lock_is_installed_again(installed: Path) -> None:
    """After a pull the environment follows the lock."""
    stamp = (installed / ".venv/deps.stamp").stat().st_mtime
    os.utime(installed / "requirements.lock", (stamp + 5, stamp + 5))
    assert "--require-hashes -r requirements.lock" in make(installed, "--dry-run", "install").stdout


def test_an_environment_whose_python_went_is_made_anew(installed: Path) -> None:
    """A system upgrade can take the Python away that the environment links to."""
    python = installed / ".venv/bin/python"
    python.unlink()
    python.symlink_to("/nowhere/python3")
    assert "-m venv --clear .venv" in make(installed, "--dry-run", "install").stdout


def fake_python(folder: Path, name: str, *, version: str, venv: bool = True) -> None:
    """A Python that answers the questions of scripts/find-python."""
    fits = version in ("3.11", "3.12", "3.13")
    path = folder / name
    path.write_text(
        "#!/bin/sh\n"
        f'case "$*" in *exit*) exit {0 if fits else 1};; *ensurepip*) exit {0 if venv else 1};;\n'
        f"*executable*) echo {path};; *version_info*) echo {version};; --version) echo Python {version};; esac\n"
    )
    path.chmod(0o755)


def find_python(folder: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """scripts/find-python on a machine that has nothing but the programs in `folder`."""
    shell = shutil.which("sh")
    (folder / "cat").symlink_to(str(shutil.which("cat")))
    return subprocess.run(
        [str(shell), str(ROOT / "scripts/find-python")],
        capture_output=True, text=True, timeout=30, env={"PATH": str(folder), **environment},
    )  # fmt: skip


def test_the_newest_python_that_fits_is_taken(tmp_path: Path) -> None:
    """python3 may be too new or too old while a fitting one stands beside it."""
    fake_python(tmp_path, "python3", version="3.14")
    fake_python(tmp_path, "python3.12", version="3.12")
    fake_python(tmp_path, "python3.11", version="3.11")
    assert find_python(tmp_path).stdout.strip() == str(tmp_path / "python3.12")


def test_a_shim_without_a_python_is_passed_over(tmp_path: Path) -> None:
    """Version managers put names on PATH that only print an error."""
    (tmp_path / "python3.13").write_text("#!/bin/sh\necho no such version >&2\nexit 127\n")
    (tmp_path / "python3.13").chmod(0o755)
    fake_python(tmp_path, "python3", version="3.11")
    assert find_python(tmp_path).stdout.strip() == str(tmp_path / "python3")


@pytest.mark.parametrize("version", ["3.10", "3.14"])
def test_no_fitting_python_is_said_plainly(tmp_path: Path, version: str) -> None:
    """With what is here and what is needed."""
    fake_python(tmp_path, "python3", version=version)
    done = find_python(tmp_path)
    assert done.returncode == 1
    assert "needs Python 3.11, 3.12 or 3.13" in done.stderr
    assert f"Python {version}" in done.stderr


def test_no_python_at_all_is_said_plainly(tmp_path: Path) -> None:
    """Nothing on PATH."""
    done = find_python(tmp_path)
    assert done.returncode == 1
    assert "here is no python3" in done.stderr


def test_a_python_without_venv_names_the_package(tmp_path: Path) -> None:
    """Debian and Ubuntu split venv off."""
    fake_python(tmp_path, "python3", version="3.12", venv=False)
    done = find_python(tmp_path)
    assert done.returncode == 1
    assert "apt-get install python3.12-venv" in done.stderr


def test_a_named_python_decides(tmp_path: Path) -> None:
    """PYTHON= is taken alone, even where another would fit."""
    fake_python(tmp_path, "python3.13", version="3.13")
    fake_python(tmp_path, "mine", version="3.11")
    assert find_python(tmp_path, PYTHON="mine").stdout.strip() == str(tmp_path / "mine")


@pytest.fixture
def fake_venv(tmp_path: Path) -> Path:
    """An environment whose pip says what `pip.txt` holds and whose uv prints where it would look."""
    venv = tmp_path / "venv"
    (venv / "bin").mkdir(parents=True)
    (venv / "bin/python").write_text(f"#!/bin/sh\ncat {tmp_path}/pip.txt\n")
    (venv / "bin/uv").write_text('#!/bin/sh\necho "$UV_DEFAULT_INDEX|$SSL_CERT_FILE|$*"\n')
    for name in ("python", "uv"):
        (venv / "bin" / name).chmod(0o755)
    (tmp_path / "pip.txt").write_text("")
    return venv


def where_uv_looks(venv: Path, **environment: str) -> list[str]:
    done = subprocess.run(
        [ROOT / "scripts/uv", "pip", "install"],
        capture_output=True, text=True, check=True, env={"PATH": os.environ["PATH"], "VENV": str(venv), **environment},
    )  # fmt: skip
    return done.stdout.strip().split("|")


def test_uv_looks_where_pips_settings_say(fake_venv: Path) -> None:
    """A company's mirror and certificate are often named in pip's file alone."""
    (fake_venv.parent / "pip.txt").write_text(
        "global.cert='/etc/own.pem'\nglobal.extra-index-url='https://extra.test'\nglobal.index-url='https://mirror.test/simple'\n"
    )
    assert where_uv_looks(fake_venv) == ["https://mirror.test/simple", "/etc/own.pem", "pip install"]
    assert where_uv_looks(fake_venv, PIP_INDEX_URL="https://near.test")[0] == "https://near.test"


def test_what_uv_itself_is_told_goes_first(fake_venv: Path) -> None:
    """Its own variables are the more exact word."""
    told = where_uv_looks(
        fake_venv,
        PIP_INDEX_URL="https://pip.test",
        UV_DEFAULT_INDEX="https://uv.test",
        PIP_CERT="/p",
        SSL_CERT_FILE="/s",
    )
    assert told == ["https://uv.test", "/s", "pip install"]


def test_without_any_setting_uv_decides(fake_venv: Path) -> None:
    """Nothing is made up for it."""
    assert where_uv_looks(fake_venv) == ["", "", "pip install"]


@pytest.mark.parametrize("lock", LOCKS)
def test_every_line_of_a_lock_is_an_exact_version_with_hashes(lock: str) -> None:
    """Anything looser would let a stranger's upload in."""
    blocks = re.split(r"\n(?=\S)", (ROOT / lock).read_text().strip())
    assert blocks
    for block in blocks:
        first, *hashes = block.splitlines()
        assert PIN.match(first), first
        assert hashes, first
        assert all(re.fullmatch(r"    --hash=sha256:[0-9a-f]{64}(?: \\)?", line) for line in hashes), first


def pins(lock: str) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for line in (ROOT / lock).read_text().splitlines():
        if match := PIN.match(line):
            found.setdefault(match["name"], set()).add(match["version"])
    return found


def test_every_declared_dependency_is_locked() -> None:
    """A dependency added without `make lock` would be missing on the next machine."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())
    for declared, lock in [
        (project["project"]["dependencies"] + project["dependency-groups"]["build"], "requirements.lock"),
        (project["dependency-groups"]["dev"], "requirements-dev.lock"),
    ]:
        names = {re.split(r"[\[<>=!~ ]", line)[0].lower().replace("_", "-") for line in declared}
        assert names <= set(pins(lock))


def test_the_tests_run_on_the_versions_that_the_readers_run() -> None:
    """The second lock never changes what the first one installed."""
    runtime, tests = pins("requirements.lock"), pins("requirements-dev.lock")
    assert {name for name in runtime.keys() & tests.keys() if runtime[name] != tests[name]} == set()


def test_what_the_install_keeps_out() -> None:
    """The runtime stays small, and channels and benchmarks stay our own names."""
    unwanted = {"scipy", "torch", "spacy", "nltk", "lingua-language-detector", "channels", "pysbd"}
    assert not unwanted & set(pins("requirements.lock"))


def instructions() -> list[tuple[str, str]]:
    """The Dockerfile as (instruction, argument), lines joined."""
    text = re.sub(r"(?m)^#.*\n", "", (ROOT / "Dockerfile").read_text()).replace("\\\n", " ")
    return [
        (word.upper(), rest.strip()) for word, _, rest in (line.partition(" ") for line in text.splitlines()) if word
    ]


def stages() -> list[list[tuple[str, str]]]:
    made: list[list[tuple[str, str]]] = []
    for instruction in instructions():
        if instruction[0] == "FROM":
            made.append([])
        made[-1].append(instruction)
    return made


def test_the_image_is_built_with_the_makefiles_steps() -> None:
    """Nothing is installed in the image in any other way than on a desk."""
    build, _ = stages()
    steps = [shlex.split(rest) for word, rest in build if word == "RUN" and not rest.startswith("apt-get")]
    assert steps == [["make", "deps", "VENV=/opt/ainews"], ["make", "install", "VENV=/opt/ainews"]]
    targets = set(re.findall(r"(?m)^([a-z]+):", (ROOT / "Makefile").read_text()))
    assert {step[1] for step in steps} <= targets


def test_the_image_runs_the_server_as_an_ordinary_user() -> None:
    """Its last stage: what is copied, who runs it, what it runs, how it says that it is well."""
    build, final = stages()
    said = dict(final)
    assert build[0][1].endswith(" AS build")
    assert said["USER"] not in ("", "root", "0")
    assert json.loads(said["CMD"]) == ["ainews", "serve", "--host", "0.0.0.0", "--port", "8000"]
    assert "http://127.0.0.1:8000/healthz" in said["HEALTHCHECK"]
    assert said["VOLUME"] in said["ENV"].split("AINEWS_DATABASE_URL=sqlite:///")[1]
    assert {rest for word, rest in final if word == "COPY"} == {
        "--from=build /opt/ainews /opt/ainews",
        "--from=build /app /app",
    }
    order = [word for word, _ in final]
    assert order.index("USER") > max(index for index, word in enumerate(order) if word in ("RUN", "COPY"))


class Health(BaseHTTPRequestHandler):
    """Answers 200 to /healthz while `well`, else 503."""

    well = True

    def do_GET(self) -> None:
        self.send_response(200 if self.well and self.path == "/healthz" else 503)
        self.end_headers()

    def log_message(self, format: str, *args: object) -> None:
        pass


@pytest.mark.parametrize(("well", "code"), [(True, 0), (False, 1)])
def test_the_health_check_tells_a_well_server_from_an_ill_one(well: bool, code: int) -> None:
    """The very command of the image, against a server that is well and one that is not."""
    said = dict(stages()[1])["HEALTHCHECK"]
    handler = type("Handler", (Health,), {"well": well})
    with HTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
        command = json.loads(said[said.index("[") :].replace("8000", str(server.server_port)))
        done = subprocess.run([sys.executable, *command[1:]], capture_output=True, timeout=30, check=False)
        server.shutdown()
    assert done.returncode == code, done.stderr


def test_the_image_gets_every_room_and_no_secret() -> None:
    """What the build may copy is listed by name; an .env or a database lying about is not."""
    lines = (ROOT / ".dockerignore").read_text().splitlines()
    rules = [line for line in lines if line and not line.startswith("#")]
    allowed = {line[1:] for line in rules if line.startswith("!")}
    rooms = {path.parent.name for path in ROOT.glob("*/__init__.py")}
    assert rules[0] == "*"
    assert allowed == rooms | {"Makefile", "pyproject.toml", "requirements*.lock", "README.md", "LICENSE", "scripts"}


def test_ci_runs_make_test_and_says_nothing_after_it() -> None:
    """The closing line of the tests is the last one printed."""
    last = (ROOT / ".ci/run").read_text().strip().splitlines()[-1]
    assert last.startswith("exec make --no-print-directory test")
    recipe = re.search(r"(?m)^test:.*\n((?:\t.*\n)+)", (ROOT / "Makefile").read_text())
    assert recipe is not None
    assert "-m pytest" in recipe[1].strip().splitlines()[-1]
