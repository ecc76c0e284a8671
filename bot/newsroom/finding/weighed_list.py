"""A list by how much of what is asked each headline tells, where none tells all of it word for word."""

from dataclasses import replace
from datetime import tzinfo
from typing import Final

from bot.newsroom.finding.catching_up import other_language
from bot.newsroom.finding.listing import OF_AI, dated, listed, searched
from news.asking import Answer, Intent, Passage, Question
from news.languages import LANGUAGES
from news.model import Citation, Sentence
from store.database import Database
from summariser.answering.answers import nearest_of
from summariser.answering.passages import passages, reports
from summariser.answering.sureness import RIGHT_OF_LISTS
from summariser.asking.inquiring import Wanted, perhaps_wanted
from summariser.asking.understanding import Understood
from summariser.lists.list_weighing import as_told, is_sure, kept_once, weighed

_Told = tuple[Answer, list[Passage]]
BY_WEIGHT: Final = "listing-2"
_READ: Final = 300
"""Reports of one language that are weighed."""
_A_FEW: Final = 3
_SURELY: Final = 90
"""Hundredths of what is asked that a headline in another language tells, to be told beside what tells all."""
_FEWEST: Final = 2
"""One line is a list only where it tells enough."""


async def listed_most_like(
    wanted: Wanted | None, question: Question, understood: Understood, zone: tzinfo, *, database: Database
) -> _Told | None:
    """What meets all that is asked, with what tells enough of it beside few of those; else what tells enough; else what holds one word more."""
    told = await _met(wanted, question, understood, zone, database=database)
    if told is None or len(told[0].sentences) < _A_FEW:
        told = await listed_by_weight(question, understood, zone, database=database, told=told) or told
    return told or await _met(wanted.loosened if wanted else None, question, understood, zone, database=database)


async def _met(
    wanted: Wanted | None, question: Question, understood: Understood, zone: tzinfo, *, database: Database
) -> _Told | None:
    """One thing that somebody brought out is told as news."""
    if wanted is None:
        return None
    answer, cited = await listed(wanted, question, understood, zone, database=database)
    return (answer, cited) if not answer.abstained and (len(answer.sentences) > 1 or wanted.kind) else None


async def listed_by_weight(
    question: Question,
    understood: Understood,
    zone: tzinfo,
    *,
    database: Database,
    told: _Told | None = None,
) -> _Told | None:
    """Beside what is `told` as meeting all; None where the question asks for no list, or too few headlines tell enough of it."""
    wanted = perhaps_wanted(understood.text, understood.intent)
    if wanted is None or not (wanted.senses or wanted.verb):
        return None
    order = understood.languages or (question.language, *(one for one in LANGUAGES if one != question.language))
    found = as_told(told[1], [one.text for one in told[0].sentences]) if told else []
    for rank, language in enumerate(order):
        terms = tuple(dict.fromkeys((*wanted.terms, *wanted.rest_in(language or question.language))))
        async with database.read() as tx:
            query = searched(wanted, terms, question, understood, language, zone)
            hits = await tx.search.find(query, tenant=question.tenant, limit=_READ)
            ids = [hit.article for hit in hits if hit.story is None]
            articles = await tx.articles.get(ids, tenant=question.tenant)
            aside = await tx.articles.among_set_aside(ids, tenant=question.tenant)
            weights = await tx.search.weights(wanted.rest_in(language or question.language), tenant=question.tenant)
        there = [one for one in articles if one.seen <= question.asked and one.id not in aside]
        telling = reports(there, of_ai=False)
        for passage in passages(telling, dict.fromkeys((one.id for one in telling), 1.0), of_story=len(telling) or 1):
            one = weighed(wanted, passage, weights, rank, of_ai=OF_AI.search(question.text) is not None)
            if one is not None and (not told or rank == 0 or one.weight[1] >= _SURELY):
                found.append(one)
    items = kept_once(wanted, found)
    if len(items) < (len(told[1]) + 1 if told else 1 if wanted.whose else _FEWEST) and not (
        items and not told and is_sure(items[0])
    ):
        return None
    sentences = tuple(Sentence(one.line, (Citation(one.passage.url, one.line, one.passage.source),)) for one in items)
    cited = [one.passage for one in items]
    answer = Answer(question.text, sentences, RIGHT_OF_LISTS, False, nearest_of(cited), BY_WEIGHT)
    tongue = other_language({one.language for one in cited}, question.language)
    note = " ".join(filter(None, (tongue, dated([one.published for one in cited], question, zone))))
    return replace(answer, intent=Intent.LIST, note=note), cited
