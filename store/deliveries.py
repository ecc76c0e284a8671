"""Deliveries: the ledger of what was sent. One row per brief and subscription, whoever asks and how often.

A row is `sending` only while a process holds its `claim`: what a process writes after another took over changes nothing.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from sqlalchemy import ColumnElement, Row, Select, and_, bindparam, func, select, text, update

from news.model import Delivery, DeliveryState, Edition, Subscription
from store.statements import Repository, check_owner, chunks, of_tenant, owned
from store.subscriptions import subscription_of
from store.tables import DELIVERIES, SUBSCRIPTIONS

OPEN: Final = (DeliveryState.DUE, DeliveryState.SENDING, DeliveryState.RETRYING)
"""States that something is still to be done about."""
CLOSED: Final = tuple(state for state in DeliveryState if state not in OPEN)
_WAITING: Final = (DeliveryState.DUE, DeliveryState.RETRYING)
_SETTLED: Final = ("state", "attempts", "updated", "platform_id", "error", "retry_at", "parts", "uncertain")
_NOUN: Final = [column for column in DELIVERIES.c if column.name not in ("chunk", "claim", "key")]


@dataclass(frozen=True, slots=True)
class Parcel:
    """A delivery with its subscription; `claim` is the process that last began to send it.

    `key` is the idempotency key of the call that it shared with others, "" when it shared none.
    """

    delivery: Delivery
    subscription: Subscription
    claim: str
    key: str


@dataclass(frozen=True, slots=True)
class Loose:
    """A delivery that is in no chunk. Those with one `key` must stay together."""

    id: str
    channel: str
    key: str


_KNOWN_AS: Final = (
    select(*_NOUN)
    .join(
        SUBSCRIPTIONS,
        and_(SUBSCRIPTIONS.c.tenant == DELIVERIES.c.tenant, SUBSCRIPTIONS.c.id == DELIVERIES.c.subscription),
    )
    .where(of_tenant(DELIVERIES), of_tenant(SUBSCRIPTIONS), DELIVERIES.c.platform_id == bindparam("platform_id"))
    .where(SUBSCRIPTIONS.c.channel == bindparam("channel"))
    .limit(1)
)


class Deliveries(Repository):
    async def plan(self, deliveries: Sequence[Delivery], *, tenant: str) -> set[str]:
        """The ids of those that are new: a brief goes to a subscription once, and a subscription gets one brief a day.

        Raises StoreError when a subscription is not stored.
        """
        check_owner(deliveries, tenant)
        if not deliveries:
            return set()
        statement = self._insert_new(DELIVERIES).returning(DELIVERIES.c.id)
        rows = [_values(delivery) for delivery in sorted(deliveries, key=lambda one: one.id)]
        return {row.id for row in (await self._connection.execute(statement, rows)).all()}

    async def get(self, brief: str, subscription: str, *, tenant: str) -> Delivery | None:
        pair = (DELIVERIES.c.brief == brief, DELIVERIES.c.subscription == subscription)
        row = await self._first(select(*_NOUN).where(owned(DELIVERIES, tenant), *pair))
        return None if row is None else _delivery(row)

    async def known_as(self, platform_id: str, *, channel: str, tenant: str) -> Delivery | None:
        """The one that the platform knows by this id."""
        row = await self._first(_KNOWN_AS, tenant=tenant, platform_id=platform_id, channel=channel)
        return None if row is None else _delivery(row)

    async def threads(
        self, briefs: Collection[str], subscriptions: Collection[str], *, tenant: str
    ) -> Mapping[tuple[str, str], str]:
        """By brief and subscription, the platform's id of the message that carried the brief there, where it was sent."""
        found: dict[tuple[str, str], str] = {}
        sent = (owned(DELIVERIES, tenant), _state([DeliveryState.SENT]), DELIVERIES.c.platform_id != "")
        for some in chunks(subscriptions):
            which = (DELIVERIES.c.brief.in_(briefs), DELIVERIES.c.subscription.in_(some))
            for row in await self._all(select(DELIVERIES).where(*sent, *which)):
                found[row.brief, row.subscription] = row.platform_id
        return found

    async def find(
        self,
        *,
        tenant: str,
        limit: int,
        states: Collection[DeliveryState] = (),
        subscription: str | None = None,
        ids: Collection[str] = (),
    ) -> list[Parcel]:
        """The last due first."""
        statement = _parcels(tenant).order_by(DELIVERIES.c.due.desc(), DELIVERIES.c.id).limit(limit)
        if states:
            statement = statement.where(_state(states))
        if subscription is not None:
            statement = statement.where(DELIVERIES.c.subscription == subscription)
        if ids:
            statement = statement.where(self._among(DELIVERIES.c.id, ids))
        return [_parcel(row) for row in await self._all(statement)]

    async def counts(self, *, tenant: str, since: datetime, until: datetime) -> Mapping[DeliveryState, int]:
        """How many of those due in (since, until] are in each state."""
        counted = select(DELIVERIES.c.state, func.count().label("rows")).where(owned(DELIVERIES, tenant))
        rows = await self._all(counted.where(_between(since, until)).group_by(DELIVERIES.c.state))
        found = {DeliveryState(row.state): int(row.rows) for row in rows}
        return {state: found.get(state, 0) for state in DeliveryState}

    async def unfinished(self, *, tenant: str, since: datetime, until: datetime, retry_until: datetime) -> int:
        """How many of those due in (since, until] are to be sent by `retry_until`, or are being sent."""
        soon = (_state(OPEN), func.coalesce(DELIVERIES.c.retry_at, DELIVERIES.c.due) <= retry_until)
        statement = select(func.count().label("rows")).select_from(DELIVERIES)
        row = await self._first(statement.where(owned(DELIVERIES, tenant), _between(since, until), *soon))
        return 0 if row is None else int(row.rows)

    async def loose(self, brief: str, *, tenant: str, limit: int) -> list[Loose]:
        """Open deliveries of a brief that are in no chunk, by key, locked against others who look for them."""
        pair = (SUBSCRIPTIONS.c.tenant == DELIVERIES.c.tenant, SUBSCRIPTIONS.c.id == DELIVERIES.c.subscription)
        statement = (
            select(DELIVERIES.c.id, DELIVERIES.c.key, SUBSCRIPTIONS.c.channel)
            .join(SUBSCRIPTIONS, and_(*pair))
            .where(owned(DELIVERIES, tenant), owned(SUBSCRIPTIONS, tenant), _state(OPEN))
            .where(DELIVERIES.c.brief == brief, DELIVERIES.c.chunk == "")
            .order_by(DELIVERIES.c.key, DELIVERIES.c.id)
            .limit(limit)
            .with_for_update(skip_locked=True, of=DELIVERIES)
        )
        return [Loose(row.id, row.channel, row.key) for row in await self._all(statement)]

    async def freeze(self, ids: Collection[str], chunk: str, *, tenant: str) -> None:
        """Makes them the members of a chunk."""
        for some in chunks(ids):
            of_these = and_(owned(DELIVERIES, tenant), self._among(DELIVERIES.c.id, some))
            await self._connection.execute(update(DELIVERIES).where(of_these).values(chunk=chunk))

    async def members(self, chunk: str, *, tenant: str) -> list[Parcel]:
        """Of a chunk, in one order for everybody."""
        statement = _parcels(tenant).where(DELIVERIES.c.chunk == chunk, DELIVERIES.c.chunk != "")
        return [_parcel(row) for row in await self._all(statement.order_by(DELIVERIES.c.id))]

    async def claim(
        self, ids: Collection[str], *, claim: str, now: datetime, tenant: str, key: str | None = None
    ) -> set[str]:
        """Those that are `sending` by this claim from now on, an attempt more each; one that is taken is left alone.

        `key`: of the call that they share.
        """
        mine = (owned(DELIVERIES, tenant), self._among(DELIVERIES.c.id, ids), _state(_WAITING))
        values: dict[str, Any] = {"state": "sending", "claim": claim, "updated": now, "retry_at": None}
        values |= {} if key is None else {"key": key}
        statement = update(DELIVERIES).where(*mine).values(attempts=DELIVERIES.c.attempts + 1, **values)
        return {row.id for row in await self._all(statement.returning(DELIVERIES.c.id))}

    async def share(self, ids: Collection[str], *, key: str, claim: str, tenant: str) -> None:
        """Gives what is being sent by a claim another key in common, before the call that carries it."""
        mine = (owned(DELIVERIES, tenant), self._among(DELIVERIES.c.id, ids), DELIVERIES.c.claim == claim)
        statement = update(DELIVERIES).where(*mine, _state([DeliveryState.SENDING]))
        await self._connection.execute(statement.values(key=key))

    async def settle(self, settled: Sequence[Delivery], *, claim: str | None, tenant: str) -> None:
        """Writes how attempts ended. What another process claimed in the meantime is left alone.

        Without a claim: for deliveries that nobody began to send.
        """
        check_owner(settled, tenant)
        # Written out: a list of states cannot be a parameter of a statement that runs once per row.
        held = "deliveries.state IN ('due', 'retrying')"
        if claim is not None:
            held = "deliveries.state = 'sending' AND deliveries.claim = :claim"
        mine = text(held) if claim is None else text(held).bindparams(claim=claim)
        statement = update(DELIVERIES).where(owned(DELIVERIES, tenant), mine)
        rows = [_changes(delivery) for delivery in sorted(settled, key=lambda one: one.id)]
        if rows and self._connection.dialect.name == "postgresql":
            # A server that crashes now may lose this commit: the delivery is still `sending` then, as after a crash of ours.
            await self._connection.execute(text("SET LOCAL synchronous_commit TO OFF"))
            given = self._given([DELIVERIES.c.id, *(DELIVERIES.c[name] for name in _SETTLED)], rows)
            statement = statement.where(DELIVERIES.c.id == given.c.id)
            await self._connection.execute(statement.values({name: given.c[name] for name in _SETTLED}))
            return
        statement = statement.where(DELIVERIES.c.id == bindparam("new_id"))
        await self._many(statement.values({name: bindparam(f"new_{name}") for name in _SETTLED}), rows)

    async def advance(self, delivery: Delivery, *, claim: str, tenant: str) -> bool:
        """Writes that one more message arrived, before the next is sent; False when another process has it by now."""
        check_owner([delivery], tenant)
        mine = (owned(DELIVERIES, tenant), DELIVERIES.c.id == delivery.id, _state([DeliveryState.SENDING]))
        values = {name: getattr(delivery, name) for name in _SETTLED} | {"state": "sending"}
        statement = update(DELIVERIES).where(*mine, DELIVERIES.c.claim == claim).values(values)
        return await self._first(statement.returning(DELIVERIES.c.id)) is not None

    async def postpone(self, ids: Collection[str], *, until: datetime, tenant: str) -> None:
        """What waits, waits until then; no attempt was made."""
        waiting = (owned(DELIVERIES, tenant), _state(_WAITING))
        for some in chunks(ids):
            statement = update(DELIVERIES).where(*waiting, self._among(DELIVERIES.c.id, some))
            await self._connection.execute(statement.values(retry_at=until))

    async def abandon(
        self,
        chunk: str,
        *,
        claims: Collection[str],
        state: DeliveryState,
        error: str,
        now: datetime,
        tenant: str,
    ) -> None:
        """What was left `sending` by those claims, whose processes are gone: to be tried again now, or unknown for good.

        Uncertain either way: it may have arrived.
        """
        left = (DELIVERIES.c.chunk == chunk, _state([DeliveryState.SENDING]), DELIVERIES.c.claim.in_(claims))
        retry_at = now if state is DeliveryState.RETRYING else None
        values = {"state": state.value, "error": error, "updated": now, "retry_at": retry_at, "uncertain": True}
        await self._connection.execute(update(DELIVERIES).where(owned(DELIVERIES, tenant), *left).values(values))

    async def next_at(self, chunk: str, *, tenant: str) -> datetime | None:
        """When the next member of a chunk is to be sent, None when there is none."""
        statement = select(func.min(func.coalesce(DELIVERIES.c.retry_at, DELIVERIES.c.due)).label("at"))
        row = await self._first(
            statement.where(owned(DELIVERIES, tenant), _state(_WAITING), DELIVERIES.c.chunk == chunk)
        )
        return None if row is None else row.at

    async def is_sending(self, chunk: str, *, tenant: str) -> bool:
        """Is a member of a chunk being sent, by anybody?"""
        statement = select(DELIVERIES.c.id).where(owned(DELIVERIES, tenant), _state([DeliveryState.SENDING]))
        return await self._first(statement.where(DELIVERIES.c.chunk == chunk).limit(1)) is not None

    async def release(
        self,
        *,
        tenant: str,
        states: Collection[DeliveryState],
        since: datetime,
        until: datetime,
        untouched_since: datetime,
        retry_until: datetime,
    ) -> set[str]:
        """Takes out of their chunks open deliveries due in (since, until] that nobody touched; the briefs concerned.

        One that is to be tried again after `retry_until` waits on.
        """
        ripe = func.coalesce(DELIVERIES.c.retry_at, DELIVERIES.c.due) <= retry_until
        left = (_state(states), _between(since, until), DELIVERIES.c.updated <= untouched_since, ripe)
        statement = update(DELIVERIES).where(owned(DELIVERIES, tenant), *left).values(chunk="")
        return {row.brief for row in await self._all(statement.returning(DELIVERIES.c.brief))}

    async def editions(self, brief: str, *, tenant: str) -> list[tuple[Edition, Delivery]]:
        """The editions of the subscriptions that a brief is still to go to, each with one of the deliveries."""
        statement = _parcels(tenant).where(DELIVERIES.c.brief == brief, _state(OPEN))
        found: dict[Edition, Delivery] = {}
        for row in await self._all(statement):
            parcel = _parcel(row)
            found.setdefault(parcel.subscription.edition, parcel.delivery)
        return list(found.items())

    async def revive(self, ids: Collection[str], *, now: datetime, tenant: str) -> set[str]:
        """What was given up is due again, from now; the ids of those that were."""
        revived: set[str] = set()
        for some in chunks(ids):
            closed = (
                owned(DELIVERIES, tenant),
                self._among(DELIVERIES.c.id, some),
                _state([*CLOSED, DeliveryState.RETRYING]),
            )
            values = {"state": "due", "due": now, "updated": now, "retry_at": None, "chunk": "", "error": "", "key": ""}
            statement = update(DELIVERIES).where(*closed, DELIVERIES.c.state != "sent").values(values)
            revived |= {row.id for row in await self._all(statement.returning(DELIVERIES.c.id))}
        return revived


def _state(states: Collection[DeliveryState]) -> ColumnElement[bool]:
    return DELIVERIES.c.state.in_([state.value for state in states])


def _between(since: datetime, until: datetime) -> ColumnElement[bool]:
    return and_(DELIVERIES.c.due > since, DELIVERIES.c.due <= until)


def _parcels(tenant: str) -> Select[Any]:
    pair = and_(SUBSCRIPTIONS.c.tenant == DELIVERIES.c.tenant, SUBSCRIPTIONS.c.id == DELIVERIES.c.subscription)
    named = [column.label(f"delivery_{column.name}") for column in DELIVERIES.c]
    both = select(*named, *SUBSCRIPTIONS.c).select_from(DELIVERIES).join(SUBSCRIPTIONS, pair)
    return both.where(owned(DELIVERIES, tenant), owned(SUBSCRIPTIONS, tenant))


def _parcel(row: Row[Any]) -> Parcel:
    values = row._mapping
    delivery = {column.name: values[f"delivery_{column.name}"] for column in _NOUN}
    delivery["state"] = DeliveryState(delivery["state"])
    return Parcel(Delivery(**delivery), subscription_of(row), values["delivery_claim"], values["delivery_key"])


def _changes(delivery: Delivery) -> dict[str, Any]:
    values = {f"new_{name}": getattr(delivery, name) for name in _SETTLED}
    return values | {"new_id": delivery.id, "new_state": delivery.state.value}


def _values(delivery: Delivery) -> dict[str, Any]:
    values = {column.name: getattr(delivery, column.name) for column in _NOUN}
    return values | {"state": delivery.state.value, "chunk": "", "claim": "", "key": ""}


def _delivery(row: Row[Any]) -> Delivery:
    values = dict(row._mapping)
    return Delivery(**values | {"state": DeliveryState(values["state"])})
