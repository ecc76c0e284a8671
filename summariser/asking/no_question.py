"""What is no question to a newsroom: commands of a database or a search engine, markup. Pure."""

import re
from typing import Final

_SQL: Final = re.compile(
    r"\bSELECT\b.+\bFROM\b|\bselect\s+\*|(?i:^\W*delete\s+from\s+\w+\s*(?:;|where\b|$))|\binsert\s+into\s+\w+\s*(?:\(|values\b|select\b)|\bdelete\s+from\s+\w+\s*(?:;|where\b|$)"
    r"|\b(?i:drop|alter|create|truncate)\s+(?i:table|database|schema|view)\b|\b(?i:union)\s+(?i:all\s+)?(?i:select)\b",
    re.DOTALL,
)
_MARKUP: Final = re.compile(
    r"<(script|style)\b.*?(?:</\1\s*>|$)|</?[a-z][^<>]*>|\$\{[^}]*\}|\{\{.*?\}\}", re.IGNORECASE | re.DOTALL
)
_OPERATOR: Final = re.compile(r"\b(?:AND|OR|NOT|NEAR(?=\s*[(/]))\b|\b\d+\s*=\s*\d+|\b[a-z_]+:(?!\S)")
_EXCLUDED: Final = re.compile(r"\s*(?:[\w.]+\s+)*-\w[\w.-]*(?:\s+-?[\w.]+)*\s*")
"""A word with a minus before it is a search engine's: "-openai google"."""
_WORD: Final = re.compile(r"\w")


def without_markup(text: str) -> str:
    """What is written beside it; the text itself where it is nothing else."""
    rest = " ".join(_MARKUP.sub(" ", text).split()) if _MARKUP.search(text) else text
    return rest or text


def is_command(text: str) -> bool:
    """True when it is written to a machine: SQL, or nothing but operators and markup."""
    if _SQL.search(text) or _EXCLUDED.fullmatch(text):
        return True
    rest = _MARKUP.sub(" ", text)
    bare = _OPERATOR.sub(" ", rest)
    return bare != text and not _WORD.search(bare)
