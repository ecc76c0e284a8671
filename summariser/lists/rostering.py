"""From reports the items of a list of any predicate, one line each: the line that tells it, and every report of it. Pure."""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import timedelta
from functools import lru_cache
from typing import Final

from news.asking import Passage
from news.languages import Language
from news.model import Sentence
from news.text import search_tokens
from summariser.asking.happenings import Happening, Kind, happening
from summariser.asking.inquiring import Wanted
from summariser.asking.list_forms import BODIES, EVENT
from summariser.asking.membership import SORTS, is_within
from summariser.asking.support import bare, is_unfit, of_story, plain_lines
from summariser.checking.dated import looks_back
from summariser.lists.listing import Item
from summariser.lists.members import is_fragment
from summariser.lists.predicating import Told, leading_of, told_in
from summariser.stories.each_once import one_event
from summariser.words.aliases import mentions, spellings
from summariser.words.quantities import quantities
from summariser.words.senses import is_spoken_of, kinds, senses, tongue_of
from summariser.words.tagging import base_of
from summariser.words.vectors import simplify

_LEADING: Final = 3
_LEAD: Final = 700
_LONGEST: Final = 300
_SAME_EVENT: Final = timedelta(days=4)
_FAR: Final = 3000
_SENTENCES: Final = 24
_A_REPORT: Final = 2
"""So many lines may one report add from further down."""
_PAIR: Final = 2
_FIRST: Final = 200
"""Characters of a first sentence; a longer one tells more than one thing."""
_NEARLY_THE_SAME: Final = 0.8
_ALIKE: Final = 0.5
_FEWEST: Final = 3
_QUOTED: Final = re.compile("[‘'“\"「『]([^’'”\"」』\\s]{2,12})[’'”\"」』]")
_NAMED: Final = re.compile(r"(?<![A-Za-z])[A-Z][A-Za-z0-9]+")
_SMALL: Final = re.compile(r"(?<![\w’'-])[a-z][a-z-]+\b")
_OWN: Final = re.compile(r"^\s?(?:Changelog|Release Notes|What[’']s New|Updates)$", re.IGNORECASE)


def small_words(passages: Iterable[Passage]) -> frozenset[str]:
    """Words that some report writes in small letters."""
    return frozenset(word for one in passages for word in _small(one.text[:_LEAD]))


@lru_cache(maxsize=2048)
def _small(text: str) -> frozenset[str]:
    return frozenset(_SMALL.findall(text))


def rostered(wanted: Wanted, passages: Sequence[Passage], order: Sequence[Language | None] = ()) -> list[Item]:
    """Each event once, told in the first language of the `order` that tells it."""
    small = small_words(passages)
    found = (one for passage in passages if (one := _item(wanted, passage, order, small)) is not None)
    kept: list[Item] = []
    for one in sorted(found, key=lambda item: item.passage.published):
        _merge(wanted, kept, one)
    return kept


def may_tell(wanted: Wanted, title: str, text: str, language: Language, source: str) -> bool:
    """Some line of its beginning may, before what reports are is asked of it."""
    lead = text[:_LEAD]
    if not _has_rest(wanted, f"{title}\n{lead}", language) or not _speaks_of_more(wanted, f"{title}\n{text}"):
        return False
    if _is_own(wanted, source):
        return True
    if _told(wanted, headline_of(title, source), language, ()) is not None:
        return True
    first = (line for line in plain_lines(lead, language)[:_LEADING] if len(line) <= _FIRST)
    return any(_told(wanted, line, language, (), by_noun=False) is not None for line in first)


def _told(
    wanted: Wanted, line: str, language: Language, small: Collection[str], *, by_noun: bool = True
) -> Told | None:
    """By a word for the deed, or in a form that headlines have for a round and a purchase."""
    has_forms = wanted.kind == "company" and not wanted.whose and not wanted.fields
    told = None
    if not (has_forms and wanted.senses == ("raise",)):  # the words for a round say much else
        told = told_in(wanted, line, language, small, by_noun=by_noun)
    if told is not None or not has_forms:
        return told
    for kind in FORMS:
        found = happening(kind, line, language) if kind in wanted.senses else None
        if found and not (wanted.sort and not SORTS[wanted.sort][1].search(found.who)):
            return Told(frozenset({found.key if wanted.side == "what" else found.maker}), 0, True)
    return None


FORMS: Final[tuple[Kind, ...]] = ("raise", "buy")


def _speaks_of_more(wanted: Wanted, text: str) -> bool:
    """What else has to do with it may stand further down."""
    return all(is_spoken_of(name, text) for name in wanted.also)


def headline_of(title: str, source: str) -> str:
    """Without a paper's name behind it, and with the company's that some papers put there ("… leaked - Orbita")."""
    plain = bare(title)
    cut = title[len(plain) :].strip(" -–—|｜").casefold()
    is_paper = not cut or "google" in source.casefold() or cut in source.casefold() or source.casefold() in cut
    return plain if is_paper or not title.startswith(plain) or plain.endswith(("…", "...")) or "…" in cut else title


def meets(wanted: Wanted, sentence: str, language: Language) -> bool:
    """A sentence of a paragraph's answer tells it: the deed, and most of what else is asked; of one that may be asked for, that it is spoken of."""
    if wanted.perhaps_one and tongue_of(sentence) == wanted.tongue:
        return any(senses()[name].told[wanted.tongue].search(sentence) for name in wanted.senses)
    if is_fragment(sentence):
        return False
    if _is_beside(wanted, sentence):
        return True
    return _has_rest(wanted, sentence, language, least=0.3) and told_in(wanted, sentence, language, ()) is not None


def _is_beside(wanted: Wanted, sentence: str) -> bool:
    """Of who works with somebody it names them both."""
    if not wanted.whose or not any(senses()[name].mutual for name in wanted.senses):
        return False
    own = {part for one in wanted.whose for part in (one.id, one.company)}
    named = {one.company or one.id for one in mentions(sentence)}
    coined = {word.casefold() for word in _NAMED.findall(sentence)} - {"ai"}
    return bool(named & own) and len(named | coined) > len(named & own) + 1


def _has_rest(wanted: Wanted, text: str, language: Language, least: float = 0.6) -> bool:
    if not all(kinds()[name].tells.search(text) for name in wanted.fields):  # type: ignore[union-attr]
        return False
    if wanted.within and not is_within(wanted.within, *_parted(text), language):
        return False
    row = kinds().get(wanted.kind)
    if row and row.tells and not row.tells.search(text):
        return False
    if not wanted.rest and not wanted.named:
        return True
    there = _tokens_of(text)
    ways = dict.fromkeys((language, "en") if language == "th" else (language,))  # Thai reports leave much in English
    money = _MONEY if "raise" in wanted.senses else frozenset()
    if wanted.loosely:
        return any(_is_met_loosely(wanted, way, there) for way in ways)
    return any(
        _met([*(one for one in wanted.rest_in(way) if one not in money), *wanted.named], there, least) for way in ways
    )


@lru_cache(maxsize=2048)
def _tokens_of(text: str) -> frozenset[str]:
    """Kept, some ten kilobytes a report: the ways to one list, and the lists of one day, look through the same."""
    return frozenset(search_tokens(simplify(text)))


def _parted(text: str) -> tuple[str, str]:
    """The headline, and what follows it."""
    title, _, lead = text.partition("\n")
    return title, lead


def _is_met_loosely(wanted: Wanted, language: Language, there: Collection[str]) -> bool:
    """One word of it; where the language of the report has none of them, that a kind or another deed must be told is enough."""
    asked = [*wanted.rest_in(language), *wanted.named]
    row = kinds().get(wanted.kind)
    is_told = bool(wanted.fields or wanted.also or (row and row.tells))
    if is_told and language[:2] != wanted.tongue and not wanted.named and _is_untold(wanted.rest, asked):
        return True
    return any(_stands(token, there) for token in asked)


def _is_untold(rest: str, asked: Sequence[str]) -> bool:
    """In no table: each is still as it was written, and no name."""
    return rest.islower() and set(asked) <= set(search_tokens(rest))


_MONEY: Final = frozenset(search_tokens("money fund funds funding capital amount 資金 金額 资金 金额 자금 금액 เงิน ทุน"))
"""What is raised: no line need say it beside the sum."""


def _met(rest: Sequence[str], there: Collection[str], least: float) -> bool:
    met = sum(_stands(token, there) for token in rest)
    return met == len(rest) if not rest or (rest[0].isascii() and len(rest) <= 2) else met >= least * len(rest)


def _stands(token: str, there: Collection[str]) -> bool:
    return token in there or (len(token) > 5 and token.isascii() and any(one.startswith(token[:5]) for one in there))


def _is_own(wanted: Wanted, source: str) -> bool:
    """A company's own pages tell what it brought out by their title alone."""
    if wanted.side != "what" or "release" not in wanted.senses or not wanted.whose or "(" in source:
        return False
    return is_own_page(wanted, source)


def is_own_page(wanted: Wanted, source: str) -> bool:
    """The change log of whoever is asked for, or of whose it is."""
    names = {
        name.casefold() for one in wanted.whose for id in (one.id, *_MAKERS.get(one.id, ())) for name in spellings(id)
    }
    return any(source.casefold().startswith(name) and _OWN.match(source[len(name) :]) for name in names)


_MAKERS: Final = {"copilot": ("github",)}


def _item(wanted: Wanted, passage: Passage, order: Sequence[Language | None], small: Collection[str]) -> Item | None:
    title = headline_of(passage.title, passage.source)
    lead = plain_lines(passage.text[:_LEAD], passage.language)[:_LEADING]
    whole = "\n".join((title, *lead))
    if not _has_rest(wanted, whole, passage.language):
        return None
    own = _is_own(wanted, passage.source) and _is_of(wanted, whole)
    for place, line in enumerate((title, *lead)):
        if is_fragment(line) or (place and (len(line) > _FIRST or looks_back(line, passage.language))):
            continue
        if is_unfit(line, passage) or len(line) > _LONGEST or _is_of_another_time(wanted, line):
            continue
        told = _told(wanted, line, passage.language, small, by_noun=place == 0)
        if told is None and not (own and place == 0):
            continue
        if place and not (_has_rest(wanted, line, passage.language) and (told and told.whose)):
            continue
        keys = _keys(wanted, line, told) if told else set()
        happening = Happening("", line, "")
        rank = order.index(passage.language) if passage.language in order else len(order)
        weight = (-rank, bool(told and told.by_verb), place == 0, passage.text != passage.title)
        return Item(happening, line, passage, weight, keys, {of_story(passage)}, {passage.source})
    return None


def _keys(wanted: Wanted, line: str, told: Told) -> set[str]:
    """By what an item goes: of whom it is, and what else is named before the deed."""
    if wanted.kind != "company" or tongue_of(line) == "en" or any(map(spellings, told.whose)):
        return set(told.whose)
    before = (word.casefold() for word in _NAMED.findall(line[: told.at]))
    quoted = (word.casefold() for word in _QUOTED.findall(line[: told.at]))
    return {*told.whose, *(word for word in (*before, *quoted) if word not in ("ai", "ceo", "it"))}


def _is_of(wanted: Wanted, text: str) -> bool:
    """A product that is asked for stands in an entry of its maker's pages."""
    names = [name.casefold() for one in wanted.whose if one.id in _MAKERS for name in spellings(one.id)]
    return not names or any(name in text.casefold() for name in names)


def gathered(
    wanted: Wanted, passages: Sequence[Passage], order: Sequence[Language | None], items: Sequence[Item]
) -> list[Item]:
    """Beside the `items` what sentences further down in the nearest reports tell, with whoever did it named in them."""
    small, kept = small_words(passages), list(items)
    told = {one.passage.article for one in items}
    for passage in passages:
        for one in _further(wanted, passage, order, small) if passage.article not in told else ():
            _merge(wanted, kept, one)
    return kept


def _further(
    wanted: Wanted, passage: Passage, order: Sequence[Language | None], small: Collection[str]
) -> Iterator[Item]:
    language = passage.language
    title = headline_of(passage.title, passage.source)
    lines = [line for line in plain_lines(passage.text[:_FAR], language)[:_SENTENCES] if len(line) <= _LONGEST]
    rank = order.index(language) if language in order else len(order)
    found = 0
    if not _speaks_of_more(wanted, f"{title}\n{passage.text}"):
        return
    for line in (title, *lines):
        if is_fragment(line) or is_unfit(line, passage) or looks_back(line, language):
            continue
        if _is_of_another_time(wanted, line) or not _has_rest(wanted, f"{title}\n{line}", language, least=0.5):
            continue
        told = told_in(wanted, line, language, small, by_noun=line == title)
        if told is None or not told.whose or _is_capital_alone(line, told, passage.text):
            continue
        keys = _keys(wanted, line, told)
        weight = (-rank, False, False, True)
        yield Item(Happening("", line, ""), line, passage, weight, keys, {of_story(passage)}, {passage.source})
        found += 1
        if found == _A_REPORT:
            return


def _is_capital_alone(line: str, told: Told, text: str) -> bool:
    """The only name is the word that the line begins with, a verb or nowhere else written so: a sentence's capital."""
    first = re.match(r"[A-Za-z’'-]+", line)
    if first is None or tongue_of(line) != "en" or set(told.whose) - {first[0].casefold()} or mentions(first[0]):
        return False
    return bool(base_of(first[0].casefold())[0]) or re.search(rf"[a-z,] {re.escape(first[0])}\b", text) is None


def distinct(sentences: Sequence[Sentence]) -> tuple[Sentence, ...]:
    """Of those from one report that name the same the first."""
    kept: list[Sentence] = []
    for one in sentences:
        names = set(_NAMED.findall(one.text))
        if not any(
            {cited.url for cited in one.citations} & {cited.url for cited in other.citations}
            and len(names & set(_NAMED.findall(other.text))) >= _PAIR
            for other in kept
        ):
            kept.append(one)
    return tuple(kept)


def _merge(wanted: Wanted, kept: list[Item], one: Item) -> None:
    same = [other for other in kept if _is_same(wanted, other, one)]
    if not same:
        kept.append(one)
        return
    into = same[0]
    for other in (*same[1:], one):
        if other.weight > into.weight:
            into.line, into.passage, into.weight = other.line, other.passage, other.weight
        into.keys |= other.keys
        into.reports |= other.reports
        into.sources |= other.sources
    for other in same[1:]:
        kept.remove(other)


def _is_same(wanted: Wanted, one: Item, other: Item) -> bool:
    """Of the same body within days, where that is asked for; else of one story, or told in much the same words."""
    if wanted.kind in BODIES and _are_others(one, other):
        return False
    own = {mine.company or mine.id for mine in wanted.whose}
    once = not _OFTEN.intersection(wanted.senses) and not any(senses()[name].mutual for name in wanted.senses)
    if one_event((one.line, one.passage), (other.line, other.passage), own, once=once):
        return True
    alike_by = likeness(wanted, one.line, other.line)
    near = abs(one.passage.published - other.passage.published) <= _SAME_EVENT
    if alike_by >= _NEARLY_THE_SAME or (near and wanted.kind in BODIES and _share(one.keys, other.keys)):
        return True
    apart = wanted.kind in BODIES and one.keys and other.keys and one.passage.language == other.passage.language
    alike = near and alike_by >= _ALIKE and not (wanted.kind == EVENT and _lead_apart(one.line, other.line))
    return not apart and bool(one.reports & other.reports or alike)


def _lead_apart(one: str, other: str) -> bool:
    """Outside English each begins with somebody whom the other does not name: two calls in much the same words."""
    if "en" in (tongue_of(one), tongue_of(other)):
        return False
    return leading_of(one) not in other and leading_of(other) not in one


_OFTEN: Final = frozenset({"release", "announce", "develop", "invest"})
"""What somebody may do to several things on one day."""


def _are_others(one: Item, other: Item) -> bool:
    """It is told of the one and of the other, both known by name: who sues whom."""
    mine, theirs = ({key for key in item.keys if spellings(key)} for item in (one, other))
    return bool(mine and theirs) and not one.keys & other.keys


def _share(one: Collection[str], other: Collection[str]) -> bool:
    """A key, or its first characters where no Latin letters are: セブン and セブン&アイ."""
    if set(one) & set(other):
        return True
    first = {key[:_FIRST_OF] for key in one if len(key) >= _FIRST_OF and not key.isascii()}
    return any(key[:_FIRST_OF] in first for key in other)


_FIRST_OF: Final = 3


def likeness(wanted: Wanted, one: str, other: str) -> float:
    """Share of the shorter line's words that both have, beside what is asked for."""
    asked = frozenset(wanted.terms)
    mine, theirs = (frozenset(search_tokens(simplify(line))) - asked for line in (one, other))
    return len(mine & theirs) / max(min(len(mine), len(theirs)), _FEWEST)


def _is_of_another_time(wanted: Wanted, line: str) -> bool:
    told = quantities(line).months
    return bool(wanted.months and told) and not told & wanted.months
