"""Signatures as the Standard Webhooks specification has them."""

import base64
from datetime import UTC, datetime

import pytest

from channels.webhook.signing import new_secret, parse_secret, signed_headers
from news.errors import BadInput

AT = datetime(2021, 2, 25, 13, 11, 53, tzinfo=UTC)


def encoded(size: int) -> str:
    return base64.b64encode(b"x" * size).decode()


def test_a_signature_is_the_one_that_receivers_compute() -> None:
    """Computed by hand: openssl's HMAC-SHA256 over `id.timestamp.body` with the decoded secret."""
    secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"
    headers = signed_headers(secret, id="msg_p5jXN8AQM9LWM0D4loKWxJek", at=AT, body=b'{"test": 2432232314}')
    assert headers == {
        "webhook-id": "msg_p5jXN8AQM9LWM0D4loKWxJek",
        "webhook-timestamp": "1614258713",
        "webhook-signature": "v1,rPJKdxP2x1pe/fBR4ldmFIYHJlMQMxWv+YJ+2+NOges=",
    }


def test_the_signature_covers_id_time_and_body() -> None:
    """A change of any of them changes it."""
    secret = new_secret()
    one = signed_headers(secret, id="a", at=AT, body=b"{}")
    others = [
        signed_headers(secret, id="b", at=AT, body=b"{}"),
        signed_headers(secret, id="a", at=AT.replace(second=0), body=b"{}"),
        signed_headers(secret, id="a", at=AT, body=b"[]"),
        signed_headers(new_secret(), id="a", at=AT, body=b"{}"),
    ]
    assert all(other["webhook-signature"] != one["webhook-signature"] for other in others)


def test_a_new_secret_is_one_that_is_accepted() -> None:
    """And never the same twice."""
    assert parse_secret(new_secret()) != parse_secret(new_secret())


@pytest.mark.parametrize("size", [24, 64])
def test_a_secret_may_come_with_or_without_its_prefix(size: int) -> None:
    """It is kept with it. 24 and 64 bytes are the shortest and the longest."""
    assert parse_secret(f" {encoded(size)} ") == parse_secret(f"whsec_{encoded(size)}") == f"whsec_{encoded(size)}"


@pytest.mark.parametrize("text", ["whsec_", encoded(23), encoded(65), "whsec_not base64!", "päss" * 9, "hunter2"])
def test_a_secret_of_another_form_is_refused_and_not_repeated(text: str) -> None:
    """A message may end in a log, a password may not."""
    with pytest.raises(BadInput, match="24 to 64 random bytes") as caught:
        parse_secret(text)
    assert text.removeprefix("whsec_")[:6] not in str(caught.value) or text == "whsec_"
