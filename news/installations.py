"""What is left of an app that was installed into somebody's workspace."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Installation:
    """What a platform's install left: a workspace's token, and who installed it, whom to tell when something is wrong.

    `installer` and `bot` are the platform's user ids, "" where they are not known.
    """

    channel: str
    tenant: str
    token: str = field(repr=False)
    installer: str = ""
    bot: str = ""
