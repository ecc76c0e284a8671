"""Which model does what, and what a call to it may cost. Plain values: no client, no network."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from hashlib import sha256
from typing import Final

from news.metering import Outcome, Purpose
from summariser.checking.prompting import Message
from summariser.model.redaction import bare_address

_BYTES_PER_TOKEN: Final = 2.5
"""Fewer than any tokenizer needs on average for news text: the estimate errs on the dear side, as a hard budget must."""
_FRAME_TOKENS: Final = 300
_MILLION: Final = 1e6
_DEAR: Final = (5.0, 25.0)
"""USD per million tokens in and out: what the large models of the known vendors asked in 2026."""
_FREE: Final = frozenset(
    {"ollama", "ollama_chat", "lm_studio", "llamafile", "hosted_vllm", "vllm", "docker_model_runner"}
)
"""Providers in LiteLLM's words that run on a machine of one's own: a call costs nothing."""
_SERIAL: Final = frozenset({"ollama", "ollama_chat", "lm_studio", "llamafile"})
"""Those that work on one call at a time as they come; more at once only wait there, with the clock running."""
_OLLAMA: Final = frozenset({"ollama", "ollama_chat"})
_PROMPT_TOKENS: Final = 6_000
"""The longest that is sent: a story's prompt has up to 3,400 tokens, sent back to be mended the reply comes on top."""
_PAGE: Final = 1_024


@dataclass(frozen=True, slots=True)
class Endpoint:
    """A model at a provider, in LiteLLM's words: `model` is provider/name. Prices in USD per million tokens, None = LiteLLM's list."""

    model: str
    api_base: str = field(default="", repr=False)
    api_key: str = field(default="", repr=False)
    input_price: float | None = None
    output_price: float | None = None

    @property
    def free(self) -> bool:
        """No price is asked, unless one was set."""
        return self.model.split("/", 1)[0] in _FREE

    @property
    def serial(self) -> bool:
        """It works on one call at a time, on a machine that may be slow."""
        return self.model.split("/", 1)[0] in _SERIAL

    @property
    def sized(self) -> bool:
        """Its server keeps the end of what it is sent unless each call says how much it may hold, the same in all of them."""
        return self.model.split("/", 1)[0] in _OLLAMA

    @property
    def provider(self) -> str:
        """What its limits are counted by; a server of one's own is a provider of its own. It is stored, so it holds no password."""
        name = self.model.split("/", 1)[0] if "/" in self.model else "openai"
        return f"{name} at {bare_address(self.api_base)}" if self.api_base else name


@dataclass(frozen=True, slots=True)
class Plan:
    """Per purpose the models to try, the first first. `timeout` in seconds per call, `at_once` calls per process and provider: None for
    what suits the endpoint. `context`: tokens in and out that a server of one's own is told to hold, 0 for what the longest call needs.

    `entailment`: sentences that words cannot judge are asked about. `budgeted`: somebody set a budget, so what has no known price is not called.
    """

    chains: Mapping[Purpose, Sequence[Endpoint]]
    timeout: float | None = None
    at_once: int | None = None
    max_tokens: int = 2_000
    entailment: bool = True
    budgeted: bool = False
    context: int = 0

    def label(self, purpose: Purpose) -> str:
        """The first model's name, for provenance."""
        return self.chains[purpose][0].model

    def seconds(self, endpoint: Endpoint) -> float:
        """For one call."""
        return self.timeout or (120.0 if endpoint.serial else 30.0)

    def together(self, endpoint: Endpoint) -> int:
        """Calls at the same time."""
        return self.at_once or (1 if endpoint.serial else 4)

    @property
    def holds(self) -> int:
        """Tokens, the same for every call: another number makes Ollama load the model anew."""
        return self.context or -(-(_PROMPT_TOKENS + self.max_tokens) // _PAGE) * _PAGE


@dataclass(frozen=True, slots=True)
class Request:
    """One question to a model. `form` is the JSON schema of the reply, as `response_format` takes it; `holds` see `Plan`."""

    messages: Sequence[Message]
    form: Mapping[str, object]
    max_tokens: int
    holds: int = 0

    @property
    def input_tokens(self) -> int:
        """An upper estimate."""
        size = sum(len(message["content"].encode()) for message in self.messages)
        return round(size / _BYTES_PER_TOKEN) + _FRAME_TOKENS


@dataclass(frozen=True, slots=True)
class Reply:
    """What came back. `cost` is None when no price is known; `cut` when the model ran into `max_tokens`.

    `counted`: the provider told how many tokens it took, in numbers that can be. If not, the estimate of the call stands.
    """

    text: str
    input_tokens: int
    output_tokens: int
    cost: float | None
    cut: bool = False
    counted: bool = True


class CallFailed(Exception):
    """A call that brought no reply. `outcome` is for the ledger; `retry_after` is what the provider asks for.

    `lasting`: the same call again would fail the same way; `everywhere`: the address answers for none of its models.
    `billed`: it costs all the same, `tokens` read and written if the answer told them, else up to what was reserved.
    """

    def __init__(
        self, outcome: Outcome, reason: str, *, retry_after: timedelta | None = None, lasting: bool = False,
        everywhere: bool = False, billed: bool = False, tokens: tuple[int, int] | None = None,
    ) -> None:  # fmt: skip
        super().__init__(reason)
        self.outcome, self.reason, self.retry_after = outcome, reason, retry_after
        self.lasting, self.everywhere = lasting, everywhere
        self.billed, self.tokens = billed, tokens


def price_of(endpoint: Endpoint, input_tokens: int, output_tokens: int) -> float | None:
    """USD by the endpoint's own prices, None when it has none."""
    if endpoint.input_price is None or endpoint.output_price is None:
        return 0.0 if endpoint.free else None
    return (input_tokens * endpoint.input_price + output_tokens * endpoint.output_price) / _MILLION


def assumed_price(input_tokens: int, output_tokens: int) -> float:
    """USD that a call to a model without a known price is taken to cost: as much as a dear one, so that a budget holds."""
    return (input_tokens * _DEAR[0] + output_tokens * _DEAR[1]) / _MILLION


def key_of(*parts: str) -> str:
    """The name under which a reply is kept: a hash of everything that led to it."""
    return sha256("\0".join(parts).encode()).hexdigest()
