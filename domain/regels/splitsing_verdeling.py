"""What has to be divided when an opgave is split or merged, where each thing may go, and what then goes along."""

from collections.abc import Iterable, Mapping
from typing import Literal

from domain.basis import Bedrag, Model, Weigering
from domain.regels import geheim, splitsing_afspraken, splitsing_geheim, splitsing_geld, splitsing_mee
from domain.regels.hulp import eis
from domain.regels.splitsing_geld import vrij_geld
from domain.stand import Stand
from domain.taal.afspraken import Afspraak
from domain.taal.besluiten import Besluitstap
from domain.taal.bladen_kaders import Kaderpunt, Kaders
from domain.taal.splitsing import (
    Deelsoort,
    Kaderdeel,
    Toedeling,
    Waarheen,
)
from domain.taal.verzoeken import AFSLUITING, Verzoek
from domain.woorden import datum, euro, gewoon, orgaan

ALLES: tuple[Waarheen, ...] = ("blijft", "gaat_mee", "beide")
HIER: tuple[Waarheen, ...] = ("blijft",)
KEUZE: tuple[Waarheen, ...] = ("blijft", "gaat_mee")
WEG: tuple[Waarheen, ...] = ("gaat_mee", "beide")
VAST_BESLUIT = (
    "Een besluit geldt voor de opgave waar het over is genomen; een ander onderwerp vraagt een eigen besluit."
)
NA_EINDE = "wat blijft, staat op een opgave die is afgelopen"
OVER_BESLOTEN = "er is over besloten"
VAST_GEHEIM = "Op deze stap rust geheimhouding (PW 86)."
ONTVANGST = "ontvangstbevestiging"
Sleutel = tuple[Deelsoort, str]
Gezegd = Mapping[Sleutel, Toedeling]
Hoe = Literal["splitsing", "samenvoeging"]


class Deel(Model):
    """One thing to divide: what it is, where it may go, and on what ground not elsewhere.

    `bedrag` is for money: how much of this source is free, in eurocents. `met_reden` are the ways that ask a reason,
    `want` says why. `hoeft_niet` is what stays when nobody names it.
    """

    soort: Deelsoort
    id: str
    wat: str
    mag: tuple[Waarheen, ...]
    grond: str = ""
    bedrag: Bedrag | None = None
    met_reden: tuple[Waarheen, ...] = ()
    want: str = OVER_BESLOTEN
    hoeft_niet: bool = False

    @property
    def moet(self) -> bool:
        """Whether someone must say where it goes: there is a choice, and saying nothing is none."""
        return len(self.mag) > 1 and not self.hoeft_niet

    @property
    def sleutel(self) -> Sleutel:
        return (self.soort, self.id)


def te_verdelen(stand: Stand, hoe: Hoe = "splitsing") -> tuple[Deel, ...]:
    """Everything of which someone says where it goes, kind by kind. What can only stay need not be named."""
    delen = (
        *_kaders(stand),
        *(_besluit(stand, s) for s in stand.stappen.values() if s.status == "besloten"),
        *(Deel(soort="partner", id=p.id, wat=p.naam, mag=ALLES) for p in stand.partners.values() if p.doet_mee),
        *(_verzoek(stand, v) for v in stand.verzoeken.values() if v.status == "open"),
        *(_afspraak(stand, a, hoe) for a in splitsing_afspraken.open_afspraken(stand)),
        *_termijnen(stand),
        *_geld(stand, hoe),
        *(Deel(soort="les", id=i, wat=les.titel, mag=ALLES) for i, les in stand.lessen.items() if _geldt(les.status)),
    )
    zwijgt, hier = splitsing_geheim.zwijgt(stand), {"mag": HIER, "grond": splitsing_geheim.VAST, "met_reden": ()}
    return tuple(d.met(**hier) if d.mag != HIER and zwijgt(d.soort, d.id) else d for d in delen)


def _geldt(status: str) -> bool:
    return status != "vervallen"


def _kaders(stand: Stand) -> Iterable[Deel]:
    """A frame that was decided on is not taken from its opgave without a reason, and never when that is secret."""
    stappen = [s for s in stand.stappen.values() if s.code == "kader"]
    met_reden = ("gaat_mee",) if any(_telt(stand, s) for s in stappen) else ()
    heel = {"mag": ALLES, "met_reden": met_reden}
    mag = {"mag": HIER, "grond": VAST_GEHEIM} if any(geheim.rust_op(stand, s) for s in stappen) else heel
    for deel in kaderdelen(stand):
        yield Deel(soort="kader", id=deel.id, wat=deel.tekst, **mag)


def _telt(stand: Stand, stap: Besluitstap) -> bool:
    """Whether a body decided yes on this frame, or has it before it now."""
    ligt_voor = stap.status == "voorgelegd" or stap.id in stand.vastleggingen
    return ligt_voor or stap.afloop == "positief"


def kaderdelen(stand: Stand) -> Iterable[Kaderdeel]:
    """The lines of the sheet `kaders`, as `inhoud.1` and `proces.1`, and the sheets `kaderpunt:...`."""
    blad = stand.bladen.get("kaders")
    if isinstance(blad, Kaders):
        for nr, tekst in enumerate(blad.inhoud, start=1):
            yield Kaderdeel(id=f"inhoud.{nr}", tekst=tekst, soort="inhoud")
        for nr, tekst in enumerate(blad.proces, start=1):
            yield Kaderdeel(id=f"proces.{nr}", tekst=tekst, soort="proces")
    for sleutel, punt in stand.bladen.items():
        if isinstance(punt, Kaderpunt):
            yield Kaderdeel(id=sleutel, tekst=punt.tekst, soort=punt.soort, punt=punt)


def _besluit(stand: Stand, stap: Besluitstap) -> Deel:
    """It never moves; the other may point at it, unless geheimhouding rests on it."""
    wat = f"{stap.naam} ({orgaan(stap.orgaan)}): {stap.onderwerp}".strip(": ")
    if geheim.rust_op(stand, stap):
        return Deel(soort="besluit", id=stap.id, wat=wat, mag=HIER, grond=VAST_GEHEIM)
    return Deel(soort="besluit", id=stap.id, wat=wat, mag=("blijft", "beide"), grond=VAST_BESLUIT, met_reden=("beide",))


def _verzoek(stand: Stand, verzoek: Verzoek) -> Deel:
    wat = f"{verzoek.aan}: {verzoek.vraag}"[:200]
    grond = _blijft_omdat(stand, verzoek)
    return Deel(soort="verzoek", id=verzoek.id, wat=wat, mag=HIER if grond else KEUZE, grond=grond)


def _afspraak(stand: Stand, afspraak: Afspraak, hoe: Hoe) -> Deel:
    """A promise made with a decision stays with it. At a split those that nobody names stay as well."""
    vast = {"soort": "afspraak", "id": afspraak.id, "wat": f"{orgaan(afspraak.wie)}: {afspraak.tekst}"[:200]}
    if afspraak.stap in stand.stappen:
        return Deel(**vast, mag=HIER, grond=f"De afspraak hoort bij {afspraak.stap}, en dat besluit blijft.")
    if hoe == "splitsing" and afspraak.id == ONTVANGST:
        return Deel(**vast, mag=HIER, grond="De nieuwe opgave bevestigt de ontvangst zelf.")
    return Deel(**vast, mag=KEUZE, hoeft_niet=hoe == "splitsing")


def _blijft_omdat(stand: Stand, verzoek: Verzoek) -> str:
    """Why a request can't go along; empty when it can."""
    if verzoek.id in wettelijk(stand):
        return "Er loopt een wettelijke termijn; die blijft bij haar verzoek."
    if verzoek.betreft in stand.stappen or verzoek.betreft == AFSLUITING:
        return f"Het verzoek gaat over {verzoek.betreft} van deze opgave."
    return ""


def wettelijk(stand: Stand) -> tuple[str, ...]:
    """The requests and steps for which a term of the law runs."""
    lopend = (t.betreft for t in stand.termijnen.values() if t.loopt and t.soort == "wettelijk")
    return tuple(dict.fromkeys(id_ for id_ in lopend if id_ in stand.stappen or id_ in stand.verzoeken))


def _termijnen(stand: Stand) -> Iterable[Deel]:
    """A term stays with what it was started for, or goes where that goes."""
    for t in stand.termijnen.values():
        if t.loopt and t.betreft not in stand.verzoeken and not splitsing_mee.volgt(stand, t):
            wat = f"{t.wat}, {gewoon(t.soort)}, tot en met {datum(t.einde)}"
            grond = f"De termijn blijft bij {t.betreft}, waarvoor zij loopt."
            yield Deel(soort="termijn", id=t.id, wat=wat, mag=HIER, grond=grond)


def _geld(stand: Stand, hoe: Hoe) -> Iterable[Deel]:
    """Per source what is not spent and did not move. What stays with an opgave that ends, stays for a reason."""
    for bron in splitsing_geld.bronnen(stand):
        if vrij := sum(bedrag for _, bedrag in vrij_geld(stand, bron)):
            velden = {"soort": "geld", "id": bron, "wat": f"{euro(vrij)} van {bron} is vrij", "bedrag": vrij}
            if not splitsing_geld.doet_mee(stand, bron):
                yield Deel(**velden, mag=HIER, grond=f"{bron} doet niet meer mee; dit geld blijft hier.")
            elif hoe == "samenvoeging":
                yield Deel(**velden, mag=KEUZE, met_reden=HIER, want=NA_EINDE)
            else:
                yield Deel(**velden, mag=KEUZE)


def verdeel(stand: Stand, verdeling: tuple[Toedeling, ...], hoe: Hoe = "splitsing") -> Gezegd:
    """The division, by kind and id. Raises Weigering when it is not complete, names what isn't there, or may not be."""
    delen = {deel.sleutel: deel for deel in te_verdelen(stand, hoe)}
    gezegd = {(t.soort, t.id): t for t in verdeling}
    eis(len(gezegd) == len(verdeling), "verdeling", "Er is een onderdeel dat u twee keer noemt.")
    gaat = tuple(t.id for t in verdeling if t.waarheen == "gaat_mee")
    vreemd = tuple(f"{t.soort} {t.id}" for s, t in gezegd.items() if s not in delen and not _volgt(stand, t, gaat))
    reden = "Dit is er niet om te verdelen. Een open stap blijft altijd hier; noem haar niet."
    eis(not vreemd, "verdeling", reden, *vreemd)
    mist = tuple(f"{d.soort} {d.id}: {d.wat}" for d in delen.values() if d.moet and d.sleutel not in gezegd)
    eis(not mist, "verdeling", "Zeg van elk onderdeel waar het heen gaat. Dit ontbreekt:", *mist)
    gekozen = {sleutel: t for sleutel, t in gezegd.items() if sleutel in delen}
    for sleutel, toedeling in gekozen.items():
        _toets(delen[sleutel], toedeling)
        geheim.toets_over(stand, toedeling.id, toedeling.reden)
    _toets_samenhang(stand, gekozen)
    return gekozen


def _volgt(stand: Stand, t: Toedeling, gaat: tuple[str, ...]) -> bool:
    """Whether this says of a term that it stays, as what it follows does; that is true, and nothing was chosen."""
    termijn = stand.termijnen.get(t.id)
    if t.soort != "termijn" or t.waarheen != "blijft" or termijn is None:
        return False
    mee = any(termijn.betreft == id_ or termijn.betreft.startswith(f"{id_}.") for id_ in gaat)
    return termijn.loopt and splitsing_mee.volgt(stand, termijn) and not mee


def _toets(deel: Deel, t: Toedeling) -> None:
    naam = f"{deel.soort} {deel.id}"
    if t.waarheen not in deel.mag:
        nee = f"Bij {naam} kan '{gewoon(t.waarheen)}' niet. {deel.grond}".strip()
        raise Weigering(f"verdeling {deel.soort}", nee, tuple(deel.mag))
    eis(t.bedrag is None or deel.soort == "geld", "verdeling", f"Bij {naam} hoort geen bedrag.")
    deels = t.waarheen == "gaat_mee" and deel.bedrag is not None and t.bedrag is not None
    if deels:
        over = f"Van {deel.id} is {euro(deel.bedrag or 0)} vrij; {euro(t.bedrag or 0)} kan niet mee."
        eis(0 < (t.bedrag or 0) <= (deel.bedrag or 0), "verdeling geld", over)
    blijft = "blijft" if deels and t.bedrag != deel.bedrag else t.waarheen
    met_reden = blijft not in deel.met_reden or bool(t.reden)
    eis(met_reden, f"verdeling {deel.soort}", f"Geef bij {naam} een reden: {deel.want}.")


def _toets_samenhang(stand: Stand, gezegd: Gezegd) -> None:
    """A request and a promise go where their partner is, and so does the money of a partner."""
    mee = {id_ for (soort, id_), t in gezegd.items() if soort == "partner" and t.waarheen in WEG}
    aan = {id_: stand.verzoeken[id_].aan for id_ in weg(gezegd, "verzoek")}
    van = {id_: stand.afspraken[id_].wie for id_ in weg(gezegd, "afspraak")}
    zonder = [
        *(f"verzoek {id_} aan {wie}" for id_, wie in aan.items() if wie not in mee),
        *(f"afspraak {id_} van {wie}" for id_, wie in van.items() if wie in stand.partners and wie not in mee),
        *(f"geld van {bron}" for bron in weg(gezegd, "geld") if bron != splitsing_geld.PROVINCIE and bron not in mee),
    ]
    eis(not zonder, "verdeling partner", "Dit gaat mee, maar de partner niet. Laat de partner ook meegaan:", *zonder)


def weg(gezegd: Gezegd, soort: Deelsoort) -> tuple[str, ...]:
    """What of this kind goes to the other, whether or not it stays here as well."""
    return tuple(id_ for (s, id_), t in gezegd.items() if s == soort and t.waarheen in WEG)


def helemaal_weg(gezegd: Gezegd, soort: Deelsoort) -> tuple[str, ...]:
    """What of this kind leaves this opgave."""
    return tuple(id_ for (s, id_), t in gezegd.items() if s == soort and t.waarheen == "gaat_mee")
