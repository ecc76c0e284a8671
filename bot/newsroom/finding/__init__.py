"""From what a question wants to what the archive has for it."""
