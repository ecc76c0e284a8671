"""Words, names, numbers, days and grammar in six languages: what every other part compares texts with."""
