"""The sort of thing a question asks for - a person, a day, a sum, a count - and whether a text holds one that the question does not say. Pure; six languages."""

import re
from dataclasses import dataclass
from functools import cache
from typing import Final

from summariser.asking.values import BARE_SUM, Value, value_asked
from summariser.words import facts
from summariser.words.aliases import mentions
from summariser.words.counting import tells_money
from summariser.words.names import all_names
from summariser.words.vectors import simplify
from summariser.words.versions import respelled

SORTS: Final = (
    "person",
    "place",
    "time",
    "span",
    "money",
    "share",
    "count",
    "amount",
    "reason",
    "truth",
    "nature",
    "which",
)
"""What can be asked for; `amount`: how much, of money or of anything; `truth`: whether something is so; `nature`: what something is; `which`: of what kind."""
VALUES: Final = frozenset({"time", "span", "money", "share", "count", "amount"})
"""What a number tells."""

_ASKS: Final = tuple(
    (sort, re.compile(pattern, re.IGNORECASE))
    for sort, pattern in (
        ("reason", r"何が原因|原因は|[幹干][嘛吗啥]|왜|\bwhy\b|\bhow come\b|\bwhat(?:'s| is| was)? (?:the )?reason|なぜ|なんで|何で(?!す)|どうして|理由|[为為]什[么麼]|[为為]何|[怎咋][么麼](?:突然|[会會]|就|[还還]|一直)|凭什[么麼]|왜(?![가-힣])|이유|까닭|ทำไม|เพราะอะไร|เหตุใด|สาเหตุ"),
        ("share", r"何パー|몇 ?퍼|(?:증가|성장|점유|감소)[률율]|[수이]익률|รู้?อัตรา|増加率|成長率|\bwhat (?:percentage|percent|share|proportion|fraction)\b|\bhow much of\b|何(?:[%％]|パーセント|割)|百分之[几幾多]|[几幾]成|多少[%％]|[几幾]趴|몇 ?(?:%|퍼센트|프로)|(?<!เ)กี่\s?(?:%|เปอ(?:ร์)?เซ็น)|ร้อยละเท่า|เปอร์เซ็นต์"),
        ("span", r"どれくらいかかっ|どのくらいかかっ|얼마나 걸|\bhow long\b|どのくらいの期間|何(?:年|か月|ヶ月|カ月|週|日|時間)間|何(?:時間|分|秒)|何(?:日|年|か月|ヶ月|週)(?=[^、。？?]{0,6}(?:動|かか|掛|続|使))|몇 ?[초분]|多久|多[長长]|[几幾](?:年|[个個]月|天|[个個]?小[时時])(?:[内內後后]|[?？]*$)|얼마나 ?(?:오래|걸)|몇 ?(?:년|개월|달|주|시간)[ 간동]|(?<!เ)กี่(?:ปี|เดือน|สัปดาห์|วัน|ชั่วโมง)|นานแค่ไหน|นานเท่า"),
        ("time", r"며칠|발매일|출시일|\b(?:release|launch|start|opening|listing|shipping|delivery|arrival) dates?\b|\bwhen\b|\bwhat (?:date|day|year|month|time)\b|\bhow soon\b|いつ|何(?:月|日|年|時)(?!間)|[什哪][么麼]?[时時]候?|何[时時]|啥[时時]候?|[几幾][号號月日點点]|哪一?[年天日月]|언제|몇 ?(?:년|월|일|시)(?!간)|เมื่อไ|เมื่อใด|วันไหน|วันที่เท่า|ปีไหน|เดือนไหน|ช่วงไหน|กี่โมง|ตอนไหน"),
        ("amount", r"\bhow (?:big|large|high)\b|\bhow much (?:faster|slower|cheaper|more|less|better|higher|lower|bigger|smaller|longer|larger)\b|\bhow much (?:did|has|have|does|do|will|would) .*\b(?:grow|grown|rise|risen|fall|fallen|drop|dropped|jump|jumped|gain|gained|increase|increased|improve|improved|shrink|shrunk|climb|climbed|surge|surged)\b|どれ(?:くらい|ぐらい|ほど|だけ)|どの(?:くらい|ぐらい|程度)|얼마나 ?(?!오래|걸)|(?:[长長增涨漲跌降升减減掉]|成[长長]|下滑)[^\s？?，,]{0,4}多少(?![钱錢])|(?:วันละ|เพิ่ม|ลด|โต|เร็ว|ร่วง|ขึ้น)[^\s]{0,12}เท่าไ"),
        ("money", r"(?:[投融募][资資]|加[码碼]|砸|花|薪|[罚罰赔賠]|成本|[费費]用|[预預]算|[签簽])[^，,？?]{0,12}多少(?![人个個台家款名次件位份辆輛张張部篇条條倍参參座天年月日小成%％])|多少(?:人民|[罚罰赔賠]|薪|[奖獎]金|[预預]算)|[金総損益][額失]|特損|負債|[純営]利益?|売上|調達額|規模は|年収|身価|罰金|[投融][资資][額额]|[营營]收|利[润潤]|순이익|영업이익|매출|투자액|연봉|\bhow much (?:money|cash|funding|revenue|capital|(?:is|was|are|were|do|does|did|has|have|will|would|could|can|should|it|to|for)\b)|\b(?:price|cost|valuation|salary|revenue|profit|fee|market cap)\b|\bhow (?:rich|expensive)\b|\bwhat (?:do|does|did) .*\b(?:cost|charge|pay|raise)\b|いくら|何(?:億|万|兆)?(?:円|ドル)|値段|料金|なんぼ|月額|多少[钱錢元美刀]|多少[块塊]|[价價][钱錢格]|身家|估值|身[价價]|市值|얼마(?!나 ?(?:오래|걸|많))|가격|몸값|몇 ?(?:원|달러|억|조)|(?:เงิน|ราคา|งบ|รายได้|ลงทุน|ทุน|มูลค่า|จ่าย|ค่า|กำไร|ซื้อ|ขาย|ปรับ|ขาดทุน).*เท่าไ|เท่าไ.*(?:บาท|ดอลลาร์)|กี่บาท|ราคา|กี่ล้าน(?:บาท|ดอลลาร์)|มูลค่า"),
        ("amount", r"(?<!เ)กี่\s?(?:สิบ|ร้อย|พัน|หมื่น|แสน)?ล้าน|何[十百千]?[億兆]|몇 ?(?:십|백|천)?[억조]|[几幾][十百千]?[亿億兆]"),
        ("amount", r"多少(?=(?:呢|啊|呀|了)?[?？\s]*$)|เท่าไ"),
        ("count", r"何行|契約者数|人数|件数|台数|[人件台]数|몇 ?(?:장|군데|차례|곳)|[用户戶][數数]|[几幾]票|多[大高快重遠远]|何歳|몇 ?살|อายุเท่า|\bhow (?:old|fast|far|heavy)\b|パラメータ数|参数量|\bhow many\b|\bwhat number\b|\bnumber of\b|何(?:[人社台件個本店名回校点枚種機倍万億組頭冊曲票軒棟段才度基隻席字]|[かヶカ][所国]|文字|試合)|いくつ|多少(?:人|[个個台家款名次件位份辆輛张張部篇条條倍参參])|多少|[几幾](?:[个個台家款名次件位份辆輛张張部篇条條倍成])|몇(?!몇)|(?<!เ)กี่"),
        ("person", r"\bname of the (?:ceo|founder|head|judge)|\b(?:which|what) (?:[a-z]+ )?(?:judge|ceo|founder|executive|minister|governor|senator|mayor|lawyer|researcher|professor|analyst|person|people)\b|どの(?:判事|裁判官|大臣|研究者|教授)|哪[一]?[位名](?!次)|哪[個个](?:法官|部長|部长|高管|人)|어느 ?(?:판사|장관|교수)|(?:ผู้พิพากษา|ผู้บริหาร|รัฐมนตรี|นักวิจัย)คนไหน|の名前|叫什[么麼]名字|이름이|ชื่ออะไร|ชื่อไร|\bwho(?:m|se)?\b|誰|だれ|谁|누가|누구|ใคร"),
        ("place", r"ตรงไหน|哪一?州|哪一?國|哪一?国|どの[国州県]|\bwhere\b|\b(?:which|what) (?:city|country|state|place|town)\b|どこ(?:で|に|の[国町県市]|$|[?？])|何処|哪[里裡裏兒儿]|何處|[在哪]哪|어디|어느 ?(?:나라|도시|지역)|ที่ไหน|จังหวัด(?:อะไร|ไหน)|ประเทศ(?:อะไร|ไหน)"),
        ("nature", r"做什[么麼]的|幹什[么麼]的|뭐 ?하는|무슨 뜻|どんな|どういう(?:意味|会社)|何する|ทำอะไร|คือโมเดลอะไร|什[么麼]是|哪家公司|が?뭔가요|說明|(?:什[么麼]|何の|무슨 ?|어떤 ?)(?:样的|樣的)?(?:公司|会社|회사)(?:です|なの|だ|啊|呢|야|예요|이야)?か?[?？\s]*$|บริษัทอะไร[?\s]*$|\bwhat do(?:es)? .{1,40} do\b|\bwhat can .{1,40} do\b|^\W*(?:so |and |ok |hey )?(?:what(?:'s| is| are|s) (?:an? |the )?[\w .+'-]{1,40}\??$|explain\b|define\b|who is\b)|とは|って(?:何|なに|なん)|是什[么麼]|是啥|何ですか|뭐(?:야|예요|지|임|니|에요)|무엇|(?:이|란)\s?뭐|คืออะไร|คือไร|คือใคร|อธิบาย|說明一下|说明一下|解釋|解释|설명"),
        ("truth", r"って本当|真的假的|真的被|실임|사실임|거임|[났맞]아|됐[나어]|จริงป|ได้จริง|过审了没|了沒|了没|^\W*(?:so |and )?(?:is|are|was|were|did|does|do|has|have|had|can|could|will|would|isn't|didn't)\b|[吗嗎][?？\s]*$|有没有|有沒有|是不是|(?:のか|ですか|ますか|ましたか|たの|るの|んだっけ)[?？\s]*$|(?:나요|니까|었어|았어|했어|됐어|인가|는가)[?？\s]*$|หรือ(?:ไม่|ยัง|เปล่า|ป่าว)|ไหม|มั้ย|รึยัง"),
        ("which", r"\bwhich\b|\bwhat (?:kind|sort|type|model|company|firm)\b|どの|どれ|どんな|[哪][一]?[種种款個个家項项]|어느|어떤|무슨|(?<!ที่)ไหน|ใด"),
    )
)  # fmt: skip
_NUMBER: Final = re.compile(
    r"(?<![\w.-])\d[\d,.]*|[〇一二三四五六七八九十百千两兩几数]{1,6}(?=[个個名人家台款件社年月日億亿万萬倍])"
)
_TIME: Final = re.compile(
    r"\b(?:today|yesterday|tomorrow|tonight|soon|(?:mon|tues|wednes|thurs|fri|satur|sun)day|spring|summer|autumn|fall|winter|q[1-4]|(?:mid|early|late)-?\s?(?:20|[a-z]+)|(?:next|last|this|coming|later this|end of the|by the end of) (?:week|month|year|quarter|fall|spring|summer))\b"
    r"|\b(?:19|20)\d\d\b|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec)(?:uary|ruary|ch|il|e|y|ust|tember|ober|ember)?\.?\b(?! (?:be|have|not|also))|\bin (?:\d+|a few|two|three|six|several|the coming) (?:days|weeks|months|years)|\bwithin (?:days|weeks|months|\d+)|\b(?:days|weeks|months) (?:ago|away|later)"
    r"|(?:\d{4}\s?年|(?:令和|民[国國])\s?\d+\s?年|\d{2}年(?=度|\s?\d{1,2}\s?月)|\d\s?[月日号號])(?![间間分]|以[上内])|[今来來本明翌去昨][年月週周日天晚]|年[内末底初中]|[上下]半[年期]|近日|[即很][将將快]|[春夏秋冬][季天に]|[数數几幾][日天周週月][后後内]"
    r"|(?:\d{4}\s?년|\d{2}년(?=도|\s?\d{1,2}\s?월)|\d\s?[월일])(?!\s?(?:간|이상|동안|넘게|만에|연속))|올해|내년|지난해|이달|다음 ?[주달]|[상하]반기|\d분기|연[내말초]|조만간|오는|오늘|내일|어제|ปีหน้า|ปีนี้|เดือน|ไตรมาส|สัปดาห์|เร็ว ?ๆ ?นี้|วันที่|วันนี้|พรุ่งนี้|(?<![\d/])\d{1,2}/\d{1,2}(?![\d/])|\d\s?(?:มกรา|กุมภา|มีนา|เมษา|พฤษภา|มิถุนา|กรกฎา|สิงหา|กันยา|ตุลา|พฤศจิกา|ธันวา|ม\.ค|ก\.พ|มี\.ค|เม\.ย|พ\.ค|มิ\.ย|ก\.ค|ส\.ค|ก\.ย|ต\.ค|พ\.ย|ธ\.ค)",
    re.IGNORECASE,
)
_SPAN: Final = re.compile(
    r"\b(?:\d[\d.]*|an?|one|two|three|four|five|six|seven|eight|nine|ten|several|few)[ -](?:hour|day|week|month|year|minute|decade|second)s?\b|\d[\d.]*\s?(?:年|か月|ヶ月|カ月|[个個]月|週|周|天|日|小[时時]|時|分)[间間]?|[一两兩二三半][年天周週月日]|\d[\d.]*\s?(?:년|개월|달|주|일|시간|분|초)|\d[\d.]*\s?秒|\d+\s?(?:ปี|เดือน|สัปดาห์|วัน|ชั่วโมง|นาที)",
    re.IGNORECASE,
)
_SHARE: Final = re.compile(
    r"\d[\d,.]*\s?(?:[%％]|per\s?cent|パーセント|퍼센트|เปอร์เซ็นต์|割|成|趴)|\b(?:half|third|quarter|majority)\b|半[数分數]|절반|ครึ่ง",
    re.IGNORECASE,
)
_DAYS: Final = re.compile(
    r"\b\d{1,2}(?:st|nd|rd|th)? (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? \d{1,2}\b"
    r"|\b(?:19|20)\d\d\b(?![,.]?\d)|\d{4}\s?[年년]|\d{1,2}\s?[月日号號월일时時點点시](?!間)|(?<![\d/])\d{1,2}/\d{1,2}(?![\d/])"
    r"|\d{1,2}\s?(?:(?:ม|มี|เม|พ|มิ|ก|ส|ต|ธ)\.?[คพย]\.|(?:มกรา|กุมภา|มีนา|เมษา|พฤษภา|มิถุนา|กรกฎา|สิงหา|กันยา|ตุลา|พฤศจิกา|ธันวา)[ก-ฮ]*)|\bFY\s?\d{2,4}|\bQ[1-4]\b",
    re.IGNORECASE,
)
_EXACT: Final = re.compile(
    r"\bexact(?:ly)?\b|正確な|確定した|확정된|정확[한히]|แน่ ?ๆ|正确|确切|確切|準確|แน่นอน|แน่ชัด", re.IGNORECASE
)
"""A day is asked for: soon is none."""
_WEEKDAY: Final = re.compile(
    r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|[月火水木金土日]曜|[周週][一二三四五六日]|[월화수목금토일]요일|วัน(?:จันทร์|อังคาร|พุธ|พฤหัส|ศุกร์|เสาร์|อาทิตย์)|\b(?:today|tomorrow|yesterday)\b|今日|明日|今天|明天|오늘|내일|วันนี้|พรุ่งนี้",
    re.IGNORECASE,
)
_MONEY: Final = re.compile(
    r"(?:[$€£¥₩฿₹]|US\$|NT\$|HK\$)\s?\d[\d,.]*(?:\s?(?:[kmbt]n?\b|[mbt]illion|trillion|[万萬億亿兆]))?|\d[\d,.]*(?:\s?[万萬億亿兆千百만억조천백]|\s?(?:thousand|[mb]illion|trillion|พัน|หมื่น|แสน|ล้าน))*\s?(?:円|元|圓|ドル|セント|美分|ユーロ|달러|센트|유로|위안|원|불(?![가-힣])|[美日欧歐台港韓韩][元圓]|人民[币幣]|ดอลลาร์|เซนต์|บาท|ยูโร|dollars?\b|cents?\b|euros?\b|yen\b|won\b|yuan\b)"
    r"|[一二三四五六七八九十百千數数]{1,4}[億亿兆]\s?[美日欧歐台港韓韩]?[元圓円]",
    re.IGNORECASE,
)
_PERSON: Final = re.compile(
    r"\b(?!(?:The|A|An|In|On|At|For|New|How|Why|What|This|That|More|Open|Big|United|Silicon|Wall|Hong|South|North|White|Supreme|European|Chinese|American)\b)[A-Z][\w'’-]+ (?:[A-Z]\.? |(?:de|van|von|al|bin) )?[A-Z][\w'’-]+\b"
    r"|[ァ-ヴー]{2,}[・＝][ァ-ヴー]{2,}|[一-鿿ァ-ヴー]{2,8}(?:氏|さん|社長|会長|被告|容疑者|教授|首相|大臣|CEO)|[一-鿿ァ-ヴー]{1,6}(?:が|を)(?=社長|CEO)"
    r"|(?:执行长|執行長|总裁|總裁|董事长|董事長|创办人|創辦人|创始人|創始人|总监|總監|CEO|院士|教授)[一-鿿·]{2,6}|[一-鿿]{2,4}(?:表示|指出|透露|称|稱|宣布|宣佈|担任|擔任|出任|接任|接棒)|[一-鿿]{2,5}·[一-鿿]{1,6}"
    r"|[가-힣]{2,4} (?:[가-힣]{2,8} )?(?:대표|회장|사장|의장|장관|교수|CEO|부회장|최고경영자|총리|대통령|위원장|본부장|원장|부장|소장|중장|대장|이사|연구원|박사|의원|감독|작가|판사|검사)|[가-힣]{2,4}\\s?(?:氏|씨)|(?:นาย|นาง|ดร\.|คุณ)\s?[ก-๙]{2,}"
)


_MEASURES: Final = {
    "price": r"\bpric\w+|\bcosts?\b|\bcharg\w+|\bsubscription|\bper (?:month|year|million|token|user|seat)|\b(?:a|each) (?:month|year)\b|/mo\b|値段|価格|料金|税込|月額|[价價][格钱錢位]|售[价價]|定[价價]|[卖賣]|가격|요금|월 ?\d|출고가|ราคา|ค่าบริการ|ต่อเดือน|บาท",
    "worth": r"\bvalu(?:e[sd]?|ing|ations?)\b|\bworth\b|\bmarket cap|評価額|企業価値|時価総額|市值|估值|身[价價家]|기업 ?가치|시가 ?총액|시총|몸값|มูลค่า",
    "raised": r"\brais(?:e[sd]?|ing)\b|\bfunding\b|\bround\b|\bseries [a-h]\b|\bseed\b|調達|融[资資]|募[资資]|[领領]投|투자 ?유치|조달|유치|ระดมทุน",
    "revenue": r"\brevenues?\b|\bsales\b|\bARR\b|\bannual(?:ized)? (?:run|recurring)|売上|[营營]收|매출|รายได้|ยอดขาย",
    "profit": r"\b(?:profits?|net income|earnings|loss(?:es)?)\b|利益|赤字|利[润潤]|[净淨]利|[亏虧][损損]|이익|손실|กำไร|ขาดทุน",
    "fine": r"\bfin(?:e[sd]?|ing)\b|\bpenalt|\bsettle|\bdamages\b|罰金|制裁金|和解|[罚罰]款|[赔賠][偿償]|과징금|벌금|합의금|배상|ค่าปรับ|ชดใช้",
    "pay": r"\bsalar|\bbonus|\bpay package|\bcompensation\b|年収|給与|ボーナス|年[终終][奖獎]|薪|[奖獎]金|연봉|성과급|보너스|เงินเดือน|โบนัส",
    "spent": r"\bspen[dt]\w*|\binvest\w*|\bcommit\w*|\bcapex\b|投資|投じ|投[资資入]|砸|투자(?! ?유치)|ลงทุน",
    "bought": r"\bacqui\w+|\bb(?:uy|uys|uying|ought)\b|\btakeover|\bstake\b|買収|株式|收[购購]|[并併][购購]|인수|지분|ซื้อ|เข้าซื้อ",
    "cash": r"\bcash flow|\bcash\b|現金|现金|[现現]金流|현금|เงินสด",
}
"""Of what a sum is, a line each for words of one meaning."""


_UNCOUNTED: Final = 0.5


@dataclass(frozen=True, slots=True)
class AnswerType:
    """`sort`: one of SORTS, "" where the question's form does not tell; `value`: what counts it, where that has a form."""

    sort: str
    question: str
    value: Value | None

    def held_by(self, text: str) -> float:
        """1 where the text holds one that the question does not say, half where it is a number without the unit that is asked for, 0 where it holds
        none, -1 where there is nothing to look for."""
        if self.sort in ("", "truth", "nature", "reason", "which"):
            return -1.0
        value = self.value if self.sort in ("money", "count") else None
        if value is not None and value.told_by(text):
            return 1.0
        held = float(_holds(self.sort, text, self.question))
        is_counted = value is not None and value.kind == "count" and facts.script(text) == facts.script(self.question)
        return held * _UNCOUNTED if is_counted else held

    def lacked_by(self, text: str) -> bool:
        """A number is asked for, and the text holds none that could be it: it answers nothing, however near it is."""
        return self.sort in VALUES and self.held_by(text) == 0

    def measured_by(self, text: str) -> float:
        """Of a sum: 1 where the text has a word for what it is of, -1 where it has only words for another, 0 where it has none, or no sum is asked for."""
        asked = measures_in(self.question) if self.sort in ("money", "share", "amount") else frozenset[str]()
        if not asked:
            return 0.0
        there = measures_in(text)
        return 1.0 if asked & there else -1.0 if there else 0.0


def measures_in(text: str) -> frozenset[str]:
    """Of what a text's sums may be."""
    return frozenset(name for name, told in _told_by().items() if told.search(text))


@cache
def _told_by() -> dict[str, re.Pattern[str]]:
    return {name: re.compile(pattern, re.IGNORECASE) for name, pattern in _MEASURES.items()}


def answer_type(question: str, *, english: bool) -> AnswerType:
    question = " ".join(question.split())
    sort = next((sort for sort, asks in _ASKS if asks.search(question)), "")
    return AnswerType(sort, question, value_asked(question, english=english))


def asks_a_value(question: str) -> bool:
    """How much, how many, when or how long: one value is asked for, whoever did what; which of several did is not."""
    text = " ".join(question.split())
    return _QUANTITY.search(text) is not None and _OF_WHICH.search(text) is None


_QUANTITY: Final = re.compile(
    r"\bhow (?:many|much|long|big|large|fast|old|far|high|soon)\b|^\W*(?:and |so |but )?when\b|\bwhat (?:percentage|price|date|amount|number)\b"
    r"|いくら|いくつ|いつ(?!も)|何(?:人|件|台|個|本|枚|回|倍|万|億|兆|円|ドル|年|月|日|時|分|秒|%|％|パー|割|[組頭冊曲票軒棟段才度基隻席字点行])|どれ(?:くらい|ぐらい|ほど)|どの(?:くらい|程度)"
    r"|얼마|몇(?!몇)|언제|며칠|多少|[几幾](?![家])|[什何啥][么麼]?[时時]候|何[时時]|哪一?[天年月日]|เท่าไ|(?<!เ)กี่|เมื่อไ|วันไหน",
    re.IGNORECASE,
)
_OF_WHICH: Final = re.compile(
    r"\b(?:which|who|list|all the|any)\b|どの|どこ|誰|哪[些家個个]|[谁誰]|어느|어떤|누가|누구|어디|บ้าง|ใคร|ไหนบ้าง|目録|リスト|一覧|목록|รายชื่อ",
    re.IGNORECASE,
)


def is_search(text: str) -> bool:
    """A few words side by side that ask nothing: whatever holds them is looked for."""
    pieces = text.split()
    return (
        len(pieces) <= _FEW_WORDS
        and all(_WORD.fullmatch(one) for one in pieces)
        and _ASKING.search(text) is None
        and not any(asks.search(text) for _, asks in _ASKS)
    )


_FEW_WORDS: Final = 5
_WORD: Final = re.compile(
    r"[A-Za-z0-9][\w.&'-]*|[一-鿿]{1,5}|[ァ-ヴー]{2,12}|[가-힣]{2,8}|[A-Za-z0-9]+[一-鿿ァ-ヴー]{1,5}"
)
_ASKING: Final = re.compile(
    r"[?？]|\b(?:wh(?:at|o|en|ere|ich|y|om|ose)s?|how|is|are|was|were|did|does|do|has|have|can|will|would|explain|tell|show|list|latest|vs)\b"
    r"|[谁誰哪啥吗嗎呢何怎]|什|뭐|무엇|알려|어때|왜",
    re.IGNORECASE,
)


def _holds(sort: str, text: str, question: str) -> bool:
    if sort == "person":
        return _new(_PERSON, text, question) or bool(_persons(text) - _persons(question))
    if sort == "place":
        there, asked = ({one.id for one in mentions(part) if one.id in _places()} for part in (text, question))
        return bool(there - asked) or _PLACED.search(text) is not None
    if sort == "time" and _EXACT.search(question):
        return _new(_DAYS, text, question) or _new(_WEEKDAY, text, question)
    if sort == "time":
        return _new(_TIME, text, question) or bool(facts.dates(text))
    if sort == "span":
        return _new(_SPAN, text, question)
    if sort == "share":
        return _new(_SHARE, text, question)
    if sort == "money":
        return _new(_MONEY, text, question) or _new(BARE_SUM, text, question) or tells_money(text)
    if sort == "amount":
        return any(_holds(one, text, question) for one in ("money", "share", "number"))
    text = _FOOTNOTE.sub(" ", text)
    bare = _SPAN.sub(" ", _SHARE.sub(" ", _MONEY.sub(" ", respelled(_VERSION.sub(" ", text), lambda one, _: one.head))))
    bare = _DAYS.sub(" ", bare)
    bare = bare if sort == "count" else _WORDED.sub(" ", bare)
    said = facts.numbers(question)
    return (
        bool(facts.numbers(bare) - said)
        or _new(_NUMBER, bare, question)
        or (sort == "count" and _WORDED.search(bare) is not None)
    )


_FOOTNOTE: Final = re.compile(r"\[\d{1,2}\]")
_PLACED: Final = re.compile(
    r"\b(?:in|at|near|from|outside|across|to) (?:the )?[A-Z][a-z]{2,}|[一-鿿]{2,4}(?:市|[県縣]|州|省|区|區|町)|[가-힣]{2,4}(?:시|도|구|군)(?=[에의 ])|จังหวัด|ประเทศ"
)
_WORDED: Final = re.compile(
    r"\b(?:dozens?|hundreds?|thousands?|millions?|billions?|none|both|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|half|several|pair)\b",
    re.IGNORECASE,
)


_VERSION: Final = re.compile(r"(?<![A-Za-z])v\d[\d.]*", re.IGNORECASE)


def _new(pattern: re.Pattern[str], text: str, question: str) -> bool:
    said = simplify(question).casefold()
    return any(simplify(found[0]).casefold() not in said for found in pattern.finditer(text))


def _persons(text: str) -> set[str]:
    return {one.id for one in mentions(text) if one.id in _people()}


@cache
def _people() -> frozenset[str]:
    return frozenset(one.id for one in all_names() if one.kind == "person")


@cache
def _places() -> frozenset[str]:
    return frozenset(one.id for one in all_names() if one.kind == "place")
