"""Invented stories in six languages: each sentence written by hand in every language, its names, sums and dates filled in.

What a story's article says, how a careful writer tells it in the same or another language, and how a careless one gets it wrong.
"""

import random
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Final

LANGUAGES: Final = ("en", "ja", "zh-Hant", "zh-Hans", "ko", "th")
PAIRS: Final = (
    ("en", "ja"), ("en", "zh-Hant"), ("en", "zh-Hans"), ("en", "ko"), ("en", "th"),
    ("ja", "en"), ("zh-Hant", "en"), ("zh-Hans", "en"), ("ko", "en"), ("th", "en"), ("ja", "ko"), ("zh-Hans", "ja"),
)  # fmt: skip
"""(language of the article, language of the reader)."""

COMPANIES: Final = (
    {"en": "Microsoft", "ja": "マイクロソフト", "zh-Hant": "微軟", "zh-Hans": "微软", "ko": "마이크로소프트", "th": "ไมโครซอฟท์"},
    {"en": "Google", "ja": "グーグル", "zh-Hant": "谷歌", "zh-Hans": "谷歌", "ko": "구글", "th": "กูเกิล"},
    {"en": "Huawei", "ja": "ファーウェイ", "zh-Hant": "華為", "zh-Hans": "华为", "ko": "화웨이", "th": "หัวเว่ย"},
    {"en": "Samsung", "ja": "サムスン", "zh-Hant": "三星", "zh-Hans": "三星", "ko": "삼성", "th": "ซัมซุง"},
    {"en": "OpenAI"}, {"en": "Anthropic"}, {"en": "Mistral"}, {"en": "Zephyra"}, {"en": "Norvane Labs"}, {"en": "Quillon"},
)  # fmt: skip
PEOPLE: Final = (
    {"en": "Sam Altman", "ja": "サム・アルトマン", "zh-Hant": "奧特曼", "zh-Hans": "奥特曼", "ko": "올트먼", "th": "แซม อัลท์แมน"},
    {"en": "Mira Okafor"}, {"en": "Jonas Reith"},
)  # fmt: skip
PLACES: Final = (
    {"en": "Japan", "ja": "日本", "zh-Hant": "日本", "zh-Hans": "日本", "ko": "일본", "th": "ญี่ปุ่น"},
    {"en": "China", "ja": "中国", "zh-Hant": "中國", "zh-Hans": "中国", "ko": "중국", "th": "จีน"},
    {"en": "Taiwan", "ja": "台湾", "zh-Hant": "台灣", "zh-Hans": "台湾", "ko": "대만", "th": "ไต้หวัน"},
)  # fmt: skip
MODELS: Final = ("Lumen 4", "Orbit 2.5", "Tarn-7", "Vireo 3")
MONTHS: Final = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
THAI_MONTHS: Final = [
    "มกราคม",
    "กุมภาพันธ์",
    "มีนาคม",
    "เมษายน",
    "พฤษภาคม",
    "มิถุนายน",
    "กรกฎาคม",
    "สิงหาคม",
    "กันยายน",
    "ตุลาคม",
    "พฤศจิกายน",
    "ธันวาคม",
]
WEEKDAYS: Final = (
    {"en": "Monday", "ja": "月曜日", "zh-Hant": "週一", "zh-Hans": "周一", "ko": "월요일", "th": "วันจันทร์"},
    {"en": "Wednesday", "ja": "水曜日", "zh-Hant": "週三", "zh-Hans": "周三", "ko": "수요일", "th": "วันพุธ"},
    {"en": "Thursday", "ja": "木曜日", "zh-Hant": "週四", "zh-Hans": "周四", "ko": "목요일", "th": "วันพฤหัสบดี"},
)  # fmt: skip


@dataclass(frozen=True)
class Sentence:
    """`said` stands in the article, `told` is a paraphrase of it in English, `flipped` says the opposite."""

    said: Mapping[str, str]
    told: str = ""
    flipped: Mapping[str, str] = field(default_factory=dict)


SENTENCES: Final = {
    "acquire": Sentence(
        {
            "en": "{A} acquired {B} for {sum} in {month}.",
            "ja": "{A}は{month}、{B}を{sum}で買収した。",
            "zh-Hant": "{A}於{month}以{sum}收購了{B}。",
            "zh-Hans": "{A}于{month}以{sum}收购了{B}。",
            "ko": "{A}는 {month} {B}를 {sum}에 인수했다.",
            "th": "{A} เข้าซื้อ {B} ด้วยมูลค่า {sum} ในเดือน{month}",
        },
        "In {month}, {A} bought {B} for {sum}.",
        {
            "en": "{A} did not acquire {B} for {sum} in {month}.",
            "ja": "{A}は{month}、{B}を{sum}で買収しなかった。",
            "zh-Hant": "{A}並未於{month}以{sum}收購{B}。",
            "zh-Hans": "{A}并未于{month}以{sum}收购{B}。",
            "ko": "{A}는 {month} {B}를 {sum}에 인수하지 않았다.",
            "th": "{A} ไม่ได้เข้าซื้อ {B} ด้วยมูลค่า {sum} ในเดือน{month}",
        },
    ),
    "refuse": Sentence(
        {
            "en": "{A} will not sell the products of {B} outside {place} before {year}.",
            "ja": "{A}は{year}年まで、{place}以外で{B}の製品を販売しない。",
            "zh-Hant": "{A}在{year}年之前不會在{place}以外銷售{B}的產品。",
            "zh-Hans": "{A}在{year}年之前不会在{place}以外销售{B}的产品。",
            "ko": "{A}는 {year}년까지 {place} 밖에서 {B}의 제품을 판매하지 않는다.",
            "th": "{A} จะไม่ขายผลิตภัณฑ์ของ {B} นอก{place}ก่อนปี {year}",
        },
        "Before {year}, {A} will not sell the products of {B} outside {place}.",
        {
            "en": "{A} will sell the products of {B} outside {place} before {year}.",
            "ja": "{A}は{year}年までに、{place}以外で{B}の製品を販売する。",
            "zh-Hant": "{A}在{year}年之前會在{place}以外銷售{B}的產品。",
            "zh-Hans": "{A}在{year}年之前会在{place}以外销售{B}的产品。",
            "ko": "{A}는 {year}년까지 {place} 밖에서 {B}의 제품을 판매한다.",
            "th": "{A} จะขายผลิตภัณฑ์ของ {B} นอก{place}ก่อนปี {year}",
        },
    ),
    "shares": Sentence(
        {
            "en": "Shares of {B} rose {share}% on {weekday} after {A} announced the deal.",
            "ja": "{A}が取引を発表した後、{B}の株価は{weekday}に{share}%上昇した。",
            "zh-Hant": "{A}宣布交易後，{B}股價{weekday}上漲{share}%。",
            "zh-Hans": "{A}宣布交易后，{B}股价{weekday}上涨{share}%。",
            "ko": "{A}가 거래를 발표한 뒤 {B} 주가는 {weekday} {share}% 상승했다.",
            "th": "หุ้นของ {B} เพิ่มขึ้น {share}% ใน{weekday} หลังจาก {A} ประกาศข้อตกลง",
        },
        "{B} shares rose {share}% on {weekday} after {A} announced the deal.",
    ),
    "size": Sentence(
        {
            "en": "{B} employed {people} people and had {users} users at the end of {year}.",
            "ja": "{year}年末の時点で{B}の従業員は{people}人、利用者は{users}人だった。",
            "zh-Hant": "截至{year}年底，{B}有{people}名員工和{users}名用戶。",
            "zh-Hans": "截至{year}年底，{B}有{people}名员工和{users}名用户。",
            "ko": "{year}년 말 {B}의 직원은 {people}명, 이용자는 {users}명이었다.",
            "th": "ณ สิ้นปี {year} {B} มีพนักงาน {people} คนและผู้ใช้ {users} คน",
        },
        "At the end of {year}, {B} employed {people} people and had {users} users.",
    ),
    "plan": Sentence(
        {
            "en": "{P} said {A} plans to open {sites} data centers in {place} by {year}.",
            "ja": "{P}氏は、{A}が{year}年までに{place}に{sites}カ所のデータセンターを開設する計画だと述べた。",
            "zh-Hant": "{P}表示，{A}計劃在{year}年前於{place}開設{sites}座資料中心。",
            "zh-Hans": "{P}表示，{A}计划在{year}年前于{place}开设{sites}座数据中心。",
            "ko": "{P}는 {A}가 {year}년까지 {place}에 데이터센터 {sites}곳을 열 계획이라고 말했다.",
            "th": "{P} กล่าวว่า {A} มีแผนจะเปิดศูนย์ข้อมูล {sites} แห่งใน{place}ภายในปี {year}",
        },
        "{A} plans to open {sites} data centers in {place} by {year}, {P} said.",
        {
            "en": "{P} said {A} does not plan to open {sites} data centers in {place} by {year}.",
            "ja": "{P}氏は、{A}が{year}年までに{place}に{sites}カ所のデータセンターを開設する計画はないと述べた。",
            "zh-Hant": "{P}表示，{A}沒有計劃在{year}年前於{place}開設{sites}座資料中心。",
            "zh-Hans": "{P}表示，{A}没有计划在{year}年前于{place}开设{sites}座数据中心。",
            "ko": "{P}는 {A}가 {year}년까지 {place}에 데이터센터 {sites}곳을 열 계획이 없다고 말했다.",
            "th": "{P} กล่าวว่า {A} ไม่มีแผนจะเปิดศูนย์ข้อมูล {sites} แห่งใน{place}ภายในปี {year}",
        },
    ),
    "release": Sentence(
        {
            "en": "{A} released {M}, a model with {size} parameters, on {weekday}.",
            "ja": "{A}は{weekday}、{size}パラメータのモデル{M}を公開した。",
            "zh-Hant": "{A}{weekday}發布了擁有{size}個參數的模型{M}。",
            "zh-Hans": "{A}{weekday}发布了拥有{size}个参数的模型{M}。",
            "ko": "{A}는 {weekday} {size} 파라미터 모델 {M}을 공개했다.",
            "th": "{A} เปิดตัว {M} โมเดลที่มีพารามิเตอร์ {size} ใน{weekday}",
        },
        "On {weekday}, {A} introduced {M}, a model with {size} parameters.",
        {
            "en": "{A} did not release {M}, a model with {size} parameters, on {weekday}.",
            "ja": "{A}は{weekday}、{size}パラメータのモデル{M}を公開しなかった。",
            "zh-Hant": "{A}{weekday}沒有發布擁有{size}個參數的模型{M}。",
            "zh-Hans": "{A}{weekday}没有发布拥有{size}个参数的模型{M}。",
            "ko": "{A}는 {weekday} {size} 파라미터 모델 {M}을 공개하지 않았다.",
            "th": "{A} ไม่ได้เปิดตัว {M} โมเดลที่มีพารามิเตอร์ {size} ใน{weekday}",
        },
    ),
    "sue": Sentence(
        {
            "en": "{A} sued {B} in {place} and asked for {damages}.",
            "ja": "{A}は{place}で{B}を提訴し、{damages}を求めた。",
            "zh-Hant": "{A}在{place}起訴{B}，索賠{damages}。",
            "zh-Hans": "{A}在{place}起诉{B}，索赔{damages}。",
            "ko": "{A}는 {place}에서 {B}를 제소하고 {damages}를 요구했다.",
            "th": "{A} ฟ้อง {B} ใน{place}และเรียกร้อง {damages}",
        },
        "{A} sued {B} in {place}, asking for {damages}.",
    ),
    "decide": Sentence(
        {
            "en": "Regulators in {place} will decide on the deal between {A} and {B} in {later}.",
            "ja": "{place}の規制当局は{later}、{A}と{B}の取引について判断する。",
            "zh-Hant": "{place}監管機構將於{later}就{A}與{B}的交易作出決定。",
            "zh-Hans": "{place}监管机构将于{later}就{A}与{B}的交易作出决定。",
            "ko": "{place} 규제 당국은 {later} {A}와 {B}의 거래에 대해 결정한다.",
            "th": "หน่วยงานกำกับดูแลใน{place}จะตัดสินข้อตกลงระหว่าง {A} และ {B} ในเดือน{later}",
        },
        "In {later}, regulators in {place} will decide on the deal between {A} and {B}.",
    ),
}  # fmt: skip
SECTIONS: Final = {
    "what_happened": ("release", "shares", "sue"),
    "why_it_matters": ("size", "refuse"),
    "what_to_watch": ("plan", "decide"),
}
WORLD: Final = {
    "en": "{A} is one of the largest technology companies in the world.",
    "ja": "{A}は世界最大級のテクノロジー企業の一つである。",
    "zh-Hant": "{A}是全球最大的科技公司之一。",
    "zh-Hans": "{A}是全球最大的科技公司之一。",
    "ko": "{A}는 세계에서 가장 큰 기술 기업 가운데 하나다.",
    "th": "{A} เป็นหนึ่งในบริษัทเทคโนโลยีที่ใหญ่ที่สุดในโลก",
}
EMPTY: Final = {
    "en": ("This is a news item.", "A company announced something new today."), "ja": ("これはニュース記事です。", "ある企業が新しい発表をした。"),
    "zh-Hant": ("這是一則新聞。", "一家公司宣布了新消息。"), "zh-Hans": ("这是一则新闻。", "一家公司宣布了新消息。"),
    "ko": ("이것은 뉴스 기사입니다.", "한 기업이 새로운 소식을 발표했다."), "th": ("นี่คือข่าว", "บริษัทแห่งหนึ่งประกาศเรื่องใหม่"),
}  # fmt: skip
"""What could be said of any news."""


@dataclass(frozen=True)
class Facts:
    """One event. `sum` and `damages` in millions of dollars; months count from 0."""

    a: Mapping[str, str]
    b: Mapping[str, str]
    person: Mapping[str, str]
    place: Mapping[str, str]
    model: str
    sum: int
    damages: int
    share: int
    people: int
    users: int
    size: int
    sites: int
    year: int
    month: int
    later: int
    weekday: int

    def words(self, language: str) -> dict[str, str]:
        """The slots as they are written in `language`."""
        name: Callable[[Mapping[str, str]], str] = lambda names: names.get(language, names["en"])  # noqa: E731
        return {
            "A": name(self.a), "B": name(self.b), "P": name(self.person), "place": name(self.place), "M": self.model,
            "sum": dollars(self.sum, language), "damages": dollars(self.damages, language), "share": str(self.share),
            "people": number(self.people, language), "users": number(self.users * 1_000_000, language),
            "size": number(self.size * 1_000_000_000, language), "sites": str(self.sites), "year": str(self.year),
            "month": month(self.month, language), "later": month(self.later, language), "weekday": name(WEEKDAYS[self.weekday]),
        }  # fmt: skip


def facts(seed: int) -> Facts:
    """The same event for the same seed."""
    chance = random.Random(seed)
    a, b = chance.sample(COMPANIES, 2)
    early, late = sorted(chance.sample(range(12), 2))
    return Facts(
        a, b, chance.choice(PEOPLE), chance.choice(PLACES), chance.choice(MODELS), sum=chance.choice((900, 1500, 4200, 9000, 38000)),
        damages=chance.choice((40, 250, 600)), share=chance.randint(3, 29), people=chance.choice((740, 1800, 12_000, 23_500)),
        users=chance.choice((3, 30, 45, 120)), size=chance.choice((7, 70, 405)), sites=chance.randint(3, 9),
        year=chance.randint(2024, 2031), month=early, later=late, weekday=chance.randrange(3),
    )  # fmt: skip


def dollars(millions: int, language: str) -> str:
    """A sum as a newspaper of that language writes it."""
    if language == "en":
        return f"${_trim(millions / 1000)} billion" if millions >= 1000 else f"${millions} million"
    if language == "th":
        return f"{_trim(millions / 1000)} พันล้านดอลลาร์" if millions >= 1000 else f"{millions} ล้านดอลลาร์"
    unit = {"ja": "ドル", "zh-Hant": "美元", "zh-Hans": "美元", "ko": " 달러"}[language]
    return number(millions * 1_000_000, language) + unit


def number(value: int, language: str) -> str:
    if language in ("en", "th"):
        for scale, en, th in ((10**9, "billion", "พันล้าน"), (10**6, "million", "ล้าน")):
            if value >= scale:
                return f"{_trim(value / scale)} {en if language == 'en' else th}"
        return f"{value:,}"
    big, small = {"ja": "億万", "zh-Hant": "億萬", "zh-Hans": "亿万", "ko": "억만"}[language]
    gap = " " if language == "ko" else ""
    upper, rest = divmod(value, 10**8)
    middle, low = divmod(rest, 10**4)
    parts = [f"{upper}{big}"] * bool(upper) + [f"{middle}{small}"] * bool(middle) + [str(low)] * bool(low)
    return gap.join(parts)


def month(index: int, language: str) -> str:
    if language == "en":
        return MONTHS[index]
    return THAI_MONTHS[index] if language == "th" else f"{index + 1}{'월' if language == 'ko' else '月'}"


def _trim(value: float) -> str:
    return f"{value:.10g}"


def said(kind: str, event: Facts, language: str) -> str:
    """As the article says it."""
    return SENTENCES[kind].said[language].format(**event.words(language))


def told(kind: str, event: Facts, language: str, *, same: bool) -> str:
    """As a careful writer tells it: in English from English in other words, else as a native writes it."""
    wording = SENTENCES[kind].told if same and language == "en" else SENTENCES[kind].said[language]
    return wording.format(**event.words(language))


def flipped(kind: str, event: Facts, language: str) -> str:
    return SENTENCES[kind].flipped[language].format(**event.words(language))


def changed(event: Facts, what: str) -> Facts:
    """The event with one thing wrong: "number", "names" or "date"."""
    if what == "names":
        return replace(event, a=event.b, b=event.a)
    if what == "date":
        later, day = (event.later + 5) % 12, (event.weekday + 1) % 3
        return replace(event, month=(event.month + 4) % 12, later=later, weekday=day, year=event.year + 1)
    return replace(
        event, sum=event.sum + 700, damages=event.damages + 30, share=event.share + 11, people=event.people * 2,
        users=event.users + 8, size=event.size + 5, sites=event.sites + 2,
    )  # fmt: skip


def article(event: Facts, language: str, kinds: Any = tuple(SENTENCES)) -> str:
    """The article: every sentence of the event, a line each."""
    return "\n".join(said(kind, event, language) for kind in kinds)
