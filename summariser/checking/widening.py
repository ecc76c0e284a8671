"""Does a telling say more than its source: all for some, the most for much, a cause for a sequence?

By the form of words in six languages. Some of it speaks against a sentence (`!`), the rest is a doubt that words cannot settle.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from news.languages import Language
from summariser.words.facts import plain
from summariser.words.roles import script_key

_SUPERLATIVES: Final = (
    r"(?:bigg|larg|high|low|fast|cheap|strong|weak|new|old|young|great|small|long|short|hard|easi|smart|rich|poor|deep|wid|clean|saf|quick|"
    r"near|clos|bright|dark|heavi|light|simpl|happi|earli)est\b|\b(?:best|worst|record|unprecedented|ever|unrivall?ed|unmatched|number one|no\. 1)\b"
    r"|\bthe most [a-z]+(?! of)|\bleading\b|\btop\b(?! of)|state[- ]of[- ]the[- ]art|maximum|supreme|mostly"
)


@dataclass(frozen=True, slots=True)
class _Words:
    """`every`: all of something; `part`: only some of it; `most`: more than any other; `first`, `alone`, `because`: as they say."""

    every: re.Pattern[str]
    part: re.Pattern[str]
    most: re.Pattern[str]
    first: re.Pattern[str]
    alone: re.Pattern[str]
    because: re.Pattern[str]


def _words(*patterns: str) -> _Words:
    return _Words(*(re.compile(pattern, re.IGNORECASE) for pattern in patterns))


_WORDS: Final[Mapping[str, _Words]] = {
    "en": _words(
        r"(?<!percent of )(?<!% of )(?<!\bat )(?<!\bafter )(?<!\babove )\b(?:all|every(?! (?:day|week|month|year|morning|night|hour|time|other|two|three|few)\b)|everyone|everybody|everything|everywhere|always(?!-)|entire(?:ly)?|permanent(?:ly)?|any of|without exception)\b(?! (?:but|of a sudden|that))",
        r"\b(?:some|many|most|several|few|half|part(?:ly|s)?|percent|quarter|third|majority|minority|nearly|almost|up to|at least|more than|thousands|hundreds|dozens?|one of|two|three|among|such as|like|early|first-time|mostly|largely|initially|targeted|until|temporar\w+|preliminary|accepted|selected|eligible|in (?:the )?(?:US|U\.S\.|Europe|North America|Asia|California|China|Japan))\b|%",
        rf"\b{_SUPERLATIVES}",
        r"\b(?:first|initially|pioneer\w*|debut\w*|never before|so far)\b",
        r"\b(?:only|solely|exclusively|sole|just|merely|alone|no (?:other|one|company|platform|firm))\b",
        r"\b(?:because|due to|owing to|as a result|thanks to|since it|after [a-z]+ing|caused|led to|prompted|in response to|blam\w+|reason|why|pushed|driven|forc(?:ed|ing))\b",
    ),
    "ja": _words(
        r"すべて|全て|全員|全部|あらゆる|いずれも|必ず|恒久|全世界|全ての", r"一部|多く|いくつか|約|ほぼ|最大で|以上|数[十百千万]|半[分数]|％|%|など|過半|大半|の一",
        r"最大(?!で|\d|限|約)|最高(?!裁)|最速|最強|最多|最新|最安|最低|史上|世界一|過去最|記録", r"初|最初|第一", r"だけ|のみ|しか|唯一", r"ため|ので|から(?=、)|せい|により|原因|理由|受けて|で(?=、)",
    ),
    "zh": _words(
        r"所有|全部|全体|全體|一切|每个|每個|各种|各種|永久|无一|無一", r"一些|部分|许多|許多|很多|多数|多數|大多|近|约|約|以上|超过|超過|半|%|％|等|最多|之一|几|幾",
        r"最大|最高(?!法院)|最快|最强|最強|最新|最低|(?<![历歷])史上|纪录|紀錄|首屈", r"首|第一|率先", r"只有|仅|僅|唯一|只", r"因为|因為|由于|由於|因(?!此|特|素)|导致|導致|原因|使|让|讓",
    ),
    "ko": _words(
        r"모든|모두|전부|전체|전원|항상|반드시|영구", r"일부|많은|대부분|여러|약 |거의|이상|절반|%|등|최대|중 하나|가운데",
        r"최대|최고|최다|최강|가장|역대|기록", r"처음|최초|첫", r"(?<!\d)만(?=[ ,을이의])|오직|유일|뿐", r"때문|탓|따라|으로 인해|위해|이유|원인|덕",
    ),
    "th": _words(
        r"ทั้งหมด|ทั้ง\s?\d|ทุก|เสมอ|ถาวร", r"บาง|หลาย|ส่วนใหญ่|ราว|เกือบ|กว่า|ครึ่ง|%|เช่น|สูงสุด|หนึ่งใน|อย่างน้อย",
        r"(?<!ใน)ที่สุด|สถิติ", r"แรก", r"เท่านั้น|เพียง|แค่", r"เพราะ|เนื่องจาก|ทำให้|จาก|ส่งผล|เหตุ",
    ),
}  # fmt: skip


_COUNTED: Final = re.compile(
    r"\ball (?:of )?(?:the )?(?:\d|two|three|four|five|six|seven|eight|nine|ten)", re.IGNORECASE
)
""" "All three" are the three."""
_ONLY_SO_MANY: Final = re.compile(r"\b(?:only|just|merely) (?:one|two|three|four|five|a few|half|\d)", re.IGNORECASE)
_WORLD: Final = re.compile(
    r"\b(?:world|globe|ever|history|of any|of all|on the market|on earth|industry)\b|世界|史上|全球|歴史|歷史|历史|업계|세계|역대|사상|โลก|ประวัติศาสตร์",
    re.IGNORECASE,
)
_ALMOST: Final = re.compile(
    r"\b(?:almost|nearly|virtually|practically|not|some of|most of|half of|quarter of|third of|percent of|of) (?:all|every)|% of all|ほぼ(?:すべて|全て|全員|全)|几乎(?:所有|全部)|幾乎(?:所有|全部)|거의 (?:모든|모두|전)|เกือบทั้งหมด|ไม่ทุก",
    re.IGNORECASE,
)


def widened(told: str, language: Language, source: str, spoken: Language) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What speaks against the telling, and what it adds that the source may or may not mean."""
    found = list(_widened(plain(told), _WORDS[script_key(language)], plain(source), _WORDS[script_key(spoken)]))
    return tuple(text for text, sure in found if sure), tuple(text for text, sure in found if not sure)


def _widened(here: str, mine: _Words, there: str, theirs: _Words) -> Iterator[tuple[str, bool]]:
    if mine.every.search(here) and not theirs.every.search(there):
        limited = bool(theirs.part.search(there)) and not (_ALMOST.search(here) or _COUNTED.search(here))
        yield "all for some", limited
    if mine.most.search(here) and not theirs.most.search(there):
        greatest = _WORLD.search(here) and not _WORLD.search(there)
        yield "a superlative", bool(greatest) and not (theirs.first.search(there) or theirs.alone.search(there))
    if mine.first.search(here) and not (theirs.first.search(there) or theirs.most.search(there)):
        yield "a first", False
    if mine.alone.search(here) and not (theirs.alone.search(there) or theirs.first.search(there)):
        yield "only", False
    if _ONLY_SO_MANY.search(there) and not mine.alone.search(here):
        yield "only left out", False
    if mine.because.search(here) and not theirs.because.search(there):
        yield "a cause", False
