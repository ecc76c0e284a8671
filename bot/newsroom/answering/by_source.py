"""A question for what certain sources report: of whom it is answered, and a word on those that are not read here."""

from dataclasses import replace
from datetime import timedelta
from typing import Final

from news.asking import Answer, Intent, Question
from news.languages import Language
from news.phrases import phrase
from news.searching import search_tokens
from store.database import Database
from summariser.asking.sources_asked import Asked, sources_asked, speaks_of_a_blog

_BACK: Final = timedelta(days=92)
"""So far back what is passed on is looked through."""


async def by_source(question: Question, *, database: Database) -> tuple[Question, Asked, Database]:
    """The question without the sources that it names, to be answered from those of them that are read, or where none is from all; and the
    archive that holds, of who passes on what others report, that of these sources alone.

    Under a story its own reports answer; a source alone ("and Reuters?") goes on from an earlier question, and is left to that.
    """
    async with database.read() as tx:
        names = await tx.sources.names(tenant=question.tenant)
        own = await tx.sources.own_pages(tenant=question.tenant) if speaks_of_a_blog(question.text) else {}
    asked = sources_asked(question.text, names, own)
    if question.story or not search_tokens(asked.text) or not (asked.sources or asked.unread):
        return question, Asked((), (), (), question.text), database
    async with database.read() as tx:
        since = question.asked - _BACK
        passing, others = await tx.articles.relayed(
            asked.outlets, tenant=question.tenant, since=since, besides=asked.sources
        )
    if passing:
        called = (*asked.called, *asked.unread)
        asked = replace(asked, sources=(*asked.sources, *sorted(passing)), called=called, unread=())
    return replace(question, text=asked.text, sources=asked.sources), asked, database.without(others)


def naming(answer: Answer, asked: Asked, language: Language) -> Answer:
    """The answer with a word on what was asked for and is not read, or is read and has nothing of it."""
    if answer.intent in (Intent.HOW_TO, Intent.OFF_TOPIC):
        return answer
    notes = []
    if asked.unread:
        other = not asked.sources and not answer.abstained
        key = "answer.source_unread_others" if other else "answer.source_unread"
        notes.append(phrase(language, key, names=", ".join(asked.unread)))
    if asked.called and answer.abstained:
        notes.append(phrase(language, "answer.source_silent", names=", ".join(asked.called)))
        return replace(answer, note=" ".join(notes))
    return replace(answer, note=" ".join(filter(None, (*notes, answer.note))))
