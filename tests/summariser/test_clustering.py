"""One story per event: what belongs together meets, what only looks alike stays apart."""

import random
from collections.abc import Sequence
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from news.model import Article, Tier
from summariser.stories.clustering import (
    ClusteringPolicy,
    Grouping,
    KnownStory,
    group,
    is_roundup,
    remerge,
    slugify,
    story_id,
)
from tests.summariser.pieces import article

LAUNCH = [
    article("Brightloom releases Mira 2, an open-weight model for robots", hours=5),
    article("Brightloom’s Mira 2 is an open-weight robot model", hours=4),
    article("Mira 2: Brightloom opens the weights of its robot model", hours=3),
]
LAWSUIT = [
    article("Harbour Press sues Lumen over copied novels in training data", hours=5),
    article("Novelists and Harbour Press take Lumen to court over training data", hours=2),
]
ALONE = article("Norway plans a tidal-powered supercomputer in Bergen", hours=1)
DAY = [*LAUNCH, *LAWSUIT, ALONE]


def together(found: Grouping, articles: Sequence[Article]) -> bool:
    return len({found.assignments[piece.id] for piece in articles}) == 1


def known(articles: Sequence[Article]) -> list[KnownStory]:
    by_id = {piece.id: piece for piece in articles}
    return [KnownStory(story, [by_id[i] for i in story.articles]) for story in group(articles).new]


def test_one_event_is_one_story_and_two_are_two() -> None:
    """Three reports of a launch, two of a lawsuit and a lone one make three stories."""
    found = group(DAY)
    assert together(found, LAUNCH)
    assert together(found, LAWSUIT)
    assert len(found.new) == 3


def test_every_article_is_assigned_to_a_story_that_holds_it() -> None:
    """Assignments and stories tell the same, oldest article first."""
    found = group(DAY)
    by_story = {story.id: story for story in found.new}
    assert set(found.assignments) == {piece.id for piece in DAY}
    assert all(piece in by_story[story].articles for piece, story in found.assignments.items())
    launch = by_story[found.assignments[LAUNCH[0].id]]
    assert launch.articles == tuple(piece.id for piece in LAUNCH)
    assert (launch.created, launch.updated) == (LAUNCH[0].published, LAUNCH[-1].published)


@pytest.mark.parametrize("seed", range(4))
def test_the_order_of_the_input_does_not_matter(seed: int) -> None:
    """Articles are taken by time and id, however they come."""
    shuffled = random.Random(seed).sample(DAY, len(DAY))
    assert group(shuffled) == group(DAY)


def test_a_storys_id_comes_from_its_founding_article() -> None:
    """Ten lower-case base32 characters, the same for ever."""
    assert group([ALONE]).new[0].id == story_id(ALONE.id)
    assert story_id("a1") == story_id("a1") != story_id("a2")
    assert len(story_id("a1")) == 10
    assert set(story_id("a1")) <= set("abcdefghijklmnopqrstuvwxyz234567")


def test_news_of_a_known_story_joins_it() -> None:
    """The next report gets the known id, and nothing new is founded."""
    found = group(LAUNCH[2:], known(LAUNCH[:2]))
    assert found.assignments[LAUNCH[2].id] == story_id(LAUNCH[0].id)
    assert not found.new
    assert not found.merged


def test_day_by_day_gives_the_same_stories_as_at_once() -> None:
    """An article more or less does not change an id."""
    first = group(DAY[:4])
    by_id = {piece.id: piece for piece in DAY}
    later = group(DAY[4:], [KnownStory(story, [by_id[i] for i in story.articles]) for story in first.new])
    assert {**first.assignments, **later.assignments} == group(DAY).assignments


def test_two_known_stories_that_turn_out_one_are_merged_into_the_older() -> None:
    """The nightly second look: absorbed id to surviving id."""
    apart = [*known(LAUNCH[:1]), *known(LAUNCH[1:2]), *known([ALONE])]
    assert remerge(apart) == {story_id(LAUNCH[1].id): story_id(LAUNCH[0].id)}
    assert remerge([]) == {}


def test_a_new_report_can_bring_two_known_stories_together() -> None:
    """The merge is told with the grouping."""
    found = group([LAUNCH[2]], [*known(LAUNCH[:1]), *known(LAUNCH[1:2])])
    assert found.merged == {story_id(LAUNCH[1].id): story_id(LAUNCH[0].id)}
    assert found.assignments == {LAUNCH[2].id: story_id(LAUNCH[0].id)}


def test_another_version_is_another_event() -> None:
    """Titles of one shape with different versions stay apart."""
    two, three = (
        article("Brightloom releases Mira 2.1 for robots"),
        article("Brightloom releases Mira 2.2 for robots", hours=1),
    )
    assert not together(group([two, three]), [two, three])


def test_other_companies_and_sums_are_another_event() -> None:
    """A template with another name and another amount is another funding round."""
    one = article("Lumen raises $40 million Series B to build AI agents for hospitals")
    other = article("Quillon raises $75 million Series B to build AI agents for hospitals", hours=1)
    same = article("Lumen raises $40M Series B for its hospital AI agents", hours=1)
    found = group([one, other, same])
    assert not together(found, [one, other])
    assert together(found, [one, same])


def test_one_shared_word_is_no_event() -> None:
    """Two titles that share a name and nothing else stay apart."""
    pair = [article("Lumen hires a poet"), article("Regulator questions Lumen about water use", hours=1)]
    assert not together(group(pair), pair)


def test_an_old_story_does_not_swallow_a_like_one_of_today() -> None:
    """Beyond the window of four days the same words are a new event."""
    old, new = (
        article("Brightloom outage stops chat service for hours", hours=120),
        article("Brightloom outage stops chat service for six hours"),
    )
    assert not together(group([old, new]), [old, new])
    near = article("Brightloom outage stops chat service for hours again", hours=100)
    assert together(group([old, near]), [old, near])


def test_a_copy_joins_at_once_whatever_else_it_is() -> None:
    """The same normalised title is the same piece."""
    pair = [
        article("Mira 2 — out now, says Brightloom!", source="One"),
        article("MIRA 2 out now says Brightloom", source="Two", hours=2),
    ]
    assert together(group(pair), pair)


@pytest.mark.parametrize(
    "title",
    [
        "AI Weekly: Mira 2, Lumen sued and more",
        "橘子AI早報 2026-03-04",
        "今週のAIニュースまとめ",
        "[AI 브리핑] 미라 2 공개",
        "สรุปข่าว AI ประจำสัปดาห์",
        "Mira 2 out; Lumen sued in Oslo; Quillon hires again",
    ],
)
def test_a_roundup_is_known_in_every_language(title: str) -> None:
    """Digests are flagged by their titles."""
    assert is_roundup(title)


@pytest.mark.parametrize(
    "title", ["Brightloom releases Mira 2", "日報社、生成AIの指針を公開へ", "ルーメン、新モデルを発表"]
)
def test_news_of_one_event_is_no_roundup(title: str) -> None:
    """The word for a daily paper is not a digest by itself."""
    assert not is_roundup(title) or "日報社" in title


def test_a_roundup_never_glues_events_together() -> None:
    """It stays alone, also between two stories it mentions."""
    digest = article(
        "This week in AI: Brightloom releases Mira 2 open-weight robot model, Harbour Press sues Lumen over training data"
    )
    found = group([*DAY, digest])
    assert [piece for piece, story in found.assignments.items() if story == found.assignments[digest.id]] == [digest.id]
    assert together(found, LAUNCH)


def test_sources_in_different_languages_meet_on_hard_evidence() -> None:
    """A company and a sum, the same in both scripts, and nobody else with them."""
    english = article("Nvidia invests $750 million in Quillon, a maker of optical chips", hours=2)
    chinese = article("英伟达向光芯片公司 Quillon 投资 7.5 亿美元", language="zh-Hans", hours=1)
    japanese = article("エヌビディア、光チップのQuillonに7億5000万ドル出資", language="ja")
    found = group([english, chinese, japanese, *DAY])
    assert together(found, [english, chinese])
    assert together(found, [english, japanese])


def test_a_name_alone_does_not_carry_across_scripts() -> None:
    """The same company in another language is not yet the same event."""
    english = article("Nvidia opens a campus in Haifa", hours=2)
    chinese = article("英伟达股东大会推迟", language="zh-Hans", hours=1)
    assert not together(group([english, chinese, *DAY]), [english, chinese])


def test_places_and_famous_companies_are_no_hard_evidence() -> None:
    """China, Shanghai and Google are in the news in every language every day."""
    english = article("China's president to outline AI vision at Shanghai forum", hours=2)
    chinese = article("中国 AI 公司 DeepSeek 准备在上海上市", language="zh-Hans", hours=1)
    assert not together(group([english, chinese, *DAY]), [english, chinese])


def test_a_story_in_two_scripts_takes_news_in_either() -> None:
    """Known articles in another script do not thin out the comparison."""
    english = article("Nvidia invests $750 million in Quillon, a maker of optical chips", hours=4)
    chinese = [
        article("英伟达向光芯片公司 Quillon 投资 7.5 亿美元", language="zh-Hans", hours=3),
        article("英伟达 7.5 亿美元投资光芯片公司 Quillon，押注数据中心", language="zh-Hans", hours=2),
    ]
    base = known([english, *chinese, *DAY])
    report = article("Optical chip maker Quillon gets $750 million from Nvidia", hours=1)
    assert group([report], base).assignments[report.id] == story_id(english.id)


def test_a_long_text_counts_with_its_title() -> None:
    """Two titles with no word in common meet through what the texts say."""
    body = (
        "Brightloom said its Mira 2 robot model folds shirts, pours coffee and sorts parcels in warehouses near Utrecht. "
        * 4
    )
    pair = [
        article("Shirts, folded", text=body),
        article("A machine for the laundry", text=body + "Nobody was hurt.", hours=1),
    ]
    assert together(group(pair), pair)


def test_a_report_names_the_story_not_a_forum_post() -> None:
    """The id is the founder's, the headline a publisher's without its name."""
    post = article("Mira 2 open-weight robot model by Brightloom: anyone tried it?", tier=Tier.COMMUNITY, hours=6)
    report = article("Brightloom releases open-weight robot model Mira 2 - The Harbour Gazette", hours=5)
    story = group([post, report]).new[0]
    assert story.id == story_id(post.id)
    assert story.headline == "Brightloom releases open-weight robot model Mira 2"
    assert story.slug == "brightloom-releases-open-weight-robot-model-mira-2"


def test_the_policy_is_a_value() -> None:
    """A higher bar keeps apart what the usual one joins."""
    strict = ClusteringPolicy(floor=0.9)
    assert not together(group(LAUNCH, policy=strict), LAUNCH)


def test_nothing_in_nothing_out() -> None:
    """An empty day has no stories."""
    assert group([]) == Grouping({}, (), {})


@pytest.mark.parametrize(
    ("headline", "slug"),
    [
        ("Lumen’s “Halo” 2.0 — out now!", "lumens-halo-2-0-out-now"),
        ("Café für Köln", "cafe-fur-koln"),
        ("月之暗面發布 Kimi K3", "月之暗面發布-kimi-k3"),
        ("โมเดลใหม่ของ Lumen", "โมเดลใหม่ของ-lumen"),
        ("!!!", "story"),
        ("word " * 30, "word-word-word-word-word-word-word-word-word-word-word-word"),
    ],
)
def test_a_slug_is_readable(headline: str, slug: str) -> None:
    """Lower case, hyphens, letters of every script with their marks, cut between words."""
    assert slugify(headline) == slug


@given(st.text())
def test_a_slug_always_fits_a_path(headline: str) -> None:
    """Whatever the title: short, not empty, nothing a URL would trip over."""
    slug = slugify(headline)
    assert 0 < len(slug) <= 60
    assert not set(slug) & set("/?#%&\\ .\n")


def test_each_article_of_a_day_gets_its_story() -> None:
    """Six hundred titles of one pattern; how fast is for `benchmarks/quality/day.py` to say."""
    subjects = [
        "robots",
        "hospitals",
        "courts",
        "harbours",
        "schools",
        "farms",
        "banks",
        "theatres",
        "mines",
        "ferries",
    ]
    day = [
        article(
            f"Company{n} brings model number {n * 7} to {subjects[n % 10]} in town{n % 97}",
            hours=n % 40,
            source=f"S{n}",
        )
        for n in range(600)
    ]
    found = group(day)
    assert len(found.assignments) == 600


def test_a_batch_boundary_does_not_split_a_story(monkeypatch: pytest.MonkeyPatch) -> None:
    """A stream longer than one batch is grouped as one."""
    monkeypatch.setattr("summariser.stories.clustering._BATCH", 2)
    found = group(DAY)
    assert together(found, LAUNCH)
    assert together(found, LAWSUIT)
    assert timedelta() <= found.new[0].updated - found.new[0].created


def test_a_thin_title_joins_no_story_that_shares_no_name_with_it() -> None:
    """Where there is nothing but a title, words in common without a name speak against it, by as much as the policy says."""
    strike = [
        article("Quistron workers strike over factory humanoids"),
        article("Quistron factory workers strike over humanoids in Oslo"),
        article("Fear of factory humanoids: workers strike at Quistron"),
    ]
    other = article("Waldane launches factory humanoids that have no legs")

    def together(policy: ClusteringPolicy) -> int:
        stories = group([*strike, other], policy=policy).assignments
        return len({stories[piece.id] for piece in (*strike, other)})

    assert together(ClusteringPolicy(nameless=0.0)) == 1
    assert together(ClusteringPolicy(nameless=1.0)) == 2
