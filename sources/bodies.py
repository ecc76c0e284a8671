"""Reading an answer's body without trusting its size: counted after decompression, stopped at the cap."""

import zlib
from collections.abc import Callable
from typing import Final

from aiohttp import ClientResponse

_GZIP: Final = 16 + zlib.MAX_WBITS


class BodyError(Exception):
    """Why a body cannot be used, in words for a reader."""


async def read_body(response: ClientResponse, *, cap: int) -> bytes:
    """The decompressed body, at most `cap` bytes. A compressed body that breaks off gives what came. Raises BodyError."""
    length = response.headers.get("Content-Length", "")
    if length.isdecimal() and int(length) > cap:
        raise BodyError(too_long(cap))
    unpack = _unpacker(response.headers.get("Content-Encoding", ""))
    pieces: list[bytes] = []
    size = 0
    async for chunk in response.content.iter_any():
        try:
            piece = unpack(chunk, cap + 1 - size)
        except zlib.error as error:
            raise BodyError("its compression is broken") from error
        pieces.append(piece)
        size += len(piece)
        if size > cap:
            raise BodyError(too_long(cap))
    return b"".join(pieces)


def too_long(cap: int) -> str:
    return f"more than {cap / 2**20:g} MiB"


class _Inflate:
    """gzip (also in several members), zlib and bare deflate."""

    def __init__(self) -> None:
        self._inflate = zlib.decompressobj(_GZIP)
        self._started = False

    def __call__(self, data: bytes, limit: int) -> bytes:
        if not self._started and data:
            self._started = True
            if data[0] != 0x1F:
                self._inflate = zlib.decompressobj(zlib.MAX_WBITS if data[0] & 15 == 8 else -zlib.MAX_WBITS)
        out = self._inflate.decompress(data, limit)
        while self._inflate.eof and self._inflate.unused_data[:1] == b"\x1f" and len(out) < limit:
            rest = self._inflate.unused_data
            self._inflate = zlib.decompressobj(_GZIP)
            out += self._inflate.decompress(rest, limit - len(out))
        return out


def _plain(data: bytes, limit: int) -> bytes:
    return data


def _unpacker(encoding: str) -> Callable[[bytes, int], bytes]:
    kind = encoding.strip().lower()
    if kind in ("", "identity"):
        return _plain
    if kind in ("gzip", "x-gzip", "deflate"):
        return _Inflate()
    raise BodyError(f"compressed as {kind[:20]}, which was not asked for")
