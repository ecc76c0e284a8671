"""What is left of an app that was installed into somebody's workspace."""

from dataclasses import dataclass, field
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Installation:
    """What a platform's install left: a workspace's token, and who installed it, whom to tell when something is wrong.

    `installer` and `bot` are the platform's user ids, "" where they are not known. `refresh` makes the next token before
    `expires` (aware, UTC); "" and None where tokens do not expire.
    """

    channel: str
    tenant: str
    token: str = field(repr=False)
    installer: str = ""
    bot: str = ""
    name: str = ""
    scopes: tuple[str, ...] = ()
    refresh: str = field(default="", repr=False)
    expires: datetime | None = None
