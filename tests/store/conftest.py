"""A guard that reads every statement for its tenant."""

from collections.abc import Iterator
from typing import Any

import pytest
from sqlalchemy import Engine, event

from tests.store.tenancy import forgotten


@pytest.fixture(autouse=True)
def statements() -> Iterator[list[str]]:
    """What the test sends to the database. A statement that forgets the tenant fails the test that sent it."""
    sent: list[str] = []

    def check(_connection: Any, _cursor: Any, statement: str, *_: Any) -> None:
        sent.append(statement)
        assert not forgotten(statement), f"no tenant condition on {forgotten(statement)}: {statement}"

    event.listen(Engine, "before_cursor_execute", check)
    yield sent
    event.remove(Engine, "before_cursor_execute", check)
