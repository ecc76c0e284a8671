"""How likely a report tells what a question asks for, where several things are: a list, the news of something. Fitted; pure; six languages.

The question is taken apart into names, concepts and plain words, each by how much it tells apart; a report is measured by how much of that
its headline and its first words tell, in whatever language. `data/asked_for.json` holds the weights.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final

from news.model import Article
from news.scripts import HAN, HANGUL, THAI
from news.text import search_tokens
from summariser.aliases import Mention, mentions, spellings
from summariser.asked_deeds import deeds_in
from summariser.doings import tells_a_model
from summariser.formats import form_of
from summariser.lexicon import Told, concepts_in, forms_of, lexicon, told_in
from summariser.names import all_names, names_in
from summariser.newslines import Line, is_report
from summariser.question_words import GENERIC, GENERIC_ELSEWHERE
from summariser.relevance import judge
from summariser.senses import is_spoken_of, kinds, senses, tongue_of
from summariser.subject_spans import spans_in
from summariser.themes import Theme, theme_of
from summariser.trees import trees
from summariser.vectors import simplify
from summariser.weighing import stake_in

_LEAD: Final = 400
_BODY: Final = 2500
_HALF: Final = 0.6
_BROADER: Final = 0.4
_LITTLE: Final = 0.3
_UNHEARD: Final = 0.999
_ASKS: Final = re.compile(r"[?？]")


@dataclass(frozen=True, slots=True)
class Part:
    """Of a question: a concept that its word may mean, or a word in no table by its search tokens; `weight`: how much it tells apart, 0 to 1."""

    weight: float
    tokens: tuple[str, ...]
    concepts: frozenset[str] = frozenset()
    either: tuple["Part", ...] = ()

    def met(self, tokens: frozenset[str], concepts: frozenset[str]) -> float:
        if self.either:
            return max(one.met(tokens, concepts) for one in self.either)
        if self.concepts & concepts:
            return 1.0
        if not _near(self.concepts).isdisjoint(concepts):
            return _BROADER
        share = sum(one in tokens for one in self.tokens) / len(self.tokens) if self.tokens else 0.0
        return share if len(self.tokens) < 2 or share >= _HALF else share / 2


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
        tuple(_called(one) for one in named),
        tuple(tuple(spellings(one.id)) for one in named),
        {token: weights.get(token, 1.0) for token in words_of(text)},
        found,
        asks,
        theme_of(text),
    )


def _called(one: Mention) -> frozenset[str]:
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
        if row and not (_OR.fullmatch(text[row[-1][1] : part[0]]) and _is_deed(row[-1][2]) == _is_deed(part[2])):
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


def _is_deed(part: Part) -> bool:
    if part.either:
        return _is_deed(part.either[0])
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
    r"|[有在]?哪[些里裡裏]|目前|[现現]在|什[么麼]|怎[么麼样樣]|如何|以?及其?|或是|[正在]{2}"
    r"|정리해|알려|가르쳐|어디|무엇|뭐|누구|있[어나는었]|関連|教えて|一覧|どこ|どんな|何が|บ้าง|อะไร|ไหน|ใคร|รายชื่อ"
)


@lru_cache(maxsize=256)
def _near(concepts: frozenset[str]) -> frozenset[str]:
    """What they are kinds of, where that tells something."""
    above = {kind for name in concepts for kind in lexicon()[name].kinds if kind in lexicon()}
    return frozenset(one for one in above if lexicon()[one].rarity >= _TELLING)


_TELLING: Final = 0.25


def _blank(text: str, start: int, end: int) -> str:
    return f"{text[:start]}{' ' * (end - start)}{text[end:]}"


@lru_cache(maxsize=16_384)
def _told(text: str) -> frozenset[str]:
    """Its concepts, and what sort its names are of: who is named need not be called a company."""
    named = names_in(text)
    sorts = {_SORTS[one.kind] for one in named}
    makers = {"ai company"} if any(one.company in _makers() for one in named) else set()
    large = {"big tech"} if any(one.company in _LARGE for one in named) else set()
    models = {"ai model", "large language model"} if tells_a_model(text) else set()
    return told_in(text) | sorts | makers | large | models


_SORTS: Final = {
    "company": "company",
    "product": "product",
    "person": "person",
    "body": "organization",
    "place": "place",
}
_LARGE: Final = frozenset({"google", "apple", "amazon", "meta", "microsoft", "nvidia"})


@cache
def _makers() -> frozenset[str]:
    """Companies one of whose products is known."""
    return frozenset(one.company for one in all_names() if one.kind == "product")


@lru_cache(maxsize=16_384)
def _tokens(text: str) -> frozenset[str]:
    return frozenset(search_tokens(simplify(text)))


@lru_cache(maxsize=16_384)
def _named(text: str) -> frozenset[str]:
    return frozenset(called for one in mentions(text) for called in _called(one))


@dataclass(frozen=True, slots=True)
class Found:
    """A report that may tell it. `points`: its search points as a share of the best one's; `aside`: no news of AI; `same`: of the asker's
    language; `age` in days; `before`: published before the time that is asked for; `lists`: a list is asked for."""

    line: Line
    points: float
    aside: bool
    same: bool
    age: float
    before: bool
    lists: bool


def odds(asked: Asked, found: Found) -> float:
    """Log-odds that it tells what is asked for."""
    return trees("asked_for").of(signs(asked, found))


def signs(asked: Asked, found: Found) -> dict[str, float]:
    """What the report is weighed by."""
    article = found.line.article
    own = {
        "points": found.points,
        "aside": float(found.aside),
        "plain": float(found.line.plain),
        "same": float(found.same),
        "age": found.age,
        "before": float(found.before),
        "listish": float(found.lists),
        "story": float(article.story is not None),
    }
    return {**own, **_told_by(asked, article)}


def _told_by(asked: Asked, article: Article) -> dict[str, float]:
    title, lead = article.title, article.words[:_LEAD]
    first, whole = _tokens(title), _tokens(title) | _tokens(lead)
    body = first | _tokens(article.words[:_BODY])
    told, more = _told(title), _told(title) | _told(lead)
    names, near = _named(title), _named(title) | _named(lead)
    every, theme = len(asked.names) or 1, asked.theme
    of_ai = judge(title, article.words)
    return {
        "cov_title": _covered(asked.parts, first, told),
        "cov_lead": _covered(asked.parts, whole, more),
        "tok_title": _held(asked.tokens, first),
        "tok_lead": _held(asked.tokens, whole),
        "tok_body": _held(asked.tokens, body),
        "named": float(bool(asked.names)),
        "name_title": sum(bool(one & names) for one in asked.names) / every,
        "name_lead": sum(bool(one & near) for one in asked.names) / every,
        **_telling(asked.parts, first, told, "title"),
        **_telling(asked.parts, whole, more, "lead"),
        **_by_role(asked.parts, first, told, "title"),
        **_by_role(asked.parts, whole, more, "lead"),
        "unmet_title": _unmet(asked.parts, first, told),
        "unmet_lead": _unmet(asked.parts, whole, more),
        "both": float(len([one for one in asked.parts if one.met(first, told) >= _HALF])),
        "theme_title": theme.share(title) if theme else 0.0,
        "theme_lead": theme.share(f"{title} {lead}") if theme else 0.0,
        "deeds": float(bool(asked.deeds)),
        "deed_title": float(any(is_spoken_of(one, title) for one in asked.deeds)),
        "deed_lead": float(any(is_spoken_of(one, lead) for one in asked.deeds)),
        "kinds": float(bool(asked.kinds)),
        "kind_title": float(any(kinds()[one].tells.search(title) for one in asked.kinds)),  # type: ignore[union-attr]
        "parts": float(len(asked.parts)),
        "of_ai": float(of_ai.is_ai),
        "ai": of_ai.score,
        "report": float(is_report(article)),
        "form": float(form_of(article) == "news"),
        "promo": float(form_of(article) in ("promo", "deal", "jobs")),
        "asks": float(_ASKS.search(title) is not None),
        "stake": stake_in(title),
        "length": float(len(title)),
    }


def _covered(parts: Sequence[Part], tokens: frozenset[str], concepts: frozenset[str]) -> float:
    whole = sum(one.weight for one in parts)
    return sum(one.weight * one.met(tokens, concepts) for one in parts) / whole if whole else 0.0


def _by_role(parts: Sequence[Part], tokens: frozenset[str], concepts: frozenset[str], where: str) -> dict[str, float]:
    """How far what is done is met, and what it is done to or by; -1 where none is asked for."""
    telling = [one for one in parts if one.weight >= _SAYS]
    done, things = [one for one in telling if _is_deed(one)], [one for one in telling if not _is_deed(one)]
    return {
        f"done_{where}": max((one.met(tokens, concepts) for one in done), default=-1.0),
        f"all_done_{where}": _covered(done, tokens, concepts) if done else -1.0,
        f"thing_{where}": max((one.met(tokens, concepts) for one in things), default=-1.0),
        f"all_things_{where}": _covered(things, tokens, concepts) if things else -1.0,
        f"least_{where}": min((one.met(tokens, concepts) for one in telling), default=-1.0),
    }


_SAYS: Final = 0.2


def _telling(parts: Sequence[Part], tokens: frozenset[str], concepts: frozenset[str], where: str) -> dict[str, float]:
    """How far each of the most telling parts is met; 1 where there is none."""
    order = sorted(parts, key=lambda one: -one.weight)[:_MOST_TELLING]
    met = [one.met(tokens, concepts) for one in order]
    return {f"part{at}_{where}": met[at] if at < len(met) else 1.0 for at in range(_MOST_TELLING)}


_MOST_TELLING: Final = 3


def _unmet(parts: Sequence[Part], tokens: frozenset[str], concepts: frozenset[str]) -> float:
    """Of what does not stand there the weight of what tells most apart, as a share of the whole question's most telling."""
    most = max((one.weight for one in parts), default=0.0)
    return max((one.weight * (1 - one.met(tokens, concepts)) for one in parts), default=0.0) / most if most else 0.0


def _held(asked: Mapping[str, float], there: frozenset[str]) -> float:
    whole = sum(asked.values())
    return sum(weight for token, weight in asked.items() if token in there) / whole if whole else 0.0
