"""Does a telling deny or doubt what its source says with no such word at all? By the words of six languages; certain by that. Pure."""

from typing import Final

from news.languages import Language
from summariser.checking.framing import Sources, cue_table
from summariser.checking.polarity import may_turn
from summariser.words.facts import plain
from summariser.words.roles import script_key

ADDED: Final = "denial added"
_DENYING: Final = ("denied", "carried", "disowns", "doubts")


def disowned(told: str, language: Language, around: Sources) -> bool:
    """`around`: the quotes with what stands beside them; one word of negation, denial, doubt or opposite there leaves it open."""
    if not cue_table()[script_key(language)]["disowns"].search(plain(told)):
        return False
    return not any(_may_disown(plain(text), spoken) for text, spoken in around)


def _may_disown(text: str, spoken: Language) -> bool:
    found = cue_table()[script_key(spoken)]
    return may_turn(text, spoken) or any(found[cue].search(text) for cue in _DENYING)
