"""The whole timeline: every fact that may be read, in the order in which it was recorded."""

from audit import zekerheid
from audit.dossier.bron import Bron, kort
from audit.tijd.gronden import redenen
from documenten.inhoud import Alinea, Deel, Tabel
from domain.feit import Feit
from domain.kalender import lokale_datum


def tijdlijn(bron: Bron) -> Deel:
    """One row per fact: when it happened, what, who said so, and how sure that is."""
    rijen = tuple(
        (
            str(f.seq),
            kort(f.gebeurd_op) + (f" (vastgelegd {kort(lokale_datum(f.vastgelegd_op))})" if f.laat_vastgelegd else ""),
            _wat(bron, f),
            bron.wie(f.door),
            zekerheid.WOORDEN[f.door.zekerheid],
        )
        for f in bron.feiten
    )
    gaten = f" Van {bron.dicht} feiten is alleen de vingerafdruk hier." if bron.dicht else ""
    uitleg = f"Elk feit zoals het is vastgelegd, in de volgorde van het vastleggen.{gaten}"
    kolommen = ("Feit", "Datum", "Wat er gebeurde", "Door wie", "Hoe zeker is dit")
    tabel = Tabel("Alle feiten", kolommen, rijen, (2, 4, 14, 5, 5), breed=True)
    return Deel("Bijlage: de hele tijdlijn", (Alinea(uitleg), tabel), anker="tijdlijn")


def _wat(bron: Bron, feit: Feit) -> str:
    """What happened, and why where the sentence does not tell."""
    zin = bron.zin(feit)
    if bron.geheim(feit.inhoud):
        return zin
    return bron.namen(" ".join((zin, *(f"Waarom: {reden}" for reden in redenen((feit,), zin)))))
