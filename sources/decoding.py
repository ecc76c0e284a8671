"""Bytes to text: what the bytes say, then what the server says, then what the document says, then a guess."""

import codecs
import re
from typing import Final

_BOMS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_UNMARKED_UTF16: Final = ((b"<\x00?\x00", "utf-16-le"), (b"\x00<\x00?", "utf-16-be"))
_CHARSET: Final = re.compile(r"charset\s*=\s*[\"']?([\w.:-]+)", re.IGNORECASE)
_DECLARED: Final = re.compile(
    rb"<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([\w.:-]+)|<meta[^>]{0,300}?charset\s*=\s*[\"']?([\w.:-]+)", re.IGNORECASE
)
_WIDER: Final = {
    "shift_jis": "cp932", "shift-jis": "cp932", "sjis": "cp932", "x-sjis": "cp932", "windows-31j": "cp932",
    "gb2312": "gb18030", "gbk": "gb18030", "euc-kr": "cp949", "ks_c_5601-1987": "cp949", "big5": "big5hkscs",
    "tis-620": "cp874", "windows-874": "cp874", "iso-8859-1": "cp1252", "latin-1": "cp1252", "us-ascii": "cp1252",
    "ascii": "cp1252",
}  # fmt: skip
"""What pages so labelled really hold (https://encoding.spec.whatwg.org/#names-and-labels)."""
_BY_LANGUAGE: Final = {
    "ja": ("euc_jp", "cp932"),  # in this order: Shift_JIS is hardly ever valid EUC-JP, the other way round it is
    "ko": ("cp949",),
    "th": ("cp874",),
    "zh-Hans": ("gb18030",),
    "zh-Hant": ("big5hkscs",),
}
_JIS_ESCAPE: Final = b"\x1b$B"
_HEAD: Final = 2048
_SAMPLE: Final = 64 * 1024
_GUESSES: Final = ["utf_8", "cp932", "euc_jp", "cp949", "gb18030", "big5hkscs", "cp874", "cp1252"]


def decode(body: bytes, content_type: str = "", language: str = "") -> str:
    """The text of a document in whatever encoding; characters that cannot be read become U+FFFD. Never raises.

    `language` is what its source says of itself: it settles a guess where nothing declares the encoding.
    """
    for mark, encoding in _BOMS:
        if body.startswith(mark):
            return body[len(mark) :].decode(encoding, "replace")
    for start, encoding in _UNMARKED_UTF16:
        if body.startswith(start):
            return body.decode(encoding, "replace")
    labels = _labels(body, content_type)
    if _JIS_ESCAPE in body:  # seven bits, so that it would pass for UTF-8
        labels.insert(0, "iso2022_jp")
    for label in labels:
        if (text := _strictly(body, label)) is not None:
            return text
    return _guessed(body, language)


def _labels(body: bytes, content_type: str) -> list[str]:
    """UTF-8 comes before a label of ISO-8859-1, which servers add by default; hardly anything else is valid UTF-8."""
    found = _CHARSET.search(content_type)
    declared = _DECLARED.search(body[:_HEAD])
    labels = [found[1]] if found else []
    if declared:
        labels.append((declared[1] or declared[2]).decode("ascii"))
    labels = [label.lower() for label in labels]
    if not labels or _WIDER.get(labels[0], labels[0]) == "cp1252":
        labels.insert(0, "utf-8")
    return [*labels, "utf-8"]


def _strictly(body: bytes, label: str) -> str | None:
    try:
        codec = codecs.lookup(_WIDER.get(label, label))
        text, _ = codec.decode(body, "strict")
    except (LookupError, UnicodeError, ValueError):
        return None
    return text if isinstance(text, str) else None


def _guessed(body: bytes, language: str) -> str:
    """A mostly right UTF-8 text is taken for one; then the language's own encodings, then the detector."""
    text = body.decode("utf-8", "replace")
    if text.count("\ufffd") * 200 < len(text):
        return text
    for label in _BY_LANGUAGE.get(language, ()):
        if (found := _strictly(body, label)) is not None:
            return found
    from charset_normalizer import from_bytes

    best = from_bytes(body[:_SAMPLE], cp_isolation=_GUESSES, steps=8, chunk_size=2048).best()
    return body.decode(best.encoding, "replace") if best else text
