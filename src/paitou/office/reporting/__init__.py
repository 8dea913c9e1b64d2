"""What a plan needs to know → forms, submissions, approvals, and figures that stay."""
