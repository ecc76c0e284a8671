"""Who somebody is to a company, and who made something: told by a name beside such a word beside the company or the thing, and by nothing else. Pure."""

import re
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from news.scripts import CJK, THAI
from news.text import search_tokens
from summariser.words.aliases import mentions, spellings
from summariser.words.facts import names as proper_names
from summariser.words.names import names_in
from summariser.words.question_words import FIELDS, GENERIC, GENERIC_ELSEWHERE, about
from summariser.words.vectors import DATA, fold

_WHO: Final = re.compile(
    r"(?:(?!\b(?:which|what|when|where|why|how)\b).)*?\bwho(?:'s|’s)?\b|.*?(?:誰|谁|누구|누가|ใคร)", re.IGNORECASE
)
"""The first word that asks: a later "who" goes on from a noun ("which company, whose employees who …")."""
_RUN: Final = r"[A-Z][\w.&’'-]*(?:\s(?:de |van |von |al-)?[A-Z][\w.&’'-]*)*"
_BEFORE: Final = re.compile(rf"(?P<owner>{_RUN})(?:\s?の|的)?\s*(?P<gap>(?:[a-z-]+\s+){{0,3}}[A-Za-z,/&-]*\s*)$")
_BEHIND: Final = re.compile(rf"^(?:\s+and [\w -]{{2,30}}?)?\s+(?:of|at|for)\s+(?:the\s+)?(?P<owner>{_RUN})")
_FOUNDED: Final = re.compile(rf"^\s+(?:the\s+)?(?P<owner>{_RUN})")
_NAMED_NEXT: Final = re.compile(
    rf"^(?:\s+and [\w-]+)?,?\s*(?:(?:of|at|for)\s+{_RUN},?\s+)?(?:by\s+)?(?:[a-z-]+\s+)?(?P<person>{_RUN})"
)
_NAMED_BEFORE: Final = re.compile(
    rf"(?P<person>{_RUN})(?:,| is| was| became| as| —)\s+(?:[\w'’.&-]+,?\s+){{0,6}}(?:co-)?$"
)
_DOER: Final = re.compile(rf"(?P<person>{_RUN})(?:,? who)?\s+(?:co-)?$")
_VERB: Final = re.compile(r"(?:founded|leads|runs|heads| by)$", re.IGNORECASE)
_NAME_NEXT: Final = re.compile(
    r"^(?:[にはが])?(?=[一-鿿ァ-ヴー・]{1,8}(?:氏|さん|専務|常務|副社長))|^[\s、,，:：（(]*(?:(?![对對在称稱说說表示的和与與及宣将將于於被把向是为為也就已曾都又再不没沒会會要能可从從因由以])[\u4e00-\u9fff]{2}"
    r"|[\u30a1-\u30fa]{2}|[A-Z][a-z]+|[가-힣]{2,}\s[가-힣]{2,})|^.{0,30}?คือ\s*[A-Z][a-z]+"
)
_NAME_ENDS: Final = re.compile(r"(?:[가-힣]{2,}|[\u30a1-\u30fa・]{3,}|[A-Z][a-z]+)[\s,、，]*$")
_WHO_MADE: Final = re.compile(
    rf"\b(?:who|(?:which|what) (?:company|lab|start-?up|firm|team|maker)) (?:has |had )?(?:made|makes|built|builds|developed|develops|created|creates|released|launched|published|is behind)\s+(?:it\s+)?(?-i:(?P<thing>{_RUN}(?:\s\d[\w.]*)?))",
    re.IGNORECASE,
)
_MAKES: Final = re.compile(
    rf"(?-i:{_RUN}).{{0,120}}\b(?:made|makes|built|builds|develop|creat|releas|launch|publish|unveil|introduc|debut|open[- ]?sourc|drops|dropped|welcome)\w*",
    re.IGNORECASE,
)
_OWNED: Final = re.compile(rf"{_RUN}(?:'s|’s)\s+(?:[\w.-]+\s+){{0,4}}$")
_BY: Final = re.compile(rf"^.{{0,60}}\b(?:by|from)\s+(?:[a-z-]+\s+){{0,4}}{_RUN}")
_MAKING: Final = tuple(search_tokens("made built developed created released launched unveiled introduced"))
_UNSPACED: Final = re.compile(f"[{CJK}{THAI}]")
_PERSON: Final = 40
_POSSESSIVE: Final = re.compile(r"(?:['’]s)?(?: (?:longtime|current|new))?,? (?:co-?)?$")
_OF: Final = re.compile(r"^\s(?:of|at)\s(?:the\s)?")
_PAST: Final = re.compile(
    r"(?:\b(?:former|ex|then|onetime|late|deputy|vice|interim|outgoing|previous)\b|[元前副]|전 ?|อดีต)[ -]?[^ ,.]{0,20}(?:['’]s)? ?$",
    re.IGNORECASE,
)
"""Before the post of somebody who holds it no longer, or holds another."""
_SHORT: Final = 3
_FEW: Final = 5
_MOSTLY: Final = 0.7
_NEAR: Final = 14
"""Characters between a company and the word where no blanks part words."""


@dataclass(frozen=True, slots=True)
class Relation:
    """`names` are the company's spellings, folded; `terms` what is searched for beside the question; `more` the search tokens that tell which head of it is meant ("head of safety")."""

    tells: re.Pattern[str]
    terms: tuple[str, ...]
    names: tuple[str, ...]
    more: frozenset[str]

    def is_told(self, text: str, around: str) -> bool:
        """By this sentence; `around` is what stands before it, where the company may have been named."""
        if not self.more <= frozenset(search_tokens(text)):
            return False
        return any(self._told_at(text, found, around) for found in self.tells.finditer(text))

    def is_plainly_told(self, text: str, around: str) -> bool:
        """The same, and the company stands right beside the word, which holds now: "Orbita CEO …", "the chief executive of Orbita"."""
        places = [found for found in self.tells.finditer(text) if self._is_beside_it(text, found)]
        return (
            bool(places) and not any(_PAST.search(text[: one.start()]) for one in places) and self.is_told(text, around)
        )

    def _is_beside_it(self, text: str, found: re.Match[str]) -> bool:
        left, right = _POSSESSIVE.sub("", text[: found.start()]), _OF.sub("", text[found.end() :], count=1)
        if _UNSPACED.search(text):
            return any(_ends_by(name).search(fold(text[: found.start()])) for name in self.names)
        return fold(left).endswith(self.names) or (right != text[found.end() :] and fold(right).startswith(self.names))

    def _told_at(self, text: str, found: re.Match[str], around: str) -> bool:
        left, right = text[: found.start()], text[found.end() :]
        if _UNSPACED.search(text) and self._is_near(left, right):
            return _NAME_NEXT.search(right) is not None or _NAME_ENDS.search(self._without_last(left)) is not None
        is_verb = _VERB.search(found[0]) is not None
        places = [(_FOUNDED, right)] if is_verb else [(_BEFORE, left), (_BEHIND, right)]
        if found[0].casefold().endswith("by"):
            places = []
        owners = [match["owner"] for pattern, side in places if (match := pattern.search(side))]
        owners = [owner for owner in owners if not owner.isupper() or self._names(owner)]
        if owners and not any(map(self._names, owners)):
            return False
        if found[0].casefold() == "chief" and not self._names(left.rstrip(" '’s")[-_NEAR:]):
            return False  # of something there, not of the whole
        return self._names(f"{around} {left} {right}") and self._beside(left, right, is_verb)

    def _is_near(self, left: str, right: str) -> bool:
        """The company is the last that is named before the word, else soon behind it."""
        behind = left[-_NEAR - 12 :]
        owners = [behind[one.start : one.end] for one in mentions(behind) if one.company == one.id]
        return self._names(owners[-1]) if owners else self._names(behind) or self._names(right[:_NEAR])

    def _without_last(self, left: str) -> str:
        """What stands before the company, where that comes last."""
        folded, bare = fold(left).rstrip(" のに의"), left
        for name in self.names:
            if folded.endswith(name):
                bare = left[: len(folded) - len(name)]
        return bare

    def _names(self, text: str) -> bool:
        folded = fold(text)
        return any(name in folded for name in self.names)

    def _beside(self, left: str, right: str, is_verb: bool) -> bool:
        """A person is named beside the word; where every word has a capital, one that is known."""
        if _is_title_case(left + right):
            return any(name.kind == "person" for name in names_in(left[-_PERSON:] + right[:_PERSON]))
        beside = (_NAMED_NEXT.search(right), _NAMED_BEFORE.search(left), _DOER.search(left) if is_verb else None)
        return any(match is not None and self._is_person(match["person"]) for match in beside)

    def _is_person(self, name: str) -> bool:
        """Something is left without companies and titles."""
        rest = name
        for one in reversed(mentions(name)):
            rest = rest if one.company != one.id else rest[: one.start] + rest[one.end :]
        return any(not word.isupper() and len(word) > 1 and not self._names(word) for word in rest.split())


@cache
def _ends_by(name: str) -> re.Pattern[str]:
    """The company, and between it and the post nothing or who holds it: 微软 CEO, 네이버 최수연 대표, NVIDIAのフアンCEO; no company whose name only begins so."""
    return re.compile(rf"{re.escape(name)}(?:\s?|(?:(?:の|的|의|[・·])\s?|\s)[一-鿿ァ-ヴー・가-힣ก-๛]{{2,12}}\s?)$")


def _is_title_case(text: str) -> bool:
    words = [word for word in re.findall(r"[A-Za-z][\w’'-]*", text) if len(word) > _SHORT]
    return len(words) > _FEW and sum(word[0].isupper() for word in words) > _MOSTLY * len(words)


@dataclass(frozen=True, slots=True)
class Maker:
    """Whose work something is: a name that brings it out, stands before it as its owner, or behind it after "by"."""

    terms: tuple[str, ...]
    thing: str

    @property
    def names(self) -> tuple[str, ...]:
        return (self.thing,)

    def is_told(self, text: str, around: str) -> bool:
        found = re.search(rf"(?<!\w){re.escape(self.thing)}(?!\w)", text, re.IGNORECASE)
        if found is None:
            return False
        left, right = text[: found.start()], text[found.end() :]
        return any(pattern.search(side) for pattern, side in ((_MAKES, left), (_OWNED, left), (_BY, right)))


@cache
def _table() -> Sequence[tuple[re.Pattern[str], re.Pattern[str], tuple[str, ...]]]:
    rows = tomllib.loads((DATA / "relations.toml").read_text("utf-8")).values()
    return [(_any(row["asks"]), _any(row["tells"]), tuple(search_tokens(row["words"]))) for row in rows]


def _any(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


def asked_for(question: str) -> Relation | Maker | None:
    """What a question wants to know of a company's people, or of a thing's maker; None when it asks for something else, or names neither."""
    return _person_asked_for(question) or _maker_asked_for(question)


def _maker_asked_for(question: str) -> Maker | None:
    found = _WHO_MADE.search(question)
    return Maker(_MAKING, found["thing"]) if found else None


def _person_asked_for(question: str) -> Relation | None:
    if _WHO.match(question) is None:
        return None
    names = tuple(dict.fromkeys(_owners(question)))
    found = next((row for row in _table() if row[0].search(question)), None) or _post_asked_for(question)
    if found is None or not names:
        return None
    asks, tells, terms = found
    own = {part for name in names for part in search_tokens(name)}
    rest = [word for word in _more(question, asks) if word not in own and word.isascii()]
    return Relation(tells, terms, names, frozenset(rest))


_POST: Final = re.compile(
    r"^\W*(?i:who(?: is|['’]s| was) the (?:current )?)(?P<post>[a-z]+(?:[ -][a-z]+){0,2}) (?:of|at|for) (?:the )?(?=[A-Z])"
)


def _post_asked_for(question: str) -> tuple[re.Pattern[str], re.Pattern[str], tuple[str, ...]] | None:
    """A post that no table has, of somebody that is named: the president of a country."""
    found = _POST.search(question)
    if found is None:
        return None
    post = re.escape(found["post"])
    return _any(rf"\b{post}\b"), _any(rf"(?<![a-z-]){post}(?![a-z]|['’]s)"), tuple(search_tokens(found["post"]))


def tells_post_asked(question: str, text: str, title: str) -> bool:
    """Where a post that no table has is asked for, the sentence names who holds it."""
    if _POST.search(question) is None or any(row[0].search(question) for row in _table()):
        return True
    relation = _person_asked_for(question)
    return relation is None or relation.is_told(text, title)


def lacks_owner(question: str) -> bool:
    """It asks who holds a post, and says nowhere where: "who is the CEO?" """
    if _WHO.match(question) is None or mentions(question):
        return False
    found = next((row for row in _table() if row[0].search(question)), None)
    return found is not None and not proper_names(found[0].sub(" ", question)) and not _more(question, found[0])


def _more(question: str, asks: re.Pattern[str]) -> list[str]:
    """What it says beside the post and "the company"."""
    plain = GENERIC - FIELDS
    return [word for word in about(GENERIC_ELSEWHERE.sub(" ", asks.sub(" ", question))) if word not in plain]


def _owners(question: str) -> Iterator[str]:
    """Every spelling of the companies that the question names; where it names none that is known, what it writes as a name."""
    people = {name.id for name in names_in(question) if name.kind == "person"}
    known = [one for one in mentions(question) if one.id not in people]
    for one in known:
        yield from map(fold, (*spellings(one.id), question[one.start : one.end]))
    if not known:
        proper = set(proper_names(question))
        yield from (run for run in map(fold, re.findall(_RUN, question)) if not proper.isdisjoint(run.split()))
