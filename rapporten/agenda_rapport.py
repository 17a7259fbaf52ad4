"""The half-year report of an agenda: how every opgave stands, what changed and why, who adopted it, what is ahead."""

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date

from documenten.inhoud import Alinea, Blok, Deel, Document, Gegevens
from domain.beeld.agendabord import in_woorden
from domain.stand import Stand
from domain.taal.agenda_vaststelling import Overheidsbesluit
from domain.woorden import gewoon, orgaan
from rapporten.agenda_cijfers import Agendacijfers, Punt
from rapporten.agenda_wijzigingen import Wijziging
from rapporten.leven import Aanzet, Gezeefd, kenmerk, moment
from rapporten.opmaak import ZEEF, dag, deel, midden, tabel

SOORT = "Rapport over de regionale agenda"


def document(c: Agendacijfers, agenda: Gezeefd, levens: Mapping[str, Gezeefd]) -> Document:
    """The report of these numbers."""
    namen = {id_: leven.titel for id_, leven in levens.items()} | {p.opgave: p.titel for p in c.punten}
    delen = (
        _kort(c),
        _stand(c),
        _veranderd(c, namen, agenda.stand),
        _rust(c),
        _vastgesteld(c, agenda.stand),
        _conferenties(c, agenda.stand),
        _raakvlakken(c, namen),
        _vergaderingen(c),
        _inbreng(c, namen),
        _doorlooptijd(c),
    )
    levens_ = (agenda, *(levens[p.opgave] for p in c.punten if p.opgave in levens))
    return Document(SOORT, agenda.titel, _kop(c, agenda), delen, kenmerk(levens_), moment(c.op))


def _kop(c: Agendacijfers, agenda: Gezeefd) -> Gegevens:
    a = agenda.stand.agenda
    gebied, periode = ("-", "-") if a is None else (a.gebied, f"{dag(a.van)} tot en met {dag(a.tot)}")
    return Gegevens(
        (
            ("Agenda", c.agenda),
            ("Gebied", gebied),
            ("Periode", periode),
            ("Half jaar", f"{c.halfjaar}: {dag(c.van)} tot en met {dag(c.tot)}"),
            ("Stand op", dag(c.op)),
            ("Versie", str(c.versie)),
        )
    )


def _kort(c: Agendacijfers) -> Deel:
    status = Counter(p.status for p in c.punten)
    laat = sum(a.status == "te laat" for a in c.afspraken)
    open_ = sum(a.status == "open" for a in c.afspraken)
    zinnen = (
        f"Op de agenda: {status['op_agenda']}{_waarvan(c)}. Geparkeerd: {status['geparkeerd']}. "
        f"Afgevoerd: {status['afgevoerd']}. Op de agenda afgerond: {status['afgerond']}.",
        f"Wijzigingen in dit half jaar: {len(c.wijzigingen)}.",
        f"Afspraken van conferenties: {len(c.afspraken)}, waarvan {open_} open en {laat} te laat.",
    )
    return deel("In het kort", Alinea("\n".join(zinnen)), Alinea(ZEEF))


def _waarvan(c: Agendacijfers) -> str:
    """How the opgaven on the agenda are themselves; an opgave can be over while it still stands there."""
    per = Counter(gewoon(p.toestand) or "nog niet begonnen" for p in c.punten if p.status == "op_agenda")
    return f" ({', '.join(f'{aantal} {naam}' for naam, aantal in sorted(per.items()))})" if per else ""


def _stand(c: Agendacijfers) -> Deel:
    kolommen = ("Opgave", "Thema", "Half jaar", "Horizon", "Rijpheid", "Fase", "Sinds", "Aan zet", "Uiterlijk")
    rijen = (
        (f"{p.titel}\n{p.opgave}", p.thema, p.periode, p.horizon, p.rijpheid, _fase(p), p.fase_sinds, *_wie(p.aan_zet))
        for p in c.punten
        if p.status in ("op_agenda", "afgerond")
    )
    blok = tabel("De opgaven op de agenda", kolommen, rijen, "Er staat niets op de agenda.", 4, 2, 2, 1, 2, 2, 2, 3, 2)
    return deel("Hoe de opgaven ervoor staan", blok)


def _fase(p: Punt) -> str:
    if not p.toestand:
        return "nog niet begonnen"
    return p.fase if p.toestand == "lopend" else ", ".join(d for d in (p.fase, gewoon(p.toestand)) if d)


def _wie(aan_zet: Aanzet | None) -> tuple[str, date | None]:
    if aan_zet is None:
        return "-", None
    waar = "" if aan_zet.organisatie == "provincie" else f" ({aan_zet.organisatie})"
    return gewoon(aan_zet.wie) + waar, aan_zet.uiterlijk


def _veranderd(c: Agendacijfers, namen: Mapping[str, str], stand: Stand) -> Deel:
    rijen = (
        (w.op, _naam(namen, w.opgave) if w.opgave else "de agenda", w.wat, _naar(namen, w), w.reden, _door(stand, w))
        for w in c.wijzigingen
    )
    leeg = "In dit half jaar is op de agenda niets veranderd."
    kolommen = ("Dag", "Opgave", "Wat", "Naar", "Waarom", "Door wie")
    blok = tabel("Wijzigingen op de agenda", kolommen, rijen, leeg, 2, 3, 2, 2, 4, 2)
    return deel("Wat er veranderde en waarom", blok)


def _naar(namen: Mapping[str, str], w: Wijziging) -> str:
    """What it became; the other opgave of a raakvlak by its name."""
    met, _, ander = w.naar.partition("met ")
    return f"met {_naam(namen, ander)}" if not met and ander in namen else w.naar


def _door(stand: Stand, w: Wijziging) -> str:
    return _partij(stand, w.namens) if w.namens else gewoon(w.door)


def _rust(c: Agendacijfers) -> Deel:
    rijen = ((_naam({p.opgave: p.titel}, p.opgave), gewoon(p.status), p.periode) for p in _in_rust(c))
    leeg = "Er is niets geparkeerd of afgevoerd."
    return deel("Geparkeerd en afgevoerd", tabel("Niet in uitvoering", ("Opgave", "Stand", "Half jaar"), rijen, leeg))


def _in_rust(c: Agendacijfers) -> Iterable[Punt]:
    return (p for p in c.punten if p.status in ("geparkeerd", "afgevoerd"))


def _vastgesteld(c: Agendacijfers, stand: Stand) -> Deel:
    rijen = (
        (_partij(stand, v.overheid), v.versie, _besluit(c, v), v.orgaan, v.op, v.uiterlijk) for v in c.vaststellingen
    )
    kolommen = ("Overheid", "Versie", "Besluit", "Orgaan", "Besloten op", "Gevraagd voor")
    leeg = "Er is nog geen overheid gevraagd de agenda vast te stellen."
    blok = tabel("Vaststelling per overheid en versie", kolommen, rijen, leeg, 3, 1, 3, 2, 2, 2)
    return deel("Wie de agenda vaststelde", blok)


def _besluit(c: Agendacijfers, v: Overheidsbesluit) -> str:
    """What was decided; a request for a version that is no longer open lapsed."""
    if v.besluit is None and v.versie < c.versie:
        return f"vervallen: versie {v.versie + 1} kwam ervoor in de plaats"
    if v.besluit is None and c.gesloten:
        return "vervallen: de agenda is gesloten"
    laat = v.uiterlijk is not None and v.uiterlijk < c.op
    return in_woorden(v) or ("nog niet besloten, te laat" if laat else "nog niet besloten")


def _conferenties(c: Agendacijfers, stand: Stand) -> Deel:
    rijen = ((titel, op, deelnemers, onder) for _, titel, op, deelnemers, onder in c.conferenties)
    kolommen = ("Conferentie", "Dag", "Deelnemers", "Onderschreven door")
    afspraken = (
        (a.tekst, _partij(stand, a.wie), a.uiterlijk, a.status, a.conferentie)
        for a in sorted(c.afspraken, key=lambda a: (a.status != "te laat", a.status != "open", a.uiterlijk or date.max))
    )
    blokken: tuple[Blok, ...] = (
        tabel("Gehouden conferenties", kolommen, rijen, "Er is nog geen conferentie gehouden."),
        tabel(
            "Afspraken van conferenties",
            ("Afspraak", "Wie", "Uiterlijk", "Stand", "Conferentie"),
            afspraken,
            "Er zijn geen afspraken van conferenties.",
            *(4, 2, 2, 1, 2),
        ),
    )
    return deel("Conferenties en hun afspraken", *blokken)


def _raakvlakken(c: Agendacijfers, namen: Mapping[str, str]) -> Deel:
    rijen = ((_naam(namen, r.opgave), _naam(namen, r.andere), r.omschrijving, r.sinds) for r in c.raakvlakken)
    kolommen = ("Opgave", "Raakt", "Waarin", "Sinds")
    return deel(
        "Raakvlakken", tabel("Opgaven die elkaar raken", kolommen, rijen, "Er zijn geen raakvlakken.", 3, 3, 4, 2)
    )


def _vergaderingen(c: Agendacijfers) -> Deel:
    rijen = ((v.op, orgaan(v.orgaan), v.gepland, v.capaciteit, _past(v.gepland, v.capaciteit)) for v in c.vergaderingen)
    kolommen = ("Vergadering", "Orgaan", "Voorstellen", "Passen er in", "Past het")
    leeg = "Van Gedeputeerde Staten en Provinciale Staten zijn geen komende vergaderingen bekend."
    return deel("Ruimte in de vergaderingen", tabel("Komende vergaderingen", kolommen, rijen, leeg))


def _past(gepland: int, capaciteit: int | None) -> str:
    return "niet bekend" if capaciteit is None else "ja" if gepland <= capaciteit else "nee, te vol"


def _inbreng(c: Agendacijfers, namen: Mapping[str, str]) -> Deel:
    rijen = (
        (_naam(namen, i.opgave), t.voorgesteld, t.overgenomen, t.deels, t.niet, t.open)
        for i in c.inbreng
        if (t := i.telling).voorgesteld
    )
    kolommen = ("Opgave", "Voorgesteld", "Overgenomen", "Deels", "Niet", "Nog open")
    leeg = "Partners hebben nog geen wijzigingen of initiatieven voorgesteld."
    procent = "niet bekend" if c.deel_structuur is None else f"{c.deel_structuur}%"
    tijd = (
        f"Tijd in overleg in dit half jaar: {c.minuten_inhoud} minuten over de inhoud en {c.minuten_structuur} minuten "
        f"over structuur, mensen en bevoegdheden. Deel voor structuur: {procent}."
    )
    blok = tabel("Wat partners voorstelden en wat is overgenomen", kolommen, rijen, leeg, 4, 1, 1, 1, 1, 1)
    return deel("Invloed van partners en tijd voor structuur", blok, Alinea(tijd))


def _doorlooptijd(c: Agendacijfers) -> Deel:
    rijen = (
        (f"{f.fase} {f.fase.naam}", len(d), midden(d), min(d, default=None), max(d, default=None), len(f.lopend))
        for f, d in ((f, f.dagen) for f in c.fasetijden)
    )
    kolommen = ("Fase", "Keer afgerond", "Mediaan", "Kortste", "Langste", "Loopt nog")
    blok = tabel("Doorlooptijd per fase, in dagen", kolommen, rijen, "Er is nog geen fase begonnen.", 4, 1, 1, 1, 1, 1)
    return deel("Doorlooptijd per fase", blok)


def _naam(namen: Mapping[str, str], id_: str) -> str:
    return f"{namen[id_]}\n{id_}" if id_ in namen else id_


def _partij(stand: Stand, id_: str) -> str:
    return stand.partners[id_].naam if id_ in stand.partners else orgaan(id_)
