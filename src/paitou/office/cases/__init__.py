"""What was ordered in 批示 and meetings → items with an owner, a last day and a source."""
