"""What a new story is called in addresses: its public id and the readable part of its URL. Pure."""

import base64
import hashlib
import unicodedata
from typing import Final

_SLUG: Final = 60


def story_id(founding_article: str) -> str:
    """Public id of the story an article founds: 10 lower-case base32 characters."""
    digest = hashlib.sha256(f"story:{founding_article}".encode()).digest()
    return base64.b32encode(digest).decode()[:10].lower()


def slugify(headline: str) -> str:
    """Readable part of a URL: lower-case words joined by hyphens, letters of every script kept, at most 60 characters."""
    words = "".join(_slug_char(char) for char in unicodedata.normalize("NFKC", headline).lower()).split()
    slug = ""
    for word in words:
        longer = f"{slug}-{word}" if slug else word[:_SLUG]
        if len(longer) > _SLUG:
            break
        slug = longer
    return slug or "story"


def _slug_char(char: str) -> str:
    if char in "'’":
        return ""
    if char < "\u0250":
        char = unicodedata.normalize("NFD", char)[0]
    return char if unicodedata.category(char)[0] in "LMN" else " "
