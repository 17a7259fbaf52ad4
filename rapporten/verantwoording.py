"""What was done, learned and decided in one opgave, for its partners (S0-08, S3-29)."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from documenten.inhoud import Alinea, Blok, Deel, Document, Gegevens, Lijst
from domain.beeld.inbrengtelling import Telling, inbrengtelling
from domain.beeld.openbaar import OPENBARE_ORGANEN
from domain.feit import Feit
from domain.stand import Stand
from domain.woorden import euro, gewoon, met_namen, orgaan
from domain.zinnen import vertel
from rapporten.leven import Gezeefd, kenmerk, moment
from rapporten.opmaak import ZEEF, dag, deel, tabel
from rapporten.verantwoording_cijfers import Besluit, Verantwoording, besluiten, geld, resultaten

SOORT = "Verantwoording"
GEDAAN = frozenset(
    {
        *("OpgaveGestart", "FaseBegonnen", "OpgaveGepauzeerd", "OpgaveHervat", "OpgaveIngetrokken", "OpgaveAfgesloten"),
        *("TrekkerAangewezen", "PartnerToegetreden", "PartnerUitgetreden", "PartnerGegaanIn"),
        *("OrganiseervormGekozen", "VormInWerking", "VormWijzigingGestart", "VormtrajectBeeindigd"),
        *("PilotGestart", "PilotOpgeschort", "PilotHervat", "PilotGestopt", "PilotAfgerond"),
        *("EvaluatieOpgesteld", "VervolgBepaald", "OpgaveGesplitst", "OpgaveSamengevoegd", "TafelGeopend"),
    }
)
"""Kinds of fact that tell what was done; what is not here is not told."""


def cijfers(leven: Gezeefd) -> Verantwoording:
    """The numbers of one opgave as it stood on the day of the report."""
    stand = leven.stand
    blad: Any = stand.bladen.get("participatie")
    return Verantwoording(
        opgave=leven.id,
        op=leven.op,
        gedaan=sum(1 for _ in _gedaan(leven)),
        besluiten=besluiten(stand),
        lessen=len(stand.lessen),
        reflecties=sum(f.inhoud.blad == "reflectie" for _, f in leven.inhoud("BladVastgelegd")),
        geld=geld(stand),
        resultaten=resultaten(stand),
        inbreng=inbrengtelling(stand).totaal,
        bereik_rechtstreeks=blad.bereik_rechtstreeks if blad else 0,
        bereik_via_partners=blad.bereik_via_partners if blad else 0,
    )


def document(v: Verantwoording, leven: Gezeefd) -> Document:
    """The report."""
    stand = leven.stand
    delen = (
        _kort(v, stand),
        deel("Wat we afspraken over de weg", *_afspraken(stand)),
        deel(
            "Wat is gedaan", tabel("Wat er gebeurde", ("Dag", "Wat"), _gedaan(leven), "Er is nog niets gebeurd.", 1, 4)
        ),
        deel("Wat is besloten", _besluiten(v.besluiten)),
        deel("Wat is geleerd", *_geleerd(v, stand)),
        deel("Resultaten", _resultaten(v)),
        deel("Geld", _geld(v)),
        deel("Meedoen en bereik", *_meedoen(v, stand)),
    )
    return Document(SOORT, leven.titel, _kop(v, stand), delen, kenmerk((leven,)), moment(v.op))


def _kop(v: Verantwoording, stand: Stand) -> Gegevens:
    loop = stand.leven
    return Gegevens(
        (
            ("Opgave", v.opgave),
            ("Thema", loop.thema),
            ("Gebied", loop.gebied),
            ("Trekker", met_namen(orgaan(loop.trekker), stand)),
            ("Stand", f"{gewoon(loop.toestand)}, fase {loop.fase} {loop.fase.naam}"),
            ("Stand op", dag(v.op)),
        )
    )


def _kort(v: Verantwoording, stand: Stand) -> Deel:
    zinnen = (
        f"Besluiten van Gedeputeerde Staten en Provinciale Staten: {len(v.besluiten)}. Lessen: {v.lessen}. "
        f"Reflecties: {v.reflecties}.",
        f"Voorstellen van buiten: {v.inbreng.voorgesteld}, waarvan {v.inbreng.overgenomen} overgenomen.",
    )
    betekenis: Any = stand.bladen.get("betekenis")
    tekst = betekenis.tekst if betekenis else stand.leven.betekenis_voor_flevolander
    return deel("In het kort", Alinea(tekst or "-", nadruk=True), Alinea("\n".join(zinnen)), Alinea(ZEEF))


def _afspraken(stand: Stand) -> Iterator[Blok]:
    proces: Any = stand.bladen.get("procesafspraken")
    yield Lijst(proces.afspraken) if proces else Alinea("Er zijn geen procesafspraken vastgelegd.")
    rijen = ((b.tekst, gewoon(b.type)) for b in _bladen(stand, "resultaatafspraak"))
    leeg = "Er zijn geen afspraken over resultaten vastgelegd."
    yield tabel("Afspraken over resultaten", ("Resultaat", "Soort"), rijen, leeg, 4, 1)


def _bladen(stand: Stand, soort: str) -> Iterator[Any]:
    return (blad for _, blad in sorted(stand.bladen.items()) if blad.blad == soort)


def _gedaan(leven: Gezeefd) -> Iterator[tuple[date, str]]:
    for feit in leven.feiten:
        if feit.inhoud.soort in GEDAAN:
            yield feit.gebeurd_op, met_namen(_zin(feit), leven.stand)


def _zin(feit: Feit) -> str:
    """The ordinary sentence; of who left without what it had promised or paid."""
    f: Any = feit.inhoud
    if f.soort == "PartnerUitgetreden":
        return f"{f.partner[:1].upper()}{f.partner[1:]} doet niet langer mee."
    return vertel(feit)


def _besluiten(rijen: Iterable[Besluit]) -> Blok:
    cellen = ((b.op, orgaan(b.orgaan), b.titel, ", ".join(w for w in (b.uitkomst, b.resultaat) if w)) for b in rijen)
    organen = " en ".join(orgaan(code) for code in OPENBARE_ORGANEN)
    kolommen = ("Dag", "Orgaan", "Waarover", "Uitkomst")
    return tabel("Besluiten", kolommen, cellen, f"{organen} hebben nog niets besloten.", 2, 3, 4, 3)


def _geleerd(v: Verantwoording, stand: Stand) -> Iterator[Blok]:
    lessen = ((les.titel, gewoon(les.status), les.aanbeveling or les.actie) for les in stand.lessen.values())
    leeg = "Er zijn nog geen lessen vastgelegd."
    yield tabel("Lessen", ("Les", "Stand", "Wat we voortaan doen"), lessen, leeg, 3, 1, 4)
    vragen = ((b.vraag, b.antwoord) for b in _bladen(stand, "leervraag"))
    yield tabel("Leervragen", ("Vraag", "Antwoord"), vragen, "De leervragen zijn nog niet beantwoord.", 1, 5)
    dilemmas = ((b.omschrijving, b.hoe_gehanteerd) for b in _bladen(stand, "dilemma"))
    yield tabel("Dilemma's", ("Dilemma", "Hoe ermee is omgegaan"), dilemmas, "Er zijn geen dilemma's vastgelegd.")
    yield Alinea(f"Reflecties tot nu toe: {v.reflecties}.")


def _resultaten(v: Verantwoording) -> Blok:
    oordeel = {True: "ja", False: "nee", None: "nog niet te zeggen"}
    rijen = (
        (f"{r.indicator} ({r.eenheid})", r.nulmeting, r.streefwaarde, r.gemeten, oordeel[r.gehaald])
        for r in v.resultaten
    )
    kolommen = ("Indicator", "Begin", "Doel", "Gemeten", "Gehaald")
    return tabel("Resultaten en indicatoren", kolommen, rijen, "Er zijn nog geen indicatoren.", 4, 1, 1, 1, 2)


def _geld(v: Verantwoording) -> Blok:
    rijen = ((gewoon(soort), euro(g.provincie), euro(g.partners)) for soort, g in v.geld.items())
    kolommen = ("Soort", "Provincie", "Partners samen")
    return tabel("Geld", kolommen, rijen, "Er is nog geen geld geboekt.")


def _meedoen(v: Verantwoording, stand: Stand) -> Iterator[Blok]:
    blad: Any = stand.bladen.get("participatie")
    if blad is None:
        yield Alinea("Er is nog niet vastgelegd hoe inwoners meedoen.")
    else:
        paren = (("Keuze", blad.keuze), ("Doel", blad.doel), ("Vorm", blad.vorm), ("Wanneer", blad.wanneer))
        bereik = f"{v.bereik_rechtstreeks} rechtstreeks en {v.bereik_via_partners} via partners"
        hoe = (("Verantwoording", blad.verantwoording), ("Bereik", bereik), ("Hoe geteld", blad.methode))
        yield Gegevens(paren + hoe)
    yield tabel("Wat van buiten is ingebracht", ("Wat", "Aantal"), _inbreng(v.inbreng), "Er is niets ingebracht.", 4, 1)


def _inbreng(t: Telling) -> tuple[tuple[str, int], ...]:
    telling = (("voorgesteld", t.voorgesteld), ("overgenomen", t.overgenomen), ("deels overgenomen", t.deels))
    return (*telling, ("niet overgenomen", t.niet), ("nog open", t.open), ("vragen", t.vragen))
