"""False twins of a sentence: names exchanged where that says something else, things or numbers where it has no names, always a denial."""

import pytest

from news.languages import LANGUAGES, Language
from summariser.twins import twins


@pytest.mark.parametrize(
    ("language", "told", "exchanged"),
    [
        ("en", "Uber sold Foodpanda for $9 million.", ["Foodpanda sold Uber for $9 million."]),
        ("en", "Jensen Huang met no one, Huang told Bo Li.", ["Bo Li met no one, Bo Li told Jensen Huang."]),
        ("en", "Delivery Hero gets a stake from SSW Partners.", ["SSW Partners gets a stake from Delivery Hero."]),
        ("en", "The museum lent the painting.", ["The painting lent the museum."]),
        ("en", "Hyundai told the union.", ["The union told Hyundai."]),
        ("ja", "ソフトバンク、OpenAIに300億ドルを出資", ["OpenAI、ソフトバンクに300億ドルを出資"]),
        ("ja", "学校は美術館に絵を貸した。", ["美術館は学校に絵を貸した。"]),
        ("ko", "구글은 메타를 인수했다.", ["메타는 구글을 인수했다."]),
        ("zh-Hant", "鴻海向輝達採購設備。", ["輝達向鴻海採購設備。"]),
        ("zh-Hans", "Adobe放弃了收购Figma的计划。", ["Figma放弃了收购Adobe的计划。"]),
        ("th", "Microsoft ซื้อกิจการ Mistral", ["Mistral ซื้อกิจการ Microsoft"]),
    ],
)
def test_names_and_where_there_are_none_things_change_places(
    language: Language, told: str, exchanged: list[str]
) -> None:
    """In all places where each stands; a Korean particle fits the name before it, a capital the sentence."""
    *found, denial = twins(told, language, "")
    assert found == exchanged
    assert told.rstrip(".。")[1:] in denial


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("en", "Microsoft and OpenAI left."),
        ("en", "Nvidia partnered with Samsung."),
        ("en", "OpenAI met with Anthropic on Tuesday."),
        ("en", "Google’s YouTube grew."),
        ("ja", "マイクロソフトとOpenAIが提携した。"),
        ("ja", "MicrosoftはMistralと提携した。"),
        ("ko", "네이버와 카카오가 협력한다."),
        ("zh-Hans", "苹果与谷歌合作开发芯片。"),
    ],
)
def test_what_says_the_same_exchanged_is_no_twin(language: Language, told: str) -> None:
    """Names of one list, of what is done to each other, of an owner and what is its own: the denial alone is left."""
    assert len(twins(told, language, "")) == 1


def test_what_is_doubted_is_exchanged_first_and_no_more_than_three() -> None:
    """By the names of the faults, as the check has them."""
    told = "Uber sold Grab, Bolt, Lyft and Gojek to Didi."
    first, *more = twins(told, "en", "", ("unshown lyft/didi",))
    assert first == "Uber sold Grab, Bolt, Didi and Gojek to Lyft."
    assert len(more) == 3


def test_a_number_that_the_passage_does_not_hold_stands_where_there_is_nothing_to_exchange() -> None:
    """Not that of the passage, which would be true."""
    assert twins("上升了12%。", "zh-Hans", "22% 和 12%")[0] == "上升了32%。"
    assert twins("收入增长31%，而成本仅增长8%。", "zh-Hans", "31% 8%")[0] == "收入增长8%，而成本仅增长31%。"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sentence_has_a_denial(language: Language) -> None:
    """So that a model which says yes to everything is seen in every language."""
    (denial,) = twins("…", language, "")
    assert denial != "…"
