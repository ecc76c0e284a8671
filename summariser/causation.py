"""What is told to be why: is there a cause in the quote, and is it the same one, the same way round? Pure.

In English what stands on either side of the connective is compared by its words, and so is what came after what. In the other languages it
is asked whether the quote tells a cause at all.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Final

from news.languages import Language
from news.text import search_tokens, sentences
from summariser.facts import plain
from summariser.roles import script_key
from summariser.tagging import base_of
from summariser.wording import plainly

_WHY: Final = (
    r"because(?: of)?|due to (?=the |an? |its |his |her |their |this |[A-Z$\d]|high|low|poor|ris|lack|concern|[a-z]+(?:s|ing|ion|ity|ment|ness|ance|ence|cy) )|owing to|thanks to|as a result of|in response to|(?:driven|caused|prompted|triggered|forced|spurred) by|blamed on|"
    r"attributed to|on account of"
)
_MADE: Final = r"(?<!were )(?<!was )(?<!been )led to|leads to|leading to|caused|causes|causing|prompted|prompts|prompting|resulted in|triggered|which is why|as a result,|therefore"
_PERHAPS: Final = rf"{_WHY}|reflect(?:s|ed|ing)|over|as|since|given|for|amid"
_SO: Final = rf"{_MADE}|so that|so|(?:making|allowing|forcing|bringing|pushing|driving|sending|leaving|letting|helping|enabling|boosting|meaning)|br(?:ing|ings|ought) (?:down|up|about)|ma(?:k\w+|de)|meant|forc\w+|driv\w+|push\w+|le(?:d|ads?)(?= [^,;]{{3,80}} to [a-z])"
_AFTER: Final = r"after|following|once"
_FRONTED: Final = r"^(?P<conn>{conn}) (?P<cause>[^,;]{{4,140}}), (?P<effect>.{{6,}})$"
_BETWEEN: Final = r"^(?P<{one}>.{{6,}}?),? (?<!\bnot )\b(?P<conn>{conn})\b (?P<{other}>.{{4,}})$"
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
        rf"\b(?:{_WHY}|{_MADE}|{_SO}|over|as|since|given|amid|reasons?|why|driven|drove|fuel\w*|spark\w*|concern\w*|blam\w+|citing|cited|effects?|impact\w*|result\w*|to|for)\b",
        re.IGNORECASE,
    ),
}
"""What may say so; in English one "to" is enough, since there the two sides are compared."""
_WORD: Final = re.compile(r"\b[a-z]{3,}\b")
_SOON_AFTER: Final = re.compile(
    r"^(?P<earlier>.{6,}?),? and (?P<later>.{6,}?) (?:soon|shortly|later|afterwards?)(?: after| afterwards?| thereafter)?\.?$"
)
""" "He was convicted, and they fired him soon after"."""
_MUCH: Final = 0.34


def miscaused(told: str, language: Language, source: str, spoken: Language) -> Iterator[str]:
    """ "cause" for one that the source does not have, or has the other way round; "order of time" for what came after exchanged with before."""
    told, source = plain(told), plain(source)
    mine, theirs = script_key(language), script_key(spoken)
    if mine == theirs == "en":
        yield from _misplaced(told, source)
    elif _TELLS[mine].search(told) and not _HAS[theirs].search(source):
        yield "cause not in the quote"


def _misplaced(told: str, source: str) -> Iterator[str]:
    lines = sentences(source, "en")
    for part in sentences(told, "en"):
        for effect, cause in _split(part, _WHY, _MADE):
            found = [pair for line in lines for pair in _split(line, _PERHAPS, _SO)]
            if not any(_same_way(effect, cause, *pair) for pair in found):
                yield "cause not in the quote"
        for later, earlier in _split(part, _AFTER, "before"):
            found = [pair for line in lines for pair in (*_split(line, _AFTER, "before"), *_soon(line))]
            if found and all(_turned(later, earlier, *pair) for pair in found):
                yield "order of time"


def _split(text: str, forward: str, backward: str) -> list[tuple[frozenset[str], frozenset[str]]]:
    """Each effect with its cause, as words: "E because C", "because C, E", "C led to E"."""
    forms = (
        re.compile(_FRONTED.format(conn=forward), re.IGNORECASE | re.DOTALL),
        *(re.compile(_BETWEEN.format(one=one, other=other, conn=conn), re.IGNORECASE | re.DOTALL)
          for one, other, conn in (("effect", "cause", forward), ("cause", "effect", backward))),
    )  # fmt: skip
    found = []
    for form in forms:
        start = 0
        while match := form.match(text) if start == 0 else None:
            found.append((_words(match["effect"]), _words(match["cause"])))
            start = 1
    for conn, turned in ((forward, False), (backward, True)):
        places = list(re.finditer(rf"(?<!^)\b(?:{conn})\b", text, re.IGNORECASE))[1:]
        for place in places:
            sides = _words(text[: place.start()]), _words(text[place.end() :])
            found.append(sides[::-1] if turned else sides)
    return found


def _soon(text: str) -> Iterator[tuple[frozenset[str], frozenset[str]]]:
    if match := _SOON_AFTER.match(text):
        yield _words(match["later"]), _words(match["earlier"])


def _words(text: str) -> frozenset[str]:
    return frozenset(search_tokens(plainly(_WORD.sub(lambda match: base_of(match[0])[0] or match[0], text))))


def _share(one: frozenset[str], other: frozenset[str]) -> float:
    return len(one & other) / max(1, len(one))


def _same_way(
    effect: frozenset[str], cause: frozenset[str], their_effect: frozenset[str], their_cause: frozenset[str]
) -> bool:
    """The words of each side are rather those of the same side, and the cause has some of theirs."""
    right = _share(cause, their_cause) + _share(effect, their_effect)
    wrong = _share(cause, their_effect) + _share(effect, their_cause)
    return right > wrong and right >= _MUCH and _share(cause, their_cause) > 0


def _turned(
    later: frozenset[str], earlier: frozenset[str], their_later: frozenset[str], their_earlier: frozenset[str]
) -> bool:
    right = _share(earlier, their_earlier) + _share(later, their_later)
    wrong = _share(earlier, their_later) + _share(later, their_earlier)
    return wrong > right + _MUCH and min(_share(earlier, their_later), _share(later, their_earlier)) >= _MUCH
