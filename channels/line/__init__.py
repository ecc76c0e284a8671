"""LINE, whole: briefs and answers as Flex messages, the webhook that hears, the chat that answers for free."""
