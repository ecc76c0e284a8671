"""`ainews cost`."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import click

from bot.cli.common import at_option, clock_at, json_option, print_json, run_async
from news.payload import moment

if TYPE_CHECKING:
    from bot.settings import Settings
    from news.metering import ModelCall, Spent

PRICES = "set AINEWS_LLM_INPUT_PRICE and AINEWS_LLM_OUTPUT_PRICE (0 for a server of your own)"
_SMALL_CALL = 1_000
"""Tokens read by a small call for a story."""


@click.command()
@click.option("--days", type=click.IntRange(1, 366), default=7, show_default=True, help="How many days back.")
@click.option("--by-tenant", is_flag=True, help="Also by workspace, channel or mailbox: ids, no people.")
@at_option
@json_option
@run_async
async def cost(days: int, by_tenant: bool, at: str | None, as_json: bool) -> None:
    """Show what the language model cost, by day, model and purpose. A call on its way counts at its highest price."""
    from bot.cli.model_faults import last_fault, told
    from bot.newsroom.making.metering import became, calls_of, day_start, spending, spending_of_tenants, without_budget
    from bot.settings import load_settings
    from store.database import Database

    settings = load_settings()
    zone, now = settings.timezone, clock_at(at).now()
    database = await Database.open(settings.database)
    try:
        await database.migrate()
        since = day_start(now, zone) - timedelta(days=days - 1)
        rows = await spending(database=database, since=since, until=now + timedelta(days=1), zone=zone)
        calls = await calls_of(database=database, since=since, until=now + timedelta(days=1))
        tenants = await spending_of_tenants(database=database, since=since, until=now + timedelta(days=1), zone=zone)
        untold = await without_budget(database=database, since=since)
    finally:
        await database.close()
    budget, tenant = settings.llm_daily_budget, settings.llm_tenant_daily_budget
    today, fault = now.astimezone(zone).date(), last_fault([one for one in calls if one.at >= now - timedelta(days=1)])
    ends = became(calls)
    if as_json:
        failed = _fault(fault) if fault else None
        table = [_row(row) for row in rows]
        shares = {"tenants": [_share(*one) for one in tenants.items()]} if by_tenant else {}
        print_json(
            {"model": settings.llm_model or None, "days": table, **shares, **_totals(rows, today, budget, tenant)}
            | {"without_budget": untold, "became": ends, "last_fault": failed}
        )
        return
    lines = _lines(rows, today, budget) if rows else [_why_none(settings)]
    for line in [*lines, *(_tenant_lines(tenants) if by_tenant and tenants else [])]:
        click.echo(line)
    if untold:
        click.echo(_untold_line(untold))
    if ends:
        click.echo(f"What became of them: {', '.join(f'{count} {end}' for end, count in ends.items())}.")
    if fault:
        click.echo(f"The last call to that model brought nothing. {told(fault, zone)}.")


def _row(row: "Spent") -> dict[str, Any]:
    return {
        "day": row.day.isoformat(),
        "model": row.model,
        "purpose": row.purpose,
        "calls": row.calls,
        "failed": row.failed,
        "unpriced": row.unpriced,
        "input_tokens": row.input_tokens,
        "output_tokens": row.output_tokens,
        "cost": round(row.cost, 6),
    }


def _share(tenant: str, spent: tuple[int, float]) -> dict[str, Any]:
    return {"tenant": tenant, "calls": spent[0], "cost": round(spent[1], 6)}


def _tenant_lines(tenants: Mapping[str, tuple[int, float]]) -> Sequence[str]:
    width = max(6, *(len(tenant) for tenant in tenants))
    rows = [f"{tenant:{width}}  {calls:5}  {usd:9.4f}" for tenant, (calls, usd) in tenants.items()]
    return ["", f"{'tenant':{width}}  {'calls':>5}  {'USD':>9}", *rows]


def _fault(call: "ModelCall") -> dict[str, Any]:
    from bot.cli.model_faults import remedy_of

    return {
        "at": moment(call.at),
        "model": call.model,
        "outcome": call.outcome,
        "detail": call.detail,
        "remedy": remedy_of(call),
    }


def _totals(rows: Sequence["Spent"], today: date, budget: float, tenant: float) -> dict[str, float]:
    return {
        "unpriced": sum(row.unpriced for row in rows),
        "total": round(sum(row.cost for row in rows), 6),
        "today": round(sum(row.cost for row in rows if row.day == today), 6),
        "daily_budget": budget,
        "tenant_daily_budget": tenant,
    }


def _why_none(settings: "Settings") -> str:
    """No call was made: because no model is set, because the budget does not allow one, or for no reason known here."""
    from bot.newsroom.making.modelling import plan_of
    from news.metering import dollars
    from summariser.model.llm import LiteLlm

    if not settings.llm_model:
        return "No call to a language model in this time. Without AINEWS_LLM_MODEL nothing is ever paid."
    budget, client, chain = settings.llm_daily_budget, LiteLlm(), plan_of(settings).chains["summary"]
    prices = [client.price(endpoint, _SMALL_CALL, settings.llm_max_tokens) for endpoint in chain]
    least = min((price for price in prices if price is not None), default=0.0)
    none = f"{settings.llm_model} is set, and no call to it was made in this time."
    if least <= budget:
        return none
    return (
        f"{none} The budget of ${dollars(budget)} a day does not allow one: a call may cost ${least:.4f}. "
        "Raise AINEWS_LLM_DAILY_BUDGET, or lower AINEWS_LLM_MAX_TOKENS."
    )


def _untold_line(untold: int) -> str:
    return f"For want of budget {untold} {'story' if untold == 1 else 'stories'} of the briefs made in this time stood without the model."


def _lines(rows: Sequence["Spent"], today: date, budget: float) -> Sequence[str]:
    from news.metering import dollars

    width = max(len(row.model) for row in rows)
    head = f"{'day':10}  {'model':{width}}  {'purpose':11}  {'calls':>5}  {'failed':>6}  {'tokens in':>10}  {'out':>8}  {'USD':>9}"
    lines = [
        f"{row.day}  {row.model:{width}}  {row.purpose:11}  {row.calls:5}  {row.failed:6}  {row.input_tokens:10,}  "
        f"{row.output_tokens:8,}  {row.cost:9.4f}"
        for row in rows
    ]
    spent = sum(row.cost for row in rows if row.day == today)
    told = f"Today ${spent:.4f} of ${dollars(budget)}; in all ${sum(row.cost for row in rows):.4f}."
    unpriced = sum(row.unpriced for row in rows)
    if unpriced:
        told += f" {unpriced} calls have no known price and are counted like those of a dear model: {PRICES}."
    return [head, *lines, "", told]
