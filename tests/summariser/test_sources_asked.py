"""Whose reports a question wants: by name, short name and address, in six languages; and what only speaks of a paper."""

import pytest

from summariser.asking.sources_asked import sources_asked

READ = {
    "Harbour Post": "harbour",
    "The Verge": "verge",
    "BBC News (World)": "bbc",
    "Ars Technica": "ars",
    "etnews.com": "etnews",
    "ITmedia": "itmedia",
    "IT之家（RSS）": "ithome",
    "DeepSeek (Google News)": "relayed",
}
OWN = {"NVIDIA Blog": "nvidia"}


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("bbc on AI", ("bbc",)),
        ("ars on robots", ("ars",)),
        ("the-verge news about Apple", ("verge",)),
        ("theverge.com on Apple", ("verge",)),
        ("what did Harbour Post say about chips", ("harbour",)),
        ("news about Meta from Ars Technica and The Verge", ("verge", "ars")),
        ("全部关于芯片的IT之家文章", ("ithome",)),
        ("IT之家怎么说DeepSeek", ("ithome",)),
        ("전자신문에 따르면 반도체는", ("etnews",)),
        ("ITmediaのAI記事", ("itmedia",)),
        ("เว็บ The Verge รายงานเรื่อง Apple", ("verge",)),
        ("according to the NVIDIA blog, what is new", ("nvidia",)),
    ],
)
def test_a_read_source_is_known_by_each_of_its_names(text: str, ids: tuple[str, ...]) -> None:
    found = sources_asked(text, READ, OWN)
    assert set(found.sources) == set(ids)
    assert not found.unread


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("what did Le Monde say about Mistral", "Le Monde"),
        ("FT on OpenAI", "Financial Times"),
        ("chips according to the Milltown Gazette", "Milltown Gazette"),
        ("日経によるとエヌビディアは", "日経"),
        ("연합뉴스가 보도한 OpenAI 소식", "연합뉴스"),
        ("新华社关于DeepSeek的报道", "新华社"),
        ("根據聯合報，OpenAI 有什麼新消息", "聯合報"),
        ("ข่าวจากไทยรัฐเรื่อง OpenAI", "ไทยรัฐ"),
    ],
)
def test_a_source_that_is_not_read_is_named_and_left_out_of_the_question(text: str, name: str) -> None:
    found = sources_asked(text, READ)
    assert found.unread == (name,)
    assert name not in found.text


@pytest.mark.parametrize(
    "text",
    [
        "what did OpenAI say about Kimi",
        "news from DeepSeek",
        "OpenAI sued by the New York Times",
        "how does Reuters use AI",
        "news about Nature and AI in science",
        "Microsoftによると何が変わる",
        "What is Harbour Post?",
    ],
)
def test_whom_a_question_is_about_is_no_source(text: str) -> None:
    found = sources_asked(text, READ, OWN)
    assert (found.sources, found.unread, found.text) == ((), (), text)
