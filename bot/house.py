"""What a process has: one `House`, made by `bot.wiring` and handed to the doors."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # the commands name a House in their signatures, and --help must not load a database for that
    from bot.settings import Settings
    from news.ports import Clock, Embedder, Summariser
    from store.database import Database


@dataclass(frozen=True, slots=True)
class House:
    """What doors hand to the verbs; a verb takes from it by keyword only what it uses."""

    settings: "Settings"
    clock: "Clock"
    database: "Database"
    summariser: "Summariser"
    embedder: "Embedder | None" = None
