"""What something is, told by its maker and its kind: "Acme's Inkling, an open-weights model". Pure; six languages."""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from news.scripts import UNSPACED
from summariser.asking.support import Unit, bare
from summariser.words import facts
from summariser.words.aliases import mentions

_MAKER_TOO: Final = re.compile(
    r"[\s,;–—-]+(?:and )?who(?:'s| is)? (?:ma[kd]es?|built|builds|develops?|developed|created|behind|the maker of)(?: it| that| this)?(?=[\s?？.]*$)"
    r"|[、,，]?\s?(?:どこの(?:会社|企業|製品|モデル)|誰が作っ|どこが作っ)[^、。？?]{0,8}(?=[？?。\s]*$)"
    r"|[,，]?\s?(?:是)?[谁誰哪][家个個]?(?:公司)?(?:做|出|[开開][发發]|推出)?的(?=[？?。\s]*$)"
    r"|,?\s?(?:어느|어디|무슨)\s?(?:회사|기업|거|것|제품|꺼)[^?？]{0,8}(?=[?？\s]*$)|,?\s?(?<!어디)어디(?:서|에서) 만[^?？]{0,6}(?=[?？\s]*$)|,?\s?누가 만들[^?]{0,6}(?=[?？\s]*$)"
    r"|\s(?:ของ|จาก)(?:บริษัท|ค่าย)?\s?(?:ไหน|ใคร|อะไร)(?=[?？\s]*$)|\sใคร(?:เป็นคน)?(?:ทำ|สร้าง|พัฒนา)(?=[?？\s]*$)",
    re.IGNORECASE,
)
_WHAT_IS: Final = re.compile(
    r"^\W*(?:what(?:['’]s| is| are)|explain|tell me about|who is)\s+(?:an?\s|the\s)?", re.IGNORECASE
)
_LONGEST: Final = 40
_NOUN: Final = (
    r"(?i:models?|apps?|agents?|tools?|platform|service|start-?up|company|firm|lab|robots?|chips?|processor|assistant|framework|library|benchmark"
    r"|data ?set|browser|glasses|system|language|project|product|feature|engine|device|headset|phone|game|plugin|extension|worm|vulnerability|exploit"
    r"|malware|protocol|standard|editor|suite|series|family|consortium|fund|index|chatbot|generator|program|initiative|supercomputer|compiler)"
)
_KINDS: Final = (
    r"NAME[”\"’']?(?: \([^)]*\))? (?:is|was) (?:an?|the|its|their|one of) [a-z\"“]",
    r"NAME[”\"’']?,[”\"’']? (?:an?|the|its|their) (?!few|lot)[\w\"“-]",
    r"NAME[”\"’']?: (?i:an?|our|its|the) [\w\"“-]",
    r"\b(?i:an?|its|their|the|new|this) [\w ,'’/()$.%-]{2,90}\b(?:called|named|dubbed|known as),? [“\"‘']?NAME",
    rf"\b(?:[\w'’./-]+ )?{_NOUN}(?:,|:)? [“\"‘']?NAME",
    r"\b(?i:an?|its|their|the) (?:[\w'’./-]+ ){1,12}in town: (?:the )?NAME",
    rf"NAME[”\"’']? {_NOUN}\b",
)
_KINDS_ELSEWHERE: Final = (
    r"NAME[」』”]?(?:[（(][^）)]*[）)])?(?:とは|は)、?.{4,90}(?:です|である|だ。|システム|モデル|サービス|ツール|企業|会社)",
    r"[ァ-ヴー一-鿿]{2,}[、「『“]{1,2}NAME",
    r"NAME['’”\"」》]?(?:\s?\([^)]*\))?(?:은|는|란|이란)\s.{4,90}(?:이다|입니다|다[.。])",
    r"[가-힣]{2,}\s?[‘'“\"「《]NAME",
    r"NAME[》」』”]?(?:[（(][^）)]*[）)])?[，,]?\s?[是為为]?一[款個个种種项項家套]",
    r"[\u4e00-\u9fff]{2,}\s?[「『《“]?\s?NAME",
    r"NAME['\"”]?\s?(?:\([^)]*\)\s?)?(?:คือ|เป็น|[\u0e01-\u0e4e]{6,})",
    r"[\u0e01-\u0e4e]{4,}\s?['\"“]?NAME",
)
"""How a report says what a thing is; NAME stands for its name. Those of other scripts find nothing in a line without one."""
_ELSEWHERE: Final = re.compile(f"[{UNSPACED}]")
_MADE: Final = (
    r"NAME.{0,80}\b(?:by|from|developed|made|built|created|maker)\b [A-Z]",
    r"[A-Z][\w.]+(?:'s|’s) (?:[\w-]+ ){0,5}[“\"‘']?NAME",
    r"^(?:[A-Z][\w.&-]* ){1,4}(?i:release|launch|unveil|introduc|detail|debut|open[- ]?sourc|announc|ship|build|built|develop)\w* (?:[\w-]+ ){0,6}[“\"‘']?NAME",
)


def without_maker(question: str) -> str:
    """ "What is Buzz, and who makes it?" asks what it is: its maker is said with it."""
    rest = _MAKER_TOO.sub("", question)
    return question if rest == question or not re.search(r"\w{2}", rest) else f"{rest.rstrip(' ?？')}?"


def thing_asked(question: str) -> str:
    """The name of what is to be explained; "" where it is no name."""
    first = next(filter(None, re.split(r"[?？。]\s*", question.strip())), "")
    thing = _ASKS.sub("", _WHAT_IS.sub("", first)).strip(" ?？!。.\"'“”「」『』")
    thing = re.split(r"[,，、;]| [–—-] | and (?:why|how|who|what|when)\b", thing)[0].strip()
    thing = re.sub(r"^.{1,30}?(?:['’]s |的\s?|の)(?=\S)|(?<=\S)\sของ.*$", "", thing)
    if whose := re.match(r"(.{1,30}?)의 (?=\S)", thing):
        thing = thing[whose.end() :] if mentions(whose[1]) else thing
    known = [one for one in mentions(thing) if one.company and one.id != one.company]
    if known:
        behind = _SUFFIX.match(thing, known[0].end)
        return thing[known[0].start : behind.end() if behind else known[0].end]
    if len(thing) <= _LONGEST and len(thing.split()) <= _WORDS:
        return thing
    proper = facts.names(thing)
    return proper[0] if proper else ""


_SUFFIX: Final = re.compile(r"(?:[\s-](?:[A-Z0-9][\w.]*|[a-z]{1,2}\d[\w.]*)|-[a-z][\w.]*)*")
_REALLY: Final = r"(?:到底|究竟|其[实實]|[这這那]个?个?)?"
_ASKS: Final = re.compile(
    r"(?:とは|って(?!本当|ほんと|マジ|事実|嘘|うそ|デマ|いつ|どこ|誰|だれ|いくら|なぜ|なんで))(?:一体|いったい)?(?:何|なに|どんな|どういう)?[^、。]{0,10}$|^(?:什[么麼]是|[请請]?介[绍紹]一?下?)\s?"
    rf"|\s?{_REALLY}(?:是|算|叫)(?:[个個]|一[个個种種款]|)(?:什[么麼]|啥)[^，。]{{0,6}}$"
    r"|(?<=[A-Za-z0-9가-힣'’”\"」])(?:이란|란|이|가|은|는|이라는\s?게|라는\s?게|라는\s?건)?\s?(?:도대체\s?|대체\s?)?(?:뭐(?!가|\s?(?:있|없|나왔|했))|뭔|무엇(?!이)|뭘|뭐지|무슨\s(?:뜻|거|서비스|회사|모델)|(?<=['’”\"」]가\s)누구)[^,]{0,8}$|(?:에 ?대해서?)?\s설명\s?[^,\s]{0,6}$"
    r"|(?:について|を)(?:説明|解説)[^、。]{0,8}$|\s?(?:มัน)?(?:คือ|เป็น)(?:อะไร|ใคร|บริการ|บริษัท)[^,]{0,10}$|(?:って|とは)(?:誰|だれ)[^、。]{0,6}$|是[谁誰]$"
)
_FRAMED: Final = {"en": "What is {}?", "ja": "{}とは？", "ko": "{} 뭐야?", "th": "{} คืออะไร", "zh": "{}是什么？"}
_ASIDE: Final = re.compile(
    r"^\W*(?:so |ok(?:ay)? |hey )?(?:who or what|what or who|what exactly|what on earth|what the heck)(?P<is>['’]s| is| are)\b|(?<=\w) (?:thing|thingy|stuff)(?=\W*$)|(?<=\w) to me(?=\W*$)|(?<=^what is) (?:that|this)\b|(?<=^what's) (?:that|this)\b",
    re.IGNORECASE,
)


_DEAL: Final = re.compile(r"^\W*(?:so )?what(?:['’]?s| is) the deal with (?=[\w -]+\W*$)", re.IGNORECASE)
_BEHIND: Final = re.compile(
    r"(?<=뭔데|뭐야|뭐임|뭐지)[?,]?\s\D.{3,30}$|(?<=[?？])\s*(?:わかりやすく|簡単に|かんたんに|쉽게|간단히|[简簡][单單]|白[话話]|ง่าย\s?ๆ|แบบง่าย|in (?:simple|plain) (?:terms|words|english)|simply|eli5)[^?？]{0,14}$",
    re.IGNORECASE,
)
"""How, or why, one wants to know, behind the question."""


def what_is(name: str, language: str) -> str:
    """The plainest question for what something is."""
    return _FRAMED[language[:2]].format(name)


def stated(question: str) -> str:
    """What asks what something is, however it is asked, in the plainest way: no word that only asks is looked for."""
    question = _BEHIND.sub("", _DEAL.sub("What is ", question))
    first = _ASIDE.sub(lambda found: f"What{found['is']}" if found["is"] else "", question)
    asked = first.strip().rstrip("?？!。. ")
    found = _ASKS.search(asked)
    if found is None or "?" in asked or "？" in asked or not _ELSEWHERE.search(found[0] or ""):
        return first
    thing = f"{asked[: found.start()]}{asked[found.end() :]}".strip(" \"'“”「」『』")
    if not thing or len(thing) > _LONGEST or _NO_NAME.search(thing):
        return question
    return _FRAMED[_tongue(found[0])].format(thing)


def asks_what_is(question: str) -> bool:
    """In a language that says so behind the name."""
    return _ASKS.search(question.strip().rstrip("?？!。. ")) is not None


def plainly_asked(question: str) -> str:
    """What is left of it without the words that ask, and without the trade that it is of."""
    asked = question.strip().rstrip("?？!。. ")
    return _TRADE.sub("", _ASKS.sub("", asked)).strip(" \"'“”‘’「」『』")


_TRADE: Final = re.compile(r"^(?:AI|人工知能|人工智[慧能]|인공지능|ปัญญาประดิษฐ์)(?:の|的|의\s|における)", re.IGNORECASE)
_NO_NAME: Final = re.compile(r"[,，、。]|(?:게|것|거|건)$|[的の]")
"""What somebody did, or what somebody's is: no name that is asked about."""


def _tongue(text: str) -> str:
    ways = (("ko", "[가-힣]"), ("th", "[\u0e00-\u0e7f]"), ("ja", "[ぁ-ヴ]"))
    return next((tongue for tongue, letters in ways if re.search(letters, text)), "zh")


_WORDS: Final = 4


def told_as(name: str, text: str) -> int:
    """How plainly the sentence says what it is: 2 by its maker and its kind, 1 by one of them, 0 by neither."""
    own = r"[\s-]?".join(re.escape(part) for part in re.split(r"[\s-]+", name))
    own = rf"(?<![A-Za-z0-9-]){own}(?![A-Za-z0-9])" if name.isascii() else own
    there = re.search(own, text, re.IGNORECASE)
    if there is None:
        return 0
    written = there[0]
    forms = (*_KINDS, *_KINDS_ELSEWHERE) if _ELSEWHERE.search(text) else _KINDS
    kind = any(_with_name(form, written).search(text) for form in forms)
    rest = f"{text[: there.start()]} {text[there.end() :]}"
    made = any(one.company for one in mentions(rest)) or any(_with_name(form, written).search(text) for form in _MADE)
    return kind + (made and kind) if kind else int(made and _in_head(there.start(), text))


@lru_cache(maxsize=512)
def _with_name(form: str, written: str) -> re.Pattern[str]:
    """One question asks it of every sentence that may answer."""
    return re.compile(form.replace("NAME", re.escape(written)))


def _in_head(at: int, text: str) -> bool:
    return at < len(text) // 2


def plainest_first(question: str, found: Sequence[Unit]) -> list[Unit]:
    """The sentence that says most plainly what it is before the others, which keep their order; none that is the name alone."""
    name = thing_asked(question)
    found = [one for one in found if bare(one.text).strip().casefold() != name.casefold()]
    if not name or not found:
        return list(found)
    plain = [told_as(name, one.text) for one in found]
    best = max(range(len(found)), key=lambda at: (plain[at], found[at].score))
    return [found[best], *(one for at, one in enumerate(found) if at != best)]


def further(question: str, best: Unit, rest: Sequence[Unit]) -> list[Unit]:
    """What tells more of it: where the best says it plainly, only what says it too."""
    name = thing_asked(question)
    if told_as(name, best.text) < _PLAINLY:
        return list(rest)
    return [one for one in rest if told_as(name, one.text)]


_PLAINLY: Final = 2


def defines(question: str, unit: Unit) -> bool:
    """It says by maker and kind, or under a title that has the name by its kind, what is asked about."""
    name = thing_asked(question)
    plain = told_as(name, unit.text) if name else 0
    return plain >= _PLAINLY or (plain == 1 and told_as(name, unit.passage.title) > 0)
