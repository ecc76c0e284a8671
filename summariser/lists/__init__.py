"""What is told where a question asks for several: which companies, what models, who."""
