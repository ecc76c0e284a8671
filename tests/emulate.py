"""A Slack that somebody else wrote: the npm package `emulate`, pinned in tests/fakes/emulate, on loopback.

Its modules are installed once, beside the environment's Python. Without Node a test that needs it is skipped, in CI it is not.
"""

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

HERE = Path(__file__).parent / "fakes/emulate"
FOLDER = Path(sys.prefix) / "emulate"
_PROGRAM = FOLDER / "node_modules/emulate/dist/index.js"


def _run(*command: str, cwd: Path | None = None) -> None:
    done = subprocess.run(command, cwd=cwd, capture_output=True, text=True, timeout=300)
    if done.returncode:
        pytest.skip(f"{command[0]} {command[1]}: {done.stderr.strip()[-300:]}")


def _install() -> None:
    in_ci = os.environ.get("CI", "").lower() in ("true", "1", "yes")
    if shutil.which("npm") is None and in_ci and os.geteuid() == 0 and shutil.which("apt-get"):
        _run("apt-get", "update", "-qq")
        _run("apt-get", "install", "-y", "-qq", "--no-install-recommends", "nodejs", "npm")
    if shutil.which("node") is None or shutil.which("npm") is None:
        pytest.skip("there is no node and npm on PATH; the npm package emulate needs Node 20 or newer")
    FOLDER.mkdir(exist_ok=True)
    for name in ("package.json", "package-lock.json"):
        shutil.copy(HERE / name, FOLDER)
    _run("npm", "ci", "--omit-lockfile-registry-resolved", "--ignore-scripts", "--no-audit", "--no-fund", cwd=FOLDER)


@pytest.fixture(scope="session")
def emulate() -> Iterator[str]:
    """The address of its Slack, without a slash at the end."""
    if not _PROGRAM.exists():
        _install()
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [
        "node",
        str(_PROGRAM),
        "start",
        "--port",
        str(port),
        "--service",
        "slack",
        "--seed",
        str(HERE / "seed.yml"),
    ]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        try:
            yield _answering(f"http://127.0.0.1:{port}", process)
        finally:
            process.terminate()


def _answering(url: str, process: "subprocess.Popen[bytes]") -> str:
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    for _ in range(150):
        try:
            opener.open(f"{url}/oauth/v2/authorize?client_id=client", timeout=5).close()
        except OSError:
            if process.poll() is not None:
                break
            time.sleep(0.2)
        else:
            return url
    pytest.skip("emulate did not start; it needs Node 20 or newer")
