"""What a question of a conversation means by itself: a follow-up with what it leaves out. Reads only."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Final

from bot.newsroom.answering.hearing import as_meant
from news.asking import Exchange, Question
from news.pointing import says_nothing
from store.database import Database
from summariser.asking.conversation import Kind, Resumed, asks_again, continued, owes_nothing, resumed
from summariser.asking.slots import named_in
from summariser.asking.story_questions import ABOUT_IT, names_something

_MEMORY: Final = timedelta(hours=24)
"""So long a follow-up goes on from what was asked before."""
_REMEMBERED: Final = 12


def spoken_with(question: Question, said: Sequence[Exchange]) -> Sequence[Exchange]:
    """In a thread whoever asked; in a chat of several people ("line:C1"), which has none, what this one asked, if anything."""
    own = [one for one in said if one.question.reader == question.reader]
    return own if own and question.thread.count(":") == 1 else said


async def earlier(question: Question, said: Sequence[Exchange], today: date, *, database: Database) -> list[Exchange]:
    """What it may go on from, as it was meant: back to the last question that owes nothing to another."""
    found: list[Exchange] = []
    for one in spoken_with(question, said):
        if one.question.asked < question.asked - _MEMORY or len(found) == _REMEMBERED:
            break
        if one.id == question.id:
            continue
        text = (await as_meant(one.question.text, tenant=question.tenant, database=database))[0]
        found.append(replace(one, question=replace(one.question, text=text)))
        if owes_nothing(text, today):
            break
    return found


def meant(text: str, before: Sequence[Exchange], today: date, sources: Mapping[str, str]) -> Resumed:
    """What it asks, as a question of its own. `before`: the latest first."""
    if not before:
        return Resumed(text, Kind.WHOLE)
    first, *others = (one.question.text for one in before)
    return resumed(text, continued(first, others, today, sources), today, sources)


async def resumed_whole(
    question: Question, said: Sequence[Exchange], today: date, *, database: Database
) -> tuple[Question, Sequence[Exchange]]:
    """The question before with another name, time or source in it owes nothing any more: it is asked as a whole one."""
    if not said or question.story:
        return question, said
    async with database.read() as tx:
        names = await tx.sources.names(tenant=question.tenant)
    before = await earlier(question, said, today, database=database)
    whole = meant(question.text, before, today, names)
    swapped = whole.kind is Kind.SWAPPED and not by_word(question.text, today)
    return (replace(question, text=whole.text), ()) if swapped else (question, said)


def by_word(text: str, today: date) -> bool:
    """What it puts in the place of a word of the question before is no name, time or language: "and the shares?" may be asked of the same."""
    return not (named_in(text) or asks_again(text, today))


async def as_pointed(question: Question, *, database: Database) -> Question:
    """Of a story that is only pointed at what was asked of the one before is asked, or what it is about."""
    if not question.story or not says_nothing(question.text):
        return question
    since = question.asked - _MEMORY
    async with database.read() as tx:
        said = await tx.questions.thread(question.thread, tenant=question.tenant, since=since, limit=1)
    last = said[0].question if said and not said[0].current.abstained else None
    again = last.text if last and last.story and not names_something(last.text) else ""
    return replace(question, text=again or ABOUT_IT[question.language])
