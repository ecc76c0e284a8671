"""Of what else a question for a list asks, what each item must meet: no verb's form, no quarter, and a sort of bodies by their names. Pure."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from summariser.asking.inquiring import Wanted
from summariser.asking.list_forms import EVENT
from summariser.asking.membership import SORTS, sort_asked
from summariser.lists.listing import Item
from summariser.words.senses import senses

_WIDE: Final = ("bigtech", "finance")
"""Sorts that are named beside what asks: 은행이나 증권사 중에 … 어디, 米巨大ITの…各社."""
_VERBAL: Final = re.compile(
    r"(?:[가-힣]+(?:됐|했|었|았|되|하)(?:거나|던|는|고|지)|[가-힣]{2,}(?:할|될)|[있없]\S{0,2}|만한|중에|새로|업무)$"
)
_PERIOD: Final = re.compile(r"[\d~〜～-]*\s?[月월]期|[\d~-]*월기|분기|四半期|季度?")


def essential(wanted: Wanted, text: str) -> Wanted:
    """`text`: the question."""
    if wanted.kind == "company" and not wanted.sort and not wanted.whose and sort_asked(text) in _WIDE:
        sort = sort_asked(text)
        wanted = replace(wanted, sort=sort, rest=SORTS[sort][0].sub(" ", wanted.rest))
    kept = (word for word in _PERIOD.sub(" ", wanted.rest).split() if not _VERBAL.search(word))
    return replace(wanted, rest=" ".join(kept))


def closest(wanted: Wanted, text: str, items: Sequence[Item]) -> list[Item]:
    """Of what happened, where that is asked for by a noun: those that say the noun itself, where they are a few."""
    if wanted.kind != EVENT:
        return list(items)
    asked = {
        match[0].casefold().removesuffix("s")
        for name in wanted.senses
        for match in senses()[name].told[wanted.tongue].finditer(text)
    }
    said = [one for one in items if any(word in one.line.casefold() for word in asked)]
    return said if len(said) >= _A_FEW else list(items)


_A_FEW: Final = 3
