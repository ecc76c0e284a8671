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


_DEEDS: Final = re.compile(
    r"\bwhat (?:did|has|have|is|are) (?!(?:it|they|he|she)\b)[^?]{2,40} (?:announc|launch|releas|unveil|ship|do(?:ing|ne)?\b)\w*"
    r"|\bany(?:thing)? (?:on|about|from)\b"
    r"|何を(?:発表|公開|出した)|(?:宣[布佈]|[發发]表|推出|[發发][布佈])了?(?:什|啥|哪)|(?:뭐|뭘|무엇을) ?(?:발표|출시|공개)|(?:ประกาศ|เปิดตัว)(?:อะไร|ไร)",
    re.IGNORECASE,
)
"""What somebody did, whatever it was: news, where it says who."""


def asks_news(text: str) -> bool:
    return _ASKS.search(text) is not None


def asks_news_of_a_name(text: str) -> bool:
    """Whatever was spoken of before, that is asked of whom it names."""
    return bool(named_in(text)) and (asks_news(text) or _DEEDS.search(text) is not None)
