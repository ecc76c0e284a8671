"""What a list sets as conditions: sums, countries, whom it leaves out."""

import pytest

from summariser.lists.list_conditions import is_left_out, is_of_elsewhere, meets_bound, without_left_out


@pytest.mark.parametrize(
    "question",
    [
        "which AI companies raised over $1bn?",
        "融资超过10亿美元的AI公司有哪些？",
        "10億ドル以上を調達したAI企業は？",
        "10억 달러 이상 투자받은 AI 기업은?",
        "บริษัท AI ไหนระดมทุนเกิน 1,000 ล้านดอลลาร์",
    ],
)
def test_a_smaller_round_and_one_without_a_sum_are_no_items(question: str) -> None:
    assert meets_bound(question, "Quillon raises $1.5bn for its data centres", "")
    assert not meets_bound(question, "Quillon raises $30M for its data centres", "")
    assert not meets_bound(question, "Quillon raises money for its data centres", "")


def test_what_somebody_is_valued_at_is_not_what_they_raised() -> None:
    assert not meets_bound("who raised over $1bn?", "Quillon raised a $100M Series D at a $2B+ valuation", "")


@pytest.mark.parametrize(
    ("question", "left"),
    [
        ("which companies other than Nvidia announced new AI chips?", "which companies announced new AI chips?"),
        ("除了英伟达还有哪些公司发布了AI芯片？", "还有哪些公司发布了AI芯片？"),
        ("NVIDIA以外でAIチップを発表した企業は?", "AIチップを発表した企業は?"),
        ("엔비디아 말고 AI 칩 내놓은 회사는?", "AI 칩 내놓은 회사는?"),
        ("นอกจาก OpenAI มีบริษัทไหนเปิดตัวโมเดลใหม่บ้าง", "มีบริษัทไหนเปิดตัวโมเดลใหม่บ้าง"),
    ],
)
def test_whom_a_list_leaves_out_is_not_what_it_is_about(question: str, left: str) -> None:
    assert without_left_out(question) == left


def test_a_line_of_whom_the_list_leaves_out_is_no_item() -> None:
    assert is_left_out("who besides Nvidia announced chips?", "Nvidia unveils a chip that AMD fears")
    assert not is_left_out("who besides Nvidia announced chips?", "AMD unveils a chip to rival Nvidia")
    assert is_left_out("오픈AI 말고 새 모델 낸 회사는?", "오픈AI, 새 모델 공개")


def test_companies_of_a_country_are_not_those_of_another() -> None:
    asked = "which French AI companies raised money?"
    assert is_of_elsewhere(asked, "en", "OpenAI raises $10bn", "", "en")
    assert not is_of_elsewhere(asked, "en", "French startup Quillon raises $30M", "", "en")
    assert not is_of_elsewhere("what did France say about AI?", "en", "OpenAI raises $10bn", "", "en")
