"""What a translation should call a name, and that the check then knows it again."""

import tomllib

import pytest

from news.languages import LANGUAGES, Language
from summariser.words.aliases import as_press, glossary, in_words_of, mentions, spellings
from summariser.words.vectors import DATA


@pytest.mark.parametrize(
    ("language", "written"),
    [
        ("ja", {"ChatGPT": "ChatGPT", "Meta": "Meta", "China": "中国", "Samsung": "サムスン"}),
        ("ko", {"ChatGPT": "챗GPT", "Meta": "Meta", "China": "중국", "Samsung": "삼성"}),
        ("th", {"ChatGPT": "ChatGPT", "Meta": "Meta", "China": "จีน", "Samsung": "Samsung"}),
        ("zh-Hant", {"ChatGPT": "ChatGPT", "Meta": "Meta", "China": "中國", "Samsung": "三星"}),
        ("zh-Hans", {"ChatGPT": "ChatGPT", "Meta": "Meta", "China": "中国", "Samsung": "三星"}),
    ],
)
def test_a_name_is_written_as_the_press_of_the_language_does(language: Language, written: dict[str, str]) -> None:
    """In Latin letters where that press keeps them."""
    assert glossary("Meta sells ChatGPT to Samsung in China.", language) == written


def test_a_place_is_not_called_by_the_name_of_the_country_around_it() -> None:
    """One row of the table holds several; each is translated by itself."""
    assert glossary("San Francisco and Silicon Valley", "zh-Hant") == {
        "San Francisco": "舊金山",
        "Silicon Valley": "矽谷",
    }
    assert glossary("矽谷與輝達", "en") == {"矽谷": "Silicon Valley", "輝達": "NVIDIA"}


def test_what_has_no_latin_form_is_left_to_the_translator() -> None:
    """With the original in brackets, as the prompt asks for."""
    assert glossary("광주와 LG전자", "en") == {}


def test_every_spelling_of_the_table_is_known_again() -> None:
    """Else a translation that keeps to it could not be checked."""
    rows = tomllib.loads((DATA / "names.toml").read_text("utf-8"))["name"]
    tables = tomllib.loads((DATA / "press.toml").read_text("utf-8"))
    latin = tables.pop("latin")
    ids = {latin.get(alias, alias): row["id"] for row in rows for alias in row["aliases"]}
    written = [(ids.get(name), spelling) for table in tables.values() for name, spelling in table.items()]
    assert [pair for pair in written if pair[0] not in [one.id for one in mentions(f"( {pair[1]} )")]] == []
    assert set(tables) == set(LANGUAGES) - {"en"}


def test_a_question_is_put_in_the_words_of_the_other_press() -> None:
    """Searching Korean reports for what an English reader asks."""
    assert in_words_of("Nvidia and OpenAI", "ko").split() == ["엔비디아", "and", "오픈AI"]
    assert as_press("グーグル", spellings("google"), "ko") == "구글"


def test_a_short_name_inside_another_word_is_none() -> None:
    """픽소니어 is not 소니; the name with what belongs to it behind, or a country before, is."""
    assert mentions("픽소니어, AI 영상처리") == ()
    assert [one.id for one in mentions("ソニーグループと한국오라클")] == ["sony", "south-korea", "oracle"]
    assert [one.id for one in mentions("카이스트와 네이버")] == ["kaist", "naver"]


def test_a_name_stands_where_the_text_has_it_whatever_its_characters_fold_to() -> None:
    """ "…" folds to three characters, ำ to two, ﾊﾞ to one."""
    for before in ("잠깐…", "ทำไม ", "ｶﾞ…", "e\u0301t ㈱…"):
        text = f"{before}Nvidia、オープンAI…"
        assert [text[one.start : one.end] for one in mentions(text)] == ["Nvidia", "オープンAI"]
    assert in_words_of("ทำไม Nvidia… 구글", "ko").split() == ["ทำไม", "엔비디아", "…", "구글"]
