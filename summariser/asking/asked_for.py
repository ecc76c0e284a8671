"""What a question asks for, taken apart: names, concepts and plain words, each by how much it tells apart. Pure; six languages."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from news.scripts import HAN, HANGUL, THAI
from news.text import search_tokens
from summariser.asking.asked_deeds import deeds_in
from summariser.asking.subject_spans import spans_in
from summariser.asking.themes import Theme, theme_of
from summariser.words.aliases import Mention, mentions, spellings
from summariser.words.lexicon import Told, concepts_in, forms_of, lexicon
from summariser.words.question_words import GENERIC, GENERIC_ELSEWHERE
from summariser.words.senses import kinds, senses, tongue_of
from summariser.words.vectors import simplify

HALF: Final = 0.6
"""From such a share of its tokens on a word stands there."""
_LITTLE: Final = 0.3
"""What a word counts that stands beside what the question is about."""
_UNHEARD: Final = 0.999
"""A token of this weight stands in no report."""


@dataclass(frozen=True, slots=True)
class Part:
    """Of a question: a concept that its word may mean, or a word in no table by its search tokens; `weight`: how much it tells apart, 0 to 1."""

    weight: float
    tokens: tuple[str, ...]
    concepts: frozenset[str] = frozenset()
    either: tuple["Part", ...] = ()
    """Any of these will do."""

    def met(self, tokens: frozenset[str], concepts: frozenset[str]) -> float:
        """How far a text with these tells it, 0 to 1."""
        if self.either:
            return max(one.met(tokens, concepts) for one in self.either)
        if self.concepts & concepts:
            return 1.0
        if broader := max((much for name, much in broader_of(self.concepts).items() if name in concepts), default=0.0):
            return broader
        share = sum(one in tokens for one in self.tokens) / len(self.tokens) if self.tokens else 0.0
        return share if len(self.tokens) < 2 or share >= HALF else share / 2


@dataclass(frozen=True, slots=True)
class Asked:
    """What a question asks for, taken apart. `names`: of each name that it holds what it goes by."""

    parts: tuple[Part, ...]
    names: tuple[frozenset[str], ...]
    spelled: tuple[tuple[str, ...], ...]
    tokens: Mapping[str, float]
    deeds: tuple[str, ...]
    kinds: tuple[str, ...]
    theme: Theme | None

    @property
    def searches(self) -> tuple[tuple[str, ...], ...]:
        """Search tokens, in every language: of each part that tells something, of each name, and of all together."""
        telling = sorted((one for one in self.parts if one.weight >= _TELLING), key=lambda one: -one.weight)
        ways = [_terms_of(one) for one in (telling or self.parts)[:_MOST]]
        ways += [
            tuple(dict.fromkeys(token for name in names for token in search_tokens(name))) for names in self.spelled
        ]
        deeds = (token for deed in self.deeds for token in senses()[deed].terms)
        theirs = self.theme.terms if self.theme else ()
        whole = tuple(dict.fromkeys((*self.tokens, *theirs, *(one for way in ways for one in way), *deeds)))
        return (*dict.fromkeys(filter(None, ways)), whole)


_MOST: Final = 4


def _terms_of(part: Part) -> tuple[str, ...]:
    forms = (form for one in part.either or (part,) for name in sorted(one.concepts) for form in forms_of(name))
    own = (token for one in part.either or (part,) for token in one.tokens)
    return tuple(dict.fromkeys((*own, *(token for form in forms for token in search_tokens(form)))))


def words_of(text: str) -> tuple[str, ...]:
    """The search tokens of a question of which it depends on the archive how much they tell apart."""
    return tuple(dict.fromkeys(one for one in search_tokens(simplify(text)) if one not in GENERIC))


def asked_for(text: str, weights: Mapping[str, float]) -> Asked:
    """`weights`: of `words_of` the text how much each tells apart, 0 to 1."""
    named = mentions(text)
    found = deeds_in(text, tongue_of(text)).told
    asks = tuple(name for name, kind in kinds().items() if kind.tells and kind.asks.search(text))
    return Asked(
        tuple(_parts(text, named, weights)),
        tuple(called(one) for one in named),
        tuple(tuple(spellings(one.id)) for one in named),
        {token: weights.get(token, 1.0) for token in words_of(text)},
        found,
        asks,
        theme_of(text),
    )


def called(one: Mention) -> frozenset[str]:
    """What a name meets: itself, and whose it is."""
    return frozenset(filter(None, (one.id, one.company)))


def _parts(text: str, named: Sequence[Mention], weights: Mapping[str, float]) -> Iterator[Part]:
    """Things in a row any of which will do ("banks or brokers") are one."""
    left = _ASKING.sub(lambda found: " " * len(found[0]), text)
    for one in named:
        left = _blank(left, one.start, one.end)
    found = [(told.start, told.end, _part_of(told, left)) for told in concepts_in(left)]
    for start, end, _ in found:
        left = _blank(left, start, end)
    found += _plain_parts(text, left, weights)
    row: list[tuple[int, int, Part]] = []
    for part in sorted(found, key=lambda one: one[0]):
        if row and not (_OR.fullmatch(text[row[-1][1] : part[0]]) and is_deed(row[-1][2]) == is_deed(part[2])):
            yield _either([part for _, _, part in row])
            row = []
        row.append(part)
    if row:
        yield _either([part for _, _, part in row])


def _part_of(told: Told, text: str) -> Part:
    rarity = max(lexicon()[name].rarity for name in told.concepts)
    return Part(rarity, tuple(search_tokens(simplify(text[told.start : told.end]))), told.concepts)


def _plain_parts(text: str, left: str, weights: Mapping[str, float]) -> Iterator[tuple[int, int, Part]]:
    """Words in no table: where words are not set apart, what is written in Han, katakana or hangul between what is known."""
    about = [range(one.start, one.end) for one in spans_in(text)]
    for found in _WORD.finditer(GENERIC_ELSEWHERE.sub(lambda one: " " * len(one[0]), left)):
        tokens = [one for one in words_of(found[0]) if weights.get(one, 1.0) < _UNHEARD]
        if tokens:
            much = 1.0 if any(found.start() in one for one in about) else _LITTLE
            weight = much * sum(weights[one] for one in tokens) / len(tokens)
            yield found.start(), found.end(), Part(weight, tuple(tokens))


def is_deed(part: Part) -> bool:
    """It is something done, no thing."""
    if part.either:
        return is_deed(part.either[0])
    return any(_DEED in lexicon()[name].kinds for name in part.concepts)


_DEED: Final = "deed"


def _either(row: Sequence[Part]) -> Part:
    if len(row) == 1:
        return row[0]
    return Part(max(one.weight for one in row), (), frozenset().union(*(one.concepts for one in row)), tuple(row))


_WORD: Final = re.compile(rf"[A-Za-z0-9][\w.&'-]*|[{HAN}]{{2,}}|[ァ-ヴー]{{2,}}|[{HANGUL}]{{2,}}|[{THAI}]{{4,}}")
_OR: Final = re.compile(
    r"\s*(?:[,、，·・/／]|,? ?\b(?:or|and|and/or)\b|이나|나(?= )|또는|혹은|와|과|や|か|または|もしくは|和|跟|及|或是?|或者|以及|หรือ|และ)\s*"
)
_ASKING: Final = re.compile(
    r"^(?:list|name|show|give me|tell me)(?: (?:me|us|all|the))*\b|\bwho(?:m|se)?\b|\b(?:pls|please|right now|so far|or so|lately|recently)\b"
    r"|[有在]?哪[些里裡裏]|目前|[现現]在|什[么麼]|怎[么麼样樣]|如何|以?及其?|或是|正在"
    r"|정리해|알려|가르쳐|어디|무엇|뭐|누구|있[어나는었]|関連|教えて|一覧|どこ|どんな|何が|บ้าง|อะไร|ไหน|ใคร|รายชื่อ"
)


@lru_cache(maxsize=256)
def broader_of(concepts: frozenset[str]) -> Mapping[str, float]:
    """What they are kinds of, where that tells something, and how much of them: going public tells half of a filing to go public."""
    found: dict[str, float] = {}
    for name in concepts:
        for kind in lexicon()[name].kinds:
            if kind in lexicon() and lexicon()[kind].rarity >= _TELLING:
                found[kind] = max(
                    found.get(kind, 0.0),
                    min(_MOST_OF_IT, lexicon()[kind].rarity / max(_TELLING, lexicon()[name].rarity)),
                )
    return found


_MOST_OF_IT: Final = 0.6
_TELLING: Final = 0.25


def _blank(text: str, start: int, end: int) -> str:
    return f"{text[:start]}{' ' * (end - start)}{text[end:]}"
