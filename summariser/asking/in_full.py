"""A question written short as one that is asked in full: "CEO of Nvidia?", "explain MCP", "whats up w Grok". Pure; English."""

import re
from typing import Final

_ROLE: Final = r"(?:ceo|cfo|cto|coo|chief executive(?: officer)?|(?:co-?)?founders?|president|chair(?:man|woman)?|boss)"
_OF: Final = re.compile(rf"^(?:the )?(?P<role>{_ROLE}) of (?P<whom>[^?,]{{2,40}}?)\s*\?*$", re.IGNORECASE)
_WHOSE: Final = re.compile(rf"^(?P<whom>[A-Z][\w.&-]*(?: [A-Z][\w.&-]*){{0,2}})(?:['’]s)? (?P<role>{_ROLE})\s*\?*$")
_EXPLAIN: Final = re.compile(
    r"^(?:please |can you |could you )*(?:explain|define|describe)(?: to me)?(?: what)? (?P<what>(?!how |why |when |the |it\b|this\b|that\b)[^?,]{2,40}?)(?: is| are)?(?: to me| please)?\s*[?.]*$",
    re.IGNORECASE,
)


_WHATS: Final = re.compile(
    r"^what['’]s (?P<what>(?!(?:new|going|happening|up|the|next|on|with|left|in|hot|big|happened|a|an|it|this|that|your|my|cooking|wrong)\b)(?![^?]* (?:up to|doing|saying|planning|working on)\W*$)[^?,]{2,40}?)\s*\?*$",
    re.IGNORECASE,
)
_LAST: Final = re.compile(
    r"^(?P<of>(?!and\b|since\b|until\b|by\b|if\b|so\b|but\b)[a-z][\w' -]{2,30}?) (?P<asks>when|why|where)\s*\?+$",
    re.IGNORECASE,
)
_RAISED: Final = re.compile(
    r"^(?:and |so )?what (?P<aux>did|has|have|do|does) (?P<whom>[^?,]{2,40}?) (?P<verb>raised?)\s*\?*$", re.IGNORECASE
)
_TYPED: Final = re.compile(r"^(what|who|where|when|how|why)s(?= )", re.IGNORECASE)
_WITH: Final = re.compile(r"(?<=[a-z] )w/?(?= [a-z])")


_SMALL: Final = re.compile(r"(?<!\ba )(?<!\bthe )(?<!\bour )\bmoonshot\b(?! (?:project|program|goal|bet|idea)s?\b)")
"""A company's name that is a word as well, as it is typed by who means the company."""
_OPERATOR: Final = re.compile(r"\bNEAR(?=\s*[(/])|\b(?:AND|OR|NOT)\b")
"""What other search boxes are told by."""


def in_full(text: str) -> str:
    text = _OPERATOR.sub(lambda one: "" if one[0] == "NEAR" else one[0].lower(), text)
    text = _SMALL.sub(lambda one: one[0].capitalize(), text)
    text = _WITH.sub("with", _TYPED.sub(r"\1's", text.strip()))
    bare = text.strip()
    if found := _LAST.match(bare):
        return f"{found['asks'].lower()} the {found['of']}?"
    if found := _OF.match(bare) or _WHOSE.match(bare):
        verb = "are" if found["role"].endswith("s") else "is"
        return f"who {verb} the {found['role']} of {found['whom']}?"
    if found := _RAISED.match(bare):
        return f"how much {found['aux']} {found['whom']} {found['verb']}?"
    found = _EXPLAIN.match(bare) or _WHATS.match(bare)
    return f"what is {found['what']}?" if found and len(found["what"].split()) <= _FEW else text


_FEW: Final = 3
