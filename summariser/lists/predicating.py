"""Does a line of a report tell what a list is wanted of: the deed done, by or to somebody of the kind that is asked for? Pure; six languages."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Final

from news.languages import Language
from news.scripts import words
from news.text import search_tokens
from summariser.asking.inquiring import STARTUPS, Wanted
from summariser.asking.membership import SORTS
from summariser.words.aliases import Mention, mentions
from summariser.words.names import names_in
from summariser.words.senses import Tongue, kinds, senses, tongue_of
from summariser.words.suffering import LEADING, suffers_in
from summariser.words.tagging import is_closed
from summariser.words.verbs_in import Deed, nouns_in, verbs_in

_QUESTION: Final = re.compile(
    r"[?？]\s*$|^(?:how|can|could|will|would|should|is|are|if|does|do|what|when|which|where)\b", re.IGNORECASE
)
_DENIED: Final = {
    "zh": (re.compile(r"(?:[未不沒没無无][^，。]{0,2}|否[认認]|拒[绝絕]|反[对對]|[并並][無无][计計][划劃劃]?|防(?:止|範|范)|[应應][对對]|防)$"), re.compile(r"^[^，。]{0,4}(?:[风風][险險]|[传傳]聞|解除)")),
    "ja": (re.compile(r"(?:防[ぐぎ]|未)$"), re.compile(r"^し?て?い[たる]|^[^、。]{0,4}(?:ない|せず|見送|断念|否定|防|対策|リスク|懸念|の可能性は低|に反発|に反対|に抗議|を批判|を非難|を受け|解除|撤廃)")),
    "ko": (re.compile(r"(?:안|못|비|미|모의|방지)\s?$"), re.compile(r"^[^,.…]{0,4}(?:지 않|않|필요는? 없|무산|부인|막|방지|우려|위기|위험|대응|대비|보다|제로|에 반발|에 반대|해제|경고|주의)")),
    "th": (re.compile(r"(?:ไม่|ยังไม่|ป้องกัน|เลี่ยง)\s?$"), re.compile(r"^(?:ไม่ได้|ไม่ให้)")),
}  # fmt: skip
"""Before and behind the word: it is denied, feared or kept from happening."""
_PLANNED: Final = re.compile(
    r"[计計][划劃畫]|[擬拟]|考[虑慮]|予定|検討|計画|예정|추진|검토|계획|준비|앞두|목표|เตรียม|จะ(?=\S)|คาดว่า|วางแผน"
)
_LEADING: Final = re.compile(
    r"^(?:【[^】]*】|\[[^\]]*\]|[「“\"'‘][^」”\"'’]*[」”\"'’][\s…·.]*)?(?:[^|｜]{2,14}[|｜])?\s?([^、，,：:。…（(|]{2,40}?)(?:[、，,：:…（(|]|[はが](?![ぁ-ん]{2})|[은는이가]\s|\s|$)"
)
_PEOPLES: Final = words(
    "american chinese british french german japanese korean indian european russian ai us uk eu u.s today new"
)
_CALENDAR: Final = words(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december"
)
POST: Final = re.compile(
    r"\b(?:head|chief|ceo|cto|cfo|founders?|co-?founders?|officials?|minister|president|engineers?|researchers?|scientists?|executives?|director|czar|leader|chair\w*|boss|secretary|judge|commissioner|employees?)\b",
    re.IGNORECASE,
)
_IN_FULL: Final = re.compile(r"\b[A-Z][a-z’'-]+ (?:[A-Z]\. )?[A-Z][a-z’'-]+")
_NO_NAMES: Final = _PEOPLES | words("ipo llm gpu mou api ceo cve rce show the")
_LATIN: Final = re.compile(r"(?<![A-Za-z])[A-Z][A-Za-z]{2,}")
_QUOTED: Final = re.compile(r"「[^」]*」|『[^』]*』")
_NO_WHO: Final = re.compile(r"[!！?？%％]|^[一-鿿]{13,}$|^[가-힣]{2,}에(?:서|는)?(?:\s|$)")
"""A headline that begins so names nobody there."""
_PUBLIC: Final = re.compile(r"(?:[市県省庁縣县]|政府|(?<=[가-힣]{2})(?:시|군|구|도|청|부)|교육청|위원회)$")
"""What a town, a county or a ministry is called: no company."""
_TOKEN: Final = re.compile(r"[A-Za-z][\w&./’'-]*\w|[A-Z]")


@dataclass(frozen=True, slots=True)
class Told:
    """`whose`: ids of known names and letters of others on the side that is asked for; the tightest sign of which item it is."""

    whose: frozenset[str]
    at: int
    by_verb: bool = False


def told_in(
    wanted: Wanted, text: str, language: Language, small: Collection[str], *, by_noun: bool = True
) -> Told | None:
    """`small`: words that the reports write in small letters, which are no names in a headline's capitals."""
    tongue = language[:2] if tongue_of(text) != "en" else "en"
    if not all(kinds()[name].tells.search(text) for name in wanted.fields):  # type: ignore[union-attr]
        return None
    if _QUESTION.search(text) if tongue == "en" else text.rstrip().endswith(("?", "？")):
        return None
    for deed in deeds_of(wanted, text, tongue):  # type: ignore[arg-type]
        if deed.planned and not wanted.planned:
            continue
        if deed.noun and tongue == "en" and not by_noun:
            continue
        known = mentions(text)  # most lines have no such deed: only of those that have it is asked who is named
        if not _takes_part(wanted, known) or (wanted.doer and not wanted.doer.brings_out(text)):
            return None
        told = (
            _english(wanted, deed, text, small)
            if tongue == "en"
            else _elsewhere(wanted, deed, text, known, by_noun=by_noun)
        )
        if told is not None:
            return told
    return None


def deeds_of(wanted: Wanted, text: str, tongue: Tongue) -> Iterator[Deed]:
    """Where the text tells one of the deeds that are asked for, and neither denies nor, outside English, only plans it."""
    for name in wanted.senses:
        sense = senses()[name]
        if tongue == "en":
            done = list(verbs_in(text, sense.verbs))
            yield from done
            at = {place for deed in done for place in range(deed.start, deed.end)}
            yield from (deed for deed in nouns_in(text, sense.told["en"]) if deed.start not in at)
        else:
            yield from _marked(wanted, text, tongue, sense.told[tongue])
    if wanted.verb and tongue == "en":
        yield from verbs_in(text, {wanted.verb: ""})
    if not wanted.senses and not wanted.verb and STARTUPS.search(text):
        yield Deed(text, "", len(text), len(text), noun=True)


def _marked(wanted: Wanted, text: str, tongue: Tongue, told: re.Pattern[str]) -> Iterator[Deed]:
    before, behind = _DENIED[tongue]
    for match in told.finditer(text):
        left, right = text[: match.start()], text[match.end() :]
        if before.search(left) or behind.search(right) or (tongue == "ko" and _is_quoted(left, right)):
            continue
        if not wanted.planned and (_PLANNED.search(right[:8]) or _PLANNED.search(left[-6:])):
            continue
        yield Deed(left, right, match.start(), match.end(), noun=True, told=match[0])


def _is_quoted(left: str, right: str) -> bool:
    """In Korean double marks stand around what somebody says, behind their name, and single ones around a name."""
    opened = left.count('"') % 2 == 1 or left.count("“") > left.count("”")
    return opened and re.search('["”]', right) is not None


def _takes_part(wanted: Wanted, known: Collection[Mention]) -> bool:
    there = {part for one in known for part in (one.id, one.company)}
    return all(one.id in there for one in wanted.whose)


def _english(wanted: Wanted, deed: Deed, text: str, small: Collection[str]) -> Told | None:
    own = {part for one in wanted.whose for part in (one.id, one.company) if part}
    mutual = _is_mutual(wanted)
    is_first = not mutual and (wanted.side == "who") != deed.passive
    if mutual or not wanted.side or (deed.noun and not own):
        side, others = text, text
    elif is_first:
        side, others = deed.before, deed.behind
    else:
        side, others = deed.behind, deed.before
    if not wanted.side and own and deed.passive and _names_any(wanted.whose, deed.before):
        return Told(names_of(deed.behind, small), deed.start, True)
    if wanted.whose and not _names_any(wanted.whose, others):
        return None
    if _is_apart(wanted, deed) or _is_beside_it(wanted, deed):
        return None
    told_of = text[deed.start :] if wanted.side == "what" and not deed.passive else side
    if wanted.kind == "company" and not mentions(side) and _NAMELESS.match(side.strip()):
        return None
    if deed.noun and wanted.side == "what" and wanted.kind == "company" and not own:
        side = deed.behind if _AT.match(deed.behind) else deed.before
    elif deed.noun:
        side = told_of = text
    found = _of_kind(wanted, side, told_of, own, small)
    return Told(_closest(found, deed, small), deed.start, not deed.noun) if found is not None else None


_NAMELESS: Final = re.compile(r"(?:an?|some|several|many|more|most|two|three|\d+) [^,:]*$", re.IGNORECASE)


def _closest(found: frozenset[str], deed: Deed, small: Collection[str]) -> frozenset[str]:
    """Of the names in a headline's capitals those that are known, else those before the deed; never the deed's own words."""
    known = {part for one in mentions(f"{deed.before} {deed.behind}") for part in (one.id, one.company)}
    before = names_of(deed.before, small) & found
    return found & known or before or found - names_of(deed.told, small)


def _is_beside_it(wanted: Wanted, deed: Deed) -> bool:
    """The deed is a circumstance, or somebody else's: "after a price hike", "settles lawsuits" of who was sued; or what is built is another thing."""
    if wanted.kind != "company" or wanted.whose:
        return False
    if _is_of_it(wanted, f"{deed.before} {deed.behind}", 0):
        return True
    if deed.noun:
        before = re.findall(r"[\w’'$]+", deed.before.casefold())
        is_told_of = _CIRCUMSTANCE & set(before[-4:]) or any(word.endswith(("n’t", "n't")) for word in before)
        return bool(is_told_of) or (
            wanted.side == "what" and not (_SUFFERS.search(deed.before) or _AT.match(deed.behind))
        )
    if wanted.side == "what" and _SOMEBODY.search(deed.before if deed.passive else deed.behind):
        return True
    if wanted.side == "who" and deed.passive:
        return not re.match(r"\s*by\b", deed.behind)
    object_ = _PURPOSE.split(deed.behind, maxsplit=1)[0]
    return wanted.side == "who" and any(
        not kinds()[name].tells.search(object_)  # type: ignore[union-attr]
        for name in wanted.fields
        if not deed.passive
    )


_CIRCUMSTANCE: Final = words("after amid despite since following over who that whether as for fight fights fighting")
_SUFFERS: Final = re.compile(
    r"\b(?:fac(?:es|ed|ing)|hit (?:with|by)|slapped|served|targeted|named in|gets?|got|receiv\w+|subject|agrees? to|pays?|handed)\b",
    re.IGNORECASE,
)
_AT: Final = re.compile(r"\s*(?:\w+\s){0,2}(?:against|at|targets?|accuses?)\b", re.IGNORECASE)
_SOMEBODY: Final = re.compile(
    r"^\s?(?:an? |the )?(?:[\w’'-]+ ){0,2}(?:users?|customers?|man|men|woman|people|employees?|workers?)\b",
    re.IGNORECASE,
)
_PURPOSE: Final = re.compile(r"\s(?:to|for|that|which|with|as|from|using)\s", re.IGNORECASE)


def _is_mutual(wanted: Wanted) -> bool:
    return any(senses()[name].mutual for name in wanted.senses)


def _is_apart(wanted: Wanted, deed: Deed) -> bool:
    """What else is asked in English stands in another clause, or nowhere in the line: "raises $7 billion as price war intensifies"."""
    if wanted.tongue != "en" or not wanted.rest:
        return False
    there = set(search_tokens(f"{deed.before} {deed.told} {deed.behind}"))
    return not any(one in there for one in wanted.rest_in("en"))


def _names_any(whose: Collection[Mention], text: str) -> bool:
    there = {part for one in mentions(text) for part in (one.id, one.company)}
    return any(one.id in there for one in whose)


def _of_kind(
    wanted: Wanted, side: str, behind: str, own: Collection[str], small: Collection[str]
) -> frozenset[str] | None:
    """Who or what of that kind stands there; None where nobody does. `behind`: all that is said of what came out."""
    kind = wanted.kind
    places = {one.id for one in names_in(side) if one.kind == "place"}
    if kind == "country":
        return frozenset(places - set(own)) or None
    names = names_of(side, small) - set(own)
    if kind == "company":
        if wanted.sort and not SORTS[wanted.sort][1].search(side):
            return None
        people = {one.id for one in names_in(side) if one.kind == "person"}
        return frozenset(names - places - people) or None
    if kind == "person" and wanted.post not in side.casefold():
        return None
    if kind == "person":
        is_somebody = any(one.kind == "person" for one in names_in(side)) or POST.search(side) or _IN_FULL.search(side)
        return frozenset(names - places) if is_somebody else None
    row = kinds().get(kind)
    if row and row.tells and not row.tells.search(behind):
        return None
    return frozenset(names - places) if side.strip() else None


def names_of(text: str, small: Collection[str]) -> frozenset[str]:
    """Ids of known names, and the letters of words that are written with a capital and nowhere small."""
    known = mentions(text)
    found = {one.company or one.id for one in known}
    covered = [(one.start, one.end) for one in known]
    for match in _TOKEN.finditer(text):
        word = re.sub(r"[’']s$", "", match[0])
        low = word.casefold()
        if any(start <= match.start() < end for start, end in covered) or not any(map(str.isupper, word)):
            continue
        if (
            low in small
            or is_closed(low)
            or low in _PEOPLES
            or low in _CALENDAR
            or (low.endswith("s") and low[:-1] in small)
        ):
            continue
        found.add(low)
    return frozenset(found)


def _elsewhere(wanted: Wanted, deed: Deed, text: str, known: Collection[Mention], *, by_noun: bool) -> Told | None:
    own = {part for one in wanted.whose for part in (one.id, one.company) if part}
    places = {one.id for one in names_in(text) if one.kind == "place"}
    leading = leading_of(text)
    first = mentions(leading)
    if wanted.kind == "country":
        theirs = frozenset(one.id for one in names_in(leading) if one.kind == "place") - own
        return Told(theirs, deed.start) if theirs else None
    if own and wanted.side == "who" and not _is_mutual(wanted) and _names_id(wanted, [*known][:1]):
        return None  # who is named does it here, and had it done to them as it is asked
    acts = (
        not own
        or wanted.doer
        or (wanted.kind in ("company", "country", "person") and wanted.side != "what")
        or _acts(wanted, first, known)
    )
    row = kinds().get(wanted.kind)
    if not acts or (row and row.tells and not row.tells.search(text)) or _is_of_it(wanted, text, deed.start):
        return None
    if not own and wanted.side and wanted.kind == "company":
        suffers = suffers_in(deed, tongue_of(text), known)
        if wanted.side == "who" and suffers == LEADING:
            return None
        if wanted.side == "what" and suffers != LEADING:
            return Told(suffers, deed.start) if suffers else None
    whose = {one.company or one.id for one in known if one.end <= deed.start} - own - places
    whose = whose or {one.company or one.id for one in known} - own - places
    if not by_noun:  # a sentence under another title
        whose = {one.company or one.id for one in first} - own - places
    if wanted.kind == "company":
        return _company_leading(wanted, text, frozenset(whose), deed, places, by_noun=by_noun)
    return Told(frozenset(whose), deed.start)


def _company_leading(
    wanted: Wanted, text: str, whose: frozenset[str], deed: Deed, places: Collection[str], *, by_noun: bool
) -> Told | None:
    """`whose`: known names; else by the name that the line begins with, where it begins with one."""
    leading = leading_of(text)
    first = mentions(leading)
    if wanted.sort and not SORTS[wanted.sort][1].search(leading):
        return None
    if not wanted.senses:
        return Told(frozenset({leading.casefold()}), deed.start)
    if (first and {one.id for one in first} <= set(places)) or _PUBLIC.search(leading):
        return None
    if not whose and _UNNAMED.match(text):
        return None
    latin = {word.casefold() for word in _LATIN.findall(_QUOTED.sub(" ", leading))} - _NO_NAMES
    begins = by_noun and not _NO_WHO.search(leading)
    if begins and tongue_of(text) == "zh":  # a later clause has a subject of its own
        begins = _CLAUSE.search(text[: deed.start]) is None
    shown = {leading.casefold()} if begins else set()
    return Told(whose or frozenset(latin or shown), deed.start) if whose or latin or shown else None


_CLAUSE: Final = re.compile(r"[，：！？。；]")
_UNNAMED: Final = re.compile(
    r"[^、，,]{0,16}(?:기업|업체|회사|스타트업)(?:들)?(?:[과와이가은는의]|에서|에) |[^、，,]{0,12}(?:企業|会社|メーカー|ベンチャー)(?:[がはのと]|など)"
    r"|(?:[某多一][家間间]?|[^、，,A-Za-z]{0,6}[家間间])(?:公司|企[业業])"
)
"""A line that begins with a company by its kind alone: 국내 기업들이, 某公司."""


def _is_of_it(wanted: Wanted, text: str, at: int) -> bool:
    """Only something of such a thing is told of, wherever it is named: a robot's advertisement, the results of a trial with it. `at`: of the verb."""
    for name in {*wanted.fields, wanted.kind} & _THINGS:
        tells = kinds()[name].tells
        found = [match.end() for match in tells.finditer(text)] if tells else []
        if found and all(_OF_IT.search(text[end : max(at, end + _BEHIND)]) for end in found):
            return True
    return False


_THINGS: Final = frozenset({"robot", "chip", "glasses"})
_BEHIND: Final = 26
_OF_IT: Final = re.compile(
    r"광고|결과|영상|보고서|로드맵|전략|비전|소프트웨어|캠페인|인재|사업부|広告|結果|動画|報告|戦略|[广廣]告|[结結]果|[报報]告|部[门門]|事[业業]部"
    r"|\b(?:ads?|advert\w*|results|division|software|ai models?|models?|reports?|campaign|interface)\b",
    re.IGNORECASE,
)


def _acts(wanted: Wanted, first: Collection[Mention], known: Collection[Mention]) -> bool:
    """Who is named stands first, as whoever acts does in a headline."""
    order = list(known)
    return _names_id(wanted, order[:1]) or _names_id(wanted, first)


def _names_id(wanted: Wanted, found: Collection[Mention]) -> bool:
    return any(one.id in (mine.id, mine.company) or one.company == mine.id for one in found for mine in wanted.whose)


@cache
def leading_of(text: str) -> str:
    """Who a headline begins with, up to the mark or particle behind."""
    found = _LEADING.match(text)
    return found[1].strip() if found else text[:12]
