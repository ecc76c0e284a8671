"""When a version came out, where no report says so in words: the first headline of the archive that it did, with a word on its day."""

from dataclasses import replace
from datetime import tzinfo
from typing import Final

from bot.newsroom.finding.catching_up import other_language
from news.asking import Answer, Passage, Question
from news.phrases import format_date, phrase
from news.searching import search_tokens
from store.database import Database
from store.search import SearchQuery
from summariser.answering.passages import passages
from summariser.answering.released_on import release_asked, released_on
from summariser.answering.sureness import RIGHT_OF_TOLD

_READ: Final = 100
_OF_STORY: Final = 9


async def first_reported(
    answer: Answer, question: Question, zone: tzinfo, *, database: Database
) -> tuple[Answer, list[Passage]] | None:
    """None where something else is asked, or no headline tells it."""
    asked = release_asked(question.wording or question.text)
    if asked is None:
        return None
    tokens = tuple(search_tokens(asked.said))
    async with database.read() as tx:
        hits = await tx.search.find(SearchQuery(terms=tokens, names=(tokens,)), tenant=question.tenant, limit=_READ)
        reports = await tx.articles.get([hit.article for hit in hits if hit.story is None], tenant=question.tenant)
    found = passages(reports, dict.fromkeys([one.id for one in reports], 1.0), of_story=_OF_STORY)
    if (out := released_on(asked, found, question.language)) is None:
        return None
    told, at = out
    cited = [one for one in found if one.url == told.citations[0].url]
    day = format_date(at.astimezone(zone).date(), question.language)
    spoken = other_language({one.language for one in cited}, question.language)
    note = f"{phrase(question.language, 'answer.first_reported', date=day)} {spoken}".rstrip()
    return replace(answer, sentences=(told,), abstained=False, confidence=RIGHT_OF_TOLD, nearest=(), note=note), cited
