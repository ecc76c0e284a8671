"""False twins of a sentence: names exchanged where that says something else, and always two that turn it."""

import pytest

from news.languages import LANGUAGES, Language
from summariser.checking.twins import twins


def exchanged(told: str, language: Language, doubts: tuple[str, ...] = ()) -> list[str]:
    """All but the two that turn it."""
    return list(twins(told, language, "", doubts))[:-2]


@pytest.mark.parametrize(
    ("language", "told", "found"),
    [
        ("en", "Uber sold Foodpanda for $9 million.", ["Foodpanda sold Uber for $9 million."]),
        ("en", "Jensen Huang met no one, Huang told Bo Li.", ["Bo Li met no one, Bo Li told Jensen Huang."]),
        ("en", "Delivery Hero gets a stake from SSW Partners.", ["SSW Partners gets a stake from Delivery Hero."]),
        ("en", "The museum lent the painting.", ["The painting lent the museum."]),
        ("ja", "ソフトバンク、OpenAIに300億ドルを出資", ["OpenAI、ソフトバンクに300億ドルを出資"]),
        ("ja", "学校は美術館に絵を貸した。", ["美術館は学校に絵を貸した。"]),
        ("ko", "구글은 메타를 인수했다.", ["메타는 구글을 인수했다."]),
        ("zh-Hant", "鴻海向輝達採購設備。", ["輝達向鴻海採購設備。"]),
        ("zh-Hans", "Adobe放弃了收购Figma的计划。", ["Figma放弃了收购Adobe的计划。"]),
        ("th", "Microsoft ซื้อกิจการ Mistral", ["Mistral ซื้อกิจการ Microsoft"]),
    ],
)
def test_names_and_where_there_are_none_things_change_places(language: Language, told: str, found: list[str]) -> None:
    """In all places where each stands; a Korean particle fits the name before it, a capital the sentence."""
    assert exchanged(told, language) == found


@pytest.mark.parametrize(
    ("language", "told", "one", "other"),
    [
        ("en", "Microsoft and OpenAI left.", "Microsoft", "OpenAI"),
        ("en", "Nvidia partnered with Samsung.", "Nvidia", "Samsung"),
        ("en", "OpenAI signed a contract with Oracle.", "OpenAI", "Oracle"),
        ("en", "Google, Meta, and startups like Cursor and Replit grew.", "Google", "Cursor"),
        ("en", "Qwen 3.8 arrived in the same week as Kimi K3.", "Qwen 3.8", "Kimi K3"),
        ("en", "SoftBank works in Tokyo and all over Japan.", "Tokyo", "Japan"),
        ("en", "Google’s YouTube grew.", "Google", "YouTube"),
        ("ja", "マイクロソフトとOpenAIが提携した。", "マイクロソフト", "OpenAI"),
        ("ja", "Googleの親会社Alphabetが進出した。", "Google", "Alphabet"),
        ("ja", "Moonshot LabsのKimi K3が登場した。", "Moonshot Labs", "Kimi K3"),
        ("ko", "Sequoia가 Accel과 함께 투자했다.", "Sequoia", "Accel"),
        ("zh-Hant", "OpenAI與甲骨文簽署合約。", "OpenAI", "甲骨文"),
        ("zh-Hans", "苹果与谷歌合作开发芯片。", "苹果", "谷歌"),
        ("th", "OpenAI ร่วมมือกับ Oracle", "OpenAI", "Oracle"),
    ],
)
def test_what_may_say_the_same_exchanged_is_no_twin(language: Language, told: str, one: str, other: str) -> None:
    """Names of one list, of what is done together, a place in another, an owner and what is its own."""
    swapped = {one: other, other: one}
    first = [twin for twin in twins(told, language, "") if twin.find(swapped[one]) == told.find(one)]
    assert first == []


def test_what_is_doubted_is_exchanged_first_and_no_more_than_three() -> None:
    """By the names of the faults, as the check has them; also where nobody could be sure that it says something else."""
    told = "Uber sold Grab, Bolt, Lyft and Gojek to Didi."
    first, *more = exchanged(told, "en", ("unshown lyft/didi",))
    assert first == "Uber sold Grab, Bolt, Didi and Gojek to Lyft."
    assert len(more) == 1
    assert exchanged("OpenAI signed a contract with Oracle.", "en", ("unshown openai/oracle",))[0].startswith("Oracle")


def test_a_number_that_the_passage_does_not_hold_stands_where_there_is_nothing_to_exchange() -> None:
    """Not that of the passage, which would be true, nor a month that no year has."""
    assert twins("上升了12%。", "zh-Hans", "22% 和 12%")[0] == "上升了32%。"
    assert twins("收入增长31%，而成本仅增长8%。", "zh-Hans", "31% 8%")[0] == "收入增长8%，而成本仅增长31%。"
    assert not any("22月" in twin for twin in twins("12月開始。", "zh-Hant", ""))


@pytest.mark.parametrize(
    ("language", "told", "polarity", "modality"),
    [
        ("en", "The court approved it.", "rejected", "approve"),
        ("en", "Centers will take 34 percent.", "will not", "already took"),
        ("en", "The court has fined Meta.", "has not fined", "to fine"),
        ("en", "The court will fine Meta.", "will not fine", "already fined"),
        ("en", "Meta plans to hire 10 people.", "hire 10 people", "already hired 10"),
        ("en", "The chip announced in June is slow.", "June is not slow", "to be slow"),
        ("en", "It is denied that Meta left.", "Meta left.", "denied"),
        ("en", "The court did not fine Meta.", "did fine Meta", "did not fine Meta"),
        ("ja", "裁判所は計画を承認した。", "承認", "承認する"),
        ("ja", "裁判所は計画を承認する予定だ。", "裁判所", "承認"),
        ("ja", "Metaは採用していない。", "採用している", "採用していない"),
        ("zh-Hant", "輝達已完成收購。", "完成收購", "完成收購"),
        ("ko", "법원은 계획을 승인했다.", "승인한", "승인하기"),
        ("th", "Meta จะซื้อ Manus", "จะไม่ซื้อ", "ซื้อ"),
    ],
)
def test_a_sentence_is_turned_by_its_verb(language: Language, told: str, polarity: str, modality: str) -> None:
    """Done is not done, planned is done; what denies is told without its denial."""
    *_, first, second = twins(told, language, "")
    assert polarity in first
    assert modality in second
    assert told not in (first, second)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sentence_has_two_that_turn_it_in_no_fixed_words(language: Language) -> None:
    """So that a model which says yes to everything, or no to one form, is seen in every language."""
    found = [twins(told, language, "") for told in ("A.", "B.", "C.", "D.", "E.", "F.", "G.", "H.")]
    assert {len(pair) for pair in found} == {2}
    assert len({pair[0].replace(told[0], "") for pair, told in zip(found, "ABCDEFGH", strict=True)}) > 1
