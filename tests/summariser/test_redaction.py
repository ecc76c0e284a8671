"""No key and no password of a model's address is stored or shown, in whatever form a server echoes it."""

from base64 import b64encode

import pytest

from summariser.model.endpoints import Endpoint
from summariser.model.redaction import bare_address, without_secrets

KEY, ADDRESS = "hush-hush-4711", "http://reader:open%20sesame@models.example:8000/v1?key=abc"
BASIC = b64encode(b"reader:open sesame").decode()


@pytest.mark.parametrize(
    "secret",
    [
        KEY,
        KEY[::-1],
        b64encode(KEY.encode()).decode(),
        BASIC,
        BASIC.rstrip("="),
        BASIC[::-1],
        "open sesame",
        "open%20sesame",
    ],
)
def test_a_server_that_echoes_a_secret_is_quoted_without_it(secret: str) -> None:
    """Plain, turned round, in base64, as an address has it; the rest of its words stays."""
    told = without_secrets(f"Incorrect key: {secret} given", [KEY], ADDRESS)
    assert told == "Incorrect key: *** given"


def test_what_looks_like_a_secret_goes_too() -> None:
    """Whosever it is."""
    told = without_secrets("Authorization: Basic dTpw, Bearer abc, sk-live-123456 at https://u:p@host/v1", [], "")
    assert told == "Authorization: ***, ***, *** at https://***host/v1"


def test_a_provider_is_stored_by_its_address_without_user_and_password() -> None:
    """Nor does an endpoint show them when it is printed."""
    endpoint = Endpoint("openai/m", ADDRESS, KEY)
    assert endpoint.provider == "openai at http://models.example:8000/v1"
    assert bare_address("http://[") == ""
    assert "sesame" not in repr(endpoint)
