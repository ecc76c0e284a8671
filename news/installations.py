"""What a platform leaves with us when a workspace installs the app."""

from dataclasses import dataclass, field
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Installation:
    """`bot` and `installer` are the platform's user ids; `token` is what we call with.

    `refresh` makes the next token before `expires`; "" and None where tokens do not expire. Moments are aware, in UTC.
    """

    channel: str
    tenant: str
    name: str
    bot: str
    installer: str
    scopes: tuple[str, ...]
    installed: datetime
    token: str = field(repr=False)
    refresh: str = field(default="", repr=False)
    expires: datetime | None = None
