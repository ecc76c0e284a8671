"""Is a story one company's or county's own announcement, which newsrooms print as it came? It stands below what they report."""

import re
from collections.abc import Sequence
from typing import Final

from news.model import Article
from summariser.reading.stakes import stakes
from summariser.reading.voices import owner
from summariser.words.names import companies_in

_ANNOUNCED: Final = re.compile(
    r"\d{1,2}일 (?:\S+ ){0,2}(?:밝혔|전했|발표했|알렸|개최|설명했)|\(대표(?:이사)? [^)]{2,20}\)|업무협약|\(?MOU\)?를? 체결|\((?:군수|시장|구청장|총장|원장|사장|회장|은행장|행장|도지사) [^)]{2,12}\)"
)
_WEIGHTY: Final = re.compile(
    r"정부|청와대|대통령|국회|(?:기술정보통신|산업통상|국토교통|교육|국방|외교|문화체육관광|과기|산업|국토|문체)부|국가 ?(?:AI|인공지능)|모델.{0,12}공개|오픈소스"
)
"""The state, or a model that everybody may use."""
_READ: Final = 400
_REPRINTS: Final = 3
_SHARE: Final = 1 / 3


def is_press_release(articles: Sequence[Article]) -> bool:
    """Only Korean pages are judged: many newsrooms print it, or a third of the texts say that a named body announced it; and few titles
    name a company known in the field, put something at stake, or are of the state."""
    if not articles or any(article.language != "ko" for article in articles):
        return False
    found = stakes([article.title for article in articles])
    if found & {"power", "money", "release"} or found == {"harm"}:
        return False
    weighty = sum(bool(companies_in(one.title) or _WEIGHTY.search(one.title)) for one in articles)
    told = [one for one in articles if one.words.strip()]
    announced = sum(_ANNOUNCED.search(one.words[:_READ]) is not None for one in told)
    sent = len({owner(one) for one in articles}) >= _REPRINTS or (announced > 0 and announced >= _SHARE * len(told))
    return sent and weighty < _SHARE * len(articles)
