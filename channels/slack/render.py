"""A brief and an answer as messages, exactly as they are sent but for the channel they go to. Pure."""

import json
from collections.abc import Sequence
from typing import Any, Final

from channels.slack.actions import BRIEF_SHARE
from channels.slack.answers import answer_blocks, answer_text
from channels.slack.blocks import (
    Block,
    actions,
    button,
    characters,
    context,
    divider,
    header,
    lines_as_sections,
    section,
    without_empty,
)
from channels.slack.escaping import fit, link, mrkdwn, safe_url
from channels.slack.limits import most, size
from channels.slack.telling import (
    StoryLink,
    filled,
    short_story,
    story_buttons,
    story_line,
    story_link,
    watched_line,
    whole_story,
)
from news.asking import Answer
from news.making import made_line, nothing_words
from news.model import Brief, Message
from news.phrases import counted, format_date, phrase

_FOOT: Final = 4
_FOOT_CHARACTERS: Final = 800
"""Kept free for what stands below the stories."""


class SlackRenderer:
    """A Renderer (see news.ports). The daily message, then in its thread what did not fit, then each update for the thread
    of the brief that first carried its story."""

    def __init__(self, *, base_url: str = "") -> None:
        self._base_url = base_url

    def brief(self, brief: Brief) -> Sequence[Message]:
        return [*brief_messages(brief, base_url=self._base_url), *_updates(brief, self._base_url)]

    def answer(self, answer: Answer) -> Sequence[Message]:
        """One message; a catch-up is shown as the brief that it is, its stories with their buttons."""
        blocks = answer_blocks(answer, base_url=self._base_url)
        if answer.brief:
            note = blocks[:1] if answer.note else []
            blocks = [*note, *brief_pages(answer.brief, base_url=self._base_url)[0]]
        return [message(answer_text(answer), blocks)]


def brief_messages(brief: Brief, *, base_url: str = "", share: bool = False) -> list[Message]:
    """The daily message and, usually none, those for its thread. `share`: with the button that posts it to the channel."""
    language, pages = brief.edition.language, brief_pages(brief, base_url=base_url)
    if len(pages) > 1:
        pages[0].append(context(mrkdwn(phrase(language, "chat.in_thread"))))
    if share:
        label = phrase(language, "chat.share")
        pages[0].append(actions(button(label, BRIEF_SHARE, brief.id, language=language, style="primary")))
    text = brief_text(brief)
    return [message(text, page) for page in pages]


def message(text: str, blocks: Sequence[Block], *, follows: str = "") -> Message:
    """`text` is written already. Links and media never unfurl."""
    body: dict[str, Any] = {"text": text, "blocks": without_empty(blocks), "unfurl_links": False, "unfurl_media": False}
    return Message(text, json.dumps(body, ensure_ascii=False, separators=(",", ":")), "application/json", follows)


def brief_text(brief: Brief) -> str:
    """What a notification and a screen reader say: the day and every headline."""
    language = brief.edition.language
    named = {"paper": phrase(language, "name.paper"), "date": format_date(brief.date, language)}
    what = counted(language, "stories", len(brief.stories)) if brief.stories else nothing_words(brief)
    lines = [mrkdwn(phrase(language, "chat.news", stories=what, **named))]
    if brief.sample:
        lines[0] = f"{mrkdwn(phrase(language, 'brief.sample'))} · {lines[0]}"
    for number, story in enumerate(brief.as_shown, 1):
        line = f"{number}. {fit(story.headline, 200, story.language)}"
        if size("\n".join([*lines, line])) > most("message.text"):
            break
        lines.append(line)
    return "\n".join(lines)


def brief_pages(brief: Brief, *, base_url: str = "") -> list[list[Block]]:
    """The daily message and what of it goes into the thread, each within a message's limits."""
    language, to = brief.edition.language, story_link(base_url)
    parts = [
        [short_story(one, brief=brief.id, language=language, to=to, number=n)] for n, one in enumerate(brief.headed, 1)
    ]
    parts += [_one_liners(brief, to), _watched(brief)]
    ruled = [[divider(), *group] if not at else group for part in parts for at, group in enumerate(part)]
    pages = _packed(_head(brief), ruled, [_continued(brief)])
    if len(pages) > 1:  # rather one message without lines between the stories than two with them
        plain = _packed(_head(brief), [group for part in parts for group in part], [_continued(brief)])
        pages = plain if len(plain) == 1 else pages
    pages[0] += _foot(brief, base_url)
    return pages


def _packed(head: list[Block], groups: Sequence[list[Block]], later: list[Block]) -> list[list[Block]]:
    """In order, and no story torn in two."""
    pages = [list(head)]
    for group in groups:
        room = most("message.blocks") - _FOOT - len(pages[-1])
        letters = most("message.characters") - _FOOT_CHARACTERS - characters(pages[-1])
        if len(group) > room or characters(group) > letters:
            pages.append(list(later))
        pages[-1] += group
    return pages


def _head(brief: Brief) -> list[Block]:
    language = brief.edition.language
    top = [header(phrase(language, "name.brief", minutes=brief.edition.minutes), language)]
    if brief.sample:
        top.append(section(f"*{mrkdwn(phrase(language, 'brief.sample'))}*"))
    facts = [format_date(brief.date, language)]
    if brief.stories:
        minutes = max(1, round(brief.reading_seconds / 60))
        facts += [counted(language, "stories", len(brief.stories)), counted(language, "minutes", minutes)]
    facts += [phrase(language, "name.own")]
    facts += [made_line(brief, "chat")] if brief.stories else []
    top.append(context(" · ".join(mrkdwn(fact) for fact in facts)))
    return top if brief.stories else [*top, section(mrkdwn(nothing_words(brief)))]


def _continued(brief: Brief) -> Block:
    language = brief.edition.language
    return context(mrkdwn(phrase(language, "chat.continued", date=format_date(brief.date, language))))


def _one_liners(brief: Brief, to: StoryLink) -> list[list[Block]]:
    language = brief.edition.language
    lines = [story_line(one, language=language, to=to) for one in brief.as_shown[len(brief.headed) :]]
    heading = [f"*{mrkdwn(phrase(language, 'brief.one_line'))}*"] if len(lines) < len(brief.stories) else []
    return [[block] for block in lines_as_sections([*heading, *lines])] if lines else []


def _watched(brief: Brief) -> list[list[Block]]:
    """What came of what earlier editions said to watch, where no story of today tells it."""
    language = brief.edition.language
    lines = []
    for one in brief.watched:
        url = next((citation.url for citation in one.sentence.citations), "")
        named = link(url, fit(one.headline, 200, language))
        lines.append(f"•  {named} — {watched_line(one, language, 250)}")
    heading = f"*{mrkdwn(phrase(language, 'brief.watched_heading'))}*"
    return [[block] for block in lines_as_sections([heading, *lines])] if lines else []


def _foot(brief: Brief, base_url: str) -> list[Block]:
    language = brief.edition.language
    read = phrase(language, "brief.read_of_total", read=brief.sources_read, total=brief.sources_total)
    facts = [mrkdwn(read)] if brief.sources_total else []
    page = safe_url(f"{base_url.rstrip('/')}/briefs/{brief.id}") if base_url and brief.stories else ""
    facts += [link(page, mrkdwn(phrase(language, "chat.page")))] if page else []
    return [context(" · ".join(facts))] if facts else []


def _updates(brief: Brief, base_url: str) -> list[Message]:
    """Developments of stories that an earlier brief carried: told whole, under the name the story had there."""
    language, to = brief.edition.language, story_link(base_url)
    made = []
    for story in brief.stories:
        if story.first is None or not story.update:
            continue
        name = fit(story.first.headline, 200, language)
        title = filled(language, "chat.update_on", headline=name)
        blocks = [section(f"*{title}*"), *whole_story(story, language=language, to=to)]
        blocks.append(actions(*story_buttons(story, brief=brief.id, language=language)))
        text = f"{title}: {fit(story.headline, 200, story.language)}"
        made.append(message(text, blocks, follows=story.first.brief))
    return made
