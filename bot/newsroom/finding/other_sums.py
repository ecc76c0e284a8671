"""A sum that is told, beside what other reports in any language give for it: a slip of one is not told, and where reports differ both are."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import replace

from bot.newsroom.finding.pressure import PRESSURE
from news.asking import Answer, Intent, Passage, Question, source_of
from news.model import Citation, Sentence
from summariser.answering.at_odds import sums_told
from summariser.asking.values import value_asked

Found = tuple[Answer, list[Passage]]


async def among_other_sums(
    answer: Answer, passages: list[Passage], question: Question, more: Callable[[], Awaitable[Sequence[Passage]]]
) -> Found:
    """The answer with what was read for it. `more`: reports in any language."""
    value = value_asked(question.text, english=question.language == "en")
    first = answer.sentences[0] if answer.sentences else None
    cited = source_of(first.citations[0], passages) if first and first.citations else None
    if first is None or cited is None or value is None or value.kind != "sum" or answer.intent is not Intent.FACT:
        return answer, passages
    others = () if PRESSURE.is_high else await more()
    read = list({one.url: one for one in (*passages, *others)}.values())
    told = sums_told(value, (cited, first.text), read)
    if told is None:
        return answer, passages
    lines = tuple(Sentence(text, (Citation(one.url, text, one.source),)) for one, text in told)
    return replace(answer, sentences=lines), read
