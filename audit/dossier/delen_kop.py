"""The head of the dossier: may this record be trusted, and the whole life on one page."""

from collections import Counter
from collections.abc import Iterator

from audit.dossier.bron import Bron
from documenten.inhoud import Alinea, Deel, Gegevens, Lijst, Vlak
from domain.basis import Fase, is_agenda
from domain.kalender import lokale_datum
from domain.taal.agenda import Agenda
from domain.taal.besluiten import BesluitGenomen
from domain.taal.geld import Geldsoort
from domain.woorden import datum, euro, gewoon

HOOGSTENS = 40
"""So many findings are written out; a record that is spoiled all over has thousands."""


def kop(bron: Bron) -> Gegevens:
    """What pack this is about."""
    m = bron.pak.manifest
    gespeeld = (("Let op", "Deze opgave is nagespeeld; de tijd erin is niet echt."),) if m.begin.verschuiving_s else ()
    return Gegevens(
        (
            ("Agenda" if is_agenda(m.opgave) else "Opgave", m.opgave),
            ("Vastgelegd", f"{m.tot_seq} feiten, het laatste op {datum(bron.tot)}"),
            ("Pak gemaakt", f"{datum(lokale_datum(m.gemaakt_op))}, met versie {m.programma}"),
            *gespeeld,
        )
    )


def oordeel(bron: Bron) -> Deel:
    """The verdict over the pack, in words, with every finding."""
    o = bron.oordeel
    soort = "fout" if not o.heel else "goed" if o.van_buiten else "let_op"
    delen = [Vlak(soort, o.verdict, f"Wat dit bewijst: {o.bewezen}")]  # type: ignore[arg-type]
    if o.bevindingen:
        punten = tuple(f"{b.waar}: {b.zin} ({b.code})" for b in o.bevindingen[:HOOGSTENS])
        meer = o.aantal - len(punten)
        delen += [Alinea("Wat er niet klopt:"), Lijst(punten)]  # type: ignore[list-item]
        delen += [Alinea(f"En nog {meer} bevindingen.")] if meer > 0 else []  # type: ignore[list-item]
    delen += [Lijst(zinnen)] if (zinnen := tuple(_mededelingen(bron))) else []  # type: ignore[list-item]
    return Deel("Is dit dossier te vertrouwen?", tuple(delen), anker="oordeel")


def _mededelingen(bron: Bron) -> Iterator[str]:
    yield from (f"{m.waar}: {m.zin}" for m in bron.oordeel.mededelingen)
    if bron.dicht:
        zijn = (
            "1 feit staat hier alleen dat het er is"
            if bron.dicht == 1
            else f"{bron.dicht} feiten staat hier alleen dat ze er zijn"
        )
        yield f"Van {zijn}: er rust geheimhouding op."
    if bron.onverwerkt:
        waren = "1 feit was" if bron.onverwerkt == 1 else f"{bron.onverwerkt} feiten waren"
        yield f"{waren} niet te volgen; wat daarvan afhangt, ontbreekt in dit dossier."


def in_het_kort(bron: Bron) -> Deel:
    """Title, theme, phase, who carries it, from when to when, decisions, money and lessons."""
    leven, agenda = bron.stand.leven, bron.stand.agenda
    toestand = gewoon(leven.toestand) + (f" ({gewoon(leven.uitkomst)})" if leven.uitkomst else "")
    paren = (
        ("Waar het over gaat", leven.titel),
        ("Thema", gewoon(leven.thema)),
        ("Gebied", leven.gebied),
        ("Wat het moet opleveren", leven.maatschappelijk_effect),
        ("Voor Flevolanders", leven.betekenis_voor_flevolander),
        *(_van_agenda(agenda, toestand) if agenda else ()),
        ("Waar de opgave staat", "" if agenda else f"{toestand}, in fase {leven.fase} {Fase(leven.fase).naam}"),
        ("Wie trekt", "" if agenda else bron.naam(leven.trekker)),
        ("Van en tot", f"{datum(leven.begonnen_op)} tot en met {datum(bron.tot)}"),
        (
            "Partners",
            ", ".join(p.naam + ("" if p.doet_mee else " (uitgetreden)") for p in bron.stand.partners.values()),
        ),
        ("Besluiten", _besluiten(bron)),
        ("Termijnen", _termijnen(bron)),
        ("Geld", _geld(bron)),
        ("Lessen", "; ".join(les.titel for les in bron.stand.lessen.values())),
        ("Geweigerd", f"{leven.geweigerd} opdrachten"),
        ("Hoe het afliep", leven.reden if leven.voorbij else ""),
    )
    return Deel("In het kort", (Gegevens(tuple((n, bron.namen(w)) for n, w in paren if w)),), anker="kort")


def _van_agenda(agenda: Agenda, toestand: str) -> tuple[tuple[str, str], ...]:
    """A regionale agenda has no phases: its period, version and ambition say where it stands."""
    return (
        ("Wat de regio wil bereiken", agenda.ambitie),
        ("Periode", f"{datum(agenda.van)} tot en met {datum(agenda.tot)}"),
        ("Waar de agenda staat", f"{toestand}, versie {agenda.versie}, {agenda.herijkingen} keer herijkt"),
    )


def _besluiten(bron: Bron) -> str:
    tel = Counter(b.orgaan for _, b in bron.van(BesluitGenomen))
    wie = ", ".join(f"{aantal} van {bron.naam(orgaan)}" for orgaan, aantal in sorted(tel.items()))
    return f"{sum(tel.values())}: {wie}" if tel else "nog geen"


def _termijnen(bron: Bron) -> str:
    tel = Counter(t.status for t in bron.stand.termijnen.values())
    laat = tel["te_laat"] + tel["verstreken"] + tel["overgeslagen"]
    return f"{tel['gehaald']} op tijd, {laat} niet op tijd, {tel['vervallen']} vervallen, {tel['loopt']} lopen nog"


def _geld(bron: Bron) -> str:
    soorten: tuple[Geldsoort, ...] = ("krediet", "toegezegd", "besteed")
    return "; ".join(
        f"{soort} {euro(sum(p.bedrag for p in bron.stand.geld if p.geldsoort == soort))}" for soort in soorten
    )
