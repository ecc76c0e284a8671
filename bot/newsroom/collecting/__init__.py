"""From sources to articles, stories and what is searched of them."""
