"""The document channel: a brief or an answer as one document to read, print or pipe on."""
