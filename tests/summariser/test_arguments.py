"""Two names exchanged between the parts of one predicate are seen, in whatever voice and from either end; nothing else is."""

import pytest

from summariser.checking.arguments import roles

SAME = (
    ("Apple sued OpenAI over trade secrets.", "OpenAI was sued by Apple over trade secrets."),
    ("Ivella was sold in 2023 to Earnin.", "Earnin bought Ivella in 2023."),
    ("Oracle will rent chips to OpenAI.", "OpenAI will rent chips from Oracle."),
    ("Grok 4 trailed Claude in coding.", "Claude beat Grok 4 in coding."),
    ("Infinity announced a $15 million raise from investors including Touring Capital.", "Touring Capital put money into Infinity."),
    ("Sources told the Post that the supplier is Taylor Farms.", "The supplier is Taylor Farms, sources told the Post."),
    ("Microsoft owns 27% of OpenAI and the nonprofit 26%.", "The nonprofit owns 26% of OpenAI."),
    ("Orbix agreed to sell its shops, where Tern is active, to Oslo-based investment firm Quay for $1 billion.", "For $1 billion Orbix will sell its shops to Quay, an investment firm in Oslo."),
    ("Ann Vale, the founder of Quay AI and a partner at Tern, told Wired it is slow.", "It is slow, Quay AI founder Ann Vale told Wired."),
    ("Orbix is based on research that Tern published with Quay.", "Quay published the research behind Orbix with Tern."),
    ("Orbix was added to the Nasdaq-100 in July.", "Orbix joined the Nasdaq-100 in July."),
    ("The company said that Tern sued it.", "Orbix, which Tern sued, said so."),
)  # fmt: skip
EXCHANGED = (
    ("Apple sued OpenAI over trade secrets.", "Apple was sued by OpenAI over trade secrets."),
    ("Ivella was sold in 2023 to Earnin.", "Ivella bought Earnin in 2023."),
    ("The tool is slow, Ann Vale told TechCrunch.", "TechCrunch told Ann Vale that the tool is slow."),
    ("Jeff signed a brief backing Anthropic against the Pentagon.", "Jeff signed a brief backing the Pentagon against Anthropic."),
    ("Norway seeded Quay AI with $9 million.", "Norway, seeded with $9 million by Quay AI, has a fund."),
    ("Tern hired the engineer from Orbix.", "Orbix hired the engineer from Tern."),
)  # fmt: skip


@pytest.mark.parametrize(("quote", "told"), SAME)
def test_the_same_parts_in_other_words_are_let_pass(quote: str, told: str) -> None:
    assert not roles(told, (quote,)).exchanged


@pytest.mark.parametrize(("quote", "told"), EXCHANGED)
def test_two_names_in_each_others_parts_are_found(quote: str, told: str) -> None:
    assert len(roles(told, (quote,)).exchanged) == 2


def test_names_that_keep_their_parts_are_known_in_other_words() -> None:
    kept = roles("Majors was fired by Marvel soon after his conviction.", ("Marvel fired Majors in May.",)).kept
    assert kept == {"majors", "marvel"}
