"""An entry of a brief is meant by its number."""

import pytest

from news.pointing import pointed, says_nothing


@pytest.mark.parametrize(
    ("text", "number", "rest"),
    [
        ("how much did they pay authors in story 2?", 2, "how much did they pay authors?"),
        ("who is the judge in the second one?", 2, "who is the judge?"),
        ("#3 why does it matter?", 3, "why does it matter?"),
        ("and story 1, when was it released?", 1, "when was it released?"),
        ("2番目の話で判事は誰？", 2, "判事は誰？"),
        ("第二條新聞的法官是誰？", 2, "法官是誰？"),
        ("두 번째 기사에서 판사는 누구?", 2, "판사는 누구?"),
        ("ข่าวที่ 2 ใครเป็นผู้พิพากษา", 2, "ใครเป็นผู้พิพากษา"),
        ("What is story 1 about?", 1, "What is it about?"),
        ("why is the third one important?", 3, "why is it important?"),
        ("is this the first?", 0, "is this the first?"),
        ("what does GPT-5.6 cost?", 0, "what does GPT-5.6 cost?"),
        ("What is the story of Kimi K3?", 0, "What is the story of Kimi K3?"),
    ],
)
def test_a_number_points_to_an_entry(text: str, number: int, rest: str) -> None:
    """In six languages; without it the question is what is asked of that entry."""
    assert pointed(text) == (number, rest)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("and the second one?", 2),
        ("what about story 3?", 3),
        ("and the first?", 1),
        ("では2番目は？", 2),
        ("第二条呢？", 2),
        ("그럼 두 번째는?", 2),
        ("แล้วข่าวที่ 2 ล่ะ", 2),
    ],
)
def test_a_number_alone_asks_nothing(text: str, number: int) -> None:
    found, rest = pointed(text)
    assert found == number
    assert says_nothing(rest)


def test_a_question_of_it_asks_something() -> None:
    assert not says_nothing(pointed("story 2: why?")[1])
