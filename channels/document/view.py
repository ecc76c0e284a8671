"""What a document shows, ready to be written down: plain clean text, checked links, numbered sources."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final
from urllib.parse import quote

from news.asking import Answer, StoryLink
from news.languages import Language
from news.making import answer_line, made_line, nothing_words, with_days
from news.model import SECTIONS, Brief, BriefStory, Citation, Sentence, SourceLink, Watched
from news.payload import story_page
from news.phrases import counted, format_date, original_words, phrase, since_words, watched_words
from news.text import echoed, sanitise
from news.urls import is_http

_ENCODED: Final = {ord(char): quote(char) for char in "<>\"'`\\"}


@dataclass(frozen=True, slots=True)
class Credit:
    """A numbered source. `url` is "" unless it is a safe link; `published` is None for a page that is only cited."""

    number: int
    name: str
    url: str
    published: datetime | None = None


@dataclass(frozen=True, slots=True)
class Proof:
    """One citation: where the sentence stands and the words that it rests on."""

    credit: Credit
    url: str
    quote: str


@dataclass(frozen=True, slots=True)
class Cited:
    text: str
    proofs: tuple[Proof, ...]

    @property
    def numbers(self) -> tuple[int, ...]:
        return tuple(dict.fromkeys(proof.credit.number for proof in self.proofs))


@dataclass(frozen=True, slots=True)
class SectionView:
    name: str
    sentences: tuple[Cited, ...]


@dataclass(frozen=True, slots=True)
class WatchedView:
    """What was to be watched and what came of it: `before` and `after` are fixed wording around the sentences.

    `headline` and `link` name the story where it stands outside of one.
    """

    headline: str
    link: str
    before: str
    sentence: Cited
    after: str
    came: Cited | None

    @property
    def sentences(self) -> tuple[Cited, ...]:
        return (self.sentence, self.came) if self.came else (self.sentence,)


@dataclass(frozen=True, slots=True)
class StoryView:
    """`foreign` names the story's language when it is not the reader's; `link` is "" when there is none to give.

    `original`: the title, in another language, of the report that the headline is from.
    """

    number: int
    headline: str
    link: str
    language: Language
    foreign: str
    update: str
    since: str
    lede: Cited | None
    sections: tuple[SectionView, ...]
    credits: tuple[Credit, ...]
    watched: WatchedView | None = None
    original: str = ""

    @property
    def told(self) -> Iterator[Cited]:
        """Every sentence, in the order in which it is shown."""
        yield from (self.lede,) if self.lede else ()
        yield from self.watched.sentences if self.watched else ()
        for section in self.sections:
            yield from section.sentences


@dataclass(frozen=True, slots=True)
class BriefView:
    """`sample` and `nothing_new` are "" unless they apply; `short` are the stories of one line."""

    language: Language
    paper: str
    heading: str
    date: str
    iso_date: str
    sample: str
    mark: str
    facts: tuple[str, ...]
    nothing_new: str
    full: tuple[StoryView, ...]
    short: tuple[StoryView, ...]
    short_heading: str
    sources_heading: str
    watched_heading: str
    watched: tuple[WatchedView, ...]
    made: str
    read: str

    @property
    def title(self) -> str:
        """For a title bar; the sample says so there too."""
        marked = f"{self.mark} · " if self.sample else ""
        return f"{marked}{self.paper} — {self.date}"


@dataclass(frozen=True, slots=True)
class AnswerView:
    language: Language
    question: str
    sentences: tuple[Cited, ...]
    listed: bool
    credits: tuple[Credit, ...]
    note: str
    nearest: tuple[Credit, ...]
    sources_heading: str
    nearest_heading: str
    made: str = ""


Linker = Callable[[BriefStory], str]


def linker(base_url: str) -> Linker:
    """Where a headline leads: to the story's page when there are pages, else to its first source."""
    if base_url:
        return lambda story: safe_link(story_page(story.id, story.slug, base_url))
    return lambda story: next((link for source in story.sources if (link := safe_link(source.url))), "")


def brief_view(brief: Brief, link: Linker) -> BriefView:
    language = brief.edition.language
    credits = _credits([one for watched in brief.watched for one in _of_watched(watched)], ())
    stories = [story_view(story, language, link=link(story), number=n) for n, story in enumerate(brief.as_shown, 1)]
    minutes = max(1, round(brief.reading_seconds / 60))
    return BriefView(
        language=language,
        paper=phrase(language, "name.paper"),
        heading=phrase(language, "name.brief", minutes=brief.edition.minutes),
        date=format_date(brief.date, language),
        iso_date=brief.date.isoformat(),
        sample=phrase(language, "brief.sample") if brief.sample else "",
        mark=phrase(language, "brief.sample_mark"),
        facts=(counted(language, "stories", len(stories)), counted(language, "minutes", minutes)) if stories else (),
        nothing_new="" if stories else nothing_words(brief),
        full=tuple(stories[: len(brief.headed)]),
        short=tuple(stories[len(brief.headed) :]),
        short_heading=phrase(language, "brief.one_line"),
        sources_heading=phrase(language, "brief.sources"),
        watched_heading=phrase(language, "brief.watched_heading"),
        watched=tuple(_watched_view(one, language, credits) for one in brief.watched),
        made=made_line(brief),
        read=phrase(language, "brief.read_of_total", read=brief.sources_read, total=brief.sources_total),
    )


def story_view(story: BriefStory, language: Language, *, link: str, number: int = 1) -> StoryView:
    """The story as told, for a reader of `language`."""
    sentences = [
        *([story.lede] if story.lede else ()),
        *_of_watched(story.watched),
        *(s for name in SECTIONS for s in story.sections.get(name, ())),
    ]
    credits = _credits(sentences, story.sources)
    foreign = "" if story.language == language else phrase(language, f"languages.{story.language}")
    sections = ((name, story.sections.get(name, ())) for name in SECTIONS)
    return StoryView(
        number=number,
        headline=clean(story.headline),
        link=link,
        language=story.language,
        foreign=foreign,
        update=phrase(language, "brief.update") if story.update else "",
        since=clean(since_words(story, language)),
        lede=_cited(story.lede, credits) if story.lede else None,
        sections=tuple(
            SectionView(phrase(language, f"sections.{name}"), tuple(_cited(s, credits) for s in told))
            for name, told in sections
            if told
        ),
        credits=credits,
        watched=_watched_view(story.watched, language, credits) if story.watched else None,
        original=clean(original_words(story, language)),
    )


def _of_watched(watched: Watched | None) -> list[Sentence]:
    return [one for one in (watched.sentence, watched.came) if one] if watched else []


def _watched_view(watched: Watched, language: Language, credits: Sequence[Credit]) -> WatchedView:
    before, after = watched_words(watched, language)
    return WatchedView(
        headline=clean(watched.headline),
        link=next((safe_link(citation.url) for citation in watched.sentence.citations), ""),
        before=before,
        sentence=_cited(watched.sentence, credits),
        after=after,
        came=_cited(watched.came, credits) if watched.came else None,
    )


def answer_view(answer: Answer, language: Language, *, base_url: str = "") -> AnswerView:
    """The nearest stories lead to their pages when there are pages, else to their best report."""
    answer = with_days(answer)
    credits = _pages(answer.sentences)
    return AnswerView(
        language=language,
        question=echoed(clean(answer.question), language),
        sentences=tuple(_cited_pages(sentence, credits) for sentence in answer.sentences),
        listed=answer.listed,
        credits=credits,
        note=clean(answer.note) or (phrase(language, "answer.not_in_archive") if answer.abstained else ""),
        nearest=_nearest(answer, base_url),
        sources_heading=phrase(language, "answer.sources"),
        nearest_heading=phrase(language, "answer.nearest"),
        made=answer_line(answer),
    )


def untold(answer: Answer) -> list[StoryLink]:
    """The nearest stories, less those that the answer tells by their headline."""
    told = {clean(one.text) for one in answer.sentences}
    return [one for one in answer.nearest if clean(one.headline) not in told]


def _nearest(answer: Answer, base_url: str) -> tuple[Credit, ...]:
    return tuple(_near(n, one, base_url) for n, one in enumerate(untold(answer), 1))


def _near(number: int, one: StoryLink, base_url: str) -> Credit:
    own = story_page(one.id, one.slug, base_url) if base_url and one.slug else one.source.url
    return Credit(number, f"{clean(one.headline)} — {clean(one.source.name)}", safe_link(own), one.source.published)


def clean(text: str) -> str:
    """One line without anything that a terminal or a browser would obey."""
    return " ".join(sanitise(text).split())


def safe_link(url: str) -> str:
    """The link if it is http(s) and in one piece, else "". What could end an attribute or a bracket is encoded."""
    url = url.strip()
    return url.translate(_ENCODED) if is_http(url) and url == clean(url) and " " not in url else ""


def _credits(sentences: Iterable[Sentence], sources: Sequence[SourceLink]) -> tuple[Credit, ...]:
    """Every source once, in the order in which a reader meets them: the headline's, those that are quoted, the rest."""
    listed = {clean(source.name): source for source in sources}
    quoted: dict[str, str] = {}
    for citation in (citation for sentence in sentences for citation in sentence.citations):
        quoted.setdefault(_name(citation), safe_link(citation.url))
    found: dict[str, Credit] = {}
    for name in dict.fromkeys([*list(listed)[:1], *quoted, *listed]):
        own = listed.get(name)
        url = quoted.get(name) or (safe_link(own.url) if own else "")
        found[name] = Credit(len(found) + 1, name, url, own.published if own else None)
    return tuple(found.values())


def _cited(sentence: Sentence, credits: Sequence[Credit]) -> Cited:
    by_name = {credit.name: credit for credit in credits}
    proofs = (Proof(by_name[_name(c)], safe_link(c.url), clean(c.quote)) for c in sentence.citations)
    return Cited(clean(sentence.text), tuple(proofs))


def _pages(sentences: Iterable[Sentence]) -> tuple[Credit, ...]:
    """Every page that is quoted, in the order in which a reader meets it: of one source there may be several."""
    places = dict.fromkeys(_page(one) for sentence in sentences for one in sentence.citations)
    return tuple(Credit(number, name, url, None) for number, (name, url) in enumerate(places, 1))


def _cited_pages(sentence: Sentence, credits: Sequence[Credit]) -> Cited:
    by_page = {(credit.name, credit.url): credit for credit in credits}
    return Cited(
        clean(sentence.text),
        tuple(Proof(by_page[_page(one)], safe_link(one.url), clean(one.quote)) for one in sentence.citations),
    )


def _page(citation: Citation) -> tuple[str, str]:
    return _name(citation), safe_link(citation.url)


def _name(citation: Citation) -> str:
    """The source's name; a citation without one is known by its address."""
    return clean(citation.source) or clean(citation.url)
