"""What was to come, and whether it came: the calendar day that a sentence names, and the report that answers it later."""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final

from news.languages import Language
from news.model import Article, Citation, Sentence
from news.text import search_tokens, sentences
from summariser.checking.grounding import check
from summariser.reading.fitness import fault, leans
from summariser.reading.material import fold
from summariser.reading.traces import headline

_MONTHS: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_THAI: Final = (
    "มกราคม", "กุมภาพันธ์", "มีนาคม", "เมษายน", "พฤษภาคม", "มิถุนายน", "กรกฎาคม", "สิงหาคม", "กันยายน", "ตุลาคม", "พฤศจิกายน", "ธันวาคม",
)  # fmt: skip
_NAME: Final = (
    r"(?:(?P<{0}>Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)(?:uary|ruary|ch|il|e|y|ust|t|tember|ober|ember)?\.?)"
)
_DAY: Final = re.compile(
    rf"\b{_NAME.format('m1')} (?P<d1>\d{{1,2}})(?:st|nd|rd|th)?\b(?:,? (?P<y1>20\d\d))?"
    rf"|\b(?P<d2>\d{{1,2}})(?:st|nd|rd|th)? (?:of )?{_NAME.format('m2')}\b(?:,? (?P<y2>20\d\d))?"
    r"|(?:(?P<y3>20\d\d)\s?[年년]\s?)?(?P<m3>\d{1,2})\s?[月월]\s?(?P<d3>\d{1,2})\s?[日号號일]"
    r"|(?P<d4>\d{1,2}) (?P<m4>" + "|".join(_THAI) + r")(?: (?:พ\.ศ\. ?)?(?P<y4>2[05]\d\d))?"
)
_HALF_A_YEAR: Final = 183
_BUDDHIST: Final = 543
_FEWEST: Final = 3
_SHARE: Final = 0.4
_READ: Final = 8
_TITLE_WORDS: Final = 2


def day_to_come(text: str, said: date) -> date | None:
    """The last calendar day named in a text of the day `said` that lies after it; None when it names none."""
    days = [day for match in _DAY.finditer(text) if (day := _day(match, said)) and day > said]
    return max(days, default=None)


def _day(match: re.Match[str], said: date) -> date | None:
    """Without a year the nearest such day that is not half a year back."""
    number = next(n for n in "1234" if match[f"d{n}"])
    year, month = match[f"y{number}"], _month(match[f"m{number}"])
    try:
        if year:
            return date(int(year) - _BUDDHIST * (int(year) > 2500), month, int(match[f"d{number}"]))
        day = date(said.year, month, int(match[f"d{number}"]))
        return day.replace(year=day.year + 1) if (said - day).days > _HALF_A_YEAR else day
    except ValueError:  # the 31st of June is no date
        return None


def _month(name: str) -> int:
    if name.isdigit():
        return int(name)
    return (_THAI.index(name) if name in _THAI else _MONTHS.index(name.lower())) + 1


def report_on(watched: str, subject: str, articles: Sequence[Article], language: Language) -> Sentence | None:
    """The sentence of `articles` (of the watched day or later, best first) that speaks of what was watched: same deed, same names.

    `subject` is the headline that the watched sentence stood under. A report that it was put off is one as well.
    """
    asked = _asked(watched)
    about = frozenset(search_tokens(subject))
    best: tuple[int, Sentence] | None = None
    for article in articles:
        if article.language != language or len(about & frozenset(search_tokens(article.title))) < _TITLE_WORDS:
            continue
        for text in _offered(article, language):
            shared = len(asked & _asked(text))
            if shared >= max(_FEWEST, _SHARE * len(asked)) and (best is None or shared > best[0]):
                best = shared, Sentence(text, (Citation(article.url, text, article.source_name),))
    return best[1] if best else None


def _offered(article: Article, language: Language) -> Iterator[str]:
    """The first sentences that may stand alone, then the title."""
    told = (fold(line) for line in sentences(article.words, language)[:_READ])
    yield from (
        line for line in told if not fault(line, language) and not leans(line, language) and _stands(line, article)
    )
    if not article.words:
        yield headline(article.title)


def _stands(line: str, article: Article) -> bool:
    return check(line, [article.words]).supported


def _asked(text: str) -> frozenset[str]:
    """Words that tell what is to happen: the day itself left out, for a report seldom names it the same way."""
    return frozenset(search_tokens(_DAY.sub(" ", text)))
