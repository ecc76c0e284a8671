"""`ainews line quota`."""

from collections import Counter
from datetime import date
from typing import TYPE_CHECKING, Any

import click

from bot.cli.common import at_option, clock_at, json_option, print_json, run_async
from bot.house import House
from news.errors import BadInput

if TYPE_CHECKING:
    from channels.line.quota import QuotaPolicy, Seat, Standing

_MODES = ("auto", "push", "big-days", "pull")


@click.command()
@click.option("--mode", type=click.Choice(_MODES), help="Who is pushed to: see `ainews line quota` itself.")
@click.option("--reserve", type=int, metavar="N", help="Messages of a month kept for answers that come late.")
@at_option
@json_option
@run_async
async def quota(mode: str | None, reserve: int | None, at: str | None, as_json: bool) -> None:
    """Show how the month's LINE messages stand and who is pushed to; with --mode or --reserve, set that.

    auto: everybody daily while it lasts, else big days only, the latest followers pull. push: everybody daily until
    the messages, less the reserve, end. big-days: one push a week. pull: no push; replies are free and not counted.
    """
    from bot.settings import load_settings
    from bot.wiring import open_house

    async with open_house(load_settings(), clock_at(at)) as house:
        policy = await _policy(house, mode, reserve)
        standing, seats = await _asked(house)
        told = _told(standing, seats, policy, house)
    if as_json:
        print_json(told)
    else:
        click.echo("\n".join(_lines(told)))


async def _policy(house: House, mode: str | None, reserve: int | None) -> "QuotaPolicy":
    """The one that is kept, changed as asked."""
    from dataclasses import replace

    from bot.newsroom.delivering.records import NewsroomRecords
    from channels.line.policy import CHANNEL, NOTE, stored_policy, write_policy
    from channels.line.quota import Mode
    from channels.line.settings import TENANT
    from news.model import Tenant

    records = NewsroomRecords(database=house.database, clock=house.clock)
    policy = await stored_policy(records, TENANT)
    if mode is None and reserve is None:
        return policy
    policy = replace(policy, mode=Mode(mode) if mode else policy.mode)
    policy = replace(policy, reserve=policy.reserve if reserve is None else reserve)
    text = write_policy(policy)
    async with house.database.begin() as tx:
        if await tx.tenants.get(TENANT) is None:
            await tx.tenants.put(Tenant(TENANT, "LINE", house.clock.now()))
        await tx.notes.put(CHANNEL, NOTE, text, tenant=TENANT, until=None)
    return policy


async def _asked(house: House) -> "tuple[Standing, list[Seat]]":
    """Raises BadInput when LINE is not set up, Undelivered when it does not answer."""
    from bot.newsroom.delivering.records import NewsroomRecords
    from channels.line.account import Account
    from channels.line.api import open_api
    from channels.line.policy import CHANNEL, seats_of
    from channels.line.settings import TENANT, demanded, load_settings, missing

    settings = load_settings()
    if missing(settings):
        raise BadInput("LINE is not set up", demanded())
    records = NewsroomRecords(database=house.database, clock=house.clock)
    async with open_api(settings) as api:
        account = Account(api.messaging)
        roster = await records.roster(channel=CHANNEL, tenant=TENANT)
        return await account.standing(), await seats_of(roster, account.people)


def _told(standing: "Standing", seats: "list[Seat]", policy: "QuotaPolicy", house: House) -> dict[str, Any]:
    from channels.line.quota import apportion, forecast, line_date, refused, warning

    today: date = line_date(house.clock.now())
    plan = apportion(seats, standing, policy, today)
    ends = forecast(seats, standing, today, reserve=policy.reserve)
    one_push = len(seats) - len(refused(seats, plan, standing, policy, big=False))
    counts = Counter(share.value for share in plan.shares.values())
    return {
        "month": f"{today:%Y-%m}",
        "limit": standing.limit,
        "used": standing.used,
        "left": standing.left,
        "mode": policy.mode.value,
        "reserve": policy.reserve,
        "subscribers": len(seats),
        "people": sum(seat.weight for seat in seats),
        "push": counts["push"],
        "next_push_reaches": one_push,
        "big_days_only": counts["big days"],
        "pull_only": counts["pull only"],
        "big_days_left": plan.big_days if counts["big days"] else 0,
        "days_left": plan.days,
        "everybody_daily_ends": ends.isoformat() if ends else None,
        "warning": warning(seats, standing, policy, today),
    }


def _lines(told: dict[str, Any]) -> list[str]:
    limit = "no limit" if told["limit"] is None else f"{told['used']} of {told['limit']} messages used"
    lines = [
        f"LINE, {told['month']}: {limit}; {told['days_left']} days left, today included.",
        f"Policy {told['mode']}, {_kept(told)}.",
        f"{told['subscribers']} subscribers ({told['people']} people): {_who(told)}.",
    ]
    if told["big_days_only"]:
        lines.append(f"Big days: about {told['big_days_left']} more this month, those with the weightiest lead story.")
    if told["everybody_daily_ends"]:
        lines.append(f"A push to everybody every day would end the messages on {told['everybody_daily_ends']}.")
    if told["warning"]:
        lines.append(f"Warning: {told['warning']}.")
    return [*lines, "Replies cost nothing. Change it with --mode auto|push|big-days|pull and --reserve N."]


def _kept(told: dict[str, Any]) -> str:
    if told["mode"] == "pull":
        return "nothing is pushed; answers that come late wait for a tap"
    all_of_them = told["left"] is not None and told["reserve"] >= told["left"]
    return f"{told['reserve']} messages kept for answers that come late{', more than are left' if all_of_them else ''}"


def _who(told: dict[str, Any]) -> str:
    if told["mode"] == "push" and told["next_push_reaches"] < told["subscribers"]:
        return f"a push is meant for all every day, but what is left reaches {told['next_push_reaches']} of them, once"
    if told["mode"] == "push" and told["everybody_daily_ends"]:
        return f"each gets a push every day before {told['everybody_daily_ends']}, when the messages do not suffice"
    return (
        f"{told['push']} get a push every day, {told['big_days_only']} on big days, "
        f"{told['pull_only']} ask for it themselves"
    )
