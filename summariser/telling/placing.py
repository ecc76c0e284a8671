"""Which section a sentence may stand in: by its role, its time, and what else it says."""

import re
from typing import Final

from news.languages import Language
from news.model import Section
from summariser.reading.material import Candidate
from summariser.reading.quoting import length
from summariser.reading.timing import is_dated_before, is_usual, looks_back, was_before
from summariser.telling.frame import EASY, EASY_CHARACTERS, FIRST_EVENT, FIRST_RELATED, PLANNED, QUOTES, Frame
from summariser.words.names import companies_in, numbers_in
from summariser.words.roles import has_date, looks_ahead, weighs

EARLY: Final = 5
_LEAST: Final[dict[Section, float]] = {"what_happened": 0.2, "why_it_matters": 0.3, "what_to_watch": 0.29}
_SPOKEN: Final = 0.12
"""What somebody said counts a little less than what happened."""
_OPENERS: Final = 2
_RETOLD: Final = 0.6
_DEALING: Final = 2
"""So many companies in both: another newsroom's first words on what they do with each other."""
_FROM_BEFORE: Final = 0.5
"""How much background must say about consequences to stand under them."""
_STATEMENT: Final = re.compile(r"^[“\"](?:Our|We)\b[^0-9]*$")
"""What a company says of itself when asked tells neither an event nor its weight."""
_AIMS: Final = re.compile(r"(?:목표|전략|계획|방침|구상)(?:이다|다|입니다)\.?$")
"""What somebody means to do is no reason why it matters."""
_PLAN_MATTERS: Final = 0.36


def fits(candidate: Candidate, section: Section, language: Language) -> bool:
    """Strong enough for the section and of its time; what stands at an article's start tells the event without a cue."""
    strength = candidate.roles[section]
    early = section == "what_happened" and candidate.index < EARLY and not (candidate.aside and language != "en")
    if (strength < _LEAST[section] and not early) or was_before(candidate.quote):
        return False
    if looks_back(candidate.quote, candidate.article) and (section != "why_it_matters" or strength < _FROM_BEFORE):
        return False
    if section == "what_to_watch":
        return looks_ahead(candidate.text, language) and not _belongs_elsewhere(candidate, section)
    if is_dated_before(candidate.quote, candidate.article):  # a fall since May is no reason why today's record matters
        return False
    if _STATEMENT.match(candidate.text):
        return False
    if section == "why_it_matters" and (not weighs(candidate.text, language) or _AIMS.search(candidate.text)):
        return False
    return not is_usual(candidate.quote) and not _belongs_elsewhere(candidate, section)


def _belongs_elsewhere(candidate: Candidate, section: Section) -> bool:
    """Plans are for the last section; a sentence of consequence that reports no event is not what happened; praise is not why."""
    happened, why, watch = (candidate.roles[s] for s in ("what_happened", "why_it_matters", "what_to_watch"))
    if section == "what_happened":
        return why > happened + 0.15 or watch >= max(PLANNED - 0.1, happened - 0.15)
    if section == "why_it_matters":
        plan = watch > why + 0.1 or (watch >= PLANNED and why < _PLAN_MATTERS)
        return plan or candidate.own_word or happened > why + 0.4
    return happened > watch + 0.4 or why > watch + 0.3


def goes_on(candidate: Candidate, last: Candidate | None) -> bool:
    """Right after what was told last, it says more of the same: "It's a 4-billion-parameter model"."""
    if last is None or (last.article.id, last.index + 1) != (candidate.article.id, candidate.index):
        return False
    past = any(of_before(candidate.quote, candidate.article) for of_before in (looks_back, is_dated_before))
    past = past or was_before(candidate.quote)
    return candidate.hangs and not past and candidate.roles["what_to_watch"] < PLANNED


def adds(candidate: Candidate, frame: Frame, last: Candidate | None) -> bool:
    """A report or a detail of the headline's own thing; not the event once more in another source's first words."""
    about = frame.about(candidate)
    if candidate.index < EARLY and candidate.roles["what_happened"] < FIRST_EVENT and about < FIRST_RELATED:
        return candidate.hangs or candidate.leans
    elsewhere = last is not None and last.article.id != candidate.article.id
    if not elsewhere or last is None or candidate.index >= _OPENERS:
        return True
    sums = _sums(candidate)
    named = frozenset(companies_in(candidate.quote))
    if len(named) >= _DEALING and named <= frozenset(companies_in(last.quote)) and sums <= _sums(last):
        return False
    return about < _RETOLD and not (sums and sums <= _sums(last))


def _sums(candidate: Candidate) -> frozenset[tuple[float, str]]:
    """$52M and $52 million are one."""
    return frozenset((number.value, number.unit) for number in numbers_in(candidate.quote) if number.unit)


def worth(section: Section, candidate: Candidate, frame: Frame, language: Language) -> float:
    """How much the section gains by it."""
    happened = section == "what_happened"
    role = 0.4 if happened else 0.7
    dated = 0.1 if section == "what_to_watch" and has_date(candidate.text, language) else 0.0
    cost = 0.25 * max(0.0, length(candidate.text, language) / EASY.get(language, EASY_CHARACTERS) - 1)
    cost += 0.1 * candidate.leans + _SPOKEN * candidate.text.startswith(QUOTES)
    return (
        role * candidate.roles[section] + (1 - role) * candidate.salience + 0.4 * frame.share(candidate) + dated - cost
    )
