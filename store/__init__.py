"""Remembers. Nouns in, nouns out: start at `store.database.Database`; rows never leave this room."""
