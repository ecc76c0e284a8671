import pytest

from news.languages import Language
from summariser.answering.uncut import whole

LEAD = "Acme said on Monday that its new model is free. "


@pytest.mark.parametrize(
    ("language", "title", "text", "told"),
    [
        ("en", "Acme frees its model", LEAD + "It understands all modalities, has ag", LEAD.strip()),
        ("en", "Acme frees its model", "Acme frees its model There is a new one: Pip.", "There is a new one: Pip."),
        ("en", "Acme’s model", "Acme's model is free.", "Acme's model is free."),
        ("en", "Pip", "EXECUTIVE SUMMARY Acme has built Pip.", "Acme has built Pip."),
        ("en", "Pip", "Turn any goal into a learning path", "Turn any goal into a learning path"),
        ("en", "Pip", "A" * 60 + " and a line without any stop that a feed cut off at its e", ""),
        ("ko", "새 모델", "가격은 3센트다. 에이비씨=김하나 기자 a@b.com 회사가 3일 밝혔다.", "가격은 3센트다.\n회사가 3일 밝혔다."),
        ("zh-Hans", "新模型", "公司周一发布了新模型。价格没有公布，但是据说会比之前的模型便" + "宜" * 70, "公司周一发布了新模型。"),
    ],
)  # fmt: skip
def test_a_text_is_told_from_its_first_sentence_to_the_last_that_ends(
    language: Language, title: str, text: str, told: str
) -> None:
    assert whole(title, text, language) == told
