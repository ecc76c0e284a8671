"""Names of the press and of the sources that are read: what each can be called by, and which sources are theirs. Pure; shipped as data."""

import re
import tomllib
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final

from summariser.words.aliases import mentions
from summariser.words.question_words import GENERIC
from summariser.words.vectors import DATA

SHORTEST: Final = 2
_PLAIN_WORD: Final = "~"
_DOMAIN: Final = re.compile(r"(?:[\w-]+\.)+[a-z]{2,}")
_ASIDE: Final = re.compile(r"\s*(?:[(（]|[·｜|] |：|\s[-–—]\s).*$|\s+(?:rss|feed)$", re.IGNORECASE)
_RELAYED: Final = re.compile(r"google news|bing news", re.IGNORECASE)
_OWN_PAGES: Final = re.compile(r" (?:(?:official |tech(?:nology)? |engineering )?blog|news|newsroom)$")
_BLOG: Final = " blog"
_LONG: Final = 6
_Sources = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Call:
    """One way to call an outlet. `form` is folded; `written`: only as written here, "" in any case; `blog`: a company's own pages, which the
    question has to call so; `sources`: the ids of what is read of it, none where nothing is."""

    form: str
    name: str
    written: str = ""
    blog: bool = False
    sources: tuple[str, ...] = ()


def folded(text: str) -> str:
    """In small letters, letter by letter: what is found stands at the same place in the text; "the-verge" is "the verge"."""
    small = (one.lower() for one in text)
    plain = "".join(low if len(low) == 1 else one for low, one in zip(small, text, strict=True))
    return plain.replace("’", "'").replace("-", " ")


def calls_of(sources: Mapping[str, str], own: Mapping[str, str]) -> Mapping[str, list[Call]]:
    """`sources`: name → id, `own`: of companies' own pages. By how each call begins, the longest first."""
    return _calls(tuple(sources.items()), tuple(own.items()))


@lru_cache(maxsize=64)
def _calls(sources: _Sources, own: _Sources) -> Mapping[str, list[Call]]:
    theirs, rest = _of_outlets(sources)
    found = [_call(form, name, tuple(theirs[name])) for name, forms in _outlets().items() for form in forms]
    found += _source_calls(rest, {one.form for one in found})
    found += _blog_calls(own)
    begun: dict[str, list[Call]] = defaultdict(list)
    for one in sorted(found, key=lambda call: (-len(call.form), not call.sources, call.form)):
        if len(one.form) >= SHORTEST:
            begun[one.form[:SHORTEST]].append(one)
    return dict(begun)


def _blog_calls(own: _Sources) -> list[Call]:
    """By the company's name: its blog is said behind it."""
    forms: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for name, id in own:
        plain = folded(_ASIDE.sub("", name))
        for form in {plain, _OWN_PAGES.sub("", plain)}:
            forms[form].append((id, name))
    return [
        Call(form, theirs[0][1], blog=not form.endswith(_BLOG), sources=tuple(id for id, _ in theirs))
        for form, theirs in forms.items()
    ]


def forms_of(name: str) -> tuple[str, ...]:
    """All that an outlet is called by."""
    forms = (one.removeprefix(_PLAIN_WORD) for one in _outlets().get(name, (name,)))
    return tuple(dict.fromkeys(way for one in forms for way in (one, re.sub(r"^the ", "", one, flags=re.IGNORECASE))))


@cache
def _outlets() -> Mapping[str, tuple[str, ...]]:
    """Name → its forms: the name itself, with and without its article, and what else it is called."""
    rows = tomllib.loads((DATA / "outlets.toml").read_text("utf-8"))
    return {name: tuple(dict.fromkeys((name, *_split(forms)))) for name, forms in rows.items()}


def _split(forms: str) -> list[str]:
    return [one.strip() for one in forms.split(",") if one.strip()]


def _call(form: str, name: str, sources: tuple[str, ...]) -> Call:
    bare = form.removeprefix(_PLAIN_WORD)
    plain_word = bare != form or (form == name and any(one == _PLAIN_WORD + name for one in _outlets()[name]))
    return Call(folded(bare), name, bare if plain_word else "", sources=sources)


def _of_outlets(sources: _Sources) -> tuple[Mapping[str, list[str]], _Sources]:
    """Which sources are of which outlet, and those that are of none."""
    names = {folded(form.removeprefix(_PLAIN_WORD)): name for name, forms in _outlets().items() for form in forms}
    theirs: dict[str, list[str]] = defaultdict(list)
    rest = []
    for name, id in sources:
        outlet = _outlet(name, names)
        theirs[outlet].append(id) if outlet else rest.append((name, id))
    return theirs, tuple(rest)


def _outlet(name: str, names: Mapping[str, str]) -> str:
    """By the name that a source has or begins with, or by the domain that it is called by; "" for none that is known."""
    plain = folded(_ASIDE.sub("", name))
    if _DOMAIN.fullmatch(name):
        parts = folded(name).split(".")
        ends = (".".join(parts[at:]) for at in range(len(parts) - 1))
        return next((names[end] for end in (name, *ends) if end in names), "")
    words = plain.split(" ")
    begins = (" ".join(words[:many]) for many in range(len(words), 0, -1))
    found = next((names[one] for one in begins if one in names), "")
    return found or names.get(plain.removeprefix("the "), "")


def _source_calls(sources: _Sources, taken: set[str]) -> list[Call]:
    """Of sources that no table knows: the whole name, what it begins with, and that without its spaces."""
    plain = [(folded(_ASIDE.sub("", name)), name, id) for name, id in sources]
    blogs = {own for own, _, _ in plain if mentions(own) and not own.endswith(_BLOG)}
    called = {own: _ASIDE.sub("", name) for own, name, _ in plain if not (own in blogs and _RELAYED.search(name))}
    called = {**{brand: brand for own in called if (brand := _brand(own))}, **called}
    found = []
    for own, name in called.items():
        ids = tuple(dict.fromkeys(id for other, _, id in plain if f"{other} ".startswith(f"{own} ")))
        ways = {own, own.removeprefix("the "), own.replace(" ", "") if own.isascii() and len(own) >= _LONG else own}
        found += [Call(way, name, blog=own in blogs, sources=ids) for way in ways - taken]
    return found


def _brand(name: str) -> str:
    """What a source is called by for short: CNBC for "CNBC Technology"; "" where that is the name of a company, or of a field."""
    first = " ".join(name.split(" ")[: 2 if name.startswith("the ") else 1])
    is_word = first in GENERIC or len(first) <= SHORTEST or mentions(first) or not first.isascii()
    return "" if is_word or first.startswith("@") else first
