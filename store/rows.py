"""What every row is made on: a registry of our own, which keeps our tables apart from another library's."""

from typing import Final

from sqlalchemy import Table
from sqlalchemy.orm import registry
from sqlmodel import SQLModel

_rows = registry()
METADATA: Final = _rows.metadata


class Row(SQLModel, registry=_rows):
    """Base of every row; its own registry keeps our tables apart from another library's."""


def table_of(row: type[Row]) -> Table:
    return METADATA.tables[str(row.__tablename__)]
