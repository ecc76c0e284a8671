"""The schema's history. `versions/` holds one hand-checked step per file; REVISIONS names them, oldest first.

Alembic is loaded only when there is a step to take: a database at HEAD costs one query.
"""

from pathlib import Path
from typing import Final

from sqlalchemy import Connection, inspect, text

REVISIONS: Final = (
    "0001",
    "0002",
    "0003",
    "0004",
    "0005",
    "0006",
    "0007",
    "0008",
    "0009",
    "0010",
    "0011",
    "0012",
    "0013",
    "0014",
    "0015",
    "0016",
)
HEAD: Final = REVISIONS[-1]


def revision(connection: Connection) -> str | None:
    """The database's revision, None when it was never migrated."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    found = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
    return None if found is None else str(found)


def upgrade(connection: Connection) -> None:
    """Runs the steps that are missing, inside the connection's transaction."""
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
