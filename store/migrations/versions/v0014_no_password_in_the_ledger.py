"""Calls entered before an address was stored bare may name its user and password: they are taken out, and what SQLite keeps of them."""

import re

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"

_READ = "SELECT DISTINCT {column} FROM model_calls WHERE model_calls.tenant IN (SELECT id FROM tenants) AND {column} LIKE '%://%'"
_WRITE = (
    "UPDATE model_calls SET {column} = :bare"
    " WHERE model_calls.tenant IN (SELECT id FROM tenants) AND {column} = :before"
)


def upgrade() -> None:
    bind = op.get_bind()
    if bind.dialect.name == "sqlite":
        op.execute("PRAGMA secure_delete = ON")  # else the old words stay in the file, in places that are free
    for column, clean in (("provider", _address), ("detail", _words)):
        for (before,) in bind.execute(sa.text(_READ.format(column=column))).all():
            if clean(before) != before:
                bind.execute(sa.text(_WRITE.format(column=column)), {"bare": clean(before), "before": before})


def _address(provider: str) -> str:
    """Nothing before the last @, whatever signs the password has, and no query."""
    head, _, address = provider.partition("://")
    bare = re.split(r"[?#]", address.rpartition("@")[2])[0]
    return f"{head}://{bare}"


def _words(detail: str) -> str:
    return re.sub(r"://[^\s/@]+@", "://***@", detail)
