"""What a question of a conversation means by itself: a follow-up with what it leaves out. Reads only."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Final

from bot.newsroom.answering.hearing import as_meant
from news.asking import Answer, Exchange, Question
from news.languages import Language
from news.pointing import says_nothing
from store.database import Database
from summariser.answering.reader_signs import is_named, names_said
from summariser.asking.conversation import (
    Kind,
    Resumed,
    asks_again,
    continued,
    is_matter_alone,
    is_name_alone,
    is_of_everything,
    owes_nothing,
    resumed,
)
from summariser.asking.field_followed import field_asked_of
from summariser.asking.follow_frames import core_of, pointed_at
from summariser.asking.matters_asked import asked_of, matter_of, says_little
from summariser.asking.news_words import asks_news_of_a_name
from summariser.asking.slots import named_in
from summariser.asking.story_questions import ABOUT_IT, names_something
from summariser.asking.swapping import swapped
from summariser.words.aliases import mentions
from summariser.words.vectors import simplify

_MEMORY: Final = timedelta(hours=24)
"""So long a follow-up goes on from what was asked before."""
_REMEMBERED: Final = 12


def spoken_with(question: Question, said: Sequence[Exchange]) -> Sequence[Exchange]:
    """In a thread whoever asked; in a chat of several people ("line:C1"), which has none, what this one asked, if anything."""
    own = [one for one in said if one.question.reader == question.reader]
    return own if own and question.thread.count(":") == 1 else said


async def earlier(question: Question, said: Sequence[Exchange], today: date, *, database: Database) -> list[Exchange]:
    """What it may go on from, as it was meant: back to the last question that says of whom it asks."""
    found: list[Exchange] = []
    for one in spoken_with(question, said):
        if one.question.asked < question.asked - _MEMORY or len(found) == _REMEMBERED:
            break
        if one.id == question.id:
            continue
        if found and one.question.story and not (question.story or found[-1].question.story):  # it has been left
            break
        text = (await as_meant(one.question.text, tenant=question.tenant, database=database))[0]
        found.append(replace(one, question=replace(one.question, text=text)))
        says_of_whom = not one.current.abstained or named_in(text)
        if owes_nothing(text, today) and not says_little(text) and says_of_whom:
            break
    return found


def meant(text: str, before: Sequence[Exchange], today: date, sources: Mapping[str, str]) -> Resumed:
    """What it asks, as a question of its own. `before`: the latest first."""
    if not before or asks_news_of_a_name(text) or field_asked_of(text) or is_of_everything(text, today):
        return Resumed(text, Kind.WHOLE)
    first, *others = (one.question.text for one in before)
    whole = resumed(text, continued(first, others, today, sources), today, sources)
    if (
        whole.kind is Kind.SWAPPED and by_word(text, today) and not field_asked_of(whole.text)
    ):  # 市場は？ is no other word of the question before
        return Resumed(asked_of(text, matter_of(before[-1].question.text)), Kind.OF_IT, first)
    return whole


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
    field = field_asked_of(whole.text)
    swapped = whole.kind is Kind.SWAPPED and (field or not by_word(question.text, today))
    return (replace(question, text=whole.text), ()) if swapped else (question, said)


def by_word(text: str, today: date) -> bool:
    """What it puts in the place of a word of the question before is no name, time or language: "and the shares?" may be asked of the same."""
    return not (named_in(text) or asks_again(text, today))


def name_asked(text: str) -> str:
    """Etched of "and Etched?"; "" where more is asked."""
    if pointed_at(text) or not is_name_alone(text) or is_matter_alone(text):
        return ""
    return core_of(text).text.strip(" ?？")


def asked_of_a_name(name: str, said: Sequence[Exchange], today: date) -> tuple[str, ...]:
    """Each of the last questions with that name, and what is new of it: in other letters any word may stand there that is no name."""
    if not said or not name:
        return ()
    same = [
        swapped(_AND[one.question.language].format(name), one.question.text, today, {}) or ""
        for one in said[:_TRIED]
        if not is_name_alone(one.question.text)
    ]
    news = _NEWS_OF[said[0].question.language].format(name) if mentions(name) or name.isascii() else ""
    return tuple(dict.fromkeys(one for one in (*same, news) if one))


def tells_of(name: str, answer: Answer) -> bool:
    """One of its lines names it, or what is its."""
    ways, ids = frozenset({simplify(name).casefold()}).union(*names_said(name)), {one.id for one in mentions(name)}
    lines = [one.headline for one in answer.brief.stories] if answer.brief else [one.text for one in answer.sentences]
    return any(is_named(ways, one) or any(each.company in ids for each in mentions(one)) for one in lines)


_TRIED: Final = 3
_AND: Final[Mapping[Language, str]] = {
    "en": "and {}?",
    "ja": "{}は？",
    "ko": "{}는?",
    "th": "แล้ว {} ล่ะ",
    "zh-Hant": "{}呢？",
    "zh-Hans": "{}呢？",
}
_NEWS_OF: Final[Mapping[Language, str]] = {
    "en": "what's new with {}?",
    "ja": "{}の最新ニュースは？",
    "ko": "{} 최신 소식",
    "th": "ข่าวล่าสุดของ {}",
    "zh-Hant": "{}有什麼最新消息？",
    "zh-Hans": "{}有什么最新消息？",
}


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
