"""How well a line answers, by what the tokens of both mean."""

import numpy as np
import pytest

from summariser.answering.attention import attention
from summariser.words.meaning import encoder
from summariser.words.token_embeddings import TOKENS, token_embeddings

COSTS = "The plant will cost $40 million."
STANDS = "The plant stands at the mouth of a fjord in Norway."
LEADS = "Chief engineer Mira Halvorsen leads the work."


@pytest.mark.parametrize(
    ("asked", "best"),
    [
        ("how much is it?", COSTS),
        ("いくらかかる？", COSTS),
        ("where is it?", STANDS),
        ("who runs it?", LEADS),
        ("負責人是誰", LEADS),
    ],
)
def test_the_line_that_answers_stands_first_whatever_words_it_has(asked: str, best: str) -> None:
    lines = [COSTS, STANDS, LEADS]
    odds = attention(asked, lines)
    assert lines[odds.index(max(odds))] == best


def test_a_line_weighs_the_same_whatever_stands_beside_it() -> None:
    [alone] = attention("how much is it?", [COSTS])
    among = attention("how much is it?", [STANDS, COSTS, *(f"{STANDS} {at}" for at in range(40))])
    assert among[1] == pytest.approx(alone, abs=0.01)


def test_where_there_is_no_line_nothing_is_weighed() -> None:
    assert attention("how much is it?", []) == []


def test_a_token_means_another_thing_beside_other_words() -> None:
    bank, river, _ = token_embeddings(["bank of England", "bank of a river", "a " * 500])
    assert bank.shape[1] == river.shape[1]
    assert abs(bank[1] - river[1]).max() > 0.1


@pytest.mark.parametrize("text", [COSTS, "いくらかかる？", "AI"])
def test_the_tokens_of_a_text_sum_up_to_what_the_package_says_it_means(text: str) -> None:
    """Its last layers over our tokens: else it has another version, and the weights were fitted to none such."""
    model, [tokens] = encoder()._model, token_embeddings([text])
    summed = (tokens.sum(0) @ model.cnn_W + len(tokens) * model.cnn_b) / np.sqrt(len(tokens))
    once = np.maximum(summed @ model.d0, 0)
    twice = np.maximum(summed @ model.p1 + once @ model.d1, 0)
    meant = np.tanh(twice @ model.p3 + np.maximum(twice @ model.d2, 0) @ model.d3)
    assert meant / np.linalg.norm(meant) == pytest.approx(encoder().encode([text])[0], abs=0.001)


def test_of_a_long_text_the_beginning_is_read() -> None:
    [long] = token_embeddings(["a " * 500])
    assert len(long) == TOKENS
