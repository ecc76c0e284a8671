"""Which lines may be told at all."""

from summariser.asking.support import is_unfit_line


def test_a_field_of_a_page_is_no_sentence_of_it() -> None:
    assert is_unfit_line("Title: Why Orbita Labs sued Vega Systems over chips", "en")
    assert not is_unfit_line("The title: Orbita Labs won it against Vega Systems.", "en")
