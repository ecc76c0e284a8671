"""What a process does before it answers its first question: what is read once for many questions is read now, and nobody waits for it."""

import asyncio
from datetime import UTC
from typing import Final

from bot.newsroom.finding.finder import Finder
from news.asking import Question
from news.model import PUBLIC
from news.ports import Clock, Summariser
from store.database import Database
from summariser.asking.understanding import understand
from summariser.words.meaning import load

_TRIED: Final = (
    "How much did OpenAI raise this year?",
    "What is new in AI policy?",
    "What happened this week?",
    "Which companies raised money this month?",
    "What happened between the US and China?",
)
"""A fact, a field's news, everybody's, a list, what is between two: each reads something else of the archive that is kept for those who ask after it."""


async def get_ready(*, database: Database, clock: Clock, summariser: Summariser) -> None:
    """Loads what reads questions, and answers some for nobody; not where a model would be paid for it."""
    await asyncio.to_thread(load)
    if summariser.writes:
        return
    finder = Finder(database, clock, summariser, UTC)
    for text in _TRIED:
        asked = Question("", PUBLIC, None, text, "en", clock.now())
        await finder.whole(asked, understand(text, today=finder.today(asked)))
