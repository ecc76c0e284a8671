"""What may be subscribed: a channel, a private one the app is in, or a person's direct messages; by id or by link."""

import re
from typing import Final

from news.errors import BadInput
from news.model import Address

_ID: Final = re.compile(r"[CGDUW][A-Z0-9]{2,30}")
_LINK: Final = re.compile(r"https://[a-z0-9.-]+\.slack\.com/(?:archives|client/[A-Z0-9]+)/([A-Z0-9]+)(?:[/?#].*)?")
_REMEDY: Final = "give the channel's id, such as C0123ABCD: in Slack it stands at the end of the channel's details"


def admit(to: str, secret: str, tenant: str) -> Address:
    """The channel's `admit` (see news.ports.Channel). There is no secret: the token is the workspace's."""
    text = to.strip()
    linked = _LINK.fullmatch(text)
    id = linked[1] if linked else text
    if not _ID.fullmatch(id):
        raise BadInput(f"Slack channel {text[:80]!r}", _REMEDY)
    if secret.strip():
        raise BadInput("--secret", "Slack needs none; the token is in AINEWS_SLACK_BOT_TOKEN or from the install")
    return Address("slack", id, tenant)


def is_direct(address: str) -> bool:
    """A person's direct messages: the only place that may be looked through."""
    return address[:1] in ("D", "U", "W")
