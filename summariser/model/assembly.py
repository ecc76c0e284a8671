"""From judged sentences to what is told: good ones as they are, uncertain ones beside their original, bad ones replaced by a source's own.

Pure. The draft is the extractive telling of the same story: every sentence of it stands in a source, so it is what replaces.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain
from typing import Final

from news.languages import Language
from news.model import SECTIONS, Citation, Provenance, Section, Sentence, Summary
from news.phrases import phrase
from news.telling import Part
from news.text import normalise_for_match, search_tokens
from summariser.checking.claims import Judged, Passage
from summariser.model.faulting import kinds, to_mend, wrongs
from summariser.reading.attribution import attributed
from summariser.reading.fitness import fault
from summariser.reading.material import alike

_HALF: Final = 0.5
_REPEATED: Final = 0.8


@dataclass(frozen=True, slots=True)
class Written:
    """A telling's claims, judged, in reading order."""

    headline: Judged
    lede: Judged
    sections: Mapping[Section, Sequence[Judged]]

    @property
    def body(self) -> list[Judged]:
        return [self.lede, *(one for section in SECTIONS for one in self.sections[section])]

    @property
    def sound(self) -> float:
        """Share of the sentences that may be told."""
        return sum(one.standing in ("good", "unchecked") for one in self.body) / len(self.body)

    @property
    def hopeful(self) -> float:
        """Share of the sentences against which nothing speaks."""
        return sum(one.standing != "bad" for one in self.body) / len(self.body)

    @property
    def faults(self) -> list[str]:
        """What a repair should mend, each with the sentence it is about."""
        told = [self.headline, *self.body]
        return [to_mend(one.sentence.text, one.faults) for one in told if one.standing == "bad"]

    @property
    def quoted(self) -> frozenset[str]:
        """The passages that the sentences rest on which may be told."""
        told = [one for one in self.body if one.standing in ("good", "unchecked")]
        return frozenset(normalise_for_match(passage.text) for one in told for passage in one.passages)

    def blamed(self, made: Provenance) -> Provenance:
        """With what was wrong with the headline and the sentences that are not told, for the reader. Of what a second look
        was to be taken at, and could not, nobody knows that."""
        untold = ("bad",) if made.unlooked else ("bad", "grey")

        def of(one: Judged) -> Sequence[str]:
            return one.faults[:1] if one.standing in untold else ()

        told: list[tuple[Part, Sequence[Judged]]] = [("headline", [self.headline]), ("lede", [self.lede])]
        told += [(section, self.sections[section]) for section in SECTIONS]
        parts = [(part, [of(one) for one in sentences]) for part, sentences in told]
        return replace(
            made, faults=kinds(fault for _, found in parts for one in found for fault in one), wrong=wrongs(parts)
        )


@dataclass
class _Page:
    """What is told so far, so that nothing is told twice."""

    draft: Summary
    language: Language
    quoted: frozenset[str]
    said: list[frozenset[str]] = field(default_factory=list)
    used: set[str] = field(default_factory=set)
    written: int = 0
    marked: int = 0
    replaced: int = 0

    def quotes(self, sentence: Sentence) -> bool:
        """Whether one of the writer's sentences tells it already, perhaps in another language: by what both rest on."""
        rests_on = [normalise_for_match(citation.quote) for citation in sentence.citations]
        return any(one in quote or quote in one for one in rests_on for quote in self.quoted)

    def add(self, sentence: Sentence, *, own: bool = False) -> bool:
        """False for what was said before; what the writer said itself (`own`) must repeat nearly all of it to count as that."""
        words = frozenset(search_tokens(sentence.text))
        same = _repeats if own else alike
        if any(same(words, before) for before in self.said):
            return False
        self.said.append(words)
        return True


def assemble(written: Written, draft: Summary, language: Language, provenance: Provenance) -> Summary:
    """The story as told. The draft itself when less than half of a translation, or nothing at all, may be told."""
    foreign, made = draft.language != language, written.blamed(provenance)
    if not written.sound or (foreign and written.sound < _HALF):
        return replace(draft, provenance=unused(made, draft, written.body))
    page = _Page(draft, language, written.quoted)
    headline = _headline(written.headline, draft, language)
    lede = None
    if not _adds_nothing(written.lede.sentence, headline):
        lede = next(_told([written.lede], page, _own(draft, None)), None) or _sources_lede(page, headline)
    sections = {section: tuple(_told(written.sections[section], page, _own(draft, section))) for section in SECTIONS}
    if lede is None:
        lede, sections = _first_told(sections)
    lede = lede or _sources_lede(page, headline)
    replaced = page.replaced + (written.headline.standing in ("bad", "grey"))  # a source's title stands for it
    made = replace(made, written=page.written, replaced=replaced)
    if not (page.written or page.marked or _is_own(written.headline, draft, language)):
        made = replace(unused(made, draft, written.body), replaced=0)
    return Summary(
        story=draft.story,
        language=language,
        headline=headline,
        lede=lede,
        sections=sections,
        summariser=made.summariser,
        articles=draft.articles,
        provenance=made,
        original=_original_title(written.headline, language),
    )


def _adds_nothing(lede: Sentence, headline: str) -> bool:
    """Whether all its words stand in the headline: the reader would read the same line twice."""
    return frozenset(search_tokens(lede.text)) <= frozenset(search_tokens(headline))


def _sources_lede(page: _Page, headline: str) -> Sentence | None:
    """The draft's, for a telling without one of its own; none that the headline, or in another language a sentence, says already."""
    lede, foreign = page.draft.lede, page.draft.language != page.language
    if lede is None or _adds_nothing(lede, headline) or (foreign and page.quotes(lede)):
        return None
    page.add(lede)
    return original(lede, page.language) if foreign else lede


def _first_told(
    sections: Mapping[Section, tuple[Sentence, ...]],
) -> tuple[Sentence | None, dict[Section, tuple[Sentence, ...]]]:
    """Without a lede the first sentence of the event leads."""
    first, *rest = sections["what_happened"] or (None,)
    return first, {**sections, "what_happened": tuple(one for one in rest if one is not None)}


def unused(made: Provenance, draft: Summary, judged: Sequence[Judged]) -> Provenance:
    """Of a story of which no word is the model's: why, and which model was asked in vain."""
    note = "unlooked" if made.unlooked else why_untold(judged)
    return replace(made, summariser=draft.summariser, prompt="", note=note, tried=f"{made.summariser}, {made.prompt}")


def _is_own(judged: Judged, draft: Summary, language: Language) -> bool:
    """Whether the headline that is told is the model's, and no source's title as it stands there."""
    told = _headline(judged, draft, language)
    titles = {draft.headline, *(passage.material.title for passage in judged.passages)}
    return judged.standing in ("good", "unchecked") and told not in {title.rstrip(".。") for title in titles}


def why_untold(judged: Sequence[Judged]) -> str:
    """The key of the phrase that tells why none of these stands: `unsettled` where nothing speaks against most, but no second look was had."""
    unsettled = sum(one.standing == "grey" for one in judged)
    return "unsettled" if 2 * unsettled > len(judged) else "ungrounded"


def _headline(judged: Judged, draft: Summary, language: Language) -> str:
    """The model's when it holds; marked where it translates a title and could not be checked; else the clearest title that a source gave, as
    the original where it is in another language."""
    text = judged.sentence.text.rstrip(".。")
    if judged.standing == "good":
        return text
    if judged.standing == "unchecked" and _titles(judged, language):
        return phrase(language, "brief.unchecked_title", translation=text)
    return draft.headline if draft.language == language else phrase(language, "brief.original", original=draft.headline)


def _original_title(judged: Judged, language: Language) -> Sentence | None:
    """The title that the headline translates, or of the report whose words it tells where none of those is in the reader's language; and
    whether the headline could be checked."""
    own = any(one.material.language == language for one in judged.passages)
    rests_on = _titles(judged, language) or ([] if own else judged.passages)
    shown = next((one.material for one in rests_on if one.material.title), None)
    if shown is None or judged.standing not in ("good", "unchecked"):
        return None
    if judged.standing == "unchecked" and not _titles(judged, language):
        return None  # the original is the headline then
    cited = Citation(shown.url, shown.title, shown.source)
    return Sentence(shown.title, (cited,), judged.standing == "good")


def _titles(judged: Judged, language: Language) -> list[Passage]:
    return [one for one in judged.passages if one.start < 0 and one.material.language != language]


def _own(draft: Summary, section: Section | None) -> list[Sentence]:
    return [draft.lede] if section is None and draft.lede else list(draft.sections.get(section, ())) if section else []


def _told(judged: Sequence[Judged], page: _Page, own: list[Sentence]) -> Iterator[Sentence]:
    for one in judged:
        if one.standing == "good" and page.add(one.sentence, own=True):
            page.written += 1
            yield one.sentence
        elif one.standing == "unchecked":
            marked = beside_original(one, page.language)
            if page.add(marked, own=True):
                page.marked += 1
                yield marked
        elif one.standing in ("bad", "grey"):
            untold = (new for new in _instead(one, page, own) if not page.quotes(new))
            instead = next((new for new in untold if page.add(new)), None)
            if instead is not None:
                page.replaced += 1
                yield instead


def _instead(judged: Judged, page: _Page, own: Sequence[Sentence]) -> Iterator[Sentence]:
    """The best source sentences for a bad one: of the draft's same part, then the very sentence it misquotes. That comes first where only
    its roles are not known."""
    foreign = page.draft.language != page.language
    drafted = (original(sentence, page.language) if foreign else sentence for sentence in own)
    quoted = _quoted(judged, page.language)
    yield from chain(quoted, drafted) if judged.unshown and judged.standing == "grey" else chain(drafted, quoted)


def _quoted(judged: Judged, language: Language) -> Iterator[Sentence]:
    """The sentences that it quotes, where they can stand alone."""
    for passage in judged.passages:
        text = " ".join(passage.text.split())
        tongue = passage.material.language
        if passage.start < 0 or "\n" in passage.text:
            continue
        found, why = (
            Sentence(text, (Citation(passage.material.url, text, passage.material.source),)),
            fault(text, tongue),
        )
        if not why:
            yield found if tongue == language else original(found, language)
        elif tongue == language and passage.material.article is not None:
            spoken = attributed(passage.material.article, text, why, tongue)
            if spoken:
                yield replace(found, text=spoken)


def _repeats(one: frozenset[str], other: frozenset[str]) -> bool:
    return len(one & other) >= _REPEATED * max(1, min(len(one), len(other)))


def original(sentence: Sentence, language: Language) -> Sentence:
    """A source's own sentence, told in its own language and marked so: of a speaker or a day that we put before it the mark says nothing."""
    before, words = _ours_before(sentence)
    return replace(sentence, text=before + phrase(language, "brief.original", original=words))


def _ours_before(sentence: Sentence) -> tuple[str, str]:
    """What of the sentence comes before the words that stand in its source, and those."""
    cited = next(iter(sentence.citations), None)
    verbatim = cited.quote.strip() if cited else ""
    for words in (verbatim, verbatim.replace("“", "‘").replace("”", "’")):
        before, found, behind = sentence.text.partition(words) if words else (sentence.text, "", "")
        if found and before and not behind.strip(' .。”"」'):
            return f"{before.rstrip('“「 ')} ", verbatim
    return "", sentence.text


def beside_original(judged: Judged, language: Language) -> Sentence:
    """A translation that could not be checked, after the words that it translates."""
    quote = " … ".join(" ".join(passage.quote.split()) for passage in judged.passages)
    text = phrase(language, "brief.unchecked", original=quote, translation=judged.sentence.text)
    return replace(judged.sentence, text=text, checked=False)


def in_original(judged: Judged, language: Language) -> Sentence:
    """The words that it translates, alone: who does what in the translation is not known."""
    quote = " … ".join(" ".join(passage.text.split()) for passage in judged.passages)
    return replace(judged.sentence, text=phrase(language, "brief.original", original=quote), checked=True)
