"""Learning made visible: learning questions (S1-24 to S1-26), counted tags (S1-27), reflections (S3-15, S3-19)."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date

from domain.basis import Fase
from domain.beeld.samen.lezen import bladen, dag, keren, naam, regels
from domain.beeld.samen.vel import Rooster, Vel
from domain.feit import Feit
from domain.regels.termijnen import REFLECTIE
from domain.stand import Stand
from domain.taal.bladen_leren import Leervraag, Reflectie
from domain.taal.leren import Leeractie, Verhaal
from domain.woorden import gewoon

KERNWAARDEN = ("vindingrijk", "betrokken", "gedreven")
ROLLEN = ("co-creatiepartner", "zorgdrager", "regisseur")


def leervragen(stand: Stand, feiten: Sequence[Feit] = ()) -> Vel:
    """The three questions of the Participatieroute with their answers, asked for at F5."""
    antwoorden: dict[str, str] = {b.vraag: b.antwoord for b in bladen(stand, Leervraag)}
    vragen = regels(stand).leervragen
    rooster = Rooster(
        titel="Leervragen",
        kolommen=("Nr", "Vraag", "Antwoord"),
        rijen=tuple((nr, vraag, antwoorden.get(nr, "nog niet beantwoord")) for nr, vraag in vragen),
    )
    mist = [nr for nr, _ in vragen if nr not in antwoorden]
    let_op = (f"Nog te beantwoorden voor het einde van F5: {', '.join(mist)}.",) if mist else ()
    return Vel(naam="leervragen", titel="Leervragen", roosters=(rooster,), let_op=let_op)


def kenmerken(stand: Stand, feiten: Sequence[Feit] = ()) -> Vel:
    """How often each core value, principe and role was tagged, in bronverhalen and in reflections."""
    verhalen, momenten = tuple(stand.verhalen.values()), tuple(r for _, r in reflecties_in(stand, feiten))
    principes = {str(nr): f"{nr} {naam}" for nr, naam in enumerate(regels(stand).flevoprincipes, start=1)}
    roosters = (
        _telling(
            "Kernwaarden van de organisatie",
            dict(zip(KERNWAARDEN, KERNWAARDEN, strict=True)),
            (w for v in verhalen for w in v.inhoud.waarden),
            (w for r in momenten for w in r.waarden),
        ),
        _telling("Flevo-principes", principes, (str(p) for v in verhalen for p in v.inhoud.principes), ()),
        _telling(
            "Rollen", dict(zip(ROLLEN, ROLLEN, strict=True)), (rol for v in verhalen for rol in v.inhoud.rollen), ()
        ),
    )
    return Vel(naam="kenmerken", titel="Kernwaarden, principes en rollen geteld", roosters=roosters)


def _telling(titel: str, wat: dict[str, str], verhalen: Iterable[str], momenten: Iterable[str]) -> Rooster:
    in_verhalen, in_reflecties = Counter(verhalen), Counter(momenten)
    rijen = tuple((naam, str(in_verhalen[sleutel]), str(in_reflecties[sleutel])) for sleutel, naam in wat.items())
    return Rooster(titel=titel, kolommen=("Wat", "In bronverhalen", "In reflecties"), rijen=rijen)


def verhalen(stand: Stand, feiten: Sequence[Feit] = ()) -> Vel:
    """The case library (S0-14, S1-11, S1-23, S3-23): every bronverhaal, the successes apart."""
    alle = tuple(stand.verhalen.values())
    roosters = (
        Rooster(
            titel="Bronverhalen",
            kolommen=("Nr", "Dag", "Titel", "Verteller", "Waardering", "Wat werkte", "Wat niet"),
            rijen=tuple(map(_verhaal, alle)),
            leeg="Er is nog geen bronverhaal.",
        ),
        Rooster(
            titel="Successen om te delen",
            kolommen=("Nr", "Titel", "Wat werkte"),
            rijen=tuple((v.id, v.inhoud.titel, v.inhoud.wat_werkte or "-") for v in alle if v.inhoud.succes),
            leeg="Er is nog geen succes vastgelegd.",
        ),
    )
    return Vel(naam="verhalen", titel="Bronverhalen en successen", roosters=roosters)


def _verhaal(v: Verhaal) -> tuple[str, ...]:
    i = v.inhoud
    titel = i.titel if i.openbaar else f"{i.titel} (niet openbaar)"
    waardering = gewoon(i.waardering)
    return (v.id, dag(v.op), titel, i.verteller_functie, waardering, i.wat_werkte or "-", i.wat_niet or "-")


def leeracties(stand: Stand, feiten: Sequence[Feit] = ()) -> Vel:
    """Learning in the own organisation (S0-23, S1-29, S3-30): for whom, by whom, and whether it was done."""
    rooster = Rooster(
        titel="Leeracties",
        kolommen=("Nr", "Soort", "Wat", "Voor wie", "Eigenaar", "Les of programma", "Stand"),
        rijen=tuple(_leeractie(stand, actie) for actie in stand.leeracties.values()),
        leeg="Er is nog geen leeractie.",
    )
    return Vel(naam="leeracties", titel="Leeracties", roosters=(rooster,))


def _leeractie(stand: Stand, a: Leeractie) -> tuple[str, ...]:
    """Whether it was done stands with the promise of the same id."""
    afspraak = stand.afspraken.get(a.id)
    if afspraak is None:
        nu = "-"
    else:
        nu = f"klaar op {dag(afspraak.afgerond_op)}" if afspraak.afgerond_op else f"uiterlijk {dag(afspraak.uiterlijk)}"
    bron = "; ".join(deel for deel in (a.les, a.programma) if deel) or "-"
    return (a.id, gewoon(a.leersoort), a.tekst, a.voor, naam(stand, a.eigenaar), bron, nu)


def reflecties_in(stand: Stand, feiten: Sequence[Feit]) -> tuple[tuple[date | None, Reflectie], ...]:
    """Every reflection with its day; without facts the newest of each phase, whose day is not known."""
    return keren(feiten, Reflectie) or tuple((None, r) for r in bladen(stand, Reflectie))


def reflecties(stand: Stand, feiten: Sequence[Feit] = ()) -> Vel:
    """The three questions, the balance over time, the soft controls, and the moments that were skipped."""
    alle = reflecties_in(stand, feiten)
    roosters = (_vragen(alle), _balans(alle), _soft(alle), _momenten(stand))
    overgeslagen = [t for t in stand.termijnen.values() if t.code == REFLECTIE and t.status in OVERGESLAGEN]
    zonder = [r.fase for _, r in alle if not r.acties]
    geen = [fase for fase in Fase if fase < stand.leven.fase and fase not in {r.fase for _, r in alle}]
    let_op = (
        *((f"{len(overgeslagen)} keer is een reflectiemoment overgeslagen.",) if overgeslagen else ()),
        *((f"Nog nooit gereflecteerd in {', '.join(geen)}.",) if geen else ()),
        *((f"Reflectie zonder actie in {', '.join(dict.fromkeys(zonder))}.",) if zonder else ()),
        *_scheef(alle),
    )
    return Vel(naam="reflecties", titel="Reflecties", roosters=roosters, let_op=let_op)


OVERGESLAGEN = ("verstreken", "te_laat", "overgeslagen")
"""How a planned reflectiemoment stands that nobody held in time."""
_Alle = tuple[tuple[date | None, Reflectie], ...]


def _vragen(alle: _Alle) -> Rooster:
    kolommen = ("Dag", "Fase", "Waarom doen we dit", "Doen we het goed", "Hoe gaat de samenwerking", "Acties")
    return Rooster(
        titel="De drie vragen",
        kolommen=kolommen,
        rijen=tuple(
            (
                *(dag(op), r.fase, r.waarom_doen_we_dit, r.doen_we_het_goed, r.hoe_gaat_de_samenwerking),
                "; ".join(r.acties) or "geen",
            )
            for op, r in alle
        ),
    )


def _balans(alle: _Alle) -> Rooster:
    rijen = tuple(
        (dag(op), r.fase, *(f"{waarde} van 5" for waarde in (r.balans.inhoud, r.balans.proces, r.balans.relatie)))
        for op, r in alle
        if r.balans
    )
    kolommen = ("Dag", "Fase", "Inhoud", "Proces", "Relatie")
    return Rooster(titel="Balans tussen inhoud, proces en relatie", kolommen=kolommen, rijen=rijen)


def _scheef(alle: _Alle) -> Iterable[str]:
    """The trend: what went down between the first and the last time it was scored."""
    scores = [r.balans for _, r in alle if r.balans]
    if len(scores) > 1:
        eerst, laatst = scores[0], scores[-1]
        lager = [naam for naam in ("inhoud", "proces", "relatie") if getattr(laatst, naam) < getattr(eerst, naam)]
        if lager:
            yield f"Lager dan bij de eerste reflectie: {', '.join(lager)}."


def _soft(alle: _Alle) -> Rooster:
    rijen = tuple(
        (
            *(dag(op), r.fase, str(s.competenties), str(s.kernwaarden), str(s.lerend_vermogen)),
            *(str(s.bespreekbaarheid), s.opmerking or "-"),
        )
        for op, r in alle
        if (s := r.soft_controls)
    )
    kolommen = ("Dag", "Fase", "Competenties", "Kernwaarden", "Lerend vermogen", "Bespreekbaarheid", "Opmerking")
    return Rooster(titel="Soft controls, 1 tot en met 5", kolommen=kolommen, rijen=rijen)


def _momenten(stand: Stand) -> Rooster:
    rondes = sorted((t for t in stand.termijnen.values() if t.code == REFLECTIE), key=lambda t: t.begin)
    woorden = {"verstreken": "overgeslagen", "te_laat": "te laat gehouden", "gehaald": "gehouden"}
    return Rooster(
        titel="Geplande reflectiemomenten",
        kolommen=("Uiterlijk", "Stand"),
        rijen=tuple((dag(t.einde), woorden.get(t.status, gewoon(t.status))) for t in rondes),
        leeg="Er is nog geen reflectiemoment gepland.",
    )
