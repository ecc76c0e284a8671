"""What standing a publisher has whose list does not say: by name, from the bundled knowledge."""

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from importlib import resources
from typing import Final

from news.model import Tier

_RELAYED: Final = re.compile(r"google news|rsshub|bing news", re.IGNORECASE)
"""A search for a name is not that name speaking."""
_ASIDE: Final = re.compile(r"[（(\[].*?[)）\]]|\s*[·|｜:：].*$")
_SECTION: Final = re.compile(r"\s+[-–—]\s.*$")
_NO_NAME: Final = frozenset(("the", "blog", "news", "rss", "official", "latest", "feed"))


def known_tier(name: str) -> Tier | None:
    """The tier of the publisher of that name, None for one nobody told us about."""
    if _RELAYED.search(name) and _ASIDE.sub("", name).strip().lower() != "google news":
        return Tier.AGGREGATOR
    if name.startswith("@") or name.lower().startswith("r/"):
        return Tier.COMMUNITY
    return _table().get(_plain(name)) or _table().get(_plain(_SECTION.sub("", name)))


def _plain(name: str) -> str:
    said = re.findall(r"[\w.]+", _ASIDE.sub("", name).casefold())
    return " ".join(word for word in said if word not in _NO_NAME)


@cache
def _table() -> Mapping[str, Tier]:
    text = resources.files("sources").joinpath("publishers.toml").read_text("utf-8")
    return {_plain(name): Tier(tier) for tier, names in tomllib.loads(text).items() for name in names}
