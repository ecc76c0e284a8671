"""Who bought, funded, sued, left or took up what, or holds a post: a question for one of these is answered where it is told. Pure; six languages."""

import re
from typing import Final

_POST: Final = r"(?<![a-z])(?:ceo|cfo|cto)(?![a-z])|chief executive|最高経営責任者|社長|首席[执執]行官|[执執]行[长長]|최고경영자|대표이사|ซีอีโอ|ประธานเจ้าหน้าที่บริหาร"
_ACTS: Final = tuple(
    (re.compile(asks, re.IGNORECASE), re.compile(rf"{asks}|{tells}", re.IGNORECASE))
    for asks, tells in (
        (
            r"\bacqui(?:re|sition)|買収|[收収][购購]|[并併][购購]|인수(?!인계)|(?:เข้า)?ซื้อกิจการ",
            r"\bacqui|\bbuy|\bbought|\bpurchas|\btake ?over|\bmerg|\bsnaps? up|買い|取得|傘下|合併|[买買]下|合[并併]|매입|(?<![가-힣])사들|합병|ซื้อ|ควบรวม",
        ),
        (
            r"提訴|起[诉訴]|控告|고소|제소|ฟ้อง",
            r"\bsu(?:e[sd]?|ing)\b|\blawsuit|\bcourt|\blegal|\bcomplaint|\baccus|訴|[诉訴]|告|소송|법원|คดี|ศาล",
        ),
        (
            r"辞任|辞職|退任|[辞辭][职職]|[离離][职職]|사임|사퇴|ลาออก",
            r"\bresign|\bstep|\bdepart|\bleav|\bleft\b|\bquit|\boust|\bexit|\bfired?\b|\bout\b|退|去|辞|辭|[离離][开開]|卸任|下台|解任|물러|떠나|퇴사|이탈|พ้น|ออกจาก",
        ),
        (
            r"任命|就任|임명|선임|แต่งตั้ง",
            r"\bappoint|\bnam(?:e[sd]?|ing)\b|\bhir|\btap|\bjoin|\bpromot|\bbecom|\bnew (?:ceo|chief|head)|起用|指名|聘|委任|接任|出任|新(?:社長|任)|영입|취임|รับตำแหน่ง",
        ),
        (
            _POST,
            r"\bchief\b|\bboss\b|\bhead\b|\bleader\b|\bfounder\b|代表|トップ|[总總]裁|掌[门門]人|[创創]始人|[创創][办辦]人|創業者|대표|수장|회장|창업자|ผู้ก่อตั้ง|ผู้บริหาร|ผู้นำ",
        ),
    )
)


def tells_what_was_done(question: str, text: str) -> bool:
    """The text has a word, in any language, for each act or post that the question asks for; True where it asks for none."""
    return all(tells.search(text) for asks, tells in _ACTS if asks.search(question))
