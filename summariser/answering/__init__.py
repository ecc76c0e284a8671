"""What answers one question: passages, sentences weighed, comparisons; or an honest silence."""
