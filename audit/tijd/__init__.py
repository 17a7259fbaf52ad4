"""Looking back: the state at a moment, as known or as true, what differs, and the timeline."""
