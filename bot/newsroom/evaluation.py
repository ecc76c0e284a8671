"""Questions, answers and what people said of them as an evaluation set. Nobody's name goes with it."""

from typing import Any, Final

from news.payload import answer_payload, moment
from store.database import Database

_SHOWN: Final = 6000


async def evaluation_rows(*, database: Database, tenant: str, limit: int) -> list[dict[str, Any]]:
    """JSON-ready rows, the latest first: the question with its time and language, the passages with their texts, the answer as given,
    its correction, and the verdicts."""
    async with database.read() as tx:
        exchanges = await tx.questions.list(tenant=tenant, limit=limit)
        said = await tx.feedback.list(tenant=tenant, about="answer", limit=limit)
        ids = [passage.article for one in exchanges for passage in one.evidence]
        texts = {one.id: one.words for one in await tx.articles.get(ids, tenant=tenant)}
    verdicts: dict[str, list[str]] = {}
    for word in said:
        verdicts.setdefault(word.subject, []).append(word.verdict)
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
            "feedback": verdicts.get(one.id, []),
        }
        for one in exchanges
    ]
