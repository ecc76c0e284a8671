"""Is a question one for a list, by its form alone: who or what asks, in how many, and of what kind the members are. Pure; six languages."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from news.scripts import words
from summariser.words.senses import Tongue, kinds, senses
from summariser.words.tagging import base_of, is_closed

ANYBODY: Final = "anybody"
THING: Final = "thing"
EVENT: Final = "event"
BODIES: Final = ("company", "country", "person", "body", ANYBODY)
"""Kinds that no word must tell: whoever it is; what no table knows; what happened, where a deed's noun is what is asked for."""


@dataclass(frozen=True, slots=True)
class Form:
    """`start` and `end`: of the noun that is asked for, in the question. `subject`: what is asked for does the deed, or has it done to it
    in so many words ("which apps added ads", "which models were released")."""

    kind: str
    noun: str
    start: int
    end: int
    subject: bool = False


_WORD: Final = re.compile(r"[^\W_](?:[\w’'./&-]*\w)?")
_PEOPLE: Final = words("people men women children kids folks")
_NOT_PLURAL: Final = words(
    "series species goods news headquarters sports politics physics economics mathematics was is has does this its his us news plus less business always perhaps yes ceos'"
)
_LEADS: Final = re.compile(
    r"^\W*(?:(?:please|can you|could you) )?(?:(?:which|what)\b|(?:list|name|find)\b|(?:show|give|tell) me\b|(?:are|were|is|have) there\b|any\b|all\b|have any\b|did any\b)"
    r"(?: (?:are|were|have been|of))*(?: (?:any|some|all|the|a list of|of the|other|new))*\s",
    re.IGNORECASE,
)
_IS_ONE: Final = re.compile(r"^\W*(?:what|which) (?:is|was|has|have|did|does|do)\b", re.IGNORECASE)
_BE: Final = re.compile(r"^\W*(?:what|which) (?:are|were|have been)\b", re.IGNORECASE)
_WHO: Final = re.compile(
    r"^\W*(?:please )?(?:(?:show|tell) me )?(?P<who>who(?: else| all)?)(?P<be>[’']s| is| are| has| have| was| were| got)?(?: (?:been|being|not|\w+ly|recently|just))*\s(?P<verb>[a-z-]+)\b(?P<rest>.*)$",
    re.IGNORECASE,
)
_ONE_BODY: Final = words("own run lead head found make be do say mean stand sit rule chair write create direct invent")
"""Of whom there is one: who owns, runs or founded it."""
ONCE: Final = frozenset(
    {"buy", "appoint", "release", "announce", "rename", "win", "discover", "solve", "surpass", "raise"}
)
"""What one did to what is named: who bought it is a fact."""
_PREPOSITIONS: Final = words(
    "at in on by against over of from to with for since after during among across about between that who which due because when involving under"
)
_FAR: Final = 6


def form_of(text: str, tongue: Tongue, *, is_list: bool = False) -> Form | None:
    """None where one thing is asked for, or nothing that a list could hold. `is_list`: it is known to be one, whatever asks."""
    if tongue == "en":
        said = text[len(before[0]) :] if (before := _TOPIC_FIRST.match(text)) else text
        told = _of_whom(said) or _of_deeds(said) or _of_nouns(said)
        return _moved(told, len(text) - len(said)) or (_of_any_kind(text) if is_list else None)
    return _form_elsewhere(text, tongue, is_list=is_list)


_TOPIC_FIRST: Final = re.compile(r"^[^:?!.]{3,40}: (?=(?:who|which|what|any|list)\b)", re.IGNORECASE)
"""What the question is about stands before it: "AI people moves: who left?"."""


_ASKING: Final = re.compile(r"\b(?:which|what|who|whose|whom|how|when|where|why)\b", re.IGNORECASE)


def _moved(form: Form | None, by: int) -> Form | None:
    return replace(form, start=form.start + by, end=form.end + by) if form else None


def _of_any_kind(text: str) -> Form | None:
    """The first noun of a kind, as several, wherever it stands; else whatever it is. What a word asks for stands behind that word."""
    if _ASKING.search(text):
        return None
    found = [
        (match.start(), match, name)
        for name, row in kinds().items()
        for match in row.asks.finditer(text)
        if match[0].casefold().endswith("s")
    ]
    if not found:
        return Form("", "", 0, 0)
    _, match, name = min(found, key=lambda one: one[0])
    return Form(name, match[0], match.start(), match.end())


def _of_whom(text: str) -> Form | None:
    """Who is suing, who has left, who got arrested: of several. Who bought it, who runs it: of one."""
    found = _WHO.match(text)
    if found is None:
        return None
    verb, form = base_of(found["verb"].casefold())
    be = (found["be"] or "").strip(" ’'").casefold()
    if not verb or verb in _ONE_BODY:
        return None
    told = [
        name
        for name, sense in senses().items()
        if verb in sense.verbs or sense.told["en"].match(text, found.start("verb"))
    ]
    goes_on = be in ("s", "is", "are") and form == "ing" and not _OF_A_POST.match(found["rest"])
    of_several = bool(told) and not ONCE.issuperset(told) and (form in ("past", "ing") or not be)
    of_several = of_several and not (be in ("s", "is", "was") and form == "past")
    if not (goes_on or of_several or (be in ("have", "are", "were", "has") and form in ("past", "ing") and told)):
        return None
    person = any(name in OF_PEOPLE for name in told)
    return Form("person" if person else ANYBODY, "who", found.start("who"), found.end("who"), subject=True)


_OF_A_POST: Final = re.compile(r"\s*over\b|.*\bas\b", re.IGNORECASE)
"""Who is taking over as minister is one."""
OF_PEOPLE: Final = frozenset({"leave", "appoint", "arrest"})


def _of_nouns(text: str) -> Form | None:
    """A plural behind what asks ("which AI chip startups …"), or first of all with a clause of its own ("companies that moved …")."""
    lead = None if _IS_ONE.match(text) else _LEADS.match(text)
    found = list(_WORD.finditer(text, lead.end() if lead else 0))[:_FAR]
    at = _plural(found)
    if at is None:
        return None
    noun, behind = found[at], found[at + 1 :]
    kind = _kind_of(text[found[0].start() : noun.end()])
    if lead is None and not (kind and behind and _begins_clause(behind[0][0], text[noun.end() : behind[0].start()])):
        return None
    if _BE.match(text) and not kind:
        return None  # what are the risks?
    if kind == "" and lead is not None and not re.match(r"\W*(?:please )?(?:which|what)\b", text, re.IGNORECASE):
        return (
            None if not _has_clause(behind) else Form(THING, noun[0], noun.start(), noun.end(), subject=_acts(behind))
        )
    return Form(kind or THING, noun[0], noun.start(), noun.end(), subject=_acts(behind))


def _plural(found: Sequence[re.Match[str]]) -> int | None:
    """Where the noun stands that is named as several; of two side by side the second is meant: "sales teams"."""
    for at, match in enumerate(found):
        low = match[0].casefold()
        behind = found[at + 1][0] if at + 1 < len(found) else ""
        if _is_plural(low):
            if _is_plural(behind.casefold()) and _kind_of(behind):
                return at + 1
            if _is_noun(behind):
                continue  # a "home goods chain"
            return None if at and not _kind_of(match[0]) and _is_verb_of(found[at - 1][0], low, found[at + 1 :]) else at
        if low in _PREPOSITIONS or (is_closed(low) and low not in ("new", "other", "or", "and")):
            return None
        if at and base_of(low)[1] == "past" and base_of(low)[0] and not low.endswith(("based", "backed", "ed")):
            return None
    return None


def _is_noun(word: str) -> bool:
    low = word.casefold()
    return (
        bool(word) and word.islower() and not is_closed(low) and low not in _PREPOSITIONS and base_of(low) == ("", "")
    )


def _is_verb_of(before: str, low: str, behind: Sequence[re.Match[str]]) -> bool:
    """ "Which candy dates back to the 1880s": a noun's s-form that is the only verb there."""
    finite = (base_of(one[0].casefold())[1] in ("past", "s") or one[0].casefold() in _AUXILIARY for one in behind)
    return base_of(low)[1] == "s" and not is_closed(before.casefold()) and bool(behind) and not any(finite)


_AUXILIARY: Final = words(
    "is are was were has have had do does did can will that which who may might should could would"
)


def _is_plural(low: str) -> bool:
    if low in _PEOPLE:
        return True
    plain = low.endswith("s") and not low.endswith(("ss", "us", "is", "'s", "’s")) and len(low) > 3
    return plain and low not in _NOT_PLURAL and not is_closed(low)


def _kind_of(noun: str) -> str:
    """By the last noun of a phrase: "AI chip startups" are companies."""
    found = [
        (match.end(), match.end() - match.start(), name)
        for name, row in kinds().items()
        for match in row.asks.finditer(noun)
    ]
    last = max(found, default=(0, 0, ""))
    return last[2] if last[0] == len(noun) else ""


def _begins_clause(word: str, between: str) -> bool:
    low = word.casefold()
    return not between.strip() and (
        low in ("that", "who", "which", "with", "whose") or base_of(low)[1] in ("past", "ing")
    )


def _has_clause(behind: Sequence[re.Match[str]]) -> bool:
    return any(base_of(one[0].casefold())[0] or one[0].casefold() in ("that", "who") for one in behind)


_SUBJECT_OF: Final = words("that who which also now already recently have has had are were is been being will")


def _acts(behind: Sequence[re.Match[str]]) -> bool:
    """A verb comes next, without somebody else before it."""
    for match in behind:
        low = match[0].casefold()
        if base_of(low)[0] and not is_closed(low):
            return True
        if low not in _SUBJECT_OF and not low.endswith("ly"):
            return False
    return False


_NOMINAL_LEAD: Final = re.compile(
    r"^\W*(?:(?:please )?(?:what are|what were|what|which|list|name|show me|give me|tell me about|any|are there any|were there any|have there been any|all|find)\b)?"
    r"(?: ?\b(?:the|all|any|some|of|other|more|new|latest|recent|newest|biggest|major|big|largest|main|most important)\b)*\s*",
    re.IGNORECASE,
)


def _of_deeds(text: str) -> Form | None:
    """A deed's noun, as several, is what is asked for: "AI layoffs in Europe", "the biggest acquisitions", "lawsuits against Meta"."""
    if _IS_ONE.match(text) or re.match(
        r"^\W*(?:how|why|when|where|who|does|do|did|is|can|will)\b", text, re.IGNORECASE
    ):
        return None
    lead = _NOMINAL_LEAD.match(text)
    start = lead.end() if lead else 0
    head: re.Match[str] | None = None
    for match in list(_WORD.finditer(text, start))[:_FAR]:
        low = match[0].casefold()
        if low in _PREPOSITIONS or (is_closed(low) and low not in ("and", "or")):
            break
        if head is not None and low not in ("and", "or") and not _is_plural(low):
            break  # a verb, or another noun: its subject
        head = match if _is_plural(low) else head
    if head is None:
        return None
    before = text[: head.end()]
    told = [
        name
        for name, sense in senses().items()
        if any(found.end() == head.end() for found in sense.told["en"].finditer(before))
    ]
    return None if _NEWS.issuperset(told) else Form(EVENT, "", head.end(), head.end())


_NEWS: Final = frozenset({"upgrade", "announce", "release"})
"""Of whom they are is asked as news."""


_LISTS: Final = re.compile(
    r"哪(?:些|[幾几家]|[个個]?(?:公司|企))|(?<!是)[谁誰](?!是)|有(?:什[么麼]|哪)|列出|[拉列][出個个]?清[单單]|(?:[发發][布佈表]|推出|宣布|公[布開开])了?什[么麼]"
    r"|(?:を|の)?(?:挙げて|教えて|一覧|リスト|まとめて|列挙)|(?:企業|会社|スタートアップ|メーカー|銀行|国|製品|モデル|ツール|サービス|機能|もの|ロボット|プロジェクト)(?:は|はどこ|はなに|は何|を|って)|どの(?:企業|会社|国|大学|団体|自治体)|どこが|どこの|(?:団体|機関|自治体|大学|各社|出版社|新聞社|アプリ|チップ|国々|人)は(?=[?？]|$|どこ|誰)|誰が|を並べて|何を(?:発表|公開|発売|リリース)"
    r"|(?:기업|회사|업체|스타트업|은행|국가|나라|제품|모델|도구|로봇|서비스|기능|프로젝트|사람|인물|곳|것)(?:들)?(?:은|는|을|를|이|가)? ?(?:어디|무엇|뭐|누구|알려|목록|리스트|[?？]|$)|어(?:떤|느) ?(?:기업|회사|제품|모델|나라|은행|업체|기관|대학|곳)|누가|어디어디|뭐뭐|뭐가? ?있|(?:기업|회사|업체|은행|나라|모델|제품|스타트업)들[?？]?$|정리해|(?:무엇을|뭘) ?(?:발표|공개|출시)"
    r"|(?:อะไร|ใคร|ไหน|ใด)บ้าง|(?:ไหน|ใคร|ใด|อะไร)[^\n]{0,40}บ้าง|(?:บริษัท|ประเทศ|โมเดล|สตาร์[ตท]อ?[ัั]?[ปพ]|ธนาคาร|องค์กร|หน่วยงาน|ค่าย|เจ้า|แบรนด์|แอป)(?:ไหน|ใด)|รายชื่อ|มีอะไร",
    re.IGNORECASE,
)


def _head(text: str, found: Sequence[tuple[re.Match[str], str]], tongue: Tongue) -> tuple[re.Match[str], str]:
    """The first, or in Chinese the last of the phrase behind "which": 哪些公司的研究员离职 asks for researchers."""
    first = min(found, key=lambda one: one[0].start())
    asked = re.search(r"哪|什[么麼]", text) if tongue == "zh" else None
    if asked is None:
        return first
    behind = [one for one in found if one[0].start() >= asked.start()]
    deeds = (match.start() for sense in senses().values() for match in sense.told["zh"].finditer(text, asked.end()))
    first_deed = min(deeds, default=0)
    before = [one for one in behind if one[0].end() <= first_deed]
    if before:
        return max(before, key=lambda one: one[0].start())
    return min(behind or found, key=lambda one: one[0].start())


_WHOEVER: Final = {"zh": r"[谁誰]", "ja": r"誰が?|どこ[がの]", "ko": r"누가|누구", "th": r"ใคร"}


def _form_elsewhere(text: str, tongue: Tongue, *, is_list: bool) -> Form | None:
    """What is asked for stands last where the verb comes before its noun, in Thai and behind a Chinese "which" first."""
    if not is_list and not _LISTS.search(text):
        return None
    found = [(match, name) for name, row in kinds().items() for match in row.asks.finditer(text)]
    if tongue in ("ja", "ko") and found:
        match, name = max(found, key=lambda one: one[0].start())
    elif found:
        match, name = _head(text, found, tongue)
    elif who := re.search(_WHOEVER[tongue], text):
        return Form(ANYBODY, who[0], *who.span())
    else:
        return Form("", "", 0, 0)
    if found and re.fullmatch(_WHOEVER[tongue], match[0]):
        name = ANYBODY
    if found and (happened := list(_HAPPENED.finditer(text))):
        match, name = happened[-1], EVENT
    return Form(name, match[0], match.start(), match.end())


_HAPPENED: Final = re.compile(r"事件|事例|案例|事故|사례|사건|ケース|動き|เหตุการณ์")
