"""A question for a list of any predicate ("which companies announced layoffs?"): of what kind, who or what is asked for, by which words. Pure."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from news.asking import Intent
from news.languages import Language
from news.scripts import words
from news.text import search_tokens
from summariser.asking.asked_deeds import ASKS_FOR_OBJECT, Deeds, Side, deeds_in, side_of, verb_in
from summariser.asking.list_forms import ANYBODY, BODIES, EVENT, OF_PEOPLE, ONCE, Form, form_of
from summariser.asking.list_rest import PLANS, rest_of
from summariser.asking.membership import sort_asked
from summariser.asking.one_thing import asks_for_one
from summariser.reading.doings import Doings
from summariser.words.aliases import Mention, mentions, spellings
from summariser.words.bywords import in_other_words
from summariser.words.facts import names as proper_names
from summariser.words.names import names_in
from summariser.words.question_words import GENERIC, about
from summariser.words.senses import Tongue, kinds, senses, tongue_of
from summariser.words.vectors import simplify

_UNDER_WAY: Final = re.compile(
    r"\b(?:building|developing|designing)\b|[要在正][^了]{0,3}[建蓋盖]|ている|中の|(?:고|는) ?있|짓는|กำลัง",
    re.IGNORECASE,
)
"""What is being built is planned as well."""
_LOOSE: Final = frozenset({"build", "develop", "reduce", "increase", "close", "replace"})
"""Deeds whose English verbs say much else."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """`side`: whether who did it is asked for, or what was done or had it done to them; "" for either. `fields`: kinds that must be told too.

    `verb`: of an English question whose predicate is in no sense; `rest`: what else it asks, as text; `whose`: known names that take part.
    """

    senses: tuple[str, ...]
    verb: str
    kind: str
    side: Side
    whose: tuple[Mention, ...]
    named: tuple[str, ...]
    fields: tuple[str, ...]
    rest: str
    planned: bool
    tongue: Tongue
    words: tuple[str, ...] = ()
    of_ai: bool = False
    sort: str = ""
    """Of what sort whoever did it must be: see `membership.SORTS`."""
    post: str = ""
    """What whoever is asked for must be called: "founder"."""
    perhaps_one: bool = False
    """Japanese and Korean ask for one and for several in the same words: 감원한 기업은?"""
    months: frozenset[int] = frozenset()
    also: tuple[str, ...] = ()
    """Deeds that an item's line must speak of beside it: "sued over training data"."""
    within: tuple[Mention, ...] = ()
    """Where it is, or in whose house, whom no item need name beside its deed: the report does, or is of that country."""
    loosely: bool = False
    """One word of what else is asked is enough."""

    @property
    def loosened(self) -> "Wanted | None":
        """For when nothing meets all that is asked; None where that is the deed alone."""
        return replace(self, loosely=True) if self.rest and not self.loosely else None

    @property
    def names(self) -> tuple[tuple[str, ...], ...]:
        """Spellings that a report has one of; none where nobody is named."""
        ids = [self.whose[0].id] if self.whose else []
        known = [tuple(search_tokens(name)) for id in ids for name in spellings(id)]
        return tuple(known) or tuple((name,) for name in self.named[:1])

    @property
    def doer(self) -> Doings | None:
        """Whoever brought something out, where that is asked of one company."""
        one = self.whose[0] if len(self.whose) == 1 and self.kind in ("", "tool", "model", "robot", "chip") else None
        if one is None or "release" not in self.senses:
            return None
        return Doings(replace(one, start=0, end=0), did=True, release=True)

    @property
    def has_forms(self) -> bool:
        """Rounds, purchases and models have forms of their own: see `listing`."""
        told = set(self.senses)
        return self.kind in ("", "company", "model", EVENT) and (
            not told or bool(told & {"raise", "buy", "release", "announce"})
        )

    @property
    def is_of_anything(self) -> bool:
        """Neither names, nor the kind, nor the deed hold it together across languages: "build" is said of a plant and of an idea."""
        loose = self.kind == "tool" or (self.tongue != "en" and bool(_LOOSE.intersection(self.senses)))
        return loose and not self.whose and not self.fields

    @property
    def is_of_trade(self) -> bool:
        """What came out is asked for, of nobody in particular: of AI alone."""
        plain = "release" in self.senses and not self.fields and not self.rest and self.kind in ("", "company", "tool")
        return self.of_ai or (plain and not self.whose and not self.named)

    @property
    def terms(self) -> tuple[str, ...]:
        told = (term for name in (*self.senses, *self.also) for term in senses()[name].terms)
        named = (token for name in self.names for token in name)
        kinds_told = (token for name in self.fields for token in kinds()[name].terms)
        return tuple(dict.fromkeys((*told, *search_tokens(self.verb), *named, *self.words, *kinds_told)))

    def rest_in(self, language: Language) -> tuple[str, ...]:
        """What else is asked, as tokens of that language."""
        text = in_other_words(self.rest, language) if tongue_of(self.rest) != language[:2] else self.rest
        return tuple(dict.fromkeys(token for token in search_tokens(simplify(text)) if len(token) > 1))


def wanted_of(text: str, intent: Intent) -> Wanted | None:
    """What the question wants a list of; None where it asks for one thing, or for what no predicate tells."""
    tongue = tongue_of(text)
    if intent not in _MAY_LIST or _is_of_one(text, intent):
        return None
    form = form_of(text, tongue, is_list=intent in _OF_SEVERAL)
    is_news = tongue == "en" and ASKS_FOR_OBJECT.search(text) is not None  # what did X release?
    if (form is None and not is_news) or (intent is Intent.EXPLAIN and not (form and form.kind == EVENT)):
        return None
    of_bodies = form is not None and form.kind in BODIES
    perhaps_one = (
        of_bodies
        and intent is Intent.FACT
        and tongue in ("ja", "ko")
        and form is not None
        and not (_SURELY.search(text) or _ASKED_FIRST.fullmatch(text[: form.start]))
    )
    known = tuple(_named_in(text, form))
    deeds = deeds_in(_without(text, mentions(text), form), tongue)
    return _wanted(text, tongue, form, known, deeds, perhaps_one=perhaps_one)


def perhaps_wanted(text: str, intent: Intent) -> Wanted | None:
    """The same of any question that a list may answer, though it does not say surely of what; None where nothing tells an item."""
    tongue = tongue_of(text)
    form = form_of(text, tongue, is_list=intent in _OF_SEVERAL)
    if form is None or _is_of_one(text, intent):
        return None
    deeds = deeds_in(_without(text, mentions(text), form), tongue)
    return _wanted(text, tongue, form, tuple(_named_in(text, form)), deeds, perhaps_one=False, surely=False)


def _is_of_one(text: str, intent: Intent) -> bool:
    return intent in (Intent.FACT, Intent.EXPLAIN) and asks_for_one(text)


_OF_SEVERAL: Final = (Intent.LIST, Intent.WHATS_NEW)
_MAY_LIST: Final = (Intent.LIST, Intent.WHATS_NEW, Intent.FACT, Intent.NEWS, Intent.EXPLAIN)


_ASKED_FIRST: Final = re.compile(r"\W*(?:AI ?)?(?:어떤|어느|どの|どんな)?\s?")
_SURELY: Final = re.compile(
    r"一覧|リスト|挙げ|まとめ|並べ|各社|たち|どこどこ|어디어디|뭐뭐|목록|리스트|정리|(?:기업|회사|업체|은행|나라|국가|제품|모델|사람|스타트업)들"
)
"""In Japanese and Korean too it asks for several."""


def _wanted(
    text: str,
    tongue: Tongue,
    form: Form | None,
    known: tuple[Mention, ...],
    deeds: Deeds,
    *,
    perhaps_one: bool,
    surely: bool = True,
) -> Wanted | None:
    kind = form.kind if form else ""
    verb = verb_in(deeds.left) if tongue == "en" and not deeds.told else ""
    told, is_list = _deeds_of(text, form, deeds.told or _OF_KIND.get(kind, ()), tongue, perhaps_one=perhaps_one)
    fields = tuple(one for one in _fields(text, kind, form) if one != "data" or "breach" in told)
    kind, told = _of_bodies(kind, told), _made(told, fields)
    kind = kind or _of_what_happened(told) * (form is not None and not known)
    side = side_of(text, tongue, told, verb, kind, subject=form is not None and form.subject)
    within, known = _parted(text, known, kind, side)
    named = () if known or within else tuple(_unknown(text, form))
    rest = rest_of(deeds.left, tongue, verb, named)
    found = Wanted(
        told,
        verb,
        kind,
        side,
        known,
        named,
        fields,
        rest,
        _is_of_plans(text, told),
        tongue,
        tuple(about(deeds.left)),
        _OF_AI.search(text) is not None,
        sort_asked(form.noun) if form and kind == "company" else "",
        _post(form.noun) if form and kind == "person" and tongue == "en" else "",
        perhaps_one,
        also=tuple(one for one in deeds.also if one not in told),
        within=within,
    )
    return found if not surely or (is_list and _asks_surely(found, form, text)) else None


def _asks_surely(wanted: Wanted, form: Form | None, text: str) -> bool:
    """Something tells an item, of somebody or of a kind; and not one thing is asked for."""
    if wanted.tongue != "en" and form and form.kind == ANYBODY and ONCE.issuperset(wanted.senses):
        return False  # who did it once is one
    if wanted.kind == "open" or (wanted.verb and wanted.side != "who"):
        return False  # what somebody's thing runs on is one thing
    of_startups = wanted.kind == "company" and bool(wanted.fields) and STARTUPS.search(text) is not None
    told = wanted.senses or wanted.verb or of_startups
    return bool(told and (wanted.kind or wanted.whose or wanted.named))


_MOVES: Final = frozenset({"leave", "appoint"})
"""Of both, people are asked for: who changed houses."""
_Names = tuple[Mention, ...]


def _of_what_happened(told: Sequence[str]) -> str:
    """What is asked for is what happened, or who moved."""
    return "person" if _MOVES.issubset(told) else EVENT if told else ""


def _parted(text: str, known: _Names, kind: str, side: Side) -> tuple[_Names, _Names]:
    """Names of countries that only say where, and of whoever heads the house that people left or joined; and the others."""
    if side == "what" or kind == "country":
        return (), known
    kinds_of = {one.id: one.kind for one in names_in(text)}
    apart = ("place", "person") if kind == "person" else ("place",)
    within = tuple(one for one in known if kinds_of.get(one.id) in apart)
    return within, tuple(one for one in known if one not in within)


def _deeds_of(
    text: str, form: Form | None, told: tuple[str, ...], tongue: Tongue, *, perhaps_one: bool
) -> tuple[tuple[str, ...], bool]:
    """The deeds that are asked for, and whether several can be. Where one may be asked for they are named by the last words before the kind,
    which their clause describes (감원을 발표한 한국 기업); what another clause tells is a circumstance."""
    if tongue == "en":
        return told, form is not None or "release" in told
    if not (perhaps_one and form and told):
        return told, True
    before = text[: form.start]
    near = " ".join(before.split()[-_CLOSE:]) if tongue == "ko" else re.split("[、，]", before)[-1][-_CLOSELY:]
    found = tuple(name for name in told if senses()[name].told[tongue].search(near))
    return found, bool(found)


_CLOSE: Final = 4
_CLOSELY: Final = 16
"""Words in Korean, characters in Japanese."""


def _made(told: tuple[str, ...], fields: Sequence[str]) -> tuple[str, ...]:
    """A chip is built by whoever develops it."""
    return tuple(dict.fromkeys((*told, "develop"))) if "build" in told and _MADE.intersection(fields) else told


def _of_bodies(kind: str, told: Sequence[str]) -> str:
    """Who works with whom, and who is laying off people: bodies do."""
    if kind == ANYBODY and OF_PEOPLE.intersection(told):
        return "person"
    bodies = _BY_BODIES.intersection(told) or any(senses()[name].mutual for name in told)
    return "company" if kind == ANYBODY and bodies else kind


def _is_of_plans(text: str, told: Sequence[str]) -> bool:
    return bool(PLANS.search(text) or ({"build", "develop"} & set(told) and _UNDER_WAY.search(text)))


def _post(asked: str) -> str:
    return (
        ""
        if asked.casefold() in ("who", "people", "employees", "leaders", "officials")
        else asked.casefold().rstrip("s")
    )


_OF_KIND: Final[Mapping[str, tuple[str, ...]]] = {"flaw": ("flaw",), "lawsuit": ("sue",)}


def _fields(text: str, kind: str, form: Form | None) -> tuple[str, ...]:
    """Kinds that must be told beside the one that is asked for; not what is only one of two ("robots or models")."""
    found = []
    for name, row in kinds().items():
        if not row.tells or name == kind:
            continue
        for match in row.asks.finditer(text):
            joined = _OR_BEFORE.search(text[: match.start()]) or _OR_BEHIND.match(text[match.end() :])
            if not joined and not (form and form.start <= match.start() < form.end):
                found.append(name)
                break
    return tuple(found)


_BY_BODIES: Final = words(
    """layoff sue build develop increase reduce raise ipo replace recall buy sell merge spinoff bankrupt relocate close delay suspend
    license supply outage breach appoint adopt use partner invest borrow buyback"""
)
_MADE: Final = frozenset({"chip", "robot", "glasses", "model"})
_OR_BEFORE: Final = re.compile(r"(?:\bor|或者?|や|または|또는|หรือ)\s?(?:\w+ )?$", re.IGNORECASE)
_OR_BEHIND: Final = re.compile(r"^\s?(?:\w+ )?(?:or\b|或者?|や|または|또는|หรือ)", re.IGNORECASE)
_OF_AI: Final = re.compile(
    r"\bAI\b(?=\s?(?:安全|セキュリティ|보안|security)?\s?(?:漏洞|脆弱性|취약점|vulnerab|flaws|公司|企|会社|기업|스타트업|compan|start|firms))"
)
STARTUPS: Final = re.compile(r"\bstart-?ups?\b|スタートアップ|[初新][创創]|스타트업|สตาร์", re.IGNORECASE)


def _named_in(text: str, form: Form | None) -> Iterator[Mention]:
    """Known names, by their short forms too ("Moonshot"); of a company and its product side by side the product."""
    known = [one for one in mentions(text) if not form or one.end <= form.start or one.start >= form.end]
    if not known:
        for match in re.finditer(r"(?<![A-Za-z])[A-Z][a-z]{3,}(?![A-Za-z])", text):
            whole = f"{match[0]} AI"
            short = next((one for one in mentions(whole) if (one.start, one.end) == (0, len(whole))), None)
            if short:
                known.append(replace(short, start=match.start(), end=match.end()))
    for place, one in enumerate(known):
        behind = known[place + 1] if place + 1 < len(known) else None
        if behind and not text[one.end : behind.start].strip() and behind.company == one.company != behind.id:
            continue
        yield one


_JOINED_BEHIND: Final = re.compile(
    r"(?:或者?|、|和|及|與|与|や|이나|나|또는|หรือ)\s?[\u4e00-\u9fff가-힣ァ-ヴー]{2,4}(?=[\s、，,的中]|$)"
)
_JOINED_BEFORE: Final = re.compile(
    r"(?:^|[\s些的、])([\u4e00-\u9fff가-힣ァ-ヴー]{2,4}(?:或者?|、|和|及|與|与|や|이나|나|또는)\s?)$"
)


def _without(text: str, known: Sequence[Mention], form: Form | None) -> str:
    """Without names, and without the noun that is asked for and what is joined to it ("teens or kids", 公司或機構)."""
    spans = [(one.start, one.end) for one in known]
    if form and form.noun:
        behind, before = _JOINED_BEHIND.match(text[form.end :]), _JOINED_BEFORE.search(text[: form.start])
        spans.append((before.start(1) if before else form.start, form.end + (behind.end() if behind else 0)))
    spans = [
        one for one in spans if not any(other != one and other[0] <= one[0] and one[1] <= other[1] for other in spans)
    ]
    for start, end in sorted(spans, reverse=True):
        text = f"{text[:start]} {text[end:]}"
    return text


def _unknown(text: str, form: Form | None) -> Iterator[str]:
    """Names in no table, as search tokens."""
    for name in proper_names(text[text.find(" ") + 1 :] if text.isascii() else text):
        tokens = search_tokens(name)
        if (
            tokens
            and not GENERIC.issuperset(tokens)
            and (not form or name.casefold() not in form.noun.casefold())
            and name.casefold() not in _NO_NAMES
            and not _ASIAN.search(name)
        ):
            yield from tokens[:1]


_NO_NAMES: Final = frozenset({"ai", "us", "ipo", "llm", "llms", "api", "u.s", "eu", "mou", "gpu", "gpus", "cpus"})
_ASIAN: Final = re.compile(r"[\u0e00-\u0e7f\u3040-\u30ff\u4e00-\u9fff가-힣]")
