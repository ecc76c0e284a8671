"""A name in Chinese characters that no table has (聯電, 昇騰970): what a short question says first, up to its verb, number or noun. Pure."""

import re
from functools import lru_cache
from typing import Final

from summariser.words.aliases import mentions
from summariser.words.bywords import is_byword
from summariser.words.question_words import GENERIC_ELSEWHERE, without_asking

_TIME: Final = r"(?:[上本这這]個?个?(?:[周週]|月|季)|下(?:[周週]|月)|昨[天日]|今[天日年]|去年|最近|先[週月]|今[週月]|[请請][问問]|那?么?[，,])"
_FIRST: Final = re.compile(
    rf"^{_TIME}*+\s?(?P<name>[\u4e00-\u9fff]{{2,4}}?(?P<number>\d{{2,5}}(?!年|\d))?)(?:集[团團]|公司|科技)?"
    rf"(?={_TIME}|第[一二三四]季|20\d\d|Q[1-4]|[发發][布佈表生]|推出|宣[布佈]|公[布佈开開]|[说說][了过過]?什|怎[么麼][说說看]|表示|[做有是的在将將]|何[时時]|什[么麼]|多少"
    r"|[营營]收|股[价價]|市值|估值|[获獲]利|[财財][报報]|募[资資]|融[资資]|裁[员員]|CEO|[执執]行[长長]|(?:は|の|が)(?=.{2}))"
)
_NO_NAME: Final = re.compile(
    r"[这這那此该該他她它我你您哪谁誰几幾什怎何各每]|[一二三四五六七八九十]|[的了和与與及在是有中里裡上内內间間]$"
)


@lru_cache(maxsize=1024)
def han_name(question: str) -> str:
    """With its number; "" where the question names what a table has, or begins otherwise."""
    found = _FIRST.match(question.strip())
    if found is None or mentions(question) or _NO_NAME.search(found["name"]):
        return ""
    name = found["name"]
    bare = GENERIC_ELSEWHERE.sub("", without_asking(name)).strip()
    return "" if bare != name or is_byword(name) else name
