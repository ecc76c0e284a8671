"""Stories made by somebody who wants to break out of the page, the terminal or the Markdown they are shown in."""

from hypothesis import strategies as st

from news.languages import LANGUAGES
from news.model import Brief, BriefStory, Citation, Score, Sentence, SourceLink, Watched
from tests.fakes.briefs import NOON, brief, told

NASTY = (
    "<script>alert(1)</script>",
    "</style></title><img src=x onerror=alert(1)>",
    '" onmouseover="alert(1)',
    "{{ 7*7 }}{% raw %}",
    "[click](javascript:alert(1))",
    "![x](https://evil.example/p.png)",
    "](<javascript:alert(1)>) `code` **bold** | cell | <https://evil.example>",
    "# heading\n\n- list\n1. one\n> quote\n```\nfence",
    "&lt;b&gt; &#60;i&#62; &copy;",
    "\x1b[31mred\x1b[0m \x07 \x9b2J",
    "\u202egnp.exe \u200b\ufeff",
    "$$x$$ ~~gone~~ :smile: @everyone",
    "日本語と한국어とไทย",
    "",
)
NASTY_LINKS = (
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    " javascript:alert(1)",
    "java\nscript:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "file:///etc/passwd",
    "//evil.example/x",
    "https://ok.example/a b",
    "https://ok.example/>)<script>",
    'https://ok.example/"onclick="x',
    "https://ok.example/\x1b[31m",
    "https://ok.example/a\nb",
    "http://",
    "",
    "https://ok.example/path?x=1&y=(2)#z",
)

texts = (
    st.sampled_from(NASTY)
    | st.text(max_size=40)
    | st.builds("{} {}".format, st.sampled_from(NASTY), st.text(max_size=9))
)
links = st.sampled_from(NASTY_LINKS) | st.builds("https://ok.example/{}".format, st.text(max_size=12))
citations = st.builds(Citation, url=links, quote=texts, source=texts)
sentences = st.builds(Sentence, text=texts, citations=st.lists(citations, max_size=2).map(tuple))
some = st.lists(sentences, max_size=2).map(tuple)
sources = st.builds(SourceLink, name=texts, url=links, published=st.just(NOON))
stories: st.SearchStrategy[BriefStory] = st.builds(
    BriefStory,
    id=st.just("s1"),
    slug=texts,
    headline=texts,
    language=st.sampled_from(LANGUAGES),
    lede=st.none() | sentences,
    sections=st.fixed_dictionaries({}, optional={"what_happened": some, "why_it_matters": some, "what_to_watch": some}),
    topics=st.just(("models",)),
    sources=st.lists(sources, max_size=3).map(tuple),
    articles=st.just(("a1",)),
    score=st.just(Score(1.0, {})),
    update=st.booleans(),
    watched=st.none()
    | st.builds(
        Watched,
        st.just("s0"),
        texts,
        texts,
        st.just(NOON.date()),
        st.just(NOON.date()),
        sentences,
        st.none() | sentences,
    ),
)
briefs: st.SearchStrategy[Brief] = st.builds(
    lambda found, name, sample: brief(*(found or [told()]), summariser=name, sample=sample),
    st.lists(stories, max_size=3),
    texts,
    st.booleans(),
)
