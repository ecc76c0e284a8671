"""That the time of a question runs until now: since, and the day on which its writer left, logged off or stopped reading. Pure; six languages."""

import re
from typing import Final

_SINCE_BEFORE: Final = re.compile(
    r"(?:\b(?:since|from|after|starting)\s+(?:(?:last|the|this|around|about|early|late)\s+)*|\bsince (?:i|we)\b[^.?!,;]{0,30}?\bon\s+"
    r"|自从?|自從?|从|從|(?:นับ)?ตั้งแต่(?:วันที่|เมื่อ|ช่วง|ตอน|เย็น|คืน|เช้า|บ่าย|ค่ำ)?\s?|หลัง(?:จาก)?(?:วันที่)?\s?)$",
    re.IGNORECASE,
)
_LEAVES: Final = r"(?:下班|收工|放[学學]|放假|休假|[请請]假|出[差门門国國发發]|[离離][开開线線职職]|[关關]机|退社|帰宅|出張|退勤|퇴근|출발|출국|휴가|연차)"
_HOUR: Final = (
    r"(?:の?(?:午前|午後|夕方|夜|朝|昼|晩)|的?(?:早上|上午|中午|下午|晚上|傍晚)|\s?(?:오전|오후|아침|저녁|밤))"
)
_SINCE_AFTER: Final = re.compile(
    rf"^日?{_HOUR}?(?:\s?(?:から|以降|以来|以來|之后|之後|以后|以後|起|开始|開始|부터|이후|이래|เป็นต้นมา|に入ってから)(?:로|は)?"
    rf"|に?{_LEAVES}(?:し)?(?:てから|て以来|[之以]?[后後]|起|开始|開始)就?|\s?(?:들어|들어서|에 들어)(?=\s|$)"
    rf"|\s?(?:에\s?)?{_LEAVES}?\s?(?:한|하고|하고서)?\s?(?:나서|뒤로|후로|다음부터)|[后後](?=[就都我一])|에?\s?{_LEAVES}(?:한|하고)?\s?(?:뒤|후))"
)
_LEFT: Final = re.compile(
    r"\b(?:i|we)(?:['’]ve|['’]m|['’]d| have| had| am| was)?(?: \w+){0,2}? (?:(?:logged|signed|switched|clocked|checked|turned|dropped|tuned|headed)(?: \w+)? (?:off|out)"
    r"|went (?:offline|away|dark|on (?:holiday|vacation|leave))|left|stopped|quit|disconnected|unplugged|flew|last (?:looked|read|checked|saw|heard|followed))\b[^.?!;]{0,40}?$"
    r"|\bmy \w+(?: \w+)? (?:started|began)\b[^.?!;]{0,12}$",
    re.IGNORECASE,
)
_MY_LAST: Final = re.compile(
    r"(?:最後に(?:見|読|チェック)[^。？?]{0,6}のは|最后一次看[^。？?]{0,8}是|最後一次看[^。？?]{0,8}是|마지막으로 (?:본|읽은|확인한) (?:게|건|것은)\s?)$"
)
_BACK_NOW: Final = re.compile(
    r"\b(?:just|only|now|finally) (?:(?:got|getting|came|coming|arrived|am|here) )?back\b|\bback (?:now|today|online|at my desk|at work)\b"
    r"|[刚剛才]回|今天[^，。]{0,3}回|(?:今日|今|やっと|先ほど|さっき)[^。、]{0,6}(?:戻|帰)|(?:막|방금|오늘|이제)\s?(?:야\s?)?(?:돌아|복귀)|เพิ่ง(?:จะ)?กลับ|กลับมาวันนี้",
    re.IGNORECASE,
)
_OF_ONESELF: Final = re.compile(
    r"\b(?:i|i['’](?:m|ve)|we|me|my|been|off|out|away|offline|hiking|travelling|traveling)\b", re.IGNORECASE
)
_SENTENCE: Final = re.compile(r"[.?!;。？！]")
COMES_BACK: Final = re.compile(
    r"^\s?(?:才|刚|剛|[刚剛]?才|に)?(?:回[来來到]|上[线線]|戻|帰|[가-힣]{0,4}\s?(?:돌아왔|복귀))|^\s?(?:เพิ่ง|ได้)?กลับ"
)
"""Behind "today": when the writer returned, and not what is asked about."""


def since_before(text: str) -> re.Match[str] | None:
    return _SINCE_BEFORE.search(text)


def since_after(text: str) -> re.Match[str] | None:
    return _SINCE_AFTER.match(text)


def has_left(text: str, at: int, to: int) -> bool:
    """The writer left on the day that stands there, and has not looked since."""
    before = _SENTENCE.split(text[:at])[-1]
    if _LEFT.search(before) or _MY_LAST.search(before):
        return True
    sentence = before + text[at:to] + _SENTENCE.split(text[to:])[0]
    own = not sentence.isascii() or _OF_ONESELF.search(sentence)
    return bool(own and _BACK_NOW.search(text))
