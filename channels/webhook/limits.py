"""What a webhook may cost and hold, as data.

Numbers of https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md are marked (spec).
"""

from datetime import timedelta
from typing import Final

ANSWER_SECONDS: Final = 10.0
"""A receiver has this long from the first packet to the head of its answer."""
CONNECT_SECONDS: Final = 5.0
LONGEST_WAIT: Final = timedelta(hours=24)
"""A `Retry-After` beyond this is cut to it."""
LONGEST_URL: Final = 2000
LONGEST_TEXT: Final = 2000
"""Characters of the plain `text` for bridges that show nothing else: a Discord message holds so many."""
SECRET_BYTES: Final = range(24, 65)
"""A signing secret's length (spec)."""
NEW_SECRET_BYTES: Final = 32
