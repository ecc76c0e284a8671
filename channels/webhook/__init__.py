"""The webhook channel: a brief as signed JSON, posted to a URL. It calls nobody back and is called by nobody."""
