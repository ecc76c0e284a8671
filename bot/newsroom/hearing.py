"""What a question means before it is looked up: its misspelt names as the archive knows them, without orders to the machine."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from news.asking import Answer, Question
from news.phrases import phrase
from news.searching import search_tokens
from store.database import Database
from summariser.misspelling import respelt, slips
from summariser.orders import without_orders
from summariser.question_words import with_its_mark


async def as_meant(text: str, *, tenant: str, database: Database) -> tuple[str, tuple[str, ...]]:
    """The question as it is to be looked up, and the names that were put for misspelt ones: words near to a known name that no document has."""
    text = with_its_mark(without_orders(text) or text)
    possible = slips(text)
    if not possible:
        return text, ()
    tokens = {slip: search_tokens(slip.written) for slip in possible}
    async with database.read() as tx:
        weights = await tx.search.weights(["", *(token for some in tokens.values() for token in some)], tenant=tenant)
    meant = tuple(slip for slip in possible if slip.mixed or _is_nowhere(tokens[slip], weights))
    return respelt(text, meant), tuple(dict.fromkeys(slip.name for slip in meant))


def _is_nowhere(tokens: Sequence[str], weights: Mapping[str, float]) -> bool:
    """No document has a word of these tokens."""
    return any(weights[token] >= weights[""] for token in tokens)


def saying(answer: Answer, question: Question, names: tuple[str, ...]) -> Answer:
    """The answer with a word on what was answered instead of what was written."""
    if not names:
        return answer
    meant = phrase(question.language, "answer.meant", name=", ".join(names))
    return replace(answer, note=f"{meant} {answer.note}".rstrip())
