"""What counts in the order of the candidates: C11 to C15 of domain.md 2.2, with the remarks that go with them. Data.

The lightest form goes first, but a form that can't carry the money, gives PS no say where that is asked, or can't last
as long as needed, stands behind those that can.
"""

from typing import get_args

from domain.reglement.adviesregel import ALLE_VORMEN, Selectie, als, behalve, codes, regel, weegt
from domain.reglement.vorm import ProvincieRol, Stijl, TredeNaam

# Steps in which a representative body itself has a say.
_ZEGGENSCHAP = ("A3", "A4", "A5", "A6", "A8", "A11", "A12", "A14", "A15")
_MET_KAPITAAL = ("COOPERATIE", "BV_NV", "OPENBAAR_LICHAAM")

WEGING = (
    weegt(
        *("C11-kort_licht", 1, als("looptijd", "korter_dan_2_jaar"), Selectie(zwaarte=(1, 2))),
        *("Licht en snel weer te beeindigen: dat past bij een korte looptijd of een pilot.", "huisregel"),
    ),
    weegt(
        *("C11-kort_zwaar", -1, als("looptijd", "korter_dan_2_jaar"), Selectie(zwaarte=(4, 5))),
        *("Zwaar voor een korte looptijd: oprichten en opheffen kosten samen al gauw een jaar.", "huisregel"),
    ),
    weegt(
        *("C11-middel", 1, als("looptijd", "2_tot_5_jaar"), Selectie(zwaarte=(2, 3))),
        *("Past bij een looptijd van enkele jaren: vaste afspraken, en nog te veranderen.", "huisregel"),
    ),
    weegt(
        *("C11-lang_stevig", 1, als("looptijd", "langer_dan_5_jaar"), Selectie(zwaarte=(3, 4, 5))),
        *("Stevig genoeg voor een samenwerking van jaren.", "huisregel"),
    ),
    regel(
        "C11-lang_licht",
        "achteraan",
        als("looptijd", "langer_dan_5_jaar"),
        Selectie(zwaarte=(1,)),
        "Zonder vaste afspraken is dit zo lang moeilijk vol te houden.",
        "huisregel",
    ),
    weegt(
        *("C12-geen_krediet", 1, als("geldstroom", "geen"), Selectie(vaste_stappen=("A8", "A12"), niet=True)),
        *("Vraagt geen apart besluit van PS over geld.", "PW 193"),
    ),
    weegt(
        *("C12-onnodig", -1, als("geldstroom", "geen"), Selectie(vaste_stappen=("A8", "A12"))),
        *("Vraagt altijd een besluit over geld, terwijl er geen geldstroom is.", "PW 193"),
    ),
    weegt(
        *("C12-bijdrage", 1, als("geldstroom", "bijdrage"), Selectie(stappen=("A8",))),
        *("Het besluit van PS over de bijdrage zit in het pad.", "PW 193"),
    ),
    weegt(
        *("C12-subsidie", 1, als("geldstroom", "subsidie"), Selectie(stappen=("A12",))),
        *("De subsidieregeling zit in het pad.", "Awb 4:23"),
    ),
    weegt(
        *("C12-kapitaal", 1, als("geldstroom", "kapitaal"), codes(*_MET_KAPITAAL)),
        *("Kan kapitaal van de provincie opnemen.", "PW 158 lid 2; Wgr 8 lid 1"),
    ),
    regel(
        "C12-zonder_bijdrage",
        "achteraan",
        als("geldstroom", "bijdrage"),
        Selectie(stappen=("A8",), niet=True),
        "In dit pad zit geen besluit van PS over een bijdrage.",
        "PW 193",
    ),
    regel(
        "C12-zonder_regeling",
        "achteraan",
        als("geldstroom", "subsidie"),
        Selectie(stappen=("A12",), niet=True),
        "In dit pad zit geen subsidieregeling; die is er apart bij nodig.",
        "Awb 4:23",
    ),
    regel(
        "C12-zonder_kapitaal",
        "achteraan",
        als("geldstroom", "kapitaal"),
        behalve(*_MET_KAPITAAL),
        "Deze vorm is niet gemaakt om kapitaal van de provincie op te nemen.",
        "PW 158 lid 2; Wgr 8 lid 1",
    ),
    regel(
        "C12-zonder_subsidie",
        "achteraan",
        als("geldstroom", "geen"),
        codes("SUBSIDIE"),
        "Een subsidieregeling zonder subsidie heeft geen zin.",
        "Awb titel 4.2",
    ),
    regel(
        "C12-voorschrift",
        "let_op",
        als("geldstroom", "subsidie"),
        ALLE_VORMEN,
        "Subsidie vraagt een wettelijk voorschrift, een plafond en bekendmaking.",
        "Awb 4:23, 4:25",
    ),
    regel(
        "C12-budget",
        "let_op",
        als("geldstroom", "bijdrage", "subsidie", "kapitaal"),
        ALLE_VORMEN,
        "PS stellen het geld beschikbaar in de begroting.",
        "PW 193",
    ),
    regel(
        "C13-zonder",
        "achteraan",
        als("legitimiteit", True),
        Selectie(stappen=_ZEGGENSCHAP, niet=True),
        "PS horen dit alleen achteraf: er is geen moment waarop PS kaders stellen.",
        "huisregel; PW 167 lid 2",
    ),
    weegt(
        *("C13-met", 1, als("legitimiteit", True), Selectie(vaste_stappen=_ZEGGENSCHAP)),
        *("PS, en bij een regeling ook de raden, hebben vooraf een vast moment.", "huisregel"),
    ),
    weegt(
        *("C14-bevoegd", 1, als("rekenkamer", True)),
        codes("OPENBAAR_LICHAAM", "BVO", "GEMEENSCHAPPELIJK_ORGAAN", "SUBSIDIE"),
        *("De rekenkamer kan hier onderzoek doen.", "PW 185"),
    ),
    weegt(
        *("C14-vennootschap", 1, als("rekenkamer", True), codes("BV_NV")),
        *("De rekenkamer kan onderzoek doen als meer dan de helft van de aandelen publiek is.", "PW 185"),
    ),
    weegt(
        "C14-regelen",
        -1,
        als("rekenkamer", True),
        codes("STICHTING", "VERENIGING", "COOPERATIE", "BURGERCOOPERATIE"),
        "De rekenkamer is hier alleen bevoegd als er subsidie of een garantie is; leg onderzoek anders vast.",
        "PW 185",
    ),
    *(
        paar
        for stijl in get_args(Stijl)
        for paar in (
            weegt(
                *(f"C15-stijl_{stijl}", 1, als("stijl", stijl), Selectie(stijl=(stijl,))),
                *(f"Past bij de stijl {stijl}.", "S3-16"),
            ),
            weegt(
                *(f"C15-stijl_niet_{stijl}", -1, als("stijl", stijl), Selectie(stijl=(stijl,), niet=True)),
                *(f"Vraagt een andere stijl van sturen dan {stijl}.", "S3-16"),
            ),
        )
    ),
    *(
        paar
        for trede in get_args(TredeNaam)
        for paar in (
            weegt(
                *(f"C15-trede_{trede}", 1, als("trede", trede), Selectie(trede=(trede,))),
                *(f"Past bij de trede {trede}.", "S3-10"),
            ),
            weegt(
                *(f"C15-trede_niet_{trede}", -1, als("trede", trede), Selectie(trede=(trede,), niet=True)),
                *(f"Hoort bij een andere trede dan {trede}.", "S3-10"),
            ),
        )
    ),
    *(
        paar
        for rol in get_args(ProvincieRol)
        for paar in (
            weegt(
                *(f"C15-rol_{rol.replace('-', '_')}", 1, als("rol", rol), Selectie(rol=(rol,))),
                *(f"Past bij de rol {rol}.", "S1-28"),
            ),
            weegt(
                *(f"C15-rol_niet_{rol.replace('-', '_')}", -1, als("rol", rol), Selectie(rol=(rol,), niet=True)),
                *(f"Vraagt een andere rol van de provincie dan {rol}.", "S1-28"),
            ),
        )
    ),
)
