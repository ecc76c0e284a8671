"""Numbers, ratios and the two ends of a relation keep their places, whatever a second look would say."""

import re

import pytest

from summariser.checking.ends import exchanged_ends, kept_ends
from summariser.checking.heads import misplaced
from summariser.checking.ratios import misjudged
from summariser.model.faulting import kind_of, to_mend
from tests.summariser.scripts import load

NAMES = re.compile("Lumen|Netflix|Uber|Samsung|Pilo")
PRICES = "Orvana charges $3 per million input tokens and $15 per million output tokens."
MOVES = "Revenue rose 12% to $4.1 billion while net profit fell 7% to $310 million."
PHONE = "The price of the phone rises from $699 to $899 in August."
CHIP = "The new chip is twice as fast as its predecessor and uses a third of the power."
COST = "Orvana runs at half the cost of Teluna."


@pytest.mark.parametrize(
    ("told", "quote"),
    [
        ("Orvana charges $15 per million input tokens and $3 per million output tokens.", PRICES),
        ("Output tokens cost $3 per million.", PRICES),
        ("Revenue fell 12% while net profit rose 7%.", MOVES),
        ("In August the phone will cost $699 instead of $899.", PHONE),
        ("It has under 30 users.", "It has over 30 users."),
        ("Input and output cost $5 and $3 respectively.", "Input and output cost $3 and $5 respectively."),
        ("It opens in June 2028, the shop in March 2027.", "It opens in March 2027 and the shop in June 2028."),
        ("Nearly 90 of the 40 images were wrong.", "Nearly 40 of the 90 images were wrong."),
    ],
)
def test_a_number_beside_the_words_of_another_is_seen(told: str, quote: str) -> None:
    assert list(misplaced(told, [quote]))


@pytest.mark.parametrize(
    ("told", "quote"),
    [
        ("A million tokens cost $15 as output and $3 as input.", PRICES),
        ("Net profit fell 7% to $310 million, though revenue rose 12% to $4.1 billion.", MOVES),
        ("In August the phone will cost $899 instead of $699.", PHONE),
        ("In May the price rises to $499.99 from $449.99.", "It will be dearer in May, going from $449.99 to $499.99."),
        ("A $40 million round values it at $1.2 billion.", "It raised $40 million at a valuation of $1.2 billion."),
    ],
)
def test_numbers_that_bring_their_words_along_may_be_told_anyhow(told: str, quote: str) -> None:
    assert not list(misplaced(told, [quote]))


@pytest.mark.parametrize(
    ("told", "quote", "kept"),
    [
        ("Orvana costs half as much as Teluna.", COST, True),
        ("Teluna costs twice as much as Orvana.", COST, True),
        ("Orvana runs at twice the cost of Teluna.", COST, False),
        ("Teluna runs at half the cost of Orvana.", COST, False),
        ("The new chip uses twice the power.", CHIP, False),
        ("Training got ten times dearer.", "Training got ten times cheaper.", False),
        ("The cost fell to a tenth.", "It became ten times cheaper.", True),
        ("One in four will leave.", "A quarter of the staff will leave.", True),
        ("It fell to a quarter.", "It fell by a quarter.", False),
        ("More than half of users pay.", "Fewer than half of users pay.", False),
        ("Sales doubled.", "Sales rose from $4 million to $8 million.", True),
    ],
)
def test_a_ratio_keeps_its_value_its_sense_and_its_sides(told: str, quote: str, kept: bool) -> None:
    assert (not [*misjudged(told, [quote]), *misplaced(told, [quote])]) is kept


@pytest.mark.parametrize(
    ("told", "quote", "kept"),
    [
        ("Y renames itself X", "X renames itself Y", False),
        ("Norvane Renames Itself Zephyra After Suit", "Zephyra Renames Itself Norvane After Suit", False),
        ("Norvane is the new name of Zephyra.", "Zephyra renames itself Norvane.", True),
        ("Quillon was bought by Anthropic.", "Anthropic acquired Quillon.", True),
        ("Quillon bought Anthropic.", "Anthropic acquired Quillon.", False),
        ("Mistral gets $2 billion from Nvidia.", "Nvidia invests $2 billion in Mistral.", True),
        ("Mistral puts $2 billion into Nvidia.", "Nvidia invests $2 billion in Mistral.", False),
        ("Apple lost Ruoming Pang to Meta.", "Meta poached Ruoming Pang from Apple.", True),
        ("Meta lost Ruoming Pang to Apple.", "Meta poached Ruoming Pang from Apple.", False),
        ("Microsoft faces a suit from Zephyra.", "Microsoft sued Zephyra.", False),
        ("Replika fined Italy over privacy.", "Italy fined Replika over privacy.", False),
        ("Samsung partners with Google.", "Google partners with Samsung.", True),
    ],
)
def test_a_relation_keeps_its_ends_in_any_wording(told: str, quote: str, kept: bool) -> None:
    assert (not list(exchanged_ends(told, [quote]))) is kept


def test_what_is_told_the_same_way_round_is_known() -> None:
    """So that "joined" for "left" and another order of names are no faults."""
    assert kept_ends("Ada Rey joined Quillon from Brasko.", ["Ada Rey left Brasko to join Quillon."]) >= {"quillon"}


@pytest.mark.parametrize(
    ("fault", "kind", "said"),
    [
        ("number 3 beside another one's words", "number", "belong to another number"),
        ("ratio 0.5 the other way round", "number", "half, twice, a third"),
        ("direction of 12", "number", "going down"),
        ("bound of 30", "number", "as the most"),
        ("ends of own uber/delivery hero", "role", "uber and delivery hero do not play"),
    ],
)
def test_the_model_is_told_what_changed_places(fault: str, kind: str, said: str) -> None:
    assert kind_of(fault) == kind
    assert said in to_mend("It is so.", [fault])


def test_none_of_the_exchanged_or_cut_sentences_is_told_and_no_true_one_refused() -> None:
    """A sample of `benchmarks/quality/exchanges.py`: false ones are never told without a second look, true ones are kept by it."""
    bench = load("exchanges")
    for _, truth, quote, told in list(bench.pairs(""))[::7]:
        standing = bench.judged(told, quote).standing
        assert standing != ("good" if truth == "false" else "bad"), told


@pytest.mark.parametrize(
    ("told", "quote"),
    [
        ("Lumen bought Netflix.", "Lumen paid $587 million in cash for Netflix."),
        ("Uber will take over Lumen.", "Lumen accepted a $14 billion offer from Uber."),
        ("Uber agreed a deal to acquire Lumen.", "Uber's $14 billion deal for Lumen was agreed on Monday."),
        ("The Pilo is lighter than Samsung's foldable.", "At 264 grams Samsung's foldable is heavier than the Pilo."),
    ],
)
def test_what_is_paid_agreed_and_compared_keeps_its_ends(told: str, quote: str) -> None:
    """Told in other words it stands; with its ends exchanged it does not."""
    assert not list(exchanged_ends(told, [quote]))
    one, other = NAMES.findall(told)
    swapped = NAMES.sub(lambda name: other if name[0] == one else one, told)
    assert any(fault.startswith("ends of ") for fault in exchanged_ends(swapped, [quote]))
