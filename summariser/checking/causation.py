"""Does a telling give a cause where its quote gives none? Which cause it is of what words cannot tell. Pure."""

import re
from collections.abc import Iterator, Mapping
from typing import Final

from news.languages import Language
from summariser.words.facts import plain
from summariser.words.roles import script_key

_WHY: Final = (
    r"because(?: of)?|due to (?=the |an? |its |his |her |their |this |[A-Z$\d]|high|low|poor|ris|lack|concern|[a-z]+(?:s|ing|ion|ity|ment|ness|ance|ence|cy) )|owing to|thanks to|as a result of|in response to|(?:driven|caused|prompted|triggered|forced|spurred) by|blamed on|"
    r"attributed to|on account of"
)
_MADE: Final = r"(?<!were )(?<!was )(?<!been )led to|leads to|leading to|caused|causes|causing|prompted|prompts|prompting|resulted in|triggered|which is why|as a result,|therefore"
_TELLS: Final[Mapping[str, re.Pattern[str]]] = {
    "ja": re.compile(r"原因|理由[でに]|せいで|おかげ|ので、|から、|ため、"),
    "zh": re.compile(r"因为|因為|由于|由於|因(?!此|特|素|应|應|斯)|导致|導致"),
    "ko": re.compile(r"때문에|탓에|으로 인해|덕분"),
    "th": re.compile(r"เพราะ|เนื่องจาก|เป็นเหตุให้"),
    "en": re.compile(rf"\b(?:{_WHY}|{_MADE})\b", re.IGNORECASE),
}
"""What says outright that it is a cause."""
_HAS: Final[Mapping[str, re.Pattern[str]]] = {
    "ja": re.compile(r"原因|理由|せい|おかげ|ので|から|ため|により|によって|受けて|背景|影響|伴い|で、"),
    "zh": re.compile(r"因|由于|由於|导致|導致|使|让|讓|令|出于|出於|基于|基於|随着|隨著|受"),
    "ko": re.compile(r"때문|탓|인해|덕|따라|위해|이유|원인|면서|로|여파|영향|에 "),
    "th": re.compile(r"เพราะ|เนื่อง|เหตุ|ทำให้|ส่งผล|จาก|ด้วย|โดย"),
    "en": re.compile(
        rf"\b(?:{_WHY}|{_MADE}|so|made?|making|allowing|forc\w+|bringing|push\w+|driving|sending|leaving|letting|helping|enabling|boosting|meaning|meant|over|as|since|given|amid|reasons?|why|driven|drove|fuel\w*|spark\w*|concern\w*|blam\w+|citing|cited|effects?|impact\w*|result\w*|to|for)\b",
        re.IGNORECASE,
    ),
}
"""What may say so; in English one "to" is enough."""


def miscaused(told: str, language: Language, source: str, spoken: Language) -> Iterator[str]:
    """ "cause not in the quote" for a source that tells none at all."""
    if _TELLS[script_key(language)].search(plain(told)) and not _HAS[script_key(spoken)].search(plain(source)):
        yield "cause not in the quote"
