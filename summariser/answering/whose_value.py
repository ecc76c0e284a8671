"""A value that answers is of whom the question asks, and of no time that has passed where it asks of one to come. Pure; six languages."""

import re
from datetime import date
from typing import Final

from summariser.answering.whose_amount import ANOTHERS
from summariser.asking.answer_types import VALUES
from summariser.asking.values import is_to_come
from summariser.words.aliases import Mention, mentions
from summariser.words.facts import dates, numbers

_PASSED_BY: Final = re.compile(
    r"に次(?:ぐ|い)|に続(?:く|き|い)|を?(?:抜|上回|追い抜|追い越)|より|[을를] ?(?:제치|넘|앞지|앞서)|에 ?이어|보다|[’']s (?:title|crown|record)",
)
"""Behind the name of somebody whom another is compared with, or comes after."""
_COMPARED: Final = re.compile(
    r"(?:超[越過过]|反超|[僅仅]次[於于]|擊敗|击败|แซง|รองจาก|\b(?:behind|overtak(?:es?|ing|en)|overtook|surpass(?:es|ed|ing)?|past|pass(?:es|ed|ing)|after|ahead of|than|beats?|topp(?:s|ed|ing)|following))\s?$",
    re.IGNORECASE,
)
_MONTHS: Final = {
    month: at
    for at, month in enumerate(("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"), 1)
}
_DAY: Final = re.compile(
    r"\b(?P<month>Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)(?:uary|ruary|ch|il|ust|tember|ober|ember)?\.? (?P<day>\d{1,2})(?:st|nd|rd|th)?\b(?!:)(?:,? (?P<year>20\d\d))?"
    r"|(?:(?P<y>20\d\d)[年년]\s?)?(?<!\d)(?P<m>1[0-2]|[1-9])(?:月|월\s?)(?P<d>\d{1,2})[日号號일]"
)
_WHEN_IS: Final = re.compile(r"\W*(?:and |so )?when(?:['’]s| is)\b", re.IGNORECASE)
_LATE: Final = 6
"""A month that lies further back is one to come."""


def is_of_another(question: str, sort: str, text: str) -> bool:
    """Whom the question asks of is only what somebody else, named before, is compared with: the value is that one's."""
    asked = {one.company for one in mentions(question) if one.company}
    if sort not in VALUES or len(asked) != 1:
        return False
    named = [one for one in mentions(text) if one.company]
    theirs = [one for one in named if one.company in asked]
    others = [one for one in named if one.company not in asked]
    return (
        bool(theirs and others) and others[0].start < theirs[0].start and all(_is_beside(text, one) for one in theirs)
    )


def is_of_a_stranger(question: str, text: str, title: str) -> bool:
    """Neither the line nor its headline has the company that is asked of."""
    asked = {one.company for one in mentions(question) if one.company}
    return bool(asked) and asked.isdisjoint(one.company for one in mentions(f"{title}\n{text}"))


def is_owned_by_another(question: str, text: str, title: str) -> bool:
    """Of a round, or of what somebody is worth: whom it asks of is named behind the first amount alone, or not at all under a headline that begins with another."""
    asked = {one.company for one in mentions(question) if one.company}
    amount = _AMOUNT.search(text)
    if not asked or amount is None or not _OWN_MONEY.search(question):
        return False
    theirs = [one for one in _owners(text) if one.company in asked]
    if not theirs:
        named = [one.company for one in _owners(title)]
        return not named or named[0] not in asked
    return not any(one.start < amount.start() or _INTO.search(text[: one.start]) for one in theirs)


def _owners(text: str) -> list[Mention]:
    """The companies that it names for themselves: an OpenAI researcher is not OpenAI."""
    others = [found.span() for found in ANOTHERS.finditer(text)]
    named = [one for one in mentions(text) if one.company]
    return [one for one in named if not any(start <= one.start < end for start, end in others)]


_OWN_MONEY: Final = re.compile(
    r"\b(?:rais(?:e[sd]?|ing)|valuations?|valued|worth|funding|rounds?)\b|評価額|時価総額|資金調達|融[资資]|估值|市值|기업가치|몸값|투자 ?유치|มูลค่า|ระดมทุน",
    re.IGNORECASE,
)
_AMOUNT: Final = re.compile(
    r"[$€£¥]\s?\d|\d[\d.,]*\s?(?:[bmt]n?\b|billion|million|trillion|億|亿|兆|萬|万|억|조|ล้าน)", re.IGNORECASE
)


_INTO: Final = re.compile(r"\b(?:for|in|into|at|by|values?|valuing|lets?|gives?)\s(?:AI )?(?:[\w-]+ )?$", re.IGNORECASE)


def _is_beside(text: str, one: Mention) -> bool:
    return bool(_PASSED_BY.match(text[one.end :]) or _COMPARED.search(text[: one.start]))


def _day(found: re.Match[str], today: date) -> tuple[int, int, int]:
    """As it stands; where no year does, the one of that name that is nearest."""
    month = int(found["m"] or 0) or _MONTHS[found["month"][:3].lower()]
    year = int(found["year"] or found["y"] or 0) or today.year + (today.month - month >= _LATE)
    return year, month, int(found["d"] or found["day"])


def is_overtaken(question: str, text: str, today: date) -> bool:
    """When something will be is asked, and every month and year that is told lies behind: what was promised then has not come."""
    to_come = is_to_come(question)
    if not (to_come or _WHEN_IS.match(question)):
        return False
    days = [_day(one, today) for one in _DAY.finditer(text)]
    if days:
        return all(day < (today.year, today.month, today.day) for day in days)
    months = [int(one[:-1]) for one in dates(text) if one.endswith("m")]
    years = [int(one) for one in numbers(text) if one.isdigit() and len(one) == len("2026")]
    return (
        to_come
        and bool(months)
        and all(0 < today.month - one < _LATE for one in months)
        and not any(year > today.year for year in years)
    )
