"""The words that only ask what is new, in which a question for news wraps its subject ("anything big at …", "… 쪽 뭐 나왔나"). Pure; six languages."""

import re
from typing import Final

_OF: Final = r"(?:\s+(?:at|with|from|in|on|about|around|of|for|regarding|to)(?:\s+the)?\b)?"
_SORT: Final = r"(?:really |very |super )?(?:big|new|fresh|interesting|important|major|notable|exciting|relevant|noteworthy|hot|up|going on|happening|happened|changed|worth knowing)"
_FRAMES: Final = re.compile(
    "|".join(
        (
            rf"(?:\b(?:is|are|was|were|has|have)(?: there)?(?: been)? )?\bany(?:thing)?(?:\s+{_SORT}\b)*\s+(?:{_SORT}|news|updates?|developments?|headlines?|stories)\b{_OF}",
            rf"\bwhat(?:['’]?s| is| are| was| has been| have been)?(?: been)?(?: the)?\s+(?:{_SORT}|latest|news|deal|story)(?:\s+(?:news|developments?|stories|updates?|lately|recently|now))?{_OF}",
            rf"\bwhat (?:all )?(?:has |have )?(?:happened|been happening|changed|went on){_OF}",
            rf"\b(?:please |can you |could you )?(?:give me|show me|tell me|catch me up|get me up to speed|fill me in|brief me|update me|bring me up to date){_OF}",
            rf"\b(?:the )?(?:latest|recent|top|biggest|main|major|important)?\s*(?:news|headlines?|updates?|developments?){_OF}",
            r"\bwhat(?:['’]?s| is| are| has| have)\s+(?=[\w .&-]+ (?:been )?up to\b)|\b(?:been )?up to(?=\s*(?:lately|recently|now|these days)?\s*\W*$)",
            r"\b(?:lately|recently|these days|please|so far|right now)\b",
            # Japanese
            r"(?:の|に関する|に関して|について|関連の?)?(?:まわり|周り|周辺|界隈|方面|分野|業界)(?:で|では|の)?",
            r"(?:何|なに|なん)か?(?:が|か)?(?:新しい(?:こと|話|ニュース)?)?(?:あった|あります|ありました|起きた|起きて(?:い)?る|起こった|変わった|ある)(?:の|か|んですか|のですか|っけ)*",
            r"(?:は|って|も)?どう(?:なって(?:い)?る|なった|なの|です|でした)(?:の|か)*",
            r"(?:の|に関する|について)?(?:最近の|最新の?|近頃の|直近の|主な|大きな|重要な)?(?:動き|動向|近況|話題|ニュース|最新情報|新着|トピックス?|進展|出来事|報道)(?:は|を|って|が)?(?:ある|あります|あった|何)?(?:か)?(?:教えて|まとめて|知りたい|見せて)?(?:ください|くれ|ほしい)?",
            r"(?:について|を)(?:教えて|まとめて|知りたい)(?:ください|くれ|ほしい)?|教えて(?:ください)?|まとめて(?:ください)?",
            # Korean
            r"(?<=\S)\s?(?:쪽|관련|분야|업계|주변|동네)(?:에서는?|은|는|의|에|으로)?(?=\s|[?？.]|$)",
            r"(?:요즘|최근에?|새로)?\s?(?:뭐|뭔가|무슨|어떤|별)\s?(?:새로운|새|큰|중요한|특별한)?\s?(?:거|게|것|일|소식|뉴스|얘기|이야기)?(?:이|가)?\s?(?:좀|또|새로)?\s?(?:나왔|나온|있었|있|일어났|생겼|터졌|떴|됐|바뀌었|달라졌|놓쳤|놓친)(?:[가-힣]{0,4})",
            r"\s?(?:뉴스|소식|기사)(?:를|을|는|은|가|이|도)?\s?(?:하나도\s?)?(?:못|안)\s?(?:봤|봐|본|읽었|챙겼)[가-힣]*",
            r"(?:최근|최신|요즘|주요|큰|중요한|새)?\s?(?:뉴스|소식|근황|동향|이슈|동정)(?:를|을|는|은|가|이|도|들|좀)*\s?(?:좀\s?)?(?:알려|정리해|요약해|보여|말해|들려)?\s?(?:줘|주세요|줄래|달라|봐)?",
            r"(?:좀\s?)?(?:알려|정리해|요약해)\s?(?:줘|주세요)|(?<=\s)어때[가-힣]*|어떻게\s?(?:돼\s?가|되고\s?있|돌아가)[가-힣]*|궁금[가-힣]*",
            # Chinese
            r"(?:最近|近期|近[来來]|近日)?(?:都|又|還|还)?(?:有|發生|发生|出)?(?:了|過|过)?(?:什[么麼]|啥|哪些|些什[么麼])(?:新|大|重要|重大|值得[關关]注)?的?(?:消息|新聞|新闻|動態|动态|動靜|动静|進展|进展|事情?|大事|[东東]西|進度|變化|变化|看點|看点)(?:發生|发生)?(?:了|嗎|吗|呢)?",
            r"(?:的)?(?:最新|最近|近期|重要|主要)?的?(?:消息|新聞|新闻|動態|动态|動靜|动静|進展|进展|近[况況])(?:是什[么麼]|有哪些|如何|嗎|吗|呢)?|怎[么麼][样樣]了?|(?<=[\u4e00-\u9fffA-Za-z])(?:方面|[领領]域|那[边邊]|[这這][边邊]|圈)(?:的)?",
            r"(?:[请請]|幫我|帮我)?(?:告[诉訴]我|[说說]{1,2}|整理|[总總][结結]|介[绍紹])(?:一下)?",
            # Thai
            r"(?:ขอ|มี|สรุป|อัปเดต|อัพเดท|แสดง|ดู)?(?:รายการ)?\s?(?:ข่าว|เรื่อง|ความเคลื่อนไหว|ความคืบหน้า)(?:คราว)?(?:\s?(?:AI|เอไอ)(?=\s?(?:อะไร|ล่าสุด|ใหม่|เกี่ยวกับ)))?\s?(?:ล่าสุด|ใหม่|สำคัญ|เด่น|ใหญ่)?\s?(?:ๆ)?\s?(?:อะไร)?(?:ของ|เกี่ยวกับ|จาก|ด้าน|วงการ|ใน|ทาง)?|^\s*เกี่ยวกับ",
            r"(?:มี|เกิด)(?:ข่าว|เรื่อง)?\s?(?:อะไร)?\s?(?:ใหม่|เกิดขึ้น|น่าสนใจ|ขึ้น)*\s?(?:บ้าง|ไหม|มั้ย)|มีอะไร(?:ใหม่|เกิดขึ้น)?(?:บ้าง)?|เป็น(?:ไง|ยังไง|อย่างไร)(?:บ้าง)?|ช่วง(?:นี้|หลัง)|(?:หน่อย|บ้าง|ครับ|ค่ะ|คะ|นะ)(?=\s|[?？]|$)|ให้(?:ฟัง)?หน่อย",
        )
    ),
    re.IGNORECASE,
)
_ASKS: Final = re.compile(
    r"\b(?:who|whom|whose|when|where|how|why|which|should|can i|could i)\b|誰|いつ|どこ|なぜ|いくら|谁|誰|[为為]什[么麼]|多少|哪[里裡儿兒家個个]|누가|누구|언제|어디|왜|얼마|ใคร|ที่ไหน|เมื่อไ|เท่าไ|ทำไม",
    re.IGNORECASE,
)


_EDGES: Final = " ?？!！.。,，、:："


def unframed(text: str) -> str | None:
    """The subject without the words that ask for its news; None where nothing asks for news, or something else is asked besides."""
    bare, count = _FRAMES.subn(" ", text)
    return " ".join(bare.split()).strip(_EDGES) if count and not _ASKS.search(bare) else None
