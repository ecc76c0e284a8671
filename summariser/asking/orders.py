"""A question that begins by ordering the machine to forget its orders: what is left of it, if anything is asked. Pure; six languages."""

import re
from typing import Final

from summariser.words.aliases import mentions

_ORDER: Final = re.compile(
    r"\W*(?:(?:please|now|first|hey|ok(?:ay)?|hi|you (?:must|should|will|can)|i want you to)[\s,]+)*(?:ignore|disregard|forget|override|bypass)\s+"
    r"(?:(?:all|any|of|your|the|these|those|my|previous|prior|preceding|earlier|above|other|system|original|safety|built-in|existing|current)\s+)+"
    r"(?:instructions?|prompts?|rules?|directions?|guidelines?|orders?|sources?|articles?|training)"
    r"(?:\s+(?:above|before|so far|(?:that )?(?:you|i)(?:'ve| have| were| was)? (?:been )?(?:given|told|said|gave)(?: you)?(?: before| so far)?))*(?:[\s,.;:!—-]|\b(?:and|then|instead|now|please|just)\b)*"
    r"|\W*[请請]?(?:忽略|[无無][视視]|忘[记記掉])(?:掉|你)?(?:之前|此前|以上|上述|先前|前面|所有|全部|你|其他|系[统統]|的|一切)+(?:指令|指示|命令|提示[词詞]?|[规規][则則]|内容|內容|[说說]明|[来來]源)[，,。；;、：:\s]*(?:[并並]且?|然[后後]|接[着著]|再)?"
    r"|\W*(?:(?:これまで|以前|上記|前|今まで|先ほど|すべて|全て|あらゆる)の?)+(?:指示|命令|プロンプト|ルール|設定)(?:を|は)?(?:すべて|全て)?(?:無視し(?:て(?:ください|下さい)?|(?=、|$))|忘れ(?:て(?:ください|下さい)?|(?=、|$)))[、。,\s]*"
    r"|\W*(?:(?:이전|위|앞|기존|모든|지금까지)(?:의|에)?\s?)+(?:지시|명령|프롬프트|규칙)(?:\s?사항)?(?:들)?[을를은는]?\s?(?:모두|전부|다)?\s?(?:무시|잊)(?:하고|해라|해|하세요|고|어)[,.\s]*"
    r"|\W*(?:โปรด|กรุณา|จง)?\s?(?:เพิกเฉย|ละเว้น|ไม่ต้องสนใจ|ไม่สนใจ|ลืม|ละทิ้ง)\s?(?:ต่อ)?\s?(?:คำสั่ง|คำแนะนำ|กฎ|พรอมต์)(?:ก่อนหน้า(?:นี้)?|ทั้งหมด|เดิม|ข้างต้น|\s)+(?:แล้ว|และ|[,\s])*",
    re.IGNORECASE,
)
_ASKS: Final = re.compile(
    r"\?\s*$|^(?:what|who|whom|whose|when|where|which|how|why|is|are|was|were|did|does|do|has|have)\b|\bnews\b|\bthe latest\b"
    r"|^(?:tell|show|give|list|explain|describe|summari[sz]e|search|find)\b(?: (?:me|us|for))?(?: (?:all|the|some|any))?(?: (?:about|what|who|when|where|why|how|news|latest|stories|reports))\b",
    re.IGNORECASE,
)
_TO_YOU: Final = re.compile(
    r"\b(?:your(?:self)?|you(?:'re| are)|system prompt)\b|你|您|あなた|君の|너의|당신|네 (?:프롬프트|지시)|คุณ|系统提示|系統提示|システムプロンプト|시스템 프롬프트|พรอมต์ระบบ",
    re.IGNORECASE,
)
_ROLE: Final = re.compile(
    r"^\W*(?:you are now\b|from now on\b|(?:please )?(?:pretend|act as|role-?play|behave (?:as|like)|reveal your|print your|repeat your|show (?:me )?your)\b)"
    r"|\b(?:what (?:is|are|was|were)|what's|reveal|print|show|repeat|tell me|output|leak|give me)\b.{0,20}?\byour (?:\w+ )?(?:system )?(?:prompts?|instructions?|rules|api keys?|passwords?|secrets?|tokens?)\b"
    r"|你(?:的)?(?:系[统統])?(?:提示[词詞]|指令|密[码碼]|密[钥鑰])|あなたの(?:システム)?(?:プロンプト|指示|パスワード)|당신의 (?:시스템 )?(?:프롬프트|지시|비밀번호)|พรอมต์ของคุณ|คำสั่งของคุณ",
    re.IGNORECASE,
)


def without_orders(text: str) -> str:
    """What is asked beside such an order: the text itself where there is none, "" where nothing is asked of a news archive."""
    if _ROLE.search(text):
        return ""
    order = _ORDER.match(text)
    if order is None or not order[0]:
        return text
    rest = text[order.end() :].strip()
    asks = _ASKS.search(rest) if rest.isascii() else mentions(rest) or rest.endswith(("?", "？"))
    return rest if asks and not _TO_YOU.search(rest) else ""
