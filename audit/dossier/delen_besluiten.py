"""The decisions: all in one table, then each with its votes, amendments and articles, and its record."""

from collections.abc import Iterator

from audit.dossier.bron import DICHT, Bron, kort
from documenten.inhoud import Alinea, Blok, Deel, Gegevens, Lijst, Tabel, Uitklap
from domain.beeld.besluitdossier import Besluitdossier, besluitdossier
from domain.stemmen.gegevens import Stemuitslag
from domain.taal.behandeling import Amendement
from domain.taal.besluiten import BesluitGenomen, Besluitstap
from domain.woorden import gewoon


def besluiten(bron: Bron) -> tuple[Deel, ...]:
    """The overview, and a part of its own for every step that was decided on."""
    genomen = bron.van(BesluitGenomen)
    rijen = tuple(
        (
            str(nr),
            kort(b.genomen_op or f.gebeurd_op),
            bron.naam(b.orgaan),
            bron.namen(_wat(b.naam or b.code, b.onderwerp)),
            bron.namen(_uitkomst(b)),
        )
        for nr, (f, b) in enumerate(sorted(genomen, key=lambda p: p[1].genomen_op or p[0].gebeurd_op), start=1)
    )
    blokken: tuple[Blok, ...] = (Alinea("Er is nog niets besloten."),)
    if rijen:
        kolommen = ("Nr", "Datum", "Orgaan", "Besluit", "Uitkomst")
        blokken = (Tabel("Alle besluiten op datum", kolommen, rijen, (1, 2, 3, 6, 4), breed=True),)
    stappen = [s for s in bron.stand.stappen.values() if s.behandelingen]
    return (Deel("Besluiten", blokken, anker="besluiten"), *(_stap(bron, s) for s in stappen), *_open(bron))


def _uitkomst(b: BesluitGenomen) -> str:
    stemmen = _telling(b.uitslag)
    return (
        gewoon(b.uitkomst) + (f": {gewoon(b.resultaat)}" if b.resultaat else "") + (f" ({stemmen})" if stemmen else "")
    )


def _wat(naam: str, onderwerp: str) -> str:
    return naam if onderwerp in ("", naam) else f"{naam}: {onderwerp}"


def wie_kort(wie: str) -> str:
    """`griffier:griffier-2` as people read it: the function, with the id of the person where it says more."""
    functie, _, subject = wie.partition(":")
    return gewoon(functie) if subject in ("", functie) else f"{gewoon(functie)} ({subject})"


def _telling(uitslag: Stemuitslag | None) -> str:
    return f"{uitslag.voor} voor, {uitslag.tegen} tegen" if uitslag and uitslag.voor is not None else ""


def _open(bron: Bron) -> Iterator[Deel]:
    """Steps that still wait."""
    wacht = [s for s in bron.stand.stappen.values() if s.status in ("open", "voorgelegd", "aangehouden")]
    if wacht and not bron.stand.leven.voorbij:
        rijen = tuple(
            (s.id, bron.naam(s.orgaan), bron.namen(f"{s.naam}: {s.onderwerp}"), gewoon(s.status)) for s in wacht
        )
        tabel = Tabel("Stappen waarover nog niet is besloten", ("Stap", "Orgaan", "Wat", "Stand"), rijen, (2, 3, 6, 2))
        yield Deel("Nog niet besloten", (tabel,), niveau=3)


def _stap(bron: Bron, stap: Besluitstap) -> Deel:
    """One step with all its treatments."""
    dossier = besluitdossier(bron.stand, bron.feiten, stap)
    kop = f"{stap.id} {_wat(stap.naam, dossier.onderwerp)}"
    blokken = [blok for f, b in bron.van(BesluitGenomen) if b.stap == stap.id for blok in _behandeling(bron, b, f.seq)]
    geheim = (Alinea(DICHT, nadruk=True),) if dossier.geheim else ()
    return Deel(bron.namen(kop), (*geheim, *blokken, *_mist(bron, dossier), _achttien(bron, dossier)), niveau=3)


def _behandeling(bron: Bron, b: BesluitGenomen, seq: int) -> Iterator[Blok]:
    paren = (
        ("Uitkomst", _uitkomst(b)),
        ("Waarom", b.motivering),
        ("Hoe de uitkomst volgt", b.uitslag.uitleg if b.uitslag else ""),
        ("Op grond van", "; ".join(dict.fromkeys((*b.grondslag, *(b.uitslag.grondslag if b.uitslag else ()))))),
        ("Wat er anders is", b.wijziging),
        ("Vastgelegd door", wie_kort(b.vastgelegd_door)),
        ("Bevestigd door", wie_kort(b.bevestigd_door)),
        ("Feit", str(seq)),
    )
    yield Gegevens(tuple((n, bron.namen(w)) for n, w in paren if w))
    if b.beslispunten:
        yield Alinea("Beslispunten:")
        yield Lijst(b.beslispunten, genummerd=True)
    yield from _stemmen(b, seq)
    if b.amendementen:
        yield _amendementen(bron, b, seq)


def _stemmen(b: BesluitGenomen, seq: int) -> Iterator[Blok]:
    if b.stemming and b.stemming.per_fractie:
        rijen = tuple(
            (s.fractie, str(s.voor), str(s.tegen), str(s.afwezig), str(s.art28)) for s in b.stemming.per_fractie
        )
        kolommen = ("Fractie", "Voor", "Tegen", "Afwezig", "Onthouden (PW 28)")
        yield Tabel(f"Stemmen per fractie over {b.stap} (feit {seq})", kolommen, rijen, (4, 2, 2, 2, 3), breed=True)


def _amendementen(bron: Bron, b: BesluitGenomen, seq: int) -> Tabel:
    rijen = tuple((a.nr, a.soort, a.titel, ", ".join(a.indieners), _bij(a)) for a in b.amendementen)
    kolommen = ("Nr", "Soort", "Titel", "Indieners", "Uitkomst")
    return Tabel(f"Amendementen en moties bij {b.stap} (feit {seq})", kolommen, rijen, (1, 2, 5, 3, 3), breed=True)


def _bij(a: Amendement) -> str:
    stemmen = _telling(a.uitslag)
    uitkomst = gewoon(a.uitkomst) if a.uitkomst else gewoon(a.uitslag.uitkomst) if a.uitslag else ""
    return f"{uitkomst} ({stemmen})" if stemmen else uitkomst


def _mist(bron: Bron, dossier: Besluitdossier) -> Iterator[Blok]:
    if dossier.besloten and dossier.ontbreekt:
        mist = bron.namen("; ".join(dossier.ontbreekt))
        yield Alinea(f"Dit ontbreekt, met het nummer van het punt hieronder: {mist}.", nadruk=True)


def _achttien(bron: Bron, dossier: Besluitdossier) -> Uitklap:
    """The eighteen points in short: what stands there, or why nothing does."""
    paren = []
    for element in dossier.elementen:
        regels = [f"{w.naam}: {w.waarde}" for w in element.waarden] + [
            f"{mist}: ontbreekt" for mist in element.ontbreekt
        ]
        tekst = "\n".join(regels) or element.leeg or "niets vastgelegd"
        paren.append((f"{element.nr} {element.naam}", bron.namen(tekst)))
    titel = f"De achttien punten van {dossier.stap}"
    return Uitklap(
        titel, (Tabel(f"Het verslag van {dossier.stap}", ("Punt", "Wat is vastgelegd"), tuple(paren), (1, 3)),)
    )
