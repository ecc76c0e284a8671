"""What is none to a newsroom is told from what the archive merely lacks."""

import pytest

from news.asking import Intent
from summariser.asking.off_topic import is_off_topic


@pytest.mark.parametrize(
    ("asked", "intent"),
    [
        ("how do I get wax off a table", Intent.FACT),
        ("recommend me a walk for Sunday", Intent.FACT),
        ("腰が痛いときはどうすればいい？", Intent.FACT),
        ("떡볶이 맛있게 만드는 법", Intent.FACT),
        ("แนะนำที่เที่ยวแถวภูเก็ตหน่อย", Intent.FACT),
        ("我家狗不喝水怎么办", Intent.FACT),
        ("PlayStation or Xbox?", Intent.COMPARISON),
        ("wine or coffee?", Intent.COMPARISON),
    ],
)
def test_what_asks_for_help_or_a_taste_is_none_to_a_newsroom(asked: str, intent: Intent) -> None:
    assert is_off_topic(asked, intent, told=False, goes_on=False)


@pytest.mark.parametrize(
    ("asked", "intent"),
    [
        ("is there a chip shortage in Vietnam", Intent.FACT),
        ("who leads the safety institute of Norway?", Intent.FACT),
        ("人形ロボットのマラソンは誰が勝った？", Intent.FACT),
        ("자율주행 버스는 몇 대 운행하나", Intent.FACT),
        ("บริษัทชิปในมาเลเซียจ้างงานกี่คน", Intent.FACT),
        ("how many?", Intent.FACT),
        ("กี่คน", Intent.FACT),
        ("얼마야", Intent.FACT),
        ("should I use Claude for my homework", Intent.FACT),
        ("Claude or Gemini?", Intent.COMPARISON),
        ("Microsoft or Meta, whose profit grew more?", Intent.COMPARISON),
    ],
)
def test_what_the_archive_may_merely_lack_is_not_turned_away(asked: str, intent: Intent) -> None:
    assert not is_off_topic(asked, intent, told=False, goes_on=False)


def test_an_answer_that_was_found_and_a_conversation_need_a_surer_sign() -> None:
    doubtful = "is it going to rain in Leeds tomorrow"
    assert is_off_topic(doubtful, Intent.FACT, told=False, goes_on=False)
    assert not is_off_topic(doubtful, Intent.FACT, told=True, goes_on=False)
    assert not is_off_topic(doubtful, Intent.FACT, told=False, goes_on=True)
