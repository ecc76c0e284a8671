"""`ainews doctor` asks the configured model one tiny question and says what came of it, what it cost and what to do."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from bot.cli.model_pace import seconds_of_story, what_fits
from bot.cli.model_trial import tried_models
from bot.settings import Settings
from news.metering import ModelCall
from store.database import Database
from tests.bot.house import NOW
from tests.fakes.models import Asked, Said, model_server

KEY = "sk-the-key-of-this-house"
WORKS = Said('{"works": true}')


def without_schemas(asked: Asked) -> Said:
    if "response_format" in asked.body:
        return Said("unknown field response_format: no json_schema here", status=400)
    return WORKS


async def trial(
    folder: Path, script: Callable[[Asked], Said], **given: Any
) -> tuple[tuple[str, bool, str], list[ModelCall]]:
    """The row and the ledger, of a server that answers as the script says; at an address of nobody without one."""
    database = await Database.open(f"sqlite:///{folder}/trial.db")
    await database.migrate()
    try:
        async with model_server(script) as server:
            address = given.pop("base", server.base)
            settings = Settings(
                llm_model="openai/gpt-4o-mini", llm_api_base=address, llm_api_key=KEY, zone="UTC", **given
            )  # fmt: skip
            (row,) = await tried_models(settings, database)
        async with database.read() as tx:
            calls = await tx.model_calls.list(since=NOW.replace(year=2020), until=NOW.replace(year=2100))
    finally:
        await database.close()
    return row, list(calls)


async def test_a_model_that_answers_is_well_and_its_trial_is_in_the_ledger(tmp_path: Path) -> None:
    """With its price, for the purpose of a trial."""
    (name, well, said), calls = await trial(tmp_path, lambda asked: WORKS)
    assert (name, well) == ("model trial", True)
    assert "with the JSON that it was asked for; the trial cost $0.0000" in said
    assert [(call.purpose, call.outcome, call.cost > 0) for call in calls] == [("trial", "ok", True)]
    assert calls[0].cost < 0.001


FAULTS: dict[str, tuple[Callable[[Asked], Said], dict[str, Any], tuple[str, ...]]] = {
    "wrong key": (lambda asked: Said(f"Incorrect API key provided: {KEY}", status=401), {}, ("Incorrect API key", "check AINEWS_LLM_API_KEY")),
    "unknown model": (lambda asked: Said("The model does not exist", status=404), {}, ("does not exist", "check AINEWS_LLM_MODEL")),
    "nobody there": (lambda asked: WORKS, {"base": "http://127.0.0.1:9/v1"}, ("Connection error", "check AINEWS_LLM_API_BASE")),
    "silence": (lambda asked: Said(silent=3_600), {"llm_timeout": 1}, ("no reply within 1 s", "raise AINEWS_LLM_TIMEOUT")),
    "no JSON": (lambda asked: Said("Sure, it works!"), {}, ("not one whole JSON object", "name another model")),
    "no money": (lambda asked: WORKS, {"llm_daily_budget": 0}, ("budget of the install", "raise AINEWS_LLM_DAILY_BUDGET")),
}  # fmt: skip


@pytest.mark.parametrize("kind", FAULTS)
async def test_a_model_that_does_not_answer_is_a_todo_with_its_remedy(tmp_path: Path, kind: str) -> None:
    """Neither the row nor the ledger holds the key."""
    script, given, words = FAULTS[kind]
    (_, well, said), calls = await trial(tmp_path, script, **given)
    assert not well
    for one in words:
        assert one in said
    assert KEY not in said + " ".join(call.detail for call in calls)


async def test_a_server_without_json_schemas_is_well_and_says_so(tmp_path: Path) -> None:
    """It is asked again by the prompt alone."""
    (_, well, said), _ = await trial(tmp_path, without_schemas)
    assert well
    assert "takes no JSON schema" in said


async def test_without_a_model_nothing_is_tried(tmp_path: Path) -> None:
    """Nor is a ledger opened."""
    database = await Database.open(f"sqlite:///{tmp_path}/none.db")
    assert await tried_models(Settings(), database) == []
    await database.close()


def test_a_slow_model_is_told_what_fits_and_what_to_set() -> None:
    """By its own calls where there are some, else at least by the trial; nothing where every story is written."""
    told = what_fits(20, 120, 1, measured=True)
    assert "about 5 of an edition's 16 stories" in told
    assert "set it to 360" in told
    assert what_fits(20, 360, 1, measured=True) == what_fits(6, 120, 4, measured=True) == ""
    assert "at most 5 of an edition's" in what_fits(20, 120, 1, measured=False)


def test_a_story_takes_its_call_and_its_second_look() -> None:
    """Of the same model; calls that failed took their time, too."""
    call = ModelCall("1", NOW, "ollama_chat", "ollama_chat/m", "summary", outcome="ok", milliseconds=9_000)
    look = replace(call, purpose="entailment", milliseconds=4_000)
    calls = [call, replace(call, outcome="timeout", milliseconds=11_000), look, replace(call, model="other")]
    assert seconds_of_story(calls, call.model, [call.model]) == 14
    assert seconds_of_story(calls, call.model, []) == 10
    assert seconds_of_story([look], call.model, [call.model]) == 0
