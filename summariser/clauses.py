"""The clauses of a masked English text: their names, words and numbers, and of whom each is told. Shallow, by `tagging`. Pure."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise
from typing import Final

from news.scripts import words
from news.text import STOP_WORDS, sentences
from summariser.phrases import stem
from summariser.quantities import quantities
from summariser.tagging import Token, base_of, tagged

_FINITE: Final = frozenset({"verb", "past", "be", "have", "do", "modal"})
_CONTRAST: Final = words("while whereas but although though because since after before when if unless as until")
_TURNS: Final = words("while whereas but although though")
_SMALL: Final = words("also just only now still about nearly almost some more less than up to per")
_MONTHS: Final = words("january february march april june july august september october november december")
_NAMED_NUMBER: Final = re.compile(r"(?:\b\d+(?:\.\d+)? (?=«))|(?<=») \d+(?:\.\d+)?(?![\w%]|[,.]\d)")
""" "3.5 Flash", "Switch 2": no number of its own."""
_SPEAKER: Final = 5
_SCALES: Final = words("million billion trillion thousand hundred")
_SAYS_NOTHING: Final = _SMALL | STOP_WORDS | _SCALES | _MONTHS
_OPENING: Final = words("it he she they we i you this these that those one its his her their")
_DESCRIBED: Final = words("company firm startup start-up maker giant group lab agency developer chain model service")
_FOUNDED: Final = words("against from versus to")


@dataclass(frozen=True, slots=True)
class Clause:
    """`names` with those it takes over from its subject; `own` the ones that stand in it; `words` stems; `open`: its subject may be anybody."""

    names: frozenset[str]
    own: frozenset[str]
    subject: frozenset[str]
    words: frozenset[str]
    numbers: frozenset[str]
    open: bool
    apart: bool
    tokens: tuple[Token, ...]

    @property
    def gapped(self) -> bool:
        """Without a verb: it takes over what the clause before it says."""
        return not any(one.kind in _FINITE for one in self.tokens)

    def tokens_behind(self) -> frozenset[str]:
        """The names behind its number."""
        at = next((at for at, one in enumerate(self.tokens) if one.kind == "number"), len(self.tokens))
        return _names(self.tokens[at:])


@lru_cache(maxsize=4096)
def clauses(masked: str) -> tuple[tuple[Clause, ...], ...]:
    """Of each sentence. A clause begins at a word that begins one, at a verb of its own behind a comma or an "and", at a second number."""
    return tuple(
        tuple(_read(tagged(_NAMED_NUMBER.sub("", line))))
        for text in masked.split("\n")
        if text.strip()
        for line in sentences(text, "en")
    )


def _read(tokens: Sequence[Token]) -> Sequence[Clause]:
    before, topic = frozenset[str](), frozenset[str]()  # whom the last clause with a subject is told of
    found: list[Clause] = []
    runs = list(_runs(tokens))
    for at, run in enumerate(runs):
        own = _names(run)
        aside = at + 1 < len(runs) and runs[at + 1][0].kind == "relative"
        verb = _verb(run) or (len(run) if aside else 0)
        subject, nouns = _names(run[:verb]), frozenset(_words(run[:verb]))
        is_open = not subject and any(one.lemma in _OPENING or one.lemma in _DESCRIBED for one in run[:verb])
        if run[0].kind == "relative":
            subject = _antecedent(found[-1].tokens) if found else frozenset()
        elif run[0].lemma in _FOUNDED and found:
            subject, nouns = found[-1].subject, found[-1].words if run[0].lemma == "to" else frozenset()
        elif not subject and not is_open and not nouns:
            subject, nouns = before, topic
        if (
            found
            and own
            and numbers(run)
            and own - _names(run[:verb])
            and not any(one.kind in _FINITE for one in run)
            and not found[-1].tokens_behind()
        ):
            found[-1] = replace(found[-1], names=found[-1].names | own)  # "$3 for this and $5 for that of Orbit"
        turns = run[0].kind == "stop" or run[0].lemma in _TURNS
        apart = turns and len(run) > 1 and run[1].kind in ("name", "determiner", "noun")
        found.append(
            Clause(
                own | subject, own, subject, frozenset(_words(run)) | nouns, numbers(run), is_open, apart, tuple(run)
            )
        )
        if run[0].kind != "relative":
            before, topic = subject, nouns
    return found


def _names(tokens: Sequence[Token]) -> frozenset[str]:
    """But for whose word it is."""
    said = {place for at, one in enumerate(tokens) if one.lemma == "accord" for place in range(at, at + _SPEAKER)}
    return frozenset(f"«{one.lemma}»" for at, one in enumerate(tokens) if one.kind == "name" and at not in said)


def _verb(run: Sequence[Token]) -> int:
    """Where the subject ends: at the first verb, else at the first number."""
    return next(
        (at for at, one in enumerate(run) if one.kind in _FINITE),
        next((at for at, one in enumerate(run) if one.kind == "number"), 0),
    )


def _runs(tokens: Sequence[Token]) -> Iterator[Sequence[Token]]:
    start = 0
    for at in range(1, len(tokens)):
        if _begins(tokens, start, at):
            yield tokens[start:at]
            start = at
    if tokens:
        yield tokens[start:]


def _begins(tokens: Sequence[Token], start: int, at: int) -> bool:
    one, left = tokens[at], tokens[start:at]
    if one.kind in ("stop", "relative"):
        return len(left) > 1
    if one.lemma in _CONTRAST and one.kind != "preposition":
        return len(left) > 1 and any(each.kind in _FINITE or each.kind == "number" for each in left)
    ends = next((place for place in range(at + 1, len(tokens)) if _parts(tokens[place])), len(tokens))
    right = tokens[at + 1 : ends]
    if one.kind in ("mark", "and") and one.lemma not in "()[]":
        if any(each.kind in _FINITE for each in right):
            return any(each.kind in _FINITE for each in (tokens[:at] if one.kind == "and" else left))
        if right and right[0].kind == "name" and any(each.kind in _FINITE for each in left) and _goes_on(tokens, ends):
            return True
        ranges = any(each.lemma == "between" for each in left)
        return bool(numbers(right)) and bool(numbers(left)) and not ranges
    if one.lemma == "to" and not any(each.lemma == "from" for each in left):
        return False
    return one.lemma in _FOUNDED and bool(numbers(right[:2])) and bool(numbers(left))


def _goes_on(tokens: Sequence[Token], at: int) -> bool:
    """Whether an aside without a verb opens there, and the verb of its subject stands right behind it."""
    closes = next((place for place in range(at + 1, len(tokens)) if _parts(tokens[place])), len(tokens))
    aside = not any(each.kind in _FINITE for each in tokens[at:closes])
    return aside and closes + 1 < len(tokens) and tokens[closes].kind == "mark" and tokens[closes + 1].kind in _FINITE


def _parts(one: Token) -> bool:
    return one.kind in ("mark", "and", "stop", "relative") or one.lemma in _CONTRAST


def _antecedent(tokens: Sequence[Token]) -> frozenset[str]:
    names = [f"«{one.lemma}»" for one in tokens if one.kind == "name"]
    return frozenset(names[-1:])


def _words(body: Sequence[Token]) -> Iterator[str]:
    for one in body:
        if one.kind in ("noun", "verb", "past", "ing", "adverb") and one.lemma not in _SAYS_NOTHING:
            yield stem(base_of(one.lemma)[0] or one.lemma)


def numbers(body: Sequence[Token]) -> frozenset[str]:
    """Numbers as values, months as their names."""
    found = {one.lemma for one in body if one.lemma in _MONTHS}
    found |= {"may" for one, other in pairwise(body) if one.kind == "preposition" and other.lemma == "may"}
    for at, one in enumerate(body):
        if one.kind == "number" and not any(each.lemma in _MONTHS for each in body[max(0, at - 2) : at]):
            scale = body[at + 1].lemma if at + 1 < len(body) and body[at + 1].lemma in _SCALES else ""
            found |= quantities(f"{one.lemma.rstrip('.,')} {scale}").stated
        elif re.fullmatch(r"(?:19|20)\d\d", one.lemma):
            found.add(one.lemma)
    return frozenset(found)
