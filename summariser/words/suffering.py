"""Outside English, to whom a deed is done: who leads the line where it is told in the passive, else whom the verb has as its object. Pure."""

import re
from collections.abc import Collection
from typing import Final

from summariser.words.aliases import Mention
from summariser.words.senses import Tongue
from summariser.words.verbs_in import Deed

LEADING: Final = frozenset({"<leading>"})
"""It is done to whoever leads the line."""
_BEFORE: Final = {
    "zh": re.compile(r"(?:[被遭]|面[臨临]|[捲卷]入|[吃挨])[^，。：]{0,14}$"),
    "th": re.compile(r"(?:ถูก|โดน)[^\n]{0,12}$"),
}
_BEHIND: Final = {
    "ja": re.compile(r"^(?:[のなどをに]{0,2}(?:被害|さ?れ|を?受け|に直面|遭))"),
    "ko": re.compile(r"^ ?(?:을|를)?\s?(?:당[하해한했]|피해|받[아은았]|휘말|직면|돼|된|됐)"),
}
_PASSIVE: Final = {
    "zh": re.compile(r"被[訴诉]|[洩泄外][露漏流洩泄]"),
    "ja": re.compile(r"流出|漏えい|漏洩|障害"),
    "ko": re.compile(r"피소|유출|털[렸린]|해킹|침해"),
    "th": re.compile(r"ถูก|รั่ว"),
}
"""Words that say by themselves that it was suffered."""
_OBJECT: Final = {
    "ja": re.compile(r"^(?:を|に対|相手|への)"),
    "ko": re.compile(r"^(?:을|를|에|\s?상대|\s?대상)"),
}
_TO: Final = re.compile(r"(?:[對对向]|控告|ต่อ)\s?$")
_CLOSE: Final = 4


def suffers_in(deed: Deed, tongue: Tongue, known: Collection[Mention]) -> frozenset[str]:
    """`LEADING`, or ids of those whom the verb has as its object; nobody where neither is told."""
    if (itself := _PASSIVE.get(tongue)) and itself.search(deed.told):
        return LEADING
    if (before := _BEFORE.get(tongue)) and before.search(deed.before):
        return LEADING
    if (behind := _BEHIND.get(tongue)) and behind.search(deed.behind):
        return LEADING
    whom = set()
    for one in known:
        left, right = deed.before[: one.start], deed.before[one.end :]
        if one.end <= deed.start:
            mark = _OBJECT.get(tongue)
            is_object = bool(mark and mark.search(right)) or bool(_TO.search(left))
        else:
            is_object = tongue in ("zh", "th") and one.start - deed.end <= _CLOSE
        if is_object:
            whom.add(one.company or one.id)
    return frozenset(whom)
