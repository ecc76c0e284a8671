"""Which documents hold a term, asked of the engine's own index: one string of numbers a term, however many they are."""

from collections.abc import Sequence
from functools import cache
from typing import Any, Final

from sqlalchemy import TextClause, text
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


async def postings(connection: AsyncConnection, terms: Sequence[str], *, lowest: int, most: int | None) -> list[Any]:
    """Of each term the documents from number `lowest` on, as an array; of one that more than `most` hold, the latest."""
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
