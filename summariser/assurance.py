"""Is a telling as sure as its quote, by whatever verb: planned, possible, asked for, only suggested, not shown, none at all? Pure, for English.

`certainty` compares verbs that both texts have. Here the clause of the quote is looked for that has most of a told clause's words: where
that is left open, and the telling leaves nothing open, more is told than is known.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from news.scripts import words
from news.text import search_tokens
from summariser.arguments import masked
from summariser.clauses import Clause, clauses
from summariser.facts import plain
from summariser.framing import keeps_open
from summariser.polarity import turns

_OPEN: Final = words("could may might would should if unless")
_COMES: Final = words("will shall")
_PLANS: Final = words(
    "plan hope aim intend want seek try attempt propose threaten expect consider mull demand request discuss prepare set slate poise explore negotiate"
)
_MOSTLY: Final = 0.5
_NEAR: Final = 0.2
_FEWEST: Final = 3
_GUESSES: Final = re.compile(
    r"\b(?P<who>\w+) (?:widely |also |now )?(?:expects?|predicts?|forecasts?|anticipates?|believes?|thinks?|estimates?)\b"
)
_GUESSED: Final = re.compile(
    r"\b(?:expect|predict|(?<!its )(?<!the )forecast|anticipat|believ|think|thought|likely|estimat|project|sa(?:y|id)|accord|could|may|might|should|see|reckon|analyst|view|opinion|bet)\w*",
    re.IGNORECASE,
)
_WEIGHS: Final = words("consider mull explore discuss propose negotiate")
_MEANT: Final = re.compile(r"\b(?:meant to|limit\w*|allow\w*|up to|due (?:by|in|on|at|before|next|this))\b")
_ALL: Final = re.compile(
    r"(?<!\bat )(?<!\bafter )(?<!\babove )(?<!\bof )\b(?:all(?! (?:but|along|of a sudden|right))|everyone|everybody|every (?!day|week|month|year|morning|night|hour|time|other|two|three|few)[a-z]+|without exception)\b"
)
_EACH: Final = re.compile(
    r"\b(?:all|every\w*|any\w*|each|both|entire\w*|whole|always|permanent\w*|total\w*|wide\w*|universal\w*|across|no|none|never|the|its|their)\b",
    re.IGNORECASE,
)
_ALMOST: Final = re.compile(r"\b(?:almost|nearly|virtually|not|some of|most of) (?:all|every)")
_PROVES: Final = re.compile(
    r"\b(?:prov(?:es?|ed|en|ing)|confirm(?:s|ed)?|establish(?:es|ed)|demonstrat(?:es?|ed))\b", re.IGNORECASE
)
_SHOWN: Final = re.compile(
    r"\b(?:prov(?:e|es|ed|en|ing)|proof|confirm\w*|establish\w*|demonstrat\w*|show(?:s|ed|n|ing)?|reveal\w*|acknowledg\w*|admit\w*|verif\w*)\b",
    re.IGNORECASE,
)
_UNSHOWN: Final = re.compile(
    r"\b(?:(?:fail(?:s|ed|ing)? to|(?:could|did|does|do|can|has|have) ?n[o']t|cannot|unable to|yet to|never) (?:show|prove|find|establish|demonstrate|shown|proved|found)(?: any evidence)? (?:that|how)"
    r"|no (?:evidence|proof|sign|indication)s? (?:that|of))\b(?P<rest>.*)",
    re.IGNORECASE | re.DOTALL,
)
_NONE: Final = re.compile(
    r"\bno (?:current |immediate |such )?(?P<noun>[a-z]+)s?\b(?! (?:longer|more|less|doubt|matter|later))"
)
_OTHERS: Final = re.compile(r"\b(?:others|everyone|everybody|anyone|anybody|everywhere|anywhere)\b", re.IGNORECASE)
_ONLY: Final = re.compile(r"\b(?:only|solely|exclusively|limited to|restricted to)\b", re.IGNORECASE)
_UNDOES: Final = re.compile(
    r"\b(?:lift|repeal|revoke|rescind|scrap|cancel|withdr[ae]w|abolish|undo|overturn)(?:s|n|ed|ped|led|ing)?\b",
    re.IGNORECASE,
)
_ENDS: Final = re.compile(
    r"\b(?:lift|repeal|revok|rescind|scrap|cancel|withdr|abolish|undo|overturn|end(?:s|ed|ing)?\b|drop|remov|halt|stop|no longer|discontinu|reject|block|struck|strik|axe|kill|shelv|ditch|pull|paus|suspend|rais|elevat|boost|unban|allow|abandon|g[ia]ve\w* up|quit|void|nullif|annul|clos|shut)",
    re.IGNORECASE,
)
_NOT: Final = re.compile(
    r"\b(?:not|no|never|none|nobody|nothing|fail\w*|neither|without|cannot|un(?:able|likely|clear|true|known|changed|proven)\w*|lack\w*|rul\w+ out|den(?:y|ies|ied)|keep\w*|continu\w*|remain\w*|stay\w*|still|all but)\b|n't\b",
    re.IGNORECASE,
)


def oversure(told: str, sources: Sequence[str]) -> Iterator[str]:
    """What the telling says more surely, or of more, than its quote: "plan told as done", "negation dropped" and the like."""
    here, there = plain(told), plain("\n".join(sources))
    yield from _unshown(here, there)
    if _PROVES.search(here) and not _SHOWN.search(there):
        yield "more than is shown"
    if (
        _ONLY.search(there)
        and _OTHERS.search(here)
        and not (_OTHERS.search(there) or _ONLY.search(here) or _NOT.search(here))
    ):
        yield "all for some"
    if _UNDOES.search(here) and not _ENDS.search(there):
        yield "undone"
    guess = _GUESSES.search(there)
    if guess and re.search(r"\bwill\b", here) and not _GUESSED.search(here) and guess["who"] not in here:
        yield "forecast told as fact"
    if _ALL.search(here) and not (_EACH.search(there) or _ALMOST.search(here)):
        yield "all for some"
    if not (keeps_open(here) or _MEANT.search(here) or turns(here, "en")):
        mine, theirs = masked(told, sources)
        held = [one for line in clauses(theirs) for one in line]
        if any(_is_open_there(one, held) for line in clauses(mine) for one in line):
            yield "plan told as done"


def _unshown(here: str, there: str) -> Iterator[str]:
    """What nobody could show, or of which there is none, told without a "not"."""
    if _NOT.search(here):
        return
    stems = set(search_tokens(here))
    for match in _UNSHOWN.finditer(there):
        about = set(search_tokens(re.split(r"[,;]", match["rest"])[0]))
        if len(stems & about) >= _MOSTLY * min(len(about), len(stems)):
            yield "negation dropped"
    for match in _NONE.finditer(there):
        behind = set(search_tokens(there[match.end() : match.end() + 40]))
        if set(search_tokens(match["noun"])) & stems and behind & stems:
            yield "negation dropped"


def _is_open_there(one: Clause, theirs: Sequence[Clause]) -> bool:
    marks = one.words | one.names | one.numbers
    if len(marks) < _FEWEST or not any(token.kind in ("past", "have", "be", "verb") for token in one.tokens):
        return False
    shares = [len(marks & (each.words | each.names | each.numbers)) / len(marks) for each in theirs]
    best = max(shares, default=0.0)
    if best < _MOSTLY:
        return False
    near = [each for each, share in zip(theirs, shares, strict=True) if share > best - _NEAR]
    done = any(token.kind in ("past", "have") or token.lemma in ("now", "already") for token in one.tokens)
    return all(_is_open(each, done=done) for each in near)


def _is_open(one: Clause, *, done: bool) -> bool:
    """Whether the clause leaves it open; what "will" be may be told in the present."""
    for at, token in enumerate(one.tokens):
        is_month = token.lemma == "may" and at > 0 and one.tokens[at - 1].kind == "preposition"
        if (token.lemma in _OPEN or (done and token.lemma in _COMES)) and not is_month:
            return True
        left = one.tokens[at - 1].kind if at else ""
        if token.lemma in _WEIGHS and (token.kind == "verb" or (token.kind == "ing" and left in ("be", "adverb"))):
            return True
        behind = one.tokens[at + 1 : at + 6]
        if (
            token.lemma in _PLANS
            and token.kind in ("past", "verb", "ing")
            and any(each.kind == "to" for each in behind)
        ):
            return True
    return False
