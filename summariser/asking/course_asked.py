"""A question for the course of a matter from its beginning ("where are we with …", これまでの経緯): the matter, without the words that ask. Pure."""

import re
from typing import Final

from news.text import search_tokens
from summariser.asking.news_frames import unframed

_ASKS: Final = re.compile(
    "|".join(
        (
            r"\b(?:so )?where (?:are we|are things|do (?:we|things) stand|does (?:it|this) stand|is it|did (?:we|it) (?:get|leave off))(?: now)? (?:with|on|in|at)\b",
            r"\bhow (?:far|did it come|has it gone)(?: are we)? (?:with|to|on)\b|\bwhere (?:does|do|did) (?=.+ stand\b)|\bstands?(?: now)?(?=\s*\W*$)",
            r"\b(?:catch|fill|get|bring) (?:me|us) (?:up(?: to (?:date|speed))?|in)(?: (?:on|with|about))\b|\b(?:walk|take|run|talk) (?:me|us) through\b",
            r"\b(?:the )?(?:whole |full |entire )?(?:story|timeline|course|background|chronology|recap) (?:so far )?(?:of|on|with|behind)\b|\brecap\b|\b(?:the )?story so far\b",
            r"\bfrom (?:the (?:start|beginning)|start to (?:finish|now)|day one)\b|\bhow did (?=.+ (?:unfold|play out|end|come about)\b)|\b(?:unfold|play out|come about)\b",
            r"(?:[请請])?(?:[帮幫]我|[给給]我|替我)?(?:[从從][头頭][到至](?:[现現]在|尾|今)?|[来來][龙龍]去脈?脉?|前因[后後]果|始末|[经經][过過]|[时時][间間][线線]|[脉脈][络絡])(?:[帮幫]我|[给給]我)?(?:[补補理][理一]?[下顺順課课]?|[说說][一说說]?[下遍]?|[讲講]一?[下遍]?|整理一?下?)?",
            r"(?:[现現]在)?(?:[进進]展|[进進]行|走|[发發]展|[闹鬧])?到(?:底)?(?:哪|什[么麼])(?:[里裡儿兒]|一?步|[个個]?地步|程度)?了?|[后後][来來](?:[怎][么麼][样樣了]?|如何|呢)了?|[帮幫]我[补補](?:一?下|[课課])",
            r"(?:の|は)?(?:これ|いま|今|ここ)まで(?:の|に)?(?:流れ|経緯|動き|話|展開|ところ|こと)?|(?:の)?(?:経緯|いきさつ|顛末|時系列|一部始終)|(?:は|って)?(?:その後|結局|最終的に|あの後)(?:は)?(?:どう(?:なった|なって(?:い)?る|なりました))?",
            r"지금까지|그동안|처음부터|(?:의|은|는)?\s?(?:경과|전말|자초지종|타임라인|흐름)(?:을|를|이|가|은|는)?|(?:그\s?(?:뒤|후)로?|결국|이제|현재)?\s?어(?:떻게|찌|디까지)\s?(?:됐|된|되었|되어|돼|왔|흘러)[가-힣]*(?:\s?(?:거|건)(?:야|지|예요|죠))?",
            r"(?:ตอนนี้)?(?:ไป)?ถึงไหน(?:กัน)?(?:แล้ว)?|ตั้งแต่(?:ต้น|แรก)(?:จน(?:ถึง)?(?:ตอนนี้|ปัจจุบัน))?|ที่ผ่านมา(?:ทั้งหมด)?|ลำดับเหตุการณ์|ไทม์ไลน์|(?:เป็นมา|ความเป็นมา)(?:ยังไง|อย่างไร)?",
        )
    ),
    re.IGNORECASE,
)
_WHOLE: Final = re.compile(
    r"\b(?:this|that|the)?\s*(?:whole|entire|full)\b|\b(?:thing|saga|affair|stuff|situation|business)\b\s*\W*$|那[件个個場场](?:事情?|案子)?|[这這][件个個場场](?:事情?|案子)?|(?:の|という)?(?:話|件|問題|騒動|騒ぎ)(?=[、。?？\s]|は|って|$)|\s?(?:사건|사태|일|건|얘기|이야기)(?=\s|$)|เรื่อง(?:ราว)?",
    re.IGNORECASE,
)
_TELL: Final = re.compile(
    r"(?:を|について)?(?:まとめて|教えて|整理して|説明して)(?:ください|くれ|ほしい)?|(?:[说說整]理?|讲|講|[补補])一下|(?:좀\s?)?(?:정리|요약|설명)(?:해)?\s?(?:줘|주세요)?|(?:สรุป|เล่า)(?:ให้)?(?:ฟัง|ที|หน่อย)?"
)
_EDGES: Final = " ?？!！.。,，、:："
_FROM: Final = re.compile(r"^(?:of|on|with|about|the|in)\b\s*", re.IGNORECASE)


def course_of(text: str) -> str | None:
    """None where the course of nothing, or of nothing named, is asked for."""
    bare, count = _ASKS.subn(" ", text)
    if not count:
        return None
    bare = " ".join(_TELL.sub(" ", _WHOLE.sub(" ", bare)).split()).strip(_EDGES)
    bare = _FROM.sub("", unframed(bare) or bare)
    return bare if search_tokens(bare) else None
