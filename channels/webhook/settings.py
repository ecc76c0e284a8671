"""What the webhook channel is told."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class WebhookSettings:
    """`base_url` is where briefs are seen as pages, "" when nowhere; `allow_private_hosts` opens private networks."""

    base_url: str = ""
    allow_private_hosts: bool = False
