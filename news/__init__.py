"""Floor 0: the nouns, seams, errors and text that every room speaks. No I/O library."""
