"""LiteLLM, the one file that imports it: lazily, inside the first call, in a thread, for its import takes two seconds.

Before the import its price list is pinned to the copy in the package (else it asks the network) and `.env` files are left alone. One
call is one request: no retries below us. https://docs.litellm.ai/docs/completion/input
"""

import asyncio
import logging
import os
import re
import threading
import warnings
from collections.abc import Mapping, Sequence
from datetime import timedelta
from functools import cache, partial
from itertools import chain
from math import isfinite
from typing import Any, Final

from summariser.model.abandoning import abandonable, watched
from summariser.model.billing import count, is_unreached, of_failure
from summariser.model.endpoints import CallFailed, Endpoint, Reply, Request, price_of
from summariser.model.redaction import without_secrets

_LONGEST_RETRY: Final = timedelta(hours=1)
_PASSING: Final = (408, 409, 425, 429)
"""Client errors after which the same request may succeed."""
_READ, _TOLD = 20_000, 300
"""Characters of an error that are looked through, and that are told."""


class LiteLlm:
    """Calls any provider that LiteLLM speaks."""

    def __init__(self) -> None:
        self._without_form: set[Endpoint] = set()

    async def ready(self) -> None:
        """Loads LiteLLM beside the event loop, if that was not done yet."""
        await asyncio.to_thread(_litellm)

    def price(self, endpoint: Endpoint, input_tokens: int, output_tokens: int) -> float | None:
        """USD for a call of that size, None for a model without a known price. Raises nothing."""
        own = price_of(endpoint, input_tokens, output_tokens)
        if own is not None:
            return own
        try:
            paid = _litellm().cost_per_token(
                model=endpoint.model, prompt_tokens=input_tokens, completion_tokens=output_tokens
            )
        except Exception:  # whatever LiteLLM raises for a model that it has no price for
            return None
        return float(sum(paid)) or None

    async def complete(self, endpoint: Endpoint, request: Request, *, seconds: float) -> Reply:
        """One request, at most `seconds` in all. Raises CallFailed."""
        form = {} if endpoint in self._without_form else {"response_format": dict(request.form)}
        content = _content(endpoint, request)
        try:
            answer = await self._call("acompletion", endpoint, seconds, **form, **content)
        except CallFailed as error:
            if not form or not re.search("response_format|json_schema|schema", error.reason):
                raise
            self._without_form.add(endpoint)  # an older server: the prompt alone says what JSON is wanted
            answer = await self._call("acompletion", endpoint, seconds, **content)
        return self._reply(endpoint, answer)

    def takes_form(self, endpoint: Endpoint) -> bool:
        """Whether it has not refused to be given a JSON schema."""
        return endpoint not in self._without_form

    async def embed(
        self, endpoint: Endpoint, texts: Sequence[str], *, seconds: float
    ) -> tuple[list[list[float]], Reply]:
        """A vector per text, in their order. Raises CallFailed."""
        answer = await self._call("aembedding", endpoint, seconds, input=list(texts))
        try:
            rows = sorted(answer.data, key=lambda row: row["index"])
            vectors = [[float(number) for number in row["embedding"]] for row in rows]
        except (KeyError, TypeError, ValueError) as error:
            raise _useless(answer, "the reply holds no vectors") from error
        if len(vectors) != len(texts) or len(set(map(len, vectors))) != 1 or not all(map(isfinite, chain(*vectors))):
            raise _useless(answer, "the reply does not hold one vector of the same length per text")
        used, _ = _counted(answer)
        return vectors, Reply("", used, 0, self.price(endpoint, used, 0), counted=used > 0)

    async def close(self) -> None:
        """Ends the connections that LiteLLM keeps open."""
        if _loaded.cache_info().currsize:
            await _litellm().close_litellm_async_clients()

    async def _call(self, kind: str, endpoint: Endpoint, seconds: float, **given: Any) -> Any:
        address = {"api_base": endpoint.api_base} if endpoint.api_base else {}
        key = {"api_key": endpoint.api_key} if endpoint.api_key else {}
        if address and not key:
            key = {"api_key": "none"}  # servers of one's own mostly want none, clients insist on one
        call, answers = getattr(_litellm(), kind), list[str]()
        try:
            async with asyncio.timeout(seconds):
                with abandonable():
                    return await call(
                        model=endpoint.model, timeout=seconds, num_retries=0, max_retries=0, drop_params=True,
                        logger_fn=partial(_note_answer, answers), **given, **address, **key,
                    )  # fmt: skip
        except TimeoutError:
            raise CallFailed("timeout", f"no reply within {seconds:.0f} s", billed=bool(answers)) from None
        except Exception as error:
            raise _failure(error, endpoint, seconds, answers[-1] if answers else None) from None

    def _reply(self, endpoint: Endpoint, answer: Any) -> Reply:
        """Text alone counts: a reply that wants to call a tool, which nobody offered, is an empty one."""
        try:
            choice = answer.choices[0]
            text = choice.message.content or ""
        except (AttributeError, IndexError, TypeError, ValueError) as error:
            raise _useless(answer, "the reply has no text") from error
        cut = choice.finish_reason == "length"
        read, written = _counted(answer)
        if not read or (text and not written):
            return Reply(str(text), 0, 0, None, cut=cut, counted=False)
        cost = price_of(endpoint, read, written)
        if cost is None:
            known = (getattr(answer, "_hidden_params", None) or {}).get("response_cost")
            cost = float(known) if known else self.price(endpoint, read, written)
        return Reply(str(text), read, written, cost, cut=cut)


def _counted(answer: Any) -> tuple[int, int]:
    """Tokens read and written as the provider counted them."""
    usage = getattr(answer, "usage", None)
    return count(getattr(usage, "prompt_tokens", None)), count(getattr(usage, "completion_tokens", None))


def _useless(answer: Any, reason: str) -> CallFailed:
    """A reply that came and is paid for, without what was asked for."""
    read, written = _counted(answer)
    return CallFailed("invalid", reason, billed=True, tokens=(read, written) if read else None)


def _note_answer(answers: list[str], details: Mapping[str, Any]) -> None:
    """What LiteLLM tells of a call: "" before it leaves, then the answer as it came, also where it then makes nothing of it."""
    came = details.get("log_event_type") == "post_api_call"
    answers.append(str(details.get("original_response") or "") if came else "")


def _content(endpoint: Endpoint, request: Request) -> dict[str, Any]:
    shown = {"messages": [dict(m) for m in request.messages], "max_tokens": request.max_tokens, "temperature": 0.2}
    # https://docs.ollama.com/context-length: as it comes it holds 4,096 tokens on a small machine, and cuts what is longer silently
    return shown | ({"num_ctx": request.holds} if endpoint.sized and request.holds else {})


def _failure(error: Exception, endpoint: Endpoint, seconds: float, answered: str | None) -> CallFailed:
    litellm = _litellm()
    reason = _told(error, endpoint)
    tokens, billed = of_failure(error, answered)
    if isinstance(error, litellm.Timeout):
        return CallFailed("timeout", f"no reply within {seconds:.0f} s", billed=billed)
    if isinstance(error, litellm.RateLimitError):
        return CallFailed("throttled", reason, retry_after=_retry_after(error))
    if isinstance(error, litellm.ContentPolicyViolationError):
        return CallFailed("refused", reason, billed=billed, tokens=tokens)
    status = getattr(error, "status_code", None)
    lasting = isinstance(status, int) and 400 <= status < 500 and status not in _PASSING
    return CallFailed("failed", reason, lasting=lasting, everywhere=is_unreached(error), billed=billed, tokens=tokens)


def _told(error: Exception, endpoint: Endpoint) -> str:
    """The error's first words, without anything that could be a key: looked for before they are cut, for half of one is one."""
    keys = (endpoint.api_key, *(value for name, value in os.environ.items() if name.endswith("_API_KEY")))
    text = without_secrets(" ".join(str(error)[:_READ].split()), keys, endpoint.api_base)
    return f"{type(error).__name__}: {text[:_TOLD]}"


def _retry_after(error: Any) -> timedelta | None:
    headers = getattr(error, "litellm_response_headers", None) or getattr(
        getattr(error, "response", None), "headers", {}
    )
    try:
        return min(_LONGEST_RETRY, timedelta(seconds=max(0.0, float(headers.get("retry-after", "")))))
    except (TypeError, ValueError, AttributeError, OverflowError):
        return None


_LOADING: Final = threading.Lock()


def _litellm() -> Any:
    """One thread loads it while the others wait: half loaded it breaks in ways that last."""
    with _LOADING:
        return _loaded()


@cache
def _loaded() -> Any:
    os.environ.setdefault("LITELLM_LOCAL_MODEL_COST_MAP", "True")
    os.environ.setdefault("LITELLM_MODE", "PRODUCTION")
    import litellm

    # Its models are built at the first reply, and pydantic then remarks on one of their types.
    warnings.filterwarnings("ignore", message=".*`ReadOnly` qualifier", category=UserWarning)
    # Of a reply in the wrong form it prints the model's words.
    warnings.filterwarnings("ignore", message="Pydantic serializer warnings", category=UserWarning)
    litellm.suppress_debug_info = True
    litellm.disable_aiohttp_transport = True
    # Its embeddings read `max_retries=0` as "not given" and would send each request three times.
    vars(litellm)["DEFAULT_MAX_RETRIES"] = 0
    for name in ("completion", "embedding"):
        setattr(litellm.main, name, watched(getattr(litellm.main, name)))
    for name in ("LiteLLM", "LiteLLM Router", "LiteLLM Proxy"):
        logging.getLogger(name).setLevel(logging.CRITICAL)  # it logs whole requests and tracebacks
    return litellm
