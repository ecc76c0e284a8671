"""What a question sets as a condition of its answer: the year, that it is the first of all, what its number counts. Pure; six languages.

A sentence that meets the question's words and none of these answers another question: last year's number, the last of a ranking.
"""

import re
from collections.abc import Iterator
from datetime import datetime
from typing import Final

from news.asking import Passage
from summariser.support import bare, lines_of

_YEAR: Final = re.compile(
    r"(?<![\d.,$€£¥₩-])(?:(?P<ce>(?:19|20)\d\d)|(?P<be>25[4-9]\d))(?![\d%]|[.,]\d|\s?(?:[万萬億亿만억]|tokens?\b))"
)
_BUDDHIST: Final = 543
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


def meets_conditions(question: str, text: str, passage: Passage) -> bool:
    """The sentence, with its title, is of the year that is asked about, tells the first where that is asked for, and counts the same."""
    around = f"{passage.title}\n{text}"
    counts = _COUNT_OF.search(question)
    if counts and (counts["thing"] or counts["ko"]) not in around:
        return False
    if _FIRST_OF_ALL.search(question) and not _TELLS_FIRST.search(text):
        return False
    asked = frozenset(_years(question))
    return not asked or not asked.isdisjoint(_years_of(text, passage))


def _years(text: str) -> Iterator[int]:
    for one in _YEAR.finditer(text):
        yield int(one["ce"]) if one["ce"] else int(one["be"]) - _BUDDHIST


def _years_of(text: str, passage: Passage) -> frozenset[int]:
    """Of which years a sentence is: those it says, else the nearest that are said before it, else the report's."""
    before = frozenset({passage.published.year - 1}) if _YEAR_BEFORE.search(text) else frozenset[int]()
    if own := frozenset(_years(text)):
        return own | before
    near = frozenset(_years(passage.title))
    for line, _ in lines_of(passage.text, passage.language):
        if line == text or bare(line) == text:
            break
        near = frozenset(_years(line)) or near
    return (near or _of_report(passage.published)) | before


def _of_report(published: datetime) -> frozenset[int]:
    return frozenset({published.year, published.year - (published.month <= _NEW_YEAR)})
