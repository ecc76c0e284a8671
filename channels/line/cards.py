"""Bubbles that tell news: a story, the end of a brief, the passages behind a story, an answer."""

from collections.abc import Iterable, Sequence
from typing import Final

from channels.line.flex import (
    ACCENT,
    INK,
    QUIET,
    Json,
    ask_with_keyboard,
    box,
    bubble,
    button,
    fits_label,
    line,
    link,
    open_link,
    plain,
    postback,
    words,
)
from channels.line.limits import BUBBLE_BYTES, weight
from channels.line.texts import trimmed
from news.asking import Answer, StoryLink
from news.languages import Language
from news.making import answer_line, made_line, with_days
from news.model import SECTIONS, Brief, BriefStory, Citation, Sentence, SourceLink, Watched
from news.payload import story_page
from news.phrases import format_date, original_words, phrase, watched_words
from news.text import echoed

_HEADLINE: Final = 160
_LEDE: Final = 300
_WHY: Final = 260
_PASSAGE: Final = 600
_NAME: Final = 60
_WATCHED: Final = 140
LINES: Final = 5
"""In one bubble at the most, as long as there is room for more bubbles; a few less are easier on the eye."""
_FEW: Final = 4
_NAMED: Final = 2
Numbered = tuple[int, BriefStory]
"""A story with its number in the brief."""


def story_card(story: BriefStory, brief: Brief, *, number: int, of: int, base_url: str) -> Json:
    """One story: headline, lede, why it matters, who reports it; taps to read it and to see what it rests on."""
    language = brief.edition.language
    body = [_head(brief, f"{number} / {of}")]
    labels = _labels(story, brief)
    if labels:
        body.append(words(labels, size="xs", color=ACCENT, weight="bold"))
    headline = trimmed(plain(story.headline), latin=_HEADLINE, language=story.language)
    body.append(words(headline, size="lg", weight="bold"))
    body += _original(story, language)
    if story.lede:
        body.append(words(trimmed(plain(story.lede.text), latin=_LEDE, language=story.language)))
    why = " ".join(plain(one.text) for one in story.sections.get("why_it_matters", ()))
    if why:
        body += [line(), words(phrase(language, "sections.why_it_matters"), size="xs", color=QUIET, weight="bold")]
        body.append(words(trimmed(why, latin=_WHY, language=story.language)))
    if story.watched:
        body.append(_watched_line(story.watched, language, story.language))
    body.append(words(_credits(story.sources, language), size="xs", color=QUIET, margin="md"))
    read = open_link(phrase(language, "line.read"), story_link(story, base_url))
    label = phrase(language, "line.sources")
    sources = postback(label, show=f"{label} {number}", do="sources", story=story.id, brief=brief.id)
    taps = [button(read, primary=True)] if read else []
    return bubble(body, [*taps, button(sources), button(ask_about(story, brief.id, language, number=number))])


def ask_about(story: BriefStory, brief: str, language: Language, *, number: int = 0) -> Json:
    """The tap after which questions are about this story; `number`: its own in the brief, said in the chat."""
    label = phrase(language, "line.ask")
    return ask_with_keyboard(label, show=f"{label} {number or ''}".strip(), do="ask", story=story.id, brief=brief)


def closing_cards(brief: Brief, short: Sequence[Numbered], *, room: int, base_url: str) -> list[Json]:
    """What is told in one line each, a few in a bubble so that none towers over the others, and how all of it was made."""
    number = max(1, min(room, -(-len(short) // _FEW)))
    most = -(-len(short) // number) or 1
    groups = [short[start : start + most] for start in range(0, len(short), most)] or [()]
    title = phrase(brief.edition.language, "brief.one_line") if len(short) < len(brief.stories) else ""
    return [_lines_card(brief, group, title, last=group is groups[-1], base_url=base_url) for group in groups]


def _lines_card(brief: Brief, stories: Sequence[Numbered], title: str, *, last: bool, base_url: str) -> Json:
    """Without a title on a day that has nothing but headlines: they are not "other" news then."""
    language = brief.edition.language
    body: list[Json] = [_head(brief, "")]
    if stories and title:
        body.append(words(title, size="lg", weight="bold"))
    body += [_one_line(number, story, language, base_url) for number, story in stories]
    if not last:
        return bubble(body)
    body += [line("lg"), words(plain(made_line(brief)), size="xs", color=QUIET)]
    read_of = phrase(language, "brief.read_of_total", read=brief.sources_read, total=brief.sources_total)
    body.append(words(read_of, size="xs", color=QUIET))
    more = button(postback(phrase(language, "line.more"), do="more", brief=brief.id))
    settings = button(postback(phrase(language, "line.settings"), do="settings"))
    return bubble(body, [more, settings])


def _one_line(number: int, story: BriefStory, language: Language, base_url: str) -> Json:
    """With the number that can be typed to see its sources."""
    text = trimmed(plain(story.headline), latin=_HEADLINE, language=story.language)
    mark = _foreign(story.language, language)
    read = open_link(phrase(language, "line.read"), story_link(story, base_url))
    by = next((plain(source.name)[:_NAME] for source in story.sources), "")
    original = trimmed(plain(original_words(story, language)), latin=_HEADLINE, language=language)
    line_of = " — ".join(part for part in (f"{number}. {text}{mark}", original, by) if part)
    told = words(line_of, margin="md", color=ACCENT if read else INK)
    return {**told, "action": read} if read else told


def sources_card(story: BriefStory, language: Language, *, base_url: str) -> Json:
    """The story in full: each sentence with the passage that it rests on, and where that stands."""
    body = [words(plain(story.headline)[:400], size="md", weight="bold"), *_original(story, language)]
    if story.language != language:
        body.append(words(phrase(language, f"languages.{story.language}"), size="xs", color=QUIET))
    groups: list[tuple[str, tuple[Sentence, ...]]] = [("", (story.lede,) if story.lede else ())]
    groups += [(phrase(language, f"sections.{name}"), story.sections.get(name, ())) for name in SECTIONS]
    for title, told in groups:
        if told and title:
            body.append(words(title, size="xs", color=QUIET, weight="bold", margin="lg"))
        for sentence in told:
            body += _evidence(sentence)
    if story.watched:
        body += _watched_evidence(story.watched, language)
    body.append(line("lg"))
    body += _links(story.sources)
    under = phrase(language, "line.asking_under", word=phrase(language, "line.ask"))
    body.append(words(under, size="xs", color=QUIET, margin="lg"))
    read = open_link(phrase(language, "line.read"), story_link(story, base_url))
    return _fitted(body, [button(read, primary=True)] if read else [])


def answer_card(answer: Answer, *, base_url: str = "") -> Json:
    """Question, sentences with numbers, and the sources behind the numbers; or why not, and the nearest stories."""
    answer, language = with_days(answer), answer.language
    body = [words(echoed(plain(answer.question), language), size="xs", color=QUIET)]
    body += [words(note, weight="bold") for note in answer_notes(answer)]
    numbers = _numbered(answer.sentences)
    for sentence in answer.sentences:
        marks = "".join(f"[{number}]" for number in sorted({numbers[_place(one)] for one in sentence.citations}))
        point = "· " if answer.listed else ""
        body.append(words(f"{point}{plain(sentence.text)[:1000]} {marks}".strip(), margin="md"))
    if numbers:
        body.append(line("lg"))
    body += [_linked(f"[{number}] {name}", url) for (name, url), number in numbers.items()]
    made = plain(answer_line(answer))
    body += [words(made, size="xs", color=QUIET, margin="lg")] if made else []
    if answer.nearest and not answer.sentences:
        body.append(words(phrase(language, "answer.nearest"), size="xs", color=QUIET, weight="bold", margin="lg"))
        body += [_near(story, language, base_url) for story in answer.nearest]
    return _fitted(body, [])


def answer_notes(answer: Answer) -> list[str]:
    """What is said above the sentences, or instead of them."""
    silent = phrase(answer.language, "answer.not_in_archive") if answer.abstained else ""
    return [note for note in (plain(answer.note) or silent,) if note]


def _near(story: StoryLink, language: Language, base_url: str) -> Json:
    page = story_page(story.id, story.slug, base_url) if base_url and story.slug else ""
    url = next((one for one in (page, story.source.url) if link(one)), "")
    headline = trimmed(plain(story.headline), latin=_HEADLINE, language=story.language)
    return _linked(f"→ {headline}{_foreign(story.language, language)}", url, size="sm")


def story_link(story: BriefStory, base_url: str) -> str:
    """The story's page where LINE can open it, else the first source that it can."""
    page = story_page(story.id, story.slug, base_url) if base_url else ""
    return next((url for url in (page, *(source.url for source in story.sources)) if link(url)), "")


def _head(brief: Brief, place: str) -> Json:
    day = words(format_date(brief.date, brief.edition.language), size="xs", color=QUIET, flex=3)
    parts = [day, words(place, size="xs", color=QUIET, align="end", flex=1)] if place else [day]
    return box(*parts, layout="horizontal")


def _labels(story: BriefStory, brief: Brief) -> str:
    language = brief.edition.language
    labels = [phrase(language, "brief.sample_mark")] if brief.sample else []
    labels += [phrase(language, "brief.update")] if story.update else []
    labels += [topic_name(topic, language) for topic in story.topics[:1]]
    if story.language != language:
        labels.append(phrase(language, f"languages.{story.language}"))
    return " · ".join(labels)


def topic_name(topic: str, language: Language) -> str:
    try:
        return phrase(language, f"topics.{topic}")
    except KeyError:
        return plain(topic)[:_NAME]


def _original(story: BriefStory, language: Language) -> list[Json]:
    """The title, in another language, of the report that the headline is from."""
    told = plain(original_words(story, language))
    return [words(told[:400], size="xs", color=QUIET)] if told else []


def _foreign(language: Language, reader: Language) -> str:
    return "" if language == reader else f" ({phrase(reader, f'languages.{language}')})"


def _credits(sources: Sequence[SourceLink], language: Language) -> str:
    names = list(dict.fromkeys(plain(source.name)[:_NAME] for source in sources if plain(source.name)))
    more = len(names) - _NAMED
    told = ", ".join(names[:_NAMED])
    return f"{told} {phrase(language, 'brief.more_sources', n=more)}" if more > 0 else told


def _evidence(sentence: Sentence) -> Iterable[Json]:
    """A quoted sentence is its own passage; beside another's words the passage itself is shown."""
    said = plain(sentence.text)
    yield words(said[:1500], margin="md")
    for citation in sentence.citations:
        passage = plain(citation.quote)
        if passage and passage != said:
            yield words(f"“{passage[:_PASSAGE]}”", size="xs", color=QUIET, margin="sm")
        yield _linked(f"— {_place(citation)[0]}", citation.url)


def _watched_line(watched: Watched, language: Language, told: Language) -> Json:
    """What was to be watched, and what came of it, short."""
    before, after = watched_words(watched, language)
    came = [trimmed(plain(watched.came.text), latin=_WATCHED, language=told)] if watched.came else []
    said = trimmed(plain(watched.sentence.text), latin=_WATCHED, language=told)
    return words(" ".join([before, said, after, *came]), size="sm", margin="md")


def _watched_evidence(watched: Watched, language: Language) -> Iterable[Json]:
    for title, sentence in zip(watched_words(watched, language), (watched.sentence, watched.came), strict=True):
        yield words(title, size="xs", color=QUIET, weight="bold", margin="lg")
        if sentence:
            yield from _evidence(sentence)


def _links(sources: Sequence[SourceLink]) -> list[Json]:
    named = {plain(source.name)[:_NAME] or plain(source.url)[:_NAME]: source.url for source in reversed(sources)}
    return [_linked(f"→ {name}", url) for name, url in reversed(named.items())]


def _linked(text: str, url: str, *, size: str = "xs") -> Json:
    action = open_link(text if fits_label(text) else "↗", url)
    if action is None:
        return words(text, size=size, color=QUIET, margin="sm")
    return words(text, size=size, color=ACCENT, decoration="underline", action=action, margin="sm")


def _place(citation: Citation) -> tuple[str, str]:
    return plain(citation.source)[:_NAME] or plain(citation.url)[:_NAME] or "?", citation.url


def _numbered(sentences: Sequence[Sentence]) -> dict[tuple[str, str], int]:
    places = dict.fromkeys(_place(one) for sentence in sentences for one in sentence.citations)
    return {place: number for number, place in enumerate(places, start=1)}


def _fitted(body: list[Json], footer: Sequence[Json]) -> Json:
    """As much of the body as a bubble holds; the first part always fits."""
    made = bubble(body, footer)
    while weight(made) > BUBBLE_BYTES and len(body) > 1:
        body = body[: max(1, len(body) * 9 // 10 - 1)]
        made = bubble([*body, words("…")], footer)
    return made
