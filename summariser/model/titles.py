"""A story of which only titles are known, for a reader of another language: its headline, translated and checked like any sentence."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from news.languages import Language
from news.model import Article, Citation, Provenance, Sentence, Summary
from news.phrases import phrase
from news.text import STOP_WORDS, stemmed
from summariser.checking.claims import Judged
from summariser.checking.prompting import Material
from summariser.model.assembly import unused
from summariser.model.faulting import kinds
from summariser.reading.headlines import is_title_of
from summariser.reading.injection import is_order
from summariser.reading.material import by_trust
from summariser.words.aliases import mentions
from summariser.words.vectors import everyday

_WORD: Final = re.compile(r"[A-Za-z][A-Za-z-]*(?![\w.'’])")
_SHORT: Final = 3
_FEW: Final = 3
_MOSTLY: Final = 0.7


def title_material(draft: Summary, articles: Sequence[Article]) -> Material | None:
    """The draft's headline, in sentence case, under the article whose title it is. None for one that gives a model orders."""
    if is_order(draft.headline):
        return None
    own = [article for article in by_trust(articles) if article.language == draft.language]
    source = next((one for one in own if is_title_of(draft.headline, one)), own[0] if own else None)
    if source is None:
        return None
    day = source.published.date()
    title = sentence_case(draft.headline) if draft.language == "en" else draft.headline
    return Material("A1", source.url, source.source_name, title, "", source.language, day)


def sentence_case(title: str) -> str:
    """An English headline in Title Case as a sentence writes it: else each of its words would be taken for a name."""
    words = [word for word in _WORD.findall(title) if len(word) > _SHORT]
    if len(words) < _FEW or sum(word[0].isupper() for word in words) < _MOSTLY * len(words):
        return title
    names = mentions(title)

    def lowered(match: re.Match[str]) -> str:
        word, at = match.group(), match.start()
        named = at == 0 or any(one.start <= at < one.end for one in names)
        return word if named or not _is_everyday(word) else word.casefold()

    return _WORD.sub(lowered, title)


def _is_everyday(word: str) -> bool:
    """Whether news says it every day; of joined words each. GPT or iPhone is no such word, whatever it stands for."""
    parts = word.casefold().split("-")
    return word.istitle() and all(
        part in STOP_WORDS or any(stem in everyday() for stem in stemmed([part])) for part in parts
    )


def title_told(
    judged: Judged,
    draft: Summary,
    material: Material,
    articles: Sequence[Article],
    language: Language,
    made: Provenance,
) -> Summary:
    """The draft under its translated headline, with the original; the draft itself where the translation does not hold."""
    if judged.standing not in ("good", "unchecked"):
        blamed = () if made.unlooked and judged.standing == "grey" else kinds(judged.faults[:1])
        return replace(draft, provenance=replace(unused(made, draft, [judged]), faults=blamed))
    text, checked = judged.sentence.text.rstrip(".。"), judged.standing == "good"
    quote = next(one.title for one in articles if one.url == material.url)
    return replace(
        draft,
        language=language,
        headline=text if checked else phrase(language, "brief.unchecked_title", translation=text),
        summariser=made.summariser,
        provenance=replace(made, written=int(checked)),
        original=Sentence(draft.headline, (Citation(material.url, quote, material.source),), checked),
    )
