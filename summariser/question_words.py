"""What a question is about: its search tokens without the words that only ask."""

import re
from typing import Final

from news.text import search_tokens

_ASKING: Final = frozenset(
    search_tokens(
        "tell know show latest news today happened happen going say said explain describe give list summary summarise summarize about "
        "article articles story stories please recent recently new update updates find information anything something mean means many much get "
        "week month year yesterday kind type name named called think do does doing done say says decide decides decided"
    )
)
ASKING_ELSEWHERE: Final = re.compile(
    r"について|教えて|ください|とは|何(?:ですか|が|を|か|で)?|誰(?:が|ですか)?|いつ|どこ|どの|どう(?:なった)?|なぜ|ですか|ますか|ましたか|でしたか|決(?:め|定し)(?:た|ました)|最新|ニュース|記事"
    r"|是?什么|是?什麼|哪些|哪个|哪個|哪里|哪裡|是?谁|是?誰|怎么|怎麼|如何|为什么|為什麼|是?多少|请问|請問|告诉我|告訴我|[决決]定了?(?=什[么麼])|关于|關於|最新|新闻|新聞|消息|吗|嗎|呢"
    r"|무엇|뭐|누가|누구|언제|어디|어떤|어떻게|왜|얼마|결정(?:했나|했습니까|한)|알려\s?줘|알려주세요|대해|대한|입니까|인가요|했나요|최신|뉴스|소식"
    r"|(?:นี้)?คือ(?=อะไร|ใคร)|อะไร|ใคร|ตัดสินใจ|เมื่อไร|เมื่อไหร่|ที่ไหน|อย่างไร|ทำไม|เท่าไร|เท่าไหร่|บ้าง|ไหม|หรือไม่|ข่าว|ล่าสุด|เกี่ยวกับ|บอก"
)
_GRAMMAR: Final = frozenset("有在和与與是的了吗嗎呢吧谁誰几幾会會能要被把对對为為")
"""Characters that are left by themselves between what is asked about and what asks."""
_HIRAGANA: Final = re.compile(r"[\u3041-\u309f]{1,2}")


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
