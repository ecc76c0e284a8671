"""The sentences a story could be told with, each with its place, its words and the part of the story it tells."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Final

from news.languages import Language
from news.model import Article, Section, Tier
from news.text import search_tokens, sentences, spans
from summariser.reading.anaphora import anaphors
from summariser.reading.attribution import attributed, impersonal, unlinked, untrailed
from summariser.reading.digest import place
from summariser.reading.fitness import addresses, fault, leans
from summariser.reading.hearsay import hearsay
from summariser.reading.lexrank import salience, tfidf
from summariser.reading.references import short_names
from summariser.reading.timing import looks_back
from summariser.words.roles import section_of_heading, strengths

_HEADING: Final = re.compile(r"^#{1,6}\s+|^\*\*[^*]+\*\*:?$")
_LABEL: Final = re.compile(
    r"^(?:\*\*[^*]{2,60}:\*\*|\*\*[^*]{2,60}\*\*:|\*\*[A-Z][A-Z ]{3,30}\*\*|(?:[A-Z]{5,} )+[A-Z]{5,}(?= [A-Z][a-z])|(?:Why it matters|What’s next|What's next|Driving the news|The big picture|Abstract)\s*:)\s+"
)
_EMPHASIS: Final = re.compile(r"(?<![\w*])(\*{1,3})(\w(?:[^*]*[^\s*])?)\1(?!\*)")
_DOLLARS: Final = re.compile(r"\$\d[\d,.]*(?: (?:million|billion|trillion))?")
_BULLET: Final = re.compile(r"\s*[*•‣▪-]\s{1,4}\S")
_LONGEST_QUOTATION: Final = 900
_WALL: Final = re.compile(
    r"not a (?:bot|robot)|proof.of.work|enable (?:javascript|cookies)|verify(?:ing)? (?:that )?you(?: are|'re|’re) (?:a )?human|checking your browser|unusual traffic|access denied|captcha",
    re.IGNORECASE,
)
"""A page that kept us out instead of telling its news. Read only in short texts: an article may be about captchas."""
_DATELINE: Final = re.compile(
    r"^(?:[（(〔【](?:中央社|[^）)〕】]{0,12}(?:記者|记者|編譯|编译|新華社|新华社|時事|共同|ロイター|AFP))[^）)〕】]{0,30}[）)〕】]|\[[^\]=]{2,20}=[^\]]{2,20}\])\s*"
)
"""Agency, place, day and reporter before the first sentence: who wrote it stands in the source line."""
_THAI_LISTS: Final = re.compile(
    r"\s+(?:[^\s:]{1,24}\s+){0,3}(?:และ|หรือ|แสดง|บ่งชี้|ชี้ว่า|สะท้อน)|\s+(?:สูงสุด|ขนาด|ถึง|กว่า|ราว|ประมาณ|เหลือ|จาก|อีก)"
)
_THAI_COUNT: Final = re.compile(
    r"(?<![\d.,$])\d{1,3} (?!ล้าน|พัน|หมื่น|แสน|ดอลลาร์|บาท|คน|เดือน|ปี|วัน|ชั่วโมง|นาที|เท่า|เปอร์เซ็นต์|(?:ม|ก|มี|เม|พ|มิ|ส|ต|ธ)\.)[ก-๙]"
)
"""So many of something: what it lists after that is all of them or none."""
_THAI_LIST_ENDS: Final = re.compile(r"\s+(?:[^\s:;.!?]{1,40}\s+){1,14}?(?:และ|รวมถึง)")
_THAI_LABEL: Final = re.compile(r"[^:：]{3,70}[:：]\s+(?=\S.{40})")
_THAI_STOPS: Final = re.compile(r"(?:[!?…;ๆ]|(?<![ก-๙])\.|(?<=[ก-๙]{4})\.)[\"”’)]?$")
_THAI_PARTS: Final = re.compile(r"(?:[^;]|;(?!\s))+")
_THAI_OPENS: Final = re.compile(
    r"\s*(?:[—–;]|โดย|ซึ่ง|และ|แต่|ทั้งนี้|นอกจาก|อย่างไรก็|ขณะ|ส่วน|หลัง|เพื่อ|ทำให้|พร้อม|รวมถึง|อีกทั้ง|เนื่องจาก|เพราะ|ตั้งแต่|ก่อน|ท่ามกลาง|ต่อยอด"
    r"|เมื่อ|ล่าสุด(?!\s*[—–~$\d])|ปัจจุบัน|สิ่งที่|ทางออก|รายงาน|มีรายงาน|นักวิ|นาย|นาง|ตอนนี้|สำหรับ|ด้าน|ดังนั้น|จึง|ระบบนี้|ผู้|บริษัท|การ|$)"
)
_END: Final = re.compile(r"[.!?。！？][\"'”’」』)）]*$")
_LONGEST: Final = 60
"""Sentences read per article: what comes later is seldom news, and the ranking is quadratic."""
_TITLE_LETTERS: Final = 12
_HEADING_CUE: Final = 0.4
SHORT_TEXT: Final = 4
"""A text of fewer sentences is an abstract: see `quoting`."""
_SAME: Final = 0.45
_SAME_NUMBER: Final = 0.34


@dataclass(frozen=True, slots=True)
class Candidate:
    """A fit sentence. `place` runs from 1 (first) to 0 (last), `salience` from 0 to 1, `words` are its content stems.

    `hangs`: begins with "it", "but" and the like, so that it can only be told right after the sentence before it. `aside`: stands under
    a heading that is not the text's first, where digests keep background, risks and outlook.
    `text` is how it is told, `quote` how it stands on the page; `short`: what only an earlier sentence introduces;
    `own_word`: what a maker says of itself;
    `linked`: told without its "but" or "in addition"; `hearsay`: the sentence after it lays it on a report or on unnamed people.
    """

    article: Article
    index: int
    text: str
    words: frozenset[str]
    roles: dict[Section, float]
    place: float
    salience: float
    leans: bool = False
    addresses: bool = False
    hangs: bool = False
    quote: str = ""
    short: frozenset[str] = frozenset()
    own_word: bool = False
    linked: bool = False
    aside: bool = False
    hearsay: bool = False


@dataclass(frozen=True, slots=True)
class _Line:
    article: Article
    index: int
    text: str
    section: Section | None
    quote: str
    aside: bool
    hangs: bool


def fold(text: str) -> str:
    """White space folded to single spaces: how a verbatim slice is told."""
    return " ".join(text.split())


def candidates(articles: Sequence[Article], language: Language) -> list[Candidate]:
    """Every sentence of these articles that may stand alone in a brief, best known first is left to the caller.

    One article is judged by position first, several by how central a sentence is among all.
    """
    import numpy as np

    kept = _without_copies(articles)
    lines = [line for article in kept for line in _lines(article, language)]
    if not lines:
        return []
    bags = [search_tokens(line.text) for line in lines]
    rows = tfidf(bags)
    places = np.array([place(line.index) for line in lines])
    central = salience(rows, places, several=len(kept) > 1)
    short = _short_names(lines, language)
    heard = _hearsay(lines, language)
    found = (
        _candidate(line, frozenset(bags[at]), float(places[at]), float(central[at]), short[at], language)
        for at, line in enumerate(lines)
    )
    return [
        replace(one, hearsay=heard[at])
        for at, one in enumerate(found)
        if one is not None and not (one.linked and at and looks_back(lines[at - 1].text, one.article))
    ]  # "But it said …" after "Last year …" is of last year


def _candidate(
    line: "_Line", words: frozenset[str], near: float, central: float, short: frozenset[str], language: Language
) -> Candidate | None:
    """None when the sentence may not be told."""
    why_not = fault(line.text, language)
    told, quote, hangs = line.text, line.quote, why_not == "dangling" and line.index > 0
    own = why_not == "first_person"
    if why_not == "dangling" and told == quote and (bare := unlinked(told, language)):
        told, quote, why_not, hangs = bare, quote[len(quote) - len(bare) :], "", False
    if hangs and told == quote and (bare := untrailed(told, language)):
        told, quote, why_not, hangs = f"{bare}.", bare, "", False
    if why_not and not hangs:
        told = attributed(line.article, line.text, why_not, language) or ""
    if not told and own and line.index:
        told, hangs = attributed(line.article, line.text, why_not, language, follows=True) or "", True
    if not told or _loses_currency(line.text, line.article):
        return None
    roles = strengths(impersonal(line.text) if own else line.text, language)
    if line.section:
        roles[line.section] = min(1.0, roles[line.section] + _HEADING_CUE)
    return Candidate(
        line.article,
        line.index,
        told,
        words,
        roles,
        near,
        central,
        leans=leans(line.text, language),
        addresses=addresses(line.text, language),
        hangs=hangs or line.hangs,
        quote=quote,
        short=short,
        own_word=own,
        linked=quote != line.quote,
        aside=line.aside,
    )


def _loses_currency(text: str, article: Article) -> bool:
    """ "$10 million" of which the page says elsewhere that they are Canadian."""
    return any(
        re.search(rf"{re.escape(sum_)} (?:CAD|AUD|NZD|SGD|HKD|TWD|Canadian|Australian|Singapore)\b", article.words)
        and not re.search(rf"{re.escape(sum_)} (?:CAD|AUD|NZD|SGD|HKD|TWD|Canadian|Australian|Singapore)\b", text)
        for sum_ in _DOLLARS.findall(text)
    )


def _short_names(lines: Sequence["_Line"], language: Language) -> list[frozenset[str]]:
    """Article by article; only English tells names by their capitals, and Thai those that it leaves in Latin letters."""
    if language not in ("en", "th"):
        return [frozenset()] * len(lines)
    found: list[frozenset[str]] = []
    for _, group in groupby(lines, key=lambda line: line.article.id):
        texts = [line.text for line in group]
        found += map(frozenset.union, short_names(texts), anaphors(texts))
    return found


def _hearsay(lines: Sequence["_Line"], language: Language) -> list[bool]:
    if language != "en":
        return [False] * len(lines)
    groups = groupby(lines, key=lambda line: line.article.id)
    return [found for _, group in groups for found in hearsay([line.text for line in group])]


def _lines(article: Article, language: Language) -> Iterator[_Line]:
    """The article's sentences under their headings; a heading or a repeated title is no sentence."""
    title = frozenset(search_tokens(article.title))
    section: Section | None = None
    index = headings = 0
    for paragraph in article.words.split("\n"):
        if _BULLET.match(paragraph):
            continue  # an item is read with the line above its list
        if _is_heading(paragraph):
            headings += index > 0
            section = section_of_heading(paragraph, language)
            continue
        for text, hangs in _units(paragraph, language):
            text = _DATELINE.sub("", text)
            label = _LABEL.match(text)
            if label:
                section = section_of_heading(label.group(), language)
                text = text[label.end() :]
            text = _without_title(text, article.title) if index == 0 else text
            if not text or (index == 0 and not _END.search(text) and _within(text, title)):
                continue
            quote = fold(text)
            yield _Line(article, index, _EMPHASIS.sub(r"\2", quote), section, quote, headings > 0, hangs)
            index += 1
            if index >= _LONGEST:
                return


def _whole(parts: Sequence[str]) -> Iterator[str]:
    """Sentences, with a quotation of several in one piece."""
    held = ""
    for part in parts:
        held = f"{held} {part}" if held else part
        if held.count("“") > held.count("”") and len(held) < _LONGEST_QUOTATION:
            continue
        yield held
        held = ""
    if held:
        yield held


def _units(paragraph: str, language: Language) -> Iterator[tuple[str, bool]]:
    """Its sentences, and whether each hangs on the one before. Thai chunks do unless the paragraph or a full stop shows where they begin."""
    if language != "th":
        yield from ((text, False) for text in _whole(sentences(paragraph, language)))
        return
    units: list[list[int]] = []
    for start, end in _clauses(paragraph):
        if units and (_THAI_LISTS.match(paragraph, units[-1][1]) or _goes_on(paragraph, *units[-1])):
            units[-1][1] = end
        else:
            units.append([start, end])
    label = _THAI_LABEL.match(paragraph)
    for start, end in units:
        sure = not paragraph[:start].strip() or paragraph[:start].rstrip()[-1] in ".!?…"
        yield paragraph[label.end() if label and start < label.end() < end else start : end], not sure


def _clauses(paragraph: str) -> Iterator[tuple[int, int]]:
    """Thai chunks; a semicolon ends one wherever it stands."""
    for part in _THAI_PARTS.finditer(paragraph):
        yield from ((part.start() + start, part.start() + end) for start, end in spans(part.group(), "th"))


def _goes_on(paragraph: str, start: int, end: int) -> bool:
    """Whether the Thai clause that a chunk ends in goes on after its space: no stop before, and no word that opens a clause after,
    unless the clause counts things and the list of them is not at its "and" yet."""
    if _THAI_STOPS.search(paragraph, max(0, end - 8), end):
        return False
    listing = _THAI_COUNT.search(paragraph, start, end) and not re.search(r"\s(?:และ|รวมถึง)", paragraph[start:end])
    return not _THAI_OPENS.match(paragraph, end) or bool(listing and _THAI_LIST_ENDS.match(paragraph, end))


def _without_title(text: str, title: str) -> str:
    """A page's first line often runs the title and what follows it together."""
    wanted = [char for char in title.casefold() if char.isalnum()]
    met = 0
    for at, char in enumerate(text):
        if met == len(wanted):
            return text[at:].lstrip(" .:：–—-|") if at < len(text) and met > _TITLE_LETTERS else text
        if char.isalnum():
            if char.casefold() != wanted[met]:
                return text
            met += 1
    return "" if met == len(wanted) > _TITLE_LETTERS else text


def _is_heading(paragraph: str) -> bool:
    line = paragraph.strip()
    return bool(_HEADING.match(line)) or (
        0 < len(line) < 80 and not _END.search(line) and "  " not in line and len(line.split()) <= 10
    )


def _within(text: str, title: frozenset[str]) -> bool:
    words = frozenset(search_tokens(text))
    return len(words & title) >= 0.8 * max(1, len(words))


def sentence_count(article: Article, language: Language) -> int:
    """Sentences of its text, headings left out."""
    return sum(len(sentences(line, language)) for line in article.words.split("\n") if not _is_heading(line))


_TRUST: Final = {
    Tier.OFFICIAL: 0,
    Tier.GENERAL: 1,
    Tier.SPECIALIST: 1,
    Tier.RESEARCH: 1,
    Tier.ANALYST: 2,
    Tier.COMMUNITY: 3,
    Tier.AGGREGATOR: 4,
}


def by_trust(articles: Sequence[Article]) -> list[Article]:
    """First-hand and edited sources first, aggregators last; the longer text first among equals."""
    return sorted(articles, key=lambda article: (_TRUST[article.tier], -len(article.words), article.id))


def _without_copies(articles: Sequence[Article]) -> list[Article]:
    """The same text under another address is quoted once, from the source nearest to the fact."""
    kept: list[Article] = []
    seen: set[str] = set()
    for article in by_trust(articles):
        if len(article.words) < 2500 and len(_WALL.findall(article.words)) >= 2:
            continue
        lines = {fold(line) for line in article.words.split("\n") if len(line) > 40}
        if lines and len(lines & seen) * 2 >= len(lines):
            continue
        seen |= lines
        kept.append(article)
    return kept


def alike(one: frozenset[str], other: frozenset[str]) -> bool:
    """True when two sentences say the same: half of the shorter one's words are shared, or a third with a number among them."""
    shared = one & other
    least = max(1, min(len(one), len(other)))
    numbered = any(word[0].isdigit() for word in shared)
    return len(shared) >= (_SAME_NUMBER if numbered else _SAME) * least
