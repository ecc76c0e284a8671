"""Asking on the pages and over the API: the same verb, kind limits, nothing executed."""

import re
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import httpx
import pytest

from bot.app import create_app
from bot.house import House
from tests.bot.house import sample_house
from tests.bot.shelf import NOON, client_of


@pytest.fixture
async def house(tmp_path: Path) -> AsyncIterator[House]:
    async with sample_house(tmp_path) as made:
        yield made


@pytest.fixture
async def client(house: House) -> AsyncIterator[httpx.AsyncClient]:
    async with client_of(house) as made:
        yield made


async def headline(house: House) -> tuple[str, str]:
    async with house.database.read() as tx:
        [story] = await tx.stories.latest(tenant="public", limit=1, until=house.clock.now(), language="en")
    return story.id, story.headline


async def test_the_box_is_on_the_first_page_by_itself_below_an_answer_and_under_every_story(
    house: House, client: httpx.AsyncClient
) -> None:
    """A plain form: it works without a script. One to a page, with its label."""
    id, _ = await headline(house)
    pages = (("/", 'name="q"'), ("/ask", 'name="q"'), ("/ask?q=chips?", 'name="q"'))
    for path, inside in (*pages, (f"/stories/{id}", f'name="story" value="{id}"')):
        answer = await client.get(path, follow_redirects=True)
        assert answer.status_code == 200
        assert answer.text.count('action="/ask"') == 1
        assert answer.text.count('<label for="q">') == answer.text.count(' id="q"') == 1
        assert inside in answer.text
        assert "<script" not in answer.text


async def test_the_box_below_an_answer_goes_on_from_it(house: House, client: httpx.AsyncClient) -> None:
    """By a random name in the form; a page without one begins a conversation of its own."""
    _, title = await headline(house)
    first = (await client.get("/ask", params={"q": f"What happened: {title}?"})).text
    [name] = re.findall(r'name="thread" value="([\w-]{16})"', first)
    assert name not in (await client.get("/ask", params={"q": "why?"})).text
    assert f'value="{name}"' in (await client.get("/ask", params={"q": "why?", "thread": name})).text
    async with house.database.read() as tx:
        said = await tx.questions.thread(f"web:page:{name}", tenant="public", since=NOON - timedelta(days=9), limit=5)
    assert len(said) >= 1


async def test_the_api_answers_with_sources(house: House, client: httpx.AsyncClient) -> None:
    """In the published shape; a person can open the same answer as a page."""
    _, title = await headline(house)
    got = (await client.get("/api/v1/answers", params={"q": f"What happened: {title}?", "language": "en"})).json()
    assert set(got) >= {"question", "answer", "confidence", "stories", "abstained", "cost", "milliseconds"}
    assert not got["abstained"]
    assert all(one["citations"][0]["url"].startswith("http") for one in got["answer"])
    page = await client.get(f"/answers/{got['id']}")
    assert got["answer"][0]["text"][:40] in page.text.replace("&#39;", "'").replace("&#34;", '"').replace("&amp;", "&")


async def test_who_was_given_an_answer_says_whether_it_helped(client: httpx.AsyncClient) -> None:
    """One of two words, of an answer that is kept."""
    id = (await client.get("/api/v1/answers", params={"q": "What did OpenAI announce?"})).json()["id"]
    for path, body, status in ((id, "wrong", 200), (id, "maybe", 400), ("nobody", "useful", 404)):
        got = await client.post(f"/api/v1/answers/{path}/feedback", json={"verdict": body})
        assert got.status_code == status


async def test_two_buttons_below_an_answer_keep_whether_it_helped(house: House, client: httpx.AsyncClient) -> None:
    """A form without a script: thanks on the same answer's page; what another site sends, or nobody was given, is refused."""
    shown = (await client.get("/ask", params={"q": "What did OpenAI announce?", "language": "en"})).text
    [path] = re.findall(r'action="(/answers/[0-9a-f]+)\?language=en" method="post"', shown)
    for form, site, to, status in (
        ("verdict=wrong", "same-origin", path, 303),
        ("verdict=useful", "cross-site", path, 403),
        ("verdict=maybe", "same-origin", path, 400),
        ("verdict=wrong&x=" + "x" * 5000, "same-origin", path, 400),
        ("verdict=wrong", "same-origin", "/answers/nobody", 404),
    ):
        got = await client.post(to, content=form, headers={"sec-fetch-site": site}, follow_redirects=False)
        assert got.status_code == status, form
    thanked = await client.post(path, content="verdict=wrong", follow_redirects=True)
    assert "Thank you" in thanked.text
    async with house.database.read() as tx:
        [word] = await tx.feedback.list(tenant="public", about="answer", limit=9)
    assert (word.subject, word.verdict) == (path.rpartition("/")[2], "wrong")


async def test_whatever_is_asked_is_only_text(client: httpx.AsyncClient) -> None:
    """A clear answer, escaped, under the same policy as every page."""
    for q in ("<script>alert(1)</script>", '"><img src=x>', "NEAR(", "'; DROP TABLE articles;--", "🙂", "x" * 10_000):
        answer = await client.get("/ask", params={"q": q})
        assert answer.status_code == 200
        assert "<script" not in answer.text
        assert "<img" not in answer.text
        assert "script-src" not in answer.headers["content-security-policy"]
        assert (await client.get("/api/v1/answers", params={"q": q})).status_code == 200


async def test_an_endless_question_is_not_said_back_whole(client: httpx.AsyncClient) -> None:
    """It stands in the box again, as far as one may write, to be made shorter."""
    asked = "why do chips cost so much " * 400
    got = (await client.get("/api/v1/answers", params={"q": asked})).json()
    assert got["question"].endswith("…")
    assert len(got["question"]) <= 200
    page = (await client.get("/ask", params={"q": asked, "language": "en"})).text
    assert "too long" in page
    assert f'value="{asked[:1000]}"' in page
    assert len(page) < 20_000


async def test_bad_parameters_are_named(client: httpx.AsyncClient) -> None:
    """As JSON, with the remedy."""
    for params, word in (({"q": ""}, "empty"), ({"q": "news?", "language": "tlh"}, "zh-Hant")):
        answer = await client.get("/api/v1/answers", params=params)
        assert answer.status_code == 400
        assert word in answer.json()["error"]["reason"]
    unknown = await client.get("/api/v1/answers", params={"question": "And the price?", "story": "nothing"})
    assert (unknown.status_code, unknown.json()["error"]["subject"]) == (404, "story 'nothing'")
    assert (await client.get("/api/v1/answers", params={"question": "news?"})).json()["question"] == "news?"
    assert (await client.get("/answers/nothing")).status_code == 404


async def test_a_visitor_who_asks_too_much_is_asked_to_wait(house: House) -> None:
    """Kindly, as a page and as JSON."""
    app = create_app(house)
    app.state.visitors = type(app.state.visitors)(1)
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://testserver") as client:
        assert (await client.get("/ask", params={"q": "chips?"})).status_code == 200
        page = await client.get("/ask", params={"q": "chips?"})
        json = await client.get("/api/v1/answers", params={"q": "chips?"})
    assert (page.status_code, json.status_code) == (429, 429)
    assert "in a minute" in page.text
    assert json.headers["retry-after"] == "60"
