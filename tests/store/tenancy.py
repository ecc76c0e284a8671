"""Reads a statement for what it forgets: a table of tenants' rows without a condition on the tenant.

The token index is none: it gives numbers, and what they stand for is read from `search_documents`.
"""

import re

from store.tables import METADATA

TENANT_TABLES = {name for name, table in METADATA.tables.items() if "tenant" in table.c}


def forgotten(statement: str) -> set[str]:
    """The tables that the statement touches for whatever tenant."""
    sql = " ".join(statement.split())
    if not re.match(r"(SELECT|INSERT|UPDATE|DELETE|WITH)\b", sql):
        return set()
    named = set(re.findall(r"\b(?:FROM|JOIN|INTO|UPDATE)\s+(\w+)", sql)) | set(re.findall(r"\b(\w+)\.\w", sql))
    return {table for table in named & TENANT_TABLES if not _names_tenant(sql, table)}


def _names_tenant(sql: str, table: str) -> bool:
    columns = re.match(rf"INSERT INTO {table} \(([^)]*)\)", sql)
    if columns:
        return "tenant" in columns[1].split(", ")
    conditions = sql.partition(" WHERE ")[2]
    return re.search(rf"\b{table}\.tenant\)? (=|IN) ", conditions) is not None and " OR " not in conditions
