"""Find what answers one question: what it wants, and where in the archive that is looked for."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, tzinfo
from typing import Final

from bot.newsroom.finding.all_news import all_news, field_asked, is_between, theirs_in_a_field
from bot.newsroom.finding.catching_up import other_language, tongues
from bot.newsroom.finding.comparing import Ask, compare
from bot.newsroom.finding.enumerated import with_all_named
from bot.newsroom.finding.evidence import articles_of, cited_by, passages_for, terms_of
from bot.newsroom.finding.filling import filled
from bot.newsroom.finding.first_reports import first_reported
from bot.newsroom.finding.links import known_links
from bot.newsroom.finding.listing import listed
from bot.newsroom.finding.matter_course import matter_course
from bot.newsroom.finding.news_of import news_of
from bot.newsroom.finding.of_theme import held_by, of_question
from bot.newsroom.finding.other_sums import among_other_sums
from bot.newsroom.finding.post_holders import post_holder
from bot.newsroom.finding.pressure import PRESSURE
from bot.newsroom.finding.story_telling import telling
from bot.newsroom.finding.subject_news import names_a_thing, subject_news
from bot.newsroom.finding.trimming import in_one, keeping
from bot.newsroom.finding.verifying import verify
from bot.newsroom.finding.weeks import of_its_week
from bot.newsroom.finding.weighed_list import listed_most_like
from news.asking import LISTED, Answer, Intent, Passage, Question
from news.languages import readable
from news.model import Story
from news.phrases import phrase
from news.ports import Clock, Summariser
from news.text import search_tokens
from store.database import Database
from summariser.answering.answers import nearest_of
from summariser.answering.apposed import told_beside
from summariser.answering.at_odds import differ
from summariser.answering.causes import asks_why, may_give_reason
from summariser.answering.headlined import by_value
from summariser.answering.kinship import names_of, near
from summariser.answering.sureness import RIGHT_OF_HALF, RIGHT_OF_TOLD
from summariser.answering.untold import who_is_untold
from summariser.asking.conversation import beside_names
from summariser.asking.errands import asks_advice, asks_to_be_taught
from summariser.asking.field_followed import field_asked_of
from summariser.asking.inquiring import Wanted, wanted_of
from summariser.asking.intents import is_perhaps_news
from summariser.asking.list_forms import THING
from summariser.asking.one_thing import asks_for_one
from summariser.asking.rephrasing import rephrased, words_of_forms
from summariser.asking.themes import name_alone
from summariser.asking.understanding import Understood, core, elsewhere, is_name_and_no_more, marks_of, understand
from summariser.lists.listing import asks_how_many, listing_of
from summariser.lists.rostering import distinct, meets
from summariser.reading.doings import lists_new_models, whose_news
from summariser.words.aliases import mentions
from summariser.words.senses import tongue_of_line

_SEVERAL: Final = 2
_Told = tuple[Answer, list[Passage]]
_READ: Final = frozenset({Intent.FACT, Intent.EXPLAIN, Intent.CATCH_UP})
"""What is told by paragraphs anyway, or by none."""
_OF_A_FACT: Final = 0.5
"""So likely a line must answer where something else than a fact is asked for and not found."""
_OF_A_LIST: Final = 0.6
"""And so likely where a list was found."""
_ALL_NEWS: Final = frozenset({Intent.NEWS, Intent.WHATS_NEW, Intent.LIST})


def _is_of_field(question: Question, understood: Understood) -> bool:
    """What is between several, or in a field, is told by their news and by no list."""
    return is_between(understood) or bool(field_asked_of(question.text))


def _speaks_of_the_rest(text: str, news: Answer) -> bool:
    """Of somebody's news one line has a word of what else is asked: what somebody ate is told by none on what they said. Elsewhere than in English
    what only asks is not told from what is asked about."""
    rest = set(beside_names(text)) if text.isascii() else set()
    return not news.abstained and (not rest or any(rest & set(search_tokens(one.text)) for one in news.sentences))


class Finder:
    """What finding an answer needs from the house; one for each question."""

    def __init__(self, database: Database, clock: Clock, summariser: Summariser, zone: tzinfo) -> None:
        self.database, self._clock, self._summariser, self.zone = database, clock, summariser, zone

    def over(self, database: Database) -> "Finder":
        """The same over another archive."""
        return Finder(database, self._clock, self._summariser, self.zone)

    def today(self, question: Question) -> date:
        return question.asked.astimezone(self.zone).date()

    async def whole(self, question: Question, understood: Understood) -> tuple[Answer, list[Passage]]:
        """Of a question that goes on from nothing."""
        if understood.sides:
            ask, sides = self._of_one(question, understood), understood.sides
            answer, passages = await compare(sides, question, understood, self.zone, database=self.database, ask=ask)
            compared = await self._known_nearest(answer, question), passages
            return await self._or_a_line(compared, question, understood)

        async def told_of(meant: Understood) -> _Told:
            return await self._asked(question, meant)

        told = await of_its_week(told_of, question, understood, self.today(question))
        text, begins = question.text, not question.before  # a follow-up has its matter
        fact = begins and told[0].abstained and understood.intent is Intent.FACT
        if begins and told[0].abstained and (other := await self._in_other_words(question, understood)):
            return other
        if fact and not asks_for_one(text) and is_perhaps_news(text, marks_of(text)):
            news = replace(understood, intent=Intent.WHATS_NEW)
            lines = await of_its_week(told_of, question, news, self.today(question))
            return lines if _speaks_of_the_rest(text, lines[0]) else told
        return await self._or_a_line(told, question, understood)

    async def _in_other_words(self, question: Question, understood: Understood) -> _Told | None:
        """A fact that was not found, asked as the archive more often says it."""
        if understood.intent not in (Intent.FACT, Intent.EXPLAIN) or understood.general or PRESSURE.is_high:
            return None
        async with self.database.read() as tx:
            known = await tx.search.weights(["", *words_of_forms(question.text)], tenant=question.tenant)
        for text in rephrased(question.text, known):
            own = replace(understand(text, today=self.today(question)), span=understood.span)
            own = replace(own, sources=understood.sources, languages=understood.languages)
            if own.intent not in (Intent.FACT, Intent.EXPLAIN):
                continue
            told = await self._told(replace(question, text=text, wording=text), own, None)
            if not told[0].abstained and told[0].intent not in LISTED:
                return told
        return None

    async def _or_a_line(self, told: _Told, question: Question, understood: Understood) -> _Told:
        """What was found for a list, a comparison, news or advice; where that is nothing, or a list that is only likely, the line that answers the question
        as one of a fact, where one surely does."""
        if understood.intent in _READ or understood.general or PRESSURE.is_high or asks_to_be_taught(question.text):
            return told
        listed = understood.intent is Intent.LIST and not told[0].abstained
        if not (told[0].abstained or listed):
            return told
        as_fact = replace(understood, intent=Intent.FACT, sides=())
        asked = await self._with_terms(question, as_fact)
        answer, passages = await self._found(asked, as_fact)
        if answer.abstained or answer.confidence < (_OF_A_LIST if listed else _OF_A_FACT):
            return told
        return await self._finished(answer, passages, asked, as_fact), passages

    async def _asked(self, question: Question, understood: Understood) -> _Told:
        wanted = None if _is_of_field(question, understood) else wanted_of(understood.text, understood.intent)
        told = await self._told(question, understood, wanted)
        told = await filled(told, question, understood, wanted, self.zone, database=self.database)
        if told[0].abstained and (course := await self._course(question, understood)):
            return course
        return await with_all_named(told, question, understood, self.zone, database=self.database)

    def _of_one(self, question: Question, asked: Understood) -> Ask:
        """Answers what one alone is asked, of the time and sources of the question that compares it."""

        async def ask(text: str) -> _Told:
            own = understand(text, today=self.today(question))
            own = replace(own, span=asked.span, sources=asked.sources, languages=asked.languages, sides=())
            return await self._told(replace(question, text=text), own, wanted_of(text, own.intent))

        return ask

    async def _told(self, question: Question, understood: Understood, wanted: Wanted | None) -> _Told:
        if any(one.company for one in mentions(understood.text)) or understood.intent not in LISTED:
            course = await self._course(question, understood)
            if course is not None:
                return course
        asked = await self._with_terms(question, understood)
        news = await self._news_of(asked, understood)
        if news is not None and not news[0].abstained:
            return news
        told = await self._headlines(asked, question, understood, wanted, beside=news is None)
        if told is None:
            return await self._by_paragraphs(asked, understood, wanted, news)
        counts = asks_how_many(question.text)
        if understood.intent is not Intent.FACT or wanted is not None or counts or PRESSURE.is_high:
            return told
        # Headlines that hold the words of a question may tell it or not: the line that answers it comes first.
        line = await self._by_paragraphs(asked, understood, wanted, news)
        one = line[0].abstained and not asks_for_one(question.text)
        return told if one else line

    async def _course(self, question: Question, understood: Understood) -> _Told | None:
        answer = await matter_course(question, understood, self.zone, database=self.database)
        return await self._with_evidence(await self._known_nearest(answer, question), question) if answer else None

    async def _headlines(
        self, asked: Question, question: Question, understood: Understood, wanted: Wanted | None, *, beside: bool
    ) -> _Told | None:
        """A list, the news of a thing, of everybody or of a field (`beside` those of somebody), or whatever headlines hold what is asked
        about; None where a paragraph may tell it. `asked`: the question with its terms."""
        told = None if _is_of_field(question, understood) else await self._listed(question, understood, wanted)
        if told is None and names_a_thing(understood):
            told = await self._subject_news(asked, understood)
        if told is None and beside:
            meant = replace(question, text=understood.text, intent=understood.intent)
            told = await self._all_news(question, understood, meant)
        if told is None:
            told = await self._subject_news(asked, understood)
        if told is not None and not told[0].abstained and wanted is not None:
            is_of = await held_by(question, understood, told[1], database=self.database)
            told = keeping(told[0], is_of), told[1]
        if told is not None and not told[0].abstained:
            return told
        answer = await of_question(question, understood, self.zone, database=self.database)
        if answer is None:
            return told
        return await self._with_evidence(await self._known_nearest(answer, question), question)

    async def _by_paragraphs(
        self, question: Question, understood: Understood, wanted: Wanted | None, news: _Told | None
    ) -> _Told:
        answer, passages = await self._found(question, understood)
        if wanted is not None and wanted.kind not in ("", THING):  # they tell a list where they tell its predicate
            answer = keeping(answer, lambda one: meets(wanted, one.text, tongue_of_line(one.text)))
            answer = replace(answer, sentences=distinct(answer.sentences))
        answer = keeping(answer, await held_by(question, understood, passages, database=self.database))
        answer = keeping(answer, lambda one: not one.text.rstrip().endswith(("?", "？")))
        if answer.abstained and (first := await first_reported(answer, question, self.zone, database=self.database)):
            return first
        if answer.abstained and (holder := await post_holder(answer, question, database=self.database)):
            return holder
        if answer.abstained and news is not None and news[0].nearest:
            return news[0], passages
        if answer.abstained and understood.intent is Intent.EXPLAIN and is_name_and_no_more(understood.text):
            new = Intent.WHATS_NEW  # what no report explains ("what is OpenAI?") is shown by its latest news
            shown = await self._news_of(replace(question, intent=new), replace(understood, intent=new))
            if shown is not None and not shown[0].abstained:
                note = phrase(question.language, "answer.not_explained")
                return replace(shown[0], note=f"{note} {shown[0].note}".rstrip()), shown[1]
        if understood.intent is Intent.HOW_TO:
            of_it = tuple(link for link in answer.nearest if names_of(link.headline) & names_of(question.text))
            answer = replace(answer, sentences=(), abstained=True, confidence=0.0, nearest=of_it)
        return await self._finished(answer, passages, question, understood), passages

    async def _listed(self, question: Question, understood: Understood, wanted: Wanted | None) -> _Told | None:
        """The list that is asked for; None where none is, or where a paragraph may tell it."""
        listing = listing_of(understood.text, understood.intent) if wanted is None or wanted.has_forms else None
        if listing:
            answer, passages = await listed(listing, question, understood, self.zone, database=self.database)
            goes_on = listing.rest if wanted is None else not listing.places
            if not (answer.abstained and goes_on) or (wanted is None and (listing.places or listing.sort)):
                return await self._known_nearest(answer, question), passages
        told = await listed_most_like(wanted, question, understood, self.zone, database=self.database)
        return (await self._known_nearest(told[0], question), told[1]) if told else None

    async def _known_nearest(self, answer: Answer, question: Question) -> Answer:
        return replace(answer, nearest=await known_links(answer.nearest, question.tenant, database=self.database))

    async def sources(self, question: Question) -> Mapping[str, str]:
        async with self.database.read() as tx:
            return await tx.sources.names(tenant=question.tenant)

    async def _with_terms(self, question: Question, understood: Understood) -> Question:
        terms = await terms_of(understood, database=self.database, tenant=question.tenant)
        span = understood.span
        since = datetime.combine(span.start, datetime.min.time(), self.zone) if span else None
        return replace(question, text=understood.text, intent=understood.intent, terms=terms, since=since)

    async def _found(self, question: Question, understood: Understood) -> tuple[Answer, list[Passage]]:
        """From reports in the asker's language, else from those in any; from those alone whose language is asked for."""
        passages: list[Passage] = []
        answer: Answer | None = None
        for language in understood.languages or readable(question.language):
            there, asked = understood, question
            if language != question.language:
                there = elsewhere(understood, language or "en")
                asked = await self._with_terms(question, there)
            more = await passages_for(asked, there, language, self.zone, database=self.database)
            answer = await self._summariser.answer(asked, more)
            if answer.abstained and (told := told_beside(question.text, more)):
                answer = replace(answer, sentences=told, abstained=False, confidence=RIGHT_OF_TOLD)
            answer = by_value(answer, question, more)
            answer, more = await verify(answer, more, asked, there, language, self.zone, database=self.database)
            passages = [*passages, *more]
            if not answer.abstained:
                answer = answer if language else in_one(answer, more)
                break
        assert answer is not None
        if answer.abstained and passages:
            answer = replace(answer, nearest=nearest_of(near(understood.text, passages)))
        answer = replace(answer, intent=understood.intent)

        async def others() -> Sequence[Passage]:
            there = elsewhere(understood, "en")
            asked = await self._with_terms(question, there)
            return await passages_for(asked, there, None, self.zone, database=self.database)

        return await among_other_sums(answer, passages, question, others)

    async def _with_evidence(self, answer: Answer, question: Question) -> tuple[Answer, list[Passage]]:
        return answer, await cited_by(answer, database=self.database, tenant=question.tenant)

    async def _news_of(self, question: Question, understood: Understood) -> tuple[Answer, list[Passage]] | None:
        """Of somebody of whom nothing more is asked: what matters most of that time, a line each; None where more is asked."""
        named = not understood.general and understood.intent in (Intent.NEWS, Intent.WHATS_NEW)
        field = field_asked(understood)
        named = named and not understood.topics and not (field and (field.named or field.parties))
        whose = whose_news(question, core(understood)) if named else None
        if whose is None and named and (alone := name_alone(understood.text)):  # what else it says only asks
            whose = whose_news(replace(question, text=alone, intent=Intent.WHATS_NEW), search_tokens(alone))
        wanted: Callable[[str], bool] = bool
        if (theirs := theirs_in_a_field(understood)) is not None:
            whose, wanted = theirs
        if whose is None:
            return None
        answer, passages = await news_of(whose, question, understood, self.zone, database=self.database, wanted=wanted)
        if answer.abstained and wanted is not bool:
            return None
        return await self._known_nearest(answer, question), passages

    async def _all_news(self, question: Question, understood: Understood, meant: Question) -> _Told | None:
        """News of everybody, or of a field; None where something else is asked."""
        general = understood.general or lists_new_models(meant, core(understood))
        general = understood.intent is Intent.CATCH_UP or (understood.intent in _ALL_NEWS and general)
        field = field_asked(understood)
        if not general and field is None:
            return None
        answer = await all_news(
            question, understood, field, self.zone, self._clock, self._summariser, database=self.database
        )
        if not general and len(answer.sentences) < (_SEVERAL if understood.intent is Intent.LIST else 1):
            return None
        return answer, await cited_by(answer, database=self.database, tenant=question.tenant)

    async def _subject_news(self, question: Question, understood: Understood) -> _Told | None:
        answer = await subject_news(question, understood, self.zone, database=self.database)
        return await self._with_evidence(answer, question) if answer is not None else None

    async def telling_of(self, story: Story, question: Question) -> _Told | None:
        """What its telling, or its reports as such, say to a question that asks for a part of it; None where another is asked."""
        articles = await articles_of(story, question, database=self.database)
        if not articles:
            return None
        told = await telling(story, articles, question, self.zone, summariser=self._summariser)
        return await self._with_evidence(told, question) if told is not None else None

    async def reports_of(self, question: Question) -> list[Passage]:
        """What lies nearest to a question, in its language and in any."""
        understood = replace(understand(question.text, today=self.today(question)), intent=Intent.FACT)
        asked = await self._with_terms(question, understood)
        found = [
            one
            for language in (question.language, None)
            for one in await passages_for(asked, understood, language, self.zone, database=self.database)
        ]
        return list({one.article: one for one in found}.values())

    async def _finished(
        self, answer: Answer, passages: Sequence[Passage], question: Question, understood: Understood
    ) -> Answer:
        """With the nearest stories by their own names, and with a word on what is not as asked for."""
        nearest = answer.nearest
        if answer.abstained and not nearest and understood.span and understood.intent is not Intent.HOW_TO:
            any_time = replace(understood, span=None)
            nearest = (await self._found(question, any_time))[0].nearest
        nearest = await known_links(nearest, question.tenant, database=self.database)
        note = ""
        if understood.intent is Intent.HOW_TO:
            declined = "answer.advice" if asks_advice(question.text) else "answer.how_to"
            note = phrase(question.language, declined if nearest else "answer.off_topic")
        elif answer.abstained:
            note = phrase(question.language, f"answer.{'not_told' if asks_why(question.text) else 'not_in_archive'}")
        else:
            odds = differ(question.text, answer.sentences, english=question.language == "en")
            spoken = other_language(tongues(answer, passages, question.language), question.language)
            told = [one.text for one in answer.sentences]
            why = asks_why(question.text) and not any(map(may_give_reason, told))
            who = who_is_untold(question.text, told)
            answer = replace(answer, confidence=min(answer.confidence, RIGHT_OF_HALF)) if why or who else answer
            said = [
                key for key, is_so in (("reports_differ", odds), ("reason_untold", why), ("who_untold", who)) if is_so
            ]
            notes = (*(phrase(question.language, f"answer.{key}") for key in said), spoken)
            note = " ".join(filter(None, notes))
        return replace(answer, nearest=nearest, note=note)
