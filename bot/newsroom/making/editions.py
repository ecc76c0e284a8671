"""What names an edition of one date, so that everybody who speaks of it means the same brief, made or not."""

import base64
import hashlib
from datetime import date

from news.model import Edition


def brief_id(edition: Edition, day: date) -> str:
    """Stable and public: the same edition of the same date has the same id on every install."""
    parts = (edition.tenant, edition.language, str(edition.minutes), ",".join(sorted(edition.topics)), day.isoformat())
    return short_id("\n".join(parts))


def short_id(text: str) -> str:
    """Twelve letters and digits that stand for the text."""
    return base64.b32encode(hashlib.sha256(text.encode()).digest())[:12].decode().lower()
