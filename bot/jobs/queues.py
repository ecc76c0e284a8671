"""The queues: few, because each is polled, and each with a bound per worker, because one poll would claim all there is."""

from dataclasses import dataclass
from typing import Final

INGEST: Final = "ingest"
BRIEF: Final = "brief"
DELIVER: Final = "deliver"


@dataclass(frozen=True, slots=True)
class Queue:
    """`at_once`: workflows per worker; `one_each`: one at a time per partition, in the whole install; `poll` in seconds."""

    name: str
    what: str
    at_once: int
    one_each: bool
    poll: float


QUEUES: Final = (
    Queue(INGEST, "reads the sources, host by host", at_once=24, one_each=True, poll=2.0),
    Queue(BRIEF, "groups articles and makes briefs, one of each edition", at_once=4, one_each=True, poll=1.0),
    Queue(DELIVER, "carries chunks of deliveries", at_once=6, one_each=False, poll=0.5),
)
NAMES: Final = tuple(queue.name for queue in QUEUES)
