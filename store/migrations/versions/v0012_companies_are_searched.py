"""The index begins anew: what it held did not say whose news a report is, and told 臺 from 台."""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"


def upgrade() -> None:
    # Of every tenant, which the condition says.
    op.execute("DELETE FROM search_index")
    op.execute("DELETE FROM search_documents WHERE search_documents.tenant = search_documents.tenant")
    op.execute("DELETE FROM search_terms")
    anew = sa.text("UPDATE briefs SET indexed = :no WHERE briefs.tenant = briefs.tenant")
    op.execute(anew.bindparams(no=False))
