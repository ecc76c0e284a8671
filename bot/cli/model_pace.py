"""How many stories of an edition a model writes in the time there is: from what its calls took, and what to set for all of them."""

from collections.abc import Mapping, Sequence
from datetime import timedelta
from statistics import mean
from typing import TYPE_CHECKING, Final

from news.metering import ModelCall
from news.ports import SystemClock

if TYPE_CHECKING:
    from bot.settings import Settings
    from store.database import Database
    from summariser.model.endpoints import Plan
    from summariser.model.trial import Trial

SLOW: Final = "raise AINEWS_LLM_BRIEF_SECONDS, or name a quicker model; `ainews doctor` says how many stories fit"
STORIES: Final = 16
"""In an edition of five minutes, as a rule."""
_CHECKED: Final = 0.9
"""Of an edition's time the share that calls may take."""
_LATELY: Final = timedelta(days=7)


async def pace_told(
    settings: "Settings", plan: "Plan", trials: Mapping[str, "Trial"], database: "Database"
) -> Mapping[str, str]:
    """For the models that write stories and answered the trial: what their pace means, "" where all are written."""
    now = SystemClock().now()
    async with database.read() as tx:
        calls = await tx.model_calls.list(since=now - _LATELY, until=now + timedelta(minutes=1))
    looks = (plan.chains["entailment"][0].model,) if plan.entailment else ()
    found: dict[str, str] = {}
    for endpoint in dict.fromkeys(plan.chains[purpose][0] for purpose in ("summary", "translation")):
        trial = trials.get(endpoint.model)
        if trial is None or trial.fault or trial.call is None:
            continue
        known = seconds_of_story(calls, endpoint.model, looks)
        least = trial.call.milliseconds / 1000 * (1 + (endpoint.model in looks))
        found[endpoint.model] = what_fits(
            known or least, settings.llm_brief_seconds, plan.together(endpoint), measured=bool(known)
        )
    return found


def seconds_of_story(calls: Sequence[ModelCall], model: str, looks: Sequence[str]) -> float:
    """Seconds of calls for one story by `model`, and for its second look where that is the same one; 0.0 without such calls."""
    told = [one.milliseconds for one in calls if one.model == model and one.purpose in ("summary", "translation")]
    asked = [
        one.milliseconds for one in calls if one.model == model and one.model in looks and one.purpose == "entailment"
    ]
    if not told:
        return 0.0
    return (mean(told) + (mean(asked) if asked else 0.0)) / 1000


def what_fits(story: float, brief: float, together: int, *, measured: bool) -> str:
    """In words, from seconds; what a short trial took is the least that a story takes."""
    fits = int(_CHECKED * brief * together / story) if story else STORIES
    if fits >= STORIES:
        return ""
    needed = -(-STORIES * story / together / _CHECKED // 10) * 10
    so = "a story takes" if measured else "a story takes at least"
    many = f"{'about' if measured else 'at most'} {fits} of an edition's {STORIES} stories are"
    return (
        f"; {so} {story:.0f} s of calls, so {many} written within AINEWS_LLM_BRIEF_SECONDS={brief:.0f}, the first ones first: "
        f"for all of them set it to {needed:.0f}{'' if measured else ' or more'}"
    )
