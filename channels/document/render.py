"""A brief or an answer as one document: text, markdown, html or json. Pure: the same values give the same document."""

import json
from functools import cache
from pathlib import Path
from typing import Final, Literal, get_args

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from channels.document.markdown import answer_markdown, brief_markdown
from channels.document.terminal import answer_text, brief_text
from channels.document.view import answer_view, brief_view, linker
from news.asking import Answer
from news.errors import BadInput
from news.languages import Language
from news.model import Brief
from news.payload import answer_payload, brief_payload
from news.phrases import phrase

Form = Literal["text", "markdown", "html", "json"]
FORMS: Final[tuple[str, ...]] = get_args(Form)
TEMPLATES: Final = Path(__file__).parent / "templates"


def render_brief(brief: Brief, form: str, *, base_url: str = "", width: int = 80) -> str:
    """The whole document. `width` is in columns, for text. Raises BadInput for a form that does not exist."""
    if form == "json":
        return _json(brief_payload(brief, base_url=base_url))
    view = brief_view(brief, linker(base_url))
    if form == "text":
        return brief_text(view, width=width, more=phrase(view.language, "brief.more_sources"))
    if form == "markdown":
        return brief_markdown(view)
    if form == "html":
        return _templates().get_template("brief.html").render(view=view)
    raise _unknown(form)


def render_answer(answer: Answer, form: str, *, language: Language = "en", width: int = 80, base_url: str = "") -> str:
    """As `render_brief`; `language` is the reader's, for the fixed wording."""
    if form == "json":
        return _json(answer_payload(answer, base_url=base_url))
    view = answer_view(answer, language, base_url=base_url)
    if form == "text":
        return answer_text(view, width=width)
    if form == "markdown":
        return answer_markdown(view)
    if form == "html":
        return _templates().get_template("answer.html").render(view=view)
    raise _unknown(form)


def stylesheet() -> str:
    """The typography that documents and pages share."""
    return (TEMPLATES / "paper.css").read_text("utf-8")


def _json(payload: dict[str, object]) -> str:
    return json.dumps(payload, ensure_ascii=False, indent=2)


def _unknown(form: str) -> BadInput:
    return BadInput(f"format {form!r}", f"there is no such format; choose one of {', '.join(FORMS)}")


@cache
def _templates() -> Environment:
    return Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
