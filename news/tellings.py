"""Where a story was told before."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class FirstTelling:
    """The edition's brief that first carried a story, and under which headline."""

    brief: str
    headline: str
