"""Which of the six languages a text is in: by script first, then by its commonest words."""

import re
from collections import Counter
from functools import cache
from typing import Final

from news.languages import Language, parse_language
from news.scripts import HAN, HANGUL, KANA, THAI, words

_SCRIPTS: Final = {
    "kana": re.compile(f"[{KANA}]"),
    "hangul": re.compile(f"[{HANGUL}]"),
    "thai": re.compile(f"[{THAI}]"),
    "han": re.compile(f"[{HAN}]"),
    "latin": re.compile("[A-Za-z\u00c0-\u024f\u1e00-\u1eff]"),
    "other": re.compile("[\u0370-\u058f\u0590-\u0dff\u0e80-\u109f\u10a0-\u10ff\u1200-\u18af\ua000-\ua4cf]"),
}
_LATIN_PER_CHARACTER: Final = 3
"""Latin letters that one character of a denser script outweighs: product names abound in every language."""
_LATIN_PER_CHARACTER_EXPECTED: Final = 10
_KANA_SHARE: Final = 0.05
_KANA_SHARE_IN_CHINESE: Final = 0.2
_SAMPLE: Final = 3000
_NAMES_AT_MOST: Final = 3
"""So many Latin words, none of which is one of English's small ones, may be names."""

_ENGLISH: Final = words(
    "the of and to in is for on with that by from at as are it this its be an will has have was were or not but after over "
    "new how why what can says said could more than you your we our they their into about up out who when which all"
)
_OTHERS: Final = (
    words(
        # German
        "der die das und ist nicht mit auf für ein eine einen von zu den dem des im auch sich wird werden sind bei nach über aus wie zum zur "
        # French
        "le la les des une est et dans pour sur avec par qui que pas plus aux du ce cette sont ses nous vous être "
        # Spanish, Portuguese, Italian
        "el los las una para con por del que como más sus su es y em os um uma não com ao da na mais são il di che per con della gli nel "
        # Dutch and the North
        "het een van niet voor met zijn aan ook naar wordt og är att som på det ikke av til jeg ei on ja "
        # Polish, Turkish, Indonesian, Vietnamese
        "nie jest się przez ve bir için ile bu yang dan untuk dengan ini tidak của và là các cho không được"
    )
    - _ENGLISH
)
_WORD: Final = re.compile(r"[^\W\d_]+")


def detect(text: str, hint: str = "") -> Language | None:
    """The language of a title or text; None for any that is not ours. `hint` is what the source says of itself."""
    counts = _counts(text[:_SAMPLE])
    dense = counts["kana"] + counts["hangul"] + counts["thai"] + counts["han"]
    expected = parse_language(hint) not in (None, "en") or hint[:2].lower() == "zh"
    weight = _LATIN_PER_CHARACTER_EXPECTED if expected else _LATIN_PER_CHARACTER
    if dense and dense * weight >= counts["latin"] and dense * _LATIN_PER_CHARACTER >= counts["other"]:
        return _dense(text[:_SAMPLE], counts, hint)
    if counts["other"] > counts["latin"]:
        return None
    return _latin(text[:_SAMPLE], hint)


def asked_in(text: str, speaks: Language | None = None) -> Language:
    """The language to answer a question in: its own, but `speaks`, the asker's, where its script is that of several.

    Chinese characters alone are Japanese to a reader of Japanese; digits and a few names in Latin letters are of any language.
    """
    found = detect(text, "en")
    latin = [word.casefold() for word in _WORD.findall(text) if word.isascii()]
    if found == "en" and len(latin) <= _NAMES_AT_MOST and _ENGLISH.isdisjoint(latin):
        found = detect("".join(char for char in text if not char.isascii()), "en") or found  # NVIDIAは？
    if speaks is None or found in ("ja", "ko", "th"):
        return found or "en"
    if found in ("zh-Hans", "zh-Hant"):
        return detect(text, speaks) or found
    words_of = [word.casefold() for word in _WORD.findall(text)]
    if len(words_of) <= _NAMES_AT_MOST and all(map(str.isascii, words_of)) and _ENGLISH.isdisjoint(words_of):
        return speaks
    return found or "en"


def _counts(text: str) -> Counter[str]:
    return Counter({name: len(script.findall(text)) for name, script in _SCRIPTS.items()})


def _dense(text: str, counts: Counter[str], hint: str) -> Language:
    """A script of its own decides at once; Chinese characters may also be Japanese."""
    chinese = hint[:2].lower() == "zh"
    if counts["thai"] >= counts["hangul"] + counts["kana"] + counts["han"]:
        return "th"
    if counts["hangul"] >= counts["kana"] + counts["han"] / 4 and counts["hangul"]:
        return "ko"
    share = _KANA_SHARE_IN_CHINESE if chinese else 0 if hint[:2].lower() == "ja" else _KANA_SHARE
    if counts["kana"] > share * (counts["kana"] + counts["han"]) or parse_language(hint) == "ja":
        return "ja"
    return _chinese(text, hint)


def _chinese(text: str, hint: str) -> Language:
    simplified, traditional = characters()
    said = sum((char in simplified) - (char in traditional) for char in text)
    said = said or sum(char in _HARDLY_TRADITIONAL for char in text)
    if said:
        return "zh-Hans" if said > 0 else "zh-Hant"
    return "zh-Hant" if parse_language(hint) == "zh-Hant" or _by_its_words(text) < 0 else "zh-Hans"


def leaves_script_open(text: str) -> bool:
    """Chinese characters, none of which is of one of the two scripts alone: 高通."""
    simplified, traditional = characters()
    return not any(char in simplified or char in traditional for char in text) and not (
        _by_its_words(text) or _HARDLY_TRADITIONAL & set(text)
    )


_HARDLY_TRADITIONAL: Final = frozenset("么与个万体党听吨机极构苹确种离胜价优厂圣坏复宁庄异怀据气筑网适")
"""Simplified characters that the other script's set has too, and its newspapers do not write."""
_WORDS_OF: Final = {
    "zh-Hans": re.compile("人工智能|芯片|信息|程序|短信|激光"),
    "zh-Hant": re.compile("人工智慧|晶片|程式|影片|品質|雷射|智慧型"),
}
"""Of characters that both scripts have, and of one side of the strait."""


def _by_its_words(text: str) -> int:
    """More than nothing for simplified, less for traditional Chinese."""
    return len(_WORDS_OF["zh-Hans"].findall(text)) - len(_WORDS_OF["zh-Hant"].findall(text))


@cache
def characters() -> tuple[frozenset[str], frozenset[str]]:
    """The characters that only simplified and only traditional Chinese write.

    The two national character sets are the table: GB 2312 holds the one's common characters, the first plane of
    Big5 the other's; what both hold tells nothing.
    """
    simplified = _plane("gb2312", range(0xB0, 0xD8), range(0xA1, 0xFF))
    traditional = _plane("big5", range(0xA4, 0xC7), [*range(0x40, 0x7F), *range(0xA1, 0xFF)])
    return simplified - _everything("big5"), traditional - _everything("gb2312")


def _everything(encoding: str) -> frozenset[str]:
    return _plane(encoding, range(0xA1, 0xFA), range(0x40, 0xFF))


def _plane(encoding: str, leads: range, trails: "range | list[int]") -> frozenset[str]:
    pairs = b"\n".join(bytes((lead, trail)) for lead in leads for trail in trails)
    return frozenset(char for char in pairs.decode(encoding, "ignore") if "\u4e00" <= char <= "\u9fff")


def _latin(text: str, hint: str) -> Language | None:
    """English, unless the small words of another language outnumber its own."""
    found = Counter(_WORD.findall(text.lower()))
    english = sum(count for word, count in found.items() if word in _ENGLISH)
    others = sum(count for word, count in found.items() if word in _OTHERS)
    if not found:
        return parse_language(hint)
    elsewhere = bool(hint) and parse_language(hint) is None and hint[:2].lower() != "zh"
    if english == others == 0 and elsewhere:
        return None
    return "en" if english >= others or others < 2 else None
