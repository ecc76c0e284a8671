"""Articles as they were read last: what answers questions asks for the same few thousand again and again, and each has a text."""

from collections import OrderedDict
from typing import Final
from weakref import WeakKeyDictionary

from sqlalchemy import Engine
from sqlalchemy.ext.asyncio import AsyncConnection

from news.model import Article

_CHARACTERS: Final = 8_000_000
"""Of titles and texts that are kept, of up to two bytes each but for rare signs."""
_ENTRY: Final = 1_000
"""Of these what an article takes besides."""
Stamp = tuple[object, ...]
"""Whose an article is, which one, and everything of it that may change."""


class KeptArticles:
    """Those read last, each as it was under one stamp."""

    def __init__(self) -> None:
        self._found: OrderedDict[tuple[object, ...], tuple[Stamp, Article]] = OrderedDict()
        self._size = 0

    def get(self, stamp: Stamp) -> Article | None:
        """None where it is not kept, or has changed since."""
        found = self._found.get(stamp[:2])
        if found is None or found[0] != stamp:
            return None
        self._found.move_to_end(stamp[:2])
        return found[1]

    def keep(self, stamp: Stamp, article: Article) -> None:
        before = self._found.pop(stamp[:2], None)
        self._size += _size(article) - (_size(before[1]) if before else 0)
        self._found[stamp[:2]] = stamp, article
        while self._size > _CHARACTERS:
            self._size -= _size(self._found.popitem(last=False)[1][1])


def _size(article: Article) -> int:
    return len(article.title) + len(article.summary) + len(article.text) + _ENTRY


_kept: Final[WeakKeyDictionary[Engine, KeptArticles]] = WeakKeyDictionary()


def kept_articles(connection: AsyncConnection) -> KeptArticles | None:
    """Of a unit that only reads; None for one that writes, which may see what is undone again."""
    if not connection.sync_connection or not connection.sync_connection.get_execution_options().get("keeps"):
        return None
    return _kept.setdefault(connection.sync_connection.engine, KeptArticles())
