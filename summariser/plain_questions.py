"""Under a story, two questions that say nothing but what they ask: how much it was, and when it was announced. Pure; six languages."""

import re
from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Final, Literal

from news.languages import Language
from news.model import Article, Citation, Sentence
from summariser.counting import has_time, tells_money
from summariser.facts import numbers
from summariser.fitness import is_unpaired
from summariser.question_words import GENERIC, GENERIC_ELSEWHERE, about, without_asking
from summariser.support import bare, is_foreign_line, lines_of
from summariser.values import value_asked

_WHEN: Final = re.compile(
    r"\bwhen\b|\bwhat (?:day|date)\b|いつ|何日|什[么麼][时時]候|何[时時]|哪[一]?[天日]|언제|며칠|เมื่อไ(?:ร|หร่)|วันไหน|วันที่เท่าไ(?:ร|หร่)",
    re.IGNORECASE,
)
_MUCH: Final = re.compile(r"\bhow much\b|\bwhat (?:sum|price|amount)\b|いくら|多少|얼마|เท่าไ(?:ร|หร่)", re.IGNORECASE)
_BESIDE: Final = re.compile(
    r"\b(?:it|its|that|this|they|them|he|she|the (?:company|deal|startup|firm|round|story|news)|and|so|ok|money|funding|cost|pay|paid|raised?|spend|spent|worth|all|in total|altogether"
    r"|announced?|released?|launched?|published|happen(?:ed)?|made|come out|came out|out|revealed|unveiled|reported|get|got|is|was|did|does|be|been|for)\b"
    r"|それ|これ|その|この|件|かか[っりる][たまるのす]*|金額|価格|値段|費用|全部で|発表|公開|公表|発売|あった|起き[たて]|行われ|され(?:た|ました)|です|ます|ました|のこと|は|の|か|が|に|で"
    r"|[这這那]|[个個件]|花[了费費]*|[费費]用|它|[钱錢元]|金[额額]|价格|價格|[总總]共|一共|[发發][布佈表生]|宣[布佈]|公[布佈开開]|推出|的|了|是|事"
    r"|그건|이건|그게|이게|그것|이것|그거|금액|가격|비용|돈|모두|발표|공개|출시|(?:됐|되었|된|했|한|있었|일어났)[가-힣]*|(?<![가-힣])(?:거|건|것|들[었여어]|썼|쓰였|지불)[가-힣]*|야|예요|이야|인가요?|입니까|죠|지|요|은|는|이|가|을|를"
    r"|มัน|นั้น|นี้|เรื่อง|ราคา|เงิน|ค่าใช้จ่าย|ทั้งหมด|ประกาศ|เปิดตัว|เผยแพร่|เกิดขึ้น|ถูก|ครับ|คะ|ค่ะ|ล่ะ|แล้ว|และ|คือ|เป็น|ตอน",
    re.IGNORECASE,
)
"""What may stand beside it: what is meant, money, and that it was told."""
_DAY: Final = re.compile(
    r"\d{1,2}\s?月\s?\d{1,2}\s?日|(?<![\d~〜-])\d{1,2}\s?日(?!間|间)|昨[日天]|今[日天]|(?:지난\s?)?\d{1,2}\s?일(?![가-힣]*간)|어제|오늘|วันที่\s?\d|เมื่อวาน|วันนี้"
)
_TELLS: Final = re.compile(
    r"\b(?:announc|launch|releas|unveil|introduc|publish|reveal|said|sa(?:id|ys)|report|sign)\w*|発表|公開|公表|明らか|[发發][布佈表]|宣[布佈]|公[布佈]|推出|표했|공시|공개|발표|밝혔|출시|เปิดตัว|ประกาศ|เผย",
    re.IGNORECASE,
)
_ASKS: Final = re.compile("[?？]")
"""A headline that asks whether it was so much tells nothing."""
_LINES: Final = 6
"""Sentences of a report in which it says what happened, and when."""


def plain_kind(question: str) -> Literal["sum", "time", ""]:
    """ "How much?", "when was it announced?", それはいくら？; "" where anything more is asked."""
    for kind, asks in (("time", _WHEN), ("sum", _MUCH)):
        if asks.search(question):
            rest = _BESIDE.sub(" ", GENERIC_ELSEWHERE.sub(" ", without_asking(asks.sub(" ", question))))
            more = [word for word in about(rest) if word not in GENERIC]
            return "" if more else kind  # type: ignore[return-value]
    return ""


def sum_told(articles: Sequence[Article], language: Language, question: str = "") -> tuple[Sentence, ...]:
    """The sentence that tells the sum which most of the reports have; what tells it by the question's word, the asker's language and a
    title first."""
    found = [one for one in _told(articles) if tells_money(one[1]) and not _ASKS.search(one[1])]
    value = value_asked(question, english=question.isascii())
    if not found:
        return ()
    held = [numbers(f"{one.title}\n{one.words}") for one in articles]

    def rank(one: tuple[Article, str, int]) -> tuple[bool, bool, int, int]:
        article, text, place = one
        shared = max((sum(number in some for some in held) for number in numbers(text)), default=0)
        worded = value is not None and value.tells_its_measure(text)
        return article.language != language, not worded, -shared, place

    return (_cited(*min(found, key=rank)),)


def time_told(articles: Sequence[Article], language: Language) -> tuple[tuple[Sentence, ...], datetime]:
    """A sentence that tells the day with what was announced, else the first report's title; and when that was published."""
    first = min(articles, key=lambda one: one.published)
    told = [
        one for one in _told(articles) if one[2] and _TELLS.search(one[1]) and (_DAY.search(one[1]) or has_time(one[1]))
    ]
    best = min(told, key=lambda one: (one[0].language != language, one[0].published, one[2]), default=None)
    return (_cited(*best) if best else _cited(first, bare(first.title), 0),), first.published


def _told(articles: Sequence[Article]) -> Iterator[tuple[Article, str, int]]:
    """Titles, place 0, and first sentences that can stand alone."""
    for article in articles:
        title = bare(article.title)
        lines = lines_of(article.words, article.language)[:_LINES]
        for place, text in enumerate((title, *(line for line, _ in lines))):
            if not (is_unpaired(text) or text.endswith(("…", "...")) or is_foreign_line(text, article.language)):
                yield article, text, place


def _cited(article: Article, text: str, place: int) -> Sentence:
    return Sentence(text, (Citation(article.url, text, article.source_name),))
