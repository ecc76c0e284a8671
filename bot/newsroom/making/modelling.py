"""From settings to the models that write: which one for what, and which ones after it."""

import json
import os
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, Final

from bot.settings import Settings
from news.errors import BadInput
from news.metering import Purpose
from news.ports import Embedder, Ledger, Replies, Summariser, SystemClock

if TYPE_CHECKING:
    from store.database import Database
    from summariser.model.calling import Client
    from summariser.model.endpoints import Endpoint, Plan

_FIELDS: Final = {"model", "api_base", "api_key", "api_key_env", "input_price", "output_price"}
_FALLBACKS: Final = "AINEWS_LLM_FALLBACKS"


def summariser_of(settings: Settings, client: "Client", ledger: Ledger, replies: Replies) -> Summariser:
    """The one that writes, where a model is named for it."""
    if not settings.llm_model:
        from summariser.telling.extractive import ExtractiveSummariser

        return ExtractiveSummariser()
    from summariser.model.writer import LlmSummariser

    return LlmSummariser(client, plan_of(settings), ledger=ledger, replies=replies, clock=SystemClock())


def embedder_of(settings: Settings, client: "Client", ledger: Ledger, replies: Replies) -> Embedder | None:
    if not settings.llm_embedding_model:
        return None
    from summariser.model.embedding import LlmEmbedder

    near = settings.llm_embedding_near
    return LlmEmbedder(client, plan_of(settings), ledger=ledger, replies=replies, clock=SystemClock(), near=near)


def ledger_of(settings: Settings, database: "Database") -> Ledger:
    """Money is spent in real time, whatever moment a command takes as now."""
    from bot.newsroom.making.metering import DatabaseLedger

    return DatabaseLedger(
        database,
        zone=settings.timezone,
        install_budget=settings.llm_daily_budget,
        tenant_budget=settings.llm_tenant_daily_budget,
        per_minute=settings.llm_per_minute,
    )


def plan_of(settings: Settings) -> "Plan":
    """Raises BadInput naming the setting that cannot be read, never its value: it may hold a key."""
    from summariser.model.endpoints import Plan

    others = tuple(_fallbacks(settings.llm_fallbacks.get_secret_value()))
    named: dict[Purpose, str] = {
        "summary": settings.llm_summary_model,
        "translation": settings.llm_translation_model,
        "answer": settings.llm_answer_model,
        "entailment": settings.llm_entailment_model,
    }
    chains: dict[Purpose, tuple[Endpoint, ...]] = {
        purpose: (_first(settings, model), *others) for purpose, model in named.items()
    }
    if settings.llm_embedding_model:
        chains["embedding"] = (_first(settings, settings.llm_embedding_model),)
    return Plan(
        chains,
        timeout=settings.llm_timeout if "llm_timeout" in settings.model_fields_set else None,
        at_once=settings.llm_at_once if "llm_at_once" in settings.model_fields_set else None,
        max_tokens=settings.llm_max_tokens,
        entailment=settings.llm_entailment == "auto",
        context=settings.llm_context,
        budgeted=not {"llm_daily_budget", "llm_tenant_daily_budget"}.isdisjoint(settings.model_fields_set),
    )


def _first(settings: Settings, model: str) -> "Endpoint":
    """The purpose's own model, else the one for all. Key, address and prices go with the provider that they were given for."""
    from summariser.model.endpoints import Endpoint

    name = model or settings.llm_model
    if settings.llm_model and _provider(name) != _provider(settings.llm_model):
        return Endpoint(name)
    own = name == settings.llm_model
    return Endpoint(
        name,
        settings.llm_api_base,
        settings.llm_api_key.get_secret_value(),
        settings.llm_input_price if own else None,
        settings.llm_output_price if own else None,
    )


def _provider(model: str) -> str:
    return model.split("/", 1)[0] if "/" in model else "openai"


def _fallbacks(text: str) -> Iterator["Endpoint"]:
    if not text.strip():
        return
    try:
        rows: Any = json.loads(text)
    except ValueError:
        raise BadInput(_FALLBACKS, 'it is not JSON; write [{"model": "provider/name", "api_key_env": "…"}]') from None
    if not isinstance(rows, list):
        raise BadInput(_FALLBACKS, "it is not a JSON list of objects")
    for number, row in enumerate(rows, 1):
        yield _fallback(row, number)


def _fallback(row: Any, number: int) -> "Endpoint":
    from summariser.model.endpoints import Endpoint

    if not isinstance(row, Mapping) or not isinstance(row.get("model"), str) or not row["model"]:
        raise BadInput(_FALLBACKS, f'entry {number} has no "model"')
    unknown = sorted(set(row) - _FIELDS)
    if unknown:
        raise BadInput(_FALLBACKS, f"entry {number} has {unknown[0]!r}; there are {', '.join(sorted(_FIELDS))}")
    named = str(row.get("api_key_env") or "")
    if named and named not in os.environ:
        raise BadInput(_FALLBACKS, f"entry {number} names the variable {named}, which is not set")
    key = os.environ[named] if named else str(row.get("api_key") or "")
    return Endpoint(
        row["model"], str(row.get("api_base") or ""), key, _price(row, "input_price", number), _price(row, "output_price", number)
    )  # fmt: skip


def _price(row: Mapping[str, Any], name: str, number: int) -> float | None:
    value = row.get(name)
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int | float) or value < 0:
        raise BadInput(_FALLBACKS, f"entry {number}: {name!r} is not a price in USD per million tokens")
    return float(value)
