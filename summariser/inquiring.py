"""A question for a list of any predicate ("which companies announced layoffs?"): of what kind, who or what is asked for, by which words. Pure."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from news.asking import Intent
from news.languages import Language
from news.text import search_tokens
from summariser.aliases import Mention, mentions, spellings
from summariser.asked_deeds import ASKS_FOR_OBJECT, LIGHT, Side, senses_in, side_of, verb_in
from summariser.bywords import in_other_words
from summariser.doings import Doings
from summariser.facts import names as proper_names
from summariser.membership import sort_asked
from summariser.question_words import GENERIC, GENERIC_ELSEWHERE, about, without_asking
from summariser.senses import Tongue, kinds, senses, tongue_of
from summariser.tagging import base_of
from summariser.vectors import simplify

_LISTS: Final = re.compile(
    r"^\W*(?:please )?(?:which|what)\b(?! (?:is|are|was|were|has|have)\b)(?! (?:company|country|startup|firm|model)\b)|^\W*what (?:has|have) |^\W*(?:please )?(?:list|name|show me|give me|tell me)\b|^\W*who (?:all|else)?"
    r"|哪[些幾几]|有(?:什[么麼]|哪)|列出|[拉列][出個个]?清[单單]|(?:[发發][布佈表]|推出|宣布|公[布開开])了?什[么麼]"
    r"|(?:を|の)?(?:挙げて|教えて|一覧|リスト|まとめて|列挙)|(?:企業|会社|スタートアップ|メーカー|銀行|国|製品|モデル|ツール|サービス|機能|もの|ロボット)(?:は|はどこ|はなに|は何|を|って)|どの(?:企業|会社|国)|何を(?:発表|公開|発売|リリース)"
    r"|(?:기업|회사|업체|스타트업|은행|국가|나라|제품|모델|도구|로봇|서비스|기능|사람|인물|곳|것)(?:들)?(?:은|는|을|를|이|가)? ?(?:어디|무엇|뭐|누구|알려|목록|리스트|[?？]|$)|어떤 ?(?:기업|회사|제품|모델|나라)|(?:무엇을|뭘) ?(?:발표|공개|출시)"
    r"|(?:อะไร|ใคร|ไหน|ใด)บ้าง|(?:บริษัท|ประเทศ|โมเดล|สตาร์ทอัพ|ธนาคาร)(?:ไหน|ใด)|รายชื่อ|มีอะไร",
    re.IGNORECASE,
)
_PLURAL: Final = re.compile(
    r"^\W*(?:please )?(?:which|what|list|name|(?:show|give|tell) me)\b(?: (?!(?:is|are|was|were|has|have|had|did|does|do|of)\b)[\w’'.-]+){0,5}?\s?$",
    re.IGNORECASE,
)
"""What stands before the kind, which is named as several."""
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
    "ください|リスト|一覧|挙げて|教えて|どこ|어디야?|알려줘?|알려|목록|[获獲]得|哪些|[请請]|列出|[这這]些|所有|全部|主要|宣[布佈]|曝光|爆出|安全|セキュリティ|보안|其[他它]|체결|맺은|遭[到受]|受到|被|締結|[签簽][署订訂]|[達达]成|[计計][划劃畫]|[拟擬]|[进進]行|出[现現]|เดือน|บ้าง|กำลัง|ไหน|ใด|ได้|ที่|ใน|ใคร|มี|อะไร|本周|本週|[上這这本]個?月|[月日年]に|[をがはのでにと]"
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
        told = (term for name in self.senses for term in senses()[name].terms)
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
    if intent not in (Intent.LIST, Intent.WHATS_NEW, Intent.FACT, Intent.NEWS) or not _LISTS.search(text):
        return None
    kind, at = _kind_asked(text, tongue)
    known = tuple(_named_in(text, at))
    left = _without(text, mentions(text), at)
    told, plain = senses_in(left, tongue)
    verb = verb_in(left) if tongue == "en" and not told else ""
    fields = _fields(text, kind, at)
    told = told or _OF_KIND.get(kind, ())
    perhaps_one = intent is Intent.FACT and tongue in ("ja", "ko") and kind in ("company", "country", "person")
    told, is_list = _deeds_of(text, at, told, tongue, perhaps_one=perhaps_one)
    fields = fields if "breach" in told else tuple(one for one in fields if one != "data")
    kind, told = _of_bodies(text, kind, told), _made(told, fields)
    side = side_of(text, tongue, told, verb, kind)
    of_one = verb and side != "who"  # what somebody's thing runs on is one thing
    named = () if known else tuple(_unknown(text, at))
    rest = _rest(plain, tongue, verb, named)
    of_startups = kind == "company" and bool(fields) and STARTUPS.search(text) is not None
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
        tuple(about(plain)),
        _OF_AI.search(text) is not None,
        sort_asked(at[0]) if at and kind == "company" else "",
        _post(at[0]) if at and kind == "person" and tongue == "en" else "",
        perhaps_one,
    )


def _deeds_of(
    text: str, kind: re.Match[str] | None, told: tuple[str, ...], tongue: Tongue, *, perhaps_one: bool
) -> tuple[tuple[str, ...], bool]:
    """The deeds that are asked for, and whether several can be. Where one may be asked for they are named by the last words before the kind,
    which their clause describes (감원을 발표한 한국 기업); what another clause tells is a circumstance."""
    if tongue == "en":
        return told, _asks_for_several(text, kind, told)
    if not (perhaps_one and kind and told):
        return told, True
    before = text[: kind.start()]
    near = " ".join(before.split()[-_CLOSE:]) if tongue == "ko" else re.split("[、，]", before)[-1][-_CLOSELY:]
    found = tuple(name for name in told if senses()[name].told[tongue].search(near))
    return found, bool(found)


_CLOSE: Final = 4
_CLOSELY: Final = 16
"""Words in Korean, characters in Japanese."""


def _made(told: tuple[str, ...], fields: Sequence[str]) -> tuple[str, ...]:
    """A chip is built by whoever develops it."""
    return tuple(dict.fromkeys((*told, "develop"))) if "build" in told and _MADE.intersection(fields) else told


def _of_bodies(text: str, kind: str, told: Sequence[str]) -> str:
    """Who works with whom, and who is laying off people: bodies do."""
    does = _WHO_ALL.match(text) is not None and _BY_BODIES.intersection(told)
    return "company" if kind == "person" and (does or any(senses()[name].mutual for name in told)) else kind


def _is_of_plans(text: str, told: Sequence[str]) -> bool:
    return bool(_PLANS.search(text) or ({"build", "develop"} & set(told) and _UNDER_WAY.search(text)))


def _post(asked: str) -> str:
    return (
        ""
        if asked.casefold() in ("who", "people", "employees", "leaders", "officials")
        else asked.casefold().rstrip("s")
    )


_OF_KIND: Final[Mapping[str, tuple[str, ...]]] = {"flaw": ("flaw",), "lawsuit": ("sue",)}


def _asks_for_several(text: str, kind: re.Match[str] | None, told: Sequence[str]) -> bool:
    """In English: the kind as a plural right behind what asks, or all that somebody brought out."""
    if kind is None:
        return "release" in told and ASKS_FOR_OBJECT.search(text) is not None
    if _WHO_ALL.match(text) and _BY_BODIES.intersection(told) and kind.start() == text.casefold().find("who"):
        return True
    several = kind[0].casefold().endswith("s") or kind[0].casefold() == "people"
    return several and _PLURAL.search(text[: kind.start()]) is not None


def _fields(text: str, kind: str, at: re.Match[str] | None) -> tuple[str, ...]:
    """Kinds that must be told beside the one that is asked for; not what is only one of two ("robots or models")."""
    found = []
    for name, row in kinds().items():
        if not row.tells or name == kind:
            continue
        for match in row.asks.finditer(text):
            joined = _OR_BEFORE.search(text[: match.start()]) or _OR_BEHIND.match(text[match.end() :])
            if not joined and not (at and at.start() <= match.start() < at.end()):
                found.append(name)
                break
    return tuple(found)


_WHO_ALL: Final = re.compile(r"^\W*who(?:'s|’s| is| are| has been| else is)\s(?:\w+ly\s)?\w+ing\b", re.IGNORECASE)
""" "Who is laying off people?" asks of several bodies."""
_BY_BODIES: Final = frozenset(
    {"layoff", "sue", "build", "develop", "increase", "reduce", "raise", "ipo", "replace", "recall"}
)
_MADE: Final = frozenset({"chip", "robot", "glasses", "model"})
_OR_BEFORE: Final = re.compile(r"(?:\bor|或者?|や|または|또는|หรือ)\s?(?:\w+ )?$", re.IGNORECASE)
_OR: Final = re.compile(r"或者?|および|または|또는|หรือ")
_OR_BEHIND: Final = re.compile(r"^\s?(?:\w+ )?(?:or\b|或者?|や|または|또는|หรือ)", re.IGNORECASE)
_OF_AI: Final = re.compile(
    r"\bAI\b(?=\s?(?:安全|セキュリティ|보안|security)?\s?(?:漏洞|脆弱性|취약점|vulnerab|flaws|公司|企|会社|기업|스타트업|compan|start|firms))"
)
STARTUPS: Final = re.compile(r"\bstart-?ups?\b|スタートアップ|[初新][创創]|스타트업|สตาร์", re.IGNORECASE)


def _named_in(text: str, kind: re.Match[str] | None) -> Iterator[Mention]:
    """Known names, by their short forms too ("Moonshot"); of a company and its product side by side the product."""
    known = [one for one in mentions(text) if not kind or one.end <= kind.start() or one.start >= kind.end()]
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


def _kind_asked(text: str, tongue: Tongue) -> tuple[str, re.Match[str] | None]:
    """Where the thing asked for is named: first in English, Thai and behind a Chinese "which", last where the verb comes before its noun."""
    found = [(match, name) for name, row in kinds().items() for match in row.asks.finditer(text)]
    if not found:
        return "", None
    if tongue in ("ja", "ko"):
        match, name = max(found, key=lambda one: one[0].start())
    else:
        asked = re.search(r"哪|什[么麼]", text) if tongue == "zh" else None
        behind = [one for one in found if not asked or one[0].start() >= asked.start()]
        match, name = min(behind or found, key=lambda one: one[0].start())
        if tongue == "en" and ASKS_FOR_OBJECT.match(text[text.find(" ") + 1 :]):
            return "", None  # what did X release?
    return name, match


def _without(text: str, known: Sequence[Mention], kind: re.Match[str] | None) -> str:
    spans = [(one.start, one.end) for one in known] + ([kind.span()] if kind else [])
    for start, end in sorted(spans, reverse=True):
        text = f"{text[:start]} {text[end:]}"
    return text


def _unknown(text: str, kind: re.Match[str] | None) -> Iterator[str]:
    """Names in no table, as search tokens."""
    for name in proper_names(text[text.find(" ") + 1 :] if text.isascii() else text):
        tokens = search_tokens(name)
        if (
            tokens
            and not GENERIC.issuperset(tokens)
            and (not kind or name.casefold() not in kind[0].casefold())
            and name.casefold() not in _NO_NAMES
            and not _ASIAN.search(name)
        ):
            yield from tokens[:1]


_NO_NAMES: Final = frozenset({"ai", "us", "ipo", "llm", "llms", "api", "u.s", "eu", "mou"})
_ASIAN: Final = re.compile(r"[\u0e00-\u0e7f\u3040-\u30ff\u4e00-\u9fff가-힣]")


def _rest(text: str, tongue: Tongue, verb: str, named: Sequence[str]) -> str:
    for row in kinds().values():
        text = row.asks.sub(" ", text) if row.tells or tongue != "en" else text
    text = _OR.sub(" ", text)
    if tongue == "en":
        kept = [token for token in about(re.sub(r"^\W*\w+", " ", text)) if token not in GENERIC and token not in named]
        verbs = set(search_tokens(verb))
        return " ".join(
            token for token in kept if token not in verbs and base_of(token)[0] not in LIGHT and token not in _VAGUE
        )
    if tongue == "ko":
        parts = (
            _PARTICLES.sub("", word) for word in re.findall(r"[가-힣A-Za-z]{2,}", _LEFT.sub(" ", without_asking(text)))
        )
        return " ".join(
            word
            for word in parts
            if len(word) > 1 and not GENERIC_ELSEWHERE.fullmatch(word) and word.casefold() != "ai"
        )
    text = GENERIC_ELSEWHERE.sub(" ", _LEFT.sub(" ", without_asking(text)))
    return " ".join(word for word in _RUNS.findall(text) if word.casefold() not in ("ai", "the"))


_PARTICLES: Final = re.compile(r"(?:에서|에게|으로|하거나|[을를은는이가에의와과도로한된])$")
_VAGUE: Final = frozenset(
    search_tokens(
        "new full complete all any other one ones recently currently out big major kind month july time far public another us united "
        "states security come came there feature people staff workers employees own"
    )
)
