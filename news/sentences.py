"""Where sentences begin and end, by rules alone. Thai has no sentence mark: there the unit is a chunk between spaces."""

import re
from collections.abc import Iterator
from typing import Final

from news.languages import Language
from news.scripts import CJK, HAN, words

Span = tuple[int, int]

_CLOSERS: Final = "\"'”’»)\\]」』）】》〉"
_LINE: Final = re.compile(r"[^\n]+")
_WESTERN_END: Final = re.compile(
    rf"[.!?…]+[{_CLOSERS}]*(?=\s)|[。！？]+[{_CLOSERS}]*|(?<=[a-z]{{3}})\.(?=[A-Z][a-z]+ [a-z])"
)
_LAST_WORD: Final = re.compile(r"[\w.&’'-]*$")
_INITIALS: Final = re.compile(r"(?:[A-Za-z]\.)*[A-Z]")
_ABBREVIATIONS: Final = words(
    """mr mrs ms dr prof sen rep gov gen lt col sgt capt cmdr rev hon st sr jr messrs mt ft vs etc cf al ed eds vol     e.g i.e eg ie est dept univ assn bros co corp inc ltd llc plc pres supt maj adm det insp jan feb mar apr jun jul
    aug sep sept oct nov dec mon tue wed thu fri sat sun u.s u.k u.n e.u a.m p.m ph.d d.c"""
)
_ENDS_ALSO: Final = words("inc corp co ltd llc plc u.s u.k u.n e.u a.m p.m d.c ph.d etc jr sr al est st")
_BEFORE_NUMBERS: Final = words("no nos fig figs eq pp vol sec approx ca v")
_STARTERS: Final = re.compile(
    r"[\"'“‘(]*(?:The|It|In|On|At|A|An|He|She|They|We|But|And|However|This|That|These|Those|For|As|If|When|While|With|By|After|Its|"
    r"His|Her|Their|There|Some|Many|According|Meanwhile|Last|I|You|What|Also|Both|Since|Now|To|From|Under|Analysts|Shares|Officials)\b"
)
_OPENS: Final = "「『（(【《〈“"
_CLOSES: Final = "」』）)】》〉”"
_CJK_STOPS: Final = "。！？!?｡．"
_JA_NAME: Final = re.compile(r"[A-Za-zァ-ヶー][!?！？][はがをのにもと、]")
"""The mark belongs to a name that goes on as a word: MadeByMe!は."""
_JA_CONTINUES: Final = re.compile(r"[とっのをはがもでに、，,などやよかなだ）)]")
_ZH_CONTINUES: Final = re.compile(
    rf"[，、,；的]|[{HAN}A-Za-z·]{{0,8}}?(?:说|說|表示|称|稱|道|指出|写道|寫道|认为|認為|强调|強調|补充|補充|问|問)"
)
_THAI_CHUNK: Final = 50
_THAI_LONGEST: Final = 260
_THAI_ABBREVIATION: Final = re.compile(r"(?:^|[\s.(])(?:[ก-ฮ]{1,3}|[ก-ฮ][ก-ฮิี]?\.[ก-ฮ])\.$|\b[A-Z]\.$")
_THAI_BEGINS: Final = re.compile(
    "อย่างไรก็|นอกจากนี้|ทั้งนี้|ใน|เมื่อ|หลังจาก|การ|เขา|เธอ|พวกเขา|มัน|“|ผู้|นาย|นาง|แต่|ดังนั้น|ตั้งแต่|จาก|เนื่องจาก|แม้|สำหรับ|นี่"
)
_THAI_OPENS: Final = re.compile("อย่างไรก็|นอกจากนี้|นอกจากนั้น|ทั้งนี้|ขณะเดียวกัน|พร้อมกันนี้|ล่าสุด|ดังนั้น|ต่อมา")
"""Words that open a sentence wherever they stand, also after a Latin word or a number."""
_THAI_GOES_ON: Final = re.compile(
    r"และ|หรือ|โดย|ซึ่ง|ที่|ว่า|เพื่อ|จึง|ก็|แต่|รวมถึง|รวมทั้ง|เป็น|ได้|จะ|ของ|ให้|กับ|ทำให้|เพราะ|เช่น|ขณะที่|ส่วน|จน|อันเป็น|อีกทั้ง|ด้วย|คือ|ไม่|มี|ถูก|ต่อ|แห่ง|กล่าว|พร้อม|[ก-ฮ][ก-ฮิี]?\.[ก-ฮ]\."
)
_THAI_SOONER: Final = 20
_THAI_LATER: Final = 80
"""Characters by which a word that begins (goes on with) a sentence brings the end of the chunk nearer (puts it off)."""


def sentences(text: str, language: Language) -> list[str]:
    """Verbatim slices of `text`, outer white space dropped; a line break always ends one (headings stand alone)."""
    return [text[start:end] for start, end in spans(text, language)]


def spans(text: str, language: Language) -> list[Span]:
    """The (start, end) of every sentence, in order."""
    found: list[Span] = []
    for line in _LINE.finditer(text):
        start = line.start()
        for end in [*_ends(line.group(), language), len(line.group())]:
            found.extend(_trimmed(text, start, line.start() + end))
            start = line.start() + end
    return found


def _trimmed(text: str, start: int, end: int) -> Iterator[Span]:
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    if start < end:
        yield start, end


def _ends(line: str, language: Language) -> Iterator[int]:
    if language == "th":
        return _thai_ends(line)
    if language in {"en", "ko"}:
        return _western_ends(line, language)
    return _cjk_ends(line, language)


def _western_ends(line: str, language: Language) -> Iterator[int]:
    for match in _WESTERN_END.finditer(line):
        rest = line[match.end() : match.end() + 60].lstrip()
        if rest and not _goes_on(line[max(0, match.start() - 60) : match.start()], match.group(), rest, language):
            yield match.end()


def _goes_on(before: str, mark: str, rest: str, language: Language) -> bool:
    """True when the mark belongs to an abbreviation or a title, or a lower-case word follows."""
    if rest[0].islower():
        return True
    if mark.rstrip(_CLOSERS) != ".":
        return False
    found = _LAST_WORD.search(before[-30:])
    word = found.group().lstrip("'’") if found else ""
    if _INITIALS.fullmatch(word) or word.lower() in _ABBREVIATIONS:
        ends = word.lower() in _ENDS_ALSO and _STARTERS.match(rest) is not None
        return not ends
    if word.lower() in _BEFORE_NUMBERS:
        return rest[0].isdigit()
    return language == "en" and word.isdigit() and len(word) <= 2 and not before.rstrip(word).strip()


def _cjk_ends(line: str, language: Language) -> Iterator[int]:
    balanced = all(line.count(a) == line.count(b) for a, b in zip(_OPENS, _CLOSES, strict=True))
    continues = _JA_CONTINUES if language == "ja" else _ZH_CONTINUES
    depth = 0
    for at, char in enumerate(line):
        following = line[at + 1 : at + 2]
        if balanced and char in _OPENS:
            depth += 1
        elif balanced and char in _CLOSES:
            depth -= 1
            quoted = char in "」』”" and at > 0 and line[at - 1] in _CJK_STOPS
            if depth == 0 and quoted and following not in _CJK_STOPS and not continues.match(line, at + 1):
                yield at + 1
        elif depth == 0 and _ends_here(line, at) and not (language == "ja" and at and _in_a_name(line, at)):
            yield at + 1


def _in_a_name(line: str, at: int) -> bool:
    return _JA_NAME.match(line, at - 1) is not None


def _ends_here(line: str, at: int) -> bool:
    """A stop that nothing closes or doubles, or the straight quote or bracket that closes one."""
    if _is_stop(line, at):
        return line[at + 1 : at + 2] not in tuple(_CJK_STOPS + _CLOSES + "\"'")
    return line[at] in "\"'" + _CLOSES and at > 0 and line[at - 1] in _CJK_STOPS


def _is_stop(line: str, at: int) -> bool:
    """A stop mark that ends a sentence here: an ASCII one only where text follows after a space or in CJK."""
    char = line[at]
    if char in _CJK_STOPS:
        return True
    return char == "." and line[at + 1 : at + 2].isspace() and at > 0 and re.match(f"[{CJK}]", line[at - 1]) is not None


def _thai_ends(line: str) -> Iterator[int]:
    """Spaces between two Thai phrases, once there is enough; a full stop; never beside a Latin word or a number."""
    start = 0
    for match in re.finditer(r"\s+", line):
        before, rest = line[start : match.start()], line[match.end() :]
        if rest and rest[0] not in "ๆฯ" and _thai_end(before, rest):
            yield match.start()
            start = match.end()


def _thai_end(before: str, rest: str) -> bool:
    if len(before) >= _THAI_LONGEST:  # a name of Latin words stays whole, and with what it does: Microsoft IQ ขยาย
        return (_is_thai(before[-1:], "") and not rest[0].isdigit()) or len(before) >= 2 * _THAI_LONGEST
    if before.endswith((".", "!", "?", "…")):
        return len(before) >= 20 and not _THAI_ABBREVIATION.search(before)
    if _THAI_OPENS.match(rest) and len(before) >= _THAI_CHUNK:
        return True
    if not (_is_thai(before[-1:], '"”’)」') and _is_thai(rest[0], '“"‘')):
        return False
    need = _THAI_CHUNK - _THAI_SOONER * bool(_THAI_BEGINS.match(rest)) + _THAI_LATER * bool(_THAI_GOES_ON.match(rest))
    return len(before) >= need


def _is_thai(char: str, others: str) -> bool:
    return "\u0e01" <= char <= "\u0e5b" or (char != "" and char in others)
