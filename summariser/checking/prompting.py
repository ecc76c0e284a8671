"""What a model is shown: a versioned prompt, and the articles as delimited data (JSON), cleaned of what talks to a model.

Nothing of a reader goes in but the question itself: no name, address, tenant or channel.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from hashlib import sha256
from importlib import resources
from typing import Any, Final

from news.asking import Passage
from news.languages import Language
from news.model import Article
from news.text import normalise_for_match, sanitise, spans
from summariser.reading.injection import is_order
from summariser.reading.material import by_trust
from summariser.words.aliases import glossary

ARTICLES: Final = 5
"""So many articles of a story are shown: more repeat the same event, and every one costs."""
CHARACTERS: Final = 2_400
CHARACTERS_IN_ALL: Final = 8_000
_SHORTEST: Final = 60
Message = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Prompt:
    """A file of `prompts/`. `label` is what provenance names: the file and the hash of its text."""

    name: str
    text: str

    @property
    def label(self) -> str:
        return f"{self.name}@{sha256(self.text.encode()).hexdigest()[:10]}"


@dataclass(frozen=True, slots=True)
class Material:
    """One article as the model sees and cites it. `text` holds no sentence that gives a model orders."""

    id: str
    url: str
    source: str
    title: str
    text: str
    language: Language
    published: date
    article: Article | None = None

    @property
    def shown(self) -> dict[str, str]:
        return {
            "id": self.id,
            "source": self.source,
            "published": self.published.isoformat(),
            "language": self.language,
            "title": self.title,
            "text": self.text,
        }


@cache
def prompt(name: str) -> Prompt:
    return Prompt(name, resources.files("summariser").joinpath("prompts", f"{name}.md").read_text("utf-8"))


def materials_of(articles: Sequence[Article], language: Language) -> tuple[Material, ...]:
    """The most telling articles: the reader's language first, then by trust; a copy of another is left out."""
    told = [article for article in by_trust(articles) if len(article.words) >= _SHORTEST]
    told.sort(key=lambda article: article.language != language)
    found: list[Material] = []
    seen: set[str] = set()
    left = CHARACTERS_IN_ALL
    for article in told:
        text = cleaned(article.words, article.language, min(CHARACTERS, left))
        mark = normalise_for_match(text[:300])
        if len(text) < _SHORTEST or mark in seen or len(found) == ARTICLES:
            continue
        seen.add(mark)
        left -= len(text)
        id, title = f"A{len(found) + 1}", _title(article.title)
        day = article.published.date()
        found.append(Material(id, article.url, article.source_name, title, text, article.language, day, article))
    return tuple(found)


def passages_as_materials(passages: Sequence[Passage]) -> tuple[Material, ...]:
    """The nearest passages of the archive, the best first."""
    found: list[Material] = []
    left = CHARACTERS_IN_ALL
    for passage in passages:
        text = cleaned(passage.text, passage.language, min(CHARACTERS, left))
        if not text or len(found) == ARTICLES + 1:
            continue
        left -= len(text)
        id, day = f"A{len(found) + 1}", passage.published.date()
        title = _title(passage.title)
        found.append(Material(id, passage.url, passage.source, title, text, passage.language, day))
    return tuple(found)


def cleaned(text: str, language: Language, most: int) -> str:
    """Whole sentences up to `most` characters, those left out that address a model or give the reader orders."""
    text = sanitise(text)
    kept: list[str] = []
    size = 0
    for start, end in spans(text, language):
        line = text[start:end]
        if size + len(line) > most:
            break
        if not is_order(line):
            kept.append(line)
            size += len(line) + 1
    return "\n".join(kept)


def messages(asked: Prompt, materials: Sequence[Material], language: Language, **more: Any) -> list[Message]:
    """The rules as the system's word, everything else as one JSON object in the user's."""
    texts = [f"{one.title}\n{one.text}" for one in materials]
    data = {
        "language": language,
        **more,
        "names": glossary(" ".join(texts), language) if any(one.language != language for one in materials) else {},
        "articles": [one.shown for one in materials],
    }
    return [
        {"role": "system", "content": asked.text},
        {"role": "user", "content": json.dumps(data, ensure_ascii=False)},
    ]


def repair(asked: Sequence[Message], reply: str, faults: Sequence[str]) -> list[Message]:
    """The same conversation with the reply and what is wrong with it."""
    told = prompt("repair-1").text.replace("{faults}", "\n".join(f"- {fault}" for fault in faults[:12]))
    return [*asked, {"role": "assistant", "content": reply[:12_000]}, {"role": "user", "content": told}]


def _title(title: str) -> str:
    """A title that gives orders is not shown: it would be read before every rule."""
    clean = " ".join(sanitise(title).split())
    return "" if is_order(clean) else clean[:300]
