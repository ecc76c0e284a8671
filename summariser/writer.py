"""The Summariser that writes: a model's prose, never less true than the extractive telling that stands behind every sentence of it.

The model chooses words only. Which stories, in which order, from which articles and under which links is decided by code; every
sentence is checked before it is told, and what the model cannot do in time, in budget or in truth, the extractive summariser does.
"""

import asyncio
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final, TypeVar

from news.asking import Answer, Passage, Question
from news.deadlines import time_left
from news.errors import ModelUnavailable
from news.languages import Language
from news.metering import Bill, ModelCall, Purpose
from news.model import SECTIONS, Article, Provenance, Sentence, Story, Summary
from news.ports import Clock, Ledger, Replies
from summariser import answers, extractive
from summariser.assembly import Written, assemble, beside_original, why_untold
from summariser.calling import LATE, OVERBILLED, UNPRICED, Caller, Client
from summariser.claims import Judged, is_same, judge
from summariser.endpoints import Plan, Request, key_of
from summariser.faulting import to_mend
from summariser.prompting import (
    Material,
    Message,
    Prompt,
    materials_of,
    messages,
    passages_as_materials,
    prompt,
    repair,
)
from summariser.replies import (
    ANSWER_FORM,
    HEADLINE_FORM,
    LONGEST,
    TELLING_FORM,
    VERDICTS_FORM,
    Claim,
    Endless,
    Malformed,
    Telling,
    read_answer,
    read_headline,
    read_telling,
    read_verdicts,
)
from summariser.titles import title_material, title_told

WORDS: Final = 150
"""The most a told story may have: what selection gives one story of a five-minute brief."""
_PATIENCE: Final = 1_800.0
"""Seconds that a story may wait where its edition has set no deadline: each call has its own time, waiting for a turn is the edition's."""
_REFUSAL: Final = 500
"""The longest reply in prose, in characters, that is taken for a refusal."""
_REPAIR_BELOW: Final = 0.5
"""A reply of which less than this share holds is sent back once; single bad sentences are replaced without paying again."""
_KEPT: Final = "model, text"
"""The form of a kept reply: the model that gave it, a line break, its text."""
_TIMES: Final = ("no reply within", LATE)
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class _Talk:
    """One conversation: what for, for whom, and what is asked."""

    purpose: Purpose
    tenant: str
    label: str
    messages: Sequence[Message]
    form: Mapping[str, object]
    seconds: float
    for_answer: bool = False


@dataclass(frozen=True, slots=True)
class _Said:
    """A reply's text ("" for one cut short), the model that gave it, its entry in the ledger unless it was kept, its place in the chain."""

    text: str
    model: str
    call: ModelCall | None = None
    place: int = 0


class LlmSummariser:
    """Implements `news.ports.Summariser`. Raises nothing of a model's: what it cannot write is told extractively, and says so."""

    def __init__(self, client: Client, plan: Plan, *, ledger: Ledger, replies: Replies, clock: Clock) -> None:
        self._caller, self._plan, self._replies = Caller(client, plan, ledger, clock), plan, replies
        self._at_work: dict[str, asyncio.Lock] = {}

    @property
    def name(self) -> str:
        return self._plan.label("summary")

    @property
    def writes(self) -> bool:
        return True

    async def close(self) -> None:
        await self._caller.client.close()

    async def prepare(self) -> None:
        await self._caller.client.ready()

    async def summarise(self, story: Story, articles: Sequence[Article], *, language: Language) -> Summary:
        draft = extractive.tell(story, articles, language)
        materials = materials_of(articles, language)
        if not materials:
            return draft if draft.language == language else await self._headline(story, articles, draft, language)
        own = any(is_same(one.language, language) for one in materials)
        purpose: Purpose = "summary" if own else "translation"
        asked = prompt("summary-1")
        talk = _Talk(
            purpose, story.tenant, asked.label, messages(asked, materials, language, words=WORDS), TELLING_FORM, _PATIENCE
        )  # fmt: skip
        known = {one.id: one for one in materials}

        def read(text: str) -> Written:
            return _written(read_telling(text), known, language)

        with Bill().open() as bill:
            try:
                written, model = await self._settled(talk, read)
                written = _with(written, await self._entailed([written.headline, *written.body], talk))
            except (ModelUnavailable, _Useless) as error:
                return replace(draft, provenance=_in_vain(error, draft.summariser, asked, bill))
        told = assemble(written, draft, language, Provenance(model, asked.label, cost=bill.usd, priced=bill.priced))
        await self._note(bill, purpose, told.provenance, 1 + len(written.body))
        return told

    async def _headline(self, story: Story, articles: Sequence[Article], draft: Summary, language: Language) -> Summary:
        """A story known by its title alone: the title translated, within the same checks."""
        material = title_material(draft, articles)
        if material is None:
            return draft
        asked, known = prompt("headline-1"), {material.id: material}
        shown = messages(asked, [material], language)
        talk = _Talk("translation", story.tenant, asked.label, shown, HEADLINE_FORM, _PATIENCE)

        def read(text: str) -> tuple[Judged, ...]:
            return (judge(read_headline(text), known, language),)

        with Bill().open() as bill:
            try:
                (judged,), model = await self._settled(talk, read)
                judged = (await self._entailed([judged], talk)).get(id(judged), judged)
            except (ModelUnavailable, _Useless) as error:
                return replace(draft, provenance=_in_vain(error, draft.summariser, asked, bill))
        made = Provenance(model, asked.label, cost=bill.usd, priced=bill.priced)
        return title_told(judged, draft, material, articles, language, made)

    async def answer(self, question: Question, passages: Sequence[Passage]) -> Answer:
        plain = answers.answer(question, passages, summariser=extractive.NAME)
        materials = passages_as_materials(passages)
        if not materials:
            return plain
        asked, language = prompt("answer-2"), question.language
        before = {"before": question.before} if question.before else {}
        shown = messages(asked, materials, language, question=question.wording or question.text, **before)
        seconds = self._plan.seconds(self._plan.chains["answer"][0])
        talk = _Talk("answer", question.tenant, asked.label, shown, ANSWER_FORM, seconds, for_answer=True)
        known = {one.id: one for one in materials}

        def read(text: str) -> tuple[Judged, ...]:
            return tuple(judge(claim, known, language) for claim in read_answer(text))

        with Bill().open() as bill:
            try:
                judged, model = await self._settled(talk, read)
                settled = await self._entailed(judged, talk)
                judged = tuple(settled.get(id(one), one) for one in judged)
            except (ModelUnavailable, _Useless) as error:
                return replace(plain, provenance=_in_vain(error, plain.summariser, asked, bill))
        told = _answered(plain, judged, language, Provenance(model, asked.label, cost=bill.usd, priced=bill.priced))
        await self._note(bill, "answer", told.provenance, len(judged))
        return told

    async def _note(self, bill: Bill, purpose: Purpose, made: Provenance | None, sentences: int) -> None:
        """Into the ledger, with the reply that was used: how many of its sentences stand in for others, or that none was told."""
        last = next((call for call in reversed(bill.calls) if call.purpose == purpose and call.outcome == "ok"), None)
        if last is None or made is None:
            return
        if made.note:
            await self._caller.note(last, "ok", "fell back")
        elif made.replaced:
            await self._caller.note(last, "ok", f"replaced {made.replaced} of {sentences}")

    async def _settled(self, talk: _Talk, read: Callable[[str], T]) -> tuple[T, str]:
        """The reply as read and the model of the chain that gave it. Who asks the same meanwhile waits, and pays nothing.

        Raises ModelUnavailable or _Useless.
        """
        key = self._key(talk)
        asking = self._at_work.setdefault(key, asyncio.Lock())
        try:
            async with asyncio.timeout(time_left()):
                await asking.acquire()
        except TimeoutError:
            raise ModelUnavailable(talk.label, LATE) from None
        try:
            return await self._kept_or_asked(key, talk, read)
        finally:
            self._at_work.pop(key, None)
            asking.release()

    async def _kept_or_asked(self, key: str, talk: _Talk, read: Callable[[str], T]) -> tuple[T, str]:
        kept = await self._replies.get(key)
        if kept is not None:
            model, text = kept.split("\n", 1)
            said, (found, faults) = _Said(text, model), self._try(read, text)
        else:
            said, found, faults = await self._asked(talk, read)
            while found is None and said.place + 1 < len(self._plan.chains[talk.purpose]):
                try:
                    said, found, faults = await self._asked(talk, read, said.place + 1)
                except ModelUnavailable:
                    break
            useful = found is not None and not faults
            await self._replies.put(key, f"{said.model}\n{said.text[: LONGEST + 1]}", lasting=useful)
        if found is None:
            raise _Useless(said.text)
        return found, said.model

    async def _asked(
        self, talk: _Talk, read: Callable[[str], T], first: int = 0
    ) -> tuple["_Said", T | None, list[str]]:
        """The chain's reply from that place on, sent back once where it is of little use."""
        said = await self._ask(talk, talk.messages, first)
        found, faults = self._try(read, said.text)
        await self._entered(said, found, faults)
        return await self._repaired(talk, read, (said, found), faults) if faults else (said, found, faults)

    async def _repaired(
        self, talk: _Talk, read: Callable[[str], T], first: tuple["_Said", T | None], faults: list[str]
    ) -> tuple["_Said", T | None, list[str]]:
        """The better of two replies and what is wrong with it. Without a second one the first stays, if it was of any use."""
        said, found = first
        try:
            again = await self._ask(talk, repair(talk.messages, said.text, faults), said.place)
        except ModelUnavailable:
            if found is None:
                raise
            return said, found, faults
        better, left = self._try(read, again.text)
        if better is None:
            await self._entered(again, better, left)
        if better is not None and (found is None or len(left) < len(faults) or not left):
            return again, better, left
        return said, found, faults

    async def _ask(self, talk: _Talk, asked: Sequence[Message], first: int) -> "_Said":
        request = Request(asked, talk.form, self._plan.max_tokens, self._plan.holds)
        paid = await self._caller.ask(
            talk.purpose, request, tenant=talk.tenant, seconds=talk.seconds, first=first, for_answer=talk.for_answer
        )
        return _Said("" if paid.reply.cut else paid.reply.text, paid.model, paid.call, paid.place)

    async def _entered(self, said: "_Said", found: object, faults: Sequence[str]) -> None:
        """Into the ledger what a reply came to, where it was no use as it was."""
        if said.call is None or (found is not None and not faults):
            return
        if found is not None:
            await self._caller.note(said.call, "ok", f"sent back: {len(faults)} sentences do not hold")
        elif is_declined(said.text):
            await self._caller.note(said.call, "refused", "the model declined in words of its own")
        else:
            await self._caller.note(said.call, "invalid", faults[0] if faults else "the reply is too long to be read")

    async def _entailed(self, judged: Sequence[Judged], talk: _Talk) -> dict[int, Judged]:
        """One call about all sentences that words cannot settle: by their identity, as the pass judged them. Without an answer none."""
        unsure = [one for one in judged if one.is_asked]
        if not unsure or not self._plan.entailment:
            return {}
        pairs = [{"passage": one.passage, "context": one.context, "sentence": one.sentence.text} for one in unsure]
        asked = prompt("entailment-2")
        shown = [
            {"role": "system", "content": asked.text},
            {"role": "user", "content": json.dumps({"pairs": pairs}, ensure_ascii=False)},
        ]
        check = replace(talk, purpose="entailment", label=asked.label, messages=shown, form=VERDICTS_FORM)
        try:
            verdicts, _ = await self._settled(check, lambda text: read_verdicts(text, len(pairs)))
        except (ModelUnavailable, _Useless):
            return {}
        return {id(one): one.settled(holds) for one, holds in zip(unsure, verdicts, strict=True)}

    def _try(self, read: Callable[[str], T], text: str) -> tuple[T | None, list[str]]:
        """What was read and what a repair should mend; nothing to mend where enough of it holds, or may hold and is asked about."""
        try:
            found = read(text)
        except Endless:
            return None, []
        except Malformed as error:
            return None, [str(error)]
        if isinstance(found, Written):
            sound = found.hopeful if self._plan.entailment else found.sound
            return found, found.faults if sound < _REPAIR_BELOW else []
        if (
            isinstance(found, tuple)
            and found
            and all(isinstance(one, Judged) and one.standing == "bad" for one in found)
        ):
            return found, [to_mend(one.sentence.text, one.faults) for one in found]
        return found, []

    def _key(self, talk: _Talk) -> str:
        chain = [endpoint.model for endpoint in self._plan.chains[talk.purpose]]
        parts: list[Any] = [
            _KEPT,
            talk.purpose,
            chain,
            self._plan.max_tokens,
            talk.label,
            [dict(m) for m in talk.messages],
        ]
        return key_of(json.dumps(parts, ensure_ascii=False, sort_keys=True))


class _Useless(Exception):
    """The model replied, and nothing of it can be told. Its argument is the last reply."""

    @property
    def is_prose(self) -> bool:
        """A few words instead of what was asked for: a refusal, as a rule."""
        return is_declined(str(self))


def is_declined(text: str) -> bool:
    """A few words instead of what was asked for."""
    return bool(text.strip()) and len(text) <= _REFUSAL and "{" not in text


def _in_vain(error: Exception, instead: str, asked: Prompt, bill: Bill) -> Provenance:
    """Why no model wrote, which ones were asked, and what that cost."""
    useless = isinstance(error, _Useless)
    if isinstance(error, ModelUnavailable):
        note = why_not(error)
    else:
        note = "declined" if isinstance(error, _Useless) and error.is_prose else "ungrounded"
    tried = ", ".join((*bill.models, asked.label)) if bill.models or useless else ""
    return Provenance(
        instead, note=note, cost=bill.usd, priced=bill.priced, faults=("reply",) if useless else (), tried=tried
    )


def why_not(error: ModelUnavailable) -> str:
    """The key of the phrase that tells a reader why no model wrote."""
    if error.reason in (UNPRICED, OVERBILLED):
        return "price" if error.reason == UNPRICED else "overbilled"
    if "budget" in error.reason:
        return "small_budget" if "too small" in error.reason else "budget"
    return "time" if any(words in error.reason for words in _TIMES) else "unavailable"


def _written(telling: Telling, known: Mapping[str, Material], language: Language) -> Written:
    def judged(claim: Claim) -> Judged:
        return judge(claim, known, language)

    sections = {section: tuple(map(judged, telling.sections[section])) for section in SECTIONS}
    return Written(judged(telling.headline), judged(telling.lede), sections)


def _with(written: Written, settled: Mapping[int, Judged]) -> Written:
    """The telling after the entailment pass."""

    def now(one: Judged) -> Judged:
        return settled.get(id(one), one)

    sections = {section: tuple(map(now, written.sections[section])) for section in SECTIONS}
    return Written(now(written.headline), now(written.lede), sections)


def _answered(plain: Answer, judged: Sequence[Judged], language: Language, made: Provenance) -> Answer:
    """The model's sentences that hold; the sources' own where none does, or where the model says it found nothing: that takes back no
    answer of theirs. Silence where both found none."""
    if not judged and plain.abstained:
        return replace(plain, sentences=(), confidence=0.0, summariser=made.summariser, provenance=made)
    told: list[Sentence] = []
    for one in judged:
        if one.standing == "good":
            told.append(one.sentence)
        elif one.standing == "unchecked":
            told.append(beside_original(one, language))
    if not told:
        why = why_untold(judged) if judged else "not_found"
        return replace(plain, provenance=replace(made, summariser=plain.summariser, prompt="", note=why))
    return replace(
        plain,
        sentences=tuple(told),
        confidence=round(len(told) / len(judged), 3),
        abstained=False,
        summariser=made.summariser,
        provenance=replace(made, written=len(told)),
    )
