"""An English sentence turned: not done for done, done for not done; only planned for done, done for planned. Pure.

By its main verb as the tagger reads it, in one of several wordings that a hash of the sentence chooses: none gives itself away by its form.
"""

import hashlib
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from news.scripts import words
from summariser.words.opposites import opposites
from summariser.words.tagging import Token, base_of, past_of, placed

_FINITE: Final = frozenset({"be", "have", "do", "modal", "past", "verb"})
_UNTURNED: Final = (
    (r"\bit (?:is|was|has been) (?:denied|doubted|disputed|untrue|false|not true|wrong) that ", ""),
    (r"\b(?:nobody|no one|hardly anyone|few) (?:believes?|thinks?|says?) that ", ""),
    (r"\b(is|are|was|were) (?:untrue|false|wrong)\b", r"\1 true"),
    (r"\b(?:fail|refuse|decline)(s|d|ed) to\b", r"managed to"),
    (r"\b(?:fail|refuse|decline) to\b", "manage to"),
    (r"\bden(?:ies|ied)\b", "confirmed"), (r"\b(?:has|have) yet to (\w+)", "already managed to \\1"),
    (r"\bno longer\b", "still"), (r"\bnever\b", "always"), (r"\bcannot\b|\bcan(?:'|’)t\b", "can"), (r"\bwon(?:'|’)t\b", "will"),
    (r"(?<=[a-z])n['’]t\b", ""), (r"\bnot (?:yet )?(?!only)", ""), (r"\bneither\b(.*?)\bnor\b", r"both\1and"), (r"\bnobody\b|\bno one\b", "everybody"),
    (r"\bnothing\b", "everything"), (r"\bnone of\b", "all of"), (r"\bwithout\b", "with"), (r"\b(?:hardly|barely|rarely)\b", "usually"),
    (r"\bunable\b", "able"), (r"\bunlikely\b", "likely"), (r"\b(?:reject|oppos)(e?[sd]|ed|es)\b", "accepted"), (r"\bno(?= [a-z])", "some"),
)  # fmt: skip
"""What denies, with what stands for it in a twin that does not."""
_PLANNING: Final = words("plan expect intend aim hope want agree propose seek promise pledge vow prepare schedule set")
_WAITS: Final = words("will would may might could shall should")
_MAYBE: Final = ("only expected to {verb}", "still waiting to {verb}", "nowhere near ready to {verb}", "at best likely to {verb}", "only due to {verb} one day")  # fmt: skip
_PLANNED: Final = (
    "So far it is only planned that {told}.", "{told}, if all goes to plan.", "It is still being discussed whether {told}.",
    "{told}, according to a plan for the years to come.", "Next year at the earliest, {told}.",
)  # fmt: skip
_DENIED: Final = (
    "It is not true that {told}.", "The report that {told} has turned out to be wrong.", "Nothing supports the claim that {told}.",
    "There has never been a time when {told}.", "That {told} was an error.",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Verb:
    """The main verb, in its group: where it starts and ends in the sentence, its subject's number, and the word behind it."""

    token: Token
    start: int
    end: int
    plural: bool
    behind: tuple[tuple[Token, int, int], ...]


def picked(text: str, choices: Sequence[str]) -> str:
    """The same for the same text, whatever its place."""
    return choices[int.from_bytes(hashlib.blake2b(text.encode(), digest_size=4).digest()) % len(choices)]


def turned(text: str, masked: str, where: Sequence[int], small: Callable[[str], str]) -> list[str]:
    """One twin of its polarity and one of its modality. `masked`: the sentence with its names as «n», `where` each of its characters
    stands in it; `small`: a sentence to go on in another one."""
    told = text.rstrip(" .")
    verb = _main(masked, where)
    bare = _without_denial(text)
    polarity = bare or (_negated(text, verb) if verb else "") or picked(text, _DENIED).format(told=small(told))
    modality = (_remodelled(text, verb) if verb and not bare else "") or _whole(picked(text, _PLANNED), told, small)
    return [polarity, modality]


def _whole(template: str, told: str, small: Callable[[str], str]) -> str:
    return template.format(told=told if template.startswith("{") else small(told))


def _without_denial(text: str) -> str:
    for pattern, instead in _UNTURNED:
        new = re.sub(pattern, instead, text, count=1, flags=re.IGNORECASE)
        if new != text:
            return new[:1].upper() + new[1:]
    return ""


def _main(masked: str, where: Sequence[int]) -> _Verb | None:
    """The first finite verb that belongs to no relative clause and to no clause that opens the sentence; else the first at all."""
    tokens = placed(masked)
    within, helped, first = 0, False, None
    for at, (token, start, end) in enumerate(tokens):
        within += token.kind == "relative" or (token.kind == "clause" and first is None)
        if token.kind not in _FINITE or not at or helped:
            helped = helped and token.kind in ("adverb", "not")
            continue
        behind = tuple((one, where[begins], where[ends]) for one, begins, ends in tokens[at + 1 : at + 5])
        found = _Verb(token, where[start], where[end], _is_plural(tokens[:at]), behind)
        first = first or found
        if token.kind == "past" and _is_participle(tokens[at + 1 :]):
            continue
        if not within:
            return found
        within, helped = within - 1, token.kind in ("be", "have", "do", "modal")
    return first


def _is_participle(behind: Sequence[tuple[Token, int, int]]) -> bool:
    """Of what stands behind a past form: "a processor announced in June, is": a preposition, and then the clause's own verb."""
    kinds = [one.kind for one, *_ in behind]
    if not kinds or kinds[0] != "preposition":
        return False
    own = next((at for at, kind in enumerate(kinds) if kind in _FINITE), None)
    return own is not None and not {"and", "clause", "relative", "stop", "to"} & set(kinds[:own])


def _is_plural(before: Sequence[tuple[Token, int, int]]) -> bool:
    """By the nouns before the verb: the first noun phrase of its clause."""
    head = False
    for token, *_ in before:
        if token.kind == "noun":
            head = token.lemma.endswith("s") and not token.lemma.endswith("ss")
        elif token.kind in ("name", "mark"):
            head = False
        elif token.kind in ("preposition", "relative", "mark") and token.lemma != ",":
            break
    return head or any(token.lemma in ("they", "we", "both") or token.kind == "and" for token, *_ in before)


def _negated(text: str, verb: _Verb) -> str:
    said = text[verb.start : verb.end]
    head, tail = text[: verb.start], text[verb.end :]
    kind, lemma = verb.token.kind, verb.token.lemma
    if kind in ("be", "have", "modal") and not said.startswith(("'", "’")):
        return f"{head}{'cannot' if said.casefold() == 'can' else f'{said} not'}{tail}"
    if other := _opposite(said):
        return f"{head}{other}{tail}"
    if kind == "past" or (kind == "verb" and base_of(said.casefold())[1] == "past"):
        return f"{head}{picked(text, ('did not', 'failed to', 'refused to', 'had yet to', 'never did'))} {lemma}{tail}"
    if kind == "verb":
        single = said.endswith("s") and said != lemma
        return f"{head}{picked(text, _PRESENT[single])} {lemma}{tail}"
    return ""


_PRESENT: Final = {
    True: ("does not", "fails to", "refuses to", "has yet to"),
    False: ("do not", "fail to", "refuse to", "have yet to"),
}


def _opposite(said: str) -> str:
    """Of a verb in the same form: "rejected" for "approved"."""
    form = base_of(said.casefold())[1]
    return next((one for one in sorted(opposites(said.casefold())) if form and base_of(one)[1] == form), "")


def _remodelled(text: str, verb: _Verb) -> str:
    """Told as done: only expected. Told as planned: done."""
    said, kind, lemma = text[verb.start : verb.end], verb.token.kind, verb.token.lemma
    head, next_ = text[: verb.start], verb.behind[0] if verb.behind else None
    if done := _done(text, verb):
        return done
    if kind == "modal" and said.casefold() == "can":
        return f"{head}may one day be able to{text[verb.end :]}"
    past = said.casefold() in ("was", "were", "had") or kind == "past"
    be = ("were" if verb.plural else "was") if past else ("are" if verb.plural else "is")
    if said.startswith(("'", "’")) or next_ is None:
        return ""
    if kind == "be":
        return f"{head}{said} {picked(text, _MAYBE).format(verb='be')}{text[verb.end :]}"
    if kind == "have" and next_[0].kind in ("past", "verb"):
        return f"{head}{be} {picked(text, _MAYBE).format(verb=next_[0].lemma)}{text[next_[2] :]}"
    if kind == "have":
        return f"{head}{be} {picked(text, _MAYBE).format(verb='be' if next_[0].lemma == 'been' else 'have')}{text[next_[2] if next_[0].lemma == 'been' else verb.end :]}"
    if kind in ("past", "verb"):
        return f"{head}{be} {picked(text, _MAYBE).format(verb=lemma)}{text[verb.end :]}"
    return ""


def _done(text: str, verb: _Verb) -> str:
    """What is planned, expected or possible told as done; "" for what is not told so."""
    head, kind = text[: verb.start], verb.token.kind
    rest = [one for one in verb.behind if one[0].kind != "adverb"]
    if kind == "modal" and text[verb.start : verb.end].casefold() in _WAITS and rest:
        token, _, end = rest[0]
        past = ("were" if verb.plural else "was") if token.lemma == "be" else past_of(token.lemma)
        return f"{head}already {past}{text[end:]}" if token.lemma != "have" else ""
    if kind in ("be", "have") and rest and rest[0][0].kind in ("past", "ing", "noun"):
        base = base_of(rest[0][0].lemma)[0] or rest[0][0].lemma
        planned, rest = base in _PLANNING, rest[1:]
    else:
        planned = verb.token.lemma in _PLANNING
    if planned and len(rest) > 1 and rest[0][0].kind == "to":
        token, _, end = rest[1]
        past = ("were" if verb.plural else "was") if token.lemma == "be" else past_of(token.lemma)
        return f"{head}already {past}{text[end:]}"
    return ""
