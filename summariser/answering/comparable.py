"""What reports say of the sides of a comparison: sentences of one side alone, and those that set several beside each other. Pure."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from math import exp
from typing import Final

from news.asking import Passage
from news.scripts import THAI
from news.text import search_tokens
from summariser.answering.aspects import AMOUNT, ANY_SUM, BARE, DEEDS, HALF, Wanted, amounts_of, told_in
from summariser.answering.lines_compared import LONGEST, goes_on, lines, unasked
from summariser.answering.whose_amount import (
    ANOTHERS,
    BACKS,
    GOES_ON,
    THAN,
    ends_in,
    is_topic,
    is_yardstick,
    with_maker,
)
from summariser.asking.sides import Side, others_in, whose
from summariser.asking.sides_asked import AND
from summariser.asking.support import bare, lines_of
from summariser.words.aliases import Mention
from summariser.words.counting import has_time
from summariser.words.deeds import deed_in

ASKS: Final = re.compile(r"(?:[?？]|까|[のるいだ]か|[嗎吗]|หรือไม่|ไหม)[…”\"'’」.]*$")
"""A headline that ends so asks: it says nothing."""
_LEAST: Final = 20
_EARLY: Final = 40
_FIRST: Final = 20
_BEGINS: Final = 60
"""Characters within which a sentence names the side that it is of, where its title does not."""
_OF_ALL: Final = 0.8
"""What a sentence is worth more in a report whose title names every side."""
_JOINED: Final = re.compile(r"^\S{1,16}?\s?(?:[·・&、,/]|와|과|と|and|和|與|与|กับ|และ)\s?$")
"""Between a name and another that does the same with it."""
_SAYS: Final = 3
"""Words beside its names that a line has which says something."""
_WORDS: Final = 5
_FADES: Final = timedelta(days=45)
_ELSEWHERE: Final = 1.0
"""What a sentence in another language than the asker's is worth less."""
_MANY: Final = 3
_TELLS: Final = 0.2
"""What a sentence is worth more for each measure that it tells."""
_SEVERAL: Final = 2
_NUMBERS: Final = 0.7
"""What a sentence of several sides is worth more that tells a measure with its number."""
_OTHERS: Final = 0.3
"""What a line is worth less for each other company in it."""
_VERDICT: Final = (
    r"\b(?:than|outperform\w*|beat(?:s|ing|en)?|ahead of|behind|nears?|overtak\w+|unseat\w+|pass(?:es|ed)|surpass\w*|trail(?:s|ing)?|lag(?:s|ging)?|second only|lead(?:s|ing)? over|on par with|comparable to|match(?:es|ing)|tops|wins? over)\b"
    r"|明暗|暗明|匹敵|匹敌|媲美|比肩|맞먹|필적|급 성능|より|迫[るっり]|[接逼]近|上回|下回|超え|抜[くき]|返り咲|落[後后]|[領领]先|[超胜勝]|不如|高[于於]|低[于於]|比|보다|대비|비해|격차|능가|앞[서섰지]|근접|뒤처|뒤진|밀[려린]|뺏|왕좌|กว่า|ใกล้เคียง|เหนือ|แซง|ทะลุ|รอง"
)
TOGETHER: Final = re.compile(
    r"\b(?:versus|vs\.?|whereas|while|compared|unlike|both|rivals?|takes? on|taking on|battles?|clash\w*|competes?|competing|challeng\w+|alternative to)\b"
    r"|対[決抗]|[對对][决決標标抗]|抗衡|激突|競争|[競竞][爭争]|격돌|맞붙|맞대결|대결|경쟁|추격|따라잡|แข่ง|ท้าชน|แทน|に対し|一方|比べ|比較|両[社者]|对比|對比|相比|而|반면|나란히|vs|เทียบ|ขณะที่"
    rf"|{_VERDICT}",
    re.IGNORECASE,
)
"""It sets one against another."""
_BEATS: Final = re.compile(_VERDICT, re.IGNORECASE)
_NEARS: Final = re.compile(
    r"\b(?:nears?|on par with|comparable to|match(?:es|ing)|second only)\b|匹敵|匹敌|媲美|比肩|맞먹|필적|급 성능|迫[るっり]|[接逼]近|근접|ใกล้เคียง|รอง",
    re.IGNORECASE,
)
VERSUS: Final = re.compile(
    r"\b(?:vs\.?|versus|compared)(?!\w)|比[較较]|[對对]比|비교|대결|격돌|เทียบ|対決", re.IGNORECASE
)
_THAI: Final = re.compile(f"[{THAI}]")
_PREFIX: Final = 3
"""Thai letters before a company that does something: its subject comes first."""
_HEAD: Final = re.compile(r"[^:：。.]{4,80}[:：]\s?(?=\S)")
_ASIDE: Final = re.compile(r"\s?(?:ขณะที่|พร้อม(?=\s?[A-Z])|ทำให้)|,? \b(?:while|whereas)\b|; |；|。一方")
"""Before a clause of something else."""
_SHORT: Final = 200
_EACH: Final = re.compile(r"[은는]|は")
"""A particle with which two are set against each other, each with its own: 네이버는 장바구니, 카카오는 대화."""
_WHEN: Final = re.compile(
    r"\b(?:weeks?|months?|years?)\b|[明今来來]年|年[內内]|\d ?(?:[ヶか個个カ]月|[年月日])|내년|올해|연내|\d ?(?:개월|[년월일])|ปี(?:หน้า|นี้)|เดือน",
    re.IGNORECASE,
)
_SHORT_OF: Final = re.compile(
    r"^(?:it|its|they|the (?:model|company|startup|firm|round)|同社|同モデル|该公司|该模型|該公司|이 회사|회사는|이 모델)\b",
    re.I,
)
_MEASURED: Final = re.compile(rf"{AMOUNT}|\d[\d,.]*\s?(?:[BT]\b|(?i:million|billion|trillion))")


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence of some sides; `aspects` are what it tells of them, `share` how much of what else is asked it meets."""

    passage: Passage
    text: str
    sides: frozenset[int]
    aspects: frozenset[str]
    score: float
    named: bool
    of_all: bool = False
    """Its report's title names every side."""
    share: float = 0.0
    deed: bool = False
    """It is a headline of what its side did."""
    against: bool = False
    """It sets its sides against each other."""
    native: bool = True
    """It is in the asker's language."""
    subject: int = -1
    """The side that it means where it names it by less than its name."""

    @property
    def to_the_point(self) -> float:
        """What it is worth where one thing is asked: whatever else it tells counts for nothing."""
        return self.score - _TELLS * min(_MANY, len(self.aspects - BARE))

    @property
    def promises(self) -> bool:
        """It says that the sides are compared, and nothing of what came of it."""
        return bool(len(self.sides) > 1 and VERSUS.search(self.text)) and not self.aspects and not self.beats

    @property
    def beats(self) -> bool:
        """It says which of them is ahead."""
        return bool(_BEATS.search(VERSUS.sub(" ", self.text))) and not ASKS.search(self.text)

    @property
    def overtakes(self) -> bool:
        """It says which of them is ahead, and not only near."""
        return bool(_BEATS.search(_NEARS.sub(" ", VERSUS.sub(" ", self.text)))) and not ASKS.search(self.text)

    @property
    def compares(self) -> int:
        """How much a line of several says of how they compare: 2 a verdict or amounts, 1 that they are set against each other, 0 nothing."""
        if len(self.sides) < _SEVERAL or self.promises or ASKS.search(self.text):
            return 0
        measures = self.aspects - BARE
        measured = bool(measures) and bool(_MEASURED.search(self.text))
        met = self.share >= HALF and self.passage.title.startswith(self.text[:_FIRST])
        return 2 if self.beats or measured else int(self.against or met or bool(measures))

    @property
    def dated(self) -> bool:
        """It says when."""
        return has_time(self.text) or _WHEN.search(self.text) is not None

    @property
    def leans(self) -> bool:
        """It begins with what a sentence before it names, whomever it names behind."""
        return self.named and bool(_SHORT_OF.match(self.text) or self.text[0] in '“"「')

    def shown(self, sides: Sequence[Side]) -> str:
        """With the side's name before it where it says "it"."""
        subject = self.subject if self.subject >= 0 else next(iter(self.sides))
        return self.text if self.named else f"{sides[subject].label}: {self.text}"


def candidates(
    passages: Sequence[Passage], sides: Sequence[Side], wanted: Wanted, language: str, now: datetime
) -> list[Told]:
    """Every sentence that speaks of one side alone, or sets several beside each other; the best first."""
    known = [with_maker(side, passages) for side in sides]
    found = [told for passage in passages for told in _of_passage(passage, known, wanted, language, now)]
    return sorted(found, key=lambda one: -one.score)


def answering(
    lines: Sequence[tuple[Passage, str]], at: int, name: str, sides: Sequence[Side], wanted: Wanted, language: str
) -> list[Told]:
    """Those lines of an answer to what one side alone was asked that tell it of that side: the aspect, or "" for what else is asked."""
    found: list[Told] = []
    for passage, text in lines:
        side = with_maker(sides[at], [passage])
        known = [side if one == at else other for one, other in enumerate(sides)]
        if (
            _LEAST <= len(text) <= LONGEST
            and not goes_on(text, passage)
            and whose(text, known) == {at}
            and not ASKS.search(text)
        ):
            one = _alone(passage, text, known, frozenset({at}), named=True)
            share = wanted.share(text, passage.language)
            if one and (name in one.aspects if name else share >= HALF):
                found.append(replace(one, share=share, native=passage.language == language, deed=one.deed or not name))
    return found


def being(lines: Sequence[tuple[Passage, str]], at: int, sides: Sequence[Side], language: str) -> list[Told]:
    """Those lines of an answer to what one side is that name it, and no other side."""
    return [
        Told(passage, text, frozenset({at}), told_in(text), 1.0, True, native=passage.language == language)
        for passage, text in lines
        if _LEAST <= len(text) <= LONGEST and sides[at].place(text) >= 0 and whose(text, sides) == {at}
    ]


def _of_passage(
    passage: Passage, sides: Sequence[Side], wanted: Wanted, language: str, now: datetime
) -> Iterator[Told]:
    title = unasked(bare(passage.title))
    whole = f"{passage.title}\n{passage.text}"
    sides = [side if side.place(whole) >= 0 else replace(side, brand="") for side in sides]
    headed = whose(title, sides)
    worth = exp(-(now - passage.published) / _FADES) - _ELSEWHERE * (passage.language != language)
    worth += _OF_ALL * (len(headed) == len(sides))
    of_all = len(headed) == len(sides)
    before = ""
    for place, text in lines(passage, title):
        if one := _with_before(passage, before, text, sides, headed):
            yield replace(one, score=worth + one.score, native=passage.language == language)
        before = text
        own = whose(text, sides)
        share = wanted.share(text, passage.language)
        if len(own) > 1:
            text = _of_these(text, [sides[at] for at in own])
            if not (told_in(text) or _BEATS.search(text)) and any(_is_short(sides[at], text) for at in own):
                continue
            if score := _beside(text, sides, own, share, headed=text == title):
                aspects = told_in(text)
                score += _NUMBERS * bool(aspects and _MEASURED.search(text))
                against = _is_set_against(text, [sides[at] for at in own], headed=text == title)
                native = passage.language == language
                yield Told(passage, text, own, aspects, worth + score, True, of_all, share, False, against, native)
            continue
        if (own or len(headed) == 1) and (one := _alone(passage, text, sides, own or headed, bool(own))):
            points = (
                worth
                + one.score
                + 0.4 * (headed == one.sides)
                + 0.2 / (1 + place)
                + 1.2 * share
                + 0.5 * wanted.is_summed(text)
            )
            yield replace(one, score=points, of_all=of_all, share=share, native=passage.language == language)


def _with_before(
    passage: Passage, before: str, text: str, sides: Sequence[Side], headed: frozenset[int]
) -> Told | None:
    """Two sentences of which the second sets another side's amount against what the first tells of whom the report is:
    "The new model costs $7.50. It was $9 for Zeta 4." """
    own = whose(text, sides)
    of_it = headed - own
    both = next((two for two in (f"{before} {text}", f"{before}{text}") if two in passage.text), "")
    if not (both and _GOES_BACK.match(text) and len(own) == len(of_it) == 1 and len(both) <= LONGEST):
        return None
    if whose(before, sides) - of_it or others_in(both, sides) or not (_AMOUNT.search(before) and _AMOUNT.search(text)):
        return None
    named = bool(whose(before, sides))
    return Told(passage, both, own | of_it, told_in(both), _NUMBERS, named, against=True, subject=min(of_it))


_GOES_BACK: Final = re.compile(
    r"(?:it|that|this|they|those|these)\b[^.]{0,24}?\b(?:was|were|compares?|is|are)\b|(?:previously|before|by comparison|in contrast)\b|これに対し|従来|以前|一方|相比之下|此前|之前|而|이에 비해|이전|기존|반면|ก่อนหน้า|เทียบกับ",
    re.IGNORECASE,
)
_AMOUNT: Final = re.compile(rf"[$€£¥]\d|{AMOUNT}")


def _alone(passage: Passage, text: str, sides: Sequence[Side], mine: frozenset[int], named: bool) -> Told | None:
    """A sentence of one side, which it names before anybody else; of a report of that side "it" will do."""
    side = sides[next(iter(mine))]
    foreign = others_in(text, [side])
    if not named and (foreign or not _SHORT_OF.search(text)):
        return None
    at = side.place(text) if named else 0
    foreign = [
        one
        for one in foreign
        if one.start > at or not (_shares(text, one, side, at) or BACKS.fullmatch(text[one.end : at]))
    ]
    if at >= _BEGINS or (at and GOES_ON.match(text)):
        return None
    if named and (ANOTHERS.match(text[at:]) or (foreign and foreign[0].start < at)):
        return None
    strangers = [one.start for one in foreign if one.start > at and not is_yardstick(text, one)]
    aspects = told_in(text, strangers=strangers, begins=at)
    if named and text == bare(passage.title):
        aspects |= _told_below(passage, text, aspects)
    doer = Mention(side.id, side.company or side.label, at, at)
    acts = named and at < _EARLY and bool(deed_in(text, doer))
    if named and side.sort == "company" and not (acts or (aspects - DEEDS and is_topic(text, side, at))):
        return None
    if named and side.sort == "company" and len(_THAI.findall(text[:at])) > _PREFIX:
        return None
    beside = any(one.start > at and _JOINED.search(text[at : one.start]) for one in foreign[:1])
    deed = acts and text == bare(passage.title) and not beside
    measured = bool(aspects and _MEASURED.search(text))
    tells = _TELLS * min(_MANY, len(aspects - BARE))
    score = (
        0.5 * (at < _EARLY)
        + 0.4 * measured
        + tells
        + 0.2 * named
        - _OTHERS * len(foreign)
        - max(0, len(text) - _SHORT) / _SHORT
    )
    return Told(passage, text, mine, aspects, score, named, deed=deed)


def _told_below(passage: Passage, title: str, told: frozenset[str]) -> frozenset[str]:
    """What the one sum of a headline is, where the text below it says so: "a clock for data centres, for 5.5 billion"."""
    if ANY_SUM not in told or told - BARE or len(amounts_of(ANY_SUM, title)) > 1:
        return frozenset()
    lede = " ".join(line for line, _ in lines_of(passage.text, passage.language)[:_LEDE])
    below = told_in(lede) & frozenset({"raised", "worth", "spent"})
    return below if len(below) == 1 else frozenset()


_LEDE: Final = 4


def _shares(text: str, one: Mention, side: Side, at: int) -> bool:
    """Another of the same company right before it of which the same is told: "Opus 4.6 and Opus 4.8 cost …"."""
    joined = _ENDS_JOINING.search(text[one.end : at])
    return one.company == side.company and at - one.end < _FIRST and joined is not None and not THAN.search(text[:at])


def _is_short(side: Side, text: str) -> bool:
    """It is named by less than its whole name: only what is measured is told of it."""
    return bool(side.version) and side.place(text) < 0


def _of_these(text: str, sides: Sequence[Side]) -> str:
    """Without a heading before it and a clause behind it that name none of them."""
    head = _HEAD.match(text)
    if head and all(side.place(text[head.end() :]) >= 0 for side in sides):
        text = text[head.end() :]
    ends = (one.start() for one in _ASIDE.finditer(text))
    return next((text[:at].rstrip(" ,;") for at in ends if _is_whole(text, at, sides)), text)


def _is_whole(text: str, at: int, sides: Sequence[Side]) -> bool:
    """What is before names all of them and says something, what is behind names none."""
    return (
        at >= _LEAST
        and all(side.place(text[:at]) >= 0 for side in sides)
        and all(side.place(text[at:], loosely=True) < 0 for side in sides)
        and bool(_MEASURED.search(text[:at]))
    )


_ENDS_JOINING: Final = re.compile(f"(?:{AND.pattern})$", re.IGNORECASE)


def _is_set_against(text: str, mine: Sequence[Side], *, headed: bool) -> bool:
    """By a word of contest, or each with what is its own; what both do together in a text is none: "A and B compete with all the others"."""
    if all(any(_EACH.match(text, at) for at in ends_in(text, side)) for side in mine):
        return True
    places = sorted(side.place(text, loosely=True) for side in mine)
    joined = _ENDS_JOINING.search(text[places[0] : places[-1]]) and places[-1] - places[0] < _EARLY
    return bool((_BEATS if joined and not headed else TOGETHER).search(text))


def _beside(text: str, sides: Sequence[Side], own: frozenset[int], share: float, *, headed: bool) -> float:
    """How plainly it sets the sides against each other; 0 where it only lists them among others. `headed`: it is a title."""
    mine = [sides[at] for at in own]
    if any("/" in word and len(whose(word, mine)) == len(mine) for word in text.split()):  # together one thing
        return 0.0
    names = {token for side in sides for token in side.terms}
    cue = _is_set_against(text, mine, headed=headed)
    if len([token for token in search_tokens(text) if token not in names]) < _SAYS - cue:
        return 0.0
    first = min(side.place(text, loosely=True) for side in mine)
    foreign = others_in(text, mine)
    others = len({one.company for one in foreign})
    met = share >= HALF
    last = max(side.place(text, loosely=True) for side in mine)
    between = text[first:last]
    if THAN.search(text[:first]) and AND.search(between) and not VERSUS.search(between) and last - first < _EARLY:
        return 0.0  # than A or B: somebody else is set against both
    if not met and not (headed and VERSUS.search(text)):
        late = first > min(_BEGINS, max(_EARLY if cue else _FIRST, len(text) // 3))
        of_another = bool(foreign) and foreign[0].start < first
        behind = all(one.start > max(side.place(text, loosely=True) for side in mine) for one in foreign)
        if others > 1 or (others and not cue and not behind) or of_another or (late and not (headed and cue)):
            return 0.0
    part = 0.5 * (len(sides) - len(own))
    return max(
        0.1,
        0.6 + 0.8 * cue + 0.4 * headed + 1.2 * share - _OTHERS * others - part - max(0, len(text) - _SHORT) / _SHORT,
    )
