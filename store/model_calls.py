"""The ledger of calls to a language model: entered before they leave, so that no two processes overspend together."""

from collections.abc import Sequence
from dataclasses import asdict, fields, replace
from datetime import date, datetime, timedelta, tzinfo
from typing import Any, Final

from sqlalchemy import ColumnElement, Row, and_, delete, func, select, text, update

from news.errors import ModelUnavailable
from news.metering import RESERVED, Allowed, ModelCall, Spent, dollars, spent_on, summed
from store.statements import Repository, owned
from store.tables import MODEL_CALLS, MODEL_DAYS, TENANTS

_LOCK: Final = 0x61696E6C6C6D  # "ainllm": the number of PostgreSQL's advisory lock
_MINUTE: Final = timedelta(minutes=1)
_UNDER_WAY: Final = timedelta(minutes=10)
"""A call that was entered longer ago and never settled is one of a process that died: nobody waits for what it comes to."""
_SETTLING: Final = timedelta(seconds=0.5)
_SHARES: Final = (1.0, 0.9, 0.75)
"""Of the calls in a minute, what answers may take, with the second looks at them, with what nobody waits for: each by its rank."""
_CALLS: Final = MODEL_CALLS.c
_DAYS: Final = MODEL_DAYS.c
_SPENT: Final = tuple(field.name for field in fields(Spent))
_SUMS: Final = ("calls", "failed", "unpriced", "input_tokens", "output_tokens", "cost")


class ModelCalls(Repository):
    async def reserve(self, call: ModelCall, allowed: Allowed) -> None:
        """Raises ModelUnavailable when the call at its highest price would break a budget, or comes too soon (`retry_after`): so it does
        while calls on their way hold what they may cost at most and may come to less."""
        if self._connection.dialect.name == "postgresql":
            await self._connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _LOCK})
        await self._check_pace(call, allowed)
        least = call.cost
        call = replace(call, cost=max(least, await self._dearest_like(call, allowed.since)))
        for who, limit, where in (
            ("install", allowed.install, _everybodys()),
            (f"tenant {call.tenant}", allowed.tenant, owned(MODEL_CALLS, call.tenant)),
        ):
            begun = max(allowed.since, call.at - _UNDER_WAY)
            more = await self._more_than_asked(where, begun, allowed.since)
            spent = await self._spent(where, allowed.since) + more
            if limit is not None and spent + call.cost > limit:
                why = f"too small for a call of up to ${dollars(least)}" if least > limit else "spent"
                held, wait = more + await self._spent(where, begun, "started"), None
                if least <= limit and spent - held + call.cost <= limit:
                    why, wait = f"{RESERVED}, ${dollars(held)} of it by calls on their way", _SETTLING
                raise ModelUnavailable(
                    call.model, f"the day's budget of the {who} (${dollars(limit)}) is {why}", retry_after=wait
                )
        await self._connection.execute(self._insert(MODEL_CALLS).values(_stored(call)))

    async def settle(self, call: ModelCall) -> None:
        statement = update(MODEL_CALLS).where(owned(MODEL_CALLS, call.tenant), _CALLS.id == call.id)
        await self._connection.execute(statement.values(_stored(call)))

    async def list(self, *, since: datetime, until: datetime) -> Sequence[ModelCall]:
        """Every tenant's calls of [since, until), the oldest first."""
        period = (_everybodys(), _CALLS.at >= since, _CALLS.at < until)
        rows = await self._all(select(MODEL_CALLS).where(*period).order_by(_CALLS.at, _CALLS.id))
        return [_call(row) for row in rows]

    async def days(self, *, since: date, until: date) -> Sequence[Spent]:
        """What is left of every tenant's forgotten calls of [since, until], a row per tenant, day, model and purpose."""
        return [spent for _, spent in await self.days_of_tenants(since=since, until=until)]

    async def days_of_tenants(self, *, since: date, until: date) -> Sequence[tuple[str, Spent]]:
        """The same, each with its tenant's id."""
        mine = _DAYS.tenant.in_(select(TENANTS.c.id))
        rows = await self._all(select(MODEL_DAYS).where(mine, _DAYS.day >= since, _DAYS.day <= until))
        return [(row.tenant, Spent(**{name: row._mapping[name] for name in _SPENT})) for row in rows]

    async def fold(self, *, tenant: str, before: datetime, zone: tzinfo) -> int:
        """Removes the tenant's calls before that moment and adds them to the sums of their days in `zone`; how many."""
        old = delete(MODEL_CALLS).where(owned(MODEL_CALLS, tenant), _CALLS.at < before).returning(*_CALLS)
        calls = [_call(row) for row in await self._all(old)]
        for one in summed(spent_on(call, zone) for call in calls):
            adding = self._insert(MODEL_DAYS).values(asdict(one) | {"tenant": tenant})
            more = {name: _DAYS[name] + adding.excluded[name] for name in _SUMS}
            await self._connection.execute(
                adding.on_conflict_do_update(index_elements=list(MODEL_DAYS.primary_key), set_=more)
            )
        return len(calls)

    async def _check_pace(self, call: ModelCall, allowed: Allowed) -> None:
        if not allowed.per_minute:
            return
        most = max(1, int(_SHARES[call.rank] * allowed.per_minute))
        recent = (_everybodys(), _CALLS.provider == call.provider, _CALLS.at > call.at - _MINUTE)
        statement = select(_CALLS.at).where(*recent).order_by(_CALLS.at.desc()).limit(most)
        found = [row.at for row in await self._all(statement)]
        if len(found) >= most:
            wait = max(timedelta(milliseconds=50), found[-1] + _MINUTE - call.at)
            raise ModelUnavailable(call.model, f"{most} calls in this minute already", retry_after=wait)

    async def _dearest_like(self, call: ModelCall, since: datetime) -> float:
        """The most that such a call has cost since then: a server may bill for more than it was allowed to write."""
        same = (_CALLS.provider == call.provider, _CALLS.model == call.model, _CALLS.purpose == call.purpose)
        statement = select(func.max(_CALLS.cost)).where(
            _everybodys(), *same, _CALLS.at >= since, _CALLS.outcome == "ok"
        )
        row = await self._first(statement)
        return 0.0 if row is None or row[0] is None else float(row[0])

    async def _more_than_asked(self, where: ColumnElement[bool], begun: datetime, since: datetime) -> float:
        """What calls on their way come to beyond their highest price, if they cost as much as the dearest like them since then."""
        kinds = (_CALLS.provider, _CALLS.model, _CALLS.purpose)
        ended = (_everybodys(), _CALLS.at >= since, _CALLS.outcome == "ok")
        dearest = select(*kinds, func.max(_CALLS.cost).label("most")).where(*ended).group_by(*kinds).subquery()
        like = and_(*(dearest.c[kind.name] == kind for kind in kinds))
        over = select(func.coalesce(func.sum(dearest.c.most - _CALLS.cost), 0.0)).join_from(MODEL_CALLS, dearest, like)
        row = await self._first(
            over.where(where, _CALLS.at >= begun, _CALLS.outcome == "started", dearest.c.most > _CALLS.cost)
        )
        return 0.0 if row is None else float(row[0])

    async def _spent(self, where: ColumnElement[bool], since: datetime, outcome: str = "") -> float:
        only = (_CALLS.outcome == outcome,) if outcome else ()
        row = await self._first(
            select(func.coalesce(func.sum(_CALLS.cost), 0.0)).where(where, _CALLS.at >= since, *only)
        )
        return 0.0 if row is None else float(row[0])


def _everybodys() -> ColumnElement[bool]:
    """The install's budget and its bill are about every tenant."""
    return _CALLS.tenant.in_(select(TENANTS.c.id))


def _stored(call: ModelCall) -> dict[str, Any]:
    found = asdict(call)
    del found["for_answer"]
    return found


def _call(row: Row[Any]) -> ModelCall:
    return ModelCall(**row._mapping)
