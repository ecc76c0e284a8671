"""Is one thing asked for, by the form of the question alone: who holds or takes a post, the most of its kind, why, whether, what something is. Pure; six languages."""

import re
from typing import Final

from summariser.asking.answer_types import answer_type, asks_a_value

_POST: Final = (
    r"(?:ceo|cto|cfo|coo|chief|chair\w*|president|boss|head|director|minister|secretary|founder|co-?founder|owner|maker|author|inventor|lead(?:er| investor)?"
    r"|successor|replacement|judge|winner|sponsor|developer|operator|spokes\w+)"
)
_OF_ONE: Final = (
    rf"^\W*(?:and |so |but |pls |hey )?who(?:['’]?s| is| was| will be|['’]ll be)(?: (?:now|currently|actually))? (?:the |its |their )?(?:[\w.'’-]+ ){{0,4}}{_POST}\b(?!s)",
    r"^\W*(?:and |so |but )?who(?:['’]?s| is| was|['’]ll| will)(?: (?:now|currently|actually|going to|gonna|be))* "
    r"(?:replac\w+|succeed\w*|run(?:ning)?|own(?:ing)?|lead(?:ing)?|head(?:ing)?|chair\w*|tak(?:e|ing) (?:over|charge)|fill(?:ing)?|in charge|behind|manufacture|make|build|found(?:ed)?|bec[oa]m\w+)\b",
    r"^\W*(?:and |so |but )?who (?:led|leads|runs|owns|heads|founded|started|created|invented)\b",
    r"^\W*(?:and |so |but )?where\b",
    r"^\W*(?:and |so |but )?(?:who|which (?:[\w'-]+ ){0,2}[\w'-]*[^s\W]) (?!are\b|were\b)(?:[\w'’]+ ){0,6}(?:the )?(?:most|biggest|largest|fastest|highest|lowest|first|best|worst|cheapest)\b(?! (?:recent(?:ly)?|of))",
    # elsewhere by a post, by what there is one of, or by "the most"
    r"(?:社長|会長|代表|CEO|トップ|責任者|担当者|創業者|創設者|開発者|投資家|後任|監督|首相|大臣|裁判長|作者|著者|発案者)[^、。]{0,6}(?:は|って|が)[、 ]?(?:誰|だれ|どこ|どなた)",
    r"(?:運営|開発|販売|製造|提供|発売|親|委託|買収)(?:元|会社|企業|先)[^、。]{0,4}(?:は|って)[、 ]?(?:どこ|何|なに)",
    r"(?:どれ|どっち|どちら)(?:です|なの|だ(?:った|っけ)?|でしょう|でした)?か?[?？。\s]*$",
    r"(?:一番|いちばん|最も|最大|最小|最高|最低|最初|最多|トップ)[^。]{0,24}(?:どこ|誰|だれ|どれ|何)",
    r"(?:대표|사장|회장|CEO|창업자|설립자|책임자|후임|감독|총리|장관|위원장|의장|저자|개발자|투자자)[가은는이]?(?:로|로는)? ?(?:누가|누구|누굴)",
    r"누구(?:야|지|냐|임|니|예요|에요|입니까|인가요?)[?？\s]*$",
    r"(?:누가|누구[가를]?) (?:[가-힣]+ )?(?:대표|사장|회장|CEO|후임|책임자)",
    r"(?:가장|제일|최대|최초|최고|1위)[^.]{0,24}(?:어디|누구|누가|무엇|뭐|어느)(?!.*들)",
    r"(?:由[谁誰]|[谁誰](?:来|來|接|當|当|担任|擔任|出任|接任|取代|是(?!些))|是[谁誰])(?!些)",
    r"(?:最[大多高快早低贵貴便])[^。]{0,16}(?:是哪|哪[一个個家款](?!些)|是[谁誰])",
    r"ใคร(?:คือ|เป็น|นำ|จะ(?:มา|เป็น|ขึ้น)|มาแทน|แทน)(?!.*บ้าง)|(?:คือ|เป็น|ชื่อ)ใคร(?!.*บ้าง)|(?:มากที่สุด|สูงที่สุด|ใหญ่ที่สุด|แรก)[^บ]{0,12}(?:ไหน|ใคร)(?!.*บ้าง)",
)
_IS_OF_ONE: Final = re.compile("|".join(_OF_ONE), re.IGNORECASE)
_OF_SEVERAL: Final = re.compile(
    r"\bwho (?:are|were|all|else)\b|\b(?:any(?:one|body|thing)?|some(?:one|thing)|everyone|there|news|updates?|list|latest(?= please|\W*$))\b"
    r"|哪些|有[谁誰]|[谁誰]都|[几幾]家|ニュース|新闻|新聞|消息|뉴스|소식|ข่าว|อะไรบ้าง|ใครบ้าง|何か|何が|誰か|뭔가|누군가|有什[么麼]|有沒?没?有什|最新|最近|近[况況]",
    re.IGNORECASE,
)
_IS_TRUE: Final = re.compile(
    r"^\W*(?:and |so |but )?(?:is|are|was|were|did|does|do|has|have|had|will)\b", re.IGNORECASE
)
_WHAT_IT_IS: Final = re.compile(r"(?:って|とは)(?:何|なに|どういう(?:意味|もの))(?![をがにかも])|คืออะไร|เป็นบริษัทอะไร")
_EXAMPLES: Final = re.compile(r"ある|あった|บ้าง|ข่าว|ニュース")


def asks_for_one(question: str) -> bool:
    """One body, one thing, one value or one truth; who or what all did something is not."""
    text = " ".join(question.split())
    if _IS_OF_ONE.search(text):
        return re.search(r"\bwho (?:are|were|all|else)\b|哪些|บ้าง|들(?:은|이|을)? ?(?:누|어)", text) is None
    if asks_a_value(text) and _OF_SEVERAL.search(text) is None:
        return True
    sort = answer_type(text, english=text.isascii()).sort
    if sort == "reason":
        return True
    return sort == "truth" and _IS_TRUE.match(text) is not None and _OF_SEVERAL.search(text) is None


def asks_what_it_is(question: str) -> bool:
    """What a thing is, whatever else is asked of it; what it does is told by its news as well."""
    return _WHAT_IT_IS.search(question) is not None and _EXAMPLES.search(question) is None
