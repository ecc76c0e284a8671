"""The rich menus: four taps at the bottom of the chat, an image in each language. Made by scripts/rich-menus."""

import hashlib
import json
import logging
import time
from functools import cache
from importlib import resources
from typing import Final

from linebot.v3.messaging import (
    CreateRichMenuAliasRequest,
    RichMenuRequest,
    UpdateRichMenuAliasRequest,
)

from channels.line.api import LineApi
from channels.line.flex import Json, ask_with_keyboard, postback
from news.errors import DeliveryError, Unreachable
from news.languages import LANGUAGES, Language
from news.phrases import phrase

WIDTH: Final = 1200
HEIGHT: Final = 405
ENTRIES: Final = ("today", "ask", "topics", "settings")
_OURS: Final = "ainews "
_ASKED_AGAIN: Final = 60.0
"""Seconds after which a menu that is not there is looked for again."""
_log = logging.getLogger(__name__)


def alias(language: Language) -> str:
    """What a language's menu is known by, whichever is the current one."""
    return f"ainews-{language.lower()}"


def image(language: Language) -> bytes:
    return resources.files("channels.line").joinpath("menus", f"{language}.png").read_bytes()


@cache
def menu(language: Language) -> Json:
    """Named for what it holds, so that the same is uploaded once."""
    step = WIDTH // len(ENTRIES)
    areas = [
        {"bounds": {"x": number * step, "y": 0, "width": step, "height": HEIGHT}, "action": _action(entry, language)}
        for number, entry in enumerate(ENTRIES)
    ]
    bar = phrase(language, "line.menu")
    made: Json = {"size": {"width": WIDTH, "height": HEIGHT}, "selected": True, "chatBarText": bar, "areas": areas}
    content = json.dumps(made, sort_keys=True).encode() + image(language)
    return {**made, "name": f"{_OURS}{language} {hashlib.sha256(content).hexdigest()[:12]}"}


def _action(entry: str, language: Language) -> Json:
    label = phrase(language, f"line.{entry}")
    return ask_with_keyboard(label, do=entry) if entry == "ask" else postback(label, do=entry)


class RichMenus:
    """At LINE. Raises DeliveryError."""

    def __init__(self, api: LineApi) -> None:
        self._api = api
        self._ids: dict[Language, str] = {}
        self._asked: dict[Language, float] = {}

    async def link(self, user: str, language: Language) -> bool:
        """Shows a user the menu of a language; False without menus (no `ainews line setup` yet): everything can be typed."""
        calls = self._api.messaging
        try:
            if language not in self._ids:
                if time.monotonic() < self._asked.get(language, -_ASKED_AGAIN) + _ASKED_AGAIN:
                    return False
                self._asked[language] = time.monotonic()
                found = await self._api.call(
                    "menu", alias(language), calls.get_rich_menu_alias_with_http_info, alias(language)
                )
                self._ids[language] = found.data.rich_menu_id
            link = calls.link_rich_menu_id_to_user_with_http_info
            await self._api.call("menu", user, link, user, self._ids[language])
        except DeliveryError as error:
            if self._ids.pop(language, None):
                self._asked.pop(language, None)  # the menu is another one by now
            _log.info("no rich menu for %s: %s", user, error)
            return False
        return True

    async def set_up(self, default: Language) -> int:
        """Uploads what is not there yet, points the aliases to it, removes what is ours and old; how many were uploaded."""
        calls = self._api.messaging
        listed = (await self._api.call("menu", "list", calls.get_rich_menu_list_with_http_info)).data.richmenus or []
        there = {one.name: one.rich_menu_id for one in listed if one.name.startswith(_OURS)}
        wanted: dict[str, str] = {}
        for language in LANGUAGES:
            made = menu(language)
            known = there.get(made["name"])
            if known and not await self._has_image(known):
                await self._set_image(known, image(language))
            id = known or await self._upload(made, image(language))
            wanted[made["name"]] = id
            await self._point(alias(language), id)
            if language == default:
                await self._api.call("menu", id, calls.set_default_rich_menu_with_http_info, id)
        for name, id in there.items():
            if name not in wanted:
                await self._api.call("menu", id, calls.delete_rich_menu_with_http_info, id)
        return len(wanted.keys() - there.keys())

    async def _upload(self, made: Json, picture: bytes) -> str:
        request = RichMenuRequest.from_dict(made)
        created = await self._api.call(
            "menu", made["name"], self._api.messaging.create_rich_menu_with_http_info, request
        )
        id = str(created.data.rich_menu_id)
        await self._set_image(id, picture)
        return id

    async def _set_image(self, id: str, picture: bytes) -> None:
        upload = self._api.blob.set_rich_menu_image_with_http_info
        await self._api.call("menu image", id, upload, id, picture, _headers={"Content-Type": "image/png"})

    async def _has_image(self, id: str) -> bool:
        """Without one a menu stands there under its name and is never shown: an upload was interrupted."""
        try:
            await self._api.call("menu image", id, self._api.blob.get_rich_menu_image_with_http_info, id)
        except Unreachable:
            return False
        return True

    async def _point(self, name: str, id: str) -> None:
        calls = self._api.messaging
        try:
            known = (await self._api.call("menu", name, calls.get_rich_menu_alias_with_http_info, name)).data
        except Unreachable:
            request = CreateRichMenuAliasRequest.from_dict({"richMenuAliasId": name, "richMenuId": id})
            await self._api.call("menu", name, calls.create_rich_menu_alias_with_http_info, request)
            return
        if known.rich_menu_id != id:
            update = UpdateRichMenuAliasRequest.from_dict({"richMenuId": id})
            await self._api.call("menu", name, calls.update_rich_menu_alias_with_http_info, name, update)
