"""The question before with what a follow-up names in the place of its like: a source for a source, a country for a country, a time for a time. Pure; six languages."""

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from typing import Final

from news.text import search_tokens
from summariser.asking.follow_frames import Core, core_of
from summariser.asking.slots import (
    COMPARES,
    MEASURED,
    OF_NEWS,
    Named,
    agent_in,
    asks_what_it_is,
    joined,
    named_in,
    role_in,
    subject_in,
    subjects_of,
    topic_in,
    what_is,
    wholes_of,
)
from summariser.asking.sources_asked import source_called, source_in
from summariser.words import facts
from summariser.words.bywords import is_byword
from summariser.words.misspelling import is_english
from summariser.words.moments import span_in
from summariser.words.question_words import GENERIC, GENERIC_ELSEWHERE, about

_EDGES: Final = " ?？!！.。,，、"
_FEW: Final = 3
_LATIN: Final = re.compile(r"[A-Za-z]")
_ASKED: Final = re.compile(r"[?？]\s*$")


def swapped(text: str, last: str, today: date, sources: Mapping[str, str]) -> str | None:
    """None where it is a question of its own."""
    core = core_of(text)
    if core.framed and (own := _OWN.match(core.text)):  # what about its chips?
        core = replace(core, text=core.text[own.end() :])
        if asks_what_it_is(last) and (whose := subjects_of(last, today)):
            return f"what is {whose}'s {core.text}?"
    when, rest = _time_of(core.text, last, today)
    if when and not rest.text:
        return at(last, when, today)
    rest = replace(rest, place=rest.place or core.place, source=rest.source or core.source, by=rest.by or core.by)
    asks = core.framed or rest.framed or (_ASKED.search(text) is not None and not _asks(rest.text))
    if not asks or not rest.text or _is_whole(rest.text, sources):
        return None
    whole = _with(rest, last, today, sources)
    return at(whole, when, today) if whole and when else whole


def is_time_alone(text: str, today: date) -> bool:
    """A time is all that it holds: "and last week?", 先週は？, 上周呢？"""
    core = core_of(text).text
    if _THE_ONE_BEFORE.fullmatch(core):
        return True
    span = span_in(core, today)
    return span is not None and not _time_of(core, "", today)[1].text


_OWN: Final = re.compile(r"(?:its|their|his|her)\s+(?=\S)", re.IGNORECASE)


def _time_of(core: str, last: str, today: date) -> tuple[str, Core]:
    """The time that it names, as words; and what else it says."""
    if found := _THE_ONE_BEFORE.fullmatch(core):
        before = span_in(last, today)
        if before and before.start:
            return _shifted(before.start, before.end, found.lastgroup or "day"), Core("", True)
    span = span_in(core, today)
    if span is None:
        return "", core_of(core)
    rest = core_of(core.replace(span.words, " ", 1).strip(_EDGES))
    only = _OF_TIME.fullmatch(rest.text) is not None
    return span.words, Core("", True) if only else rest


_OF_TIME: Final = re.compile(r"(?:in|on|for|from|during|over|の|は|に|で|的|에는?|은|는|ใน|ช่วง|เมื่อ|\s)*", re.IGNORECASE)
_THE_ONE_BEFORE: Final = re.compile(
    r"(?:on |in )?(?:the )?(?:(?P<day>day|previous day)|(?P<week>week|previous week)|(?P<month>month|previous month))(?: (?:before|earlier)(?: that)?)?"
    r"|(?P<day2>その?前の?日|前日|前一天|그? ?전날|วันก่อน(?:หน้า)?)|(?P<week2>その?前の?週|前の週|前週|前一[周週]|再上[周週]|그? ?전 ?주|สัปดาห์ก่อน(?:หน้า)?)"
    r"|(?P<month2>その?前の?月|前の月|前月|前一?[个個]月|再上[个個]月|그? ?전 ?달|เดือนก่อน(?:หน้า)?)",
    re.IGNORECASE,
)


def _shifted(start: date, end: date | None, unit: str) -> str:
    """The day, week or month before the one that was asked for."""
    last = start - timedelta(days=1)
    first = {"day": last, "week": start - timedelta(days=7), "month": last.replace(day=1)}[unit.rstrip("2")]
    return last.isoformat() if first == last else f"{first.isoformat()} to {last.isoformat()}"


def at(text: str, when: str, today: date) -> str:
    """The question of another time."""
    before = span_in(text, today)
    if before:
        return text.replace(before.words, when, 1)
    return f"{text.rstrip(' ?')} {when}?" if text.isascii() else f"{when} {text}"


def _asks(text: str) -> bool:
    """It asks something of its own: it is no name."""
    return _ASKING.search(text) is not None or len(text.split()) > _FEW + 1


_ASKING: Final = re.compile(
    r"^(?:who|what|when|where|why|how|which|is|are|was|were|do|does|did|has|have|can|could|will|would|should|any|tell|show|list|compare|explain|more|no|yes)\b"
    r"|何|誰|いつ|どこ|なぜ|どう|いくら|什[么麼]|[谁誰]|多少|哪|[为為]何|[吗嗎]|뭐|무엇|누가|누구|언제|어디|얼마|왜|몇|อะไร|ใคร|เมื่อไ|ที่ไหน|เท่าไ|ทำไม|ไหม",
    re.IGNORECASE,
)


def _is_whole(text: str, sources: Mapping[str, str]) -> bool:
    """It names its subject and what of it: "the Suno hack", OpenAIのニュース, but not "Google"; or it asks by itself."""
    if source_called(text, sources):
        return False
    rest = [word for word in about(text) if word not in GENERIC]
    named = {part for one in named_in(text) for part in search_tokens(text[one.start : one.end])}
    named |= {part for name in facts.names(text) for part in search_tokens(name)}
    if _OF_THEIRS.search(text):
        return True
    if not named:
        return _asks(text) or len(rest) > _FEW
    return OF_NEWS.search(text) is not None or any(word not in named for word in rest) or _asks(text)


_OF_THEIRS: Final = re.compile(r"\w(?:の|的|의 )[ァ-ヴー\u4e00-\u9fff가-힣]{2}")


def _with(core: Core, last: str, today: date, sources: Mapping[str, str]) -> str:
    text = core.text
    slot = source_in(last, sources)
    if source_called(text, sources) and core.by not in ("about", "on", "regarding"):
        return f"{last[: slot[0]]}{text}{last[slot[1] :]}" if slot else according_to(text, last)
    names = wholes_of(text, named_in(text))
    if not names and _may_be_a_name(text):
        names = [Named(0, len(text), "")]
    if core.place:
        names = [replace(one, sort="place") if one.sort == "" else one for one in names]
    if not names:
        return _with_a_noun(text, last, today)
    whole = last
    for one in names:
        whole = _with_name(text[one.start : one.end], one, whole, today, sources)
    return whole


def according_to(source: str, last: str) -> str:
    if last.isascii():
        return f"{last.rstrip(_EDGES)} according to {source}?"
    if re.search("[가-힣]", last):
        return f"{source}에 따르면 {last}"
    if re.search("[ぁ-ヿ]", last):
        return f"{source}によると{last}"
    return f"{last} ตาม {source}" if re.search("[ก-๛]", last) else f"據{source}，{last}"


def _may_be_a_name(text: str) -> bool:
    """A word or two that no dictionary has, and that are nobody's measure."""
    if is_byword(text) or OF_NEWS.search(text) or MEASURED.fullmatch(text):
        return False
    if text.isascii():
        return text[:1].isupper() or not all(is_english(word.strip("'s")) for word in text.split() if word.isalpha())
    return " " not in text.strip() and bool(about(GENERIC_ELSEWHERE.sub(" ", text)))


def _with_name(name: str, new: Named, last: str, today: date, sources: Mapping[str, str]) -> str:
    source = source_in(last, sources)
    names = [
        one
        for one in wholes_of(last, named_in(last))
        if not (source and one.start < source[1] and source[0] < one.end)
        and (one.sort == "place") == (new.sort == "place")
    ]
    if new.sort == "place" and not names:
        return f"{last.rstrip(_EDGES)} in {name}?" if last.isascii() else f"{name} {last}"
    slot = _slot_of(new, names, last, today)
    if slot and new.sort != "place" and _HAPPENED.search(last) and (there := _THERE.search(last, slot[1])):
        last = f"{last[: there.start()]}{last[there.end() :]}"  # where it happened to one it did not to another
    if slot is None or (source and slot[0] < source[1] and source[0] < slot[1]):
        return f"{last.rstrip(_EDGES)} about {name}?" if last.isascii() else f"{name} {last}"
    return f"{last[: slot[0]]}{name}{last[slot[1] :]}"


_THERE: Final = re.compile(r"(?<=\w) (?:in|at|near) (?:the )?[\w .-]+?(?=\s*\??$)")
_HAPPENED: Final = re.compile(r"\bhappened\b", re.IGNORECASE)


def _slot_of(new: Named, names: list[Named], last: str, today: date) -> tuple[int, int] | None:
    """Where in the last question the new name stands instead."""
    topic = topic_in(last, today)
    if topic and new.sort == "" and (not names or topic[0] <= names[0].start < topic[1]):
        return topic
    if names:
        if len(names) > 1 and COMPARES.search(last):
            return names[-1].start, names[-1].end
        like = [k for k, one in enumerate(names) if one.sort == new.sort] or [0]
        whole = joined(last, names, like[0])
        return whole.start, whole.end
    return what_is(last) or agent_in(last, today) or topic or subject_in(last, today)


def _with_a_noun(text: str, last: str, today: date) -> str:
    """Of the same what is asked for now ("and the price?"), or the same of another thing ("and humanoids?")."""
    names, whose = named_in(last), subjects_of(last, today)
    measure = text
    if MEASURED.fullmatch(measure):  # 수주 잔고는?: of whom the last was asked, in place of what was
        if asked := list(MEASURED.finditer(last)):
            return f"{last[: asked[-1].start()]}{measure}{last[asked[-1].end() :]}"
        return f"{measure} {whose}?"
    if text.startswith("the ") and (role := role_in(last)):
        return f"{last[: role[0]]}{text[4:]}{last[role[1] :]}"
    if text.startswith("the ") and is_byword(text):
        return f"what is {text} of {whose}?"
    if text.isascii() and is_byword(text) and whose and _ASKS_ONE.match(last):
        return f"what is the {text} of {whose}?"
    if is_byword(text) and whose and not text.isascii():  # 価格は？: of the same
        return f"{text} {whose}?"
    if (kind := _KIND_ASKED.match(last)) and text.isascii():  # and robots?
        return f"{last[: kind.end('which')]} {text.removesuffix('s')}{last[kind.end('which') :]}"
    slot = what_is(last) or subject_in(last, today)
    if not names and slot:
        return f"{last[: slot[0]]}{text}{last[slot[1] :]}"
    return f"{last.rstrip(_EDGES)} about {text}?" if last.isascii() and text.isascii() else f"{text} {last}"


_KIND_ASKED: Final = re.compile(
    r"^(?P<which>which|what|any|list)(?= (?!is\b|was\b|has\b|does\b)[a-z]+(?:s|ies)\b)", re.IGNORECASE
)
"""Things of a kind are asked for: "which startups raised money?" """
_ASKS_ONE: Final = re.compile(
    r"(?:and )?(?:how|who|when|where|which|what (?:is|are|was|were) (?:the|its))\b", re.IGNORECASE
)
