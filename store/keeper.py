"""The Installations port: rows in the database, their secrets sealed."""

import json
from dataclasses import replace
from datetime import datetime
from typing import Final

from news.installations import Installation
from news.model import PUBLIC, Tenant
from news.ports import Clock
from store.database import Database
from store.installations import SealedInstallation
from store.sealing import Sealer

_INSTALLED: Final = "installed_at"
"""The note with the moment of the latest install, in seconds of the epoch."""


class KeptInstallations:
    """Installations (see news.ports). The key is looked at when a secret is first kept or read: most installs need none."""

    def __init__(self, database: Database, *, key: str, clock: Clock) -> None:
        self._database, self._key, self._clock = database, key, clock
        self._opened: Sealer | None = None

    async def find(self, channel: str, tenant: str) -> Installation | None:
        async with self._database.read() as tx:
            kept = await tx.installations.get(channel, tenant=tenant)
        if kept is None:
            return None
        secrets = json.loads(self._sealer().open(kept.sealed))
        return Installation(
            channel=kept.channel,
            tenant=kept.tenant,
            name=kept.name,
            bot=kept.bot,
            installer=kept.installer,
            scopes=kept.scopes,
            token=secrets["token"],
            refresh=secrets["refresh"],
            expires=kept.expires,
        )

    async def put(self, one: Installation, *, installed: datetime | None = None) -> None:
        sealed = self._sealer().seal(json.dumps({"token": one.token, "refresh": one.refresh}))
        row = SealedInstallation(
            channel=one.channel,
            tenant=one.tenant,
            name=one.name,
            bot=one.bot,
            installer=one.installer,
            scopes=one.scopes,
            expires=one.expires,
            sealed=sealed,
        )
        async with self._database.begin() as tx:
            known = await tx.tenants.get(one.tenant)
            await tx.tenants.put(
                replace(known or Tenant(one.tenant, "", self._clock.now()), name=one.name or one.tenant)
            )
            await tx.installations.put(row, tenant=one.tenant)
            if installed is not None:
                moment = str(installed.timestamp())
                await tx.notes.put(one.channel, _INSTALLED, moment, tenant=one.tenant, until=None)

    def check(self) -> None:
        self._sealer()

    async def remove(self, channel: str, tenant: str, *, at: datetime | None = None) -> bool:
        async with self._database.begin() as tx:
            since = await tx.notes.get(channel, _INSTALLED, tenant=tenant, now=self._clock.now())
            if since and at is not None and at.timestamp() < float(since):
                return False
            await tx.installations.remove(channel, tenant=tenant)
            return True

    async def spend(self, channel: str, state: str, *, until: datetime) -> bool:
        async with self._database.begin() as tx:
            return await tx.notes.add(channel, f"state:{state}", "spent", tenant=PUBLIC, until=until)

    def _sealer(self) -> Sealer:
        if self._opened is None:
            self._opened = Sealer(self._key)
        return self._opened
