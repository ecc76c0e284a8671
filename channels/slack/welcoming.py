"""A workspace comes, goes, or has a channel that nothing can be sent to any more. Only the installer is told, once."""

import logging
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, Final

from channels.slack.actions import HOME_SUBSCRIBE, INSTALL_RESUME
from channels.slack.blocks import Block, actions, button, lines_as_sections, section
from channels.slack.failures import REMOVED, was_removed, why_stopped
from channels.slack.visiting import Visit, place_name
from news.frontdesk import FrontDesk
from news.model import Subscription
from news.ports import Installations

_LISTED: Final = 20
_log = logging.getLogger(__name__)


async def welcome(visit: Visit) -> None:
    """To who installed it alone, asking for a channel and a time.

    Where it was installed before, what was on until it was removed is a button away: removing it was a stop, and only
    somebody there can say that it is over.
    """
    said, before = visit.say("welcome"), await _until_removed(visit)
    choose = button(visit.say("choose"), HOME_SUBSCRIBE, "-", language=visit.language, style="primary")
    blocks = [section(said), actions(choose)]
    if before:
        again = button(visit.say("back_button"), INSTALL_RESUME, "-", language=visit.language)
        blocks += [*_listed(visit, "back", before), actions(again)]
    await visit.tell(said, blocks)


async def resume_all(visit: Visit) -> None:
    """What was on until the app was removed is on again."""
    before = await _until_removed(visit)
    if not before:
        await visit.tell(visit.say("gone"))
        return
    await visit.desk.resume([one.id for one in before], tenant=visit.tenant)
    await visit.tell(visit.say("back_done"), _listed(visit, "back_done", before))


async def _until_removed(visit: Visit) -> list[Subscription]:
    found = await visit.desk.subscriptions(channel="slack", address=None, tenant=visit.tenant)
    return [one for one, _ in found if was_removed(one.suspended) and one.paused_until is None]


def _listed(visit: Visit, key: str, some: Sequence[Subscription]) -> list[Block]:
    lines = [f"•  {place_name(one.address, visit.language)} — {one.time} ({visit.written(one.zone)})" for one in some]
    return lines_as_sections([visit.say(key), *lines[:_LISTED], *(["…"] if len(lines) > _LISTED else [])])


async def say_goodbye(
    event: Mapping[str, Any], *, at: datetime | None, tenant: str, desk: FrontDesk, installations: Installations
) -> None:
    """Nothing is sent to the workspace from now on. What ended before it was installed anew, at `at`, is none of ours."""
    revoked = event.get("tokens") or {}
    if event.get("type") == "tokens_revoked" and not (isinstance(revoked, dict) and revoked.get("bot")):
        return
    if not await installations.remove("slack", tenant, at=at):
        return
    number = await desk.suspend(tenant, channel="slack", address=None, reason=REMOVED)
    _log.info("slack: the app was removed from %s; %s subscriptions stopped", tenant, number)


async def tell_stopped(visit: Visit, address: str, reason: str) -> None:
    """Why a channel gets no brief any more, and what to do."""
    place, why = place_name(address, visit.language), why_stopped(reason, visit.language)
    await visit.tell(visit.say("stopped_itself", place=place, reason=visit.written(why)))
