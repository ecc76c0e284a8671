"""Encrypting what must not be read from the database alone: Fernet (AES-128-CBC and HMAC-SHA256) under the install's key."""

import base64
import hashlib
from typing import Final

from news.errors import BadInput, StoreError

SETTING: Final = "AINEWS_SECRET_KEY"
_SHORTEST: Final = 32
_FEWEST: Final = 12
"""Different characters: fewer is a key like 'aaaa…' or '1234…'."""
_DEFAULTS: Final = ("change", "secret", "default", "example", "password", "insecure", "todo", "xxxx")
_REMEDY: Final = f'set {SETTING} to what `python -c "import secrets; print(secrets.token_urlsafe(32))"` prints'


class Sealer:
    """Seals and opens with `key`; several, parted by commas: the first seals, all open, so that a key can be changed.

    Raises BadInput for a key that is missing, short or somebody's default.
    """

    def __init__(self, key: str) -> None:
        keys = [one.strip() for one in key.split(",") if one.strip()]
        if not keys:
            raise BadInput(SETTING, f"it is not set, so tokens cannot be kept; {_REMEDY}")
        for one in keys:
            _check(one)
        from cryptography.fernet import Fernet, MultiFernet  # 5 MB that an install without tokens need not load

        self._fernet = MultiFernet([Fernet(_derived(one)) for one in keys])

    def seal(self, text: str) -> str:
        return self._fernet.encrypt(text.encode()).decode()

    def open(self, sealed: str) -> str:
        """Raises StoreError for what was sealed with another key."""
        from cryptography.fernet import InvalidToken

        try:
            return self._fernet.decrypt(sealed.encode()).decode()
        except InvalidToken:
            remedy = "give the old key too, as NEW,OLD, or install again"
            raise StoreError(SETTING, f"a token was encrypted with another key; {remedy}") from None


def _check(key: str) -> None:
    if len(key) < _SHORTEST:
        raise BadInput(SETTING, f"it has {len(key)} characters, {_SHORTEST} are the least; {_REMEDY}")
    if len(set(key)) < _FEWEST or any(word in key.lower() for word in _DEFAULTS):
        raise BadInput(SETTING, f"it looks like a default, which anybody may know; {_REMEDY}")


def _derived(key: str) -> bytes:
    return base64.urlsafe_b64encode(hashlib.sha256(b"ainews tokens\0" + key.encode()).digest())
