"""Who took over, or who bought it, is asked, and what was found does not say: that is said with it. Pure; six languages."""

import re
from collections.abc import Sequence
from typing import Final

_WHO: Final = r"\bwho(?:['’]s|m)?\b|誰|だれ|谁|누가|누구|ใคร"
_SUCCEEDS: Final = (
    rf"(?:{_WHO})(?=.*(?:\b(?:replac\w+|succe\w+|tak(?:e|es|ing) over|new (?:[\w-]+ ){{0,2}}(?:head|chief|boss|ceo|director|leader|president))\b))"
    r"|^(?=.*(?:後任|继任|繼任|接替|接任|新しい?(?:社長|トップ|責任者)|新任|후임|새 ?(?:대표|사장|수장)|คนใหม่|แทน))(?=.*(?:誰|だれ|谁|누가|누구|ใคร))"
)
_SUCCEEDED: Final = (
    r"\b(?:replac\w+|succe\w+|appoint\w*|nam(?:es|ed)|tap(?:s|ped)|pick\w*|nominat\w+|hir(?:es?|ed|ing)|promot\w+|takes? over|took over|interim|acting|will (?:lead|head|run)|joins? as|as (?:its |their )?(?:new )?(?:head|chief|ceo))\b"
    r"|社長に|トップに|就任|後任|任命|昇格|[接出继繼][任替]|任命|升任|선임|임명|취임|후임|신임|แต่งตั้ง|ขึ้นเป็น|รับตำแหน่ง"
)
_BUYS: Final = rf"(?:{_WHO})\s?(?:\w+ )?(?:bought|buys|purchased|won)\b|(?:誰|だれ)[がに].{{0,12}}(?:買っ|購入|落札)|(?:被)?谁.{{0,6}}[买買]|[被]?誰.{{0,6}}[買购購]|누가.{{0,8}}(?:샀|사갔|구매|낙찰)|ใคร(?:เป็นคน)?(?:ซื้อ|ประมูล)"
_BOUGHT: Final = (
    r"\b(?:sold|goes|went) to (?!auction)|\b(?:bought|acquired|purchased|won) by\b|[A-Z][\w.’'-]+ (?:has |have |will )?(?:agreed to )?(?:buys?|bought|acquires?|acquired|purchase[sd]?|wins?|won)\b|buyer (?:is|was)"
    r"|が(?:購入|落札|買収)|(?:收[購购]|買下|买下|得標|拍下)|(?:이|가) (?:매입|인수|낙찰|사들)|ซื้อ"
)
_ASKED_AND_TOLD: Final = tuple(
    (re.compile(asked, re.IGNORECASE), re.compile(told)) for asked, told in ((_SUCCEEDS, _SUCCEEDED), (_BUYS, _BOUGHT))
)


def who_is_untold(question: str, told: Sequence[str]) -> bool:
    """No sentence says it of anybody."""
    return any(
        asked.search(question) and not any(tells.search(one) for one in told) for asked, tells in _ASKED_AND_TOLD
    )
