"""What no news archive is for, whatever its words may meet there: the weather, a quotation, a sum, a translation, where to eat. Pure; six languages."""

import re
from typing import Final

from summariser.words.aliases import mentions

_AI: Final = re.compile(
    r"(?<![A-Za-z])(?:AI|LLMs?|GPT|chatbots?|models?|robots?)(?![A-Za-z])|人工知能|人工智[能慧]|模型|モデル|ロボット|[机機]器人|인공지능|모델|로봇|ปัญญาประดิษฐ์|โมเดล|หุ่นยนต์",
    re.IGNORECASE,
)
_NAMED: Final = r"[\w.&'’ -]{0,24}?"
_QUOTATION: Final = re.compile(
    rf"(?:what(?:'s| is| was)|show|give me|tell me|how much is|check)?\s*(?:the )?(?:current |latest |live )?{_NAMED}(?:'s)? ?(?:stock|share) (?:price|quote|value)s?(?: of {_NAMED})?(?: (?:today|now|right now|currently|yesterday|this week))?"
    r"|[^\s、。？?]{1,14}(?:の|的|의)?\s?(?:株価|股[价價])\s?(?:は|を|が|是|现在|現在|今天|多少|いくら|教えて|ですか|ください|今日の?|的|目前)*"
    r"|[가-힣A-Za-z ]{1,14}?\s?주가\s?(?:는|가|를|좀|얼마야?|알려\s?(?:줘|주세요)|얼마(?:예요|인가요|지)|현재|오늘|지금|\s)*"
    r"|(?:ราคาหุ้น|หุ้น)\s?[A-Za-zก-๛ ]{1,14}?\s?(?:ราคา)?(?:เท่าไร|เท่าไหร่|วันนี้|ตอนนี้|ล่าสุด|\s)+|ราคาหุ้น\s?[A-Za-zก-๛]{1,14}",
    re.IGNORECASE,
)
_WEATHER: Final = re.compile(
    r"\bweather\b|\bis it (?:going to )?(?:rain|snow)|\bwill it (?:rain|snow)|\bforecast for (?:today|tomorrow)|天気|天[气氣](?!候)|会下雨|會下雨|날씨|비\s?(?:올까|오나|와)|สภาพอากาศ|อากาศ(?:เป็น|วัน|พรุ่ง)|ฝนจะตก|ฝนตกไหม",
    re.IGNORECASE,
)
_SUM: Final = re.compile(
    r"(?:what(?:'s| is)|how much is|calculate|compute)?\s*[-\d.,()\s]*\d\s*[-+*/×÷x^]\s*[-+*/×÷x^\d.,()\s]*\d\)?\s*(?:[=＝])?"
    r"|\d+\s?[加減减乘除]\s?(?:以)?\d+\s?(?:等[于於](?:几|幾|多少)|是多少|=)?|\d+\s?(?:足す|引く|かける|割る)\s?\d+は?|\d+\s?(?:더하기|빼기|곱하기|나누기)\s?\d+(?:은|는)?"
    r"|\d+\s?(?:บวก|ลบ|คูณ|หาร)\s?\d+\s?(?:ได้|เท่ากับ)?(?:เท่าไร|เท่าไหร่)?",
    re.IGNORECASE,
)
_TRANSLATION: Final = re.compile(
    r"^(?:please |can you |could you )?translate\b|^how (?:do|would) (?:you|i|we) say\b|^what(?:'s| is) .{1,30} in (?:french|spanish|german|japanese|korean|thai|chinese|italian|latin)\?*$"
    r"|(?:英語|日本語|中国語|韓国語|タイ語|フランス語)[にへで](?:訳し|翻訳し|何と言)|翻[译譯]成|[译譯]成(?:英|日|韩|韓|泰|中|法)|用(?:英|日|韩|韓|泰)[语語文]怎[么麼][说說]|(?:영어|일본어|중국어|한국어|태국어|불어)로\s?(?:번역|옮겨|뭐라고)|^แปล(?:เป็น|คำ|ประโยค|ให้)",
    re.IGNORECASE,
)
_TABLE: Final = re.compile(
    r"\b(?:best|good|cheap|nearest|recommend\w*)\b.{0,30}\b(?:pizza|restaurants?|ramen|sushi|coffee|cafes?|bars?|hotels?|beach(?:es)?|museums?|burgers?|brunch)\b.{0,20}\b(?:in|near|around)\b"
    r"|(?:おすすめ|美味し|おいし).{0,8}(?:店|屋|レストラン|カフェ|ホテル|ランチ)|(?:ラーメン|レストラン|カフェ|ホテル).{0,6}(?:おすすめ|どこ)|(?:有什[么麼]|哪里有|哪裡有|推[荐薦]).{0,6}(?:好吃|餐[厅廳]|美食|酒店|飯店|饭店|景[点點]|咖啡)|맛집|(?:식당|카페|호텔).{0,4}추천|ร้าน(?:อาหาร|กาแฟ)(?:อร่อย|แนะนำ|แถว|ใน|ใกล้)|(?:แนะนำ|ที่ไหน).{0,8}ร้านอาหาร",
    re.IGNORECASE,
)
_TRIVIA: Final = re.compile(
    r"(?:what(?:'s| is) )?(?:the )?(?:capital|population|currency|national anthem|tallest (?:building|mountain)|area) of (?:the )?[\w ]{2,24}"
    r"|[^\s、。]{2,10}(?:の|的)(?:首都|人口|国歌|通貨|货币|貨幣)(?:は|はどこ|はいくつ|是|是哪里|是哪裡|是什[么麼]|有?多少|ですか)*|[가-힣]{2,8}(?:의)? (?:수도|인구)(?:는|가)?(?: ?(?:어디야?|얼마야?|몇 명이야?))?"
    r"|(?:เมืองหลวง|ประชากร)(?:ของ)?\s?[ก-๛A-Za-z]{2,16}",
    re.IGNORECASE,
)
_HOUR: Final = re.compile(
    r"^what(?:'s| is)? (?:the )?time (?:is it|now|in \w+)|^what (?:day|date) is (?:it|today)\b|(?:今|いま)(?:は)?何時|[现現]在几[点點]|[现現]在幾[点點]|今天(?:是)?(?:几[号日]|幾[號日]|星期[几幾])|지금\s?몇\s?시|오늘\s?(?:며칠|무슨 요일)|(?:ตอนนี้)?กี่โมง(?:แล้ว)?$",
    re.IGNORECASE,
)


_ADVICE: Final = re.compile(
    r"\bshould (?:i|we|my)\b|\b(?:is|are|was) .{2,40} (?:worth (?:buying|it|the money)|a (?:good|safe) (?:buy|investment))\b|べき(?:です|でしょう)?(?:か|[?？]|$)|たら(?:いい|よい|良い)(?:です|でしょう)?か|我(?:们|們)?(?:应该|應該|该|該)|[应應][该該][买買]|(?:해야|하면|사야) ?(?:할까|하나|좋을까|될까)|(?:ฉัน|ผม|เรา|ดิฉัน)?ควร",
    re.IGNORECASE,
)


_TAUGHT: Final = re.compile(
    r"^(?:please )?(?:teach me|show me how)\b|\bhow to use\b|(?:使い|書き|作り)方(?:を|は)?(?:教え|知りた|[?？。]?$)|(?:사용|작성|설치)법|쓰는 (?:법|방법)|怎[么麼](?:用|[写寫]|安[装裝])|วิธี(?:ใช้|เขียน|ทำ|ติดตั้ง)|สอน(?:เขียน|ใช้|ทำ|หน่อย)",
    re.IGNORECASE,
)


def asks_to_be_taught(text: str) -> bool:
    """How something is used or written: no line of the news teaches it."""
    return _TAUGHT.search(text) is not None


def asks_advice(text: str) -> bool:
    """What its writer had better do, buy or use: news tells what is, and whoever reads it decides."""
    return _ADVICE.search(text) is not None


def is_errand(text: str) -> bool:
    """Of the weather and of tables only where nothing of the trade is named beside them."""
    asked = text.strip().rstrip("?？。.! ")
    if (
        _QUOTATION.fullmatch(asked)
        or _TRIVIA.fullmatch(asked)
        or _SUM.fullmatch(asked)
        or _HOUR.search(asked)
        or _TRANSLATION.search(asked)
    ):
        return True
    of_trade = _AI.search(asked) or any(one.company for one in mentions(asked))
    return bool((_WEATHER.search(asked) or _TABLE.search(asked)) and not of_trade)
