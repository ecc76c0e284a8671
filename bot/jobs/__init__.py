"""The durable engine: workflows and schedules over newsroom verbs. Start at `bot.jobs.engine`."""
