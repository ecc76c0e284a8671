"""A question that is of a time and of AI and of nothing else: whatever its wording, whatever happened then is asked for. Pure; six languages.

What its writer says of themselves ("I was ill", 出張でした, 没看手机) is no part of what is asked.
"""

import re
from typing import Final

from news.text import search_tokens
from summariser.words.aliases import mentions
from summariser.words.question_words import about, without_asking

_CLAUSE: Final = re.compile(
    r"[.!?;,…。！？；，、：:()（）]+\s*|\s[-–—]+\s|\s+(?:and|but|so)\s+(?=(?:I|we|what|anything)\b)|(?<=[어요다음])\s(?=[가-힣])|(?<=[ก-๛])\s(?=[ก-๛])"
)
_OWN: Final = re.compile(
    r"\b(?:i|i['’](?:m|ve|d|ll)|we|we['’](?:ve|re)|my|me|been (?:away|off|offline|out|busy|ill|sick)|(?:busy|hectic|long|crazy) (?:day|week|month|time|weekend)"
    r"|(?:have|had|did)(?:n['’]t| not) (?:\w+ ){0,2}(?:looked|read|seen|checked|followed|watched|kept|been)|(?:logged|signed) off|(?:just|only) (?:got )?back|back (?:now|today|online)|offline)\b"
    r"|休[んみ暇]|忙し|バタバタ|ばたばた|出張|旅行|飛行機|寝込|病気|風邪|入院|離れ|(?:見|読|追|チェック|触)[^。、]{0,6}(?:な[いかくん]|ませ|ず)|(?:戻|帰)(?:り|っ|国|宅)|スマホ|私|僕"
    r"|휴가|바빴|바쁘|바빠|아팠|아파|출장|여행|비행기|입원|자리를 비|(?:못|안)\s?(?:봤|보|본|읽|챙|따라)|돌아왔|복귀|(?:^|\s)(?:나|저|내|제가|저는|나는)(?=\s|$)"
    r"|ไม่ได้(?:ดู|ตาม|อ่าน|เช็ก|เช็ค|เข้า|ติดตาม)|ยังไม่ได้|ยุ่ง|ป่วย|หยุดงาน|ลางาน|ลาพัก|ไปเที่ยว|เดินทาง|เครื่องบิน|กลับมา|ฉัน|ผม(?!ู่)|ดิฉัน"
    r"|我|[没沒][有看追关關刷上跟碰]|忙|[飞飛][机機]上|生病|病了|放假|休假|[请請]假|出差|旅[游遊行]|下班|[回][来來]|[离離][线線开開]|手[机機]",
    re.IGNORECASE,
)
_ASKS: Final = re.compile(
    "|".join(
        (
            r"\b(?:what|which)\b(?:['’]?s| is| are| was| were| did| has| have| had)?|\b(?:any ?thing|something|everything|much|all)\b",
            r"\b(?:actually|really|truly|exactly|basically|mostly|else|there|then|during|around|that|were|was|is|are|did|do|been|to|the|in|of|on|for|from|world|scene)\b",
            r"\b(?:happen(?:ed|ing|s)?|matter(?:ed|s)?|go(?:ing)? on|went (?:on|down)|miss(?:ed)?|announced?|c[oa]me out|changed|released?|count(?:ed|s)|stood out|broke)\b",
            r"\b(?:main|big|biggest|bigger|important|key|major|top|essential|significant|notable|new|good|interesting|worth knowing|noteworthy|need(?: to)?)\b",
            r"\b(?:things?|stuff|stor(?:y|ies)|points?|news|headlines?|developments?|bits?|events?|essentials?|highlights?|updates?|moments?|recap|summary|roundup|rundown|overview|digest)\b",
            r"\b(?:please|briefly|quick(?:ly)?|short|just|only|a|an|give|tell|show|catch|bring|get|fill|brief|update|up|in|to|date|speed|me|us|i|we|have|had|should|know|can|could|you)\b",
            # Japanese
            r"(?:何|なに|なん)(?:か)?(?:が|を|は|も)?|(?:あ(?:った|りました|ります|る)|起き(?:た|ました|て(?:い)?(?:る|た)?)|起こ(?:った|りました)|見逃し(?:た|ました)?|出た|発表(?:された|されました)?)",
            r"(?:大事|重要|大切|主要|主|大き|新し|注目|目立っ)(?:な|い|た|すべき)?|(?:こと|話題?|ニュース|動き|出来事|もの|トピックス?|ポイント|動向)|(?:だけ|まとめて?|要約して?|教えて|知りたい|ください|くれ|ほしい|お願い(?:します)?|でし(?:た|ょう)|です|でした|ますか?|まし(?:た)?|の|は|が|を|に|で|と|も|か|日|から|まで|間|業界|界隈|世界|関連(?:で|の|した)?|あった)",
            # Korean
            r"뭐(?:가|야|지|였어|였지|예요)?|뭘|무엇(?:이|을)?|무슨|어떤|어땠[가-힣]*|큰일|별일|(?:중요|주요|큼직)(?:한|했[가-힣]*|하[가-힣]*)?|큰|새로운|(?:일|것들?|거|게|건|소식|뉴스|이슈|사건|발표)(?:이|가|을|를|은|는|만|들|된)?(?=\s|[?？]|$)",
            r"(?:있었|나왔|일어났|생겼|터졌|놓쳤|발표됐|발표되었)[가-힣]*|(?:놓친|나온|있었던|일어난|발표된)|(?:알려|정리해|요약해|말해)\s?(?:줘|주세요|줄래)?|(?:업계|쪽|분야|세계)(?:에|에서|에는|은|는|의)?|(?:이틀|사흘|나흘|며칠)|동안의?|만(?=\s|$)|좀|[은는이가을를의에도](?=\s|[?？]|$)",
            # Thai
            r"(?:มี|เกิด|พลาด|เป็น|ขอ|สรุป|ช่วย|บอก|อัปเดต)|(?:อะไร|ข่าว|เรื่อง|เหตุการณ์|ความเคลื่อนไหว|ประเด็น)|(?:สำคัญ|ใหญ่|ใหม่|เด่น|หลัก|น่าสนใจ)(?:\s?ๆ)?|(?:เกิด)?ขึ้น|(?:บ้าง|ไหม|มั้ย|หน่อย|ไป|เลย|ครับ|ค่ะ|คะ|แล้ว|ที่สุด|ที่|ใน|ของ|ช่วง|วงการ|โลก|ด้าน|เฉพาะ|แค่|ๆ)",
            # Chinese
            r"(?:都|又|还|還)?(?:有|发生|發生|出|错过|錯過|漏掉|推出|发布|發布|出现|出現|更新)?(?:了|过|過)?(?:什[么麼]|啥|哪些|些|多少)?(?:重要|重大|关键|關鍵|主要|值得[关關]注|值得看|新(?![闻聞])|大(?!事))?的?(?:新[闻聞]|消息|大?事(?:情|件)?|重[点點]|要[闻聞]|[动動][态態静靜]|[进進]展|看[点點]|[东東]西)?",
            r"[吗嗎呢啊呀了的都就]|(?:[请請]|[帮幫]我)?(?:[补補]{1,2}(?:一下|[补補]|[课課])?|[总總][结結]|整理|[说說]|[讲講]|告[诉訴])(?:一下)?我?|(?:圈|界|行[业業]|[领領]域|[这這那][边邊]|方面)(?:里|裡|内|內)?|[号號日]|[这這]?[两兩几幾]?天|期[间間]|之?[间間]|[里裡]",
        )
    ),
    re.IGNORECASE,
)
_AI: Final = re.compile(
    r"(?<![A-Za-z])A\.?I\.?(?![A-Za-z])|人工智[能慧]|人工知能|인공지능|ปัญญาประดิษฐ์|เอไอ|artificial intelligence",
    re.IGNORECASE,
)
_HAPPENED: Final = re.compile(
    r"\b(?:happen|matter|developments?|events|key|anything|need to know|should know|miss|going on|go on|went on|went down|big|main|important|stuff|things?|news|stor(?:y|ies)|headlines|highlights|essentials|announced|c[oa]me out|new|up to (?:date|speed)|catch|update|recap|summary|roundup|rundown|overview|do)"
    r"|何|大事|重要|主な|話|あった|動き|話題|見逃|まとめ|ニュース|뭐|뭘|무슨|중요|큰일|소식|뉴스|놓친|발표|어땠|정리|什[么麼]|啥|哪些|[补補]|错过|錯過|[新要][闻聞]|[总總][结結]|重[点點]|大事|อะไร|ข่าว|พลาด|สรุป|สำคัญ",
    re.IGNORECASE,
)


_UNREAD: Final = re.compile(
    r"\b(?:have|had|did)(?:n['’]t| not) (?:\w+ ){0,2}(?:looked|read|seen|checked|followed)\b|(?:見|読|追)[^。、]{0,6}(?:な[いかくん]|ませ|ず)"
    r"|(?:못|안)\s?(?:봤|보|본|읽|챙|따라)|ไม่ได้(?:ดู|ตาม|อ่าน|ติดตาม)|[没沒]有?[看追关關刷跟]",
    re.IGNORECASE,
)
"""Who says when they stopped reading asks for what came since."""


def asks_of_all(text: str) -> bool:
    """`text`: the question without its time. Nothing is left of it but what happened, AI, and what its writer says of themselves."""
    if mentions(text):
        return False
    asking = False
    for clause in filter(None, map(str.strip, _CLAUSE.split(text))):
        if _is_empty(clause):
            asking = asking or _HAPPENED.search(clause) is not None
        elif _UNREAD.search(clause) and not _NAMES.search(_OWN.sub(" ", clause)):
            asking = True
        elif not _OWN.search(clause) or _NAMES.search(_OWN.sub(" ", clause)):
            return False
    return asking


_NAMES: Final = re.compile(r"(?<=[a-z,] )(?!AI\b|I\b)[A-Z][a-z]+|\b[A-Z][a-z]*[A-Z]{2,}\w*")


def _is_empty(clause: str) -> bool:
    rest = _ASKS.sub(lambda found: " " if found[0] else "", _AI.sub(" ", clause))
    return not [word for word in about(without_asking(rest)) if word not in _TRADE]


_TRADE: Final = frozenset(
    search_tokens(
        "ai world industry industries space sector area field tech technology scene 業界 业界 行业 行業 업계 วงการ"
    )
)


def speaks_of_its_writer(text: str) -> bool:
    return _OWN.search(text) is not None
