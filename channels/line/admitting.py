"""Who can be subscribed: people, groups and rooms of our account, by their own word in the chat."""

import re
from typing import Final

from channels.line.settings import TENANT
from news.errors import BadInput
from news.model import Address

_ID: Final = re.compile(r"[UCR][0-9A-Za-z._-]{1,63}")


def admit(to: str, secret: str, tenant: str) -> Address:
    """Raises BadInput for an address from elsewhere: who cannot write “stop” in the chat must not be written to."""
    if tenant != TENANT:
        raise BadInput(
            f"LINE {to!r}", "people subscribe themselves: they follow the account, and a group writes /ai-news"
        )
    if not _ID.fullmatch(to):
        raise BadInput(f"LINE {to!r}", "not the id of a user, a group or a room")
    return Address("line", to, tenant)
