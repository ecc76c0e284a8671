"""Answer: understand the question, search the archive, take one passage a story, and let the summariser speak or abstain."""

import secrets
import time
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, timedelta, tzinfo
from typing import Final

from bot.newsroom.limits import AskLimits, check_limits
from news.asking import Answer, Evidence, Exchange, Intent, Passage, Question, StoryLink
from news.languages import Language
from news.model import PUBLIC, Article
from news.phrases import phrase
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
    thread: str = "",
    story: str | None = None,
    language: Language | None = None,
    zone: tzinfo = UTC,
    limits: AskLimits | None = None,
) -> Answer:
    """The best supported sentences of the archive with their sources, or an abstention with what is nearest; always an answer.

    `thread`: the conversation whose questions a follow-up goes on from; `story`: asked under this story, its sources come first;
    `language`: the asker's, else the question's; `zone`: where "today" is. Raises TooMany past the `limits`.
    """
    started = time.perf_counter()
    asked = sanitise(text).strip()
    tongue = language or detect(asked, "en") or "en"
    now = clock.now()
    refusal = _refusal(asked, tongue)
    if refusal is not None:
        return refusal
    if limits is not None:
        await check_limits(limits, database=database, now=now, tenant=tenant, reader=reader, language=tongue)
    question = Question(secrets.token_hex(8), tenant, reader, asked, tongue, now, thread, story)
    answer, passages = await _answered(question, database=database, summariser=summariser)
    spent = (time.perf_counter() - started) * 1000
    answer = replace(answer, id=question.id, question=asked, language=tongue, milliseconds=round(spent, 1))
    async with database.begin() as tx:
        await tx.questions.put(Exchange(question, answer, _evidence(passages)), tenant=tenant)
    return answer


async def answer_again(exchange: Exchange, *, database: Database, clock: Clock, summariser: Summariser) -> Answer:
    """What the archive says now without the sentences that turned out wrong."""
    question = replace(exchange.question, asked=clock.now())
    answer, _ = await _answered(question, database=database, summariser=summariser)
    wrong = {sentence.text for sentence in exchange.answer.sentences}
    left = tuple(sentence for sentence in answer.sentences if sentence.text not in wrong)
    return replace(
        answer, sentences=left, abstained=not left, confidence=answer.confidence if left else 0.0, brief=None
    )


def _refusal(asked: str, language: Language) -> Answer | None:
    """A clear word to what is no question: nothing at all, no word in it, or an endless one."""
    if len(asked) > LONGEST:
        return _silent(asked[:LONGEST], language, "answer.too_long")
    if not search_tokens(asked):
        return _silent(asked, language, "answer.empty")
    return None


def _silent(asked: str, language: Language, key: str, nearest: tuple[StoryLink, ...] = ()) -> Answer:
    note = phrase(language, key)
    return Answer(asked, (), 0.0, True, nearest, "", intent=Intent.OFF_TOPIC, language=language, note=note)


async def _answered(question: Question, *, database: Database, summariser: Summariser) -> tuple[Answer, list[Passage]]:
    passages = await _passages(question, question.language, database=database)
    answer = await summariser.answer(question, passages)
    if answer.abstained:
        passages = await _passages(question, None, database=database)
        answer = await summariser.answer(question, passages)
    nearest = await _known(answer.nearest, question.tenant, database=database)
    note = phrase(question.language, "answer.not_in_archive") if answer.abstained else ""
    return replace(answer, nearest=nearest, note=note), passages


async def _known(links: Sequence[StoryLink], tenant: str, *, database: Database) -> tuple[StoryLink, ...]:
    """The links under the headlines and addresses of their stories."""
    named: dict[str, StoryLink] = {}
    async with database.read() as tx:
        for link in links:
            story = await tx.stories.get(link.id, tenant=tenant) if link.id else None
            told = (
                link
                if story is None
                else replace(link, id=story.id, slug=story.slug, headline=story.headline, language=story.language)
            )
            named.setdefault(told.id or told.source.url, told)
    return tuple(named.values())


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


def _evidence(passages: Sequence[Passage]) -> tuple[Evidence, ...]:
    return tuple(Evidence(one.article, one.story, one.url, one.title, one.score) for one in passages)
