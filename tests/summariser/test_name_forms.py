import pytest

from summariser.words.name_forms import apart, joined


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("qwen3.8-max", ("qwen", "3.8", "max")),
        ("qwen3.8", ("qwen", "3.8")),
        ("gpt-5.6", ()),
        ("2.4t", ()),
        ("model", ()),
    ],
)
def test_a_version_written_into_a_name_is_met_apart_too(word: str, parts: tuple[str, ...]) -> None:
    assert apart(word) == parts


@pytest.mark.parametrize(
    ("question", "text", "there"),
    [
        ("파수AI가 뭐야?", "빈번한 화재, AI·로봇이 파수꾼", False),
        ("파수AI가 뭐야?", "파수AI, 2분기 흑자전환", True),
        ("의료AI 소식", "의료 AI 기업이 늘었다", True),
    ],
)
def test_a_name_of_two_scripts_stands_together(question: str, text: str, there: bool) -> None:
    [name] = joined(question)
    assert bool(name.search(text)) is there


def test_a_name_of_two_scripts_that_a_table_knows_is_met_by_its_aliases() -> None:
    assert not list(joined("오픈AI 소식"))
