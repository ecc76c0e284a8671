"""How much one person and one tenant may ask: counted over the questions that are kept, so that every process counts the same."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from news.errors import TooMany
from news.languages import Language
from news.phrases import phrase
from store.database import Transaction

_SPAN: Final = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class AskLimits:
    """Questions a minute, of one reader and of everybody in a tenant."""

    reader: int = 30
    tenant: int = 1800


async def check_limits(
    limits: AskLimits, *, tx: Transaction, now: datetime, tenant: str, reader: str | None, language: Language
) -> None:
    """Raises TooMany with a kind sentence in the asker's language."""
    since = now - _SPAN
    own, all_asked = await tx.questions.count(tenant=tenant, since=since, reader=reader)
    if reader and own >= limits.reader:
        raise TooMany("", phrase(language, "answer.too_many"), retry_after=_SPAN)
    if all_asked >= limits.tenant:
        raise TooMany("", phrase(language, "answer.too_many_here"), retry_after=_SPAN)
