"""Installations: what a workspace's install left. The tokens come and go sealed; who opens them is `store.keeper`."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from sqlalchemy import bindparam, delete, select, update

from store.statements import Repository, check_owner, of_tenant, owned
from store.tables import INSTALLATIONS


@dataclass(frozen=True, slots=True)
class SealedInstallation:
    """An installation as it is stored; `sealed` holds the tokens, `id` names it in messages."""

    channel: str
    tenant: str
    name: str
    bot: str
    installer: str
    scopes: tuple[str, ...]
    expires: datetime | None
    sealed: str

    @property
    def id(self) -> str:
        return f"{self.channel} in {self.tenant}"


_CHANGED = ("name", "bot", "installer", "scopes", "expires", "sealed")

_ONE: Final = select(INSTALLATIONS).where(of_tenant(INSTALLATIONS), INSTALLATIONS.c.channel == bindparam("channel"))


class SealedInstallations(Repository):
    async def put(self, one: SealedInstallation, *, tenant: str) -> None:
        check_owner([one], tenant)
        values = {name: getattr(one, name) for name in ("channel", *_CHANGED)}
        statement = self._upsert(INSTALLATIONS, key=("tenant", "channel"), change=_CHANGED)
        await self._connection.execute(statement.values(tenant=tenant, **values))

    async def get(self, channel: str, *, tenant: str) -> SealedInstallation | None:
        row = await self._first(_ONE, tenant=tenant, channel=channel)
        return None if row is None else SealedInstallation(**row._mapping)

    async def erase(self, person: str, *, tenant: str) -> None:
        """Forgets who installed it, where it was that person; it stays installed."""
        which = (owned(INSTALLATIONS, tenant), INSTALLATIONS.c.installer == person)
        await self._connection.execute(update(INSTALLATIONS).where(*which).values(installer=""))

    async def remove(self, channel: str, *, tenant: str) -> None:
        which = (owned(INSTALLATIONS, tenant), INSTALLATIONS.c.channel == channel)
        await self._connection.execute(delete(INSTALLATIONS).where(*which))
