"""Is a told sentence borne out by its sources, and harmless? Copies, retellings and translations."""
