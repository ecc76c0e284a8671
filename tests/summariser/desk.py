"""A writer whose model is a script over real HTTP, and what it writes about."""

import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from news.model import Article, Story, Summary, TextState, Tier
from news.ports import SystemClock
from summariser.model.endpoints import Endpoint, Plan
from summariser.model.llm import LiteLlm
from summariser.model.writer import LlmSummariser
from tests.fakes.models import (
    Books,
    ModelServer,
    Script,
    claim,
    model_server,
)

NOW = datetime(2026, 7, 17, 6, tzinfo=UTC)
TEXT = (
    "Microsoft acquired the French startup Mistral for $9 billion on Tuesday.\n"
    "The deal values Mistral at twice its last round, the companies said.\n"
    "OpenAI did not comment on the purchase.\n"
    "Regulators in Brussels will review the purchase in September.\n"
    "Mistral employs 700 people and will keep its office in Paris.\n"
    "Mistral announced a model for hospitals in June."
)


def article(id: str = "a1", **changes: Any) -> Article:
    one = Article(
        id=id, key=id, url=f"https://tide.example/{id}", source="tide", source_name="Tide", tier=Tier.SPECIALIST,
        title="Microsoft buys Mistral for $9 billion", summary="", text=TEXT, text_state=TextState.HAD, language="en",
        published=NOW, dated=True, seen=NOW,
    )  # fmt: skip
    return replace(one, **changes)


STORY = Story("s1", "deal", "Microsoft buys Mistral", "en", ("a1",), (), NOW, NOW)


@asynccontextmanager
async def desk(script: Script, **plan: Any) -> AsyncIterator[tuple[LlmSummariser, ModelServer, Books]]:
    """A writer whose model is the script."""
    books = Books()
    async with model_server(script) as server:
        own = Endpoint(plan.pop("model", "openai/gpt-4o-mini"), server.base, "sk-secret-of-the-house")
        beside = [replace(own, model=plan.pop("neighbour"))] if "neighbour" in plan else []
        chain = (own, *beside, *plan.pop("others", ()))
        purposes = dict.fromkeys(("summary", "translation", "answer", "entailment"), chain)
        writer = LlmSummariser(LiteLlm(), Plan(purposes, **plan), ledger=books, replies=books, clock=SystemClock())
        yield writer, server, books
        await writer.close()
        assert server.wrong == []


def lines(summary: Summary) -> list[str]:
    told = [summary.lede] if summary.lede else []
    return [one.text for one in (*told, *(line for section in summary.sections.values() for line in section))]


def telling(lede: dict[str, Any], **more: Any) -> str:
    good = claim(
        "Regulators in Brussels will review the purchase in September.",
        "A1",
        "Regulators in Brussels will review the purchase in September.",
    )
    told = {
        "headline": claim("Microsoft buys Mistral for $9 billion", "A1", "Microsoft buys Mistral for $9 billion"),
        "lede": lede,
        "what_happened": [],
        "why_it_matters": [],
        "what_to_watch": [good],
        **more,
    }  # fmt: skip
    return json.dumps(told, ensure_ascii=False)


QUOTE = "Microsoft acquired the French startup Mistral for $9 billion on Tuesday."
