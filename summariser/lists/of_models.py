"""A list of models that came out: a line of it tells of a model, and that it was brought out. Pure; six languages."""

import re
from typing import Final

from summariser.reading.doings import names_a_model
from summariser.words.aliases import mentions
from summariser.words.senses import deeds_told
from summariser.words.versions import versioned_in

_ASKED: Final = re.compile(
    r"\bnew (?:[\w-]+ ){0,3}models\b|\bmodels\b(?: that| which| were| have| been| are)* (?:came|come|coming|released|launched|published|out)\b"
    r"|(?:新|[发發]布|[发發]表|推出|公布)[^，。反]{0,7}模型|模型[^，。]{0,4}(?:[发發]布|[发發]表|推出|上[线線]|[问問]世)|出[^，。反]{0,4}新模型"
    r"|新(?:しい|た|型|作)?[^、。]{0,5}モデル|モデル[^、。]{0,4}(?:出た|出て|公開|発表|リリース|登場)"
    r"|(?:새|신규|새로|나온|출시)[^,.]{0,8}모델(?!링)|모델[^,.]{0,6}(?:나왔|나온|출시|발표|공개(?!한|하는))|โมเดล.{0,16}(?:ใหม่|ออกมา|เปิดตัว|ปล่อย)",
    re.IGNORECASE,
)
_ROBOT: Final = re.compile(r"\brobots?\b|로봇|ロボット|[机機]器人|หุ่นยนต์", re.IGNORECASE)
_VERSION: Final = re.compile(r"[A-Za-z가-힣ァ-ヶ一-鿿][\w.-]*[ -]?[A-Za-z]?\d")
_BROUGHT_OUT: Final = frozenset({"release", "announce"})


def asks_for_new_models(question: str) -> bool:
    return _ASKED.search(question) is not None


def is_new_model(line: str, question: str) -> bool:
    """A robot of a maker is a model too, but not where none is asked for."""
    if _ROBOT.search(line) and not _ROBOT.search(question):
        return False
    return _has_version(line) or is_release_of_model(line)


def is_release_of_model(line: str) -> bool:
    """It says that one was brought out; what is only built on "models" is none."""
    named = names_a_model(_MODELS.sub(" ", line)) or _has_version(line)
    return named and bool(deeds_told(line) & _BROUGHT_OUT)


def _has_version(line: str) -> bool:
    line = _LICENCE.sub(" ", line)
    return any(one.known for one in versioned_in(line)) or (
        any(one.company for one in mentions(line)) and _VERSION.search(line) is not None
    )


_LICENCE: Final = re.compile(r"\b(?:Apache|GPL|MIT)[ -]?(?:v?\d[\d.]*)?", re.IGNORECASE)
_MODELS: Final = re.compile(r"\bmodels\b", re.IGNORECASE)
