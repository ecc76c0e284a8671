"""Does a sentence in one language rest on a quote in another? By what both languages share: numbers, dates, names, polarity.

Every number, date and name that is told must stand in the quote (a name in any of its known spellings), most of what the quote holds
of them must be told, known names keep their parts, and "not" stays "not". Known hole: what has neither name nor number is not checked
by words; such a sentence, and one whose polarity is unclear, may only be shown beside the original.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations
from typing import Final

from news.languages import Language
from news.scripts import CJK, THAI, words
from news.text import STOP_WORDS, reading_seconds, stemmed
from summariser.checking import exchanges
from summariser.checking.framing import is_one_clause
from summariser.checking.parts import Cast, recast
from summariser.checking.polarity import polarity
from summariser.words import facts
from summariser.words.aliases import Mention, mentions, people, runs_on, spelled_out, spellings
from summariser.words.durations import converted
from summariser.words.enumerating import listed
from summariser.words.metonyms import governed, seat_of
from summariser.words.names import places
from summariser.words.quantities import (
    Quantities,
    course,
    fractions,
    misunited,
    months_before,
    perhaps_shares,
    quantities,
    shares,
    unfounded,
    unnamed,
)
from summariser.words.vectors import everyday, fold, simplify

_MOSTLY: Final = 0.7
_KEPT: Final = 0.6
"""Share of the quote's names, numbers and dates that its telling must hold: a translation drops few."""
_MANY: Final = 6
_FEW: Final = 2
"""Where so few are to be kept, one that is called otherwise ("the company") says nothing."""
_SIZES: Final = (0.52, 1.95)
_SIZES_UNNAMED: Final = (0.6, 1.65)
"""Reading time of the telling against that of the quote: 98.9 % of human translations lie between, 97 % between the narrower ones,
which hold where neither name nor number says what the telling is about."""
_LATIN: Final = re.compile(rf"(?<![A-Za-z])[A-Za-z][A-Za-z0-9]*(?:[.&'’-][A-Za-z0-9]+)*(?=[\W{CJK}{THAI}]|$)")
_FIRST: Final = re.compile(r"(?:^|[.!?]\s+)([A-Z][A-Za-z0-9-]+)")
_GLOSS: Final = re.compile(rf"([A-Z][\w'.-]*(?: [A-Z][\w'.-]*)*) ?\(([^()]{{0,20}}[{CJK}{THAI}][^()]{{0,20}})\)")
_GIVEN: Final = re.compile(r"([A-Z][\w.'-]*) $")
_PARTICLES: Final = re.compile(r"[\u3041-\u3096][^()（）]*[\u3041-\u3096]")
_RUNNING: Final = re.compile(r"(?<![A-Za-z0-9])[a-z]+(?![A-Za-z0-9])")
"""Latin words without a capital or a digit: those of a sentence, not of a name."""
_EVERYWHERE: Final = words(
    "ai ceo cto cfo coo it api gpu cpu llm pc os sns vs app web agi us uk eu un ai's inc ltd corp co nov pdf tv id ok gw mw twh gwh kwh hz ghz tb gb"
)
_STANDS: Final = re.compile(
    r"\b(?:the|this|that|its) (?:[\w.'-]+ ){0,3}?(?:giant|company|maker|firm|startup|start-up|group|lab|platform|service|app|model|tool)\b"
    r"|同社|同氏|当社|[该該][公企社]|(?<![家个個])公司|회사(?:는|가|의)|이 (?:회사|업체|기업)|บริษัท(?!ย่อย|แม่)",
    re.IGNORECASE,
)
"""What stands for what the headline or the lead names."""
_LEAD: Final = 300
_OPENERS: Final = words(
    """last next previously recently currently meanwhile afterwards afterward later earlier instead despite although though while
    because since until unless however moreover furthermore additionally overall together separately similarly likewise elsewhere
    perhaps maybe besides beyond among amid during following according officials experts critics supporters analysts observers
    employees workers customers shoppers readers viewers voters residents students teachers parents patients doctors lawyers judges
    police prosecutors lawmakers regulators authorities ministers executives engineers scientists investigators shares stocks prices
    sales profits revenue talks plans rules laws courts schools hospitals factories towards throughout whereas whether"""
)


@dataclass(frozen=True, slots=True)
class Crossing:
    """`faults` are what the quote does not carry, `doubts` what it may carry all the same; without either, `checked` says whether words
    could tell that the telling is true."""

    faults: tuple[str, ...]
    checked: bool
    doubts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Text:
    """`known` names stand in the alias table, `latin` are the other ones; `placed` are both, where they stand first.

    `first` are words that begin a sentence and are no word of everyday news: names, as far as one can tell. `glosses` are names
    spelled in Latin letters with the original behind them in brackets, by their original: "Gomery (ゴメリー)"; `foreign` is what a
    Latin text has in another script.
    """

    folded: str
    known: dict[str, Mention]
    latin: frozenset[str]
    first: frozenset[str]
    glosses: Mapping[str, frozenset[str]]
    foreign: frozenset[str]
    placed: dict[str, Mention]
    anchors: frozenset[str]
    is_latin: bool


def cross(
    told: str, language: Language, quote: str, quote_language: Language, *, context: str = "", around: str = ""
) -> Crossing:
    """`context`: the title over the quote, where a name may stand that the quote calls "the company"; `around`: the article."""
    told, quote = governed(told, quote)
    mine, theirs = _text(told), _text(quote)
    same = {f"number {number}" for number in converted(told, quote) | fractions(quote) | listed(told)}
    same |= {f"month {month}" for month in months_before(quote)}
    found = [one for one in unfounded(quantities(unnamed(told, context)), quantities(quote)) if one not in same]
    found += misunited(told, quote)
    parts, perhaps_parts = recast(Cast(mine.folded, mine.placed), Cast(theirs.folded, theirs.placed))
    strange, perhaps = _strangers(mine, theirs, _text(context), around)
    found += [*strange, *(text for text in parts if text.startswith("compared") or _are_alone(mine, theirs))]
    found += _exchanged(_owners(told, mine), _owners(quote, theirs), shares(quote))
    one, other = exchanges.words_of(told, language), exchanges.words_of(quote, quote_language)
    (opposites, opposed), (counts, uncounted) = exchanges.turned(one, other), exchanges.miscounted(one, other)
    found += [*opposites, *counts, *_renamed(mine, language, theirs, quote_language)]
    doubts = [*perhaps, *parts, *perhaps_parts, *opposed, *uncounted, *_single(quantities(told), quantities(quote))]
    doubts += [f"percent {value}" for value in sorted(perhaps_shares(told, quote))]
    doubts += _measured(told, language, quote, quote_language, theirs)
    if told_of := _told_of(mine, theirs):
        (found if told_of == "none" else doubts).append("tells little of its quote")
    ways = course(told), course(quote)
    if ways[0] and ways[1] and ways[0] == ways[1][::-1]:
        found.append("from and to")
    turned = polarity(told, language, quote, quote_language)
    if turned == "turned" and (bare := exchanges.without_shortfalls(one, other)):
        turned = polarity(bare[0], language, bare[1], quote_language)
        doubts += ["polarity"]
    if turned == "turned":
        # Of several clauses another one than the told may hold the "not".
        (found if is_one_clause(quote) else doubts).append("negation or direction")
    doubts = [text for text in doubts if text not in found]
    return Crossing(
        tuple(dict.fromkeys(found)), bool(theirs.anchors) and turned == "same", tuple(dict.fromkeys(doubts))
    )


def _told_of(mine: "_Text", theirs: "_Text") -> str:
    """ "little" or "none" of what the quote names, "" for enough. A name that no table knows may be told in another script."""
    anchors, shared = theirs.anchors, len(theirs.anchors & mine.anchors)
    if shared >= _KEPT * len(anchors):
        return ""
    sure = anchors if mine.is_latin == theirs.is_latin else anchors - theirs.latin
    nothing = shared == 0 if len(sure) < _MANY else shared <= 1
    return "none" if nothing and len(sure) > _FEW else "little"


def _renamed(mine: "_Text", language: Language, theirs: "_Text", quote_language: Language) -> Iterator[str]:
    told, said = exchanges.Words(mine.folded, language), exchanges.Words(theirs.folded, quote_language)
    yield from exchanges.renamed(told, mine.placed, said, theirs.placed)


def _single(mine: Quantities, theirs: Quantities) -> list[str]:
    """A "1" where a number of the quote is missing; without that, languages count single things differently."""
    lost = (theirs.stated | theirs.worded) - mine.stated - mine.worded
    return ["number 1"] if "1" in mine.stated - theirs.stated - theirs.worded and lost else []


def _measured(told: str, language: Language, quote: str, quote_language: Language, theirs: "_Text") -> Iterator[str]:
    size = reading_seconds(told, language) / max(0.1, reading_seconds(quote, quote_language))
    least, most = _SIZES if theirs.anchors else _SIZES_UNNAMED
    if not least <= size <= most:
        yield "more or less than its quote"


@lru_cache(maxsize=4096)
def _text(text: str) -> _Text:
    text = spelled_out(text)
    found, folded = mentions(text), fold(text)
    known: dict[str, Mention] = {}
    for mention in found if len(folded) == len(text) else mentions(folded):
        known.setdefault(mention.id, mention)
    spelled = {word for mention in found for word in re.findall(r"\w+", fold(text[mention.start : mention.end]))}
    spelled |= {
        given[1].casefold() for one in found if one.id in people() and (given := _GIVEN.search(text[: one.start]))
    }
    latin = frozenset(name for name in _latin_names(text) if not set(re.findall(r"\w+", name)) <= spelled)
    anchors = frozenset(known) | latin | quantities(text).all
    # A sentence's first word has a capital whatever it is: compared where the other text has it too, but never missed.
    first = {name.casefold() for name in _FIRST.findall(facts.plain(text))} - spelled
    others = {name: _place(folded, name) for name in latin | first}
    rare = frozenset(name for name in first if not _is_common(name))
    return _Text(folded, known, latin, rare, _glosses(text), _foreign(text), known | others, anchors, _is_latin(text))


def _foreign(text: str) -> frozenset[str]:
    return frozenset(re.findall(f"[{CJK}{THAI}・·]{{2,}}", fold(text)) if _is_latin(text) else ())


def _glosses(text: str) -> Mapping[str, frozenset[str]]:
    return {
        simplify(fold(match[2].strip())): frozenset(_latin_names(f"x {match[1]}"))
        for match in _GLOSS.finditer(facts.plain(text))
    }


def _is_common(word: str) -> bool:
    """Whether news says it every day, in this form or another; a known name is looked for by itself."""
    parts = re.split(r"[^a-z0-9]+", word)
    return any(part in STOP_WORDS or part in _OPENERS or part.isdigit() for part in parts) or any(
        stem in everyday() for stem in stemmed(parts)
    )


def _place(folded: str, name: str) -> Mention:
    whole = re.search(rf"(?<![a-z0-9]){re.escape(fold(name))}(?![a-z0-9])", folded)
    start = whole.start() if whole else max(0, folded.find(fold(name)))
    return Mention(name, "", start, start + len(name))


def _latin_names(text: str) -> Iterator[str]:
    """Names in Latin letters: in a Latin text the capitalised ones, in any other every word that is not common to all languages."""
    shown = _GLOSS.sub(r"\1", facts.plain(text))
    if _is_latin(shown):
        yield from (name for name in facts.names(text) if name not in _EVERYWHERE)
        return
    for match in _LATIN.finditer(shown):
        name = match.group().rstrip(".'").removesuffix("'s").casefold()
        if name not in _EVERYWHERE and name not in STOP_WORDS and len(name) > 1:
            yield name


def _is_latin(text: str) -> bool:
    """Whether the text is in a Latin script, whatever names it holds in another one.

    Japanese shows in its particles, however many Latin names stand between; Chinese, Korean and Thai in that their characters are
    more than those of the Latin words that are no names.
    """
    bare = _GLOSS.sub(" ", text)
    if _PARTICLES.search(bare):
        return False
    others = len(re.findall(rf"[{CJK}{THAI}]", bare))
    if others > sum(map(len, _RUNNING.findall(bare))):
        return False
    letters = len(re.findall("[A-Za-z]", text))
    return letters >= _MOSTLY * (letters + len(re.findall(rf"[{CJK}{THAI}]", text)))


def _strangers(told: _Text, quote: _Text, context: _Text, around: str) -> tuple[list[str], list[str]]:
    """Names told that the quote does not hold: those that speak against the telling, and those that it may mean.

    A company may stand for its product or its head and the other way round, unless both are told. A name of the title may
    be told for "the company", but not where a name of the quote is missing: then it has taken that one's place. Where none is
    missing, a name of the article may be meant, the country that it speaks of, or a name that the quote writes in another script.
    """
    whole = not _dropped(told, quote)
    held = {_company(name) for id, name in quote.known.items() if id not in told.known}
    held |= {_company(name) for name in context.known.values()} if whole else set()
    names = [
        id for id, mention in told.known.items()
        if id not in quote.known and _company(mention) not in held and not _is_surnamed(id, quote, around)
    ]  # fmt: skip
    there = f"{quote.folded}\n{context.folded}" if whole else quote.folded
    spelled = {name for original, names in told.glosses.items() if original in quote.folded for name in names}
    joined = there.replace(" ", "")
    new = [
        name for name in sorted((told.latin | told.first | told.foreign) - spelled)
        if simplify(name) not in there and simplify(name) not in joined
    ]  # fmt: skip
    moved = (quote.known.keys() - told.known.keys()) & places()
    makers = {_company(name) for name in quote.known.values()}
    meant = {
        id for id in names
        if seat_of(id) in quote.known or runs_on(told.folded, told.known[id]) or (whole and id in _text(around).known) or (id in places() and not moved) or _company(told.known[id]) in makers - {id}
    }  # fmt: skip
    if _STANDS.search(quote.folded):
        headed = context.known.keys() | _text(_lead(around)).known.keys()
        meant |= {id for id in names if id in headed}
        meant |= {name for name in new if simplify(name) in f"{context.folded}\n{fold(_lead(around))}"}
    if not _dropped(told, quote, ours=quote.is_latin) or (
        quote.known.keys() <= told.known.keys() and not _lost(told, quote)
    ):
        meant |= {
            name for name in new if simplify(name) in fold(around) or not quote.is_latin or name in told.first
        } - told.foreign
    found = [*names, *new]
    return [f"name {name}" for name in found if name not in meant], [f"name {name}" for name in found if name in meant]


def _lead(around: str) -> str:
    """How the article begins, behind its title, source and address."""
    return around.split("\n", 3)[-1][:_LEAD]


def _is_surnamed(id: str, quote: _Text, around: str) -> bool:
    """Whether the quote calls a person of the article by the last name: "Huang"."""
    if id not in people() or id not in _text(around).known:
        return False
    last = {name.casefold().split()[-1] for name in spellings(id) if name.isascii() and " " in name}
    return any(re.search(rf"(?<![a-z]){re.escape(name)}(?![a-z])", quote.folded) for name in last)


def _lost(told: _Text, quote: _Text) -> frozenset[str]:
    return (quote.latin | quote.first) - told.latin - told.first


def _company(mention: Mention) -> str:
    return mention.company or mention.id


def _dropped(told: _Text, quote: _Text, *, ours: bool = True) -> bool:
    """Whether a name of the quote is not told; `ours`: places count as well."""
    instead = {_company(name) for id, name in told.known.items() if id not in quote.known}
    known = {id: name for id, name in quote.known.items() if ours or id not in places()}
    if any(id not in told.known and _company(name) not in instead for id, name in known.items()):
        return True
    return any(simplify(name) not in told.folded for name in quote.latin | quote.first)


def _are_alone(mine: _Text, theirs: _Text) -> bool:
    """Whether both texts name the same two beside places, and nobody speaks before a colon: then one order is the other turned round."""
    names, others = ((text.known.keys() | text.latin) - places() for text in (mine, theirs))
    return len(names) == 2 and names == others and not any(":" in text.folded for text in (mine, theirs))


def anchors(text: str) -> frozenset[str]:
    """The names, numbers and days of a text, as what they are in any language."""
    return _text(text).anchors


def named(text: str) -> Mapping[str, tuple[int, int]]:
    """The names of a text, as what they are in any language, with where each stands first in it as it is folded."""
    return {
        id: (one.start, one.end)
        for id, one in _text(text).placed.items()
        if id in _text(text).known or id in _text(text).latin
    }


def opening_names(told: str, source: str) -> Iterator[str]:
    """In one language: what the telling's sentences begin with, where it is a name that the source does not hold."""
    mine, theirs = _text(told), _text(source)
    held = {_company(name) for name in theirs.known.values()}
    known = {id for id, mention in mine.known.items() if _company(mention) not in held}
    yield from sorted(known | {name for name in mine.first if simplify(name) not in theirs.folded})


def _owners(text: str, read: _Text) -> Mapping[str, str]:
    """Each number to the name that stands nearest before it, in the text's own terms."""
    folded = fold(spelled_out(text))
    starts = {number: folded.find(re.sub(r"e\+.*", "", number)) for number in quantities(text).stated}
    names = sorted((one.end, id) for id, one in read.placed.items())
    return {
        number: next((id for end, id in reversed(names) if end <= start), "")
        for number, start in starts.items()
        if start >= 0
    }


def _exchanged(mine: Mapping[str, str], theirs: Mapping[str, str], alike: frozenset[str]) -> Iterator[str]:
    """Pairs of numbers, both of them shares of something, that belong to each other's names."""
    shared = sorted(mine.keys() & theirs.keys() & alike)
    for one, other in combinations(shared, 2):
        told, said = (mine[one], mine[other]), (theirs[one], theirs[other])
        if all(told) and told[0] != told[1] and told == said[::-1]:
            yield f"{one} and {other} of {told[0]}/{told[1]}"
