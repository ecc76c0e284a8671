"""Which entry of a brief a message means by its number: "story 2", "the second one", 2番目の話, 第二条, 두 번째 기사, ข่าวที่ 2. Pure."""

import re
from typing import Final

_ORDINALS: Final = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
_KOREAN: Final = ("첫", "두", "세", "네", "다섯", "여섯", "일곱", "여덟", "아홉", "열")
_HAN: Final = "一二三四五六七八九十"
_ITEM: Final = r"(?:story|stories|entry|item|number|news|article|headline|topic|point|no\.)"
_POINTS: Final = re.compile(
    rf"(?:\b(?:in|of|on|about|for|from|under|at|regarding)\s+)?(?:\bthe\s+)?(?:\b{_ITEM}\s*#?\s*(?P<a>\d{{1,2}})\b|(?<![\w#&])#(?P<b>\d{{1,2}})\b"
    rf"|\b(?P<c>{'|'.join(_ORDINALS)}|\d{{1,2}}(?:st|nd|rd|th))\s+(?:{_ITEM}|one)\b)"
    rf"|(?P<d>\d{{1,2}}|[{_HAN}])(?:番目?|つ目|件目)の(?:話|記事|ニュース|件|もの)?(?:で(?:は)?|について|に関して|の)?"
    rf"|第\s?(?P<e>\d{{1,2}}|[{_HAN}])\s?(?:条|條|則|则|篇|個|个|件|項|项)(?:新聞|新闻|消息|報導|报道)?(?:里|裡|中|的)?"
    rf"|(?P<f>\d{{1,2}}|{'|'.join(_KOREAN)})\s?번(?:째)?\s?(?:기사|뉴스|소식|이야기)(?:에서|에|의|는|은)?"
    rf"|(?:ข่าว|เรื่อง)(?:ที่|หมายเลข|ข้อ)\s?(?P<g>\d{{1,2}})",
    re.IGNORECASE,
)
_LEFT_OVER: Final = re.compile(r"^(?:(?:and|but)(?=\s*[,:;]))?[\s,:;、，：–—-]+", re.IGNORECASE)
"""What stood between the number and what is asked: "story 3: why?"."""


def pointed(text: str) -> tuple[int, str]:
    """The number, from 1, and the text without the words that say it; 0 and the text itself where none is named."""
    found = _POINTS.search(text)
    if found is None:
        return 0, text
    rest = _LEFT_OVER.sub("", " ".join(f"{text[: found.start()]} {text[found.end() :]}".split()))
    mark = text.rstrip()[-1:]
    return _number(next(filter(None, found.groups()))), re.sub(r"\s+([?？!.,])", r"\1", rest) or mark


def _number(written: str) -> int:
    low = written.casefold()
    for names in (_ORDINALS, _KOREAN, _HAN):
        if low in names:
            return names.index(low) + 1
    return int(re.sub(r"\D", "", low))
