"""A story of which only titles are known, for a reader of another language: its headline, translated and checked like any sentence."""

from collections.abc import Sequence
from dataclasses import replace

from news.languages import Language
from news.model import Article, Citation, Provenance, Sentence, Summary
from news.phrases import phrase
from summariser.claims import Judged
from summariser.faulting import kinds
from summariser.headlines import is_title_of
from summariser.injection import is_order
from summariser.material import by_trust
from summariser.prompting import Material


def title_material(draft: Summary, articles: Sequence[Article]) -> Material | None:
    """The draft's headline under the article whose title it is. None for one that gives a model orders."""
    if is_order(draft.headline):
        return None
    own = [article for article in by_trust(articles) if article.language == draft.language]
    source = next((one for one in own if is_title_of(draft.headline, one)), own[0] if own else None)
    if source is None:
        return None
    day = source.published.date()
    return Material("A1", source.url, source.source_name, draft.headline, "", source.language, day)


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
        why = replace(made, summariser=draft.summariser, prompt="", note="ungrounded", faults=kinds(judged.faults[:1]))
        return replace(draft, provenance=replace(why, tried=f"{made.summariser}, {made.prompt}"))
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
