"""What a question wants, whatever it is asked after."""
