"""The rows of asking: questions with their answers, feedback, and where answers were posted. See `store.tables`."""

from datetime import datetime
from typing import Final

from sqlalchemy import Index, text
from sqlmodel import Field

from store.columns import FreeText, UtcDateTime
from store.rows import Row, table_of

_IN_THREAD = text("thread <> ''")
_CORRECTED = text("corrected IS NOT NULL")
_UNTOLD = text("state IN ('due', 'to-tell')")


class QuestionRow(Row, table=True):
    """A question with its answer. Anybody may ask, subscribed or not: the reader is known by the platform's id alone.

    `answer`, `correction` and `evidence` are JSON as `store.asking` writes them; `correction` is "" while the answer stands.
    """

    __tablename__ = "questions"
    __table_args__ = (
        Index("ix_questions_asked", "tenant", "asked"),
        Index("ix_questions_reader", "tenant", "reader", "asked"),
        Index("ix_questions_corrected", "tenant", "corrected", sqlite_where=_CORRECTED, postgresql_where=_CORRECTED),
        Index("ix_questions_thread", "tenant", "thread", "asked", sqlite_where=_IN_THREAD, postgresql_where=_IN_THREAD),
    )

    tenant: str = Field(primary_key=True)
    id: str = Field(primary_key=True)
    reader: str | None
    thread: str
    story: str | None
    text: str = Field(sa_type=FreeText)
    language: str
    asked: datetime = Field(sa_type=UtcDateTime)
    answer: str = Field(sa_type=FreeText)
    evidence: str = Field(sa_type=FreeText)
    correction: str = Field(sa_type=FreeText)
    corrected: datetime | None = Field(sa_type=UtcDateTime)


class FeedbackRow(Row, table=True):
    """What a person said of an answer or of a story; the last word counts."""

    __tablename__ = "feedback"
    __table_args__ = (
        Index("ix_feedback_at", "tenant", "at"),
        Index("ix_feedback_reader", "tenant", "reader"),
    )

    tenant: str = Field(primary_key=True)
    about: str = Field(primary_key=True)
    subject: str = Field(primary_key=True)
    reader: str = Field(primary_key=True)
    verdict: str
    brief: str
    at: datetime = Field(sa_type=UtcDateTime)


class PostRow(Row, table=True):
    """Where an answer was posted, and what became of its correction."""

    __tablename__ = "posts"
    __table_args__ = (Index("ix_posts_open", "tenant", "state", sqlite_where=_UNTOLD, postgresql_where=_UNTOLD),)

    tenant: str = Field(primary_key=True)
    answer: str = Field(primary_key=True)
    channel: str = Field(primary_key=True)
    address: str = Field(primary_key=True)
    platform_id: str = Field(primary_key=True)
    at: datetime = Field(sa_type=UtcDateTime)
    state: str
    attempts: int
    error: str = Field(sa_type=FreeText)


QUESTIONS: Final = table_of(QuestionRow)
FEEDBACK: Final = table_of(FeedbackRow)
POSTS: Final = table_of(PostRow)
