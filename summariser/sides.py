"""The two or more that a question compares, also those in no table and those of which only the version is said. Pure; six languages."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise
from typing import Final

from news.scripts import CJK, THAI
from news.text import search_tokens
from summariser.aliases import Mention, mentions, spelled_out, spellings
from summariser.facts import plain
from summariser.question_words import GENERIC

SORTS: Final = r"(?:Flash|Lite|Pro|Max|Mini|Ultra|Nano|Cyber|Plus|Turbo|Edge|Sol|Luna|Terra|Opus|Sonnet|Haiku|Fable|Coder|Thinking|Instant|Preview)"
NUMBER: Final = r"\d{1,2}(?:\.\d{1,2})*"
_COUNTER: Final = r"(?:[분년월일차위개배억조만]|[年月日季位倍億亿万萬兆個个]|ไตรมาส|ล้าน)"
_VERSION: Final = re.compile(
    rf"[ -]?(?:(?:{SORTS}[ -]?)?[A-Za-z]?{NUMBER}(?![\d%]|\s?{_COUNTER}))(?:[ -]{SORTS})*(?![A-Za-z])|(?:[ -]{SORTS})+(?![A-Za-z])"
)
_ELLIPTIC: Final = re.compile(rf"(?<![\w.$€£¥])[A-Za-z]?{NUMBER}(?:[ -]{SORTS})*(?![\w%])")
_RUN: Final = re.compile(
    r"(?<![A-Za-z0-9])[A-Z][A-Za-z&+]*[가-힣]{2,}|(?<![A-Za-z0-9])[A-Z][\w.&+-]*\w(?:\s[A-Z][\w.&+-]*\w)*|[\u30a1-\u30fa\u30fc・]{3,}",
    re.ASCII,
)
_SMALL: Final = re.compile(r"(?<![A-Za-z0-9.-])[a-z][A-Za-z0-9.+-]+[a-z0-9]", re.ASCII)
"""In a script without capitals a word in Latin letters is a name, small ones too."""
_CLINGS: Final = re.compile(r"(?:이?랑|하고|보다|에서|[의와과은는이가을를도])$")
_PRODUCT: Final = re.compile(r"(?:\s|(?<=[^\x00-\x7f]))(?P<name>[A-Z][\w.+-]*\w(?:\s[A-Z][\w.+-]*\w)*)", re.ASCII)
_AND: Final = re.compile(
    r"\s*(?:,|/|&|、|，|・|·|vs\.?|versus|and|or|with|to|than|from|against|,\s*(?:and|or)|(?:is )?compared (?:with|to)|(?:(?:better|faster|cheaper|larger|bigger|smaller|newer|stronger|smarter) than|ahead of|behind)|(?:compare|stack up|differ)s? (?:with|to|from|against)|と|や|か|和|与|與|跟|同|及|[对對]|比|[還还]是|와|과|랑|이랑|하고|보다|กับ|และ|หรือ|เทียบกับ|ต่างจาก|กว่า)\s*",
    re.IGNORECASE,
)
CUE: Final = re.compile(
    r"\beach\b|\bdiffers?\b|\bhow (?:do|does|are) [^?]{3,60} differ\w*|\bcompares?\b|\bstacks? up\b|\brespectively\b|\bwhich (?:is|one|of|has|model|company|costs?|raised)\b|\bwho (?:is|has|raised)\b.*\bor\b|\b(?:bigger|larger|cheaper|faster|better|smaller|newer|more|higher)\b|有什[麼么]不同|有何不同|[差分][别別異异]|[谁誰].{0,3}(?:[快強强高低大小先好優优]|[領领]先)|違[いうっ]|異な|다른"
    r"|それぞれ|どちら|どっち|各[社々]|分[别別]|各自|哪[个個家一款]?.{0,4}更|[谁誰]更|更[高低大小多快贵貴便好强強]|哪[个個家]|각각|중 ?(?:어디|누가|누구|무엇|어느|어떤)|누가 (?:더 )?|(?:앞서|다르|낫|나은|나아)[가-힣]* ?(?:있나)?|(?<= )중(?= )|더 ?(?:크|많|높|싸|비싸|빠르|좋)|แต่ละ|อันไหน|ตัวไหน|ใคร|กว่ากัน|อย่างละ",
    re.IGNORECASE,
)
_MEASURE: Final = (
    r"(?:調達(?:額|金額)?|融[資资](?:[額额])?|募[資资]|売上高?|利益|業績|価格|料金|性能|時価総額|評価額|企業価値|パラメータ数?|[價价]格|[營营]收|估值|市值|[参參][数數]|利[潤润]|투자 ?유치액?|매출|영업이익|실적|가격|성능|시가총액|기업가치|매개변수"
    r"|funding|valuations?|revenues?|profits?|prices?|pricing|benchmarks?|parameters?|context windows?|market caps?|ราคา|มูลค่า|รายได้|กำไร|พารามิเตอร์|เงินระดมทุน|ระดมทุน)"
)
_MEASURED: Final = re.compile(rf"^(?:の|的|의|[’']s?)?\s*{_MEASURE}", re.IGNORECASE)
_MEASURED_BEFORE: Final = re.compile(rf"{_MEASURE}\s?(?:of|for|at|ของ)\s(?:the )?$", re.IGNORECASE)
_NO_SIDE: Final = frozenset(
    [
        "compare",
        "comparison",
        "which",
        "what",
        "how",
        "who",
        "is",
        "are",
        "does",
        "do",
        "did",
        "the",
        "difference",
        "between",
        "ai",
        "july",
        "june",
        "may",
        "august",
        "price",
        "ceo",
        "llm",
        "api",
        "us",
        "and",
        "vs",
    ]
)
_STRUCTURES: Final = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"(?:[请請]?(?:比[较較]|[对對]比)(?:一下)?)\s?(?P<a>.{2,24}?)\s?(?:和|与|與|跟|同)\s?(?P<b>.{2,24}?)(?:的|[？?。]|$)",
        r"^(?P<a>[^、。？?]{2,24}?)(?:と|や)(?P<b>[^、。？?]{2,24}?)(?:の違い|を比較|の比較|、どちら|ではどちら|はどちら|はどっち|を比べ)",
        r"^(?P<a>\S[^,.?]{1,20}?)[와과]\s?(?P<b>\S[^,.?]{1,20}?)(?:[을를의]? ?(?:비교|차이)| 중)",
        r"เปรียบเทียบ\s?(?P<a>.{2,30}?)\s?(?:กับ|และ)\s?(?P<b>.{2,30}?)(?:$|\s|[?？])",
        r"^(?P<a>[^、。？?]{2,24}?)(?:と|や)(?P<b>[^、。？?]{2,24}?)(?:は|、|って)(?:何が|どう)(?:違|異)",
        r"^(?:which is \w+[,:]? |compare |how (?:do|does|is|are) |(?:what(?:[’']s| is) the )?differences? between )?(?P<a>[^,?]{2,24}?) (?:vs\.?|versus|and|or|with|to|than) (?P<b>\S+(?: \S+)??)(?=[?,:]| in | on | for | differ| compare|$)",
        r"^(?P<a>.{2,30}?)\s?(?:กับ|และ)\s?(?P<b>.{2,30}?)\s?(?:ต่างกัน|แตกต่าง)",
    )
)


@dataclass(frozen=True, slots=True)
class Side:
    """One that is compared: `label` as it is shown; `id` and `company` of a known name, "" else; `version` with its sort, as asked ("3.5 Flash-Lite");
    `maker`: whose it is said to be ("Tesla's Optimus")."""

    label: str
    id: str = ""
    company: str = ""
    version: str = ""
    maker: str = ""

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
        """Where the text names it, `loosely` its maker; -1 where it does not."""
        own = self._place(text)
        return Side(self.maker).place(text) if own < 0 and loosely and self.maker else own

    def _place(self, text: str) -> int:
        text, shown, known = (_line if len(text) <= _LINE else _report)(text)
        if self.version:
            return self._versioned(shown)
        if self.id:
            named = (one.start for one in known if one.id == self.id and _is_alone(text, one))
            short = _SHORT[self.id].search(text) if self.id in _SHORT else None
            return next(named, short.start() if short else -1)
        found = _exact(self.label).search(shown)
        return found.start() if found else -1

    def _versioned(self, text: str) -> int:
        found = _version(self.version).search(text)
        known = [one for one in mentions(text) if one.id == self.id] if self.id else []
        if found and (known or "." in self.version or re.match("[A-Za-z]", self.version)):
            return found.start()
        number = re.search(NUMBER, self.version)
        sorted_ = number is not None and number.end() < len(self.version)
        own = re.compile(_sorted(number[0]) if sorted_ else _unsorted(number[0])) if number else None
        return next((one.start for one in known if own and own.match(text[one.end :])), -1)


def _unsorted(number: str) -> str:
    return rf"[\s-]?(?:[^\W\d_]+[\s-]?){{0,2}}{re.escape(number)}(?![\d.]*\d)"


def _sorted(number: str) -> str:
    """The sort may be written in another script, before the number or behind it."""
    exact = rf"{re.escape(number)}(?![\d.]*\d)"
    return rf"[\s-]?(?:[가-힣ァ-ヴー]+[\s-]?){{1,2}}{exact}(?![ -]?[A-Z])|[\s-]?{exact}[ -]?{_SORTS_ELSEWHERE}"


_SORTS_ELSEWHERE: Final = r"(?:플래시|프로|맥스|미니|울트라|라이트|솔|루나|테라|오퍼스|소넷|페이블|프리뷰|フラッシュ|プロ|マックス|ミニ|ウルトラ|ソル|ルナ|テラ|プレビュー|แฟลช|โปร)"
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
    """As names and as numbers are looked for in it, and the known names. Kept: every side is looked for in it, more than once."""
    spelled = spelled_out(text)
    return spelled, plain(spelled), mentions(spelled)


_LINE: Final = 400
_line: Final = lru_cache(maxsize=4096)(_read)
_report: Final = lru_cache(maxsize=256)(_read)


def _is_alone(text: str, one: Mention) -> bool:
    """No part of another name: 삼성 in 삼성SDS, 카카오 in 카카오톡."""
    return _GOES_ON.match(text[one.end - 1 :]) is None


_GOES_ON: Final = re.compile(
    r"[가-힣](?:[A-Z]{2}|(?!은|는|이|가|을|를|의|에|와|과|도|만|로|랑|보다|처럼|까지|부터|측|사|라|야|여)[가-힣])|[ァ-ヴー]{2}(?=[ァ-ヴー])"
)


@lru_cache(maxsize=512)
def _exact(label: str) -> re.Pattern[str]:
    if label.isascii():
        return re.compile(rf"(?<![A-Za-z0-9]){re.escape(label)}(?![A-Za-z0-9])")
    return re.compile(rf"(?<![ァ-ヴー가-힣]){re.escape(label)}(?![ァ-ヴー])")


@lru_cache(maxsize=512)
def _version(version: str) -> re.Pattern[str]:
    """In any spelling, and no longer sort of the same: 3.5 Flash is no 3.5 Flash-Lite."""
    parts = r"[ -]?".join(re.escape(part) for part in re.split(r"[ -]", version) if part)
    return re.compile(rf"(?<![\w.$]){parts}(?![ -]?(?:Lite|Cyber|Mini|Nano)\b)(?![\d.]*\d)(?![A-Za-z])", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Span:
    start: int
    end: int
    side: Side


def sides_of(text: str, *, compares: bool) -> tuple[Side, ...]:
    """Those that stand joined in the question; none where it compares nothing. `compares`: it says that it does."""
    text = spelled_out(text)
    spans = list(_spans(text))
    joined = _joined(text, spans)
    if not compares and not (joined and _says_so(text, joined)):
        return ()
    found = joined or (spans if len(spans) > 1 else [])
    sides = tuple(dict.fromkeys(one.side for one in found))[:4]
    return sides if len(sides) > 1 else tuple(_by_structure(text)) if compares else ()


def _says_so(text: str, joined: Sequence[_Span]) -> bool:
    """Each is asked about, or one of them; or a measure of both."""
    before, behind = text[: joined[0].start], text[joined[-1].end :]
    between = " ".join(text[one.end : two.start] for one, two in pairwise(joined))
    return bool(
        CUE.search(f"{before} {between} {behind}") or _MEASURED.match(behind) or _MEASURED_BEFORE.search(before)
    )


def _joined(text: str, spans: Sequence[_Span]) -> list[_Span]:
    """The first run of names with nothing but a joining word between them."""
    run: list[_Span] = []
    for one in spans:
        if run and not _AND.fullmatch(text[run[-1].end : one.start]):
            if len(run) > 1:
                break
            run = []
        run.append(one)
    return run if len(run) > 1 else []


def _spans(text: str) -> Iterator[_Span]:
    """Names with their versions, in reading order; a version alone goes on from the name before it."""
    taken: list[_Span] = []
    for one in mentions(text):
        found = _VERSION.match(text[one.end :])
        end = one.end + (found.end() if found else 0)
        version = found[0].strip(" -") if found and re.search(r"\d", found[0]) else ""
        product = None if version or one.id != one.company else _product(text, one.end)
        if product is not None:
            side = Side(text[slice(*product)], company=one.company, maker=text[one.start : one.end])
            taken.append(_Span(one.start, product[1], side))
        else:
            taken.append(_Span(one.start, end, Side(text[one.start : end], one.id, one.company, version)))
    for found in _ELLIPTIC.finditer(text):
        before = [span for span in taken if span.end <= found.start()]
        if before and before[-1].side.version and not _meets(taken, *found.span()):
            last = before[-1].side
            name = last.label.removesuffix(last.version).strip(" -")
            whole = replace(last, label=f"{name} {found[0]}".strip(), version=found[0])
            taken.append(_Span(*found.span(), whole))
    small = [] if text.isascii() or _SPACED.search(text) else _SMALL.finditer(text)
    for found in (*_RUN.finditer(text), *small):
        at = _unasked(found)
        if at is not None and not _meets(taken, *at):
            taken.append(_Span(*at, Side(text[at[0] : at[1]])))
    yield from _owned(text, sorted(taken, key=lambda span: span.start))


def _owned(text: str, spans: Sequence[_Span]) -> Iterator[_Span]:
    """ "Tesla's Optimus" is one: what is compared is Optimus."""
    before: _Span | None = None
    for one in spans:
        if before is not None and _OWNS.fullmatch(text[before.end : one.start]):
            one = _Span(before.start, one.end, replace(one.side, maker=before.side.label))
        elif before is not None:
            yield before
        before = one
    if before is not None:
        yield before


_OWNS: Final = re.compile(r"[’']s\s|の|的|의\s?")
_SPACED: Final = re.compile(r"[A-Za-z]\s[a-z]+\s[a-z]")
"""An English sentence with a sign of another script in it."""


def _product(text: str, start: int) -> tuple[int, int] | None:
    """Where a company's product is named right behind it: "AMD Helios", whose name is in no table."""
    found = _PRODUCT.match(text, start)
    words = found["name"].split(" ") if found else []
    if not words or any(word.casefold() in _NO_SIDE or set(search_tokens(word)) <= GENERIC for word in words):
        return None
    begin = found.start("name") if found else start
    end = begin + len(words[0] if mentions(" ".join(words)) else " ".join(words))
    return None if mentions(text[begin:end]) else (begin, end)


def _meets(taken: Sequence[_Span], start: int, end: int) -> bool:
    return any(span.start < end and start < span.end for span in taken)


_HANGUL: Final = 2
"""Syllables behind Latin letters that go on with a name: LG유플러스, and SKT와 not."""


def _unasked(found: re.Match[str]) -> tuple[int, int] | None:
    """A run of capitals without the asking words that it begins with."""
    start, words = found.start(), found[0].split(" ")
    if re.search("[가-힣]", found[0]):
        bare = _CLINGS.sub("", found[0])
        latin = re.match("[A-Za-z&+]+", found[0])
        short = latin is not None and len(bare) - latin.end() < _HANGUL
        return start, start + (latin.end() if latin and short else len(bare))
    while words and (words[0].casefold() in _NO_SIDE or words[0].casefold() in GENERIC):
        start += len(words[0]) + 1
        words = words[1:]
    return (start, start + len(" ".join(words))) if words and re.search(rf"[A-Za-z{CJK}{THAI}]", words[0]) else None


def _by_structure(text: str) -> Iterator[Side]:
    """Names of scripts without capitals, by what stands between and behind them."""
    for pattern in _STRUCTURES:
        if found := pattern.search(text):
            for name in (re.split("の|的|의 ", found[part].strip())[0] for part in "ab"):
                known = mentions(name)
                yield Side(name, known[0].id, known[0].company) if known else Side(name)
            return


def whose(text: str, sides: Sequence[Side]) -> frozenset[int]:
    """Which sides the text names; the maker stands for what is theirs beside another that is named."""
    own = frozenset(at for at, side in enumerate(sides) if side.place(text) >= 0)
    if 0 < len(own) < len(sides) and all(side.maker or side.company for side in sides):
        loosely = frozenset(at for at, side in enumerate(sides) if side.place(text, loosely=True) >= 0)
        return loosely if len(loosely) == len(sides) else own
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
            one for one in _SORTED.finditer(text) if all(at < 0 or not at <= one.start() <= at + _REACH for at in own)
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
    stretch = text[one.start : one.end + _REACH]
    return not own or all(side.version and not 0 <= side.place(stretch) <= one.end - one.start + 1 for side in own)


_SORTED: Final = re.compile(rf"(?<![\w.$-]){NUMBER}(?:[ -]{SORTS})+")
"""Another version, of which only number and sort are said: "versus 37 percent for 3.5 Flash"."""
_REACH: Final = 24
"""Characters behind a name in which its version stands."""
