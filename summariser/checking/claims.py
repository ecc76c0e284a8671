"""Is a sentence that a model wrote fit to be told? What it says of itself is not believed: every quote is looked up, every sentence
is checked against the passages that hold its quotes, in one language or across two."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final, Literal

from news.languages import Language
from news.model import Citation, Sentence
from news.text import normalise_for_match, spans
from summariser.checking.abroad import mistranslated
from summariser.checking.casting import recast
from summariser.checking.causation import miscaused
from summariser.checking.clipping import clipped
from summariser.checking.closeness import closeness
from summariser.checking.crossing import anchors, cross
from summariser.checking.cutting import is_whole
from summariser.checking.dated import time_dropped
from summariser.checking.disowning import ADDED, disowned
from summariser.checking.events import may_take_back, same_event
from summariser.checking.evidence import Evidence, weighed
from summariser.checking.framing import BEHIND, Sources, is_one_clause, set_apart, unframed
from summariser.checking.grounding import check
from summariser.checking.luring import lures
from summariser.checking.polarity import polarity
from summariser.checking.prompting import Material
from summariser.checking.replies import Claim, Support
from summariser.checking.shape import shape_fault
from summariser.checking.widening import widened
from summariser.checking.years import with_dates
from summariser.words import facts
from summariser.words.placed_names import placed_names
from summariser.words.quantities import placed_numbers
from summariser.words.vectors import simplify

Standing = Literal["good", "grey", "unchecked", "bad"]
"""`grey`: nothing speaks against it but too little for it; `unchecked`: across languages, and not one plain event that words can tell on
both sides. Both are asked about where the entailment pass is on; without it the one is replaced, the other shown beside its original."""

_TOLD: Final = 0.93
"""Closeness from which a sentence is told without a second look; chosen on false twins of true sentences, `benchmarks/quality/retellings.py`."""
_CUT: Final = "words of its quote left out or moved"
_SHARED: Final = 0.15
"""Below it, and without any name or number of its quote, a sentence says nothing of it."""
_BEHIND: Final = 2
_BESIDE: Final = 240
"""Characters before and behind a quote that the entailment pass sees: about a sentence and a half; more is paid for each time."""
_SHORTEST_QUOTE: Final[dict[str, int]] = {"en": 16, "th": 14}
_SHORTEST_QUOTE_CHARACTERS: Final = 6
_QUOTED_SENTENCES: Final = 3
_PER_CENT: Final = re.compile(r"\s?(?:%|％|per ?cent|퍼센트|เปอร์เซ็นต์)")
_PAIR: Final = re.compile(r"unshown [^/]+/[^/]+")
"""Two names whose parts words could not tell."""


@dataclass(frozen=True, slots=True)
class Passage:
    """Whole sentences of an article around a quote. `start` and `end` are their place in it; in the title both are -1."""

    material: Material
    quote: str
    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Judged:
    """`sentence` carries its citations; `faults` say what speaks against it, for the repair and the ledger. `crosses`: the quotes are
    in another language, so that words alone never tell it whole. `unshown`: who does what in it words cannot tell, so that it never
    stands beside its original either."""

    standing: Standing
    sentence: Sentence
    passages: tuple[Passage, ...]
    faults: tuple[str, ...] = ()
    crosses: bool = False
    unshown: bool = False

    @property
    def is_asked(self) -> bool:
        """Whether the entailment pass is to look at it: nothing speaks against it, and words cannot tell that it is true."""
        return self.standing in ("grey", "unchecked", *(("good",) if self.crosses else ()))

    @property
    def passage(self) -> str:
        """The sentences that it was written from."""
        return " ".join(" ".join(one.text.split()) for one in self.passages)

    @property
    def context(self) -> str:
        """Title and neighbours of the quotes: who "the company" is, and whether somebody denies it."""
        return " … ".join(dict.fromkeys(" ".join(_beside(one).split()) for one in self.passages))

    def settled(self, holds: bool | None) -> "Judged":
        """As the entailment pass judged it; None where it cannot tell: then no translation stands without its original."""
        if holds is None:
            return replace(self, standing="unchecked", faults=("unclear",)) if self.standing == "good" else self
        if holds:
            return replace(self, standing="good", faults=())
        return replace(self, standing="bad", faults=("not entailed",))

    def confused(self) -> "Judged":
        """As a pass judged it that believes what is false of it as well."""
        return replace(self, standing="bad", faults=("not told apart",))


def judge(claim: Claim, materials: Mapping[str, Material], language: Language) -> Judged:
    """What a claim is worth. Never raises: a claim is a stranger's word."""
    passages, faults = _look_up(claim.supports, materials)
    sentence = Sentence(claim.text, tuple(_citations(passages)))
    shape = shape_fault(claim.text, language)
    if shape:
        return Judged("bad", sentence, passages, (shape,))
    if not passages:
        return Judged("bad", sentence, passages, tuple(faults) or ("no quote",))
    lured = lures(claim.text, language, [(one.text, one.material.language) for one in passages])
    if lured:
        return Judged("bad", sentence, passages, (lured,))
    quoted, behind = _framed(passages)
    if disowned(claim.text, language, [*quoted, *((_beside(one), one.material.language) for one in passages)]):
        return Judged("bad", sentence, passages, (ADDED,))
    unkept = tuple(unframed(claim.text, language, quoted, behind))
    if BEHIND in unkept or (unkept and all(is_one_clause(text) for text, _ in quoted)):
        return Judged("bad", sentence, passages, unkept)
    if any(_is_undated(claim.text, language, one) for one in passages):
        return Judged("bad", sentence, passages, ("time dropped",))
    same = [passage for passage in passages if is_same(passage.material.language, language)]
    if same:
        judged = _in_one_language(claim.text, language, sentence, passages, same)
    else:
        judged = _across(claim.text, language, sentence, passages)
    if judged.standing != "bad" and unkept:
        return replace(judged, standing="grey", faults=(*unkept, *judged.faults))
    if judged.standing == "good" and any(set_apart(*_setting(one)) for one in passages):
        return replace(judged, standing="grey", faults=(*judged.faults, "what stands around it"))
    return judged


def _is_undated(text: str, language: Language, one: Passage) -> bool:
    return time_dropped(text, language, [(one.text, one.material.language)], one.material.published)


def _beside(one: Passage) -> str:
    if one.start < 0:
        return one.material.text[:_BESIDE]
    before = one.material.text[max(0, one.start - _BESIDE) : one.start]
    return f"{one.material.title} … {before} … {one.material.text[one.end : one.end + _BESIDE]}"


def _framed(passages: Sequence[Passage]) -> tuple[Sources, Sources]:
    """The sentences around the quotes, and the two behind each."""
    after: list[tuple[str, Language]] = []
    for one in passages:
        lines = _lines(one.material.text, one.material.language)
        behind = [one.material.text[start:end] for start, end in lines if start >= one.end >= 0][:_BEHIND]
        after += [(line, one.material.language) for line in behind]
    return [(one.text, one.material.language) for one in passages], after


def _setting(one: Passage) -> tuple[Sources, Sources]:
    """What may frame a quote without being in it: the title, how the article opens, the sentences on either side; and those before."""
    text, spoken = one.material.text, one.material.language
    lines = _lines(text, spoken)
    before = [(text[start:end], spoken) for start, end in lines if 0 <= end <= one.start][-_BEHIND:]
    after = [(text[start:end], spoken) for start, end in lines if start >= one.end][:_BEHIND]
    opening = [(text[start:end], spoken) for start, end in lines[:1] if start != one.start]
    return [(one.material.title, spoken), *opening, *before, *after], before


def is_same(one: Language, other: Language) -> bool:
    """Languages that can be compared word by word: equal, or the two Chinese scripts."""
    return one == other or (one.startswith("zh") and other.startswith("zh"))


def _look_up(supports: Sequence[Support], materials: Mapping[str, Material]) -> tuple[tuple[Passage, ...], list[str]]:
    passages: list[Passage] = []
    faults: list[str] = []
    for support in supports:
        material = materials.get(support.id)
        if material is None:
            faults.append(f"no article {support.id[:20]!r}")
            continue
        found = find(support.quote, material)
        if found is None:
            faults.append(f"the quote is not in {support.id}")
        elif found not in passages:
            passages.append(found)
    return tuple(passages), faults


def find(quote: str, material: Material) -> Passage | None:
    """The sentences of the article that the quote lies in; None when it stands nowhere, or is too short to say anything."""
    wanted = normalise_for_match(quote.strip("…. \"“”「」'‘’"))
    if len(wanted) < _SHORTEST_QUOTE.get(material.language, _SHORTEST_QUOTE_CHARACTERS):
        return None
    lines = _lines(material.text, material.language)
    for size in range(1, _QUOTED_SENTENCES + 1):
        for at in range(len(lines) - size + 1):
            start, end = lines[at][0], lines[at + size - 1][1]
            if wanted in _bare(material.text[start:end]):
                return Passage(material, quote, material.text[start:end], start, end)
    if wanted in _bare(material.title):
        return Passage(material, quote, material.title, -1, -1)
    return None


@lru_cache(maxsize=256)
def _lines(text: str, language: Language) -> tuple[tuple[int, int], ...]:
    return tuple(spans(text, language))


@lru_cache(maxsize=16384)
def _bare(text: str) -> str:
    return normalise_for_match(text)


def _citations(passages: Sequence[Passage]) -> Iterator[Citation]:
    for passage in passages:
        yield Citation(passage.material.url, " ".join(passage.text.split()), passage.material.source)


def _in_one_language(
    text: str, language: Language, sentence: Sentence, passages: tuple[Passage, ...], same: Sequence[Passage]
) -> Judged:
    """Every name, number and date in the sentences quoted, nothing turned or widened; enough words in common, or a second look."""
    sources, told = [with_dates(one.text, one.material.language, text, one.material.published) for one in same], text
    dated = sources != [passage.text for passage in same]
    if language.startswith("zh"):
        sources, told = [simplify(source) for source in sources], simplify(text)
    source = "\n".join(sources)
    if facts.script(told) == "en":
        found = weighed(told, sources, "\n".join(_around(passage) for passage in same))
        near = closeness(told, source)
        if near >= _TOLD and not is_whole(told, sources):
            found += Evidence((), (_CUT,))
    else:
        found, near = _weighed_by_pairs(told, language, sources), closeness(told, source)
        if near >= _TOLD and clipped(told, sources, language):
            found += Evidence((), (_CUT,))
    found += Evidence((), ("year",) if dated else ())
    found += Evidence(*widened(told, language, source, language))
    found += Evidence((), tuple(miscaused(told, language, source, language)))
    return _standing(sentence, passages, found, near, language)


def _weighed_by_pairs(told: str, language: Language, sources: Sequence[str]) -> Evidence:
    """Where names have no capitals: by pairs of characters, and by what is the same in every script."""
    source = "\n".join(sources)
    crossed = cross(told, language, source, language)
    lines = [line for text in sources for line in text.split("\n")]
    faults = [*check(told, [source]).reasons, *(f"parts of {pair}" for pair in recast(told, lines))]
    doubts = [fault for fault in crossed.doubts if fault.startswith("name")]
    doubts += ["polarity"] if polarity(told, language, source, language) == "unknown" else []
    return Evidence((*faults, *crossed.faults), tuple(doubts))


def _standing(
    sentence: Sentence, passages: tuple[Passage, ...], found: Evidence, near: float, language: Language
) -> Judged:
    if found.against:
        return Judged("bad", sentence, passages, found.against)
    if not found.doubts and near >= _TOLD:
        return Judged("good", sentence, passages)
    if near < _SHARED and not _points(sentence.text, passages) and any(anchors(one.text) for one in passages):
        return Judged("bad", sentence, passages, ("says nothing of its quote",))
    return Judged("grey", sentence, passages, found.doubts or ("too far from the words of its quotes",))


def _points(text: str, passages: Sequence[Passage]) -> bool:
    """Whether the telling names something that its quotes name: a name, a number, a day."""
    return any(anchors(text) & anchors(passage.text) for passage in passages)


def _around(passage: Passage) -> str:
    """The article, and who published it: its own name may stand for "we"."""
    return f"{passage.material.title}\n{passage.material.source}\n{passage.material.url}\n{passage.material.text}"


def _across(text: str, language: Language, sentence: Sentence, passages: tuple[Passage, ...]) -> Judged:
    # A headline is told whole; of a sentence a part may be quoted, unless that leaves out its "not".
    quote = "\n".join(passage.quote if passage.start >= 0 else passage.text for passage in passages)
    whole = "\n".join(passage.text for passage in passages)
    first, plain_quote = passages[0].material, quote
    quote = with_dates(quote, first.language, text, first.published)
    found = cross(text, language, quote, first.language, context=first.title, around=_around(passages[0]))
    wider, perhaps = widened(text, language, quote, first.language)
    causes = miscaused(text, language, whole, first.language)
    moved = mistranslated(text, language, quote, first.language)
    against = (*found.faults, *wider)
    doubts = (*found.doubts, *perhaps, *causes, *moved, *(["year"] if quote != plain_quote else []))
    doubts = (*doubts, *_reordered(text, quote))
    if against:
        return Judged("bad", sentence, passages, against, crosses=True)
    if any(_PAIR.fullmatch(doubt) for doubt in doubts):
        return Judged("grey", sentence, passages, doubts, crosses=True, unshown=True)
    if doubts:
        return Judged("grey", sentence, passages, doubts, crosses=True)
    turn = polarity(text, language, whole, first.language)
    names = {name.key for name in placed_names(text, language, whole) if name.kind or name.said.isascii()}
    if turn == "unknown" and len(names) > 1:
        # "X outperformed Y" told as "Y did not reach X": who is who hangs on the "not".
        return Judged("grey", sentence, passages, ("polarity",), crosses=True, unshown=True)
    if not found.checked or turn != "same" or not _tells_event(text, language, passages):
        return Judged("unchecked", sentence, passages, ("polarity",), crosses=True)
    return Judged("good", sentence, passages, crosses=True)


def _reordered(text: str, quote: str) -> list[str]:
    """The first two shares that the telling has in another order than its quote: whose each is cannot be shown."""
    mine, theirs = _shares(text), _shares(quote)
    here, there = [one for one in mine if one in theirs], [one for one in theirs if one in mine]
    return next(([f"unshown {one}/{other}"] for one, other in zip(here, there, strict=True) if one != other), [])


def _shares(text: str) -> list[str]:
    read, placed = placed_numbers(text)
    return list(dict.fromkeys(number for number, end in placed if _PER_CENT.match(read, end)))


def _tells_event(text: str, language: Language, passages: Sequence[Passage]) -> bool:
    """Whether the telling and the one sentence or title it translates are one plain event, which the next sentence does not speak of."""
    one, spoken = passages[0], passages[0].material.language
    behind = one.material.text[one.end :].strip() if one.start >= 0 else ""
    if len(passages) > 1 or may_take_back(behind, spoken):
        return False
    return same_event(text, language, " ".join(one.text.split()), spoken)
