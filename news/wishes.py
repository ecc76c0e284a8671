"""What somebody asks for when they subscribe, and what came of it."""

from dataclasses import dataclass

from news.model import Edition, Subscription
from news.timetable import Due


@dataclass(frozen=True, slots=True)
class Wish:
    """What somebody asks for, as they wrote it; `where` is how a message names it: a line of a file, or "".

    `at_once`: a new one gets today's brief now, and not only from the next morning on. `quiet_line` None: as it was.
    """

    to: str
    zone: str
    time: str
    edition: Edition
    weekdays: frozenset[int]
    secret: str = ""
    quiet_line: bool | None = None
    where: str = ""
    at_once: bool = True


@dataclass(frozen=True, slots=True)
class Subscribed:
    """`new`: it gets today's brief at once. `secret` is one that was made, to be shown this once; else "".

    `due`: what comes next for it. `resumed`: why it was suspended until now, "" when it was not.
    """

    subscription: Subscription
    new: bool
    secret: str
    due: Due | None = None
    resumed: str = ""
