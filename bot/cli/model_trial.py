"""The trial calls of `ainews doctor`: one to each model that is named for stories, answers or the second look."""

import asyncio
from typing import TYPE_CHECKING

from bot.cli.model_faults import remedy_for, words_of
from bot.cli.model_pace import pace_told

if TYPE_CHECKING:
    from bot.settings import Settings
    from store.database import Database
    from summariser.model.trial import Trial

Check = tuple[str, bool, str]


async def tried_models(settings: "Settings", database: "Database") -> list[Check]:
    """A row for each model; none without a model. What the calls cost stands in the ledger."""
    if not settings.llm_model:
        return []
    from bot.newsroom.making.modelling import ledger_of, plan_of
    from news.ports import SystemClock
    from summariser.model.llm import LiteLlm
    from summariser.model.trial import SECONDS, try_model

    plan = plan_of(settings)
    named = dict.fromkeys(one for purpose, chain in plan.chains.items() if purpose != "embedding" for one in chain)
    client, ledger = LiteLlm(), ledger_of(settings, database)
    seconds = min(SECONDS, settings.llm_timeout)
    try:
        await client.ready()  # loading it takes no time of the model's
        trials = await asyncio.gather(
            *(
                try_model(one, client, ledger=ledger, clock=SystemClock(), seconds=seconds, holds=plan.holds)
                for one in named
            )
        )
    finally:
        await client.close()
    paces = await pace_told(settings, plan, {trial.model: trial for trial in trials}, database)
    return [_check(one, paces.get(one.model, "")) for one in trials]


def _check(trial: "Trial", pace: str) -> Check:
    cost = f"; the trial cost ${trial.cost:.6f}" if trial.cost else ""
    if trial.fault:
        remedy = remedy_for(trial.fault)
        said = words_of(trial.fault)
        return "model trial", False, f"{trial.model}: {said}{f'; {remedy}' if remedy else ''}{cost}"
    assert trial.call is not None
    took = f"{trial.model} answered in {trial.call.milliseconds / 1000:.1f} s with the JSON that it was asked for"
    if not trial.takes_form:
        took += ", though it takes no JSON schema: some replies will be of another form, and be paid for twice"
    return "model trial", True, took + (cost or "; it cost nothing") + pace
