"""The words for days, weeks and months, in six languages, and the days that each of them means on a day."""

import re
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from typing import Final

Days = tuple[date, date]
DAY: Final = timedelta(days=1)


def this_week(today: date) -> Days:
    """From Monday; early in the week the last seven days, which is what people mean then."""
    monday = today - timedelta(days=today.weekday())
    return (monday if today.weekday() >= 3 else today - timedelta(days=6)), today + DAY


def week(back: int) -> Callable[[date], Days]:
    """The calendar week so many before this one, Monday to Sunday."""

    def days(today: date) -> Days:
        monday = today - timedelta(days=today.weekday() + 7 * back)
        return monday, monday + timedelta(days=7)

    return days


def weekend(today: date) -> Days:
    """The last one that has begun."""
    saturday = today - timedelta(days=(today.weekday() - 5) % 7)
    return saturday, saturday + 2 * DAY


def month_of(first: date) -> Days:
    after = (first.replace(day=28) + timedelta(days=4)).replace(day=1)
    return first, after


def last_month(today: date) -> Days:
    return month_of((today.replace(day=1) - DAY).replace(day=1))


def this_month(today: date) -> Days:
    return today.replace(day=1), today + DAY


def _days_back(many: int) -> Callable[[date], Days]:
    return lambda today: (today - timedelta(days=many), today + DAY)


_KOREAN_DAYS: Final = {"하루": 1, "이틀": 2, "사흘": 3, "나흘": 4, "닷새": 5, "열흘": 10, "보름": 15}
LAST_WEEK: Final = r"\b(?:last|previous) week\b|先週|上[个個]?(?:[周週](?!末)|星期|[礼禮]拜)|지난\s?주|저번\s?주|สัปดาห์ที่แล้ว|สัปดาห์ก่อน|อาทิตย์ที่แล้ว|อาทิตย์ก่อน"
THIS_WEEK: Final = r"\bthis week\b|今週|[本这這][个個]?(?:[周週](?!末)|星期|[礼禮]拜)|이번\s?주|금주|สัปดาห์นี้|อาทิตย์นี้"
RECENT: Final = r"\b(?:recently|lately|these days|in recent days)\b|最近|近日|近期|最近の|요즘|최근에?|ช่วงนี้|เร็ว\s?ๆ\s?นี้"
RECENTLY: Final = re.compile(rf"(?:{RECENT})$", re.IGNORECASE)
_TODAY: Final = r"\btoday\b|\bthis (?:morning|afternoon|evening)\b|\btonight\b|今日|本日|今朝|今天|今早|오늘|วันนี้|เช้านี้"
TODAY: Final = re.compile(_TODAY, re.IGNORECASE)
NAMED: Final[tuple[tuple[str, Callable[[date], Days]], ...]] = (
    (r"\bday before yesterday\b|一昨日|おととい|前天|그저께|เมื่อวานซืน", lambda t: (t - 2 * DAY, t - DAY)),
    (r"\byesterday\b|昨日|昨天|어제|เมื่อวานนี้|เมื่อวาน", lambda t: (t - DAY, t)),
    (_TODAY, lambda t: (t - DAY, t + DAY)),
    (r"(?<!\d)(?<!\d )(?<!สอง)(?<!สาม)(?<!สุด)(?<!เสาร์)(?<!เสาร์-)(?<!เสาร์–)(?:สัปดาห์|อาทิตย์)ที่ผ่านมา", _days_back(7)),
    (r"(?<!\d)(?<!\d )(?<!สอง)(?<!สาม)เดือนที่ผ่านมา", _days_back(30)),
    (r"\bweek before last\b|先々週|先先週|上上个?[周星]期?|上上個?[週星]期?|지지난\s?주|저저번\s?주", week(2)),
    (r"\bweekend\b|[先今]?週末|[上这這]?[个個]?[周週]末|土日|[周週]六[日天]|(?:지난|이번)?\s?주말|토일(?=\s|에|의)|สุดสัปดาห์|เสาร์\s?-?\s?อาทิตย์", weekend),
    (LAST_WEEK, week(1)),
    (THIS_WEEK, this_week),
    (r"\b(?:last|previous) month\b|先月|上个月|上個月|上月|지난\s?달|เดือนที่แล้ว|เดือนก่อน", last_month),
    (r"\bthis month\b|今月|本月|这个月|這個月|이번\s?달|이달|เดือนนี้", this_month),
    (r"\blast year\b|昨年|去年|작년|지난해|ปีที่แล้ว", lambda t: (date(t.year - 1, 1, 1), date(t.year, 1, 1))),
    (r"\bthis year\b|今年|올해|ปีนี้", lambda t: (date(t.year, 1, 1), t + DAY)),
    (r"[這这][两兩二2][天日]|この[二2]日間?", lambda t: (t - 2 * DAY, t + DAY)),
    (r"[這这][几幾][天日]|ここ数日|この数日|요\s?며칠|최근\s?며칠", lambda t: (t - 4 * DAY, t + DAY)),
    *((rf"(?:지난|최근|요)\s?{word}", _days_back(many)) for word, many in _KOREAN_DAYS.items()),
    (RECENT, lambda t: (t - 14 * DAY, t + DAY)),
)  # fmt: skip
NEAR: Final = next(at for at, (_, days) in enumerate(NAMED) if days is this_week)
"""The first of these are days, and weeks begin."""
HOUR: Final = 0
"""The length of what is shorter than a day."""
UNITS: Final = {"hour": HOUR, "day": 1, "week": 7, "fortnight": 14, "month": 30, "時間": HOUR, "小时": HOUR, "小時": HOUR, "시간": HOUR, "ชั่วโมง": HOUR,
                 "日": 1, "天": 1, "일": 1, "วัน": 1, "週": 7, "周": 7, "星期": 7, "주": 7, "สัปดาห์": 7, "月": 30, "個月": 30, "个月": 30,
                 "か月": 30, "ヶ月": 30, "カ月": 30, "개월": 30, "주일": 7, "个星期": 7, "個星期": 7, "อาทิตย์": 7, "달": 30, "เดือน": 30}  # fmt: skip
COUNTS: Final = {
    word: number
    for number, words in enumerate(
        ("one a an 一 한 일 หนึ่ง", "two couple 二 两 兩 두 이 สอง", "three 三 세 삼 สาม 二三 两三 兩三 이삼 สองสาม", "four few several 四 数 數 几 幾 네 사 몇 สี่ ไม่กี่ หลาย",
         "five 五 다섯 오 ห้า", "six 六 여섯 육 หก", "seven 七 일곱 칠 เจ็ด", "eight 八 여덟 팔 แปด", "nine 九 아홉 구 เก้า",
         "ten 十 열 십 สิบ"), start=1)
    for word in words.split()
}  # fmt: skip
COUNT: Final = "|".join(sorted((word for word in COUNTS if word != "일"), key=len, reverse=True))
EAST_UNITS: Final = r"時間|小时|小時|か月|ヶ月|カ月|個月|个月|个星期|個星期|星期|日|天|週|周"
KOREAN_UNITS: Final = r"시간|개월|일|주일|주|달"
THAI_UNITS: Final = r"ชั่วโมง|วัน|สัปดาห์|อาทิตย์|เดือน"
AGO: Final = re.compile(
    rf"\b(?:(?:past|last|previous) (?P<a>\d{{1,3}}|(?:{COUNT})(?: of)?) (?P<au>hour|day|week|fortnight|month)s?"
    r"|(?:(?:the )?past|the last|last(?= hour| day| fortnight))(?P<e>) (?P<eu>hour|day|week|fortnight|month))\b"
    rf"|(?:過去|直近|ここ|この|过去|最近|近|[这這](?!一天))\s?(?P<b>\d{{1,3}}|{COUNT})\s?(?P<bu>{EAST_UNITS})間?"
    rf"|(?:지난|최근)\s?(?P<c>\d{{1,3}}|{COUNT}|일(?=주))\s?(?P<cu>{KOREAN_UNITS})(?:간|동안)?"
    rf"|(?P<d>\d{{1,3}}|{COUNT})\s?(?P<du>{THAI_UNITS})(?:ที่ผ่านมา|ล่าสุด|มานี้|(?<=สองสามวัน)นี้)"
    rf"|(?P<f>\d{{1,2}}|{COUNT})(?P<fu>天|[周週]|日間)(?=[都也]?[没沒]|(?:見|読|追)[^。、]{{0,4}}な)",
    re.IGNORECASE,
)
"""So many days up to now. "Last week" alone is the calendar's, "the past week" and "in the last week" are seven days."""
BACK: Final = re.compile(
    rf"\b(?P<a>\d{{1,3}}|{COUNT}) (?P<au>day|week|month)s? (?:ago|earlier)\b|(?P<b>\d{{1,3}}|{COUNT})\s?(?P<bu>{EAST_UNITS}|月)間?前"
    rf"|(?P<c>\d{{1,3}}|{COUNT})\s?(?P<cu>{KOREAN_UNITS})\s?전|(?P<d>\d{{1,3}}|{COUNT})\s?(?P<du>{THAI_UNITS})(?:ก่อน|ที่แล้ว)",
    re.IGNORECASE,
)
"""The day, the calendar's week or the month so many before this one."""
MONTHS: Final = {
    name: number
    for number, names in enumerate(
        ("january|jan|มกราคม|ม.ค.", "february|feb|กุมภาพันธ์|ก.พ.", "march|mar|มีนาคม|มี.ค.", "april|apr|เมษายน|เม.ย.", "may|พฤษภาคม|พ.ค.",
         "june|jun|มิถุนายน|มิ.ย.",
         "july|jul|กรกฎาคม|ก.ค.", "august|aug|สิงหาคม|ส.ค.", "september|sept|sep|กันยายน|ก.ย.",
         "october|oct|ตุลาคม|ต.ค.", "november|nov|พฤศจิกายน|พ.ย.", "december|dec|ธันวาคม|ธ.ค."), start=1)
    for name in names.split("|")
}  # fmt: skip
NAME: Final = "|".join(map(re.escape, sorted(MONTHS, key=len, reverse=True)))
WEEKDAYS: Final = {
    name: number
    for number, names in enumerate(
        ("monday|月曜|월요일|วันจันทร์", "tuesday|火曜|화요일|วันอังคาร", "wednesday|水曜|수요일|วันพุธ",
         "thursday|木曜|목요일|วันพฤหัสบดี|วันพฤหัสฯ|วันพฤหัส", "friday|金曜|금요일|วันศุกร์", "saturday|土曜|토요일|วันเสาร์",
         "sunday|日曜|일요일|วันอาทิตย์"))
    for name in (*names.split("|"), *(f"{week}{'一二三四五六日'[number]}" for week in ("星期", "周", "週", "礼拜", "禮拜")))
} | {f"{week}天": 6 for week in ("星期", "礼拜", "禮拜")}  # fmt: skip
WEEKDAY: Final = re.compile("|".join(sorted(WEEKDAYS, key=len, reverse=True)), re.IGNORECASE)
OF_WEEK: Final = re.compile(
    rf"(?:(?P<last>{LAST_WEEK})|{THIS_WEEK})(?:の|\s|['’]s\s|\son\s)?(?P<day>{WEEKDAY.pattern}|(?<=[周週期拜])[一二三四五六日天](?!些))",
    re.IGNORECASE,
)
"""A day of a week that is named: 上周三, "last week on Friday", 先週の金曜."""
ISO: Final = re.compile(r"\b(20\d\d)[-/](\d{1,2})[-/](\d{1,2})\b")
EAST: Final = re.compile(
    r"(?:(20\d\d)[年년]\s?)?(\d{1,2}|(?<![一二三四五六七八九十个個])(?:十[一二]?|[一二三四五六七八九]))[月월](?!球|亮|饼|餅|報|报|刊|期)份?(?:\s?(\d{1,2}|二?十[一二三四五六七八九]?|三十一?|[一二三四五六七八九])[日일号號])?"
)
HAN: Final = "〇一二三四五六七八九"
"""Digits of months and days written in words: 七月二十一日."""
WEST: Final = re.compile(
    rf"(?<![a-z])(?:(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?(?: of)? )?(?P<m>{NAME})(?![a-z])(?: (?P<d2>\d{{1,2}})(?!\d)(?:st|nd|rd|th)?)?(?:,? (?:ปี ?)?(?P<y>20\d\d))?",
    re.IGNORECASE,
)
NAMELESS: Final = re.compile(r"\bmay\b|\bmarch\b")
"""Verbs too, where no day stands beside them and no capital begins them."""
Found = tuple[Days, int, int]
"""The days, and from where to where they are named."""


def dates_in(text: str, today: date) -> Iterator[Found]:
    """Every day and month that is named by its number or its name."""
    return filter(None, _dates(text, today))


def _dates(text: str, today: date) -> Iterator[Found | None]:
    for iso in ISO.finditer(text):
        yield _day(int(iso[1]), int(iso[2]), int(iso[3]), today, iso)
    for east in EAST.finditer(text):
        yield _day(int(east[1] or 0), count(east[2]), count(east[3] or "0"), today, east)
    for west in WEST.finditer(text):
        small = west["m"].islower() and west["m"].isascii()
        if NAMELESS.fullmatch(west["m"]) and not (
            west["d1"] or west["d2"] or MONTH_BEFORE.search(text[: west.start()])
        ):
            continue
        if (small and len(west["m"]) < _WRITTEN_OUT and not (west["d1"] or west["d2"])) or (
            west["m"] == "may" and not west["d1"]
        ):
            continue
        yield _day(int(west["y"] or 0), MONTHS[west["m"].lower()], int(west["d1"] or west["d2"] or 0), today, west)


_WRITTEN_OUT: Final = 4
MONTH_BEFORE: Final = re.compile(r"\b(?:in|of|since|early|late|mid|during|last|until)[ -]$", re.IGNORECASE)


def count(written: str) -> int:
    """7, 七, 十二, 二十一."""
    if written.isdigit():
        return int(written)
    tens, ten, ones = written.rpartition("十")
    return (HAN.index(tens or "一") * 10 if ten else 0) + (HAN.index(ones) if ones else 0)


def _day(year: int, month: int, day: int, today: date, match: re.Match[str]) -> Found | None:
    """A day or a month, without a year the last one that is not to come; None for what is no date."""
    try:
        first = date(year or today.year, month, day or 1)
    except ValueError:
        return None
    if not year and first > today:
        first = date(today.year - 1, month, day or 1) if (month, day) != (2, 29) else first
    return ((first, first + DAY) if day else month_of(first)), match.start(), match.end()


def weekday_of(word: str) -> int:
    return WEEKDAYS[word.lower()] if word.lower() in WEEKDAYS else "一二三四五六日天".index(word) % 7


def weekdays_in(text: str) -> Iterator[re.Match[str]]:
    """Every weekday; none is what a name begins with ("Sunday Robotics"), or what is asked about itself."""
    for match in WEEKDAY.finditer(text):
        bare = not _ON_DAY.search(text[: match.start()])
        if not (bare and (_NAME_GOES_ON.match(text[match.end() :]) or _WHAT_IS.search(text[: match.start()]))):
            yield match


_ON_DAY: Final = re.compile(
    r"\b(?:on|since|from|until|till|to|last|this|by|before|after|and|between)\s+$", re.IGNORECASE
)
_NAME_GOES_ON: Final = re.compile(r"\s(?!I\b|AI\b)[A-Z][a-z]")
_WHAT_IS: Final = re.compile(r"\b(?:what|who)(?:'s| is| are)\s+$", re.IGNORECASE)


def years_in(text: str, today: date) -> Iterator[Found]:
    """Every year up to this one that is named by its number alone, where it is said that something was in it: a number is none."""
    for match in YEAR.finditer(text):
        year = int(match["th"]) - _BUDDHIST if match["th"] else int(match["en"] or match["east"] or match["ce"])
        said = next(name for name in ("west", "han", "thai") if match[name])
        if year <= today.year:
            yield (date(year, 1, 1), min(date(year + 1, 1, 1), today + DAY)), match.start(said), match.end(said)


_BUDDHIST: Final = 543
_A_YEAR: Final = r"(?:19[5-9]|20[0-4])\d"
YEAR: Final = re.compile(
    rf"\b(?:in|during|of|throughout|for|since|before|until|from|year)\s+(?P<west>(?P<en>{_A_YEAR}))(?![\d.,-]\d|[-–]|%|s\b)"
    r"(?=\W*$|[,.;:?!]|\s(?:what|which|who|did|was|were|has|have|and|or|about|at|by|to|for|on|the|in)\b)"
    rf"|(?<!\d)(?P<han>(?P<east>{_A_YEAR})\s?[年년])(?!度|\s?(?:\d|上|下|前半|後半|Q|第|[一二三四]季|상반기|하반기))"
    rf"|(?P<thai>(?:ใน|เมื่อ)?ปี\s?(?:พ\.ศ\.|ค\.ศ\.)?\s?(?:(?P<th>25\d\d)|(?P<ce>{_A_YEAR})))(?!\d)",
    re.IGNORECASE,
)
