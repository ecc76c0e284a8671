"""Is a question none to a newsroom on AI? Asked of what it wants and of what it speaks of. Pure."""

from typing import Final

from news.asking import Intent
from summariser.asking.intents import chance_of_none
from summariser.asking.story_questions import is_brief
from summariser.reading.relevance import judge
from summariser.words.aliases import mentions

_LIKELY: Final = 0.35
"""Of 420 questions that were written for the news none comes to a quarter, of what is asked of a cook or a plumber nearly all to more."""
_SURELY: Final = 0.8


def is_off_topic(text: str, intent: Intent, *, told: bool, goes_on: bool) -> bool:
    """`told`: something was found that may answer it; `goes_on`: it was asked in a conversation, where few words may mean much."""
    named = mentions(text)
    if intent is Intent.COMPARISON:
        return _speaks_of_other_things(" ".join([text, *(one.id for one in named)]))
    if any(one.company for one in named) or is_brief(text):  # "how many?" asks of something that was not said
        return False
    return chance_of_none(text) >= (_SURELY if told or goes_on else _LIKELY)


def _speaks_of_other_things(text: str) -> bool:
    """Tea or coffee, an iPhone or an Android: of things that only other news have, and of nothing of this trade."""
    reasons = judge(text, "").reasons
    return bool(reasons) and not any(one.startswith("+") for one in reasons)
