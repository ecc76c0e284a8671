"""Whether what was found answers: with the reports whose titles mean what is asked, and how much each word of the question tells apart."""

import asyncio
from collections.abc import Sequence
from datetime import timedelta, tzinfo
from typing import Final

from bot.newsroom.collecting.meanings import known, nearest
from bot.newsroom.finding.evidence import moments
from bot.newsroom.finding.pressure import PRESSURE
from news.asking import LISTED, Answer, Passage, Question
from news.languages import Language
from news.model import Article
from store.database import Database
from summariser.answering.passages import passages
from summariser.answering.verifying import verified
from summariser.asking.answer_types import answer_type, asks_a_value, is_search
from summariser.asking.asked_for import Asked, asked_for, words_of
from summariser.asking.understanding import Understood
from summariser.telling.extractive import NAME
from summariser.words.meaning import meanings
from summariser.words.one_spelling import spellings

_NEAR: Final = 8
"""Reports whose titles lie nearest to the question, whatever words they have."""
_LOOKED_AT: Final = 40
_HOLDING: Final = 4
"""Of so many that lie near, so many more whose title holds the sort of value that is asked for: a story is told by many reports, and its sum by one."""
_OF_A_STORY: Final = 2
_BACK: Final = timedelta(days=122)


async def verify(
    answer: Answer,
    found: Sequence[Passage],
    question: Question,
    understood: Understood,
    language: Language | None,
    zone: tzinfo,
    *,
    database: Database,
) -> tuple[Answer, list[Passage]]:
    """`answer` as far as it answers, another where that is likelier, or silence; and all that was read for it. What a model wrote was checked
    when it wrote it; a list and news are weighed elsewhere, and a
    few words that ask nothing have no answer. Under pressure what is told is weighed, and nothing looked for beside it."""
    if question.intent in LISTED or answer.summariser != NAME or is_search(question.wording or question.text):
        return answer, list(found)
    few = PRESSURE.is_high
    if few and answer.abstained:
        return answer, list(found)
    reading = question, understood, language, zone, found
    more = [] if few else await near_passages(*reading, database=database)
    parts = await parts_of(question, database=database)
    told = await asyncio.to_thread(verified, question, found, more, parts, answer, few=few)
    return told, [*found, *more]


async def near_passages(
    question: Question,
    understood: Understood,
    language: Language | None,
    zone: tzinfo,
    found: Sequence[Passage],
    *,
    database: Database,
) -> list[Passage]:
    """Of that time, in that language or in any, the reports that lie nearest by what their titles mean and were not `found`."""
    near = await _near(question, understood, language, zone, database=database)
    async with database.read() as tx:
        articles = await tx.articles.get(
            [id for id in near if all(one.article != id for one in found)], tenant=question.tenant
        )
    articles = [
        one
        for one in articles
        if one.seen <= question.asked and (not understood.sources or one.source in understood.sources)
    ]
    first = {*list(near)[:_NEAR]}
    leading = [one for one in articles if one.id in first]
    holding = [one for one in articles if one.id not in first and _holds_value(one, question)][:_HOLDING]
    await known([*leading, *holding], tenant=question.tenant, database=database)
    return [*passages(leading, near, of_story=_OF_A_STORY), *passages(holding, near, of_story=_OF_A_STORY)]


async def _near(
    question: Question, understood: Understood, language: Language | None, zone: tzinfo, *, database: Database
) -> dict[str, float]:
    """Their ids with how near they lie, the nearest first: to the question with its names in any of their spellings."""
    start, end = moments(understood.span, zone, reported=True)
    until = min(end, question.asked) if end else question.asked
    most = _LOOKED_AT if asks_a_value(question.text) else _NEAR
    near: dict[str, float] = {}
    for meant in await asyncio.to_thread(meanings, spellings(question.text, question.language)):
        for id, cosine in await nearest(
            meant,
            since=start or question.asked - _BACK,
            until=until,
            languages=(language,) if language else (),
            limit=most,
            tenant=question.tenant,
            database=database,
        ):
            near[id] = max(cosine, near.get(id, 0.0))
    return dict(sorted(near.items(), key=lambda pair: -pair[1])[:most])


def _holds_value(article: Article, question: Question) -> bool:
    wanted = answer_type(question.wording or question.text, english=question.language == "en")
    return wanted.held_by(article.title) == 1


async def parts_of(question: Question, *, database: Database) -> Asked:
    """What the question asks for, taken apart."""
    async with database.read() as tx:
        weights = await tx.search.weights(["", *words_of(question.text)], tenant=question.tenant)
    rarest = weights[""] or 1.0
    return asked_for(question.text, {token: weight / rarest for token, weight in weights.items()})
