"""Words by which news are asked for, in six languages: "what's the latest on Orbita?", 最近怎么样. Pure."""

import re
from typing import Final

from summariser.asking.slots import OF_NEWS, named_in

_ASKS: Final = re.compile(
    rf"{OF_NEWS.pattern}|\b(?:new|latest|recent(?:ly)?|lately|up to|going on|happening|what else|updates?)\b"
    r"|最近|最新|消息|近[況况]|[動动][态態]|怎[么麼樣样]*[样樣]|[還还]有"
    r"|新しい|他に|ほか|どう(?=[?？]|$|なって)|최근|최신|요즘|근황|새로|어때|ล่าสุด|อัปเดต|ใหม่|เป็น(?:ยัง|อย่าง)ไร?(?:บ้าง)?|เป็นไง",
    re.IGNORECASE,
)


def asks_news(text: str) -> bool:
    return _ASKS.search(text) is not None


def asks_news_of_a_name(text: str) -> bool:
    """Whatever was spoken of before, that is asked of whom it names."""
    return asks_news(text) and bool(named_in(text))
