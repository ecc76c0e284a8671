"""Writing: what was chosen for an edition is told by a summariser that costs money and takes time; the brief waits no longer than it may."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from news.deadlines import in_place, within
from news.languages import Language
from news.metering import Bill
from news.model import BriefStory, Provenance
from news.ports import Summariser
from summariser.telling import extractive

SECONDS: Final = 120.0
"""How long an edition waits for its writer when no setting says otherwise."""
_log = logging.getLogger(__name__)
Write = Callable[[BriefStory], Awaitable[BriefStory | None]]


@dataclass(frozen=True, slots=True)
class Writing:
    """`told`: story id to the story in the edition's language. A story missing there can be told in no words of that language.

    `whys`: id to why no model wrote it and what trying has cost, of all for which one was asked in vain.
    """

    told: Mapping[str, BriefStory]
    whys: Mapping[str, Provenance]

    def explained(self, stories: Iterable[BriefStory]) -> tuple[BriefStory, ...]:
        """The stories, each that no model wrote with its reason. Where nothing was written at all, that is everybody's."""
        common = next(iter(self.whys.values()), None) if not written_by(list(self.told.values())) else None
        shared = Provenance(common.summariser, note=common.note) if common else None
        return tuple(self._explained(story, shared) for story in stories)

    def left_out(self, drafts: Iterable[BriefStory], made: Iterable[BriefStory], language: Language) -> tuple[str, ...]:
        """Why each story that was to be told in `language`, and has no telling in it, is not among the `made` ones."""
        there = {story.id for story in made}
        return tuple(
            self.whys[draft.id].note
            for draft in drafts
            if draft.language != language and draft.id in self.whys and draft.id not in there
        )

    def and_then(self, later: "Writing") -> "Writing":
        return Writing({**self.told, **later.told}, {**self.whys, **later.whys})

    def _explained(self, story: BriefStory, shared: Provenance | None) -> BriefStory:
        if story.provenance and (story.provenance.prompt or story.provenance.note):
            return story
        return replace(story, provenance=self.whys.get(story.id, shared or story.provenance))


async def write_all(
    drafts: Sequence[BriefStory], write: Write, *, language: Language, seconds: float, grace: float = 0.0
) -> Writing:
    """Every draft by the writer, the first first; one in `language` stands in for what was not written in time.

    Calls end after `seconds`; what came by then has `grace` seconds more to be checked. Then everything is given up.
    """
    bills = {draft.id: Bill() for draft in drafts}

    async def billed(draft: BriefStory, at: int) -> BriefStory | None:
        with bills[draft.id].open(), in_place(at):
            return await write(draft)

    with within(seconds):
        tasks = {draft.id: asyncio.ensure_future(billed(draft, at)) for at, draft in enumerate(drafts)}
    if tasks:
        _, late = await asyncio.wait(tasks.values(), timeout=seconds + grace)
        for task in late:
            task.cancel()
        await asyncio.gather(*late, return_exceptions=True)
    told: dict[str, BriefStory] = {}
    whys: dict[str, Provenance] = {}
    for draft in drafts:
        found, note = _outcome(tasks[draft.id])
        bill = bills[draft.id]
        note = note or ("unshown" if found is None and bill.calls else "")
        made = found.provenance if found else Provenance(extractive.NAME, note=note) if note else None
        if made and made.note:
            whys[draft.id] = replace(
                made, cost=bill.usd, priced=bill.priced, tried=made.tried or ", ".join(bill.models)
            )
        if found is None and draft.language == language:
            found = replace(draft, provenance=whys.get(draft.id))
        if found is not None and found.language == language:
            told[draft.id] = found
    return Writing(told, whys)


def late(drafts: Iterable[BriefStory]) -> Writing:
    """Nothing of them was written, for there was no time."""
    return Writing({}, {draft.id: Provenance(extractive.NAME, note="time") for draft in drafts})


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


def writers(stories: Sequence[BriefStory]) -> Sequence[str]:
    """The models that wrote them, each once: after a fault of the first it is another one of the chain."""
    return list(dict.fromkeys(s.provenance.summariser for s in stories if s.provenance and s.provenance.prompt))
