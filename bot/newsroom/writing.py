"""Writing: what was chosen for an edition is told by a summariser that costs money and takes time; the brief waits no longer than it may."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import replace
from typing import Final

from news.languages import Language
from news.model import BriefStory, Provenance
from news.ports import Summariser
from summariser import extractive

SECONDS: Final = 120.0
"""How long an edition waits for its writer when no setting says otherwise."""
_log = logging.getLogger(__name__)
Write = Callable[[BriefStory], Awaitable[BriefStory | None]]


async def write_all(
    drafts: Sequence[BriefStory], write: Write, *, language: Language, seconds: float
) -> Mapping[str, BriefStory]:
    """Story id to the story as told in `language`; a draft in that language stands in for one that was not written in time.

    A story missing here can be told neither by the writer nor in its sources' own words of that language.
    """
    tasks = {draft.id: asyncio.ensure_future(write(draft)) for draft in drafts}
    if tasks:
        _, late = await asyncio.wait(tasks.values(), timeout=seconds)
        for task in late:
            task.cancel()
        await asyncio.gather(*late, return_exceptions=True)
    told: dict[str, BriefStory] = {}
    for draft in drafts:
        found, note = _outcome(tasks[draft.id])
        if found is None and draft.language == language:
            found = replace(draft, provenance=Provenance(extractive.NAME, note=note)) if note else draft
        if found is not None and found.language == language:
            told[draft.id] = found
    return told


def _outcome(task: "asyncio.Task[BriefStory | None]") -> tuple[BriefStory | None, str]:
    """The story, or why there is none: no fault of one story's writing may cost the edition."""
    if task.cancelled():
        return None, "time"
    error = task.exception()
    if error is not None:
        _log.error("a story could not be written; its sources' own sentences stand in", exc_info=error)
        return None, "unavailable"
    return task.result(), ""


def plain(summariser: Summariser) -> Summariser:
    """The one for what anybody may ask for at any time, such as a page: it never spends money."""
    return extractive.ExtractiveSummariser() if summariser.writes else summariser


def written_by(stories: Sequence[BriefStory]) -> int:
    """How many of them a model wrote."""
    return sum(bool(story.provenance and story.provenance.prompt) for story in stories)
