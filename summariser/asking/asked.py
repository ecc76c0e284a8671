"""What a question asks, as it is compared with texts: weighted words, names that must be met, the kind of thing asked for. Pure."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cached_property
from math import log
from typing import Final, Literal

from news.asking import LISTED, Intent, Passage, Question
from news.scripts import CJK, THAI
from news.text import search_tokens, sentences
from summariser.words import facts
from summariser.words.aliases import Mention, mentions, names_of, places, spellings
from summariser.words.counting import MEASURED, asks_for_money
from summariser.words.han_names import han_name
from summariser.words.metonyms import money_of
from summariser.words.name_forms import apart, heads, is_whole, joined
from summariser.words.names import is_fragment
from summariser.words.question_words import ASKING_ELSEWHERE, COUNTED, about, asked_about
from summariser.words.versions import Versioned, versioned_in

Kind = Literal["time", "amount", "name", ""]

_TIME: Final = (
    r"\bwhen\b|\bwhat (?:date|day|year|month)\b|いつ|何(?:月|日|年)|什么时候|何时|何時|什麼時候|哪一?[年天日月]"
    r"|언제|몇 ?(?:년|월|일)|เมื่อไ|ปีใด|วันใด|ปีไหน"
)
_AMOUNT: Final = (
    r"\bhow (?:many|much|long|large|big|old|far|high|fast|often)\b|\bwhat (?:percentage|share|number|percent|time|age|price|amount)\b"
    r"|\bwhat(?:'s| is| was| are| were) the (?:[a-z]+ )?(?:price|cost|valuation|number|size|share|revenue|value|percentage|population|salary)\b"
    rf"|いくら|いくつ|何(?:人|社|[百千万億兆]|件|円|歳|回|点|個|名|割|倍|台|本|冊|枚|位|行|{COUNTED})|多少|几|幾|얼마|몇|เท่าไ|(?<!เ)กี่"
)
_NAME: Final = (
    r"\b(?:who(?:m|se)?|which|what|where)\b|誰|谁|누가|누구|ใคร|哪|どこ|어디|ที่ไหน|ใด"
    r"|이름[은이]? ?(?:뭐|무엇)|名前は何|名[字称稱]是什[么麼]|叫什[么麼]|ชื่ออะไร"
)
_KINDS: Final[tuple[tuple[re.Pattern[str], Kind], ...]] = (
    (re.compile(_TIME, re.IGNORECASE), "time"),
    (re.compile(_AMOUNT, re.IGNORECASE), "amount"),
    (re.compile(_NAME, re.IGNORECASE), "name"),
    (re.compile(MEASURED, re.IGNORECASE), "amount"),
)
_ASKS: Final = re.compile(rf"{_TIME}|{_AMOUNT}|{_NAME}|\b(?:why|how|did|does)\b", re.IGNORECASE)
_NEW: Final = re.compile(
    r"\b(?:recent(?:ly)?|latest|new(?:ly)?|just|current(?:ly)?)\b|最近|近日|最新|최근|ล่าสุด", re.IGNORECASE
)
_LATELY: Final = timedelta(days=45)
_UNCAPITALISED: Final = re.compile(f"[{CJK}{THAI}]")
"""A script without capitals: a Latin word in it that has one is a name, however little of that script a short question has."""
_LETTER: Final = rf"[^\W{CJK}{THAI}]"
_WRITTEN_ON: Final = re.compile(rf"(?:{_LETTER}|['’&.+-])+(?=[{CJK}{THAI}])")
_WORD: Final = rf"[A-Z0-9](?:{_LETTER}|['’&.+-])*"
_RUN: Final = re.compile(rf"{_WORD}(?:\s+(?:of\s+|the\s+|and\s+|for\s+)?{_WORD})*")
"""Words with capitals that stand together are one name, with its number: "House Education and Workforce Committee", "Lumo 3"."""
_NUMBERED: Final = re.compile(
    rf"(?:[A-Z](?:{_LETTER}|[.-])*|[\u30a1-\u30fa\u30fc]|[가-힣])[\s-]?(\d+(?:\.\d+)*)(?!{_LETTER})"
)
_CLINGS: Final = re.compile(
    "[\u3041-\u309f]|[的是了在被和与與有们們这這那个個为為也就都而及着著过過把从從对對将將吗嗎呢吧么麼谁誰哪何中上下]|[은는이가을를의에로와과도만한된할했]$"
)
"""A pair of characters with a particle in it: it mostly crosses from one word into the next, and no text need have it."""
_CLINGING: Final = 0.35
_CAPITAL: Final = re.compile(rf"(?<![A-Za-z0-9.-])[A-Z](?:{_LETTER}|[.-])*{_LETTER}")
_NO_NAMES: Final = frozenset(
    {"ai", "it", "api", "llm", "agi", "ceo", "gpu", "saas", "tv", "pc", "ipo", "cfo", "cto", "city", "state"}
    | {"american", "americans"}
)
_WITH_A_NAME: Final = frozenset({"city", "state"})
"""No name, and part of one beside it: "The Artificial State"."""
_OF_A_PEOPLE: Final = re.compile(
    r"(?:[A-Z][a-z]+(?:ish|ese|ian|can|ean)|Asian|European|French|Dutch|Greek|Swiss|Thai)$"
)
"""Whose: an adjective that a report may put otherwise ("English" as "in England")."""
_COMPASS: Final = re.compile(
    r"\b(?:North|South|East|West)(?:ern|east|west)?(?=\s+[A-Z][a-z]+(?:ish|ese|ian|can|ean)\b)"
)
"""Part of an adjective of a people: "South Asian"."""
_OWNS_A_NAME: Final = re.compile(r"['’]s?\s+[A-Z]")
_USA: Final = "usa"
"""What happens there is told by its press without its name; as "US" it is no name to be met either."""
_VERSION: Final = re.compile(r"-((?:[A-Za-z]+-)*\d+(?:\.\d+)*)(?![A-Za-z0-9_-])")
"""What is written into one word with a name."""
_QUOTED: Final = re.compile(
    r"(?<!\w)[\"“”'‘](?!\d0s\b)((?:[^\s\"“”‘]+\s+)+[^\s\"“”‘]+?)[?!,.]*[\"”'’](?!\w)"
    r"|[「『《〈]([^「『《〈」』》〉]{2,80})[」』》〉]|“([^“”A-Za-z]{2,80})”"
)
"""Words of another or a title, two at least: a single word in quotes may well be told in others."""
_TOPIC: Final = 0.5
_PAIR: Final = 2
_PREFIX: Final = 5
"""Letters by which "Californian" is met by California."""


@dataclass(frozen=True, slots=True)
class _Weighed:
    """Words with their weights, and the sum of these."""

    weights: Mapping[str, float]
    total: float

    def share(self, words: frozenset[str]) -> float:
        """How much of them, by weight, these words have: 0 to 1."""
        return sum(weight for word, weight in self.weights.items() if word in words) / self.total if self.total else 0.0


@dataclass(frozen=True)
class Asked:
    """`musts`: each name with its spellings, as search tokens, `named` all of these; `numbers`: those that belong to a name, as "Lumo 3"; `others`: the rest.

    `clause`: the words of the sentence that asks; what comes before it sets the scene. `new`: something of these weeks is asked for.
    `topic`: what somebody's news is to be about. `pairs`: names of two words. `money`: a sum is asked for.
    """

    text: str
    weights: Mapping[str, float]
    clause: Mapping[str, float]
    musts: tuple[frozenset[tuple[str, ...]], ...]
    named: frozenset[str]
    numbers: frozenset[str]
    others: frozenset[str]
    kind: Kind
    new: bool
    versions: tuple[Versioned, ...] = ()
    topic: frozenset[str] = frozenset()
    pairs: tuple[str, ...] = ()
    money: bool = False
    sole: str = ""
    """The one word, of Hangul or Katakana, whose news is asked for."""
    quoted: tuple[str, ...] = ()
    """What stands in quotes, its letters and digits."""
    joined: tuple[re.Pattern[str], ...] = ()
    """Names of Hangul with Latin letters behind it, in no table: 파수AI is not AI that stands guard (파수꾼)."""

    def read(self, found: Sequence[str]) -> list[str]:
        """A text's search tokens, with a name's as the question writes it where the text writes it otherwise."""
        found = [*found, *(part for word in found for part in apart(word))]
        words = frozenset((*found, *heads(found)))
        met = (own for must, own in self._spelled if not words.issuperset(own) and any(map(words.issuperset, must)))
        return [*found, *(part for own in met for part in own if part not in words)]

    @cached_property
    def _spelled(self) -> tuple[tuple[frozenset[tuple[str, ...]], frozenset[str]], ...]:
        """The names with several spellings, each with what the question has of it."""
        return tuple((must, _parts(must) & self.weights.keys()) for must in self.musts if len(must) > 1)

    def share(self, words: frozenset[str]) -> float:
        """How much of the question, by weight, these words meet: 0 to 1."""
        return self._whole.share(words)

    def asking(self, words: frozenset[str]) -> float:
        """As `share`, of the sentence that asks."""
        return self._clause.share(words)

    def beside(self, words: frozenset[str]) -> float:
        """As `share`, of what is no name; 1 when only names are asked about."""
        return self._rest.share(words) if self._rest.weights else 1.0

    def is_about(self, words: frozenset[str]) -> bool:
        """Of somebody's news what is asked for: what it is to be about stands there, by half of its weight."""
        return self._about.share(words) >= _TOPIC if self.topic else True

    @cached_property
    def _whole(self) -> _Weighed:
        return _weighing(self.weights)

    @cached_property
    def _clause(self) -> _Weighed:
        return _weighing(self.clause)

    @cached_property
    def _rest(self) -> _Weighed:
        return _weighing({word: weight for word, weight in self.weights.items() if word not in self.named})

    @cached_property
    def _about(self) -> _Weighed:
        return _weighing({word: self.weights[word] for word in self.topic})

    def quotes(self, text: str) -> float:
        """1 where what stands in quotes stands in the text too, -1 where nothing of it does, 0 where nothing is quoted."""
        if not self.quoted:
            return 0.0
        said = _letters(text)
        return 2 * sum(one in said for one in self.quoted) / len(self.quoted) - 1

    def missing(self, words: frozenset[str]) -> int:
        """How many of the names do not stand there, in any of their spellings."""
        return sum(not spellings for spellings in self._standing(words))

    def _standing(self, words: frozenset[str]) -> list[list[tuple[str, ...]]]:
        """Of each name the spellings that stand there."""
        begun = frozenset(word[:_PREFIX] for word in words) if self.musts else frozenset[str]()
        return [[name for name in must if _met(name, words, begun)] for must in self.musts]

    def met_by(self, words: frozenset[str], text: str) -> bool:
        """Every name of the question, and every number that is part of one, stands in the text of these words; with its very version."""
        met = self._standing(words)
        if not all(met) or (self.numbers and not self.numbers <= facts.numbers(text)):
            return False
        if not _begins_a_word(self.sole, text) or not all(one.search(text) for one in self.joined):
            return False
        if any(_is_in_others(names, text) or not any(self._is_whole(name[0], text) for name in names) for names in met):
            return False
        return all(one.allowed_by(text) for one in self.versions) and all(
            _stands_as_name(one, text) for one in self.pairs
        )

    def _is_whole(self, name: str, text: str) -> bool:
        """Unless the question has it so too: macOS."""
        return is_whole(name, text) or not is_whole(name, self.text)


def asked(question: Question, passages: Sequence[Passage]) -> Asked:
    """Rare words weigh more: in the archive where that is known, else among the passages."""
    known = dict(question.terms) or _weighed(question.text, passages)
    weights = {word: weight * (_CLINGING if _CLINGS.search(word) else 1) for word, weight in known.items()}
    cleaned = ASKING_ELSEWHERE.sub(" ", question.text)
    clause = next((s for s in reversed(sentences(question.text, question.language)) if _ASKS.search(s)), question.text)
    told = {word: weights[word] for word in about(clause) if word in weights}
    numbered = {number for found in _NUMBERED.finditer(cleaned) for number in facts.numbers(found[1])}
    owning = question.intent in LISTED - {Intent.COMPARISON}
    mixed = _UNCAPITALISED.search(question.text) is not None
    numbers, musts = facts.numbers(cleaned), tuple(_musts(cleaned, owning=owning, mixed=mixed))
    if han := han_name(question.text):
        musts = (*musts, frozenset({tuple(search_tokens(han))}))
    return Asked(
        text=question.text,
        weights=weights,
        clause=told or weights,
        musts=musts,
        named=frozenset(part for must in musts for name in must for part in name),
        numbers=numbers & numbered,
        others=numbers - numbered,
        kind=next((kind for pattern, kind in _KINDS if pattern.search(clause)), ""),
        new=_NEW.search(question.text) is not None or _is_late(question.since, question.asked),
        versions=versioned_in(cleaned),
        pairs=tuple(_pairs(cleaned)),
        money=asks_for_money(question.text),
        topic=asked_about(question.text) & weights.keys() if owning else frozenset(),
        sole=_sole(cleaned, weights) if owning and not musts else "",
        joined=tuple(joined(cleaned)),
        quoted=tuple(_letters(one[one.lastindex or 0]) for one in _QUOTED.finditer(question.wording or question.text)),
    )


def _letters(text: str) -> str:
    return re.sub(r"[\W_]+", "", text.casefold())


def _is_late(since: datetime | None, now: datetime) -> bool:
    return since is not None and now - since < _LATELY


def _weighed(text: str, passages: Sequence[Passage]) -> dict[str, float]:
    bags = [frozenset(search_tokens(f"{passage.title} {passage.text}")) for passage in passages]
    count = len(bags)
    words = dict.fromkeys(about(text))
    return {word: 1 + log((1 + count) / (1 + sum(word in bag for bag in bags))) for word in words}


def _musts(text: str, *, owning: bool, mixed: bool) -> Iterator[frozenset[tuple[str, ...]]]:
    """Each name with the ways to write it: known names in every language, others as they stand, those that stand together as one.

    `owning`: what a company makes stands for it: news of ChatGPT is news of OpenAI. `mixed`: the question is in a script without
    capitals, whose headlines write 美 for a country.
    """
    rest = text = _COMPASS.sub(" ", text)
    for one in reversed(mentions(text)):
        versioned = _VERSION.match(text[one.end :])
        written = text[one.start : one.end]
        rest = f"{rest[: one.start]} {rest[one.end + (versioned.end() if versioned else 0) :]}"
        if _is_in_passing(one, written, text[one.end :]) or (mixed and not owning and one.id in places()):
            continue
        if versioned:
            whole = f"{written}{versioned[0]}"
            apart = f"{written} {versioned[1].replace('-', ' ')}"
            yield frozenset(tuple(search_tokens(name)) for name in (whole, apart))
        else:
            yield frozenset(tuple(search_tokens(name)) for name in _ways(one, text, owning=owning))
    capitals = (frozenset(map(_alone, facts.names(rest))) | (_latin(rest) if mixed else frozenset())) - _NO_NAMES
    seen: set[str] = set()
    for run in _RUN.finditer(rest):
        named = [word for word in run[0].split() if _low(word) in capitals]
        words = [word for word in run[0].split() if word in named or (named and _low(word) in _WITH_A_NAME)]
        seen.update(map(_low, words))
        name = tuple(token for word in words if not _OF_A_PEOPLE.match(word) for token in about(word))
        if name:
            yield frozenset({name})
    for word in sorted(capitals - seen):
        if about(word):
            yield frozenset({tuple(search_tokens(word))})


def _is_in_passing(one: Mention, written: str, after: str) -> bool:
    """A place that only says whose a name is ("Britain's King Charles"), or the United States: a report need not say it."""
    return written.isascii() and one.id in places() and (one.id == _USA or _OWNS_A_NAME.match(after) is not None)


def _pairs(text: str) -> Iterator[str]:
    """Names of two words, none of them in a table."""
    proper = frozenset(facts.names(text))
    for run in _RUN.finditer(text):
        named = [word for word in run[0].split() if _low(word) in proper]
        if len(named) == _PAIR and " ".join(named) in run[0] and not mentions(run[0]):
            yield " ".join(map(_low, named))


def _stands_as_name(pair: str, text: str) -> bool:
    """Two words that the text also has in small letters are the name only together: "the artificial state"."""
    small = facts.small_words(text)
    return all(word not in small for word in pair.split()) or pair in facts.plain(text).casefold()


def _alone(name: str) -> str:
    """A Latin name without the words of another script that cling to it (K3有)."""
    found = _WRITTEN_ON.match(name)
    return found[0] if found else name


def _low(word: str) -> str:
    return word.rstrip(".'").removesuffix("'s").casefold()


def _ways(one: Mention, text: str, *, owning: bool) -> Iterator[str]:
    yield from spellings(one.id)
    yield text[one.start : one.end]
    if not owning:
        yield from money_of(one.id)
    if owning and one.id == one.company:
        yield from names_of(one.company)


def _latin(text: str) -> frozenset[str]:
    """Latin words with a capital among words of another script are names, wherever they stand."""
    return frozenset(word.casefold() for word in _CAPITAL.findall(text)) - _NO_NAMES


def _parts(must: frozenset[tuple[str, ...]]) -> frozenset[str]:
    return frozenset(part for name in must for part in name)


def _sole(text: str, weights: Mapping[str, float]) -> str:
    """Without the particle behind it; "" where more than one word is asked about."""
    words = [word for word in _SYLLABLES.findall(text) if not weights.keys().isdisjoint(search_tokens(word))]
    told = [token for word in words for token in search_tokens(word)]
    return _PARTICLE.sub("", words[0]) if len(words) == 1 and weights.keys() <= set(told) else ""


_SYLLABLES: Final = re.compile("[가-힣]{2,}|[ァ-ヴー]{2,}")
_PARTICLE: Final = re.compile("(?<=[가-힣]{2})(?:에서|으로|[은는이가을를의에와과도])$")


def _begins_a_word(word: str, text: str) -> bool:
    """There, with or without blanks in it."""
    return re.search(r"(?<![가-힣ァ-ヴー])" + r"\s?".join(word), text) is not None


def _is_in_others(met: Sequence[tuple[str, ...]], text: str) -> bool:
    """A short name of which the text has no more than its characters, inside other words: 소니 in 픽소니어. `met`: its spellings there."""
    return all(
        len(name) <= _PAIR
        and _SYLLABLES.fullmatch(whole := name[0] + "".join(part[-1] for part in name[1:])) is not None
        and not any(not is_fragment(text, at.start(), whole) for at in re.finditer(whole, text))
        for name in met
    )


def _met(name: tuple[str, ...], words: frozenset[str], begun: frozenset[str]) -> bool:
    """Most of its parts stand there, and each that has a digit or is a pair of characters. `begun`: how the words begin."""
    met = [part for part in name if part in words or _has_kin(part, begun)]
    needed = (part for part in name if not part.isascii() or any(map(str.isdigit, part)))
    return 2 * len(met) > len(name) and all(part in met for part in needed)


def _has_kin(part: str, begun: frozenset[str]) -> bool:
    return len(part) >= _PREFIX and part[:_PREFIX] in begun and part.isascii() and part.isalpha()


def _weighing(weights: Mapping[str, float]) -> _Weighed:
    return _Weighed(weights, sum(weights.values()))
