"""Every channel by name. A channel's module is imported when it is first asked for, its SDK with it."""

import importlib
from typing import Final

from news.errors import BadInput
from news.ports import Renderer

_RENDERERS: Final = {"document": ("channels.document.render", "DocumentRenderer")}
"""Channel name to the module and class that render for it; the class takes base_url and language."""

NAMES: Final = tuple(_RENDERERS)


def renderer(name: str, *, base_url: str = "", language: str = "en") -> Renderer:
    """What writes briefs and answers for a channel. Raises BadInput for a channel that does not exist."""
    if name not in _RENDERERS:
        raise BadInput(f"channel {name!r}", f"there is no such channel; there are: {', '.join(NAMES)}")
    module, cls = _RENDERERS[name]
    made: Renderer = getattr(importlib.import_module(module), cls)(base_url=base_url, language=language)
    return made
