"""`ainews deliveries`."""

from collections import Counter
from collections.abc import Sequence
from datetime import timedelta
from typing import TYPE_CHECKING, Any, Final

import click

from bot.cli.common import at_option, clock_at, json_option, load_settings, masked, print_json, run_async
from news.errors import BadInput
from news.model import DeliveryState

if TYPE_CHECKING:
    from store.database import Database
    from store.deliveries import Parcel

_GIVEN_UP: Final = (DeliveryState.UNREACHABLE, DeliveryState.UNKNOWN)
_SHOWN: Final = 500
_STATES: Final = [state.value for state in DeliveryState]


@click.group(invoke_without_command=True)
@click.option("--state", "states", type=click.Choice(_STATES), multiple=True, help="Only these; may be repeated.")
@click.option("--subscription", metavar="ID", help="Only of this one.")
@click.option("--limit", type=click.IntRange(1), default=50, show_default=True)
@at_option
@json_option
@click.pass_context
@run_async
async def deliveries(
    context: click.Context, states: Sequence[str], subscription: str | None, limit: int, at: str | None, as_json: bool
) -> None:
    """Show what was sent and what was not, and why; `retry` sends again what was given up."""
    if context.invoked_subcommand is not None:
        return
    from bot.wiring import open_house

    wanted = [DeliveryState(state) for state in states]
    async with open_house(load_settings(), clock_at(at)) as house:
        found = await _found(house.database, limit=limit, states=wanted, subscription=subscription)
    if as_json:
        print_json([_row(parcel) for parcel in found])
        return
    for parcel in found:
        click.echo(_line(parcel))
    counts = Counter(parcel.delivery.state.value for parcel in found)
    click.echo(", ".join(f"{number} {state}" for state, number in counts.most_common()) or "No deliveries.")


@deliveries.command("retry")
@click.argument("ids", nargs=-1, metavar="ID…")
@click.option("--state", "states", type=click.Choice(_STATES), multiple=True, help="All that are in this state.")
@at_option
@json_option
@run_async
async def retry(ids: Sequence[str], states: Sequence[str], at: str | None, as_json: bool) -> None:
    """Send again: those named, or all that were given up. Ends their subscriptions' suspension."""
    from bot.cli.deliver import deliver_now
    from bot.newsroom.delivering.subscriptions import every_tenant, retry_deliveries
    from bot.wiring import open_house

    wanted = [DeliveryState(state) for state in states] or ([] if ids else list(_GIVEN_UP))
    async with open_house(load_settings(), clock_at(at)) as house:
        revived: set[str] = set()
        for tenant in await every_tenant(house.database):
            revived |= await retry_deliveries(
                database=house.database, clock=house.clock, ids=ids, states=wanted, tenant=tenant
            )
        if ids and len(revived) < len(set(ids)):
            missing = sorted(set(ids) - revived)[0]
            raise BadInput(f"delivery {missing!r}", "there is none, or it needs no retry; see `ainews deliveries`")
        if revived:
            await deliver_now(house, patience=timedelta(seconds=30), scheduled=False)
        found = await _found(house.database, limit=_SHOWN, ids=sorted(revived)[:_SHOWN] or ["-"])
    if as_json:
        print_json([_row(parcel) for parcel in found])
        return
    for parcel in found:
        click.echo(_line(parcel))
    if not found:
        click.echo("Nothing was given up.")


async def _found(database: "Database", *, limit: int, **which: Any) -> "list[Parcel]":
    """Of every tenant, the last due first."""
    async with database.read() as tx:
        tenants = [tenant.id for tenant in await tx.tenants.list()]
        found = [one for tenant in tenants for one in await tx.deliveries.find(tenant=tenant, limit=limit, **which)]
    return sorted(found, key=lambda one: one.delivery.due, reverse=True)[:limit]


def _line(parcel: "Parcel") -> str:
    one = parcel.delivery
    why = f": {one.error}" if one.error else ""
    again = f", again at {one.retry_at:%H:%M:%S} UTC" if one.retry_at else ""
    tries = "1 attempt" if one.attempts == 1 else f"{one.attempts} attempts"
    return f"{one.id}  {one.day}  {one.state.value:<11}  {masked(parcel.subscription.address)}  {tries}{again}{why}"


def _row(parcel: "Parcel") -> dict[str, Any]:
    one = parcel.delivery
    return {
        "id": one.id,
        "state": one.state.value,
        "channel": parcel.subscription.channel,
        "to": masked(parcel.subscription.address),
        "tenant": one.tenant,
        "subscription": one.subscription,
        "brief": one.brief,
        "day": one.day.isoformat(),
        "due": one.due.isoformat().replace("+00:00", "Z"),
        "updated": one.updated.isoformat().replace("+00:00", "Z"),
        "attempts": one.attempts,
        "retry_at": one.retry_at.isoformat().replace("+00:00", "Z") if one.retry_at else None,
        "platform_id": one.platform_id,
        "error": one.error,
    }
