"""Answer: search the archive, take one passage a story, and let the summariser speak or abstain."""

import hashlib
from dataclasses import replace
from datetime import timedelta
from typing import Final

from news.errors import BadInput
from news.languages import Language
from news.model import PUBLIC, Answer, Article, Passage, Question
from news.ports import Clock, Summariser
from news.searching import search_tokens
from news.text import sanitise
from sources.language import detect
from store.database import Database
from store.search import SearchQuery

LONGEST: Final = 1000
"""Characters of a question; more is no question."""
_CANDIDATES: Final = 60
_PASSAGES: Final = 12
_PASSAGE_CHARACTERS: Final = 6000


async def answer_question(
    *,
    database: Database,
    clock: Clock,
    summariser: Summariser,
    text: str,
    tenant: str = PUBLIC,
    reader: str | None = None,
) -> Answer:
    """The best supported sentences of the archive with their sources. Raises BadInput for an empty or endless question."""
    asked = sanitise(text).strip()
    if not asked:
        raise BadInput("question", "it is empty; ask something like: what did OpenAI announce?")
    if len(asked) > LONGEST:
        raise BadInput("question", f"it has {len(asked)} characters; {LONGEST} are the most")
    now = clock.now()
    digest = hashlib.sha256(f"{tenant}\n{reader}\n{now.isoformat()}\n{asked}".encode()).hexdigest()[:16]
    question = Question(digest, tenant, reader, asked, detect(asked, "en") or "en", now)
    answer = await summariser.answer(question, await _passages(question, question.language, database=database))
    if answer.abstained:
        answer = await summariser.answer(question, await _passages(question, None, database=database))
    async with database.begin() as tx:
        await tx.questions.put(question, tenant=tenant)
    return replace(answer, question=asked)


async def _passages(question: Question, language: Language | None, *, database: Database) -> list[Passage]:
    """One passage a story, the best first; in one language or in any."""
    terms = tuple(dict.fromkeys(search_tokens(question.text)))
    if not terms:
        return []
    query = SearchQuery(terms=terms, language=language, until=question.asked + timedelta(seconds=1))
    async with database.read() as tx:
        hits = await tx.search.find(query, tenant=question.tenant, limit=_CANDIDATES)
        articles = {a.id: a for a in await tx.articles.get([id for id, _ in hits], tenant=question.tenant)}
    known = [(articles[id], points) for id, points in hits if id in articles and articles[id].seen <= question.asked]
    found: dict[str, Passage] = {}
    for article, points in sorted(known, key=lambda pair: not pair[0].words):
        found.setdefault(article.story or article.id, _passage(article, points))
    return sorted(found.values(), key=lambda passage: -passage.score)[:_PASSAGES]


def _passage(article: Article, points: float) -> Passage:
    return Passage(
        article=article.id,
        story=article.story,
        source=article.source_name,
        url=article.url,
        title=article.title,
        text=(article.words or article.title)[:_PASSAGE_CHARACTERS],
        language=article.language,
        published=article.published,
        score=points,
    )
