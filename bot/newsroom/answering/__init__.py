"""One exchange: a question, its answer, and what becomes of both."""
