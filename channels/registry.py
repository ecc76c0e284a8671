"""Every channel by name. A channel's module is imported when it is first asked for, its SDK with it."""

import importlib
from collections.abc import Collection
from contextlib import AbstractAsyncContextManager
from types import ModuleType
from typing import Final, cast

from news.errors import BadInput
from news.ports import Channel

MODULES: Final = {"document": "channels.document.render", "webhook": "channels.webhook.channel"}
DELIVERING: Final = ("webhook",)
"""Those that a subscription can be for; each has an `open_channel`."""


def channel_module(name: str) -> ModuleType:
    """Raises BadInput for a channel that does not exist."""
    return importlib.import_module(MODULES[_known(name, MODULES)])


def open_channel(
    name: str, *, base_url: str = "", allow_private_hosts: bool = False
) -> AbstractAsyncContextManager[Channel]:
    """The channel with its connections, closed at the end. Raises BadInput for one that nothing can be delivered by."""
    module = channel_module(_known(name, DELIVERING))
    opened = module.open_channel(base_url=base_url, allow_private_hosts=allow_private_hosts)
    return cast("AbstractAsyncContextManager[Channel]", opened)


def _known(name: str, names: Collection[str]) -> str:
    if name not in names:
        raise BadInput(f"channel {name!r}", f"there is no such channel; there are: {', '.join(names)}")
    return name
