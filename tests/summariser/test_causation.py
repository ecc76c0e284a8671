"""A cause is told only where the quote has it, the same way round."""

import pytest

from summariser.causation import miscaused


@pytest.mark.parametrize(
    ("quote", "told"),
    [
        ("Losses tripled because of higher chip prices.", "Higher chip prices led to losses that tripled."),
        (
            "The US banned imports over concerns about data.",
            "Because of worries about data, the US has banned imports.",
        ),
        ("India is hit harder because its market is cheap.", "India is hit harder, since its market is cheap."),
        ("Marvel fired the actor after he was convicted.", "Marvel fired the actor after his conviction."),
        ("Sales fell, which reflected a shortage of memory.", "Sales fell because of a shortage of memory."),
        ("Open models will bring down the prices of labs.", "Prices of labs will fall because of open models."),
    ],
)
def test_the_cause_of_the_quote_is_let_pass(quote: str, told: str) -> None:
    assert not list(miscaused(told, "en", quote, "en"))


@pytest.mark.parametrize(
    ("quote", "told"),
    [
        ("Prices go up because Fubo has new channels.", "Fubo has new channels because prices go up."),
        ("WordPress patched two flaws, urging people to update.", "Two flaws were found because people had to update."),
        ("Marvel fired the actor after he was convicted.", "The actor was convicted after Marvel fired him."),
        ("The model came out after a debate.", "The model came out because of a debate."),
    ],
)
def test_an_invented_or_exchanged_cause_speaks_against_a_telling(quote: str, told: str) -> None:
    assert list(miscaused(told, "en", quote, "en"))


def test_across_languages_a_cause_needs_one_in_the_quote() -> None:
    assert list(miscaused("株価は発言が原因で下がった。", "ja", "Shares fell on Friday; the president spoke.", "en"))
    assert not list(
        miscaused("株価は発言が原因で下がった。", "ja", "Shares fell on Friday because the president spoke.", "en")
    )
