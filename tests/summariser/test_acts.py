"""A question for an act or a post is not answered by other news of whom it names."""

import pytest

from summariser.answering.acts import tells_what_was_done


@pytest.mark.parametrize(
    ("question", "told", "other"),
    [
        ("谁收购了小红书？", "Vega buys Xiaohongshu", "小紅書大模型 IMO 滿分奪金"),
        ("楽天トラベルのCEOは誰？", "楽天トラベルの代表に佐藤氏", "楽天トラベルがAIエージェントに予約機能"),
        ("누가 오비타를 제소했나?", "베가, 오비타 상대 소송", "오비타가 새 모델을 공개했다"),
        ("ใครซื้อกิจการ Orbita", "Vega acquires Orbita", "Orbita เปิดตัวโมเดลใหม่"),
        ("누가 오비타를 인수했나?", "베가, 오비타 사들여", "오비타 등 계열사들이 새 모델을 공개했다"),
        ("誰が辞任した？", "Orbita's chief steps down", "Orbitaが新モデルを公開"),
    ],
)
def test_the_act_or_the_post_is_told_in_some_language(question: str, told: str, other: str) -> None:
    assert tells_what_was_done(question, told)
    assert not tells_what_was_done(question, other)
    assert tells_what_was_done("Orbitaの新モデルは？", other)
