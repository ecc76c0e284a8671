"""Which documents hold a term, asked of the engine's own index: one string of numbers a term, however many they are."""

from collections import OrderedDict
from collections.abc import Hashable, Sequence
from functools import cache
from typing import Any, Final
from weakref import WeakKeyDictionary

from sqlalchemy import Engine, TextClause, text
from sqlalchemy.ext.asyncio import AsyncConnection

_POSTGRES: Final = text(
    "SELECT (SELECT string_agg(CAST(doc AS text), ',') FROM"
    " (SELECT doc FROM search_index WHERE tokens @@ CAST(asked.term AS tsquery) AND doc >= :lowest) AS found)"
    " FROM unnest(CAST(:terms AS text[])) WITH ORDINALITY AS asked (term, number) ORDER BY number"
)

_BY_THE_INDEX: Final = text("SELECT set_config('enable_seqscan', 'off', true)")
"""In this transaction. The planner does not count that the tokens stand apart: it would go through those of a small archive one by one."""

# FTS5's `ascii` tokeniser keeps every character beyond ASCII and splits at what is no ASCII letter or digit, folding
# capitals. What it would split at or fold is moved into Unicode's private use area, so that a token stays whole.
_TO_PRIVATE: Final = {code: 0xE000 + code for code in range(128) if not (chr(code).isdigit() or chr(code).islower())}
_IN_WORDS: Final = {**_TO_PRIVATE, 0: ord(" ")}


def words(tokens: Sequence[str]) -> str:
    """A document's tokens as FTS5 takes them. No token holds a NUL."""
    return "\0".join(tokens).translate(_IN_WORDS)


_KEPT: Final = 2_000_000
"""Numbers, of eight bytes each, that are kept of an index: paths to one answer, and questions of one day, ask for the same terms."""
_ENTRY: Final = 50
"""Of these what an entry takes by itself."""


class Kept:
    """What was read of an index as it is after so many changes, what was asked for last: the documents of a term, the first one of a time."""

    def __init__(self, changed: tuple[int, ...]) -> None:
        self.changed = changed
        self._found: OrderedDict[Hashable, tuple[Any, int]] = OrderedDict()
        self._size = 0

    def get(self, key: Hashable) -> Any:
        """None where it is not kept."""
        if key not in self._found:
            return None
        self._found.move_to_end(key)
        return self._found[key][0]

    def keep(self, key: Hashable, found: Any, numbers: int = 1) -> None:
        self._size += numbers + _ENTRY - self._found.pop(key, (None, 0))[1]
        self._found[key] = (found, numbers + _ENTRY)
        while self._size > _KEPT:
            self._size -= self._found.popitem(last=False)[1][1]


_kept: Final[WeakKeyDictionary[Engine, Kept]] = WeakKeyDictionary()


def kept_of(connection: AsyncConnection, changed: tuple[int, ...]) -> Kept:
    """What a unit that only reads may use: one that writes may see what is undone again. `changed`: what the index says of itself, another
    whenever anything was entered."""
    if not connection.sync_connection or not connection.sync_connection.get_execution_options().get("keeps"):
        return Kept(changed)
    engine = connection.sync_connection.engine
    kept = _kept.get(engine)
    if kept is None or kept.changed != changed:
        kept = _kept[engine] = Kept(changed)
    return kept


async def postings(
    connection: AsyncConnection, terms: Sequence[str], *, lowest: int, most: int | None, kept: Kept
) -> list[Any]:
    """Of each term the documents from number `lowest` on, as an array; of one that more than `most` hold, the latest."""
    found = {term: kept.get((term, lowest, most)) for term in terms}
    new = [term for term, numbers in found.items() if numbers is None]
    if new:
        for term, numbers in zip(new, await _looked_up(connection, new, lowest, most), strict=True):
            found[term] = numbers
            kept.keep((term, lowest, most), numbers, len(numbers))
    return [found[term] for term in terms]


async def _looked_up(connection: AsyncConnection, terms: Sequence[str], lowest: int, most: int | None) -> list[Any]:
    if connection.dialect.name == "sqlite":
        given = {f"term{at}": f'"{term.translate(_TO_PRIVATE)}"' for at, term in enumerate(terms)}
        result = await connection.execute(
            _sqlite(len(terms)), {**given, "lowest": lowest, "most": -1 if most is None else most}
        )
    else:
        await connection.execute(_BY_THE_INDEX)
        result = await connection.execute(_POSTGRES, {"terms": [_lexeme(term) for term in terms], "lowest": lowest})
    return [_numbers(row[0], most) for row in result.all()]


@cache
def _sqlite(terms: int) -> TextClause:
    one = (
        "SELECT group_concat(rowid) FROM (SELECT rowid FROM search_index"
        " WHERE search_index MATCH :term{} AND rowid >= :lowest ORDER BY rowid DESC LIMIT :most)"
    )
    return text(" UNION ALL ".join(one.format(at) for at in range(terms)))


def _numbers(listed: str | None, most: int | None) -> Any:
    import numpy as np

    numbers = np.fromstring(listed or "", np.int64, sep=",")
    return numbers if most is None or len(numbers) <= most else np.sort(numbers)[-most:]


def _lexeme(token: str) -> str:
    """Quoted for tsquery input, where the quote and the backslash are doubled."""
    escaped = token.replace("\\", "\\\\").replace("'", "''")
    return f"'{escaped}'"


def most_promising(found: Sequence[Any], weights: Sequence[float]) -> list[int]:
    """The documents of any of the terms, by the weight of those that they hold, the latest first of equals."""
    import numpy as np

    numbers, places = np.unique(np.concatenate(found), return_inverse=True)
    worth = np.bincount(places, np.repeat(weights, [len(one) for one in found]), len(numbers))
    promising: list[int] = numbers[np.lexsort((numbers, worth))[::-1]].tolist()
    return promising
