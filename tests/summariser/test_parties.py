"""Who a question is about together, and where all of them stand."""

import pytest

from summariser.asking.fields import field_between
from summariser.asking.parties import all_stand_in, parties_in
from summariser.stories.concerning import is_of_all_named


@pytest.mark.parametrize(
    ("question", "parties"),
    [
        ("what did ny do about data centers", {"new-york"}),
        ("中美為了AI又吵什麼", {"china", "usa"}),
        ("미중 AI 갈등 정리", {"china", "usa"}),
        ("米中のAI摩擦", {"china", "usa"}),
        ("news on the US-China chip war", {"china", "usa"}),
        ("what happened with Waymo in San Francisco", {"waymo", "california"}),
        ("月之暗面的Kimi", {"kimi"}),
        ("台中的工廠", set()),
    ],
)
def test_who_is_named_is_a_party_however_short(question: str, parties: set[str]) -> None:
    assert parties_in(question) == parties


@pytest.mark.parametrize(
    ("headline", "stands"),
    [
        ("美擬禁止進口機器人，中國商務部回應", True),
        ("美 로봇 규제에 中 반발", True),
        ("Beijing answers Washington's robot rules", True),
        ("中国、人型ロボットの新基準を発表", False),
        ("Robots of China sell well, says a survey (New York Times)", False),
        ("米中西部の水道に障害", False),
    ],
)
def test_two_countries_stand_in_a_headline_by_name_seat_or_one_character(headline: str, stands: bool) -> None:
    assert all_stand_in(frozenset({"usa", "china"}), headline) is stands


def test_news_of_two_in_a_row_is_not_news_between_them() -> None:
    assert field_between("news on Nvidia and AMD") is None
    assert field_between("what happened between Nvidia and AMD") is not None


def test_a_place_with_a_field_of_the_trade_is_a_field_of_its_own() -> None:
    field = field_between("what did New York do about data centers")
    assert field is not None
    assert field.holds("New York State halts new data centers")
    assert not field.holds("Meta builds a data center in Ohio")


@pytest.mark.parametrize(
    ("question", "headline", "of_it"),
    [
        ("DeepSeek news", "DeepSeek cuts its prices", True),
        ("DeepSeek news", "Lumo chases its 'DeepSeek moment' with a free model", False),
        ("DeepSeek news", "Markets fall as a new model draws comparisons with DeepSeek", False),
        ("앤트로픽 소식", '누리, 새 모델 공개…"앤트로픽 페이블 뛰어넘어"', False),
        ("구글어스 어떻게 됨", "구글 어스, 새 기능 중단", True),
        ("구글어스 어떻게 됨", "구글 클라우드, 새 요금제 발표", False),
        ("whats up with suno", "How early SunOS booted without disks", False),
        ("whats up with suno", "Suno signs a deal with a label", True),
        ("what did Trump say about New York", "Trump attacks New York's data center rule", True),
        ("what did Trump say about New York", "Trump signs an order on chips", False),
    ],
)
def test_a_headline_is_of_all_whom_the_question_names(question: str, headline: str, of_it: bool) -> None:
    assert is_of_all_named(question)(headline) is of_it


def test_news_of_regulation_in_europe_are_what_is_ordered_fined_and_ruled_there() -> None:
    field = field_between("What happened in Europe on tech regulation last week?")
    assert field is not None
    assert field.holds("The EU orders Google to open its phones to rivals")
    assert field.holds("Google must pay a record EU antitrust fine")
    assert not field.holds("A phone maker leaves Europe")
