"""The second person: what is recorded and waits, shown so that it can be judged, and then confirmed or sent back."""

import sys
from collections.abc import Iterable
from typing import Any

from typer import Abort, prompt

from domain.stand import Stand
from domain.taal.besluiten import BesluitGenomen
from domain.taal.instrumenten import Instemming, Instrumentbesluit, Toestemming, WensenEnBedenkingen
from domain.taal.vastlegging import Vastlegging
from domain.woorden import datum, gewoon, orgaan
from runtime.temporal import Onbereikbaar
from starter.cli import scherm
from starter.cli.geven import geef, geldig_id, stand_van
from starter.cli.hoe import Hoe
from starter.cli.plakken import bevestigregel
from starter.invoer import Invoerfout

WIE_BEVESTIGT = {"PS": "griffier", "GS": "bestuurssecretariaat"}
"""Which function the line for the second person names; others may as well."""
JA = ("j", "ja")


def bevestig_besluit(opgave: str, vastlegging: str, afkeuren: str | None, ja: bool, hoe: Hoe) -> None:
    """Show what was recorded, ask whether it is right, and confirm it; or send it back with a reason."""
    stand = stand_van(opgave)
    wacht = _zoek(stand, vastlegging)
    if not hoe.json:
        toon(stand, wacht)
    if afkeuren is not None:
        return geef(opgave, {"soort": "KeurVastleggingAf", "vastlegging": wacht.id, "reden": afkeuren}, hoe)
    if not (ja or hoe.droog):
        _vraag(hoe)
    return geef(opgave, {"soort": "BevestigBesluit", "vastlegging": wacht.id}, hoe)


def _zoek(stand: Stand, id_: str) -> Vastlegging:
    open_ = {v.id: v for v in stand.vastleggingen.values()}
    if id_ not in open_:
        wacht = f"Er wacht: {', '.join(open_)}." if open_ else "Er wacht niets op bevestiging."
        raise Invoerfout(f"De vastlegging {id_[:80]} wacht niet op bevestiging. {wacht}")
    return open_[id_]


def _vraag(hoe: Hoe) -> None:
    """Ask; only a yes goes on. Raises Abort otherwise."""
    if hoe.json or not sys.stdin.isatty():
        raise Invoerfout("--ja: geef dit erbij als u heeft gezien dat het klopt; hier kan niets worden gevraagd.")
    antwoord = str(prompt("\nKlopt dit? [j/N]", default="n", show_default=False, err=True))
    if antwoord.strip().lower() not in JA:
        raise Abort


def na_vastleggen(opgave: str, stap: str, hoe: Hoe) -> None:
    """After recording: that it does not hold yet, what was computed, and the line for the second person."""
    if hoe.droog or hoe.json:
        return
    try:
        wacht = stand_van(opgave).vastleggingen.get(stap)
    except Onbereikbaar:  # what was recorded is recorded, and was shown
        return
    if wacht is None:
        return
    scherm.zeg("\nVastgelegd, nog niet geldig: een tweede persoon moet bevestigen.", "bold yellow")
    _kern(wacht.besluit)
    functie = WIE_BEVESTIGT.get(wacht.besluit.orgaan, "griffier")
    scherm.zeg_onder("Klopt de uitkomst? Laat dan een ander deze regel geven:")
    scherm.plakregel(bevestigregel(geldig_id(opgave), wacht.id, ["--als", functie]))
    scherm.zeg_onder(f"Deelt u een account? Dan met een eigen sleutel: --als {functie}:KENMERK (opgave persoon)", "dim")


def toon(stand: Stand, wacht: Vastlegging) -> None:
    """All that was recorded."""
    besluit = wacht.besluit
    scherm.kop(f"Vastlegging {wacht.id}: {besluit.naam}, {besluit.onderwerp}")
    scherm.koppeltabel(
        (
            ("Orgaan", orgaan(besluit.orgaan)),
            ("Besloten op", datum(besluit.genomen_op)),
            ("Vastgelegd door", f"{gewoon(wacht.functie)} ({wacht.door})"),
        )
    )
    _kern(besluit)
    _rest(besluit, wacht)
    _fracties(besluit)


def _kern(besluit: BesluitGenomen) -> None:
    """The outcome with its explanation and articles: that is what has to be checked."""
    uitslag = besluit.uitslag
    inhoud = f": {gewoon(besluit.resultaat)}" if besluit.resultaat else ""
    rijen = [("Uitkomst", f"{gewoon(besluit.uitkomst)}{inhoud}")]
    if uitslag and uitslag.voor is not None:
        rijen.append(("Stemmen", f"{uitslag.voor} voor, {uitslag.tegen} tegen, {uitslag.afwezig} afwezig"))
    if uitslag:
        rijen.append(("Waarom", uitslag.uitleg))
    rijen.append(("Artikelen", ", ".join(besluit.grondslag)))
    scherm.koppeltabel(rijen)


def _rest(besluit: BesluitGenomen, wacht: Vastlegging) -> None:
    """Whatever else was filled in, one line each."""
    for naam, tekst in _regels(besluit):
        if tekst:
            scherm.punt(f"{naam}: {tekst}")
    if wacht.herstel is not None:
        scherm.punt(
            f"herstelt een eerdere vastlegging, volgens {wacht.herstel.besluitenlijst.titel}: {wacht.herstel.reden}"
        )


def _regels(besluit: BesluitGenomen) -> Iterable[tuple[str, str]]:
    if besluit.instrument is not None:
        yield _instrument(besluit.instrument)
    yield from (("beslispunt", punt) for punt in besluit.beslispunten)
    yield from ((a.soort, f"{a.nr} {a.titel}: {gewoon(a.uitkomst)}{_telling(a.uitslag)}") for a in besluit.amendementen)
    yield from ((f"reactie op {r.op}", ": ".join(filter(None, (r.reactie, r.motivering)))) for r in besluit.reacties)
    yield from (("niet meegedaan (PW 28)", f"{b.fractie}, {b.aantal}: {b.reden}") for b in besluit.betrokken)
    yield from ((f"toezegging van {gewoon(t.wie)}", t.tekst) for t in besluit.toezeggingen)
    yield "geacht tegen te zijn", ", ".join(besluit.stemming.aantekening_tegen) if besluit.stemming else ""
    yield from (("wijziging", besluit.wijziging), ("motivering", besluit.motivering))
    yield "aangehouden tot", datum(besluit.tot) if besluit.tot else ""
    yield "geldt vanaf", datum(besluit.in_werking_op) if besluit.in_werking_op else ""
    yield "bron", f"{besluit.bron.titel} ({besluit.bron.referentie})" if besluit.bron else ""


def _telling(uitslag: Any) -> str:
    return f" ({uitslag.voor} voor, {uitslag.tegen} tegen)" if uitslag and uitslag.voor is not None else ""


def _instrument(instrument: Instrumentbesluit) -> tuple[str, str]:
    match instrument:
        case WensenEnBedenkingen():
            delen = (("wensen", instrument.wensen), ("bedenkingen", instrument.bedenkingen))
            return "wensen en bedenkingen", "; ".join(f"{n}: {', '.join(w)}" for n, w in delen if w) or "geen"
        case Toestemming():
            overleg = instrument.overleg
            delen_ = (
                f"strijd met {gewoon(instrument.strijd_met)}" if instrument.strijd_met else "",
                f"deel: {instrument.deel}" if instrument.deel else "",
                f"overleg met {overleg.partij} op {datum(overleg.op)}" if overleg else "",
            )
            return "toestemming", ", ".join([instrument.besluit, *filter(None, delen_)])
        case Instemming():
            return "instemming", instrument.besluit
        case _:
            return "zienswijze", "; ".join(instrument.punten) or "geen"


def _fracties(besluit: BesluitGenomen) -> None:
    rijen = besluit.stemming.per_fractie if besluit.stemming else ()
    if rijen:
        scherm.kop("Stemmen per fractie")
        scherm.tabel(
            ("Fractie", "Voor", "Tegen", "Afwezig", "Artikel 28"),
            [(r.fractie, str(r.voor), str(r.tegen), str(r.afwezig), str(r.art28)) for r in rijen],
        )
