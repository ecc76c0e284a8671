"""A matter that is to be told as a whole: "tell me about the Orbita deal", "what happened with the Quillo breach?", 和解について詳しく. Pure; six languages."""

import re
from typing import Final

from summariser.asking.slots import named_in
from summariser.words.question_words import GENERIC, about

_EVENT: Final = (
    r"(?:\b(?:deals?|agreement|partnership|alliance|breach|hack(?:ing)?|(?:cyber)?attack|incident|settlement|lawsuits?|suit|case|trial|rounds?|raise|funding|investment|acquisition|merger|takeover|ipo|listing|launch"
    r"|release|announcement|investigation|probe|ban|ruling|verdict|law|bill|act|order|outage|leaks?|layoffs?|strike|protests?|resignation|departure|dispute|fight|feud|controversy|scandal|bug|flaw|fine|tariffs?|shutdown"
    r"|delay|rumou?rs?|jailbreak|escape|experiment|rebrand|rollout|recall|price (?:cut|hike)|auction|walkout)\b"
    r"|買収|提携|合意|和解|訴訟|裁判|事件|事故|漏洩|流出|侵入|攻撃|資金調達|出資|規制|法案|停止|障害|契約|合併|炎上|騒動|打ち切り"
    r"|交易|协议|協議|收购|收購|合作|诉讼|官司|[^\s]案(?=[^\s]{0,2}$)|泄露|洩露|外洩|攻[击擊]|入侵|融[资資]|投[资資]|禁令|[罚罰]款|裁[员員]|[争爭][议議]|風波|风波"
    r"|계약|인수|합병|제휴|합의|소송|사건|사고|유출|해킹|침입|공격|투자|규제|법안|장애|파업|논란|의혹|협약"
    r"|ดีล|ข้อตกลง|คดี|การฟ้อง|ควบรวม|ซื้อกิจการ|แฮก|เจาะระบบ|รั่วไหล|เหตุการณ์|ลงทุน|ระดมทุน|แบน|ปลดพนักงาน|สอบสวน)"
)
_ASKS: Final = tuple(
    re.compile(one, re.IGNORECASE)
    for one in (
        r"(?:please |can you |could you |so )*(?:tell|give) me (?:a bit |a little |some |any )?(?:more |everything |the details |details |the (?:full |whole )?story |background )?(?:about|on|of|behind|regarding) (?P<of>.+)",
        r"(?:please |can you |could you )*(?:explain|summari[sz]e|recap|describe|break down|sum up|walk me through)(?: to me)? (?P<of>.+?)(?: (?:to|for) me| please)?",
        r"(?:more |any )?(?:details|info|information|background|more)(?: please)? (?:on|about|of) (?P<of>.+)",
        r"what(?:['’]s| is| was) (?P<of>.+?)(?: all)?(?: about)?",
        r"what(?:['’]s| is| was) (?:going on|happening|the story|up) (?:with|in|behind|at|between) (?P<of>.+)",
        r"what (?:happened|has happened) (?:with|in|to|at|during) (?P<of>.+)",
        r"(?P<of>.+?)(?:について|に関して|を|の(?:詳細|概要|経緯|内容|件)(?:を|は|について)?)(?:もっと|もう少し|簡単に)?(?:詳しく|くわしく|説明して|要約して|まとめて|教えて|知りたい)*(?:ください|くれ|ほしい)?",
        r"(?P<of>.+?)(?:とは|って)(?:何|なん|どんな(?:もの|話|内容|事件))?(?:ですか|なの|の|だ)*",
        r"(?:[请請]|[帮幫]我|[给給]我)*(?:[详詳][细細])?(?:介[绍紹]|[讲講]{1,2}|[说說]{1,2}|[总總][结結]|概括|解[释釋])(?:一下)?(?P<of>.+)",
        r"(?P<of>.+?)(?:是怎[么麼]回事|是什[么麼](?:情况|情況)?|的(?:[详詳]情|[经經][过過]|[内內]容|[来來][龙龍]去[脉脈]))",
        r"(?P<of>.+?)(?:에 대해서?|[을를이가은는]|\s)?\s?(?:더|좀|자세히|간단히)*\s?(?:자세히|설명해|알려|요약해|정리해|말해)\s?(?:줘|주세요|줄래)|(?P<what>.+?)[이가은는]?\s(?:뭐야|무엇인가요?|무슨 일이야|무슨 내용이야|어떻게 된 거야)",
        r"(?:ช่วย)?(?:เล่า|อธิบาย|สรุป)(?:ให้ฟัง)?(?:เรื่อง|ข่าว)?\s?(?P<of>.+?)(?:ให้)?(?:ฟัง)?(?:หน่อย)?|(?P<what>.+?)(?:คืออะไร|เป็น(?:ยังไง|อย่างไร)|เกี่ยวกับอะไร)",
    )
)
_HOLDS_EVENT: Final = re.compile(_EVENT, re.IGNORECASE)
_ENDS: Final = " ?？!！.。"
_NAME: Final = re.compile(r"\b(?!AI\b)[A-Z][\w.-]+")
_ARTICLE: Final = re.compile(r"^(?:the|this|that|an?)\s+", re.IGNORECASE)
_ASKING: Final = re.compile(
    r"\b(?:who|whom|when|where|why|how|which|whether|price|cost|amount|size|value|reason|terms|date|name)\b",
    re.IGNORECASE,
)


def story_asked(text: str) -> str:
    """What the matter is called; "" where something else is asked: of one thing in it, of several, or of no event that is named."""
    plain = text.strip().strip(_ENDS)
    for pattern in _ASKS:
        found = pattern.fullmatch(plain)
        if found is None:
            continue
        called = _ARTICLE.sub("", next(filter(None, found.groups()), "").strip())
        if not _HOLDS_EVENT.search(called) or _ASKING.search(called):
            continue
        rest = [word for word in about(_HOLDS_EVENT.sub(" ", called)) if word not in GENERIC]
        if rest and (named_in(called) or _NAME.search(called) or len(rest) > 1):
            return called
    return ""
