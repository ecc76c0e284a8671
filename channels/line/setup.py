"""What `ainews line setup` does at LINE, and what only a person can do in its console."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import Final

from linebot.v3.messaging import SetWebhookEndpointRequest, TestWebhookEndpointRequest

from channels.line.api import LineApi
from channels.line.menus import RichMenus
from news.errors import DeliveryError
from news.languages import Language

LEFT: Final = (
    "In the LINE Developers console, Messaging API: switch on “Use webhook” and “Webhook redelivery”.",
    "In LINE Official Account Manager, Response settings: switch off “Auto-response messages” and “Greeting messages”.",
    "For groups: in the console, switch on “Allow bot to join group chats”.",
    "To greet people in their own language, have them consent to their profile's language being told (it is asked otherwise).",
)
"""LINE has no call for these."""


@dataclass(frozen=True, slots=True)
class Step:
    """`well` is False when it failed; `detail` then says what to do."""

    name: str
    well: bool
    detail: str


async def set_up(api: LineApi, *, webhook: str, language: Language) -> AsyncIterator[Step]:
    """Each step as it is done; a failed one does not keep the others from being tried."""
    try:
        info = (await api.call("info", "the account", api.messaging.get_bot_info_with_http_info)).data
    except DeliveryError as error:
        yield Step("account", False, error.reason)
        return
    yield Step("account", True, f"{info.display_name} ({info.basic_id})")
    yield await _webhook(api, webhook)
    yield await _tested(api, webhook)
    yield await _menus(api, language)


async def account(api: LineApi) -> Step:
    """Does LINE take the token? For `ainews doctor`."""
    try:
        info = (await api.call("info", "the account", api.messaging.get_bot_info_with_http_info)).data
    except DeliveryError as error:
        return Step("LINE", False, error.reason)
    return Step("LINE", True, f"{info.display_name} ({info.basic_id})")


async def _webhook(api: LineApi, webhook: str) -> Step:
    request = SetWebhookEndpointRequest.from_dict({"endpoint": webhook})
    try:
        await api.call("webhook", webhook, api.messaging.set_webhook_endpoint_with_http_info, request)
    except DeliveryError as error:
        return Step("webhook", False, f"{webhook} was not taken: {error.reason}")
    return Step("webhook", True, webhook)


async def _tested(api: LineApi, webhook: str) -> Step:
    """LINE calls us and says how that went."""
    request = TestWebhookEndpointRequest.from_dict({"endpoint": webhook})
    try:
        call = api.messaging.test_webhook_endpoint_with_http_info
        said = (await api.call("webhook test", webhook, call, test_webhook_endpoint_request=request)).data
    except DeliveryError as error:
        return Step("webhook test", False, error.reason)
    if said.success:
        return Step("webhook test", True, "LINE reached it and was answered")
    hint = "is `ainews serve` running, and is AINEWS_LINE_CHANNEL_SECRET this channel's?"
    return Step("webhook test", False, f"LINE says {said.status_code} {said.reason}: {hint}")


async def _menus(api: LineApi, language: Language) -> Step:
    try:
        new = await RichMenus(api).set_up(language)
    except DeliveryError as error:
        return Step("rich menus", False, error.reason)
    return Step("rich menus", True, f"{new} uploaded, six languages are there, {language} is the default")
