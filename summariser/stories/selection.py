"""What fits the reading budget: in the order of the rank, no two alike, never over, never cut mid-sentence."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from news.languages import Language
from news.model import SECTIONS, BriefStory, Section, Sentence, Watched
from news.phrases import original_words, since_words, watched_words
from news.text import reading_seconds, search_tokens
from summariser.reading.fitness import fault
from summariser.reading.headlines import teases
from summariser.stories.ranking import AT_STAKE, NOT_A_REPORT
from summariser.stories.repeats import say_the_same
from summariser.stories.retold import same_office_first

_FRAME_SECONDS: Final = 5.0
"""Title, date and reading time at the top of a brief."""
_SPENT: Final = 0.98
"""Share of the minutes that is planned for: what a page adds (topics, dates) must not push a brief over."""
_SECTION_SECONDS: Final = 0.9
"""A section's heading: three words."""
_SOURCES_NAMED: Final = 3
_STORY_SHARE: Final = 0.13
"""No story takes more of the budget than this, so that five minutes hold at least eight."""
_TOLD_FIRST: Final = 6
_TOLD_AMONG: Final = 14
"""Told stories go first when they are among so many of the best; further down a strong line goes before them."""
_LINES_BESIDE: Final = 8
"""Stories of one line in an edition: a brief is no list of links, and a short one is better than a padded one."""
_LINES_ALONE: Final = 12
"""The same where nothing can be told at all: they are the brief."""
_WEAK_LINE: Final = 7.5
"""Points of a line that only fills a thin edition up to the fewest stories."""
_STRONG_LINE: Final = 10.0
"""Points of a line that goes beyond those `_LINES_BESIDE`."""
_ANALYSIS: Final = -3.0
"""Points for its kind from which on a title that is no report is a column or an analysis, no offer, list or guide."""
_AHEAD: Final = 0.12
"""Places in the rank by which a told story goes before a line, as a share of all."""
_AMUSES: Final = -3.0
"""Points for what is at stake of a story that merely amuses, or of a feature that is minor besides."""
_TEASING: Final = 8.0
_SAME: Final = 0.6
_FEWEST_WORDS: Final = 3
_NEARLY: Final = 0.75


def select(
    candidates: Sequence[BriefStory],
    *,
    language: Language,
    minutes: int,
    limit: int = 25,
    minimum: int = 5,
    spent: float = 0.0,
) -> tuple[BriefStory, ...]:
    """The edition's stories out of `candidates` (best first), within `minutes` at the cautious reading rate.

    `spent` seconds go to something else. A story too long for its share loses its last sentences; what a model wrote gets them back where there
    is room in the end. `minimum` stories are kept if their headlines fit at all.
    """
    budget = minutes * 60 * _SPENT - _FRAME_SECONDS - spent
    worth = _with_a_told_lead(_by_stakes(_apart(_worth_a_place(candidates, minimum)), minimum))
    apart = [_trimmed(story, language, _STORY_SHARE * budget) for story in worth]
    lines = max(_LINES_BESIDE, _LINES_ALONE - 2 * sum(not story.one_line for story in apart))
    apart = _without_weak(apart, minimum)
    chosen = _fitting(_by_priority(apart), budget, language, limit, lines)
    if len(chosen) < min(minimum, len(apart)):
        return _thinner(apart, budget, minimum, language)
    place = {story.id: at for at, story in enumerate(apart)}
    chosen.sort(key=lambda story: place[story.id])
    return tuple(_filled(chosen, {story.id: story for story in worth}, budget, language))


def _worth_a_place(candidates: Sequence[BriefStory], minimum: int) -> Sequence[BriefStory]:
    """Without the guides, lists, offers and opinions of which only the title is known; the best analyses fill up to `minimum`."""
    candidates = [one for one in candidates if not (one.one_line and _bare_name(one))] or candidates
    spare = [one for one in candidates if one.one_line and NOT_A_REPORT in one.score.parts]
    missing = max(0, minimum - (len(candidates) - len(spare)))
    analyses = [one for one in spare if one.score.parts[NOT_A_REPORT] >= _ANALYSIS][:missing]
    left_out = {one.id for one in spare} - {one.id for one in analyses}
    return [one for one in candidates if one.id not in left_out] or candidates


def _without_weak(stories: Sequence[BriefStory], minimum: int) -> list[BriefStory]:
    """Without the lines that barely reached the rank, but for the best of them while fewer than `minimum` are left."""
    weak = [story for story in stories if story.one_line and story.score.value < _WEAK_LINE]
    spare = {story.id for story in weak[max(0, minimum - (len(stories) - len(weak))) :]}
    return [story for story in stories if story.id not in spare]


def _by_stakes(stories: Sequence[BriefStory], minimum: int) -> list[BriefStory]:
    """Best first, with what is at stake counted once more; where others are enough, what merely amuses is a line.

    A line whose headline keeps the event to itself comes after those that tell theirs. The lead stays.
    """
    told = sum(not story.one_line for story in stories)
    shown = [
        _bare(story) if told > minimum and story.score.parts.get(AT_STAKE, 0.0) <= _AMUSES else story
        for story in stories
    ]

    def weight(story: BriefStory) -> float:
        teasing = story.one_line and story.language == "en" and teases(story.headline)
        return story.score.value + story.score.parts.get(AT_STAKE, 0.0) - _TEASING * teasing

    held = next((at for at in range(2, len(shown)) if shown[at].score.value > shown[at - 1].score.value), len(shown))
    parts = (shown[:1], shown[1:held], shown[held:])  # the lead; as ranked; over a cap of source or company
    return [story for part in parts for story in sorted(part, key=weight, reverse=True)]


def _with_a_told_lead(stories: list[BriefStory]) -> list[BriefStory]:
    """What can be told opens a brief before a headline that nothing is known of, where it weighs nearly as much and is no one's word."""
    if not stories or not stories[0].one_line:
        return stories
    least = _NEARLY * stories[0].score.value
    near = [one for one in stories if not one.one_line and one.score.value >= least and len(one.sources) > 1]
    lead = max(near, key=lambda one: one.score.value, default=stories[0])
    return [lead, *(one for one in stories if one is not lead)]


def _bare_name(story: BriefStory) -> bool:
    return story.language == "en" and len(story.headline.split()) < _FEWEST_WORDS


def _fitting(
    ranked: Sequence[BriefStory], budget: float, language: Language, limit: int, lines: int
) -> list[BriefStory]:
    """What of `ranked` fits, with at most so many lines."""
    kept: list[BriefStory] = []
    left = budget
    for story in ranked:
        most = lines if story.score.value >= _STRONG_LINE else min(lines, _LINES_BESIDE)
        spare = not story.one_line or sum(one.one_line for one in kept) < most
        if len(kept) >= limit or not spare:
            continue
        fitted = _trimmed(story, language, left)
        cost = reading_seconds_of(fitted, language)
        if cost <= left:
            kept.append(fitted)
            left -= cost
    return kept


def _filled(
    chosen: Sequence[BriefStory], whole: Mapping[str, BriefStory], budget: float, language: Language
) -> Iterator[BriefStory]:
    """The first ones first, with more of what was written, checked and paid for while there is time to read it."""
    left = budget - sum(reading_seconds_of(story, language) for story in chosen)
    for story in chosen:
        if not (story.provenance and story.provenance.prompt):
            yield story
            continue
        had = reading_seconds_of(story, language)
        more = _trimmed(whole[story.id], language, had + left)
        needs = reading_seconds_of(more, language)
        fuller = had < needs <= had + left
        left -= needs - had if fuller else 0.0
        yield more if fuller else story


def _by_priority(stories: Sequence[BriefStory]) -> list[BriefStory]:
    """The first told stories, then all as ranked: a told one goes before a line, yet a weak one yields to a strong line."""
    told = [story for story in stories[:_TOLD_AMONG] if not story.one_line][:_TOLD_FIRST]
    ahead = _AHEAD * len(stories)
    rest = [(at if story.one_line else at - ahead, story) for at, story in enumerate(stories) if story not in told]
    return told + [story for _, story in sorted(rest, key=lambda pair: pair[0])]


def _thinner(stories: Sequence[BriefStory], budget: float, minimum: int, language: Language) -> tuple[BriefStory, ...]:
    """`minimum` stories in little time: each trimmed to an equal share, to its headline where even the lede is too long."""
    share = budget / minimum
    thin = [_trimmed(story, language, share) for story in stories]
    thin = [story if reading_seconds_of(story, language) <= share else _bare(story) for story in thin]
    chosen: list[BriefStory] = []
    for story in sorted(thin, key=lambda one: one.one_line):
        cost = reading_seconds_of(story, language)
        if len(chosen) < minimum and cost <= budget:
            chosen.append(story)
            budget -= cost
    return tuple(chosen)


def reading_seconds_of(story: BriefStory, language: Language) -> float:
    """Seconds to read one story of a brief in `language`, with its section headings and the names of its sources."""
    texts = [story.headline, original_words(story, language), *_texts(story)]
    since = reading_seconds(since_words(story, language), language) if story.lede else 0.0
    names = " ".join(source.name for source in story.sources[:_SOURCES_NAMED])
    headings = _SECTION_SECONDS * sum(1 for section in SECTIONS if story.sections.get(section))
    return (
        sum(reading_seconds(text, story.language) for text in texts)
        + reading_seconds(names, language)
        + headings
        + since
    )


def reading_seconds_of_watched(watched: Watched, language: Language) -> float:
    """Seconds for what was watched, its headline and its fixed wording included."""
    told = [watched.sentence.text, *([watched.came.text] if watched.came else [])]
    texts = [watched.headline, *told, *watched_words(watched, language)]
    return sum(reading_seconds(text, language) for text in texts)


def reading_seconds_total(stories: Sequence[BriefStory], language: Language, watched: Sequence[Watched] = ()) -> float:
    """Seconds for a whole brief, its frame included: what `select` keeps within the budget."""
    told = [*watched, *(story.watched for story in stories if story.watched)]
    aside = sum(reading_seconds_of_watched(one, language) for one in told)
    return _FRAME_SECONDS + aside + sum(reading_seconds_of(story, language) for story in stories)


_LEANS: Final = frozenset({"dangling", "question", "fragment"})
"""Faults of a sentence that needs another one beside it."""


def _told(story: BriefStory) -> list[Sentence]:
    lede = [story.lede] if story.lede else []
    return lede + [sentence for section in SECTIONS for sentence in story.sections.get(section, ())]


def _texts(story: BriefStory) -> list[str]:
    return [sentence.text for sentence in _told(story)]


def _trimmed(story: BriefStory, language: Language, seconds: float) -> BriefStory:
    """The story with its last sentences dropped, longest section first, until it fits or only the lede is left; a lede that cannot stand
    alone then yields to the first sentence of the event that can."""
    whole = story
    while reading_seconds_of(story, language) > seconds:
        longest = max(SECTIONS, key=lambda section: (len(story.sections.get(section, ())), SECTIONS.index(section)))
        sentences = story.sections.get(longest, ())
        if not sentences:
            break
        shorter: dict[Section, tuple[Sentence, ...]] = {**story.sections, longest: sentences[:-1]}
        story = replace(story, sections=shorter)
    if whole is story or story.lede is None:
        return story
    if not any(story.sections.values()) and fault(story.lede.text, story.language) in _LEANS:
        event = (one for one in whole.sections.get("what_happened", ()) if not fault(one.text, story.language))
        story = replace(story, lede=next(event, story.lede))
    return _recounted(story, whole)


def _recounted(story: BriefStory, whole: BriefStory) -> BriefStory:
    """Its provenance counts the sentences that are shown: of those dropped, the sources' own are no longer `replaced`, the model's no
    longer `written`; what stands beside its original counts as neither."""
    made, shown = story.provenance, set(_told(story))
    dropped = [one for one in _told(whole) if one not in shown and one.checked]
    if made is None or not dropped:
        return story
    sources = sum(any(citation.quote in one.text for citation in one.citations) for one in dropped)
    replaced = max(0, made.replaced - sources)
    written = max(0, made.written - (len(dropped) - (made.replaced - replaced)))
    return replace(story, provenance=replace(made, written=written, replaced=replaced))


def _bare(story: BriefStory) -> BriefStory:
    return replace(story, lede=None, sections=dict.fromkeys(SECTIONS, ()))


def _apart(candidates: Sequence[BriefStory]) -> list[BriefStory]:
    """Without a story that shares an article, or whose headline or lede says what an earlier one's does; nor a line of which an earlier
    telling holds half the words."""
    kept: list[BriefStory] = []
    tellings: list[frozenset[str]] = []
    seen: list[frozenset[str]] = []
    articles: set[str] = set()
    for story in candidates:
        mine = [words for words in (_words(story.headline), _words(story.lede.text if story.lede else "")) if words]
        if articles & set(story.articles) or any(_alike(one, other) for one in mine for other in seen):
            continue
        if any(say_the_same(story.headline, other.headline, story.language) for other in kept):
            continue
        if story.one_line and any(same_office_first(story.headline, other.headline) for other in kept):
            continue
        if story.one_line and any(2 * len(mine[0] & told) >= len(mine[0]) for told in tellings if mine):
            continue
        kept.append(story)
        seen.extend(mine)
        if not story.one_line:
            tellings.append(_words(f"{story.headline} {' '.join(_texts(story))}"))
        articles |= set(story.articles)
    return kept


def _words(text: str) -> frozenset[str]:
    words = frozenset(search_tokens(text))
    return words if len(words) >= 3 else frozenset()


def _alike(one: frozenset[str], other: frozenset[str]) -> bool:
    return len(one & other) >= _SAME * min(len(one), len(other)) and len(one & other) >= 3
