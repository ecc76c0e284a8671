"""The field of the trade whose news are asked for, and which headlines are of it. Pure; six languages."""

import re
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final

from news.text import search_tokens
from summariser.asking.parties import all_stand_in, parties_in, public, together
from summariser.reading.relevance import judge
from summariser.reading.stakes import stakes_of
from summariser.reading.topics import topics_of
from summariser.words.aliases import mentions
from summariser.words.names import bodies_in, companies_in, names_in, numbers_in, spelled_bodies
from summariser.words.question_words import GENERIC, GENERIC_ELSEWHERE, about, without_asking
from summariser.words.senses import tells_any
from summariser.words.vectors import fold, terms

_MOST: Final = 2
"""Words beside a field that narrow it; a question with more asks something else."""


@lru_cache(maxsize=16_384)
def _told_by(title: str) -> dict["_Named", bool]:
    """Which fields it is known to be of, or not: thousands of titles are looked through, and again by the next question."""
    return {}


@dataclass(frozen=True, slots=True, eq=False)
class _Named:
    """A field by what it is `asked` by. `told`: what its headlines hold beside these words, or `instead` of them."""

    asked: re.Pattern[str]
    told: Callable[[str], bool] | None = None
    instead: bool = False
    trade: bool = False
    """All of it is of the trade, also where nobody says AI: chips, robots, cars that drive themselves."""

    def holds(self, title: str) -> bool:
        told = _told_by(title)
        known = told.get(self)
        if known is None:
            known = told[self] = self._holds(title)
        return known

    def _holds(self, title: str) -> bool:
        return (not self.instead and self.asked.search(title) is not None) or (
            self.told is not None and self.told(title)
        )


@dataclass(frozen=True, slots=True)
class Field:
    """All of `named`, and every search token of `words`, are what a headline of it holds; of `topics` any one."""

    named: tuple[_Named, ...] = ()
    words: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    bodies: tuple[str, ...] = ()
    """Public bodies, places and people, by their ids: headlines name them in any language."""
    parties: frozenset[str] = frozenset()
    """All of whom take part in it, by their ids."""

    @property
    def of_trade(self) -> bool:
        """Its news are of the trade, whatever words they do without."""
        return any(one.trade for one in self.named)

    def widening(self) -> "Iterator[Field]":
        """It, and then whatever else happened between the same."""
        yield self
        if self.named and len(self.parties) >= _TWO:
            yield replace(self, named=())

    def holds(self, title: str) -> bool:
        if self.words and not _holds_words(
            self.words, title
        ):  # costs least, and thousands of titles are looked through
            return False
        if not all(one.holds(title) for one in self.named):
            return False
        if self.bodies and not bodies_in(title).issuperset(self.bodies):
            return False
        if self.parties and not all_stand_in(self.parties, title):
            return False
        return not self.topics or bool(set(self.topics) & set(topics_of(title, "")))

    def terms_in(self, title: str) -> frozenset[str]:
        """What a headline of it has in common with all others."""
        asked = (found[0] for one in self.named for found in one.asked.finditer(title))
        return frozenset(terms(" ".join(asked))) | frozenset(self.words)


def _holds_words(words: Collection[str], title: str) -> bool:
    """Every one of these search tokens; first whether what they begin with is written there at all."""
    folded = fold(title)
    if any(
        _BEGINS.fullmatch(begins := word[: max(2, min(3, len(word) - 1))]) and begins not in folded for word in words
    ):
        return False
    return set(words) <= set(search_tokens(title))


_BEGINS: Final = re.compile(r"[a-z0-9]+", re.ASCII)
"""A stem begins as the written word does, but for its last letter ("policy", "polici")."""


def field_of(text: str, topics: tuple[str, ...] = ()) -> Field | None:
    """What a question for news is of, beside news and AI; None where it is of everything, or asks for more than a field.

    `topics`: the house's topics that it names, for a field that has no name of its own here.
    """
    named, bare = [], text
    for one in _NAMED:
        if one.asked.search(bare):
            named.append(one)
            bare = one.asked.sub(" ", bare)
    bodies = tuple(sorted(bodies_in(bare))) if named else ()
    if bodies:
        bare = _without(bare, bodies)
    rest = about(GENERIC_ELSEWHERE.sub(" ", _RELATED.sub(" ", without_asking(_MISSED.sub(" ", bare)))))
    words = tuple(dict.fromkeys(word for word in rest if word not in GENERIC))
    if len(words) > _MOST * (1 if text.isascii() else 3):
        return None
    topics = () if named or words else topics
    return Field(tuple(named), words, topics, bodies) if named or words or topics else None


def is_of_trade(title: str) -> bool:
    """It speaks of AI, or of what a field of the trade is called by."""
    return judge(title, "").is_ai or any(one.trade and one.holds(title) for one in _NAMED)


def field_between(text: str) -> Field | None:
    """What happened between several that a question names, or in a field of the trade at a place or by who governs one."""
    parties = parties_in(text)
    named = tuple(one for one in _NAMED if one.asked.search(text))
    if len(parties) >= _TWO:
        return Field(named, parties=parties) if together(text) else None
    return Field(named, parties=parties) if parties and named and public(parties) else None


_TWO: Final = 2


def _without(text: str, bodies: Collection[str]) -> str:
    spelled = spelled_bodies(text)
    for one in reversed(mentions(spelled)):
        spelled = f"{spelled[: one.start]} {spelled[one.end :]}" if one.id in bodies else spelled
    return spelled


_RELATED: Final = re.compile(
    r"関連(?:する|の)?|に関する|相[关關]的?|(?:와|과)? ?관련(?:된|한|해서?)?|related|regarding"
)


_MISSED: Final = re.compile(
    r"我[们們]?|[错錯][过過]|漏掉|(?:私|僕|自分)(?:たち)?|見[逃落][一-鿿ぁ-ん]*|キャッチアップ|(?<![가-힣])(?:내가|제가|우리가|내|제|저)(?![가-힣])|놓[친쳤][가-힣]*"
    r"|ผม|ดิฉัน|ฉัน|พวกเรา|เรา|พลาด(?:ไป)?|อะไรไป|[這这]個?(?=\s*$|\s+了)|了(?=\s*$)"
)
"""Who missed something, and that it was missed: no field of it."""


def _pattern(*words: str) -> re.Pattern[str]:
    return re.compile("|".join(words), re.IGNORECASE)


def _telling(*words: str) -> Callable[[str], bool]:
    pattern = _pattern(*words)
    return lambda title: pattern.search(title) is not None


def _deeds(*names: str) -> Callable[[str], bool]:
    return lambda title: tells_any(title, frozenset(names))


_ROUND: Final = _pattern(
    r"\b(?:funding (?:round|rounds)|series [a-f]\b|seed (?:round|funding)|fundrais\w+)",
    "融[资資]",
    "資金調達",
    "투자 ?유치",
    "ระดมทุน",
)
_RAISES: Final = _pattern(
    r"\b(?:rais(?:e|es|ed|ing)|secures|secured|lands|closes|nabs|bags|invests?|to invest)\b",
    "출자",
    "出[資资]",
    "투자(?!자)",
)


def _is_round(title: str) -> bool:
    """Somebody is given money: a round by its name, or a sum by the verb."""
    if _ROUND.search(title):
        return True
    return _RAISES.search(title) is not None and any(len(one.unit) > 1 for one in numbers_in(title))


_RULES: Final = _telling(
    r"\b(?:regulat\w+|legislat\w+|lawmakers?|laws?|bills?|(?:AI|services|markets) act|bans?|banned|banning|sanctions?|export (?:controls?|curbs?|rules?)|executive orders?|antitrust|tariffs?|rules|oversight|moratorium|licen[sc]ing|crackdown)\b"
    r"|监管|監管|規制|法案|法律|立法|禁令|禁止|管制|制裁|義務化|义务化|条例|條例|規範|新规|新規定|反垄断|반독점|규제|법안|기본법|입법|제재|수출 ?통제|의무화|금지|กฎหมาย|คว่ำบาตร|ร่าง พ|กำกับดูแล|ห้าม"
)


def _is_ruled(title: str) -> bool:
    """A rule by its name, or what somebody known is ordered, forbidden or fined."""
    return _RULES(title) or ("power" in stakes_of(title) and bool(companies_in(title) or bodies_in(title)))


_PUBLIC: Final = _telling(
    r"\b(?:government|administration|congress|senat\w+|parliament|white house|european commission|minister|president|federal|national strategy)\b"
    r"|政府|白宫|白宮|国会|國會|국회|정부|장관|대통령|总统|總統|รัฐบาล|รัฐมนตรี"
)
_NAMED: Final = (
    _Named(
        _pattern(r"\bfunding\b|\bfundrais\w+|\bventure capital\b|融[资資]|資金調達|투자 ?유치|ระดมทุน"), _is_round, instead=True),
    _Named(_pattern(r"\bregulat\w+|\blegislation\b|\blaws?\b|监管|監管|規制|[规規]管|규제|กำกับดูแล|กฎระเบียบ|กฎหมาย"), _is_ruled),
    _Named(
        _pattern(r"\bpolic(?:y|ies)\b|政策|정책|นโยบาย"),
        lambda title: _is_ruled(title) or _PUBLIC(title), instead=True),
    _Named(_pattern(r"\bchips?\b|\bsemiconductors?\b|芯片|晶片|チップ|半[導导][体體]|반도체|칩|ชิป|เซมิคอนดักเตอร์"), _telling(r"\b(?:TSMC|ASML|SMIC|Kioxia|hynix|Micron|Cerebras|Groq|Blackwell|Vera|Rubin)\b|台[積积][電电]|キオクシア|하이닉스|ラピダス|라피더스", r"\b(?:[GCTN]PUs?|HBM|DRAM|NAND|wafers?|foundr(?:y|ies)|ASICs?)\b|晶圓|晶圆|메모리|파운드리|メモリー?"), trade=True),
    _Named(_pattern(r"\b(?:AI|artificial intelligence) (?:act|law|bill)s?\b|(?:AI|人工[智知][能慧])(?:規制)?法案?|AI ?법안?|AI ?기본법|인공지능 ?(?:기본)?법|กฎหมาย ?(?:AI|เอไอ|ปัญญาประดิษฐ์)"), _RULES),
    _Named(_pattern(r"\bhumanoids?\b|人形[機机]器人|人型ロボット|ヒューマノイド|휴머노이드|인간형 ?로봇|ฮิวแมนนอยด์"), trade=True),
    _Named(_pattern(r"\brobot(?:s|ics)?\b|\bhumanoids?\b|(?<![聊天話话])[機机]器人|ロボット|로봇|หุ่นยนต์"), None, trade=True),
    _Named(_pattern(r"\bself-?driving\b|\bautonomous (?:driving|vehicles?|cars?)\b|\brobotaxis?\b|\bdriverless\b|自[动動][驾駕][驶駛]|自動運転|자율 ?주행|로보택시|ไร้คนขับ|ขับขี่อัตโนมัติ"), _telling(r"\b(?:Waymo|Zoox|WeRide|Pony\.?ai|Apollo Go)\b|[萝蘿]卜快跑|文[远遠]知行|小[马馬]智行|ウェイモ|웨이모|ズークス|죽스"), trade=True),
    _Named(_pattern(r"\bdata ?cent(?:er|re)s?\b|数据中心|[資数]料?中心|データセンター|데이터 ?센터|ดาต้าเซ็นเตอร์|ศูนย์ข้อมูล"), trade=True),
    _Named(_pattern(r"\b(?:lawsuits?|litigation|court cases?|legal (?:fights?|battles?))\b|訴訟|诉讼|訴訟|소송|คดี(?:ความ)?|การฟ้องร้อง"), _deeds("sue", "settle")),
    _Named(_pattern(r"\b(?:layoffs?|job cuts|redundanc(?:y|ies))\b|裁[员員]|人員削減|リストラ|감원|정리 ?해고|구조 ?조정|เลิกจ้าง|ปลดพนักงาน"), _deeds("layoff")),
    _Named(_pattern(r"\b(?:acquisitions?|mergers?|takeovers?|M&A)\b|[併并][购購]|收[购購]|買収|인수(?: ?합병)?|M&A|การควบรวม|ซื้อกิจการ"), _deeds("buy")),
    _Named(_pattern(r"\bcopyrights?\b|著作[権權权]|版[权權]|저작권|ลิขสิทธิ์")),
    _Named(_pattern(r"\bsafety\b|安全(?!保障)|안전|ความปลอดภัย"), _telling(r"\b(?:alignment|jailbreak\w*|guardrails?|breach\w*|rogue|hack(?:s|ed|ing)?|prompt injections?|deepfakes?|red[- ]team\w*|misus\w+|superintelligence)\b|越[狱獄]|[对對][齐齊]|漏洞|[黑駭]客|深[度偽伪]伪?造|暴走|脱獄|不正侵入|ディープフェイク|탈옥|해킹|딥페이크|ดีปเฟก|เจาะระบบ")),
    _Named(
        _pattern(r"\b(?:cyber ?)?security\b|资安|資安|网络安全|セキュリティ|보안|ความมั่นคงปลอดภัย"),
        _telling(r"\b(?:hack\w*|vulnerabilit\w+|cyber\w*|breach\w*|malware|exploit\w*|phishing|prompt injections?|flaws?)\b|漏洞|[黑駭]客|脆弱性|不正アクセス|サイバー|해킹|해커|취약점|유출|แฮก|ช่องโหว่"),
    ),
    _Named(
        _pattern(r"\b(?:health ?care|healthcare|medical|medicine|health)\b|医[疗療]|醫療|医学|의료|헬스케어|การแพทย์|สุขภาพ"),
        _telling(r"\b(?:patients?|hospitals?|doctors?|clinic\w*|drugs?|cancer|FDA)\b|患者|病院|医院|醫院|医師|[医醫]生|癌|がん|创药|創薬|병원|환자|신약|암 |โรงพยาบาล|ผู้ป่วย|แพทย์"),
    ),
    _Named(
        _pattern(r"\beducation\b|\bschools?\b|教育|교육|การศึกษา"),
        _telling(r"\b(?:students?|teachers?|universit\w+|classrooms?)\b|学校|學校|学生|學生|大学|大學|教師|老师|老師|학교|학생|대학|โรงเรียน|นักเรียน|มหาวิทยาลัย"),
    ),
    _Named(_pattern(r"\bopen[- ]?source\b|\bopen[- ]weights?\b|[开開]源|オープンソース|오픈 ?소스|โอเพนซอร์ส"), None),
    _Named(
        _pattern(r"\bgenerative\b|生成式?(?=\s?AI|人工)|생성형|เจเนอเรทีฟ"),
        lambda title: any(one.kind in ("company", "product") for one in names_in(title)),
    ),
)  # fmt: skip
