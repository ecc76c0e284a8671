"""Names in one spelling, before it is compared what two texts mean."""

from summariser.words.meaning import likenesses, meanings
from summariser.words.one_spelling import in_latin, spellings


def test_a_known_name_is_written_in_latin_whatever_its_script() -> None:
    assert in_latin("クロードが使うチップ") == "Claudeが使うチップ"
    assert in_latin("claude chips") == "Claude chips"


def test_what_is_no_known_name_stays_as_it_is() -> None:
    assert in_latin("港の倉庫が再開") == "港の倉庫が再開"


def test_a_question_is_looked_for_in_every_spelling_of_its_names() -> None:
    assert spellings("claudeはいつ?", "ja") == ["claudeはいつ?", "Claudeはいつ?", "クロードはいつ?"]
    assert spellings("When was Claude released?", "en") == ["When was Claude released?"]


def test_names_written_alike_bring_two_texts_nearer() -> None:
    asked, line = "claudeが侵入したのは何社？", "AI「クロード」が3社に侵入"
    (plain,) = likenesses(meanings([asked]), meanings([line]))[0]
    (alike,) = likenesses(meanings([in_latin(asked)]), meanings([in_latin(line)]))[0]
    assert alike > plain
