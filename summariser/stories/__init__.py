"""Which reports tell one event, how much it matters, and in which order events are told."""
