"""The Summariser that writes: a model's prose, never less true than the extractive telling that stands behind every sentence of it.

The model chooses words only. Which stories, in which order, from which articles and under which links is decided by code; every
sentence is checked before it is told, and what the model cannot do in time, in budget or in truth, the extractive summariser does.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final

from news.asking import Answer, Passage, Question
from news.errors import ModelUnavailable
from news.languages import Language
from news.metering import Bill, Purpose
from news.model import SECTIONS, Article, Provenance, Sentence, Story, Summary
from news.ports import Clock, Ledger, Replies
from summariser.answering import answers
from summariser.checking.claims import Judged, is_same, judge
from summariser.checking.prompting import Material, Prompt, materials_of, messages, passages_as_materials, prompt
from summariser.checking.replies import (
    ANSWER_FORM,
    HEADLINE_FORM,
    TELLING_FORM,
    VERDICTS_FORM,
    Claim,
    Telling,
    read_answer,
    read_headline,
    read_telling,
    read_verdicts,
)
from summariser.checking.second_look import SecondLook
from summariser.model.assembly import Written, assemble, beside_original, in_original, why_untold
from summariser.model.calling import LATE, OVERBILLED, UNPRICED, Caller, Client
from summariser.model.endpoints import Plan
from summariser.model.talking import Talk, Talks, Useless
from summariser.model.titles import title_material, title_told
from summariser.telling import extractive

WORDS: Final = 150
"""The most a told story may have: what selection gives one story of a five-minute brief."""
_PATIENCE: Final = 1_800.0
"""Seconds that a story may wait where its edition has set no deadline: each call has its own time, waiting for a turn is the edition's."""
_TIMES: Final = ("no reply within", LATE)


class LlmSummariser:
    """Implements `news.ports.Summariser`. Raises nothing of a model's: what it cannot write is told extractively, and says so."""

    def __init__(self, client: Client, plan: Plan, *, ledger: Ledger, replies: Replies, clock: Clock) -> None:
        self._caller, self._plan = Caller(client, plan, ledger, clock), plan
        self._talks = Talks(self._caller, plan, replies)

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
        talk = Talk(
            purpose, story.tenant, asked.label, messages(asked, materials, language, words=WORDS), TELLING_FORM, _PATIENCE
        )  # fmt: skip
        known = {one.id: one for one in materials}

        def read(text: str) -> Written:
            return _written(read_telling(text), known, language)

        with Bill().open() as bill:
            try:
                written, model = await self._talks.settled(talk, read)
                settled, unlooked = await self._entailed([written.headline, *written.body], talk, language)
                written = _with(written, settled)
            except (ModelUnavailable, Useless) as error:
                return replace(draft, provenance=_in_vain(error, draft.summariser, asked, bill))
        made = Provenance(model, asked.label, cost=bill.usd, priced=bill.priced)
        told = assemble(written, draft, language, _missed(made, [written.headline, *written.body], unlooked))
        await self._note(bill, purpose, told.provenance, 1 + len(written.body))
        return told

    async def _headline(self, story: Story, articles: Sequence[Article], draft: Summary, language: Language) -> Summary:
        """A story known by its title alone: the title translated, within the same checks."""
        material = title_material(draft, articles)
        if material is None:
            return draft
        asked, known = prompt("headline-1"), {material.id: material}
        shown = messages(asked, [material], language)
        talk = Talk("translation", story.tenant, asked.label, shown, HEADLINE_FORM, _PATIENCE)

        def read(text: str) -> tuple[Judged, ...]:
            return (judge(read_headline(text), known, language),)

        with Bill().open() as bill:
            try:
                (judged,), model = await self._talks.settled(talk, read)
                settled, unlooked = await self._entailed([judged], talk, language)
                judged = settled.get(id(judged), judged)
            except (ModelUnavailable, Useless) as error:
                return replace(draft, provenance=_in_vain(error, draft.summariser, asked, bill))
        made = _missed(Provenance(model, asked.label, cost=bill.usd, priced=bill.priced), [judged], unlooked)
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
        talk = Talk("answer", question.tenant, asked.label, shown, ANSWER_FORM, seconds, for_answer=True)
        known = {one.id: one for one in materials}

        def read(text: str) -> tuple[Judged, ...]:
            return tuple(judge(claim, known, language) for claim in read_answer(text))

        with Bill().open() as bill:
            try:
                judged, model = await self._talks.settled(talk, read)
                settled, unlooked = await self._entailed(judged, talk, language)
                judged = tuple(settled.get(id(one), one) for one in judged)
            except (ModelUnavailable, Useless) as error:
                return replace(plain, provenance=_in_vain(error, plain.summariser, asked, bill))
        made = _missed(Provenance(model, asked.label, cost=bill.usd, priced=bill.priced), judged, unlooked)
        told = _answered(plain, judged, language, made)
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

    async def _entailed(
        self, judged: Sequence[Judged], talk: Talk, language: Language
    ) -> tuple[dict[int, Judged], str]:
        """One call about all sentences that words cannot settle: by their identity, as the pass judged them. Without an answer none, and
        why there was no answer."""
        look = SecondLook.at(judged, language)
        if not look.unsure or not self._plan.entailment:
            return {}, ""
        asked = prompt("entailment-3")
        shown = [
            {"role": "system", "content": asked.text},
            {"role": "user", "content": json.dumps({"items": look.items}, ensure_ascii=False)},
        ]
        check = replace(talk, purpose="entailment", label=asked.label, messages=shown, form=VERDICTS_FORM)
        try:
            verdicts, _ = await self._talks.settled(check, lambda text: read_verdicts(text, look.counts))
        except (ModelUnavailable, Useless) as error:
            return {}, _why(error)
        return look.settled(verdicts), ""


def _missed(made: Provenance, judged: Sequence[Judged], why: str) -> Provenance:
    """With how many sentences needed a second look that could not be had."""
    missed = sum(one.standing in ("grey", "unchecked") for one in judged) if why else 0
    return replace(made, unlooked=missed, unlooked_note=why if missed else "")


def _why(error: Exception) -> str:
    """The key of the phrase that tells a reader why a model's reply is missing, or of no use."""
    if isinstance(error, ModelUnavailable):
        return why_not(error)
    return "declined" if isinstance(error, Useless) and error.is_prose else "ungrounded"


def _in_vain(error: Exception, instead: str, asked: Prompt, bill: Bill) -> Provenance:
    """Why no model wrote, which ones were asked, and what that cost."""
    useless = isinstance(error, Useless)
    tried = ", ".join((*bill.models, asked.label)) if bill.models or useless else ""
    return Provenance(
        instead, note=_why(error), cost=bill.usd, priced=bill.priced, faults=("reply",) if useless else (), tried=tried
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
        elif one.standing == "grey" and one.unshown:
            told.append(in_original(one, language))
    if all(one.standing not in ("good", "unchecked") for one in judged):
        why = ("unlooked" if made.unlooked else why_untold(judged)) if judged else "not_found"
        return replace(plain, provenance=replace(made, summariser=plain.summariser, prompt="", note=why))
    return replace(
        plain,
        sentences=tuple(told),
        confidence=round(len(told) / len(judged), 3),
        abstained=False,
        summariser=made.summariser,
        provenance=replace(made, written=len(told)),
    )
