"""Across languages: do the names of a telling play the parts that they play in its quote? By their order, the voice and who reports.

Another order is only right with a reason: active turned passive, a list, a place, a name that moved without being the subject. Where the
source has a name behind a preposition, or は marks what is spoken of beside who acts, order alone says nothing.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Final

from news.scripts import HAN, HANGUL, KANA
from summariser.words import facts
from summariser.words.aliases import Mention
from summariser.words.names import places
from summariser.words.vectors import fold

_SUBJECT: Final = {
    "ja": re.compile(r"^(?:[^\s、。]{0,14}?|(?: [a-z0-9.-]+)+[」』]?)(?:は|が|も)(?!れ)"),
    "ko": re.compile(r"^[^\s,.]{0,8}?(?:은|는|이|가)(?=\s)|^\s?\S{1,8}(?:은|는|이|가)\s"),
}
_OBLIQUE: Final = re.compile(
    r"(?:在|对|對|与|與|和|跟|由|据|據|根据|根據|从|從|给|給|向|被|遭|ใน|จาก|กับ|ของ|โดย|ถูก|ต่อ|ให้|ตาม)\s*$"
)
_AT_BEFORE: Final = re.compile(r"(?:\b(?:in|at|from|near|of|across|for)(?: the)?|在|于|於|ใน|ที่|จาก)\s*$", re.IGNORECASE)
_AT_AFTER: Final = re.compile(r"^[^\s、。,]{0,4}?(?:で|では|に|から|の|에서|에|의|内|內|市场|市場)")
_BY: Final = re.compile(
    r"\b\w+(?:ed|en|wn|ught|ade|old|eld|uilt|ut|id|un|t) by(?: the)?(?! \w+ing\b)(?: [\w-]+){0,3}\s*$", re.IGNORECASE
)
_USING: Final = re.compile(r"\b(?:was|were|is|are|been|being) (?:\w+ ){1,3}?(?:with|using|in|on|from)\b", re.IGNORECASE)
"""In a passive, the means: Chinese has it as the doer, behind 由."""
_BY_BEFORE: Final = re.compile(r"(?:被|遭|由|ถูก|โดย)\s*(?:[a-z.]+ ){0,2}$")
_BY_AFTER: Final = re.compile(
    r"^(?:社|側|氏)?(?:に|によって|により|によ)[^。]{0,40}?(?:れた|れる|られ|され|れて)|^(?:에|에게|에\s?의해)[^.]{0,30}?(?:되|됐|된|받|당)"
)
_GIVEN_TO: Final = re.compile(r"売却|譲渡|提供|供給|販売|매각|양도|제공|공급|판매")
_DEMONYM: Final = re.compile(r"(?:ese|ian|ean|ican|ish|^german|^french)$")
_OTHER_PARTICLE: Final = re.compile(
    r"^[^\s、。,]{0,10}?(?:の|を|に|から|で|と|へ|より)|^\s?\S{0,8}?(?:의|을|를|에게|에서|에|로|와|과|보다|부터)(?=[\s,])"
)
_ASIDE: Final = re.compile(
    r"\b(?:at|with|without|via|through|using|under|like|than|on|in)(?: the| an?| its)?\s*$", re.IGNORECASE
)
_IN_FRONT: Final = re.compile(
    r"(?:^|[,;:.\n] )(?:in|at|with|for|on|under|through|via|within|inside)(?: the| its)? $", re.IGNORECASE
)
_OBJECT: Final = re.compile(
    r"\b(?:at|with|without|via|through|under|like|on|in|to|of|for|from|as|after|before|since|despite)(?: the| an?| its)?\s(?:[\w.-]+(?:,| and|, and) )*$",
    re.IGNORECASE,
)
_THAN: Final = re.compile(r"\bthan(?: in| for| at| those of| that of)?(?: the)?\s*$|比(?:在)?\s*$|กว่า(?:ใน|ที่|ของ)?\s*$")
_THAN_AFTER: Final = re.compile(r"^[^\s、。,的]{0,5}?より|^\s?\S{0,5}?보다")
_TOPIC: Final = re.compile(r"^[^\s、。,]{0,8}?(?:は|も|은|는)(?=[\s、]|[^\s])")
_ACTS: Final = re.compile(r"^[^\s、。,]{0,8}?(?:が|이|가)(?=[\s、]|[^\s가-힣])")
_LISTED: Final = re.compile(
    r"^[\s,、，・·&と和与與及やおよび、]*(?:and|or|및|와|과|그리고|และ|กับ|หรือ|以及|跟)?[\s,、，]*$"
)
_WHOSE: Final = re.compile(
    rf"^(?: [a-z0-9.-]+)*\s?(?:(?![はがをにでへ和与與被把向对對让讓给給]|[은는을를]\s|[이가에의]\s)[{HAN}{KANA}{HANGUL} ]){{1,12}}\s?(?:[a-z]+ )?$"
)
_RENAMED: Final = re.compile(
    r"^(?: [\w.-]+){0,2}, (?:an?|the|once|former(?:ly)?|(?:co-)?founder|chief|ceo|head|president|director)\b[^,;.]{0,60}$"
)
_OFFICE: Final = r"(?:ceo|c[ft]o|chief(?: [\w-]+){1,2}|president|(?:co-?)?founder|chair\w*|head|director|spokes\w+|ซีอีโอ|ประธาน\S*?|ผู้\S+?|หัวหน้า\S*?|โฆษก\S*?)"
_OFFICE_OF: Final = re.compile(rf"^,?\s?(?:the |an? )?{_OFFICE}\s?(?:ของ|of|at)\s?(?:the )?(?:[a-z]+ )?$")
_THING_OF: Final = re.compile(r"^, (?:an?|the|its) [^,;.]{3,40} (?:from|by|of)(?: the)? $")
_HOLDS: Final = re.compile(
    rf"^(?:['’]s?)?\s?(?:の|的|의)?\s?{_OFFICE}(?: and (?:co-?founder|ceo))?\s?$|^(?:['’]s?| [a-z]+)? ?{_OFFICE},? (?:[a-z]+ )?$"
)
""" "Google DeepMind CEO Demis Hassabis": whose office it is stands before it."""
_SAID_NEXT: Final = 3
_SAID_BY: Final = 8
_SAID_LAST: Final = re.compile(r"(?:氏|社)?(?:が|가|이)[^。.、,]{0,12}$")
_ANNOUNCED: Final = re.compile(r"^[」』”]?\s?(?:を|을|를)")  # behind what somebody announces, not who does
_ADDRESSED: Final = re.compile(r"(?:对|對|向|跟)\s*$")
_SAYS: Final = re.compile(
    fold(
        r"\b(?:said|says|told|according to(?: (?:an?|the) (?:\w+ )?(?:report|study|survey|analysis|post) (?:from|by|in|of))?|reported|reports|announced|added|wrote)\b|述べ|語[っる]|明らか|表示|説明|发表|說|说|称|稱|말했|밝혔|전했|กล่าว|ระบุ|รายงาน|เปิดเผย|ประกาศ|発表|宣布|公布|발표|報じ|報道|报道|報導"
    )
)


@dataclass(frozen=True, slots=True)
class Cast:
    """A folded text with the names in it, where they stand first."""

    folded: str
    placed: Mapping[str, Mention]


def recast(told: Cast, quote: Cast) -> tuple[list[str], list[str]]:
    """Pairs of names in the wrong parts, as "a/b": another order without a reason, or "by" on one side only. And those that may be: told
    first is what the source does not begin with as its subject, or what the telling only speaks of."""
    shared = sorted(told.placed.keys() & quote.placed.keys(), key=lambda id: (told.placed[id].start, id))
    faults, doubts = [*_misreported(told, quote, shared), *_compared(told, quote)], list[str]()
    speaker = _reporter(told)
    reports = bool(speaker) and speaker == _reporter(quote)
    for one, other in combinations(shared, 2):
        mine, theirs = (told.placed[one], told.placed[other]), (quote.placed[one], quote.placed[other])
        if _are_one(*mine) or (_is_adjacent(told.folded, mine) and _is_adjacent(quote.folded, theirs)):
            continue
        if _is_where(told.folded, mine) or _is_where(quote.folded, theirs):
            if _acts_for_its_people(told, mine, quote, theirs):
                doubts.append(f"unshown {one}/{other}")
            continue
        inverted = theirs[0].start > theirs[1].start
        if inverted and _is_named_first(told.folded, mine) and _is_renamed(quote.folded, theirs):
            doubts.append("apposition")
            continue
        if inverted and _is_of(told.folded, mine, quote.folded, theirs):
            doubts.append("apposition")
            continue
        turned = _has_by(told.folded, mine) != _has_by(quote.folded, theirs)
        turned = turned and not (_has_means(told.folded, mine) and _USING.search(_between(quote.folded, theirs)))
        if inverted and reports and speaker in (one, other):
            continue  # who reports may stand first or last
        if inverted and not turned and _is_unshown(told.folded, mine, quote.folded, theirs):
            doubts.append(f"unshown {one}/{other}")
        if inverted != turned and not (inverted and _may_move(told.folded, mine, quote.folded, theirs)):
            topic = _is_topic(told, mine[0]) or _is_topic(quote, min(theirs, key=lambda name: name.start))
            topic = topic or (inverted and _is_in_front(told.folded, mine[0]))
            sure = not topic and (not _is_aside(quote, theirs) if inverted else not _is_parted(quote, theirs))
            (faults if sure else doubts).append(f"{one}/{other}")
    return faults, doubts


def _compared(told: Cast, quote: Cast) -> Iterator[str]:
    """Names behind "than" in one text where another one is in the other: 比, より, 보다, กว่า."""
    mine, theirs = (
        {
            id
            for id, one in cast.placed.items()
            if _THAN.search(cast.folded[: one.start]) or _THAN_AFTER.match(cast.folded[one.end :])
        }
        for cast in (told, quote)
    )
    shared = told.placed.keys() & quote.placed.keys()
    if mine & shared and theirs & shared and not mine & theirs:
        yield from (f"compared {one}" for one in sorted(mine & shared))


def _is_aside(quote: Cast, pair: Sequence[Mention]) -> bool:
    """Whether the first that is named stands behind a preposition, or the other behind "with", "at" and the like."""
    return bool(_OBJECT.search(quote.folded[: pair[1].start]) or _ASIDE.search(quote.folded[: pair[0].start]))


def _is_parted(quote: Cast, pair: Sequence[Mention]) -> bool:
    """Whether another name stands between the two: the "by" may be about that one."""
    first, last = sorted(pair, key=lambda one: one.start)
    others = (one for one in quote.placed.values() if one.id not in places())
    return any(first.end <= one.start and one.end <= last.start for one in others)


def _is_topic(told: Cast, name: Mention) -> bool:
    """In Japanese and Korean: whether は or 는 only says what it is about, since another name is marked as who acts."""
    if facts.script(told.folded) not in _SUBJECT or not _TOPIC.match(told.folded[name.end :]):
        return False
    return any(_ACTS.match(told.folded[one.end :]) for one in told.placed.values() if one.start > name.end)


def _misreported(told: Cast, quote: Cast, shared: Sequence[str]) -> Iterator[str]:
    """Another one says it, or who only reports it is told as the one to whom it is done."""
    speaker, spoke = _reporter(told), _reporter(quote)
    if speaker != spoke and {speaker, spoke} <= set(shared):
        yield f"{speaker}/{spoke}"
    if speaker or spoke not in shared or not _is_subject(told.folded, told.placed[spoke]):
        return
    for other in shared:
        if other != spoke and _has_by(told.folded, (told.placed[spoke], told.placed[other])):
            yield f"{spoke}/{other}"


def _are_one(one: Mention, other: Mention) -> bool:
    """A company and what is its own; two of its products are two."""
    return bool(one.company) and one.company == other.company and one.company in (one.id, other.id)


def _is_where(text: str, pair: Sequence[Mention]) -> bool:
    """Whether one is the place where something happens: it may be told first or last."""
    return any(
        one.id in places()
        and (
            _AT_BEFORE.search(text[: one.start])
            or _AT_AFTER.match(text[one.end : one.end + 8])
            or text[one.start : one.end].endswith(("ese", "an", "ish"))
        )
        for one in pair
    )


def _is_adjacent(text: str, pair: Sequence[Mention]) -> bool:
    """ "Ben Affleck": two words of one name."""
    first, last = sorted(pair, key=lambda one: one.start)
    return not text[first.end : last.start].strip()


def _is_named_first(told: str, pair: Sequence[Mention]) -> bool:
    """Whether whose somebody is stands right before the name: 元Google研究者のNixon, 前Google研究员Nixon."""
    return bool(_WHOSE.match(_between(told, pair)))


def _is_of(told: str, mine: Sequence[Mention], quote: str, theirs: Sequence[Mention]) -> bool:
    """Whether the one told first is the other's officer, or its thing, behind whose it is in the quote: IBMの量子チップHeron."""
    here, there = _between(told, mine), _between(quote, theirs)
    return bool(_OFFICE_OF.match(here) and _HOLDS.match(there)) or bool(_THING_OF.match(here) and _WHOSE.match(there))


def _is_renamed(quote: str, pair: Sequence[Mention]) -> bool:
    """And in English behind it: "Nixon, a former Google researcher"."""
    return bool(_RENAMED.match(_between(quote, pair)))


def _is_in_front(told: str, name: Mention) -> bool:
    """Whether an English clause begins with the name behind a preposition: "In Firefox 153 Mozilla introduced …"."""
    return bool(_IN_FRONT.search(told[: name.start]))


def _acts_for_its_people(told: Cast, mine: Sequence[Mention], quote: Cast, theirs: Sequence[Mention]) -> bool:
    """Whether a place is who acts in the telling, and in the quote only whose something is: "Chinese cars"."""
    return any(
        here.id in places()
        and _DEMONYM.search(quote.folded[there.start : there.end])
        and _is_subject(told.folded, here)
        for here, there in zip(mine, theirs, strict=True)
    )


def _is_unshown(told: str, mine: Sequence[Mention], quote: str, theirs: Sequence[Mention]) -> bool:
    """Another order, where nothing shows that the name told first does not act: no list, no particle or preposition of its own."""
    first, last = mine
    if _LISTED.match(told[first.end : last.start]) or _LISTED.match(quote[theirs[1].end : theirs[0].start]):
        return False
    if facts.script(told) in _SUBJECT:
        return not _OTHER_PARTICLE.match(told[first.end : first.end + 16])
    if facts.script(told) == "en":
        return False
    return not (_OBLIQUE.search(told[: first.start]) or re.match(r"\s?(?:的|之)", told[first.end :]))


def _has_by(text: str, pair: Sequence[Mention]) -> bool:
    """Whether one of the two is the doer of a passive. In English the other one, to whom it is done, stands before the "by"."""
    first, last = sorted(pair, key=lambda one: one.start)
    if _BY.search(text[max(first.end, last.start - 45) : last.start]):
        return True
    return any(_BY_BEFORE.search(text[: one.start]) or _is_doer(text[one.end : one.end + 60]) for one in pair)


def _has_means(text: str, pair: Sequence[Mention]) -> bool:
    """Whether 由 or โดย stands before one of the two."""
    return any(re.search(r"(?:由|โดย)\s?$", text[: one.start]) for one in pair)


def _between(text: str, pair: Sequence[Mention]) -> str:
    first, last = sorted(pair, key=lambda one: one.start)
    return text[first.end : last.start]


def _is_doer(behind: str) -> bool:
    """に or 에 before a passive, but not of selling or giving: there it is to whom."""
    found = _BY_AFTER.search(behind)
    return bool(found) and not _GIVEN_TO.search(found[0] if found else "")


def _may_move(told: str, mine: Sequence[Mention], quote: str, theirs: Sequence[Mention]) -> bool:
    """Another order is right in a list, and for what is told first without being the subject."""
    first, last = mine
    if _LISTED.match(told[first.end : last.start]) or _LISTED.match(quote[theirs[1].end : theirs[0].start]):
        return True
    return not _is_subject(told, first)


def _reporter(text: Cast) -> str:
    """Who says it: the name that stands nearest before a word of saying, or after "according to"."""
    for says in _SAYS.finditer(text.folded):
        after = [one for one in text.placed.values() if 0 <= one.start - says.end() <= _SAID_BY]
        if says.group().startswith("according to") and after:
            return after[0].id
        before = [
            one
            for one in text.placed.values()
            if _speaks(text.folded[one.end : says.start()], one, says.start())
            and not _ADDRESSED.search(text.folded[: one.start])
        ]
        if before:
            return max(before, key=lambda one: one.end).id
    return ""


def _speaks(between: str, name: Mention, at: int) -> bool:
    """Whether nothing stands between a name and the word of saying, or, in verb-last languages, only its object."""
    if name.end > at or _ANNOUNCED.match(between):
        return False
    return len(between) <= _SAID_NEXT or bool(_SAID_LAST.match(between))


def _is_subject(text: str, name: Mention) -> bool:
    """Whether the name stands where a subject stands: before は or が, 은 or 는; in Chinese, Thai and English at the head of its clause."""
    after = text[name.end : name.end + 20]
    key = facts.script(text)
    if key in _SUBJECT:
        return bool(_SUBJECT[key].match(after))
    before = re.split(r"[,，。;；、\n]", text[: name.start])[-1]
    return len(before.strip()) <= 6 and not _OBLIQUE.search(before)
