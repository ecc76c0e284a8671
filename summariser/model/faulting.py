"""What was wrong with sentences that could not be told, in the few kinds that a reader is told of."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Final

from news.telling import Part, Wrong

_KINDS: Final = (
    ("quote", r"no quote|no article|the quote is not"),
    ("role", r"parts of |ends of |unshown |role |owner |compared |[^ ]+/[^ ]+$"),
    ("number", r"number|date|time dropped|month|weekday|ratio|bound|currency|direction"),
    ("name", r"name|replaced"),
    ("sense", r"negation|opposite|denial|condition|plan|claim dropped"),
    ("far", r"not entailed|not told apart|too far|words of its quote|more or less|tells little|nothing to compare"),
)
"""Kind and how the faults of `claims` begin; what begins otherwise is of the form."""
_MOST: Final = 3
_SAID: Final = (
    (r"number (\S+) and (\S+?)(?: exchanged)?$", "the numbers {0} and {1} count other things in the quote"),
    (r"number (\S+) beside", "the number {0} stands beside words that belong to another number of the quote"),
    (r"number (\S+) is what", "{0} is what it was before, not what it is"),
    (r"(number|month|weekday|date|currency|percent|name) (.+)", "the {0} {1} is not in the quote"),
    (r"bound of (\S+)", "{0} is told as the least where the quote has it as the most, or the other way round"),
    (r"direction of (\S+)", "{0} is told to go up where the quote has it going down, or the other way round"),
    (r"currency of (\S+)", "{0} is no sum of money in the quote"),
    (r"ratio", "a ratio (half, twice, a third) is not the one of the quote, or of the other of the two things"),
    (
        r"(?:parts of |ends of \w+ )?([^/]+)/([^/]+)$",
        "{0} and {1} do not play the same parts as in the quote (who does what to whom, old or new name)",
    ),
    (
        r"role (.+)",
        "{0} does not play the part that it plays in the quote (who does it, to whom, from, for or against whom)",
    ),
    (r"owner (.+)", "what it calls {0}'s belongs to somebody else in the quote"),
    (r"compared (.+)", "{0} stands on the other side of the comparison in the quote"),
    (r"negation", "it says yes where the quote says no, or up where it says down"),
    (r"opposite", "it says the opposite of a word of the quote"),
    (r"from and to", "what it went from and what it went to are exchanged"),
    (
        r"time dropped",
        "the quote tells what was some time ago, and it leaves out when: tell the time, or something newer",
    ),
    (r"claim dropped", "it tells as a fact what the quote calls an allegation or a claim"),
    (
        r"words of its quote",
        "it leaves out words of the quote that its statement may depend on: keep who says it, and whose verb it is",
    ),
    (r"tells little", "it leaves out most names and numbers of the quote: quote only what it tells"),
    (r"somebody's own voice", "it speaks as “we” or “I”: say who it is, or quote the words with their speaker"),
    (r"a link|a call to all", "it holds an address or a mention that the quote does not have"),
    (r"advice", "it tells readers what to do, which the quote does not"),
    (r"more or less", "it is much longer or shorter than what it quotes"),
)
"""How a fault begins, and what to tell the model about it."""


def kinds(faults: Iterable[str]) -> tuple[str, ...]:
    """Keys of the phrases `faults`, the most frequent first, at most three."""
    counts = Counter(kind_of(fault) for fault in faults)
    return tuple(kind for kind, _ in counts.most_common(_MOST))


def wrongs(parts: Iterable[tuple[Part, Sequence[Sequence[str]]]]) -> tuple[Wrong, ...]:
    """Of each part of a story the faults of each of its sentences, none for one that is told: what was wrong, and where."""
    return tuple(
        Wrong(part, number if len(sentences) > 1 else 0, kind_of(faults[0]))
        for part, sentences in parts
        for number, faults in enumerate(sentences, 1)
        if faults
    )


def kind_of(fault: str) -> str:
    """Of one fault as `claims.Judged` has it."""
    return next((kind for kind, begins in _KINDS if re.match(begins, fault)), "form")


def to_mend(sentence: str, faults: Iterable[str]) -> str:
    """A line for the repair: the sentence and, as the model can follow it, what does not stand in its quotes."""
    return f"{sentence[:120]!r}: {'; '.join(map(_plainly, faults))}"


def _plainly(fault: str) -> str:
    """A fault as a clause that tells the model what does not stand in its quote; one that is plain by itself as it is."""
    for begins, said in _SAID:
        if match := re.match(begins, fault):
            return said.format(*match.groups())
    return fault
