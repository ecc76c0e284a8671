"""Where in a question the names, the place and the subject stand that a follow-up may put another for. Pure; six languages."""

import re
from dataclasses import dataclass
from datetime import date
from typing import Final

from summariser.asking.news_frames import unframed
from summariser.words import facts
from summariser.words.aliases import mentions, people, places
from summariser.words.bywords import is_byword
from summariser.words.misspelling import is_english
from summariser.words.moments import span_in, timeless
from summariser.words.question_words import GENERIC

OF_NEWS: Final = re.compile(r"\b(?:news|headlines?|stories)\b|ニュース|新闻|新聞|뉴스|소식|ข่าว", re.IGNORECASE)
_UNIT: Final = re.compile(r"\s?(?:분기|[월년일개명억조만]|[年月日季個个社億亿万萬])")
"""Behind a number what is counted by it: 네이버 2분기 is no version of 네이버."""
VERSION: Final = re.compile(r"(?:\d[\w.]*)?(?:[ -](?:[A-Z]\w*|[Vv]?\d[\w.]*\w|\d))*", re.ASCII)
"""What belongs to a name before it: Gemini 3.6 Flash, GPT-5.6."""
_WRITTEN: Final = re.compile(
    r"(?<![\w-])[A-Z][\w&.’'-]*\w(?:[ -](?:[A-Z][\w&.-]*|\d[\w.]*(?!\s?(?:percent|million|billion))\b))*|[゠-ヿ]{3,}(?:\s\d+(?:\.\d+)*)?"
)
_NO_NAME: Final = frozenset(
    [
        "ceo",
        "cto",
        "cfo",
        "coo",
        "cso",
        "ai",
        "ml",
        "ipo",
        "api",
        "gpu",
        "q1",
        "q2",
        "q3",
        "q4",
        "llm",
        "llms",
        "us",
        "usd",
        "eu",
        "who",
        "what",
        "when",
        "where",
        "why",
        "how",
        "which",
        "did",
        "does",
        "is",
        "are",
        "was",
        "were",
        "has",
        "have",
        "can",
        "could",
        "will",
        "would",
        "should",
        "news",
        "any",
        "compare",
    ]
)
_REGION: Final = re.compile(r"(?<![A-Za-z])(?:the )?(?:EU|UK|U\.K\.|US|U\.S\.|USA|UAE)(?![A-Za-z])")
_BODIES: Final = frozenset({"eu"})
"""They stand where a country does."""
_TOUCH: Final = re.compile(r"(?:['’]s|の|의|的|ของ)?\s?")
_JOIN: Final = re.compile(
    r"\s?(?:,|、|，|・|&|\+)?\s?(?:and|or|vs\.?|versus|と|や|와|과|랑|하고|和|與|与|跟|及|และ|กับ)?\s?", re.IGNORECASE
)
MEASURED: Final = re.compile(
    r"(?:(?:수주|영업|당기|시장|설비|직원|신규|누적) )?(?<![가-힣])[가-힣]*(?:이익|매출액?|잔고|잔액|총액|금액|투자액|실적|규모|비용|가격|주가|인원|점유율|성장률|비율|직원 수)"
)
"""What is only ever so much of somebody, by how such nouns end; no name ends so."""
COMPARES: Final = re.compile(
    r"\bcompar|\bversus\b|\bvs\b|\bdifferen(?:ce|t)|\b(?:better|faster|cheaper|larger|bigger|ahead) (?:than|of)\b|\bor\b|比較|比べ|違い|どちら|どっち|对比|對比|比较|相比|区别|區別|差异|差異|差别|差別|不同|비교|차이|เปรียบเทียบ|ต่าง",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Named:
    """A name where it stands; `sort`: place, person or other, "" where no table has it."""

    start: int
    end: int
    sort: str
    company: str = ""


def named_in(text: str) -> list[Named]:
    """Its names in reading order, each with the number that belongs to it: those that are known, and those that are written as names."""
    found = [
        Named(one.start, one.end + len(number_of(text[one.end :])), _sort(one.id), one.company)
        for one in mentions(text)
    ]
    found += [
        Named(one.start(), one.end(), "place")
        for one in _REGION.finditer(text)
        if not any(known.start < one.end() and one.start() < known.end for known in found)
    ]
    names = set(facts.names(text))
    for run in _WRITTEN.finditer(text):
        start, end = run.span()
        while (
            (first := text[start:end].split(" ")[0])
            and (first.casefold().strip("'s") in _NO_NAME)
            and first != text[start:end]
        ):
            start += len(first) + 1
        word = text[start:end].casefold()
        parts = {part for part in re.split(r"[ -]", word) if part}
        begins = not text[:start].strip()
        shouted = sum(map(str.isupper, text[start:end])) > 1
        plain = word in _NO_NAME or is_byword(word) or (begins and not shouted and all(map(is_english, parts)))
        known = bool(parts & names) or (begins and not plain)
        if not plain and known and not any(one.start < end and start < one.end for one in found):
            sort = "place" if _IN.search(text[:start]) and text[start:end].isalpha() else ""
            found.append(Named(start, end, sort))
    return sorted(found, key=lambda one: one.start)


_IN: Final = re.compile(r"(?<!new )(?<!interest )\bin $", re.IGNORECASE)


def _sort(id: str) -> str:
    return "place" if id in places() | _BODIES else "person" if id in people() else "other"


_IN_SMALL: Final = re.compile(r"[ -][a-z]{1,2}\d[\w.]*")


def number_of(behind: str) -> str:
    """What belongs to a name before it, where that has a number: K3, 3.5 Pro."""
    found = _IN_SMALL.match(behind) or VERSION.match(behind)
    if found is None or _UNIT.match(behind[found.end() :]):
        return ""
    return found[0] if any(map(str.isdigit, found[0])) else ""


def wholes_of(text: str, names: list[Named]) -> list[Named]:
    """Names that make one: Samsung Galaxy Z Flip 8, OpenAI's GPT-5.6."""
    made: list[Named] = []
    for one in names:
        last = made[-1] if made else None
        if last and last.sort != "place" and one.sort != "place" and _TOUCH.fullmatch(text[last.end : one.start]):
            made[-1] = Named(last.start, one.end, last.sort or one.sort, last.company)
        else:
            made.append(one)
    return made


def joined(text: str, names: list[Named], at: int) -> Named:
    """With those that are named together with it: "OpenAI and Google"."""
    first = last = at
    while first and _JOIN.fullmatch(text[names[first - 1].end : names[first].start]):
        first -= 1
    while last + 1 < len(names) and _JOIN.fullmatch(text[names[last].end : names[last + 1].start]):
        last += 1
    return Named(names[first].start, names[last].end, names[at].sort)


_WHAT_IS: Final = re.compile(
    r"^(?:and )?(?:what(?:['’]s| is| are| was)|who(?:['’]s| is| are)|explain|define|what does) (?P<en>(?:an? |the )?[^?]+?)(?: mean)?\s*\??$"
    r"|^(?P<ja>[^、，]+?)(?:とは|って(?=何|なに|なん|誰)|は(?=何(?:です|$|[?？])|誰です))"
    r"|^(?P<ko>[^,]+?)(?:이?란|[은는이가])\s?(?=뭐|무엇|뭔|누구|어떤 (?:회사|모델))|^(?P<ko2>[^,]+?)(?:에 대해)? ?(?=설명)"
    r"|^(?:什[么麼]是|[谁誰]是|[请請]?解[释釋](?:一下)?|[请請]?介[绍紹](?:一下)?)(?P<zh>[^?？，]+)|^(?P<zh2>[^?？，]+?)(?=是什[么麼][?？]?$|是[谁誰][?？]?$)"
    r"|^(?P<th>.+?)(?=\s?คือ)|^อธิบาย\s?(?P<th2>.+)",
    re.IGNORECASE,
)
_ABOUT: Final = re.compile(r"\b(?:about|on|regarding) (?P<x>(?:the )?[^?]+?)\s*\??$", re.IGNORECASE)
_ROLE: Final = re.compile(r"\bthe (?P<x>[\w -]+?) (?=of |at |for )", re.IGNORECASE)


def what_is(text: str) -> tuple[int, int] | None:
    """Where the one stands of whom, or the thing of which, it is asked what it is."""
    found = _WHAT_IS.search(text)
    if found is None:
        return None
    start, end = next(found.span(name) for name in found.groupdict() if found[name])
    return start, end


def subject_in(text: str, today: date) -> tuple[int, int] | None:
    """Where the subject of a question for news stands: robotaxis in "any news on robotaxis this week?"."""
    bare = timeless(text, today)
    rest = unframed(bare) or ""
    at = text.find(rest) if rest and any(word not in GENERIC for word in rest.casefold().split()) else -1
    if at >= 0:
        return at, at + len(rest)
    found = _ABOUT.search(text)
    if found is None:
        return None
    x = timeless(found["x"], today).strip()
    at = text.find(x, found.start("x")) if x else -1
    return (at, at + len(x)) if at >= 0 else None


_AUXILIARY: Final = r"\b(?:did|does|do|has|have|had|will|would|can)\s+(?:the\s+)?"
_AGENT: Final = re.compile(
    rf"{_AUXILIARY}(?P<x>[\w.-]+(?: [\w.-]+){{0,2}}) [a-z]+[\s?.!]*$|{_AUXILIARY}(?P<y>[\w.-]+) [a-z]", re.IGNORECASE
)
_PRONOUN: Final = frozenset({"it", "they", "he", "she", "we", "you", "i", "there", "this", "that", "people", "anyone"})


def agent_in(text: str, today: date) -> tuple[int, int] | None:
    """Where the one stands that does it, in small letters too: fireworks in "how much did fireworks raise"."""
    found = _AGENT.search(timeless(text, today).rstrip(" ?!."))
    name = (found["x"] or found["y"]) if found else ""
    at = text.find(name) if name and name.split()[0].lower() not in _PRONOUN else -1
    return (at, at + len(name)) if at >= 0 else None


def role_in(text: str) -> tuple[int, int] | None:
    """Where it says which of somebody's is asked for: "the CEO of Nvidia"."""
    found = _ROLE.search(text)
    return found.span("x") if found else None


_TOPIC: Final = re.compile(
    r"(?P<topic>(?:[^\s、,，?？]{2,16}(?:와|과|랑) ?)?[^\s、,，?？]{2,16}?)(?:은|는)\s|(?P<ja>[^\s、,，?？は]{2,16}?)は(?=.{2})"
)
_BEFORE_VERB: Final = re.compile(
    r"^[\u4e00-\u9fff]{2,6}?(?=(?:[上本这這]?[周週]|昨天|今天|最近)?(?:[发發][布佈表]|推出|宣[布佈]|公[布佈开開]|[做有說说是在]|第))"
)


def topic_in(text: str, today: date) -> tuple[int, int] | None:
    """Where the one that it asks of stands, in a language that marks it or puts it first; without a time before it."""
    span = span_in(text, today)
    found = _TOPIC.search(text)
    if found:
        start, end = found.span("topic" if found["topic"] else "ja")
        if span and span.words in text[start:end]:
            start = text.index(span.words, start) + len(span.words)
        return (start, end) if end - start > 1 and not OF_NEWS.search(text[start:end]) else None
    first = _BEFORE_VERB.match(text)
    return first.span() if first and not mentions(text) else None


_PART_OF: Final = re.compile(r"\b(?:of|for|in|at|new|latest|happening)\b|['’]s |の|의 |的|ของ", re.IGNORECASE)


def subjects_of(text: str, today: date) -> str:
    """Its names as it writes them, a version with its name; where it has none, what it asks of."""
    defined = what_is(text)
    if defined and not _PART_OF.search(text[defined[0] : defined[1]]):
        return text[defined[0] : defined[1]]
    names = wholes_of(text, [one for one in named_in(text) if one.sort != "place"] or named_in(text))
    if names:
        return " ".join(dict.fromkeys(text[one.start : one.end] for one in names))
    slot = defined or topic_in(text, today) or subject_in(text, today)
    subject = text[slot[0] : slot[1]] if slot else ""
    subject = subject or before_asking(text, today)
    return "" if is_byword(subject) or MEASURED.fullmatch(subject) else subject


def before_asking(text: str, today: date) -> str:
    """What stands before the word that asks, where that comes behind what it is asked of: 큐원 3.8맥스 in 큐원 3.8맥스 언제 나왔어."""
    bare = timeless(text, today)
    found = _ASKS_ONE.search(bare)
    head = _PARTICLE.sub("", bare[: found.start()].strip(" 、,，")) if found else ""
    return head if 1 < len(head) <= _LONGEST and not OF_NEWS.search(head) and head in text else ""


_LONGEST: Final = 24
_ASKS_ONE: Final = re.compile(
    r"いつ|誰|どこ|なぜ|いくら|何(?=[にをがで年月日時件社個台])|[谁誰]|什[么麼]|何[时時]|哪|多少|[为為]|언제|누가|누구|어디|얼마|왜|뭐|뭘|무엇|몇|เมื่อไ|เท่าไ|ใคร|อะไร|ที่ไหน|ทำไม"
)
_PARTICLE: Final = re.compile(r"(?<=..)(?:[はがをにの]|은|는|이|가|을|를|에게?|의)$")


def asks_what_it_is(text: str) -> bool:
    """What one thing is: the next question is of that thing, whatever reports told of it."""
    slot = what_is(text)
    return slot is not None and not _PART_OF.search(text[slot[0] : slot[1]])
