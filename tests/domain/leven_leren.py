"""A life in which everything happens that learning can bring."""

import verhaal as v
from test_leren import AANBOD, MELD, TWEEDE, VERHAAL, systeem

ACTIE = {"leersoort": "governancestijl", "tekst": "Oefen met de markt", "voor": "managers", "uiterlijk": "2025-09-01"}


def leren() -> v.Verhaal:
    """A conversation, a story, an interview, a learning action; a lesson that is checked, used elsewhere, and offered."""
    return v.in_f2().gegeven(
        v.manager("LegGesprekVast", doelgroep="statenleden", gelegenheid="statendag", opbrengst="PS willen cijfers"),
        v.manager("LegBronverhaalVast", inhoud=VERHAAL),
        v.manager("VraagInterview", over="de warmte", met_wie="bewoners van Oostrand", uiterlijk="2025-06-02"),
        v.manager("LegLesVast", titel="Bel eerst", aanbeveling="Bel voor u schrijft.", bronverhalen=["BV1"]),
        v.manager("StartLeeractie", **ACTIE, eigenaar="provinciesecretaris", les="FL-2025-01/L1"),
        v.partner(v.DRONTEN)("ValideerLes", les="L1", partner=v.DRONTEN, klopt=True),
        v.partner(v.ZEEWOLDE)("ValideerLes", les="L1", partner=v.ZEEWOLDE, klopt=False, toelichting="wij belden wel"),
        systeem("MeldHergebruik", **MELD, antwoord="toegepast"),
        systeem("BiedLessenAan", moment="F1", lessen=[AANBOD, TWEEDE]),
        v.manager("BeantwoordLesaanbod", les=AANBOD["les"], moment="F1", antwoord="toegepast", reden="past hier"),
        systeem("BiedLessenAan", moment="F3", lessen=[]),
    )
