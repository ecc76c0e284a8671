"""On PostgreSQL the index's tokens really stand apart from the numbers that a search reads: a row of theirs was too short to be moved."""

from alembic import op

revision = "0013"
down_revision = "0012"


def upgrade() -> None:
    if op.get_bind().dialect.name == "sqlite":
        return
    op.execute("ALTER TABLE search_index RENAME TO search_index_before")
    # PostgreSQL moves a long value out of a row only where the row has more than 2 kB, whatever `toast_tuple_target` says. The blanks make
    # every row that long; they are pressed into some thirty bytes, then the tokens go, and what a search goes through is a ninth.
    op.execute(
        "CREATE TABLE search_index (doc BIGINT NOT NULL, tokens TSVECTOR NOT NULL, blanks TEXT NOT NULL DEFAULT repeat(' ', 2200))"
    )
    op.execute("ALTER TABLE search_index ALTER COLUMN tokens SET STORAGE EXTERNAL")
    op.execute("ALTER TABLE search_index SET (toast_tuple_target = 128)")
    op.execute("INSERT INTO search_index (doc, tokens) SELECT doc, tokens FROM search_index_before ORDER BY doc")
    op.execute("DROP TABLE search_index_before")
    op.execute(
        "ALTER TABLE search_index ADD PRIMARY KEY (doc),"
        " ADD FOREIGN KEY (doc) REFERENCES search_documents (doc) ON DELETE CASCADE"
    )
    op.execute("CREATE INDEX ix_search_index_tokens ON search_index USING gin (tokens)")
