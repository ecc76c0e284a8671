"""Floor 2: the verbs. Each takes by keyword only what it uses; doors call them and add nothing."""
