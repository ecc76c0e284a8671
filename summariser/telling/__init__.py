"""The default Summariser and its parts: a story in sentences of its sources, word for word."""
