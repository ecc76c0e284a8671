"""Who holds a post or founded a company, where what was found does not say so: told in passing by a report on something else ("Microsoft CEO Satya Nadella has
joined this crowd")."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from bot.newsroom.finding.catching_up import other_language
from news.asking import Answer, Passage, Question
from news.languages import readable
from news.model import Citation, Sentence
from news.searching import search_tokens
from store.database import Database
from store.search import SearchQuery
from summariser.answering.passages import passages, quotable
from summariser.answering.sureness import RIGHT_BY_RULE
from summariser.asking.relations import Relation, asked_for
from summariser.asking.support import is_unfit, plain_lines

_READ: Final = 120
_NAMES: Final = 24
"""Spellings beside words for the post, each with each, that are looked for."""


async def post_holder(answer: Answer, question: Question, *, database: Database) -> tuple[Answer, list[Passage]] | None:
    """None where something else is asked, or no report names who it is. The asker's language first, the newest of it."""
    relation = asked_for(question.text)
    if not isinstance(relation, Relation):
        return None
    wanted = tuple(_names(relation))[:_NAMES]
    terms = tuple(dict.fromkeys(token for name in wanted for token in name))
    query = SearchQuery(terms=terms, until=question.asked, names=wanted)
    async with database.read() as tx:
        hits = await tx.search.find(query, tenant=question.tenant, limit=_READ) if wanted else []
        reports = await tx.articles.get([hit.article for hit in hits if hit.story is None], tenant=question.tenant)
    read = [own for one in reports if one.seen <= question.asked and (own := quotable(one))]
    order = readable(question.language)
    read.sort(key=lambda one: one.published, reverse=True)
    read.sort(key=lambda one: order.index(one.language) if one.language in order else len(order))
    for passage in passages(read, dict.fromkeys([one.id for one in read], 1.0), of_story=len(read)):
        if told := _told_in(passage, relation):
            spoken = other_language({passage.language}, question.language)
            told_so = replace(answer, sentences=(told,), abstained=False, confidence=RIGHT_BY_RULE, nearest=())
            return replace(told_so, note=spoken), [passage]
    return None


def _names(relation: Relation) -> Iterator[tuple[str, ...]]:
    """What a report of it holds: one of the company's spellings, and a word for the post in the same letters."""
    for name in relation.names:
        tokens = tuple(search_tokens(name))
        yield from (
            (*tokens, term) for term in relation.terms if tokens and term.isascii() == all(map(str.isascii, tokens))
        )


def _told_in(passage: Passage, relation: Relation) -> Sentence | None:
    before = passage.title
    for line in plain_lines(passage.text, passage.language):
        if relation.is_plainly_told(line, before) and not is_unfit(line, passage):
            return Sentence(line, (Citation(passage.url, line, passage.source),))
    return None
