"""What is said to a newsroom and asks nothing of it: a greeting, thanks, chat. Pure; six languages."""

import re
from typing import Final

from summariser.asking.errands import is_errand


def _any(*patterns: str) -> re.Pattern[str]:
    return re.compile("|".join(patterns), re.IGNORECASE)


SMALL_TALK: Final = _any(
    r"^(?:hi|hello|hey|thanks?(?: you)?|good (?:morning|evening|night)|how are you|who are you|what are you|test|ping)\b[\s!.?]*$",
    r"\b(?:tell me a joke|horoscope|recipe|my (?:girlfriend|boyfriend|wife|husband|homework|taxes)|lottery|football score|movie tonight)\b",
    r"^(?:こんにちは|おはよう|こんばんは|ありがとう(?:ございます)?|你好|您好|谢谢|謝謝|안녕(?:하세요)?|고마워요?|สวัสดี(?:ครับ|ค่ะ)?|ขอบคุณ)[\s!.?！。？]*$",
    r"^(?:you(?:['’]re| are|r| r) (?:so )?(?:stupid|dumb|useless|bad|wrong|great|awesome|amazing|cool|the best|funny|smart)|i (?:love|hate) you|f\*?u?ck (?:you|off)|shut up|(?:you )?idiot|(?:good|bad) bot|lol|haha+|nice|cool|wow|ok(?:ay)?|bye|goodbye|see you)[\s!.?]*$",
    r"^(?:바보|멍청이)(?:야|!)?[\s!.]*$|^(?:バカ|ばか|馬鹿|笨蛋|傻瓜|โง่)[\s!！。]*$",
    r"冗談を|レシピ|占い|讲个笑话|講個笑話|菜谱|星座|농담|레시피|운세|เล่าเรื่องตลก|สูตรอาหาร|ดูดวง",
)
_GREETING: Final = _any(
    r"^(?:hi|hello|hey|hiya|howdy|yo|greetings|good (?:morning|afternoon|evening|day))(?:[ ,]+(?:there|all|everyone|team|bot|ai[- ]?news|again))*[\s!.,👋🙂😊]*$",
    r"^(?:how are you|how(?:'s| is) it going|who are you|what are you|what can you do|what do you do|are you (?:an? )?(?:ai|bot|chat ?bot|llm|human|person|robot|chatgpt|claude|gpt|real))(?: doing| today)?[\s!.?]*$",
    r"^(?:こんにちは|こんばんは|おはよう(?:ございます)?|はじめまして|やあ|你好(?:啊|呀)?|您好|嗨|哈[喽囉]|早(?:安|上好)|晚上好|안녕(?:하세요|하십니까)?|하이|반가워요?|สวัสดี(?:ตอนเช้า)?|หวัดดี|ดี)(?:ครับ|ค่ะ|คะ|นะ|！|~|〜)*[\s!.?！。？~👋🙂😊]*$",
    r"^(?:あなたは誰(?:ですか)?|何ができ(?:る|ますか)|你是[谁誰]|你[会會能](?:做|干|幹)?(?:什[么麼]|啥)|누구(?:세요|야|예요)|뭘? ?할 수 있(?:어|나|어요|나요)|คุณ(?:คือใคร|เป็นใคร|ทำอะไรได้(?:บ้าง)?))[\s!.?！。？]*$",
)
"""Who says so wants to know what may be asked."""
_THANKS: Final = _any(
    r"^(?:ok(?:ay)?,? |great,? |perfect,? |many )?(?:thanks?(?: you)?|thx|ty|cheers)(?: (?:so much|a lot|very much|a bunch|again))?[\s!.👍🙏❤️😊🙂]*$",
    r"^(?:ありがとう(?:ございま(?:す|した))?|助かりました|谢谢(?:你|您|啦)?|謝謝(?:你|您|啦)?|多謝|感[谢謝]|감사(?:합니다|해요)|고마워요?|고맙습니다|ขอบคุณ(?:มาก)?(?:ครับ|ค่ะ|นะ|คะ)*)[\s!.！。]*$",
)


def is_thanks(text: str) -> bool:
    return _THANKS.search(text.strip()) is not None


def is_greeting(text: str) -> bool:
    return _GREETING.search(text.strip()) is not None


def is_small_talk(text: str) -> bool:
    return SMALL_TALK.search(text.strip()) is not None or is_errand(text)
