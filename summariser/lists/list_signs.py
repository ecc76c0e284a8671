"""What speaks for a line of a list as one that is asked for: how much of the question its report tells, and how the other lines stand. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import log
from typing import Final

from news.asking import Question
from summariser.answering.likelihood import Found, signs, told_share
from summariser.asking.asked_for import Asked
from summariser.asking.inquiring import Wanted
from summariser.asking.support import plain_lines
from summariser.lists.list_conditions import bound_in, is_left_out, is_of_elsewhere, meets_bound, place_met
from summariser.lists.list_weighing import tells_deed, weighs
from summariser.lists.naming import Named, asks_for_names, named, names_one
from summariser.lists.of_models import asks_for_new_models, is_new_model
from summariser.lists.predicating import deeds_of, told_in
from summariser.words.aliases import mentions
from summariser.words.senses import tongue_of

WORD_FOR_WORD: Final = "word"
BY_WEIGHT: Final = "weight"
OTHERWISE: Final = "other"
ONLY_LIKELY: Final = ""
_PATHS: Final = (WORD_FOR_WORD, BY_WEIGHT, OTHERWISE)
_LEAD: Final = 400
_BODY: Final = 2500
_EVEN: Final = 0.5
_SHARES: Final = ("cover", "things", "done", "unmet")
_LEAST: Final = 0.001


@dataclass(frozen=True, slots=True)
class Candidate:
    """A line that may be told. `found`: reports of its event, with how likely each tells what is asked for, the likeliest first; `path`: what told it
    otherwise, and at which `place`; `voices`: who reports it."""

    line: str
    found: tuple[tuple[Found, float], ...]
    path: str
    place: float
    voices: float
    worth: float

    @property
    def best(self) -> float:
        return self.found[0][1]


def list_signs(
    asked: Asked, wanted: Wanted | None, question: Question, candidates: Sequence[Candidate]
) -> list[dict[str, float]]:
    """Of each candidate; some of its signs compare it with the others. `wanted`: the list, where its form is known."""
    rows = [
        {**_of_line(asked, question, one), **_of_report(asked, one), **_of_deed(asked, wanted, one)}
        for one in candidates
    ]
    for name in _COMPARED:
        best = sorted((row[name] for row in rows), reverse=True)
        for row in rows:
            row[f"{name}_best"] = best[0]
            row[f"{name}_behind"] = best[0] - row[name]
    chances = sorted((one.best for one in candidates), reverse=True)
    of_all = {
        "second": _log_odds(chances[1] if len(chances) > 1 else _LEAST),
        "likely": float(sum(one > _EVEN for one in chances)),
        "expected": sum(chances),
        "several": float(len(chances)),
        "by_word": float(sum(one.path == WORD_FOR_WORD for one in candidates)),
        "by_weight": float(sum(one.path == BY_WEIGHT for one in candidates)),
        "by_other": float(sum(one.path == OTHERWISE for one in candidates)),
    }
    for row, one in zip(rows, candidates, strict=True):
        row |= {**of_all, "rank": float(sum(other > one.best for other in chances))}
    return rows


def names_told(wanted: Wanted | None, question: Question, candidates: Sequence[Candidate]) -> list[Named]:
    """Of each candidate whom its line names, where names are asked for."""
    if wanted is None or not asks_for_names(wanted):
        return [frozenset()] * len(candidates)
    return [named(wanted, question, one.line, one.found[0][0].line.article) for one in candidates]


_COMPARED: Final = ("odds", "cov_lead", "cov_title", "near", "least_lead", "cover_body", "line_cover")


def _of_line(asked: Asked, question: Question, one: Candidate) -> dict[str, float]:
    text = question.wording or question.text
    article = one.found[0][0].line.article
    lead, body = article.words[:_LEAD], article.words[:_BODY]
    line, around = told_share(asked, one.line), told_share(asked, article.title, body)
    chances = [chance for _, chance in one.found]
    return {
        "odds": _log_odds(one.best),
        "mean": _log_odds(sum(chances) / len(chances)),
        "reports": float(len(chances)),
        "voices": one.voices,
        "worth": one.worth,
        **{f"by_{path}_itself": float(one.path == path) for path in _PATHS},
        "place_told": one.place,
        **{f"line_{name}": line[name] for name in (*_SHARES, "names", "deed")},
        **{f"{name}_body": around[name] for name in (*_SHARES, "names")},
        "country": place_met(text, question.language, article.title, lead, article.language),
        "sum": -1.0 if bound_in(text) is None else float(meets_bound(text, one.line, lead)),
    }


def _of_report(asked: Asked, one: Candidate) -> dict[str, float]:
    """Its best report's; and of all its reports whichever tells most."""
    rows = [signs(asked, found) for found, _ in one.found[:_READ]]
    most = {f"most_{name}": max(row[name] for row in rows) for name in ("cov_title", "least_lead", "near")}
    return {**rows[0], **most}


_READ: Final = 3


def _of_deed(asked: Asked, wanted: Wanted | None, one: Candidate) -> dict[str, float]:
    """Whether its headline, or its first sentences, tell the deed that is asked for, done by or to somebody of that kind."""
    if wanted is None or not (wanted.senses or wanted.verb):
        return {"deed_asked": 0.0, "deed_by_line": -1.0, "deed_by_lead": -1.0, "deed_there": -1.0, "weighed": -1.0}
    article = one.found[0][0].line.article
    tongue = article.language
    lead = plain_lines(article.words[:_LEAD], tongue)[:_SENTENCES]
    share = weighs(wanted, one.line, " ".join(lead), tongue, asked.tokens)
    return {
        "deed_asked": 1.0,
        "deed_by_line": float(told_in(wanted, one.line, tongue, ()) is not None),
        "deed_by_lead": float(any(told_in(wanted, each, tongue, ()) is not None for each in lead)),
        "deed_there": float(next(deeds_of(wanted, one.line, tongue_of(one.line)), None) is not None),
        "weighed": share.share if share else 0.0,
    }


_SENTENCES: Final = 2


def _log_odds(chance: float) -> float:
    chance = min(1 - _LEAST, max(_LEAST, chance))
    return log(chance / (1 - chance))


def _names_all(wanted: Wanted, one: Candidate) -> bool:
    """Each company that is asked for stands in its line, or in a title of its reports: what only speaks of the like is of others."""
    titles = (found.line.article.title for found, _ in one.found)
    there = {part for text in (one.line, *titles) for name in mentions(text) for part in (name.id, name.company)}
    return all({each.id, each.company} & there for each in wanted.whose if each.company)


_RAISED: Final = ("raise",)
"""Much is invested, bought and borrowed; a round is told by its own words."""


def is_barred(wanted: Wanted | None, question: Question, one: Candidate) -> bool:
    """A condition of the question speaks against it; or people are asked for, and neither its line nor its first sentences name one."""
    text, article = question.wording or question.text, one.found[0][0].line.article
    lead = article.words[:_LEAD]
    return (
        is_left_out(text, one.line)
        or (wanted is not None and one.path != WORD_FOR_WORD and not _names_all(wanted, one))
        or (wanted is not None and wanted.senses == _RAISED and not tells_deed(wanted, one.line))
        or (asks_for_new_models(text) and not is_new_model(one.line, text))
        or not meets_bound(text, one.line, lead)
        or is_of_elsewhere(text, question.language, article.title, lead, article.language)
        or (
            wanted is not None
            and wanted.kind == "person"
            and not names_one(wanted, question, one.line, [found.line.article for found, _ in one.found])
        )
    )
