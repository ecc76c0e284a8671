"""Finished workflows leave rows; without this they would stay for ever."""

from datetime import datetime, timedelta
from typing import Final

from dbos import DBOS

KEPT: Final = timedelta(days=3)
"""Long enough to see what went wrong last night, or over a weekend."""
_FINISHED: Final = ["SUCCESS", "ERROR", "CANCELLED", "MAX_RECOVERY_ATTEMPTS_EXCEEDED"]
_AT_ONCE: Final = 500


async def delete_finished(now: datetime, *, kept: timedelta = KEPT) -> int:
    """Deletes workflows that ended before; how many. `now` is the real time: the engine's rows know no other."""
    before, deleted = (now - kept).isoformat(), 0
    while True:
        done = await DBOS.list_workflows_async(
            status=_FINISHED, completed_before=before, limit=_AT_ONCE, load_input=False, load_output=False
        )
        if not done:
            return deleted
        await DBOS.delete_workflows_async([one.workflow_id for one in done])
        deleted += len(done)
