"""What a reader would call the same news again, and when a told story has gone on."""

import pytest

from news.model import Article, Story, Tier
from summariser.stories.repeats import Gist, brings_news, gist, repeats
from tests.summariser.pieces import article


def told(*articles: Article) -> Gist:
    first = articles[0]
    story = Story(
        id="s", slug="s", headline=first.title, language=first.language, articles=tuple(a.id for a in articles),
        topics=(), created=first.published, updated=first.published,
    )  # fmt: skip
    return gist(story, articles)


def said_by(*titles: str, tier: Tier = Tier.GENERAL) -> Gist:
    """A story with one title from each of several papers."""
    return told(*(article(title, source=f"Paper {at}", tier=tier) for at, title in enumerate(titles)))


RELEASE = (
    "Moonshot AI releases Kimi K3",
    "Kimi K3 is out: 2.8 trillion parameters",
    "Chinese lab opens weights of Kimi K3",
)


@pytest.mark.parametrize(
    "title",
    [
        "Moonshot’s new Kimi model is so popular that it gates users",
        "Kimi K3 writes better web pages than it does sums",
    ],
)
def test_one_pages_piece_on_a_thing_told_already_is_a_repeat(title: str) -> None:
    """A company of narrow fame or a version: one voice more about it is no second story."""
    assert repeats(said_by(title), said_by(*RELEASE))


def test_the_release_told_in_quite_other_words_is_a_repeat() -> None:
    """Whoever writes that the thing is out, or how good it is, tells of its release."""
    later = said_by("Kimi K3 rivals the best and ends cheap tokens", "Open weights: Kimi K3 outperforms the West")
    assert repeats(later, said_by(*RELEASE))


def test_what_was_expected_yields_to_what_came() -> None:
    """A piece on the upcoming version has nothing to say once it is out."""
    later = said_by("Moonshot’s upcoming Kimi 3 will close the gap", "Kimi 3, due soon, is to change prices")
    assert repeats(later, said_by(*RELEASE))


def test_another_event_of_the_same_company_is_news() -> None:
    """Two papers on a listing are not the release again."""
    later = said_by(
        "Moonshot plans to list in Hong Kong within six months", "A listing of Moonshot at $30 billion is near"
    )
    assert not repeats(later, said_by(*RELEASE))


def test_a_product_named_for_comparison_is_not_the_subject() -> None:
    """ "X nears GPT-5.6" does not tell what GPT-5.6 does."""
    assert not repeats(
        said_by("GPT-5.6 deletes files of its users"), said_by("Kimi K3 nears GPT-5.6", "Kimi K3 at par with GPT-5.6")
    )


def test_a_company_of_many_news_is_no_evidence() -> None:
    """OpenAI does several things a day."""
    assert not repeats(
        said_by("OpenAI opens an office in Utrecht"), said_by("OpenAI sells a keyboard", "A keyboard by OpenAI")
    )


def test_a_coined_name_in_both_headlines_is_evidence() -> None:
    """A name that nobody writes by chance."""
    earlier = said_by("GPT-Red: a path to robustness", "OpenAI tells of GPT-Red")
    assert repeats(said_by("Meet GPT-Red, a super-hacker made for safety"), earlier)


FIRST = article(
    "Brightloom opens its archive", source="Gazette", hours=30, text="The archive of Brightloom holds letters."
)


def test_a_told_story_does_not_return_for_the_same_report_in_other_papers() -> None:
    """Late voices who say what was said."""
    late = [
        article("Brightloom opens archive", source=name, hours=5, text="The archive holds letters.") for name in "AB"
    ]
    assert not brings_news([FIRST, *late], {FIRST.id})


def test_a_told_story_returns_when_two_later_voices_share_something_new() -> None:
    """A fact that no told article has, in a title and from two owners."""
    late = [
        article("Judge halts Brightloom archive", source="A", hours=5, text="A judge halts it after an appeal."),
        article(
            "No letters for readers yet, a judge halts them",
            source="B",
            hours=4,
            text="Heirs won: the judge halts the opening for good.",
        ),
    ]
    assert brings_news([FIRST, *late], {FIRST.id})
    assert not brings_news([FIRST, late[0]], {FIRST.id})


def test_an_official_later_word_suffices() -> None:
    """The horse's mouth needs no second voice, but something to say."""
    official = article(
        "Brightloom withdraws the archive after a ruling", source="Brightloom", hours=2, tier=Tier.OFFICIAL
    )
    assert brings_news([FIRST, official], {FIRST.id})
    again = article("Brightloom opens its archive", source="Brightloom", hours=2, tier=Tier.OFFICIAL)
    assert not brings_news([FIRST, again], {FIRST.id})


def test_older_reports_found_later_are_not_new() -> None:
    """What was written before the story was told is no news after it."""
    early = [
        article("Judge halts Brightloom archive", source="A", hours=50),
        article("Brightloom archive: judge halts it", source="B", hours=49),
    ]
    assert not brings_news([FIRST, *early], {FIRST.id})


def test_copies_of_one_later_report_are_one_voice() -> None:
    """A press release in two papers does not bring a story back."""
    words = "A judge halts the opening after an appeal by heirs of the writers whose letters it holds."
    late = [article("Judge halts Brightloom archive", source=name, hours=5, text=words) for name in "AB"]
    assert not brings_news([FIRST, *late], {FIRST.id})


def test_one_product_under_two_words_is_one_event() -> None:
    """A keyboard to some, a keypad to others: the same company, and most of the words in the earlier texts."""
    earlier = said_by(
        "OpenAI releases a $230 keyboard for Codex",
        "OpenAI launches Codex Micro, a desktop keypad for agents with backlit keys",
    )
    assert repeats(
        said_by("OpenAI launches a physical keypad for agents", "OpenAI launches a keypad for AI agents"), earlier
    )
    assert not repeats(said_by("OpenAI opens an office in Lagos", "OpenAI comes to Lagos with an office"), earlier)


def test_an_address_names_what_a_title_hides() -> None:
    """A riddle of a title over a page on Kimi K3."""
    riddle = article(
        "Chinese AI has leveled up, and brought new focus",
        url="https://news.example/2026/moonshot-ai-kimi-k3-open.html",
    )
    assert repeats(told(riddle), said_by(*RELEASE))


def test_after_a_bare_title_other_words_are_no_news() -> None:
    """Where only titles were told, two papers on the same speech do not make an update."""
    first = article("Xi pitches China as AI partner", hours=20, source="Gazette")
    later = [
        article("Xi calls for open-source AI", hours=5, source="Post"),
        article("At the summit Xi praises open-source AI", hours=4, source="Herald"),
    ]
    assert not brings_news([first, *later], {first.id})


def test_a_headline_in_capitals_repeats_what_another_one_names() -> None:
    """It shows no names of its own; the other's name stands in it."""
    earlier = said_by(
        "Built in Fort Worth: Quistron Opens Advanced Plant to Produce NVIDIA Systems", tier=Tier.OFFICIAL
    )
    later = said_by(
        "Nvidia supplier Quistron launches $700 million Texas factory", "Quistron launches a factory in Texas"
    )
    assert repeats(later, earlier)
    assert not repeats(said_by("Brightloom launches a factory in Texas", "Brightloom opens a Texas factory"), earlier)


def test_one_of_several_things_released_together_was_told_with_the_rest() -> None:
    """Though its version is another: all that its headline says stands in the told reports."""
    text = (
        "Google released Gemini 3.6 Flash, Gemini 3.5 Flash-Lite and Gemini 3.5 Flash Cyber, a security model, in Oslo."
    )
    earlier = told(article("Google announces Gemini 3.6 Flash and a cybersecurity model", text=text))
    assert repeats(said_by("Google introduces Gemini 3.5 Flash Cyber", tier=Tier.OFFICIAL), earlier)
    assert not repeats(said_by("Google releases Gemini 3.7 Flash Cyber", tier=Tier.OFFICIAL), earlier)


def test_one_affair_in_chinese_is_known_by_its_name() -> None:
    """Who comments on it changes, the compound stays; a party's name is none."""
    first = told(article("AI仿造市長聲音掀爭議 議員示警干擾選舉", language="zh-Hant"))
    second = told(article("AI深偽市長聲音 綠黨：偽造有相關規範", language="zh-Hant"))
    other = told(article("國民黨團質疑無人機預算 AI審查過寬", language="zh-Hant"))
    party = told(article("國民黨團提案修AI基本法", language="zh-Hant"))
    assert repeats(second, first)
    assert not repeats(party, other)


def test_one_page_s_two_reports_with_the_same_figures_are_one() -> None:
    """A price list and a post on what it means: most of their first numbers agree."""
    text = "OpenAI cut the price of GPT-5.6 Luna by 80% and of Terra by 20%, and serving costs fell 15%."
    prices = told(article("OpenAI lowers prices in its interface", source="Fjord Post", text=text))
    meaning = told(
        article("OpenAI wants more people to afford it", source="Fjord Post", text=text.replace("cut", "reduced"))
    )
    assert repeats(meaning, prices)


def test_two_words_for_one_deed_of_one_company_are_one_event() -> None:
    """Japanese pages write of an intrusion in Kanji or in Katakana; another company's is another event."""
    first = told(article("米AIクロード3組織に不正侵入、試験中に標的誤認 アンソロピック発表", language="ja"))
    again = told(article("アンソロピック、モデルがテスト中に3社をハッキングと公表", language="ja"))
    other = told(article("オープンAIのエージェント、別の企業に不正侵入", language="ja"))
    assert repeats(again, first)
    assert not repeats(other, first)


def test_one_post_of_one_person_is_one_story() -> None:
    """Another page's title, of which the words stand deep in the text of what is told; his next matter is another."""
    page = article(
        "Satya Nadella has issued a warning to companies",
        text="He fears for secrets.\n" * 60
        + "He finds it odd that labs train on public data and then restrict distillation.",
    )
    earlier = told(page, article("Nadella says that you pay twice, and he helped to build the trap"))
    assert repeats(said_by("Nadella calls out labs that train on public data but ban distillation"), earlier)
    assert not repeats(said_by("Nadella opens a museum of typewriters in Reykjavik"), earlier)


def test_one_small_companys_weighty_thing_is_told_once() -> None:
    """Its name in both headlines and one word more that says what: harm or law as it may be."""
    earlier = said_by("Fairloom Foundation Releases Antler: Small Models That Find Known Vulnerabilities in Codebases")
    later = said_by("Fairloom bets its small open models can outperform GPT-5.5 at vulnerability detection")
    assert repeats(later, earlier)
    assert not repeats(said_by("Fairloom is sued by weavers over a deadly fire in its hall"), earlier)


def test_the_money_that_a_company_seeks_is_told_once() -> None:
    """From whatever side; that it has got it is news."""
    earlier = said_by("DeepSeek in talks to raise $1.5B, then list", "DeepSeek prepares to list this year")
    later = said_by("DeepSeek needs more cash weeks after its first round", "DeepSeek weighs new fundraising soon")
    assert repeats(later, earlier)
    done = said_by("DeepSeek raises $2B from a state fund", "DeepSeek secured its billions, a fund says")
    assert not repeats(done, earlier)
