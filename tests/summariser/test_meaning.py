"""What says the same lies near, in whatever language; what does not lies far."""

import threading

import pytest

from summariser.words.meaning import SIZE, likenesses, meanings, remember

SAME = [
    ("Orbit Labs lays off a fifth of its staff", "オービット・ラボ、従業員の2割を削減"),
    ("The chip maker opens a factory in Texas", "這家晶片廠在德州開設工廠"),
    ("The court fined the company for copying songs", "법원, 노래 무단 복제한 기업에 벌금 부과"),
    ("A robot taxi service starts in Bangkok", "บริการแท็กซี่ไร้คนขับเริ่มให้บริการในกรุงเทพฯ"),
    ("The start-up raised 30 million dollars", "The young company took in $30m from investors"),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_what_says_the_same_lies_nearer_than_anything_else(one: str, other: str) -> None:
    others = [theirs for mine, theirs in SAME if mine != one]
    near, *far = likenesses(meanings([one]), meanings([other, *others]))[0]
    assert near > 0.25
    assert near > max(far) + 0.1


def test_a_meaning_is_so_many_bytes_whatever_the_text() -> None:
    assert {len(one) for one in meanings(["", " ", "🙂", "a" * 10_000, "\x00\ud800"[:1]])} == {SIZE}


def test_a_text_means_the_same_alone_and_among_others() -> None:
    title = "Quarry opens its weather model"
    alone = meanings([title])[0]
    assert meanings(["Something else", title, title])[1:] == [alone, alone]
    assert likenesses([alone], [alone])[0, 0] == pytest.approx(1.0, abs=1e-5)


def test_what_was_read_before_is_not_read_again() -> None:
    """A process takes it from the archive instead."""
    remember(["a title nobody wrote"], [bytes(SIZE)])
    assert meanings(["a title nobody wrote"]) == [bytes(SIZE)]


def test_threads_may_ask_at_once() -> None:
    found: list[bytes] = []
    threads = [threading.Thread(target=lambda: found.extend(meanings(["Of many at once"]))) for _ in range(6)]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    assert len(found) == 6
    assert len(set(found)) == 1
