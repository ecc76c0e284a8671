"""What a question means before it is looked up: its misspelt names as the archive knows them, without orders to the machine."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final

from news.asking import Answer, Question
from news.phrases import phrase
from news.searching import search_tokens
from store.database import Database
from summariser.misspelling import commonest, near_spellings, plain_words, respelt, slips
from summariser.orders import without_orders
from summariser.question_words import with_its_mark


async def as_meant(text: str, *, tenant: str, database: Database) -> tuple[str, tuple[str, ...]]:
    """The question as it is to be looked up, and the words that were put for misspelt ones: words near to a known name, or to one that
    documents have, and that no document has itself."""
    text = with_its_mark(without_orders(text) or text)
    possible, plain = slips(text), plain_words(text)
    if not possible and not plain:
        return text, ()
    tokens = {slip: search_tokens(slip.written) for slip in possible}
    own = {word: search_tokens(word.written) for word in plain}
    async with database.read() as tx:
        asked = [token for some in (*tokens.values(), *own.values()) for token in some]
        weights = await tx.search.weights(["", *asked], tenant=tenant)
        meant = [slip for slip in possible if slip.mixed or _is_nowhere(tokens[slip], weights)]
        taken = {slip.start for slip in meant}
        for word in [word for word in plain if word.start not in taken and _is_nowhere(own[word], weights)][:_MENDED]:
            near = {one: search_tokens(one) for one in near_spellings(word.written)}
            known = await tx.search.weights(["", *(token for some in near.values() for token in some)], tenant=tenant)
            rare = {one: sum(known[token] for token in some) for one, some in near.items() if some}
            if there := commonest(rare, known[""]):
                meant.append(replace(word, name=there))
    meant.sort(key=lambda slip: slip.start)
    return respelt(text, tuple(meant)), tuple(dict.fromkeys(slip.name for slip in meant))


_MENDED: Final = 2
"""Misspelt words of one question that are mended; of more nobody can tell what is meant."""


def _is_nowhere(tokens: Sequence[str], weights: Mapping[str, float]) -> bool:
    """No document has a word of these tokens."""
    return any(weights[token] >= weights[""] for token in tokens)


def saying(answer: Answer, question: Question, names: tuple[str, ...]) -> Answer:
    """The answer with a word on what was answered instead of what was written."""
    if not names:
        return answer
    meant = phrase(question.language, "answer.meant", name=", ".join(names))
    return replace(answer, note=f"{meant} {answer.note}".rstrip())
