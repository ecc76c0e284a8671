"""What a question is about, as things to look for: names, deeds, kinds and plain words, each in every language that may write it. Pure."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final

from news.languages import Language
from news.scripts import HAN, HANGUL, THAI
from news.text import search_tokens
from summariser.asking.asked_deeds import deeds_in
from summariser.asking.subject_spans import Span, spans_in
from summariser.words.aliases import mentions, spellings
from summariser.words.bywords import in_other_words
from summariser.words.question_words import GENERIC, GENERIC_ELSEWHERE
from summariser.words.senses import Tongue, is_spoken_of, kinds, senses, tongue_of
from summariser.words.vectors import simplify

_NAME: Final = 3.0
_DEED: Final = 2.0
_KIND: Final = 1.5
_WORD: Final = 1.0
_TONGUES: Final[tuple[Tongue, ...]] = ("en", "zh", "ja", "ko", "th")
_LEAST: Final = 0.65
_UNNAMED: Final = 0.75
"""So much of what is asked for a headline holds that is of the theme: with a name, and without."""
_HALF: Final = 0.5
_PAIR: Final = 2
_TELLING: Final = 0.45
"""A plain word that tells less apart is said of everything."""
_SAYABLE: Final = 0.75
"""And so much of it must be sayable in its language."""


@dataclass(frozen=True, slots=True)
class Concept:
    """Met by one of its `forms` (by tongue; "" for any), or by a deed's or a kind's own words. `terms`: search tokens."""

    weight: float
    forms: tuple[tuple[str, str], ...] = ()
    deeds: tuple[str, ...] = ()
    kind: str = ""

    @property
    def is_name(self) -> bool:
        return self.weight == _NAME

    def is_said_in(self, tongue: Tongue) -> bool:
        return bool(self.deeds or self.kind) or any(own in ("", tongue) for own, _ in self.forms)

    def is_met(self, text: str, tongue: Tongue) -> bool:
        if any(is_spoken_of(deed, text) for deed in self.deeds):
            return True
        tells = kinds()[self.kind].tells if self.kind else None
        if tells is not None and tells.search(text):
            return True
        plain, words = _plain(text)
        return any(own in ("", tongue) and _stands(form, plain, words) for own, form in self.forms)

    def told(self, weights: Mapping[str, float]) -> float:
        """What its words tell apart, by the most telling one."""
        return max((weights.get(token, 1.0) for _, form in self.forms for token in search_tokens(form)), default=1.0)

    @property
    def terms(self) -> Iterator[str]:
        for deed in self.deeds:
            yield from senses()[deed].terms
        if self.kind:
            yield from kinds()[self.kind].terms
        for _, form in self.forms:
            yield from search_tokens(form)


@dataclass(frozen=True, slots=True)
class Theme:
    """`of_ai`: the question says that it is about AI."""

    concepts: tuple[Concept, ...]
    terms: tuple[str, ...]
    of_ai: bool

    @property
    def plain_words(self) -> tuple[str, ...]:
        """Search tokens of which it depends on the archive how much they tell apart."""
        plain = (one for one in self.concepts if one.weight == _WORD)
        return tuple(dict.fromkeys(token for one in plain for _, form in one.forms for token in search_tokens(form)))

    def weighed(self, told: Mapping[str, float]) -> "Theme":
        """`told`: how much each plain word tells apart, 0 to 1; what is everywhere is left out where something else is left."""
        heard = [one if one.weight != _WORD else replace(one, weight=one.told(told)) for one in self.concepts]
        kept = [one for one in heard if one.weight >= _TELLING] or heard
        return replace(self, concepts=tuple(kept))

    def share(self, headline: str) -> float:
        """How much of what is asked for it holds, of what its language can say; 0 where a name, or every deed, that is asked for is missing."""
        tongue = tongue_of(headline)
        said = [one for one in self.concepts if one.is_said_in(tongue)]
        whole, sayable = sum(one.weight for one in self.concepts), sum(one.weight for one in said)
        if sayable < (_SAYABLE if self.names else 1.0) * whole:
            return 0.0
        met = [one for one in said if one.is_met(headline, tongue)]
        for needed in (_NAME, _DEED):
            if any(one.weight == needed for one in said) and not any(one.weight == needed for one in met):
                return 0.0
        alone = len(met) < _PAIR <= len(said) and not any(one.is_name for one in met)
        return 0.0 if alone else sum(one.weight for one in met) / sayable

    @property
    def names(self) -> bool:
        """Somebody or something is named in it."""
        return any(one.is_name for one in self.concepts)

    def may_hold(self, text: str) -> bool:
        """Nothing speaks against it: half of what its language can say of the theme stands there, or too little can be said."""
        tongue = tongue_of(text)
        said = [one for one in self.concepts if one.is_said_in(tongue)]
        whole, sayable = sum(one.weight for one in self.concepts), sum(one.weight for one in said)
        return (
            sayable < _SAYABLE * whole or sum(one.weight for one in said if one.is_met(text, tongue)) >= _HALF * sayable
        )

    def says_all(self, text: str) -> bool:
        """Whom it names, and all else of it that its language can say."""
        tongue = tongue_of(text)
        return all(one.is_met(text, tongue) for one in self.concepts if one.is_said_in(tongue))

    def holds(self, headline: str) -> bool:
        return self.share(headline) >= (_LEAST if self.names else _UNNAMED)


@lru_cache(maxsize=4096)
def _plain(text: str) -> tuple[str, frozenset[str]]:
    return simplify(text.casefold()), frozenset(search_tokens(text))


def _stands(form: str, plain: str, words: frozenset[str]) -> bool:
    if form.isascii():
        own = search_tokens(form)
        return bool(own) and words.issuperset(own)
    return simplify(form.casefold()) in plain


@lru_cache(maxsize=256)
def theme_of(text: str) -> Theme | None:
    """None where the question says of nothing that it is about it."""
    concepts = tuple(dict.fromkeys((*_concepts(text), *_deeds_asked(text))))
    if sum(bool(one.deeds) for one in concepts) > 1:  # what the spans name and what the question asks for is one deed
        concepts = (*(one for one in concepts if not one.deeds), _either([one for one in concepts if one.deeds]))
    if not concepts:
        return None
    return Theme(
        concepts, tuple(dict.fromkeys(term for one in concepts for term in one.terms)), _OF_AI.search(text) is not None
    )


def _concepts(text: str) -> Iterator[Concept]:
    spans = spans_in(text)
    tongue = tongue_of(text)
    for group in _alternatives(spans, text):
        found = [tuple(_of(span, tongue)) for span in group]
        singles = [some[0] for some in found if len(some) == 1]
        if len(group) > 1 and len(singles) == len(found) and len({one.weight for one in singles}) == 1:
            yield _either(singles)
        else:
            yield from (one for some in found for one in some)


def _deeds_asked(text: str) -> Iterator[Concept]:
    told = deeds_in(text, tongue_of(text)).told
    if told:
        yield Concept(_DEED, deeds=told)


_OF_AI: Final = re.compile(r"(?<![A-Za-z])AI(?![A-Za-z])|人工智[能慧]|人工知能|인공지능|ปัญญาประดิษฐ์", re.IGNORECASE)
_OR: Final = re.compile(r"\s*(?:[,、，·/・]|,? ?\b(?:or|and)\b|이나|와|과|や|和|跟|及|或|หรือ|และ)\s*")


def _alternatives(spans: Sequence[Span], text: str) -> Iterator[list[Span]]:
    """Things that are named in a row, any of which will do; the others by themselves."""
    row: list[Span] = []
    for span in spans:
        if row and (span.part != row[-1].part or not _OR.fullmatch(text[row[-1].end : span.start])):
            yield row
            row = []
        row.append(span)
    if row:
        yield row


def _either(found: Sequence[Concept]) -> Concept:
    return Concept(
        found[0].weight,
        tuple(form for one in found for form in one.forms),
        tuple(deed for one in found for deed in one.deeds),
        next((one.kind for one in found if one.kind), ""),
    )


def _of(span: Span, tongue: Tongue) -> Iterator[Concept]:
    rest = span.text
    for one in reversed(mentions(span.text)):
        yield Concept(_NAME, tuple(("", name) for name in spellings(one.id)))
        rest = f"{rest[: one.start]} {rest[one.end :]}"
    told = deeds_in(rest, tongue) if span.part == "deed" or tongue == "en" else None
    if told and told.told:
        yield Concept(_DEED, deeds=told.told)
        rest = told.left
    for name, kind in kinds().items():
        if kind.asks.search(rest):
            if kind.tells:
                yield Concept(_KIND, kind=name)
            rest = kind.asks.sub(" ", rest)
    yield from _words(rest, tongue)


def _words(rest: str, tongue: Tongue) -> Iterator[Concept]:
    bare = rest if rest.isascii() else GENERIC_ELSEWHERE.sub(" ", rest)
    for found in _WRITTEN.finditer(bare):
        word = found[0]
        if all(token in GENERIC for token in search_tokens(word)):
            continue
        if found["name"] and len(word) > _INITIALS:
            yield Concept(_NAME, (("", word),))
        else:
            yield Concept(_WORD, ((tongue, word), *_abroad(word, tongue)))


_INITIALS: Final = 2
"""TV, AX: nobody's name."""
_CAPITAL: Final = r"(?:[A-Z][A-Za-z0-9.&-]*|[a-z]*\d[A-Za-z0-9.-]*)"
_WRITTEN: Final = re.compile(
    rf"(?P<name>{_CAPITAL}(?: {_CAPITAL})*)|[a-z][a-z&'-]+|[{HAN}]{{2,}}|[ァ-ヴー]{{2,}}|[{HANGUL}]{{2,}}|[{THAI}]{{4,}}"
)
"""A name as it is written, its words together; a plain word; a run without spaces."""


def _abroad(word: str, tongue: Tongue) -> Iterator[tuple[str, str]]:
    for other in _TONGUES:
        if other != tongue:
            language: Language = "zh-Hans" if other == "zh" else other
            told = in_other_words(word, language).strip()
            if told != word:
                yield other, told


def name_alone(text: str) -> str:
    """The one known name that a question is about, where it is about nothing else; "" where it is."""
    theme, named = theme_of(text), {one.id for one in mentions(text)}
    if theme is None or len(named) != 1 or len(theme.concepts) != 1 or not theme.names:
        return ""
    first = mentions(text)[0]
    return text[first.start : first.end]
