"""The verbs of a tagged English sentence, each with its auxiliaries, and in which voice. Pure."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from summariser.words.phrases import is_time
from summariser.words.tagging import Token

_GROUP: Final = frozenset({"be", "have", "do", "modal", "not", "adverb"})


@dataclass(slots=True)
class Predicate:
    """`args`: slot ("A" who does it, "P" whom, a preposition) → arguments."""

    lemma: str
    start: int
    end: int
    form: str
    passive: bool = False
    args: dict[str, set[str]] = field(default_factory=dict)
    noun: bool = False

    def put(self, slot: str, found: set[str]) -> None:
        if found:
            self.args.setdefault(slot, set()).update(found)


def verb_groups(tokens: Sequence[Token]) -> Iterator[Predicate]:
    """Each finite verb, infinitive, gerund and participle with its auxiliaries, in their order."""
    at = 0
    while at < len(tokens):
        end = at
        while end < len(tokens) and tokens[end].kind in _GROUP:
            end += 1
        head = tokens[end] if end < len(tokens) else Token("stop", "")
        run = tokens[at:end]
        kinds = {one.kind for one in run}
        if head.kind in ("past", "ing", "verb") and head.lemma != "accord":
            start = at if kinds & {"be", "have", "do", "modal"} else end
            yield _group(tokens, start, end, head)
            at = end + 1
        elif kinds & {"be", "have"}:
            lemma = "be" if "be" in kinds else "have"
            yield Predicate(lemma, at, end, "finite")
            at = end
        else:
            at = max(end, at + 1)


def _group(tokens: Sequence[Token], start: int, end: int, head: Token) -> Predicate:
    kinds = {one.kind for one in tokens[start:end]}
    passive = head.kind == "past" and "be" in kinds
    finite = bool(kinds & {"be", "have", "do", "modal"}) and tokens[start].lemma not in ("be", "having", "being")
    led = tokens[start - 1].kind == "to" if start else False
    if led:
        form = "to"
    elif finite or head.kind == "verb":
        form = "finite"
    else:
        form = head.kind
    if passive is False and form == "past" and _is_done_by(tokens, end + 1):
        passive = True
    return Predicate(head.lemma, start, end + 1, form, passive)


def _is_done_by(tokens: Sequence[Token], at: int) -> bool:
    """Whether "by" follows, right behind or behind the time: "released last week by"."""
    while at < len(tokens) and (tokens[at].kind == "adverb" or is_time(tokens[at].lemma)):
        at += 1
    return at < len(tokens) and tokens[at].lemma == "by"
