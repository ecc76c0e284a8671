"""What a follow-up is wrapped in ("and …?", では…は？, 那…呢？, 그럼 …는?, แล้ว…ล่ะ), and what it asks of an answer itself: more, its sources, whether it is so. Pure."""

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

_BEFORE: Final = re.compile(
    r"^(?:(?:ok(?:ay)?|and|or|but|so|also|then|now|well|alright|hm+|(?:and |so )?(?:what|how) about|what of|same (?:question |thing )?(?:for|about|with)|the same (?:question |thing )?(?:for|about|with))\b[\s,:]*)+"
    r"|^(?:それでは|それなら|それと|それで|では|じゃあ|じゃ|あと|ちなみに|そして|また|で[、,])[、,\s]*"
    r"|^(?:그럼|그러면|그렇다면|그리고|또한?|혹시|근데|그런데)[\s,]+"
    r"|^(?:那么|那麼|那|还有|還有|另外|以及|换成|換成)[，,、\s]*(?:[关關][于於]|[对對][于於])?"
    r"|^(?:แล้ว(?:ก็)?|ส่วน|และ|งั้น|ถ้า(?:เป็น)?)\s*",
    re.IGNORECASE,
)
_BEHIND: Final = re.compile(
    r"(?:[\s,]+(?:then|too|as well|please|instead|though|now|specifically))+(?=[\s?.!]*$)"
    r"|(?<=..)(?:(?:について|に関して|の場合|のほう|の方)?(?:は|も|って)(?:どう)?|(?:は|って)?どう)(?:です|でしょう|なの|なん)?か?(?=[\s?？。]*$)"
    r"|(?<=[가-힣A-Za-z0-9. ]{2})(?:에 대해서?|의 경우|쪽)?(?:에서|에)?(?:은|는|도|이랑)요?(?: ?(?:어때|어떤가|어떻)[가-힣]*)?(?=[\s?？.]*$)|(?<=..) (?:어때|어떤가|어떻)[가-힣]*(?=[\s?？.]*$)"
    r"|(?<=..)(?:的[话話])?(?:呢|怎[么麼][样樣]|如何|的[话話])(?=[\s?？。]*$)"
    r"|(?<=..)\s*(?:ล่ะ|ละ|เป็น(?:ไง|ยังไง|อย่างไร)|ด้วย)(?:บ้าง|ครับ|คะ|ค่ะ)*(?=[\s?？]*$)"
)
_BY: Final = re.compile(
    r"^(?:(?P<source>according to|from|by)|(?P<place>in|at)|about|on|for|of|to|with|regarding)\s+(?=\S)", re.IGNORECASE
)
_EAST_PLACE: Final = re.compile(r"(?<=..)(?:での?|에서의?|에선|国内|國內)$|^(?:在|ใน|ที่)(?=..)")
_EAST_SOURCE: Final = re.compile(
    r"(?<=..)(?:によると|によれば|에 따르면|的?[报報][道導])$|^(?:据|據|根据|根據|ตาม|จาก)(?=..)"
)
_MARKS: Final = " \t?？!！.。,，、"


@dataclass(frozen=True, slots=True)
class Core:
    """What a follow-up says without its wrapping; `framed`: it had one, `place` and `source`: it says where, or by whom, as such."""

    text: str
    framed: bool
    place: bool = False
    source: bool = False
    by: str = ""


def core_of(text: str) -> Core:
    plain = text.strip().strip("?？!！。 ")
    rest = _BEHIND.sub("", _BEFORE.sub("", plain)).strip(_MARKS)
    framed, by = rest != plain.strip(_MARKS), _BY.match(rest)
    if by:
        return Core(rest[by.end() :], True, bool(by["place"]), bool(by["source"]), by[0].strip())
    for at, pattern in enumerate((_EAST_PLACE, _EAST_SOURCE)):
        bare = pattern.sub("", rest)
        if bare != rest:
            return Core(bare.strip(_MARKS), True, at == 0, at == 1)
    return Core(rest, framed)


class OfAnswer(StrEnum):
    """What is asked of the answer before."""

    MORE = "more"
    SOURCE = "source"
    SURE = "sure"
    SHORTER = "shorter"


_MORE: Final = (
    r"(?:(?:any|some|show me|tell me|give me|is there|are there|who|what|anything|anyone|which ones?|and|any) )*(?:more|else|others?)(?: (?:please|news|of (?:them|those|these)|ones?|results|on (?:that|this|it)|about (?:that|this|it)))?"
    r"|(?:go on|continue|keep going|next|the rest)|(?:is|was) (?:that|this|it) (?:all|everything)"
    r"|(?:もっと|他に(?:は|も)?|ほかに(?:は|も)?|続き(?:は|を)?|さらに)(?:ある|あります|誰|何|教えて|詳しく|見せて|ください|いる|います)*か?"
    r"|(?:还有|還有)(?:别的|別的|其他的?|更多|[谁誰哪]些?|什[么麼])*(?:吗|嗎|呢)?|更多|[继繼][续續]|其他的?(?:呢)?|[别別]的呢?"
    r"|(?:더|또|그 ?외(?:에|에는|에도)?|다른 ?(?:거|것|건|곳|데|소식)?)(?:는|은|도)?\s?(?:있어|있나|있니|없어|없나|알려|보여|누가|뭐가?|누구|줘|주세요)*\s?(?:줘|주세요|요|어요|습니까)*"
    r"|(?:มี)?(?:อะไร|ใคร|ที่ไหน|ข่าว)?อีก(?:ไหม|มั้ย|บ้าง|หรือเปล่า|หน่อย)*|เพิ่มเติม|ต่อ(?:เลย)?|ขออีก"
    r"|(?:これ|それ)だけ(?:です|なの)?か?|就[这這](?:些|样|樣)(?:了)?(?:吗|嗎)?|(?:그게|이게) ?(?:다|전부)(?:야|예요|에요|인가요)?|(?:มี)?แค่นี้(?:เหรอ|หรือ|หรอ)?"
)
_SOURCE: Final = (
    r"(?:what(?:'s| is| are| was) )?(?:the |your |any |show (?:me )?(?:the |your )?|give me (?:the |your )?)*(?:sources?|links?|citations?|references?)(?: (?:please|for (?:that|this|it)))?"
    r"|where (?:did you (?:get|read|find|hear) (?:this|that|it)|(?:is|was|does) (?:this|that|it) (?:from|come from|reported|written))"
    r"|(?:who|which (?:paper|outlet|site|source)s?) (?:says?|said|reports?|reported|wrote|writes) (?:so|this|that|it)"
    r"|according to (?:whom|who|what)|says who"
    r"|(?:その)?(?:情報源|出典|出所|ソース|リンク|引用元)(?:は(?:どこ|何)?|を)?(?:です|教えて|ください|見せて)*か?|どこの(?:情報|記事|ニュース)(?:です)?か?"
    r"|(?:消息|信息|資訊)?(?:有)?(?:来源|來源|出[处處]|[链鏈][接結]|[连連][结結])(?:是(?:什[么麼]|哪[里裡]|[谁誰]))?(?:[呢吗嗎])?|[谁誰](?:[这這][么麼]?)?[说說]的?|哪[里裡](?:看到|来|來)的"
    r"|(?:그거 |그걸 )?(?:어디서|어디에서) ?(?:봤|읽었|나온|들었)[가-힣 ]*|누가 (?:그래|그랬)[가-힣]*"
    r"|(?:그 ?)?(?:출처|소스|링크|근거)(?:는|가|를|은)?\s?(?:어디|뭐|무엇|알려|보여)?(?:야|예요|에요|인가요|입니까|줘|주세요|지)*\s?(?:줘|주세요)*"
    r"|(?:ข่าว|เรื่อง)?(?:นี้)?(?:เอา)?มาจาก(?:ไหน|ที่ไหน)"
    r"|(?:ขอ)?(?:แหล่ง(?:ที่มา|ข่าว|อ้างอิง)|ที่มา|ลิงก์|ลิงค์|อ้างอิง)(?:คือ(?:อะไร|ที่ไหน)|จากไหน|ล่ะ|หน่อย)*"
)
_SURE: Final = (
    r"(?:(?:are you|you) )?(?:really |absolutely )?(?:sure|certain)(?: (?:about|of) (?:that|this|it))?|really|seriously|is (?:that|this|it) (?:really |actually )?(?:so|true|right|correct|real|confirmed)|how (?:sure|certain|confident) are you"
    r"|(?:それは?|これは?)?(?:本当|ほんと|マジ|確か)(?:に|う|で)?(?:です|なの|なん)?か?|(?:間違い|まちがい)ない(?:です)?か?"
    r"|(?:[你您])?(?:确定|確定|肯定)(?:吗|嗎|么)?|(?:[这這那]?是)?真的(?:吗|嗎|假的)?|[这這]是真的(?:吗|嗎)|[属屬][实實](?:吗|嗎)?"
    r"|(?:그게 |그거 )?(?:정말|진짜|확실)(?:이야|인가요|이에요|예요|해|해요|한가요|한 ?거야|로|입니까|합니까|요|야)*"
    r"|(?:คุณ)?(?:แน่ใจ|จริง|มั่นใจ|ชัวร์)(?:เหรอ|หรือ|หรอ|ไหม|มั้ย|รึ|เปล่า|นะ)*"
)
_SHORTER: Final = (
    r"(?:(?:can|could) you )?(?:please )?(?:(?:say|tell|put|make|keep|give)(?: (?:it|that|this|me))*(?: (?:a|the|in))* ?)?(?:much |a bit |a little |even )?(?:(?:in )?short(?:er)?(?: (?:version|please|answer))?|brief(?:ly|er)?|(?:in )?one (?:line|sentence))|too long|tl;?dr"
    r"|(?:もっと|もう少し)?(?:短く|手短に)(?:して|言って|言うと|まとめて|お願い(?:します)?|教えて|ください)*|(?:一言|ひとこと|一文|一行)で(?:言うと|言えば|まとめて|お願い(?:します)?|教えて|ください)*|長すぎ(?:る|ます)?"
    r"|(?:[请請])?(?:能不能|可以|能)?(?:再|更)?(?:[说說讲講]得?|[写寫]得?)?(?:[简簡]短|短)(?:一?[点點些]|[说說])*(?:[吗嗎])?|(?:用)?一句[话話](?:[总總][结結]|概括|[说說][明清楚]*|[讲講])?(?:一下)?|太[长長](?:了)?"
    r"|(?:더 |좀 (?:더 )?)?(?:짧게|간단히|간략히|한 ?줄로|한 ?마디로|한 ?문장으로)(?: ?(?:말해|요약|정리|설명|해)(?:해)?)*\s?(?:줘|주세요)*요?|너무 길어요?"
    r"|(?:ขอ|พูด|สรุป|ช่วย|ให้|ตอบ|แบบ|เอา)*\s?สั้น\s?(?:ๆ|กว่านี้|ลง|หน่อย|สั้น|ได้ไหม|\s)*|ยาว(?:เกิน)?ไป"
)
_POLITE: Final = r"(?:[,\s]+(?:please|pls|plz|thanks|then)|ครับ|คะ|ค่ะ|ください)*"


def _alone(asks: str) -> re.Pattern[str]:
    return re.compile(rf"(?:(?:and|but|ok|so|あの|で|那|그럼|แล้ว)[\s,、，]*)?(?:{asks}){_POLITE}", re.IGNORECASE)


_OF_ANSWER: Final = {
    OfAnswer.MORE: _alone(_MORE),
    OfAnswer.SOURCE: _alone(_SOURCE),
    OfAnswer.SURE: _alone(_SURE),
    OfAnswer.SHORTER: _alone(_SHORTER),
}


def of_answer(text: str) -> OfAnswer | None:
    """That it asks of the answer before, and nothing else: "more", "who else?", "source?", 本当？, 確定嗎？"""
    bare = text.strip().strip(_MARKS)
    return next((asks for asks, pattern in _OF_ANSWER.items() if pattern.fullmatch(bare)), None)


_POINTS: Final = (
    re.compile(
        r"\bthe (?:first|top)(?: (?:one|item|story|of (?:them|those|these)))?\b(?! (?:time|quarter|half|week|day|model|version|company))|第一[个個条條则則款家]|(?:最初|[一１1](?:つ目|番目|番))の?(?:もの|やつ|件|ニュース|記事)?|첫 ?(?:번째|째)(?: ?(?:거|것|건|소식|뉴스))?|(?:อัน|ตัว|ข่าว|ข้อ|เรื่อง)แรก",
        re.IGNORECASE,
    ),
    re.compile(
        r"\bthe second(?: (?:one|item|story|of (?:them|those|these)))?\b(?! (?:time|quarter|half|week|day))|第[二2][个個条條则則款家]|[二２2](?:つ目|番目|番)の?(?:もの|やつ|件|ニュース|記事)?|두 ?번째(?: ?(?:거|것|건|소식|뉴스))?|(?:อัน|ตัว|ข่าว|ข้อ|เรื่อง)ที่(?:สอง|2)",
        re.IGNORECASE,
    ),
    re.compile(
        r"\bthe third(?: (?:one|item|story|of (?:them|those|these)))?\b(?! (?:time|quarter|half|week|day))|第[三3][个個条條则則款家]|[三３3](?:つ目|番目|番)の?(?:もの|やつ|件|ニュース|記事)?|세 ?번째(?: ?(?:거|것|건|소식|뉴스))?|(?:อัน|ตัว|ข่าว|ข้อ|เรื่อง)ที่(?:สาม|3)",
        re.IGNORECASE,
    ),
    re.compile(
        r"\bthe last one\b|最[后後]一?[个個条條则則款家]|最後の(?:もの|やつ|件|ニュース|記事)|마지막 ?(?:거|것|건|소식|뉴스)|(?:อัน|ตัว|ข่าว|ข้อ|เรื่อง)สุดท้าย",
        re.IGNORECASE,
    ),
)


def pointed_at(text: str) -> tuple[int, str] | None:
    """Which of those that were told it means, from 0, or -1 for the last; and the words that say so."""
    found = ((at, pattern.search(text)) for at, pattern in enumerate(_POINTS))
    return next(((-1 if at == len(_POINTS) - 1 else at, one[0]) for at, one in found if one), None)
