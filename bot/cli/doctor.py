"""`ainews doctor`."""

import sys
from collections import Counter
from typing import TYPE_CHECKING

import click

from bot.cli.common import at_option, clock_at, json_option, load_settings, print_json, run_async
from bot.cli.cost import PRICES
from bot.cli.model_trial import tried_models
from news.errors import NewsError
from news.ports import Clock

if TYPE_CHECKING:
    from bot.house import House
    from bot.settings import Settings
    from store.database import Database

Check = tuple[str, bool, str]
"""(what, is it well, what was found or what to do)."""


@click.command()
@click.option("--no-call", is_flag=True, help="Ask the language model nothing: a trial costs a fraction of a cent.")
@at_option
@json_option
@run_async
async def doctor(no_call: bool, at: str | None, as_json: bool) -> None:
    """Check settings, database, the language model, sources and briefs; exit code 1 when something needs doing."""
    checks = await _checks(clock_at(at), trial=not no_call)
    if as_json:
        print_json([{"check": what, "ok": well, "detail": detail} for what, well, detail in checks])
    else:
        for what, well, detail in checks:
            mark = click.style("ok  ", fg="green") if well else click.style("todo", fg="red")
            click.echo(f"{mark}  {what}: {detail}")
    sys.exit(0 if all(well for _, well, _ in checks) else 1)


async def _checks(clock: Clock, *, trial: bool) -> list[Check]:
    try:
        settings = load_settings()
        zone = settings.timezone
    except NewsError as error:
        return [("settings", False, str(error))]
    local = clock.now().astimezone(zone)
    checks = [("settings", True, f"zone {zone.key}, there it is {local:%Y-%m-%d %H:%M}; language {settings.language}")]
    try:
        return checks + await _inside(settings, clock, trial=trial)
    except NewsError as error:
        return [*checks, ("database", False, str(error))]


_UNKNOWN = {
    True: "so it is not called within the budget that was set",
    False: "so the budget takes each call for one to a dear model",
}


async def _model(settings: "Settings", database: "Database") -> list[Check]:
    """Nothing without a model; with one, what it may cost and what became of the last day's calls."""
    from datetime import timedelta

    from bot.cli.model_faults import last_fault, told
    from bot.newsroom.making.metering import calls_of, spending
    from news.metering import dollars
    from news.ports import SystemClock

    if not settings.llm_model:
        return []
    now = SystemClock().now()
    spent = await spending(database=database, since=now - timedelta(days=1), until=now, zone=settings.timezone)
    calls, failed = sum(one.calls for one in spent), sum(one.failed for one in spent)
    price = f"{settings.llm_model}, ${sum(one.cost for one in spent):.4f} in 24 h of ${dollars(settings.llm_daily_budget)} a day"
    unknown = _unpriced(settings)
    budgeted = not {"llm_daily_budget", "llm_tenant_daily_budget"}.isdisjoint(settings.model_fields_set)
    fault = last_fault(await calls_of(database=database, since=now - timedelta(days=1), until=now))
    last = f"; the last one at {told(fault, settings.timezone)}" if fault else ""
    if unknown or any(one.unpriced for one in spent):
        named = f" for {', '.join(unknown)}" if unknown else ""
        return [("model", False, f"{price}; no price is known{named}, {_UNKNOWN[budgeted]}: {PRICES}{last}")]
    well = not calls or failed * 2 < calls
    return [("model", well, f"{price}; {failed} of {calls} calls failed{last}")]


def _unpriced(settings: "Settings") -> list[str]:
    """Models of the settings whose price neither LiteLLM nor a setting knows."""
    from bot.newsroom.making.modelling import plan_of
    from summariser.model.llm import LiteLlm

    client = LiteLlm()
    named = {endpoint for chain in plan_of(settings).chains.values() for endpoint in chain}
    return sorted({endpoint.model for endpoint in named if client.price(endpoint, 1_000, 1_000) is None})


async def _line() -> list[Check]:
    """Nothing without LINE; with it, whether the settings are whole and LINE takes the token."""
    from channels.line.channel import is_configured

    if not is_configured():
        return []
    from channels.line.api import open_api
    from channels.line.settings import demanded, load_settings, missing
    from channels.line.setup import account

    if lacking := missing(load_settings()):
        return [("LINE", False, f"{lacking[0]} is not set; {demanded()}")]
    async with open_api(load_settings()) as api:
        step = await account(api)
    return [(step.name, step.well, step.detail)]


async def _slack(house: "House") -> list[Check]:
    """Nothing without Slack."""
    from bot.wiring import installations_of
    from channels.slack.checking import check_slack
    from channels.slack.settings import SlackSettings
    from news.ports import ChannelContext

    context = ChannelContext(house.settings.base_url, installations=installations_of(house))
    return [("Slack", well, told) for well, told in await check_slack(SlackSettings(), context)]


async def _inside(settings: "Settings", clock: Clock, *, trial: bool) -> list[Check]:
    from bot.newsroom.collecting.oversight import source_health
    from bot.wiring import open_house
    from news.model import PUBLIC

    async with open_house(settings, clock) as house:
        model = await _model(settings, house.database)
        model += await tried_models(settings, house.database) if trial else []
        model += [*await _line(), *await _slack(house)]
        health = await source_health(database=house.database, clock=clock)
        async with house.database.read() as tx:
            articles = await tx.articles.count(tenant=PUBLIC)
            briefs = await tx.briefs.list(tenant=PUBLIC, limit=1)
    kind = "SQLite" if settings.database.startswith("sqlite") else "PostgreSQL"
    checks: list[Check] = [("database", True, f"{kind}, {articles} articles"), *model]
    states = Counter(h.state.value for h in health)
    told = ", ".join(f"{n} {state}" for state, n in sorted(states.items()))
    well = bool(health) and states["ok"] > 0
    checks.append(("sources", well, told if well else f"{told or 'none read yet'}; run `ainews collect`"))
    latest = (
        f"the latest is of {briefs[0].date}, {len(briefs[0].stories)} stories"
        if briefs
        else "none yet; run `ainews brief`"
    )
    checks.append(("briefs", bool(briefs), latest))
    return checks
