"""A sentence among its false twins: its yes counts only where theirs is no."""

from datetime import date

import pytest

from summariser.checking.claims import Judged, judge
from summariser.checking.prompting import Material
from summariser.checking.replies import Claim, Malformed, Support, read_verdicts
from summariser.checking.second_look import SecondLook

QUOTE = "Regulators in Brussels will review the purchase of Foodpanda by Uber in September."
TOLD = "Regulators in Brussels will scrutinise Uber's purchase of Foodpanda in September."


def judged(told: str, quote: str = QUOTE) -> Judged:
    shown = Material("A1", "https://x.example/1", "Tide", "A day", f"{quote}\nMore follows.", "en", date(2026, 7, 17))
    return judge(Claim(told, (Support("A1", quote),)), {"A1": shown}, "en")


@pytest.mark.parametrize(
    ("own", "twin", "standing", "faults"),
    [
        (True, False, "good", ()),
        (True, True, "bad", ("not told apart",)),
        (False, False, "bad", ("not entailed",)),
        (False, True, "bad", ("not entailed",)),
        (True, None, "grey", None),
        (None, False, "grey", None),
    ],
)
def test_a_yes_counts_only_where_every_twin_is_denied(
    own: bool | None, twin: bool | None, standing: str, faults: tuple[str, ...] | None
) -> None:
    """One twin that is believed is enough; where the model would not say, words decide."""
    one = judged(TOLD)
    look = SecondLook.at([one], "en")
    (item,), (false, *_) = look.items, look.others[0]
    said = [own if text == TOLD else twin if text == false else False for text in item["sentences"]]
    found = look.settled([said])[id(one)]
    assert (found.standing, found.faults) == (standing, one.faults if faults is None else faults)


def test_a_passage_is_shown_once_and_the_order_tells_nothing() -> None:
    """Two sentences of one passage stand in one item, each with its twins, wherever they stood in the telling."""
    other = "In September the purchase of Foodpanda by Uber will be looked at by regulators in Brussels."
    one, two = SecondLook.at([judged(TOLD), judged(other)], "en"), SecondLook.at([judged(other), judged(TOLD)], "en")
    assert one.items == two.items
    assert len(one.items) == 1
    assert one.counts == (len(set(one.others[0]) | set(one.others[1])) + 2,)


@pytest.mark.parametrize("reply", ["[[true]]", "[[true, false], [true]]", "[true, false]", "[[true, 1]]", "[]"])
def test_verdicts_in_another_form_are_not_read(reply: str) -> None:
    """A list for each item, with one verdict for each of its sentences."""
    assert read_verdicts('{"verdicts": [[true, null]]}', [2]) == ((True, None),)
    with pytest.raises(Malformed):
        read_verdicts(f'{{"verdicts": {reply}}}', [2])
