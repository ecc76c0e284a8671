"""A question for a list of any predicate ("which companies announced layoffs?"): of what kind, who or what is asked for, by which words. Pure."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from news.asking import Intent
from news.languages import Language
from news.scripts import words
from news.text import search_tokens
from summariser.aliases import Mention, mentions, spellings
from summariser.asked_deeds import ASKS_FOR_OBJECT, LIGHT, Deeds, Side, deeds_in, side_of, verb_in
from summariser.bywords import in_other_words
from summariser.doings import Doings
from summariser.facts import names as proper_names
from summariser.list_forms import ANYBODY, BODIES, EVENT, OF_PEOPLE, ONCE, Form, form_of
from summariser.membership import sort_asked
from summariser.question_words import GENERIC, GENERIC_ELSEWHERE, about, without_asking
from summariser.senses import Tongue, kinds, senses, tongue_of
from summariser.tagging import base_of
from summariser.vectors import simplify

_PLANS: Final = re.compile(
    r"\b(?:plan\w*|to come|will|upcoming|going to|set to|seek\w*|considering)\b|計[劃划画]|计划|[擬拟]|予定|検討|예정|계획|추진|준비|เตรียม|จะ|วางแผน",
    re.IGNORECASE,
)
_UNDER_WAY: Final = re.compile(
    r"\b(?:building|developing|designing)\b|[要在正][^了]{0,3}[建蓋盖]|ている|中の|(?:고|는) ?있|짓는|กำลัง",
    re.IGNORECASE,
)
"""What is being built is planned as well."""
_LEFT: Final = re.compile(
    "(?:的|の|에?서?의? ?)?(?:事件|事例|案例|[动動]き|ケース|사례|사건|경우)|できれば|金額も?|資金|[资資]金|대표적인|해외|국내|포함|관련(?:된|한)?|현재|지금|새로|있음|있나|뭐뭐|어디어디|정리해줘?|최신|並べて|結果|กรณี|เหตุการณ์|ช่วงนี้|ตอนนี้|ください|リスト|一覧|挙げて|教えて|どこ|어디야?|알려줘?|알려|목록|[获獲]得|哪些|[请請]|列出|[这這]些|所有|全部|主要|宣[布佈]|曝光|爆出|安全|セキュリティ|보안|其[他它]|체결|맺은|遭[到受]|受到|被|締結|[签簽][署订訂]|[達达]成|[计計][划劃畫]|[拟擬]|[进進]行|出[现現]|เดือน|บ้าง|กำลัง|ไหน|ใด|ได้|ที่|ใน|ใคร|มี|อะไร|本周|本週|[上這这本]個?月|[月日年]に|[をがはのでにと]"
)
_RUNS: Final = re.compile(
    r"[一-鿿]{2,}|[ァ-ヴー]{2,}|[가-힣]{2,}|(?<![\u0e01-\u0e5b])[\u0e01-\u0e2e\u0e40-\u0e44][\u0e01-\u0e5b]{3,}|[A-Za-z][A-Za-z0-9.-]+"
)


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
        return self.kind in ("", "company", "model") and (
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
    if intent not in _MAY_LIST:
        return None
    form = form_of(text, tongue)
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


_MAY_LIST: Final = (Intent.LIST, Intent.WHATS_NEW, Intent.FACT, Intent.NEWS, Intent.EXPLAIN)


_ASKED_FIRST: Final = re.compile(r"\W*(?:AI ?)?(?:어떤|어느|どの|どんな)?\s?")
_SURELY: Final = re.compile(
    r"一覧|リスト|挙げ|まとめ|並べ|各社|たち|どこどこ|어디어디|뭐뭐|목록|리스트|정리|(?:기업|회사|업체|은행|나라|국가|제품|모델|사람|스타트업)들"
)
"""In Japanese and Korean too it asks for several."""


def _wanted(
    text: str, tongue: Tongue, form: Form | None, known: tuple[Mention, ...], deeds: Deeds, *, perhaps_one: bool
) -> Wanted | None:
    kind = form.kind if form else ""
    verb = verb_in(deeds.left) if tongue == "en" and not deeds.told else ""
    fields = _fields(text, kind, form)
    told, is_list = _deeds_of(text, form, deeds.told or _OF_KIND.get(kind, ()), tongue, perhaps_one=perhaps_one)
    fields = fields if "breach" in told else tuple(one for one in fields if one != "data")
    kind, told = _of_bodies(kind, told), _made(told, fields)
    kind = kind or (EVENT if told and form and not known else "")  # what is asked for is what happened
    side = side_of(text, tongue, told, verb, kind, subject=form is not None and form.subject)
    of_one = verb and side != "who"  # what somebody's thing runs on is one thing
    named = () if known else tuple(_unknown(text, form))
    rest = _rest(deeds.left, tongue, verb, named)
    of_startups = kind == "company" and bool(fields) and STARTUPS.search(text) is not None
    if tongue != "en" and form and form.kind == ANYBODY and ONCE.issuperset(told):
        return None  # who did it once is one
    if not is_list or of_one or kind == "open" or not (told or verb or of_startups) or not (kind or known or named):
        return None
    return Wanted(
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
    )


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
    return bool(_PLANS.search(text) or ({"build", "develop"} & set(told) and _UNDER_WAY.search(text)))


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
_OR: Final = re.compile(r"或者?|および|または|또는|หรือ")
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


def _rest(text: str, tongue: Tongue, verb: str, named: Sequence[str]) -> str:
    for row in kinds().values():
        text = row.asks.sub(" ", text) if row.tells or tongue != "en" else text
    text = _OR.sub(" ", text)
    if tongue == "en":
        return " ".join(_telling(_ASKS_FIRST.sub(" ", text), {*named, *search_tokens(verb)}))
    if tongue == "ko":
        parts = (
            _PARTICLES.sub("", word) for word in re.findall(r"[가-힣A-Za-z]{2,}", _LEFT.sub(" ", without_asking(text)))
        )
        return " ".join(
            word
            for word in parts
            if len(word) > 1
            and not _OF_A_VERB.search(word)
            and not GENERIC_ELSEWHERE.fullmatch(word)
            and word.casefold() != "ai"
        )
    text = GENERIC_ELSEWHERE.sub(" ", _LEFT.sub(" ", without_asking(text)))
    return " ".join(word for word in _RUNS.findall(text) if word.casefold() not in ("ai", "the"))


_ASKS_FIRST: Final = re.compile(
    r"^\W*(?:which|what|who|list|name|show|give|tell|find|any|all|are|were|is|have|do|does|did)\b", re.IGNORECASE
)


def _telling(text: str, known: Collection[str]) -> Iterator[str]:
    """English words that say something of what is asked."""
    for word in re.findall(r"[\w’'.&-]*\w", text):
        tokens = about(word)
        if not tokens or (base_of(word.casefold())[0] or word.casefold()) in LIGHT:
            continue
        if not any(token in GENERIC or token in known or token in _VAGUE for token in tokens):
            yield word


_PARTICLES: Final = re.compile(r"(?:에서|에게|으로|하거나|[을를은는이가에의와과도로한된])$")
_OF_A_VERB: Final = re.compile(
    r"(?:하는|되는|됐거나|했거나|되거나|하거나|[가-힣]할|[가-힣]될|됐던|했던|만한|있어|있나요?|주는)$"
)
"""In Korean what only describes how: 응모할 만한."""
_VAGUE: Final = frozenset(
    search_tokens(
        "new full complete all any other one ones recently currently out big major kind month july time far public another us united "
        "someone somebody anyone anybody biggest largest become became becam hit trade start begin states security come came there feature people staff workers employees own"
    )
)
