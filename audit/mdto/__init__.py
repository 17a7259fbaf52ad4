"""Metadata for the archive: MDTO-XML 1.0.1 of the Nationaal Archief, for an opgave and everything in it."""
