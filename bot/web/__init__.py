"""Pages: server-rendered, readable without a script, escaped everywhere."""
