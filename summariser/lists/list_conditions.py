"""What a list sets as conditions: a least or greatest sum, a country, whom it leaves out. Pure; six languages."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from news.languages import Language
from news.scripts import HAN, HANGUL, THAI
from summariser.asking.membership import countries_of, is_within
from summariser.lists.listing import dollars
from summariser.words.aliases import Mention, mentions
from summariser.words.names import Number, companies_in, names_in, numbers_in

_AMOUNT: Final = (
    r"(?:US)?[$€£¥₩]?\s?\d[\d,.]*\s?(?:k|m|mn|bn?|tn?|million|billion|trillion|thousand|[百千万萬億亿兆]+|[천백만억조]+|ล้าน|พันล้าน|หมื่นล้าน|แสนล้าน)*"
    r"\s?(?:dollars|euros|yen|won|baht|円|ドル|元|美元|人民[币幣]|달러|원|엔|ดอลลาร์|บาท|人|名|명|คน)?"
)
_AT_LEAST: Final = (
    rf"\b(?:over|more than|above|at least|exceeding|upwards of|north of|bigger than|larger than|worth over)\s+(?P<a>{_AMOUNT})",
    rf"(?P<a>{_AMOUNT})(?:\+| or (?:more|above|over)| plus\b)",
    rf"(?:超[过過]|[高多]于|[高多]於|大[于於]|不少于|不少於|至少|逾|超)\s?(?P<a>{_AMOUNT})",
    rf"(?P<a>{_AMOUNT})\s?(?:以上|を?超|を?上回|이상|[을를이가]? ?넘|초과|ขึ้นไป)",
    rf"(?:มากกว่า|เกิน(?:กว่า)?|อย่างน้อย)\s?(?P<a>{_AMOUNT})",
)
_AT_MOST: Final = (
    rf"\b(?:under|less than|below|at most|up to|smaller than)\s+(?P<a>{_AMOUNT})",
    rf"(?:低[于於]|少[于於]|不到|不足|小[于於])\s?(?P<a>{_AMOUNT})",
    rf"(?P<a>{_AMOUNT})\s?(?:以下|以内|未満|を?下回|이하|미만)",
    rf"(?:น้อยกว่า|ต่ำกว่า|ไม่เกิน)\s?(?P<a>{_AMOUNT})",
)
_WORTH: Final = re.compile(
    r"(?:valuation|valued at|valued|估[值價价]|評価額|時価総額|기업 ?가치|มูลค่ากิจการ)(?:[^,.，。、;]{0,12}?)\s?(?:US)?[$€£¥]?\d[\d,.]*\s?\w*|(?:US)?[$€£¥]\d[\d,.]*\s?\w*\+?\s?(?:[\w-]+\s)?valuation",
    re.IGNORECASE,
)
"""What somebody is valued at is no sum that they raised."""
_LEAST_COUNT: Final = 100
"""Smaller plain numbers are ages, places and versions."""
_ABOUT: Final = 0.97
_LEAD: Final = 400


@dataclass(frozen=True, slots=True)
class Bound:
    """`least` of that `unit`, or at most; dollars where it is money."""

    value: float
    unit: str
    least: bool

    def meets(self, number: Number) -> bool:
        value = dollars(number) if self.unit == _MONEY else number.value
        return value >= _ABOUT * self.value if self.least else value * _ABOUT <= self.value


_MONEY: Final = "money"


@lru_cache(maxsize=64)
def bound_in(question: str) -> Bound | None:
    """The sum or number that an item must reach, or must not pass."""
    for forms, least in ((_AT_LEAST, True), (_AT_MOST, False)):
        for form in forms:
            for found in re.finditer(form, question, re.IGNORECASE):
                for number in numbers_in(found["a"]):
                    if dollars(number):
                        return Bound(dollars(number), _MONEY, least)
                    if number.unit != "%" and number.value >= _LEAST_COUNT:
                        return Bound(number.value, number.unit, least)
    return None


def meets_bound(question: str, line: str, lead: str) -> bool:
    """The line, or else its report's beginning, tells such a sum; a number of something else that it does not tell may be."""
    bound = bound_in(question)
    if bound is None:
        return True
    worth = re.search(_WORTH, question)
    told: list[Number] = []
    for text in (line, lead[:_LEAD]):
        plain = text if worth else _WORTH.sub(" ", text)
        told = [one for one in numbers_in(plain) if (dollars(one) > 0) == (bound.unit == _MONEY) and one.unit != "%"]
        told = [one for one in told if bound.unit == _MONEY or (one.unit == bound.unit and one.value >= _LEAST_COUNT)]
        if told:
            return any(bound.meets(one) for one in told)
    return bound.unit != _MONEY


_NAME: Final = rf"[A-Za-z][\w.&'’ -]{{0,30}}?|[{HAN}ァ-ヴー]{{2,8}}|[{HANGUL}]{{2,8}}|[{THAI}]{{2,14}}"
_LEFT_OUT: Final = re.compile(
    rf",?\s?\b(?:other than|apart from|aside from|besides|except(?: for)?|excluding|not counting|not including|that (?:is|are)(?: not|n[’']t)|beyond)\s+(?P<a>(?:{_NAME})(?:(?:, | and | or )(?:{_NAME}))*)(?=\s*[?,.;]|\s+(?:is|are|was|were|has|have|had|did|do|does|which|that|who|announced|released|launched|raised|sued|made|also|this|last|in|on|to|since)\b|$)"
    rf"|除了?\s?(?P<b>(?:{_NAME}?)(?:[和、与與及](?:{_NAME}?))*)\s?(?:(?:之外|以外|外)[，,]?\s?(?:[还還]有)?|(?=[还還]有))"
    rf"|(?P<c>(?:[A-Za-z][\w.& -]{{0,30}}|[ァ-ヴー{HAN}]{{2,8}})(?:[やと、](?:[A-Za-z][\w.& -]{{0,30}}|[ァ-ヴー{HAN}]{{2,8}}))*)\s?(?:以外|を除[くいき](?:て|た)?)(?:[のにで、]*)"
    rf"|(?P<d>(?:[A-Za-z][\w.& -]{{0,30}}|[{HANGUL}]{{1,8}}?(?:AI)?)(?:(?:[와과,]|이?랑) ?(?:[A-Za-z][\w.& -]{{0,30}}|[{HANGUL}]{{1,8}}?(?:AI)?))*)\s?(?:말고(?:는|도)?|(?:을|를)? ?제외(?:한|하고|하면)?|(?:을|를)? ?뺀|외에(?:는|도)?|이외의?)\s?"
    rf"|(?:นอกจาก|ยกเว้น|ไม่นับ(?:รวม)?)\s?(?P<e>[A-Za-z][\w.& -]{{0,30}}?|[{THAI}]{{2,14}}?)(?:แล้ว)?(?=\s|มี|$)",
    re.IGNORECASE,
)


@lru_cache(maxsize=64)
def left_out(question: str) -> frozenset[str]:
    """Whom the list is not of ("other than Nvidia"): known names by their ids."""
    return frozenset(one.id for told in _named(question) for one in mentions(told))


def _named(question: str) -> Iterable[str]:
    return (next(filter(None, one.groups()), "") for one in _LEFT_OUT.finditer(question))


def without_left_out(question: str) -> str:
    """The question without what it leaves out, where that is somebody known."""

    def kept(found: re.Match[str]) -> str:
        return " " if mentions(next(filter(None, found.groups()), "")) else found[0]

    plain = _LEFT_OUT.sub(kept, question)
    return re.sub(r"\s+([?？,.])", r"\1", re.sub(r" {2,}", " ", plain)).strip() if plain != question else question


def is_left_out(question: str, line: str) -> bool:
    """The line is of somebody whom the list leaves out, and of nobody else before them."""
    out = left_out(question)
    named = sorted(mentions(line), key=lambda one: one.start) if out else []
    theirs = [bool({one.id, one.company} & out) for one in named]
    return bool(theirs) and (theirs[0] or set(companies_in(line)) <= out)


_HOME: Final = re.compile(
    r"국내|국산|우리나라|우리 ?(?=기업|군|정부|회사)|国内|國內|国产|國產|国産|本土|自国|ในประเทศ|ของไทย|\b(?:domestic|homegrown|home-grown)\b",
    re.IGNORECASE,
)
_HOME_OF: Final[dict[str, tuple[str, ...]]] = {
    "ko": ("South Korea",), "ja": ("Japan",), "th": ("Thailand",), "zh-Hans": ("China",), "zh-Hant": ("Taiwan", "China"),
}  # fmt: skip


@lru_cache(maxsize=64)
def places_asked(question: str, language: Language) -> tuple[tuple[Mention, ...], ...]:
    """Countries that the question names, or means by home; of each row any will do."""
    kinds = {one.id for one in names_in(question) if one.kind == "place"}
    rows: list[tuple[Mention, ...]] = [(one,) for one in mentions(question) if one.id in kinds]
    if not rows and _HOME.search(question):
        home = tuple(one for name in _HOME_OF.get(language, ()) for one in mentions(name))
        rows = [home] if home else []
    return tuple(rows)


def place_met(question: str, language: Language, title: str, lead: str, told_in: Language) -> float:
    """The share of its countries that the report is of; -1 where it names none."""
    rows = places_asked(question, language)
    if not rows:
        return -1.0
    met = [any(is_within((one,), title, lead[:_LEAD], told_in) for one in row) for row in rows]
    return sum(met) / len(met)


_BODIES: Final = re.compile(
    r"(?:'s|’s)?\s+(?:[\w-]+\s+){0,3}?(?:compan|start-?ups?|firms?|labs?|banks?|models?|makers?|universit|developers?|giants?)"
    r"|\s?(?:の|的|의)?\s?(?:AI|人工智[能慧]|인공지능|[一-鿿ァ-ヴー]{1,4}|[가-힣]{1,4})?\s?(?:企[業业]|公司|会社|スタートアップ|[初新][创創]|モデル|模型|[銀银]行|大[學学]|[廠厂]商|기업|회사|스타트업|업체|모델|은행|대학)",
    re.IGNORECASE,
)
_WIDE: Final = frozenset({"europe"})
"""Of no company is it known that it is of these."""


def is_of_elsewhere(question: str, language: Language, title: str, lead: str, told_in: Language) -> bool:
    """Companies or models of a country are asked for, and the report is of another: it names that, or not the one whose name the question has."""
    rows = places_asked(question, language)
    if not rows or place_met(question, language, title, lead, told_in) > 0:
        return False
    if _HOME.search(question) and not any(one[0].id in {each.id for each in names_in(question)} for one in rows):
        return bool(countries_of(title))
    return any(row[0].id not in _WIDE and _BODIES.match(question, row[0].end) for row in rows)
