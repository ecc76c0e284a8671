"""Every channel by name. A channel's module is imported when it is first asked for, its SDK with it."""

import importlib
from collections.abc import Collection
from contextlib import AbstractAsyncContextManager
from types import ModuleType
from typing import Final, cast

from news.errors import BadInput
from news.ports import Channel, ChannelContext

MODULES: Final = {
    "document": "channels.document.render",
    "line": "channels.line.channel",
    "slack": "channels.slack.channel",
    "webhook": "channels.webhook.channel",
}
DELIVERING: Final = ("line", "slack", "webhook")
"""Those that a subscription can be for; each has an `open_channel`."""


def channel_module(name: str) -> ModuleType:
    """Raises BadInput for a channel that does not exist."""
    return importlib.import_module(MODULES[_known(name, MODULES)])


def open_channel(name: str, context: ChannelContext) -> AbstractAsyncContextManager[Channel]:
    """The channel with its connections, closed at the end. Raises BadInput for one that nothing can be delivered by,
    or that its settings leave switched off."""
    module = channel_module(_known(name, DELIVERING))
    return cast("AbstractAsyncContextManager[Channel]", module.open_channel(context))


def switched_on() -> tuple[str, ...]:
    """The channels that deliver and whose settings are there; a channel without `is_configured` needs none."""
    return tuple(name for name in DELIVERING if _is_configured(name))


def _is_configured(name: str) -> bool:
    """Asks the channel's settings where they can tell: the SDK of a channel that nobody uses costs memory."""
    settings = importlib.import_module(MODULES[name].rpartition(".")[0] + ".settings")
    known = getattr(settings, "is_configured", None) or getattr(channel_module(name), "is_configured", None)
    return known is None or bool(known())


def _known(name: str, names: Collection[str]) -> str:
    if name not in names:
        raise BadInput(f"channel {name!r}", f"there is no such channel; there are: {', '.join(names)}")
    return name
