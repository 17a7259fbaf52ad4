"""A document, wherever one is named."""

from domain.basis import Model, Naam, Vingerafdruk


class Stuk(Model):
    """A document, by reference and hash; its text never enters the history."""

    titel: Naam
    referentie: Naam
    sha256: Vingerafdruk | None = None
