"""Who did it: whether a sentence tells what the one who is asked about did or said, and did what was asked. Pure; six languages."""

import re
from dataclasses import replace
from functools import lru_cache
from itertools import zip_longest
from typing import Final

from news.asking import Intent, Question
from news.scripts import CJK, KANA, THAI
from news.text import search_tokens
from summariser.words.aliases import Mention, mentions
from summariser.words.bearers import goes_on, stands_in
from summariser.words.facts import names as proper_names

_HAPPENED: Final = re.compile(
    r"\b(?:happen(?:ed|ing|s)?|headlines?|what's up)\b|あった|起き|どうなった|[发發]生|무슨 일|เกิดอะไรขึ้น", re.IGNORECASE
)
"""What becomes of somebody is no deed of theirs."""
RELEASED: Final = re.compile(
    r"\b(?<!pre-)(?:re)?(?:launch|releas|unveil|introduc|publish(?!er)|open[- ]?sourc(?!e\b)|(?<=to )open[- ]?source|debut|ship|roll(?:s|ed|ing)? out|drop(?:s|ped)\b(?! (?:to|below|by|in|from)\b)|live\b|available\b(?! (?:in|on|through|via)\b)|previews\b|previewed\b|present(?:s|ed)\b)\w*"
    r"|公開|発売|提供|リリース|(?<![不未])[发發][布佈表]|(?<![不未预預])[释釋]出|推出|上[线線]|[开開]源(?!平[台臺]|社[区區群])|亮相|공개|출시|선보|내놓|เปิดตัว|ปล่อย|เผยแพร่|เปิดให้",
    re.IGNORECASE,
)
_HELD_BACK: Final = re.compile(
    r"(?:\b(?:not|never|without|refus\w+ to|declin\w+ to|delay\w*|postpon\w*)|n[’']t)\s(?:\S+\s){0,2}$"
    r"|(?:[不未沒没]|[暫暂][緩缓停]|延[後后期遲迟]|推[遲迟])\S{0,2}$|[미비]$|(?:ไม่|เลื่อน)\S{0,8}$",
    re.IGNORECASE,
)
"""Before the word for a release: it is not out."""
_HELD_BEHIND: Final = re.compile(
    r"^(?:さ?れ|し|せ)?(?:てい)?(?:ない|ず|ません|なかった)|^を?(?:見送|延期|中止)|^(?:하|되)?지 ?(?:않|못)|^[을를]? ?(?:안 |연기|보류|중단)"
)
ASKED_RELEASE: Final = re.compile(
    r"\b(?:launch|releas|ship|open[- ]?sourc|roll(?:ed)? out|bring out|brought out)\w*|公開|発売|リリース|推出|上[线線]|[开開]源|[发發][布佈](?=\s?了?(?:什|哪|啥)|的)|공개|출시|เปิดตัว|ปล่อย",
    re.IGNORECASE,
)
TO_COME: Final = re.compile(
    r"\b(?:to (?:launch|release|unveil|introduce|open)|in talks|plan(?:s|ned|ning)?|expected|upcoming|reportedly|rumou?r\w*|will|(?-i:may)|could|might|set to|soon)\b"
    r"|[外]?[傳传][將将出闻聞]|外[傳传]|[將将](?=[在於于]|[發发推])|予定|計画|準備|예정|계획|전망|할 듯|준비|เตรียม|คาดว่า|จะเปิด",
    re.IGNORECASE,
)
"""What is announced or told by rumour is not out."""


ANOTHER: Final = re.compile(
    r"(?:['’]s)?(?:-[a-z]+ed\b|(?-i:\s[a-z][a-z-]+){1,2}(?-i:\s[A-Z][\w.-]+)\s[a-z]+s\b)", re.IGNORECASE
)
"""A company that only says whose somebody else is: "Nvidia supplier Wistron launches", "Google-backed satellites"."""
_PRESENTS: Final = re.compile(r"^(?:introducing|launching|releasing)\s(?:the )?$", re.IGNORECASE)
_PREPOSITION: Final = re.compile(
    r"\b(?:to|for|of|from|with|against|on|in|at|into|about|over|like|than|via|using|through|between|and|or|competitor|rival|versus|vs\.?|access|as|including|when|after|before|because|if|former|ex-?)(?:\s+|(?<=-))(?:the |its |an? )?$",
    re.IGNORECASE,
)
_GOVERNED: Final = re.compile(r"(?:[对對与與和向给給跟同把用基挑告诉訴讓让或前元전]|กับ|ของ|จาก|ให้|ต่อ|และ)\s?$")
_PARTICLE: Final = re.compile(r"^(?:\s?(?:を|に|と|から|へ|や|を|를|을|에|와|과|로|으로))")
_OF: Final = re.compile(r"\s+(?:has |have )?[a-z]+ed\b(?! (?:by|from)\b)")
"""The models that Alibaba released."""
_DID: Final = re.compile(r"\b(?:did|has|have)(?: the)? $", re.IGNORECASE)
_RELEASES: Final = (
    "release launch unveil introduce debut open-source publish 公開 リリース 發布 发布 推出 공개 출시 เปิดตัว"
)
_REACH: Final = 90
"""Characters behind a name in which an English sentence says what it did."""
MARKED: Final = re.compile("[\u3041-\u30ff가-힣]")
UNSPACED: Final = re.compile(f"[{CJK}{THAI}]")
_HAN: Final = re.compile("[\u4e00-\u9fff]")
_ACTING: Final = re.compile(r"[^\s、,，]{0,12}?(?:[은는이가]|は|が|も)(?![가-힣\u3041-\u309f])|\s?[、,，:：]")
_OWNS: Final = re.compile(r"(?:'s|’s)\s+(?:[A-Z]|[a-z]+\s+[A-Z])")
"""China's Moonshot is Moonshot."""
_POST: Final = re.compile(
    r"(?:'s|’s)?[\s-](?:[a-z-]+\s){0,2}(?:chief|boss|head|ceo|cto|cfo|founder|president|scientist|researcher|engineer|executive|chair\w*|owner|backed|owned|unit)\s(?:[A-Z][\w.-]*\s)*",
    re.IGNORECASE,
)
_LISTED: Final = re.compile(r"(?:'s|’s)?\s*(?:,|、|，|・|·|/|&|,? and|,? or|和|及|与|與|와|과|と|และ)?\s*")
"""What stands between the names of a list."""
_JOINED: Final = re.compile(
    r"\s+(?:and|&|with)\s+|[^,:;.]{0,60}\b(?:partner\w*|team\w*|join\w*|deals?|pacts?|talks|work\w*|agree\w*|sign\w*|collaborat\w*|alliance|tie-?up|merge\w*|ventures?)\b[^,:;.]{0,20}\swith\s+"
    r"|\s?(?:[与與和偕]|[携攜]手|[联聯][手合]|と|와|과|และ|ร่วมกับ|จับมือ(?:กับ)?)\s?",
    re.IGNORECASE,
)
"""What stands between two who do something together."""
_SAYING: Final = re.compile(
    r"\b(?:says?|said|tells?|told|warns?|warned|thinks?|believes?|claims?|argues?|sues?|sued|urges?|accus\w+|critici[sz]\w+|slams?|plans|wants|takes|hits|beats|asks?|seeks?|orders?|forces?|lets?|joins?|names?|buys?|announc\w+|launch\w*|releas\w+|unveil\w*|introduc\w+|reveal\w*|push\w*|impact\w*|faces?|bets?|is|are|was|were|has|have|had|will|would|could|may)\b",
    re.IGNORECASE,
)


def who_did(question: Question) -> Mention | None:
    """Whose deeds are asked for ("what did … release?"): the name that stands first; None when no one's are."""
    if question.intent not in (Intent.NEWS, Intent.LIST) or _HAPPENED.search(question.text):
        return None
    known = mentions(question.text)
    if question.intent is Intent.LIST:
        did = (one for one in known if _DID.search(question.text[: one.start]) or _OF.match(question.text[one.end :]))
        return next(did, None)
    first = unknown_name(question.text[: known[0].start]) if known else None
    if first is not None and _ABOUT.search(question.text[first.end : known[0].start]):
        return first  # what did Bessent say about China?
    return known[0] if known else unknown_name(question.text)


_ABOUT: Final = re.compile(r"\b(?:about|on|of|to|for|regarding|against|with)\s(?:the )?$", re.IGNORECASE)


def unknown_name(text: str) -> Mention | None:
    """The last name that is in no table, whole: "Orbita Labs"; or a known one's short form ("Moonshot" AI). Among words of a script
    without capitals each that has one is a name."""
    unspaced, proper = UNSPACED.search(text) is not None, frozenset(proper_names(text))
    parts = [
        [word for word in re.finditer(r"\S+", run[0]) if unspaced or word[0].rstrip(".'’").casefold() in proper]
        for run in _RUN.finditer(text)
    ]
    at = [(run.start(), words) for run, words in zip(_RUN.finditer(text), parts, strict=True) if words]
    if not at:
        return None
    begin, words = at[-1]
    start, end = begin + words[0].start(), begin + words[-1].end()
    whole = f"{text[start:end]} AI"
    short = next((one for one in mentions(whole) if (one.start, one.end) == (0, len(whole))), None)
    return replace(short or Mention("", text[start:end].casefold(), 0, 0), start=start, end=end)


_LATIN: Final = rf"[^\W{CJK}{THAI}]"
_RUN: Final = re.compile(rf"[A-Z](?:{_LATIN}|[&-])*{_LATIN}(?: [A-Z](?:{_LATIN}|[&-])*{_LATIN})*")


_PUBLIC: Final = re.compile("(?<![正首今昨已將将宣全對对也並并再式度次日布面外])[\u4e00-\u9fff]$")
_KANA: Final = re.compile(f"[{KANA}]")
"""In Chinese 公開 right behind another word says that what follows is open to everybody: 參考公開帳號."""


def _is_chinese_otherwise(word: str, text: str, at: int) -> bool:
    """What brings out in Japanese alone: 提供資金 is to give money."""
    return not _KANA.search(text) and (word == "提供" or (word == "公開" and _PUBLIC.search(text[:at]) is not None))


@lru_cache(maxsize=4096)
def is_release(text: str) -> bool:
    """Something came out; what is said not to come out, or not yet, did not."""
    return out_in(text) is not None


def out_in(text: str) -> re.Match[str] | None:
    """The first word for a release that is not denied."""
    return next(
        (
            one
            for one in RELEASED.finditer(text)
            if not _HELD_BACK.search(text[: one.start()])
            and not _HELD_BEHIND.match(text[one.end() :])
            and not _is_chinese_otherwise(one[0], text, one.start())
        ),
        None,
    )


def asks_for_release(question: str) -> bool:
    return ASKED_RELEASE.search(question) is not None


def deed_terms(understood: str) -> tuple[str, ...]:
    """Search tokens of how the deed that is asked for is told."""
    return tuple(search_tokens(_RELEASES)) if asks_for_release(understood) else ()


def deed_in(text: str, doer: Mention) -> str:
    """What a sentence tells of the doer, whose deed it is; "" where somebody else does it: whom a sentence only mentions did nothing there."""
    before: Mention | None = None
    found = named_for(text, doer)
    for one, following in zip_longest(found, found[1:]):
        if belongs(one, doer) and re.search(r"\bby\s+$", text[: one.start]):
            return text
        if belongs(one, doer) and _PRESENTS.match(text[: one.start]):
            return text
        if not belongs(one, doer) and (_OWNS.match(text[one.end :]) or _is_post(text, one, following)):
            continue
        owner = doer.company == one.id != doer.id and following is not None and belongs(following, doer)
        if owner and following and not text[one.end : following.start].strip("'’s的 "):
            continue  # 谷歌 DeepMind is DeepMind
        if ANOTHER.match(text[one.end :]):
            return ""
        goes_on = before is not None and _LISTED.fullmatch(text[before.end : one.start])
        if goes_on or _is_object(text, one):
            before = one
            continue
        if not belongs(one, doer) or _SAYING.search(_clause(text[: one.start])) or not _acts(text, one):
            return ""
        return text if UNSPACED.search(text) else text[one.start :][:_REACH]
    return ""


def jointly(text: str, first: Mention, one: Mention) -> bool:
    """Both do it: "Microsoft and Mistral strike a deal", "Apple partners with Mistral"."""
    alone = first.id == first.company and not (
        _PREPOSITION.search(text[: first.start]) or _GOVERNED.search(text[: first.start])
    )
    return alone and _JOINED.fullmatch(text[first.end : one.start]) is not None


def _is_post(text: str, one: Mention, following: Mention | None) -> bool:
    """It only says what the next one is: "Google's chief Demis Hassabis", "Microsoft-backed OpenAI"."""
    return following is not None and _POST.fullmatch(text[one.end : following.start]) is not None


def _acts(text: str, one: Mention) -> bool:
    """Where particles mark who acts, a product needs one: "since ChatGPT came out" is no deed of its maker's. In Chinese it comes first."""
    if one.id == one.company or not UNSPACED.search(text):
        return True
    if MARKED.search(text):
        return _ACTING.match(text[one.end :]) is not None
    return _HAN.search(text) is None or not _HAN.search(_clause(text[: one.start]).rpartition(" ")[2])


def named_for(text: str, doer: Mention) -> list[Mention]:
    """Known names in reading order, with the doer where it is none of them; none that only begins as another one does."""
    found = [one for one in mentions(text) if not goes_on(text, one.start, one.end)]
    if doer.id:
        return found
    theirs = [Mention("", doer.company, start, end) for start, end in stands_in(text, doer.company)]
    taken = [(one.start, one.end) for one in theirs]
    others = [one for one in found if not any(start < one.end and one.start < end for start, end in taken)]
    return sorted([*others, *theirs], key=lambda one: one.start)


def belongs(one: Mention, doer: Mention) -> bool:
    """A company's product or head acts for it; nobody else acts for a person or a product."""
    if doer.id == doer.company or not doer.id:
        return one.company == doer.company
    return one.id == doer.id


def _is_object(text: str, one: Mention) -> bool:
    before, behind = text[: one.start], text[one.end :]
    return bool(_PREPOSITION.search(before) or _GOVERNED.search(before) or _PARTICLE.search(behind))


def _clause(before: str) -> str:
    """What stands before a name since the last comma or colon."""
    return re.split(r"[,:;—–，：]\s*", before)[-1]
