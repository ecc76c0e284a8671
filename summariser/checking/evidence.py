"""What speaks against a told sentence, and what words alone cannot settle, by its quotes in the same language.

Against it speaks what is wrong in any wording: a number, a day or a name that the quotes do not hold, and, where it is nearly their
wording, names that changed places, a "not", an opposite. The same far from that wording is a doubt: a free writer turns sentences round.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from summariser.checking.arguments import roles
from summariser.checking.casting import recast, turned_round
from summariser.checking.closeness import closeness, exchanged, gains, gains_with, in_usual_order, words_of
from summariser.checking.crossing import opening_names
from summariser.checking.ends import exchanged_ends, kept_ends
from summariser.checking.framing import is_one_clause
from summariser.checking.grounding import check
from summariser.checking.heads import misplaced
from summariser.checking.polarity import turns
from summariser.checking.ratios import misjudged, percents
from summariser.words import facts
from summariser.words.aliases import mentions, spelled_out
from summariser.words.durations import converted
from summariser.words.metonyms import governed, seat_of
from summariser.words.names import companies_in
from summariser.words.quantities import amounts, fractions, misunited, months_before, perhaps_shares, quantities, shares
from summariser.words.wording import plainly

_NEAR: Final = 0.7
"""Closeness from which a telling keeps its quote's sentence; below it the sentence was built anew."""
_MOVED: Final = 0.05
_DEMONYM: Final = re.compile(r"(?:n|an|ian|ans|ians|ese|ish|s)$")
_STEM: Final = 4
_FRACTIONS: Final = frozenset({"2", "4"})
"""Half and quarter: "half a year" is no number of its source."""
_PART: Final = re.compile(r"\b(?:an?|one|two|three) (third|fifth|sixth|seventh|eighth|ninth|tenth)s?\b", re.IGNORECASE)
_ROUGH: Final = 0.25
_TIMES: Final = frozenset({"opposite before", "opposite after"})
"""What came first is seen by `causation`."""
_OFFICE: Final = re.compile("c([a-z])os?")
_STANDS: Final = re.compile(
    r"\b[Tt]h(?:e|is) (?:[\w.'-]+ ){0,4}?(?:giant|company|maker|firm|startup|start-up|group|lab)\b"
)
"""What stands for a name of the article."""


@dataclass(frozen=True, slots=True)
class Evidence:
    against: tuple[str, ...] = ()
    doubts: tuple[str, ...] = ()

    def __add__(self, other: "Evidence") -> "Evidence":
        return Evidence(self.against + other.against, self.doubts + other.doubts)


def gathered(found: Iterable[tuple[str, bool]]) -> Evidence:
    """From faults, each with whether it is sure."""
    rows: dict[str, bool] = {}
    for text, sure in found:
        rows[text] = rows.get(text, False) or sure
    return Evidence(
        tuple(text for text, sure in rows.items() if sure), tuple(text for text, sure in rows.items() if not sure)
    )


def weighed(told: str, sources: Sequence[str], around: str) -> Evidence:
    """`sources`: the sentences quoted; `around`: the article with its title, where a name may stand that they call "the company"."""
    told, around, sources = spelled_out(told), spelled_out(around), [spelled_out(source) for source in sources]
    told, source = governed(told, "\n".join(sources))
    sources = source.split("\n")
    near = closeness(told, source) >= _NEAR
    found = [*_numbers(told, source), *_dates(told, source), *_names(told, source, around)]
    found += [(text, True) for check_of in (misplaced, exchanged_ends) for text in check_of(told, sources)]
    found += [(text, near or not text.startswith("direction")) for text in misjudged(told, sources)]
    kept, cast = kept_ends(told, sources), roles(told, tuple(sources))
    found += [(f"role {name}", True) for name in cast.exchanged]
    reasons = check(plainly(told), [plainly(source)]).reasons
    # A name is judged above; "replaced" is sure only of what else it may have replaced.
    rest = [text for text in reasons if not text.startswith(("number", "date", "name"))]
    rest = [text for text in rest if text != "opposite all" or "all but" not in told.casefold()]
    # "A joined B from C" is told of "A left C to join B".
    unsure = ("replaced", "opposite") if kept else ("replaced",)
    found += [
        (text, near and not text.startswith(unsure) and text not in _TIMES and _is_plain(text, told, source))
        for text in rest
    ]
    lines = [line for text in sources for line in text.split("\n")]
    for pair in recast(told, lines):
        turned = (
            not kept.issuperset(pair.split("/"))
            and cast.kept.isdisjoint(pair.split("/"))
            and _fits_better(told, source, pair)
        )
        found.append((f"parts of {pair}", near and turned))
    if exchanged(told, source) > _MOVED or _order(told, source) != _order(source, told):
        found.append(("another order", False))
    return gathered(found)


def _is_plain(reason: str, told: str, source: str) -> bool:
    """Whether no verb that stands for a "not" may be why one side has one more ("denied taking" is "did not take"), and what is said not to
    be is no aside of the quote."""
    if not reason.startswith("negation"):
        return True
    added = reason == "negation added"
    return not turns(source if added else told, "en") and (added or is_one_clause(source))


def _fits_better(told: str, source: str, pair: str) -> bool:
    """Whether two names in other parts would be right the other way round, or one side alone says in the passive what the one did."""
    one, other = (words_of(name)[:1] for name in pair.split("/", 1))
    better = bool(one and other) and gains(told, source, one[0], other[0]) > _MOVED
    return better or turned_round(told, source, *pair.split("/", 1))


def _order(text: str, other: str) -> list[str]:
    """The amounts that both texts tell, in the order of the first."""
    shared = quantities(text).stated & quantities(other).stated
    return [number for number in amounts(in_usual_order(text)) if number in shared]


def _dates(told: str, source: str) -> Iterator[tuple[str, bool]]:
    mine, theirs = quantities(told), quantities(source)
    yield from ((text, True) for text in misunited(told, source))
    yield from ((f"percent {value}", False) for value in sorted(perhaps_shares(told, source)))
    yield from ((f"month {month}", True) for month in sorted(mine.months - theirs.months - months_before(source)))
    yield from ((f"weekday {day}", True) for day in sorted(mine.weekdays - theirs.weekdays))


def _numbers(told: str, source: str) -> Iterator[tuple[str, bool]]:
    """In digits every one must stand there. In words one may be counted or rounded, unless another number is missing for it."""
    mine, theirs = quantities(told), quantities(source)
    known = theirs.stated | theirs.worded | facts.numbers(source) | {"1"}
    halves = (percents(source) & shares(told)) | converted(told, source) | fractions(source)
    yield from ((f"number {number}", True) for number in sorted(mine.stated - known - halves))
    said = facts.numbers(told) | mine.stated | mine.worded
    left = {float(number) for number in (theirs.stated | theirs.worded) - said - {"1"} - _FRACTIONS}
    parts = quantities(" ".join(match[1] for match in _PART.finditer(told))).worded | _FRACTIONS
    for number in sorted(mine.worded - known - mine.stated - converted(told, source)):
        value = float(number)
        rounded = any(abs(value - other) <= _ROUGH * other for other in left)
        yield f"number {number}", bool(left) and not rounded and number not in parts


def _names(told: str, source: str, around: str) -> Iterator[tuple[str, bool]]:
    """A name that stands nowhere in the article is invented. One of the article outside the quote may be meant by it, unless a name
    of the quote would fit better in its place; so may a word that is a name only perhaps, as it opens the sentence."""
    held, whole = _Names(source), _Names(around)
    opening = set(opening_names(told, source))
    here = {mention.id for mention in mentions(told)} & {mention.id for mention in mentions(source)}
    known = {
        word for mention in mentions(told) if mention.id in here for word in _words(told[mention.start : mention.end])
    }
    makers, near = set(companies_in(source)), closeness(told, source) >= _NEAR
    for name in dict.fromkeys([*facts.names(told), *sorted(opening)]):
        if held.has(name) or set(_words(name)) <= known:
            continue
        meant = whole.has(name) and bool(_STANDS.search(source))
        better = near and not meant and any(
            gains_with(told, source, new, old) > 0
            for new in words_of(name)[:1] for old in held.words - set(words_of(told))
        )  # fmt: skip
        perhaps = (
            whole.has(name)
            or bool(makers & set(companies_in(name.removesuffix("s"))))
            or (name in opening and not mentions(name))
            or (name == "tv" and "television" in source)
            or any(mention.id == seat_of(name) for mention in mentions(source))
        )
        yield f"name {name}", better or not perhaps


def _words(text: str) -> list[str]:
    return re.findall(r"[a-z0-9]+", text.casefold())


class _Names:
    """The names of a text, for looking another one up in them."""

    def __init__(self, text: str) -> None:
        shown = facts.plain(text)
        self._bare = f" {' '.join(re.findall(r'[a-z0-9]+', shown.casefold()))} "
        self._capitals = re.findall(r"[A-Z][\w.]+", shown)
        self._initials = "".join(word[0] for word in self._capitals).casefold()
        self.words = {word for name in facts.names(text) for word in words_of(name)}

    def has(self, name: str) -> bool:
        parts = re.findall(r"[a-z0-9]+", facts.plain(name).casefold())
        return not parts or all(
            f" {part} " in self._bare or f" {part.removesuffix('s')} " in self._bare or self._form(part)
            for part in parts
        )

    def _form(self, part: str) -> bool:
        """The people of a place for the place, initials for a name of several words or an office ("CEO")."""
        office = _OFFICE.fullmatch(part)
        if office and f" chief {office[1]}" in self._bare:
            return True
        if part.isalpha() and 2 < len(part) < 6 and (part in self._initials or part[::-1] in self._initials):
            return True
        return any(_same_root(part, word.casefold().rstrip(".")) for word in self._capitals)


def _same_root(one: str, other: str) -> bool:
    short, long = sorted((_DEMONYM.sub("", one), _DEMONYM.sub("", other)), key=len)
    return len(short) >= _STEM and long.startswith(short) and len(long) - len(short) <= 2
