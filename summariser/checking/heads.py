"""Does every number of a telling stand beside what it stands beside in its quote: its noun, its owner, its direction, its bound?

Pure, for English. A number's words are those that stand nearer to it than to another number; a true telling brings them along, however
freely it is worded, and one in which two numbers changed places brings along the other's.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import combinations, pairwise
from typing import Final

from news.scripts import words
from news.text import STOP_WORDS, search_tokens, sentences
from summariser.checking.ratios import DOWN, UP, ratios
from summariser.words.facts import plain
from summariser.words.quantities import amounts
from summariser.words.wording import plainly

_SCALES: Final = r"(?:[\s-]?(?:trillion|billion|million|thousand|hundred|bn|mn|tn|[kKmMbBT])\b)?"
_FIGURE: Final = rf"(?P<figure>(?P<unit>[$€£¥₩])?\d[\d,]*(?:\.\d+)*{_SCALES}(?P<share>\s?(?:%|percent\b|per cent\b))?(?P<joined>[\w-]*))"
_TOKEN: Final = re.compile(
    rf"(?<![\w.]){_FIGURE}|(?P<ratio>¤\d+¤)|(?P<word>[^\W\d_][\w'&-]*(?:\.\w+)*)|(?P<mark>[,;:()\[\]–—\"]|(?<=\s)-+(?=\s))"
)
_NUMERALS: Final = {
    word: str(value)
    for value, word in enumerate(
        ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"), start=2
    )
}
_NUMERAL: Final = re.compile(
    rf"\b({'|'.join(_NUMERALS)})\b(?![- ](?:thirds?|quarters?|fifths?|tenths?|times|fold)\b|fold\b)", re.IGNORECASE
)
_PARTS: Final = frozenset({"and", "but", "while", "whereas", "though", "although", "against", "versus", "then"})
_AS_MUCH: Final = words(
    "instead rather compared up down for from with in on at by to of into per a an the each every its their his her is are was were be has have had"
)
_WEIGHTS: Final = (1.0, 0.7, 0.45, 0.3, 0.2, 0.2, 0.2)
_APART: Final = 3
"""Words that a comma or an "and" counts for."""
_ELLIPSIS: Final = 0.7
_HALF: Final = 0.5
_CLEARLY: Final = 0.3
"""By so much more the words of two told numbers must be each other's."""
_MONEY: Final = frozenset("$€£¥₩")
_SPACED: Final = re.compile(r"(?<=\d) - (?=\w)|(?<=year) - (?=old)")
"""A hyphen that a tokeniser set apart."""
_CHAINED: Final = re.compile(r"\s*(?:to|at|or|,)?(?: about| around| roughly| nearly| almost| over)?\s*")
_BEFORE: Final = re.compile(
    r"\b(?:up|down|higher|lower|ris\w+|rose|f[ae]ll\w*|gr[eo]w\w*|growth|increas\w+|decreas\w+|climb\w*|drop\w*|jump\w*|chang\w+|went|goes|go|rais\w+|cut\w*|lower\w+|reduc\w+|doubl\w+|tripl\w+|halv\w+)"
    r"(?:[^.;:]|(?<=\d)\.(?=\d)){0,60}? from(?: about| around| roughly| some)? ?$|\b(?:instead of|rather than|compared with|compared to) ?$",
    re.IGNORECASE,
)
_PAST: Final = re.compile(
    r"\b(?:last|previous(?:ly)?|earlier|before|ago|prior|formerly|originally|initially|once|used to|had|was|were|until|after|old|past|then)\b|\b(?:19|20)\d\d\b",
    re.IGNORECASE,
)
_PAIR: Final = re.compile(
    r"(?<!from )(?<!from about )(?<![\w.])(\d[\d,.]*\d(?: million| billion)?|\d)(?: [a-z]+)?(?: of (?:the |its |their |his |her )?| to |-)(\d[\d,.]*\d(?: million| billion)?|\d)\b(?!%| percent)"
)
_LOST: Final = re.compile(r"\b(?:los\w+|lost|defeat\w*|against|reject\w*|from)\b", re.IGNORECASE)
_DAY: Final = re.compile(
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|September|October|November|December"
)
_VERSION: Final = r"1?\d|\d+(?:\.\d+)+"
"""A number right behind a name that belongs to it: "Lumen 4", but not "ChatGPT 79"."""
_YEAR: Final = re.compile(r"(?:19|20)\d\d")
_OVER: Final = re.compile(
    r"(?:(?<!no )(?<!not )\bmore than|\bover|\bat least|\babove|\bexceed(?:s|ed|ing)?|\bin excess of|\bupwards? of|\bnorth of|\bno fewer than|\bno less than|\bsurpass(?:es|ed|ing)?)(?: the| a)?\s*$",
    re.IGNORECASE,
)
_UNDER: Final = re.compile(
    r"(?:(?<!no )(?<!not )\b(?:less|fewer|lower) than|\bunder|\bbelow|\bup to|\bat most|\bno more than|\bnot more than|\bas (?:much|many) as|\bno higher than|\bshort of)(?: the| a)?\s*$",
    re.IGNORECASE,
)
_NEGATED: Final = re.compile(r"\b(?:not|never|no|without|instead|rather)\b|n't\b", re.IGNORECASE)


@dataclass
class _Figure:
    """`sign`: 1 where it is said to rise, -1 to fall; `bound`: 1 for "more than", -1 for "up to"; `before`: what it was, not what it is.

    `labels`: the names behind it. `shared`: its words before the sentence's first number or behind its last that do not touch it: they may be about all of its numbers.
    """

    value: str
    unit: str
    at: int
    end: int
    line: str
    bound: int = 0
    before: bool = False
    sign: int = 0
    signed_at: int = 99
    words: dict[str, float] = field(default_factory=dict)
    shared: set[str] = field(default_factory=set)
    labels: set[str] = field(default_factory=set)
    noun: str = ""

    @property
    def is_ratio(self) -> bool:
        return self.unit == "¤"


@dataclass(frozen=True)
class _Line:
    figures: tuple[_Figure, ...]
    labels: tuple[str, ...]
    paired: bool
    negated: bool
    past: bool


def misplaced(told: str, sources: Sequence[str]) -> Iterator[str]:
    """Numbers that stand beside another one's words, or move or are bounded the other way."""
    theirs = [line for source in sources for line in _lines(source)]
    for mine in _lines(told):
        yield from dict.fromkeys(_of_line(mine, theirs))
    there = {pair for source in sources for pair in _pairs(source)}
    for one, other in _pairs(told) - there:
        if (other, one) in there:
            yield f"number {one} and {other} exchanged"
    dates = [one for source in sources for line in _lines(source, dated=True) for one in line.figures]
    if len({one.value for one in dates}) > 1:
        for mine in _lines(told, dated=True):
            known = {one.value for one in dates}
            yield from _crossed([one for one in mine.figures if one.value in known], dates)


@lru_cache(maxsize=2048)
def _pairs(text: str) -> frozenset[tuple[str, str]]:
    """ "9,000 of the 21,000", "62 votes to 37": what is part of what, what won against what."""
    text = plain(text)
    found = {(next(iter(amounts(m[1])), ""), next(iter(amounts(m[2])), "")) for m in _PAIR.finditer(text)}
    return frozenset() if _LOST.search(text) else frozenset(found)


def _of_line(mine: _Line, theirs: Sequence[_Line]) -> Iterator[str]:
    known = [figure for line in theirs for figure in line.figures]
    if any(line.paired for line in (mine, *theirs)):
        yield from (fault for line in theirs if line.paired and mine.paired for fault in _repaired(mine, line))
        return
    told = [one for one in mine.figures if any(other.value == one.value for other in known)]
    yield from _crossed(told, known)
    said = {figure.value for figure in told}
    for one in told:
        same = [other for other in known if other.value == one.value]
        if any(_taken(one, same, other, known) for other in known if other.value not in said):
            yield f"number {one.value} beside another one's words"
        if all(other.before for other in same) and not one.before and not mine.past:
            yield f"number {one.value} is what it was"
        yield from _turned(one, same, mine, theirs)


def _crossed(told: Sequence[_Figure], known: Sequence[_Figure]) -> Iterator[str]:
    for one, other in combinations(told, 2):
        if one.value != other.value and one.is_ratio == other.is_ratio and _exchanged(one, other, known):
            yield f"number {one.value} and {other.value} exchanged"


def _exchanged(one: _Figure, other: _Figure, known: Sequence[_Figure]) -> bool:
    """Whether two numbers stand beside each other's words, or one that was took the place of one that is."""
    here, there = (next(figure for figure in known if figure.value == each.value) for each in (one, other))
    if here.before != there.before:
        return one.before != other.before and one.before != here.before
    if one.unit != other.unit or here.unit != there.unit:
        return False  # each is told by its unit
    if _swapped_labels((one, other), (here, there)):
        return True
    kept = _met(one, here, there, _HALF), _met(other, there, here, _HALF)
    crossed = _met(one, there, here, 0.0), _met(other, here, there, 0.0)
    clear = sum(crossed) > sum(kept) + _CLEARLY and not all(kept)
    return clear and (all(crossed) or bool(_met(one, there, here, _HALF) and _met(other, here, there, _HALF)))


def _met(one: _Figure, mine: _Figure, yours: _Figure, shared: float) -> float:
    """How many of a told number's words stand beside the one of the source's two numbers and not beside the other; `shared` of those
    that may be about both."""
    own = mine.words.keys() - yours.words.keys()
    weights = {word: shared if word in mine.shared else 1.0 for word in own & one.words.keys()}
    return sum(weight * min(one.words[word], mine.words[word]) for word, weight in weights.items())


def _swapped_labels(told: tuple[_Figure, _Figure], source: tuple[_Figure, _Figure]) -> bool:
    """Whether each has right behind it the name that stands behind the other one."""
    (mine, yours), (here, there) = ([one.labels for one in pair] for pair in (told, source))
    return bool(mine & there and yours & here) and not (mine & here or yours & there)


def _taken(one: _Figure, same: Sequence[_Figure], other: _Figure, known: Sequence[_Figure]) -> bool:
    """Whether a number has a word that only another one has, and none of those that only it has."""
    if any(figure.unit != other.unit or figure.line != other.line for figure in same):
        return False
    if other.noun and one.noun == other.noun and not any(each.noun in one.words for each in same):
        return True
    mine, theirs = [_distinct(figure, known) or _alone(figure, known) for figure in same], _distinct(other, known)
    theirs = {word for word in theirs if other.words[word] == 1.0}
    return all(mine) and bool(theirs & _close(one)) and not any(some & _close(one) for some in mine)


def _alone(figure: _Figure, known: Sequence[_Figure]) -> set[str]:
    """Its words that stand beside no other value."""
    return figure.words.keys() - {word for one in known if one.value != figure.value for word in one.words}


def _distinct(figure: _Figure, known: Sequence[_Figure]) -> set[str]:
    """Those of them right beside it."""
    return {word for word in _alone(figure, known) if figure.words[word] >= _WEIGHTS[1] and word not in figure.shared}


def _close(figure: _Figure) -> set[str]:
    return {word for word, weight in figure.words.items() if weight >= _WEIGHTS[2]}


def _turned(one: _Figure, same: Sequence[_Figure], mine: _Line, theirs: Sequence[_Line]) -> Iterator[str]:
    if one.bound and all(other.bound == -one.bound for other in same):
        yield f"bound of {one.value}"
    if one.unit in _MONEY and all(other.unit and other.unit not in _MONEY for other in same):
        yield f"currency of {one.value}"
    if one.is_ratio or mine.negated or any(line.negated for line in theirs):
        return
    if one.sign and all(other.sign == -one.sign for other in same):
        yield f"direction of {one.value}"


def _repaired(mine: _Line, line: _Line) -> Iterator[str]:
    """ "A and B cost 3 and 5 respectively": the labels in the same order, the numbers in another one."""
    values = [figure.value for figure in mine.figures]
    others = [figure.value for figure in line.figures if figure.value in values]
    shared = [word for word in mine.labels if word in line.labels]
    in_order = shared == [word for word in line.labels if word in shared]
    if in_order and sorted(values) == sorted(others) and values != others:
        yield f"number {values[0]} and {others[0]} exchanged"


@lru_cache(maxsize=2048)
def _lines(text: str, dated: bool = False) -> tuple[_Line, ...]:
    return tuple(_line(part, dated) for part in sentences(plain(text), "en"))


def _stems(word: str) -> Sequence[str]:
    return [word] if word in _WHICH else search_tokens(plainly(word))


def _marked(text: str) -> str:
    """The text with its ratios as tokens that are numbers like others: half and twice are the same, which `ratios` tells apart."""
    for ratio in reversed(ratios(text)):
        text = f"{text[: ratio.start]} ¤{1000 * ratio.times + ratio.many:.0f}¤ {text[ratio.end :]}"
    return text


def _line(text: str, dated: bool) -> _Line:
    """`dated`: its years, months and weekdays are what has words; else its numbers."""
    text = _NUMERAL.sub(lambda match: _NUMERALS[match[1].lower()], _marked(_SPACED.sub("-", text)))
    tokens = list(_TOKEN.finditer(text))
    read = _date if dated else _figure
    placed = {at: figure for at, token in enumerate(tokens) if (figure := read(text, tokens, at))}
    for word, (figure, distance) in _own(tokens, placed).items():
        token = tokens[word]
        sign = _sign(text, token)
        if sign and distance < figure.signed_at:
            figure.sign, figure.signed_at = sign, distance
        apart = _leads(tokens, placed, word) if word < min(placed) else word > max(placed) and distance > _NEAREST
        for stem in _stems(_word(token) if word else _word(token).lower()):
            if apart:
                figure.shared.add(stem)
            if token.group()[0].isupper() and distance <= _NEAREST + 1 and token.start() > figure.at:
                figure.labels.add(stem)
            weight = _WEIGHTS[min(distance, len(_WEIGHTS)) - 1]
            figure.words[stem] = max(weight, figure.words.get(stem, 0.0))
    _complete(text, list(placed.values()))
    labels = [stem for token in tokens if token["word"] for stem in search_tokens(token["word"])]
    paired, negated, past = "respectively" in text.casefold(), _NEGATED.search(text), _PAST.search(text)
    return _Line(tuple(placed.values()), tuple(labels), paired, bool(negated), bool(past))


def _leads(tokens: Sequence[re.Match[str]], placed: Mapping[int, _Figure], at: int) -> bool:
    """Whether a word before the first number leads to it and to all others; not a name right before it, as in "fined Google $3"."""
    behind = at + 1
    while behind not in placed and _word(tokens[behind]).casefold() in _TOUCHING:
        behind += 1
    return behind not in placed or not tokens[at].group()[0].isupper()


def _date(text: str, tokens: Sequence[re.Match[str]], at: int) -> _Figure | None:
    found = _YEAR.fullmatch(tokens[at]["figure"] or "") or _DAY.fullmatch(tokens[at]["word"] or "")
    return _Figure(found[0], "", *tokens[at].span(), text) if found else None


def _figure(text: str, tokens: Sequence[re.Match[str]], at: int) -> _Figure | None:
    """A number that counts something: none that is part of a name ("Lumen 4"), of a word ("70B-chat") or of a date."""
    token = tokens[at]
    if token["ratio"]:
        return _Figure(token["ratio"], "¤", *token.span(), text)
    if not token["figure"] or re.match(r"-[a-z\d]", token["joined"]) or _YEAR.fullmatch(token["figure"]):
        return None
    bare = token["figure"].removesuffix(token["joined"]) if token["joined"] else token["figure"]
    before = tokens[at - 1] if at else None
    if before and before["word"] and before["word"][0].isupper() and before["word"].casefold() not in STOP_WORDS:
        touching = not text[before.end() : token.start()].strip()
        if touching and not token["unit"] and not token["share"] and re.fullmatch(_VERSION, bare.strip()):
            return None
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    if after and re.fullmatch(r"\d+\.\d+", token["figure"]) and after.group()[0].isupper():
        return None
    value = next(iter(amounts(bare)), "")
    ahead = text[: token.start()]
    bound = 1 if _OVER.search(ahead) else -1 if _UNDER.search(ahead) else 0
    unit = token["unit"] or ("%" if token["share"] else "")
    figure = _Figure(value, unit, *token.span(), text, bound, before=bool(_BEFORE.search(ahead)))
    while after and (after["word"] or "").casefold() in ("of", "the") and after is not tokens[-1]:
        after = tokens[tokens.index(after) + 1]
    if after and after["word"] and after["word"].casefold() not in STOP_WORDS | _AS_MUCH:
        figure.noun = next(iter(search_tokens(plainly(after["word"]))), "")
    return figure


def _own(tokens: Sequence[re.Match[str]], placed: Mapping[int, _Figure]) -> dict[int, tuple[_Figure, int]]:
    """Each content word to the number it stands nearest to and its distance in such words; the one before it where two are as near."""
    found: dict[int, tuple[float, _Figure, int]] = {}
    for at, figure in placed.items():
        for step in (1, -1):
            far, distance, place = 0.0, 0, at + step
            while 0 <= place < len(tokens) and place not in placed:
                word = _word(tokens[place]).casefold()
                if not word or word in _PARTS:
                    far, distance = far + _APART, distance + _APART
                elif word in _IDLE and word not in _SIGNS | _WHICH:
                    far += _LED_FAR if (place, step) == (at - 1, -1) and word in _LEADING else _IDLE_FAR
                else:
                    far, distance = far + 1, distance + 1
                    if place not in found or far < found[place][0]:
                        found[place] = far, figure, distance
                place += step
    for place in found:
        priced = _PRICED.fullmatch(_word(tokens[place])) and next((at for at in sorted(placed) if at > place), 0)
        if priced and _word(tokens[priced - 1]) == "at":
            found[place] = 0.0, placed[priced], 1
    return {place: (figure, distance) for place, (_, figure, distance) in found.items()}


_SIGNS: Final = frozenset({"up", "down", "more", "less", "fewer"})
_IDLE: Final = STOP_WORDS | words(
    "per million billion trillion thousand hundred last next this week weeks month months quarter year years day days today now each "
    "company startup start-up firm least most about around nearly almost roughly"
)
_PRICED: Final = re.compile(r"valu\w+|pric(?:e|es|ed|ing)", re.IGNORECASE)
"""What takes its number by "at", however far: "a $40 million round values it at $1 billion"."""
_TOUCHING: Final = frozenset({"", "with", "at", "to", "a", "about"})
_NEAREST: Final = 2
_WHICH: Final = frozenset({"all", "other", "every", "own", "first", "second"})
_LEADING: Final = frozenset({"of", "at", "to", "in", "by", "for", "with", "is", "was", "were", "are"})
_IDLE_FAR: Final = 0.4
_LED_FAR: Final = 0.1


def _word(token: re.Match[str]) -> str:
    """Its word, or the year, the ratio or the name's number that stands for one."""
    return token["word"] or token["figure"] or token["ratio"] or ""


def _sign(text: str, token: re.Match[str]) -> int:
    if not token["word"]:
        return 0
    if re.match(r"\s+(?:than|to)\b", text[token.end() :]) and token["word"].casefold() in _SIGNS | {"lower", "higher"}:
        return 0
    return 1 if UP.fullmatch(token["word"]) else -1 if DOWN.fullmatch(token["word"]) else 0


def _complete(text: str, figures: Sequence[_Figure]) -> None:
    """ "50 people and 20": the second counts people too. "Rose 12% to $4 billion": both are told of what rose."""
    for figure in figures:
        same = [one for one in figures if one.unit == figure.unit and not one.before]
        alike = [one for one in same if figure.unit or one.noun in ("", figure.noun)]
        figure.before = figure.before and bool(alike)
    for before, figure in pairwise(figures):
        if not figure.words and figure.unit != before.unit and _CHAINED.fullmatch(text[before.end : figure.at]):
            figure.words, figure.shared = dict(before.words), set(before.shared)
    for before, figure in pairwise(figures):
        if before.noun and not figure.noun and not figure.unit and not before.unit:
            figure.words.setdefault(before.noun, _ELLIPSIS)
            figure.noun = before.noun
