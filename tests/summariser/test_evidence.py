"""What speaks against a freely written sentence, what is a doubt, and what says more than its source."""

import pytest

from news.languages import Language
from summariser.checking.closeness import closeness, exchanged
from summariser.checking.evidence import weighed
from summariser.checking.widening import widened
from summariser.words.quantities import course, misunited

SAID = "Meta raised the price of Quest from $299 to $349 in May, said Ana Ruiz, who leads three of its labs."
AROUND = f"Meta\n{SAID}\nOculus founder Palmer Luckey left the company."


@pytest.mark.parametrize(
    ("told", "against", "doubts"),
    [
        ("It has cost $349 to buy a Quest since May, up from $299, by Ana Ruiz's account.", False, True),
        ("Since May a Quest has cost $349.", False, False),
        ("It has cost $399 to buy a Quest since May.", True, False),
        ("It has cost €349 to buy a Quest since May.", True, False),
        ("It has cost $349 to buy a Quest since June.", True, False),
        ("Sony raised the price of Quest to $349 in May.", True, False),
        ("According to Palmer Luckey a Quest has cost $349 since May.", False, True),
        ("Ana Ruiz, in charge of five labs, speaks of $349.", True, False),
        ("Ana Ruiz speaks of two prices in May.", False, True),
    ],
)
def test_numbers_units_days_and_names_are_wrong_in_any_wording(told: str, against: bool, doubts: bool) -> None:
    """A number in words may have been counted, the order of two sums may mean something; a name of the article may be meant."""
    found = weighed(told, [SAID], AROUND)
    assert (bool(found.against), bool(found.doubts) and not found.against) == (against, doubts), found


def test_what_changed_places_fits_better_the_other_way_round() -> None:
    """Whatever the words are; what opens a sentence may as well close it."""
    source = "The judge ordered the company to pay the workers in June."
    assert exchanged("The company ordered the judge to pay the workers.", source) > exchanged(source, source)
    assert closeness("In June, the judge ordered the company to pay the workers.", source) == 1


@pytest.mark.parametrize(
    ("told", "language", "source", "spoken", "sure", "unsure"),
    [
        ("All apps are banned.", "en", "Some apps are banned.", "en", True, False),
        ("Almost all apps are banned.", "en", "Most apps are banned.", "en", False, True),
        ("全てのアプリが禁止された。", "ja", "Some apps are banned.", "en", True, False),
        ("所有应用都被禁止。", "zh-Hans", "一部のアプリが禁止された。", "ja", True, False),
        ("It is the largest lab in the world.", "en", "It is a large lab.", "en", True, False),
        ("그것은 세계 최대 연구소다.", "ko", "It is a lab with 9 rooms.", "en", True, False),
        ("It is the largest lab in the world.", "en", "No lab on earth is larger; it is the largest.", "en", False, False),
        ("It closed because sales fell.", "en", "It closed in May.", "en", False, True),
        ("One of the models passed.", "en", "Only one of the models passed.", "en", False, True),
    ],
)  # fmt: skip
def test_more_than_the_source_says(
    told: str, language: Language, source: str, spoken: Language, sure: bool, unsure: bool
) -> None:
    """All for some and the greatest of the world speak against it; a cause or an "only" is asked about."""
    against, doubts = widened(told, language, source, spoken)
    assert (bool(against), bool(doubts)) == (sure, unsure)


def test_from_and_to_and_units_are_the_same_in_every_language() -> None:
    """Directions and currencies."""
    ways = (
        "from $299 to $349",
        "299ドルから349ドルに",
        "299달러에서 349달러로",
        "从299美元上调至349美元",
        "$349, up from $299",
    )
    assert {course(text) for text in ways} == {("299", "349")}
    assert list(misunited("349ユーロ", "$349")) == ["currency euro"]
    assert list(misunited("349달러", "$349")) == []
    assert list(misunited("12%増", "12 labs")) == ["percent 12"]


@pytest.mark.parametrize(
    ("told", "quote", "fine"),
    [
        ("The EU fined Meta in April.", "Brussels fined Meta in April.", True),
        ("The US government accused China of theft.", "Washington accused Beijing of theft.", True),
        ("Washington may ban K3.", "The Trump administration may ban K3.", True),
        ("China accused the US of theft.", "Washington accused Beijing of theft.", False),
        ("France fined Meta in April.", "Brussels fined Meta in April.", False),
        ("All but nine of the 40 labs published one.", "Nine of the 40 labs published none.", True),
        ("Japan opened an office.", "Orbix opened an office in Tokyo.", False),
    ],
)
def test_a_government_is_told_by_its_country_or_its_capital(told: str, quote: str, fine: bool) -> None:
    """In the same part; and who is left over is counted from either side."""
    assert (weighed(told, [quote], quote).against == ()) is fine


def test_a_not_of_an_aside_is_no_not_of_the_rest() -> None:
    """Of one clause it is dropped, surely; of several it may be told in other words, or of something else."""
    aside = "Meta, Nvidia and Apple are hiding $2 trillion in debt that does not appear on sheets, and sell bonds."
    assert weighed("Meta, Nvidia and Apple are hiding $2 trillion in debt off sheets.", [aside], aside).against == ()
    one = "Meta did not sell bonds in Europe last week."
    assert weighed("Meta did sell bonds in Europe last week.", [one], one).against == ("negation dropped",)
