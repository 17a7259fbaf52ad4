"""What has to be divided when an opgave is split or merged, where each thing may go, and what then goes along."""

from collections import Counter
from collections.abc import Iterable, Mapping

from domain.basis import Bedrag, Model, Weigering
from domain.regels import geheim, splitsing_mee
from domain.regels.hulp import eis
from domain.stand import Stand
from domain.taal.besluiten import Besluitstap
from domain.taal.bladen import Kaders
from domain.taal.bladen_opgave import Kaderpunt
from domain.taal.splitsing import (
    Besluitverwijzing,
    Deelsoort,
    Gelddeel,
    Kaderdeel,
    Meegave,
    Partnerdeel,
    Toedeling,
    Verzoekdeel,
    Waarheen,
)
from domain.taal.verzoeken import AFSLUITING, Verzoek
from domain.woorden import datum, euro, gewoon, orgaan

ALLES: tuple[Waarheen, ...] = ("blijft", "gaat_mee", "beide")
HIER: tuple[Waarheen, ...] = ("blijft",)
WEG: tuple[Waarheen, ...] = ("gaat_mee", "beide")
VAST_BESLUIT = (
    "Een besluit geldt voor de opgave waar het over is genomen; een ander onderwerp vraagt een eigen besluit."
)
VAST_GEHEIM = "Op deze stap rust geheimhouding (PW 86)."
Sleutel = tuple[Deelsoort, str]


class Deel(Model):
    """One thing to divide: what it is, where it may go, and on what ground not elsewhere.

    `bedrag` is for money: how much of this source is free, in eurocents. `met_reden` are the ways that ask a reason.
    """

    soort: Deelsoort
    id: str
    wat: str
    mag: tuple[Waarheen, ...]
    grond: str = ""
    bedrag: Bedrag | None = None
    met_reden: tuple[Waarheen, ...] = ()

    @property
    def sleutel(self) -> Sleutel:
        return (self.soort, self.id)


def te_verdelen(stand: Stand) -> tuple[Deel, ...]:
    """Everything of which someone must say where it goes, kind by kind."""
    return (
        *_kaders(stand),
        *(_besluit(stand, s) for s in stand.stappen.values() if s.status == "besloten"),
        *(Deel(soort="partner", id=p.id, wat=p.naam, mag=ALLES) for p in stand.partners.values() if p.doet_mee),
        *(_verzoek(stand, v) for v in stand.verzoeken.values() if v.status == "open"),
        *_termijnen(stand),
        *_geld(stand),
        *(Deel(soort="les", id=i, wat=les.titel, mag=ALLES) for i, les in stand.lessen.items() if _geldt(les.status)),
    )


def _geldt(status: str) -> bool:
    return status != "vervallen"


def _kaders(stand: Stand) -> Iterable[Deel]:
    """A frame that was decided on is not taken from its opgave without a reason, and never when that is secret."""
    stappen = [s for s in stand.stappen.values() if s.code == "kader"]
    met_reden = ("gaat_mee",) if any(s.afloop == "positief" for s in stappen) else ()
    heel = {"mag": ALLES, "met_reden": met_reden}
    mag = {"mag": HIER, "grond": VAST_GEHEIM} if any(geheim.rust_op(stand, s) for s in stappen) else heel
    for deel in kaderdelen(stand):
        yield Deel(soort="kader", id=deel.id, wat=deel.tekst, **mag)


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
    mag: tuple[Waarheen, ...] = HIER if grond else ("blijft", "gaat_mee")
    return Deel(soort="verzoek", id=verzoek.id, wat=wat, mag=mag, grond=grond)


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
    """A term stays with what it was started for."""
    for t in stand.termijnen.values():
        if t.loopt and t.betreft not in stand.verzoeken and not splitsing_mee.volgt(stand, t):
            wat = f"{t.wat}, {gewoon(t.soort)}, tot en met {datum(t.einde)}"
            grond = f"De termijn blijft bij {t.betreft}, waarvoor zij loopt."
            yield Deel(soort="termijn", id=t.id, wat=wat, mag=HIER, grond=grond)


def _geld(stand: Stand) -> Iterable[Deel]:
    """Per source what is not spent and did not go elsewhere."""
    for bron in dict.fromkeys(post.bron for post in stand.geld):
        vrij = sum(bedrag for _, bedrag in vrij_geld(stand, bron))
        if vrij > 0:
            wat = f"{euro(vrij)} van {bron} is vrij"
            yield Deel(soort="geld", id=bron, wat=wat, mag=("blijft", "gaat_mee"), bedrag=vrij)


def vrij_geld(stand: Stand, bron: str) -> tuple[tuple[str, int], ...]:
    """What is free of this source, as krediet and as toegezegd. What was spent or moved came from the krediet first."""
    som = Counter[str]()
    for post in stand.geld:
        if post.bron == bron:
            som[post.geldsoort] += post.bedrag
    op = som["besteed"] + som["overgeheveld"]
    krediet = max(som["krediet"] - op, 0)
    toegezegd = max(som["toegezegd"] - max(op - som["krediet"], 0), 0)
    return (("krediet", krediet), ("toegezegd", toegezegd))


def verdeel(stand: Stand, verdeling: tuple[Toedeling, ...]) -> Mapping[Sleutel, Toedeling]:
    """The division, by kind and id. Raises Weigering when it is not complete, names what isn't there, or may not be."""
    delen = {deel.sleutel: deel for deel in te_verdelen(stand)}
    gezegd = {(t.soort, t.id): t for t in verdeling}
    vreemd = tuple(f"{soort} {id_}" for soort, id_ in gezegd if (soort, id_) not in delen)
    reden = "Dit is er niet om te verdelen. Een open stap blijft altijd hier; noem haar niet."
    eis(not vreemd, "verdeling", reden, *vreemd)
    eis(len(gezegd) == len(verdeling), "verdeling", "Er is een onderdeel dat u twee keer noemt.")
    mist = tuple(f"{d.soort} {d.id}: {d.wat}" for d in delen.values() if d.sleutel not in gezegd)
    eis(not mist, "verdeling", "Zeg van elk onderdeel waar het heen gaat. Dit ontbreekt:", *mist)
    for sleutel, toedeling in gezegd.items():
        _toets(delen[sleutel], toedeling)
        geheim.toets_over(stand, toedeling.id, toedeling.reden)
    _toets_samenhang(stand, gezegd)
    return gezegd


def _toets(deel: Deel, t: Toedeling) -> None:
    naam = f"{deel.soort} {deel.id}"
    if t.waarheen not in deel.mag:
        nee = f"Bij {naam} kan '{gewoon(t.waarheen)}' niet. {deel.grond}".strip()
        raise Weigering(f"verdeling {deel.soort}", nee, tuple(deel.mag))
    met_reden = t.waarheen not in deel.met_reden or bool(t.reden)
    eis(met_reden, f"verdeling {deel.soort}", f"Geef bij {naam} een reden: er is over besloten.")
    eis(t.bedrag is None or deel.soort == "geld", "verdeling", f"Bij {naam} hoort geen bedrag.")
    if t.waarheen == "gaat_mee" and deel.bedrag is not None and t.bedrag is not None:
        over = f"Van {deel.id} is {euro(deel.bedrag)} vrij; {euro(t.bedrag)} kan niet mee."
        eis(0 < t.bedrag <= deel.bedrag, "verdeling geld", over)


def _toets_samenhang(stand: Stand, gezegd: Mapping[Sleutel, Toedeling]) -> None:
    """A request goes where its partner is, and so does the money of a partner."""
    mee = {id_ for (soort, id_), t in gezegd.items() if soort == "partner" and t.waarheen in WEG}
    aan = {id_: stand.verzoeken[id_].aan for id_ in _weg(gezegd, "verzoek")}
    zonder = [
        *(f"verzoek {id_} aan {wie}" for id_, wie in aan.items() if wie not in mee),
        *(f"geld van {bron}" for bron in _weg(gezegd, "geld") if bron != "provincie" and bron not in mee),
    ]
    eis(not zonder, "verdeling partner", "Dit gaat mee, maar de partner niet. Laat de partner ook meegaan:", *zonder)


def _weg(gezegd: Mapping[Sleutel, Toedeling], soort: Deelsoort) -> tuple[str, ...]:
    """What of this kind goes to the other, whether or not it stays here as well."""
    return tuple(id_ for (s, id_), t in gezegd.items() if s == soort and t.waarheen in WEG)


def helemaal_weg(gezegd: Mapping[Sleutel, Toedeling], soort: Deelsoort) -> tuple[str, ...]:
    """What of this kind leaves this opgave."""
    return tuple(id_ for (s, id_), t in gezegd.items() if s == soort and t.waarheen == "gaat_mee")


def meegave(stand: Stand, gezegd: Mapping[Sleutel, Toedeling]) -> Meegave:
    """Everything that goes along, with what the other opgave must know of it."""
    kaders, lessen = _weg(gezegd, "kader"), _weg(gezegd, "les")
    return Meegave(
        kaders=tuple(k for k in kaderdelen(stand) if k.id in kaders),
        besluiten=tuple(
            _verwijzing(stand.stappen[id_], gezegd[("besluit", id_)].reden) for id_ in _weg(gezegd, "besluit")
        ),
        partners=tuple(
            Partnerdeel(partner=p.id, naam=p.naam, type=p.type, rol=p.rol)
            for p in (stand.partners[id_] for id_ in _weg(gezegd, "partner"))
        ),
        verzoeken=tuple(_verzoekdeel(stand.verzoeken[id_]) for id_ in _weg(gezegd, "verzoek")),
        geld=tuple(deel for id_ in _weg(gezegd, "geld") for deel in _geldelen(stand, gezegd[("geld", id_)])),
        lessen=tuple(stand.lessen[id_] for id_ in lessen),
    )


def _verwijzing(stap: Besluitstap, reden: str) -> Besluitverwijzing:
    laatste = stap.behandelingen[-1]
    return Besluitverwijzing(
        stap=stap.id,
        orgaan=stap.orgaan,
        onderwerp=stap.onderwerp,
        uitkomst=laatste.uitkomst,
        genomen_op=laatste.op,
        reden=reden,
    )


def _verzoekdeel(v: Verzoek) -> Verzoekdeel:
    return Verzoekdeel(verzoek=v.id, aan=v.aan, vraag=v.vraag, verzoeksoort=v.verzoeksoort, uiterlijk=v.uiterlijk)


def _geldelen(stand: Stand, t: Toedeling) -> Iterable[Gelddeel]:
    """From the krediet first, then from what was promised."""
    rest = t.bedrag
    for geldsoort, vrij in vrij_geld(stand, t.id):
        bedrag = vrij if rest is None else min(vrij, rest)
        rest = None if rest is None else rest - bedrag
        if bedrag:
            yield Gelddeel.model_validate({"geldsoort": geldsoort, "bron": t.id, "bedrag": bedrag})
