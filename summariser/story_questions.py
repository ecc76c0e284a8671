"""Questions under a story that its telling already answers: what happened, why it matters, what comes next."""

import re
from collections.abc import Callable
from typing import Final

from news.model import Sentence, Summary
from summariser.aliases import mentions

_PARTS: Final = (
    (re.compile(r"\bwhy (?:does|is|should|would) (?:it|this|that)?.*(?:matter|important|care)|\bso what\b|なぜ重要|重要なの|为什么重要|為什麼重要|왜 중요|ทำไมจึงสำคัญ|สำคัญอย่างไร", re.I), ("why_it_matters",)),
    (re.compile(r"\bwhat(?:'s| is| happens| comes)? next\b|\bwhat to watch\b|今後|次は|この先|接下来|接下來|后续|後續|앞으로|다음은|ต่อไป", re.I), ("what_to_watch",)),
    (re.compile(r"^(?:what happened|summar\w+|tl;?dr|give me (?:a|the) (?:summary|gist)|more|details|tell me more)[\s?.!]*$|要約|まとめて|詳しく|总结|總結|概括|详细|詳細|요약|자세히|สรุป|รายละเอียด", re.I), ("what_happened",)),
)  # fmt: skip
_MOST: Final = 4
_NAME: Final = re.compile(
    r"(?<=\s)(?!(?:AI|I)\b)[A-Z][\w’'-]*|(?<=[\u0e00-\u9fff\uac00-\ud7a3])\s?(?!AI\b)[A-Z][A-Za-z]+"
)
"""Behind another word, or in the middle of another script."""


def told_part(question: str) -> Callable[[Summary], tuple[Sentence, ...]] | None:
    """What of a story's telling answers the question, None when it asks for something else."""
    for pattern, sections in _PARTS:
        if pattern.search(question.strip()):
            return lambda summary: _sentences(summary, sections)
    return None


def names_something(question: str) -> bool:
    """True when it can be looked for without the story; "when does it start?" can not."""
    return bool(mentions(question) or _NAME.search(question))


def _sentences(summary: Summary, sections: tuple[str, ...]) -> tuple[Sentence, ...]:
    lede = (summary.lede,) if summary.lede and sections == ("what_happened",) else ()
    told = tuple(one for name, part in summary.sections.items() if name in sections for one in part)
    return (*lede, *told)[:_MOST]
