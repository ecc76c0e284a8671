"""What is known of a report without reading it."""

from dataclasses import dataclass
from datetime import datetime

from news.languages import Language
from news.model import Tier


@dataclass(frozen=True, slots=True)
class Headline:
    """Of an article what is counted when many are: who said what when, and the story that it is in. `aside`: it was set aside as no AI news."""

    id: str
    title: str
    source: str
    tier: Tier
    language: Language
    published: datetime
    story: str | None = None
    aside: bool = False
