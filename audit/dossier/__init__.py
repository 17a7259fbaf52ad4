"""The dossier of one opgave for people: what happened, who decided, what came of it, and how sure that is."""
