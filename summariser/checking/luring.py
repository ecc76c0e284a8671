"""What a telling may not bring to a reader that its quote does not hold: an address, a call to a whole channel, advice. Pure.

By form: a word, a dot and a word are an address whatever they end in, however they were disguised ("evil[.]com", full-width letters).
"""

import re
import unicodedata
from collections.abc import Sequence
from typing import Final

from news.languages import Language
from summariser.words.roles import script_key

_DISGUISED: Final = re.compile(r"\s*[\[({<]\s*(?:\.|dot)\s*[\])}>]\s*|\s+dot\s+(?=(?:com|net|org|io)\b)", re.IGNORECASE)
_ADDRESS: Final = re.compile(r"\b(?:https?|hxxps?|ftp|javascript|tel|mailto)\s?\[?:|\bdata:\w+/|\bwww\.", re.IGNORECASE)
_LABEL: Final = "A-Za-z0-9À-ɏЀ-ӿ-"
_HOST: Final = re.compile(rf"[{_LABEL}.]*(?<=\w)\.[A-Za-zЀ-ӿ]{{2,}}(?P<path>[/:?#][^\s，。、）)]+)?")
_NUMBERED: Final = re.compile(r"(?<![\w.])\d{1,3}(?:\.\d{1,3}){3}(?![\w.])")
_MENTION: Final = re.compile(r"(?<![\w.])@[\w.-]+|[\w.]@[\w-]+\.\w+")
_MASS: Final = re.compile(r"@(?:channel|everyone|here|all|room|group)\b", re.IGNORECASE)
_ADVICE: Final = {
    "en": r"\b(?:readers?|users?|investors?|shareholders?|traders?|everyone|everybody|anyone|people|customers?|consumers?|subscribers?|followers?|fans|you|we all)"
    r"(?: \w+)? (?:should|must|ought to|need to|have to|had better|(?:is|are) (?:advised|urged|encouraged|invited) to)\b|\bit is (?:time|wise|best|advisable) to\b|^(?:buy|sell|visit|click|join|download|invest|subscribe|follow|send|call)\b(?! (?:of|for|it)\b)",
    "ja": r"(?:べき(?:だ|です|である)|ましょう|てください|て下さい|がおすすめ|をお勧め)",
    "zh": r"(?:读者|讀者|大家|您|你|投资者|投資者|投資人|用户|用戶|股民|消费者|消費者)[^。，；]{0,6}(?:应|應|该|該|不妨|必须|必須|最好|赶快|趕快)|(?:建议|建議)(?:您|你|大家|读者|讀者|投资者|投資人)",
    "ko": r"(?:하세요|하십시오|합시다|보세요|주세요|바랍니다|(?:독자|투자자|여러분|사용자|소비자)[^.]{0,24}(?:해야|사야|팔아야))",
    "th": r"(?:ผู้อ่าน|คุณ|ท่าน|นักลงทุน|ทุกคน|ผู้ใช้|ผู้บริโภค)\s?(?:ทุกคน)?\s?(?:ควร|ต้อง|โปรด|จง)|โปรด|กรุณา",
}
"""Who reads, or anybody, is told what to do."""
_ADVISED: Final = {
    "en": r"\b(?:should|must|ought|needs?|needed|has to|have to|had to|urg\w+|advis\w+|advice|recommend\w*|encourag\w+|requir\w+|warn\w*|ask\w*|told|tells?|call(?:s|ed|ing)? (?:on|for)|invit\w+|suggest\w*|mandatory|better|best|time to|please)\b",
    "ja": r"べき|必要|ください|下さい|ましょう|求め|呼びかけ|促|推奨|勧|義務|なければ",
    "zh": r"应|應|该|該|须|須|必|建议|建議|呼吁|呼籲|要求|请|請|需|不妨|最好|督促|敦促",
    "ko": r"해야|하라|촉구|권고|요구|당부|권장|필요|세요|십시오|바랍|의무|추천",
    "th": r"ควร|ต้อง|แนะนำ|เรียกร้อง|ขอให้|โปรด|กรุณา|จำเป็น|เตือน",
}
_ADVICE_CUES: Final = {key: re.compile(cue, re.IGNORECASE) for key, cue in _ADVICE.items()}
_ADVISED_CUES: Final = {key: re.compile(cue, re.IGNORECASE) for key, cue in _ADVISED.items()}


def lures(told: str, language: Language, sources: Sequence[tuple[str, Language]]) -> str:
    """What is wrong, "" for nothing: "a link", "a call to all", "advice". `sources`: the whole sentences quoted, with their language."""
    shown, known = _undisguised(told), [_undisguised(text) for text, _ in sources]
    if _MASS.search(shown):
        return "a call to all"
    if _ADDRESS.search(shown) or any(one["path"] for one in _HOST.finditer(shown)):
        return "a link"
    if _named(shown) - {name for text in known for name in _named(text)}:
        return "a link"
    if _ADVICE_CUES[script_key(language)].search(shown):
        held = any(
            _ADVISED_CUES[script_key(spoken)].search(text) for text, (_, spoken) in zip(known, sources, strict=True)
        )
        return "" if held else "advice"
    return ""


def _undisguised(text: str) -> str:
    return _DISGUISED.sub(".", unicodedata.normalize("NFKC", text))


def _named(text: str) -> set[str]:
    """The hosts, numbered hosts, accounts and mail addresses of a text."""
    return {
        match[0].strip(".-").casefold() for pattern in (_HOST, _NUMBERED, _MENTION) for match in pattern.finditer(text)
    }
