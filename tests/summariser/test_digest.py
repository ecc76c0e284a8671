"""Plain extracts: whole sentences, none of them a caption that ran into the next, near the words asked for."""

from summariser.reading.digest import of_one, of_several

FERRY = (
    "The ferry Nora ran aground off Skagen at dawn with eighty passengers on board. "
    "Passengers of the ferry leave by boat near the lighthouse The harbour of Skagen sent two tugs to the ferry Nora. "
    "Nobody on board was hurt, the harbour master said. It rained. The ferry Nora had left Oslo the evening before."
)


def test_a_caption_that_runs_on_is_no_part_of_the_sentence_after_it() -> None:
    """A picture's line has no full stop; the sentence after it is told without it."""
    told = of_one(FERRY, 3)
    assert "The harbour of Skagen sent two tugs to the ferry Nora." in told
    assert all("lighthouse" not in sentence for sentence in told)
    assert "It rained." not in told


def test_a_dateline_is_left_out_and_a_name_at_the_start_is_not() -> None:
    """Agency and place are set apart by a dash; a hyphen belongs to a word."""
    for dateline in ("CNN — ", "Skagen, Denmark (AP) — ", "NEW YORK – ", "RENO, Nev.—"):
        assert of_several([f"Title\n{dateline}The ferry Nora ran aground off Skagen at dawn."], 10)[0].startswith("The")
    for name in ("GPT-Red", "EMTS-Det"):
        assert of_several([f"Title\n{name} ran aground off Skagen at dawn on Monday."], 10)[0].startswith(name)


def test_a_sentence_too_long_for_what_is_left_gives_way_to_one_that_fits() -> None:
    """As near to the words asked for as whole sentences come, the reader never spoken to first."""
    long = "The ferry Nora " + "and its crew " * 8 + "ran aground off Skagen."
    text = "The ferry Nora ran aground off Skagen at dawn. " + long + " The ferry Nora lies off Skagen still."
    told = of_several([f"Title\n{text}", f"Title\nSign up for our list of ferries aground off Skagen. {text}"], 16)
    assert told[0] == "The ferry Nora ran aground off Skagen at dawn."
    assert long not in told
    assert 9 <= len(" ".join(told).split()) <= 22
