"""The engine's own tables: in the same database as ours, so that one transaction can write both."""

from typing import Any

from sqlalchemy import Engine, create_engine, event, make_url

from store.engines import Location, locate

_BUSY_MILLISECONDS = 30_000


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
