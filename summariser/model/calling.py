"""One question to a model, paid for once: into the ledger first, at its turn, along the chain of models, within its time."""

import asyncio
import uuid
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Final, Protocol

from news.deadlines import own_place, time_left
from news.errors import ModelUnavailable
from news.metering import RESERVED, ModelCall, Outcome, Purpose, charge
from news.ports import Clock, Ledger
from summariser.model.endpoints import CallFailed, Endpoint, Plan, Reply, Request, assumed_price
from summariser.model.pacing import EVERY, Pacer

_PAUSE: Final = 0.5
_LONGEST_WAIT: Final = 20.0
"""Seconds that a call waits for its provider before the next model of the chain is tried; for our own limit of calls in a minute
the last of the chain waits as long as it may."""
_DETAIL: Final = 200
LATE: Final = "its turn did not come in time"
UNPRICED: Final = "has no known price, so no budget can be kept"
OVERBILLED: Final = "its provider bills for more than it is asked to write, so no budget can be kept"
_OVER: Final = 20.0
"""So many times the highest price that a call can have, and its provider is not asked again."""
Ask = Callable[[Endpoint, float], Awaitable[Reply]]


class Client(Protocol):
    """What reaches a model: `LiteLlm`, or a script in a test."""

    async def ready(self) -> None: ...

    def price(self, endpoint: Endpoint, input_tokens: int, output_tokens: int) -> float | None: ...

    async def complete(self, endpoint: Endpoint, request: Request, *, seconds: float) -> Reply: ...

    async def embed(
        self, endpoint: Endpoint, texts: Sequence[str], *, seconds: float
    ) -> tuple[list[list[float]], Reply]: ...

    async def close(self) -> None: ...


@dataclass(frozen=True, slots=True)
class Paid:
    """A reply, its entry in the ledger, and its model's place in the chain."""

    reply: Reply
    call: ModelCall
    place: int = 0

    @property
    def model(self) -> str:
        return self.call.model


def _turn(call: ModelCall) -> int:
    """A second look goes before the first telling of the next story: what was begun is ended first."""
    return 2 * call.rank - (call.purpose == "entailment")


class Caller:
    """`ledger` and `clock` are about money, so they keep the real time."""

    def __init__(self, client: Client, plan: Plan, ledger: Ledger, clock: Clock) -> None:
        self.client, self.plan = client, plan
        self._ledger, self._clock = ledger, clock
        self._pacer = Pacer()
        self._overbilled: set[str] = set()

    async def ask(
        self,
        purpose: Purpose,
        request: Request,
        *,
        tenant: str,
        seconds: float,
        first: int = 0,
        for_answer: bool = False,
    ) -> Paid:
        """Raises ModelUnavailable when no model of the chain, from its `first` place on, replied within `seconds`, or no money is left."""

        async def send(endpoint: Endpoint, seconds: float) -> Reply:
            return await self.client.complete(endpoint, request, seconds=seconds)

        size = request.input_tokens, request.max_tokens
        return await self.along(purpose, send, size, tenant, seconds, first, for_answer=for_answer)

    async def note(self, call: ModelCall, outcome: Outcome, detail: str) -> None:
        """Enters what became of a reply that came; what it cost stays."""
        await asyncio.shield(self._ledger.settle(replace(call, outcome=outcome, detail=detail[:_DETAIL])))

    async def along(
        self, purpose: Purpose, send: Ask, size: tuple[int, int], tenant: str, seconds: float, first: int = 0,
        *, for_answer: bool = False,
    ) -> Paid:  # fmt: skip
        """The chain's models in turn, each once more after a fault of the server. `size`: tokens in and at most out.

        Within the deadline of the work that it is for, too.
        """
        loop, allowed = asyncio.get_running_loop(), time_left()
        seconds = seconds if allowed is None else min(seconds, allowed)
        until = loop.time() + seconds
        await self._ready(purpose, seconds)
        last: ModelUnavailable | None = None
        chain = self.plan.chains[purpose]
        for place, endpoint in list(enumerate(chain))[first:]:
            patience = seconds if place + 1 == len(chain) else _LONGEST_WAIT
            for attempt in (1, 2):
                left = until - loop.time()
                if left <= 0:
                    break
                try:
                    call = replace(self._entry(endpoint, purpose, tenant, size), for_answer=for_answer)
                    settled, reply, lasting = await self._once(call, endpoint, send, left, patience)
                except ModelUnavailable as error:
                    last = error
                    break
                if reply is not None:
                    return Paid(reply, settled, place)
                last = ModelUnavailable(endpoint.model, settled.detail)
                if lasting or settled.outcome not in ("failed", "throttled") or attempt == 2:
                    break
                await asyncio.sleep(min(_PAUSE, max(0.0, until - loop.time())))
        raise last or ModelUnavailable(self.plan.label(purpose), LATE)

    async def _ready(self, purpose: Purpose, seconds: float) -> None:
        try:
            async with asyncio.timeout(seconds):
                await self.client.ready()
        except TimeoutError:
            raise ModelUnavailable(self.plan.label(purpose), LATE) from None

    def _entry(self, endpoint: Endpoint, purpose: Purpose, tenant: str, size: tuple[int, int]) -> ModelCall:
        if endpoint.provider in self._overbilled:
            raise ModelUnavailable(endpoint.model, OVERBILLED)
        most = self.client.price(endpoint, *size)
        if most is None and self.plan.budgeted:
            raise ModelUnavailable(endpoint.model, UNPRICED)
        return ModelCall(
            id=uuid.uuid4().hex,
            at=self._clock.now(),
            provider=endpoint.provider,
            model=endpoint.model,
            purpose=purpose,
            tenant=tenant,
            input_tokens=size[0],
            cost=assumed_price(*size) if most is None else most,
            priced=most is not None,
        )

    async def _once(
        self, call: ModelCall, endpoint: Endpoint, send: Ask, left: float, patience: float
    ) -> tuple[ModelCall, Reply | None, bool]:
        """One attempt, entered and settled; True for a failure that would come again. Raises ModelUnavailable when it may not leave in time.

        Who has to wait for the provider waits without a place there: somebody more urgent may need it.
        """
        loop = asyncio.get_running_loop()
        until, held = loop.time() + left, ModelUnavailable(call.model, LATE)
        most_at_once = self.plan.together(endpoint)
        try:
            async with asyncio.timeout(left):
                while True:
                    async with self._pacer.turn(
                        call.provider, at_once=most_at_once, rank=_turn(call), place=own_place()
                    ):
                        if until - loop.time() < self._pacer.takes(call.provider, call.model, call.purpose):
                            raise ModelUnavailable(call.model, f"{LATE}: it could not end any more")
                        quiet = self._pacer.quiet_for(call.provider, call.model)
                        wait = None if quiet else await self._entered(call)
                        pace = wait.retry_after.total_seconds() if wait and wait.retry_after else 0.0
                        held = wait if wait and RESERVED in wait.reason else held
                        if quiet + pace <= 0:
                            seconds = min(self.plan.seconds(endpoint), until - loop.time())
                            return await self._sent(call, endpoint, send, seconds)
                    most = patience if pace else _LONGEST_WAIT
                    await self._wait(call, quiet + pace, min(most, until - loop.time()))
                    call = replace(call, at=self._clock.now())
        except TimeoutError:
            raise held from None

    async def _entered(self, call: ModelCall) -> ModelUnavailable | None:
        """None for a call that stands in the ledger now, else until when there may be room for it. Raises ModelUnavailable."""
        try:
            await self._ledger.reserve(call)
        except ModelUnavailable as error:
            if error.retry_after is None:
                raise
            return error
        except asyncio.CancelledError:  # it may stand there all the same, and would hold its highest price all day
            await asyncio.shield(
                self._ledger.settle(replace(call, outcome="timeout", cost=0.0, input_tokens=0, detail=LATE))
            )
            raise
        return None

    async def _wait(self, call: ModelCall, seconds: float, most: float) -> None:
        if seconds > most:
            wait = timedelta(seconds=seconds)
            raise ModelUnavailable(call.model, f"asks for a pause of {seconds:.0f} s", retry_after=wait)
        await asyncio.sleep(seconds)

    async def _sent(
        self, call: ModelCall, endpoint: Endpoint, send: Ask, seconds: float
    ) -> tuple[ModelCall, Reply | None, bool]:
        """What it came to stands in the ledger whatever happens, also when the brief stops waiting."""
        loop = asyncio.get_running_loop()
        started, lasting = loop.time(), False
        settled, reply = replace(call, outcome="timeout", detail="nobody waited any longer"), None
        try:
            reply = await send(endpoint, seconds)
            settled = self._came_to(call, reply)
            if settled.cost > _OVER * call.cost > 0:
                self._overbilled.add(call.provider)
            self._pacer.succeeded(call.provider, call.model, call.purpose, loop.time() - started)
        except CallFailed as error:
            settled, lasting = self._failed(call, endpoint, error), error.lasting
            wait = error.retry_after.total_seconds() if error.retry_after else None
            self._pacer.failed(call.provider, EVERY if error.everywhere else call.model, retry_after=wait)
        finally:
            settled = replace(settled, milliseconds=round(1000 * (loop.time() - started)))
            charge(settled)
            await asyncio.shield(self._ledger.settle(settled))
        return settled, reply, lasting

    def _came_to(self, call: ModelCall, reply: Reply) -> ModelCall:
        """Without usable counts the price that was reserved is what it cost."""
        if not reply.counted:
            return replace(call, outcome="ok")
        return replace(
            call,
            outcome="ok",
            input_tokens=reply.input_tokens,
            output_tokens=reply.output_tokens,
            cost=assumed_price(reply.input_tokens, reply.output_tokens) if reply.cost is None else reply.cost,
            priced=reply.cost is not None,
        )

    def _failed(self, call: ModelCall, endpoint: Endpoint, error: CallFailed) -> ModelCall:
        """What may be billed and was not counted, such as a silent call, keeps its highest price; what was refused costs nothing."""
        ended = replace(call, outcome=error.outcome, detail=error.reason)
        if error.tokens is not None:
            read, written = error.tokens
            cost = self.client.price(endpoint, read, written)
            known = assumed_price(read, written) if cost is None else cost
            return replace(ended, input_tokens=read, output_tokens=written, cost=known, priced=cost is not None)
        return ended if error.billed else replace(ended, cost=0.0, input_tokens=0, priced=True)
