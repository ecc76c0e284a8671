"""A list of whom tells names."""

from dataclasses import replace
from datetime import UTC, datetime

from news.asking import Intent, Question
from news.model import PUBLIC
from summariser.asking.inquiring import Wanted, perhaps_wanted
from summariser.lists.naming import each_named_once, named, names_one, sentence_naming
from tests.summariser.desk import article

NOW = datetime(2026, 7, 22, tzinfo=UTC)


def asked(text: str) -> tuple[Wanted, Question]:
    wanted = perhaps_wanted(text, Intent.LIST)
    assert wanted is not None
    return wanted, Question("q", PUBLIC, None, text, "en", NOW)


WHO = asked("who has left OpenAI recently?")
COMPANIES = asked("which companies sued Google?")
REPORT = replace(
    article("r1"),
    title="A Norvik researcher is leaving to start a lab",
    text="A Norvik researcher is leaving to start a lab.\nDana Petrov is leaving Norvik to start a lab in Oslo.",
    language="en",
)


def test_a_person_who_leaves_is_named_by_name_and_surname() -> None:
    assert named(*WHO, "Dana Petrov is leaving OpenAI", REPORT) == {"dana petrov"}
    assert not named(*WHO, "An OpenAI researcher is leaving to start a lab", REPORT)


def test_whom_the_question_names_is_no_item() -> None:
    assert named(*COMPANIES, "Microsoft sues Google over search", REPORT) == {"microsoft"}
    assert not named(*COMPANIES, "Google is sued again", REPORT)


def test_a_line_that_names_nobody_is_told_by_the_sentence_of_its_report_that_does() -> None:
    assert sentence_naming(*WHO, REPORT.title, REPORT) == "Dana Petrov is leaving Norvik to start a lab in Oslo."
    assert names_one(*WHO, REPORT.title, [REPORT])


def test_each_name_is_told_once() -> None:
    names = [frozenset({"a"}), frozenset({"a"}), frozenset({"a", "b"}), frozenset[str]()]
    assert each_named_once([0, 1, 2, 3], names) == (0, 2, 3)
