"""The two or more that are compared, and where a text names them: a version in any spelling, and no other sort of it. Pure; six languages."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final

from news.text import search_tokens
from summariser.words.aliases import Mention, mentions, spelled_out, spellings
from summariser.words.vectors import simplify

SORTS: Final = r"(?:Flash|Lite|Pro|Max|Mini|Ultra|Nano|Cyber|Plus|Turbo|Edge|Sol|Luna|Terra|Opus|Sonnet|Haiku|Fable|Coder|Thinking|Instant|Preview)"
NUMBER: Final = r"\d{1,2}(?:\.\d{1,2})*"
_TYPED_SORT: Final = re.compile(rf"(?<=\d[ -])(?:{SORTS})(?:[ -](?:{SORTS}))*(?![A-Za-z])", re.IGNORECASE)


def as_written(text: str) -> str:
    """With the sort behind a version as reports write it, however it was typed: "3.6 flash", "qwen 3.8 max"."""
    return _TYPED_SORT.sub(lambda sort: sort[0].title(), spelled_out(text))


@dataclass(frozen=True, slots=True)
class Side:
    """One that is compared: `label` as it is shown; `id` and `company` of a known name, "" else; `version` with its sort, as asked ("3.5 Flash-Lite"), the sort in
    brackets where only the other side was asked with it ("3.5 (Flash)");
    `maker`: whose it is said to be ("Tesla's Optimus"); `brand`: the id of the name before it (Claude Opus 5), which may stand for it."""

    label: str
    id: str = ""
    company: str = ""
    version: str = ""
    maker: str = ""
    brand: str = ""

    @property
    def names(self) -> tuple[tuple[str, ...], ...]:
        """What a report must have one of, as search tokens."""
        ways = spellings(self.id) if self.id else (self.label,)
        number = re.search(NUMBER, self.version)
        whole = (
            [f"{way}{between}{number[0]}" for way in ways if way.isascii() for between in ("", "-")] if number else []
        )  # "Qwen3.8" is one word, "GPT-5.6" too
        return tuple(dict.fromkeys(tuple(search_tokens(way)) for way in (*whole, *ways)))

    @property
    def sort(self) -> str:
        """A company or a product; "" where that is not known."""
        if self.version or self.maker:
            return "product"
        return ("company" if self.id == self.company else "product") if self.id else ""

    @property
    def shown(self) -> str:
        """As a reader calls it: "Mistral Vibe"."""
        return (
            f"{self.maker} {self.label}" if self.maker.isascii() and self.maker and self.label.isascii() else self.label
        )

    @property
    def terms(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys((*search_tokens(self.label), *(token for name in self.names for token in name))))

    def place(self, text: str, *, loosely: bool = False) -> int:
        """Where the text names it, `loosely` by less than its whole name or by its maker; -1 where it does not."""
        own = self._place(text)
        if own >= 0 or not loosely:
            return own
        return Side(self.maker).place(text) if self.maker else self._shortly(text)

    def _shortly(self, text: str) -> int:
        """By its family without any version (Kimi), its sort alone ("Pro"), or as a model of its company."""
        if not (self.version and self.id):
            return -1
        _, shown, known = (_line if len(text) <= _LINE else _report)(text)
        family = [one for one in known if one.id == self.id]
        alone = [
            one.start
            for one in family
            if not (_VERSIONED.match(shown, one.end) or _NUMBERED.match(shown, one.end) or _is_slashed(shown, one))
        ]
        alone += [self.by_sort(shown)] if self.by_sort(shown) >= 0 else []
        if alone:
            return alone[0]
        brands = [one for one in known if self.brand and one.id == self.brand and not _NUMBERED.match(shown, one.end)]
        if sole := [one.start for one in brands if not _is_slashed(shown, one)]:
            return sole[0]
        theirs = (one.start for one in known if one.id == self.company != self.id)
        return next(theirs, -1) if not family and _MODEL.search(shown) else -1

    def by_sort(self, text: str) -> int:
        """Where only its sort is said, as beside another sort of the same: "V4 Flash beats Pro"; -1 where it is not."""
        sort = re.search(r"[A-Z][a-z]+$", self.version)
        found = re.search(rf"(?<![\w.-])(?<!\d[ -]){sort[0]}(?![A-Za-z]|[ -]{SORTS}(?![a-z]))", text) if sort else None
        return found.start() if found else -1

    def _place(self, text: str) -> int:
        text, shown, known = (_line if len(text) <= _LINE else _report)(text)
        if self.version:
            return self._versioned(shown, [one for one in known if one.id == self.id] if self.id else [])
        if self.id:
            named = (one.start for one in known if one.id == self.id and _is_alone(text, one))
            short = _SHORT[self.id].search(text) if self.id in _SHORT else None
            return next(named, short.start() if short else -1)
        found = _exact(self.label).search(shown) or (
            _HAN.search(self.label) and _simply(self.label).search(simplify(shown))
        )
        return found.start() if found else -1

    def _versioned(self, text: str, known: Sequence[Mention]) -> int:
        found = _version(self.version).search(text)
        behind = next((one.start for one in known if _version(self.version, apart=False).match(text, one.end)), -1)
        if behind >= 0:
            return behind
        if found and (known or "." in self.version or re.match("[A-Za-z]", self.version)):
            return found.start()
        if self.version.endswith(")"):
            return -1  # of this sort or none
        number = re.search(NUMBER, self.version)
        sorted_ = number is not None and number.end() < len(self.version)
        own = re.compile(_sorted(number[0]) if sorted_ else _unsorted(number[0])) if number else None
        return next((one.start for one in known if own and own.match(text[one.end :])), -1)


def _is_slashed(text: str, one: Mention) -> bool:
    """ "Claude/GPT" is all of their kind."""
    return "/" in text[max(0, one.start - 1) : one.end + 1]


def _unsorted(number: str) -> str:
    return rf"[\s-]?(?:[^\W\d_]+[\s-]?){{0,2}}{re.escape(number)}(?![\d.]*\d)"


def _sorted(number: str) -> str:
    """The sort may be written in another script, before the number or behind it."""
    exact = rf"{re.escape(number)}(?![\d.]*\d)"
    return rf"[\s-]?(?:[가-힣ァ-ヴー]+[\s-]?){{1,2}}{exact}(?![ -]?[A-Z])|[\s-]?{exact}[ -]?{SORTS_ELSEWHERE}"


_MODEL: Final = re.compile(r"\bmodels?\b|モデル|模型|모델|โมเดล", re.IGNORECASE)
_VERSIONED: Final = re.compile(rf"[’'」』]?[\s-]?(?:[A-Za-z]?{NUMBER}|{SORTS}(?![a-z]))")
SORTS_ELSEWHERE: Final = r"(?:플래시|프로|맥스|미니|울트라|라이트|솔|루나|테라|오퍼스|소넷|페이블|프리뷰|フラッシュ|プロ|マックス|ミニ|ウルトラ|ソル|ルナ|テラ|プレビュー|แฟลช|โปร)"
_MODELS_OF: Final = r"(?=模型|企[業业]|[廠厂]商|[國国]产|方|股|系)"
_SHORT: Final = {
    "china": re.compile(
        rf"中(?=美(?![味食景女麗丽好術术]))|(?<=[美米])中(?![文國国心])|(?<![\u4e00-\u9fff])中{_MODELS_OF}|[陸陆]{_MODELS_OF}"
    ),
    "usa": re.compile(
        rf"(?<![完優优精])美(?=中(?![文國国心]))|(?<=中)美(?![元味食景女麗丽好術术])|(?<![完優优])美{_MODELS_OF}|米(?=中(?![文國国心]))"
    ),
}
"""A country by one character, where another stands beside it or what is of it: 中美, 美模型."""


def _read(text: str) -> tuple[str, str, tuple[Mention, ...]]:
    """As names and as numbers are looked for in it, place by place, and the known names. Kept: every side is looked for in it, more than once."""
    spelled = spelled_out(text)
    return spelled, spelled.translate(_NARROW), mentions(spelled)


_NARROW: Final = {0xFF01 + at: 0x21 + at for at in range(94)} | {ord("’"): "'"}
"""Full-width letters, digits and signs as ASCII, none longer than before."""


_LINE: Final = 400
_line: Final = lru_cache(maxsize=4096)(_read)
_report: Final = lru_cache(maxsize=256)(_read)


def _is_alone(text: str, one: Mention) -> bool:
    """No part of another name: 삼성 in 삼성SDS, 카카오 in 카카오톡."""
    return _GOES_ON.match(text[one.end - 1 :]) is None


_GOES_ON: Final = re.compile(
    r"[가-힣](?:[A-Z]{2}|(?!은|는|이|가|을|를|의|에|와|과|도|만|로|랑|보다|처럼|까지|부터|측|사|라|야|여|급)[가-힣])|[ァ-ヴー]{2}(?=[ァ-ヴー])"
)


def _spelt(label: str) -> str:
    """A name with one capital in front may have others (Vllm, vLLM), and what was typed without any has some: "spectro cloud"."""
    loosely = (label.istitle() and " " not in label) or label.islower()
    return rf"(?=[a-z0-9.]*[A-Z])(?i:{re.escape(label)})" if loosely else re.escape(label)


@lru_cache(maxsize=512)
def _exact(label: str) -> re.Pattern[str]:
    if label.isascii():
        return re.compile(rf"(?<![A-Za-z0-9]){_spelt(label)}(?![A-Za-z0-9])")
    return re.compile(rf"(?<![ァ-ヴー가-힣]){re.escape(label)}(?![ァ-ヴー])")


@lru_cache(maxsize=512)
def _simply(label: str) -> re.Pattern[str]:
    """In either Chinese script."""
    return re.compile(re.escape(simplify(label)))


_HAN: Final = re.compile("[\u4e00-\u9fff]{2}")


@lru_cache(maxsize=512)
def _version(version: str, *, apart: bool = True) -> re.Pattern[str]:
    """In any spelling, and no longer sort of the same: 3.5 Flash is no 3.5 Flash-Lite."""
    version, _, usual = version.rstrip(")").partition(" (")
    parts = r"[ -]?".join(re.escape(part) for part in re.split(r"[ -]", version) if part)
    parts += rf"(?:[ -]?{re.escape(usual)})?(?![ -]?{SORTS}(?![a-z]))" if usual else ""
    before = r"(?<![\w.$])" if apart else r"[\s-]?"
    return re.compile(rf"{before}{parts}(?![ -]?(?:Lite|Cyber|Mini|Nano)\b)(?![\d.]*\d)(?![A-Za-z])", re.IGNORECASE)


def whose(text: str, sides: Sequence[Side]) -> frozenset[int]:
    """Which sides the text names; the maker, or a part of its name, stands for what is theirs beside another that is named."""
    own = frozenset(at for at, side in enumerate(sides) if side.place(text) >= 0)
    if len(own) < len(sides) and all(side.maker or side.company for side in sides):
        kin = len({side.id for side in sides}) < len(sides)  # a family's name is of none of its versions alone
        if len({side.company for side in sides}) < len(sides):  # nor a maker's of one of its products
            sides = [side if side.maker else replace(side, company="", brand="") for side in sides]
        loosely = own | {
            at
            for at, side in enumerate(sides)
            if (side.by_sort(text) if kin and side.version else side.place(text, loosely=True)) >= 0
        }
        shortly = _MODEL.search(text) and all(side.version for side in sides)
        return loosely if len(loosely) == len(sides) and (own or shortly) else own
    return own


def others_in(text: str, sides: Sequence[Side]) -> list[Mention]:
    """Known companies and products that are none of these sides', and of what is compared by its version or name the same maker's others."""
    ours = {side.company or side.id for side in sides} - {""}
    ours |= {one.company for side in sides if side.maker for one in mentions(side.maker)}
    known = [one for one in mentions(text) if one.company]
    found = [one for one in known if one.company not in ours or _is_sister(one, text, sides)]
    if any(side.version for side in sides):
        own = [side.place(text) for side in sides]
        sorts = [
            one
            for one in _SORTED.finditer(text)
            if all(at < 0 or not (at <= one.start() <= at + _REACH or one.start() <= at < one.end()) for at in own)
        ]
        met = [one for one in sorts if not any(known.start <= one.start() <= known.end + 1 for known in mentions(text))]
        found += [Mention(one[0], "", *one.span()) for one in met]
    return sorted(found, key=lambda one: one.start)


def _is_sister(one: Mention, text: str, sides: Sequence[Side]) -> bool:
    """Another product of the maker of a side that is a product itself, or another version of it."""
    makers = {side.company for side in sides if side.id != side.company and side.company == one.company}
    if not makers or one.id == one.company or any(side.id == side.company == one.company for side in sides):
        return False
    own = [side for side in sides if side.id == one.id]
    if any(side.brand == one.id for side in sides) and not _NUMBERED.match(text, one.end):
        return False
    if not own:  # a brand right before one of its own: Claude Opus
        return not any(side.place(text[one.start :]) == one.end - one.start + 1 for side in sides)
    if not _NUMBERED.match(text, one.end):
        return False  # the family's name, as in "Kimi's open model K3"
    stretch = text[one.start : one.end + _REACH]
    near = one.end - one.start + 1
    return all(
        side.version and not 0 <= side.place(stretch) <= (_REACH if side.version[0].isalpha() else near) for side in own
    )


_NUMBERED: Final = re.compile(rf"[\s-]?(?:[A-Z][\w-]+[\s-])?(?:[A-Za-z]?{NUMBER}|{SORTS}(?![a-z])|{SORTS_ELSEWHERE})")
"""Behind a family's name: another of it, by its version, also behind a name of its own: Qwen Image 3.0."""
_SORTED: Final = re.compile(rf"(?<![\w.$-]){NUMBER}(?:[ -]{SORTS})+")
"""Another version, of which only number and sort are said: "versus 37 percent for 3.5 Flash"."""
_REACH: Final = 24
"""Characters behind a name in which its version stands."""
