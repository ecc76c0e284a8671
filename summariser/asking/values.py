"""The value a question asks for - a sum, a count with its unit, a time to come, a company - and whether a sentence holds one. Pure; six languages.

A sentence that meets the question's words and holds no such value answers nothing: "Google teases Gemini 4" for "when will it be released?".
"""

import re
from dataclasses import dataclass
from typing import Final, Literal

from news.text import search_tokens
from summariser.asking.asked import Asked
from summariser.asking.conversation import ONE_THING
from summariser.asking.support import Unit
from summariser.words.aliases import mentions
from summariser.words.bywords import is_byword
from summariser.words.counting import asks_for_money, has_time, tells_money
from summariser.words.facts import names, numbers
from summariser.words.versions import versioned_in

_HOW_MANY: Final = r"(?:多少|[几幾]|何|いくつ|どのくらい|몇|얼마|เท่าไ|(?<!เ)กี่)"
_UNITS: Final = tuple(
    re.compile(unit, re.IGNORECASE)
    for unit in (
        r"parameters?\b|パラメー?タ|[参參引][数數]|매개 ?변수|파라미터|พารามิเตอร์",
        r"[GT]PUs?\b|그래픽 ?처리 ?장치|画像処理半導体|[图圖][形像][处處]理器",
        r"tokens?\b|トークン|[词詞]元|토큰|โทเคน|โทเค็น",
    )
)
"""What is counted in millions and has a name of its own in every language."""
_RATE: Final = re.compile(
    r"(?:\b(?:per|an?|each|every)\s|/\s?|每|ต่อ\s?)(?:(?:one|a|1)\s?)?(?:million|thousand|[百千]?[万萬]|(?:100|百)만|[\d,.]+\s?[km万萬만]?|ล้าน)?\s?[个個]?\s?(?:tokens?\b|トークン|[词詞]元|token|토큰|โทเคน|โทเค็น)"
    r"|(?:tokens?|トークン|토큰|โทเคน|โทเค็น)\s?(?:あたり|当たり|につき|당|ละ)",
    re.IGNORECASE,
)
"""What a price is for is not counted."""
_SIZED: Final = re.compile(
    r"(?s)^(?=.*(?:models?\b|모델|モデル|模型|โมเดล|\bMoE\b|\bLLM)).*(?<![$€£¥₩\d.,])\d[\d.,]*\s?[BT](?![A-Za-z])(?!\s?(?:tokens?|トークン|토큰|[词詞]元|โทเค))",
    re.IGNORECASE,
)
"""The trade counts a model's parameters without a word for them: 750B 모델."""
_COUNTER: Final = re.compile(
    r"何(?P<ja>[社件台個本枚冊校店頭点回倍歳人名組曲票軒棟])|몇 ?(?P<ko>[명개건곳대종배회살편])(?![가-힣]*월)|(?<!เ)กี่\s?(?P<th>คน|ราย|บริษัท|ประเทศ|แห่ง|ตัว|รุ่น|เครื่อง|ครั้ง|เท่า)|多少(?P<zh>人)"
)
"""A counter behind the word that asks stands behind the number that answers."""
_DIGITS: Final = r"[\d０-９〇一二三四五六七八九十百千万萬億亿兆수십백천만억조][\d,.]*"
_SCALED: Final = re.compile(
    r"(?<![$€£¥₩\d.,])\d[\d,.]*\s?(?:T|B|M|[tbm]illion|trillion|兆|[万萬]?[億亿]|[万萬]|조|억|만|ล้านล้าน|(?:พัน|หมื่น|แสน)?ล้าน)(?![A-Za-z])",
    re.IGNORECASE,
)
_MEASURES: Final = (
    r"\bvalu(?:e[sd]?|ing|ations?)\b|\bworth\b|\bmarket cap|評価額|企業価値|時価総額|市值|估值|기업 ?가치|시가 ?총액|시총|몸값|มูลค่า",
    r"[投融募][资資][金额額]?|調達額?|투자액?|유치액?|ระดมทุน(?:ได้)?",
    r"[营營][業业]?利[润潤益]|営業利?益|영업 ?이?익|กำไร",
    r"[純净淨]利益?[润潤]?|순이?익|利[润潤益]",
    r"売上高?|[营營]收|매출액?|รายได้",
    r"[価价價]格|値段|가격|ราคา",
    r"[費费]用|비용|ค่าใช้จ่าย",
    r"[罚罰][款金]|制裁金|과징금|벌금|ค่าปรับ",
    r"[金総總总][額额]|금액|งบประมาณ",
)
"""What a sum is of; a line each for words of one meaning."""
_DEAL: Final = re.compile(
    r"\b(?:deal|lease|contract|order|agreement|purchase|investment|project|partnership|stake)s?\b|契約|合同|交易|[订訂][单單]|計画|계약|거래|수주|สัญญา|ดีล",
    re.IGNORECASE,
)
"""What it is worth is told by any sum."""
_MEASURE: Final = f"(?:{'|'.join(_MEASURES)})"
_SUM_ASKED: Final = re.compile(
    rf"{_MEASURE}(?:[은는이가はがを]|是|有|[为為])?\s*(?:총|共)?\s*(?:いくら|多少|얼마|เท่าไ(?:ร|หร่)|何(?:億|万)?(?:円|ドル))?[^\s?？、,]{{0,5}}[?？\s]*$"
    r"|多少[钱錢元]|多少[美日欧歐台]元|何(?:億|万)?(?:円|ドル)|いくら(?!か|占)|몇 ?(?:달러|원)|(?<!เ)กี่(?:บาท|ดอลลาร์|ล้าน)|얼마(?:를|에|나)?\s?(?:투자|인수|들[었여]|썼|쓰|조달|유치|벌|샀|팔)"
    r"|\bhow much (?:did|has|have|does|is|was|were|will|would)\b.*\b(?:rais|cost|pay|paid|invest|worth|fine|spen[dt]|valued|earn|sell|sold|buy|bought|offer|charge|settle)",
    re.IGNORECASE,
)
_SUM_NAMED: Final = re.compile(
    r"\b(?:pric(?:e|ing)|costs?|valuation|revenues?|profits?|market cap(?:itali[sz]ation)?)[?\s]*$", re.IGNORECASE
)
BARE_SUM: Final = re.compile(
    r"\d[\d,.]*\s?(?:[兆億亿조억]|(?:พัน|หมื่น|แสน)?\s?ล้าน)(?:\s?\d[\d,.]*\s?[千百천백]?[兆億亿万萬조억만천])*+(?!\s?(?:여\s?)?(?:[명개건人個个件台]|パラ|トー|[参參词詞]|매개|파라|토큰|tokens?|param|พารา|โทเค|คน|ราย|ผู้|ครั้ง|บัญชี|เครื่อง|view|user))"
)
"""Headlines leave out whose money it is: 영업익 577억."""
_TO_COME: Final = re.compile(
    r"^\W*(?:and |so )?when (?:will|do(?:es)? .+ (?:launch|release|come out|start|open|ship|arrive|go live)|is .+ (?:going|expected|due|set|coming|scheduled)|are .+ (?:going|expected|due|set|coming|scheduled))\b"
    r"|\b(?:release|launch|start|opening|listing|shipping|delivery|arrival) dates?\b"
    r"|いつ(?!から|ごろ|頃).*(?:[るうくすむ]|ます|予定)か?[?？\s]*$|(?:什[么麼][时時]候|何[时時])[会會将將要能才]"
    r"|언제(?!.*[았었였했됐렸났갔왔섰혔졌]).*(?:나오|나와|출시|공개|시작|될|할|예정|되|하)|เมื่อไ(?:ร|หร่).*จะ|จะ.*เมื่อไ(?:ร|หร่)",
    re.IGNORECASE,
)
_TIME: Final = re.compile(
    r"\b(?:soon|weeks?|months?|days?|quarters?|q[1-4]|mid-|early|late|half|spring|summer|autumn|fall|winter)\b|\d\s?[年月日년월일]|[今来來本明翌][年月週周日春夏秋冬]|年[内末底初中]|[上下]半[年期]|近日|近く|[即很][将將快]|[数數几幾][日天周週月]"
    r"|올해|내년|이달|다음 ?[주달]|[상하]반기|분기|연[내말]|조만간|곧|ปีหน้า|ปีนี้|เดือน|ไตรมาส|สัปดาห์|เร็ว ?ๆ ?นี้|วันที่",
    re.IGNORECASE,
)
_CLAUSE: Final = re.compile(r"[，,、;；。↗|｜]")
_COMPANY_ASKED: Final = re.compile(
    r"\b(?:which|what) (?:[\w-]+ ){0,2}(?:company|firm|start-?up|lab|vendor|chipmaker|carmaker|automaker|bank|airline)\b",
    re.IGNORECASE,
)
NO_COMPANIES: Final = frozenset({"ai", "ceo", "cfo", "cto", "ipo", "gpu", "llm", "api", "agi"})
_OWNER: Final = re.compile(r"(?P<owner>[가-힣A-Za-z0-9-]{2,})[은는이가]\s(?=\S)")
_FIRST: Final = re.compile(
    r"\W*(?P<owner>(?=\S*[가-힣])[가-힣A-Za-z0-9-]{2,}?)(?:에서|[은는이가의에도을를])?\s(?:(?P<version>\d+(?:\.\d+)*)(?:[은는이가의]|\s(?:의\s)?)(?=\D))?(?=\S)"
)
"""Who, or what, a Korean question is about has no particle before the noun of what is asked: 아스트라 매개변수는, K-엑사원 2.0 매개변수는."""
_ASKING_WORDS: Final = re.compile(r"누가|누구|언제|어디|무엇|얼마|몇")


@dataclass(frozen=True, slots=True)
class Value:
    """`unit` is behind, or before, the number of a count; `named`: that has one name in every language, and no count does without it."""

    kind: Literal["sum", "count", "time", "company"]
    question: str
    unit: re.Pattern[str] | None = None
    named: bool = False

    @property
    def is_strict(self) -> bool:
        """What does not hold it answers nothing; a counter may be left out (870만 for 몇 종)."""
        return self.kind != "count" or self.named

    def told_by(self, text: str) -> bool:
        """It holds one that the question does not say itself."""
        if self.kind == "company":
            return self._names_another(text)
        if self.kind == "time":
            return self._dates(text)
        said = numbers(self.question) - {
            one.number for one in versioned_in(self.question)
        }  # a price of $3 is no version
        if not numbers(text) - said:
            return False
        if self.kind == "sum":
            return tells_money(text) or BARE_SUM.search(text) is not None
        if self.named and _UNITS[0].search(self.question) and _SIZED.search(text):
            return True
        return self.unit is not None and self.unit.search(text) is not None

    def _dates(self, text: str) -> bool:
        """It tells a time; where it speaks of other versions too, in a clause of the one that is asked about."""
        asked, there = set(versioned_in(self.question)), set(versioned_in(text))
        clauses = _CLAUSE.split(text) if asked and there - asked else [text]
        ours = [one for one in clauses if len(clauses) == 1 or asked & set(versioned_in(one))]
        return any(has_time(one) or _TIME.search(one) is not None for one in ours)

    def tells_its_measure(self, text: str) -> bool:
        """The sum's own word, or one that means the same, stands there: 評価額, 企業価値."""
        of = next((one for one in _MEASURES if re.search(one, self.question, re.I)), None)
        return of is not None and re.search(of, text, re.I) is not None

    @property
    def is_worth(self) -> bool:
        """What a company is worth: another sum of it, what it raised or sold, is none."""
        return (
            self.kind == "sum"
            and re.search(_MEASURES[0], self.question, re.I) is not None
            and _DEAL.search(self.question) is None
        )

    @property
    def measure(self) -> str:
        """The form of the sum's own word; "" where it has none."""
        return next((one for one in _MEASURES if re.search(one, self.question, re.I)), "")

    def measured_in(self, text: str) -> list[tuple[int, int]]:
        """Where the sum's own word stands, or one that means the same."""
        of = next((one for one in _MEASURES if re.search(one, self.question, re.I)), None)
        return [found.span() for found in re.finditer(of, text, re.I)] if of else []

    def _names_another(self, text: str) -> bool:
        asked = {one.company for one in mentions(self.question) if one.company}
        if {one.company for one in mentions(text) if one.company} - asked:
            return True
        said = frozenset(names(self.question)) | frozenset(self.question.casefold().split()) | NO_COMPANIES
        return bool(frozenset(names(text)) - said)


def value_asked(question: str, *, english: bool) -> Value | None:
    """None where what is asked for has no form by which it could be told from anything else."""
    question = " ".join(question.split())
    counted = _RATE.sub(" ", question)
    for unit in _UNITS:
        there = re.search(
            rf"\bhow many (?:[\w-]+ ){{0,2}}(?:{unit.pattern})|(?:{unit.pattern}).{{0,6}}{_HOW_MANY}|{_HOW_MANY}.{{0,3}}(?:{unit.pattern})|(?:{unit.pattern})(?:[数數量]|は|[수는은이]| count)*[?？\s]*$",
            counted,
            re.IGNORECASE,
        )
        if there:
            return Value("count", question, _counted(unit), named=True)
    if found := _COUNTER.search(question):
        counter = next(filter(None, found.groups()))
        of_people = (
            "[回度]"
            if counter == "回"
            else "[人名명]|คน|ราย"
            if counter in ("人", "명", "คน", "ราย")
            else re.escape(counter)
        )
        return Value(
            "count", question, re.compile(rf"{_DIGITS}\s?(?:여|余|多)?\s?(?:[가-힣]{{2,4}}\s)?(?:{of_people})")
        )
    if _SUM_ASKED.search(question) or (english and (asks_for_money(question) or _SUM_NAMED.search(question))):
        return Value("sum", question)
    if _TO_COME.search(question):
        return Value("time", question)
    return Value("company", question) if _COMPANY_ASKED.search(question) else None


def _counted(unit: re.Pattern[str]) -> re.Pattern[str]:
    """A number in thousands of thousands and the unit in one sentence, or any number right beside the unit."""
    of = unit.pattern
    return re.compile(
        rf"(?s)^(?=.*(?:{of}))(?=.*{_SCALED.pattern})|\d[\d,.]*[ -]?(?:{of})|(?:{of})\D{{0,4}}\d", re.IGNORECASE
    )


def is_of_subject(asked: Asked, text: str, title: str) -> bool:
    """Every name of the question, and who its sentence is about, stand in the sentence or in its title."""
    around = f"{title}\n{text}"
    if asked.missing(frozenset(asked.read(search_tokens(around)))):
        return False
    found = (_OWNER.search(asked.text), first := _FIRST.match(asked.text))
    owners = [one["owner"].casefold() for one in found if one and not _is_met_otherwise(one["owner"])]
    if first and first["version"] and not numbers(first["version"]) <= numbers(around):
        return False
    plain = around.replace(" ", "").casefold()
    return all(owner in plain for owner in owners)


def is_their_own(question: str, text: str, title: str) -> bool:
    """Whom the question names stands there for itself, and not only for who came from there: a founder's new company is another's."""
    asked = [one for one in mentions(question) if one.company and not _IS_ELSEWHERE.match(question, one.end)]
    for one in asked:
        there = [(part, at) for part in (text, title) for at in mentions(part) if at.company == one.company]
        if there and all(
            _IS_ELSEWHERE.match(part, at.end) or _WAS_THERE.search(part, 0, at.start) for part, at in there
        ):
            return False
    return True


_IS_ELSEWHERE: Final = re.compile(
    r"(?:['’]s)?[ -](?:backed|researchers?|alum\w*|veterans?|engineers?|employees?|staff\w*|(?:co-?)?founders?|executives?|defectors?)\b"
    r"|出身|の?元?(?:研究者|社員|幹部|(?:共同)?創業者|技術者)|\s?출신|(?:的)?前?(?:研究[员員]|[员員]工|高管|[创創]始人)|出[来來]的"
    r"|\s?(?:เก่า|อดีต)",
    re.IGNORECASE,
)
_WAS_THERE: Final = re.compile(r"(?:\b(?:former|ex)[ -]|元|前|전\s|อดีต\S{0,20})\s?$", re.IGNORECASE)


def tells_of_all(value: Value, asked: Asked, unit: Unit) -> bool:
    """Two names at least are asked about, and the sentence, or the headline, tells the value beside each of them."""
    if value.kind not in ("sum", "count") or not value.is_strict or not value.told_by(unit.text):
        return False
    first = first_named(asked.text)
    owner = _OWNER.search(asked.text)
    others = {one for one in (first, owner["owner"] if owner and not _is_met_otherwise(owner["owner"]) else "") if one}
    headed = unit.text in unit.passage.title
    around = unit.passage.title if headed else unit.text
    several = len({one.id for one in mentions(asked.text)} | others) >= _SEVERAL
    if not several or asked.missing(frozenset(asked.read(search_tokens(around)))):
        return False
    plain = around.replace(" ", "").casefold()
    return (headed or value.tells_its_measure(unit.text)) and all(one.casefold() in plain for one in others)


_SEVERAL: Final = 2


def first_named(question: str) -> str:
    """Who, or what, a Korean question says first, in no table; "" where it says something else."""
    found = _FIRST.match(question)
    return found["owner"] if found and not _is_met_otherwise(found["owner"]) and not is_byword(found["owner"]) else ""


def _is_met_otherwise(word: str) -> bool:
    """It only asks, or is a known name, which a report may spell in another way."""
    return _ASKING_WORDS.search(word) is not None or bool(mentions(word))


def asks_one_thing(question: str) -> bool:
    """One word asks: no second part is to be answered."""
    return len({found[0].casefold() for found in ONE_THING.finditer(question)}) <= 1


def is_to_come(question: str) -> bool:
    """When something will be is asked, not when it was."""
    return _TO_COME.search(question) is not None
