"""Working together: who took part, what was asked and answered, promises, signals, and what partners brought in."""

from audit.dossier.bron import DICHT, Bron, kort
from documenten.inhoud import Alinea, Blok, Deel, Tabel
from domain.tooi import met_id
from domain.woorden import gewoon

SCHAAL = "Ernst 1 is licht, 3 is zwaar."


def partners(bron: Bron) -> Deel:
    """The partners, the requests to them with their answers, and what they brought in themselves."""
    blokken = [blok for blok in (_partners(bron), _verzoeken(bron), _inbreng(bron)) if blok]
    leeg: tuple[Blok, ...] = (Alinea("Er deden geen partners mee."),)
    return Deel("Partners en hun antwoorden", tuple(blokken) or leeg, anker="partners")


def _partners(bron: Bron) -> Tabel | None:
    rijen = tuple(
        (
            p.naam,
            gewoon(p.type),
            p.rol or "-",
            kort(p.toegetreden_op),
            f"uitgetreden op {kort(p.uitgetreden_op)}" if p.uitgetreden_op else "doet mee",
            lichaam.tooi if (lichaam := met_id(p.id)) else "-",
        )
        for p in bron.stand.partners.values()
    )
    kolommen = ("Partner", "Soort", "Rol", "Sinds", "Nu", "TOOI")
    return Tabel("Partners", kolommen, rijen, (4, 3, 4, 2, 3, 4), breed=True) if rijen else None


def _verzoeken(bron: Bron) -> Tabel | None:
    rijen = tuple(
        (
            v.id,
            bron.naam(v.aan),
            bron.tekst(v, v.vraag),
            kort(v.uiterlijk),
            _antwoord(bron, v.status, gewoon(v.oordeel or ""), kort(v.beantwoord_op)),
            DICHT if bron.geheim(v) else bron.namen(v.antwoord) or "-",
        )
        for v in bron.stand.verzoeken.values()
    )
    kolommen = ("Verzoek", "Aan", "Vraag", "Uiterlijk", "Uitkomst", "Antwoord")
    return Tabel("Verzoeken en antwoorden", kolommen, rijen, (1, 3, 5, 2, 3, 5), breed=True) if rijen else None


def _antwoord(bron: Bron, status: str, oordeel: str, op: str) -> str:
    match status:
        case "beantwoord":
            return f"{oordeel}, op {op}"
        case "zonder_reactie":
            return "geen antwoord; er is besloten zonder verder te gaan"
        case _:
            return gewoon(status)


def _inbreng(bron: Bron) -> Tabel | None:
    rijen = tuple(
        (
            kort(i.gedaan_op),
            bron.naam(i.van),
            f"{gewoon(i.inbrengsoort)}: {i.onderwerp}",
            bron.namen(f"{gewoon(i.oordeel)}: {i.antwoord}") if i.oordeel else "nog niet behandeld",
        )
        for i in bron.stand.inbreng.values()
    )
    return (
        Tabel("Wat zelf is ingebracht", ("Datum", "Van", "Wat", "Wat ermee is gedaan"), rijen, (2, 3, 5, 5))
        if rijen
        else None
    )


def signalen(bron: Bron) -> Deel:
    """Signals that working together was strained."""
    rijen = tuple(
        (
            kort(s.gemeld_op),
            str(s.ernst),
            bron.namen(s.omschrijving),
            s.opgevangen_door or "niemand",
            bron.namen(f"{s.ingreep} (door {s.ingreep_door}, {kort(s.gesloten_op)})")
            if s.gesloten_op
            else "staat open",
        )
        for s in bron.stand.signalen.values()
    )
    if not rijen:
        return Deel("Signalen", (Alinea("Er zijn geen signalen gemeld."),), anker="signalen")
    kolommen = ("Gemeld", "Ernst", "Wat", "Opgevangen door", "Hoe het afliep")
    return Deel(
        "Signalen", (Alinea(SCHAAL), Tabel("Signalen", kolommen, rijen, (2, 1, 6, 3, 5), breed=True)), anker="signalen"
    )


def afspraken(bron: Bron) -> Deel:
    """Promises and motions: who does it, by when, and what came of it."""
    rijen = tuple(
        (
            a.id,
            bron.tekst(a, a.tekst),
            bron.naam(a.wie),
            gewoon(a.bron),
            kort(a.uiterlijk) or "geen datum",
            f"{kort(a.afgerond_op)}: {bron.tekst(a, a.resultaat)}" if a.afgerond_op else "nog niet afgedaan",
        )
        for a in bron.stand.afspraken.values()
    )
    if not rijen:
        return Deel("Afspraken en toezeggingen", (Alinea("Er zijn geen afspraken vastgelegd."),), anker="afspraken")
    kolommen = ("Nr", "Afspraak", "Wie", "Komt uit", "Uiterlijk", "Afgedaan")
    tabel = Tabel("Afspraken, moties en toezeggingen", kolommen, rijen, (3, 5, 3, 3, 3, 5), breed=True)
    return Deel("Afspraken en toezeggingen", (tabel,), anker="afspraken")
