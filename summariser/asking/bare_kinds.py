"""Under a story, questions that say nothing but what they ask - when, where, who, why, how much, is it so, who says it - by their kind. Pure; six languages."""

import re
from typing import Final, Literal

from summariser.words.question_words import FIELDS, GENERIC, GENERIC_ELSEWHERE, about, without_asking

Kind = Literal["sources", "truth", "time", "sum", "place", "person", "reason", ""]


def _any(*patterns: str) -> re.Pattern[str]:
    return re.compile("|".join(patterns), re.IGNORECASE)


_MEDIA: Final = r"(?:sources?|outlets?|papers?|newspapers?|media|publications?|sites?|reports?)"
_KINDS: Final[tuple[tuple[Kind, re.Pattern[str]], ...]] = (
    (
        "sources",
        _any(
            rf"\bwho (?:else )?(?:is |has |are )?(?:report|cover|writ|wrote|publish|broke)\w*|\b(?:which|what|how many)(?: are| is| were)?(?: the| your| its)?(?: other)? {_MEDIA}\b"
            r"(?: (?:report|cover|writ|wrote|say|have|had|carr)\w*)?|\bwho (?:else )?(?:says|said)(?: so| this| it| that)?(?=[\s?.!]*$)|\bwhere (?:does|did|is) (?:this|it|that) (?:come |coming )?from\b|\bwhere can i read\b"
            r"|^\W*(?:the |your |any |show (?:me )?)*(?:(?:other |more )?sources?|links?|references?|citations?)(?=[\s?.!]*$)|\bany other (?:sources?|reports?|coverage)\b",
            r"(?:情報)?ソース|情報源|出典|出所|元記事|リンク|(?:どこ|誰|だれ|どの(?:メディア|媒体|社|新聞)|何社)(?:の|が|で)?\s?(?:報じ|報道|伝え|書い)\w*|(?:他|ほか)に(?:は|も)?(?:どこ|誰)?(?:が|で)?\s?(?:報じ|報道|伝え)\w*|どこの(?:ニュース|記事|情報)",
            r"消息[来來]源|[来來]源|出[处處]|原文|[链鏈][接結]|連結|(?:[谁誰]|哪[里裡些家]?(?:[个個家])?)?(?:媒[体體])?(?:[也都还還])*(?:在)?(?:[报報][道導])(?:了|[过過])?(?:[这這此][个個件条條則则]?(?:事|消息|新[闻聞])?)?|哪些?媒[体體]|[谁誰][说說]的",
            r"출처|소스|원문|링크|(?:또 |다른 )?(?:어디(?:에서|서)?|누가|어느 ?(?:매체|언론|신문)[가-힣]*|다른 ?(?:데|곳|매체|언론)[가-힣]*|어떤 ?(?:매체|언론)[가-힣]*)(?:도|가|이|에서)?\s?(?:또 )?(?:보도|전했|전한|썼|다뤘|다룬)[가-힣]*",
            r"แหล่ง(?:ข่าว|ที่มา|ข้อมูล|อ้างอิง)|ที่มา|ต้นฉบับ|ลิงก์|(?:มี)?(?:ใคร|สำนัก(?:ข่าว)?ไหน|สื่อ(?:ไหน|ใด|อื่น)|ที่ไหน)(?:อีก)?(?:บ้าง)?(?:ที่)?(?:ราย\s?งาน|เสนอ|ลง|เขียน)(?:ข่าว)?|อ้างอิงจาก",
        ),
    ),
    (
        "truth",
        _any(
            r"\b(?:is|was|are|has|have|did)\b.*\b(?:true|confirmed?|official(?:ly)?|real|certain|verified|for sure|legit|fake|rumou?r|hoax|denied|sure)\b|^\W*(?:confirmed|verified|official|really|true|rumou?r)\b|\bhow (?:sure|certain|reliable|credible) is\b|\bcan (?:i|we) trust\b",
            r"本当|ほんと(?:う)?|確(?:か|認|定)(?:され|済み?)?|公式|事実|噂|うわさ|デマ|信頼でき|正しい",
            r"[确確][认認定][实實]?|真的假的|真的|真[实實]|(?:是|不是)真|属[实實]|屬實|官方|[谣謠]言|[证證][实實]|可[靠信]",
            r"사실|확인(?:된|됐|되었)?|진짜|정말|공식|확정|루머|소문|가짜|믿을 ?(?:수|만)",
            r"(?:เรื่อง|ข่าว)?จริง|ยืนยัน(?:แล้ว)?|ข่าวลือ|ทางการ|เชื่อถือได้|เชื่อได้|ข่าวปลอม",
        ),
    ),
    (
        "time",
        _any(
            r"\bwhen\b|\bwhat (?:day|date|time)\b|いつ|何[日時]|どの日|什[么麼][时時]候|何[时時]|哪[一]?[天日]|[几幾][号號]|언제|며칠|เมื่อไ(?:ร|หร่)|เมื่อใด|ตอนไหน|วันไหน|วันที่เท่าไ(?:ร|หร่)"
        ),
    ),
    ("sum", _any(
            r"\bhow much\b|\bwhat (?:sum|price|amount)\b|いくら|多少|얼마|เท่าไ(?:ร|หร่)|^\W*(?:金[額额]|費用|价格|價格|価格|値段|금액|비용|가격|ราคา)(?=[は은는이가呢]?[\s?？。]*$)"
        )),
    (
        "place",
        _any(
            r"\bwhere\b|\b(?:what|which) (?:place|country|city|state|town)\b|どこ|何処|どの[国州県市都]|[在是]?哪[里裡裏兒儿]|何[处處]|[什][么麼]地[方点點]|[在哪]?哪[个個一]?(?:[国國]家?|城市|地方)|어디(?:에?서)?|어느 ?(?:나라|도시|지역|곳)|ที่ไหน|(?:ประเทศ|เมือง|จังหวัด)(?:อะไร|ไหน|ใด)"
        ),
    ),
    (
        "person",
        _any(
            r"\bwho(?:m|se)?(?:['’]s)?\b|\b(?:which|what) (?:compan(?:y|ies)|firms?|people|persons?|organi[sz]ations?|lab)\b|誰|だれ|どの(?:会社|企業|人)|どこの(?:会社|企業)|[谁誰]|哪[个個家些](?:人|公司|企[业業])|누구|누가|(?:어느|어떤) ?(?:회사|기업|사람)|ใคร|(?:บริษัท|คน)(?:ไหน|ใด|อะไร)"
        ),
    ),
    (
        "reason",
        _any(
            r"\bwhy\b|\bhow come\b|\bwhat(?:['’]s| is| was| were)? (?:the )?(?:reasons?|cause)\b|なぜ|なんで|何で|どうして|理由|原因|[为為]什[么麼]|[为為]何|[什][么麼]原因|왜|이유|까닭|원인|ทำไม|เพราะอะไร|เหตุใด|สาเหตุ"
        ),
    ),
)  # fmt: skip
_BESIDE: Final = re.compile(
    r"\b(?:it|its|it['’]s|that|this|these|those|they|them|he|she|we|know|known|the (?:company|deal|startup|firm|round|story|news)|and|but|so|ok|or|money|funding|cost|pay|paid|raised?|spend|spent|worth|all|in total|altogether"
    r"|announced?|released?|launched?|published|happen(?:s|ed|ing)?|take place|took place|made|makes|come out|came out|out|revealed|unveiled|reported|get|got|is|are|was|were|did|does|do|done|doing|be|been|being|has|have|had|will|would|for|by|on|in|of|at|to|a|an|the|there|here|just|only|yet|already|exactly|please|then|now|else|also|really|or not|not"
    r"|behind|involved|responsible|people|person|company|companies|players?|key|main|named|concerned|story|news|article|claim|information|report(?:s|ed|ing)?|says?|said|them|mentioned|located|based|thing|things|reasons?|causes?|i|you|me|us)\b"
    r"|それ|これ|その|この|あの|ここ|件|話|ニュース|記事|情報|かか[っりる][たまるのす]*|金額|価格|値段|費用|全部で|発表|公開|公表|発売|あった|起き[たて]|起こ[っり][たまし]*|行われ|やった|した|して(?:いる|いた)?|され(?:た|ました|て|る)?|(?:関わ|かかわ)[っりる](?:て(?:いる|いた)?|た|る)?|関係者?|背後|裏|黒幕|当事者|主体|主役|人物?|会社|企業|誰か|だけ|もう|まだ|他|ほか|です|ます|ました|でしょう|のこと|なの|こと|ある|いる|は|の|か|が|に|で|と|も|を|へ|る|た"
    r"|[这這那此]|[个個件条條則则]|花[了费費]*|[费費]用|它|他们|他們|[钱錢元]|金[额額]|价格|價格|[总總]共|一共|[发發][布佈表生]|宣[布佈]|公[布佈开開]|推出|新[闻聞]|消息|事情?|[报報][道導]|[背幕][后後]|涉及|[参參][与與]|主[角体體]|[当當]事人|[会會]?[这這那][样樣]|[会會]|[负負][责責]|[做干幹搞]|[说說]|人|公司|相[关關]|有[关關]|已[经經]?|[经經]|被|得到|[过過]|[没沒有]|不是?|[请請][问問]|具[体體]|[还還也都]|有|在|的|了|是|[吗嗎呢啊吧]|呀|方"
    r"|그건|이건|그게|이게|그것|이것|그거|이거|이 ?(?:뉴스|소식|기사|사건|일)|그 ?(?:뉴스|소식|기사|사건|일)|뉴스|소식|기사|금액|가격|비용|돈|모두|발표|공개|출시|보도|배후|뒤|(?:관련|관여|연루|참여)[가-힣]*|주체|당사자|인물|사람|회사|기업|(?:됐|되었|된|했|한|하는|있었|있는|있|일어났|일어난|벌어졌|벌어진|생겼)[가-힣]*|그[랬런렇][가-힣]*|(?<![가-힣])(?:거|건|것|일|또|더|들[었여어]|썼|쓰였|지불)[가-힣]*|야|예요|이에요|이야|인가요?|입니까|맞아요?|맞나요?|죠|지|요|은|는|이|가|을|를|에|의|도|에서"
    r"|มัน|นั้น|นี้|เรื่อง|ข่าว|ราคา|เงิน|ค่าใช้จ่าย|ทั้งหมด|ประกาศ|เปิดตัว|เผยแพร่|เกิดขึ้น|เกิด|ขึ้น|เหตุการณ์|ถูก|เบื้องหลัง|อยู่|เกี่ยวข้อง|เกี่ยว|ทำ|คน|ผู้|บ้าง|อีก|มี|ได้|ยัง|ไหม|มั้ย|หรือ(?:ไม่|ยัง|เปล่า)?|เหรอ|รึ(?:ยัง|เปล่า)|กับ|จาก|ของ|โดย|ที่|ใน|ครับ|ค่ะ|คะ|ล่ะ|ละ|แล้ว|และ|คือ|เป็น|ตอน|จึง|ถึง|ว่า|เลย|ต่อ",
    re.IGNORECASE,
)
"""What may stand beside it: what is meant, money, and that it was done or told."""


def plain_kind(question: str) -> Kind:
    """ "How much?", "when was it announced?", それはいくら？, "who is behind it?"; "" where anything more is asked."""
    if _TO_COME.search(question):
        return ""
    for kind, asks in _KINDS:
        if asks.search(question):
            return kind if _is_bare(asks.sub(" ", question)) else ""
    return ""


def _is_bare(rest: str) -> bool:
    left = _BESIDE.sub(" ", GENERIC_ELSEWHERE.sub(" ", without_asking(rest)))
    return not [word for word in about(left) if word not in PLAIN and not _NOTHING.fullmatch(word)]


_TO_COME: Final = re.compile(
    r"\bwhen (?:will|does|do|is|are|can) (?:it|they|this|that) (?!about|announced|from)\w|\bwho (?:has |have )?(?:raise|paid|pays?|spen[dt])\w*|\b(?:against|after|before|without|instead)\b",
    re.IGNORECASE,
)
"""A day that is still to come, or what it is asked beside: no report's own day tells it."""
PLAIN: Final = GENERIC - FIELDS - {"ai"}
"""What says nothing of what is asked about."""
_NOTHING: Final = re.compile("[ぁ-ゖ]")
