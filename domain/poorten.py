"""Gates between phases: what each one asks, what is missing, and passing a house gate with a reason."""

from collections.abc import Callable, Iterable

from domain.basis import Fase, Weigering
from domain.bevoegdheid import is_trekker
from domain.bevoegdheidstabel import EIGENAAR
from domain.regels.hulp import Context
from domain.reglement.model import Poort, Reglement
from domain.reglement.register import reglement
from domain.stand import Stand
from domain.taal.leven import PoortGepasseerd
from domain.taal.pilots import Pilotplan

VAN_DE_PILOT = ("pilotplan", "rol_na_afloop")
"""What is not asked on leaving F3 when F4 is skipped."""


def zwaarte(stand: Stand) -> int:
    """The weight of the heaviest form that was chosen; 1 as long as there is none."""
    return max((t.zwaarte for t in stand.trajecten.values() if t.code and t.status != "beeindigd"), default=1)


def uit(stand: Stand, regels: Reglement, fase: Fase) -> tuple[tuple[Poort, tuple[str, ...]], ...]:
    """Every gate out of a phase with what is missing, in the order of the reglement."""
    return tuple((poort, EISEN[poort.eis](stand)) for poort in regels.poorten_uit(fase, zwaarte(stand)))


def ga_door(
    stand: Stand, ctx: Context, fase: Fase, passeer: tuple[str, ...], reden: str, zonder: tuple[str, ...] = ()
) -> tuple[PoortGepasseerd, ...]:
    """Go through all gates out of a phase.

    Args:
        passeer: codes of house gates to pass although something is missing; only the owner or portefeuillehouder may.
        reden: why, obligatory when something is passed.
        zonder: names of requirements that are not asked this time.

    Raises:
        Weigering: something is missing at a gate that is not, or may not be, passed. It names all of it.
    """
    poorten = ctx.reglement.poorten_uit(fase, zwaarte(stand))
    return toets(stand, ctx, (p for p in poorten if p.eis not in zonder), passeer, reden)


def toets(
    stand: Stand, ctx: Context, poorten: Iterable[Poort], passeer: tuple[str, ...], reden: str
) -> tuple[PoortGepasseerd, ...]:
    """Like `ga_door`, for the gates given."""
    dicht = [(poort, mist) for poort in poorten if (mist := EISEN[poort.eis](stand))]
    tegen = [(poort, mist) for poort, mist in dicht if poort.soort == "wettelijk" or poort.code not in passeer]
    if tegen:
        regels = tuple(f"{poort.code} {poort.naam} ({poort.soort}): {m}" for poort, mist in tegen for m in mist)
        wettelijk = next((p.grond for p, _ in tegen if p.soort == "wettelijk"), f"poort {tegen[0][0].code}")
        raise Weigering(wettelijk, "De poort is dicht. Dit ontbreekt nog:", regels)
    return tuple(_passeer(stand, ctx, poort, mist, reden) for poort, mist in dicht)


def _passeer(stand: Stand, ctx: Context, poort: Poort, mist: tuple[str, ...], reden: str) -> PoortGepasseerd:
    if ctx.door.functie not in EIGENAAR and not is_trekker(stand, ctx.door):
        raise Weigering("bevoegdheid", "Een poort passeren mag alleen de eigenaar of de portefeuillehouder.")
    if not reden:
        raise Weigering("reden", f"Geef de reden waarom u poort {poort.code} passeert.")
    return PoortGepasseerd(poort=poort.code, fase=poort.fase, ontbrak=mist, reden=reden)


def plan_ontbreekt(plan: Pilotplan, gewicht: int) -> tuple[str, ...]:
    """What a pilotplan lacks before the pilot can start (domain.md 5.1); a light form asks less."""
    licht = {
        "hypothese": plan.hypothese,
        "einddatum": plan.eind,
        "indicatoren": plan.indicatoren,
        "beslisregel": plan.beslisregel,
        "evaluator": plan.evaluator,
    }
    zwaar = {
        "begindatum": plan.begin,
        "exitplan": plan.exitplan,
        "AVG-toets": plan.avg_getoetst,
        **{f"nulmeting van {i.naam}": i.nulmeting is not None for i in plan.indicatoren},
        **{f"streefwaarde van {i.naam}": i.streefwaarde is not None for i in plan.indicatoren},
    }
    gevraagd = licht if gewicht == 1 else {**licht, **zwaar}
    return tuple(f"pilotplan: {naam}" for naam, waarde in gevraagd.items() if not waarde)


def _blad(sleutel: str, wat: str) -> Callable[[Stand], tuple[str, ...]]:
    return lambda stand: () if sleutel in stand.bladen else (wat,)


def _blad_van_fase(blad: str, wat: str) -> Callable[[Stand], tuple[str, ...]]:
    return lambda stand: (
        () if f"{blad}:{stand.leven.fase}" in stand.bladen else (f"{wat} voor fase {stand.leven.fase}",)
    )


def _reflectie(stand: Stand) -> tuple[str, ...]:
    """A reflection on this stay in the phase; one of an earlier round does not open the gate again."""
    fase, sinds = stand.leven.fase, stand.leven.fasen[-1].na_feit
    gedaan = stand.blad_bij.get(f"reflectie:{fase}", 0) > sinds
    return () if gedaan else (f"blad reflectie voor fase {fase}",)


def _betekenis(stand: Stand) -> tuple[str, ...]:
    gevuld = stand.leven.betekenis_voor_flevolander or "betekenis" in stand.bladen
    return () if gevuld else ("wat de opgave betekent voor de Flevolander (blad betekenis)",)


def _kaders_ps(stand: Stand) -> tuple[str, ...]:
    kaders = (s for s in stand.stappen.values() if s.code == "kader" and s.ingetrokken_door is None)
    besloten = any(s.afloop == "positief" for s in kaders)
    return () if besloten else ("een besluit van PS over de kaders (OpenBesluit kader)",)


def _gedeeld_beeld(stand: Stand) -> tuple[str, ...]:
    return tuple(
        f"gedeeld beeld met {p.naam}"
        for p in stand.partners.values()
        if p.doet_mee and getattr(stand.bladen.get(f"gedeeld_beeld:{p.id}"), "status", "nee") == "nee"
    )


def _kandidaten(stand: Stand) -> tuple[str, ...]:
    return tuple(
        f"een tweede kandidaat bij {t.onderwerp}, of de reden waarom er maar een is"
        for t in stand.trajecten.values()
        if t.status != "beeindigd" and len(t.kandidaten) < 2 and not t.reden_een_kandidaat
    )


def _vorm_in_werking(stand: Stand) -> tuple[str, ...]:
    werkt = any(t.status in ("in_werking", "wordt_gewijzigd") for t in stand.trajecten.values())
    return () if werkt else ("een organiseervorm die in werking is (ZetInWerking)",)


def _publiek_belang(stand: Stand) -> tuple[str, ...]:
    regels = reglement(stand.reglement)
    return tuple(
        f"waarom {t.onderwerp} een private rechtspersoon vraagt (KiesOrganiseervorm, publiek_belang)"
        for t in stand.trajecten.values()
        if t.code and t.status != "beeindigd" and regels.vorm(t.code).prive_rechtspersoon and not t.publiek_belang
    )


def _pilotplan(stand: Stand) -> tuple[str, ...]:
    gepland = [p for p in stand.pilots.values() if p.status == "gepland"]
    if not gepland:
        return ("een pilotplan (StelPilotplanOp)",)
    return tuple(f"{p.titel}: {m}" for p in gepland for m in plan_ontbreekt(p.plan, zwaarte(stand)))


def _pilots_klaar(stand: Stand) -> tuple[str, ...]:
    if not any(p.geeindigd for p in stand.pilots.values()):
        return ("een pilot die is afgerond of gestopt",)
    return tuple(f"einde van de pilot {p.titel}" for p in stand.pilots.values() if p.begonnen)


def _evaluatie_vastgesteld(stand: Stand) -> tuple[str, ...]:
    geschreven = [e for e in stand.evaluaties.values() if e.status != "gestart"]
    mist = [] if geschreven else ["een evaluatie (LegEvaluatieVast)"]
    if geschreven and all(e.pilots for e in geschreven):
        bekeken = {p for e in geschreven for p in e.pilots}
        mist += [
            f"een evaluatie van de pilot {p.titel}"
            for p in stand.pilots.values()
            if p.geeindigd and p.id not in bekeken
        ]
    besloten = any(s.code in ("evaluatie", "vervolg") and s.afloop == "positief" for s in stand.stappen.values())
    return tuple(mist if besloten else [*mist, "een besluit dat de evaluatie vaststelt (OpenBesluit evaluatie)"])


def _vervolg_besluit(stand: Stand) -> tuple[str, ...]:
    """What follows is decided after every full evaluation, and after at least one."""
    open_ = [e.id for e in stand.evaluaties.values() if e.status != "vervolg_bepaald" and not e.kort]
    if not open_ and not any(e.uitkomst for e in stand.evaluaties.values()):
        return ("een besluit over het vervolg (BepaalVervolg)",)
    return tuple(f"het vervolg na evaluatie {e} (BepaalVervolg)" for e in open_)


def _lessen(stand: Stand) -> tuple[str, ...]:
    return () if stand.lessen else ("minstens een les (LegLesVast)",)


def _les_geborgd(stand: Stand) -> tuple[str, ...]:
    geborgd = any(les.actie for les in stand.lessen.values())
    return () if geborgd else ("een les met een actie of een veranderde afspraak",)


def _leervragen(stand: Stand) -> tuple[str, ...]:
    return tuple(
        f"antwoord op leervraag {v} (blad leervraag)" for v in LEERVRAGEN if f"leervraag:{v}" not in stand.bladen
    )


def _lesaanbod(moment: str) -> Callable[[Stand], tuple[str, ...]]:
    """Nothing is asked where nothing was offered."""
    return lambda stand: tuple(
        f"antwoord op les {a.les}: {a.titel} (BeantwoordLesaanbod)"
        for a in stand.lesaanbod.values()
        if a.moment == moment and a.antwoord is None
    )


def _checklist(stand: Stand) -> tuple[str, ...]:
    punten = stand.agendaplek.checklist if stand.agendaplek else ()
    return tuple(
        f"antwoord op '{punt.vraag}' (blad checklist, punt {punt.punt}, uit les {punt.les})"
        for fase, punt in punten
        if fase == stand.leven.fase and f"checklist:{punt.punt}" not in stand.bladen
    )


LEERVRAGEN = ("L1", "L2", "L3")
_ROLKEUZE = _blad_van_fase("rolkeuze", "blad rolkeuze")

EISEN: dict[str, Callable[[Stand], tuple[str, ...]]] = {
    "betekenis": _betekenis,
    "flevo_toets_f1": _blad("toets_flevo:F1", "toets aan de zes Flevo-principes (blad toets_flevo, moment F1)"),
    "flevo_toets_f3": _blad("toets_flevo:F3", "toets aan de zes Flevo-principes (blad toets_flevo, moment F3)"),
    "flevo_toets_f5": _blad("toets_flevo:F5", "toets aan de zes Flevo-principes (blad toets_flevo, moment F5)"),
    "kaders_ps": _kaders_ps,
    "gezamenlijke_ambitie": _blad("gezamenlijke_ambitie", "blad gezamenlijke_ambitie"),
    "gedeeld_beeld": _gedeeld_beeld,
    "inhoud": _blad("inhoud", "blad inhoud: opgave, doelen en doelgroep"),
    "waarom_samenwerken": _blad("waarom_samenwerken", "blad waarom_samenwerken"),
    "kandidaten": _kandidaten,
    "kernwaarden": _blad("kernwaarden", "blad kernwaarden: alle vijf"),
    "rolkeuze": _ROLKEUZE,
    "vorm_in_werking": _vorm_in_werking,
    "publiek_belang": _publiek_belang,
    "pilotplan": _pilotplan,
    "rol_na_afloop": _blad("rol_na_afloop", "blad rol_na_afloop"),
    "pilots_klaar": _pilots_klaar,
    "reflectie": _reflectie,
    "evaluatie_vastgesteld": _evaluatie_vastgesteld,
    "vervolg_besluit": _vervolg_besluit,
    "lessen": _lessen,
    "les_geborgd": _les_geborgd,
    "leervragen": _leervragen,
    "lesaanbod_f1": _lesaanbod("F1"),
    "lesaanbod_f3": _lesaanbod("F3"),
    "checklist": _checklist,
}
"""What each requirement of the reglement checks: the lines that are missing, empty when it is met."""
