"""What a question puts together must be told together: whether one did something to another is told by no report with one of them alone, nor by a sentence
without the deed. Pure; six languages."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from news.asking import Passage
from summariser.asking.relations import tells_post_asked
from summariser.asking.support import bare
from summariser.words.aliases import mentions
from summariser.words.deeds import deed_in
from summariser.words.lexicon import concepts_in, told_in
from summariser.words.vectors import simplify

_WHETHER: Final = re.compile(
    r"^\W*(?:and |so |but )?(?:is|are|was|were|did|does|do|has|have|had|will)(?:n['’]t)? (?!there\b|it\b|any)"
    r"|[吗嗎麼么没沒][?？\s]*$|有没有|有沒有|是不是|(?:した|する|ている|だ|です|ます|った)(?:の|ん)?(?:か|かな)?[?？]\s*$"
    r"|(?:나요|니까|[었았했됐]어|[었았했됐]나|인가|는가|[었았했]니)[?？\s]*$|หรือ(?:ไม่|ยัง|เปล่า)|ไหม|มั้ย|รึยัง",
    re.IGNORECASE,
)
_ASKING: Final = re.compile(
    r"哪|[谁誰]|什[么麼]|多少|[几幾]|何|誰|いつ|どこ|どの|どう|どれ|なぜ|いくら|누가|누구|뭐|뭘|무엇|무슨|어디|언제|어떤|어떻게|얼마|몇|왜|อะไร|ใคร|ไหน(?!ม)|เมื่อ|เท่า|กี่|ทำไม"
)
_WORD: Final = re.compile(r"[a-z]{3,}")
_LITTLE: Final = frozenset(
    [
        "and",
        "the",
        "did",
        "does",
        "has",
        "have",
        "had",
        "was",
        "were",
        "are",
        "will",
        "with",
        "for",
        "from",
        "into",
        "over",
        "about",
        "any",
        "its",
        "his",
        "her",
        "their",
        "them",
        "that",
        "this",
        "than",
        "yet",
        "ever",
        "also",
        "already",
        "really",
        "now",
        "still",
        "been",
        "being",
        "not",
        "but",
        "you",
        "get",
        "got",
        "gets",
        "who",
    ]
)
_STEM: Final = 3
_PARTIES: Final = 2
_MATTERS: Final = re.compile(r",\s+(?:and\s+)?(?=[A-Z][\w’']+ [A-Za-z])")
_SEVERAL: Final = 3


def is_together(question: str, text: str, passage: Passage) -> bool:
    """A sentence of that report may answer."""
    title = bare(passage.title)
    parties = _parties(question)
    if len(parties) >= _PARTIES and _WHETHER.search(question) and not _ASKING.search(question):
        report = f"{passage.title}\n{passage.text}"
        there = {part for one in mentions(report) for part in (one.id, one.company)}
        if not all(party & there for party in parties) or not _tells_deed(question, f"{title}\n{text}"):
            return False
        if not _is_doer(question, (title, text)):
            return False
    return tells_post_asked(question, text, title) and (text != title or _is_of_one_matter(question, text))


def is_wholly_told(question: str, text: str) -> bool:
    """Whether somebody did something, in one sentence with all who are named and the deed."""
    parties = _parties(question)
    if not parties or not _WHETHER.search(question) or _ASKING.search(question):
        return False
    there = {part for one in mentions(text) for part in (one.id, one.company)}
    if not all(party & there for party in parties) or not _is_doer(question, (text,)):
        return False
    return _tells_deed(question, text) if len(parties) >= _PARTIES else tells_all(question, text)


def tells_all(question: str, told: str) -> bool:
    """Every word of the question beside its names stands there, or one that means the same."""
    return share_told(question, told) == 1


def share_told(question: str, told: str) -> float:
    """So much of it, 0 to 1; 0 where it asks nothing beside its names. Of words that no lexicon has only English ones are looked for."""
    rest = _without_names(question)
    found = concepts_in(rest)
    there = [not one.concepts.isdisjoint(told_in(told)) or _stands(rest[one.start : one.end], told) for one in found]
    for one in reversed(found):
        rest = f"{rest[: one.start]} {rest[one.end :]}"
    there += [_stands(word, told) for word in _WORD.findall(rest.casefold()) if word not in _LITTLE]
    return sum(there) / len(there) if there else 0.0


def _stands(words: str, told: str) -> bool:
    """As it is or in another form of it; of another script than Latin two letters of it side by side."""
    if not words.isascii():
        plain, there = simplify(words), simplify(told)
        return any(plain[at : at + _PAIR] in there for at in range(len(plain) - 1))
    start = words.casefold()[: max(_STEM, len(words) - 3)]
    return re.search(rf"\b{re.escape(start)}", told, re.IGNORECASE) is not None


_PAIR: Final = 2


def _is_doer(question: str, texts: Sequence[str]) -> bool:
    """Who is asked about in English as the one who does it to another does it in one of the texts."""
    known = [one for one in mentions(question) if one.company]
    if not known or not _DOES.fullmatch(question[: known[0].start]):
        return True
    doer = replace(known[0], start=0, end=0)
    return any(deed_in(text, doer) for text in texts)


_DOES: Final = re.compile(r"\W*(?:and |so |but )?(?:did|does|do|has|have|had|will)(?:n['’]t)? (?:the )?", re.IGNORECASE)


def _without_names(question: str) -> str:
    for one in reversed(mentions(question)):
        question = f"{question[: one.start]} {question[one.end :]}"
    return question


def _parties(question: str) -> list[frozenset[str]]:
    """Who is named, each once: a product beside its company is no other party."""
    found: dict[str, frozenset[str]] = {}
    for one in mentions(question):
        found.setdefault(one.company or one.id, frozenset({one.id}))
    return list(found.values())


def _tells_deed(question: str, told: str) -> bool:
    """By a word of the question beside its names, or by one that means the same; where it has none that is known, by any."""
    rest = _without_names(question)
    meant = {concept for found in concepts_in(rest) for concept in found.concepts}
    words = [word for word in _WORD.findall(rest.casefold()) if word not in _LITTLE]
    if not meant and not words:
        return True
    stems = (rf"\b{word[: max(_STEM, len(word) - 3)]}" for word in words)
    return not meant.isdisjoint(told_in(told)) or any(re.search(stem, told, re.IGNORECASE) for stem in stems)


def _is_of_one_matter(question: str, headline: str) -> bool:
    """Of a headline that puts several matters in a row one of them must have who is named, and something of what is asked."""
    parts = _MATTERS.split(headline)
    if len(parts) < _SEVERAL:
        return True
    names = {one.id for one in mentions(question)}
    rest = _without_names(question)
    words = [word[: max(_STEM, len(word) - 3)] for word in _WORD.findall(rest.casefold()) if word not in _LITTLE]
    return not names or any(
        names <= {one.id for one in mentions(part)} and any(word in part.casefold() for word in words) for part in parts
    )
