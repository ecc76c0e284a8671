"""Questions, answers and what people said of them as an evaluation set. Nobody's name goes with it."""

from typing import Any, Final

from bot.newsroom.answering.replies import tenants_of
from bot.newsroom.answering.withdrawing import is_withdrawn
from news.asking import Exchange, Feedback
from news.payload import answer_payload, moment
from store.database import Database

_SHOWN: Final = 6000


async def kept_answers(
    *, database: Database, tenant: str | None, limit: int, wrong: bool = False
) -> list[tuple[Exchange, list[Feedback]]]:
    """What was asked in one tenant, or in all, with what people said of the answers, the latest first.

    `wrong`: only what somebody called wrong.
    """
    kept: list[tuple[Exchange, list[Feedback]]] = []
    async with database.read() as tx:
        for one in await tenants_of(tenant, tx=tx):
            words: dict[str, list[Feedback]] = {}
            for word in await tx.feedback.list(tenant=one, about="answer", limit=10_000):
                words.setdefault(word.subject, []).append(word)
            ids = [id for id, said in words.items() if any(word.verdict == "wrong" for word in said)]
            listed = tx.questions.some(ids, tenant=one) if wrong else tx.questions.list(tenant=one, limit=limit)
            kept += [(exchange, words.get(exchange.id, [])) for exchange in await listed if not is_withdrawn(exchange)]
    kept.sort(key=lambda one: one[0].question.asked, reverse=True)
    return kept[:limit]


async def evaluation_rows(*, database: Database, tenant: str | None, limit: int) -> list[dict[str, Any]]:
    """JSON-ready rows, the latest first: the question with its time and language, the passages with their texts, the answer as given,
    its correction, and the verdicts."""
    kept = await kept_answers(database=database, tenant=tenant, limit=limit)
    texts: dict[str, str] = {}
    async with database.read() as tx:
        for owner in {one.question.tenant for one, _ in kept}:
            theirs = [one for one, _ in kept if one.question.tenant == owner]
            ids = [passage.article for one in theirs for passage in one.evidence]
            texts |= {one.id: one.words for one in await tx.articles.get(ids, tenant=owner)}
    return [
        {
            "id": one.id,
            "question": one.question.text,
            "language": one.question.language,
            "asked": moment(one.question.asked),
            "under_story": one.question.story,
            "passages": [
                {
                    "id": p.article,
                    "url": p.url,
                    "title": p.title,
                    "text": texts.get(p.article, "")[:_SHOWN],
                    "score": p.score,
                }
                for p in one.evidence
            ],
            "answer": answer_payload(one.answer),
            "correction": answer_payload(one.correction) if one.correction else None,
            "feedback": [word.verdict for word in said],
        }
        for one, said in kept
    ]
