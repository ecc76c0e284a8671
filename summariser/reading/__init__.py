"""What one article is: its kind, topic, time and voices, and which of its sentences are fit to be told."""
