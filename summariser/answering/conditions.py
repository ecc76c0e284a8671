"""What a question sets as a condition of its answer: the year, that it is the first of all, what its number counts, what was done. Pure; six languages.

A sentence that meets the question's words and none of these answers another question: last year's number, the last of a ranking.
"""

import re
from collections.abc import Iterator
from datetime import datetime
from typing import Final

from news.asking import Passage
from summariser.asking.support import bare, lines_of
from summariser.words.aliases import mentions, places
from summariser.words.facts import numbers
from summariser.words.senses import tongue_of
from summariser.words.vectors import fold

_YEAR: Final = re.compile(
    r"(?<![\d.,$€£¥₩-])(?:(?P<ce>(?:19|20)\d\d)|(?P<be>25[4-9]\d))(?![\d%]|[.,]\d|\s?(?:[万萬億亿만억]|tokens?\b))"
)
_BUDDHIST: Final = 543
_MEASURED_FROM: Final = re.compile(
    r"(?:\b(?:since|from|than|with|versus|vs\.?)(?: the)?(?: \w+ (?:quarter|half) of)?|ตั้งแต่(?:ปี)?)\s?(?:20|25)\d\d|20\d\d\s?[年년](?:第?\s?[\d一-四][四분]?[一-鿿가-힣]{0,3}|\d{1,2}[月월])?\s?(?:以降|以来|以來|から|より|比|起|이후|부터|보다|대비)",
    re.I,
)
"""A year that something else is measured from is not the year of what follows."""
_ORDINAL: Final = re.compile(
    r"(?:第|(?:ครั้ง|เที่ยว|รุ่น)ที่)\s?(\d+)(?![\d.]|\s?[四季]|四半期)|제?(\d+)\s?(?:회차|차례|번째|기(?![가-힣])|차(?![가-힣]))|\b(\d+)(?:st|nd|rd|th)\b"
)
_WHOSE: Final = re.compile(
    r"(?:19|20)\d\d\s?[年년][^?？,、]{2,40}?(?:[가-힣](?=\s(?:사람|인물|회사|기업|나라|모델|제품)의\s)|[たる](?=(?:人物?|会社|企業|国|モデル|製品)の))"
)
"""A year by which somebody is told apart is not that of what is asked of them: 2024년에 설립된 회사의 대표."""
_YEAR_BEFORE: Final = re.compile(
    r"\b(?:last|previous|prior|past) year\b|昨年|前年|去年|작년|지난해|전년|ปีที่แล้ว|ปีก่อน", re.I
)
_NEW_YEAR: Final = 3
"""Months in which a report may speak of the year before without saying so."""
_FIRST_OF_ALL: Final = re.compile(
    r"(?:一番|最も|もっとも|最多|最大|最高)[^。、]{0,14}は(?:何|どれ|どこ|誰|どの[一-鿿ァ-ヴー]{1,6})?(?:ですか|でしょうか|だった|でした|か)*[？?。\s]*$"
    r"|(?:何|どれ|どこ|誰|どの[一-鿿ァ-ヴー]{1,6})が(?:一番|最も|もっとも)"
    r"|최다[^,]{0,10}[은는]|가장 [^,]{1,14}(?:[은는]|무엇|뭐|어디|누구)[^,]{0,8}[?？\s]*$|(?:무엇|뭐|어디|누|무슨 \S{1,6}|어떤 \S{1,6})[가이] 가장"
    r"|最[多大高低少快長长][^，,。]{0,8}是(?:哪|什[么麼]|[谁誰])|(?:哪[个個家款些]?[\u4e00-\u9fff]{0,6}|[谁誰])[^，,。]{0,8}最[多大高低少快長长]"
    r"|(?:อะไร|ใคร|ไหน|ใด)[^,]{0,20}(?:ที่สุด|สูงสุด)|(?:ที่สุด|สูงสุด)(?:คือ|เป็น)?\s?(?:อะไร|ใคร|.{0,12}(?:ไหน|ใด))"
)
_TELLS_FIRST: Final = re.compile(
    r"一番|最も|もっとも|最[多大高長长低少快]|[1１一]\s?位|首位|筆頭|トップ|榜首|居冠|第一|冠[軍军]|가장|최[다대고]|1위|선두|ที่สุด|สูงสุด|อันดับ\s?(?:1|หนึ่ง)|\b(?:most|top|first|largest|highest|biggest|No\. ?1)\b",
    re.I,
)
_COUNT_OF: Final = re.compile(
    r"(?P<thing>[一-鿿]{2}|[ァ-ヴー]{3,8})の?件[数數](?=[はがをも是]|[^。？?]{0,8}(?:何件|いくつ|多少|どのくらい))|(?P<ko>[가-힣]{2,4})\s?건수(?=[은는이가도]|[^?]{0,8}(?:몇|얼마))"
)

_WHO_DID: Final = re.compile(
    r"몇 ?\S{1,3}?(?: [가-힣]{1,4}?)?[이가을를은는]? (?P<ko>[가-힣]{2})(?:했|하|한|됐|되|된|받)|何[人社件台個組校][がを](?P<ja>[一-鿿]{2})[しさす]"
)
"""How many did it: four that reached the final are not those that took part."""

_BODY: Final = re.compile(
    r"(?<![가-힣])(?!시중|지방|인터넷|저축|투자|중앙|국책|상업|국립|사립)[가-힣]{2,5}(?:은행|증권|캐피탈|중공업|대학교)"
    r"|(?!(?:地方|中央|都市|国立|私立|投[資资]|商[業业]|在)(?:[銀银]行|大[学學]))(?<![一-鿿ァ-ヴー])[一-鿿ァ-ヴー]{2,6}(?:[銀银]行|[証證证]券|製薬|大[学學])"
)
"""A bank, a broker or a university by what its name ends in: another one's report tells nothing of it, though no table has its name."""
_RATES: Final = (
    (
        r"\b(?:a|per|each|every) year\b(?! (?:ago|later|earlier|before|old))|年間|年額|毎年|[每一]年|연간|매년|1년에|한 ?해에|ต่อปี|ปีละ",
        r"\b(?:a|per|each|every) year\b|/\s?(?:yr|year)|\bannual|\byearly|年[間间額额]|[毎每一]年|年度|연간?\s?\d|연간|매년|해마다|ต่อปี|ปีละ|รายปี",
    ),
    (
        r"\b(?:a|per|each|every) month\b(?! (?:ago|later|earlier|before|old))|月額|毎月|月々|[每一][個个]?月|월간|매달|매월|한 ?달에|ต่อเดือน|เดือนละ",
        r"\b(?:a|per|each|every) month\b|/\s?mo|\bmonthly|月額|月额|[毎每一][個个]?月|月々|월\s?\d|월간|매달|매월|한 ?달|ต่อเดือน|เดือนละ|รายเดือน",
    ),
)
_HOW_MUCH: Final = re.compile(r"\bhow much\b|いくら|多少|얼마|เท่าไ", re.IGNORECASE)
"""How much a year is not how much in all."""

_QUARTER: Final = re.compile(r"(20\d\d)\s?[年년]?(?:度)?\s?の?第?\s?([1-4一二三四])\s?(?:四半期|季|분기)")


def meets_conditions(question: str, text: str, passage: Passage) -> bool:
    """The sentence, with its title, is of the year that is asked about, tells the first where that is asked for, and counts the same."""
    around = f"{passage.title}\n{text}"
    counts = _COUNT_OF.search(question)
    if counts and (counts["thing"] or counts["ko"]) not in around:
        return False
    deed = _WHO_DID.search(question)
    if deed and (deed["ko"] or deed["ja"]) not in around:
        return False
    if _FIRST_OF_ALL.search(question) and not _TELLS_FIRST.search(text):
        return False
    if not _is_of_body(question, passage) or not _is_of_grade(question, passage):
        return False
    if _HOW_MUCH.search(question) and not _is_of_place(question, passage):
        return False
    if _HOW_MUCH.search(question) and not all(_tells_rate(asks, tells, question, around) for asks, tells in _RATES):
        return False
    ordinals = {f"{int(next(filter(None, one.groups())))}" for one in _ORDINAL.finditer(question)}
    if ordinals and not ordinals <= numbers(f"{passage.title}\n{passage.text}"):
        return False
    quarters = {one.groups() for one in _QUARTER.finditer(question)}
    if quarters and quarters.isdisjoint(one.groups() for one in _QUARTER.finditer(f"{passage.title}\n{passage.text}")):
        return any(int(year) in _of_report(passage.published) and f"{part}" in passage.title for year, part in quarters)
    asked = frozenset(_years(_WHOSE.sub(" ", question)))
    return not asked or not asked.isdisjoint(_years_of(text, passage))


_GRADE: Final = re.compile(
    r"(\d+(?:\.\d+)*)[ -]?((?:Pro|Flash|Max|Mini|Ultra|Lite|Nano|Plus|Turbo|Air|Opus|Sonnet|Haiku)(?![a-z]))",
    re.IGNORECASE,
)
"""A version and which of its models: where no report has the two together, a neighbour's price is no answer."""


def _is_of_grade(question: str, passage: Passage) -> bool:
    asked = {(one[1], one[2].casefold()) for one in _GRADE.finditer(question)}
    report = f"{passage.title}\n{passage.text}"
    return asked <= {(one[1], one[2].casefold()) for one in _GRADE.finditer(report)} if asked else True


def _is_of_place(question: str, passage: Passage) -> bool:
    """A country's figure is not told by a report that does not name it."""
    asked = {one.id for one in mentions(question) if one.id in places()}
    return asked <= {one.id for one in mentions(f"{passage.title}\n{passage.text}")} if asked else True


def _is_of_body(question: str, passage: Passage) -> bool:
    bodies = [one[0] for one in _BODY.finditer(question)]
    report = fold(f"{passage.title}\n{passage.text}").replace(" ", "")
    return all(
        fold(one) in report
        or mentions(one)
        or (tongue_of(one) == "ko") is not (passage.language == "ko")
        or passage.language in ("en", "th")
        for one in bodies
    )


def _tells_rate(asks: str, tells: str, question: str, text: str) -> bool:
    return not re.search(asks, question, re.IGNORECASE) or re.search(tells, text, re.IGNORECASE) is not None


def _years(text: str) -> Iterator[int]:
    for one in _YEAR.finditer(text):
        yield int(one["ce"]) if one["ce"] else int(one["be"]) - _BUDDHIST


def _years_of(text: str, passage: Passage) -> frozenset[int]:
    """Of which years a sentence is: those it says, else the nearest that are said before it, else the report's."""
    before = frozenset({passage.published.year - 1}) if _YEAR_BEFORE.search(text) else frozenset[int]()
    if own := frozenset(_years(_MEASURED_FROM.sub(" ", text))):
        return own | before
    near = frozenset(_years(passage.title))
    for line, _ in lines_of(passage.text, passage.language):
        if line == text or bare(line) == text:
            break
        near = frozenset(_years(_MEASURED_FROM.sub(" ", line))) or near
    return (near or _of_report(passage.published)) | before


def _of_report(published: datetime) -> frozenset[int]:
    return frozenset({published.year, published.year - (published.month <= _NEW_YEAR)})
