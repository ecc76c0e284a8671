"""Does what the reader is shown say what it has to do with AI? A word that one paper put beside another event does not."""

import re
from collections.abc import Sequence
from functools import cache
from typing import Final
from urllib.parse import urlsplit

from news.languages import Language
from news.model import Article, BriefStory
from summariser.reading.formats import form_of
from summariser.reading.headlines import is_title_of
from summariser.reading.relevance import judge
from summariser.reading.trusting import is_borne_out
from summariser.reading.voices import voices
from summariser.stories.ranking import AT_ITS_EDGE
from summariser.words.names import companies_in
from summariser.words.vectors import fold, simplify

_PERHAPS: Final = 0.25
"""Probability from which on a story may be about AI."""
_SELL_TO_ALL: Final = (
    "nvidia", "エヌビディア", "엔비디아", "英伟达", "辉达", "tsmc", "台积电", "台積電", "softbank", "ソフトバンク", "소프트뱅크",
    "キオクシア", "半導体", "반도체", "芯片", "晶片", "データセンター", "데이터센터", "数据中心", "資料中心", "data centers?",
)  # fmt: skip
"""Names and goods that are in the news for other reasons too."""
_ON_THE_MARKET: Final = (
    r"ai ?・? ?(?:需要|関連|特需|ブーム|バブル|相場|銘柄|株|供給網|普及|懸念|熱潮|狂潮|需求|概念股|帶動|帶旺|浪潮|수요|관련|특수|붐|열풍|랠리|거품)"
    r"|ai向け.{0,10}(?:好調|伸び|拡大|需要)|(?:受惠|受益).{0,4}ai|(?:需要|関連)の?ai"
)
"""AI as what moves somebody's prices, orders or profits."""


_RESULTS: Final = r"純利益|営業利?益|経常利?益|最終益|増益|減益|増収|決算|設備投資|業績|時価総額|株価|受注|gdp|經濟成長|營收|財報|淨利|영업 ?이?익|순이익|매출|실적|목표주가"
"""Somebody's figures: news of AI where the company is known for it, else of the economy."""


_OWN_NAME: Final = re.compile(r"([A-Z][A-Za-z]+ AI)(?=[、，,：:]| ?[がはのを은는이가])")
"""Who the headline is about, in Latin letters."""
_AMONG_OTHERS: Final = re.compile(
    r"ai ?(?:や|と|・|·|和|與|与|및|/) ?(?:デジタル|디지털|數位|数字化|(?:it|dx)(?![a-z]))"
)


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    return (
        re.compile("|".join(map(simplify, _SELL_TO_ALL))),
        re.compile(simplify(_ON_THE_MARKET)),
        re.compile(simplify(_RESULTS)),
    )


def shows_ai(story: BriefStory, articles: Sequence[Article]) -> bool:
    """Whether headline and lede speak of AI itself. That AI moves a market is enough only where several newsrooms say so."""
    if story.language == "en":
        return story.lede is not None or judge(story.headline, "").score >= _PERHAPS
    goods, market, results = _patterns()
    shown = fold(" ".join([story.headline, *(one.text for one in (story.lede, story.original) if one)]))
    headed, several = fold(story.headline), len(voices(articles)) > 1
    if story.one_line and AT_ITS_EDGE in story.score.parts:
        return False
    if results.search(headed) and not companies_in(story.headline) and not (several and market.search(headed)):
        return False
    if story.one_line and not judge(_without_mere_names(shown, story.headline), "").score >= _PERHAPS:
        return False
    plain = goods.sub(" ", shown)
    return judge(plain if several else market.sub(" ", plain), "").score >= _PERHAPS


def _without_mere_names(shown: str, headline: str) -> str:
    """Without the AI that a company unknown in the field has in its name, and the AI that stands in one breath with all things digital."""
    named = _OWN_NAME.match(headline)
    if named and not companies_in(named[1]):
        shown = shown.replace(fold(named[1]), " ")
    return _AMONG_OTHERS.sub(" ", shown)


def tells_news(articles: Sequence[Article], language: Language) -> bool:
    """Whether one of them in that language is a report: not an essay, a column or a site's front page. English is weighed with the rank,
    but for a column whose label the headline has lost."""
    spoken = [article for article in articles if article.language == language]
    if language == "en":
        return any(form_of(article) != "opinion" for article in spoken)
    return any(form_of(a) == "news" and urlsplit(a.url).path.strip("/") for a in spoken)


def shows_truth(story: BriefStory, articles: Sequence[Article]) -> bool:
    """Whether nothing in the text of the page that a line is the title of speaks against it. English titles are weighed elsewhere."""
    title = story.original.text if story.original else story.headline
    titled = [one for one in articles if one.language != "en" and is_title_of(title, one)]
    return not story.one_line or not titled or any(is_borne_out(one.title, one.words) for one in titled)


def shows_news(story: BriefStory, articles: Sequence[Article]) -> bool:
    """Whether a line is the whole title of a report: an essay's tells no event."""
    title = story.original.text if story.original else story.headline
    titled = [article for article in articles if is_title_of(title, article)]
    spoken = titled[0].language if titled and story.original else story.language
    whole = story.language == "en" or not story.headline.endswith("…")
    return not story.one_line or (whole and (not titled or tells_news(titled, spoken)))
