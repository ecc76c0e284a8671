"""Does a telling leave out that what its quote tells was long before its article? Old news told without its time is told as new.

Pure; six languages. By the form of the time: an adverbial that looks back further than the article's own days ("last year", "in May"
of a July, 3년 전), in the clause that is told. What a thing is measured against ("from last year", 前年比) is no time of the news.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from news.languages import Language
from news.text import search_tokens, sentences
from summariser.reading.staleness import days_in, english_days
from summariser.words.facts import plain
from summariser.words.roles import script_key

_NEAR: Final = timedelta(days=2)
_ABOUT: Final = 0.6
_WHOLE: Final = 0.75
_MONTHS: Final = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
)  # fmt: skip
_MONTH: Final = "|".join(name.capitalize() for name in _MONTHS)
_THAI_MONTHS: Final = (
    "มกราคม", "กุมภาพันธ์", "มีนาคม", "เมษายน", "พฤษภาคม", "มิถุนายน", "กรกฎาคม", "สิงหาคม", "กันยายน", "ตุลาคม", "พฤศจิกายน", "ธันวาคม",
)  # fmt: skip
_COUNT: Final = (
    r"(?:\d+|an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|several|some|many|a few|a couple of)"
)
_UNIT: Final = r"(?:day|week|month|quarter|year|decade|centurie|century)s?"


@dataclass(frozen=True, slots=True)
class _Words:
    """`back`: what looks back by itself; `when`: a month, a day or a year that may; `measure_before` and `measure_after` one of them: what
    something is compared with; `ahead`: the clause is of what is to come; `ends`: where a clause ends; `told`: a telling has a time."""

    back: re.Pattern[str]
    when: re.Pattern[str]
    measure_before: re.Pattern[str]
    measure_after: re.Pattern[str]
    ahead: re.Pattern[str]
    ends: re.Pattern[str]


def _words(back: str, when: str, before: str, after: str, ahead: str, ends: str) -> _Words:
    flags = re.IGNORECASE
    return _Words(
        re.compile(back, flags), re.compile(when), re.compile(f"(?:{before})$", flags), re.compile(after, flags),
        re.compile(ahead, flags), re.compile(ends, flags),
    )  # fmt: skip


_NEVER: Final = r"(?!)"
_A_TIME: Final = re.compile(
    rf"\b(?!May\b)(?:{_MONTH})\b|\b(?:[Aa]s early as|[Bb]y|[Ss]ince|[Uu]ntil|[Nn]ext|[Ll]ast|[Tt]his|[Oo]f) May\b|\b(?:19|20)\d\d\b"
    rf"|(?<!\d)\d{{1,2}} ?[月월]|(?<!\d)\d{{4}} ?[年년]|{'|'.join(_THAI_MONTHS)}"
)
_BEHIND: Final = re.compile(r"[\s,、，に는은엔에]*")
_TABLES: Final[Mapping[str, _Words]] = {
    "en": _words(
        rf"\blast (?:week|month|quarter|year|decade|century|spring|summer|autumn|fall|winter|{_MONTH})\b"
        rf"|\b{_COUNT} (?:full )?{_UNIT} (?:ago|earlier|before)\b|\bearlier (?:this|in the) (?:month|quarter|year|decade|spring|summer|autumn|fall|winter)\b"
        rf"|\bback in\b|\bin (?:the )?(?:late |early |mid-)?(?:19|20)\d0s\b",
        rf"\b(?:(?:[Ii]n|[Oo]n|[Dd]uring) |[Ee]arly |[Ll]ate |[Mm]id[ -])(?:early |late |mid-)?"
        rf"(?:(?P<day>(?:{_MONTH}) \d{{1,2}}(?!\d)|\d{{1,2}} (?:{_MONTH}))|(?P<month>{_MONTH}))?(?:,? ?(?:of )?(?P<year>(?:19|20)\d\d))?(?![\w%])",
        r"\b(?:from|than|since|with|to|of|over|versus|vs|until|till|by|before|against|for|like|from the|than the) ",
        r"^(?:[’']s\b|[-–]\w)",
        r"\b(?:will|shall|plans?|planned|expect\w*|set to|due|slated|scheduled|going to|next|from|starting|beginning)\b",
        r", (?:which|who|whose|where|when|while|as|after|before|but|and|so|with|having)\b|;|—|–| - |\(|\)|[.!?]\s"
        r"|\b(?:after|because|although|though|while|which|who|whose|where|ahead of)\b",
    ),
    "ja": _words(
        r"(?:一昨|昨|去|前)年|先々?月|先週|昨[春夏秋冬]|半年前|(?:(?<!\d)\d{1,2}|数|[一二三四五六七八九十]+)(?:年|[かカヶケ]月|週間?)前",
        r"(?:(?P<year>(?:19|20)\d\d)年)?(?:(?P<day>(?<!\d)\d{1,2}月\d{1,2}日)|(?P<month>(?<!\d)\d{1,2}月(?!\d)))?",
        r"から|より|対",
        r"^(?:の|比|同|から|より|以[来降前]|まで|度|期|版|末まで|上半期|下半期|と比)",
        r"予定|見込み|見通し|計画|方針|する。?$|となる。?$",
        r"、|，|。|；",
    ),
    "zh": _words(
        r"(?:前|去)年|半年(?:以|之)?前|上[个個]?月|上[周週]|(?:(?<!\d)\d{1,2}|[数數几幾一二三四五六七八九十兩两]+)(?:年|[个個]月|[周週])前",
        r"(?:(?P<year>(?:19|20)\d\d)年)?(?:(?P<day>(?<!\d)\d{1,2}月\d{1,2}[日号號])|(?P<month>(?<!\d)\d{1,2}月(?!\d)))?",
        r"[较較比从從自至到截]",
        r"^(?:同期|的|以[来來前]|起|至|度|底前|前|版|之前|相比|水平)",
        r"[将將会會]|[计計][划劃]|预计|預計|拟|擬",
        r"，|。|；",
    ),
    "ko": _words(
        r"지난해|작년|재작년|지난달|지난주|(?:(?<!\d)\d{1,2}|수|몇|반|[한두세석네넉]|다섯|여섯|일곱|여덟|아홉|열|[일이삼사오육칠팔구십]+) ?(?:년|개월|달|주일?|해) ?전",
        r"(?:(?P<year>(?:19|20)\d\d)년)? ?(?:(?P<day>(?<!\d)\d{1,2}월 ?\d{1,2}일)|(?P<month>(?<!\d)\d{1,2}월(?! ?\d)))?",
        r"대비 ?",
        r"^ ?(?:대비|보다|부터|이후|까지|의|같은 기간|동기|말까지|기준|판)",
        r"예정|계획|전망|방침|이르면|보인다|[가-힣] 것",
        r",|\. |고 |며 |지만 |으나 ",
    ),
    "th": _words(
        r"(?:ปี|เดือน|สัปดาห์)(?:ที่แล้ว|ที่ผ่านมา|ก่อน)|(?:(?<!\d)\d{1,2}|หนึ่ง|สอง|สาม|สี่|ห้า|หก|เจ็ด|แปด|เก้า|สิบ|ไม่กี่|หลาย|ครึ่ง) ?(?:ปี|เดือน|สัปดาห์)(?:ก่อน|ที่แล้ว)",
        rf"(?:(?<!ภาย)ใน|เมื่อ)(?:เดือน)?(?:(?P<day>วันที่ \d{{1,2}} (?:{'|'.join(_THAI_MONTHS)}))|(?P<month>{'|'.join(_THAI_MONTHS)}))?(?: ?ปี ?(?P<year>20\d\d|25\d\d))?",
        r"(?:จาก|กว่า|ตั้งแต่|ของ|เทียบกับ|ถึง) ?",
        _NEVER,
        r"จะ|คาด|แผน",
        r"(?:ซึ่ง|โดย|แต่|หลังจาก|เนื่องจาก)",
    ),
}

_EARLIER: Final = re.compile(r"\bearlier (?:this|in the) (month|quarter|year|decade|\w+)$", re.IGNORECASE)
_THIS: Final[Mapping[str, re.Pattern[str]]] = {
    "month": re.compile(r"\b(?:this|the) month\b|[今本]月|[这這][个個]?月|이(?:번 ?)?달|เดือนนี้", re.IGNORECASE),
    "quarter": re.compile(r"\b(?:this|the) quarter\b|今期|[今本]四半期|[今本]季|이번 ?분기|ไตรมาสนี้", re.IGNORECASE),
    "year": re.compile(r"\b(?:this|the) year\b|今年|年初|올해|연초|ปีนี้|ต้นปี", re.IGNORECASE),
}
""" "Earlier this month" told as of this month, or of this year."""


def looks_back(text: str, language: Language) -> bool:
    """It has a time that lies back of its own: "last year", 先月."""
    return _TABLES[script_key(language)].back.search(text) is not None


def time_dropped(told: str, language: Language, sources: Sequence[tuple[str, Language]], published: date) -> bool:
    """Whether the sentence that is told has a time long before `published`, and the telling none. `sources`: whole sentences."""
    told = plain(told)
    if _has_time(told, _TABLES[script_key(language)]):
        return False
    return any(
        _dates(told, line, spoken, published, same=script_key(spoken) == script_key(language))
        for source, spoken in sources
        for line in sentences(plain(source), spoken)
    )


def _has_time(told: str, words: _Words) -> bool:
    """Behind whatever word it stands: "as early as September"."""
    return bool(words.back.search(told) or _A_TIME.search(told)) or any(
        _names(one) for one in words.when.finditer(told)
    )


def _names(found: re.Match[str]) -> bool:
    return any(found[name] for name in ("year", "month", "day"))


def _dates(told: str, line: str, spoken: Language, published: date, *, same: bool) -> bool:
    words = _TABLES[script_key(spoken)]
    for start, end in _backward(line, spoken, words, published):
        clause, whole = _clause(line, start, end, words)
        if _is_of_this(told, line[start:end]):
            continue
        if words.measure_before.search(line[:start]) or words.measure_after.search(line[end:]):
            continue
        if _is_told(told, clause, line) if same else (whole or start == 0):
            return True
    return False


def _is_of_this(told: str, time: str) -> bool:
    """Whether "earlier this month" is told as of the same month, or of the year that holds it."""
    earlier = _EARLIER.search(time)
    spans = list(_THIS)
    span = earlier[1].lower() if earlier else ""
    wider = spans[spans.index(span) :] if span in spans else ["year"] if span else []
    return any(_THIS[name].search(told) for name in wider)


def _backward(line: str, spoken: Language, words: _Words, published: date) -> Iterator[tuple[int, int]]:
    """Where a time long before stands."""
    yield from (one.span() for one in words.back.finditer(line))
    for one in words.when.finditer(line):
        if _names(one) and _is_before(one, line, spoken, words, published):
            yield one.span()


def _is_before(one: re.Match[str], line: str, spoken: Language, words: _Words, published: date) -> bool:
    year = int(one["year"]) if one["year"] else 0
    year -= 543 if year > published.year + 400 else 0
    if year and year != published.year:
        return year < published.year
    ahead = bool(words.ahead.search(_clause(line, *one.span(), words)[0]))
    if one["day"]:
        days = (*days_in(one[0], published), *english_days(one[0], published))
        return bool(days) and published - max(days) > _NEAR and not ahead
    if not one["month"]:
        return False
    month = _month(one["month"])
    return month != published.month and not (ahead and month > published.month)


def _month(name: str) -> int:
    if name[0].isdigit():
        return int(re.match(r"\d+", name)[0])  # type: ignore[index]
    names = _THAI_MONTHS if name in _THAI_MONTHS else _MONTHS
    return names.index(name if name in _THAI_MONTHS else name.casefold()) + 1


def _clause(line: str, start: int, end: int, words: _Words) -> tuple[str, bool]:
    """The clause around a time, and whether it is the whole sentence: an aside ends at its comma, the one behind a time that opens ends none."""
    begins = max((one.end() for one in words.ends.finditer(line, 0, start)), default=0)
    aside = line.rfind(", ", begins, start)
    begins = begins if aside < 0 else aside + 2
    behind = _BEHIND.match(line, end)
    from_there = behind.end() if behind and not begins else end
    closes = next((one.start() for one in words.ends.finditer(line, from_there)), len(line))
    comma = line.find(",", end) if begins else -1
    closes = closes if comma < 0 else min(closes, comma)
    bare = line.rstrip(' .。!?”"」')
    return line[begins:closes], begins == 0 and closes >= len(bare)


def _is_told(told: str, clause: str, line: str) -> bool:
    """Whether the telling's words are that clause's, or nearly all of them the whole sentence's and no other clause's."""
    mine = set(search_tokens(told))
    theirs = set(search_tokens(clause))
    if not mine or not theirs:
        return False
    if len(mine & theirs) >= _ABOUT * len(mine):
        return True
    rest = set(search_tokens(line)) - theirs
    return len(mine & (theirs | rest)) >= _WHOLE * len(mine) and len(theirs & mine) > len(rest & mine)
