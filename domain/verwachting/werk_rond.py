"""The tasks around it all: answers of partners, promises, evaluations to write, lessons, and going on after a pause."""

from collections.abc import Iterable
from typing import Any

from domain.basis import Fase, Functie
from domain.beeld.mogelijk_partners import tekst_over
from domain.beeld.wachtpost import laatste_dag
from domain.kalender import datum_voluit
from domain.regels import gelijkwaardig
from domain.stand import Stand
from domain.taal.afspraken import Afspraak
from domain.taal.verzoeken import AFSLUITING, Verzoek
from domain.verwachting.taak import REDEN, Taak, zet
from domain.verwachting.werkdagen import werkdag
from domain.woorden import gewoon


def taken(stand: Stand) -> Iterable[Taak]:
    """What goes on whatever the phase, and after the end."""
    for verzoek in stand.verzoeken.values():
        if verzoek.status == "open":
            yield _antwoord(stand, verzoek)
    yield from _afspraken(stand)
    if stand.leven.toestand == "lopend":
        yield from _evaluaties(stand)
        yield from _afsluitvraag(stand)
    if stand.leven.toestand in ("lopend", "afgerond") and stand.leven.fase is Fase.BORGING:
        yield from _lessen(stand)


def hervatten(stand: Stand) -> Iterable[Taak]:
    """A pause ends when people say so; counted with the first working day from the day that was named."""
    tot = stand.leven.gepauzeerd_tot
    dag = werkdag(tot) if tot else None
    vanzelf = f"Hervatten gaat niet vanzelf; gerekend met {datum_voluit(dag)}." if dag else ""
    yield Taak(
        sleutel="hervatting",
        soort="hervatting",
        wat="de opgave wordt hervat",
        wie="opgavemanager",
        zetten=(zet("opgavemanager", "Hervat", reden=REDEN),),
        norm=("hervatten",),
        niet_voor=dag,
        vast=dag is not None,
        aanname=vanzelf or "De opgave is gepauzeerd zonder datum; gerekend met hervatten binnen 13 weken.",
    )


def _antwoord(stand: Stand, v: Verzoek) -> Taak:
    oordeel = "akkoord" if v.betreft == AFSLUITING else "inbreng"
    inhoud = {"verzoek": v.id, "oordeel": oordeel, "antwoord": tekst_over(stand, v.betreft, REDEN)}
    return Taak(
        sleutel=f"verzoek:{v.id}",
        soort="verzoek",
        wat=f"antwoord op {v.id} ({gewoon(v.verzoeksoort)})",
        wie=v.aan,
        zetten=(zet("opgavemanager", "LegAntwoordVast", **inhoud, kanaal="telefoon"),),
        norm=("verzoek",),
        maat=("verzoek", v.verzoeksoort, v.aan),
        sinds=v.gedaan_op,
        termijn_tot=v.uitstel_tot if v.uitstel == "verleend" and v.uitstel_tot else v.uiterlijk,
        id=v.id,
    )


def _afspraken(stand: Stand) -> Iterable[Taak]:
    """Promises of people; a motie is settled by PS, so the source is theirs."""
    if stand.leven.toestand == "ingetrokken":
        return
    for a in stand.afspraken.values():
        if a.afgerond_op is None:
            motie = a.bron == "motie"
            bron: dict[str, Any] = {"bron": {"titel": REDEN, "referentie": REDEN}} if motie else {}
            tekst = tekst_over(stand, a.stap or a.id, REDEN)
            door: Functie = "griffier" if motie else "opgavemanager"
            rond = zet(door, "RondAfspraakAf", afspraak=a.id, resultaat=tekst, **bron)
            yield Taak(
                sleutel=f"afspraak:{a.id}",
                soort="afspraak",
                wat=_wat(stand, a),
                wie=a.wie,
                zetten=(rond,),
                norm=("afspraak",),
                sinds=a.gemaakt_op,
                termijn_tot=a.uiterlijk or laatste_dag(stand, a.id),
                id=a.id,
            )


def _wat(stand: Stand, a: Afspraak) -> str:
    """A promise in its own words; about a secret step only that there is one."""
    geheim = a.stap in stand.geheim and stand.geheim[a.stap].rust
    return f"afspraak {a.id} nagekomen" if geheim else f"afspraak nagekomen: {a.tekst}"


def _evaluaties(stand: Stand) -> Iterable[Taak]:
    for e in stand.evaluaties.values():
        if e.status == "gestart":
            yield Taak(
                sleutel=f"evaluatie:{e.id}",
                soort="evaluatie",
                wat="korte evaluatie geschreven" if e.kort else "evaluatie geschreven",
                wie="evaluator",
                zetten=(zet("evaluator", "LegEvaluatieVast", evaluatie=e.id, advies=e.advies or "opschalen"),),
                norm=("evaluatie",),
                termijn_tot=laatste_dag(stand, e.id),
                id=e.id,
            )


def _afsluitvraag(stand: Stand) -> Iterable[Taak]:
    """Partners on an equal footing are asked whether it may end."""
    if stand.leven.fase is not Fase.BORGING or not stand.leven.gelijkwaardig:
        return
    if aan := gelijkwaardig.nog_te_vragen(stand):
        vraag = {"verzoeksoort": "akkoord", "betreft": AFSLUITING, "vraag": REDEN}
        yield Taak(
            sleutel=f"afsluitvraag:{len(stand.verzoeken)}",
            soort="verzoek",
            wat="partners gevraagd of de opgave af mag",
            wie="opgavemanager",
            zetten=(zet("opgavemanager", "VraagPartner", aan=list(aan), **vraag),),
            norm=("afsluitvraag",),
            stil=True,
            aanname="Alle partners stemmen in met de afsluiting.",
        )


def _lessen(stand: Stand) -> Iterable[Taak]:
    for les in stand.lessen.values():
        kaal = Taak(
            sleutel=f"les:{les.id}", soort="les", wat="", wie="opgavemanager", zetten=(), norm=("les",), id=les.id
        )
        if les.status in ("concept", "gevalideerd") and (les.actie or les.aanbeveling):
            stel = zet("opgavemanager", "WijzigLesstatus", les=les.id, status="vastgesteld", toelichting=REDEN)
            yield kaal.met(wat=f"les vastgesteld: {les.titel}", zetten=(stel,), norm=("les_vaststellen",))
        elif les.status == "vastgesteld" and not les.in_praktijk_gebracht and (tot := laatste_dag(stand, les.id)):
            controle = zet("opgavemanager", "ControleerLes", les=les.id, in_praktijk_gebracht="ja")
            yield kaal.met(
                sleutel=f"lescontrole:{les.id}",
                soort="lescontrole",
                wat=f"nagaan of de les praktijk is: {les.titel}",
                zetten=(controle,),
                norm=("lescontrole",),
                niet_voor=tot,
                vast=True,
                rust_op="termijn T22: een half jaar na het vaststellen",
            )
