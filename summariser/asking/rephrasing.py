"""A question in words that reports more often use for what it asks: what is it worth, 짤려, マルウェア. Pure; six languages."""

import re
from collections.abc import Mapping
from typing import Final

from news.text import search_tokens
from summariser.words.lexicon import concepts_in, lexicon
from summariser.words.vectors import simplify

_RULES: Final = tuple(
    (re.compile(asks, re.IGNORECASE), asked)
    for asks, asked in (
        (r"(?:what|how much)(?:['’]?s| is| are) (.+?) worth(?: now| today)?", r"What is the valuation of \1?"),
        (r"when (?:is|will|does|are) (.+?) (?:going|go|be) public", r"When is \1's IPO?"),
        (r"when (?:is|will|does) (.+?) (?:list|listing|listed|float|floating)", r"When is \1's IPO?"),
        (r"how much (?:money|cash|capital) (?:has|did|does|have) (.+?) (?:got|gotten|get|have|had|receive|received)", r"How much funding does \1 have?"),
        (r"(did|does|do|is|are|was|were|can|will) (.+?) (?:really|actually) (.+)", r"\1 \2 \3?"),
        (r"(?:is|are) (.+?) (?:gonna|going to) (.+)", r"Will \1 \2?"),
        (r"what (?:does|do) ([A-Z][\w.-]*) do", r"What is \1?"),
    )
)  # fmt: skip
"""What people say and reports do not, and what these say."""
_SCRIPTS: Final = ("ก-๛", "가-힣", "ぁ-ヿ", "一-鿿")
_MOST: Final = 2
"""Each costs as much as the question itself."""


def rephrased(text: str, weights: Mapping[str, float]) -> list[str]:
    """Some, the likeliest first. In English by rule alone: there one word in place of another was as often wrong as right. `weights`: how much
    each of `words_of_forms` tells apart, and "" what no report has."""
    if not _script_of(text):
        bare = text.strip().rstrip(" ?!.")
        return [found.expand(asked) for asks, asked in _RULES if (found := asks.fullmatch(bare))][:1]
    made = []
    for told in concepts_in(text):
        forms = _forms(text[told.start : told.end], told.concepts, text)
        held = [(max(weights[token] for token in tokens), form) for form, tokens in forms.items()]
        there = sorted(one for one in held if one[0] < weights[""])
        if there:
            made.append(f"{text[: told.start]}{there[0][1]}{text[told.end :]}")
    return made[:_MOST]


def words_of_forms(text: str) -> list[str]:
    """The search tokens of what may stand in place of its words."""
    if not _script_of(text):
        return []
    found = (_forms(text[one.start : one.end], one.concepts, text) for one in concepts_in(text))
    return list(dict.fromkeys(token for forms in found for tokens in forms.values() for token in tokens))


def _script_of(text: str) -> str:
    """ "" where words are set apart by blanks, whatever marks and accents they bear."""
    return next((one for one in _SCRIPTS if re.search(f"[{one}]", text)), "")


def _forms(said: str, concepts: frozenset[str], text: str) -> dict[str, list[str]]:
    """The other words of the concept in the question's script, with their search tokens."""
    script = _script_of(text)
    every = (form for name in sorted(concepts) for form in lexicon()[name].forms) if len(concepts) <= _MOST else ()
    own = [one for one in every if re.search(f"[{script}]", one) and one.casefold() != said.casefold()]
    return {form: tokens for form in own if (tokens := search_tokens(simplify(form)))}
