"""Giving account: refusals, gates passed, corrections, who did what and how sure that is, secrets and documents."""

from collections import Counter
from collections.abc import Iterator

from audit import zekerheid
from audit.dossier.bron import Bron, kort
from audit.dossier.delen_besluiten import wie_kort
from documenten.inhoud import Alinea, Blok, Deel, Gegevens, Tabel
from domain.feit import Feit
from domain.kalender import lokale_datum
from domain.spoor import Spoorregel
from domain.taal.besluiten import BesluitGenomen
from domain.taal.herstel import BesluitHersteld, BetrokkenheidGemeld, VergissingGemeld
from domain.taal.leven import OpdrachtGeweigerd, PoortGepasseerd
from domain.taal.vastlegging import VastleggingAfgekeurd
from domain.taal.verzoeken import AntwoordVerbeterd
from domain.woorden import gewoon

BEVOEGD = ("bevoegdheid", "zekerheid")
CORRECTIES = (BesluitHersteld, VergissingGemeld, BetrokkenheidGemeld, VastleggingAfgekeurd, AntwoordVerbeterd)


def geweigerd(bron: Bron) -> Deel:
    """What was tried and not allowed; first what somebody had no authority for."""
    alle = bron.van(OpdrachtGeweigerd)
    delen = (
        ("Geweigerd omdat iemand er niet over ging", [p for p in alle if p[1].regel in BEVOEGD]),
        ("Geweigerd om een andere reden", [p for p in alle if p[1].regel not in BEVOEGD]),
    )
    kolommen = ("Datum", "Wie", "Wilde", "Regel", "Waarom niet")
    blokken = tuple(
        Tabel(naam, kolommen, tuple(_weigering(bron, f, w) for f, w in lijst), (2, 3, 3, 2, 7), breed=True)
        for naam, lijst in delen
        if lijst
    )
    return Deel("Wat is geweigerd", blokken or (Alinea("Er is niets geweigerd."),), anker="geweigerd")


def _weigering(bron: Bron, feit: Feit, w: OpdrachtGeweigerd) -> tuple[str, ...]:
    waaraan = "" if w.reden.rstrip().endswith(":") else "Het ontbrak aan: "
    mist = f" {waaraan}{'; '.join(w.ontbreekt)}." if w.ontbreekt else ""
    return kort(feit.gebeurd_op), bron.wie(feit.door), w.opdracht_soort, w.regel, bron.namen(f"{w.reden}{mist}")


def poorten(bron: Bron) -> Deel:
    """House gates that were passed although something was missing, with the reason given."""
    rijen = tuple(
        (kort(f.gebeurd_op), p.poort, str(p.fase), "; ".join(p.ontbrak), bron.namen(p.reden), bron.wie(f.door))
        for f, p in bron.van(PoortGepasseerd)
    )
    if not rijen:
        zin = "Er is geen poort gepasseerd waar nog iets ontbrak."
        return Deel("Poorten gepasseerd met een reden", (Alinea(zin),), anker="poorten")
    kolommen = ("Datum", "Poort", "Fase", "Wat ontbrak", "Reden", "Wie")
    tabel = Tabel("Poorten gepasseerd met een reden", kolommen, rijen, (2, 2, 1, 5, 5, 3), breed=True)
    return Deel("Poorten gepasseerd met een reden", (tabel,), anker="poorten")


def correcties(bron: Bron) -> Deel:
    """What turned out otherwise, and what was recorded on a later day than it happened."""
    hersteld = [f for f in bron.feiten if isinstance(f.inhoud, CORRECTIES)]
    laat = [f for f in bron.feiten if f.laat_vastgelegd]
    blokken = list[Blok]()
    if hersteld:
        rijen = tuple((kort(f.gebeurd_op), bron.zin(f), bron.wie(f.door)) for f in hersteld)
        blokken.append(Tabel("Herstel en melding achteraf", ("Datum", "Wat", "Door"), rijen, (2, 9, 3), breed=True))
    if laat:
        rijen = tuple((kort(f.gebeurd_op), kort(lokale_datum(f.vastgelegd_op)), bron.zin(f)) for f in laat)
        blokken.append(
            Tabel("Later vastgelegd dan gebeurd", ("Gebeurd", "Vastgelegd", "Wat"), rijen, (2, 2, 9), breed=True)
        )
    leeg = (Alinea("Er is niets hersteld, en alles is op de dag zelf vastgelegd."),)
    return Deel("Correcties", tuple(blokken) or leeg, anker="correcties")


def wie_deed_wat(bron: Bron) -> Deel:
    """Per function: how many facts, and how sure it is that it was them."""
    tel = Counter((bron.wie(f.door), f.door.subject, f.door.zekerheid) for f in bron.feiten)
    rijen = tuple(
        (wie, subject, str(aantal), zekerheid.WOORDEN[hoe])
        for (wie, subject, hoe), aantal in sorted(tel.items(), key=lambda p: (-p[1], p[0]))
    )
    besluiten = tuple(
        (
            b.stap,
            kort(b.genomen_op or f.gebeurd_op),
            wie_kort(b.vastgelegd_door) or bron.wie(f.door),
            wie_kort(b.bevestigd_door) or "-",
        )
        for f, b in bron.van(BesluitGenomen)
    )
    blokken: list[Blok] = [
        Alinea("Hier staan functies en kenmerken, nooit namen. Wie een functie had, staat in het register."),
        Tabel("Wie legde vast", ("Functie", "Kenmerk", "Feiten", "Hoe zeker is dit"), rijen, (4, 3, 1, 5), breed=True),
    ]
    if besluiten:
        kolommen = ("Stap", "Datum", "Vastgelegd door", "Bevestigd door")
        blokken.append(Tabel("Wie legde de besluiten vast", kolommen, besluiten, (3, 2, 4, 4), breed=True))
    return Deel("Wie deed wat", tuple(blokken), anker="wie")


def vertrouwelijk(bron: Bron) -> Deel:
    """What is confidential, and what was destroyed, with the statement of who did so."""
    blokken = list[Blok]()
    if geheim := tuple(_geheim(bron)):
        kolommen = ("Waarover", "Grond", "Opgelegd door", "Sinds", "Opgeheven")
        blokken.append(Tabel("Geheimhouding", kolommen, geheim, (4, 3, 3, 2, 2), breed=True))
    m = bron.pak.manifest
    if m.afgeschermd or m.vertrouwelijk:
        zin = f"Afgeschermd zijn {len(m.afgeschermd)} feiten en {len(m.vertrouwelijk)} bestanden."
        blokken.append(Alinea(f"{zin} Die worden apart verstrekt, en alleen aan wie ze mag zien."))
    spoor = bron.pak.spoor
    vernietigd = tuple(
        _spoorregel(r) for r in spoor if r.actie in ("vernietigd", "bewaarplicht_gelegd", "bewaarplicht_opgeheven")
    )
    if vernietigd:
        kolommen = ("Datum", "Wat", "Waarvan", "Door", "Op grond van")
        blokken.append(Tabel("Vernietiging en bewaarplicht", kolommen, vernietigd, (2, 3, 4, 3, 5), breed=True))
    leeg = (Alinea("Er rust geen geheimhouding op deze opgave, en er is niets vernietigd."),)
    return Deel("Vertrouwelijk en vernietigd", tuple(blokken) or leeg, anker="vertrouwelijk")


def _geheim(bron: Bron) -> Iterator[tuple[str, ...]]:
    for g in bron.stand.geheim.values():
        wat = g.neutrale_titel if g.rust else f"{g.stap}: {g.neutrale_titel}"
        yield wat, g.grond, bron.naam(g.orgaan), kort(g.opgelegd_op), kort(g.opgeheven_op) or "nee"


def _spoorregel(r: Spoorregel) -> tuple[str, ...]:
    gronden = "; ".join(f"{naam}: {waarde}" for naam, waarde in sorted(r.gegevens.items()))
    return kort(lokale_datum(r.tijdstip)), gewoon(r.actie), r.object, gewoon(r.functie), gronden or "-"


def documenten(bron: Bron) -> Deel:
    """Every document with its fingerprint, so that a copy from elsewhere can be held against it."""
    rijen = tuple(
        (
            d.titel,
            gewoon(d.soort),
            "vertrouwelijk" if d.vertrouwelijk else "in dit pak" if d.pad else "ligt elders",
            f"feit {d.seq}",
            f"{d.sha256[:32]}\n{d.sha256[32:]}",
        )
        for d in bron.pak.documenten
    )
    if not rijen:
        return Deel("Documenten", (Alinea("Er zijn geen documenten."),), anker="documenten")
    kolommen = ("Titel", "Soort", "Waar", "Bij", "SHA-256")
    return Deel(
        "Documenten", (Tabel("Alle documenten", kolommen, rijen, (5, 2, 2, 1, 6), breed=True),), anker="documenten"
    )


def recht(bron: Bron) -> Deel:
    """Which rules held, so that what was computed can be computed again."""
    m = bron.pak.manifest
    paren = tuple((f"Reglement {naam}", f"vingerafdruk {hash_}") for naam, hash_ in sorted(m.reglementen.items()))
    runs = tuple(
        (
            f"Run {r.nr}",
            f"{r.gebeurtenissen} gebeurtenissen, {gewoon(r.einde)}, begonnen op {kort(lokale_datum(r.begonnen_op))}",
        )
        for r in m.runs
    )
    return Deel(
        "Waaruit dit dossier is gemaakt",
        (Gegevens((*paren, ("Kern van het programma", m.kern), *runs)),),
        anker="herkomst",
    )
