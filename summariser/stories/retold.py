"""Has the reader had this, or is it older news come round again? Lines have no text to compare, so names, numbers and quotations are."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Final

from news.model import Article
from summariser.reading.traces import facts_in
from summariser.words.vectors import fold

_COMPANIES: Final = 2
_READ: Final = 2_000
_LONG: Final = 30
_LONG_IN_PAIRS: Final = 15
_A_DAY: Final = timedelta(days=1)
_QUOTED: Final = re.compile(r"[“\"]([^“”\"]*)[”\"]|[「『]([^「」『』]*)[」』]")
_HOLDER: Final = re.compile(
    r"^(?:\[[^\]]*\]\s*)?([^\s,、，…:：]{1,6} ?(?:대통령|총리|장관|首相|総理|大統領|知事|總統|总统|院長|總理|总理|主席|시장))(?=[,、，…\s은는이が は])"
)
"""Who a headline puts first by office: on one day most often one journey, one speech."""


@dataclass(frozen=True, slots=True)
class Echo:
    """`facts` of each title: names, versions, amounts, the same in every script; `quotations`: what is quoted at length."""

    facts: frozenset[frozenset[str]]
    quotations: frozenset[str]


def echo(articles: Sequence[Article]) -> Echo:
    """What of these articles can be met again in other words and scripts."""
    pairs = (pair for one in articles for text in (one.title, one.words[:_READ]) for pair in _QUOTED.findall(text))
    found = (one or other for one, other in pairs if len(one) >= _LONG or len(other) >= _LONG_IN_PAIRS)
    return Echo(
        frozenset(facts_in(article.title) for article in articles),
        frozenset(" ".join(fold(text).split()) for text in found),
    )


def comes_round(later: Echo, earlier: Echo) -> bool:
    """Whether a title of both names the same two companies and the same number, or both quote the same words at length."""
    return bool(later.quotations & earlier.quotations) or any(
        _same_dealing(one & other) for one in later.facts for other in earlier.facts
    )


def _same_dealing(common: frozenset[str]) -> bool:
    names = [fact for fact in common if fact[0] == "@" and ":" not in fact]
    return len(names) >= _COMPANIES and any(fact[0] == "#" for fact in common)


def same_journey(title: str, articles: Sequence[Article], other: str, told: Sequence[Article]) -> bool:
    """Whether both headlines begin with the same holder of an office, and what is new was out within a day of what was told."""
    if not articles or not told or not same_office_first(title, other):
        return False
    return max(one.published for one in articles) - max(one.published for one in told) < _A_DAY


def same_office_first(one: str, other: str) -> bool:
    """Whether two headlines begin with the same holder of an office."""
    first, second = _HOLDER.match(one), _HOLDER.match(other)
    return first is not None and second is not None and first[1] == second[1]
