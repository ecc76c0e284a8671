"""What two things can be compared by: which of it a question asks, and which a sentence tells, with its number. Pure; six languages."""

import re
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Final

from news.languages import Language
from news.scripts import THAI, words
from news.text import search_tokens
from summariser.answering.defining import what_is
from summariser.asking.happenings import SUM
from summariser.asking.sides import SORTS, Side, as_written
from summariser.asking.sides_asked import AND, CUE, asked_of_all
from summariser.words.aliases import mentions
from summariser.words.bywords import in_other_words
from summariser.words.facts import plain
from summariser.words.question_words import GENERIC, GENERIC_ELSEWHERE, about
from summariser.words.vectors import DATA

RELEASED: Final = "released"
ANY_SUM: Final = "sum"
BARE: Final = frozenset({RELEASED, ANY_SUM})
"""What tells little by itself."""
DEEDS: Final = frozenset({RELEASED, "sued", "bought", "listed"})
"""What is done once: that each did so is a comparison only where it is asked for."""
BETTER: Final = "score"
_MONEY: Final = (
    rf"(?:{SUM}|[百千][万萬億亿兆](?:[美欧歐日港]元|円|ドル|人民[币幣])|\d[\d,.]*\s?(?:cents?\b|센트|セント|美分|เซนต์))"
)
AMOUNT: Final = (
    rf"(?:{_MONEY}|\d[\d,.]*\s?(?:[%％倍割]|percent|パーセント|퍼센트|만|억|조|[万萬億亿兆]|ล้าน|times|배|เท่า))"
)
_NUMBER: Final = re.compile(
    rf"[$€£¥₩]\d|[百千][億亿兆]|(?<![A-Za-z.\d-])\d[\d,.]*(?![\d.,])(?![ -]?{SORTS})(?<!\d\.\d)|\d\.\d\s?(?:[%％倍배MKBT]|x\b|times|trillion|billion|million|兆|조|億|억|亿)"
)
_COMPARING: Final = frozenset(
    search_tokens(
        "compare comparison compared difference different differ versus vs one better best more each or than strategy approach plan worth it"
    )
)
_BETWEEN: Final = re.compile(rf"[^\w{THAI}]+")
_ASKING: Final = words(
    "what how who which does do did is are was were the a an on in of for it its they their side each and or to about"
)
_PARTICLES: Final = re.compile(
    r"[のとはがをにで와과은는이가을를의도上中]|[多少高低大小]い|\s중\s|비교|比[較较]|[对對]比|เปรียบเทียบ|[戦战戰]略|전략|策略|กลยุทธ์|กัน|มี|สูง|ต่ำ|มาก"
)
_MODELS: Final = re.compile(r"\bmodels?\b|モデル|模型|모델|โมเดล", re.IGNORECASE)
_SIZE: Final = "size"
_COUNTED: Final = frozenset(
    {"raised", "worth", "earned", "profit", "price", "size", "context", "users", "share", "spent", "sum"}
)
_WORTH: Final = "worth"
"""A company is large by what it is worth."""
_JOINING: Final = re.compile(rf"(?:^|(?<=\s))(?:{AND.pattern})(?=\s|$)", re.IGNORECASE)
_BESIDE: Final = 14
HALF: Final = 0.5
"""So much of what the question asks beside the sides must be met."""


@dataclass(frozen=True, slots=True)
class Aspect:
    """`asks` is looked for in a question, `tells` in a sentence; `bare`: without a number; `called` by language;
    `more` asks for it only where nothing else is asked: "which is larger?"."""

    name: str
    asks: re.Pattern[str]
    tells: re.Pattern[str]
    words: tuple[str, ...]
    bare: bool
    called: Mapping[str, str]
    of: str = ""
    more: re.Pattern[str] | None = None
    another: re.Pattern[str] | None = None
    """Amounts of something else: of a valuation, where a round is asked for."""
    counted: bool = False
    """It is told by a number."""
    alone: Mapping[str, str] = field(default_factory=dict)
    """How it is asked of one side alone, by language."""


@cache
def aspects() -> Mapping[str, Aspect]:
    rows = tomllib.loads((DATA / "aspects.toml").read_text("utf-8"))
    return {
        name: Aspect(
            name,
            re.compile(row["asks"], re.IGNORECASE),
            _telling(row["tells"]),
            tuple(search_tokens(row["words"])),
            row.get("bare", False),
            row["called"],
            row.get("of", ""),
            re.compile(row["more"], re.IGNORECASE) if "more" in row else None,
            _telling(row["another"]) if "another" in row else None,
            name in _COUNTED,
            row.get("alone", {}),
        )
        for name, row in rows.items()
    }


def _telling(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern.replace("AMOUNT", AMOUNT).replace("SUM", _MONEY), re.IGNORECASE)


def aspects_of(*sides: Side, models: bool = False) -> tuple[str, ...]:
    """Names of those by which they can be compared where none is asked for: nobody asks for a company's parameters, but for its `models`'."""
    sorts = {"product"} if models else {side.sort for side in sides}
    return tuple(
        name for name, one in aspects().items() if name not in DEEDS | BARE and (not one.of or sorts <= {one.of, ""})
    )


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the sides are to be compared by: known `aspects`, and the `rest` of what the question says ("React", "AI strategy"); `names` are the sides' tokens."""

    aspects: tuple[str, ...] = ()
    rest: str = ""
    names: frozenset[str] = frozenset()
    models: bool = False
    """It asks of their models."""
    said: tuple[str, ...] = ()
    """The words in which it asks for each of the aspects."""

    def __bool__(self) -> bool:
        return bool(self.aspects or self.rest)

    def terms(self) -> tuple[str, ...]:
        """Search tokens of the sentences that tell it."""
        named = [token for name in self.aspects for token in aspects()[name].words]
        named += [token for said in self.said for token in search_tokens(said)]
        return tuple(dict.fromkeys((*named, *_tokens(self.rest))))

    def alone(self, side: Side, name: str, language: Language) -> str:
        """The question that asks one side alone what all are asked, by an aspect or, "", by the rest; "" where there is none."""
        if name:
            said = dict(zip(self.aspects, self.said, strict=False)).get(name, "")
            of_what = self._spoken(side) if name == ANY_SUM else side.shown
            return aspects()[name].alone.get(language, "").format(name=of_what, said=said)
        return self._spoken(side) if self.rest else what_is(side.shown, language)

    def _spoken(self, side: Side) -> str:
        return " ".join((side.shown, *(word for word in _BETWEEN.split(self.rest) if len(word) > 1)))

    @property
    def matter(self) -> str:
        """What they are compared in, as far as it is said in words of its own."""
        words = [word for word in _BETWEEN.split(self.rest) if word and word.casefold() not in _ASKING]
        return " ".join(words) if set(_tokens(" ".join(words))) - self.names else ""

    def is_summed(self, text: str) -> bool:
        """A sum of money stands right behind the words in which it is asked for."""
        return any(
            re.search(rf"{re.escape(said)}.{{0,{_BESIDE}}}?{_MONEY}", text, re.IGNORECASE) for said in self.said if said
        )

    def share(self, text: str, language: Language) -> float:
        """How much of what else is asked the text meets."""
        if not self.rest:
            return 0.0
        ways = [{*_tokens(text)} - self.names for text in (self.rest, in_other_words(self.rest, language))]
        told = frozenset(search_tokens(text))
        return max(len(way & told) / len(way) for way in ways if way)


def wanted_in(text: str, sides: Sequence[Side]) -> Wanted:
    """Nothing where anything goes."""
    rest = text = as_written(text)
    for name in sorted(
        {name for side in sides for name in (side.label, side.maker, side.version) if name}, key=len, reverse=True
    ):
        rest = rest.replace(name, " ")
    makers = {side.company for side in sides} - {""}
    for one in reversed(mentions(rest)):
        rest = f"{rest[: one.start]} {rest[one.end :]}" if one.company in makers else rest
    shared = asked_of_all(text)  # what is asked of both, where each side is a deed
    common = rest if shared == text else shared
    if not any(aspect.asks.search(common) for aspect in aspects().values()):
        common = rest
    asked = tuple(name for name, aspect in aspects().items() if aspect.asks.search(common))
    plainly = tuple(
        name
        for name in asked
        if (own := aspects()[name].more) is None or aspects()[name].asks.search(own.sub(" ", common))
    )
    asked = plainly or asked
    said = tuple(found[0] if (found := aspects()[name].asks.search(common)) else "" for name in asked)
    for name in asked:
        rest = aspects()[name].asks.sub(" ", rest)
    rest = _JOINING.sub(" ", CUE.sub(" ", rest))
    if asked == (_SIZE,) and all(side.sort == "company" for side in sides):
        asked = (_WORTH,)
    names = {token for side in sides for token in side.terms}
    return Wanted(
        asked, rest if set(_tokens(rest)) - names else "", frozenset(names), _MODELS.search(text) is not None, said
    )


def _tokens(rest: str) -> list[str]:
    bare = _PARTICLES.sub(" ", GENERIC_ELSEWHERE.sub(" ", rest)) if not rest.isascii() else rest
    latin = [] if rest.isascii() else search_tokens(" ".join(re.findall(r"[A-Z][A-Za-z0-9.+-]+", rest)))
    words = [word for word in (*about(bare), *latin) if word not in GENERIC and word not in _COMPARING]
    return list(dict.fromkeys(word for word in words if len(word) > 1))


def told_in(text: str, *, strangers: Iterable[int] = (), begins: int = 0) -> frozenset[str]:
    """Names of the aspects that a sentence tells; none that stands behind the name of a stranger, by where those stand, or in a heading
    before the name of whom it is told, which `begins` there."""
    text = plain(text)
    numbered = _NUMBER.search(text) is not None
    known = sorted(strangers)
    return frozenset(
        name
        for name, aspect in aspects().items()
        if (aspect.bare or numbered)
        and (found := aspect.tells.search(_of_its_own(aspect, text)))
        and not (known and known[0] < found.end())
        and not _ENDS.search(text[found.end() : begins])
    )


def amounts_of(name: str, text: str) -> list[str]:
    """The numbers of a sentence that may be of this aspect: sums, of a size great numbers; none that is of something else."""
    pattern, text = _GREAT if name == _SIZE else re.compile(_MONEY), _of_its_own(aspects()[name], plain(text))
    beside = aspects()["raised"].another  # a round's sum stands beside what the whole is worth
    if name == _WORTH and beside and (worth := " ".join(found[0] for found in beside.finditer(text))):
        text = worth
    ends = (
        found.start() + len(found[0]) + len(scale[0])
        for found in pattern.finditer(text)
        if (scale := _SCALE.match(text, found.end()))
    )
    starts = (found.start() for found in pattern.finditer(text))
    return list(dict.fromkeys(text[start:end] for start, end in zip(starts, ends, strict=True)))


_SCALE: Final = re.compile(r"(?:\s?(?:(?:พัน|หมื่น|แสน)?ล้าน(?:ล้าน)?|[百千]?[万萬億亿兆]|만|억|조|[百十]億))?")
"""Behind a currency's sign: $2 พันล้าน."""
_GREAT: Final = re.compile(
    r"\d[\d,.]*(?:\s?|-)(?:[BT](?![A-Za-z])|(?:b|tr)illion\b|[万萬億亿兆](?:\d+[億亿])?|조(?:\s?\d+억)?|억|(?:แสน|หมื่น)?ล้าน(?:ล้าน)?)",
    re.IGNORECASE,
)
_ENDS: Final = re.compile(r"[:：;；。]|[,，]\s*\S")
"""Between an amount and the name behind it: another clause."""


def _of_its_own(aspect: Aspect, text: str) -> str:
    """With blanks for the amounts of something else, place by place."""
    return aspect.another.sub(lambda one: " " * len(one[0]), text) if aspect.another else text
