"""What a passage carries is supported; a changed number, date, name, "not" or opposite is not."""

import pytest

from summariser.checking import manner
from summariser.checking.grounding import THRESHOLD, check
from summariser.checking.replaced import replaced
from summariser.words import facts
from summariser.words.opposites import opposed

PASSAGE = """Orbita Labs said on Tuesday that revenue rose 12% to $3.4bn in the year to March.
Its chief executive, Ida Holm, said the Lumo 3 model will not be sold to the army.
Vega Systems, the largest rival, cut 800 jobs in Oslo in January.
The safety review by Brightwater starts in September."""


@pytest.mark.parametrize(
    "sentence",
    [
        "Vega Systems, the largest rival, cut 800 jobs in Oslo in January.",
        "Vega Systems cut 800 jobs in Oslo in January.",
        "Orbita Labs said on Tuesday revenue rose 12 per cent to $3.4 billion in the year to March.",
        "Ida Holm said the Lumo 3 model will not be sold to the army.",
        "However, the safety review by Brightwater starts in September.",
    ],
)
def test_a_faithful_sentence_is_supported(sentence: str) -> None:
    """Verbatim, shortened, or with a sum or a connective written otherwise."""
    verdict = check(sentence, [PASSAGE])
    assert verdict.supported
    assert verdict.score >= THRESHOLD
    assert not verdict.reasons


@pytest.mark.parametrize(
    ("sentence", "reason"),
    [
        ("Vega Systems, the largest rival, cut 900 jobs in Oslo in January.", "number"),
        ("Orbita Labs said on Tuesday that revenue rose 21% to $3.4bn in the year to March.", "number"),
        ("Orbita Labs said on Tuesday that revenue rose 12% to $3.4m in the year to March.", "number"),
        ("Vega Systems, the largest rival, cut 800 jobs in Oslo in June.", "date"),
        ("Orbita Labs said on Friday that revenue rose 12% to $3.4bn in the year to March.", "date"),
        ("Vega Systems, the largest rival, cut 800 jobs in Helsinki in January.", "name"),
        ("The safety review by Brightwater does not start in September.", "negation"),
        ("Ida Holm said the Lumo 3 model will be sold to the army.", "negation"),
        ("Orbita Labs said on Tuesday that revenue fell 12% to $3.4bn in the year to March.", "opposite"),
        ("Orbita Labs, the largest rival, cut 800 jobs in Oslo in January.", "replaced"),
        ("Its chief executive, Vega Systems, said the Lumo 3 model will not be sold to the army.", "replaced"),
    ],
)
def test_a_changed_fact_is_refused_and_named(sentence: str, reason: str) -> None:
    """The kinds of error that cost trust, also a name that stands elsewhere in the same article."""
    verdict = check(sentence, [PASSAGE])
    assert not verdict.supported
    assert any(found.startswith(reason) for found in verdict.reasons)


@pytest.mark.parametrize(
    ("passage", "told", "changed"),
    [
        (
            "英伟达公司周二宣布，第二季度营收增长百分之二十五。",
            "英伟达公司周二宣布，第二季度营收增长百分之二十五。",
            "奥比塔公司周二宣布，第二季度营收增长百分之二十五。",
        ),
        (
            "オルビタは3日、従業員を120人削減すると発表した。",
            "オルビタは3日、従業員を120人削減すると発表した。",
            "オルビタは3日、従業員を210人削減すると発表した。",
        ),
        (
            "오르비타는 3일 직원 120명을 감원한다고 밝혔다.",
            "오르비타는 3일 직원 120명을 감원한다고 밝혔다.",
            "오르비타는 3일 직원 140명을 감원한다고 밝혔다.",
        ),
        ("บริษัทออร์บิตาลดพนักงาน 120 คนในเดือนนี้", "บริษัทออร์บิตาลดพนักงาน 120 คนในเดือนนี้", "บริษัทออร์บิตาลดพนักงาน 140 คนในเดือนนี้"),
    ],
)
def test_other_scripts_are_checked_too(passage: str, told: str, changed: str) -> None:
    """No capitals tell names there, so an exchanged run of characters counts."""
    assert check(told, [passage]).supported
    assert not check(changed, [passage]).supported


def test_what_no_passage_says_scores_low() -> None:
    """Another event is not supported, without any veto."""
    verdict = check("Farmers in Chile harvested more cherries than ever before.", [PASSAGE])
    assert not verdict.supported
    assert verdict.score < 0.3


def test_the_best_passage_counts() -> None:
    """A sentence rests on one of its passages, not on all."""
    assert check("Vega Systems cut 800 jobs in Oslo in January.", ["Nothing here.", PASSAGE]).supported


@pytest.mark.parametrize(("sentence", "passages"), [("", [PASSAGE]), ("Orbita grew.", []), ("Orbita grew.", [" "])])
def test_nothing_to_compare_is_not_support(sentence: str, passages: list[str]) -> None:
    """Neither an empty sentence nor an empty source."""
    assert not check(sentence, passages).supported


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("$3.4bn", "3.4 billion dollars"),
        ("2,500", "2500"),
        ("twelve", "12"),
        ("二十五", "25"),
        ("1.2億", "1億2000万"),
        ("3万", "30000"),
        ("４５", "45"),
    ],
)
def test_the_same_amount_is_the_same_however_written(one: str, other: str) -> None:
    """Words, scales, scripts and separators."""
    if one == "1.2億":
        assert "120000000" in facts.numbers(one)
    else:
        assert facts.numbers(one) == facts.numbers(other)


def test_names_are_capitals_that_do_not_start_a_sentence() -> None:
    """The first word is a name only when its form says so."""
    assert facts.names("Yesterday Ida Holm met OpenWeather in Oslo. Microchips sold well.") == (
        "ida",
        "holm",
        "openweather",
        "oslo",
    )


def test_may_is_a_month_only_when_it_is_written_as_one() -> None:
    """ "It may rain" has no date."""
    assert facts.dates("It may rain on Monday in May") == {"monday", "5m"}


def test_an_opposite_counts_only_in_the_other_s_stead() -> None:
    """A sentence with both words is no contradiction."""
    assert list(opposed(["sales", "fell"], ["sales", "rose"])) == ["fell"]
    assert list(opposed(["sales", "fell"], ["sales", "rose", "then", "fell"])) == []


def test_a_pronoun_may_stand_for_a_name() -> None:
    """Only a name in another name's place is an exchange."""
    assert not list(
        replaced("Ida Holm opened the plant in Oslo.", "She opened the plant in Oslo.", frozenset({"plant"}))
    )
    assert list(
        replaced(
            "Ida Holm opened the new plant in Oslo today.",
            "Per Dahl opened the new plant in Oslo today.",
            frozenset({"plant"}),
        )
    )


def test_what_is_put_together_from_two_sentences_is_held_to_more_than_other_words() -> None:
    """As much of each is carried; who did what is at stake only where two sentences became one."""
    pieced = {"carried": 0.8, "pairs": 0.8, "second": 0.4, "longest": 0.5}
    assert manner.odds(pieced) < 0 < manner.odds(pieced | {"second": 0.0})
    assert manner.odds({"carried": 0.5, "pairs": 0.3, "second": 0.3, "longest": 0.1}) > 0


def test_the_score_lies_above_the_threshold_just_where_a_sentence_is_believed() -> None:
    """One number and one threshold, whatever the manner of telling."""
    told = [
        "Vega Systems cut 800 jobs in Oslo.",
        "Vega Systems cut 900 jobs in Oslo.",
        "A review starts in September.",
        "Rain.",
    ]
    for verdict in (check(sentence, [PASSAGE]) for sentence in told):
        assert verdict.supported == (verdict.score > THRESHOLD)
        assert verdict.carried <= 1


def test_copied_stretches_are_found_wherever_they_stand() -> None:
    """Pairs that follow each other in the source, and the longest run of them."""
    places = {"the": [0, 5], "review": [1], "starts": [2], "soon": [6]}
    assert manner.copied(["the", "review", "starts", "the", "soon"], places) == (0.75, 0.6)
    assert manner.copied(["rain"], places) == (0.0, 0.0)
    assert manner.second({"a", "b", "c"}, [{"a", "b"}, {"c"}]) == pytest.approx(1 / 3)
