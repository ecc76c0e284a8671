"""A question answered here, or by another process while this one has more to do."""

from typing import Any, Protocol, Required, TypedDict, Unpack
from zoneinfo import ZoneInfo

from bot.newsroom.answering.answering import answer_question
from bot.newsroom.answering.limits import AskLimits
from news.asking import Answer
from news.languages import Language
from news.ports import Clock, Summariser
from store.database import Database


class Asked(TypedDict, total=False):
    """Of `answer_question` what JSON can say."""

    text: Required[str]
    tenant: str
    reader: str | None
    thread: str
    story: str | None
    of_brief: bool
    language: Language | None
    speaks: Language | None
    once: str
    seconds: float


class Helpers(Protocol):
    """Other processes that answer as this one does (see bot.jobs.helpers)."""

    async def answer(self, **asked: Any) -> Answer | None:
        """None: nobody has less to do. Raises TooMany."""
        ...


async def answer_helped(
    helpers: Helpers | None,
    *,
    database: Database,
    clock: Clock,
    summariser: Summariser,
    zone: ZoneInfo,
    limits: AskLimits,
    **asked: Unpack[Asked],
) -> Answer:
    """As `answer_question`. Raises TooMany past the `limits`."""
    if helpers is not None and not summariser.writes:  # a model's words are waited for: that costs no processor
        told = await helpers.answer(**asked, zone=zone.key, limits=(limits.reader, limits.tenant))
        if told is not None:
            return told
    return await answer_question(
        database=database, clock=clock, summariser=summariser, zone=zone, limits=limits, **asked
    )
