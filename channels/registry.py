"""Every channel by name. A channel's module is imported when it is first asked for, its SDK with it."""

import importlib
from types import ModuleType
from typing import Final

from news.errors import BadInput

MODULES: Final = {"document": "channels.document.render"}


def channel_module(name: str) -> ModuleType:
    """Raises BadInput for a channel that does not exist."""
    if name not in MODULES:
        raise BadInput(f"channel {name!r}", f"there is no such channel; there are: {', '.join(MODULES)}")
    return importlib.import_module(MODULES[name])
