"""What a question is about: its search tokens without the words that only ask."""

import re
from typing import Final

from news.text import search_tokens

_ASKING: Final = frozenset(
    search_tokens(
        "tell know show latest news today happened happen going say said explain describe give list summary summarise summarize about pls plz thx thanks "
        "article articles story stories please recent recently new update updates find information anything something mean means many much get "
        "week month year yesterday kind type name named called think do does doing done say says decide decides decided"
    )
)
COUNTED: Final = r"[ヵカか]国|[ァ-ヴー]{2,}|[%％]"
"""Behind 何 what is counted, never a name: 何パーセント, 何カ国."""
_LISTING: Final = (
    r"(?:の|を)?(?:一覧|(?<![ァ-ヴー・])リスト(?:アップ)?)(?:(?:に|と)?して|で|(?:を|に)(?=[見表出作教])|(?=[?？。\s]*$))|(?:列挙して|[見み]せて|表示して|挙げて|まとめて)(?=くだ|くれ|ほし|[?？。\s]*$)"
    r"|[请請]?(?:列出(?:来|來)?|列举|列舉|[罗羅]列)|列表(?=[?？。\s]*$)|(?<![体體])清[单單](?=[?？。\s]*$)"
    r"|(?:목록|(?<![가-힣])리스트)(?:[을를]|으?로)?(?=\s|[?？.]*$)|(?:보여|나열해|정리해|뽑아)\s?(?:줘요?|주세요|줄래요?|주실래요?)"
    r"|(?:ขอ|แสดง|ดู)?รายการ(?=\s*ข่าว)|(?:ขอ|แสดง)(?=\s*(?:ข่าว|รายชื่อ))"
)
"""A list of news of somebody is news of them. リスト behind another word and 实体清单 are names of lists, and asked about."""
_RENAMING: Final = r"(?:이름|사명)을? ?(?:뭐|무엇|어떻게)(?:으?로)? ?(?:바꿔|바꾸|바꿨|바꾼|변경)[가-힣]*|(?:社名|名前)を何に[変改][一-鿿ぁ-ん]*|改名(?:[为為]|叫|成)?了?什[么麼]"
_EXPLAINING: Final = (
    r"(?:は|って)?(?:何を(?:する|してい?る|やってい?る|作(?:る|ってい?る)|手(?:が|掛)けてい?る)|どんな|どういう|どのような|何の)(?:会社|企業|組織|団体|もの|サービス|製品|ツール|モデル)(?:ですか|なの|か)?(?=[?？。\s]*$)"
    r"|とは何(?:ですか|でしょうか|か)?|を?説明して(?:ください|ほしい|くれ)?(?=[?？。\s]*$)|(?:[请請])?(?:解[释釋]|介[绍紹])一下|是(?:一[家个個])?(?:做什[么麼]的|什[么麼](?:公司|企[业業])|怎[样樣]的公司)"
    r"|(?:무엇을|무얼|뭘|뭐) ?하는 (?:회사|기업|곳)[가-힣]*|(?:에 대해 ?)?설명해\s?(?:줘요?|주세요)"
    rf"|{_RENAMING}|(?:ช่วย)?อธิบาย(?=\s|[A-Za-z])|(?:เป็น)?บริษัททำอะไร"
)
"""What is it, what does it do, what is it called now: asked of what is named, whose reports have no such words."""
ASKING_ELSEWHERE: Final = re.compile(
    rf"{_LISTING}|{_EXPLAINING}|이름[은이]? ?(?:뭐|무엇)(?:야|지|죠|예요|인가요)?|(?:の)?名前は何|(?:的)?名[字称稱](?:是|叫)什[么麼]|叫什[么麼](?:名[字称稱])?|ชื่อ(?:ว่า)?อะไร"
    rf"|何(?:{COUNTED})|몇 ?(?:퍼센트|프로|%|달러)|百分之(?:[几幾]|多少)|(?<!เ)กี่(?:เปอร์เซ็นต์|%)|について|教えて|ください|とは|何(?:ですか|が|を|か|で)?|誰(?:が|ですか)?|いつ|どこ|どの|どう(?:なった)?|なぜ|ですか|ますか|ましたか|でしたか|決(?:め|定し)(?:た|ました)|最新|ニュース|記事"
    r"|是?什么|是?什麼|哪些|哪个|哪個|哪里|哪裡|是?谁|是?誰|怎么|怎麼|如何|为什么|為什麼|是?多少|请问|請問|告诉我|告訴我|[决決]定了?(?=什[么麼])|关于|關於|最新|新闻|新聞|消息|吗|嗎|呢"
    r"|때문(?:에|이야?|인가요?)?|(?<=[가-힣])(?:[하되했됐인는은였었았있]나요?|[인는은한된]가요?|[습입]니까|[을할될일]까요?)(?=[?？.\s]*$)|무엇|뭐|누가|누구|언제|어디|어떤|어떻게|왜|얼마|결정(?:했나|했습니까|한)|알려\s?줘|알려주세요|대해|대한|입니까|인가요|했나요|최신|뉴스|소식"
    r"|(?:นี้)?คือ(?=อะไร|ใคร)|อะไร|ใคร|ตัดสินใจ|เมื่อไร|เมื่อไหร่|ที่ไหน|อย่างไร|ทำไม|เท่าไร|เท่าไหร่|บ้าง|ไหม|หรือไม่|ข่าว|ล่าสุด|เกี่ยวกับ|บอก"
)
_GRAMMAR: Final = frozenset("有在和与與是的了吗嗎呢吧谁誰几幾会會能要被把对對为為을를은는이가의에로와과도만나야요")
"""Characters that are left by themselves between what is asked about and what asks."""
_HIRAGANA: Final = re.compile(r"[\u3041-\u309f]{1,2}")


_ASKS_UNMARKED: Final = re.compile(
    r"何|誰|いつ|どこ|どの|どう|なぜ|いくら|いくつ|どれ|どんな|どちら|(?:ます|です|した|でした|い|る|た|う)か$|かな$"
    r"|什[么麼]|[谁誰]|哪|怎[么麼]|如何|[为為]何|多少|[几幾][个個家款名天]|[吗嗎呢]$"
    r"|무엇|무슨|뭐|뭘|누가|누구|언제|어디|어떤|어떻게|왜|얼마|몇|(?:나|나요|까|까요|니|냐|는가|은가|인가|인가요)$"
    r"|อะไร|ใคร|เมื่อไ|ที่ไหน|อย่างไร|ทำไม|เท่าไ|(?<!เ)กี่|(?:ไหม|หรือไม่|หรือเปล่า|มั้ย)$"
)
"""What asks by itself, in languages that mostly write no mark in a chat."""
_MARKED: Final = re.compile(r"[?？!！。.…]\W*$")


def asks_unmarked(text: str) -> bool:
    """It has a word that asks, in a language that needs no mark for it."""
    return _ASKS_UNMARKED.search(text) is not None


def with_its_mark(text: str) -> str:
    """A question that its writer did not mark so, marked: one question is not to be read in two ways."""
    bare = text.strip()
    return f"{bare}？" if bare and not _MARKED.search(bare) and asks_unmarked(bare) else text


def asks_for_new_name(text: str) -> bool:
    return re.search(_RENAMING, text) is not None


def tells_new_name(text: str) -> bool:
    """That something is called otherwise now."""
    return _RENAMED.search(text) is not None


_RENAMED: Final = re.compile(
    r"\brenam|\brebrand|사명|개명|이름을 ?바|간판|社名|改名|改称|改稱|更名|เปลี่ยนชื่อ", re.IGNORECASE
)


def without_asking(text: str) -> str:
    """The question without what only asks, where that is written into the rest of it without a space."""
    return ASKING_ELSEWHERE.sub(" ", text)


def about(text: str) -> list[str]:
    """In reading order, repeats kept."""
    return [
        token
        for token in search_tokens(without_asking(text))
        if token not in _ASKING and token not in _GRAMMAR and not _HIRAGANA.fullmatch(token)
    ]


GENERIC_ELSEWHERE: Final = re.compile(
    r"人工智[能慧]|人工知能|生成(?:式)?|大?(?:语言|語言)?模型|モデル|芯片|晶片|チップ|半[導导][体體]|機器人|机器人|ロボット|公司|企業|企业|会社|廠商|厂商"
    r"|[産產产]品|製品|發表|发表|發布|发布|推出|宣布|公布|公開|発表|発売|出した|しました|した|された|新的?|了|都|有|最近|本週|本周|今週|这周|這週"
    r"|인공지능|모델|반도체|칩|로봇|회사|기업|제품|발표한?|출시한?|공개한?|했나|했습니까|를|을|는|은|이|가"
    r"|무슨 ?일이? ?(?:있|일어[나났]|생[기겼길]|벌어)[가-힣]*|[发發]生|(?<![\u4e00-\u9fff])大?事情?(?![\u4e00-\u9fff])|出来事|起き[たてる][\u3041-\u309f]*|(?:มี\s*)?เกิด\s*ขึ้น"
    r"|โมเดล|ชิป|หุ่นยนต์|บริษัท|เปิดตัว|ประกาศ|ไหน|ใด"
)
_GENERIC_ELSEWHERE: Final = (
    "人工 工知 知能 智能 人工智 業界 行业 行業 领域 領域 重要 主要 大模 模型 芯片 晶片 机器 器人 機器 ロボ ボッ ット 半導 導体 体の 安全 政策 研究 开源 開源 论文 論文 产品 "
    "產品 商业 商業 应用 應用 科学 科學 社会 社會 인공 공지 지능 로봇 반도 도체 안전 정책 연구 모델 제품 업계 주요 중요 โมเดล หุ่นยนต์ ชิป ความปลอดภัย "
    "วิจัย นโยบาย ปัญญา ประดิษฐ์ วงการ สำคัญ 有 之 的 まとめ の主 主な s 야 ใหม่ 의 있어 있나 나요 있나요 있어요 มี เอไอ สรุป "
)
FIELDS: Final = frozenset(
    search_tokens(
        "chip chips robot robotics safety policy regulation research paper papers funding open source tool tools science"
    )
)
"""Fields of the trade: general by themselves, and what is asked about where they are asked about."""
GENERIC: Final = (
    frozenset(
        search_tokens(
            "ai artificial intelligence news story stories headline industry world field area space sector tech technology anything everything "
            "important big top major main happening development announcement release launch model business product "
            "society application startup company companies models products announce unveil publish say report reveal introduce ship open launched released announced thing things most best current update matter matters "
            "think want propose believe plan argue demand suggest call warn predict expect"
        )
    )
    | FIELDS
    | frozenset(_GENERIC_ELSEWHERE.split())
)
_ABOUT: Final = re.compile(r"\b(?:about|regarding|concerning|on)\s+(.+)", re.IGNORECASE)


def asked_about(text: str) -> frozenset[str]:
    """Search tokens of what somebody's news is to be about, the fields of the trade too; names are left out. English."""
    found = _ABOUT.search(text)
    plain = re.sub(r"\b[A-Z][\w.'’-]*", " ", found[1]) if found else ""
    return frozenset(word for word in about(plain) if word in FIELDS or word not in GENERIC)
