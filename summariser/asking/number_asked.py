"""How many are asked for: "top 5 stories this week", 今週のニュースを3つ, 三条新闻. Pure; six languages."""

import re
from typing import Final, NamedTuple

_WORDS: Final = {
    **dict(zip(("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"), range(1, 11), strict=True)),
    **dict(zip("一二三四五六七八九十", range(1, 11), strict=True)),
    **dict.fromkeys("两兩", 2),
    **dict(zip(("한", "두", "세", "네", "다섯"), range(1, 6), strict=True)),
    **dict(zip(("หนึ่ง", "สอง", "สาม", "สี่", "ห้า"), range(1, 6), strict=True)),
}  # fmt: skip
_MOST: Final = 20
_SPELLED: Final = "two|three|four|five|six|seven|eight|nine|ten"
_TOLD: Final = r"(?:news|stor(?:y|ies)|headlines?|items?|things?|articles?|updates?|events?|developments?|announcements?|topics?|bullets?|points?|facts?)"
_LISTED: Final = r"(?:funding |new |AI |big |major )*(?:rounds?|deals?|acquisitions?|companies|start-?ups?|firms|labs?|models?|launches|releases|lawsuits?|products?|tools?|people|papers?|raises?)"
_SORTED: Final = (
    r"(?:AI|new|biggest|largest|main|major|most \w+|important|top|latest|recent|key|big|best|hottest|other|tech|last)"
)
_NUMBERED: Final = (
    rf"\b(?P<cue>top|first|last|latest|newest|biggest|largest|main|best|most \w+|hottest|name|list|give me|show me|tell me)\s+(?P<n>\d{{1,2}}|{_SPELLED})\b(?=\s+(?:{_SORTED}\s+)*(?:{_TOLD}|{_LISTED})\b)",
    rf"(?P<cue>^|\b(?:give|show|tell|me|us|list|name|the|just|only|want|need|get|send|read|find|are|any|other|more|with)\s)(?P<n>\d{{1,2}}|{_SPELLED})(?=\s+(?:{_SORTED}\s+)*{_TOLD}\b)",
    rf"\b(?P<n>\d{{1,2}}|{_SPELLED})(?=\s+(?P<cue>latest|newest|most recent|biggest|top|main)\s+(?:on|about|from|for|in|{_TOLD}|{_LISTED})\b)",
    r"\b(?P<cue>top)[ -](?P<n>\d{1,2})\b(?=\s*(?:$|[?!.]|in\b|of\b|this\b|from\b|for\b|today\b|please\b|pls\b|only\b))",
    r"(?P<cue>トップ|上位|ベスト)(?P<n>\d{1,2}|[一二三四五六七八九十])(?=\s*(?:$|[?？。]|[をはだ]|教えて|お願い))",
    r"(?P<cue>トップ|上位)(?P<n>\d{1,2}|[一二三四五六七八九十])(?=の?[^。]{0,8}(?:ニュース|話題|出来事|トピック|記事))",
    r"(?P<cue>トップ|上位|最新の?|最近の?|主な|主要な?)?(?P<n>\d{1,2}|[一二三四五六七八九十])(?:つ|件|本|大|個)(?:の)?(?=[^。]{0,12}(?:ニュース|話題|出来事|トピック|記事|動き))",
    r"(?P<cue>(?:最新|最近)の?)?(?:ニュース|話題|記事)(?:を|は)?(?P<n>\d{1,2}|[一二三四五六七八九十])(?:つ|件|本|個)",
    r"(?P<cue>(?:最新|最近)的?)?(?:新[闻聞]|消息|[头頭][条條])(?P<n>\d{1,2}|[一二两兩三四五六七八九十])(?:[条條]|[个個]|[则則]|件|篇)",
    r"(?P<cue>최신|최근|주요)?\s?(?:뉴스|소식|기사)\s?(?P<n>\d{1,2}|한|두|세|네|다섯)\s?(?:개|건|가지)(?:만)?",
    r"(?P<cue>)(?:^|ขอ\s?)(?P<n>\d{1,2}|หนึ่ง|สอง|สาม|สี่|ห้า)\s?(?=ข่าว(?:ล่าสุด)?\s)",
    r"(?P<cue>)(?<=[をは、])(?P<n>\d{1,2}|[一二三四五六七八九十])(?:つ|件|本|個)(?=(?:だけ|ほど)?(?:教えて|挙げて|見せて|ください|お願い|$))",
    r"(?P<cue>前|最新的?|最近的?|最重要的|最大的)?(?P<n>\d{1,2}|[一二两兩三四五六七八九十])(?:大|[条條]|[个個]|[则則]|件|篇)(?=[^，。]{0,12}(?:新[闻聞]|消息|大?事|要[闻聞]|[动動][态態]|[进進]展|[头頭][条條]|融[资資]|交易|收[购購]))",
    r"(?P<cue>최신|최근|주요|가장 큰)?\s?(?P<n>\d{1,2}|한|두|세|네|다섯)\s?(?:대|개|건|가지)(?:의|만)?(?=\s?(?:뉴스|소식|기사|사건|이슈|를|을|$))",
    r"(?:ข่าว|เรื่อง|ระดมทุน|ดีล)(?P<cue>เด่น|สำคัญ|ล่าสุด|ใหญ่)?[ก-๛A-Za-z ]{0,12}?\s?(?P<n>\d{1,2}|หนึ่ง|สอง|สาม|สี่|ห้า)\s?(?:ข่าว|เรื่อง|อันดับ|รายการ)(?:แรก)?",
)
_NUMBER: Final = tuple(re.compile(one, re.IGNORECASE) for one in _NUMBERED)
_NO_NOUN: Final = re.compile(
    r"(?:,\s*)?\btop(?=\s*(?:$|[?!.]|(?:please|pls|only|in|of|this|from|for|today)\b))", re.IGNORECASE
)
"""Of what is not said: of what else is asked, and of all news where nothing is."""
_UNSPACED: Final = re.compile("(?<=[\u3041-\u30ff\u4e00-\u9fff]) (?=[\u3041-\u30ff\u4e00-\u9fff])")
_TOP: Final = re.compile("(?:トップ|上位)の?(?=ニュース|話題|出来事|トピック|記事)")
_TOP_ALONE: Final = re.compile("(?:トップ|上位|ベスト)(?=\\s*(?:$|[?？。]|[をはだ]|教えて|お願い))")
_LATEST: Final = re.compile(r"last|latest|newest|最新|最近|최신|최근|ล่าสุด", re.IGNORECASE)


class Number(NamedTuple):
    """`text`: the question without it; `latest`: the newest of them are meant, else those that matter most."""

    most: int
    latest: bool
    text: str


def number_asked(text: str) -> Number | None:
    """None where a question says no number of news, or of what a list is of."""
    for pattern in _NUMBER:
        found = pattern.search(text)
        if found is None:
            continue
        most = _WORDS.get(found["n"].casefold()) or int(found["n"])
        if not 1 <= most <= _MOST:
            return None
        rest = f"{text[: found.start('n')]} {_unit_left_out(found, text)}"
        rest = re.sub(r"\s{2,}", " ", _NO_NOUN.sub("", rest)).strip()
        rest = _TOP_ALONE.sub("ニュース", _UNSPACED.sub("", rest))
        return Number(
            most, _LATEST.search(f"{found[0]} {found['cue']}") is not None, _TOP.sub("主な", rest) or "the biggest news"
        )
    return None


def _unit_left_out(found: re.Match[str], text: str) -> str:
    """What follows the number, without what only counts it."""
    unit = text[found.end("n") : found.end()].strip()
    return text[found.end() :].lstrip() if unit else text[found.end("n") :]
