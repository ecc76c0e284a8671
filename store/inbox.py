"""The inbox: what platforms sent, kept until it is worked on. A claim says which process does that."""

import json
import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from sqlalchemy import Row, bindparam, delete, func, select, update

from news.inbound import Inbound
from store.statements import Repository, check_owner, owned
from store.tables import INBOX

_FINISHED: Final = (
    update(INBOX)
    .where(INBOX.c.tenant == bindparam("its_tenant"))
    .where(INBOX.c.channel == bindparam("its_channel"), INBOX.c.id == bindparam("its_id"))
    .values(open=False, body="", conversation="", error=bindparam("its_error"))
)


@dataclass(frozen=True, slots=True)
class Waiting:
    """A job with how often it was tried."""

    job: Inbound
    attempts: int


class InboxJobs(Repository):
    async def add(self, jobs: Sequence[Inbound], *, tenant: str, claim: str) -> set[str]:
        """Keeps what is not known yet, claimed; the ids that are new."""
        check_owner(jobs, tenant)
        if not jobs:
            return set()
        rows = [
            {
                "tenant": tenant,
                "channel": job.channel,
                "id": job.id,
                "conversation": job.conversation,
                "body": job.body,
                "received": job.received,
                "open": True,
                "attempts": 0,
                "claim": claim,
                "retry_at": None,
                "error": "",
            }
            for job in jobs
        ]
        # Rows as parameters: the statement is then compiled once, however many there are.
        statement = self._insert_new(INBOX).returning(INBOX.c.id)
        return {row.id for row in (await self._connection.execute(statement, rows)).all()}

    async def claims(self, *, tenant: Collection[str]) -> set[str]:
        """Whoever holds something that is open; "" among them when something is held by nobody."""
        statement = select(INBOX.c.claim).distinct().where(INBOX.c.tenant.in_(tenant), INBOX.c.open)
        return {row.claim for row in await self._all(statement)}

    async def take(
        self, *, tenant: Collection[str], claims: Collection[str], claim: str, now: datetime, limit: int
    ) -> Sequence[Waiting]:
        """What is open, held by one of `claims` and ripe: ours from now on, the oldest first."""
        ripe = func.coalesce(INBOX.c.retry_at, now) <= now
        which = select(INBOX.c.tenant, INBOX.c.channel, INBOX.c.id)
        which = which.where(INBOX.c.tenant.in_(tenant), INBOX.c.open, INBOX.c.claim.in_(claims), ripe)
        found = await self._all(which.order_by(INBOX.c.received, INBOX.c.id).limit(limit))
        taken: list[Waiting] = []
        for row in found:
            one = (owned(INBOX, row.tenant), INBOX.c.channel == row.channel, INBOX.c.id == row.id)
            held = (INBOX.c.open, INBOX.c.claim.in_(claims))
            statement = update(INBOX).where(*one, *held).values(claim=claim, retry_at=None).returning(INBOX)
            taken += [_waiting(mine) for mine in await self._all(statement)]
        return taken

    async def finish(self, jobs: Sequence[Inbound], *, tenant: str, errors: Mapping[str, str] | None = None) -> None:
        """Worked on, or given up with an error. What was said, and where, is forgotten; the id stays, so that it is not taken twice."""
        said = errors or {}
        rows = [
            {"its_tenant": tenant, "its_channel": job.channel, "its_id": job.id, "its_error": said.get(job.id, "")}
            for job in jobs
        ]
        await self._many(_FINISHED, rows)

    async def put_back(self, job: Inbound, *, tenant: str, attempts: int, retry_at: datetime, error: str) -> None:
        """To be tried again by whoever has room then."""
        which = (owned(INBOX, tenant), INBOX.c.channel == job.channel, INBOX.c.id == job.id)
        values = {"claim": "", "attempts": attempts, "retry_at": retry_at, "error": error}
        await self._connection.execute(update(INBOX).where(*which).values(values))

    async def erase(self, person: str, *, tenant: str) -> None:
        """What names a person, by the platform's id of them: where they said it, what is still open, and why it failed. Only its id stays."""
        gone = {"open": False, "body": "", "conversation": "", "error": "the person was removed"}
        mine = (owned(INBOX, tenant), INBOX.c.id == bindparam("its_id"), INBOX.c.channel == bindparam("its_channel"))
        for column, form in (
            (INBOX.c.conversation, person),
            (INBOX.c.body, json.dumps(person)),
            (INBOX.c.error, person),
        ):
            named = column.contains(form, autoescape=True)
            rows = await self._all(
                select(INBOX.c.id, INBOX.c.channel, column.label("said")).where(owned(INBOX, tenant), named)
            )
            theirs = [{"its_id": one.id, "its_channel": one.channel} for one in rows if _names(one.said, person)]
            await self._many(update(INBOX).where(*mine).values(**gone), theirs)

    async def forget(self, *, tenant: str, before: datetime) -> None:
        """Ids of what was worked on and received before that: a platform does not send it again so late."""
        which = (owned(INBOX, tenant), INBOX.c.received < before, ~INBOX.c.open)
        await self._connection.execute(delete(INBOX).where(*which))


def _names(said: str, person: str) -> bool:
    """Not where the id is only part of another one."""
    return re.search(rf"(?<![\w.@-]){re.escape(person)}(?![\w@-])", said) is not None


def _waiting(row: Row[Any]) -> Waiting:
    job = Inbound(row.id, row.channel, row.tenant, row.conversation, row.body, row.received)
    return Waiting(job, row.attempts)
