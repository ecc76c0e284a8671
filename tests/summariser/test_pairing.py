"""What stands together in a telling stands together in its quote: numbers with their names and words, names with what is told of them."""

import pytest

from summariser.pairing import mispaired

_PLANS = "The Basic plan dropped from $31 to $27 per month, and the Studio plan dropped from $58 to $49 per month."
_GRIDS = "Northgrid, which serves Oslo, will see 34% of its power go to chips, while Sudnet, which covers Lyon, will have to devote 22%."
_CARDS = "The Orca Card is issued by Lloyds on the Visa network; the Heron Card, issued by Santander, is on the MasterCard network."
_MORE = "The effect was stronger in Brazil than in Chile, where tablet sales fell just 4% in May, according to Canalys."
_SUIT = "The complaint was filed in June by two drivers who want to speak for all who leased a Rivian from March 2024 to March 2025."
_STAFF = "The lab grew from 12 people in 2023 to 190 in 2025."
_QUOTA = "The Team plan includes 700 images a day and the trial plan 20."


@pytest.mark.parametrize(
    ("told", "quote"),
    [
        ("The Studio plan now costs $27 per month, down from $31.", _PLANS),
        ("Sudnet will see 34% of its power go to chips, and Northgrid 22%.", _GRIDS),
        ("The Orca Card is issued by Santander on the Visa network.", _CARDS),
        ("Tablet sales in Brazil fell just 4% in May, according to Canalys.", _MORE),
        ("The complaint was filed in March by two drivers.", _SUIT),
        ("In 2023 the lab had 190 people.", _STAFF),
        ("Trial users get 700 images a day.", _QUOTA),
        ("The site will have a staff of 410.", "The site will draw 410 megawatts and employ 65 people."),
        ("Peru fined Orange $3 million in 2021.", "Peru fined Claro $3 million in 2021 and Orange $8 million in 2023."),
        ("Dell's Tern laptop is the best for gamers on Linux.", "Asus's Kite is the best for Linux, but Dell's Tern laptop is the best for gamers on Windows."),
    ],
)  # fmt: skip
def test_what_belongs_to_another_clause_of_the_quote_is_found(told: str, quote: str) -> None:
    assert tuple(mispaired(told, [quote]))


@pytest.mark.parametrize(
    ("told", "quote"),
    [
        ("The Studio plan now costs $49 per month, down from $58.", _PLANS),
        ("Chips will take 22% of Sudnet's power, and 34% of Northgrid's.", _GRIDS),
        ("The Heron Card comes from Santander and runs on MasterCard.", _CARDS),
        ("In Chile tablet sales fell only 4%, less than in Brazil.", _MORE),
        ("Two drivers filed the complaint in June.", _SUIT),
        ("The lab had 190 people in 2025, up from 12 two years before.", _STAFF),
        ("Trial users get 20 images a day.", _QUOTA),
        ("The camera is 15 percent lighter and lasts 40 percent longer.", "The camera lasts 40 percent longer and weighs 15 percent less."),
        ("By the end of 2031, Musk said, Rivian would have 90 shops in Ohio.", "Musk said Rivian would have 90 shops in Ohio by the end of 2031."),
        ("It will take 410 MW and 65 workers.", "The site will draw 410 megawatts and employ 65 people."),
        ("It costs $2 per million input tokens and $9 per million output tokens.", "Input and output tokens cost $2 and $9 per million respectively."),
    ],
)  # fmt: skip
def test_what_stands_together_there_may_be_told_in_any_order(told: str, quote: str) -> None:
    assert not tuple(mispaired(told, [quote]))
