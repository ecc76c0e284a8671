"""What reports say beside each other: another sum, what a later one tells as done, and the reason behind a deed."""

from datetime import UTC, datetime, timedelta

from news.asking import Passage, Question
from news.languages import Language
from news.model import Citation, Sentence
from summariser.answering.at_odds import differ, other_sum
from summariser.answering.causes import by_reason
from summariser.answering.superseding import latest_of
from summariser.asking.asked import asked
from summariser.asking.values import value_asked

NOON = datetime(2026, 3, 4, 12, tzinfo=UTC)


def report(title: str, text: str = "", *, days: int = 0, language: Language = "ko") -> Passage:
    return Passage(
        title, None, title, f"https://example.org/{title}", title, text or title, language, NOON - timedelta(days), 1.0
    )


def test_two_reports_at_odds_on_a_fine_are_both_found_and_another_measure_or_currency_is_none() -> None:
    question = Question("q", "public", None, "EU AI법 위반 과징금 얼마야?", "ko", NOON)
    best = report("EU AI법 위반 땐 과징금 590억 원")
    others = [
        report("EU AI법 위반 매출 700억… 과징금은 미정"),
        report("EU AI법 위반 과징금 600억"),
        report("EU AI법 위반 과징금 3500만 달러"),
        report("EU AI법 어기면 과징금 264억… 위반 막는다"),
    ]
    value = value_asked(question.text, english=False)
    assert value
    found = other_sum(value, asked(question, [best, *others]), (best, best.title), [best, *others])
    assert found == (others[-1], others[-1].title)
    told = [Sentence(one.title, (Citation(one.url, one.title, one.source),)) for one in (best, others[-1])]
    assert differ(question.text, told, english=False)
    assert not differ(question.text, told[:1], english=False)
    assert not differ("스타트업 위반 과징금 얼마야?", told, english=False), (
        "whoever it is: two firms' sums are not at odds"
    )


def test_what_was_to_come_is_not_told_once_a_later_report_tells_it_as_done() -> None:
    done, ahead = report("MS, Zeta Perception 출시"), report("MS, Zeta Perception 이달 출시 예정", days=8)
    other = report("애플, Quellix 이달 출시 예정", days=8)
    told = [(one, one.title) for one in (done, ahead, other)]
    assert latest_of(told) == [told[0], told[2]]
    assert latest_of([(ahead, ahead.title)]) == [(ahead, ahead.title)]


def test_why_is_told_by_the_sentence_that_gives_the_reason() -> None:
    deed = "The court in Oslo has refused what Orbita asked for."
    reason = "It ruled that Orbita came three months too late."
    one = report("Court refuses Orbita", f"{deed} The law is in force since Sunday. {reason}", language="en")
    assert by_reason([(one, deed)]) == [(one, deed), (one, reason)]
    given = "The court refused it because Orbita came late."
    assert by_reason([(one, deed), (one, given)]) == [(one, given), (one, deed)]
