"""Of what measure a figure is: a profit is no revenue, and a margin neither. Pure; six languages."""

import re
from typing import Final

_MEASURES: Final = {
    "margin": r"\bmargins?\b|利益率|利潤率|利润率|毛利率|이익률|อัตรากำไร",
    "profit": r"\bprofits?\b|\bnet income\b|\b(?:net|operating) (?:loss|earnings)\b|利益(?!率)|黒字|赤字|利[润潤](?!率)|[净淨]利|盈利|이익(?!률)|흑자|적자|กำไร(?!ขั้นต้น)|ขาดทุน",
    "revenue": r"\brevenues?\b|\bsales\b|\bturnover\b|\bARR\b|売上|[营營]收|[营營][业業]收入|매출|รายได้|ยอดขาย",
    "valuation": r"\bvaluations?\b|\bvalu(?:es|ed|ing)\b|\bworth\b|\bmarket cap\w*|評価額|時価総額|企業価値|估值|市值|기업가치|시가총액|몸값|มูลค่า",
    "users": r"\busers?\b|\bsubscribers?\b|\bcustomers?\b|利用者|ユーザー|会員|用[户戶]|使用者|이용자|사용자|가입자|ผู้ใช้|สมาชิก",
    "employees": r"\bemployees?\b|\bworkers?\b|\bstaff\b|\bjobs?\b|従業員|社員|人員|[员員]工|직원|임직원|พนักงาน",
    "parameters": r"\bparam(?:eter)?s?\b|パラメータ|[参參][数數]|引[数數]|파라미터|매개변수|พารามิเตอร์",
}  # fmt: skip
_TOLD: Final = {name: re.compile(words, re.IGNORECASE) for name, words in _MEASURES.items()}


def is_of_another_measure(question: str, line: str) -> bool:
    """The question asks for one measure alone, and the line tells others and not that one."""
    asked = [name for name, words in _TOLD.items() if words.search(question)]
    if len(asked) != 1 or _TOLD[asked[0]].search(line):
        return False
    return any(words.search(line) for words in _TOLD.values())
