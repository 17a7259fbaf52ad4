"""What goes along with a lesson or a point of the frame: its term, which ends here and begins at the other."""

from collections.abc import Iterable, Mapping

from domain.feit import FeitInhoud
from domain.opdracht import GROOTSTE_OPDRACHT, omvang
from domain.regels import bladgevolgen, lessen, rondes, splitsing_afspraken, termijnen
from domain.regels.hulp import Context, eis, nieuw_id
from domain.stand import Stand
from domain.taal.bladen_kaders import Kaderpunt, Kaders
from domain.taal.lessen import Les, LesstatusGewijzigd, LesVastgelegd
from domain.taal.splitsing import Deelsoort, Meegave, OntvangDelen, Toedeling
from domain.taal.termijnen import Termijn

GROOTSTE_MEEGAVE = GROOTSTE_OPDRACHT - 20_000
"""In letters; the rest is for the reason and the sender."""
Gezegd = Mapping[tuple[Deelsoort, str], Toedeling]
IN_GEBRUIK = ("vastgesteld", "toegepast")
"""A lesson of which it is asked whether it is practice."""


def volgt(stand: Stand, termijn: Termijn) -> bool:
    """Whether this term goes where its lesson, promise or point of the frame goes, so that nobody says it apart."""
    if termijn.betreft in stand.lessen or termijn.betreft in stand.afspraken:
        return True
    punt = stand.bladen.get(termijn.betreft.rpartition(".")[0])
    return termijn.code == bladgevolgen.UITWERKEN and isinstance(punt, Kaderpunt)


def vertrek(stand: Stand, gezegd: Gezegd, naar: str, reden: str) -> tuple[FeitInhoud, ...]:
    """What leaves this opgave altogether: the lesson counts no more here, and its questions are not asked here."""
    feiten: list[FeitInhoud] = []
    for (soort, id_), t in gezegd.items():
        if t.waarheen != "gaat_mee":
            continue
        if soort == "les":
            weg = LesstatusGewijzigd(les=id_, status="vervallen", toelichting=f"De les gaat mee naar {naar}.")
            feiten += [weg, *termijnen.vervallen(stand, id_, reden)]
            feiten += splitsing_afspraken.vertrek(stand, f"{id_}.actie", naar, reden)
        elif soort == "afspraak":
            feiten += splitsing_afspraken.vertrek(stand, id_, naar, reden)
        elif soort == "kader":
            feiten += rondes.vervallen(stand, bladgevolgen.UITWERKEN, id_, reden)
    return tuple(feiten)


def zonder_kaders(stand: Stand, gezegd: tuple[Toedeling, ...]) -> Stand:
    """What of the frame went along no longer binds this opgave."""
    weg = {t.id for t in gezegd if t.soort == "kader" and t.waarheen == "gaat_mee"}
    bladen = {sleutel: blad for sleutel, blad in stand.bladen.items() if sleutel not in weg}
    blad = bladen.get("kaders")
    if isinstance(blad, Kaders):
        bladen["kaders"] = blad.met(
            inhoud=tuple(t for nr, t in enumerate(blad.inhoud, start=1) if f"inhoud.{nr}" not in weg),
            proces=tuple(t for nr, t in enumerate(blad.proces, start=1) if f"proces.{nr}" not in weg),
        )
    return stand.met(bladen=bladen)


def nieuwe_ids(stand: Stand, geleerd: tuple[Les, ...]) -> dict[str, str]:
    """Under which id each lesson is kept here, by its id there."""
    hier: dict[str, str] = {}
    for les in geleerd:
        hier[les.id] = nieuw_id(stand, None, "L", stand.lessen, "les", al=hier.values())
    return hier


def aankomst(stand: Stand, opdracht: OntvangDelen, ctx: Context) -> Iterable[FeitInhoud]:
    """A copy under an id of its own that names where it was learned; stories stay where they were told.

    One that is in use is asked about here after half a year.
    """
    for les, id_ in zip(opdracht.delen.lessen, nieuwe_ids(stand, opdracht.delen.lessen).values(), strict=True):
        context = f"Geleerd in {opdracht.van}, les {les.id}. {les.context}".strip()
        oorsprong = les.afkomstig_van or f"{opdracht.van}/{les.id}"
        hier = les.met(id=id_, context=context, bronverhalen=(), afkomstig_van=oorsprong)
        yield LesVastgelegd(les=hier)
        yield from _vraag(hier, ctx)


def terug(stand: Stand, geleerd: tuple[Les, ...], uit: str, ctx: Context) -> Iterable[FeitInhoud]:
    """Lessons that never arrived are again what they were."""
    for les in geleerd:
        if stand.lessen[les.id].status == "vervallen":
            waarom = f"De les kwam niet aan in {uit}."
            yield LesstatusGewijzigd(les=les.id, status=les.status, toelichting=waarom)
            yield from _vraag(les, ctx)


def _vraag(les: Les, ctx: Context) -> Iterable[FeitInhoud]:
    if les.status in IN_GEBRUIK and les.in_praktijk_gebracht != "ja":
        yield lessen.controle(les, ctx)


def toets_past(delen: Meegave) -> Meegave:
    """What goes along. Raises Weigering when it is more than one command can hold, for so it travels."""
    te_veel = f"Er gaat te veel tekst mee: hoogstens {GROOTSTE_MEEGAVE} tekens. Laat lessen hier, of splits in delen."
    eis(omvang(delen) <= GROOTSTE_MEEGAVE, "verdeling", te_veel)
    return delen
