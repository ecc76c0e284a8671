"""What every test gets: no network, a home of its own, no settings from outside, no browser or database test skipped in CI."""

import os
import signal
import sys
import tempfile
import time
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from tests.loopback import keep_to_loopback

ROOT = Path(__file__).parents[1]
NEVER_SKIPPED_IN_CI = ("browser", "postgres", "node")
FOREIGN_PREFIXES = ("AINEWS_", "OTEL_", "DBOS_", "SLACK_", "LINE_", "PG", "LANGFUSE_")
FOREIGN_SUFFIXES = ("_API_KEY", "_proxy", "_PROXY")

# Plugins of the house: fixtures that several rooms use.
pytest_plugins = [
    f"tests.{name}"
    for name in ("browser", "postgres", "databases", "emulate")
    if (Path(__file__).parent / f"{name}.py").exists()
]

settings.register_profile("house", deadline=None, print_blob=True, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("house")


def _in_ci() -> bool:
    return os.environ.get("CI", "").lower() in ("true", "1", "yes")


def _is_foreign(name: str) -> bool:
    return not name.startswith("AINEWS_TEST_") and (
        name.startswith(FOREIGN_PREFIXES) or name.endswith(FOREIGN_SUFFIXES)
    )


@contextmanager
def _own_world() -> Iterator[pytest.MonkeyPatch]:
    """An environment without the developer's settings, keys and data; the home is a new, empty folder."""
    with pytest.MonkeyPatch.context() as patch, tempfile.TemporaryDirectory(prefix="ainews-home-") as home:
        for name in filter(_is_foreign, list(os.environ)):
            patch.delenv(name)
        caches = "Library/Caches" if sys.platform == "darwin" else ".cache"
        patch.setenv(
            "PLAYWRIGHT_BROWSERS_PATH",
            os.environ.get("PLAYWRIGHT_BROWSERS_PATH", str(Path.home() / caches / "ms-playwright")),
        )
        patch.setenv("HOME", home)
        for name in ("DATA", "CONFIG", "CACHE", "STATE"):
            patch.setenv(f"XDG_{name}_HOME", f"{home}/{name.lower()}")
        patch.setenv("LITELLM_LOCAL_MODEL_COST_MAP", "True")
        patch.setenv("LITELLM_MODE", "PRODUCTION")
        patch.setenv("NO_PROXY", "*")
        patch.setenv("TZ", "Etc/UTC")  # an edition's date follows the machine's zone
        time.tzset()
        keep_to_loopback(patch)
        yield patch


def pytest_configure(config: pytest.Config) -> None:
    """Before anything is collected: a module that reaches out while it is imported is caught too."""
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:  # begun in a shell's background: programs would inherit it
        signal.signal(signal.SIGINT, signal.default_int_handler)
    world = _own_world()
    world.__enter__()
    config.add_cleanup(lambda: world.__exit__(None, None, None))


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The long ones first, whatever the order of the rest: begun last, one would keep a worker when all others have ended."""
    items.sort(key=lambda item: item.get_closest_marker("long") is None)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    report = yield
    marks = [name for name in NEVER_SKIPPED_IN_CI if item.get_closest_marker(name)]
    if report.skipped and not hasattr(report, "wasxfail") and marks and _in_ci():
        report.outcome = "failed"
        report.longrepr = f"{item.nodeid} is marked {marks[0]} and was skipped in CI: {report.longrepr}"
    return report


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report() -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    """In CI no whole module may step aside either: a test in it could be one that must run."""
    report = yield
    if report.skipped and _in_ci():
        report.outcome = "failed"
        report.longrepr = f"{report.nodeid} was skipped in CI: {report.longrepr}"
    return report


@pytest.fixture
def root() -> Path:
    """The repository's folder."""
    return ROOT
