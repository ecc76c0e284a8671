"""The scripts of benchmarks/quality, loaded or run as a person runs them."""

import importlib.util
import json
import subprocess
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

SCRIPTS = Path(__file__).parents[2] / "benchmarks" / "quality"


def load(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(f"quality_{name}", SCRIPTS / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def run(
    name: str, rows: list[dict[str, Any]], folder: Path, *options: str
) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    """The metrics it printed and the predictions it wrote."""
    data, out = folder / "data.jsonl", folder / "out.jsonl"
    data.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    command = [sys.executable, str(SCRIPTS / f"{name}.py"), str(data), "--predictions", str(out), *options]
    done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=folder)
    return json.loads(done.stdout), [json.loads(line) for line in out.read_text("utf-8").splitlines()]
