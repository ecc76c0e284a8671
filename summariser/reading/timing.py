"""Is a sentence of the news, or of what was before it?"""

import re
from datetime import timedelta
from typing import Final

from news.model import Article
from summariser.reading.staleness import days_in, english_days, is_past
from summariser.reading.traces import dates_in

_LONG_AGO: Final = timedelta(days=21)
_YEAR: Final = re.compile(r"(?<![\d$€£¥,.])(?:19\d\d|20[0-3]\d)(?!\d|%|,\d)")
_BACK: Final = re.compile(
    r"\b(?:last (?:year|month|week|spring|summer|fall|autumn|winter|quarter|january|february|march|april|may|june|july|august|september|october"
    r"|november|december)|(?:weeks|months|years) (?:ago|before)|in the past|previously|earlier (?:this (?:year|month|summer|spring)|in)|back in|at the time|since then|over the past"
    r"|(?:was|were) (?:first|originally|initially)|(?:first|originally|initially) (?:launched|revealed|announced|introduced|released)|most recently|used to)\b"
    r"|昨年|去年|지난해|작년|개월 ?(?:동안|간) .{0,90}왔다|ปีที่แล้ว",
    re.IGNORECASE,
)
_MONTHS: Final = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_MONTH: Final = re.compile(rf"\b(?:[Ii]n|[Ss]ince|[Ee]arly|[Ll]ate|[Mm]id-?) ?({'|'.join(_MONTHS)})\b")
_USUAL: Final = re.compile(r"\b(?:typically|usually|generally|normally|always|often|traditionally)\b", re.IGNORECASE)
_AS_EVER: Final = re.compile(
    r"^\S{1,15}[은는] .{0,70}(?:기업|회사|업체|스타트업|전문기관)(?:으로|이며|이다|로서)[,.]? .*(?:있다|한다)\.?$|(?:[해려여아어]야|만) (?:한다|했다)\.?$"
)
"""What a Korean firm is, and what rules ask."""
_THEN: Final = re.compile(
    rf"\bhad (?:previously|already|long)\b|\b(?:said|says|told|reported|wrote|(?<!, )(?:announced|revealed|launched|released|introduced|unveiled)) (?:\w+ ){{0,2}}?(?:in (?:{'|'.join(_MONTHS)})|last (?:month|year|spring|summer|fall|winter)|earlier this (?:year|month))\b(?! that it will)"
)
_ASIDE: Final = re.compile(r", (?:first )?(?:launched|released|founded|introduced|announced|started)\b[^,.;]*")
_TO_COME: Final = re.compile(r"\b(?:will|expected|plans?|set to|scheduled|due|slated|next)\b")


def looks_back(text: str, article: Article) -> bool:
    """True for a sentence of background: it names a year or a month before the article's, or says so."""
    text = _ASIDE.sub("", text)
    years = [int(year) for year in _YEAR.findall(text)]
    if _BACK.search(text) or any(year < article.published.year for year in years):
        return True
    months = [_MONTHS.index(name) + 1 for name in _MONTH.findall(text)]
    return any(month != article.published.month for month in months) and not _TO_COME.search(text)


def was_before(text: str) -> bool:
    """True when what it reports was said or done in an earlier month: "said in January that …"."""
    return bool(_THEN.search(text))


def is_usual(text: str) -> bool:
    """True for what always holds: no report of what happened."""
    return bool(_USUAL.search(text) or _AS_EVER.search(text))


def is_of_long_ago(text: str, article: Article) -> bool:
    """True when the day it names lies weeks before its article: a feature tells again what was news then."""
    day = article.published.date()
    return any(day - named > _LONG_AGO for named in dates_in(text)) or is_past(text, day, _LONG_AGO)


def is_dated_before(text: str, article: Article) -> bool:
    """True when every day it names lies weeks before its article, and none of them is in the title: what the news came after."""
    day = article.published.date()
    named = set(days_in(text, day)).union(english_days(text, day))
    if not named or day - max(named) <= _LONG_AGO:
        return False
    return named.isdisjoint(days_in(article.title, day)) and named.isdisjoint(english_days(article.title, day))
