"""The Slack channel: the daily message and what its buttons open, written for Block Kit."""
