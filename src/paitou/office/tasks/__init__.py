"""What the machine must do by itself, and when → done once each, in sight of people."""
