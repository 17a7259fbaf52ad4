"""What can be done around requests, terms and reminders, by the province and by a partner itself."""

from collections.abc import Callable, Iterable
from datetime import date, timedelta
from typing import Any, get_args

from domain import bevoegdheidstabel
from domain.basis import LAATSTE_JAAR, Afzender
from domain.geldend import geldend
from domain.kalender import lokale_datum
from domain.regels import escalaties, gelijkwaardig, verzoeken
from domain.regels import inbreng as inbreng_
from domain.regels.geheim import rustend
from domain.reglement.model import Termijnsoort
from domain.reglement.register import reglement
from domain.stand import Stand
from domain.taal.inbreng import Inbrengsoort
from domain.taal.termijnen import Termijn
from domain.taal.verzoeken import AFSLUITING, BijStilte, Kanaal, Oordeel, Verzoek

WAAROM = "<waarom>"


def voorstellen(stand: Stand) -> Iterable[dict[str, Any]]:
    """Contents of commands that fit the state. Nothing before the opgave began."""
    if stand.laatste_op is None:
        return
    for verzoek in stand.verzoeken.values():
        yield from _bij_verzoek(stand, verzoek)
    yield from _afsluiting(stand)
    yield from _inbreng(stand)
    yield from _escalaties(stand)
    yield from _termijnen(stand)
    for bijsturing in stand.bijsturingen.values():
        if bijsturing.opgeheven_op is None:
            yield {"soort": "HefBijsturingOp", "bijsturing": bijsturing.id, "reden": WAAROM}
    yield from _kalender(stand)


def tekst_over(stand: Stand, betreft: str | None, tekst: str) -> str:
    """What to fill in about a step, or a promise made there: under geheimhouding only the reference."""
    afspraak = stand.afspraken.get(betreft or "")
    geheim = rustend(stand, (afspraak.stap if afspraak else betreft) or "")
    return geheim.referentie if geheim else tekst


def antwoord(stand: Stand, v: Verzoek) -> dict[str, Any]:
    """An answer to fill in."""
    return {"verzoek": v.id, "oordeel": "inbreng", "antwoord": tekst_over(stand, v.betreft, "<antwoord>")}


def _bij_verzoek(stand: Stand, v: Verzoek) -> Iterable[dict[str, Any]]:
    if v.status in ("open", "zonder_reactie"):
        yield {"soort": "LegAntwoordVast", **antwoord(stand, v), "kanaal": "telefoon"}
    if v.status == "beantwoord":
        yield {"soort": "VerbeterAntwoord", **antwoord(stand, v)}
    if v.status != "open":
        return
    if v.uitstel is None:
        yield {"soort": "VraagUitstel", "verzoek": v.id, "tot": _een_week_later(v.uiterlijk), "reden": WAAROM}
    if v.uitstel == "gevraagd":
        yield {"soort": "BeslisUitstel", "verzoek": v.id, "akkoord": True, "reden": WAAROM}
    anders = "escaleren" if v.bij_stilte == "wachten" else "wachten"
    yield {"soort": "BepaalStilte", "verzoek": v.id, "bij_stilte": anders, "reden": WAAROM}


def _afsluiting(stand: Stand) -> Iterable[dict[str, Any]]:
    """A gelijkwaardige opgave in its last phase asks every partner whether it may end."""
    laatste = stand.leven.fase.value == "F6" and not stand.leven.voorbij
    aan = gelijkwaardig.nog_te_vragen(stand) if stand.leven.gelijkwaardig and laatste else ()
    if aan:
        vraag = "Bent u het ermee eens dat we deze opgave afronden?"
        wat = {"verzoeksoort": "akkoord", "betreft": AFSLUITING, "vraag": vraag}
        yield {"soort": "VraagPartner", "aan": list(aan), **wat}


def _inbreng(stand: Stand) -> Iterable[dict[str, Any]]:
    yield {"soort": "BrengIn", "inbrengsoort": "vraag", "onderwerp": "<onderwerp>", "tekst": "<wat u inbrengt>"}
    for i in stand.inbreng.values():
        if i.oordeel is None:
            oordeel = inbreng_.OORDELEN[i.inbrengsoort][0]
            yield {"soort": "BehandelInbreng", "inbreng": i.id, "oordeel": oordeel, "antwoord": WAAROM}


def _escalaties(stand: Stand) -> Iterable[dict[str, Any]]:
    for escalatie in escalaties.wachtend(stand):
        yield {"soort": "BeslisEscalatie", "escalatie": escalatie.id, "akkoord": True, "reden": WAAROM}


def _termijnen(stand: Stand) -> Iterable[dict[str, Any]]:
    """Each stop is lifted by name; the rest is shown once, for the term that ends first: see `_past_op`."""
    for t in stand.termijnen.values():
        if t.status == "opgeschort":
            yield {"soort": "HervatTermijn", "termijn": t.id, "reden": tekst_over(stand, t.betreft, WAAROM)}
    for soort in ("SchortTermijnOp", "VerlengTermijn", "StuurHerinneringBij"):
        if termijnen := _past_op(stand, soort):
            t = termijnen[0]
            waarom = tekst_over(stand, t.betreft, WAAROM)
            yield {"soort": soort, "termijn": t.id, **_velden(stand, soort, t), "reden": waarom}


def _past_op(stand: Stand, soort: str) -> tuple[Termijn, ...]:
    """The running terms this command can be about, the first to end first; the house's own are left in peace."""
    regels = {s.code: s for s in reglement(stand.reglement).termijnen}
    past: dict[str, Callable[[Termijn], bool]] = {
        "SchortTermijnOp": lambda t: bool(regels[t.code].opschorten),
        "VerlengTermijn": lambda t: bool(
            regels[t.code].verlengen or (regels[t.code].verlenging and t.betreft not in stand.stappen)
        ),
        "StuurHerinneringBij": lambda t: any(not h.akkoord for h in t.herinneringen),
    }
    lopend = (t for t in stand.termijnen.values() if t.status == "loopt" and t.soort != "huis" and t.code in regels)
    return tuple(sorted((t for t in lopend if past[soort](t)), key=lambda t: (t.einde, t.id)))


def _velden(stand: Stand, soort: str, t: Termijn) -> dict[str, str]:
    """What the command says beside the term and the reason. Reminders of the law are never held."""
    match soort:
        case "VerlengTermijn":
            return _tot(t, reglement(stand.reglement).termijn(t.code))
        case "StuurHerinneringBij" if t.soort == "wettelijk":
            zin = tekst_over(stand, t.betreft, "<uw zin>")
            return {"doe": "zin", "zin": zin, "tot": _dag_in_bereik(t.einde)}
        case "StuurHerinneringBij":
            return {"doe": "aanhouden", "tot": _dag_in_bereik(t.einde)}
        case _:
            return {}


def _tot(t: Termijn, soort: Termijnsoort) -> dict[str, str]:
    """The law says itself how much longer."""
    return {} if soort.verlenging else {"tot": _een_week_later(t.einde)}


def _een_week_later(dag: date) -> str:
    """A day to try with."""
    return _dag_in_bereik(dag + timedelta(days=7))


def _dag_in_bereik(dag: date) -> str:
    """This day, or the last one that a command can name."""
    return min(dag, date(LAATSTE_JAAR, 12, 31)).isoformat()


def _kalender(stand: Stand) -> Iterable[dict[str, Any]]:
    """A day to try with: the first working day from a month on."""
    if stand.laatste_op is None or reglement(stand.reglement).post is None:
        return
    werkdag = geldend(stand).kalender.eerste_werkdag_vanaf(lokale_datum(stand.laatste_op) + timedelta(days=30))
    nieuw = {"datum": werkdag.isoformat(), "bron": "<besluit en vindplaats>"}
    yield {"soort": "VulKalenderAan", "dagen": [nieuw], "reden": WAAROM}


def formulier(stand: Stand, inhoud: dict[str, Any]) -> dict[str, Any] | None:
    """The content with `<...>` where there is a choice, None for commands that are not of this module."""
    match inhoud["soort"]:
        case "VulKalenderAan":
            return {**inhoud, "dagen": [{**dag, "datum": "<datum>"} for dag in inhoud["dagen"]]}
        case "BehandelInbreng":
            past = inbreng_.OORDELEN[stand.inbreng[inhoud["inbreng"]].inbrengsoort]
            return {**inhoud, "oordeel": f"<{'|'.join(past)}>"}
        case "BepaalStilte":
            nu, eerst = stand.verzoeken[inhoud["verzoek"]].bij_stilte, inhoud["bij_stilte"]
            rest = (keuze for keuze in get_args(BijStilte) if keuze not in (nu, eerst))
            return {**inhoud, "bij_stilte": _keuze(eerst, *rest)}
        case "SchortTermijnOp" | "VerlengTermijn" | "StuurHerinneringBij" as soort:
            return {**inhoud, "termijn": _keuze(*(t.id for t in _past_op(stand, soort))), **_dag(inhoud)}
        case _:
            return None


def past_bij(stand: Stand, door: Afzender, inhoud: dict[str, Any]) -> bool:
    """Whether this is how this sender does it: the province records what a partner let it know, with how it came.

    Only for the partner that is the trekker, and under the first editions, it may also speak itself.
    """
    eigen = inhoud["soort"] != "BeantwoordVerzoek" or door.functie not in bevoegdheidstabel.MANAGER
    if eigen or reglement(stand.reglement).post is None:
        return True
    return stand.verzoeken[inhoud["verzoek"]].aan == stand.leven.trekker


def voor(stand: Stand, door: Afzender, inhoud: dict[str, Any]) -> dict[str, Any]:
    """The form with only what this sender may choose: not everyone says what silence means."""
    if inhoud["soort"] != "BepaalStilte":
        return inhoud
    keuzes = inhoud["bij_stilte"].strip("<>").split("|")
    return {**inhoud, "bij_stilte": _keuze(*(k for k in keuzes if verzoeken.mag_stilte(stand, door, k)))}


def _keuze(*waarden: str) -> str:
    """What there is to choose from; the only one there is need not be chosen."""
    return waarden[0] if len(waarden) == 1 else f"<{'|'.join(waarden)}>"


def _dag(inhoud: dict[str, Any]) -> dict[str, str]:
    if "tot" not in inhoud:
        return {}
    return {"tot": "<datum na de termijn>" if inhoud["soort"] == "VerlengTermijn" else "<datum vanaf vandaag>"}


KEUZES: dict[str, dict[str, str]] = {
    "LegAntwoordVast": {"oordeel": "|".join(get_args(Oordeel)), "kanaal": "|".join(get_args(Kanaal))},
    "VerbeterAntwoord": {"oordeel": "|".join(get_args(Oordeel))},
    "VraagUitstel": {"tot": "datum na de termijn"},
    "BeslisUitstel": {"akkoord": "ja|nee"},
    "BrengIn": {"inbrengsoort": "|".join(get_args(Inbrengsoort))},
    "BeslisEscalatie": {"akkoord": "ja|nee"},
}
"""Fields of which the example is only there to try the command with."""
