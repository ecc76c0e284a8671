"""An answer as blocks: sentences with numbered sources, what else there is to read, that a machine made it."""

from typing import Final

from channels.slack.actions import ANSWER_FEEDBACK
from channels.slack.blocks import Block, context, lines_as_sections, plain_text, section
from channels.slack.escaping import fit, link, markdown, mrkdwn, plain, safe_url
from channels.slack.limits import most
from channels.slack.telling import page_of
from news.asking import Answer, StoryLink
from news.languages import Language
from news.making import answer_line, with_days
from news.model import Citation, Sentence
from news.phrases import phrase

_SENTENCES: Final = 12
_SENTENCE: Final = 700
_SOURCES: Final = 12
_NEAREST: Final = 5
_NAME: Final = 160
_NOTE: Final = 1_500


def answer_text(answer: Answer) -> str:
    """For notifications: the answer in plain words."""
    note = answer.note or (phrase(answer.language, "answer.not_in_archive") if answer.abstained else "")
    said = " ".join([note, *(sentence.text for sentence in answer.sentences)])
    return fit(said, 1_500, answer.language) or mrkdwn(phrase(answer.language, "answer.not_in_archive"))


def answer_blocks(answer: Answer, *, base_url: str = "") -> list[Block]:
    """For a message or an ephemeral one; an answer that is kept has feedback buttons (see channels.slack.actions)."""
    language, sources = answer.language, _numbered(answer)
    note = answer.note or (phrase(language, "answer.not_in_archive") if not answer.sentences else "")
    blocks = [section(fit(note, _NOTE, language))] if note else []
    mark = "•  " if answer.listed else ""
    lines = [mark + _said(sentence, sources, language) for sentence in answer.sentences[:_SENTENCES]]
    blocks += lines_as_sections(lines) if lines else []
    return [*blocks, *closing_blocks(answer, base_url=base_url)]


def closing_blocks(answer: Answer, *, base_url: str = "") -> list[Block]:
    """What stands under the sentences: their sources, what else there is to read, that a machine made it."""
    language, sources = answer.language, _numbered(with_days(answer))
    blocks = _credits(sources, language)
    blocks += _nearest(answer, base_url) if answer.abstained or not sources else []
    if not answer.sentences:
        return blocks
    made = answer_line(answer, "chat") or phrase(language, "chat.answer_made")
    blocks.append(context(mrkdwn(made)))
    return [*blocks, _feedback(language, answer.id)] if answer.id else blocks


def markdown_pieces(answer: Answer) -> list[str]:
    """The note and the sentences as Markdown, each with the numbers of its sources, to be put one behind the other."""
    language, sources = answer.language, _numbered(answer)
    note = [fit(answer.note, _NOTE, language, markdown) + "\n\n"] if answer.note else []
    pieces = []
    for sentence in answer.sentences[:_SENTENCES]:
        urls = [url for url in dict.fromkeys(one.url for one in sentence.citations) if safe_url(url)][:_NEAREST]
        marks = [f"[{sources[url][0]}]({safe_url(url).replace('(', '%28').replace(')', '%29')})" for url in urls]
        said = " ".join([fit(sentence.text, _SENTENCE, language, markdown), *marks])
        pieces.append(f"- {said}\n" if answer.listed else f"{said} ")
    return [*note, *pieces]


def _numbered(answer: Answer) -> dict[str, tuple[int, Citation]]:
    """Every page that is quoted, in the order in which a reader meets it."""
    found: dict[str, tuple[int, Citation]] = {}
    for sentence in answer.sentences[:_SENTENCES]:
        for citation in sentence.citations:
            found.setdefault(citation.url, (len(found) + 1, citation))
    return found


def _said(sentence: Sentence, sources: dict[str, tuple[int, Citation]], language: Language) -> str:
    numbers = dict.fromkeys(citation.url for citation in sentence.citations)
    marks = [link(url, f"[{sources[url][0]}]") for url in list(numbers)[:_NEAREST]]
    return " ".join([fit(sentence.text, _SENTENCE, language), *marks])


def _credits(sources: dict[str, tuple[int, Citation]], language: Language) -> list[Block]:
    if not sources:
        return []
    named = [
        f"[{number}] {link(one.url, fit(one.source or one.url, _NAME, language))}" for number, one in sources.values()
    ]
    heading = f"*{mrkdwn(phrase(language, 'answer.sources'))}*"
    return _small([heading, *named[:_SOURCES]])


def _nearest(answer: Answer, base_url: str) -> list[Block]:
    if not answer.nearest:
        return []
    heading = f"*{mrkdwn(phrase(answer.language, 'answer.nearest'))}*"
    return lines_as_sections([heading, *(_near(one, base_url) for one in answer.nearest[:_NEAREST])])


def _near(story: StoryLink, base_url: str) -> str:
    """The story's own page when there are pages, else its best report."""
    page = page_of(story.id, story.slug, base_url) if base_url and story.slug else ""
    named = link(page or story.source.url, fit(story.headline, _NAME, story.language))
    return f"•  {named} — {fit(story.source.name, _NAME, story.language)}"


def _small(lines: list[str]) -> list[Block]:
    """As context, a line each, a few to an element."""
    return [context(part["text"]["text"]) for part in lines_as_sections(lines)]


def _feedback(language: Language, ref: str) -> Block:
    def choice(verdict: str) -> Block:
        label = phrase(language, f"answer.{verdict}")
        written = plain_text(fit(label, most("feedback_buttons.text"), language, plain))
        return {"text": written, "value": f"{verdict} {ref}"[: most("feedback_buttons.value")]}

    buttons: Block = {"type": "feedback_buttons", "action_id": ANSWER_FEEDBACK}
    buttons |= {"positive_button": choice("useful"), "negative_button": choice("wrong")}
    return {"type": "context_actions", "elements": [buttons]}
