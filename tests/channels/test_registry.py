"""Every channel that is listed can be imported, and only when it is asked for."""

import subprocess
import sys
from pathlib import Path

import pytest

from channels.registry import MODULES, channel_module
from news.errors import BadInput


@pytest.mark.parametrize("name", MODULES)
def test_every_listed_channel_exists(name: str) -> None:
    """A mistyped module path would be found by a reader."""
    assert channel_module(name).__name__ == MODULES[name]


def test_an_unknown_channel_names_the_known_ones() -> None:
    """The message is the remedy."""
    with pytest.raises(BadInput, match="document"):
        channel_module("pigeon")


def test_the_list_itself_imports_no_channel(root: Path) -> None:
    """A platform's SDK is loaded when its channel is used, not before."""
    program = "import sys, channels.registry; print([n for n in sys.modules if n.startswith('channels.')])"
    done = subprocess.run([sys.executable, "-c", program], cwd=root, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "['channels.registry']"
