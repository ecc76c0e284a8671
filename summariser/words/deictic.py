"""Does a sentence tell its time by the day it was written ("this month", 3日, 어제)? Read later it says nothing without that day. Pure; six languages."""

import re
from typing import Final

_THIS: Final = re.compile(
    r"\b(?:today|yesterday|tomorrow|tonight|(?:earlier |later )?(?:this|last|next|past|coming) (?:week|month|year|quarter|spring|summer|autumn|fall|winter|morning|evening|weekend)"
    r"|(?:on |last |next |this )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b"
    r"|今日|本日|昨日|明日|一昨日|[今先来][月週年]|同日|(?:昨|翌)年|今天|昨天|明天|本[週周月季年]|這個?月|这个?月|[上下]個?个?[週周月]|去年|日前|近日|今[晨早晚]"
    r"|오늘|어제|내일|이달|지난달|다음 ?달|(?:이번|지난|다음) ?주|올해|지난해|내년|วันนี้|เมื่อวาน|พรุ่งนี้|(?:เดือน|สัปดาห์|ปี)(?:นี้|หน้า|ก่อน|ที่แล้ว)"
    r"|(?<![\d月/.-])(?<!월 )\d{1,2}\s?(?:日(?![間间本])|일(?!간|\s?(?:동안|만에|째))(?=[\s(은에부,]|$))"
)
"""Days by their number alone are of the report's month."""


def tells_its_day(text: str) -> bool:
    return _THIS.search(text) is not None
