"""Does a model answer at all, and with the JSON that it is asked for? One tiny call, through the ledger like any other."""

from dataclasses import dataclass
from typing import Any, Final, Protocol

from news.errors import ModelUnavailable
from news.metering import Bill, ModelCall
from news.model import PUBLIC
from news.ports import Clock, Ledger
from summariser.checking.replies import TRIAL_FORM, Malformed, read_trial
from summariser.model.calling import Caller, Client
from summariser.model.endpoints import Endpoint, Plan, Request

SECONDS: Final = 20.0
_TOKENS: Final = 200
_TURN: Final = 5.0
"""Seconds more for its turn at the provider."""
_ASKED: Final = 'This is a test of the connection. Reply with the JSON object {"works": true} and nothing else.'


class Trier(Client, Protocol):
    """A client that knows whether an endpoint took the JSON schema."""

    def takes_form(self, endpoint: Endpoint) -> bool: ...


@dataclass(frozen=True, slots=True)
class Trial:
    """`call` as the ledger has it, None for one that never left; `fault` says why nothing came ("" where it works).

    `cost` in USD of all calls that it took: one that fails is made once more.
    """

    model: str
    call: ModelCall | None
    fault: str = ""
    takes_form: bool = True
    cost: float = 0.0


async def try_model(
    endpoint: Endpoint, client: Trier, *, ledger: Ledger, clock: Clock, seconds: float, holds: int = 0
) -> Trial:
    """Raises nothing of a model's. Each of at most two calls costs what 60 tokens in and 200 out cost at most. `holds` see `Plan`."""
    plan = Plan({"trial": (endpoint,)}, timeout=seconds, max_tokens=_TOKENS)
    messages: list[dict[str, Any]] = [{"role": "system", "content": _ASKED}, {"role": "user", "content": "{}"}]
    caller = Caller(client, plan, ledger, clock)
    with Bill().open() as bill:
        try:
            paid = await caller.ask(
                "trial", Request(messages, TRIAL_FORM, _TOKENS, holds), tenant=PUBLIC, seconds=seconds + _TURN
            )
        except ModelUnavailable as error:
            last = bill.calls[-1] if bill.calls else None
            return Trial(endpoint.model, last, (last.detail if last else "") or error.reason, cost=bill.usd)
    try:
        read_trial(paid.reply.text)
    except Malformed as error:
        await caller.note(paid.call, "invalid", str(error))
        cut = f" within {_TOKENS} tokens" if paid.reply.cut else ""
        return Trial(endpoint.model, paid.call, f"{error}{cut}", client.takes_form(endpoint), bill.usd)
    return Trial(endpoint.model, paid.call, takes_form=client.takes_form(endpoint), cost=bill.usd)
