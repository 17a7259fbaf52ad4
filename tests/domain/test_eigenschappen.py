"""What always holds, whatever people say and however time jumps: random lives through the real core."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from random import Random
from typing import Any

import pytest
import verhaal as v
from pydantic import ValidationError
from willekeur import afzender, inhoud, overgebracht

from domain import afstamming, kern, pad, poorten
from domain.beeld import overzicht
from domain.beeld.mogelijk import mogelijkheden
from domain.beeld.openbaar import openbaar
from domain.feit import Feit
from domain.gevolg import Bericht
from domain.gevolgen import adressen, gevolgen
from domain.opdracht import OPDRACHTEN, Opdracht
from domain.regels.splitsing_verdeling import te_verdelen
from domain.stand import Stand
from domain.toestanden import OOK_VAN_DE_AGENDA, OVERGEBRACHT, VAN_DE_AGENDA
from domain.zinnen import vertel

SOORTEN = sorted(OPDRACHTEN)
ROND_PARTNERS = (
    *("LegAntwoordVast", "VerbeterAntwoord", "VraagUitstel", "BeslisUitstel", "BepaalStilte"),
    *("BrengIn", "BehandelInbreng", "SchortTermijnOp", "HervatTermijn", "VerlengTermijn", "VulKalenderAan"),
    *("StuurHerinneringBij", "HefBijsturingOp", "BeslisEscalatie"),
)
BEGIN: dict[str, Callable[[], v.Verhaal]] = {
    "leeg": v.Verhaal,
    "F2": v.in_f2,
    "convenant": lambda: v.gekozen("CONVENANT"),
    "cooperatie": lambda: v.gekozen("COOPERATIE"),
    "regeling": lambda: v.gekozen("GEMEENSCHAPPELIJK_ORGAAN"),
    "pilot": v.pilot_loopt,
    "F5": v.in_f5,
    "F6": v.in_f6,
    "gelijkwaardig": lambda: _gelijkwaardig(v.in_f6()),
    "vragen": lambda: _met_vragen(),
    "overgestapt": lambda: _overgestapt(),
    "agenda": lambda: _agenda(),
    "samen": lambda: _samen(),
    "opgegaan": lambda: _opgegaan(),
}


def _gelijkwaardig(verhaal: v.Verhaal) -> v.Verhaal:
    """The same life among equals, with two of the three partners already asked whether it may end."""
    gelijk = replace(verhaal, stand=verhaal.stand.met(leven=verhaal.stand.leven.met(gelijkwaardig=True)))
    return gelijk.gegeven(v.manager("VraagPartner", aan=[v.DRONTEN, v.ZEEWOLDE], vraag="klaar?", betreft="afsluiting"))


def _met_vragen() -> v.Verhaal:
    """Requests in all their states: one silent so long that it waits for consent, one just asked, one answered."""
    vraag = v.manager("VraagPartner", aan=[v.DRONTEN, v.ZEEWOLDE], vraag="wat vindt u?", termijn="10wd")
    stil = v.gegeven(*v.BEGONNEN, vraag)
    while not stil.stand.escalaties:
        stil = stil.later(days=1)
    return stil.gegeven(
        vraag,
        v.partner(v.DRONTEN)("VraagUitstel", verzoek="V3", tot=stil.vandaag + timedelta(days=21), reden="raad"),
        v.partner(v.ZEEWOLDE)("BeantwoordVerzoek", verzoek="V4", oordeel="akkoord", antwoord="goed"),
        v.partner(v.ZEEWOLDE)("BrengIn", inbrengsoort="initiatief", onderwerp="x", tekst="y"),
    )


PERIODE = {"van": "2025-01-01", "tot": "2027-12-31"}


def _agenda() -> v.Verhaal:
    """A regionale agenda with what is on it, who adopts it, a table, and a party that is asked why every year."""
    leeg = v.Verhaal(stand=kern.begin(v.Begin(opgave="AGENDA-FLEVOLAND", reglement=v.REGLEMENT.code)))
    return leeg.gegeven(
        v.manager("StartAgenda", titel="Agenda", gebied="Flevoland", **PERIODE),
        *v.PARTNERS,
        v.manager(
            "ZetOpAgenda",
            opgave="FL-2020-01",
            titel="Oost",
            thema="water",
            periode="2025-1",
            reden="begin",
        ),
        v.manager("VraagVaststelling", overheden=["provincie", v.DRONTEN], uiterlijk="2025-09-01"),
        *_ronden(),
    )


def _ronden() -> tuple[v.Zet, ...]:
    """Everything that is asked again and again."""
    tafel = {"tafelsoort": "gesprekstafel", **dict.fromkeys(("naam", "doel", "trekker", "frequentie"), "x")}
    belangen = ("openbaar_belang", "bestuurlijk_belang", "financieel_belang")
    partij = {
        "partijsoort": "overig",
        **dict.fromkeys(("naam", "rechtsvorm", "vestigingsplaats", *belangen), "x"),
    }
    return (
        v.manager("OpenTafel", tafel="T1", inhoud={**tafel, "deelnemers": ["x"]}),
        v.manager("LegVerbondenPartijVast", partij="bv", inhoud=partij),
    )


def _samen() -> v.Verhaal:
    """An opgave with a place on an agenda, a neighbour, an intake and everything that comes back every year."""
    return v.in_f2().gegeven(
        v.overbrenger("MeldAgendaplek", agenda="AGENDA-FLEVOLAND", bron=1),
        v.overbrenger("MeldRaakvlak", agenda="AGENDA-FLEVOLAND", bron=2, buur="FL-2020-01", omschrijving="x"),
        v.manager(
            "StartIntake",
            vraag="mag dit?",
            initiatiefnemer="een boer",
            overheden=["provincie", v.DRONTEN],
            termijn="10wd",
        ),
        *_ronden(),
    )


def _opgegaan() -> v.Verhaal:
    """Merged into another opgave while a term of the law runs, with a lesson in use."""
    vol = (
        v.gekozen("LICHTE_REGELING")
        .loop_pad("VT1", tot="A5")
        .gegeven(
            v.manager("LegVoor", stap="VT1.A5.PS"),
            v.manager("LegLesVast", titel="vraag vroeg", aanbeveling="doe het"),
            v.manager("WijzigLesstatus", les="L1", status="vastgesteld", toelichting="er is haast"),
        )
    )
    delen = te_verdelen(vol.stand)
    verdeling = [{"soort": d.soort, "id": d.id, "waarheen": d.mag[0]} for d in delen]
    return vol.gegeven(v.manager("VoegSamen", gaat_op_in="FL-2027-03", reden="samen", verdeling=verdeling))


def _overgestapt() -> v.Verhaal:
    """Asked and promised under the second reglement, which planned its reminders otherwise; now under the third."""
    oud = v.Verhaal(stand=kern.begin(v.Begin(opgave="FL-2025-01", reglement="r2026_2")))
    return oud.gegeven(
        *v.BEGONNEN,
        v.manager("VraagPartner", aan=[v.DRONTEN, v.ZEEWOLDE], vraag="wat vindt u?", termijn="10wd"),
        v.manager("MaakAfspraak", tekst="lever de cijfers", wie=v.DRONTEN, uiterlijk=date(2025, 3, 15)),
        v.jurist("StapOverOpReglement", reglement="r2026_3", reden="herinneringen die passen"),
    )


ZELDEN = {"TrekIn": 0.05, "SluitAf": 0.2, "Pauzeer": 0.3, "StartOpgave": 0.2, "StapOverOpReglement": 0.2, "Hervat": 3}
AAN_AGENDA = sorted(VAN_DE_AGENDA | OOK_VAN_DE_AGENDA)
GEWICHT = [ZELDEN.get(soort, 1) for soort in SOORTEN]
VRAGEN = ((v.DRONTEN, "V1"), (v.ZEEWOLDE, "V2"))
GEWOON = (
    *(v.INHOUD, v.WAAROM, v.KERNWAARDEN, v.ROL_NA_AFLOOP, v.flevo("F3"), v.flevo("F5"), v.reflectie("F4")),
    *(v.reflectie("F5"), v.rolkeuze("F3"), v.rolkeuze("F4"), *v.vorm("CONVENANT"), *v.vorm("BVO", traject="VT2")),
    *(v.manager("GaNaarFase", naar=fase, reden="verder") for fase in ("F3", "F4", "F5", "F6")),
    v.manager("StelPilotplanOp", titel="ronde", plan=v.PLAN),
    *(v.manager("StartPilot", pilot=p) for p in ("P1", "P2")),
    v.manager("SchortPilotOp", pilot="P1", reden="onveilig"),
    v.opdrachtgever(
        "VraagPartner", aan=[v.DRONTEN, v.NETBEHEER], vraag="wat vindt u?", bij_stilte="doorgaan_na_besluit"
    ),
    *(v.partner(p)("BeantwoordVerzoek", verzoek=q, oordeel="akkoord", antwoord="ja") for p, q in VRAGEN),
    *(v.partner(p)("VerbeterAntwoord", verzoek=q, oordeel="niet_akkoord", antwoord="toch niet") for p, q in VRAGEN),
    *(v.partner(p)("BrengIn", inbrengsoort="wijziging", onderwerp="x", tekst="anders") for p, _ in VRAGEN),
    v.manager("BehandelInbreng", inbreng="I1", oordeel="overgenomen", antwoord="goed idee"),
    v.griffier("LegAntwoordVast", verzoek="V1", oordeel="akkoord", antwoord="goed", kanaal="telefoon"),
    v.manager("SluitAf", uitkomst="opschalen", reden="klaar"),
    v.manager("GaDoorZonderReactie", verzoek="V1", reden="lang genoeg gewacht"),
    v.manager("BeantwoordVerzoek", verzoek="V2", antwoord="goed"),
    v.manager("WijzigLesstatus", les="L1", status="vastgesteld", toelichting="er is haast"),
    v.manager("Hervat"),
    v.START,
)
_KLAAR: dict[str, v.Verhaal] = {}


def _begin(naam: str) -> v.Verhaal:
    if naam not in _KLAAR:
        _KLAAR[naam] = BEGIN[naam]()
    return _KLAAR[naam]


class Leven:
    """A random life. Each turn lets something happen; each `altijd` is a promise of the core."""

    def __init__(self, zaad: int) -> None:
        self.worp = Random(zaad)
        start = _begin(sorted(BEGIN)[zaad % len(BEGIN)])
        self.stand, self.nu, self.nr, self.feiten = start.stand, start.nu, 0, start.alles
        self.gelukt: set[str] = set()

    def beurt(self) -> None:
        doen = (self.iemand_zegt_iets, self.iemand_doet_wat_kan, self.iemand_doet_wat_hoort, self.tijd_verstrijkt)
        self.worp.choices(doen, (6, 3, 4, 1))[0]()
        self.altijd()

    def iemand_zegt_iets(self) -> None:
        soort = self.worp.choice(AAN_AGENDA) if self.stand.agenda else self.worp.choices(SOORTEN, GEWICHT)[0]
        ruw = inhoud(self.worp, self.stand, self.nu.date(), soort)
        op = self.worp.choice((None, None, None, -1, -40, 1))
        gebeurd = None if op is None else self.nu.date() + timedelta(days=op)
        self._geef({"inhoud": ruw, "gebeurd_op": gebeurd})

    def iemand_doet_wat_kan(self) -> None:
        wie = ("opgavemanager", "griffier", "bestuurssecretariaat", "evaluator", "partner")
        functie = self.worp.choice(wie)
        door = v.spreker(functie, v.DRONTEN if functie == "partner" else "provincie").door
        saai = ("Noteer", "RondAfspraakAf", "BeantwoordVerzoek", "SluitAf")
        kan = [m for m in mogelijkheden(self.stand, door, self.nu) if m.kan and m.opdracht not in saai]
        if kan:
            soort = self.worp.choice(sorted({m.opdracht for m in kan}))
            gekozen = self.worp.choice([m for m in kan if m.opdracht == soort])
            bewijs = self._geef({"inhoud": gekozen.voorbeeld, "door": door})
            assert bewijs is not None
            assert not self.stand.bewijzen[bewijs].geweigerd, "what `kan` shows as possible is possible"

    def iemand_doet_wat_hoort(self) -> None:
        """A step of an ordinary life, whether or not its turn has come."""
        gewoon = [*GEWOON, *v.NAAR_F2, *v.NAAR_F3, *v.PARTNERS]
        open_ = [s for s in self.stand.stappen.values() if pad.aan_de_beurt(self.stand, s)]
        if open_:
            gewoon += list(v.besluit(self.stand, self.worp.choice(open_))) * 12
        zet = self.worp.choice(gewoon)
        self._geef({"inhoud": zet.inhoud, "door": zet.door})

    def tijd_verstrijkt(self) -> None:
        uren = self.worp.choice((1, 20, 24 * 7, 24 * 40))
        tussen = self.nu + timedelta(hours=uren) / 2
        na = self.nu + timedelta(hours=uren)
        eerst, feiten = kern.stap(self.stand, tussen)
        if not feiten:
            ineens = [f.inhoud for f in kern.stap(self.stand, na)[1]]
            assert [f.inhoud for f in kern.stap(eerst, na)[1]] == ineens, (
                "a call in which nothing was due changes nothing"
            )
        self._leg_vast(na, None)

    def _geef(self, velden: dict[str, Any]) -> str | None:
        self.nr += 1
        soort = velden["inhoud"]["soort"]
        bode = soort in OVERGEBRACHT
        door = overgebracht(self.worp, velden["inhoud"]) if bode else afzender(self.worp, self.stand, soort)
        ruw = {"id": f"w-{self.nr}", "door": door, **velden}
        try:
            opdracht = Opdracht.model_validate(ruw)
        except ValidationError:  # the gateway refuses it
            return None
        self.nu += timedelta(minutes=1)
        self._leg_vast(self.nu, opdracht)
        if not self.stand.bewijzen[opdracht.id].geweigerd:
            self.gelukt.add(opdracht.inhoud.soort)
        return opdracht.id

    def _leg_vast(self, nu: datetime, opdracht: Opdracht | None) -> None:
        voor = self.stand
        self.nu = nu
        self.stand, feiten = kern.stap(voor, nu, opdracht)
        if opdracht is not None:
            eigen = [f for f in feiten if f.opdracht == opdracht.id]
            assert eigen, "every command leaves a fact"
            assert tuple(f.inhoud.soort for f in eigen) == kern.bewijs(self.stand, opdracht.id).feiten
            assert kern.stap(self.stand, nu, opdracht) == (self.stand, ()), "a repeat leaves no fact"
            eerst = kern.stap(voor, nu)[0]
            assert kern.stap(eerst, nu, opdracht)[0] == self.stand, "time goes first"
        assert len(feiten) < 400, "time can't go round in circles"
        self.feiten += feiten
        self._volg(voor, feiten)

    def _volg(self, stand: Stand, feiten: tuple[Feit, ...]) -> None:
        """Fold the facts as an auditor would, from their JSON, and judge each against the state it came into."""
        gepasseerd: set[str] = set()
        for feit in feiten:
            gelezen = Feit.model_validate_json(feit.model_dump_json())
            assert gelezen == feit
            assert kern.sluit_aan(stand, gelezen), f"{feit.inhoud.soort} doesn't link after a round trip through JSON"
            if feit.inhoud.soort == "PoortGepasseerd":
                gepasseerd.add(feit.inhoud.poort)
            elif feit.inhoud.soort == "FaseBegonnen":
                _door_de_poort(stand, feit, gepasseerd)
            elif feit.inhoud.soort == "BesluitGenomen" and feit.inhoud.afloop == "positief":
                _in_volgorde(stand, feit.inhoud.stap)
            elif feit.inhoud.soort in ("OpgaveAfgesloten", "OpgaveIngetrokken"):
                _met_ieders_akkoord(stand)
            stand = kern.evolve(stand, gelezen)
            _naar_buiten(stand, feit)
        assert stand == self.stand, "the fold of the facts is the live state"

    def altijd(self) -> None:
        self.de_stand_overleeft_json()
        self.de_overzichten_zijn_altijd_te_maken()
        self.wie_wacht_wordt_gewekt()
        self.een_open_verzoek_heeft_een_lopende_termijn()
        self.op_een_open_inbreng_wordt_gewacht()
        self.een_lopende_pilot_heeft_een_termijn_tot_zijn_einde()
        self.wat_klaar_is_heeft_geen_lopende_termijn()
        self.na_afloop_wacht_geen_besluit()

    def de_stand_overleeft_json(self) -> None:
        assert Stand.model_validate_json(self.stand.model_dump_json()) == self.stand

    def de_overzichten_zijn_altijd_te_maken(self) -> None:
        assert overzicht.samenvatting(self.stand)
        for post in overzicht.wachtposten(self.stand):
            assert post.op_wie
        overzicht.aan_zet(self.stand)
        overzicht.uiterlijk(self.stand)
        overzicht.poortstand(self.stand)

    def wie_wacht_wordt_gewekt(self) -> None:
        wacht = kern.wachttijd(self.stand, self.nu)
        assert wacht is None or wacht >= timedelta(seconds=1)

    def een_open_verzoek_heeft_een_lopende_termijn(self) -> None:
        lopend = {t.betreft: t.einde for t in self.stand.termijnen.values() if t.loopt}
        open_ = {q.id: q.uiterlijk for q in self.stand.verzoeken.values() if q.status == "open"}
        assert {id_: lopend.get(id_) for id_ in open_} == open_

    def op_een_open_inbreng_wordt_gewacht(self) -> None:
        lopend = {t.betreft for t in self.stand.termijnen.values() if t.loopt}
        wacht = {p.id for p in overzicht.wachtposten(self.stand) if p.soort == "inbreng"}
        open_ = {i.id for i in self.stand.inbreng.values() if i.oordeel is None and not self.stand.leven.voorbij}
        assert wacht == open_ <= lopend

    def een_partner_ziet_alleen_wat_mag(self) -> None:
        for partner in self.stand.partners:
            beeld = openbaar(self.stand, self.feiten, partner)
            eigen = {p.id for p in self.stand.partners.values() if pad.opvolger(self.stand, p).id == partner}
            assert {q.aan for q in beeld.verzoeken} | {i.van for i in beeld.inbreng} <= {partner, *eigen}
            assert not [b for b in beeld.besluiten if b.stap in self.stand.geheim and self.stand.geheim[b.stap].rust]

    def een_lopende_pilot_heeft_een_termijn_tot_zijn_einde(self) -> None:
        assert all(
            f"{p.id}/H02" in self.stand.termijnen or p.plan.eind is None
            for p in self.stand.pilots.values()
            if p.begonnen
        )

    def wat_klaar_is_heeft_geen_lopende_termijn(self) -> None:
        """Else its reminders go on, and after closing nothing would ever end the life."""
        lopend = {t.betreft for t in self.stand.termijnen.values() if t.loopt}
        assert not [s.id for s in self.stand.stappen.values() if s.klaar and s.id in lopend]
        assert not [q.id for q in self.stand.verzoeken.values() if q.status != "open" and q.id in lopend]
        assert not [a.id for a in self.stand.afspraken.values() if a.afgerond_op and a.id in lopend]

    def na_afloop_wacht_geen_besluit(self) -> None:
        if self.stand.leven.toestand in ("afgerond", "ingetrokken"):
            assert not [q for q in self.stand.verzoeken.values() if q.status == "open"]
            open_ = [s for s in self.stand.stappen.values() if s.status in ("open", "voorgelegd") and not s.klaar]
            wettelijk = afstamming.loopt_na(self.stand)
            wacht = [s for s in open_ if s.id not in self.stand.vastleggingen and s.id not in wettelijk]
            assert all(s.code == "bekrachtiging" and s.status == "voorgelegd" for s in wacht)

    def nog_een_jaar(self) -> None:
        """A year passes, moment by moment: time always progresses, in bounded facts."""
        eind, feiten, beurten = self.nu + timedelta(days=365), 0, 0
        while (moment := kern.volgend_moment(self.stand, self.nu)) and moment <= eind:
            voor = self.stand.seq
            self._leg_vast(max(moment, self.nu), None)
            assert self.stand.seq > voor, "a due moment leaves a fact, or it would be due for ever"
            feiten, beurten = feiten + self.stand.seq - voor, beurten + 1
            assert beurten < 1500


def _door_de_poort(stand: Stand, feit: Feit, gepasseerd: set[str]) -> None:
    if feit.inhoud.richting == "terug":
        return
    zonder = poorten.VAN_DE_PILOT if feit.inhoud.richting == "overgeslagen" else ()
    for poort, mist in poorten.uit(stand, v.REGLEMENT, feit.inhoud.vorige):
        if mist and poort.eis not in zonder:
            assert poort.soort == "huis", poort
            assert poort.code in gepasseerd, poort


def _met_ieders_akkoord(stand: Stand) -> None:
    """Among equals nobody ends the opgave alone: the last word of each partner on it was yes."""
    for partner in stand.partners.values() if stand.leven.gelijkwaardig else ():
        gevraagd = [q for q in stand.verzoeken.values() if q.aan == partner.id and q.betreft == "afsluiting"]
        laatste = [q.oordeel for q in gevraagd if q.status != "ingetrokken"][-1:]
        assert laatste == ["akkoord"] or not partner.doet_mee


def _in_volgorde(stand: Stand, id_: str) -> None:
    stap = stand.stappen[id_]
    ronde = [s for s in stand.stappen.values() if s.traject == stap.traject and s.ronde == stap.ronde]
    assert stap.traject is None or all(s.klaar for s in ronde if s.volgorde < stap.volgorde)


def _naar_buiten(stand: Stand, feit: Feit) -> None:
    assert vertel(feit)
    for gevolg in gevolgen(feit):
        if isinstance(gevolg, Bericht):
            assert "\n" not in gevolg.onderwerp
            for rol in gevolg.aan:
                assert rol in ("partners", "betrokkenen", "ps_bij_majeur_thema") or adressen(stand, rol)


@pytest.mark.parametrize("zaad", range(40))
def test_wat_er_ook_gebeurt_de_beloften_blijven_heel(zaad: int) -> None:
    leven = Leven(zaad)
    for _ in range(90):
        leven.beurt()
    leven.een_partner_ziet_alleen_wat_mag()
    leven.nog_een_jaar()


def test_de_levens_komen_langs_alles_wat_rond_partners_kan() -> None:
    """What the lives above promise, they promise of every command about requests, terms and reminders."""
    begin = sorted(BEGIN).index("vragen")
    gelukt: set[str] = set()
    levens = (Leven(zaad) for zaad in range(begin, 40 * len(BEGIN), len(BEGIN)))
    while not set(ROND_PARTNERS) <= gelukt:
        leven = next(levens)
        for _ in range(40):
            leven.iemand_doet_wat_kan()
        gelukt |= leven.gelukt


def test_een_heel_leven_telt_op_tot_dezelfde_stand_bij_elke_dag() -> None:
    """Facts don't depend on how often the shell wakes: daily, or only when something is due."""
    start = v.pilot_loopt()
    nu, per_dag, op_tijd = start.nu, start.stand, start.stand
    for n in range(1, 500):
        dag = datetime.combine(date(2025, 3, 3) + timedelta(days=n), time(8), UTC)  # within office hours
        per_dag, _ = kern.stap(per_dag, dag)
        while (moment := kern.volgend_moment(op_tijd)) and moment <= dag:
            op_tijd, _ = kern.stap(op_tijd, max(moment, nu))
    assert per_dag.termijnen == op_tijd.termijnen
    assert per_dag.seq == op_tijd.seq
