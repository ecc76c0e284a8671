"""What the self-hoster is told of a model that does not answer: the provider's words, and which setting to look at."""

import re
from collections.abc import Sequence
from datetime import tzinfo
from typing import Final

from news.metering import ModelCall

_LONGEST: Final = 200
_REMEDIES: Final = (
    (r"AuthenticationError|PermissionDenied|Missing credentials|api.?key", "check AINEWS_LLM_API_KEY"),
    (r"Provider NOT provided", "write AINEWS_LLM_MODEL as provider/model, such as openai/gpt-4o-mini"),
    (
        r"NotFoundError",
        "check AINEWS_LLM_MODEL, and whether AINEWS_LLM_API_BASE ends as the provider says (mostly in /v1)",
    ),
    (r"Connection error|APIConnectionError|ConnectError", "nothing answers at that address: check AINEWS_LLM_API_BASE"),
    (
        r"^no reply within|nobody waited",
        "the model is too slow: raise AINEWS_LLM_TIMEOUT or name a smaller one; a server that works on one call at a time wants AINEWS_LLM_AT_ONCE=1",
    ),
    (r"budget of the .* too small", "no trial was made: raise AINEWS_LLM_DAILY_BUDGET"),
    (
        r"budget of the",
        "no trial was made; the day's money is spent: raise AINEWS_LLM_DAILY_BUDGET, or wait for the next day",
    ),
    (r"no known price", "set AINEWS_LLM_INPUT_PRICE and AINEWS_LLM_OUTPUT_PRICE (0 for a server of your own)"),
    (
        r"JSON object|reply is empty|works",
        "it does not keep to the JSON that it is asked for: name another model, or for one that thinks before it writes raise AINEWS_LLM_MAX_TOKENS",
    ),
    (
        r"RateLimitError|asks for a pause",
        "the provider wants fewer calls: lower AINEWS_LLM_PER_MINUTE, or look at your quota there",
    ),
)
"""What a call's detail holds, and what to do about it; the first that fits."""
_WRAPPED: Final = re.compile(r"^(?:\w+: )?(?:litellm\.)?(?:\w+: )*(?:\w+Exception - )?")
"""The class names that LiteLLM puts before what the provider said."""


def last_fault(calls: Sequence[ModelCall]) -> ModelCall | None:
    """The latest call that brought nothing, unless its model answered after it."""
    ended = sorted((call for call in calls if call.outcome != "started"), key=lambda call: (call.at, call.id))
    answered = {call.model: at for at, call in enumerate(ended) if call.outcome == "ok"}
    faults = [call for at, call in enumerate(ended) if call.outcome != "ok" and at > answered.get(call.model, -1)]
    return faults[-1] if faults else None


def told(call: ModelCall, zone: tzinfo) -> str:
    """In one line: when, which model, what it said, what to do."""
    said, remedy = words_of(call.detail) or call.outcome, remedy_of(call)
    return f"{call.at.astimezone(zone):%H:%M} {call.model}: {said}" + (f"; {remedy}" if remedy else "")


def words_of(detail: str) -> str:
    """What the provider said, without the names of classes around it."""
    return _WRAPPED.sub("", detail).split(". ")[0][:_LONGEST].rstrip(".")


def remedy_of(call: ModelCall) -> str:
    """Which setting to look at; "" where none can be named."""
    return remedy_for(call.detail)


def remedy_for(detail: str) -> str:
    return next((remedy for holds, remedy in _REMEDIES if re.search(holds, detail, re.IGNORECASE)), "")
