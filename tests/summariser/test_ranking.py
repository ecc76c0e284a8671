"""The order of a brief: why a story stands where it stands, and what may not flood it."""

from collections.abc import Sequence
from datetime import timedelta

import pytest

from news.model import Article, Score, Story, Tier
from summariser.reading.formats import form_of, format_of
from summariser.reading.stakes import stakes_of
from summariser.stories.clustering import group
from summariser.stories.ranking import (
    RankingPolicy,
    Scored,
    leads,
    main_companies,
    order,
    owner,
    score,
    substance,
    voices,
)
from summariser.stories.signals import Vote, signals
from tests.summariser.pieces import NOON, article

TEXT = (
    "The company says that the model answers questions about physics in six languages. It is out today, for all. " * 3
)


def story_of(articles: Sequence[Article]) -> Story:
    first = articles[0]
    return Story(
        id=f"s-{first.id}", slug="s", headline=first.title, language=first.language, articles=tuple(a.id for a in articles),
        topics=("models",), created=first.published, updated=first.published,
    )  # fmt: skip


def scored(*articles: Article, value: float | None = None) -> Scored:
    story = story_of(articles)
    counted = Score(value, {}) if value is not None else score(story, articles, now=NOON)
    return Scored(story, articles, counted)


def points(*articles: Article, **options: object) -> float:
    return score(story_of(articles), articles, now=NOON, **options).value  # type: ignore[arg-type]


REPORT = article("Brightloom releases an open-weight language model", source="Gazette")


def test_a_score_is_the_sum_of_its_parts() -> None:
    """Every rank explains itself."""
    found = score(story_of([REPORT]), [REPORT], now=NOON)
    assert found.value == pytest.approx(sum(found.parts.values()))
    assert {"kind of source", "recency", "about AI"} <= set(found.parts)


def test_independent_sources_lift_a_story() -> None:
    """Three papers weigh more than one, with words of their own."""
    others = [
        article("An LLM anyone may download: Brightloom’s bet", source="Herald"),
        article("Weights of Mira now public, Brightloom says of its AI model", source="Post"),
    ]
    assert points(REPORT, *others) > points(REPORT, others[0]) > points(REPORT)


def test_copies_and_second_pieces_of_one_publisher_are_one_voice() -> None:
    """Neither a syndicated text nor the same paper's next piece is an independent source."""
    copy = article(REPORT.title, source="Copyist")
    again = article("Why Mira matters to Utrecht", source="Gazette")
    assert len(voices([REPORT, copy, again])) == 1
    assert points(REPORT, copy) == points(REPORT)


@pytest.mark.parametrize(
    ("url", "source", "speaker"),
    [
        ("https://www.news.example.com/a", "x", "example.com"),
        ("https://tech.paper.co.uk/a", "x", "paper.co.uk"),
        ("http://127.0.1.7:8765/a", "Tech Paper AI (RSS)", "paper"),
        ("http://127.0.1.8:8765/a", "Tech Paper", "paper"),
    ],
)
def test_an_owner_is_a_registrable_domain_or_a_publishers_name(url: str, source: str, speaker: str) -> None:
    """Two feeds of one house are one owner."""
    assert owner(article("t", url=url, source=source)) == speaker


def test_first_hand_counts_more_than_a_forum() -> None:
    """The same words from the laboratory, a paper and a forum."""
    by_tier = [
        points(
            article("A language model is out", source="S", tier=tier),
            article("Mira, the new AI", source="Post", tier=tier),
        )
        for tier in (Tier.OFFICIAL, Tier.GENERAL, Tier.COMMUNITY)
    ]
    assert by_tier == sorted(by_tier, reverse=True)
    assert len(set(by_tier)) == 3


def test_a_story_loses_half_its_recency_in_a_half_life() -> None:
    """18 hours by the usual policy."""
    policy = RankingPolicy()
    fresh = score(story_of([REPORT]), [REPORT], now=NOON).parts["recency"]
    later = score(story_of([REPORT]), [REPORT], now=NOON + policy.half_life).parts["recency"]
    assert later == pytest.approx(fresh / 2, abs=0.01)


def test_a_straggler_does_not_make_an_old_story_new() -> None:
    """The article in the middle decides, not the last one."""
    old = [article(f"Brightloom model report number {n}", source=f"S{n}", hours=60 + n) for n in range(4)]
    straggler = article("Brightloom model, looking back", source="S9")
    assert score(story_of(old), [*old, straggler], now=NOON).parts["recency"] < 1.0


def test_an_undated_article_is_as_old_as_when_it_was_seen() -> None:
    """A made-up date does not make it fresh."""
    from dataclasses import replace

    undated = replace(REPORT, dated=False, seen=NOON - timedelta(days=3))
    assert points(undated) < points(REPORT)


def test_what_is_steeped_in_the_field_beats_ai_as_a_word() -> None:
    """A laboratory's model before a shop with AI in its name."""
    assert points(article("OpenAI and Anthropic compare language models", source="A")) > points(
        article("Bakery adds AI", source="A")
    )


def test_text_beyond_the_title_counts() -> None:
    """A story that can be told is worth more than a line."""
    title = "Brightloom releases a language model"
    assert points(article(title, text=TEXT, source="A")) > points(article(title, source="A"))
    assert not substance(article(title, text=title + "."))


def test_readers_topics_signals_and_memory_show_in_the_parts() -> None:
    """Each has a name of its own, and told articles push a story down."""
    liked = signals([Vote(True, ["models"], [owner(REPORT)])] * 4)
    found = score(story_of([REPORT]), [REPORT], now=NOON, topics={"models"}, told={REPORT.id}, readers=liked)
    assert found.parts["reader's topics"] > 0
    assert found.parts["readers' signals"] > 1
    assert found.parts["told before"] < -5


def test_votes_move_the_stories_of_the_same_source_and_topics() -> None:
    """One click moves little, many move up or down; what nobody voted on stays where it was."""

    def moved(*verdicts: bool) -> float:
        heard = signals(Vote(useful, ["models"], [owner(REPORT)]) for useful in verdicts)
        return heard.of(story_of([REPORT]), [REPORT])

    assert 0 < moved(True) < 0.25 < moved(*[True] * 12)
    assert moved(*[False] * 12) < -0.25
    assert moved(True, False) == moved() == 0.0
    many = signals([Vote(True, (), [owner(REPORT), "a.example", "b.example", "c.example"])] * 4)
    assert many.owners[owner(REPORT)] < signals([Vote(True, (), [owner(REPORT)])] * 4).owners[owner(REPORT)]


@pytest.mark.parametrize(
    ("title", "form"),
    [
        ("Senior ML engineer: Brightloom is hiring", "jobs"),
        ("[招聘] 大模型算法工程师", "jobs"),
        ("The best AI note taker deals: save $50 at Harbour today", "deal"),
        ("ChatGPT 会员拼车低价", "deal"),
        ("7 ways to use ChatGPT at work", "listicle"),
        ("10가지 AI 활용 팁", "listicle"),
        ("How to build an agent with Mira", "tutorial"),
        ("Claude Codeを使ってみた", "tutorial"),
        ("วิธีใช้ AI เขียนอีเมล", "tutorial"),
        ("Using Mira to sort letters", "tutorial"),
        ("What building Mira taught us about harbours", "tutorial"),
        ("Why we should slow down", "opinion"),
        ("Quoting Ada Quist", "opinion"),
        ("quist / harbour-agents", "promo"),
        ("v2.1.211", "promo"),
        ("Apply for Brightloom’s research grants", "promo"),
        ("[기고] 인공지능의 미래", "opinion"),
        ("AI weekly: all the news", "roundup"),
        ("Brightloom releases a model", "news"),
        ("GitHub CopilotにClaude Opus 5が対応", "news"),
        ("月之暗面发布新模型", "news"),
    ],
)
def test_formats_are_told_by_their_titles(title: str, form: str) -> None:
    """Six kinds of piece that are not a report of one event."""
    assert format_of(title) == form


def test_address_and_voice_tell_what_a_title_does_not() -> None:
    """Sites keep their podcasts and columns apart; who says "I" in every other sentence reports nothing."""
    title = "How Apple’s lawsuit could disrupt plans"
    assert form_of(article(title, url="https://a.example/video/apple")) == "opinion"
    assert form_of(article(title, url="https://a.example/2026/video-apple")) == "news"
    mine = "I have used the phone for a month. My battery lasted a day. The screen is bright in the sun. " * 3
    assert form_of(article(title, text=mine)) == "opinion"
    theirs = "“I like it, and my team likes it,” the chief said on Monday. The suit was filed in Oslo. " * 3
    assert form_of(article(title, text=theirs)) == "news"


def test_what_is_no_report_is_demoted_unless_most_are() -> None:
    """A listicle loses; one opinion among reports does not count."""
    listicle = article("7 ways to use language models at work", source="A")
    assert score(story_of([listicle]), [listicle], now=NOON).parts["not a report of one event"] < 0
    pieces = [
        REPORT,
        article("Brightloom opens its model", source="B"),
        article("Why I fear Brightloom’s model", source="C"),
    ]
    assert "not a report of one event" not in score(story_of(pieces), pieces, now=NOON).parts


def test_a_lead_needs_two_voices_or_an_official_one() -> None:
    """The best-scored story does not open the brief on one paper's word."""
    sole = scored(article("Brightloom has a secret model", source="A"), value=30)
    double = scored(
        article("Court lets AI case proceed", source="B"), article("Judges allow chatbot suit", source="C"), value=20
    )
    official = scored(article("Introducing Mira", source="D", tier=Tier.OFFICIAL), value=19)
    assert not leads(sole)
    assert leads(double)
    assert leads(official)
    assert [item.score.value for item in order([official, sole, double])] == [20, 30, 19]


def test_one_source_does_not_flood_a_brief() -> None:
    """The third story that only the same source tells comes after the others."""
    subjects = ("harbour pilots", "tax clerks", "bee keepers", "night trains")
    flood = [scored(article(f"Chatbot for {s}", source="A"), value=20 - n) for n, s in enumerate(subjects)]
    other = scored(article("Rail signals read by a neural network", source="B"), value=9)
    assert [item.score.value for item in order([*flood, other])] == [20, 19, 9, 18, 17]


def test_one_company_does_not_flood_the_first_ten() -> None:
    """Three of a company, then somebody else."""
    things = ("a browser", "phone plans", "tax advice", "a speaker", "school books")
    flood = [scored(article(f"OpenAI sells {s}", source=f"S{n}"), value=20 - n) for n, s in enumerate(things)]
    other = scored(article("Brightloom opens a robot school", source="B"), value=9)
    assert [item.score.value for item in order([*flood, other])] == [20, 19, 18, 9, 17, 16]


def test_a_story_that_repeats_a_better_one_is_left_out() -> None:
    """What grouping did not join, a brief still tells once."""
    first = scored(article("Lumen pays $1.5 billion to settle with Harbour Press", source="A"), value=15)
    repeat = scored(article("Settlement: Harbour Press gets $1.5 billion as Lumen pays", source="B"), value=14)
    other = scored(article("Quillon settles with dockers for $2 million", source="C"), value=13)
    assert [item.score.value for item in order([first, repeat, other])] == [15, 13]


def test_another_version_is_no_repeat() -> None:
    """Two releases of one product are two stories."""
    one = scored(article("Brightloom releases Mira 2.1 for warehouse robots", source="A"), value=15)
    two = scored(article("Brightloom releases Mira 2.2 for warehouse robots", source="B"), value=14)
    assert len(order([one, two])) == 2


def test_a_repeat_in_another_language_is_left_out() -> None:
    """Company, sum and place are the same in both scripts."""
    one = scored(article("Nvidia invests $750 million in Quillon of Japan", source="A"), value=15)
    two = scored(article("英伟达向日本 Quillon 投资 7.5 亿美元", source="B", language="zh-Hans"), value=14)
    assert len(order([one, two])) == 1


def test_weak_stories_are_left_out_while_there_are_better_ones() -> None:
    """A digest does not fill a brief; but a brief of only weak ones is not empty."""
    good, weak = scored(REPORT, value=12), scored(article("AI weekly digest", source="B"), value=2)
    assert order([good, weak]) == [good]
    assert order([weak]) == [weak]
    assert order([]) == []


def test_a_thin_day_takes_what_comes_near_the_bar() -> None:
    """A language with few sources has news all the same, but not everything that was written."""
    titles = ("Brightloom opens a lab in Oslo", "Tidewave sells its chat service", "Quist names a new chief of safety")
    ranked = [scored(article(title), value=value) for title, value in zip(titles, (8.0, 6.0, 2.0), strict=True)]
    assert [item.score.value for item in order(ranked)] == [8.0, 6.0]


def test_main_companies_stand_in_half_the_titles() -> None:
    """One mention among many does not make a story the company's."""
    item = scored(
        article("OpenAI opens a shop", source="A"),
        article("A shop by OpenAI, near Apple", source="B"),
        article("ChatGPT shop", source="C"),
    )
    assert main_companies(item) == ("openai",)


def test_order_does_not_depend_on_the_input() -> None:
    """Equal scores are broken by id."""
    items = [scored(article(f"Robots plant {s}", source=s), value=10) for s in ("oaks", "rice", "tulips")]
    assert order(items) == order(items[::-1])


def test_a_grouped_day_comes_out_in_order() -> None:
    """From articles to an order without more ado."""
    day = [
        REPORT,
        article("Brightloom’s open-weight language model is here", source="Herald", hours=1),
        article("7 ways to use ChatGPT at work", source="Lists"),
    ]
    by_id = {piece.id: piece for piece in day}
    stories = [scored(*(by_id[i] for i in story.articles)) for story in group(day).new]
    assert order(stories)[0].story.headline in {REPORT.title, day[1].title}


def test_a_makers_own_word_counts_less_until_somebody_takes_it_up() -> None:
    """A vendor's post that no newsroom reported is no big story, unless it tells of harm."""
    post = article("OpenAI says how its language model writes code", source="OpenAI", tier=Tier.OFFICIAL)
    report = article("Language model from OpenAI writes code", source="Gazette")
    incident = article("Security incident: an AI agent of OpenAI broke in", source="OpenAI", tier=Tier.OFFICIAL)
    assert score(story_of([post]), [post], now=NOON).parts["rests on one source"] < -1
    assert "rests on one source" not in score(story_of([incident]), [incident], now=NOON).parts
    assert "rests on one source" not in score(story_of([post, report]), [post, report], now=NOON).parts


@pytest.mark.parametrize(
    ("title", "at_stake"),
    [
        ("Parliament bans face recognition by AI", {"power"}),
        ("AI agent deletes files of its users", {"harm"}),
        ("Chip maker adds $100 billion to its AI plan", {"money"}),
        ("OpenAI releases GPT-7", {"release"}),
        ("Photos now lets you star in your own AI videos", {"feature"}),
        ("Why do AI company logos look alike?", {"trivia"}),
        ("智能体入侵模型平台", {"harm"}),
        ("EU、生成AIに表示義務", {"power"}),
        ("Brightloom opens an office", set()),
    ],
)
def test_titles_tell_what_is_at_stake(title: str, at_stake: set[str]) -> None:
    """Law, harm, money and models lift a story; features and amusements lower it."""
    assert stakes_of(title) == at_stake


def test_a_headline_with_much_at_stake_beats_a_feature_with_more_voices() -> None:
    """One report of a government that decides who may use a model, three of a button."""
    grave = article("White House dictates access to AI models, sources say", source="Gazette")
    light = [
        article(f"Vidmaker now lets you edit AI videos {word}", source=word) for word in ("today", "alone", "fast")
    ]
    assert points(grave) > points(*light)


def test_an_old_event_on_a_new_page_sinks() -> None:
    """Its own opening dates it."""
    from dataclasses import replace

    fresh = replace(REPORT, text="Brightloom said on 30 April 2019 that the model is out. " + TEXT)
    assert "of an earlier month by its own dates" in score(story_of([fresh]), [fresh], now=NOON).parts
    assert "of an earlier month by its own dates" not in score(story_of([REPORT]), [REPORT], now=NOON).parts


def test_a_company_over_its_cap_waits_for_a_longer_list() -> None:
    """Its next story stands once ten others do, not after every other one."""
    titles = [f"Microsoft opens AI plant {word}" for word in ("alpha", "bravo", "cedar", "delta")]
    words = ("amber", "birch", "clover", "dune", "ember", "fjord", "grove", "heron", "islet", "juniper", "kelp", "lark")
    others = [f"{word.title()} trains {word}speech model from {word}ton {word}men" for word in words]
    scored = []
    for at, title in enumerate(titles + others):
        one = article(title)
        scored.append(Scored(story_of([one]), [one], Score(40.0 - at, {})))
    places = [item.articles[0].title for item in order(scored)]
    assert 10 <= places.index(titles[3]) < len(places) - 1


def test_a_release_that_many_print_yields_to_what_fewer_report_of_a_known_name() -> None:
    """Korean newsrooms print what they are sent: a delivery robot in a dozen papers, and a model of Alibaba's in five."""
    names = ("하나", "두리", "세종", "네오", "다솔", "여명", "이레", "여울", "아홉", "열매")
    robot = [
        article(f"{name} 로봇 배달 AI 신규 모델 투입", source=f"s{at}", language="ko") for at, name in enumerate(names)
    ]
    model = [
        article(f"{name} 알리바바 AI 모델 큐원 3.8 공개", source=f"m{at}", language="ko")
        for at, name in enumerate(names[:5])
    ]
    assert points(*robot) < points(*model)


def test_what_has_nothing_newer_than_two_days_yields() -> None:
    """A wider window is for what a morning lacks, not for what it has."""
    old = article("Anthropic opens an AI lab in Rome", hours=60)
    new = article("Anthropic opens an AI lab in Rome", hours=40)
    assert points(new) - points(old) > 2.5
