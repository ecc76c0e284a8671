"""Do directed relations keep their ends: who bought, sued, beat, replaced, paid, hired from whom; what was renamed what?

Pure, for English. Each relation has the forms in which it is told (`data/ends.toml`), turned round ones among them; a telling that holds
one end for end the other way than its quote is false in any wording. Any other verb counts where both have it.
"""

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from typing import Final

from news.text import STOP_WORDS, search_tokens, sentences
from summariser.checking.casting import is_passive, recast
from summariser.words.facts import plain
from summariser.words.names import name_terms
from summariser.words.vectors import DATA
from summariser.words.wording import plainly

_RUN: Final = re.compile(
    r"(?<![\w«])(?:[A-Z]|[a-z]{1,2}[A-Z])[\w.&'-]*\w(?: (?:[A-Z][\w.&'-]*\w|\d+(?:\.\d+)?(?![\w%$])))*|(?<![\w«])[A-Z](?=\b)"
)
_WORD: Final = re.compile(r"[\w.&'-]*\w")
_LONG: Final = re.compile(r"(?<![\w-])[A-Za-z][\w-]{3,}")
_NOT_BE: Final = "".join(
    rf"(?<!\b{word} )" for word in ("is", "are", "was", "were", "be", "been", "being", "gets", "got", "not", "newly")
)
_STOPS: Final = r"that|which|who|whose|whom|while|but|and|or|after|before|because|amid|when|as|than|with|from|over|for|in|into|on|against|about"
_PIECES: Final = {
    "{A}": r"«(?P<a>\d+)»",
    "{B}": r"«(?P<b>\d+)»",
    "{g}": r"(?!'s)(?:(?!«|\b(?:which|that|whom) (?:it|they|he|she|the)\b)[^;:]){0,60}?",
    "{o}": rf"(?: ?(?!(?:{_STOPS}|by)\b)[\w$€£.,%'’\"“”-]+){{0,6}}? ?",
    "{by}": r"(?: \w+){0,3}? by (?:(?!«)[\w' -]){0,30}?",
}
_MASK: Final = re.compile(r"«\d+»")
_VERB: Final = re.compile(r"\{v:((?:[^{}]|\{\d+(?:,\d+)?\})*)\}")
_MUTUAL: Final = re.compile(
    r"\b(?:and|or|versus|vs|between|partner\w*|merg\w+|met|meets?|compet\w+|rival\w*|agree\w*|together|jointly|collaborat\w+|negotiat\w+|talks?|deal|contract|with|as|than|times|half|twice|double)\b",
    re.IGNORECASE,
)
Relations = frozenset[tuple[str, int, int]]
_ARTICLES: Final = frozenset({"the", "a", "an", "its", "his", "her", "their"})
_PREPOSITIONS: Final = frozenset({"of", "in", "at", "for", "from", "to", "on", "by"})


def exchanged_ends(told: str, sources: Sequence[str]) -> Iterator[str]:
    """ "relation a/b" for ends that changed places; "parts of a/b" for other verbs of which that is sure."""
    source = "\n".join(sources)
    names, mine, theirs = _read(told, source)
    for kind, one, other in sorted(mine - theirs):
        if (kind, other, one) in theirs and (kind, other, one) not in mine:
            yield f"ends of {kind} {names[one]}/{names[other]}"
    kept = kept_ends(told, sources)
    yield from (f"parts of {pair}" for pair in _of_one_verb(told, source) if not kept.issuperset(pair.split("/")))


def kept_ends(told: str, sources: Sequence[str]) -> frozenset[str]:
    """The words of the names between which both texts tell the same relation, the same way round."""
    names, mine, theirs = _read(told, "\n".join(sources))
    return frozenset(word for _, *ends in mine & theirs for end in ends for word in names[end].split())


@lru_cache(maxsize=64)
def _read(told: str, source: str) -> tuple[Sequence[str], Relations, Relations]:
    told, source = plain(told), plain(source)
    names = Names(told, source)
    mine, theirs = names.masked(told), names.masked(source)
    if len(set(_MASK.findall(mine)) & set(_MASK.findall(theirs))) < 2:
        return names.shown, frozenset(), frozenset()
    return names.shown, _relations(mine), _relations(theirs)


def _of_one_verb(told: str, source: str) -> Iterator[str]:
    """Pairs of names whose parts changed about the verb right behind the first of them, by the same preposition."""
    lines = [line for text in source.split("\n") for line in sentences(plain(text), "en")]
    for part in sentences(plain(told), "en"):
        for pair in recast(part, lines):
            here = _between(part, *pair.split("/", 1))
            there = [_between(line, *pair.split("/", 1)) for line in lines]
            if here and any(
                text and here[0] == text[0] and (here[1] == text[1] or is_passive(part) != is_passive(source))
                for text in there
            ):
                yield pair


def _between(text: str, one: str, other: str) -> tuple[str, str] | None:
    """The verb (its stem) and the last preposition between two names; None where more than one clause is, or both do it together."""
    low = text.casefold()
    at = [re.search(rf"(?<!\w){re.escape(name)}(?!\w)", low) for name in (one, other)]
    if at[0] is None or at[1] is None:
        return None
    first, last = sorted((at[0], at[1]), key=lambda match: match.start())
    between = re.sub(r"^(?: [A-Z]\w+)+", "", text[first.end() : last.start()])
    if re.match(r"'|-", between) or re.search(r"[,;:]", between) or _MUTUAL.search(between):
        return None
    words = re.findall(r"(?<!\w)[a-z][\w-]*", between)
    verb = next((stem for word in words if word not in STOP_WORDS for stem in search_tokens(plainly(word))), "")
    ends = [word for word in words if word not in _ARTICLES]
    return (verb, ends[-1] if ends[-1] in STOP_WORDS else "") if verb and words[0] not in _PREPOSITIONS else None


class Names:
    """The names of two texts as numbers: a shorter one is the longer one that holds it, where that is one only."""

    def __init__(self, *texts: str) -> None:
        running = [text for text in texts if not _is_titled(text)]
        self._known = {word.casefold() for text in running for run, _, _ in _runs(text, set()) for word in run.split()}
        self._known |= name_terms()
        if not running:
            words = {word.casefold() for text in texts for word in _LONG.findall(text)}
            self._known |= {word for word in words if not _verbs().fullmatch(word)}
        runs = [[_bare(run) for run, _, _ in _runs(text, self._wanted(text))] for text in texts]
        self.shown = list(dict.fromkeys(run for found in runs for run in found))
        self._alone = set(runs[0]).intersection(*runs)

    def masked(self, text: str) -> str:
        found = [part for one in _runs(text, self._wanted(text)) for part in self._split(*one)]
        for run, start, end in reversed(found):
            text = f"{text[:start]}«{self._number(_bare(run))}»{text[end:]}"
        return text

    def _split(self, run: str, start: int, end: int) -> Iterator[tuple[str, int, int]]:
        """ "Gemini Bard" where both are names of their own."""
        first, _, rest = run.partition(" ")
        if rest and _bare(first) in self.shown and _bare(rest) in self.shown:
            yield first, start, start + len(first)
            yield rest, end - len(rest), end
        else:
            yield run, start, end

    def _wanted(self, text: str) -> set[str]:
        return self._known if _is_titled(text) else set()

    def _number(self, run: str) -> int:
        holding = [other for other in self.shown if other != run and f" {run} " in f" {other} "]
        if run in self._alone and any(other.startswith(f"{run} ") for other in holding):
            holding = []  # "Apple" is not "Apple Card" where both are named
        return self.shown.index(holding[0] if len(holding) == 1 else run)


@cache
def _verbs() -> re.Pattern[str]:
    """Any word of any form, for headlines in which every word has a capital."""
    tables = tomllib.loads((DATA / "ends.toml").read_text("utf-8"))
    verbs = [verb for table in tables.values() for form in table["forms"] for verb in _VERB.findall(form)]
    return re.compile(
        rf"(?:{'|'.join(verbs)})(?: .*)?|itself|stake|over|into|from|with|after|lawsuit|name|(?:rename|rebrand|become|change|lose|trail|join|leave|fall|rank)s?|\w+ed|\w+ing"
    )


def _bare(run: str) -> str:
    return run.removesuffix("'s").removesuffix("'").casefold()


def _is_titled(text: str) -> bool:
    """Whether it is written Like a Headline of This Kind."""
    long = [word for word in _LONG.findall(text) if word.casefold() not in STOP_WORDS]
    return len(long) > 3 and all(word[0].isupper() for word in long)


def _runs(text: str, wanted: set[str]) -> Iterator[tuple[str, int, int]]:
    """Runs of capitals with their places, without a word that only opens a sentence; `wanted`: those that are names where all have capitals."""
    for match in _RUN.finditer(text):
        found: list[re.Match[str]] = []
        for word in _WORD.finditer(text, match.start(), match.end()):
            low = word[0].casefold().removesuffix("'s")
            is_name = (found or not word[0][0].isdigit()) and (
                low in wanted if wanted else low not in STOP_WORDS and not (not found and _opens(low, word, text))
            )
            if is_name or (found and word[0][0].isdigit()):
                found.append(word)
            if found and (not is_name or word[0].endswith("'s")) and not word[0][0].isdigit():
                yield text[found[0].start() : _end(found[-1])], found[0].start(), _end(found[-1])
                found = []
        if found:
            yield text[found[0].start() : _end(found[-1])], found[0].start(), _end(found[-1])


def _end(word: re.Match[str]) -> int:
    return word.end() - (2 if word[0].endswith("'s") else 0)


def _opens(low: str, word: re.Match[str], text: str) -> bool:
    """A word that opens a sentence and stands in lower case elsewhere, or is no name by its form: "Exports", "According"."""
    if word.start() and not re.search(r"[.!?:\"“] *$|\n$", text[: word.start()]):
        return False
    follows = text[word.end() :].lstrip()[:3]
    return bool(re.search(rf"(?<!\w){re.escape(low)}(?!\w)", text[word.end() :])) or (
        bool(re.fullmatch(r"[a-z]+(?:ing|ed|ly|tion)|exports|researchers|former|following|amid|unlike|shares", low))
        or follows.startswith("of ")
    )


@cache
def _forms() -> Mapping[str, Sequence[re.Pattern[str]]]:
    tables = tomllib.loads((DATA / "ends.toml").read_text("utf-8"))
    return {kind: [_compiled(form) for form in table["forms"]] for kind, table in tables.items()}


def _compiled(form: str) -> re.Pattern[str]:
    form = _VERB.sub(lambda verb: rf"{_NOT_BE}\b(?:{verb[1]})\b(?! by\b)", form)
    for piece, pattern in _PIECES.items():
        form = form.replace(piece, pattern)
    return re.compile(f"(?=({form}))", re.IGNORECASE)


@lru_cache(maxsize=2048)
def _relations(masked: str) -> Relations:
    found = set()
    for line in masked.split("\n"):
        if line.count("«") < 2:
            continue
        for kind, forms in _forms().items():
            for form in forms:
                found |= {(kind, int(m["a"]), int(m["b"])) for m in form.finditer(line) if m["a"] != m["b"]}
    return frozenset(found)
