"""A story as Slack shows it: short in the daily message, whole behind More, each sentence beside its passage behind Sources.

Pure functions that give blocks for a message, a modal or the Home tab; all of them may stand in any of the three.
"""

import re
from collections.abc import Callable, Sequence
from itertools import chain
from typing import Final

from channels.slack.actions import (
    STORY_ASK,
    STORY_FORGET,
    STORY_MORE,
    STORY_NOT_USEFUL,
    STORY_SAVE,
    STORY_SOURCES,
    STORY_USEFUL,
    StoryRef,
)
from channels.slack.blocks import Block, actions, button, context, divider, lines_as_sections, section, without_empty
from channels.slack.escaping import clean, fit, link, mrkdwn, safe_url
from channels.slack.limits import most, size
from news.languages import Language
from news.making import how_of_story
from news.model import SECTIONS, BriefStory, Citation, Section, Sentence, SourceLink, Watched
from news.payload import story_page
from news.phrases import original_words, phrase, watched_words

HEADLINE: Final = 200
LEDE: Final = 500
WHY: Final = 400
WATCHED: Final = 250
"""Characters in the daily message; More has everything."""
_SENTENCE: Final = 900
_QUOTE: Final = 900
_SOURCE: Final = 60
_NAMED: Final = 3
"""Sources that the daily message names."""
_LISTED: Final = 30
_SAVED: Final = 20

StoryLink = Callable[[BriefStory], str]


def story_link(base_url: str) -> StoryLink:
    """Where a headline leads: to the story's page when there are pages, else to its first source."""
    if base_url:
        return lambda story: safe_url(page_of(story.id, story.slug, base_url))
    return lambda story: next((url for source in story.sources if (url := safe_url(source.url))), "")


def page_of(id: str, slug: str, base_url: str) -> str:
    """Without a slug that would be a line of percent signs: the id decides, and a message holds only so much."""
    return story_page(id, slug if slug.isascii() else "", base_url).rstrip("/")


def headline(story: BriefStory, to: StoryLink, number: str = "") -> str:
    """Bold and linked."""
    return f"*{number}{link(to(story), fit(story.headline, HEADLINE, story.language)) or '…'}*"


def short_story(story: BriefStory, *, brief: str, language: Language, to: StoryLink, number: int = 0) -> list[Block]:
    """Headline, lede, why it matters; sources; buttons. `number` is its place in the brief, 0 to leave it out."""
    lines = [headline(story, to, f"{number}. " if number else "")]
    lede = story.lede or next(iter(story.sections.get("what_happened", ())), None)
    if lede:
        lines.append(fit(lede.text, LEDE, story.language))
    why = " ".join(sentence.text for sentence in story.sections.get("why_it_matters", ()))
    if why:
        lines.append(f"*{mrkdwn(phrase(language, 'sections.why_it_matters'))}:* {fit(why, WHY, story.language)}")
    if story.watched:
        lines.append(watched_line(story.watched, language, WATCHED))
    return [
        section("\n".join(lines)),
        context(*_original(story, language), _facts(story, language)),
        actions(*story_buttons(story, brief=brief, language=language)),
    ]


def story_line(story: BriefStory, *, language: Language, to: StoryLink) -> str:
    """A story with nothing beyond its headline, in one line."""
    told = [link(to(story), fit(story.headline, HEADLINE, story.language)), *_original(story, language)]
    return f"•  {' — '.join([*told, _facts(story, language, named=1, label=False)])}"


def whole_story(story: BriefStory, *, language: Language, to: StoryLink, named: bool = True) -> list[Block]:
    """What More opens: everything that the brief told, and every source. `named`: with the headline on top."""
    top = [*([headline(story, to)] if named else []), *_original(story, language)]
    lede = [fit(story.lede.text, _SENTENCE, story.language)] if story.lede else []
    blocks = lines_as_sections([*top, *lede])
    for name in SECTIONS:
        told = [fit(sentence.text, _SENTENCE, story.language) for sentence in story.sections.get(name, ())]
        blocks += lines_as_sections([_heading(name, language), *told]) if told else []
    if story.watched:
        blocks.append(section(watched_line(story.watched, language, _SENTENCE)))
    if story.one_line:
        blocks.append(context(mrkdwn(phrase(language, "chat.no_sentences"))))
    made = how_of_story(story, language)
    return without_empty([*blocks, context(_facts(story, language, named=_LISTED)), context(mrkdwn(made))])


def story_sources(story: BriefStory, *, language: Language, to: StoryLink) -> list[Block]:
    """What Sources opens: each sentence, and below it the passages that support it, with where they stand."""
    blocks = [section("\n".join([headline(story, to), *_original(story, language)]))]
    told: list[tuple[tuple[str, ...], Sentence]] = [((), story.lede)] if story.lede else []
    for name in SECTIONS:
        sentences = story.sections.get(name, ())
        told += [((_heading(name, language),) if not at else (), one) for at, one in enumerate(sentences)]
    if story.watched:
        before, after = map(mrkdwn, watched_words(story.watched, language))
        told += [((before,), story.watched.sentence), *([((after,), story.watched.came)] if story.watched.came else [])]
    for heading, sentence in told[:_LISTED]:
        blocks.append(section("\n".join([*heading, fit(sentence.text, _SENTENCE, story.language)])))
        passages = [_passage(one, sentence, language, story.language) for one in sentence.citations]
        blocks += [context(*passages)] if passages else []
    if story.one_line:
        blocks.append(context(mrkdwn(phrase(language, "chat.no_sentences"))))
    return without_empty([*blocks, divider(), context(_facts(story, language, named=_LISTED))])


def watched_line(watched: Watched, language: Language, most_each: int) -> str:
    """What was to be watched, and what came of it."""
    before, after = map(mrkdwn, watched_words(watched, language))
    came = [fit(watched.came.text, most_each, language)] if watched.came else []
    return " ".join([f"*{before}*", fit(watched.sentence.text, most_each, language), f"*{after}*", *came])


def _original(story: BriefStory, language: Language) -> list[str]:
    """The title, in another language, of the report that the headline is from."""
    words = original_words(story, language)
    return [fit(words, HEADLINE, language)] if words else []


def story_buttons(story: BriefStory, *, brief: str, language: Language) -> list[Block]:
    """More, Sources, Ask, Save, useful, not useful: each says to a screen reader which story it is about."""
    make = _buttons(story, brief, language)
    return [
        make(STORY_MORE, phrase(language, "chat.more")),
        make(STORY_SOURCES, phrase(language, "brief.sources")),
        make(STORY_ASK, phrase(language, "chat.ask")),
        make(STORY_SAVE, phrase(language, "chat.save")),
        make(STORY_USEFUL, "👍", phrase(language, "chat.useful")),
        make(STORY_NOT_USEFUL, "👎", phrase(language, "chat.not_useful")),
    ]


def saved_stories(stories: Sequence[BriefStory], *, language: Language, to: StoryLink) -> list[Block]:
    """The reader's list, the latest saved first; two blocks a story, at most twenty of them."""
    if not stories:
        return [section(mrkdwn(phrase(language, "chat.nothing_saved")))]
    return list(chain.from_iterable(_saved(story, language, to) for story in stories[:_SAVED]))


def _saved(story: BriefStory, language: Language, to: StoryLink) -> list[Block]:
    make = _buttons(story, "", language)
    lede = [fit(story.lede.text, LEDE, story.language)] if story.lede else []
    return [
        section("\n".join([headline(story, to), *lede])),
        actions(
            make(STORY_MORE, phrase(language, "chat.more")),
            make(STORY_SOURCES, phrase(language, "brief.sources")),
            make(STORY_FORGET, phrase(language, "chat.forget")),
        ),
    ]


def _buttons(story: BriefStory, brief: str, language: Language) -> Callable[..., Block]:
    value = StoryRef(brief, story.id).value

    def make(action: str, label: str, meaning: str = "") -> Block:
        spoken = phrase(language, "chat.about", label=meaning or label, headline=clean(story.headline[:300]))
        return button(label, action, value, language=language, spoken=spoken)

    return make


def _heading(name: Section, language: Language) -> str:
    return f"*{mrkdwn(phrase(language, f'sections.{name}'))}*"


def _facts(story: BriefStory, language: Language, *, named: int = _NAMED, label: bool = True) -> str:
    """What kind of story it is and where it comes from."""
    facts = [f"*{mrkdwn(phrase(language, 'brief.update'))}*"] if story.update else []
    facts += [mrkdwn(phrase(language, f"languages.{story.language}"))] if story.language != language else []
    heading = f"{mrkdwn(phrase(language, 'brief.sources'))}: " if label else ""
    return " · ".join([*facts, heading + _sources(story.sources, language, named)])


def _sources(sources: Sequence[SourceLink], language: Language, named: int) -> str:
    first = [link(one.url, fit(one.name, _SOURCE, language)) for one in sources[:named]]
    left = len(sources) - len(first)
    more = [mrkdwn(phrase(language, "brief.more_sources", n=left))] if left > 0 else []
    listed = " ".join([", ".join(first), *more])
    # However long the addresses are: a context element holds so much.
    return listed if size(listed) < most("context.elements.text") - 200 else _sources(sources, language, named - 1)


def _passage(citation: Citation, sentence: Sentence, language: Language, told: Language) -> str:
    source = link(citation.url, fit(citation.source or citation.url, _SOURCE, language))
    if " ".join(citation.quote.split()) == " ".join(sentence.text.split()):
        return filled(language, "chat.word_for_word", source=source)
    return filled(language, "chat.rests_on", source=source, quote=fit(citation.quote, _QUOTE, told))


def filled(language: Language, key: str, **written: str) -> str:
    """A phrase as `mrkdwn` around values that are written already."""
    holes = {chr(0xE000 + number): value for number, value in enumerate(written.values())}
    wording = mrkdwn(phrase(language, key, **dict(zip(written, holes, strict=True))))
    return re.sub("[\ue000-\ue0ff]", lambda found: holes[found[0]], wording)
