"""What is measured - power, ground, people, parameters, chips, words - by the units of its numbers, and by the words that ask for it. Pure; six languages."""

import re
from typing import Final

_N: Final = r"\d[\d,.]*\s?(?:[KMBT]\b|[mbtr]illion|thousand|[十百千]?[万萬億亿兆]|[십백천]?[만억조]|(?:พัน|หมื่น|แสน)?ล้าน|พัน|หมื่น|แสน)?\s?"
_UNITS: Final = {
    name: (re.compile(asked, re.IGNORECASE), re.compile(told, re.IGNORECASE))
    for name, asked, told in (
        (
            "power",
            r"\bpower\b|\belectricity\b|\b(?:mega|giga)watts?\b|電力|[用耗]電|[用耗]电|电力|전력|전기|ไฟ(?:ฟ้า)?(?!ล์)",
            rf"{_N}(?:[kMGT]W\b|㎿|watts?\b|(?:kilo|mega|giga)watts?\b|[百千]?[万萬]?千?瓦|メガワット|ギガワット|메가와트|기가와트|(?:เมกะ|กิกะ)?วัตต์)",
        ),
        (
            "ground",
            r"\b(?:acres?|area|land|square)\b|面積|面积|부지|면적|坪|พื้นที่|ที่ดิน|ไร่",
            rf"{_N}(?:acres?\b|square|sq\b|hectares?\b|㎡|平方|坪|평|ヘクタール|公頃|公顷|エーカー|에이커|ไร่|เอเคอร์|ตร)",
        ),
        (
            "people",
            r"\bhow many (?:\w+ )?(?:people|users|employees|workers|jobs|authors|staff)\b|何人|多少人|[几幾]人|人[数數]|몇 ?명|이용자|กี่(?:คน|ราย)|ผู้ใช้(?=.*(?:กี่|เท่าไ))",
            rf"{_N}(?:people|users?|employees|workers|jobs|authors|writers|staff|subscribers|customers|plaintiffs|[人名位]|[用戶户]{{2}}|명|여 ?명|인|คน|ราย|ผู้ใช้)",
        ),
        (
            "parameters",
            r"\bparameters?\b|\bhow (?:big|large)\b|パラメー?タ|[参參引][数數]|매개 ?변수|파라미터|พารามิเตอร์|多大|얼마나 ?[커큰크]|ใหญ่แค่ไหน",
            rf"{_N}(?:-?\s?parameters?\b|パラメー?タ|[個个]?[参參引][数數]|개? ?(?:의 )?(?:매개 ?변수|파라미터)|พารามิเตอร์)|(?<![$€£¥₩])\d[\d.]*[BT]\b|(?:パラメー?タ|[参參][数數]|매개 ?변수|파라미터|พารามิเตอร์)\D{{0,8}}\d",
        ),
        (
            "chips",
            r"\b(?:chips?|[GT]PUs?)\b|チップ|晶片|芯片|GPU|반도체|칩|ชิป",
            rf"{_N}(?:chips?\b|[GT]PUs?\b|張|张|枚|個|장|개|ตัว|ชิ้น)|[GT]PU\D{{0,6}}\d|반도체 ?\d",
        ),
        (
            "per",
            r"\b(?:per|each|every|a piece|price|cost)\b|あたり|每|당\b|ต่อ|價|价|가격|ราคา",
            r"\b(?:per|an?|each|every|apiece)\b(?=.{0,20}\b(?:token|work|book|share|month|year|user|seat|piece)s?\b)|/(?:month|M|1M|token|mo)\b|あたり|每|ต่อ|[가-힣]당 ",
        ),
    )
}


def units_in(text: str, *, asked: bool) -> frozenset[str]:
    """What is measured there; of a question, what is `asked` for."""
    return frozenset(name for name, forms in _UNITS.items() if forms[not asked].search(text))
