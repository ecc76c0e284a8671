"""A sum that other reports contradict is told with theirs."""

from datetime import UTC, datetime

from news.asking import Passage
from news.languages import Language
from summariser.answering.at_odds import sums_told
from summariser.asking.values import value_asked


def _report(day: int, source: str, title: str, language: Language = "en") -> Passage:
    at = datetime(2026, 7, day, tzinfo=UTC)
    return Passage(title, None, source, f"https://f.example/{day}/{source}", title, "", language, at, 1.0)


VALUE = value_asked("what is DeepSeek's valuation?", english=True)
OLD = _report(14, "Tide", "DeepSeek seeks a $71bn valuation")


def _told(first: Passage, *others: Passage) -> list[str] | None:
    assert VALUE is not None
    told = sums_told(VALUE, (first, first.title), [first, *others])
    return told and [text for _, text in told]


def test_where_reports_differ_both_are_told_the_newer_first() -> None:
    new = _report(16, "Gazette", "DeepSeek raises capital at a $74 billion valuation")
    assert _told(OLD, new) == [new.title, OLD.title]
    relayed = _report(15, "Wire", "DeepSeek nears $71B valuation - Courier")
    passed = _report(16, "Wire", "DeepSeek at a $74 billion valuation - Herald")
    assert _told(OLD, relayed, passed) == ["DeepSeek at a $74 billion valuation", OLD.title]


def test_where_they_agree_or_tell_of_another_nothing_is_added() -> None:
    assert _told(OLD, _report(16, "Gazette", "DeepSeek seeks $71 billion valuation")) is None
    assert _told(OLD, _report(16, "Gazette", "Moonshot seeks a $30 billion valuation")) is None
    assert _told(OLD, _report(16, "Gazette", "DeepSeek raised $7 billion")) is None


def test_a_slip_by_ten_gives_way_to_several_and_comes_after_its_original() -> None:
    slip = _report(15, "Ledger", "DeepSeek估值達7100億美元", "zh-Hant")
    assert _told(slip, OLD) == [OLD.title, slip.title]
    assert _told(OLD, slip) is None
    assert _told(slip, OLD, _report(15, "Gazette", "DeepSeek seeks $71 billion valuation")) == [OLD.title]
