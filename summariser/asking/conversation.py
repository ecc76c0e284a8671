"""A conversation made whole: what a follow-up takes over from the questions before it, and what it puts in its place. Pure; six languages."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import reduce
from typing import Final

from news.text import search_tokens
from summariser.asking.field_followed import field_asked_of, of_another_field
from summariser.asking.follow_frames import core_of, of_answer
from summariser.asking.of_it import asked_instead, compared_with, of_it
from summariser.asking.only_time import asks_of_all
from summariser.asking.relations import lacks_owner
from summariser.asking.slots import OF_NEWS, asks_what_it_is, before_asking, named_in, subject_in, subjects_of, what_is
from summariser.asking.swapping import is_time_alone, swapped
from summariser.words import facts
from summariser.words.aliases import mentions
from summariser.words.bywords import is_byword
from summariser.words.lexicon import concepts_in
from summariser.words.moments import timeless
from summariser.words.question_words import GENERIC, GENERIC_ELSEWHERE, about, without_asking
from summariser.words.tongues import apart, language_alone, languages_asked_for


def _any(*patterns: str) -> re.Pattern[str]:
    return re.compile("|".join(patterns), re.IGNORECASE)


ONE_THING: Final = _any(
    r"\b(?:who|whom|whose|when|where|how|why|which)\b|誰|いつ|どこ|どの|どれ|何[人年月日時件社個台]|いくら|いくつ|なぜ|谁|什[么麼][时時]候|何时|何時|多少|几|幾|哪|누구|누가|언제|어디|얼마|몇|왜|ใคร|ที่ไหน|เมื่อไ|เท่าไ|(?<!เ)กี่|ทำไม"
)
_A_VALUE: Final = _any(r"\bhow (?:much|many|big|large|high)\b|いく[らつ]|何[億兆万人]|多少|[几幾]|얼마|몇|เท่าไ|(?<!เ)กี่")
_FOLLOWS: Final = _any(
    r"^(?:and|or|but|so|also|then|ok(?:ay)?,?|what about|how about|and what about|any others?|what else|anything else)\b",
    r"^(?:では|じゃあ|それで|あと|ほかに|他に|那么?|那麼|还有|還有|另外|그럼|그러면|그리고|또|แล้ว|ส่วน)|(?:は|的话|的話|呢|는|은|ล่ะ|ละ)[?？]?$",
)
_THAT: Final = _any(
    r"\b(?:it|its|they|their|them|he|his|she|her|these|those|the (?:company|model|deal|startup|same))\b"
    r"|\b(?:this|that) (?:company|model|deal|startup|firm|lab|product|tool|app|one|story|news)\b|\b(?:this|that)\b(?=\s*\??$| (?:is|was|does|did|mean|happen|come|work|cost)\w*\b)",
    r"\bthere\W*$|\bthe (?:ceo|cfo|cto|coo|chief executive|(?:co-?)?founders?|investors?|board|valuation)\b",
    r"それ(?!ぞれ)|その(?!他)|これ(?!まで|から)|この(?:会社|モデル|件)|彼|它|他们|他們|她|[这這][个個](?![月週周]|星期|[礼禮]拜|季)|该公司|該公司|그것|그거|(?<![가-힣])그 |이 회사|그 회사|(?<!น้ำ)มัน|เขา|บริษัทนี้|เรื่องนี้",
)
_IT: Final = _any(r"\b(?:it|its|they|their|them|he|his|him|she|her)\b|それ|彼[はのがを]|[它她]|他[们們]|그것|그녀|มัน")
_A_WORD: Final = 3
"""Tokens of one written word with what clings to it."""


def continued(text: str, before: Sequence[str], today: date, sources: Mapping[str, str] | None = None) -> str:
    """A conversation made whole from its first question on: each goes on from the one before it as that was meant."""
    return reduce(lambda last, own: resumed(own, last, today, sources or {}).text, (*reversed(before), text))


class Kind(StrEnum):
    """What a question has to do with the one before."""

    WHOLE = "whole"
    """Nothing: it owes it nothing."""
    SWAPPED = "swapped"
    """It is the same with another name, source, place, time or language."""
    OF_IT = "of it"
    """It asks something else of the same."""
    ASKED = "asked"
    """It asks another thing of what was asked: "when?"."""
    SAID_TO = "said to it"
    """It asks what somebody says to that."""
    OF_ANSWER = "of the answer"


@dataclass(frozen=True, slots=True)
class Resumed:
    """What a person would understand, as a question of its own."""

    text: str
    kind: Kind
    last: str = ""
    """The question that it goes on from."""

    @property
    def of_a_name(self) -> bool:
        """It asks of one that the question before named, not of what was told."""
        if self.kind is Kind.ASKED:
            return bool(named_in(self.last))
        return self.kind is Kind.OF_IT and asks_what_it_is(self.last)


def resumed(text: str, last: str, today: date, sources: Mapping[str, str]) -> Resumed:
    """A follow-up made whole: "and Google?" is the last question about Google; "when was it released?" takes its subject along."""
    if of_answer(text):
        return Resumed(last, Kind.OF_ANSWER, last)
    if tongue := language_alone(text):
        return Resumed(f"{languages_asked_for(last)[1].rstrip(' ?？。')} {tongue}", Kind.SWAPPED)
    if field := _of_a_field(text, last, today):
        return field
    if asks_alone(text):
        return Resumed(asked_instead(text, last), Kind.ASKED, last)
    if said_to := with_what_was_said_to(text, last, today):
        return Resumed(said_to, Kind.SAID_TO, last)
    if two := compared_with(text, last, today):
        return Resumed(two, Kind.SWAPPED, last)
    if it := _of_another(text, last, today):
        return Resumed(it, Kind.OF_IT, last)
    if leaves_its_subject_out(text) and not _WITH_ITS.match(text):
        return Resumed(of_it(text, last, today), Kind.OF_IT, last)
    bare, tongue = apart(last)
    whole, whose = swapped(text, bare, today, sources), subjects_of(last, today)
    if whole and whose and whose not in whole and _A_VALUE.search(last) and is_matter_alone(text):
        return Resumed(of_it(text, last, today), Kind.OF_IT, last)
    if whole:
        return Resumed(f"{whole.rstrip(_ENDS)} {tongue}?" if tongue else whole, Kind.SWAPPED)
    if needs_its_subject(text) and (of_it_too := with_its_subject(text, last, today)):
        return Resumed(of_it_too, Kind.OF_IT, last)
    return Resumed(text, Kind.WHOLE)


def is_of_everything(text: str, today: date) -> bool:
    """Whatever happened then is asked for, as news: "what are the top stories this week?" """
    bare = timeless(text, today)
    says_which = bare != text or _MAIN.search(text) is not None
    return says_which and OF_NEWS.search(text) is not None and not refers_back(text) and asks_of_all(bare)


_MAIN: Final = _any(
    r"\b(?:top|biggest|main|major|most important|headlines)\b|主な|主要|重要|重大|大きな|주요|중요|สำคัญ|เด่น"
)
"""Which of everybody's news: "any news?" in a conversation is of its matter."""


def _of_a_field(text: str, last: str, today: date) -> Resumed | None:
    """News of a field, or of everything, owe nothing to what was asked before; those of another field may."""
    if is_of_everything(text, today):
        return Resumed(text, Kind.WHOLE)
    if another := of_another_field(text, last, today):
        return Resumed(another, Kind.SWAPPED)
    return Resumed(text, Kind.WHOLE) if field_asked_of(text) else None


_WITH_ITS: Final = re.compile(
    r"(?:and|(?:and )?(?:what|how) about)\s+(?:its|their|his|her)\s+[\w-]+(?: [\w-]+)?\W*$", re.IGNORECASE
)
"""Not of whom it asks, but of what of theirs: "and its chips?" """


def _of_another(text: str, last: str, today: date) -> str:
    """Whom it asks of is named, of what is not: "is Apple using it?" """
    found = _AT_ITS_END.search(text)
    whose = subjects_of(last, today) if found and named_in(text) else ""
    return f"{text[: found.start()]}{whose}?" if found and whose and whose.casefold() not in text.casefold() else ""


_AT_ITS_END: Final = re.compile(r"(?<=\w )(?:it|them)(?=\s*\??$)", re.IGNORECASE)


def says_little(text: str) -> bool:
    """A word or two that name nobody, in a language that says no "it": なぜ注目されている？, 谁开发的？ By itself it asks nothing."""
    if text.isascii() or named_in(without_asking(text)) or not (ONE_THING.search(text) or _WHAT.search(text)):
        return False
    return len([word for word in about(text) if word not in GENERIC]) < _A_WORD


def owes_nothing(text: str, today: date) -> bool:
    """Whatever was asked before, it is understood without it."""
    return resumed(text, "", today, {}).kind is Kind.WHOLE and not is_name_alone(text)


def leaves_its_subject_out(text: str) -> bool:
    """It asks something, and says not of whom."""
    names_none = not named_in(without_asking(text))
    return lacks_owner(text) or (names_none and (_leaves_out(text) or refers_back(text)))


def asks_again(text: str, today: date) -> bool:
    """The question before with another time, or in another language: of whatever story the answer was."""
    return bool(language_alone(text)) or is_time_alone(text, today)


def _leaves_out(text: str) -> bool:
    """One thing is asked for, and hardly anything else is said: いつ公表された？ In these languages nobody says "it"."""
    rest, words = [word for word in about(text) if word not in GENERIC], text.split()
    of_it = len(words) in (2, _A_WORD) and is_byword(_TOPICAL.sub("", words[0]))  # 비용은 얼마 들었어?
    if text.isascii() or OF_NEWS.search(text):
        return False
    if ONE_THING.search(text) is not None:
        return len(rest) <= _A_WORD or of_it
    if _WHAT.search(text):
        return 0 < len(rest) <= _A_WORD and not _defines(text)
    whether = _WHETHER.search(text.strip(_ENDS))
    most = 2 * _MOST if _THAI.search(text) else _MOST
    return whether is not None and _FEWEST <= whether.start() <= most and not _THERE_IS.match(text)


def _defines(text: str) -> bool:
    """What a thing is, which is named: 什么是量子计算？"""
    slot = what_is(text)
    return slot is not None and (_FOR_A_MEANING.search(text) is not None or not is_byword(text[slot[0] : slot[1]]))


_FOR_A_MEANING: Final = _any(r"とは|이?란(?=\s)|^什[么麼]是")
_ENDS: Final = " ?？!！.。"
_FEWEST: Final = 2
_MOST: Final = 8
"""Characters before what asks whether it is so."""
_THAI: Final = re.compile("[ก-๛]")
_WHAT: Final = _any(r"何(?:[にをと]|で(?!す|しょ))|なに[にをで]|뭘|뭐[를에]|무엇[을에]|什[么麼]|做啥|อะไร")
_WHETHER: Final = _any(
    r"(?:なの|なんですか|ですか|ましたか|[てで]いますか|れたか)$|[吗嗎]$|(?:이?야|이?에요|예요|인가요?|입니까|[됐했]어요?|[됐했]나요?|[은는인]가요?)$|(?:ไหม|มั้ย|หรือยัง|หรือเปล่า|หรือไม่)$"
)
"""Whether it is so: 오픈소스야?, 开源吗, 公開されましたか."""
_THERE_IS: Final = _any(r"何か|なにか|他に|ほかに|有|还有|還有|[无無]|뭐|무슨|있|또|มี|อะไร|เกิด")


_TOPICAL: Final = re.compile("(?<=[가-힣]{2})[은는이가]$")


def asks_alone(text: str) -> bool:
    """A question word and nothing else: "when?", "and why?", いつ？, 언제?"""
    return _ALONE.fullmatch(text.strip()) is not None


_ASKING: Final = r"(?:what for|who(?:m|se)?|when|where|why|how (?:much|many|long|big)|how|which one)"
_ALONE: Final = re.compile(
    rf"(?:(?:and|but|so|ok,?) )?(?:(?:for|by|to|from|with|at|since) )?{_ASKING}(?: (?:was|is) (?:it|that))?\s?\?*"
    r"|(?:(?:では|じゃあ|それで?は?|で)[、,]?)?(?:いつ|誰|どこ|なぜ|どうして|いくら|どれ)(?:が|で|に|の(?:こと|話))?(?:です|でした|だった|なの)?か?[?？。]*"
    r"|(?:那[么麼]?|[这這]|[这這]是|那是|是)?[,，]?(?:什[么麼][时時]候|何[时時]|[谁誰]|哪[里裡]|[为為]什[么麼]|多少[钱錢]|哪[个個一]+)[的呢啊]?[?？。]*"
    r"|(?:(?:그럼|그래서|그게|그건|그거) ?)?(?:언제|누가|누구|어디서?|왜|얼마)(?:야|예요|에요|였나요?|였어요?|인가요?|입니까|죠|지|요|인데)?[?？.]*"
    r"|(?:แล้ว|ก็)?\s?(?:เมื่อไ(?:ร|หร่)|เมื่อใด|วันไหน|ใคร|ที่ไหน|ทำไม|เท่าไ(?:ร|หร่))(?:ล่ะ|ละ|ครับ|คะ|ค่ะ)*[?？]*",
    re.IGNORECASE,
)


def asks_what(text: str) -> bool:
    """A few words that ask: "to do what?", 做什么？"""
    return re.search(r"\b(?:what|which)\b", text, re.IGNORECASE) is not None or _WHAT.search(text) is not None


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


def refers_back(text: str) -> bool:
    """It cannot be understood without what was asked before."""
    return _THAT.search(text) is not None and not _is_bound(text)


def is_name_alone(text: str) -> bool:
    """ "And Microsoft?", 브룩필드는?, 聯電呢？: what is asked of it was asked before."""
    stripped = text.strip()
    alone = _NAME_ALONE.match(stripped) or (_FOLLOWS.search(stripped) and _ALSO.match(stripped))
    return bool(alone) and not OF_NEWS.search(stripped) and not asks_alone(stripped)


def is_matter_alone(text: str) -> bool:
    """ "And the revenue?", 評価額は？: no name but a word for something, which the one spoken of may have."""
    said = core_of(text).text.strip(_ENDS) if is_name_alone(text) else ""
    return bool(said) and not mentions(said) and not said[:1].isupper() and bool(concepts_in(said))


_ALSO: Final = re.compile(
    r"(?:and|what about|how about|ok(?:ay)?,?)\s+(?:for )?[\w.-]+(?: [A-Z\d][\w.-]*){0,2}\s*\?*$", re.IGNORECASE
)
_NAME_ALONE: Final = re.compile(
    r"(?:では|じゃあ|それでは|それなら|那么?|那麼|그럼|그러면|그렇다면|แล้ว(?:ก็)?)?[\s、,，]*(?P<name>[^\s、,，?？]{2,16}?(?: [A-Za-z0-9.-]{1,12})?)\s?(?:はどう|は|的话|的話|呢|는|은|ล่ะ|ละ)[?？]?$"
)


def beside_names(text: str) -> list[str]:
    """What news of somebody is asked for, beyond the name, that news was brought out, and its field: "about quantum teleportation"."""
    rest = text
    for one in reversed(mentions(text)):
        rest = f"{rest[: one.start]} {rest[one.end :]}"
    bare = GENERIC_ELSEWHERE.sub(" ", without_asking(rest))
    return [word for word in about(bare) if word not in GENERIC and len(word) > 1]


def is_of_the_same(text: str, last: str) -> bool:
    """It asks what somebody whom the question before names says to that, and nothing else."""
    if _SAYS.search(text) is None:
        return False
    names = named_in(text)
    left = text
    for one in reversed(names):
        left = f"{left[: one.start]} {left[one.end :]}"
    rest = [word for word in about(_SAYS.sub(" ", left)) if word not in GENERIC]
    known = last.casefold()
    return bool(names) and not rest and all(text[one.start : one.end].casefold() in known for one in names)


_SAYS: Final = _any(
    r"\b(?:says?|said|respon\w+|repl(?:y|ied|ies)|answer(?:s|ed)?|react\w*|comment\w*|den(?:y|ies|ied)|claims?|argues?|thinks?)\b",
    r"何と(?:言|述|答|説明)\w*|どう(?:答|反応|説明|言)\w*|反応|反論|怎[么麼](?:[说說看]\w?|回\w{0,2}|[应應]\w)|回[应應]|反[应應]|뭐라(?:고|나)?|뭐래|반응|입장|해명|ว่า(?:ไง|อย่างไร|ยังไง)|ตอบ(?:โต้|กลับ)?",
)


def what_is_said_by(text: str, line: str) -> bool | None:
    """Whether the line tells what those say whom the question names; None where it does not ask for that."""
    others = [found for found in ONE_THING.finditer(text) if found[0].casefold() != "how"]
    if _SAYS.search(text) is None or not named_in(text) or others:
        return None
    whom = named_in(text)[0]
    there = re.search(rf"{re.escape(text[whom.start : whom.end])}(?P<near>.{{0,24}})", line, re.IGNORECASE)
    return there is not None and TELLS.search(there["near"]) is not None


def asks_what_is_said(text: str) -> bool:
    """What those whom it names say of something."""
    return _SAYS.search(text) is not None


def says_something(line: str) -> bool:
    """It tells what somebody says."""
    return TELLS.search(line) is not None


TELLS: Final = _any(
    r"\b(?:says?|said|respon\w+|repl\w+|answer\w*|react\w*|comment\w*|den(?:y|ies|ied)|claim\w*|argue\w*|blast\w*|slam\w*|critici\w+|prais\w+|warn\w*|urg\w+|call(?:s|ed)|vow\w*|defend\w*|reject\w*|dismiss\w*|tells|told|insist\w*|accus\w*|alleg\w*)\b",
    r"[：:]|「|“|『|表示|回[应應批嗆]|反[应應驳駁对對擊击]|批評|批评|否[认認]|[称稱強强][调調]|述べ|語|反論|否定|批判|主張|指控|説明|コメント|주장|표명|밝[혔히]|말했|반박|반발|비판|부인|해명|강조|กล่าว|ตอบโต้|ระบุ|ปฏิเสธ|วิจารณ์|ยืนยัน",
)
_THE: Final = re.compile(
    r"\bthe (?!(?:best|most|worst|first|last|next|latest|only|same|web|internet|world|public|\w+est)\b)[a-z]+\b",
    re.IGNORECASE,
)


def needs_its_subject(text: str) -> bool:
    """ "Who led the round?": of which one is not said."""
    found = _THE.search(text) if text.isascii() and not named_in(text) else None
    return found is not None and not any(map(GENERIC.__contains__, search_tokens(found[0])))


def with_what_was_said_to(text: str, last: str, today: date) -> str:
    """What somebody said to that, with what that was; "" where it does not ask so."""
    bare = _TO_THAT.sub("", text.strip().rstrip(_ENDS))
    others = [
        last[one.start : one.end]
        for one in named_in(last)
        if last[one.start : one.end].casefold() not in text.casefold()
    ]
    subject = subject_in(last, today)
    matter = " ".join(dict.fromkeys([*others, *([last[subject[0] : subject[1]]] if subject else [])]))
    matter = matter if text.isascii() else before_asking(last, today) or matter
    if _SAYS.search(text) is None or not named_in(text) or not matter:
        return ""
    if bare == text.strip().rstrip(_ENDS) and not is_of_the_same(text, last):
        return ""
    if not text.isascii():
        return f"{matter} {bare}"
    whom = named_in(text)[0]
    return f"how did {text[whom.start : whom.end]} respond to {matter}?"


_TO_THAT: Final = re.compile(
    r"\s(?:to|about|on|of) (?:that|this|it|them)$|^(?:それに(?:対して|ついて)?|これに(?:対して|ついて)?|[对對]此|그에 대해|이에 대해|เรื่องนี้)\s?",
    re.IGNORECASE,
)


def with_its_subject(text: str, last: str, today: date) -> str:
    """A few words that name nobody, with whom the question before was about: what it may ask of that one; "" where it stands by itself."""
    subject = subjects_of(last, today)
    few = [word for word in about(text) if word not in GENERIC]
    if not subject or not few or len(few) > _A_WORD + 1 or named_in(without_asking(text)) or subject in text:
        return ""
    return f"{text.rstrip(' ?？')} {subject}?" if text.isascii() else f"{subject} {text}"
