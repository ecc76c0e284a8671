"""What a language model can do wrong, and what a reader is told all the same: every fault over 50 stories in one language and 50 across two.

    python benchmarks/llm_faults.py [--json] [--stories N] [--faults A,B]

A scripted provider on loopback gives a whole telling of each story with one thing wrong in it; the real writer and client do
the rest (see `OVER_HTTP`). Per fault: `held` (nothing false was told, every story was told whole, clean and in time), `caught` per column (share of
stories whose fault reached nobody, with the entailment pass off), `asked` (share whose false sentence that pass is asked about), `left_to_the_pass`
(share of which it would be told by a pass that does not judge, the worst of those in `quality/judges.py`: one that says yes to everything, one
that looks for the words alone), `kept` (share of the right sentences beside it that were told as written, with a pass that is right),
`kept_alone` (with the pass off), `shown` (those, and what then stands beside its original, marked), `what_was_sent` (an example: the false
sentence and what stands in its place), `ledger` (calls by outcome and their cost). The stories are invented.
"""

import argparse
import asyncio
import json
import logging
import sys
import time
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1]))
sys.path.insert(0, str(Path(__file__).parent))
sys.path.insert(0, str(Path(__file__).parent / "quality"))

from judges import BLIND, outcome, right, verdicts
from llm_replies import CONTENT, IN_THE_TEXT, OVER_HTTP, TITLED, UNHARMED, WHOLE, Case, cases, telling

from news.languages import Language
from news.metering import ModelCall
from news.model import Article, Sentence, Story, Summary
from news.ports import SystemClock
from summariser.checking.claims import Judged
from summariser.checking.prompting import Material, Message, Prompt
from summariser.checking.replies import Claim, Support
from summariser.model import writer
from summariser.model.endpoints import Endpoint, Plan, Reply, Request
from summariser.model.llm import LiteLlm
from summariser.model.writer import LlmSummariser
from summariser.telling import extractive
from tests.fakes.models import Asked, ModelServer, Said, model_server


class Provider:
    """The script of one fault."""

    def __init__(self, fault: str, known: Mapping[str, Case]) -> None:
        self.fault, self.known, self.throttled = fault, known, 0
        self.true = {case.article.title: right(telling(case, fault)[2]) for case in known.values()}

    def __call__(self, asked: Asked) -> Said:
        if "items" in asked.data:
            return Said(json.dumps({"verdicts": verdicts(asked.data["items"], self.judged)}))
        case = self.known[asked.data["articles"][0]["source"]]
        text = json.dumps(telling(case, self.fault)[0], ensure_ascii=False)
        match self.fault:
            case "invalid JSON":
                return Said(text.replace('"lede":', "lede="))
            case "fenced JSON":
                return Said(f"```json\n{text}\n```")
            case "truncated JSON":
                return Said(text[: len(text) // 2], finish="length")
            case "empty":
                return Said("")
            case "refusal":
                return Said("I'm sorry, but I can't help with that request.")
            case "wrong language":
                other = "ko" if case.language != "ko" else "ja"
                return Said(json.dumps(telling(replace(case, language=other), "correct")[0], ensure_ascii=False))
            case "500":
                return Said(status=500)
            case "silence":
                return Said(silent=5)
            case "2 MB":
                return Said(text + "x" * 2_000_000)
            case "429" if self.throttled < 4:
                self.throttled += 1
                return Said(status=429, headers={"retry-after": "1"})
        return Said(text)

    def judged(self, text: str, around: str) -> bool:
        """Right about the story that stands around: its title is in every context."""
        return any(judge(text, around) for title, judge in self.true.items() if title in around)


_tell = extractive.tell
_drafts: dict[tuple[str, str], Summary] = {}


def draft(story: Story, articles: Sequence[Article], language: Language) -> Summary:
    """The extractive telling, made once per story and not once per fault: it is pure, and most of the time spent."""
    key = story.id, language
    if key not in _drafts:
        _drafts[key] = _tell(story, articles, language)
    return _drafts[key]


_judge = writer.judge
_judged: dict[tuple[Claim, str, Language], Judged] = {}


def judged_once(claim: Claim, materials: Mapping[str, Material], language: Language) -> Judged:
    """A sentence over one article judged once and not once per fault: it is pure."""
    key = claim, "\0".join(one.text for one in materials.values()), language
    if key not in _judged:
        _judged[key] = _judge(claim, materials, language)
    return _judged[key]


_shown = writer.materials_of
_read: dict[tuple[str, Language], tuple[Material, ...]] = {}


def read_once(articles: Sequence[Article], language: Language) -> tuple[Material, ...]:
    """What the model is shown of a story, cleaned once and not once per fault: it is pure."""
    key = articles[0].id, language
    if key not in _read:
        _read[key] = _shown(articles, language)
    return _read[key]


_messages = writer.messages
_made: dict[tuple[Any, ...], list[Message]] = {}


def made_once(asked: Prompt, materials: Sequence[Material], language: Language, **given: Any) -> list[Message]:
    """The question about a story made once and not once per fault: it is pure."""
    key = asked.label, tuple(materials), language, tuple(given.items())
    if key not in _made:
        _made[key] = _messages(asked, materials, language, **given)
    return _made[key]


def lines(summary: Summary) -> list[Sentence]:
    lede = [summary.lede] if summary.lede else []
    return [*lede, *(sentence for told in summary.sections.values() for sentence in told)]


class Books:
    """A ledger and kept replies in memory, new for every run: no reply is kept from an earlier one. The database's are tested elsewhere."""

    def __init__(self) -> None:
        self.calls: dict[str, ModelCall] = {}
        self.kept: dict[str, str] = {}

    async def reserve(self, call: ModelCall) -> None:
        self.calls[call.id] = call

    async def settle(self, call: ModelCall) -> None:
        self.calls[call.id] = call

    async def get(self, key: str) -> str | None:
        return self.kept.get(key)

    async def put(self, key: str, reply: str, *, lasting: bool = True) -> None:
        self.kept.setdefault(key, reply)


class Straight(LiteLlm):
    """The script without a network; prices are LiteLLM's."""

    def __init__(self, script: Provider) -> None:
        super().__init__()
        self.script = script

    async def complete(self, endpoint: Endpoint, request: Request, *, seconds: float) -> Reply:
        shown = {"messages": [dict(message) for message in request.messages]}
        said = self.script(Asked(0, endpoint.model, shown, ""))
        read, written = request.input_tokens, len(said.content) // 4
        return Reply(said.content, read, written, self.price(endpoint, read, written), cut=said.finish == "length")


async def run(fault: str, column: list[Case], server: ModelServer, *, entailment: bool = False) -> dict[str, Any]:
    """One fault over one column of stories."""
    script = Provider(fault, {f"Wire {case.seed}": case for case in column})
    server.script = script
    endpoint = Endpoint("openai/gpt-4o-mini", server.base, "sk-benchmark", input_price=0.15, output_price=0.6)
    plan = Plan(
        dict.fromkeys(("summary", "translation", "answer", "entailment"), (endpoint,)),
        timeout=0.6 if fault == "silence" else 20,
        at_once=16,
        entailment=entailment,
    )
    books = Books()
    clients = (LiteLlm(), Straight(script))
    writers = [LlmSummariser(client, plan, ledger=books, replies=books, clock=SystemClock()) for client in clients]
    straight, every = fault in IN_THE_TEXT or (entailment and fault == "correct"), 1 if entailment else OVER_HTTP
    started = time.perf_counter()
    told = await asyncio.gather(
        *(
            writers[straight and (every == 1 or at % every > 0)].summarise(
                case.story, [case.article], language=case.language
            )  # type: ignore[arg-type]
            for at, case in enumerate(column)
        )
    )
    seconds = time.perf_counter() - started
    calls = books.calls.values()
    return judged(fault, column, told, seconds) | {
        "ledger": {
            "calls": dict(Counter(call.outcome for call in calls)),
            "usd": round(sum(call.cost for call in calls), 5),
        }
    }


def judged(fault: str, column: list[Case], told: list[Summary], seconds: float) -> dict[str, Any]:
    caught = kept = shown = sentences = whole = 0
    example: dict[str, str] = {}
    missed: list[str] = []
    for case, summary in zip(column, told, strict=True):
        _, false, right = telling(case, fault)
        texts = [line.text for line in lines(summary)]
        escaped = (
            bool(false)
            and fault not in ("invented quote", "invented source")
            and any(
                false in text
                for text in [summary.headline, *texts]
                if text not in f"{case.article.title}\n{case.article.text}"
                and not any(false in one and one in text for one in right)
            )
        )
        if fault in ("invented quote", "invented source"):
            escaped = any(line.text == false and not _supported(line, case) for line in lines(summary))
        clean = not any(
            sign in text for text in [summary.headline, *texts] for sign in ("EvilCoin", "evil.example", "{", "```")
        )
        caught += not escaped and clean
        if escaped or not clean:
            missed.append(f"{case.spoken}>{case.language}: {false}")
        own = draft(
            case.story, [case.article], case.language
        )  # where the sources hold only a headline, so does the telling
        whole += bool(summary.headline and (texts or not own.lede)) and (fault not in UNHARMED or len(texts) >= 3)
        if fault in CONTENT or fault in UNHARMED:
            sentences += len(right)
            # A lede that only says its headline again is told once, as the headline.
            read = [summary.headline, *texts]
            kept += sum(text in read or text.rstrip(".。") == summary.headline for text in right)
            shown += sum(any(text.rstrip(".。") in told for told in read) for text in right)
        if not example:
            example = {"false": false or "(the whole reply)", "told": texts[0] if texts else summary.headline}
            example["made"] = f"{summary.summariser}, {summary.provenance.note if summary.provenance else ''}".rstrip(
                ", "
            )
    return {
        "stories": len(column), "caught": round(caught / len(column), 4), "whole": round(whole / len(column), 4),
        "kept": round(kept / sentences, 4) if sentences else None,
        "shown": round(shown / sentences, 4) if sentences else None, "seconds": round(seconds, 2),
        "what_was_sent": example, "missed": missed[:3],
    }  # fmt: skip


def _supported(line: Sentence, case: Case) -> bool:
    """The words cited stand in the article."""
    return all(cited.quote in case.article.text or cited.quote == case.article.title for cited in line.citations)


def row(fault: str, same: dict[str, Any], across: dict[str, Any]) -> dict[str, Any]:
    both = (same, across)
    survive = all(one["kept"] is None or one["kept"] >= 0.95 for one in both)
    held = all(one["caught"] == 1 and one["whole"] == 1 for one in both) and survive
    return {
        "fault": fault, "held": held, "what_was_sent": same["what_was_sent"], "same_language": same, "cross_language": across,
    }  # fmt: skip


def believed(fault: str, column: list[Case]) -> dict[str, Any]:
    """The share of stories whose false sentence is asked about, and the largest that a judge tells who does not judge."""
    found, told = 0, Counter[str]()
    for case in column if fault in (*CONTENT[1:], TITLED) else ():
        bad = claim_of(telling(case, fault)[0], telling(case, fault)[1])
        known = {one.id: one for one in read_once([case.article], case.language)}
        if bad is None or not known:
            continue
        one = judged_once(bad, known, case.language)
        found += one.is_asked
        told.update(name for name, judge in BLIND.items() if outcome(one, case.language, judge) == "told")
    return {
        "asked": round(found / len(column), 4),
        "left_to_the_pass": round(max(told.values(), default=0) / len(column), 4),
    }


def claim_of(reply: Any, text: str) -> Claim | None:
    """The claim of a reply that says so."""
    if isinstance(reply, dict) and reply.get("text") == text:
        return Claim(" ".join(text.split()), tuple(Support(one["id"], one["quote"]) for one in reply["sources"]))
    parts = reply.values() if isinstance(reply, dict) else reply if isinstance(reply, list) else ()
    return next((found for part in parts if (found := claim_of(part, text))), None)


async def looked(fault: str, column: list[Case], server: ModelServer) -> dict[str, Any]:
    """What code alone catches and keeps; what a pass tells that does not judge; what is kept by one that is right."""
    if fault == "429":  # the harder way alone: two calls for each story, both of them throttled
        return await run(fault, column, server, entailment=True) | {"kept_alone": None, "left_to_the_pass": None}
    alone = await run(fault, column, server)
    if fault not in (*CONTENT, *UNHARMED, TITLED):
        return alone | {"kept_alone": alone["kept"], "left_to_the_pass": None}
    careful = await run(fault, column, server, entailment=True)
    return alone | believed(fault, column) | {
        "caught": min(alone["caught"], careful["caught"]), "missed": alone["missed"] + careful["missed"],
        "kept": careful["kept"], "kept_alone": alone["kept"], "seconds": round(alone["seconds"] + careful["seconds"], 2),
    }  # fmt: skip


async def measure(count: int, faults: list[str]) -> list[dict[str, Any]]:
    own, across = cases(count)
    rows = []
    async with model_server(lambda asked: Said()) as one, model_server(lambda asked: Said()) as other:
        for fault in faults:
            stories = [[case.bare() for case in column] if fault == TITLED else column for column in (own, across)]
            found = await asyncio.gather(looked(fault, stories[0], one), looked(fault, stories[1], other))
            rows += [row(fault, *found)]
        assert not one.wrong + other.wrong, (one.wrong + other.wrong)[:3]
    return rows


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--json", action="store_true", dest="as_json")
    parser.add_argument("--stories", type=int, default=50)
    parser.add_argument("--faults", default=",".join((*CONTENT, TITLED, *WHOLE)))
    options = parser.parse_args()
    logging.disable(logging.CRITICAL)
    extractive.tell = draft
    writer.judge = judged_once
    writer.materials_of = read_once
    writer.messages = made_once
    started = time.perf_counter()
    rows = asyncio.run(measure(options.stories, options.faults.split(",")))
    seconds = round(time.perf_counter() - started, 1)
    if options.as_json:
        print(json.dumps({"seconds": seconds, "rows": rows}, ensure_ascii=False, indent=1))
        return
    print(
        f"{'fault':18} held   caught same/cross   left to the pass   right sentences kept same/cross (without the pass)"
    )
    for one in rows:
        same, cross = one["same_language"], one["cross_language"]
        kept = " / ".join(
            f"{one['kept'] or '-'} ({one['kept_alone'] or '-'}, {one['shown'] or '-'})" for one in (same, cross)
        )
        left = " / ".join(f"{one['left_to_the_pass'] or 0:.2f}" for one in (same, cross))
        held = "yes" if one["held"] else "NO"
        print(f"{one['fault']:18} {held:4} {same['caught']:8.3f} / {cross['caught']:.3f} {left:>18} {kept:>30}")
    print(f"{seconds} s; {options.stories} stories in one language, {rows[0]['cross_language']['stories']} across two")


if __name__ == "__main__":
    main()
