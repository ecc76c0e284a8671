"""From an edition to its receivers, once each."""
