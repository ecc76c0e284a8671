"""A conversation made whole: what a follow-up takes over from the questions before it, and what it puts in its place. Pure; six languages."""

import re
from collections.abc import Sequence
from datetime import date
from functools import reduce
from typing import Final

from news.text import search_tokens
from summariser import facts
from summariser.aliases import mentions
from summariser.bywords import is_byword
from summariser.moments import span_in
from summariser.question_words import GENERIC, GENERIC_ELSEWHERE, about, without_asking
from summariser.relations import lacks_owner
from summariser.tongues import language_alone, languages_asked_for


def _any(*patterns: str) -> re.Pattern[str]:
    return re.compile("|".join(patterns), re.IGNORECASE)


OF_NEWS: Final = _any(r"\b(?:news|headlines?|stories)\b|ニュース|新闻|新聞|뉴스|소식|ข่าว")
ONE_THING: Final = _any(
    r"\b(?:who|whom|whose|when|where|how|why|which)\b|誰|いつ|どこ|どの|どれ|何[人年月日時件社個台]|いくら|いくつ|なぜ|谁|什[么麼][时時]候|何时|何時|多少|几|幾|哪|누구|누가|언제|어디|얼마|몇|왜|ใคร|ที่ไหน|เมื่อไ|เท่าไ|(?<!เ)กี่|ทำไม"
)
_FOLLOWS: Final = _any(
    r"^(?:and|or|but|so|also|then|ok(?:ay)?,?|what about|how about|and what about|any others?|what else|anything else)\b",
    r"^(?:では|じゃあ|それで|あと|ほかに|他に|那么?|那麼|还有|還有|另外|그럼|그러면|그리고|또|แล้ว|ส่วน)|(?:は|的话|的話|呢|는|은|ล่ะ|ละ)[?？]?$",
)
_THAT: Final = _any(
    r"\b(?:it|its|they|their|them|he|his|she|her|this|that|these|those|the (?:company|model|deal|startup|same))\b",
    r"それ|その|これ|この(?:会社|モデル|件)|彼|它|他们|他們|她|这个|這個|该公司|該公司|그것|그 |이 회사|그 회사|มัน|เขา|บริษัทนี้|เรื่องนี้",
)
_IT: Final = _any(r"\b(?:it|its|they|their|them|he|his|him|she|her)\b|それ|彼[はのがを]|[它她]|他[们們]|그것|그녀|มัน")
_WRITTEN: Final = re.compile(r"([A-Z][\w.-]*\w|[゠-ヿ]{3,})(?:\s\d+(?:\.\d+)*)?")
_A_WORD: Final = 3
"""Tokens of one written word with what clings to it."""
VERSION: Final = re.compile(r"(?:\d[\w.]*)?(?:[ -](?:[A-Z]\w*|[Vv]?\d[\w.]*\w|\d))*", re.ASCII)
"""What belongs to a name before it: Gemini 3.6 Flash, GPT-5.6."""


def continued(text: str, before: Sequence[str], today: date) -> str:
    """A conversation made whole from its first question on: each goes on from the one before it as that was meant."""
    return reduce(lambda last, own: _after(last, own, today), (*reversed(before), text))


def _after(last: str, text: str, today: date) -> str:
    """A follow-up made whole: "and Google?" is the last question about Google; "when was it released?" takes its subject along."""
    if tongue := language_alone(text):
        return f"{languages_asked_for(last)[1].rstrip(' ?？。')} {tongue}"
    if is_time_alone(text, today):
        return _swapped(last, text, _FOLLOWS.sub(" ", text.strip()), today)
    leaves_out = _leaves_out(text)
    names_none = not mentions(text) and not facts.names(without_asking(text))
    if lacks_owner(text) or (names_none and (leaves_out or refers_back(text))):
        subjects = _subjects(last)
        if leaves_out and not subjects:
            subjects = without_asking(last)
        return f"{text.rstrip(' ?？。')} {subjects}?"
    if asks_alone(text):
        return f"{_FOLLOWS.sub('', text.strip()).strip(' ?')} {_ASKING_FIRST.sub('', last, count=1).lstrip()}"
    stripped = _FOLLOWS.sub(" ", text.strip())
    rest = [word for word in about(stripped) if word not in GENERIC]
    if _FOLLOWS.search(text.strip()) and len(rest) <= 3 and not _is_whole(stripped, today):
        return _swapped(last, text, stripped, today)
    return text


def is_time_alone(text: str, today: date) -> bool:
    """A time is all that it holds: "and last week?", 先週は？, 上周呢？"""
    span = span_in(text, today)
    rest = _FOLLOWS.sub(" ", text.strip().replace(span.words, " ", 1)) if span else text
    return span is not None and not about(_FOLLOWS.sub(" ", rest.strip())) and not mentions(rest)


def asks_again(text: str, today: date) -> bool:
    """The question before with another time, or in another language: of whatever story the answer was."""
    return bool(language_alone(text)) or is_time_alone(text, today)


def _leaves_out(text: str) -> bool:
    """One thing is asked for, and hardly anything else is said: いつ公表された？ In these languages nobody says "it"."""
    rest, words = [word for word in about(text) if word not in GENERIC], text.split()
    of_it = len(words) in (2, _A_WORD) and is_byword(_TOPICAL.sub("", words[0]))  # 비용은 얼마 들었어?
    return not text.isascii() and ONE_THING.search(text) is not None and (len(rest) <= _A_WORD or of_it)


_TOPICAL: Final = re.compile("(?<=[가-힣]{2})[은는이가]$")


def asks_alone(text: str) -> bool:
    """A question word and nothing else: "when?", "and why?", いつ？, 언제?"""
    return _ALONE.fullmatch(text.strip()) is not None


_ASKING: Final = r"(?:who(?:m|se)?|when|where|why|how (?:much|many|long|big)|how|which one)"
_ALONE: Final = re.compile(
    rf"(?:(?:and|but|so|ok,?) )?{_ASKING}(?: (?:was|is) (?:it|that))?\s?\?*"
    r"|(?:(?:では|じゃあ|それで?は?|で)[、,]?)?(?:いつ|誰|どこ|なぜ|どうして|いくら|どれ)(?:が|で|に|の(?:こと|話))?(?:です|でした|だった|なの)?か?[?？。]*"
    r"|(?:那[么麼]?|[这這]|[这這]是|那是|是)?[,，]?(?:什[么麼][时時]候|何[时時]|[谁誰]|哪[里裡]|[为為]什[么麼]|多少[钱錢]|哪[个個一]+)[的呢啊]?[?？。]*"
    r"|(?:(?:그럼|그래서|그게|그건|그거) ?)?(?:언제|누가|누구|어디서?|왜|얼마)(?:야|예요|에요|였나요?|였어요?|인가요?|입니까|죠|지|요|인데)?[?？.]*"
    r"|(?:แล้ว|ก็)?\s?(?:เมื่อไ(?:ร|หร่)|เมื่อใด|วันไหน|ใคร|ที่ไหน|ทำไม|เท่าไ(?:ร|หร่))(?:ล่ะ|ละ|ครับ|คะ|ค่ะ)*[?？]*",
    re.IGNORECASE,
)
_ASKING_FIRST: Final = re.compile(rf"^(?:what|{_ASKING})(?:(?:'s)?(?= )| )", re.IGNORECASE)


_AUX: Final = r"(?:is|was|are|were|will|would|can|could|may|might|must|should|has|have|had|does|did|do)"
_BOUND: Final = re.compile(
    rf"\b(?:who|(?:which|what)\s(?!{_AUX}\b|ones?\b|happen)(?:[\w-]+\s){{0,3}}?(?P<head>[\w-]+))"
    rf"\s(?!{_AUX}\b)[\w-]+\s(?:that\s)?(?P<pronoun>it|its|they|their|he|his|she|her)\b(?=.*\s(?:{_AUX}|own|\w+n[’']t)\b)",
    re.IGNORECASE,
)
_ELSEWHERE_BOUND: Final = re.compile(
    r"(?:哪[些家个個]?|什[么麼])(?:公司|企[业業]|机构|機構|模型|人)[^，,。]{0,12}(?:它|他)[们們]?的?"
)
_ONE: Final = frozenset({"it", "its"})
_OWN: Final = re.compile(r"^\W*(?:which|what)\s(?:[\w-]+\s){1,3}(?:its|their)\s\w", re.IGNORECASE)
"""Whose it is stands before: "which companies changed their name?" """


def _is_bound(text: str) -> bool:
    """ "Which company said its model was too dangerous?": who asks is meant, for the pronoun agrees with it and begins a clause of its own."""
    found = _BOUND.search(text)
    if found is None:
        return _ELSEWHERE_BOUND.search(text) is not None
    head, pronoun = (found["head"] or "").lower(), found["pronoun"].lower()
    if not head or pronoun in ("he", "his", "she", "her"):
        return pronoun not in _ONE
    return (pronoun in _ONE) != (head.endswith("s") and not head.endswith("ss"))


def lacks_subject(text: str) -> bool:
    """It asks of "it" and names nothing: who hears no more cannot tell what is meant."""
    if _is_bound(text) or _OWN.match(text):
        return False
    rest = beside_names(_IT.sub(" ", text))
    return _IT.search(text) is not None and len(rest) <= 1 and not mentions(text) and not facts.names(text)


def _is_whole(text: str, today: date) -> bool:
    """It names its subject and what of it: "what about the Suno hack?", OpenAIのニュースは？, but not "and Google?" nor "and Google in June?"."""
    span = span_in(text, today)
    timeless = text.replace(span.words, " ", 1) if span else text
    rest = [word for word in about(timeless) if word not in GENERIC]
    named = {part for one in mentions(text) for part in search_tokens(text[one.start : one.end])}
    named |= {part for name in facts.names(text) for part in search_tokens(name)}
    asks_for_news = OF_NEWS.search(timeless) is not None
    return bool(named) and (asks_for_news or any(word not in named for word in rest))


def refers_back(text: str) -> bool:
    """It cannot be understood without what was asked before."""
    return _THAT.search(text) is not None and not _is_bound(text)


def _swapped(last: str, text: str, stripped: str, today: date) -> str:
    """The last question with its name replaced by the new one; with its time replaced when a time is what is new."""
    measure = _PARTICLE.sub("", stripped.strip())
    if _MEASURED.fullmatch(measure):  # 수주 잔고는?: of whom the last was asked, in place of what was
        if asked := list(_MEASURED.finditer(last)):
            return f"{last[: asked[-1].start()]}{measure}{last[asked[-1].end() :]}"
        return f"{measure} {_subjects(last)}?"
    if (alone := _NAME_ALONE.match(text.strip())) and is_byword(alone["name"]):  # 価格は？: of the same
        return f"{alone['name']} {_subjects(last)}?"
    if stripped.strip().startswith("the ") and is_byword(stripped.strip(" ?")):
        return f"what is {stripped.strip(' ?')} of {_subjects(last)}?"
    new, old = _named(text), _named(last)
    if alone and _is_a_name(alone["name"], today):
        at, topic = text.index(alone["name"]), _topic(last, today)
        joined = old and any(start <= old[0][0] < end for start, end in topic)
        new, old = [(at, at + len(alone["name"]))], topic if joined or not old else old
    when = span_in(stripped, today)
    if new and old:
        whole = f"{last[: old[0][0]]}{text[new[0][0] : new[-1][1]]}{last[old[-1][1] :]}"
        return _at(whole, when.words, today) if when else whole
    before = span_in(last, today) if when else None
    if when is None and last.isascii() and stripped.strip()[:1].islower():
        return f"{last.rstrip(' ?')} about {stripped.strip()}"
    return f"{stripped.strip(' ?？。')} {last.replace(before.words, ' ', 1) if before else last}"


def _at(text: str, when: str, today: date) -> str:
    """The question of another time."""
    before = span_in(text, today)
    if before:
        return text.replace(before.words, when, 1)
    return f"{text.rstrip(' ?')} {when}?" if text.isascii() else f"{when} {text}"


def _subjects(text: str) -> str:
    """Its names as it writes them, a version with its name."""
    return " ".join(dict.fromkeys(text[start:end] for start, end in _named(text)))


def is_name_alone(text: str) -> bool:
    """ "And Microsoft?", 브룩필드는?, 聯電呢？: what is asked of it was asked before."""
    stripped = text.strip()
    alone = _NAME_ALONE.match(stripped) or (_FOLLOWS.search(stripped) and _ALSO.match(stripped))
    return bool(alone) and not OF_NEWS.search(stripped)


_ALSO: Final = re.compile(
    r"(?:and|what about|how about|ok(?:ay)?,?)\s+(?:for )?[\w.-]+(?: [A-Z\d][\w.-]*){0,2}\s*\?*$", re.IGNORECASE
)
_NAME_ALONE: Final = re.compile(
    r"(?:では|じゃあ|それでは|それなら|那么?|那麼|그럼|그러면|그렇다면|แล้ว(?:ก็)?)?[\s、,，]*(?P<name>[^\s、,，?？]{2,16}?(?: [A-Za-z0-9.-]{1,12})?)\s?(?:はどう|は|的话|的話|呢|는|은|ล่ะ|ละ)[?？]?$"
)
_MEASURED: Final = re.compile(
    r"(?:(?:수주|영업|당기|시장|설비|직원|신규|누적) )?(?<![가-힣])[가-힣]*(?:이익|매출액?|잔고|잔액|총액|금액|투자액|실적|규모|비용|가격|주가|인원|점유율|성장률|비율|직원 수)"
)
"""What is only ever so much of somebody, by how such nouns end; no name ends so."""
_PARTICLE: Final = re.compile(r"[은는도]?\s?[?？]*$")
_UNIT: Final = re.compile(r"\s?(?:분기|[월년일개명억조만]|[年月日季個个社億亿万萬])")
"""Behind a number what is counted by it: 네이버 2분기 is no version of 네이버."""
_JOINED: Final = re.compile(r"\s?(?:와|과|랑|と|・|、|和|與|与|跟|และ|กับ)")
_TOPIC: Final = re.compile(
    r"(?P<topic>(?:[^\s、,，?？]{2,16}(?:와|과|랑) ?)?[^\s、,，?？]{2,16}?)(?:은|는)\s|(?P<ja>[^\s、,，?？は]{2,16}?)は(?=.{2})"
)
_BEFORE_VERB: Final = re.compile(
    r"^[\u4e00-\u9fff]{2,6}?(?=(?:[上本这這]?[周週]|昨天|今天|最近)?(?:[发發][布佈表]|推出|宣[布佈]|公[布佈开開]|[做有說说是在]|第))"
)


def _is_a_name(text: str, today: date) -> bool:
    """No time, and no word for news."""
    return span_in(text, today) is None and not OF_NEWS.search(text) and bool(about(GENERIC_ELSEWHERE.sub(" ", text)))


def _topic(text: str, today: date) -> list[tuple[int, int]]:
    """Where the one that it asks of stands, in a language that marks it or puts it first; without a time before it."""
    span = span_in(text, today)
    found = _TOPIC.search(text)
    if found:
        start, end = found.span("topic" if found["topic"] else "ja")
        if span and span.words in text[start:end]:
            start = text.index(span.words, start) + len(span.words)
        return [(start, end)] if end - start > 1 and not OF_NEWS.search(text[start:end]) else []
    first = _BEFORE_VERB.match(text)
    return [first.span()] if first and not mentions(text) else []


def _named(text: str) -> list[tuple[int, int]]:
    """Where its names begin and end, a number that belongs to one with it: the known ones, else whatever is written as a name."""
    names = facts.names(text)
    known = [(one.start, one.end + len(_number_of(text[one.end :]))) for one in mentions(text)]
    return known or [found.span() for found in _WRITTEN.finditer(text) if found[1].casefold() in names]


def beside_names(text: str) -> list[str]:
    """What news of somebody is asked for, beyond the name, that news was brought out, and its field: "about quantum teleportation"."""
    rest = text
    for one in reversed(mentions(text)):
        rest = f"{rest[: one.start]} {rest[one.end :]}"
    bare = GENERIC_ELSEWHERE.sub(" ", without_asking(rest))
    return [word for word in about(bare) if word not in GENERIC and len(word) > 1]


def _number_of(behind: str) -> str:
    """What belongs to a name before it, where that has a number: K3, 3.5 Pro."""
    found = VERSION.match(behind)
    if found is None or _UNIT.match(behind[found.end() :]):
        return ""
    return found[0] if any(map(str.isdigit, found[0])) else ""
