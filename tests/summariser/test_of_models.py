"""A list of models that came out has lines that each tell of one that did."""

import pytest

from summariser.lists.of_models import asks_for_new_models, is_new_model


@pytest.mark.parametrize(
    "question",
    [
        "which new models came out this week?",
        "最近有哪些公司推出新模型",
        "今週公開されたモデルは？新しいモデルの一覧",
        "이번 주에 새로 나온 모델",
        "สัปดาห์นี้มีโมเดลใหม่อะไรบ้าง",
    ],
)
def test_new_models_are_asked_for(question: str) -> None:
    assert asks_for_new_models(question)


def test_who_is_against_a_ban_of_models_asks_for_none() -> None:
    assert not asks_for_new_models("有哪些公司公開反對封殺開源模型？")


@pytest.mark.parametrize(
    ("line", "is_one"),
    [
        ("Quillon releases Tidal 2, an open model", True),
        ("Quillon unveils a game builder powered by open-source models", False),
        ("美國指控企業竊取AI模型", False),
        ("퀼론, 배달로봇 '타이달' 신규 모델 투입", False),
    ],
)
def test_a_line_tells_of_a_model_that_was_brought_out(line: str, is_one: bool) -> None:
    assert is_new_model(line, "which new models came out?") is is_one
