"""From stories to one dated edition, told."""
