"""Is a verb told as surely as its quote has it: done, to come, possible, planned, alleged, not done? By `predicates`, so for English. Pure."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from news.scripts import words
from summariser.framing import keeps_open
from summariser.phrases import stem
from summariser.verbgroups import Predicate

_ALLEGES: Final = re.compile(
    r"\b(?:alleg\w+|accus\w+|claim\w*|purport\w*|report\w*|su(?:e[sd]?|ing|its?)|lawsuits?|complaints?|according|said|says?|suspect\w*|charg\w+|believ\w+|think\w*|thought|fear\w*|hop(?:e|es|ed|ing)|worr\w+|assum\w+|apparently|seem\w*)\b",
    re.IGNORECASE,
)
_NOT: Final = re.compile(
    r"\b(?:not|no|never|none|neither|nor|without|cannot|nobody|nothing|hardly|instead|rather|fail\w*|refus\w+|den(?:y|ies|ied)|declin\w+|miss\w*|lack\w*|"
    r"un\w+|halt\w*|stop\w*|drop\w*|reject\w*|avoid\w*|yet|away|absent|only|little|few)\b|n't\b",
    re.IGNORECASE,
)
_PLANS: Final = words(
    "discuss consider seek plan propose weigh mull explore negotiate want eye prepare pursue threaten"
)
_DEALS: Final = frozenset(
    map(
        stem,
        [
            "partnership",
            "deal",
            "sale",
            "merger",
            "acquisition",
            "takeover",
            "investment",
            "agreement",
            "bid",
            "purchase",
            "ban",
            "listing",
            "ipo",
            "tie-up",
            "stake",
        ],
    )
)
_UNSURE: Final = ("alleged", "plan", "may")


def overstated(told: str, mine: Sequence[Predicate], theirs: Sequence[Predicate]) -> Iterator[str]:
    """ "plan told as done", "rumour told as fact" or "negation dropped" for each verb that the quote has only with such a frame."""
    for one in mine:
        same = [other for other in theirs if not other.noun and stem(other.lemma) == stem(one.lemma)]
        if one.noun or one.form not in ("finite", "past") or not same or _is_under_way(one):
            continue
        if all("not" in other.flags for other in same) and "not" not in one.flags and not _NOT.search(told):
            yield "negation dropped"
        unsure = next((flag for flag in _UNSURE if all(flag in other.flags for other in same)), "")
        if unsure == "alleged" and not ("alleged" in one.flags or _ALLEGES.search(told)):
            yield "rumour told as fact"
        elif unsure in ("plan", "may") and not one.flags & {"plan", "may", "will"} and not keeps_open(told):
            yield "plan told as done"


def planned(told: str, mine: Sequence[Predicate], theirs: Sequence[Predicate]) -> Iterator[str]:
    """ "Plan told as done" for a deal that the quote has only as the object of a plan: "discusses a partnership", "seeks a ban"."""
    if keeps_open(told):
        return
    held = {noun for one in theirs if one.lemma in _PLANS for noun in one.args.get("P", ()) if noun in _DEALS}
    surely = {noun for one in theirs if one.lemma not in _PLANS for noun in one.args.get("P", ())}
    for one in mine:
        found = (held - surely) & (one.args.get("P", set()) | ({stem(one.lemma)} if not one.flags else set()))
        if found and one.lemma not in _PLANS and not one.flags & {"may", "will", "plan"}:
            yield "plan told as done"


def _is_under_way(one: Predicate) -> bool:
    return "doing" in one.flags
