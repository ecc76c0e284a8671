"""A correction holds: who asks the same later is told what is right, until newer reports answer it."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Final

from news.asking import Answer, Exchange, Passage, Question
from news.model import PUBLIC
from news.phrases import phrase
from store.database import Database, Transaction

_LOOKED_AT: Final = 500
_EARLIER: Final = 50
_MEMORY: Final = timedelta(days=90)


async def as_corrected(
    question: Question, answer: Answer, passages: Sequence[Passage], *, database: Database
) -> Answer:
    """The answer, or what it was corrected to when it was wrong before. A newer report may say otherwise; never again what was wrong."""
    async with database.read() as tx:
        before = await _corrected(question, tx=tx)
        alone = before is not None and await _stands_alone(before, question, tx=tx)
    if before is None or before.correction is None:
        return answer
    wrong = {one.text for one in before.answer.sentences}
    left = tuple(one for one in answer.sentences if one.text not in wrong)
    repeated, newer = len(left) < len(answer.sentences), _is_newer(answer, passages, before)
    if not repeated and (newer or not alone):
        return answer
    if newer or before.correction.abstained:
        confidence = answer.confidence if left else 0.0
        return replace(answer, sentences=left, abstained=not left, confidence=confidence, brief=None)
    note = phrase(question.language, "answer.corrected")
    return replace(before.correction, intent=answer.intent, nearest=answer.nearest, note=note)


async def _corrected(question: Question, *, tx: Transaction) -> Exchange | None:
    """The last one of the same words, asked here or in public."""
    words = _words(question.text)
    for tenant in dict.fromkeys((question.tenant, PUBLIC)):
        for one in await tx.questions.corrected(tenant=tenant, limit=_LOOKED_AT):
            if one.question.story == question.story and _words(one.question.text) == words:
                return one
    return None


async def _stands_alone(before: Exchange, question: Question, *, tx: Transaction) -> bool:
    """It went on from nothing, so that the same words mean the same; or from the same conversation."""
    asked = before.question
    if not asked.thread or asked.thread == question.thread:
        return True
    said = await tx.questions.thread(asked.thread, tenant=asked.tenant, since=asked.asked - _MEMORY, limit=_EARLIER)
    return all(one.question.asked >= asked.asked for one in said)


def _is_newer(answer: Answer, passages: Sequence[Passage], before: Exchange) -> bool:
    """It rests on a report that came after the correction."""
    published = {one.url: one.published for one in passages}
    cited = [published.get(one.url) for sentence in answer.sentences for one in sentence.citations]
    return any(day is not None and before.corrected is not None and day > before.corrected for day in cited)


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", unicodedata.normalize("NFKC", text).casefold())
