"""Does a telling keep what its source does with a statement: deny it, give it up, plan it, hear it said, make it depend on something?

Looked for in the whole sentences around the quotes, for a quote may leave out the "denied reports that" before it, and in what follows
them, for a denial often stands there. By the form of the frame: cue words of six languages, in English also the verb that they govern.
"""

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Any, Final

from news.languages import Language
from news.text import search_tokens, sentences
from summariser.checking.polarity import gives_up, negates, turns
from summariser.words.facts import plain
from summariser.words.roles import script_key
from summariser.words.vectors import DATA

_TO: Final = (
    r"(?:plan(?:s|ned|ning)?|hop(?:e|es|ed|ing)|aim(?:s|ed|ing)?|intend(?:s|ed|ing)?|want(?:s|ed)?|seek(?:s|ing)?|sought|try|tries|tried|"
    r"trying|attempt(?:s|ed|ing)?|agree(?:s|d)?|promis(?:es|ed)|pledg(?:es|ed)|vow(?:s|ed)|prepar(?:es|ed|ing)|propos(?:es|ed)|"
    r"threaten(?:s|ed)?|expected|set|slated|due|scheduled|poised|likely|ready|working|ask(?:s|ed)(?: \w+){0,4}|offer(?:s|ed|ing)?|expects?(?: \w+){1,4}|urg(?:es|ed)(?: \w+){1,4}) to"
)
_GOVERNS: Final = re.compile(
    rf"\b(?:(?P<refuses>(?:refus(?:es|ed|ing)|declin(?:es|ed|ing)|fail(?:s|ed)|failing) to|(?:den(?:ies|ied))(?! (?:that|it|the|reports?)))"
    rf"|{_TO}|may|might|could|would|(?:consider(?:s|ed|ing)?|weigh(?:s|ed|ing)|mull(?:s|ed|ing)))"
    r"(?: only| also| soon| still| now| essentially| not)? (?P<verb>(?!be\b|have\b)[a-z]+)"
)
_DOING: Final = re.compile(
    r"\b(?:is|are) (?!consider|plan|weigh|mull|try|seek|look|aim|hop|ask|prepar|expect|attempt|propos|threaten)[a-z]{2,}ing\b"
)
_NON_PAST: Final = re.compile(r"(?<!てい)(?<!であ)(?<!でい)[るうくすむぶつぐ](?=[。]?$)")
_REFUSED: Final = re.compile(
    r"\b(?:(?:refus(?:es|ed)|declin(?:es|ed)|fail(?:s|ed)) to|den(?:ies|ied) (?:\w+ing|having)) (?!comment)"
)
_WILL: Final = re.compile(r"\b(?:will|shall) (?:also |soon |only )?(?P<verb>[a-z]+)")
_BACKSHIFT: Final = re.compile(
    r"\b(?:said|added|told|announced|wrote|noted|confirmed|promised|pledged|vowed|predicted|warned|insisted)\b[^;.]*\bwould (?:\w+ )?\w+$"
)
_NOT_OUT: Final = re.compile(
    r"\b(?:not|never|cannot|refus\w+ to|declin\w+ to|without)(?: yet)? rul(?:e|es|ed|ing) out\b|n['’]t(?: yet)? rul(?:e|ed) out\b"
)
_OUT_OF: Final = re.compile(r"\bruled out (?=(?:of|for|until|with|through|after)\b)")
"""Kept from playing."""
_PURPOSE: Final = re.compile(
    r"\b(?:to (?:see|find out|determine|learn|check|test)|asked|asking) (?:if|whether)\b[^,;]*"
)
_TRYING: Final = re.compile(
    r"(, (?:an? |the )?[^,;]*?) (?:trying|seeking|looking|hoping|aiming|planning|which (?:plans?|aims?|wants?|hopes?)|that (?:plans?|aims?|wants?|hopes?)) to [a-z][^,;A-Z\d]*(?=,)"
)
"""An aside that tells what somebody is after, without a name or a number."""
_DONE: Final = re.compile(r"\b(?:(?:has|have|had) (?:already |now )?(?P<perfect>[a-z]+)|(?P<past>[a-z]+ed))\b")
_GOING_ON: Final = re.compile(r"\b(?:has|have) been [a-z]+ing\b")
_NOW: Final = re.compile(r"\b(?:is|are|was|were|has|have|had|been)\b|[a-z](?:['’]s|['’]ve|['’]re) ")
_TO_BE: Final = re.compile(r"\b(?:is|are|was|were) (?:expected|set|slated|likely|due|poised|rumou?red) to be\b")
_DUE: Final = re.compile(r"\b(?:is|are) due (?:by|in|on|before|next|this)\b")
_AHEAD: Final = re.compile(
    r"\b(?:will|would|shall|going to|to be|set|expected|slated|likely|due|could|might|plans?|may(?= [a-z]))\b"
)
_LEADING: Final = re.compile(
    r"^(?:If|Unless|Should|Provided(?: that)?|As long as|So long as|Only if) (?P<condition>[^,;]{3,120}), (?P<main>.+)$",
    re.DOTALL,
)
_TRAILING: Final = re.compile(
    r"^(?P<main>.{20,}?),? (?<!even )(?<!as )(?<!see )(?<!know )(?<!ask )(?<!asked )(?<!asks )(?<!check )(?<!wonder )(?<!out )(?<!tell )(?<!determine )(?<!sure )(?<!learn )(?<!say )(?:unless|provided(?: that)?|so long as|as long as|only if|if (?=it|they|he|she|the|its|that|regulators|courts?|approved))\b",
    re.DOTALL,
)
_CONDITION: Final = re.compile(r"\bif approved\b|\bunless\b|\bonly\b.*\bif\b", re.IGNORECASE)
_MODAL: Final = re.compile(r"\b(?:would|could|might)\b")
_REFERS: Final = re.compile(
    r"\b(?:the|that|this|those|these|such|any such) (?:reports?|claims?|rumou?rs?|stor(?:y|ies)|allegations?|accusations?|suggestions?|speculation|figures?|numbers)\b"
    r"|\b(?:denied|denies|disputed|disputes|rejected|rejects|called) (?:it|this|that|them)\b|\bit (?:is|was) not true\b|\b(?:is|was|are|were) (?:false|untrue|wrong)\b"
    r"|(?:この|その|同|当該)(?:報道|記事|主張|うわさ|噂|説|情報)|これを|それを|(?:这|這|该|該|此|上述|相关|相關)(?:一|项|項|则|則|些|篇|个|個)?(?:报道|報道|報導|说法|說法|传闻|傳聞|消息|指控)|此事"
    r"|(?:이|그|해당|이런|이 같은)\s?(?:보도|주장|소문|의혹|설)(?:은|는|을|를|이|가|에|\s)|이를|(?:ข่าว|รายงาน|ข้อกล่าวหา|เรื่อง)(?:นี้|ดังกล่าว)"
)
_OF_ITSELF: Final = re.compile(
    r"(?:This|That|These|What follows|The (?:following|below|above|rest|story|article|post|piece|text|video|clip|image|screenshot))\b[^,;]{0,30}? (?:is|was|are|were|has been) "
)
_SCENE: Final = re.compile(r"In (?:an?|one|the) [^,]{3,80},")
_MOST: Final = 0.6
_JOINT: Final = re.compile(
    r"[,;:—–.]\s|\b(?:and|but|while|whereas|though|although|who|which|where|when|after|before|as)\b|[、，；。]|[고며]\s|지만|(?:และ|แต่|ซึ่ง|โดย)"
)
_WHO_TRY: Final = re.compile(
    r"\b(?:the|an?|other|another|many|some|several|only|first|\d+) "
    r"(?:(?!is |are |was |were |be |been |has |had |keeps |kept |began |started )[\w’'-]+ ){1,3}(?:trying|seeking|looking|hoping|aiming|planning) to\b"
)
"""Who is spoken of by what they are after: "the only entrepreneur trying to …"."""
BEHIND: Final = "denial behind it dropped"
"""What the sentence behind the quote takes back as a whole."""
Sources = Sequence[tuple[str, Language]]


@cache
def cue_table() -> Mapping[str, Mapping[str, re.Pattern[str]]]:
    """By script key and name of the cue."""
    tables: dict[str, Any] = tomllib.loads((DATA / "framing.toml").read_text("utf-8"))
    return {key: {name: re.compile(cue, re.IGNORECASE) for name, cue in table.items()} for key, table in tables.items()}


def unframed(told: str, language: Language, sources: Sources, after: Sources = ()) -> Iterator[str]:
    """What the sources deny or leave open and the telling says outright.

    `sources`: whole sentences with their language; `after`: the one behind each, which may take it back.
    """
    for source, spoken in sources:
        lines = sentences(source, spoken)
        meant = _meant(told, lines) if language == spoken == "en" else range(len(lines))
        faults = dict.fromkeys(_unkept(plain(told), language, plain(lines[at]), spoken) for at in meant)
        yield from filter(None, faults)
        after = [*after, *((line, spoken) for line in lines[max(meant, default=0) + 1 :])]
    if not _is_heard(plain(told), language) and not _denies(plain(told), language):
        for source, spoken in after:
            if _REFERS.search(plain(source)) and cue_table()[script_key(spoken)]["denied"].search(plain(source)):
                yield BEHIND


def is_one_clause(text: str) -> bool:
    """Whether a sentence joins nothing to anything: what frames or denies something in it does so with all that can be told of it."""
    text = plain(text).strip(" .。")
    return not (_JOINT.search(text) or _WHO_TRY.search(text))


def set_apart(around: Sources, before: Sources) -> bool:
    """Whether what stands around a sentence may take it out of the world: "This is satire.", "In a parody video, …", an April Fools' Day.

    By its words in `around`; in `before`, English sentences, also by their form: they speak of what follows, or set a scene for it.
    """
    if any(cue_table()[script_key(spoken)]["unreal"].search(plain(text)) for text, spoken in around):
        return True
    return any(
        spoken == "en" and (_OF_ITSELF.match(plain(text)) or _SCENE.match(plain(text))) for text, spoken in before
    )


def _meant(told: str, lines: Sequence[str]) -> Sequence[int]:
    """In English, where several sentences are quoted: the one that the telling has most words of, and all that have as many."""
    words = set(search_tokens(told))
    shared = [len(words & set(search_tokens(line))) for line in lines]
    return [at for at, count in enumerate(shared) if count >= _MOST * max(shared)]


def _unkept(here: str, language: Language, there: str, spoken: Language) -> str:
    mine, theirs = cue_table()[script_key(language)], cue_table()[script_key(spoken)]
    english = spoken == language == "en"
    possible = spoken == "en" and bool(_NOT_OUT.search(there))
    there = _read(there, across=not english) if spoken == "en" else there
    # What is denied may hold a "without" of its own: it denies nothing.
    denies = _denies(re.sub(r"\bwithout\b", " ", here) if english and "without" in there else here, language)
    dropped = bool(theirs["denied"].search(there))
    if (not denies and dropped) or (english and _governed(here, there, refused=True)):
        return "denial dropped"
    if spoken == "en" and not english and not denies and _REFUSED.search(there):
        return "denial dropped"
    if _drops_condition(here, mine, there, spoken, english=english):
        return "condition dropped"
    hedges = ("open", "kept") if english else ("open", "kept", "depends", "heard")
    leaves_open = any(mine[hedge].search(here) for hedge in hedges) or (language == "ja" and _is_ahead(here, there))
    if possible and not leaves_open and not denies:
        return "plan told as done"
    if english:
        if _governed(here, there, refused=False):
            return "plan told as done"
    elif dropped and gives_up(here, language):
        pass  # "drops its plan to buy" is told without the plan
    elif not leaves_open and not _negates(here, language) and theirs["open"].search(there):
        return "plan told as done"
    if english and _comes(here, there):
        return "plan told as done"
    if (
        mine["hopes"].search(here)
        and not gives_up(here, language)
        and not any(theirs[cue].search(there) for cue in ("open", "kept", "ahead"))
    ):
        return "done told as plan"
    # Across languages "is expected to" may stand for "it is said to".
    is_open = not english and bool(mine["open"].search(here))
    if theirs["heard"].search(there) and not (is_open or _is_heard(here, language) or _negates(here, language)):
        return "rumour told as fact"
    return ""


def _read(source: str, *, across: bool) -> str:
    """English without the "ruled out" that denies nothing, and across languages without what somebody only is after beside the news."""
    source = _OUT_OF.sub("absent ", _NOT_OUT.sub("may allow", source))
    return _TRYING.sub(r"\1", _PURPOSE.sub(" ", source)) if across else source


def _is_ahead(told: str, source: str) -> bool:
    """Whether a Japanese plain non-past, which is a future, tells what English is doing, and only an aside behind it is a plan."""
    doing, plan = _DOING.search(source), cue_table()["en"]["open"].search(source)
    if not (_NON_PAST.search(told) and doing and plan):
        return False
    return bool(re.search(r",|\b(?:where|which|who|that)\b", source[doing.end() : plan.start()]))


def _denies(told: str, language: Language) -> bool:
    cues = cue_table()[script_key(language)]
    return bool(cues["denied"].search(told) or cues["carried"].search(told) or turns(told, language))


def _negates(told: str, language: Language) -> bool:
    cues = cue_table()[script_key(language)]
    return bool(cues["denied"].search(told) or cues["carried"].search(told) or negates(told, language))


def keeps_open(told: str) -> bool:
    """Whether an English telling leaves open what it tells: planned, possible, to come."""
    return any(cue_table()["en"][cue].search(told) for cue in ("open", "kept", "ahead")) or bool(_AHEAD.search(told))


def says_whose(told: str, language: Language) -> bool:
    """Whether a telling says whose word it is, or leaves open what it tells."""
    cues = cue_table()[script_key(language)]
    return _is_heard(told, language) or bool(cues["open"].search(told) or cues["kept"].search(told))


def _is_heard(told: str, language: Language) -> bool:
    cues = cue_table()[script_key(language)]
    return bool(cues["heard"].search(told) or cues["told"].search(told))


def _drops_condition(
    here: str, mine: Mapping[str, re.Pattern[str]], there: str, spoken: Language, *, english: bool
) -> bool:
    told = re.sub(r"\b(?:would|could|might)\b", " ", here) if english and _MODAL.search(there) else here
    if mine["condition"].search(told):
        return False
    if spoken != "en":
        return bool(cue_table()[script_key(spoken)]["depends"].search(there))
    clauses = _LEADING.match(there) or _TRAILING.match(there)
    if clauses is None:
        return bool(_CONDITION.search(there))
    return not english or _about(here, clauses["main"])


def _about(told: str, clause: str) -> bool:
    words = set(search_tokens(told))
    return len(words & set(search_tokens(clause))) >= _MOST * max(1, len(words))


def _comes(told: str, source: str) -> bool:
    """In English: whether what only will be, or is set to be, is told as past or present."""
    if _AHEAD.search(told):
        return False
    done = {stem for match in _DONE.finditer(told) for stem in search_tokens(match["perfect"] or match["past"])}
    for match in _WILL.finditer(source):
        if done & set(search_tokens(match["verb"])):
            return True
    if _GOING_ON.search(told) and _WILL.search(source) and not _NOW.search(source):
        return True
    be = _TO_BE.search(source)
    return bool(be and _about(told, source[: be.start()] + source[be.end() :]) and re.search(r"\b(?:is|are)\b", told))


def _governed(told: str, source: str, *, refused: bool) -> bool:
    """In English: whether the telling holds, without a frame of its own, the verb that is planned, possible or refused in its source."""
    cues, stems = cue_table()["en"], set(search_tokens(told))
    kept = [set(search_tokens(match["verb"])) for match in _GOVERNS.finditer(told) if bool(match["refuses"]) == refused]
    for match in _GOVERNS.finditer(source):
        verb = set(search_tokens(match["verb"]))
        if _BACKSHIFT.search(source[: match.end()]) and verb in [
            set(search_tokens(one["verb"])) for one in _WILL.finditer(told)
        ]:
            continue  # "said it would hire" is "says it will hire"
        if bool(match["refuses"]) != refused or not stems & verb or verb in kept:
            continue
        rest = " ".join(word for word in told.split() if not verb & set(search_tokens(word)))
        if refused:
            return not (cues["denied"].search(rest) or cues["carried"].search(rest) or turns(rest, "en"))
        awaited = cues["open"].search(told) or cues["kept"].search(told) or _DUE.search(told)
        return not (awaited or _negates(rest, "en"))
    return False
