"""What a question means before it is looked up: its misspelt names as the archive knows them, without orders to the machine."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from math import log
from typing import Final

from news.asking import Answer, Question
from news.phrases import phrase
from news.searching import search_tokens
from store.database import Database, Transaction
from store.search import SearchQuery
from summariser.in_full import in_full
from summariser.misspelling import (
    Slip,
    asking_slips,
    commonest,
    is_english,
    named_words,
    near_spellings,
    plain_words,
    respelt,
    slips,
)
from summariser.miswritten import Doubt, doubts, meant, pairs_of
from summariser.orders import without_orders
from summariser.question_words import with_its_mark


async def as_meant(text: str, *, tenant: str, database: Database) -> tuple[str, tuple[str, ...]]:
    """The question as it is to be looked up, and the words that were put for misspelt ones: words near to a known name, to a word that
    questions ask by, or to one that documents have, and that no document has itself."""
    text = in_full(with_its_mark(without_orders(text) or text))
    known, plain, pairs = [*slips(text), *asking_slips(text)], [*plain_words(text), *named_words(text)], pairs_of(text)
    if not known and not plain and not pairs:
        return text, ()
    tokens = {slip: search_tokens(slip.written) for slip in (*known, *plain)}
    async with database.read() as tx:
        asked = [token for some in tokens.values() for token in some]
        weights = await tx.search.weights(["", *asked, *pairs], tenant=tenant)
        found = [slip for slip in known if slip.mixed or (_is_nowhere(tokens[slip], weights) and not _is_a_word(slip))]
        taken = {slip.start for slip in found}
        nowhere = (word for word in plain if word.start not in taken and _is_nowhere(tokens[word], weights))
        strange = [word for word in nowhere if not is_english(word.written)]
        found += [slip for word in strange[:_MENDED] if (slip := await _near(word, tenant, tx))]
        for doubt in doubts(text, lambda pair: weights[pair] < weights[""]):
            if slip := meant(doubt, text, await _written_with(doubt, tenant, tx)):
                found.append(slip)
    found = _apart(found)
    return respelt(text, tuple(found)), tuple(dict.fromkeys(slip.name for slip in found))


_MENDED: Final = 3
"""Misspelt words of one question that are mended; of more nobody can tell what is meant."""
_TWICE: Final = log(4)
"""By so much what two documents have tells less apart than what none has: one alone may be misspelt itself."""
_ONCE: Final = log(2)
_READ: Final = 12
"""Reports of a pair of characters that are looked at."""


async def _near(word: Slip, tenant: str, tx: Transaction) -> Slip | None:
    """The commonest word of the archive that is a slip away; of a name the only one."""
    near = {one: search_tokens(one) for one in near_spellings(word.written.casefold())}
    known = await tx.search.weights(["", *(token for some in near.values() for token in some)], tenant=tenant)
    named = word.written != word.written.casefold()
    most = known[""] - (_ONCE if named else _TWICE)
    rare = {
        one: sum(known[token] for token in some)
        for one, some in near.items()
        if some and (is_english(one) or _cut(one, some) == _cut(word.written, search_tokens(word.written)))
    }
    if named and len({tuple(near[one]) for one, weight in rare.items() if weight < most}) != 1:
        return None
    there = commonest(rare, most)
    return replace(word, name=there.capitalize() if named else there) if there else None


async def _written_with(doubt: Doubt, tenant: str, tx: Transaction) -> Sequence[str]:
    """The titles and texts of the reports that have its pair."""
    hits = await tx.search.find(SearchQuery(terms=(doubt.pair,)), tenant=tenant, limit=_READ)
    reports = await tx.articles.get([hit.article for hit in hits if hit.story is None], tenant=tenant)
    return [f"{one.title}\n{one.words}" for one in reports]


def _is_a_word(slip: Slip) -> bool:
    """Nobody's name misspelt: Mesa, Macron. Beside a word that questions ask by what is far rarer is none."""
    return slip.written.isascii() and is_english(slip.written, slip.name if slip.name.islower() else "")


def _cut(word: str, tokens: Sequence[str]) -> int:
    """How much of it its stem leaves out: a made-up word may end as the one that it should be does not."""
    return len(word) - sum(map(len, tokens))


def _apart(found: Sequence[Slip]) -> list[Slip]:
    """In reading order, none over another."""
    ordered: list[Slip] = []
    for slip in sorted(found, key=lambda one: one.start):
        if not ordered or slip.start >= ordered[-1].end:
            ordered.append(slip)
    return ordered


def _is_nowhere(tokens: Sequence[str], weights: Mapping[str, float]) -> bool:
    """No document has a word of these tokens."""
    return any(weights[token] >= weights[""] for token in tokens)


def saying(answer: Answer, question: Question, names: tuple[str, ...]) -> Answer:
    """The answer with a word on what was answered instead of what was written."""
    if not names:
        return answer
    meant = phrase(question.language, "answer.meant", name=", ".join(names))
    return replace(answer, note=f"{meant} {answer.note}".rstrip())
