"""`ainews deliver`."""

import asyncio
import time
from collections import Counter
from collections.abc import Mapping
from contextlib import suppress
from datetime import datetime, timedelta
from typing import Final

import click

from bot.cli.common import at_option, clock_at, json_option, print_json, run_async
from bot.house import House
from news.model import DeliveryState
from news.ports import FixedClock

_POLL: Final = 0.4
_STILL: Final = 60.0
"""Seconds without any change after which waiting ends: a brief may be long in the making."""
_WORDS: Final = {
    DeliveryState.DUE: "waiting",
    DeliveryState.SENDING: "on their way",
    DeliveryState.SENT: "sent",
    DeliveryState.RETRYING: "to be tried again",
    DeliveryState.UNREACHABLE: "unreachable",
    DeliveryState.UNKNOWN: "unknown",
    DeliveryState.DROPPED: "dropped",
}


@click.command()
@at_option
@click.option("--wait", type=click.FloatRange(0), default=30.0, show_default=True, help="Seconds to wait for retries.")
@json_option
@run_async
async def deliver(at: str | None, wait: float, as_json: bool) -> None:
    """Send what is due now, making the briefs that are missing, and count how it went."""
    from bot.settings import load_settings
    from bot.wiring import open_house

    async with open_house(load_settings(), clock_at(at)) as house:
        counts = await deliver_now(house, patience=timedelta(seconds=wait), scheduled=at is None)
    if as_json:
        print_json({state.value: counts[state] for state in DeliveryState})
        return
    told = [f"{counts[state]} {_WORDS[state]}" for state in DeliveryState if counts[state]]
    click.echo(f"Deliveries: {', '.join(told) or 'nothing is due'}.")
    if counts[DeliveryState.UNREACHABLE] or counts[DeliveryState.UNKNOWN] or counts[DeliveryState.RETRYING]:
        click.echo("`ainews deliveries` shows why.")


async def deliver_now(house: House, *, patience: timedelta, scheduled: bool = True) -> Mapping[DeliveryState, int]:
    """Hands the work to the process that works on this database, or does it alone; how what is due stands at the end.

    `scheduled`: what the schedule has due too, such as the first brief of a new subscription, and not the timetable alone.
    """
    from bot.cli.handing import hand_over, needs_handing
    from bot.jobs.single import WorkedOnError

    now = house.clock.now()
    while not await needs_handing(house):
        with suppress(WorkedOnError):  # while this one waited for another, a server began
            return await _deliver_alone(house, now, patience, scheduled=scheduled)
    for moment in [None, now] if scheduled else [now]:
        await hand_over(house.settings.database, moment)
    return await _settled(house, now, patience)


async def _deliver_alone(
    house: House, now: datetime, patience: timedelta, *, scheduled: bool
) -> Mapping[DeliveryState, int]:
    from bot.cli.working import open_engine
    from bot.jobs.announcing import announce_orders
    from bot.jobs.engine import Terms
    from bot.newsroom.delivering.planning import plan_at, plan_due

    async with open_engine(house, Terms(ticking=False)) as desk:
        if scheduled:
            await plan_due(database=house.database, clock=house.clock, late=desk.late, announce=announce_orders(None))
        announce = announce_orders(now.isoformat())
        await plan_at(database=house.database, clock=FixedClock(now), late=desk.late, announce=announce)
        return await _settled(house, now, patience)


async def _settled(house: House, now: datetime, patience: timedelta) -> Mapping[DeliveryState, int]:
    """Counts by state once nothing is left to do within `patience`, or nothing has changed for a while."""
    since, until = now - house.settings.late, now
    deadline = time.monotonic() + patience.total_seconds()
    before: Mapping[DeliveryState, int] = {}
    while True:
        soon = now if time.monotonic() > deadline else now + patience
        async with house.database.read() as tx:
            open_ones, counts = 0, Counter[DeliveryState]()
            for tenant in [one.id for one in await tx.tenants.list()]:
                open_ones += await tx.deliveries.unfinished(tenant=tenant, since=since, until=until, retry_until=soon)
                counts.update(await tx.deliveries.counts(tenant=tenant, since=since, until=until))
        if counts != before:
            before, changed = counts, time.monotonic()
        if not open_ones or time.monotonic() > max(changed + _STILL, deadline):
            return counts
        await asyncio.sleep(_POLL)
