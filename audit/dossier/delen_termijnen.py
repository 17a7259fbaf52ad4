"""The terms, met and missed, and the reminders that went out: to whom, when, and what came of it."""

from collections import defaultdict
from datetime import date

from audit.dossier.bron import Bron, kort
from documenten.inhoud import Alinea, Blok, Deel, Tabel, Uitklap
from domain.feit import Feit
from domain.taal.herinneringen import EscalatieBeslist, EscalatieVervallen, EscalatieVoorgelegd, HerinneringBijgestuurd
from domain.taal.termijnen import HerinneringVerstuurd, Termijn, TermijnGehaald, TermijnGestart, TermijnVervallen

STATUS = {
    "loopt": "loopt nog",
    "opgeschort": "staat stil",
    "verstreken": "verstreken, en nog niet gedaan",
    "gehaald": "op tijd",
    "te_laat": "te laat",
    "vervallen": "niet meer nodig",
    "overgeslagen": "niet gedaan; er is zonder verder gegaan",
}


def termijnen(bron: Bron) -> Deel:
    """Every term: first and last planned end, when it was done, how late, and what happened to it on the way."""
    gestart = {f.termijn.id: f.termijn.einde for _, f in bron.van(TermijnGestart)}
    klaar = _klaar(bron)
    rijen = tuple(_rij(bron, t, gestart.get(t.id, t.einde), klaar.get(t.id)) for t in bron.stand.termijnen.values())
    if not rijen:
        return Deel("Termijnen", (Alinea("Er liepen geen termijnen."),), anker="termijnen")
    kolommen = ("Waarvoor", "Wie", "Soort", "Eerste einde", "Laatste einde", "Gedaan", "Uitkomst", "Onderweg")
    tabel = Tabel("Alle termijnen", kolommen, rijen, (6, 4, 3, 3, 3, 3, 4, 3), breed=True)
    uitleg = "Wettelijk volgt uit de wet, afgesproken uit een afspraak, huis uit de eigen regels van de provincie."
    return Deel("Termijnen", (Alinea(uitleg), tabel), anker="termijnen")


def _klaar(bron: Bron) -> dict[str, date]:
    return {f.inhoud.termijn: f.gebeurd_op for f in bron.feiten if isinstance(f.inhoud, TermijnGehaald)}


def _rij(bron: Bron, t: Termijn, eerst: date, gedaan: date | None) -> tuple[str, ...]:
    laat = f", {(gedaan - t.einde).days} dagen" if gedaan and t.status == "te_laat" and gedaan > t.einde else ""
    onderweg = [f"verlengd tot {kort(t.einde)}"] if t.einde > eerst and not t.opschortingen else []
    onderweg += [f"stil van {kort(o.op)} tot {kort(o.tot) or 'nu'}" for o in t.opschortingen]
    return (
        bron.tekst(t, t.wat),
        bron.naam(t.geadresseerde),
        t.soort,
        kort(eerst),
        kort(t.einde),
        kort(gedaan) or "-",
        f"{STATUS[t.status]}{laat}",
        "; ".join(onderweg) or "-",
    )


def herinneringen(bron: Bron) -> Deel:
    """How many reminders each function got and what came of it; every reminder of its own can be opened."""
    alle = bron.van(HerinneringVerstuurd)
    if not alle:
        return Deel("Herinneringen", (Alinea("Er zijn geen herinneringen verstuurd."),), anker="herinneringen")
    per_wie = defaultdict[str, list[HerinneringVerstuurd]](list)
    for _, h in alle:
        per_wie[bron.naam(h.aan)].append(h)
    rijen = tuple(
        (wie, str(len(lijst)), str(len({h.termijn for h in lijst})), str(sum(_na_einde(h) for h in lijst)))
        for wie, lijst in sorted(per_wie.items())
    )
    telling = Tabel("Herinneringen per ontvanger", ("Aan", "Aantal", "Termijnen", "Na het einde"), rijen, (5, 2, 2, 2))
    blokken: tuple[Blok, ...] = (telling, _stuk_voor_stuk(bron, alle), *_gestuurd(bron))
    return Deel("Herinneringen", blokken, anker="herinneringen")


def _na_einde(h: HerinneringVerstuurd) -> bool:
    return h.trede.startswith("T+")


def _stuk_voor_stuk(bron: Bron, alle: tuple[tuple[Feit, HerinneringVerstuurd], ...]) -> Uitklap:
    klaar = _klaar(bron)
    rijen = tuple(
        (
            kort(f.gebeurd_op),
            bron.naam(h.aan) + (f" (was voor {bron.naam(h.omgeleid_van)})" if h.omgeleid_van else ""),
            bron.namen(h.wat + (f" Erbij gezegd: {h.zin}" if h.zin else "")),
            h.trede,
            _gekomen(bron, h, klaar.get(h.termijn)),
        )
        for f, h in alle
    )
    uitleg = Alinea("T is de laatste dag van de termijn: T-10 is tien dagen ervoor, T+5 vijf dagen erna.")
    kolommen = ("Datum", "Aan", "Waarover", "Trede", "Wat er kwam")
    tabel = Tabel("Alle herinneringen op datum", kolommen, rijen, (2, 3, 6, 1, 3), breed=True)
    return Uitklap(f"Alle {len(rijen)} herinneringen", (uitleg, tabel))


def _gekomen(bron: Bron, h: HerinneringVerstuurd, gedaan: date | None) -> str:
    termijn = bron.stand.termijnen.get(h.termijn)
    status = STATUS[termijn.status] if termijn else "onbekend"
    return f"{status}, op {kort(gedaan)}" if gedaan else status


def _gestuurd(bron: Bron) -> tuple[Blok, ...]:
    """What people did with reminders: held, redirected, or agreed to escalate."""
    soorten = (HerinneringBijgestuurd, EscalatieVoorgelegd, EscalatieBeslist, EscalatieVervallen, TermijnVervallen)
    rijen = tuple(
        (kort(f.gebeurd_op), bron.zin(f), bron.wie(f.door))
        for f in bron.feiten
        if isinstance(f.inhoud, soorten) and not bron.geheim(f.inhoud)
    )
    if not rijen:
        return ()
    return (
        Tabel(
            "Bijsturing, escalatie en wat niet meer nodig was", ("Datum", "Wat", "Door"), rijen, (2, 8, 3), breed=True
        ),
    )
