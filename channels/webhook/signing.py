"""Standard Webhooks signatures: https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md"""

import base64
import binascii
import hmac
import secrets
from datetime import datetime
from typing import Final

from channels.webhook.limits import NEW_SECRET_BYTES, SECRET_BYTES
from news.errors import BadInput

PREFIX: Final = "whsec_"


def new_secret() -> str:
    return PREFIX + base64.b64encode(secrets.token_bytes(NEW_SECRET_BYTES)).decode()


def parse_secret(text: str) -> str:
    """A secret with its prefix. Raises BadInput, without repeating it, for one that the specification does not allow."""
    plain = text.strip().removeprefix(PREFIX)
    try:
        size = len(base64.b64decode(plain, validate=True))
    except (binascii.Error, ValueError):
        size = 0
    if size not in SECRET_BYTES:
        low, high = SECRET_BYTES.start, SECRET_BYTES.stop - 1
        raise BadInput("secret", f"write whsec_ and {low} to {high} random bytes in base64, or leave it out to get one")
    return PREFIX + plain


def signed_headers(secret: str, *, id: str, at: datetime, body: bytes) -> dict[str, str]:
    """The three headers of one attempt: `id` stays the same when it is made again, `at` does not."""
    timestamp = str(int(at.timestamp()))
    key = base64.b64decode(secret.removeprefix(PREFIX))
    digest = hmac.digest(key, f"{id}.{timestamp}.".encode() + body, "sha256")
    signature = f"v1,{base64.b64encode(digest).decode()}"
    return {"webhook-id": id, "webhook-timestamp": timestamp, "webhook-signature": signature}
