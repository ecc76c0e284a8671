"""Does a telling keep its quote's ratios: half, twice, a third, tenfold, more or fewer than half, and of whom to whom?

Pure, for English. A ratio is how many times (2 for "half" and for "twice") and whether that is more or less of the thing.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from news.text import search_tokens, sentences
from summariser.words.facts import plain
from summariser.words.quantities import amounts, shares

_TIMES: Final = {
    word: value
    for value, words in enumerate(("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"), start=2)
    for word in words.split()
} | {"hundred": 100, "thousand": 1000, "twenty": 20, "fifty": 50}
_PARTS: Final = {
    "third": 3,
    "quarter": 4,
    "fourth": 4,
    "fifth": 5,
    "sixth": 6,
    "seventh": 7,
    "eighth": 8,
    "ninth": 9,
    "tenth": 10,
}
_COUNT: Final = rf"(?P<count>\d[\d,.]*|(?:a )?(?:{'|'.join(_TIMES)}))"
_MORE: Final = re.compile(
    r"\b(?:(?P<two>twice (?=as\b|the\b|that\b|what\b|its\b|their\b|his\b|her\b|more\b)|doubl(?:es|ed|ing)\b(?![- ](?:down|click|check))|double\b(?= (?:(?-i:[A-Z])[\w.&-]*'s|the|that|what|its|their|his|her|as|to|in|by|on|since|over|from|within)\b|[,.]|$))"
    r"|(?P<three>tripl(?:e|es|ed|ing)\b)|(?P<four>quadrupl(?:e|es|ed|ing)\b)"
    rf"|{_COUNT}(?:[- ]?fold\b|x\b|[- ]times (?=as\b|more\b|less\b|fewer\b|the\b|that\b|what\b|its\b|their\b|over\b|\w+er\b|cheaper\b)))",
    re.IGNORECASE,
)
_LESS: Final = re.compile(
    r"\b(?:(?P<half>halv(?:e|es|ed|ing)\b|(?<!first )(?<!second )(?<!first-)(?<!second-)half(?= (?:of|the|as|that|what|its|their|his|her|this|those|these|price|cost|power|time|size)\b| [a-z]+s\b|[,.;]|$)(?! (?:the|a|an) (?:year|hour|dozen|day|century|decade|million|billion))|(?<=in )half\b|(?<=by )half\b)"
    rf"|(?P<many>an?|one|two|three|four|nine|\d+)[- ](?P<part>{'|'.join(_PARTS)})s?\b(?= (?:of|the|as|that|what|its|their|less|more|fewer|lower|higher|cheaper|smaller|in|on|were|are|is|was|have|had|since|by|will)\b|[,.;]|$)|(?<=by )(?:an?|one) (?P<part2>{'|'.join(_PARTS)})\b|(?P<many3>two|three|four|nine)[- ](?P<part3>{'|'.join(_PARTS)})s\b"
    rf"|(?P<each>one) in (?P<of>\d+|{'|'.join(_TIMES)})\b)",
    re.IGNORECASE,
)
_SPEED: Final = re.compile(r"\b(?:fast(?:er)?|quick(?:er|ly)?|speeds?|rates?|throughput)\b", re.IGNORECASE)
_TIME: Final = re.compile(r"\b(?:time|hours|minutes|seconds|latency|wait)\b", re.IGNORECASE)
_DOWN_TOO: Final = re.compile(r"slow(?:er|ly)?|cheap|small|short|weak|weaker|worse|few|little|light|low", re.IGNORECASE)
_UP_TOO: Final = re.compile(r"expensive|costly|large|big|long|strong|much|many|faster|fast", re.IGNORECASE)
UP: Final = re.compile(
    r"ris(?:e|es|en|ing)|rose|increas\w+|gr[eo]w(?:s|n|ing)?|growth|climb\w*|jump\w*|surg\w+|soar\w*|gain(?:s|ed|ing)?|up|higher|more|longer|larger|bigger|heavier|greater|dearer|pricier|costlier|expand\w*|rais(?:e|es|ed|ing)|doubl\w+|tripl\w+|quadrupl\w+",
    re.IGNORECASE,
)
DOWN: Final = re.compile(
    r"f[ae]ll(?:s|en|ing)?|drop(?:s|ped|ping)?|declin\w+|decreas\w+|shr[aiu]nk(?:s|ing)?|slump\w*|plung\w*|s[aiu]nk(?:s|ing)?|slid(?:e|es)?|tumbl\w+|down|lower(?:s|ed)?|less|fewer|shorter|smaller|cheaper|lighter|cut(?:s|ting)?|reduc\w+|slash\w*|halv\w+",
    re.IGNORECASE,
)
_WORD: Final = re.compile(r"[A-Za-z]+")
_CLAUSE: Final = re.compile(r"[,;:–—]|\b(?:and|but|while|whereas|though|although|then)\b")
_OVER: Final = re.compile(r"\b(?:more than|over|at least|above)(?: an?)? ?$", re.IGNORECASE)
_UNDER: Final = re.compile(
    r"\b(?:less than|fewer than|under|below|at most|up to|nearly|almost)(?: an?)? ?$", re.IGNORECASE
)
_LED: Final = re.compile(r"\b(by|to)(?: about| nearly| almost| over)? $", re.IGNORECASE)
_OPENS: Final = re.compile(r"^(?:Compared (?:with|to)|Against|Unlike|Than)\b", re.IGNORECASE)
_COMPARED: Final = re.compile(
    r"\b(?:than|as|of|what) (?:that of |those of |the |in )?(?P<what>(?!much|many|fast)[^,;:]+?)(?=$|[,;:.])[^A-Za-z]*$"
)
_REACH: Final = 4
_LIKE: Final = 0.12
_ROUND: Final = 0.3
"""So far above it "over twice" may stand for a ratio."""
_BEHIND: Final = 5
_AHEAD: Final = 7


@dataclass(frozen=True, slots=True)
class Ratio:
    """`part`: only so much of some things ("two thirds of the answers"), with `many` of `times`."""

    times: float
    many: float
    more: bool
    bound: int
    start: int
    end: int
    by: str = ""

    @property
    def share(self) -> float:
        """What is left of 1."""
        return self.times if self.more else self.many / self.times

    @property
    def key(self) -> tuple[float, float]:
        return self.times, self.many


def misjudged(told: str, sources: Sequence[str]) -> Iterator[str]:
    """Ratios that the quotes do not hold, or hold the other way round."""
    source = "\n".join(sources)
    theirs = [ratio for text in sources for part in sentences(plain(text), "en") for ratio in ratios(part)]
    for part in sentences(plain(told), "en"):
        for mine in ratios(part):
            yield from _unkept(mine, part, theirs, source)


def percents(source: str) -> frozenset[str]:
    """The percentages that the ratios of a text are, of what is and of what is gone: 25 and 75 for a quarter."""
    found = [ratio.share for part in sentences(plain(source), "en") for ratio in ratios(part)]
    return frozenset(f"{100 * share:.10g}" for one in found for share in (one, 1 - one, one - 1) if share > 0)


def _unkept(mine: Ratio, told: str, theirs: Sequence[Ratio], source: str) -> Iterator[str]:
    same = [
        one for one in theirs if one.key == mine.key or (mine.many == 1 and one.many == 1 and one.times == mine.times)
    ]
    turned = _changed_sides(told, source)
    if not same:
        if not _counted(mine, source):
            yield f"ratio {mine.share:.3g}"
        return
    if mine.bound and all(one.bound == -mine.bound for one in same):
        yield f"bound of {mine.share:.3g}"
    if mine.by and mine.times != mine.many * 2 and all(one.by and one.by != mine.by for one in same):
        yield f"ratio {mine.share:.3g} of what is left, not of what is gone"
    alike = any(one.more == mine.more for one in same)
    if (not alike and not turned and not _speed(told, source)) or (alike and turned):
        yield f"ratio {mine.share:.3g} the other way round"


def _speed(told: str, source: str) -> bool:
    """Twice as fast is half the time."""
    return any(
        one.search(told) and other.search(source) and not one.search(source)
        for one, other in ((_SPEED, _TIME), (_TIME, _SPEED))
    )


def _counted(mine: Ratio, source: str) -> bool:
    """Whether two numbers of the source, or a percentage, make the ratio."""
    if any(
        abs(float(share) / 100 - one) <= _LIKE * one
        for share in shares(source)
        for one in (mine.share, abs(1 - mine.share), mine.share - 1)
        if one > 0
    ):
        return True
    values = [float(value) for value in amounts(source) if float(value)]
    return any(
        -_LIKE <= one / other / mine.share - 1 <= (_ROUND if mine.bound > 0 else _LIKE)
        for one in values
        for other in values
        if one != other
    )


def _changed_sides(told: str, source: str) -> bool:
    """Whether the two things that are compared stand in the other order."""
    if _OPENS.search(told) or _OPENS.search(source):
        return False
    (mine, yours), (here, there) = _sides(told), _sides(source)
    return bool(mine & there and yours & here)


def _sides(text: str) -> tuple[set[str], set[str]]:
    """Stems of what a ratio is told of and of what it is compared with ("than …", "that of …"), without those of both."""
    for ratio in ratios(text):
        behind = _COMPARED.search(text[ratio.end :])
        if behind:
            one = set(search_tokens(_CLAUSE.split(text[: ratio.start])[-1]))
            other = set(search_tokens(" ".join(behind["what"].split()[:_REACH])))
            return one - other, other - one
    return set(), set()


@lru_cache(maxsize=2048)
def ratios(text: str) -> tuple[Ratio, ...]:
    """The ratios of one sentence in reading order."""
    found = sorted(_found(text), key=lambda one: one.start)
    return tuple(one for at, one in enumerate(found) if not at or one.start >= found[at - 1].end)


def _found(text: str) -> Iterator[Ratio]:
    for match in _MORE.finditer(text):
        times = next((value for name, value in (("two", 2.0), ("three", 3.0), ("four", 4.0)) if match[name]), 0.0)
        times = times or _number(match["count"])
        direction = _direction(text, match.start(), match.end())
        yield Ratio(times, 1.0, direction >= 0, _bound(text[: match.start()]), *match.span())
    for match in _LESS.finditer(text):
        many, times = 1.0, 2.0
        part = match["part"] or match["part2"] or match["part3"]
        if part:
            many, times = _number(match["many"] or match["many3"] or "a"), float(_PARTS[part.lower()])
        elif match["each"]:
            times = _number(match["of"])
        led = _LED.search(text[: match.start()])
        by = led[1].lower() if led else ""
        up = by == "by" and _direction(text, match.start(), match.end()) > 0
        yield Ratio(times, many, up, _bound(text[: match.start()]), *match.span(), by)


def _direction(text: str, start: int, end: int) -> int:
    """1 or -1 by the nearest word for more or less in the ratio's clause; 0 where there is none."""
    before = _WORD.findall(_CLAUSE.split(text[:start])[-1])[-_AHEAD:]
    behind = _WORD.findall(_CLAUSE.split(text[end:])[0])[:_BEHIND]
    for word in (*behind[:2], *reversed(before), *behind[2:]):
        if DOWN.fullmatch(word) or _DOWN_TOO.fullmatch(word):
            return -1
        if UP.fullmatch(word) or _UP_TOO.fullmatch(word):
            return 1
    return 0


def _bound(before: str) -> int:
    return 1 if _OVER.search(before) else -1 if _UNDER.search(before) else 0


def _number(text: str) -> float:
    word = text.lower().removeprefix("a ")
    if word in ("a", "an", "one"):
        return 1.0
    return float(_TIMES.get(word, 0) or float(re.sub(r"[^\d.]", "", word).rstrip(".") or 0))
