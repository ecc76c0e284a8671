"""What LINE says of our account: the month's messages, and how many people are in a group. One call each, no retries."""

from collections.abc import Awaitable, Callable
from typing import Any, Final

from linebot.v3.messaging import ApiException, AsyncMessagingApi

from channels.line.quota import Standing
from news.errors import Undelivered

SECONDS: Final = 10.0
UNLIMITED: Final = "none"


class Account:
    """Raises Undelivered when LINE does not say."""

    def __init__(self, api: AsyncMessagingApi) -> None:
        self._api = api

    async def standing(self) -> Standing:
        quota = await _said(self._api.get_message_quota, "the month's messages")
        used = await _said(self._api.get_message_quota_consumption, "the month's messages")
        limit = None if quota.type == UNLIMITED else int(quota.value or 0)
        return Standing(limit, int(used.total_usage))

    async def people(self, address: str) -> int:
        """Whom a push to a user, a group ("C…") or a room ("R…") reaches."""
        if address.startswith("C"):
            return max(1, int((await _said(self._api.get_group_member_count, address, address)).count))
        if address.startswith("R"):
            return max(1, int((await _said(self._api.get_room_member_count, address, address)).count))
        return 1


async def _said(call: Callable[..., Awaitable[Any]], subject: str, *given: str) -> Any:
    try:
        return await call(*given, _request_timeout=SECONDS)
    except ApiException as error:
        raise Undelivered(subject, f"LINE answers {error.status}") from error
    except (OSError, TimeoutError) as error:
        raise Undelivered(subject, f"LINE does not answer ({type(error).__name__})") from error
