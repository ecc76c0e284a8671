"""News of a field of the trade ("anything about chips?", 機器人有什麼新聞), which owe nothing to what was spoken of, and the same of another ("and robots?").
Pure; six languages."""

import re
from datetime import date
from typing import Final

from summariser.asking.fields import field_of
from summariser.asking.follow_frames import core_of
from summariser.asking.news_frames import unframed
from summariser.asking.only_time import asks_of_all
from summariser.words.aliases import mentions
from summariser.words.moments import timeless

_ANYTHING: Final = re.compile(
    r"(?:(?:and|also|ok|is there|was there|do you have|got)\s+)*any(?:thing)?(?: else)?(?: new)? (?:about|on|in|from|for|regarding|around)\s+(?P<en>[^?]+)"
    r"|(?P<ja>[^\s、。]{2,12}?)(?:について|に関して|関連で?)(?:は|も)?(?:何か|なにか)?(?:ある|あった|あります|ありました)?(?:の|か)*"
    r"|有(?:[没沒]有)?(?:[关關][于於]|跟)?(?P<zh>[^\s，。]{2,8}?)(?:有[关關]|相[关關])?的?(?:新[闻聞]|消息)?[吗嗎]?"
    r"|(?P<ko>[가-힣A-Za-z ]{1,10}?)(?:에 대한|에 대해서?|관련)\s?(?:건|거|것은?|소식은?)?\s?(?:있어|있나|있나요|있어요|뭐)*"
    r"|(?:มี)?อะไรเกี่ยวกับ(?P<th>[ก-๛A-Za-z ]{2,16}?)(?:บ้าง|ไหม|มั้ย)*",
    re.IGNORECASE,
)
_ENDS: Final = " ?？!！.。"
_ASKED_IN: Final = (
    (re.compile("[ก-๛]"), "ข่าว{}ล่าสุด"),
    (re.compile("[가-힣]"), "{} 최신 뉴스"),
    (re.compile("[ぁ-ゟ゠-ヿ]"), "{}の最新ニュース"),
    (re.compile("[一-鿿]"), "{}有什么新闻"),
    (re.compile(""), "any news on {}?"),
)


def field_asked_of(text: str) -> str:
    """The field whose news are asked for, as the question calls it; "" where more than that is asked."""
    found = _ANYTHING.fullmatch(text.strip(_ENDS))
    bare = next(filter(None, found.groups()), "") if found else unframed(text) or ""
    return bare if _is_field(bare) else ""


def of_another_field(text: str, last: str, today: date) -> str:
    """ "And robots?" after the news of a field, or of everything: those of that one; "" where it asks something else."""
    said = core_of(text)
    if not said.framed or not _is_field(said.text) or mentions(last):
        return ""
    if not field_asked_of(last) and not asks_of_all(timeless(last, today)) and not _MISSED.search(last):
        return ""
    return next(form for script, form in _ASKED_IN if script.search(said.text)).format(said.text)


_MISSED: Final = re.compile(
    r"\bwhat(?:'s| is)? (?:did i miss|new|happened)\b|見逃|[错錯][过過]|놓친|놓쳤|พลาด", re.IGNORECASE
)


_ONE: Final = re.compile(r"(?:the|this|that|these|those|its|their)\b", re.IGNORECASE)


def _is_field(bare: str) -> bool:
    field = field_of(bare) if bare and not _ONE.match(bare) else None
    return field is not None and bool(field.named) and not (field.words or field.bodies or mentions(bare))
