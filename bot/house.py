"""What a process has: one `House`, made by `bot.wiring` and handed to the doors."""

import gc
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


def collect_rarely() -> None:
    """For a process that answers: it keeps a million things and leaves few in rings, and to go through them takes a tenth of its time."""
    gc.set_threshold(20_000, 20, 20)
