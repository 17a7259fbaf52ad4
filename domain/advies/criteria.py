"""The answers people give about their opgave, and the questions behind them (domain.md 2.2, C1 to C16).

Everything may stay unanswered: an unanswered criterion filters nothing. `inhoud` and `waarom_samenwerken` are no
criteria but the gate before them: first the content, then why together, then the form (S4-03, S3-06).
"""

from typing import Annotated, Literal, get_args

from pydantic import Field, StringConstraints

from domain.basis import Model, Score
from domain.reglement.adviesregel import Waarde
from domain.reglement.vorm import ProvincieRol, Stijl, TredeNaam

Bevoegdheden = Literal["geen", "mandaat", "overdracht"]
Looptijd = Literal["korter_dan_2_jaar", "2_tot_5_jaar", "langer_dan_5_jaar"]
Geldstroom = Literal["geen", "bijdrage", "subsidie", "kapitaal"]
Uitleg = Annotated[str, StringConstraints(min_length=1, max_length=10_000)]
MEESTE_PARTNERS = 10_000


class Criteria(Model):
    """One set of answers. A text given where yes or no would do means yes, and says why."""

    gedeelde_ambitie: Score | None = None
    belangen_bespreekbaar: Score | None = None
    vertrouwen: Score | None = None
    aantal_partners: Annotated[int, Field(ge=1, le=MEESTE_PARTNERS)] | None = None
    bevoegdheden: Bevoegdheden | None = None
    verordening_of_belasting: bool | None = None
    eigen_personeel_of_vermogen: bool | None = None
    beleidsarme_uitvoering: bool | None = None
    private_leden: bool | None = None
    risicokapitaal: bool | None = None
    looptijd: Looptijd | None = None
    geldstroom: Geldstroom | None = None
    legitimiteit: bool | None = None
    rekenkamer: bool | None = None
    stijl: Stijl | None = None
    trede: TredeNaam | None = None
    rol: ProvincieRol | None = None
    publiek_belang: bool | Uitleg | None = None
    inhoud: bool | Uitleg | None = None
    waarom_samenwerken: bool | Uitleg | None = None

    def antwoord(self, veld: str) -> Waarde | None:
        """The answer as rules see it: a reason counts as yes; no content or no why counts as no."""
        waarde: Waarde | None = getattr(self, veld)
        if veld in POORT:
            return bool(waarde)
        return bool(waarde) if veld == "publiek_belang" and waarde is not None else waarde


POORT = ("inhoud", "waarom_samenwerken")
"""Asked before all criteria."""

Soort = Literal["score", "aantal", "keuze", "ja_nee", "tekst"]


class Keuze(Model):
    """One possible answer, with how it reads and how else people write it."""

    waarde: Waarde
    naam: str
    ook: tuple[str, ...] = ()


class Vraag(Model):
    """One criterion, or one of the three parts of C15. `ook` are other names by which a file may call the field.

    `keuzes` are the answers to try when asking what would change; for a number one of each range that matters.
    """

    code: str
    veld: str
    naam: str
    vraag: str
    soort: Soort
    keuzes: tuple[Keuze, ...]
    ook: tuple[str, ...] = ()

    def noem(self, waarde: Waarde | None) -> str:
        """How an answer reads: "ja", "mandaat", "meer dan 5 jaar"; a number as it is."""
        if waarde is None:
            return "niet beantwoord"
        if self.soort == "aantal":
            return str(waarde)
        return next((k.naam for k in self.keuzes if k.waarde == waarde), str(waarde))


_JA_NEE = (Keuze(waarde=True, naam="ja", ook=("yes", "waar", "true")), Keuze(waarde=False, naam="nee", ook=("no",)))
_NORM = (_JA_NEE[0].met(ook=(*_JA_NEE[0].ook, "norm")), _JA_NEE[1])
_SCORES = tuple(Keuze(waarde=n, naam=str(n)) for n in range(4))


def _woorden(*woorden: str) -> tuple[Keuze, ...]:
    return tuple(Keuze(waarde=w, naam=w.replace("_", " ")) for w in woorden)


def _ja_nee(code: str, veld: str, naam: str, vraag: str, *ook: str, keuzes: tuple[Keuze, ...] = _JA_NEE) -> Vraag:
    return Vraag(code=code, veld=veld, naam=naam, vraag=vraag, soort="ja_nee", keuzes=keuzes, ook=ook)


def _score(code: str, veld: str, naam: str, vraag: str, *ook: str) -> Vraag:
    return Vraag(code=code, veld=veld, naam=naam, vraag=vraag, soort="score", keuzes=_SCORES, ook=ook)


def _keuze(code: str, veld: str, naam: str, vraag: str, keuzes: tuple[Keuze, ...], *ook: str) -> Vraag:
    return Vraag(code=code, veld=veld, naam=naam, vraag=vraag, soort="keuze", keuzes=keuzes, ook=ook)


_LOOPTIJDEN = (
    Keuze(waarde="korter_dan_2_jaar", naam="korter dan 2 jaar", ook=("<2", "minder dan 2", "korter dan 2")),
    Keuze(waarde="2_tot_5_jaar", naam="2 tot 5 jaar", ook=("2-5", "2 - 5", "2 tot 5", "2 tot en met 5", "2 t/m 5")),
    Keuze(waarde="langer_dan_5_jaar", naam="langer dan 5 jaar", ook=(">5", "meer dan 5", "langer dan 5")),
)
_AANTALLEN = (
    Keuze(waarde=5, naam="hoogstens 5"),
    Keuze(waarde=8, naam="6 tot en met 8"),
    Keuze(waarde=9, naam="meer dan 8"),
)

VRAGEN = (
    _score(
        *("C1", "gedeelde_ambitie", "gedeelde ambitie", "Is er een gedeelde ambitie? 0 is geen, 3 is sterk."),
        "gedeelde_ambitie_aanwezig",
    ),
    _score(
        *("C2", "belangen_bespreekbaar", "belangen bespreekbaar", "Zijn de belangen bekend en bespreekbaar?"),
        "belangen_bekend_en_bespreekbaar",
    ),
    _score(
        "C3", "vertrouwen", "vertrouwen", "Hoe goed is het vertrouwen, de relatie?", "vertrouwen_relatie", "relatie"
    ),
    Vraag(
        code="C4",
        veld="aantal_partners",
        naam="aantal partners",
        vraag="Met hoeveel partners werkt de provincie samen?",
        soort="aantal",
        keuzes=_AANTALLEN,
        ook=("partners",),
    ),
    _keuze(
        *(
            "C5",
            "bevoegdheden",
            "bevoegdheden",
            "Welke publiekrechtelijke bevoegdheden moeten de partners samen beleggen?",
        ),
        _woorden(*get_args(Bevoegdheden)),
        *("publiekrechtelijke_bevoegdheden_nodig", "publiekrechtelijke_bevoegdheden"),
    ),
    _ja_nee(
        *("C6", "verordening_of_belasting", "verordening of belasting"),
        "Moet de vorm algemeen verbindende voorschriften of belastingen vaststellen?",
        "algemeen_verbindende_voorschriften_of_belasting_nodig",
    ),
    _ja_nee(
        *("C7", "eigen_personeel_of_vermogen", "eigen personeel of vermogen"),
        "Zijn eigen personeel, contracten of vermogen nodig?",
        *("eigen_personeel_contracten_vermogen_nodig", "eigen_personeel_contracten_of_vermogen"),
    ),
    _ja_nee(
        *("C8", "beleidsarme_uitvoering", "beleidsarme uitvoering"),
        "Gaat het alleen om uitvoering of bedrijfsvoering, zonder beleid?",
        "alleen_uitvoering_bedrijfsvoering_beleidsarm",
    ),
    _ja_nee(
        *("C9", "private_leden", "private leden", "Doen private partijen of inwoners mee als lid?"),
        "private_partijen_of_inwoners_als_lid",
    ),
    _ja_nee(
        *("C10", "risicokapitaal", "risicokapitaal", "Is er risicokapitaal of een marktactiviteit?"),
        *("risicokapitaal_marktactiviteit", "marktactiviteit"),
    ),
    _keuze(
        *("C11", "looptijd", "looptijd", "Hoe lang gaat de samenwerking duren?"),
        _LOOPTIJDEN,
        "looptijd_en_omkeerbaarheid",
    ),
    _keuze(
        *("C12", "geldstroom", "geldstroom", "Welk geld gaat van de provincie naar de partners?"),
        _woorden(*get_args(Geldstroom)),
        "geldstroom_van_provincie_naar_partners",
    ),
    _ja_nee(
        *("C13", "legitimiteit", "democratische legitimiteit"),
        "Moeten PS en raden vooraf kaders stellen en kunnen controleren?",
        "democratische_legitimiteit",
        keuzes=_NORM,
    ),
    _ja_nee(
        *("C14", "rekenkamer", "afrekenbaarheid", "Moet de rekenkamer er onderzoek kunnen doen?"),
        *("afrekenbaarheid_rekenkamer", "afrekenbaarheid"),
        keuzes=_NORM,
    ),
    _keuze("C15", "stijl", "stijl", "Welke stijl van sturen is dominant?", _woorden(*get_args(Stijl))),
    _keuze(
        *("C15", "trede", "trede", "Op welke trede van de participatietrap staat de provincie?"),
        _woorden(*get_args(TredeNaam)),
    ),
    _keuze(*("C15", "rol", "rol", "Welke rol heeft de provincie?"), _woorden(*get_args(ProvincieRol)), "provincie_rol"),
    Vraag(
        code="C16",
        veld="publiek_belang",
        naam="publiek belang",
        vraag="Waarom is een private rechtspersoon bijzonder aangewezen voor het openbaar belang?",
        soort="tekst",
        keuzes=_JA_NEE,
        ook=("publiek_gaat_voor_privaat", "motivering_publiek_belang"),
    ),
)
