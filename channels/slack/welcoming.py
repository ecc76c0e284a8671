"""A workspace comes, goes, or has a channel that nothing can be sent to any more. Only the installer is told, once."""

import logging
from collections.abc import Mapping
from typing import Any, Final

from channels.slack.actions import HOME_SUBSCRIBE
from channels.slack.blocks import actions, button, section
from channels.slack.visiting import Visit, place_name
from news.frontdesk import FrontDesk
from news.ports import Installations

REMOVED: Final = "AI News was removed from this workspace; install it again, then resume"
INSTALLED_AT: Final = "installed_at"
_log = logging.getLogger(__name__)


async def welcome(visit: Visit, *, at: int) -> None:
    """To who installed it alone, asking for a channel and a time. `at`: when, in seconds of the epoch."""
    await visit.desk.write_note(INSTALLED_AT, str(at), channel="slack", tenant=visit.tenant)
    said = visit.say("welcome")
    choose = button(visit.say("choose"), HOME_SUBSCRIBE, "-", language=visit.language, style="primary")
    await visit.tell(said, [section(said), actions(choose)])


async def say_goodbye(
    event: Mapping[str, Any], *, at: float, tenant: str, desk: FrontDesk, installations: Installations
) -> None:
    """Nothing is sent to the workspace from now on. What ended before it was installed anew, at `at`, is none of ours."""
    revoked = event.get("tokens") or {}
    if event.get("type") == "tokens_revoked" and not (isinstance(revoked, dict) and revoked.get("bot")):
        return
    since = await desk.note(INSTALLED_AT, channel="slack", tenant=tenant)
    if since and at and at < int(since):
        return
    number = await desk.suspend(tenant, channel="slack", address=None, reason=REMOVED)
    await installations.remove("slack", tenant)
    _log.info("slack: the app was removed from %s; %s subscriptions stopped", tenant, number)


async def tell_stopped(visit: Visit, address: str, reason: str) -> None:
    """Why a channel gets no brief any more, and what to do."""
    place = place_name(address, visit.language)
    await visit.tell(visit.say("stopped_itself", place=place, reason=visit.written(reason)))
