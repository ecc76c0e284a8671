"""How likely a report tells what a question asks for, where several things are: a list, the news of something. Fitted; pure; six languages.

It is measured by how much of the question its headline and its first words tell, in whatever language: `data/asked_for.json` weighs that.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final

from news.model import Article
from news.text import search_tokens
from summariser.asking.asked_for import HALF, Asked, Part, called, is_deed
from summariser.reading.doings import tells_a_model
from summariser.reading.formats import form_of
from summariser.reading.relevance import judge
from summariser.stories.newslines import Line, is_report
from summariser.stories.weighing import stake_in
from summariser.words.aliases import mentions
from summariser.words.lexicon import told_in
from summariser.words.names import all_names, names_in
from summariser.words.senses import is_spoken_of, kinds
from summariser.words.trees import trees
from summariser.words.vectors import simplify

_LEAD: Final = 400
_BODY: Final = 2500
_ASKS: Final = re.compile(r"[?？]")


@lru_cache(maxsize=16_384)
def _told(text: str) -> frozenset[str]:
    """Its concepts, and what sort its names are of: who is named need not be called a company."""
    named = names_in(text)
    sorts = {_SORTS[one.kind] for one in named}
    makers = {"ai company"} if any(one.company in _makers() for one in named) else set()
    large = {"big tech"} if any(one.company in _LARGE for one in named) else set()
    models = {"ai model", "large language model"} if tells_a_model(text) else set()
    return told_in(text) | sorts | makers | large | models


_SORTS: Final = {
    "company": "company",
    "product": "product",
    "person": "person",
    "body": "organization",
    "place": "place",
}
_LARGE: Final = frozenset({"google", "apple", "amazon", "meta", "microsoft", "nvidia"})


@cache
def _makers() -> frozenset[str]:
    """Companies one of whose products is known."""
    return frozenset(one.company for one in all_names() if one.kind == "product")


@lru_cache(maxsize=16_384)
def words_in(text: str) -> frozenset[str]:
    """Its search tokens, Chinese ones in simplified form."""
    return frozenset(search_tokens(simplify(text)))


@lru_cache(maxsize=16_384)
def _named(text: str) -> frozenset[str]:
    return frozenset(name for one in mentions(text) for name in called(one))


@dataclass(frozen=True, slots=True)
class Found:
    """A report that may tell it. `points`: its search points as a share of the best one's; `near`: the cosine of what its title and the question
    mean, `behind` so much less than the nearest's, at that `place` (a logarithm); `aside`: no news of AI; `same`: of the asker's language; `age`
    in days; `before`: published before the time that is asked for; `lists`: a list is asked for."""

    line: Line
    points: float
    near: float
    behind: float
    place: float
    aside: bool
    same: bool
    age: float
    before: bool
    lists: bool


def odds(asked: Asked, found: Sequence[Found]) -> list[float]:
    """Log-odds that each tells what is asked for."""
    return trees("asked_for").of([signs(asked, one) for one in found])


def nearest(asked: Asked, found: Sequence[Found]) -> list[Found]:
    """Those whose headlines have most of it, by what is quickly looked at."""
    return sorted(found, key=lambda one: -_near_it(asked, one))[:_WEIGHED]


_WEIGHED: Final = 160


def _near_it(asked: Asked, found: Found) -> float:
    article = found.line.article
    title, lead = article.title, article.words[:_LEAD]
    first, told = words_in(title), _told(title)
    named = sum(bool(one & _named(title)) for one in asked.names) / (len(asked.names) or 1)
    whole = _covered(asked.parts, first | words_in(lead), told | _told(lead))
    own = 2 * found.near + 0.5 * found.points - 0.5 * found.aside
    return own + named + _covered(asked.parts, first, told) + 1.5 * whole


def signs(asked: Asked, found: Found) -> dict[str, float]:
    """What the report is weighed by."""
    article = found.line.article
    own = {
        "points": found.points,
        "near": found.near,
        "behind": found.behind,
        "place": found.place,
        "aside": float(found.aside),
        "plain": float(found.line.plain),
        "same": float(found.same),
        "age": found.age,
        "before": float(found.before),
        "lists": float(found.lists),
        "story": float(article.story is not None),
    }
    return {**own, **_told_by(asked, article)}


def _told_by(asked: Asked, article: Article) -> dict[str, float]:
    title, lead = article.title, article.words[:_LEAD]
    first, whole = words_in(title), words_in(title) | words_in(lead)
    body = first | words_in(article.words[:_BODY])
    told, more = _told(title), _told(title) | _told(lead)
    names, near = _named(title), _named(title) | _named(lead)
    every, theme = len(asked.names) or 1, asked.theme
    return {
        "cov_title": _covered(asked.parts, first, told),
        "cov_lead": _covered(asked.parts, whole, more),
        "tok_title": _held(asked.tokens, first),
        "tok_lead": _held(asked.tokens, whole),
        "tok_body": _held(asked.tokens, body),
        "named": float(bool(asked.names)),
        "name_title": sum(bool(one & names) for one in asked.names) / every,
        "name_lead": sum(bool(one & near) for one in asked.names) / every,
        **_telling(asked.parts, first, told, "title"),
        **_telling(asked.parts, whole, more, "lead"),
        **_by_role(asked.parts, first, told, "title"),
        **_by_role(asked.parts, whole, more, "lead"),
        "unmet_title": _unmet(asked.parts, first, told),
        "unmet_lead": _unmet(asked.parts, whole, more),
        "both": float(len([one for one in asked.parts if one.met(first, told) >= HALF])),
        "theme_title": theme.share(title) if theme else 0.0,
        "theme_lead": theme.share(f"{title} {lead}") if theme else 0.0,
        **_of_deeds(asked, title, lead),
        **_of_itself(article),
    }


def told_share(asked: Asked, *texts: str) -> dict[str, float]:
    """How much of what is asked for the texts tell together: of all parts, of its words, of things and of what is done (-1 where none is asked for),
    of the weightiest that they lack, of its names; and whether a deed is told."""
    tokens, concepts, names = (frozenset().union(*map(of, texts)) for of in (words_in, _told, _named))
    roles = _by_role(asked.parts, tokens, concepts, "")
    return {
        "cover": _covered(asked.parts, tokens, concepts),
        "words": _held(asked.tokens, tokens),
        "things": roles["all_things_"],
        "done": roles["all_done_"],
        "unmet": _unmet(asked.parts, tokens, concepts),
        "names": sum(bool(one & names) for one in asked.names) / (len(asked.names) or 1),
        "deed": float(any(is_spoken_of(one, text) for one in asked.deeds for text in texts)) if asked.deeds else -1.0,
    }


def concepts_of(text: str) -> frozenset[str]:
    """What it tells, by the lexicon and by what sort its names are of."""
    return _told(text)


def _of_deeds(asked: Asked, title: str, lead: str) -> dict[str, float]:
    return {
        "deeds": float(bool(asked.deeds)),
        "deed_title": float(any(is_spoken_of(one, title) for one in asked.deeds)),
        "deed_lead": float(any(is_spoken_of(one, lead) for one in asked.deeds)),
        "kinds": float(bool(asked.kinds)),
        "kind_title": float(any(kinds()[one].tells.search(title) for one in asked.kinds)),  # type: ignore[union-attr]
        "parts": float(len(asked.parts)),
    }


def _of_itself(article: Article) -> dict[str, float]:
    """Whatever is asked for."""
    title, of_ai, form = article.title, judge(article.title, article.words), form_of(article)
    return {
        "of_ai": float(of_ai.is_ai),
        "ai": of_ai.score,
        "report": float(is_report(article)),
        "form": float(form == "news"),
        "promo": float(form in ("promo", "deal", "jobs")),
        "asks": float(_ASKS.search(title) is not None),
        "stake": stake_in(title),
        "length": float(len(title)),
    }


def _covered(parts: Sequence[Part], tokens: frozenset[str], concepts: frozenset[str]) -> float:
    whole = sum(one.weight for one in parts)
    return sum(one.weight * one.met(tokens, concepts) for one in parts) / whole if whole else 0.0


def _by_role(parts: Sequence[Part], tokens: frozenset[str], concepts: frozenset[str], where: str) -> dict[str, float]:
    """How far what is done is met, and what it is done to or by; -1 where none is asked for."""
    telling = [one for one in parts if one.weight >= _SAYS]
    done, things = [one for one in telling if is_deed(one)], [one for one in telling if not is_deed(one)]
    return {
        f"done_{where}": max((one.met(tokens, concepts) for one in done), default=-1.0),
        f"all_done_{where}": _covered(done, tokens, concepts) if done else -1.0,
        f"thing_{where}": max((one.met(tokens, concepts) for one in things), default=-1.0),
        f"all_things_{where}": _covered(things, tokens, concepts) if things else -1.0,
        f"least_{where}": min((one.met(tokens, concepts) for one in telling), default=-1.0),
    }


_SAYS: Final = 0.2


def _telling(parts: Sequence[Part], tokens: frozenset[str], concepts: frozenset[str], where: str) -> dict[str, float]:
    """How far each of the most telling parts is met; 1 where there is none."""
    order = sorted(parts, key=lambda one: -one.weight)[:_MOST_TELLING]
    met = [one.met(tokens, concepts) for one in order]
    return {f"part{at}_{where}": met[at] if at < len(met) else 1.0 for at in range(_MOST_TELLING)}


_MOST_TELLING: Final = 3


def _unmet(parts: Sequence[Part], tokens: frozenset[str], concepts: frozenset[str]) -> float:
    """Of what does not stand there the weight of what tells most apart, as a share of the whole question's most telling."""
    most = max((one.weight for one in parts), default=0.0)
    return max((one.weight * (1 - one.met(tokens, concepts)) for one in parts), default=0.0) / most if most else 0.0


def _held(asked: Mapping[str, float], there: frozenset[str]) -> float:
    whole = sum(asked.values())
    return sum(weight for token, weight in asked.items() if token in there) / whole if whole else 0.0
