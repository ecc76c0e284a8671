"""What a question means before it is looked up: its misspelt names as the archive knows them, without orders to the machine."""

import asyncio
import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from math import log
from typing import Final

from news.asking import Answer, Question
from news.phrases import phrase
from news.searching import search_tokens
from store.database import Database, Transaction
from store.search import SearchQuery
from summariser.asking.in_full import in_full
from summariser.asking.orders import without_orders
from summariser.words.initials import SHORT, spelled_by
from summariser.words.lexicon import also_called
from summariser.words.misspelling import (
    ASKING,
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
from summariser.words.misspelt_names import among, name_slips, native_words
from summariser.words.miswritten import Doubt, doubts, meant, pairs_of
from summariser.words.question_words import with_its_mark
from summariser.words.tongue_words import words_elsewhere


async def as_meant(text: str, *, tenant: str, database: Database) -> tuple[str, tuple[str, ...]]:
    """The question as it is to be looked up, and the words that were put for misspelt ones: words near to a known name, to a word that
    questions ask by, to one that documents have or that the reports of what is asked have for a name, and that no document has itself, and no
    dictionary."""
    text = in_full(with_its_mark(without_orders(text) or text))
    known, pairs = [*slips(text), *asking_slips(text)], pairs_of(text)
    plain, whole = [*plain_words(text), *named_words(text), *native_words(text)], list(name_slips(text))
    short = list(_SHORT.finditer(text))
    if not known and not plain and not pairs and not whole and not short:
        return text, ()
    tokens = {slip: search_tokens(slip.written) for slip in (*known, *plain)}
    async with database.read() as tx:
        asked = [token for some in tokens.values() for token in some]
        asked += [token for one in short for token in search_tokens(one[0])]
        weights = await tx.search.weights(["", *asked, *pairs], tenant=tenant)
        found = [slip for slip in known if slip.mixed or (_is_rare(slip, tokens, weights) and not _is_a_word(slip))]
        nowhere = (word for word in plain if _is_nowhere(tokens[word], weights) and not is_english(word.written))
        strange = [word for word in nowhere if not any(_overlap(word, slip) for slip in (*found, *whole))]
        found += [
            slip
            for one in short
            if _is_nowhere(search_tokens(one[0]), weights)
            for slip in await _written_out(one, tenant, tx) or await _by_initials(one, tenant, tx)
        ]
        strange = [word for word in strange if not any(_overlap(word, slip) for slip in found)]
        found += [slip for word in strange[:_MENDED] if (slip := await _mended(word, text, tenant, tx))]
        latin = [slip.written for slip in found if slip.written.isascii()]
        elsewhere = await asyncio.to_thread(words_elsewhere, latin) if latin else frozenset()
        found = [slip for slip in found if slip.written.casefold() not in elsewhere]
        for doubt in doubts(text, lambda pair: weights[pair] < weights[""]):
            if slip := meant(doubt, text, await _written_with(doubt, tenant, tx)):
                found.append(slip)
    found = _apart([*whole, *(slip for slip in found if not any(_overlap(slip, name) for name in whole))])
    names = [slip for slip in found if slip.name not in ASKING] or found
    return respelt(text, tuple(found)), tuple(dict.fromkeys(slip.name for slip in names))


_SHORT: Final = re.compile(r"(?<![A-Za-z0-9-])[A-Z]{3,7}(?![A-Za-z0-9-])")


async def _written_out(short: re.Match[str], tenant: str, tx: Transaction) -> list[Slip]:
    """What reports call by another form that a body or thing is known by in short: CAISI is an AI safety agency."""
    for form in also_called(short[0]):
        tokens = tuple(search_tokens(form))
        query = SearchQuery(terms=tokens, names=(tokens,))
        hits = await tx.search.find(query, tenant=tenant, limit=_READ) if tokens else []
        reports = await tx.articles.get([hit.article for hit in hits if hit.story is None], tenant=tenant)
        written = (re.search(re.escape(form), f"{one.title}\n{one.words}", re.IGNORECASE) for one in reports)
        if there := next(filter(None, written), None):
            return [Slip(short.start(), short.end(), short[0], there[0], mixed=False)]
    return []


def _overlap(one: Slip, other: Slip) -> bool:
    return one.start < other.end and other.start < one.end


async def _mended(word: Slip, text: str, tenant: str, tx: Transaction) -> Slip | None:
    """What it stands for, else the word that it is a slip away from."""
    stands = [slip for one in [SHORT.fullmatch(word.written)] if one for slip in await _by_initials(one, tenant, tx)]
    return replace(word, name=stands[0].name) if stands else await _of_archive(word, text, tenant, tx)


async def _by_initials(short: re.Match[str], tenant: str, tx: Transaction) -> list[Slip]:
    """The name in the titles whose words begin with its letters."""
    titles = await tx.articles.titles(tenant=tenant, since=_EVER, until=None, limit=_TITLES)
    name = await asyncio.to_thread(spelled_by, short[0], [one.title for one in titles])
    return [Slip(short.start(), short.end(), short[0], name, mixed=False)] if name else []


_EVER: Final = datetime(1970, 1, 1, tzinfo=UTC)
_TITLES: Final = 12_000
"""Of so many, the latest, it is looked for in the titles."""


async def _of_archive(word: Slip, text: str, tenant: str, tx: Transaction) -> Slip | None:
    """As the reports of the rest of the question write the name, else the word of any report that is near."""
    rest = f"{text[: word.start]} {text[word.end :]}"
    terms = tuple(dict.fromkeys((*search_tokens(rest), *search_tokens("" if word.written.isascii() else word.written))))
    hits = await tx.search.find(SearchQuery(terms=terms), tenant=tenant, limit=_READ) if terms else []
    reports = await tx.articles.get([hit.article for hit in hits if hit.story is None], tenant=tenant)
    if name := among(word.written, [f"{one.title}\n{one.words[:_BEGINNING]}" for one in reports]):
        return replace(word, name=name)
    return await _near(word, tenant, tx) if word.written.isascii() else None


_BEGINNING: Final = 3000
"""Characters of a report in which its names stand."""
_MENDED: Final = 3
"""Misspelt words of one question that are mended; of more nobody can tell what is meant."""
_TWICE: Final = log(4)
"""By so much what two documents have tells less apart than what none has: one alone may be misspelt itself."""
_ONCE: Final = log(2)
_READ: Final = 16
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
    rare = {one: weight for one, weight in rare.items() if weight < most and await _is_read(near[one], tenant, tx)}
    if named and len({tuple(near[one]) for one in rare}) != 1:
        return None
    there = commonest(rare, most)
    return replace(word, name=there.capitalize() if named else there) if there else None


async def _is_read(tokens: Sequence[str], tenant: str, tx: Transaction) -> bool:
    """In this tenant: how many documents hold a token is counted over all, and what another's hold is not to be told by a correction."""
    for token in tokens:
        if not await tx.search.find(SearchQuery(terms=(token,)), tenant=tenant, limit=1):
            return False
    return True


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


def _is_rare(slip: Slip, tokens: Mapping[Slip, Sequence[str]], weights: Mapping[str, float]) -> bool:
    """No document has it; beside a word that questions ask by, one may have it misspelt too."""
    less = _TWICE if slip.name.islower() else 0.0
    return any(weights[token] >= weights[""] - less for token in tokens[slip])


def _is_nowhere(tokens: Sequence[str], weights: Mapping[str, float]) -> bool:
    """No document has a word of these tokens."""
    return any(weights[token] >= weights[""] for token in tokens)


def saying(answer: Answer, question: Question, names: tuple[str, ...]) -> Answer:
    """The answer with a word on what was answered instead of what was written."""
    if not names:
        return answer
    meant = phrase(question.language, "answer.meant", name=", ".join(names))
    return replace(answer, note=f"{meant} {answer.note}".rstrip())
