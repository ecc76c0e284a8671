"""An answer as blocks: sentences with numbered sources, what else there is to read, that a machine made it."""

from typing import Final

from channels.slack.actions import ANSWER_FEEDBACK
from channels.slack.blocks import Block, context, lines_as_sections, plain_text, section
from channels.slack.escaping import fit, link, mrkdwn, plain
from channels.slack.limits import most
from news.languages import Language
from news.model import Answer, Citation, Sentence, SourceLink
from news.phrases import phrase

_SENTENCES: Final = 12
_SENTENCE: Final = 700
_SOURCES: Final = 12
_NEAREST: Final = 5
_NAME: Final = 120


def answer_text(answer: Answer, language: Language) -> str:
    """For notifications: the answer in plain words."""
    said = " ".join(sentence.text for sentence in answer.sentences) or phrase(language, "answer.not_in_archive")
    return fit(said, 1_500, language)


def answer_blocks(answer: Answer, *, language: Language, ref: str = "") -> list[Block]:
    """For a message or an ephemeral one; feedback buttons come with a `ref` (see channels.slack.actions)."""
    sources = _numbered(answer)
    lines = [_said(sentence, sources, language) for sentence in answer.sentences[:_SENTENCES]]
    blocks = lines_as_sections(lines) if lines else [section(mrkdwn(phrase(language, "answer.not_in_archive")))]
    blocks += _credits(sources, language)
    blocks += _nearest(answer, language) if answer.abstained or not sources else []
    if answer.sentences:
        blocks.append(context(mrkdwn(phrase(language, "chat.answer_made"))))
    return [*blocks, _feedback(language, ref)] if ref and answer.sentences else blocks


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


def _nearest(answer: Answer, language: Language) -> list[Block]:
    if not answer.nearest:
        return []
    heading = f"*{mrkdwn(phrase(language, 'answer.nearest'))}*"
    return lines_as_sections([heading, *(_link(one, language) for one in answer.nearest[:_NEAREST])])


def _link(source: SourceLink, language: Language) -> str:
    return f"•  {link(source.url, fit(source.name, _NAME, language))}"


def _small(lines: list[str]) -> list[Block]:
    """As context, a line each, a few to an element."""
    return [context(part["text"]["text"]) for part in lines_as_sections(lines)]


def _feedback(language: Language, ref: str) -> Block:
    def choice(key: str) -> Block:
        label = phrase(language, f"chat.{key}")
        written = plain_text(fit(label, most("feedback_buttons.text"), language, plain))
        return {"text": written, "value": f"{key} {ref}"[: most("feedback_buttons.value")]}

    buttons: Block = {"type": "feedback_buttons", "action_id": ANSWER_FEEDBACK}
    buttons |= {"positive_button": choice("useful"), "negative_button": choice("not_useful")}
    return {"type": "context_actions", "elements": [buttons]}
