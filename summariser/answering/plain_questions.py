"""What of a story's reports answers a question that says nothing but what it asks: when, how much, where, who, why, is it so. Pure; six languages."""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from typing import Any, Final

from news.languages import Language
from news.model import Article, Citation, Sentence
from news.text import search_tokens
from summariser.answering.causes import gives_reason
from summariser.answering.likelihood import concepts_of
from summariser.asking.conversation import what_is_said_by
from summariser.asking.support import bare, is_foreign_line, lines_of
from summariser.asking.value_kinds import holds
from summariser.asking.values import value_asked
from summariser.checking.causation import tells_cause
from summariser.reading.commanding import is_command
from summariser.reading.fitness import is_unpaired
from summariser.reading.material import alike
from summariser.reading.timing import looks_back
from summariser.words.aliases import mentions
from summariser.words.counting import tells_money
from summariser.words.deeds import is_release
from summariser.words.facts import numbers
from summariser.words.placed_names import Name, placed_names

_DAY: Final = re.compile(
    r"\b(?:today|yesterday|tonight|tomorrow|this (?:week|morning|afternoon|evening)|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b|\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.? \d{1,2}\b|\b\d{1,2}(?:st|nd|rd|th)? (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)|"
    r"\d{1,2}\s?月\s?\d{1,2}\s?日|(?<![\d~〜-])\d{1,2}\s?日(?!間|间)|昨[日天]|今[日天]|(?:지난\s?)?\d{1,2}\s?일(?![가-힣]*간)|어제|오늘|วันที่\s?\d|เมื่อวาน|วันนี้"
)
_TELLS: Final = re.compile(
    r"\b(?:announc|launch|releas|unveil|introduc|publish|reveal|said|sa(?:id|ys)|report)\w*|\bsign(?:s|ed|ing)?\b|発表|公開|公表|明らか|[发發][布佈表]|宣[布佈]|公[布佈]|推出|표했|공시|공개|발표|밝혔|출시|เปิดตัว|ประกาศ|เผย",
    re.IGNORECASE,
)
_ASKS: Final = re.compile("[?？]")
"""A headline that asks whether it was so much tells nothing."""
_LINES: Final = 6
"""Sentences of a report in which it says what happened, and when."""
_FURTHER: Final = 14
"""Sentences in which it says where, why and how much."""
_OPENING: Final = 2
_LEAD: Final = 600
"""Characters of a report that show whom it is about."""
_EARLY: Final = 60
"""In English who does it stands near the beginning of a line."""
_SOURCES: Final = 8
_TITLES: Final = 3
_OF_IT: Final = 2
"""Words that a further title has of the headline."""
_SOMEBODY: Final = re.compile(
    r"[一-鿿ァ-ヴーA-Za-z]{2,}(?:公司|集[团團]|大[学學]|政府|研究[所院]|[银銀]行|[协協][会會]|法院|[总總][统統]|首相|大臣|[部省庁厅廳局]長?(?=[はがの、，：:])|社長|会長|氏)"
    r"|^[一-鿿]{2,6}(?=[发發][布佈表]|推出|宣[布佈]|公[布佈]|[开開]源|完成|[获獲拟擬称稱]|表示|：)|^[ァ-ヴー]{3,}(?=[、はが])|^[가-힣]{2,8}(?=, )"
    r"|[가-힣A-Z]{2,}(?:시|군|도|구|부|청|처|그룹|전자|은행|대학교?|협회|위원회)(?=[은는이가,，의 …·]|$)|[가-힣]{2,4} (?:대표|회장|사장|의장|장관|교수|총리|대통령|위원장)"
    r"|บริษัท|รัฐบาล|กระทรวง|มหาวิทยาลัย|ศาล"
)
"""By the form of the word an office, a firm or a person that no table has."""
_DOES: Final = re.compile(
    r"['’]s\b|,? (?:[A-Za-z]{2,}(?:s|ed)|said|told|won|built|hit|put|cut|let|sold|will|to)\b", re.IGNORECASE
)
"""Behind a name in English that something is said of whom it names."""
_TAG: Final = re.compile(r"^\s*(?:[\[【(（][^\]】)）]*[\]】)）]\s*)+|^[\s\"'“‘「『]+")
_FIRST: Final = re.compile(r"[\s,，、：:·…'\"’”]")
_LASTED: Final = re.compile(r"\bafter (?:[\w-]+ ){1,3}(?:minutes?|hours?|days?|weeks?|months?|years?)\b", re.IGNORECASE)
_GROUNDS: Final = re.compile(r"เหตุ(?!การณ์)|懸念|疑い|[涉嫌控][嫌告诉訴]|혐의|우려|비판|ข้อหา|กล่าวหา|หวั่น|กังวล")
_IN_NAME: Final = re.compile(
    r"\b(?:in|near|across|outside) (?:the )?((?!(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\b|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b)[A-Z][a-z]{2,})"
)
_INSIDE: Final = re.compile(
    r"(?:\b(?:in|at|near|across|outside|throughout|around|of) (?:the )?|[在于於赴访訪]|ใน|ที่|จาก)\s?$", re.IGNORECASE
)
_THERE: Final = re.compile(
    r"\s?(?:(?:State|City|Province)\b|['’]s\b|(?:国内|國內)?(?:で|における|にある|に)(?!は)|에서|에 |의 |서 )"
)
_PLACED: Final = re.compile(
    r"\b(?:based|located|headquartered|held|built|building|opened|opening) (?:\w+ )?(?:in|at|near) [A-Z]|\bin (?:[A-Z][a-z]+, )+[A-Z][a-z]+|[一-鿿]{2,4}(?:市|[県縣]|州|省)(?![場场長长内委])|[가-힣]{2,4}(?:시|도|군)(?=에서|에 |의 |가 |는 |,)|จังหวัด"
)
_ROUGHLY: Final = re.compile(
    r"[数數上近百千十几幾]*[万萬亿億]+(?:美|日|欧|歐)?元|数[十百千]?[万億]円|수[십백천]?[만억] ?원|หลาย(?:สิบ|ร้อย|พัน)?ล้าน"
)
"""A sum without a figure."""
_TO_COME: Final = re.compile(
    r"\b(?:will|plans? to|planning to|expect(?:s|ed) to|intends? to|is set to|are set to|is due|scheduled|upcoming|next (?:week|month|year|quarter)|later this (?:week|month|year)|by the end of)\b"
    r"|予定|今後|見通し|見込み|方針|目指|計画|将[会于]|[將将](?:[於于會会在]|[一-鿿])|[预預][计計定]|[计計][划劃]|[拟擬]|即[将將]|下(?:[周週]|[个個]月)|예정|계획|방침|전망|앞으로|내년|다음 ?[달주]|จะ|เตรียม|คาดว่า|วางแผน",
    re.IGNORECASE,
)
_CONFIRMS: Final = re.compile(
    r"\b(?:confirm|den(?:y|ies|ied)|acknowledg|admit|verif|refut|declin(?:ed|es) to comment)\w*|\bofficial(?:ly| statement| announcement)\b|確認(?!画)|否定|認め|公式(?:に|発表|声明)|正式に|正式[发發宣公]|[证證][实實]|[确確][认認]|否[认認]|官方|확인|부인|인정|공식 ?(?:발표|입장|확인)|ยืนยัน|ปฏิเสธ|ยอมรับ|อย่างเป็นทางการ",
    re.IGNORECASE,
)
_HEARD: Final = re.compile(
    r"\b(?:reportedly|rumou?r\w*|allegedly|alleg\w+|sources? (?:say|said|told)|people familiar|according to|claims?|leak\w*)\b|^Sources?\b|関係者|報じ|によると|によれば|とみられ|噂|疑い|据[报報悉称稱传傳]|[传傳][闻聞出]|(?:^|[？?，,：: 》])[传傳](?![統统播递遞感记記])|消息人士|爆料|知情|에 따르면|소식통|알려졌|전해졌|의혹|ตามรายงาน|รายงานว่า|อ้าง|กล่าวหา|แหล่งข่าว",
    re.IGNORECASE,
)


def is_heard(text: str) -> bool:
    """It says itself that it is only heard: "reportedly", 関係者によると, 據傳."""
    return _HEARD.search(text) is not None


def is_confirmed(text: str) -> bool:
    """It says that somebody confirms or denies it."""
    return _CONFIRMS.search(text) is not None


def asks_when_told(question: str) -> bool:
    """When it came out, or was announced, and not when something else was."""
    told = _TELLS.search(question) is not None or is_release(question)
    return told and "open source" not in concepts_of(question)


def is_to_come(text: str) -> bool:
    """It says what is to come."""
    return _TO_COME.search(text) is not None


def sum_told(articles: Sequence[Article], language: Language, question: str = "") -> tuple[Sentence, ...]:
    """The sentence that tells the sum which most of the reports have; what tells it by the question's word, the asker's language and a
    title first."""
    every = [one for one in _told(articles, _FURTHER) if not _ASKS.search(one[1])]
    found = [one for one in every if tells_money(one[1]) or _ROUGHLY.search(one[1])]
    found = found or [one for one in every if not one[2] and holds("share", "", one[1])]
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
        one
        for one in _told(articles)
        if one[2] and _TELLS.search(one[1]) and _DAY.search(one[1]) and not looks_back(one[1], one[0])
    ]
    best = min(told, key=lambda one: (one[0].language != language, one[0].published, one[2]), default=None)
    return (_cited(*best) if best else _cited(first, _headline(first), 0),), first.published


def person_told(articles: Sequence[Article], language: Language) -> tuple[Sentence, ...]:
    """The line that names whom most of the reports name; the asker's language, a title, and what tells a deed first."""
    names = {one.id: _names(f"{_headline(one)}\n{one.summary or one.text[:_LEAD]}", one) for one in articles}

    def rank(one: tuple[Article, str, int]) -> tuple[bool, int, int, bool]:
        article, text, place = one
        shared = max((sum(name in held for held in names.values()) for name in _names(text, article)), default=0)
        return article.language != language, -shared, place, not _TELLS.search(text)

    every = list(_told(articles))
    found = [one for one in every if _names(one[1], one[0]) or _SOMEBODY.search(one[1])]
    begins = _opens_titles(articles)
    found = found or [one for one in every if any(word in one[1] for word in begins)]
    return _best(found, rank)


def place_told(articles: Sequence[Article], language: Language) -> tuple[Sentence, ...]:
    """The first line that says where: in a place, or a town, a province or a country by its form."""
    found = [one for one in _told(articles, _FURTHER) if is_placed(one[1], one[0].language)]
    return _best(found, lambda one: (one[0].language != language, one[2]))


def reason_told(articles: Sequence[Article], language: Language) -> tuple[Sentence, ...]:
    """The first line that gives a reason outright; else the title that tells what it came after."""
    every = list(_told(articles, _FURTHER))
    found = [one for one in every if tells_cause(one[1], one[0].language)]
    found = found or [one for one in every if not one[2] and _follows(one[1])]
    return _best(found, lambda one: (one[0].language != language, one[2]))


def _follows(title: str) -> bool:
    """A title that tells what it came of; "after three months" is how long it took."""
    return gives_reason(_LASTED.sub(" ", title)) or _GROUNDS.search(title) is not None


def coming_told(articles: Sequence[Article], language: Language) -> tuple[Sentence, ...]:
    """The first line that says what is to come."""
    found = [one for one in _told(articles, _FURTHER) if _TO_COME.search(one[1]) and not _ASKS.search(one[1])]
    return _best(found, lambda one: (one[0].language != language, one[2]))


def truth_told(articles: Sequence[Article], language: Language) -> tuple[Sentence, ...]:
    """What says by whom it is confirmed, denied or only heard; else who announced it; else the first title."""
    every = list(_told(articles, _FURTHER))
    for form, last in ((_CONFIRMS, _FURTHER), (_HEARD, _FURTHER), (_TELLS, _OPENING)):
        if found := [one for one in every if one[2] <= last and form.search(one[1])]:
            return _best(found, lambda one: (one[0].language != language, one[2]))
    return _best(every, lambda one: (one[0].language != language, one[2], one[0].published))


def said_told(articles: Sequence[Article], language: Language, asked: str) -> tuple[Sentence, ...]:
    """What whom the question names says of it."""
    found = [one for one in _told(articles, _FURTHER) if what_is_said_by(asked, one[1])]
    return _best(found, lambda one: (one[0].language != language, one[2]))


def sources_told(articles: Sequence[Article]) -> tuple[Sentence, ...]:
    """Under which title each source reports it, the first of each, in the order in which they did."""
    first: dict[str, Article] = {}
    for one in sorted(articles, key=lambda one: one.published):
        if one.title.strip():
            first.setdefault(one.source_name, one)
    return tuple(_cited(one, _headline(one), 0) for one in first.values())[:_SOURCES]


def titles_told(articles: Sequence[Article], language: Language, headline: str) -> tuple[Sentence, ...]:
    """What the titles say, where nothing else does: the headline's first, of the others those that are of it and tell more; in one language,
    the asker's where there is one."""
    asked, words = (
        frozenset(search_tokens(headline)),
        {one.id: frozenset(search_tokens(_headline(one))) for one in articles},
    )
    told: list[Article] = []
    for one in sorted(articles, key=lambda one: (one.language != language, -len(words[one.id] & asked))):
        same = all(one.language == other.language and not alike(words[one.id], words[other.id]) for other in told)
        if same and not is_command(one.title) and (not told or len(words[one.id] & asked) >= _OF_IT):
            told.append(one)
    return tuple(_cited(one, _headline(one), 0) for one in told)[:_TITLES]


def _names(text: str, article: Article) -> frozenset[str]:
    """Whom it names: the known, and others in Latin letters that are no headword and stand as names do."""
    around, english = article.words[:_LEAD], article.language == "en"
    return frozenset(
        one.key
        for one in placed_names(text, article.language, around)
        if (one.start <= _EARLY or not english)
        and (one.kind in ("company", "person", "place") or (not one.kind and _is_somebody(text, one, english=english)))
    )


def _is_somebody(text: str, name: Name, *, english: bool) -> bool:
    written, behind = text[name.start : name.end], text[name.end :]
    if not written.isascii() or behind.startswith(":"):
        return False
    return bool(_DOES.match(behind)) if english else True


def _opens_titles(articles: Sequence[Article]) -> frozenset[str]:
    """The words that begin two titles which are not the same: whom they are about."""
    titles = dict.fromkeys(_TAG.sub("", _headline(one)) for one in articles)
    begins = Counter(_FIRST.split(one)[0] for one in titles)
    return frozenset(word for word, times in begins.items() if times > 1 and len(word) > 1)


def is_placed(text: str, language: Language) -> bool:
    """It says where: in a place, or a town, a province or a country by its form."""
    if _PLACED.search(text) or (language == "en" and _in_a_place(text)):
        return True
    for one in placed_names(text, language):
        if one.kind == "place":
            before, behind = text[: one.start], text[one.end :]
            if not before.strip("[『「【“\"' ") or _INSIDE.search(before) or _THERE.match(behind):
                return True
    return False


def _in_a_place(text: str) -> bool:
    """ "in Norway": what stands there is a name, and no month, firm or product; a headline with capitals throughout does not show it."""
    words = [word for word in text.split() if word[0].isalpha()]
    found = _IN_NAME.search(text)
    return (
        found is not None and not mentions(found[1]) and 2 * sum(word[0].isupper() for word in words) < len(words) + 2
    )


def _best(
    found: Sequence[tuple[Article, str, int]], rank: Callable[[tuple[Article, str, int]], tuple[Any, ...]]
) -> tuple[Sentence, ...]:
    return (_cited(*min(found, key=rank)),) if found else ()


def _headline(article: Article) -> str:
    """Without the paper's name; whole where that would leave a name alone: "UnitPay - bills for what AI does"."""
    short = bare(article.title)
    return short if 2 * len(short) >= len(article.title) else article.title


def _told(articles: Sequence[Article], lines: int = _LINES) -> Iterator[tuple[Article, str, int]]:
    """Titles, place 0, and first sentences that can stand alone."""
    for article in articles:
        title = _headline(article)
        texts = [line for line, _ in lines_of(article.words, article.language)][:lines]
        for place, text in enumerate((title, *texts)):
            cut = is_unpaired(text) or text.endswith(("…", "...", "[…]")) or is_foreign_line(text, article.language)
            if text and not (cut or "**" in text or is_command(text)):
                yield article, text, place


def _cited(article: Article, text: str, place: int) -> Sentence:
    return Sentence(text, (Citation(article.url, text, article.source_name),))
