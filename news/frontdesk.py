"""What a channel may ask of the newsroom for the people who write to it: the one port through which chats reach the verbs."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Literal, Protocol

from news.asking import Answer
from news.languages import Language
from news.model import Brief, BriefStory, Delivery, Edition, Reader, Subscription
from news.timetable import Due
from news.wishes import Subscribed, Wish


class FrontDesk(Protocol):
    """Every method takes what a stranger wrote, and raises BadInput, with words that may be shown, for what it cannot take."""

    def now(self) -> datetime:
        """Aware, UTC."""
        ...

    async def tenant(self, id: str, *, name: str) -> None:
        """Makes or renames whom the rows of a workspace or account belong to."""
        ...

    async def reader(
        self, id: str, *, tenant: str, name: str = "", language: Language | None = None, zone: str = ""
    ) -> Reader:
        """The person, made at first sight with what the platform tells; later calls change nothing."""
        ...

    async def change_reader(self, reader: Reader) -> None: ...

    async def brief(self, edition: Edition, *, zone: str) -> Brief | None:
        """Today's in `zone`, made when it is missing; None when there is no news to make it from."""
        ...

    async def more(self, edition: Edition, *, minutes: int, zone: str) -> Brief | None:
        """What today's edition of so many minutes has beyond `edition`: nothing that it told in the last days. As `brief`."""
        ...

    async def brief_of(self, id: str) -> Brief | None:
        """A brief by its public id."""
        ...

    async def story(self, id: str, *, brief: str = "", language: Language = "en") -> BriefStory | None:
        """As that brief told it, else as its page tells it; None for an id that no story has."""
        ...

    async def answer(
        self,
        text: str,
        *,
        reader: Reader,
        thread: str = "",
        story: str | None = None,
        of_brief: bool = False,
        language: Language | None = None,
        speaks: Language | None = None,
        once: str = "",
    ) -> Answer:
        """From the archive, with sources, or an honest abstention: always an answer, whose `note` may be shown as it is.

        `thread` names a conversation for follow-ups ("slack:C1:1710.22"); `story` is the one it is asked under; `of_brief`: it is asked
        below a brief, and what could be of any of its stories is asked back; `language` the
        answer's, by default the question's; `speaks` the asker's, where the script of the question does not tell; `once` the platform's event that asks: worked on again it gets the same answer, which
        counts and costs once. Raises TooMany, with a kind sentence, past the limits of a person or a tenant.
        """
        ...

    async def catch_up(self, since: datetime, *, reader: Reader, language: Language | None = None) -> Answer:
        """What happened since and still matters: as `brief`, and as one sentence a story."""
        ...

    async def posted(self, answer: str, *, channel: str, address: str, platform_id: str, tenant: str) -> None:
        """Keeps where an answer (its `id`) was posted, so that it can be corrected there by the channel's Corrector."""
        ...

    async def feedback(self, answer: str, verdict: Literal["useful", "wrong"], *, reader: Reader) -> None:
        """What a person says of an answer; the last word counts."""
        ...

    async def vote(
        self, story: str, verdict: Literal["useful", "not-useful"], *, reader: Reader, brief: str = ""
    ) -> None:
        """What a person says of a story of a brief."""
        ...

    async def forget(self, answers: Sequence[str], *, tenant: str) -> None:
        """Removes questions with their answers: somebody took back what they had asked."""
        ...

    async def erase(self, reader: str, *, tenant: str) -> None:
        """Removes a person: what they asked and said, saved and subscribed to."""
        ...

    async def subscriptions(
        self, *, channel: str, address: str | None, tenant: str
    ) -> Sequence[tuple[Subscription, Due | None]]:
        """Those of one address, or with None of the tenant on that channel; each with what is due next, None when it is off."""
        ...

    async def subscribe(self, wish: Wish, *, channel: str, tenant: str, reader: str | None) -> Subscribed:
        """One per address: changes the one that is there, which is then on again and gets no second brief today."""
        ...

    async def pause(self, ids: Sequence[str], *, until: date | None, tenant: str) -> None:
        """`until` is the first date that is on again, None for a pause without an end."""
        ...

    async def resume(self, ids: Sequence[str], *, tenant: str) -> None:
        """Ends a pause or a suspension."""
        ...

    async def remove(self, ids: Sequence[str], *, tenant: str) -> None:
        """With everything kept of them. Takes effect before it returns."""
        ...

    async def suspend(self, tenant: str, *, channel: str, address: str | None, reason: str) -> int:
        """Nothing is sent any more to the address, or with None to any of the tenant's on that channel; how many."""
        ...

    async def delivered(self, platform_id: str, *, channel: str, tenant: str) -> Delivery | None:
        """The delivery that the platform knows by this id."""
        ...

    async def save(self, story: str, *, reader: Reader, on: bool = True) -> None:
        """Keeps a story on the person's list, or takes it off."""
        ...

    async def saved(self, reader: Reader) -> Sequence[BriefStory]:
        """The latest saved first, at most 50."""
        ...

    async def note(self, key: str, *, channel: str, tenant: str) -> str | None:
        """What the channel wrote down under the key, None when nothing or past its time."""
        ...

    async def write_note(
        self, key: str, value: str | None, *, channel: str, tenant: str, until: datetime | None = None
    ) -> None:
        """Small things that a channel must remember, such as whom it welcomed; None takes the note away."""
        ...
