"""Does a translation tell the one plain event that its source tells? Only where both are understood to the last word.

No list of ways to deny, doubt, plan or attribute is ever whole, so none is used: a sentence is read by a closed vocabulary of verbs that
say that something happened, nouns, names, amounts, days, and what joins them. Any other word, a second verb or a part that cannot be
read leaves it not understood; then words do not tell whether the translation holds.
"""

import re
import tomllib
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from typing import Any, Final, Literal

from news.languages import Language
from summariser.words.aliases import mentions, spelled_out
from summariser.words.names import names_in
from summariser.words.quantities import quantities, shares
from summariser.words.roles import script_key
from summariser.words.vectors import DATA, fold

_Kind = Literal["verb", "noun", "name", "place", "amount", "free", "acts", "done", "at", "part"]
_AMOUNT: Final = re.compile(
    r"(?:us|nt|hk)?[$€£¥₩฿]\s?\d[\d,.]*\d?|\d(?:[\d,.]*\d)?\s?%?|(?:million|billion|trillion)\b|[万亿兆만억조]+|พันล้าน|หมื่นล้าน|แสนล้าน|ล้านล้าน|ล้าน|แสน|หมื่น|พัน"
    r"|(?:us )?dollars?\b|euros?\b|yen\b|ドル|ユーロ|円|元|美元|欧元|日元|달러|유로|엔|원|ดอลลาร์(?:สหรัฐ)?|ยูโร|บาท"
    r"|(?:jan(?:uary)?|feb(?:ruary)?|march|april|may|june|july|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|[月火水木金土日]曜日?|(?:周|星期)[一二三四五六日天]|[월화수목금토일]요일|วัน(?:จันทร์|อังคาร|พุธ|พฤหัสบดี|พฤหัส|ศุกร์|เสาร์|อาทิตย์)|เดือน|ปี|[月年日월년일]"
    r"|percent\b|パーセント|퍼센트|เปอร์เซ็นต์|个|カ所|个所|곳|대"
)
_THAI_MONTHS: Final = "มกราคม กุมภาพันธ์ มีนาคม เมษายน พฤษภาคม มิถุนายน กรกฎาคม สิงหาคม กันยายน ตุลาคม พฤศจิกายน ธันวาคม"
_LATIN: Final = re.compile(r"(?=[A-Z0-9a-z]*[A-Z])[A-Za-z][A-Za-z0-9]*(?:[.&-][A-Za-z0-9]+)*(?![A-Za-z])")
_VERSION: Final = re.compile(r"[ -]?(\d{1,3}(?:\.\d+)?)(?![\d,.]*\d)")
"""The number of a product: "Orbit 2.5"."""
_WORDLIKE: Final = re.compile(r"[a-z0-9]")
_YEAR: Final = re.compile(r"(?:19|20)\d\d")
_MAY_GO: Final = re.compile(r"weekday \d|(?!(?:19|20)\d\d$)\d[\d.]*")
"""What a telling may leave out: a sum, a day of this week; not a share, a month, a year."""
_PLACE: Final = "in "
_VERB_LAST: Final = frozenset({"ja", "ko"})
_TAKES_BACK: Final = {
    "en": r"(?:but|however|yet|still|that|this|those|these|it (?:is|was)|the (?:report|claim|news|story|post|rumou?r|figure|announcement))\b",
    "ja": r"(?:しかし|だが|ただ|一方|これ|それ|この|その|こうした)",
    "zh": r"(?:但|然而|不过|可是|这|此|该(?!公司))",
    "ko": r"(?:하지만|그러나|다만|이는|이 |이에|이런|이것|그것|그런)",
    "th": r"(?:แต่|อย่างไรก็|ทว่า|นี่|เรื่องนี้|ข่าวนี้|ข้อมูลนี้)",
}


@dataclass(frozen=True, slots=True)
class _Token:
    kind: _Kind
    items: frozenset[str]
    text: str = ""


@dataclass(frozen=True, slots=True)
class Event:
    """`deeds`: what the verb may mean. `acts` is who did it with all that belongs to the name, `done` to whom or what, `rest` what else is
    said: places and things."""

    deeds: frozenset[str]
    acts: frozenset[str]
    done: frozenset[str]
    rest: frozenset[str]
    amounts: frozenset[str]


@dataclass
class _Part:
    """The tokens between two joints. `named` are names, whoever bears them; `held` also places and nouns."""

    named: set[str] = field(default_factory=set)
    held: set[str] = field(default_factory=set)
    runs: int = 0
    amount: bool = False

    def add(self, token: _Token, before: _Kind | None) -> None:
        if token.kind == "name":
            self.named |= token.items
            self.runs += before not in ("name", "amount") or self.runs == 0
        elif token.kind in ("place", "noun"):
            self.held |= token.items
        self.amount |= token.kind == "amount"

    @property
    def all(self) -> frozenset[str]:
        return frozenset(self.named | self.held)


def same_event(told: str, language: Language, source: str, spoken: Language) -> bool:
    """Whether both sentences are understood whole and tell the same deed of the same names and things; a sum or a day may be left out."""
    mine, theirs = event(told, language), event(source, spoken)
    if mine is None or theirs is None or not mine.deeds & theirs.deeds:
        return False
    shared = {amount for amount in theirs.amounts if not _MAY_GO.fullmatch(amount)}
    return (
        mine.rest == theirs.rest
        and shared <= mine.amounts <= theirs.amounts
        and _names_whole(mine.acts, theirs.acts)
        and _names_whole(mine.done, theirs.done)
    )


def _names_whole(told: frozenset[str], said: frozenset[str]) -> bool:
    """Nothing is added, nothing left out but what only describes a name: where it is from, that it is a company."""
    left = said - told - {"the startup", "the company"}
    return told <= said and all(item.startswith(_PLACE) for item in left)


def may_take_back(line: str, language: Language) -> bool:
    """Whether a sentence, by how it begins, speaks of the one before it, or turns against it."""
    return bool(re.match(_TAKES_BACK[script_key(language)], fold(line.strip()), re.IGNORECASE))


@lru_cache(maxsize=2048)
def event(text: str, language: Language) -> Event | None:
    """The one event that a sentence or a title plainly tells; None where a word, a second verb or a part stays open."""
    key = script_key(language)
    text = unicodedata.normalize("NFKC", spelled_out(text)).strip()
    tokens = _tokens(text.removesuffix("。").removesuffix(".").strip(), key)
    if tokens is None or sum(token.kind == "verb" for token in tokens) != 1:
        return None
    read = _by_particles(tokens, key) if key in _VERB_LAST else _by_order(tokens)
    if read is None:
        return None
    acts, done, rest = read
    found = quantities(text)
    counts = found.stated - acts - done - rest
    if sum(_YEAR.fullmatch(count) is None for count in counts) > 1:
        return None  # which is of what
    verb = next(token for token in tokens if token.kind == "verb")
    if not _is_past(verb.text, text, key) and (found.months or found.weekdays or any(map(_YEAR.fullmatch, counts))):
        return None  # "Tokka launches Orbit on Monday" may be to come
    return Event(verb.items, acts, done, rest, found.all | {f"{share} %" for share in shares(text)})


def _is_past(verb: str, text: str, key: str) -> bool:
    """Whether the verb says that it is over; a present, a bare noun and, where verbs have no form for it, a missing word for it do not."""
    match key:
        case "ja" | "ko":
            return verb.endswith(("た", "다"))
        case "zh" | "th":
            return any(mark in text for mark in ("了", "已", fold("แล้ว")))
    return not verb.endswith("s") and verb not in ("rise", "fall")


def _tokens(text: str, key: str) -> list[_Token] | None:
    """None where a word is in no list."""
    folded = fold(text)
    if len(folded) != len(text):
        return None
    kinds = {name.id: name.kind for name in names_in(text)}
    known = {one.start: one for one in mentions(text)}
    found: list[_Token] = []
    at = 0
    while at < len(text):
        if text[at].isspace():
            at += 1
            continue
        name = known.get(at)
        if name is not None:
            kind: _Kind = "place" if kinds.get(name.id) == "place" else "name"
            id = f"{_PLACE}{name.id}" if kind == "place" else name.id
            token, at = _Token(kind, frozenset({id})), name.end
        else:
            taken = _word(text, folded, at, key)
            if taken is None:
                return None
            token, at = taken
        version = _VERSION.match(folded, at) if token.kind == "name" else None
        if version and not _counts(folded, version.end()):
            token, at = _Token("name", token.items | {version[1]}), version.end()
        found.append(token)
    return found


def _counts(folded: str, at: int) -> bool:
    """Whether a unit follows: then the number before it is an amount."""
    while at < len(folded) and folded[at].isspace():
        at += 1
    return _AMOUNT.match(folded, at) is not None


def _word(text: str, folded: str, at: int, key: str) -> tuple[_Token, int] | None:
    """What stands there, the longest first, and where it ends."""
    hits = [
        (match.end(), kind, items) for pattern, kind, items in _vocabulary(key) if (match := pattern.match(folded, at))
    ]
    amount = _AMOUNT.match(folded, at) or _months().match(folded, at)
    if amount and amount.end() > at:
        hits.append((amount.end(), "amount", frozenset()))
    latin = _LATIN.match(text, at)
    if latin:
        hits.append((latin.end(), "name", frozenset({latin[0].casefold()})))
    if not hits:
        return None
    # A word of the vocabulary goes before a name of the same letters: "Shares of Tokka", "Tokka Buys Mirelle".
    end = max(hit[0] for hit in hits)
    kinds = [hit for hit in hits if hit[0] == end]
    first = kinds[0][1]
    items = frozenset().union(*(hit[2] for hit in kinds if hit[1] == first))
    return _Token(first, items, folded[at:end]), end


@cache
def _months() -> re.Pattern[str]:
    return re.compile("|".join(map(fold, _THAI_MONTHS.split())))


@cache
def _vocabulary(key: str) -> Sequence[tuple[re.Pattern[str], _Kind, frozenset[str]]]:
    tables: Mapping[str, Any] = tomllib.loads((DATA / "events.toml").read_text("utf-8"))
    rows: list[tuple[str, _Kind, frozenset[str]]] = []
    rows += [(row[key], "verb", frozenset({id})) for id, row in tables["verb"].items()]
    rows += [(row[key], "noun", frozenset({f"the {id}"})) for id, row in tables["noun"].items()]
    rows += [(words, kind, frozenset()) for kind, words in tables["joint"][key].items()]
    return [(re.compile("|".join(_sought(words))), kind, items) for words, kind, items in rows]


def _sought(words: str) -> Iterator[str]:
    for word in sorted(map(fold, words.split("|")), key=len, reverse=True):
        edge = "(?![a-z0-9])" if _WORDLIKE.match(word[-1]) else ""
        yield re.escape(word).replace(r"\ ", r"\s+") + edge


_Read = tuple[frozenset[str], frozenset[str], frozenset[str]]


def _by_order(tokens: Sequence[_Token]) -> _Read | None:
    """English, Chinese, Thai: who acts stands before the verb, to whom right behind it, all else behind a preposition."""
    at = next(place for place, token in enumerate(tokens) if token.kind == "verb")
    before, behind = _parts(tokens[:at]), _parts(tokens[at + 1 :])
    actors = [part for led, part in before if not led and part.all]
    aside = [part for led, part in before if led]
    objects = [part for place, (led, part) in enumerate(behind) if place == 0 and not led]
    aside += [part for place, (led, part) in enumerate(behind) if led or place]
    if (
        len(actors) != 1
        or actors[0].runs != 1
        or any(part.named for part in aside)
        or any(part.runs > 1 for part in objects)
    ):
        return None
    done = objects[0].all if objects else frozenset()
    return actors[0].all, done, frozenset().union(*(part.all for part in aside))


def _parts(tokens: Sequence[_Token]) -> list[tuple[bool, _Part]]:
    """Each with whether a joint stands before it."""
    found, before = [(False, _Part())], None
    for token in tokens:
        if token.kind == "part":
            found.append((True, _Part()))
        else:
            found[-1][1].add(token, before)
        before = token.kind
    return found


def _by_particles(tokens: Sequence[_Token], key: str) -> _Read | None:
    """Japanese, Korean: a particle behind each part says what it is; in a title a comma does, or nothing before the verb."""
    if tokens[-1].kind != "verb":
        return None
    acts, done, rest = set[str](), set[str](), set[str]()
    part, before = _Part(), None
    for token in tokens:
        if token.kind not in ("acts", "done", "at", "part", "verb"):
            part.add(token, before)
            before = token.kind
            continue
        if part.runs > 1 or (token.kind == "at" and part.named and not (key == "ko" and part.amount)):
            return None
        target = _target(token.kind, part, bool(acts), key)
        if target is None:
            return None
        if (target == "acts" and acts) or (target == "done" and done and part.named):
            return None
        {"acts": acts, "done": done, "rest": rest}[target].update(part.all)
        part, before = _Part(), token.kind
    return (frozenset(acts), frozenset(done), frozenset(rest)) if acts else None


def _target(joint: _Kind, part: _Part, acted: bool, key: str) -> str | None:
    """What a part is, by the particle behind it."""
    if joint in ("acts", "done"):
        return joint
    if joint == "part":
        return ("acts" if not acted else None) if part.named else "rest"
    if key == "ja":
        return "rest" if not part.named else None
    return "done" if part.named else "rest"
