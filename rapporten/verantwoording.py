"""What was done, learned and decided in one opgave, for its partners (S0-08, S3-29)."""

from collections.abc import Iterable, Iterator, Mapping
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
from rapporten.verantwoording_cijfers import (
    Besluit,
    Geldsom,
    Verantwoording,
    besluiten,
    gebeurd,
    geld,
    geld_over,
    resultaten,
)

SOORT = "Verantwoording"
GEDAAN = frozenset(
    {
        *("OpgaveGestart", "FaseBegonnen", "OpgaveGepauzeerd", "OpgaveHervat", "OpgaveIngetrokken", "OpgaveAfgesloten"),
        *("TrekkerAangewezen", "PartnerToegetreden", "PartnerUitgetreden", "PartnerGegaanIn"),
        *("OrganiseervormGekozen", "VormInWerking", "VormWijzigingGestart", "VormtrajectBeeindigd"),
        *("PilotGestart", "PilotOpgeschort", "PilotHervat", "PilotGestopt", "PilotAfgerond"),
        *("EvaluatieOpgesteld", "VervolgBepaald", "OpgaveGesplitst", "OpgaveSamengevoegd", "DelenOntvangen"),
        *("TafelGeopend", "TafelGesloten", "IntakeGestart", "IntakeBeantwoord", "BronverhaalVastgelegd"),
        *("VerbondenPartijVastgelegd", "VerbondenheidBeeindigd"),
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
        geld_over=geld_over(stand),
        **gebeurd(leven),
    )


def document(v: Verantwoording, leven: Gezeefd) -> Document:
    """The report."""
    stand = leven.stand
    delen = (
        _kort(v, stand),
        deel("Wat we afspraken over de weg", *_afspraken(stand)),
        deel(
            "Wat is gedaan",
            tabel("Wat er gebeurde", ("Dag", "Wat"), _gedaan(leven), "Er is nog niets gebeurd.", 1, 4),
            tabel("Geteld", ("Wat", "Aantal"), _geteld(v), "", 4, 1),
        ),
        deel("Wat is besloten", _besluiten(v.besluiten)),
        deel("Wat is geleerd", *_geleerd(v, stand)),
        deel("Resultaten", _resultaten(v)),
        deel("Geld", *_geld(v)),
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


def _geteld(v: Verantwoording) -> Iterator[tuple[str, int]]:
    """What was asked, told and found; of conversations, changes and reviews only how many, for the words are inside."""
    yield "gezamenlijke intakes", v.intakes
    yield "waarvan beantwoord", v.intakes_beantwoord
    yield "bronverhalen", v.verhalen
    yield "verbonden partijen", v.verbonden
    for groep, aantal in v.gesprekken.items():
        yield f"gesprekken met {groep}", aantal
    yield "veranderingen van buiten", v.veranderingen
    yield "reviews van de samenwerking", v.reviews
    yield "waarvan afgerond", v.reviews_klaar


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


def _geld(v: Verantwoording) -> Iterator[Blok]:
    """What was booked; and what is left of it once something went along to another opgave."""
    kolommen = ("Soort", "Provincie", "Partners samen")
    yield tabel("Geld dat is geboekt", kolommen, _sommen(v.geld), "Er is nog geen geld geboekt.")
    if "overgeheveld" in v.geld:
        yield tabel("Geld dat over is na overhevelen", kolommen, _sommen(v.geld_over), "")


def _sommen(geld: Mapping[str, Geldsom]) -> Iterator[tuple[str, str, str]]:
    for soort, som in geld.items():
        yield gewoon(soort), _bedrag(som.provincie), _bedrag(som.partners)


def _bedrag(centen: int) -> str:
    return euro(centen) if centen >= 0 else f"-{euro(-centen)}"


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
