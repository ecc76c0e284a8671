"""Where the names of a sentence stand in it, in any of the six languages: known ones, those in Latin letters, what is quoted, katakana. Pure."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Final

from news.languages import Language
from news.scripts import words
from news.text import STOP_WORDS, stemmed
from summariser.words.aliases import mentions, people
from summariser.words.names import places
from summariser.words.tagging import base_of, is_closed
from summariser.words.vectors import everyday, fold

_A: Final = "A-Za-z\u00c0-\u024f"
_UP: Final = "A-Z\u00c0-\u00de"
_WORD: Final = re.compile(
    rf"(?<![{_A}\d])(?:[{_UP}]|[a-z]{{1,2}}[A-Z])(?:[{_A}\d&+.-]|['’](?![sS]\b))*(?<![.&+'’-])|\d+(?:\.\d+)*(?![\d%,])"
)
_QUOTED: Final = re.compile(r"[「『“]([^「」『』“”。]{2,18})[」』”]")
_KATAKANA: Final = re.compile(r"[\u30a1-\u30fa\u30fc・]{3,}")
_NO_NAMES: Final = words(
    """ai ceo cto cfo coo cio vp president chairman chairwoman chair chief judge justice senator professor minister director secretary founder
    co-founder representative governor mayor executive officer vice gpu gpus cpu cpus api apis llm llms ipo ev evs pc pcs tv tvs it ict dx sns vr
    ar ml agi m&a r&d esg q1 q2 q3 q4 h1 h2 monday tuesday wednesday thursday friday saturday sunday january february march april may june july
    august september october november december mr ms mrs dr i we one two three four five six seven eight nine ten"""
)
"""Words with capitals that name nobody, or only say what somebody is."""
_OF: Final = (" of ", " of the ", " for ")
_OFFICES: Final = words(
    "University Department Ministry Bank Institute Bureau House Court Board Office Center Centre Academy Association School College"
)
_OPENS: Final = re.compile(r"(?:^|[.!?:\"“”‘(]\s*|\n)$")
_FORMS: Final = re.compile(r"[a-z]+(?:ing|ed|ly|tions?)")
_LINKS: Final = re.compile(
    r"\s*(?:,?\s*(?:and|or|&|as well as|vs\.?|versus)(?: the)?|と|や|および|及び|ならびに|와|과|및|하고|和|与|與|及|以及|跟|และ|กับ|หรือ)\s*|\s*[・·／/]\s*|\s*、\s*(?:和|与|與|以及)\s*"
)
_COMMA: Final = re.compile(r"\s*[,、，]\s*(?:the )?")
_ENDS_LIST: Final = re.compile(r"\s?(?:氏|社)?(?:は|が|も|など|ら|の[\d二三四五]|等|은|는|이\s|가\s|등|도\s)")
_IS: Final = re.compile(r"|\s*[(（]\s*|\s*[」』”]?\s*[(（]\s*|\s+")
"""Between two names of one: "Alphabet (Google)", S&Pグローバル."""


@dataclass(frozen=True, slots=True)
class Name:
    """`key`: what it is; `said`: as it is written, in small letters; `owner`: the company it belongs to, "" for none known; `kind`: place,
    person, company, product, "" for one not known."""

    key: str
    said: str
    owner: str
    kind: str
    start: int
    end: int


def placed_names(text: str, language: Language, around: str = "") -> tuple[Name, ...]:
    """In reading order, none inside another. `around`: another text, which may show that a word opening the sentence is a name."""
    known = tuple(_known(text))
    found = list(known)
    for run in _latin(text, language, around):
        inside = [one for one in known if run.start <= one.start and one.end <= run.end]
        if (
            len(inside) == 1
            and inside[0].said != run.said
            and not (inside[0].kind == "place" and run.said.endswith(" ai"))
        ):
            found.remove(inside[0])  # "Apple Card", "Latin America"
            found.append(replace(run, owner=inside[0].owner, kind="place" if inside[0].kind == "place" else ""))
        elif not any(one.start < run.end and run.start < one.end for one in found):
            found.append(run)
    for pattern, group in ((_QUOTED, 1), (_KATAKANA, 0)) if language != "en" else ():
        marked = (_unknown(text, *m.span(group)) for m in pattern.finditer(text) if not _goes_on(text, m.start(group)))
        found += [one for one in marked if all(one.end <= other.start or one.start >= other.end for other in found)]
    return tuple(sorted(found, key=lambda one: one.start))


def _goes_on(text: str, start: int) -> bool:
    """Whether it is the rest of a word that begins with an everyday one: AIインフラ."""
    before = re.search(rf"[{_A}]+$", text[:start])
    return before is not None and before[0].casefold() in _NO_NAMES


def _known(text: str) -> Iterator[Name]:
    pieces = [fold(char) for char in text]
    if "".join(pieces) != fold(text):
        return  # marks that melt into one: no place in the one is a place in the other
    where = [at for at, piece in enumerate(pieces) for _ in piece] + [len(text)]
    for one in mentions(text):
        start, end = where[one.start], where[one.end - 1] + 1
        while (
            end < len(text) and re.match(rf"[{_A}]", text[end]) and text[end - 1].isascii() and text[end - 1].isalpha()
        ):
            end += 1  # "Taiwanese"
        version = _VERSION.match(text, end)
        end = version.end() if version else end
        yield Name(one.id, text[start:end].casefold(), one.company, _kind(one.id, one.company), start, end)


_VERSION: Final = re.compile(
    r"[- ]?v?\d{1,3}(?:\.\d+)*[a-z]?(?![\d,%]|\.\d|\s?(?:million|billion|trillion|percent|年|月|日|億|亿|万|억|만|ล้าน))(?:[ -](?:Pro|Max|Mini|Flash|Ultra|Turbo|Lite|Nano|Air|Plus|Opus|Sonnet|Haiku))*",
    re.IGNORECASE,
)


def _kind(id: str, company: str) -> str:
    if id in places():
        return "place"
    if id in people():
        return "person"
    return "company" if company == id else "product"


def _latin(text: str, language: Language, around: str) -> Iterator[Name]:
    run: list[re.Match[str]] = []
    titled = language == "en" and _is_titled(text)
    for match in _WORD.finditer(text):
        between = text[run[-1].end() : match.start()] if run else ""
        if run and between not in (" ", "-") and not (between in _OF and run[-1][0] in _OFFICES):
            yield _name(text, run)
            run = []
        if match[0][0].isdigit():
            run += [match] if run else []
        elif _is_name(match, text, around, follows=bool(run), titled=titled):
            run.append(match)
        elif run:
            yield _name(text, run)
            run = []
    if run:
        yield _name(text, run)


def _name(text: str, run: Sequence[re.Match[str]]) -> Name:
    return _unknown(text, run[0].start(), run[-1].end())


def _unknown(text: str, start: int, end: int) -> Name:
    said = text[start:end].casefold()
    return Name(said, said, "", "", start, end)


def _is_titled(text: str) -> bool:
    """Whether it is written Like a Headline."""
    long = [word for word in re.findall(r"[A-Za-z][\w-]{3,}", text) if word.casefold() not in STOP_WORDS]
    return len(long) > 3 and all(word[0].isupper() for word in long)


def _is_name(word: re.Match[str], text: str, around: str, *, follows: bool, titled: bool) -> bool:
    low = word[0].casefold()
    if low in _NO_NAMES or low in STOP_WORDS:
        return follows and low == "ai"
    if any(map(str.isupper, word[0][1:])) or any(map(str.isdigit, word[0])):
        return True
    opens = bool(_OPENS.search(text[: word.start()]))
    if not opens and not titled:
        return True
    if opens and not titled and is_closed(low):
        return False
    shown = re.search(rf"[a-z,] {re.escape(word[0])}(?![{_A}])", around)
    return bool(shown) or not (_is_everyday(low) or _FORMS.fullmatch(low) or base_of(low)[0])


@cache
def _is_everyday(low: str) -> bool:
    return any(stem in everyday() for stem in stemmed([low]))


def linked(text: str, names: Sequence[Name]) -> frozenset[frozenset[str]]:
    """Pairs of keys that stand in one list, or are two names of one: exchanged they say the same."""
    pairs: set[frozenset[str]] = set()
    run: list[Name] = []
    sure = False
    for at, one in enumerate(names):
        between = text[names[at - 1].end : one.start] if at else ""
        joined = bool(run) and (_LINKS.fullmatch(between) or _COMMA.fullmatch(between) or _IS.fullmatch(between))
        if not joined:
            pairs |= _together(run) if sure else set()
            run, sure = [], False
        run.append(one)
        listed = _LINKS.fullmatch(between) or _IS.fullmatch(between) or ("、" in between and _is_chinese(text))
        sure = sure or len(run) > _TWO or (len(run) == _TWO and bool(listed or _ENDS_LIST.match(text, one.end)))
    return frozenset(pairs | (_together(run) if sure else set()))


_TWO: Final = 2


def _is_chinese(text: str) -> bool:
    return not re.search(r"[\u3041-\u30ff\uac00-\ud7af]", text)


def _together(run: Sequence[Name]) -> set[frozenset[str]]:
    return {frozenset((one.key, other.key)) for one in run for other in run if one.key != other.key}
