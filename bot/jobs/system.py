"""The engine's own tables: in the same database as ours, so that one transaction can write both."""

import time
from time import sleep
from typing import Any, Final

from dbos import _sys_db
from sqlalchemy import Engine, create_engine, event, make_url

from store.engines import Location, locate

_BUSY_MILLISECONDS: Final = 30_000
_AWAY_SECONDS: Final = 5.0


class _Hurried:
    """The time as the engine's tables know it. Between two tries to reach a database that is away DBOS lets up to 90 s go by, by a clock
    of its own and without a setting: a server that was away for minutes would be back for more than one before anything is sent."""

    @staticmethod
    def sleep(seconds: float) -> None:
        sleep(min(seconds, _AWAY_SECONDS))

    def __getattr__(self, name: str) -> Any:
        return getattr(time, name)


def hurry_back() -> None:
    """Lets the engine try every few seconds whether its database is there again."""
    _sys_db.time = _Hurried()  # type: ignore[assignment, attr-defined]


def system_url(location: Location) -> str:
    driver = "postgresql+psycopg" if location.file is None else "sqlite"
    return location.url.set(drivername=driver).render_as_string(hide_password=False)


def system_engine(url: str) -> Engine | None:
    """On SQLite an engine that syncs as ours do; on PostgreSQL DBOS makes its own."""
    if make_url(url).get_backend_name() != "sqlite":
        return None
    engine = create_engine(url, hide_parameters=True)

    @event.listens_for(engine, "connect")
    def prepare(connection: Any, _record: object) -> None:
        connection.isolation_level = "IMMEDIATE"  # a deferred transaction that turns to writing fails at once
        for pragma in (f"busy_timeout = {_BUSY_MILLISECONDS}", "foreign_keys = ON", "synchronous = NORMAL"):
            connection.execute(f"PRAGMA {pragma}")

    return engine


def located(url: str) -> Location:
    """Raises BadInput for what is no database URL."""
    return locate(url)
