"""Given, when, then: a small life told in commands, with its own clock and ready-made senders.

gegeven(*BEGONNEN).als(manager("GaNaarFase", naar="F2")).geweigerd("poort F1/S1-31")
"""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any, Self

from domain import kern, pad
from domain.basis import Afzender, Model
from domain.feit import Bewijs, Feit
from domain.opdracht import Opdracht
from domain.regels.besluitvorming import instrumenten
from domain.regels.hulp import Context
from domain.reglement.register import reglement
from domain.stand import Begin, Stand
from domain.taal.besluiten import Besluitstap

EERSTE_DAG = date(2025, 3, 3)  # a Monday
EERSTE_UUR = datetime.combine(EERSTE_DAG, time(8), UTC)
REGLEMENT = reglement("r2026_4")


@dataclass(frozen=True)
class Zet:
    """What someone says, and when it happened."""

    door: Afzender
    inhoud: dict[str, Any]
    op: date | None = None


@dataclass(frozen=True)
class Spreker:
    """Someone who gives commands: `griffier("HoudAan", stap="B1", reden="meer tijd")`."""

    door: Afzender

    def __call__(self, soort: str, op: date | None = None, **inhoud: Any) -> Zet:
        return Zet(self.door, {"soort": soort, **inhoud}, op)

    def met(self, **velden: Any) -> "Spreker":
        return Spreker(self.door.met(**velden))


def spreker(functie: str, namens: str = "provincie") -> Spreker:
    wie = {"functie": functie, "subject": f"s-{functie}", "namens": namens, "grondslag": "mandaat", "zekerheid": "oidc"}
    return Spreker(Afzender.model_validate(wie))


@dataclass(frozen=True)
class Overbrenger(Spreker):
    """The system, which speaks for the life that has something to say, as it is named in the command."""

    def __call__(self, soort: str, op: date | None = None, **inhoud: Any) -> Zet:
        return replace(self.zeg({"soort": soort, **inhoud}), op=op)

    def zeg(self, inhoud: dict[str, Any]) -> Zet:
        """The command with this content, in the name of the life it comes from."""
        van = next((inhoud[veld] for veld in ("agenda", "buur", "van", "in_opgave") if veld in inhoud), "")
        return Zet(self.door.met(subject=f"opgave.{van}", zekerheid="sleutel"), inhoud)


overbrenger = Overbrenger(spreker("systeem", "opgavenmotor").door)
manager = spreker("opgavemanager")
opdrachtgever = spreker("ambtelijk_opdrachtgever")
portefeuillehouder = spreker("portefeuillehouder")
secretaris = spreker("provinciesecretaris", "GS")
secretariaat = spreker("bestuurssecretariaat", "GS")
griffier = spreker("griffier", "PS")
jurist = spreker("jurist")
notaris = spreker("notaris")
controller = spreker("controller")
evaluator = spreker("evaluator")
tweede = Spreker(jurist.door.met(subject="s-tweede"))
"""Someone else than whoever recorded a decision."""


def partner(id_: str) -> Spreker:
    return spreker("partner", id_)


@dataclass(frozen=True)
class Verhaal:
    """A life so far, and the facts of the last command. Never changed: every sentence gives a new one."""

    stand: Stand = field(default_factory=lambda: kern.begin(Begin(opgave="FL-2025-01", reglement=REGLEMENT.code)))
    nu: datetime = EERSTE_UUR
    alles: tuple[Feit, ...] = ()
    laatste: tuple[Feit, ...] = ()

    @property
    def vandaag(self) -> date:
        return self.nu.date()

    def als(self, zet: Zet, id_: str | None = None) -> Self:
        """When this is said, a minute later; allowed or not. A recorded decision is confirmed by a second person."""
        gezegd = self.alleen(zet, id_)
        wacht = next((f.inhoud.vastlegging for f in gezegd.laatste if f.inhoud.soort == "BesluitVastgelegd"), None)
        return gezegd if wacht is None else gezegd.alleen(tweede("BevestigBesluit", vastlegging=wacht))

    def alleen(self, zet: Zet, id_: str | None = None) -> Self:
        """When this is said, and no second person confirms what was recorded."""
        nu = self.nu + timedelta(minutes=1)
        ruw = {"id": id_ or f"o-{len(self.alles) + 1}", "door": zet.door, "gebeurd_op": zet.op, "inhoud": zet.inhoud}
        return self._stap(nu, Opdracht.model_validate(ruw))

    def gegeven(self, *zetten: Zet) -> Self:
        """Given that this was said, and allowed."""
        verhaal = self
        for zet in zetten:
            verhaal = verhaal.als(zet)
            assert not verhaal.neen, (zet.inhoud, verhaal.neen)
        return verhaal

    def later(self, dag: date | None = None, **duur: int) -> Self:
        """Time passes, to 08:00 UTC of a day or by a duration."""
        return self._stap(datetime.combine(dag, time(8), UTC) if dag else self.nu + timedelta(**duur), None)

    def _stap(self, nu: datetime, opdracht: Opdracht | None) -> Self:
        stand, feiten = kern.stap(self.stand, nu, opdracht)
        return replace(self, stand=stand, nu=nu, alles=self.alles + feiten, laatste=feiten)

    @property
    def neen(self) -> Any:
        """The refusal of the last command, or None."""
        return next((f.inhoud for f in self.laatste if f.inhoud.soort == "OpdrachtGeweigerd"), None)

    @property
    def bewijs(self) -> Bewijs:
        return kern.bewijs(self.stand, next(f.opdracht for f in reversed(self.alles) if f.opdracht))

    def namen(self) -> tuple[str, ...]:
        return tuple(f.inhoud.soort for f in self.laatste)

    def dan(self, *soorten: str) -> Self:
        """Then exactly these facts, in this order."""
        assert self.namen() == soorten, (self.namen(), self.neen)
        return self

    def dan_ook(self, *soorten: str) -> Self:
        """Then at least these facts, wherever they stand."""
        assert set(soorten) <= set(self.namen()), (self.namen(), self.neen)
        return self

    def geweigerd(self, regel: str = "", reden: str = "", ontbreekt: str = "") -> Self:
        """Then a refusal that changes nothing else, on this rule, with this in its reason and in what is missing."""
        self.dan("OpdrachtGeweigerd")
        nee = self.neen
        assert regel in nee.regel, nee
        assert reden in nee.reden, nee
        assert ontbreekt in "\n".join(nee.ontbreekt), nee
        return self

    def feiten(self, soort: str) -> list[Any]:
        """The contents of all facts of this kind so far."""
        return [f.inhoud for f in self.alles if f.inhoud.soort == soort]

    def het(self, soort: str) -> Any:
        """The last fact of this kind."""
        return self.feiten(soort)[-1]

    def context(self) -> Context:
        return Context(nu=self.nu, op=self.vandaag, door=manager.door, reglement=REGLEMENT)

    def klaar(self, stap: str, uitkomst: str = "") -> Self:
        """Given that this step was put before its body and decided in favour."""
        return self.gegeven(*besluit(self.stand, self.stand.stappen[stap], uitkomst))

    def alles_nagekomen(self) -> Self:
        """Given that every promise was kept."""
        open_ = (a.id for a in self.stand.afspraken.values() if a.afgerond_op is None)
        return self.gegeven(*(manager("RondAfspraakAf", afspraak=a, resultaat="gedaan") for a in open_))

    def loop_pad(self, traject: str, tot: str = "") -> Self:
        """Given that every step of the present round is done, up to but not including the code `tot`."""
        verhaal = self
        while open_ := _eerste(verhaal.stand, traject):
            if open_.code == tot:
                return verhaal
            if open_.voorwaardelijk and open_.van_toepassing is None:
                verhaal = verhaal.gegeven(
                    manager("BepaalStap", stap=open_.id, van_toepassing=False, reden="niet nodig")
                )
            else:
                verhaal = verhaal.klaar(open_.id)
        return verhaal


def gegeven(*zetten: Zet) -> Verhaal:
    return Verhaal().gegeven(*zetten)


def _eerste(stand: Stand, traject: str) -> Besluitstap | None:
    nu = stand.trajecten[traject]
    return next((s for s in pad.ronde(stand, traject, nu.ronde) if pad.aan_de_beurt(stand, s)), None)


VASTLEGGER = {"GS": secretariaat, "PS": griffier, "jurist": jurist, "notaris": notaris, "provincie": griffier}


def besluit(stand: Stand, stap: Besluitstap, uitkomst: str = "") -> Iterable[Zet]:
    """The commands that put a step before its body and decide it in favour (or as told)."""
    if stap.status == "open" or stap.afloop == "negatief":
        kennisgeving = {"kennisgeving_op": "2025-01-06"} if stap.code == "A8" else {}
        yield manager("LegVoor", stap=stap.id, **kennisgeving)
    mogelijk, keuze = _mogelijk(stand, stap)
    wie = VASTLEGGER.get(stap.orgaan, manager)
    if stap.orgaan == "PS":
        resultaat = uitkomst or keuze or mogelijk[0] if stap.traject else keuze
        inhoud_ = {"resultaat": resultaat, **instrument(stap, resultaat)}
        yield wie("LegBesluitVast", stap=stap.id, stemming={"wijze": "zonder_stemming"}, **inhoud_)
    else:
        reacties = {"reacties": antwoorden(stand, stap)}
        for uit in (uitkomst,) if uitkomst else mogelijk:
            yield wie("LegBesluitVast", stap=stap.id, uitkomst=uit, resultaat=keuze, **reacties)


INSTRUMENTEN: dict[str, dict[str, Any]] = {
    "geen": {"instrument": "wensen_en_bedenkingen"},
    "wensen": {"instrument": "wensen_en_bedenkingen", "wensen": ["uittreden kan binnen drie jaar"]},
    "bedenkingen": {"instrument": "wensen_en_bedenkingen", "bedenkingen": ["het financiele risico"]},
    "beide": {
        "instrument": "wensen_en_bedenkingen",
        "wensen": ["uittreden kan binnen drie jaar"],
        "bedenkingen": ["het financiele risico"],
    },
    "zienswijze": {"instrument": "zienswijze", "punten": ["een jaarlijks verslag aan PS"]},
    "geen_zienswijze": {"instrument": "zienswijze"},
    "verleend": {"instrument": "toestemming", "besluit": "verleend"},
    "onthouden": {
        "instrument": "toestemming",
        "besluit": "onthouden",
        "strijd_met": "recht",
        "overleg": {"op": "2025-03-03", "partij": "GS"},
    },
    "ingestemd": {"instrument": "instemming", "besluit": "ingestemd"},
    "geweigerd": {"instrument": "instemming", "besluit": "geweigerd"},
}
"""What PS do with an adopted proposal, by its result."""


def instrument(stap: Besluitstap, resultaat: str) -> dict[str, Any]:
    """The field `instrument` where the step has one."""
    heeft = stap.traject is not None and REGLEMENT.staptype(stap.code).instrument
    return {"instrument": INSTRUMENTEN[resultaat]} if heeft else {}


def antwoorden(stand: Stand, stap: Besluitstap) -> list[dict[str, str]]:
    """What GS answer to everything brought forward in the round of this step."""
    return [{"op": punt, "reactie": "overgenomen"} for punt in instrumenten.te_beantwoorden(stand, stap)]


def _mogelijk(stand: Stand, stap: Besluitstap) -> tuple[tuple[str, ...], str]:
    """The outcomes that close a step well (all of them where all are needed), and the choice it asks."""
    if stap.traject is None:
        soort = REGLEMENT.besluitsoort(stap.code)
        return (soort.mogelijk or REGLEMENT.uitkomsten_gs).positief[:1], (soort.keuzes or ("",))[0]
    mogelijk = REGLEMENT.staptype(stap.code).mogelijk
    if not mogelijk.samen:
        return mogelijk.positief[:1], ""
    wgr = REGLEMENT.vorm(stand.trajecten[stap.traject].code or "").wgr
    return tuple(u for u in mogelijk.positief if wgr or u not in mogelijk.alleen_wgr), ""


# Ready-made commands.

START = manager(
    "StartOpgave", titel="Warmte uit water", thema="energie", initiatief={"door": "ondernemersvereniging Oostrand"}
)
DRONTEN, ZEEWOLDE, NETBEHEER = "gemeente-dronten", "gemeente-zeewolde", "netbeheerder"
PARTNERS = (
    manager("VoegPartnerToe", partner=DRONTEN, naam="gemeente Dronten", type="gemeente"),
    manager("VoegPartnerToe", partner=ZEEWOLDE, naam="gemeente Zeewolde", type="gemeente"),
    manager("VoegPartnerToe", partner=NETBEHEER, naam="regionale netbeheerder", type="bedrijf"),
)
BEGONNEN = (START, *PARTNERS)


VAN_PARTNERS = ("beeld", "belangen", "draagvlak", "doelstellingen", "complementaire_rol")
"""Sheets with a partner's own words; on that of expectations the province has a side of its own."""


def blad(naam: str, **velden: Any) -> Zet:
    """A sheet by the manager; one with a partner's words as it was heard at the table."""
    gehoord = naam in VAN_PARTNERS or bool(velden.keys() & {"van_ons", "van_henzelf"})
    hoe = {"kanaal": "tafel"} if gehoord else {}
    return manager("LegBladVast", inhoud={"blad": naam, **velden}, **hoe)


def flevo(moment: str) -> Zet:
    return blad("toets_flevo", moment=moment, scores=(3, 2, 3, 1, 0, 2))


def rolkeuze(fase: str) -> Zet:
    return blad(
        "rolkeuze",
        fase=fase,
        provincie_rol="regisseur",
        trede="regisseren",
        netwerkrol="mobiliseren",
        stijl={"hierarchie": 20, "netwerk": 60, "markt": 20},
    )


def reflectie(fase: str) -> Zet:
    vragen = ("waarom_doen_we_dit", "doen_we_het_goed", "hoe_gaat_de_samenwerking")
    return blad("reflectie", fase=fase, **dict.fromkeys(vragen, "goed"))


BETEKENIS = blad("betekenis", tekst="bedrijven kunnen groeien")
AMBITIE = blad("gezamenlijke_ambitie", tekst="samen het net delen", ondertekend_door=["gemeente Dronten"])
BEELD = tuple(blad("gedeeld_beeld", partner=p, status="deels") for p in (DRONTEN, ZEEWOLDE, NETBEHEER))
INHOUD = blad("inhoud", opgave="vol stroomnet", doelen=["minder piek"], doelgroep="bedrijven")
WAAROM = blad("waarom_samenwerken", nodig="ja", bijdrage="veel", alternatief_zelf="nee")
KERNWAARDEN = blad(
    "kernwaarden",
    **dict.fromkeys(
        ("transparantie", "rechtmatigheid", "rechtsgelijkheid", "gelijke_behandeling", "democratische_legitimiteit"),
        "jaarlijks verslag",
    ),
)
ROL_NA_AFLOOP = blad("rol_na_afloop", tekst="de provincie stapt eruit")
KADER = (
    manager("OpenBesluit", code="kader", orgaan="PS", onderwerp="kaders"),
    manager("LegVoor", stap="B1"),
    griffier("LegBesluitVast", stap="B1", stemming={"wijze": "zonder_stemming"}, resultaat="kader"),
)
INDICATOR = {"naam": "piek", "eenheid": "MW", "nulmeting": "12.4", "streefwaarde": "9.9"}
PLAN: dict[str, Any] = {
    "hypothese": "als bedrijven afstemmen, dan daalt de piek",
    "begin": "2025-06-01",
    "eind": "2026-05-29",
    "indicatoren": [INDICATOR],
    "beslisregel": "opschalen als de piek onder 10 komt",
    "exitplan": "de vereniging gaat alleen verder",
    "evaluator": "een bureau van buiten",
    "avg_getoetst": True,
    "go_no_go_op": "2025-11-28",
}


def vorm(
    code: str, ander: str = "GESPREKSTAFEL", traject: str = "VT1", deelnemers: tuple[str, ...] = ()
) -> tuple[Zet, ...]:
    kandidaten = [{"code": code}] if code == ander else [{"code": code}, {"code": ander}]
    wgr = {"blad": "wgr_toets", "traject": traject, "is_wgr": False, "motivering": "er zijn geen bevoegdheden bij"}
    return (
        manager(
            "StartVormtraject", traject=traject, onderwerp="samenwerken", kandidaten=kandidaten, deelnemers=deelnemers
        ),
        *((jurist("LegBladVast", inhoud=wgr),) if code in REGLEMENT.besluitvorming.wgr_toets else ()),
        manager("KiesOrganiseervorm", traject=traject, code=code, motivering="past het best", publiek_belang="energie"),
    )


NAAR_F2 = (BETEKENIS, flevo("F1"), manager("GaNaarFase", naar="F2"))
NAAR_F3 = (*KADER, AMBITIE, *BEELD, manager("GaNaarFase", naar="F3"))
VOOR_DE_KEUZE = (INHOUD, WAAROM)


def in_f2() -> Verhaal:
    return gegeven(*BEGONNEN, *NAAR_F2)


def in_f3() -> Verhaal:
    return in_f2().gegeven(*NAAR_F3)


def gekozen(code: str, **meer: Any) -> Verhaal:
    """In F3 with a form chosen; its path still to be walked."""
    return in_f3().gegeven(*VOOR_DE_KEUZE, *vorm(code, **meer))


def in_werking(code: str = "LEERNETWERK") -> Verhaal:
    """In F3 with a form that works."""
    verhaal = gekozen(code).loop_pad("VT1")
    return verhaal.gegeven(manager("ZetInWerking", traject="VT1", per=verhaal.vandaag))


def in_f4(code: str = "LEERNETWERK") -> Verhaal:
    """In F4 with a complete plan for pilot P1, not started."""
    return in_werking(code).gegeven(
        *(KERNWAARDEN, flevo("F3"), rolkeuze("F3"), ROL_NA_AFLOOP),
        manager("StelPilotplanOp", titel="hub Oostrand", plan=PLAN, traject="VT1"),
        manager("GaNaarFase", naar="F4"),
    )


def pilot_loopt(code: str = "LEERNETWERK") -> Verhaal:
    return in_f4(code).gegeven(manager("StartPilot", pilot="P1"))


def leervragen() -> tuple[Zet, ...]:
    """The three learning questions, answered."""
    return tuple(blad("leervraag", vraag=vraag, antwoord="we weten nu meer") for vraag in ("L1", "L2", "L3"))


def in_f5() -> Verhaal:
    """The pilot was rounded off; nothing evaluated yet."""
    return pilot_loopt().gegeven(
        manager("MeetIndicator", pilot="P1", indicator="piek", waarde="9.5"),
        manager("RondPilotAf", pilot="P1", samenvatting="de piek daalde"),
        *(reflectie("F4"), rolkeuze("F4"), manager("GaNaarFase", naar="F5")),
    )


def geevalueerd(keuze: str = "opschalen") -> Verhaal:
    """In F5, evaluated, and GS decided on what follows."""
    verhaal = in_f5().gegeven(
        manager("StartEvaluatie", pilots=["P1"], evaluator="een bureau van buiten"),
        evaluator("LegEvaluatieVast", evaluatie="E1", advies=keuze),
        manager("OpenBesluit", code="vervolg", orgaan="GS", onderwerp="vervolg"),
        manager("LegVoor", stap="B2"),
        secretariaat("LegBesluitVast", stap="B2", uitkomst="conform", resultaat=keuze),
    )
    return verhaal.gegeven(manager("BepaalVervolg", evaluatie="E1", uitkomst=keuze, stap="B2", reden="volgens besluit"))


def in_f6(keuze: str = "opschalen") -> Verhaal:
    """In F6 with a lesson that has an action; ready to close as was decided."""
    return geevalueerd(keuze).gegeven(
        *(flevo("F5"), *leervragen(), reflectie("F5"), manager("GaNaarFase", naar="F6")),
        manager("LegLesVast", titel="leg datalevering vast", actie="artikel in het modelconvenant"),
    )


def inhoud(model: Model) -> dict[str, Any]:
    """Everything in a value, for comparing."""
    return model.model_dump()
