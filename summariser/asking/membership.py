"""Who is a member of a list: of which sort, country or family of models. Pure; six languages."""

import re
from collections.abc import Collection, Iterable, Sequence
from itertools import pairwise
from typing import Final

from summariser.asking.happenings import countries
from summariser.words.aliases import Mention, mentions
from summariser.words.names import names_in
from summariser.words.versions import versioned_in

_FINANCE: Final = r"증권|카드사?|보험|금융|証券|保険|金融|證券|证券|保險|保险|券商|securities|insur|financial"
_GIANTS: Final = (
    r"\bbig ?tech\b|\btech giants\b|米?巨大\s?(?:IT|テック)|ビッグテック|米IT大手|빅 ?테크|科技巨[頭头]|บิ๊กเทค|GAFAM?"
)
_BIG: Final = (
    r"google|alphabet|グーグル|アルファベット|구글|알파벳|谷歌|amazon|アマゾン|아마존|亞馬遜|亚马逊|\bapple|アップル|애플|蘋果|苹果"
    r"|\bmeta\b|メタ|메타|microsoft|マイクロソフト|마이크로소프트|微軟|微软|\bMS\b"
)
SORTS: Final = {
    "bigtech": (
        re.compile(_GIANTS, re.IGNORECASE),
        re.compile(f"{_BIG}|{_GIANTS}", re.IGNORECASE),
    ),
    "finance": (
        re.compile(
            r"(?:증권|보험|카드|금융)(?:사|회사|권|기관)|証券会社|金融機関|保険会社|(?:證券|证券|保險|保险)公司|券商|金融[機机][構构]|\bfinancial (?:firms|institutions|companies)\b",
            re.IGNORECASE,
        ),
        re.compile(rf"bank|銀行|银行|バンク|은행|뱅크|{_FINANCE}", re.IGNORECASE),
    ),
    "bank": (
        re.compile(r"\bbanks?\b|銀行|银行|은행|ธนาคาร", re.IGNORECASE),
        re.compile(r"bank|銀行|银行|バンク|은행|뱅크|ธนาคาร", re.IGNORECASE),
    ),
    "hospital": (
        re.compile(r"\bhospitals?\b|病院|[医醫]院|병원|โรงพยาบาล", re.IGNORECASE),
        re.compile(r"hospital|clinic|病院|[医醫]院|병원|의료원|โรงพยาบาล", re.IGNORECASE),
    ),
    "university": (
        re.compile(r"\buniversit|大[学學]|대학|มหาวิทยาลัย", re.IGNORECASE),
        re.compile(r"universit|college|institute of technology|大[学學]|대학|대$|มหาวิทยาลัย", re.IGNORECASE),
    ),
    "startup": (
        re.compile(r"\bstart-?ups?\b|スタートアップ|[初新][创創]|스타트업|สตาร์[ตท]", re.IGNORECASE),
        re.compile(
            r"^(?!.*(?:\b(?:ventures|capital|partners|investments?|funds?|holdings|vc)$|キャピタル$|ファンド$|벤처스$|인베스트먼트$|캐피탈$|[创創]投$|基金$))",
            re.IGNORECASE,
        ),
    ),
}
"""Sorts of bodies: asked for, and told by the own name. A startup is who is no fund."""


def places_in(text: str) -> set[str]:
    return {one.id for one in names_in(text) if one.kind == "place"}


_OF_PLACE: Final = re.compile(
    r"(?:[’']s)?\s?(?:の|的|의 ?)?(?:(?:open-source |leading |top |e-commerce |internet |cloud |search )?(?:AI|tech|technology|start-?up|company|lab|giant|firm|maker|developer|unicorn|人工知能|スタートアップ|新興|企業|公司|[初新][创創]|巨[头頭]|스타트업|기업)[\s・]?){0,3}",
    re.IGNORECASE,
)
"""What stands between a country and a company of it: "China's Moonshot", "Chinese AI startup Moonshot"."""


def countrymen(texts: Iterable[str], places: Collection[str]) -> frozenset[str]:
    """Companies that are of one of these countries, or that some text calls so where the table has no country of theirs."""
    found = {company for company, country in countries().items() if country in places}
    for text in texts:
        known = mentions(text)
        for place, one in pairwise(known):
            known_elsewhere = countries().get(one.company, place.id) != place.id
            if (
                place.id in places
                and one.company
                and not known_elsewhere
                and _OF_PLACE.fullmatch(text[place.end : one.start])
            ):
                found.add(one.company)
    return frozenset(found)


def families(known: Sequence[Mention]) -> list[Mention]:
    """Names of models, such as Qwen, which a company brings out in versions."""
    return [one for one in known if one.company not in ("", one.id) and one.id in _FAMILIES]


_FAMILIES: Final = frozenset(
    ["qwen", "gpt", "claude", "gemini", "kimi", "llama", "grok", "glm", "gemma", "hunyuan", "ernie", "doubao", "phi"]
)
_SUBJECT: Final = re.compile(
    r"(?:\b(?:did|has|have)\s(?:the\s)?(?:[A-Z][\w.-]*[’']s\s)?|^\W*(?:\S{1,12}(?:の|的|의\s?))?)$"
)
"""Before who is asked for: "what did Alibaba's …"."""


def asks_of_family(text: str) -> bool:
    """What one family of models brought out, whichever version it be."""
    named = [one for one in families(mentions(text)) if _SUBJECT.search(text[: one.start])]
    return len(named) == 1 and not versioned_in(text)


def sort_asked(text: str) -> str:
    """A key of `SORTS`; "" where any will do."""
    return next((name for name, (asks, _) in SORTS.items() if asks.search(text)), "")


_HOME: Final = {"ko": "south-korea", "ja": "japan", "th": "thailand"}


def is_within(places: Iterable[Mention], title: str, lead: str, language: str) -> bool:
    """The report names each; a country that writes its language need not be named where nobody and nothing from elsewhere leads."""
    theirs = _countries_of_companies(title)
    abroad = places_in(title) | theirs
    home = _HOME.get(language[:2], "")
    left = {one.id for one in places if one.id not in theirs and not (one.id == home and abroad <= {home})}
    return not left or left <= {part for one in mentions(f"{title}\n{lead}") for part in (one.id, one.company)}


def countries_of(text: str) -> set[str]:
    """Those that it names, and those of the companies that it names."""
    return places_in(text) | _countries_of_companies(text)


def _countries_of_companies(text: str) -> set[str]:
    return {countries()[one] for one in _companies(text) if one in countries()}


def _companies(text: str) -> set[str]:
    return {one.company or one.id for one in mentions(text)}
