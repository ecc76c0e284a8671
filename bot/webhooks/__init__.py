"""Platform callbacks: guard, hand to the channel, which stores the job and acknowledges."""
