"""Is it answered? Every sentence that may answer a question is weighed anew, however it was found; what none does is met with silence. Fitted; pure.

`data/verifying.json`: boosted trees, fitted by benchmarks/quality/fit_verifying.py to sentences that readers marked.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from news.asking import Answer, Passage, Question, source_of
from news.model import Citation, Sentence
from summariser.answering.answer_signs import FAR, Candidate, Sought, signs, sought
from summariser.answering.answers import Weighed, nearest_of, weighed
from summariser.answering.causes import gives_reason
from summariser.answering.likelihood import concepts_of
from summariser.answering.meant_lines import is_told, meant_lines
from summariser.answering.measures import is_of_another_measure
from summariser.answering.points import alike
from summariser.answering.sureness import RIGHT_BY_RULE
from summariser.answering.whose_value import is_of_a_stranger, is_of_another, is_overtaken, is_owned_by_another
from summariser.asking.answer_types import VALUES, AnswerType, answer_type
from summariser.asking.asked_for import Asked as Parts
from summariser.asking.relations import Relation, asked_for
from summariser.asking.support import Unit, bare, is_unfit, plain_lines, unit_of
from summariser.asking.together import is_wholly_told, share_told
from summariser.checking.grounding import check
from summariser.reading.relevance import judge
from summariser.words.aliases import mentions
from summariser.words.facts import numbers
from summariser.words.logistic import chance
from summariser.words.meaning import likenesses, meanings
from summariser.words.one_spelling import in_latin
from summariser.words.trees import trees

BAR: Final = 0.42
"""So likely the best sentence must answer."""
OF_ELSE: Final = 0.06
"""And so likely what the rules tell in English where few reports are of AI: the trees were fitted to news of AI, and the rules to a quiz."""
BAR_OF_ELSE: Final = 0.6
"""And so likely what no rule tells there."""
OF_PLAIN: Final = 0.3
"""And so likely what the form of the question and of the sentence show to be told plainly."""
_BY_RULE: Final = 0.05
"""And so likely what a rule tells of who holds a post, or made or bought something: it looks for nothing else, and few such questions were marked."""
_OF_AI: Final = 0.25
"""From such a share of the leading reports on they are."""
_LEADING: Final = 5
_UNITS: Final = 10
_KEPT: Final = 6
_FEW: Final = 3
"""Of all sentences, and of those that every rule leaves, so many are weighed; under pressure so few of either."""
_LOOKED_AT: Final = 40
_OF_THE_SORT: Final = 4
"""Of so many lines with the sort of thing that is asked for, those are weighed that tell most of the question."""
_NEAREST: Final = 8
_TELLING: Final = 3
_READ: Final = 12
_HALF: Final = 6
"""Of so many reports, so many of them found by words, the headlines are compared by what they mean."""
_BESIDE: Final = 0.5
"""So likely a further sentence answers too."""
_MUCH: Final = 0.3
"""Of the best one's likelihood what a sentence that the rules tell must have."""
_MOST: Final = 3
_LONGEST: Final = 900
_PLAIN: Final = 0.6
"""From so likely on a sentence with the sort of thing that is asked for is the whole answer."""


def candidates(
    question: Question, passages: Sequence[Passage], near: Sequence[Passage], answer: Answer, *, few: bool = False
) -> list[Candidate]:
    """What the rules found best, what they tell, and what lies nearest to the question by what it means. `near`: reports found so. `few`: there is no time for more
    than what is told and some beside it."""
    found = weighed(question, tuple(passages))
    units: dict[tuple[str, str], Unit] = {}
    for one in (*found.units[: _FEW if few else _UNITS], *found.found[: _FEW if few else _KEPT]):
        units.setdefault((one.passage.article, one.text), one)
    told = _told_by(answer, passages)
    more = [] if few else _holding(question, (*passages[:_LEADING], *near[:_FEW]))
    more += [] if few else _nearest(question, (*passages[:_HALF], *near, *passages[_HALF:]))
    more += [] if few else meant_lines(question, _wanted(question), passages, near)
    for passage, text in (*told, *more):
        if (passage.article, text) not in units:
            units[passage.article, text] = unit_of(found.asked, question, passage, text)
    return _measured(question, list(units.values()), found, {(p.article, t) for p, t in told}, answer.confidence)


def _measured(
    question: Question, units: Sequence[Unit], found: Weighed, told: set[tuple[str, str]], right: float
) -> list[Candidate]:
    places = {(one.passage.article, one.text): float(at) for at, one in reversed([*enumerate(found.units)])}
    kept = {(one.passage.article, one.text): float(at) for at, one in reversed([*enumerate(found.found)])}
    meant = meanings([question.text])
    near = likenesses(meant, meanings([one.text for one in units]))[0] if units else ()
    titled = likenesses(meant, meanings([one.passage.title for one in units]))[0] if units else ()
    latin = meanings([in_latin(question.text)])
    named = likenesses(latin, meanings([in_latin(one.text) for one in units]))[0] if units else ()
    made = []
    for one, own, title, name in zip(units, near, titled, named, strict=True):
        key = (one.passage.article, one.text)
        is_kept = key in kept
        made.append(
            Candidate(
                one,
                place=min(FAR, places.get(key, FAR)),
                kept=min(FAR, kept.get(key, FAR)),
                sure=found.sure if is_kept else -1.0,
                told=right if key in told else -1.0,
                near=float(own),
                titled=float(title),
                named=float(name),
            )
        )
    return made


def _told_by(answer: Answer, passages: Sequence[Passage]) -> list[tuple[Passage, str]]:
    cited = [(source_of(each, passages), one.text) for one in answer.sentences for each in one.citations[:1]]
    return [(passage, text) for passage, text in cited if passage is not None]


def _wanted(question: Question) -> AnswerType:
    return answer_type(question.wording or question.text, english=question.language == "en")


def _holding(question: Question, passages: Sequence[Passage]) -> list[tuple[Passage, str]]:
    """Lines of the leading reports that hold the sort of thing asked for, those first that tell most of the question's concepts: its price is told
    under another word than the one that asks."""
    wanted = _wanted(question)
    lines = [
        (one, text)
        for one in passages
        for text in plain_lines(one.text, one.language)
        if wanted.held_by(text) == 1 and is_told(text, one, wanted)
    ][:_LOOKED_AT]
    asked = concepts_of(question.text)
    shared = [len(asked & concepts_of(text)) for _, text in lines]
    best = sorted(range(len(lines)), key=lambda at: -shared[at])[:_OF_THE_SORT]
    return [lines[at] for at in best if shared[at]]


def _nearest(question: Question, passages: Sequence[Passage]) -> list[tuple[Passage, str]]:
    """Headlines by what they mean: most are kept with the archive; those that tell most of the question's concepts; and the nearest of those
    that hold the sort of thing asked for."""
    lines = [(one, text) for one in passages if (text := bare(one.title)) and not is_unfit(text, one)]
    if not lines:
        return []
    wanted = _wanted(question)
    near = likenesses(meanings([question.text]), meanings([one.title for one, _ in lines]))[0]
    order = sorted(range(len(lines)), key=lambda at: -near[at])
    first = [at for at in order if at < _READ][:_NEAREST]
    asked = concepts_of(question.text)
    shared = [len(asked & concepts_of(text)) for _, text in lines]
    first += [at for at in sorted(order, key=lambda at: -shared[at])[:_TELLING] if shared[at] and at not in first]
    holding = [at for at in order if at not in first and wanted.held_by(lines[at][1]) == 1][:_OF_THE_SORT]
    return [lines[at] for at in (*first, *holding)]


def chances(of: Sought, found: Sequence[Candidate]) -> list[float]:
    """How likely each answers."""
    return [chance(one) for one in trees("verifying").of(signs(of, found))]


def verified(
    question: Question,
    passages: Sequence[Passage],
    near: Sequence[Passage],
    parts: Parts,
    answer: Answer,
    *,
    few: bool = False,
) -> Answer:
    """`answer`, as the rules tell it, with the likeliest sentence first and without what hardly answers; another where that is likelier;
    silence where none is likely. `confidence` is how likely the first one answers."""
    found = candidates(question, passages, near, answer, few=few)
    if not found:
        return answer
    of = sought(question, weighed(question, tuple(passages)).asked, parts)
    likely = sorted(zip(chances(of, found), found, strict=True), key=lambda pair: -pair[0])
    if not (by_rule := _bar(question, passages) == OF_ELSE):
        likely = [pair for pair in likely if not of.type.lacked_by(pair[1].text) and not _is_beside_it(of, pair[1])]
        likely = [pair for pair in likely if not _is_of_another(question, of, *pair)]
    while likely and not (_is_grounded(likely[0][1]) and _is_of_the_matter(question, of, *likely[0])):
        likely = likely[1:]
    likely = _of_the_post(question, [pair for pair in likely if not _is_over(question, pair[1])])
    plain = bool(likely) and _is_plainly_told(question, of, likely[0][1], found)
    bar = OF_PLAIN if plain else BAR_OF_ELSE if by_rule and answer.abstained else BAR
    likely = likely if likely and likely[0][0] >= bar else [pair for pair in likely if pair[1].told >= 0]
    if not likely or likely[0][0] < min(bar, _bar(question, passages)):
        return replace(
            answer, sentences=(), abstained=True, confidence=0.0, nearest=answer.nearest or nearest_of(passages)
        )
    sure, best = likely[0]
    chosen = likely[:1] if plain else _chosen(of, likely, best, by_rule=by_rule)
    sentences = tuple(_sentence(one, answer) for _, one in chosen)
    sure = sure if sure >= BAR or asked_for(question.text) is None else max(sure, RIGHT_BY_RULE)
    return replace(answer, sentences=sentences, abstained=False, confidence=round(sure, 3))


def _of_the_post(question: Question, likely: list[tuple[float, Candidate]]) -> list[tuple[float, Candidate]]:
    """Where it is asked who holds a post: the lines that say so plainly, else those that say so and are likely."""
    relation = asked_for(question.text)
    if not isinstance(relation, Relation):
        return likely
    plainly = [pair for pair in likely if relation.is_plainly_told(pair[1].text, pair[1].passage.title)]
    return plainly or [
        pair for pair in likely if pair[0] >= BAR and relation.is_told(pair[1].text, pair[1].passage.title)
    ]


def _is_over(question: Question, one: Candidate) -> bool:
    return is_overtaken(question.wording or question.text, one.text, question.asked.date())


def _is_beside_it(of: Sought, one: Candidate) -> bool:
    """The value is another's, of another measure, or of a time that has passed."""
    asked = of.question.wording or of.question.text
    title = one.passage.title
    return of.type.sort in VALUES and (
        is_of_another_measure(asked, one.text)
        or is_of_a_stranger(asked, one.text, title)
        or is_owned_by_another(asked, one.text, title)
        or is_of_another(asked, of.type.sort, one.text)
    )


def _is_of_the_matter(question: Question, of: Sought, odds: float, one: Candidate) -> bool:
    """Whether something is so is told by no line that only shares words, and why by none that gives no reason: what it lacks it must make up by its likelihood."""
    foreign = one.passage.language[:2] != question.language[:2]
    if foreign and odds < _OF_ANOTHER and max(one.near, one.titled, one.named) < _MEANT:
        return False
    if of.type.sort == "reason":
        return odds >= _SURELY_WHY or one.passage.language != "en" or gives_reason(one.text)
    if of.type.sort != "truth" or odds >= _SURELY:
        return True
    return share_told(question.wording or question.text, f"{one.passage.title}\n{one.text}") >= _MOST_OF_IT


def _is_of_another(question: Question, of: Sought, odds: float, one: Candidate) -> bool:
    """A value in a report that has no word of what tells the question apart most: the price of something else."""
    passage = one.passage
    if of.type.sort not in VALUES or odds >= _SURELY:
        return False
    weight = max((each for _, each in question.terms), default=0.0)
    rarest = [token for token, each in question.terms if each == weight and token.isascii()]
    of_all = weight >= _OF_ALL_WORDS * sum(each for _, each in question.terms)
    if not rarest or not of_all or question.language != "en" or passage.language != "en":
        return False
    words = f"{passage.title} {passage.text}".casefold()
    return not any(token[:_STEM] in words for token in rarest)


_STEM: Final = 5
"""Letters of a word that its forms have in common."""
_OF_ALL_WORDS: Final = 0.25
"""Of what a question's words tell apart one that has so much is its subject."""
_OF_ANOTHER: Final = 0.6
_MEANT: Final = 0.4
"""Nearer than that a line of another language must lie by what it means that is not likelier than `_OF_ANOTHER`: of six that did not none was right."""
_SURELY: Final = 0.75
_SURELY_WHY: Final = 0.8
_MOST_OF_IT: Final = 0.5


def _is_plainly_told(question: Question, of: Sought, best: Candidate, found: Sequence[Candidate]) -> bool:
    """It has all that is asked, and another report has the same count of it; or it says of both who are asked about that it is so."""
    if of.type.sort == "truth":
        return is_wholly_told(question.text, best.text)
    counted = [one for one in found if one.unit.measures["own"] >= _ALL and of.type.held_by(one.text) == 1]
    others = [one for one in counted if one.passage.article != best.passage.article]
    same = any(numbers(one.text) & numbers(best.text) for one in others)
    return of.type.sort == "count" and best in counted and same


_ALL: Final = 0.99


def _bar(question: Question, passages: Sequence[Passage]) -> float:
    """How likely what the rules tell must answer."""
    if question.language == "en" and not is_of_ai(_of_the_named(question, passages)):
        return OF_ELSE
    return BAR if asked_for(question.text) is None else _BY_RULE


def _of_the_named(question: Question, passages: Sequence[Passage]) -> Sequence[Passage]:
    """The reports in whose titles stands whom the question names, where it names somebody and some do: the others tell nothing of what it is about."""
    named = {one.id for one in mentions(question.text)}
    return [one for one in passages if named & {each.id for each in mentions(one.title)}] or passages


def is_of_ai(passages: Sequence[Passage]) -> bool:
    """Enough of the leading reports are."""
    leading = passages[:_LEADING]
    ours = sum(judge(one.title, one.text).is_ai for one in leading)
    return not leading or ours >= _OF_AI * len(leading)


def _chosen(
    of: Sought, likely: Sequence[tuple[float, Candidate]], best: Candidate, *, by_rule: bool
) -> list[tuple[float, Candidate]]:
    """The best, and what else surely answers, or is told by the rules and not much less likely; `by_rule`: all that they tell."""
    sure = likely[0][0]
    chosen = [likely[0]]
    if sure >= _PLAIN and of.type.held_by(best.text) == 1 and not by_rule:
        return chosen
    for odds, one in likely[1:]:
        fit = odds >= _BESIDE or (one.told >= 0 and (by_rule or odds >= _MUCH * sure))
        length = sum(len(each.text) for _, each in (*chosen, (odds, one)))
        if len(chosen) == _MOST or not fit or one.passage.language != best.passage.language or length > _LONGEST:
            continue
        if any(alike(one.unit.words, each.unit.words) for _, each in chosen) or not _is_grounded(one):
            continue
        chosen.append((odds, one))
    return chosen


def _is_grounded(one: Candidate) -> bool:
    return check(one.text, [one.passage.text, one.passage.title]).supported


def _sentence(one: Candidate, answer: Answer) -> Sentence:
    told = (each for each in answer.sentences if each.text == one.text)
    return next(told, Sentence(one.text, (Citation(one.passage.url, one.text, one.passage.source),)))
