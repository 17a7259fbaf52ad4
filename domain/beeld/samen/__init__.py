"""How people work together in an opgave, as read-only pages: each view takes a state and gives a `Vel`."""
