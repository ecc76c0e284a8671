"""What a language model writes, paid for once and checked before it is told."""
