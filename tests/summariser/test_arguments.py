"""Who does what to whom is decided by code: in whatever voice, from either end of the predicate, with whatever other words."""

import pytest

from summariser.arguments import miscast

TRUE = (
    ("Apple sued OpenAI over trade secrets.", "OpenAI was sued by Apple over trade secrets."),
    ("Apple filed a lawsuit against OpenAI.", "Apple has sued OpenAI."),
    ("Ivella was sold in 2023 to Earnin.", "Earnin bought Ivella in 2023."),
    ("Oracle will rent chips to OpenAI.", "OpenAI will rent chips from Oracle."),
    ("Grok 4 trailed Claude in coding.", "Claude beat Grok 4 in coding."),
    ("Netflix revealed that it paid $587 million for InterPositive.", "Netflix paid $587 million for InterPositive."),
    ("Infinity announced a $15 million raise from investors including Touring Capital.", "Touring Capital put money into Infinity."),
    ("Majors was convicted, and Marvel fired the actor soon after.", "Marvel fired Majors soon after he was convicted."),
    ("Sources told the Post that the supplier is Taylor Farms.", "The supplier is Taylor Farms, sources told the Post."),
    ("The tool is powered by a detection company called Pangram.", "Pangram powers the tool."),
    ("Microsoft owns 27% of OpenAI and the nonprofit 26%.", "The nonprofit owns 26% of OpenAI."),
    ("Quillon, formerly known as Zephyra, opened an office.", "Zephyra, now called Quillon, opened an office."),
    ("Fubo accused NBCUniversal of overcharging it.", "NBCUniversal was accused by Fubo of charging too much."),
    ("Kimi is a model that Chinese AI company Moonshot launched last week.", "Kimi was released last week by the Chinese company Moonshot."),
    ("Ann Vale said the tool is slow.", "The tool is slow, said Ann Vale, who heads Orbix."),
    ("Bloomberg writes that leases for phones will be up to 24 months.", "Leases last up to two years for phones, Bloomberg writes."),
    ("She works as an attorney at the ACLU of Massachusetts.", "She is an ACLU of Massachusetts attorney."),
    ("Apple sued the company, alleging that OpenAI has stolen secrets.", "OpenAI was sued by Apple over secrets."),
    ("Orbix agreed to sell its shops, where Tern is active, to Oslo-based investment firm Quay for $1 billion.", "For $1 billion Orbix will sell its shops to Quay, an investment firm in Oslo."),
    ("The plans are AI Plus ($8 a month) and AI Pro ($20 a month).", "AI Plus costs $8 a month and AI Pro $20."),
    ("Ann Vale, the founder of Quay AI and a partner at Tern, told Wired it is slow.", "It is slow, Quay AI founder Ann Vale told Wired."),
    ("Norway seeded Quay AI with $9 million, joined by Tern.", "Quay AI, seeded with $9 million by Norway, has backers such as Tern."),
    ("Orbix will offer 12-month leases for Kindles and Pixels.", "Kindles and Pixels will be leased for a year."),
    ("Firms that fail to comply may face fines.", "Retailers that don't comply risk fines."),
    ("Valve warned of shortages starting in February.", "From February Valve warned of shortages."),
)  # fmt: skip
FALSE = (
    ("Apple sued OpenAI over trade secrets.", "Apple was sued by OpenAI over trade secrets."),
    ("Ivella was sold in 2023 to Earnin.", "Ivella bought Earnin in 2023."),
    ("Netflix revealed that it paid $587 million for InterPositive, a startup founded by Ben Affleck.", "Ben Affleck paid $587 million for InterPositive."),
    ("The coalition, which is being led by Rob Bonta, met.", "Rob Bonta is being led by the coalition."),
    ("A group of authors first filed a lawsuit against Anthropic.", "Anthropic first filed a lawsuit against the authors."),
    ("PJM spans Virginia, while ERCOT covers most of Texas.", "PJM covers most of Texas."),
    ("Chris Best, the chief of Substack, told Wired that Pangram scans posts.", "Wired told Chris Best that Pangram scans posts."),
    ("Klarna will be Apple's financial backer.", "Apple will be Klarna's financial backer."),
    ("Demand is greater in India than in China.", "Demand is greater in China than in India."),
    ("Jeff signed a brief backing Anthropic against the Pentagon.", "Jeff signed a brief backing the Pentagon against Anthropic."),
    ("The impact was felt in India and in China, where shipments fell 2%.", "In India, shipments fell 2%."),
    ("Orbix will offer leases for Pixels to Tern.", "Pixels will be leased by Tern to Orbix."),
    ("Norway seeded Quay AI with $9 million.", "Norway, seeded with $9 million by Quay AI, has a fund."),
    ("Apple, OpenAI's rival, is suing; Meta hired the engineer from Google.", "Google hired the engineer from Meta."),
)  # fmt: skip
SURER = (
    ("The coalition could seek another pause.", "The coalition has sought another pause.", "plan told as done"),
    ("Apple seeks to stop the use of secrets allegedly stolen by Tan.", "Tan stole secrets.", "rumour told as fact"),
    ("The update doesn't include Gemini Pro.", "The update includes Gemini Pro.", "negation dropped"),
)


@pytest.mark.parametrize(("quote", "told"), TRUE)
def test_the_same_parts_in_other_words_are_let_pass(quote: str, told: str) -> None:
    assert not list(miscast(told, [quote]))


@pytest.mark.parametrize(("quote", "told"), FALSE)
def test_a_name_in_another_ones_part_speaks_against_a_telling(quote: str, told: str) -> None:
    assert any(fault.startswith(("role", "owner", "compared")) for fault in miscast(told, [quote]))


@pytest.mark.parametrize(("quote", "told", "fault"), SURER)
def test_a_verb_is_not_told_more_surely_than_its_quote_has_it(quote: str, told: str, fault: str) -> None:
    assert fault in miscast(told, [quote])


def test_a_name_of_the_title_may_stand_for_a_pronoun() -> None:
    assert not list(miscast("Tesla says it is launching its service in Tampa.", ["The company said that it was launching its service in Tampa."]))  # fmt: skip
