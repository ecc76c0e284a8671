"""What people said of answers and of stories."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Row, delete, select

from news.asking import About, Feedback
from store.statements import Repository, check_owner, owned
from store.tables import FEEDBACK


class Feedbacks(Repository):
    async def put(self, feedback: Feedback, *, tenant: str) -> None:
        """A person's last word on a subject replaces the one before."""
        check_owner([feedback], tenant)
        key = ("tenant", "about", "subject", "reader")
        statement = self._upsert(FEEDBACK, key=key, change=("verdict", "brief", "at"))
        await self._connection.execute(statement.values(_values(feedback)))

    async def list(self, *, tenant: str, about: About, limit: int, verdict: str | None = None) -> Sequence[Feedback]:
        """The latest first."""
        statement = select(FEEDBACK).where(owned(FEEDBACK, tenant), FEEDBACK.c.about == about)
        if verdict is not None:
            statement = statement.where(FEEDBACK.c.verdict == verdict)
        rows = await self._all(statement.order_by(FEEDBACK.c.at.desc(), FEEDBACK.c.subject).limit(limit))
        return [_feedback(row) for row in rows]

    async def on_stories(self, *, tenant: Sequence[str], since: datetime, limit: int) -> Sequence[Feedback]:
        """What the readers of these tenants (all that an edition is for) said of stories since then, the latest first."""
        statement = select(FEEDBACK).where(
            FEEDBACK.c.tenant.in_(tenant), FEEDBACK.c.about == "story", FEEDBACK.c.at >= since
        )
        rows = await self._all(statement.order_by(FEEDBACK.c.at.desc(), FEEDBACK.c.subject).limit(limit))
        return [_feedback(row) for row in rows]

    async def forget(self, answers: Sequence[str], *, tenant: str) -> int:
        """Removes what was said of answers that are gone; how much it was."""
        statement = delete(FEEDBACK).where(
            owned(FEEDBACK, tenant), FEEDBACK.c.about == "answer", FEEDBACK.c.subject.in_(answers)
        )
        return (await self._connection.execute(statement)).rowcount

    async def erase(self, reader: str, *, tenant: str) -> int:
        """Removes what a reader said; how much it was."""
        statement = delete(FEEDBACK).where(owned(FEEDBACK, tenant), FEEDBACK.c.reader == reader)
        return (await self._connection.execute(statement)).rowcount

    async def purge(self, *, tenant: str, before: datetime) -> int:
        statement = delete(FEEDBACK).where(owned(FEEDBACK, tenant), FEEDBACK.c.at < before)
        return (await self._connection.execute(statement)).rowcount


def _values(feedback: Feedback) -> dict[str, Any]:
    return {
        "tenant": feedback.tenant,
        "about": feedback.about,
        "subject": feedback.subject,
        "reader": feedback.reader,
        "verdict": feedback.verdict,
        "brief": feedback.brief,
        "at": feedback.at,
    }


def _feedback(row: Row[Any]) -> Feedback:
    return Feedback(**row._mapping)
