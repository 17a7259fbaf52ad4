"""The statenvoorstel and the GS-nota: what a body gets to read when a step is put before it.

All of it comes from the fact and from the state just after it, so the same fact always gives the same document.
"""

from datetime import date

from activities.documenten.vragen import INSTRUMENTNAMEN, gevraagd, instrument
from documenten.inhoud import Alinea, Deel, Document, Gegevens, Lijst, Tabel
from domain.beeld.samen.stukcheck import stukcheck
from domain.feit import Feit
from domain.gevolg import Voorleggen
from domain.kalender import dagtekst, datum_voluit
from domain.regels import besluiten, termijnen
from domain.regels import geheim as geheim_
from domain.regels.hulp import Context
from domain.reglement.model import Reglement
from domain.reglement.register import reglement
from domain.stand import Stand
from domain.taal.behandeling import Behandeling
from domain.taal.besluiten import Besluitstap
from domain.taal.termijnen import Termijn
from domain.woorden import gewoon, met_namen, orgaan

NAMEN = {
    "statenvoorstel": "Statenvoorstel",
    "gs_nota": "Nota voor Gedeputeerde Staten",
    "initiatiefvoorstel": "Initiatiefvoorstel",
    "motie": "Motie vreemd aan de orde van de dag",
}
"""The kinds of document that go with a proposal, as people call them."""

_PER_ORGAAN = {"PS": "statenvoorstel", "GS": "gs_nota"}
_TERMIJNSOORTEN = {"wettelijk": "Deze termijn staat in de wet.", "afgesproken": "Deze termijn is afgesproken."}
_MEESTE_BIJLAGEN = 200


def soort_van(voorstel: Voorleggen) -> str | None:
    """Which document goes with a proposal; None for a body that is not GS or PS."""
    soort = _PER_ORGAAN.get(voorstel.orgaan)
    return voorstel.code if soort and voorstel.code in NAMEN else soort


def kenmerk(feit: Feit) -> str:
    """The receipt: with it anyone can check that this fact was recorded so."""
    return f"{feit.opgave}:{feit.seq} {feit.hash[:12]}"


def titel_van(stand: Stand, voorstel: Voorleggen) -> str:
    """The subject of the step and nothing else; under geheimhouding the neutral title."""
    geheim = geheim_.rustend(stand, voorstel.stap)
    onderwerp = geheim.neutrale_titel if geheim else stand.stappen[voorstel.stap].onderwerp
    return met_namen(onderwerp, stand) or stand.stappen[voorstel.stap].naam


def maak_voorstel(stand: Stand, feit: Feit, voorstel: Voorleggen) -> Document:
    """The document; `stand` is the state just after the fact that put the step before its body."""
    stap, regels = stand.stappen[voorstel.stap], reglement(stand.reglement)
    vragen = tuple(met_namen(vraag, stand) for vraag in gevraagd(stap, regels))
    delen = (
        Deel("Gevraagd besluit", (Alinea(vragen[0], nadruk=True), *map(Alinea, vragen[1:]))),
        Deel("Grondslag", (Alinea(stap.grond or "Er is geen artikel genoemd."),)),
        *_termijn(stand, stap, feit, regels),
        *_geheimhouding(stand, stap),
        *_toelichting(stand, voorstel),
        *_stukcheck(stand, voorstel),
        *_vooraf(stand, stap),
        *_bijlagen(stand, voorstel),
    )
    return Document(
        soortnaam=NAMEN[soort_van(voorstel) or "statenvoorstel"],
        titel=titel_van(stand, voorstel),
        kop=_kop(stand, stap, feit, voorstel),
        delen=delen,
        kenmerk=kenmerk(feit),
        moment=feit.vastgelegd_op,
    )


def _kop(stand: Stand, stap: Besluitstap, feit: Feit, voorstel: Voorleggen) -> Gegevens:
    fase, portefeuille = stand.leven.fase, stand.leven.portefeuille
    dag = datum_voluit(voorstel.vergadering_op) if voorstel.vergadering_op else "nog niet bekend"
    kennisgeving = getattr(feit.inhoud, "kennisgeving_op", None)
    middel = instrument(stap, reglement(stand.reglement))
    spoed = "" if geheim_.rustend(stand, stap.id) else getattr(feit.inhoud, "dringende_spoed", "")
    soms = (
        ("Instrument", INSTRUMENTNAMEN[middel] if middel else ""),
        ("Steller", gewoon(getattr(feit.inhoud, "steller", ""))),
        ("Indieners", ", ".join(stap.indieners)),
        ("Kennisgeving", datum_voluit(kennisgeving) if kennisgeving else ""),
        ("Dringende spoed", met_namen(spoed, stand)),
    )
    return Gegevens(
        (
            ("Voor", orgaan(stap.orgaan)),
            ("Vergadering", dag),
            ("Portefeuille", portefeuille or "niet vermeld"),
            ("Opgave", f"{stand.opgave} {stand.leven.titel}"),
            ("Fase", f"{fase} {fase.naam}"),
            ("Stap", f"{stap.code}: {stap.naam}"),
            *((naam, waarde) for naam, waarde in soms if waarde),
            ("Kenmerk", kenmerk(feit)),
        )
    )


def _termijn(stand: Stand, stap: Besluitstap, feit: Feit, regels: Reglement) -> tuple[Deel, ...]:
    termijn = next(iter(termijnen.lopend(stand, stap.id)), None) or _begint(stand, stap, feit, regels)
    if termijn is None:
        return ()
    soort = _TERMIJNSOORTEN.get(termijn.soort, "Deze termijn heeft de provincie zelf gesteld.")
    gegevens = (
        ("Laatste dag", datum_voluit(termijn.einde)),
        ("Begonnen op", datum_voluit(termijn.begin)),
        ("Termijn", f"{termijn.code} ({'; '.join(dict.fromkeys(termijn.grondslag))})"),
    )
    return (Deel("Termijn", (Alinea(soort), Gegevens(gegevens), *_uitleg(termijn))),)


def _uitleg(termijn: Termijn) -> tuple[Alinea, ...]:
    return (Alinea(termijn.uitleg),) if termijn.uitleg else ()


def _begint(stand: Stand, stap: Besluitstap, feit: Feit, regels: Reglement) -> Termijn | None:
    """The term that starts because of this very fact. It is the next fact, so it is not in the state yet."""
    ctx = Context(nu=feit.vastgelegd_op, op=feit.gebeurd_op, door=feit.door, reglement=regels)
    return next((start.termijn for start in besluiten.begint_termijn(stand, stap, ctx)), None)


def _geheimhouding(stand: Stand, stap: Besluitstap) -> tuple[Deel, ...]:
    """The mark on the document (PW 86 lid 1): who imposed it and why; the secret itself is somewhere else."""
    geheim = geheim_.rustend(stand, stap.id)
    if geheim is None:
        return ()
    gegevens = (("Opgelegd door", orgaan(geheim.orgaan)), ("Grond", geheim.grond), ("Stuk", geheim.referentie))
    return (Deel("Geheimhouding", (Alinea("Op dit voorstel rust geheimhouding.", nadruk=True), Gegevens(gegevens))),)


def _toelichting(stand: Stand, voorstel: Voorleggen) -> tuple[Deel, ...]:
    if geheim_.rustend(stand, voorstel.stap) or not voorstel.toelichting:
        return ()
    return (Deel("Toelichting", (Alinea(met_namen(voorstel.toelichting, stand)),)),)


def _stukcheck(stand: Stand, voorstel: Voorleggen) -> tuple[Deel, ...]:
    """Effective, inclusive, explainable (S1-06): three lines, also when nobody filled them in."""
    regels = stukcheck(stand, voorstel.stap)
    if geheim_.rustend(stand, voorstel.stap) or not regels:
        return ()
    paren = tuple((vraag.capitalize(), met_namen(antwoord, stand)) for vraag, antwoord in regels)
    return (Deel("Effectief, inclusief en uitlegbaar", (Gegevens(paren),)),)


def _bijlagen(stand: Stand, voorstel: Voorleggen) -> tuple[Deel, ...]:
    """The documents that belong to it, by reference and hash: who has one can check that it is this one."""
    if geheim_.rustend(stand, voorstel.stap):
        return ()
    if not voorstel.stukken:
        return (Deel("Bijlagen", (Alinea("Er zijn geen bijlagen."),)),)
    punten = tuple(
        "\n".join(
            (stuk.titel, f"Te vinden in: {stuk.referentie}", *((f"sha256: {stuk.sha256}",) if stuk.sha256 else ()))
        )
        for stuk in voorstel.stukken[:_MEESTE_BIJLAGEN]
    )
    over = len(voorstel.stukken) - len(punten)
    rest = (Alinea(f"Er zijn nog {over} bijlagen. Zij staan in het register bij feit {stand.seq}."),) if over else ()
    return (Deel("Bijlagen", (Lijst(punten, genummerd=True), *rest)),)


def _vooraf(stand: Stand, stap: Besluitstap) -> tuple[Deel, ...]:
    """The earlier decisions of this vormtraject or pilot, or on this step itself, in order of date."""
    eerder = [(b.op, s, b) for s in stand.stappen.values() if _hoort_bij(s, stap) for b in s.behandelingen]
    if not eerder:
        return (Deel("Wat eraan voorafging", (Alinea("Er ging nog geen besluit aan vooraf."),)),)
    rijen = tuple(_rij(stand, op, s, b) for op, s, b in sorted(eerder, key=lambda rij: rij[0]))
    tabel = Tabel("Eerdere besluiten, op datum", ("Datum", "Wie", "Stap", "Uitkomst"), rijen, (3, 4, 6, 4))
    return (Deel("Wat eraan voorafging", (tabel,)),)


def _hoort_bij(ander: Besluitstap, stap: Besluitstap) -> bool:
    if stap.traject is not None:
        return ander.traject == stap.traject
    return ander.id in (stap.id, stap.over) or (stap.pilot is not None and ander.pilot == stap.pilot)


def _rij(stand: Stand, op: date, stap: Besluitstap, behandeling: Behandeling) -> tuple[str, ...]:
    return (dagtekst(op), _wie(stand, stap.orgaan), f"{stap.code}: {stap.naam}", _uitkomst(behandeling))


def _wie(stand: Stand, code: str) -> str:
    partner = stand.partners.get(code)
    return partner.naam if partner else orgaan(code)


def _uitkomst(behandeling: Behandeling) -> str:
    """The outcome in words, with the votes where there were any."""
    inhoud = f" ({gewoon(behandeling.resultaat)})" if behandeling.resultaat else ""
    uitslag = behandeling.uitslag
    stemmen = f"\n{uitslag.voor} voor, {uitslag.tegen} tegen" if uitslag and uitslag.voor is not None else ""
    hersteld = f"\nhersteld op {dagtekst(behandeling.hersteld_op)}" if behandeling.hersteld_op else ""
    return gewoon(behandeling.uitkomst) + inhoud + stemmen + hersteld
